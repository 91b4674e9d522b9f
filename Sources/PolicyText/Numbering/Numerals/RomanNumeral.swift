/// A Roman numeral in one or more scalars: Ⅳ, IV, ＸＩＶ, ⅩⅢ, xii.
public struct RomanNumeral: Sendable, Hashable {
    /// The highest number that is read; markers do not go beyond, and words of I, V, X, L, C stay words.
    public static let maximum = 39

    /// 1...``maximum``.
    public let value: Int
    /// Whether the letters are capitals.
    public let isUpper: Bool

    /// Parses bytes that are a Roman numeral as a whole.
    ///
    /// Letters must be of one case and in the one correct order: IIII, IC and Iv are rejected. Code points of
    /// several letters (Ⅻ) stand for their letters, so that ⅩⅢ is 13.
    ///
    /// - Complexity: O(1); nothing is allocated.
    public static func parse(_ bytes: Span<UInt8>) -> RomanNumeral? {
        // Reads the tens, then looks the ones up by their letters, in base 4: I = 1, V = 2, X = 3.
        var letters = 0
        var tens = 0
        var upper: Bool?
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard let part = Part(scalar), upper == nil || upper == part.isUpper else { return nil }
            upper = part.isUpper
            var code = part.letters
            while code > 0 {
                let letter = code & 3
                code >>= 2
                if letter == 3, letters == 0 {
                    tens += 1
                } else {
                    letters = letters << 2 | letter
                }
                guard tens <= 3, letters < 1 << 8 else { return nil }
            }
            offset += length
        }
        guard let upper, let ones = ones(letters), tens + ones > 0 else { return nil }
        return RomanNumeral(value: tens * 10 + ones, isUpper: upper)
    }

    /// Parses a string that is a Roman numeral as a whole.
    public static func parse(_ text: String) -> RomanNumeral? {
        var text = text
        return text.withUTF8 { parse($0.span) }
    }

    private static func ones(_ letters: Int) -> Int? {
        switch letters {
        case 0: 0
        case 0b01: 1
        case 0b01_01: 2
        case 0b01_01_01: 3
        case 0b01_10: 4
        case 0b10: 5
        case 0b10_01: 6
        case 0b10_01_01: 7
        case 0b10_01_01_01: 8
        case 0b01_11: 9
        default: nil
        }
    }

    /// The letters of one scalar, the first in the lowest two bits.
    private struct Part {
        let letters: Int
        let isUpper: Bool

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x2160...0x216B: (letters, isUpper) = (Self.compound(scalar.value - 0x2160), true)
            case 0x2170...0x217B: (letters, isUpper) = (Self.compound(scalar.value - 0x2170), false)
            default:
                switch scalar {
                case "I", "Ｉ": (letters, isUpper) = (1, true)
                case "V", "Ｖ": (letters, isUpper) = (2, true)
                case "X", "Ｘ": (letters, isUpper) = (3, true)
                case "i", "ｉ": (letters, isUpper) = (1, false)
                case "v", "ｖ": (letters, isUpper) = (2, false)
                case "x", "ｘ": (letters, isUpper) = (3, false)
                default: return nil
                }
            }
        }

        private static func compound(_ index: UInt32) -> Int {
            switch index {
            case 0: 0b01
            case 1: 0b01_01
            case 2: 0b01_01_01
            case 3: 0b10_01
            case 4: 0b10
            case 5: 0b01_10
            case 6: 0b01_01_10
            case 7: 0b01_01_01_10
            case 8: 0b11_01
            case 9: 0b11
            case 10: 0b01_11
            default: 0b01_01_11
            }
        }
    }
}
