/// The normalised document: one value that holds everything the parser found in one source.
public struct Document: Sendable, Hashable {
    /// The name and version of the output contract.
    public static let schema = "policytext-document/1"

    /// Where the document came from.
    public var source: SourceDescription
    /// What the head and foot of the notice say about it.
    public var metadata: Metadata
    /// The covering notice, what it issues, and attachments, in reading order; empty for a source without text.
    public var parts: [Part]
    /// Empty until the library finds duties.
    public var responsibilities: [Responsibility]
    /// The numeric targets, in reading order.
    public var targets: [Target]
    /// Every quantity with its role, in reading order; those with the role `target` are in ``targets``, too.
    public var quantities: [Quantity]
    /// Those of the source, then those of the parts in reading order.
    public var diagnostics: [Diagnostic]
    /// Source text that belongs to no part, in reading order.
    public var furniture: [Furniture]
    /// The share of the bytes of Han text that lies inside parts, from 0 to 1.
    public var coverage: Double
    /// Where the notice's blocks come from in a file that a reader made text of; empty for text.
    public var layout: [LayoutBlock]

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(
        source: SourceDescription, metadata: Metadata = Metadata(), parts: [Part] = [],
        responsibilities: [Responsibility] = [], targets: [Target] = [], quantities: [Quantity] = [],
        diagnostics: [Diagnostic] = [], furniture: [Furniture] = [], coverage: Double = 0, layout: [LayoutBlock] = []
    ) {
        self.source = source
        self.metadata = metadata
        self.parts = parts
        self.responsibilities = responsibilities
        self.targets = targets
        self.quantities = quantities
        self.diagnostics = diagnostics
        self.furniture = furniture
        self.coverage = coverage
        self.layout = layout
    }
}

/// Where a document came from and how it was decoded.
public struct SourceDescription: Sendable, Hashable, Codable {
    /// The name that the caller gave, or `nil`.
    public var name: String?
    /// The format of the source: `text`, or that of the file whose text a reader made.
    public var format: String
    /// The reader that made the text; `nil` for text.
    public var reader: String?
    /// Which rule found the notice on its page; `nil` where the file is the notice.
    public var bodyRule: String?
    /// The IANA name of the encoding that the bytes were decoded from.
    public var encoding: String
    /// Whether a byte order mark was taken off the front; offsets count from behind it.
    public var byteOrderMark: Bool
    /// The number of bytes before decoding.
    public var byteCount: Int
    /// SHA-256 of the bytes before decoding, in lower-case hexadecimal (FIPS 180-4).
    public var sha256: String

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(
        name: String?, format: String, reader: String? = nil, bodyRule: String? = nil, encoding: String,
        byteOrderMark: Bool, byteCount: Int, sha256: String
    ) {
        self.name = name
        self.format = format
        self.reader = reader
        self.bodyRule = bodyRule
        self.encoding = encoding
        self.byteOrderMark = byteOrderMark
        self.byteCount = byteCount
        self.sha256 = sha256
    }
}
