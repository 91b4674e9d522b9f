/// The hash of a name by its bytes, eight a step: the same for all tables, so that one is enough for a span.
enum NameHash {
    /// - Parameter span: Not behind the end of the bytes; those behind it in the same word are masked out.
    @inline(__always)
    static func of(_ span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: span.count) &* 0x9E37_79B9_7F4A_7C15
        var offset = span.lowerBound
        let raw = UnsafeRawBufferPointer(bytes)
        while offset &+ 8 <= span.upperBound {
            hash = mix(hash, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset &+= 8
        }
        guard offset < span.upperBound else { return hash ^ hash >> 29 }
        var rest: UInt64 = 0
        if offset &+ 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            rest = word & (1 << UInt64(8 &* (span.upperBound &- offset)) &- 1)
        } else {
            for (place, byte) in raw[offset..<span.upperBound].enumerated() {
                rest |= UInt64(byte) << UInt64(8 * place)
            }
        }
        hash = mix(hash, rest)
        return hash ^ hash >> 29
    }

    /// The hash of two names with a hole between them.
    @inline(__always)
    static func joined(_ head: UInt64, _ tail: UInt64) -> UInt64 {
        let hash = mix(head, tail &+ 0x9E37_79B9_7F4A_7C15)
        return hash ^ hash >> 29
    }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ mixed >> 32
    }
}
