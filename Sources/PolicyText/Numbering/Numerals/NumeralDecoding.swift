/// Reads Unicode scalars out of UTF-8 bytes for the numeral parsers.
extension Span where Element == UInt8 {
    /// The scalar at a byte offset and its length in bytes; U+FFFD with length 1 where the bytes are no UTF-8.
    ///
    /// - Precondition: `offset` is below `count`.
    /// - Complexity: O(1).
    @inline(__always)
    func numeralScalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(self[offset])
        if first < 0x80 { return (Unicode.Scalar(UInt8(truncatingIfNeeded: first)), 1) }
        let rest = count &- offset
        if first & 0xF0 == 0xE0, rest > 2 {
            let second = UInt32(self[unchecked: offset &+ 1])
            let third = UInt32(self[unchecked: offset &+ 2])
            if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
                let value = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
                if value > 0x7FF, let scalar = Unicode.Scalar(value) { return (scalar, 3) }
            }
        } else if first & 0xE0 == 0xC0, rest > 1 {
            let second = UInt32(self[unchecked: offset &+ 1])
            let value = (first & 0x1F) << 6 | second & 0x3F
            if second & 0xC0 == 0x80, value > 0x7F, let scalar = Unicode.Scalar(value) { return (scalar, 2) }
        } else if first & 0xF8 == 0xF0, rest > 3 {
            let second = UInt32(self[unchecked: offset &+ 1])
            let third = UInt32(self[unchecked: offset &+ 2])
            let fourth = UInt32(self[unchecked: offset &+ 3])
            let value = (first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
            if second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80, value > 0xFFFF,
                let scalar = Unicode.Scalar(value)
            {
                return (scalar, 4)
            }
        }
        return ("\u{FFFD}", 1)
    }

    /// The scalar that ends at a byte offset, `nil` at the start.
    ///
    /// - Complexity: O(1).
    func numeralScalar(before offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard offset > 0, offset <= count else { return nil }
        var start = offset - 1
        while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        let found = numeralScalar(at: start)
        return start + found.length == offset ? found : ("\u{FFFD}", 1)
    }
}

extension Unicode.Scalar {
    /// The value of 0–9 or ０–９, `nil` for other scalars.
    @inline(__always)
    var arabicDigit: Int? {
        switch value {
        case 0x30...0x39: Int(value &- 0x30)
        case 0xFF10...0xFF19: Int(value &- 0xFF10)
        default: nil
        }
    }
}
