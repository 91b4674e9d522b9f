import Testing

@testable import PolicyText

struct BracketPairingTests {
    /// Text and its pairs, as positions of characters from 0.
    static let table = ClerkRow.rows(
        """
        （甲） | 0-2
        （甲) | 0-2
        (甲） | 0-2
        ［甲] | 0-2
        （甲（乙）） | 0-5 2-4
        （一）（二） | 0-2 3-5
        《甲〈乙〉》 | 0-5 2-4
        «甲» | 0-2
        “甲‘乙’” | 0-5 2-4
        「甲『乙』」 | 0-5 2-4
        〔2024〕 | 0-5
        【甲】 | 0-2
        （甲 | -
        甲） | -
        ）（ | -
        （甲》 | -
        《甲） | -
        〔甲） | -
        // A stray bracket inside a pair does not break it.
        “甲（乙” | 0-4
        （甲《乙） | 0-4
        // Crossed: the outer one closes, the inner stays alone.
        （甲《乙）丙》 | 0-4
        （（甲） | 1-3
        （甲）） | 0-2
        """)

    @Test(arguments: table)
    func pairs(row: ClerkRow) { #expect(Self.pairs(row[0]) == row[1]) }

    /// The partner may be as far away as the reach, not farther.
    @Test func reachesSoFar() {
        let most = (BracketPairing.reach - 3) / 3
        let near = String(repeating: "字", count: most)
        #expect(Self.pairs("（\(near)）") == "0-\(most + 1)")
        #expect(Self.pairs("（\(near)字字）") == "")
        #expect(Self.pairs("（\(near)字（甲）") == "\(most + 2)-\(most + 4)")
    }

    @Test func pairsWhatNestsAsDeepAsItLooks() {
        let depth = BracketPairing.depth
        let nested = String(repeating: "（", count: depth) + "甲" + String(repeating: "）", count: depth)
        #expect(Self.pairs(nested).split(separator: " ").count == depth)
        let deeper = String(repeating: "（", count: depth * 2) + "甲" + String(repeating: "）", count: depth * 2)
        let source = SourceText(decoding: Array(deeper.utf8), encoding: .utf8)
        #expect(DocumentChecker(source).tokenFaults() == [])
        #expect(Self.pairs(deeper).split(separator: " ").count == depth)
    }

    private static func pairs(_ text: String) -> String {
        let source = SourceText(decoding: Array(text.utf8), encoding: .utf8)
        let tokens = Tokenizer.tokens(of: source)
        let position = { (offset: Int) in String(decoding: source.utf8[..<offset], as: UTF8.self).unicodeScalars.count }
        return tokens.indices.compactMap { index in
            guard let partner = tokens[index].partner, partner > index else { return nil }
            return "\(position(tokens[index].start))-\(position(tokens[partner].start))"
        }.joined(separator: " ")
    }
}
