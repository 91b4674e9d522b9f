/// One block of a part's or section's content.
public enum Block: Sendable, Hashable {
    /// A numbered unit.
    case section(Section)
    /// A paragraph.
    case paragraph(Paragraph)
    /// A table.
    case table(Table)
}

/// A numbered unit: its marker, its heading and all that stands below it.
public struct Section: Sendable, Hashable, Codable {
    /// Stable within the document: `p2.2.1` is the first child of the second section of part 2.
    public var id: String
    /// The depth by containment within the part, from 1.
    public var level: Int
    /// The number or word that opens the unit.
    public var marker: Marker
    /// The heading without its closing 。 or ：, or `nil` when the unit has none.
    public var heading: String?
    /// Where the heading stands, without its closing 。 or ：; `nil` without a heading.
    public var headingRange: SourceRange?
    /// Whether the unit stands inside the running text of a paragraph.
    public var inline: Bool
    /// The text behind the heading, then everything below the unit, in reading order.
    public var content: [Block]
    /// From the marker to the end of all that belongs to the unit.
    public var range: SourceRange
}

extension Section {
    /// Creates a value from its parts; for readers of other formats and for tests.
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
    /// The marker, normalised: full-width brackets, half-width digits, no white space.
    public var text: String
    /// How the marker is written.
    public var scheme: NumberingScheme
    /// The number, from 1; second numbers (第二条之一, 1.2.3) stand in ``suffix``.
    public var ordinal: Int
    /// Further numbers: `[1]` for 第二条之一, `[2, 3]` for 1.2.3; empty otherwise.
    public var suffix: [Int]
    /// What the source has; of a marker torn from its dot, the number.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
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
    /// The repaired text, in reading order; inline items are part of it.
    public var text: String
    /// From the first to the last byte of the paragraph, furniture in between included.
    public var range: SourceRange
    /// The source bytes that the text was joined from, in order; empty when the text is the range's bytes as they stand.
    ///
    /// The pieces, joined, are the text byte for byte, save that a line end between two words is a space in the text.
    public var pieces: [SourcePiece]
    /// Inline enumerations of this paragraph.
    public var content: [Block]

    /// Creates a value from its parts; for readers of other formats and for tests.
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

/// A table: columns set apart by spaces, Markdown pipes, or one cell on each line.
public struct Table: Sendable, Hashable, Codable {
    /// The words above the table, without white space, or `nil`.
    public var title: String?
    /// The rows, header rows first. A row may lack the cells that one above spans.
    public var rows: [[TableCell]]
    /// How many of the rows are headers.
    public var headerRows: Int
    /// From the title, or else the first cell, to the last cell.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(title: String?, rows: [[TableCell]], headerRows: Int, range: SourceRange) {
        self.title = title
        self.rows = rows
        self.headerRows = headerRows
        self.range = range
    }
}

/// A cell of a table.
public struct TableCell: Sendable, Hashable, Codable {
    /// The text without white space; empty for an empty cell.
    public var text: String
    /// How many rows the cell takes, from 1.
    public var rowSpan: Int
    /// How many columns the cell takes, from 1.
    public var columnSpan: Int
    /// Where the cell stands in the decoded source; empty for an empty cell.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(text: String, rowSpan: Int = 1, columnSpan: Int = 1, range: SourceRange) {
        self.text = text
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
        self.range = range
    }
}
