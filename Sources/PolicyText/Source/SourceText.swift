/// A source decoded to UTF-8, with what is known of its bytes.
///
/// All offsets of the library are byte offsets into ``utf8``. Any bytes give a value: what is wrong with them is said in
/// ``diagnostics``, nothing throws.
public struct SourceText: Sendable {
    /// The longest source that is taken, in bytes (1 GiB); the rest of a longer one is left out with a diagnostic.
    public static let maximumByteCount = 1 << 30

    /// The name for people, such as a file name; the library does not open it.
    public let name: String?
    /// The encoding that the bytes were decoded from.
    public let encoding: TextEncoding
    /// Whether a byte order mark was taken off the front; offsets count from behind it.
    public let byteOrderMark: Bool
    /// The number of bytes before decoding, with those left out.
    public let byteCount: Int
    /// SHA-256 of the bytes before decoding, in lower-case hexadecimal (FIPS 180-4).
    ///
    /// - Complexity: O(bytes) where the text is the bytes as they came; a parser makes it in passing.
    public var sha256: String { digest ?? utf8.withUnsafeBufferPointer { Digest.sha256($0) } }
    /// ``sha256`` of what is not kept; `nil` where ``utf8`` is the bytes as they came.
    let digest: String?
    /// The text. Always well-formed; empty for binary data.
    public let utf8: [UInt8]
    /// What the bytes hold.
    public let content: Content
    /// At most one diagnostic per rule, and those of the reader that made the text.
    public let diagnostics: [Diagnostic]
    /// How the text came out of a file of another format; `nil` for text that was text all along.
    public let origin: SourceOrigin?
    /// What the reader knows about the layout of the text it made.
    public let hints: LayoutHints?
    let lineIndex: LineIndex

    /// Decodes bytes.
    ///
    /// The encoding is found from a byte order mark, the encoding given here, or the bytes themselves, in this order: a
    /// byte order mark wins over `encoding`, because names are often wrong and marks are not. Bytes that the encoding
    /// does not allow become U+FFFD. Well-formed UTF-8 without a mark is kept without a copy.
    ///
    /// - Parameters:
    ///   - bytes: The source as it came. Those beyond ``maximumByteCount`` are left out.
    ///   - name: A name for people.
    ///   - encoding: The encoding, where the caller knows it, e.g. from an HTTP header.
    /// - Complexity: O(bytes).
    public init(decoding bytes: [UInt8], name: String? = nil, encoding: TextEncoding? = nil) {
        self.init(decoding: bytes, name: name, encoding: encoding, limit: Self.maximumByteCount)
    }

    /// Decodes bytes that are no text of a document yet, such as a page with its markup: without digest.
    package init(draft bytes: [UInt8], encoding: TextEncoding?) {
        self.init(decoding: bytes, name: nil, encoding: encoding, limit: Self.maximumByteCount, isDraft: true)
    }

    /// - Parameters:
    ///   - limit: The number of bytes to take; smaller than ``maximumByteCount`` in tests only.
    ///   - isDraft: Whether nobody will ask for the digest.
    init(decoding bytes: [UInt8], name: String?, encoding: TextEncoding?, limit: Int, isDraft: Bool = false) {
        self.name = name
        byteCount = bytes.count
        let isCut = bytes.count > limit
        let (digest, finding, decoded) = bytes.withUnsafeBufferPointer { all in
            let taken = UnsafeBufferPointer(rebasing: all[..<min(limit, all.count)])
            let finding = EncodingDetector.find(in: taken, named: encoding)
            var decoded: DecodedText?
            if !finding.isBinary {
                let text = UnsafeBufferPointer(rebasing: taken[finding.markLength...])
                decoded = DecodedText(text, encoding: finding.encoding, scan: finding.scan, isCut: isCut)
            }
            let isKept = finding.markLength == 0 && !isCut && decoded != nil && decoded?.utf8 == nil
            return (isDraft ? "" : isKept ? nil : Digest.sha256(all), finding, decoded)
        }
        self.digest = digest
        self.encoding = finding.encoding
        byteOrderMark = finding.markLength > 0
        if let decoded {
            utf8 =
                decoded.utf8
                ?? (finding.markLength == 0 && !isCut
                    ? bytes : Array(bytes[finding.markLength..<min(limit, bytes.count)]))
        } else {
            utf8 = []
        }
        content = finding.isBinary ? .binary : bytes.isEmpty ? .empty : Content(of: utf8)
        lineIndex = LineIndex(utf8: utf8)
        origin = nil
        hints = nil
        diagnostics =
            SourceReport(
                utf8: utf8, lineIndex: lineIndex, content: content, finding: finding, decoded: decoded,
                leftOut: max(0, bytes.count - limit)
            ).diagnostics
    }

    /// Takes the text that a reader made from a file.
    ///
    /// - Parameters:
    ///   - text: Well-formed UTF-8; ill-formed sequences become U+FFFD, and what lies beyond ``maximumByteCount`` is left
    ///     out. Ranges of the document point into it.
    ///   - file: The bytes of the file, for their number and digest.
    ///   - hints: What the reader knows about the layout.
    ///   - diagnostics: What the reader has to say, with ranges in `text`.
    /// - Complexity: O(bytes).
    public init(
        reading text: [UInt8], from file: [UInt8], name: String?, encoding: TextEncoding, byteOrderMark: Bool = false,
        origin: SourceOrigin, hints: LayoutHints, diagnostics: [ReaderDiagnostic] = []
    ) {
        let plain = SourceText(draft: text, encoding: .utf8)
        self.name = name
        self.encoding = encoding
        self.byteOrderMark = byteOrderMark
        byteCount = file.count
        digest = file.withUnsafeBufferPointer { Digest.sha256($0) }
        utf8 = plain.utf8
        content = plain.content
        lineIndex = plain.lineIndex
        self.origin = origin
        self.hints = hints
        self.diagnostics = plain.diagnostics + diagnostics.map { $0.diagnostic(in: plain) }
    }

    /// Whether offsets lie in the text and cut no character.
    func isText(_ offsets: Range<Int>) -> Bool {
        func isBoundary(_ offset: Int) -> Bool {
            offset >= 0 && offset < utf8.count && utf8[offset] & 0xC0 != 0x80 || offset == utf8.count
        }
        return isBoundary(offsets.lowerBound) && isBoundary(offsets.upperBound)
    }

    /// The range with the line and column of its start. Offsets beyond the text get the position of its end.
    ///
    /// - Complexity: O(1), also in a document of a single line.
    public func range(_ offsets: Range<Int>) -> SourceRange { lineIndex.range(offsets, in: utf8) }
}
