/// What the tokenizer sees anyway, noted for the stages that would else go over all tokens to find it.
struct Landmarks {
    /// The lines and what they hold, in order; where no line end closes the text, the rest is one, too.
    var lines: [LineNote] = []
    /// Brackets, title marks and quotation marks, in order.
    var brackets: [Int32] = []
    /// Those of them without a partner, in order.
    var unpaired: [Int32] = []
    /// The tokens 年, in order: what stands before one may be the year of a date.
    var years: [Int32] = []
    /// All tokens that a marker may open with, in order: others have another kind or length, or nothing behind them that fits.
    var openers: [Int32] = []
    /// The kinds of all tokens.
    var kinds = TokenKinds.none
    /// The bytes of Han characters and numerals.
    var hanBytes = 0
}

/// What a line holds, up to the token that ends it or a page.
struct LineNote {
    /// The token that ends the line or the page; the number of tokens where none does.
    @Narrow var end: Int
    /// The columns of the tokens, as ``TokenText/width(_:)`` has them.
    @Narrow var width: Int
    /// How many of the tokens are white space.
    @Narrow var spaces: Int
    /// The kinds of the tokens.
    var kinds: TokenKinds
}

/// The tokens of a source with their landmarks.
struct TokenScan {
    var tokens: [Token] = []
    var landmarks = Landmarks()
}
