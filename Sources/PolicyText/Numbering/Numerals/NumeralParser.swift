/// Parses text that is one number as a whole, in any way that notices write numbers.
///
/// Chinese, Arabic and mixed numerals (十五万六千, 1千2百亿), decimals (三点一四, 3.5万), fractions (三分之二,
/// 一又二分之一, 3/5), percentages (百分之十, 10%), signs (负, -), full-width digits and thousands separators.
public enum NumeralParser {
    /// Parses UTF-8 bytes.
    ///
    /// - Returns: `nil` when the bytes are anything but one number, or one with more digits than `Int` holds.
    /// - Complexity: O(n), and O(1) beyond ``NumeralScanner/maximumSymbols`` symbols; nothing is allocated.
    public static func parse(_ bytes: Span<UInt8>) -> Numeral? {
        guard !bytes.isEmpty else { return nil }
        let found = NumeralReader(joinsSpaces: false, isRunning: false).numeral(bytes, at: 0)
        return found.end == bytes.count ? found.numeral : nil
    }

    /// Parses a string.
    public static func parse(_ text: String) -> Numeral? {
        var text = text
        return text.withUTF8 { parse($0.span) }
    }
}
