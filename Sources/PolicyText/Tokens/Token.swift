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
    case openBracket
    case closeBracket
    /// 《 and 〈
    case openTitle
    /// 》 and 〉
    case closeTitle
    case openQuote
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
