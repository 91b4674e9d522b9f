import PolicyText

/// Decodes a page: by its byte order mark, by what the caller says, by its bytes, and by what it says of itself.
enum HTMLEncoding {
    /// How far into a page its charset may be declared, in bytes; browsers look at 1024.
    static let reach = 8_192

    static func decode(_ bytes: [UInt8], name: String?, encoding: TextEncoding?) -> SourceText {
        if let encoding { return SourceText(decoding: bytes, name: name, encoding: encoding) }
        let found = SourceText(decoding: bytes, name: name)
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
        case .gb18030, .big5: return SourceText(decoding: bytes, name: name, encoding: declared)
        }
    }

    /// `<meta charset=gbk>`, or `charset=` in the content of http-equiv.
    static func declared(in bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(reach).map(PageLexicons.lower)
        let word = Array("charset".utf8)
        var at = 0
        while at + word.count < head.count {
            defer { at += 1 }
            guard head[at] == word[0], head[at...].starts(with: word) else { continue }
            var start = at + word.count
            while start < head.count, head[start] <= 0x20 { start += 1 }
            guard start < head.count, head[start] == 0x3D else { continue }
            start += 1
            while start < head.count, head[start] <= 0x20 || head[start] == 0x22 || head[start] == 0x27 { start += 1 }
            let label = head[start...].prefix(24).prefix {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
            if let encoding = TextEncoding(label: String(decoding: label, as: UTF8.self)) { return encoding }
        }
        return nil
    }
}
