import PolicyText

/// Reads files as they were downloaded: tells the format from the bytes and makes the text that a ``Parser`` takes.
///
/// A value without state: use one from as many tasks as you like. It opens no path, writes no file and reaches no network.
public struct DocumentReader: Sendable {
    /// How much of a file is taken.
    public var limits: ReaderLimits

    /// Creates a reader.
    public init(limits: ReaderLimits = ReaderLimits()) { self.limits = limits }

    /// Makes the source of a file's bytes. Plain text passes without a copy.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - name: A name for people; it says nothing about the format.
    ///   - encoding: The encoding of text and HTML, where the caller knows it.
    /// - Throws: ``ReadingError`` for files that no reader takes: what they are, and what to do.
    /// - Complexity: O(bytes), unpacked, within ``limits``.
    public func read(
        _ bytes: [UInt8], name: String? = nil, encoding: TextEncoding? = nil
    ) throws(ReadingError) -> SourceText {
        switch DocumentFormat(of: bytes) {
        case .text: return SourceText(decoding: bytes, name: name, encoding: encoding)
        case .html: return HTMLReader(limits: limits).read(bytes, name: name, encoding: encoding)
        case .zip, .pdf: throw .formatUnknown
        case .ole: throw .ole
        case .rtf: throw .rtf
        }
    }
}

extension ReadingError {
    static let formatUnknown = ReadingError(
        .formatUnknown, "不认识的文件格式，没有解析；能解析的有：网页、DOCX、OFD、PDF、纯文本。",
        "The format is unknown; web pages, DOCX, OFD, PDF and plain text can be parsed.")
    static let ole = ReadingError(
        .oleUnsupported, "这是旧版 Word 或 WPS 文档（DOC、WPS 等），不能直接解析；请先用 Word 或 WPS 另存为 DOCX。",
        "This is an old Word or WPS document (DOC, WPS); convert it to DOCX first.")
    static let rtf = ReadingError(
        .rtfUnsupported, "这是 RTF 文档，不能直接解析；请先用 Word 或 WPS 另存为 DOCX。",
        "This is an RTF document; convert it to DOCX first.")
}
