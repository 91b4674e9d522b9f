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
        case .zip: return try readArchive(bytes, name)
        case .pdf: return try PDFReader(limits: limits).read(bytes, name: name)
        case .ole: throw bytes.prefix(1 << 20).contains(sequence: Self.encryptedStream) ? .archiveEncrypted : .ole
        case .rtf: throw .rtf
        }
    }

    /// An encrypted DOCX is an OLE file with this stream; names are UTF-16.
    private static let encryptedStream = String(
        decoding: "EncryptedPackage".utf8.flatMap { [$0, 0] }.dropLast(), as: UTF8.self)

    private func readArchive(_ bytes: [UInt8], _ name: String?) throws(ReadingError) -> SourceText {
        let archive = try Archive(bytes, limits: limits) { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
        if archive.entries["OFD.xml"] != nil {
            return try OFDReader(archive: archive, limits: limits).read(bytes, name: name)
        }
        guard let main = try DocxReader.mainPart(archive, limits) else { throw .archiveUnknown }
        return try DocxReader(archive: archive, limits: limits).read(bytes, name: name, main: main)
    }
}

extension ReadingError {
    static let ole = ReadingError(
        .oleUnsupported, "这是旧版 Word 或 WPS 文档（DOC、WPS 等），不能直接解析；请先用 Word 或 WPS 另存为 DOCX。",
        "This is an old Word or WPS document (DOC, WPS); convert it to DOCX first.")
    static let rtf = ReadingError(
        .rtfUnsupported, "这是 RTF 文档，不能直接解析；请先用 Word 或 WPS 另存为 DOCX。",
        "This is an RTF document; convert it to DOCX first.")
}
