import Testing

@testable import PolicyText

/// A row of a table that anyone can edit: cells between ` | `, and signs for what cannot be seen.
///
/// `⏎` is a line end, `␠` a space, `⇥` a tab, `␌` a form feed, `⬚` U+3000, `⌴` NBSP, `ʘ` a zero-width space; an empty cell is `-`.
struct ClerkRow: Sendable, CustomTestStringConvertible {
    var cells: [String]
    var testDescription: String { cells[0] }

    subscript(index: Int) -> String { index < cells.count ? Self.shown(cells[index]) : "" }

    /// The rows of a table; lines that are blank or begin with `//` are none.
    static func rows(_ table: String) -> [ClerkRow] {
        table.split(separator: "\n").map { $0.trimmingSpaces }.filter { !$0.isEmpty && !$0.hasPrefix("//") }
            .map { line in ClerkRow(cells: line.split(separator: " | ").map { $0.trimmingSpaces }) }
    }

    private static func shown(_ cell: String) -> String {
        if cell == "-" { return "" }
        return String(String.UnicodeScalarView(cell.unicodeScalars.map { signs[$0] ?? $0 }))
    }

    private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
        "⏎": "\n", "␠": " ", "⇥": "\t", "␌": "\u{C}", "⬚": "\u{3000}", "⌴": "\u{A0}", "ʘ": "\u{200B}",
    ]
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

/// Runs a stage over the tokens of a text.
func withTokens<Result>(_ text: String, _ body: (TokenText) throws -> Result) rethrows -> Result {
    let source = SourceText(decoding: Array(text.utf8), encoding: .utf8)
    var tokens = Tokenizer.tokens(of: source)
    return try source.utf8.withUnsafeBufferPointer { bytes in
        try tokens.withUnsafeMutableBufferPointer { try TokenText.with(bytes, $0, body) }
    }
}
