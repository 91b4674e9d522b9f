import Testing

@testable import PolicyText

@Suite struct LineIndexTests {
    /// Line and column by their definition, one byte at a time.
    static func naive(_ utf8: [UInt8], _ offset: Int) -> (line: Int, column: Int) {
        var (line, column) = (1, 0)
        for i in 0...min(offset, utf8.count) {
            if i > 0, utf8[i - 1] == 0x0A || (utf8[i - 1] == 0x0D && (i == utf8.count || utf8[i] != 0x0A)) {
                line += 1
                column = 0
            }
            if i == utf8.count || utf8[i] & 0xC0 != 0x80 { column += 1 }
        }
        return (line, column)
    }

    static let small = [
        "", "a", "\n", "\r", "\r\n", "\n\r", "a\nb", "a\r\nb", "a\rb", "\r\r\n\n", "通知\n通𠀀知\r\n", "甲\u{2028}乙\u{85}丙",
    ]

    @Test(arguments: small) func everyOffset(_ text: String) {
        let utf8 = Array(text.utf8)
        let index = LineIndex(utf8: utf8)
        for offset in 0...utf8.count {
            #expect(index.position(of: offset, in: utf8) == Self.naive(utf8, offset), "offset \(offset)")
        }
    }

    @Test(arguments: 0..<12) func randomTexts(_ seed: Int) {
        var random = SourceRandom(state: UInt64(seed))
        let pool = ["\n", "\r\n", "\r", "a", "é", "通", "𠀀", "\t", "，"]
        // Some texts have many lines, others few.
        let favourite = seed % 2 == 0 ? 2 : 60
        var text = ""
        while text.utf8.count < 3000 + seed * 7 {
            let isFavourite = Int.random(in: 0..<favourite, using: &random) > 0
            text += isFavourite ? "文" : pool.randomElement(using: &random) ?? ""
        }
        var utf8 = Array(text.utf8)
        if seed % 3 == 0 { utf8 = Array(utf8[..<1536]) }  // Whole blocks, perhaps with a character cut off.
        let index = LineIndex(utf8: utf8)
        // The definition again, but carried along instead of counted from the start each time.
        var (line, column) = (1, 0)
        for offset in 0...utf8.count {
            if offset > 0 {
                let before = utf8[offset - 1]
                let isEnd = before == 0x0A || (before == 0x0D && (offset == utf8.count || utf8[offset] != 0x0A))
                if isEnd { (line, column) = (line + 1, 0) }
            }
            if offset == utf8.count || utf8[offset] & 0xC0 != 0x80 { column += 1 }
            let position = index.position(of: offset, in: utf8)
            guard position == (line, max(column, 1)) else {
                Issue.record("offset \(offset): \(position) is not \((line, column))")
                return
            }
        }
        #expect(index.lineCount == line)
    }

    @Test func lineEndsOnBlockEdges() {
        for ending in ["\n", "\r", "\r\n"] {
            for shift in -2...2 {
                let before = String(repeating: "x", count: LineIndex.blockLength + shift)
                let utf8 = Array((before + ending + "通知" + ending).utf8)
                let index = LineIndex(utf8: utf8)
                for offset in utf8.indices.suffix(12) {
                    #expect(index.position(of: offset, in: utf8) == Self.naive(utf8, offset))
                }
            }
        }
    }

    /// Right, and without a walk from the start: 2,000 walks over 2 MB would take this test minutes.
    @Test func singleLongLine() {
        let utf8 = Array(String(repeating: "通a", count: 500_000).utf8)
        let source = SourceText(decoding: utf8)
        var random = SourceRandom(state: 11)
        for _ in 0..<2000 {
            let pair = Int.random(in: 0..<500_000, using: &random)
            #expect(source.range(pair * 4..<pair * 4 + 3).column == pair * 2 + 1)
            #expect(source.range(pair * 4 + 3..<pair * 4 + 4).column == pair * 2 + 2)
            #expect(source.range(pair * 4 + 2..<pair * 4 + 3).column == pair * 2 + 1)
        }
        let end = source.range(utf8.count..<utf8.count)
        #expect(end == SourceRange(start: utf8.count, end: utf8.count, line: 1, column: 1_000_001))
    }

    @Test func memory() {
        let utf8 = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(LineIndex(utf8: utf8).byteCount <= utf8.count * 3 / 100 + 4)
    }

    @Test func offsetsBeyondTheText() {
        let source = SourceText(decoding: Array("甲\n乙".utf8))
        #expect(source.range(100..<200).line == 2)
        #expect(source.range(100..<200).column == 2)
        #expect(source.range(-5..<0).line == 1)
        #expect(source.range(-5..<0).column == 1)
        #expect(SourceText(decoding: []).range(0..<0).column == 1)
    }

    /// The same as the index says, whatever the order that it is asked in.
    @Test(arguments: 0..<6) func cursorAgrees(_ seed: Int) {
        var random = SourceRandom(state: UInt64(seed))
        var text = ""
        while text.utf8.count < 4000 {
            text += seed % 2 == 0 && Int.random(in: 0..<9, using: &random) == 0 ? "\r\n" : "文a𠀀"
        }
        let source = SourceText(decoding: Array(text.utf8), encoding: .utf8)
        source.utf8.withUnsafeBufferPointer { bytes in
            var cursor = PositionCursor(source.lineIndex)
            var offset = 0
            for _ in 0..<3000 {
                // On by a little, mostly; back, and far, now and then.
                let step = Int.random(in: 0..<40, using: &random)
                offset = step == 0 ? Int.random(in: 0...bytes.count, using: &random) : min(offset + step, bytes.count)
                let range = cursor.range(offset..<offset, in: bytes)
                guard range == source.range(offset..<offset) else {
                    Issue.record("offset \(offset): \(range)")
                    return
                }
            }
        }
    }
}
