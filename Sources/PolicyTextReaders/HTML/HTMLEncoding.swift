import PolicyText

/// Decodes a page: by its byte order mark, by what the caller says, by its bytes, and by what it says of itself.
enum HTMLEncoding {
    /// How far into a page its charset may be declared, in bytes; browsers look at 1024.
    static let reach = 8_192

    static func decode(_ bytes: [UInt8], encoding: TextEncoding?) -> SourceText {
        if let encoding { return SourceText(draft: bytes, encoding: encoding) }
        let found = SourceText(draft: bytes, encoding: nil)
        guard !found.byteOrderMark, let declared = declared(in: bytes), declared != found.encoding else { return found }
        // Strict UTF-8 beyond ASCII is no accident, whatever the page says.
        if found.encoding == .utf8, !found.diagnostics.contains(where: { $0.rule == .malformedBytes }),
            bytes.contains(where: { $0 >= 0x80 })
        {
            return found
        }
        switch declared {
        case .utf16LittleEndian, .utf16BigEndian:
            // The declaration was read as ASCII: it cannot be true.
            return found
        case .utf8:
            // Bytes that are no UTF-8 are what they look like.
            return found
        case .gb18030, .big5: return SourceText(draft: bytes, encoding: declared)
        }
    }

    /// `<meta charset=gbk>`, or `charset=` in the content of http-equiv.
    static func declared(in bytes: [UInt8]) -> TextEncoding? {
        bytes.withUnsafeBufferPointer { bytes in
            let end = min(reach, bytes.count) - 8
            var at = 0
            while at < end {
                // The first letter, in either case, and the fourth: most text has neither.
                if bytes[at] | 0x20 == 0x63, bytes[at + 3] | 0x20 == 0x72, isCharset(bytes, at),
                    let encoding = encoding(bytes, behind: at + 7)
                {
                    return encoding
                }
                at += 1
            }
            return nil
        }
    }

    private static func isCharset(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let word: StaticString = "charset"
        return (0..<7).allSatisfy { bytes[at + $0] | 0x20 == word.utf8Start[$0] }
    }

    /// `=gbk`, perhaps in quotation marks.
    private static func encoding(_ bytes: UnsafeBufferPointer<UInt8>, behind word: Int) -> TextEncoding? {
        var start = word
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        guard start < bytes.count, bytes[start] == 0x3D else { return nil }
        start += 1
        while start < bytes.count, bytes[start] <= 0x20 || bytes[start] == 0x22 || bytes[start] == 0x27 { start += 1 }
        let label = bytes[start...].prefix(24).prefix {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F
        }
        return TextEncoding(label: String(decoding: label, as: UTF8.self))
    }
}
