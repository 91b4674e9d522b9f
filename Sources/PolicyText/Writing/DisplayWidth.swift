import CICUBridge

/// The width of text on a terminal with East Asian fonts, for aligning columns and placing carets.
public enum DisplayWidth {
    /// The columns that a text takes: two for Han and full-width characters, none for marks and controls (UAX #11).
    ///
    /// - Complexity: O(characters).
    public static func columns(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// The columns that a character takes: 0, 1 or 2.
    public static func columns(of scalar: Unicode.Scalar) -> Int {
        // Printable ASCII without a call.
        if scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
        return Int(cicu_column_count(scalar.value))
    }
}
