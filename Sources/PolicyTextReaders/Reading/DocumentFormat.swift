/// What a file is, told from its bytes; names are often wrong.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    /// Plain text or Markdown, which the core library reads by itself; also what has no sign of another format.
    case text
    case html
    /// A ZIP archive: DOCX, OFD or another; what is in it is seen when it is opened.
    case zip
    case pdf
    case rtf
    /// OLE2: DOC, WPS, XLS and the like.
    case ole

    /// How far a page may begin behind comments and white space, in bytes.
    private static let reach = 4_096

    /// Tells the format from the first bytes.
    ///
    /// - Complexity: O(1).
    public init(of bytes: [UInt8]) {
        var head = bytes.prefix(Self.reach)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .ole
        } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if Self.opens(head.prefix(1_024), with: "%PDF-") {
            self = .pdf
        } else if head.starts(with: "{\\rtf".utf8) {
            self = .rtf
        } else {
            self = Self.isHTML(Self.ascii(head)) ? .html : .text
        }
    }

    /// UTF-16 without its high bytes, as far as tags go.
    private static func ascii(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) else { return head }
        return head.dropFirst(2).filter { $0 != 0 }[...]
    }

    private static func opens(_ head: ArraySlice<UInt8>, with word: String) -> Bool {
        let word = Array(word.utf8)
        return head.indices.contains { head[$0] == word[0] && head[$0...].starts(with: word) }
    }

    private static let pageTags: Set<String> = [
        "html", "head", "body", "title", "meta", "div", "table", "p", "span", "script", "style", "link", "article",
        "section", "center", "font", "h1", "h2", "h3", "ul", "form", "tbody", "tr", "td", "br", "base", "main",
        "ucapcontent",
    ]

    /// A document type, or a page's tag at the beginning; comments and white space may stand before it.
    private static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
        var rest = head
        while true {
            rest = rest.drop { $0 <= 0x20 }
            guard rest.first == 0x3C else { return false }
            if rest.starts(with: "<!--".utf8) || rest.starts(with: "<?xml".utf8) {
                let isComment = rest.starts(with: "<!--".utf8)
                guard let end = end(of: rest, isComment: isComment) else { return isComment }
                rest = rest[end...]
                continue
            }
            let lower = rest.prefix(64).map(PageLexicons.lower)
            if lower.starts(with: "<!doctype html".utf8) { return true }
            let name = lower.dropFirst().prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            return pageTags.contains(String(decoding: name, as: UTF8.self))
        }
    }

    private static func end(of rest: ArraySlice<UInt8>, isComment: Bool) -> Int? {
        for at in rest.indices.dropFirst(4) where rest[at] == 0x3E {
            if !isComment || rest[at - 1] == 0x2D && rest[at - 2] == 0x2D { return at + 1 }
        }
        return nil
    }
}
