/// One block of a part's or section's content.
public indirect enum Block: Sendable, Hashable {
    case section(Section)
    case paragraph(Paragraph)
    case table(Table)
}

/// A numbered unit: its marker, its heading and all that stands below it.
public struct Section: Sendable, Hashable, Codable {
    /// Stable within the document: `p2.2.1` is the first child of the second section of part 2.
    public var id: String
    /// The depth by containment within the part, from 1.
    public var level: Int
    public var marker: Marker
    /// The heading without its closing 。 or ：, or `nil` when the unit has none.
    public var heading: String?
    public var headingRange: SourceRange?
    /// Whether the unit stands inside the running text of a paragraph.
    public var inline: Bool
    public var range: SourceRange
    public var content: [Block]

    public init(
        id: String, level: Int, marker: Marker, heading: String?, headingRange: SourceRange?, inline: Bool,
        range: SourceRange, content: [Block]
    ) {
        self.id = id
        self.level = level
        self.marker = marker
        self.heading = heading
        self.headingRange = headingRange
        self.inline = inline
        self.range = range
        self.content = content
    }
}

/// The number or word that opens a section.
public struct Marker: Sendable, Hashable, Codable {
    /// Normalised: full-width brackets, no white space.
    public var text: String
    public var scheme: NumberingScheme
    /// The number, from 1; second numbers (第二条之一, 1.2.3) stand in ``suffix``.
    public var ordinal: Int
    /// Further numbers: `[1]` for 第二条之一, `[2, 3]` for 1.2.3; empty otherwise.
    public var suffix: [Int]
    /// What the source has.
    public var range: SourceRange

    public init(text: String, scheme: NumberingScheme, ordinal: Int, suffix: [Int] = [], range: SourceRange) {
        self.text = text
        self.scheme = scheme
        self.ordinal = ordinal
        self.suffix = suffix
        self.range = range
    }
}

/// A paragraph with its repaired text: lines rejoined, white space of the layout and page furniture out.
public struct Paragraph: Sendable, Hashable, Codable {
    public var text: String
    public var range: SourceRange
    /// The source bytes that the text was joined from, in order; empty when the text is the range's bytes as they stand.
    ///
    /// The pieces, joined, are the text byte for byte, save that a line end between two words is a space in the text.
    public var pieces: [SourcePiece]
    /// Inline enumerations of this paragraph.
    public var content: [Block]

    public init(text: String, range: SourceRange, pieces: [SourcePiece] = [], content: [Block] = []) {
        self.text = text
        self.range = range
        self.pieces = pieces
        self.content = content
    }
}

/// A stretch of source bytes that a text was joined from; `[start, end]` in JSON.
///
/// Eight bytes, and no line and column: text of one fragment a line has thousands.
public struct SourcePiece: Sendable, Hashable {
    private var storedStart: UInt32
    private var storedEnd: UInt32

    /// Creates a piece from UTF-8 byte offsets, end exclusive.
    public init(start: Int, end: Int) {
        storedStart = UInt32(clamping: start)
        storedEnd = UInt32(clamping: end)
    }

    /// The offset of the first byte, from 0.
    public var start: Int { Int(storedStart) }
    /// The offset behind the last byte.
    public var end: Int { Int(storedEnd) }
}

/// A table, flattened or not.
public struct Table: Sendable, Hashable, Codable {
    public var title: String?
    public var rows: [[TableCell]]
    /// How many of the rows are headers.
    public var headerRows: Int
    public var range: SourceRange

    public init(title: String?, rows: [[TableCell]], headerRows: Int, range: SourceRange) {
        self.title = title
        self.rows = rows
        self.headerRows = headerRows
        self.range = range
    }
}

public struct TableCell: Sendable, Hashable, Codable {
    public var text: String
    public var rowSpan: Int
    public var columnSpan: Int
    public var range: SourceRange

    public init(text: String, rowSpan: Int = 1, columnSpan: Int = 1, range: SourceRange) {
        self.text = text
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
        self.range = range
    }
}
