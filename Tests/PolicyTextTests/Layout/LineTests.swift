import Testing

@testable import PolicyText

/// What lines say of their tokens: most of it is taken from the tokenizer's notes, so it is held against the tokens.
struct LineTests {
    static let texts = [
        "关于某事的通知\n\n各单位：\n　　现将“某事（一）”印发给你们。\r\n\r\n  1. 第一项　　第二项 \n",
        "甲  乙\t丙\n　　丁（戊\n己）庚《辛\n壬》\n（无尽\n",
        "\u{C}第一页\n甲\u{C}乙\n\u{C}\u{C}丙\u{C}",
        "\u{1}控制\u{1}字符\u{1}\n\u{E000}私有 用\n12％ABC○二○\u{2028}尾",
        "&nbsp;甲&nbsp;乙\n丙&amp;丁\n",
        "# 标题\n\n- **粗** 体\n---\n1\\. 正文 `码`\n",
        "", "\n", " \n ", "没有行尾",
    ]

    @Test(arguments: texts) func sayWhatTheirTokensSay(_ string: String) {
        let landmarks = Tokenizer.scan(SourceText(decoding: Array(string.utf8), encoding: .utf8)).landmarks
        withTokens(string) { text in
            let lines = LineSplitter(text, landmarks).lines
            // Blank lines in a row are one, and no token is lost.
            #expect((lines.first?.tokenStart ?? 0) == 0 && (lines.last?.tokenEnd ?? 0) == text.count)
            for (line, next) in zip(lines, lines.dropFirst()) { #expect(line.tokenEnd == next.tokenStart) }
            for line in lines where !line.isBlank { check(line, text) }
        }
    }

    private func check(_ line: Line, _ text: TokenText) {
        let tokens = line.first..<line.end
        let shown = tokens.filter { text.tokens[$0].role == .text }
        #expect(line.width == shown.reduce(0) { $0 + text.width($1) })
        for kind in TokenKind.allCases {
            #expect(line.kinds.mayHold(kind) == tokens.contains { text.kind($0) == kind }, "\(kind)")
        }
        #expect(line.opening == text.kind(line.first) && line.closing == text.kind(line.end - 1))
        let reach = tokens.compactMap { text.tokens[$0].partner }.filter { $0 >= line.end }.max()
        #expect(line.bracketReach == reach ?? -1)
    }
}
