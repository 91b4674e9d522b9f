/// A source decoded to UTF-8, with what is known of its bytes.
///
/// All offsets of the library are byte offsets into ``utf8``.
public struct SourceText: Sendable {
    /// The longest source that is taken, in bytes; the rest of a longer one is left out with a diagnostic.
    public static let maximumByteCount = 1 << 30

    public let name: String?
    public let encoding: TextEncoding
    public let byteOrderMark: Bool
    public let byteCount: Int
    public let sha256: String
    public let utf8: [UInt8]
    public let diagnostics: [Diagnostic]
    let lineIndex: LineIndex

    public init(decoding bytes: [UInt8], name: String? = nil, encoding: TextEncoding? = nil) {
        self.name = name
        self.encoding = encoding ?? .utf8
        byteOrderMark = false
        byteCount = bytes.count
        sha256 = ""
        utf8 = bytes
        diagnostics = []
        lineIndex = LineIndex(utf8: bytes)
    }

    /// The range with the line and column of its start.
    public func range(_ offsets: Range<Int>) -> SourceRange { lineIndex.range(offsets, in: utf8) }
}
