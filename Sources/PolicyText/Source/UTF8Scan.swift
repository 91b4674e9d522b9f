import CTextScan

/// What a strict pass over bytes found (Unicode 15, table 3-7: no surrogates, no overlong forms, nothing above U+10FFFF).
struct UTF8Scan {
    /// Where the first ill-formed sequence starts; the number of bytes when there is none.
    private(set) var end: Int
    /// NUL bytes before `end`.
    private(set) var nulCount = 0

    /// Scans from `start`, which must be the boundary of a character.
    ///
    /// - Complexity: O(bytes), by blocks of 64 where there is nothing odd, else by characters.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
        end = start
        guard let base = bytes.baseAddress else { return }
        // The blocks look two bytes back, which may be malformed ones before `start`.
        var limit = start + 2
        while end < bytes.count {
            while end < min(limit, bytes.count) {
                if base[end] < 0x80 {
                    nulCount &+= base[end] == 0 ? 1 : 0
                    end &+= 1
                } else {
                    guard case .wellFormed(let length) = UTF8Sequence(bytes, at: end) else { return }
                    end &+= length
                }
            }
            end = ctextscan_plain_utf8(base, end, bytes.count, &nulCount)
            // What stopped the blocks, and a block more: the next try must not look at the same bytes again.
            limit = end + Int(CTEXTSCAN_BLOCK)
        }
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
