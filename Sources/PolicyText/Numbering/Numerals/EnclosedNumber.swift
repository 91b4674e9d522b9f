/// A number, letter or stem that is one Unicode scalar: ①, ⑴, ⒈, ㈠, Ⅳ, 甲, Ａ.
public struct EnclosedNumber: Sendable, Hashable {
    /// The form of the character.
    public enum Family: String, Sendable, Hashable, CaseIterable {
        /// ① – ㊿, ⓪
        case circled
        /// ❶ – ❿, ➊ – ➓, ⓫ – ⓴, ⓿
        case negativeCircled
        /// ⓵ – ⓾
        case doubleCircled
        /// ⑴ – ⒇
        case parenthesized
        /// ⒈ – ⒛
        case fullStop
        /// ㈠ – ㈩
        case parenthesizedHan
        /// ㊀ – ㊉
        case circledHan
        /// Ⅰ – Ⅻ, Ⅼ, Ⅽ, Ⅾ, Ⅿ
        case upperRoman
        /// ⅰ – ⅻ, ⅼ, ⅽ, ⅾ, ⅿ
        case lowerRoman
        /// 甲 – 癸 (天干), 1...10
        case stem
        /// A – Z, Ａ – Ｚ, 1...26
        case upperLetter
        /// a – z, ａ – ｚ, 1...26
        case lowerLetter
        /// ⒜ – ⒵, 1...26
        case parenthesizedLetter
        /// Ⓐ – Ⓩ and ⓐ – ⓩ, 1...26
        case circledLetter
    }

    /// The form of the character.
    public let family: Family
    /// 0 for ⓪ and ⓿, from 1 for all others.
    public let value: Int

    /// Classifies a scalar; `nil` when it is none of the families.
    ///
    /// Single letters that are also Roman numerals (I, V, X) count as letters here; see ``RomanNumeral``.
    ///
    /// - Complexity: O(1).
    public init?(_ scalar: Unicode.Scalar) {
        guard let (family, value) = Self.classify(scalar.value) else { return nil }
        self.family = family
        self.value = value
    }

    private static func classify(_ code: UInt32) -> (Family, Int)? {
        func from(_ first: UInt32, _ value: Int = 1) -> Int { Int(code - first) + value }
        return switch code {
        case 0x41...0x5A: (.upperLetter, from(0x41))
        case 0x61...0x7A: (.lowerLetter, from(0x61))
        case 0x2160...0x216B: (.upperRoman, from(0x2160))
        case 0x216C...0x216F: (.upperRoman, romanUnits[from(0x216C, 0)])
        case 0x2170...0x217B: (.lowerRoman, from(0x2170))
        case 0x217C...0x217F: (.lowerRoman, romanUnits[from(0x217C, 0)])
        case 0x2460...0x2473: (.circled, from(0x2460))
        case 0x2474...0x2487: (.parenthesized, from(0x2474))
        case 0x2488...0x249B: (.fullStop, from(0x2488))
        case 0x249C...0x24B5: (.parenthesizedLetter, from(0x249C))
        case 0x24B6...0x24CF: (.circledLetter, from(0x24B6))
        case 0x24D0...0x24E9: (.circledLetter, from(0x24D0))
        case 0x24EA: (.circled, 0)
        case 0x24EB...0x24F4: (.negativeCircled, from(0x24EB, 11))
        case 0x24F5...0x24FE: (.doubleCircled, from(0x24F5))
        case 0x24FF: (.negativeCircled, 0)
        case 0x2776...0x277F: (.negativeCircled, from(0x2776))
        case 0x2780...0x2789: (.circled, from(0x2780))
        case 0x278A...0x2793: (.negativeCircled, from(0x278A))
        case 0x3220...0x3229: (.parenthesizedHan, from(0x3220))
        case 0x3251...0x325F: (.circled, from(0x3251, 21))
        case 0x3280...0x3289: (.circledHan, from(0x3280))
        case 0x32B1...0x32BF: (.circled, from(0x32B1, 36))
        case 0xFF21...0xFF3A: (.upperLetter, from(0xFF21))
        case 0xFF41...0xFF5A: (.lowerLetter, from(0xFF41))
        default: stem(code).map { (.stem, $0) }
        }
    }

    private static let romanUnits = [50, 100, 500, 1000]

    private static func stem(_ code: UInt32) -> Int? {
        switch Unicode.Scalar(code) {
        case "甲": 1
        case "乙": 2
        case "丙": 3
        case "丁": 4
        case "戊": 5
        case "己": 6
        case "庚": 7
        case "辛": 8
        case "壬": 9
        case "癸": 10
        default: nil
        }
    }
}
