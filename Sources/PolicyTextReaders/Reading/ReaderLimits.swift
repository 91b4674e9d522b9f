/// How much of a file a reader takes. Files come from the network: every limit stands for an attack or a mistake.
public struct ReaderLimits: Sendable, Hashable {
    /// The longest HTML file, in bytes; the rest of a longer one is left out with a diagnostic.
    public var htmlBytes = 64 << 20
    /// How deep elements may nest; what lies deeper becomes text of the innermost one (libxml2 is quadratic in it).
    public var htmlDepth = 256
    /// The attributes of one element that are looked at (libxml2 is quadratic in them).
    public var htmlAttributes = 256
    /// The longest tag, in bytes; one that does not end within is text.
    public var htmlTagBytes = 64 << 10
    /// The cells that a table may have, spanned ones counted; the text of a larger one is kept as paragraphs.
    public var tableCells = 100_000
    /// The entries that an archive may have.
    public var archiveEntries = 4_096
    /// The most bytes that one entry may unpack to.
    public var archiveEntryBytes = 64 << 20
    /// The most bytes that all entries that are read may unpack to together.
    public var archiveBytes = 256 << 20
    /// How many times its size an archive may unpack to; small ones may always unpack to 1 MiB.
    public var archiveRatio = 200
    /// How deep XML may nest.
    public var xmlDepth = 256
    /// The pages of an OFD file that are read.
    public var pages = 2_000
    /// How long the PDF tool may run, in milliseconds.
    public var pdfMilliseconds: UInt32 = 20_000
    /// How much memory the PDF tool may use, in bytes.
    public var pdfMemoryBytes: UInt64 = 1 << 30
    /// How much text the PDF tool may write, in bytes.
    public var pdfTextBytes = 64 << 20

    /// Creates the default limits.
    public init() {}
}
