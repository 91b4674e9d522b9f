/// What a strict pass over bytes found (Unicode 15, table 3-7: no surrogates, no overlong forms, nothing above U+10FFFF).
struct UTF8Scan {
    /// Where the first ill-formed sequence starts; the number of bytes when there is none.
    private(set) var end: Int
    /// NUL bytes before `end`.
    private(set) var nulCount = 0

    /// Scans from `start`, which must be the boundary of a character.
    ///
    /// - Complexity: O(bytes); five Chinese characters or eight ASCII ones per step.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
        end = start
        guard let base = bytes.baseAddress else { return }
        let raw = UnsafeRawPointer(base)
        let count = bytes.count
        var i = start
        while i < count {
            if i &+ 16 <= count {
                let low = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                let high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i &+ 8, as: UInt64.self))
                if Self.holdsPlainTriples(low, high) {
                    i &+= 15
                    continue
                }
            }
            if i &+ 8 <= count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                if Self.holdsTwoTriples(word) {
                    i &+= 6
                    continue
                }
                if word & 0x8080_8080_8080_8080 == 0 {
                    if (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0 {
                        nulCount &+= Self.nulBytes(in: word)
                    }
                    i &+= 8
                    continue
                }
                if word & 0xC0C0F0 == 0x8080E0 && Self.isAllowed(word) {
                    i &+= 3
                    continue
                }
            }
            if base[i] < 0x80 {
                nulCount &+= base[i] == 0 ? 1 : 0
                i &+= 1
                continue
            }
            guard case .wellFormed(let length) = UTF8Sequence(bytes, at: i) else { break }
            i &+= length
        }
        end = i
    }

    /// Whether the first fifteen bytes are five three-byte characters that begin with neither E0 nor ED, as Chinese ones
    /// do not: then there is nothing overlong and no surrogate to look for.
    @inline(__always)
    private static func holdsPlainTriples(_ low: UInt64, _ high: UInt64) -> Bool {
        guard low & 0xC0F0_C0C0_F0C0_C0F0 == 0x80E0_8080_E080_80E0,
            high & 0x00C0_C0F0_C0C0_F0C0 == 0x0080_80E0_8080_E080
        else { return false }
        // The low halves of the first bytes, in bytes of their own: adding F carries out of all that are not zero.
        let halves = low & 0x000F_0000_0F00_000F | high & 0x0000_000F_0000_0F00
        let carries: UInt64 = 0x0010_0010_1000_1010
        let ones: UInt64 = 0x000F_000F_0F00_0F0F
        return (halves &+ ones) & ((halves ^ 0x000D_000D_0D00_0D0D) &+ ones) & carries == carries
    }

    /// Whether the low six bytes are two well-formed three-byte characters.
    @inline(__always)
    private static func holdsTwoTriples(_ word: UInt64) -> Bool {
        word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 && isAllowed(word) && isAllowed(word >> 24)
    }

    /// Whether a three-byte character is neither overlong (E0 80..9F) nor a surrogate (ED A0..BF).
    @inline(__always)
    private static func isAllowed(_ word: UInt64) -> Bool {
        word & 0x200F != 0 && word & 0x200F != 0x200D
    }

    private static func nulBytes(in word: UInt64) -> Int {
        var count = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) where (word >> shift) & 0xFF == 0 { count += 1 }
        return count
    }
}

/// What stands at one place: a character, or the bytes that one U+FFFD replaces.
///
/// The latter are the "maximal subpart" of the Unicode Standard (3.9, as in the WHATWG Encoding Standard), so that every
/// conforming decoder gives the same text.
enum UTF8Sequence: Equatable {
    case wellFormed(Int)
    case malformed(Int)
    /// The bytes end inside a character that is well-formed so far.
    case unfinished(Int)

    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        let following: Int
        var allowed: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[start] {
        case 0x00...0x7F: following = 0
        case 0xC2...0xDF: following = 1
        case 0xE0: (following, allowed) = (2, 0xA0...0xBF)
        case 0xED: (following, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: following = 2
        case 0xF0: (following, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: following = 3
        case 0xF4: (following, allowed) = (3, 0x80...0x8F)
        default:
            self = .malformed(1)
            return
        }
        for i in 0..<following {
            let at = start + 1 + i
            guard at < bytes.count else {
                self = .unfinished(at - start)
                return
            }
            guard allowed.contains(bytes[at]) else {
                self = .malformed(at - start)
                return
            }
            allowed = 0x80...0xBF
        }
        self = .wellFormed(following + 1)
    }
}
