import CTextScan
import Testing

@testable import PolicyText

struct TokenTests {
    @Test func hotStructsStaySmall() {
        #expect(MemoryLayout<Token>.stride == 16)
        #expect(MemoryLayout<SourcePiece>.stride == 8)
        #expect(MemoryLayout<SourceRange>.stride == 16)
    }

    /// C writes tokens and notes of lines where they lie.
    @Test func hotStructsLieAsInC() {
        #expect(MemoryLayout<Token>.stride == MemoryLayout<ctextscan_token>.stride)
        #expect(MemoryLayout<Token>.offset(of: \.startOffset) == MemoryLayout<ctextscan_token>.offset(of: \.start))
        #expect(MemoryLayout<Token>.offset(of: \.endOffset) == MemoryLayout<ctextscan_token>.offset(of: \.end))
        #expect(MemoryLayout<Token>.offset(of: \.partnerIndex) == MemoryLayout<ctextscan_token>.offset(of: \.partner))
        #expect(MemoryLayout<Token>.offset(of: \.kind) == MemoryLayout<ctextscan_token>.offset(of: \.kind))
        #expect(MemoryLayout<Token>.offset(of: \.role) == MemoryLayout<ctextscan_token>.offset(of: \.role))
        #expect(MemoryLayout<LineNote>.stride == MemoryLayout<ctextscan_line>.stride)
        #expect(MemoryLayout<LineNote>.offset(of: \.kinds) == MemoryLayout<ctextscan_line>.offset(of: \.kinds))
    }

    /// Tokens come sixteen at a time, by vectors, and one by one: text of all kinds in any order, against the plainest way.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func cutsAsOneByOne(seed: UInt64) {
        let pieces: [String] = [
            "文", "件", "二", "十", "年", "第", "表", "　", " ", "\t", "\r", "\n", "\u{C}", "1", "２", "a", "Ｂ", "é", "Я", "-",
            "—", "*", "#", "\\",
            "○", "〇", "々", "，", "。", "（", "）", "《", "》", "“", "”", "、", "𠮷", "😀", "\u{AD}", "\u{FFFD}", "\u{E000}",
            "\u{1}", "\u{85}",
            "\u{2028}", "䷀", "안", "ⅰ", "①", "\u{F0000}",
        ]
        var random = SplitMix64(seed: seed)
        var text = ""
        while text.utf8.count < 200 + Int(seed) * 97 {
            let piece = pieces[Int(random.next() % UInt64(pieces.count))]
            let isRun = random.next() % 8 == 0
            for _ in 0..<(isRun ? 1 + random.next() % 40 : 1) { text += piece }
        }
        let scan = Tokenizer.scan(SourceText(decoding: Array(text.utf8), encoding: .utf8))
        #expect(
            scan.tokens.map { TokenModel.Cut(kind: $0.kind, start: $0.start, end: $0.end) }
                == TokenModel.tokens(of: text))
        let model = TokenModel(scan.tokens, Array(text.utf8))
        #expect(scan.landmarks.lines.map { "\($0.end) \($0.width) \($0.spaces)" } == model.lines)
        #expect(scan.landmarks.hanBytes == model.hanBytes)
        #expect(scan.landmarks.brackets.map(Int.init) == model.brackets)
        #expect(scan.landmarks.years.map(Int.init) == model.years)
        let white = scan.tokens.indices.filter { scan.tokens[$0].kind == .whitespace }
        #expect(white.allSatisfy { scan.landmarks.spaces.first(from: $0, before: $0 + 1) == $0 })
        #expect(scan.landmarks.spaces.first(from: (white.last ?? -1) + 1, before: scan.tokens.count) == nil)
    }

    /// Text and the kinds of its tokens.
    static let kinds = ClerkRow.rows(
        """
        一、总体要求 | hanNumeral enumerationComma han
        （一）甲 | openBracket hanNumeral closeBracket han
        1．5月 | digits dot digits han
        １２Ａｂ | digits latin
        二〇二四年 | hanNumeral han
        二○二四年 | hanNumeral han
        ○二四 | bullet hanNumeral
        ●甲 | bullet han
        ①⑴⒈㈠Ⅰ | enclosedNumber enclosedNumber enclosedNumber enclosedNumber enclosedNumber
        ❶㉑ | enclosedNumber enclosedNumber
        《甲》〈乙〉 | openTitle han closeTitle openTitle han closeTitle
        «甲»‹乙› | openTitle han closeTitle openTitle han closeTitle
        “甲”‘乙’ | openQuote han closeQuote openQuote han closeQuote
        「甲」『乙』 | openQuote han closeQuote openQuote han closeQuote
        "甲' | straightQuote han straightQuote
        〔2024〕[1]【2】{3} | openBracket digits closeBracket openBracket digits closeBracket openBracket digits closeBracket openBracket digits closeBracket
        。｡！？!? | sentenceEnd sentenceEnd sentenceEnd sentenceEnd sentenceEnd sentenceEnd
        ，,、､；;：: | comma comma enumerationComma enumerationComma semicolon semicolon colon colon
        ——－─ | dash
        2021—2025 | digits dash digits
        ~～〜 | tilde tilde tilde
        ……⋯ | ellipsis ellipsis ellipsis
        %％‰ | percent percent percent
        /／ | slash slash
        **`# | markdown markdown markdown
        甲ʘ乙⬚⌴␠丙 | han whitespace han whitespace han
        甲⇥⏎⏎乙 | han whitespace lineEnd lineEnd han
        甲␌乙 | han pageBreak han
        α和β | latin han latin
        CO2 | latin digits
        é | latin
        豈更 | han
        𠮷野家 | han
        〇零壹贰拾佰万亿两廿 | hanNumeral
        々仝 | han
        +=℃ | symbol symbol symbol
        ￥3 | symbol digits
        안녕 | other
        """)

    /// Words of Han are found 64 bytes at a time, by tables over half bytes: each character is put between words at places
    /// that differ, and is what the table of kinds says.
    @Test func everyCharacterBetweenWords() {
        var text: [UInt8] = []
        var expected: [(kind: TokenKind, start: Int)] = []
        func append(_ scalar: Unicode.Scalar, _ kind: TokenKind) {
            let joins = kind == .han && expected.last?.kind == .han
            if !joins { expected.append((kind, text.count)) }
            text += Array(String(scalar).utf8)
        }
        for point in UInt32(0x80)..<0x30000 where point % 7 == 0 || point < 0x10000 {
            guard let scalar = Unicode.Scalar(point) else { continue }
            let kind =
                point < 0x10000
                ? TokenKind.allCases[Int(CharacterClass.table[Int(point)])] : Self.kindAboveBasicPlane(point)
            append("文", .han)
            append(scalar, kind)
            for _ in 0..<point % 3 { append("件", .han) }
            append("a", .latin)
            append(";", .semicolon)
            // A letter joins the one right behind it.
            if kind == .latin, point % 3 == 0 { expected.remove(at: expected.count - 2) }
        }
        // Well-formed text keeps its bytes.
        let tokens = Tokenizer.tokens(of: SourceText(decoding: text, encoding: .utf8))
        guard tokens.count == expected.count else {
            let first = zip(tokens, expected).first { $0.kind != $1.kind || $0.start != $1.start }
            Issue.record("\(tokens.count) tokens, not \(expected.count): \(String(describing: first))")
            return
        }
        for (token, expected) in zip(tokens, expected)
        where token.kind != expected.kind || token.start != expected.start {
            Issue.record("\(token) is not \(expected)")
            return
        }
    }

    private static func kindAboveBasicPlane(_ point: UInt32) -> TokenKind {
        switch point {
        case 0x1F100...0x1F10A: .enclosedNumber
        case 0x1F000...0x1FAFF: .symbol
        case 0x20000...0x3FFFF: .han
        default: .other
        }
    }

    @Test(arguments: kinds)
    func hasTheKinds(row: ClerkRow) {
        let source = SourceText(decoding: Array(row[0].utf8), encoding: .utf8)
        #expect(Tokenizer.tokens(of: source).map { "\($0.kind)" }.joined(separator: " ") == row[1])
    }

    /// Characters that no table cell can show.
    @Test(arguments: [
        ("\r\n", [TokenKind.lineEnd]), ("\r\r\n\n", [.lineEnd, .lineEnd, .lineEnd]),
        ("\u{85}\u{2028}\u{2029}", [.lineEnd, .lineEnd, .lineEnd]),
        ("\u{B}\u{C}", [.pageBreak, .pageBreak]), ("\u{1}\u{2}\u{7F}", [.control]), ("\u{E5E5}\u{F06C}", [.privateUse]),
        ("\u{FFFD}\u{FFFD}", [.replacement]), ("\u{AD}\u{FEFF}\u{2060}\u{180E}", [.whitespace]),
        ("\u{F0000}", [.privateUse]),
        ("\u{20000}\u{3FFFF}", [.han]), ("😀", [.symbol]), ("", []),
    ])
    func hasTheKindsOfTheUnseen(text: String, kinds: [TokenKind]) {
        #expect(Tokenizer.tokens(of: SourceText(decoding: Array(text.utf8), encoding: .utf8)).map(\.kind) == kinds)
    }

    /// Every byte sequence of malformed UTF-8 still gives tokens that join to the text.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func joinsToTheTextAtRandom(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = (0..<400).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        for encoding in [nil, TextEncoding.utf8, .gb18030] {
            let checker = DocumentChecker(SourceText(decoding: bytes, encoding: encoding))
            #expect(checker.tokenFaults() == [])
        }
    }
}
