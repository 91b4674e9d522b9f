/// What the tokenizer sees anyway, noted for the stages that would else go over all tokens to find it.
struct Landmarks {
    /// The tokens that end a line or a page, and symbols, in order.
    var breaks: [Int32] = []
    /// Brackets, title marks and quotation marks without a partner, in order.
    var unpaired: [Int32] = []
    /// The tokens 年, in order: what stands before one may be the year of a date.
    var years: [Int32] = []
    /// The kinds of all tokens.
    var kinds = TokenKinds.none
    /// The bytes of Han characters and numerals.
    var hanBytes = 0
    /// The number of lines, save those that a page break begins.
    var lineCount = 0
}

/// The tokens of a source with their landmarks.
struct TokenScan {
    var tokens: [Token] = []
    var landmarks = Landmarks()
}
