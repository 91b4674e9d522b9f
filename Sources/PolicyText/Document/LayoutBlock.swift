/// Where a block of the notice comes from in its file; only formats that a reader made text of have such blocks.
public struct LayoutBlock: Sendable, Hashable, Codable {
    /// What the file says that the block is. Raw values are those of the output.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case paragraph, heading, table

        /// `nil` for furniture, which has its own list.
        init?(_ kind: LayoutHints.Kind) {
            switch kind {
            case .paragraph: self = .paragraph
            case .heading: self = .heading
            case .table: self = .table
            case .furniture: return nil
            }
        }
    }

    /// What the file says that the block is.
    public var kind: Kind
    /// How the block stands between the margins, or `nil` when the file does not say.
    public var alignment: LayoutHints.Alignment?
    /// The element in the file, e.g. `//*[@id="zoom"]/p[3]`, or `nil`.
    public var path: String?
    /// The block in the text that the reader made.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(kind: Kind, alignment: LayoutHints.Alignment?, path: String?, range: SourceRange) {
        self.kind = kind
        self.alignment = alignment
        self.path = path
        self.range = range
    }

    enum CodingKeys: String, CodingKey {
        case kind, alignment, path, range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(alignment, forKey: .alignment)
        try container.encode(path, forKey: .path)
        try container.encode(range, forKey: .range)
    }
}
