import Foundation
import Testing

@Suite struct OutlineCommandTests {
    /// Line, indentation and text of an outline's lines.
    private func rows(_ result: Tool.Result) throws -> [(line: Int, indent: Int, text: Substring)] {
        try result.lines.map { line in
            let number = line.drop { $0 == " " }.prefix { $0.isNumber }
            let rest = line[number.endIndex...]
            let text = rest.drop { $0 == " " }
            return (try #require(Int(number)), rest.count - text.count, text)
        }
    }

    /// Half-width brackets and letters, and no white space, as markers are normalised.
    private func key(_ text: some StringProtocol) -> String {
        text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }

    /// Markers as the documents' JSON has them, in reading order, with their lines.
    private func markers(_ blocks: Any?) -> [(line: Int, text: String)] {
        (blocks as? [NSDictionary] ?? []).flatMap { block -> [(line: Int, text: String)] in
            let line = block[path: "marker.range.line"] as? Int
            let text = block[path: "marker.text"] as? String
            let own = line.flatMap { line in text.map { (line: line, text: $0) } }
            return [own].compactMap { $0 } + markers(block["content"])
        }
    }

    @Test(arguments: Fixture.utf8) func linesHoldTheirMarkers(_ fixture: Fixture) throws {
        let result = try Tool.run("outline", fixture.path)
        #expect(result.status == 0)
        let source = String(decoding: try fixture.data, as: UTF8.self)
        let lines = source.replacing("\r\n", with: "\n").split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r" })
        let sections = try rows(result).filter { $0.indent > 2 }
        let parts = try Tool.run("parse", fixture.path).document()["parts"] as? [NSDictionary] ?? []
        let expected = parts.flatMap { markers($0["content"]) }
        #expect(sections.map(\.line) == expected.map(\.line))
        for (section, marker) in zip(sections, expected) {
            let text = section.text.hasPrefix("· ") ? section.text.dropFirst(2) : section.text
            #expect(text.hasPrefix(marker.text))
            let number = key(marker.text).filter { $0.isNumber || $0.isLetter }.prefix(1)
            // A marker may be torn over the next lines, and l. or I. may have been read as 1.
            let start = lines[(section.line - 1)...].prefix(4).joined()
            #expect(
                key(start).contains(number) || start.contains("I.") || start.contains("l."),
                "line \(section.line): \(start)")
        }
    }

    @Test func severalFilesHaveHeaders() throws {
        let paths = try ["order", "articles"].map { try Fixture.named($0).path }
        let result = try Tool.run(["outline"] + paths)
        #expect(result.status == 0)
        #expect(result.lines.filter { $0.hasPrefix("==> ") } == paths.map { "==> \($0) <==" })
        let single = try Tool.run("outline", paths[1])
        #expect(result.text.hasSuffix("==> \(paths[1]) <==\n" + single.text))
    }

    @Test func indentsByLevelAndFollowsTheLanguage() throws {
        let scratch = try Scratch()
        let path = try scratch.path(
            "notice.txt",
            """
            江滨市人民政府关于加强管理的通知

            各县人民政府：

            一、总体要求
            （一）指导思想。坚持统筹推进，完善管理制度。
            （二）工作目标。到明年底，各项任务基本完成。
            二、保障措施
            加强组织领导，落实工作责任。
            """)
        let result = try Tool.run("outline", path)
        #expect(
            result.text == """
                   1  正文  江滨市人民政府关于加强管理的通知
                   5    一、总体要求
                   6      （一）指导思想
                   7      （二）工作目标
                   8    二、保障措施

                """)
        let english = try Tool.run("outline", "--language", "en", path)
        #expect(english.text.hasPrefix("   1  main  "))
    }

    @Test func controlCharactersDoNotReachTheTerminal() throws {
        let scratch = try Scratch()
        let path = try scratch.path("notice.txt", "一、总体\u{1B}[31m要求\n甲。\n二、保障\u{9B}措施\n乙。\n")
        let result = try Tool.run("outline", path)
        #expect(!result.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
    }

    @Test func emptyFileEndsWithTwo() throws {
        let result = try Tool.run("outline", "-")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors == "<stdin>:1:1: error: 文件是空的，没有任何内容。 [empty-source]\n")
    }
}
