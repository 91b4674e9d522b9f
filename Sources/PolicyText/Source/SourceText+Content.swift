extension SourceText {
    /// What the bytes of a source hold.
    public enum Content: String, Sendable, Hashable, CaseIterable {
        /// Text, damaged perhaps.
        case text
        /// No bytes at all.
        case empty
        /// White space and invisible characters only.
        case blank
        /// NUL bytes and no text, or the signature of a binary format such as ZIP.
        case binary
    }
}

extension SourceText.Content {
    /// Tells text from blanks; stops at the first visible character.
    init(of utf8: [UInt8]) {
        let isBlank = utf8.withUnsafeBufferPointer { bytes in
            var at = 0
            while at < bytes.count {
                guard case .wellFormed(let length) = UTF8Sequence(bytes, at: at),
                    Self.isInvisible(bytes, at..<at + length)
                else { return false }
                at += length
            }
            return true
        }
        self = isBlank ? .blank : .text
    }

    private static func isInvisible(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 1 else {
            // NUL too: padding of a blank file.
            return bytes[range.lowerBound] <= 0x20
        }
        // C2..DF take five bits of the first byte, E0..EF four, F0..F4 three.
        var value = UInt32(bytes[range.lowerBound]) & (0xFF >> UInt32(range.count + 1))
        for byte in bytes[range.dropFirst()] { value = value << 6 | UInt32(byte & 0x3F) }
        switch value {
        case 0x00AD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: return true
        default: return Unicode.Scalar(value)?.properties.isWhitespace ?? false
        }
    }
}
