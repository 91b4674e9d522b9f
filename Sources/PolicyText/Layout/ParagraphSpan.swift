extension ParagraphSpan {
    /// What a paragraph is for in its notice. Only bodies are searched for markers.
    enum Purpose: UInt8 {
        case body
        /// The letterhead: 某某人民政府文件.
        case letterhead
        case title
        case documentNumber
        case recipients
        case attachmentList
        case signature
        case date
        case note
        /// 附件1 on a line of its own.
        case partLabel
        case table
        case furniture
    }
}

/// A paragraph as the layout stage made it: a run of tokens, some of which may be furniture or layout space.
struct ParagraphSpan {
    /// The first token of ink.
    @Narrow var first: Int
    /// Behind the last token of ink.
    @Narrow var end: Int
    /// The bytes: from within `first` on, up to within the last token, when a stage cut the paragraph inside a token.
    @Narrow var start: Int
    @Narrow var stop: Int
    /// The number of `#` of a Markdown heading.
    @Narrow var headingDepth: Int = 0
    /// Whether the paragraph was joined from several lines.
    var isJoined: Bool = false
    /// Whether several paragraphs may run together in it, because line ends were lost.
    var isMerged: Bool = false
    /// What the paragraph is for.
    var purpose: Purpose = .body
    /// Set by the table stage: the index of the table that stands here.
    @Narrow var table: Int = -1
    /// What kinds of tokens the paragraph may hold.
    var kinds = TokenKinds.any
    /// The layout of the region that it comes from.
    var layout: LayoutKind = .paragraphs

    init(first: Int, end: Int, text: TokenText) {
        self.first = first
        self.end = end
        start = text.tokens[first].start
        stop = text.tokens[end - 1].end
    }

    /// A paragraph that was cut out of another, inside tokens perhaps.
    init(first: Int, end: Int, start: Int, stop: Int, like other: ParagraphSpan) {
        self = other
        self.first = first
        self.end = end
        self.start = start
        self.stop = stop
    }

    /// Whether all of its tokens are certain to be text: only white space and signs of Markdown are ever taken out of a
    /// line, but for furniture, which is no paragraph of text.
    var isPlain: Bool {
        !isJoined && !kinds.holdsAny(of: TokenKinds(.whitespace, .markdown, .lineEnd, .privateUse).union(Self.rare))
    }

    private static var rare: TokenKinds { TokenKinds(.control, .replacement, .pageBreak, .dash) }

    /// The number of bytes, furniture included.
    var byteCount: Int { stop - start }
}
