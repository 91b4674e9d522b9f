// Sets of characters are written as such, and compared as the numbers that ``TextBytes/code(at:)`` gives: with literals, the
// compiler makes a switch over constants of them.

extension Unicode.Scalar {
    /// The bytes of a character from U+0800 to U+FFFF in UTF-8 as one number, the first one highest.
    @inline(__always)
    fileprivate var code: UInt32 {
        0xE0_8080 | (value & 0xF000) << 4 | (value & 0x0FC0) << 2 | value & 0x3F
    }
}

/// Whether a code, as ``TextBytes/code(at:)`` gives it, is that of a character.
@inline(__always)
func ~= (character: Unicode.Scalar, code: UInt32) -> Bool { code == character.code }

@inline(__always)
func == (code: UInt32, character: Unicode.Scalar) -> Bool { code == character.code }

@inline(__always)
func != (code: UInt32, character: Unicode.Scalar) -> Bool { code != character.code }

extension UInt8 {
    /// The bytes of the character that one begins; 1 for a byte that begins none. Looked up by the upper half, without a jump.
    @inline(__always)
    var characterWidth: Int {
        let widths: UInt64 = 0x4322_1111_1111_1111
        return Int(truncatingIfNeeded: widths &>> UInt64(truncatingIfNeeded: (self &>> 4) &<< 2) & 0xF)
    }
}
