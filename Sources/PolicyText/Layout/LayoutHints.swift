/// What a reader of a file format knows about the text it made: which stretches are paragraphs, tables or furniture.
///
/// The contract of a reader: blocks are in order and do not overlap, each lies on lines of its own (a table has one or
/// more lines for each cell), and no line holds two blocks. A hint that breaks it is passed over, never trusted.
public struct LayoutHints: Sendable, Hashable {
    /// How the text of a block stands between the margins.
    public enum Alignment: String, Sendable, Hashable, Codable, CaseIterable {
        case start, center, end, justify
    }

    /// What a block is.
    public enum Kind: Sendable, Hashable {
        /// One paragraph; it is neither joined with others nor cut.
        case paragraph
        /// A paragraph in a heading style, from level 1.
        case heading(level: Int)
        /// A table: an index into ``LayoutHints/tables``.
        case table(Int)
        /// Text of the page around the notice.
        case furniture(Furniture.Kind)
    }

    /// A block of the text.
    public struct Block: Sendable, Hashable {
        /// What the block is.
        public var kind: Kind
        /// UTF-8 byte offsets into the text, end exclusive.
        public var range: Range<Int>
        /// How the block stands on the page, where the format says so.
        public var alignment: Alignment?
        /// Where the block comes from in the file, e.g. `//*[@id="zoom"]/p[3]`; `nil` where the format has no such paths.
        public var path: String?

        /// Creates a block.
        public init(_ kind: Kind, _ range: Range<Int>, alignment: Alignment? = nil, path: String? = nil) {
            self.kind = kind
            self.range = range
            self.alignment = alignment
            self.path = path
        }
    }

    /// A cell of a table.
    public struct Cell: Sendable, Hashable {
        /// UTF-8 byte offsets into the text; empty, at its place, for an empty cell.
        public var range: Range<Int>
        /// How many rows and columns the cell takes, from 1.
        public var rowSpan: Int
        public var columnSpan: Int

        /// Creates a cell.
        public init(_ range: Range<Int>, rowSpan: Int = 1, columnSpan: Int = 1) {
            self.range = range
            self.rowSpan = max(1, rowSpan)
            self.columnSpan = max(1, columnSpan)
        }
    }

    /// A table with the spans that its file states.
    public struct Table: Sendable, Hashable {
        /// The rows from above; a row lacks the cells that one above spans.
        public var rows: [[Cell]]
        /// How many rows are headers; `nil` when the file does not say.
        public var headerRows: Int?
        /// The caption's range, inside the table's block; `nil` without one.
        public var title: Range<Int>?

        /// Creates a table.
        public init(rows: [[Cell]], headerRows: Int? = nil, title: Range<Int>? = nil) {
            self.rows = rows
            self.headerRows = headerRows
            self.title = title
        }
    }

    /// Something that the page around the notice says about it.
    public struct Candidate: Sendable, Hashable {
        /// Which field of the metadata it is for.
        public enum Field: Sendable, Hashable, CaseIterable {
            case title, documentNumber, issuer, issuedOn, publishedOn
        }

        /// Which field of the metadata it is for.
        public var field: Field
        /// The value's UTF-8 byte offsets in the text.
        public var range: Range<Int>

        /// Creates a candidate.
        public init(_ field: Field, _ range: Range<Int>) {
            self.field = field
            self.range = range
        }
    }

    /// The blocks, in order.
    public var blocks: [Block]
    /// The tables that blocks point to.
    public var tables: [Table]
    /// Values of the page's own fields, the most trustworthy of a field first. The notice's text has precedence.
    public var candidates: [Candidate]
    /// Whether lines may be wrapped at a fixed width, as in PDF: then only tables and furniture are taken from the
    /// blocks, and the layout of the other lines is found out as in plain text.
    public var isHardWrapped: Bool

    /// Creates hints.
    public init(
        blocks: [Block] = [], tables: [Table] = [], candidates: [Candidate] = [], isHardWrapped: Bool = false
    ) {
        self.blocks = blocks
        self.tables = tables
        self.candidates = candidates
        self.isHardWrapped = isHardWrapped
    }
}
