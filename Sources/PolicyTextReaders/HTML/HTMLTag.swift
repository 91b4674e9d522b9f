/// The elements that the reader tells apart. All others are inline.
enum HTMLTag: UInt8 {
    case root, text, inline, a, br, p, div, heading, li, list, table, tr, td, th, tableSection, caption, pre, title
    case meta, body, block, input, option, hr, img, hidden, orderedList, comment, colgroup, sup, head

    /// Whether the element stands on lines of its own.
    var isBlock: Bool {
        switch self {
        case .text, .inline, .a, .br, .img, .input, .comment, .sup: false
        default: true
        }
    }

    /// Elements without an end tag.
    var isVoid: Bool {
        switch self {
        case .br, .hr, .img, .input, .meta, .colgroup: true
        default: false
        }
    }

    /// Elements that the parser closes by itself where the next of their kind begins.
    var closesItself: Bool {
        switch self {
        case .p, .li, .tr, .td, .th, .tableSection, .option, .body, .head: true
        default: isVoid
        }
    }

    /// - Parameter name: In lower case, as libxml2 and the guard give it.
    init(_ name: UnsafeBufferPointer<UInt8>) {
        var key: UInt64 = 0
        if name.count <= 6 {
            for byte in name { key = key << 8 | UInt64(byte) }
            // Most elements of a page, without a search.
            switch key {
            case 0x70: self = .p
            case 0x73_7061_6E, 0x62, 0x66_6F6E_74, 0x75, 0x69, 0x7374_726F_6E67: self = .inline
            case 0x74_64: self = .td
            case 0x74_72: self = .tr
            case 0x64_6976: self = .div
            case 0x62_72: self = .br
            case 0x61: self = .a
            case 0x6C_69: self = .li
            default: self = Self.short[key] ?? .inline
            }
            return
        }
        for byte in name.prefix(8) { key = key << 8 | UInt64(byte) }
        self = name.count > 8 ? (Self.long[key] ?? .inline) : (Self.short[key] ?? .inline)
    }

    private static func keys(_ names: [(HTMLTag, String)], long: Bool) -> [UInt64: HTMLTag] {
        var keys: [UInt64: HTMLTag] = [:]
        for (tag, list) in names {
            for name in list.split(separator: " ") where (name.utf8.count > 8) == long {
                keys[name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }] = tag
            }
        }
        return keys
    }

    private static let names: [(HTMLTag, String)] = [
        (.a, "a"), (.br, "br"), (.p, "p"), (.div, "div"), (.heading, "h1 h2 h3 h4 h5 h6"),
        (.li, "li dt dd"), (.list, "ul dl menu dir"), (.orderedList, "ol"), (.table, "table"), (.tr, "tr"),
        (.td, "td"), (.th, "th"), (.tableSection, "thead tbody tfoot"), (.caption, "caption"), (.pre, "pre listing"),
        (.title, "title"), (.meta, "meta"), (.body, "body html"), (.head, "head"), (.hr, "hr"), (.img, "img image"),
        (.option, "option optgroup"), (.input, "input"), (.sup, "sup sub"),
        (.colgroup, "col link base area param source track wbr embed frame basefont bgsound keygen"),
        (
            .block,
            "section article header footer nav main aside figure center form fieldset address ucapcontent blockquote "
                + "figcaption details summary legend hgroup ucaptitle legend dialog multicol publishtime select button "
                + "frameset noscript"
        ),
        (.hidden, "script style template iframe noembed noframes textarea object applet audio video canvas"),
    ]
    private static let short = keys(names, long: false)
    private static let long = keys(names, long: true)
}
