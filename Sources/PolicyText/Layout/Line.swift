/// A physical line: its tokens, and what its shape says.
struct Line {
    /// The first token, white space included.
    @Narrow var tokenStart: Int
    /// Behind the last token, the line end included.
    @Narrow var tokenEnd: Int
    /// The first token of ink; equal to `end` on a blank line.
    @Narrow var first: Int
    /// Behind the last token of ink.
    @Narrow var end: Int
    /// The columns of the ink: two for a wide character, white space not counted.
    @Narrow var width: Int
    /// The columns of white space in front.
    @Narrow var indent: Int
    /// The number of `#` of a Markdown heading.
    @Narrow var headingDepth: Int
    /// Whether a page begins with this line.
    var opensPage: Bool
    /// Whether the line was taken out as furniture.
    var isFurniture: Bool
    /// Whether gaps of two columns and more stand inside the line.
    var hasGaps = false
    /// The kinds of the tokens of ink and what stands between them.
    var kinds = TokenKinds.none
    /// The kinds of the first and the last token of ink; without ink they mean nothing.
    var opening = TokenKind.whitespace
    var closing = TokenKind.whitespace
    /// The last closing bracket that belongs to an opening one of the line and stands behind the line, or -1.
    @Narrow var bracketReach = -1
    /// The table that the line belongs to, or -1.
    @Narrow var table = -1

    /// Takes a blank line behind this blank one in.
    mutating func extend(to end: Int) {
        tokenEnd = end
        first = end
        self.end = end
    }

    var isBlank: Bool { first == end }
    /// Whether the line says something.
    var isInk: Bool { first < end && !isFurniture }
}

extension Line {
    /// Whether a sentence or a clause ends within the line, not just with it.
    func hasInnerPunctuation(_ text: TokenText) -> Bool {
        let marks = TokenKinds(.sentenceEnd, .semicolon, .comma, .comma)
        guard kinds.holdsAny(of: marks) else { return false }
        if !marks.mayHold(closing) { return true }
        for index in first..<end - 1 where marks.mayHold(text.kind(index)) { return true }
        return false
    }

    /// Whether commas, full stops or the like stand in the line.
    var hasPunctuation: Bool {
        kinds.holdsAny(of: TokenKinds(.comma, .sentenceEnd, .semicolon, .enumerationComma))
    }
}

/// The lines of a text where they lie: every step of the layout goes over them, and marks some.
typealias Lines = UnsafeMutableBufferPointer<Line>
