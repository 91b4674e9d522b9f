import Testing

@testable import PolicyText

@Suite struct MalformedTests {
    /// Maximal subparts: the rows of the Unicode Standard's tables 3-8 to 3-11, and Chinese ones.
    static let rows: [(hex: String, text: String, count: Int, unfinished: Bool)] = [
        ("C0 AF E0 80 BF F0 81 82 41", String(repeating: "\u{FFFD}", count: 8) + "A", 8, false),
        ("ED A0 80 ED BF BF ED AF 41", String(repeating: "\u{FFFD}", count: 8) + "A", 8, false),
        ("F4 91 92 93 FF 41 80 BF 42", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A\u{FFFD}\u{FFFD}B", 7, false),
        ("E1 80 E2 F0 91 92 F1 BF 41", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A", 4, false),
        ("E9 80 9A E7 9F", "通\u{FFFD}", 0, true),
        ("E9 80 9A E7", "通\u{FFFD}", 0, true),
        ("E9 80 9A F0 A0 80", "通\u{FFFD}", 0, true),
        ("E9 80 9A FF E7 9F", "通\u{FFFD}\u{FFFD}", 1, true),
        ("80 E9 80 9A", "\u{FFFD}通", 1, false),
        ("E9 80 E9 80 9A", "\u{FFFD}通", 1, false),
    ]

    @Test(arguments: rows) func maximalSubparts(_ hex: String, _ text: String, _ count: Int, _ unfinished: Bool) {
        let source = SourceText(decoding: SourceFixture.bytes(hex), encoding: .utf8)
        #expect(source.text == text)
        #expect((source.diagnostic(.malformedBytes) != nil) == (count > 0))
        if count > 0 { #expect(source.diagnostic(.malformedBytes)?.message.contains(" \(count) ") == true) }
        #expect((source.diagnostic(.unfinishedCharacter) != nil) == unfinished)
        #expect(source.text == String(decoding: SourceFixture.bytes(hex), as: UTF8.self))
    }

    @Test func placeOfTheFirst() throws {
        let bytes = Array("通知\n甲".utf8) + [0xFF] + Array("乙丙丁戊己庚辛".utf8) + [0xFE]
        let source = SourceText(decoding: bytes)
        let diagnostic = try #require(source.diagnostics.first)
        #expect(source.rules == [.malformedBytes])
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.range == SourceRange(start: 10, end: 13, line: 2, column: 2))
        #expect(diagnostic.message.contains(" 2 "))
        #expect(diagnostic.messageEnglish.hasPrefix("2 malformed UTF-8 sequences"))
    }

    @Test func unfinishedAtTheEndIsStillStrictUTF8() throws {
        let source = SourceText(decoding: Array("通知".utf8) + [0xE4, 0xB8])
        #expect(source.encoding == .utf8)
        #expect(source.rules == [.unfinishedCharacter])
        #expect(try #require(source.diagnostics.first).range == SourceRange(start: 6, end: 9, line: 1, column: 3))
    }

    @Test func otherEncodings() {
        let rows: [(hex: String, encoding: TextEncoding, text: String, rules: [Diagnostic.Rule])] = [
            ("CD A8 FF D6 AA", .gb18030, "通\u{FFFD}知", [.malformedBytes]),
            ("CD A8 D6", .gb18030, "通\u{FFFD}", [.unfinishedCharacter]),
            ("B3 71 FF AA BE", .big5, "通\u{FFFD}知", [.malformedBytes]),
            ("B3 71 AA", .big5, "通\u{FFFD}", [.unfinishedCharacter]),
            ("1A 90 00 DC E5 77", .utf16LittleEndian, "通\u{FFFD}知", [.malformedBytes]),
            ("1A 90 E5", .utf16LittleEndian, "通\u{FFFD}", [.unfinishedCharacter]),
            ("90 1A D8 40", .utf16BigEndian, "通\u{FFFD}", [.unfinishedCharacter]),
        ]
        for row in rows {
            let source = SourceText(decoding: SourceFixture.bytes(row.hex), encoding: row.encoding)
            #expect(source.text == row.text, "\(row.hex)")
            #expect(source.rules == row.rules, "\(row.hex)")
        }
    }

    /// Damage and cut-off characters on every side of the pieces that the decoder feeds to ICU.
    @Test func damageAcrossPieces() throws {
        let filler = [UInt8](repeating: 0x61, count: (1 << 16) - 3)
        for shift in 0..<6 {
            let bytes = filler + [UInt8](repeating: 0x62, count: shift) + SourceFixture.bytes("CD A8 FF 81 39 EE 39 D6")
            let source = SourceText(decoding: bytes, encoding: .gb18030)
            let text = String(decoding: source.utf8.dropFirst(filler.count + shift), as: UTF8.self)
            #expect(text == "通\u{FFFD}㐀\u{FFFD}")
            #expect(source.rules == [.malformedBytes, .unfinishedCharacter])
        }
    }

    @Test func scanAgreesWithTheStandardLibrary() {
        var random = SourceRandom(state: 3)
        let pool: [[UInt8]] = ["a", "é", "通", "𠀀", "\0", "。"].map { Array($0.utf8) }
        for _ in 0..<3000 {
            var bytes = (0..<20).flatMap { _ in pool.randomElement(using: &random) ?? [] }
            if Bool.random(using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let scan = bytes.withUnsafeBufferPointer { UTF8Scan($0) }
            #expect((scan.end == bytes.count) == (String(validating: bytes, as: UTF8.self) != nil))
            #expect(String(validating: bytes[..<scan.end], as: UTF8.self) != nil)
            #expect(scan.nulCount == bytes[..<scan.end].count { $0 == 0 })
            let source = SourceText(decoding: bytes, encoding: .utf8)
            #expect(source.content == .binary || source.text == String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Damage at every place of the blocks that the scan goes by, in text that is plain otherwise.
    @Test(arguments: [
        "E0 80 80", "ED A0 80", "C0 80", "80", "E9 80", "F4 90 80 80", "F0 9F 98", "FF", "E9", "00", "F0 A0 80 80",
    ])
    func scanFindsDamageInBlocks(hex: String) {
        let damage = SourceFixture.bytes(hex)
        for filler in ["通知", "a", "通a", "é"] {
            let text = Array(String(repeating: filler, count: 200).utf8)
            for place in 0..<150 where text[place] & 0xC0 != 0x80 {
                let bytes = text[..<place] + damage + text[place...]
                let (end, nulCount) = Self.naiveScan(Array(bytes))
                let scan = Array(bytes).withUnsafeBufferPointer { UTF8Scan($0) }
                #expect(scan.end == end && scan.nulCount == nulCount, "\(filler) \(place)")
                // Behind damage the scan starts anew, at any place of a block.
                let source = SourceText(decoding: Array(bytes), encoding: .utf8)
                #expect(source.content == .binary || source.text == String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    /// Where the first ill-formed sequence starts and the NULs before it, character by character.
    private static func naiveScan(_ bytes: [UInt8]) -> (end: Int, nulCount: Int) {
        bytes.withUnsafeBufferPointer { bytes in
            var end = 0
            var nulCount = 0
            while end < bytes.count, case .wellFormed(let length) = UTF8Sequence(bytes, at: end) {
                nulCount += bytes[end] == 0 ? 1 : 0
                end += length
            }
            return (end, nulCount)
        }
    }
}
