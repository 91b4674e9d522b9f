/// The class of a token.
public enum TokenKind: UInt8, Sendable, Hashable, CaseIterable {
    /// A run of Han characters that are no numerals.
    case han
    /// A run of Chinese numerals: 〇○零一二…九十百千万亿两廿卅 and the formal 壹贰….
    case hanNumeral
    /// A run of Latin (or Greek, Cyrillic …) letters, half or full width.
    case latin
    /// A run of digits, half or full width.
    case digits
    /// One enclosed or compatibility number: ①, ⑴, ⒈, ㈠, Ⅰ.
    case enclosedNumber
    /// One bullet: •, ●, ◆, ■ …
    case bullet
    /// ( [ { （ 〔 【 and the like
    case openBracket
    /// ) ] } ） 〕 】 and the like
    case closeBracket
    /// 《 and 〈
    case openTitle
    /// 》 and 〉
    case closeTitle
    /// “ ‘ 「 『
    case openQuote
    /// ” ’ 」 』
    case closeQuote
    /// A straight quotation mark, which opens and closes alike.
    case straightQuote
    /// 。 ｡ ！ ？ ! ?
    case sentenceEnd
    /// . and ．, which may be a decimal point, part of a marker, or a full stop.
    case dot
    /// ，and ,
    case comma
    /// 、
    case enumerationComma
    /// ； and ;
    case semicolon
    /// ： and :
    case colon
    /// A run of — – - ― － ─
    case dash
    /// ~ ～ 〜
    case tilde
    /// …
    case ellipsis
    /// % ％ ‰
    case percent
    /// / ／
    case slash
    /// * _ ` # | \ and other signs of Markdown
    case markdown
    /// Any other symbol or punctuation.
    case symbol
    /// A run of spaces, tabs, U+3000, NBSP, zero-width and other invisible characters.
    case whitespace
    /// One line end: LF, CR LF, CR, U+0085, U+2028, U+2029.
    case lineEnd
    /// One form feed or vertical tab.
    case pageBreak
    /// Control characters that are none of the above.
    case control
    /// Private-use characters.
    case privateUse
    /// U+FFFD
    case replacement
    /// Letters of other scripts, unassigned characters.
    case other
}

/// A lossless token: the tokens of a source, joined, are the source byte for byte.
///
/// 16 bytes, because a notice has one token per dozen bytes or so.
public struct Token: Sendable, Hashable {
    var startOffset: UInt32
    var endOffset: UInt32
    var partnerIndex: Int32
    /// The class of the token.
    public internal(set) var kind: TokenKind
    /// What the layout stage made of the token.
    var role: TokenRole

    init(start: Int, end: Int, kind: TokenKind) {
        startOffset = UInt32(truncatingIfNeeded: start)
        endOffset = UInt32(truncatingIfNeeded: end)
        partnerIndex = -1
        self.kind = kind
        role = .text
    }

    /// The UTF-8 byte offset of the first byte, from 0.
    public var start: Int { Int(startOffset) }
    /// The offset behind the last byte.
    public var end: Int { Int(endOffset) }
    /// The number of UTF-8 bytes.
    public var byteCount: Int { Int(endOffset - startOffset) }
    /// The index of the token that closes or opens this bracket, title mark or quotation mark, or `nil`.
    public var partner: Int? { partnerIndex < 0 ? nil : Int(partnerIndex) }
}

/// What becomes of a token: text, or which kind of furniture.
enum TokenRole: UInt8, Sendable {
    case text
    /// White space that the layout put in: left out of the text, but no furniture.
    case layoutSpace
    /// A line end between two Latin words or numbers: one space in the text.
    case joint
    case decoration
    case pageNumber
    case pageHeader
    case pageBreak
    case tableOfContents
    case siteChrome
    case imprint
    case pageMetadata
    case footnote

    /// Whether the token is no furniture, whatever shows of it.
    @inline(__always)
    var isInText: Bool { rawValue <= TokenRole.joint.rawValue }

    var furniture: Furniture.Kind? {
        switch self {
        case .text, .layoutSpace, .joint: nil
        case .decoration: .decoration
        case .pageNumber: .pageNumber
        case .pageHeader: .pageHeader
        case .pageBreak: .pageBreak
        case .tableOfContents: .tableOfContents
        case .siteChrome: .siteChrome
        case .imprint: .imprint
        case .pageMetadata: .pageMetadata
        case .footnote: .footnote
        }
    }
}
