import PolicyText
import Testing

@testable import PolicyTextReaders

@Suite struct NumberFormatTests {
    @Test(arguments: [
        ("chineseCounting", 1, "一"), ("chineseCounting", 10, "十"), ("chineseCounting", 11, "十一"),
        ("chineseCountingThousand", 23, "二十三"), ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"), ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 3, "叁"), ("chineseLegalSimplified", 11, "壹拾壹"), ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"), ("ideographZodiac", 12, "亥"), ("decimal", 7, "7"), ("decimalZero", 7, "07"),
        ("decimalEnclosedCircle", 1, "①"), ("decimalEnclosedCircle", 20, "⑳"), ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"), ("decimalEnclosedCircleChinese", 3, "③"), ("decimalEnclosedParen", 4, "⑷"),
        ("decimalEnclosedFullstop", 5, "⒌"), ("ideographEnclosedCircle", 2, "㊁"), ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 4, "IV"), ("lowerRoman", 9, "ix"), ("upperLetter", 2, "B"), ("lowerLetter", 27, "aa"),
        ("unheardOf", 3, "3"), ("chineseCounting", 0, "零"), ("upperRoman", 0, "0"), ("lowerLetter", -1, "-1"),
    ])
    func writes(_ format: String, _ value: Int, _ text: String) { #expect(NumberFormat.write(value, format) == text) }

    @Test(arguments: ["none", "bullet"]) func writesNothing(_ format: String) {
        #expect(NumberFormat.write(1, format) == nil)
    }
}

@Suite struct DocxTests {
    private func source() throws -> SourceText {
        try DocumentReader().read(ReaderFixture.file("docx-features/input.docx"))
    }

    private func lines(_ source: SourceText, _ matches: (LayoutHints.Kind) -> Bool) -> [String] {
        (source.hints?.blocks ?? []).filter { matches($0.kind) }
            .map { String(decoding: source.utf8[$0.range], as: UTF8.self) }
    }

    @Test func numbersStandInTheTextAsIfTyped() throws {
        let text = lines(try source()) {
            if case .furniture = $0 { false } else if case .table = $0 { false } else { true }
        }
        #expect(
            text == [
                "霜林市民政局关于规范社区服务站管理的通知", "各区民政局：", "文本框里的说明文字。", "为规范社区服务站管理，现通知如下。",
                "第一章 总则", "第一条　为规范社区服务站管理，制定本规定。", "第二条　社区服务站应当方便居民。", "第二章 管理",
                "第三条　服务站应当公示服务项目。", "第四条　下列事项由服务站办理：", "①老年人优待证；", "②残疾人证；",
                "服务站每周开放六天。", "两段经修订合为一段。", "可见文字。", "没有编号的段落，样式编号已取消。", "霜林市民政局", "2024年5月6日",
                "附件", "社区服务站分类要求", "一、甲类服务站：", "二、乙类服务站：", "2.1 第一项要求；", "2.2 第二项要求。", "五、五号起的条目；",
                "六、六号条目由市民政局统一确定，并向社会公布。",
            ])
    }

    @Test func notesHeadersAndFootersAreFurniture() throws {
        let source = try source()
        #expect(lines(source) { $0 == .furniture(.footnote) } == ["一、脚注不是编号。"])
        #expect(lines(source) { $0 == .furniture(.pageHeader) } == ["— 1 —\n霜林市民政局文件汇编"])
    }

    @Test func stylesAreHints() throws {
        let blocks = try #require(try source().hints).blocks
        #expect(blocks[0].alignment == .center)
        #expect(blocks.filter { $0.kind == .heading(level: 1) }.count == 3)
        #expect(blocks.filter { $0.alignment == .end }.count == 2)
    }

    @Test func tablesHaveTheirSpans() throws {
        let table = try #require(try source().hints?.tables.first)
        #expect(table.headerRows == 2)
        #expect(
            table.rows.map { $0.map { [$0.rowSpan, $0.columnSpan] } } == [
                [[2, 1], [1, 2]], [[1, 1], [1, 1]], [[1, 1], [2, 1], [1, 1]], [[1, 1], [1, 1]],
            ])
    }

    @Test func trackedChangesAreSaid() throws {
        let diagnostics = try source().diagnostics.filter { $0.rule == .trackedChanges }
        #expect(diagnostics.map(\.message) == ["文档带有修订痕迹（3 处），已按接受全部修订读取。"])
    }
}
