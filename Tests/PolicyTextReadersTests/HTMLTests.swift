import PolicyText
import Testing

@testable import PolicyTextReaders

/// A page with enough text around `inner` for the container to be taken.
private func page(_ inner: String) -> String {
    let filler = "各市、县人民政府，省政府各部门：现将有关事项通知如下，请认真贯彻执行，并及时报告情况。"
    return "<html><body><div><a href=/>首页</a></div><div id=zoom>\(inner)<p>\(filler)</p></div></body></html>"
}

@Suite struct HTMLTests {
    /// The paragraphs of `inner`, without the filler behind it.
    private func read(_ inner: String) -> [String] { Array(paragraphs(page(inner)).dropLast()) }

    @Test(arguments: [
        // Inline markup joins without a space; blocks and br part.
        ("<p>加快<span>推进</span><b>农业</b>机械化</p>", ["加快推进农业机械化"]),
        ("<p>第一<br>第二<br/>第三</p>", ["第一", "第二", "第三"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>甲<p>乙", ["甲", "乙"]), ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<ol><li>甲</li><li><p>乙</p></li></ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>丙</li></ol>", ["3.丙"]), ("<ol type=a><li>甲</li></ol>", ["甲"]),
        ("<ol style='list-style-type:none'><li>一、甲</li></ol>", ["一、甲"]),
        ("<h2>标题</h2>正文", ["标题", "正文"]),
        // White space: one space for a run, none for a line end beside a Chinese character.
        ("<p>\n  推进\n  建设\n</p>", ["推进建设"]), ("<p>第一章  总则</p>", ["第一章 总则"]),
        ("<p>using\n ICU</p>", ["using ICU"]), ("<p>&nbsp;　</p><p>甲</p>", ["甲"]),
        ("<pre>甲  乙\n丙</pre>", ["甲  乙", "丙"]),
        // References.
        ("<p>A&amp;B &lt;p&gt; &#20013;&#x6587; 5&lt;6</p>", ["A&B <p> 中文 5<6"]),
        ("<p>若 x<5 且 y>3，x<y则从之</p>", ["若 x<5 且 y>3，x<y则从之"]),
        ("<p>甲\0乙</p>", ["甲乙"]),
        // What is no text.
        ("<p>甲<script>var a='<p>乙</p>';</script>丙</p>", ["甲丙"]), ("<style>p{}</style>甲", ["甲"]),
        ("<p>甲<!-- <p>乙 -->丙</p>", ["甲丙"]), ("<p style='display:none'>乙</p>甲", ["甲"]),
        ("<p style='color:red;DISPLAY : None !important'>乙</p>甲", ["甲"]), ("<p hidden>乙</p>甲", ["甲"]),
        ("<div style='visibility:hidden'><p>乙</p></div>甲", ["甲"]), ("<p>甲<o:p></o:p><v:shape id=x />乙</p>", ["甲乙"]),
        ("<p>甲<![if !supportLists]>乙<![endif]><?xml:namespace prefix=o ns=\"x\" />丙</p>", ["甲乙丙"]),
        ("<!--[if gte mso 9]><xml><w:x>乙</w:x></xml><![endif]-->甲", ["甲"]),
        // What has no end does not swallow the rest.
        ("<p>甲<!-- 乙</p>丙", ["甲 乙", "丙"]), ("甲<script>乙", ["甲乙"]), ("<a href=\"甲>乙</a>丙", ["乙丙"]),
        ("甲</body></html>乙", ["甲乙"]),
    ])
    func makesParagraphs(_ inner: String, _ expected: [String]) { #expect(read(inner) == expected) }

    @Test func textBehindTheEndOfThePageIsKept() {
        let text = squashed(
            HTMLReader(limits: ReaderLimits()).read(
                Array("<html><body><p>甲</p></body></html><p>乙</p></html>丙".utf8), name: nil, encoding: nil))
        #expect(text == "甲乙丙")
    }

    @Test(arguments: [
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁<tr><td>戊<td>己<tr><td>庚<td>辛</table>", "甲,乙|丙,丁|戊,己|庚,辛"),
        (
            "<table><tr><th rowspan=2>序号<th colspan=2>任务<tr><th>甲<th>乙<tr><td>1.<td>一、丙<td>丁<tr><td>2.<td>戊<td></table>",
            "序号*2.1,任务*1.2|甲,乙|1.,一、丙,丁|2.,戊,"
        ),
        ("<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁<td>戊<td>己<td>庚</table>", "甲*3.1,乙|丙|丁,戊,己,庚"),
        ("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", ""),
        ("<table><tr><td><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table></td></tr></table>", "甲,乙|丙,丁"),
    ])
    func makesTables(_ inner: String, _ expected: String) throws {
        let source = HTMLReader(limits: ReaderLimits()).read(Array(page(inner).utf8), name: nil, encoding: nil)
        let hints = try #require(source.hints)
        let tables = hints.tables.map { table in
            table.rows.map { row in
                row.map { cell in
                    let text = String(decoding: source.utf8[cell.range], as: UTF8.self)
                    return text + (cell.rowSpan * cell.columnSpan > 1 ? "*\(cell.rowSpan).\(cell.columnSpan)" : "")
                }.joined(separator: ",")
            }.joined(separator: "|")
        }
        #expect(tables == (expected.isEmpty ? [] : [expected]))
        expectSound(source)
    }

    @Test(arguments: [
        ("<div class='TRS_Editor'>", ".TRS_Editor"), ("<div id=ucap-content>", "#UCAP-CONTENT"),
        ("<div class=\"left article-content x\">", ".article-content"), ("<ucapcontent>", "ucapcontent"),
        ("<meta name=ContentStart>", "meta ContentStart … ContentEnd"),
        ("<!--ContentStart-->", "meta ContentStart … ContentEnd"),
        ("<div class=some-unknown-name>", "text-density"),
    ])
    func saysWhichRuleFoundTheBody(_ start: String, _ rule: String) {
        let text = "<p>各市、县人民政府，省政府各部门：现将有关事项通知如下，请认真贯彻执行，并及时报告情况。</p><p>一、总则</p>"
        let end =
            start.contains("<!--") ? "<!--ContentEnd-->" : start.hasPrefix("<meta") ? "<meta name=ContentEnd>" : ""
        let html =
            "<html><body><div><p>当前位置</p></div><div>\(start)\(text)\(text)\(end)</div><div>版权所有</div></body></html>"
        let source = HTMLReader(limits: ReaderLimits()).read(Array(html.utf8), name: nil, encoding: nil)
        #expect(source.origin?.bodyRule == rule)
        #expect(paragraphs(html).count == 4)
    }

    @Test(arguments: [
        (
            "<tr><td>索 引 号：</td><td>1</td></tr><tr><td>发文字号：</td><td>甲政发〔2020〕1号</td></tr><tr><td>成文日期：</td><td>2020年1月2日</td></tr><tr><td>发布日期：</td><td>2020-01-03</td></tr>",
            "<table>", "</table>"
        ),
        (
            "<tr><td>发文字号</td><td>甲政发〔2020〕1号</td><td>成文日期</td><td>2020年1月2日</td></tr><tr><td>发布日期</td><td>2020-01-03</td><td>有效性</td><td></td></tr>",
            "<table>", "</table>"
        ),
        (
            "<li><b>文　　号：</b>甲政发〔2020〕1号</li><li><b>发文日期：</b>2020-01-02</li><li><b>公开日期：</b>20200103</li>", "<ul>",
            "</ul>"
        ),
        (
            "<dt>发文字号</dt><dd>甲政发〔2020〕1号</dd><dt>成文日期</dt><dd>2020-01-02</dd><dt>发布日期</dt><dd>2020-01-03</dd>", "<dl>",
            "</dl>"
        ),
        (
            "<span>文号：甲政发〔2020〕1号</span> | <span>成文日期：2020年1月2日</span><span>发布时间：2020-01-03 10:00</span><span>来源：甲</span>",
            "<div>", "</div>"
        ),
        ("【发文字号】 甲政发〔2020〕1号<br>【成文日期】 2020-01-02<br>【发布日期】 2020/1/3", "<div>", "</div>"),
    ])
    func readsTheFieldsOfThePage(_ fields: String, _ start: String, _ end: String) {
        let html = page("<p>甲市人民政府关于开展检查工作的通知</p>").replacing(
            "<div id=zoom>", with: "\(start)\(fields)\(end)<div id=zoom>")
        let metadata = Parser().parse(
            HTMLReader(limits: ReaderLimits()).read(Array(html.utf8), name: nil, encoding: nil)
        ).metadata
        #expect(metadata.documentNumber?.normalized == "甲政发〔2020〕1号")
        #expect(metadata.issuedOn == "2020-01-02")
        #expect(metadata.publishedOn == "2020-01-03")
        #expect(metadata.title == "甲市人民政府关于开展检查工作的通知")
    }

    @Test(arguments: [
        ("utf-8", TextEncoding.utf8, TextEncoding.utf8), ("gb2312", .utf8, .utf8), ("utf-8", .gb18030, .gb18030),
        ("gb2312", .gb18030, .gb18030), ("GBK", .gb18030, .gb18030), ("big5", .big5, .big5), ("", .gb18030, .gb18030),
        ("utf-16", .utf8, .utf8), ("iso-8859-1", .utf8, .utf8),
    ])
    func findsTheCharset(_ declared: String, _ real: TextEncoding, _ found: TextEncoding) throws {
        let text = real == .big5 ? "各市縣政府應當依照規定辦理，並將辦理情形報告上級機關。" : "各市、县人民政府应当按照规定办理，镕堃喆。"
        let html =
            "<html><head><meta http-equiv=content-type content='text/html; charset=\(declared)'></head><body><p>\(text)</p></body></html>"
        let bytes = try #require(Encoded.bytes(html, real))
        let source = HTMLReader(limits: ReaderLimits()).read(bytes, name: nil, encoding: nil)
        #expect(source.encoding == found)
        #expect(String(decoding: source.utf8, as: UTF8.self).contains(text))
    }

    private static let tasks =
        "<table><tbody><tr><td>序号</td><td>任务</td><td>负责考核部门</td></tr>"
        + (1...8).map { "<tr><td>\($0)</td><td>建设追溯平台，扩大检测范围</td><td><p>县农业农村局</p><p>县财政局</p></td></tr>" }.joined()
        + "</tbody></table>"

    /// A page whose text is mostly one table keeps the table, and what stands around it.
    @Test(arguments: [
        ("<h1>青溪县人民政府关于分解任务的通知</h1><p>各乡镇人民政府：</p><p>一、任务</p>\(tasks)<p>二、要求</p><p>抓好落实。</p>", 2),
        ("<h1>青溪县人民政府关于分解任务的通知</h1><p>各乡镇人民政府：</p><div><div>\(tasks)</div></div>", 0),
        ("<table><tr><td><h1>青溪县人民政府关于分解任务的通知</h1><p>各乡镇人民政府：</p>\(tasks)</td></tr></table>", 0),
    ])
    func largeTablesBelongToTheText(_ inner: String, _ sections: Int) {
        let html = "<html><body><div><a href=/>首页</a></div><div class=text>\(inner)</div></body></html>"
        let document = Parser().parse(
            HTMLReader(limits: ReaderLimits()).read(Array(html.utf8), name: nil, encoding: nil))
        #expect(document.metadata.title == "青溪县人民政府关于分解任务的通知")
        #expect(document.metadata.recipients.map(\.name) == ["各乡镇人民政府"])
        #expect(document.responsibilities.count == 8)
        let blocks = document.parts.flatMap(\.content)
        #expect(blocks.count { if case .section = $0 { true } else { false } } == sections)
    }

    /// A page that holds a table alone is called what stands above it, if that names a table.
    @Test(
        arguments: [
            ("2023年青溪县民生实事进展情况登记表", "2023年青溪县民生实事进展情况登记表"), ("县直各有关单位", nil),
        ] as [(String, String?)])
    func captionNamesThePage(_ caption: String, _ title: String?) {
        let row = "<tr><td>建设停车场，新增泊位，方便群众停车</td><td>县住建局</td></tr>"
        let table = "<table><tr><td>任务</td><td>责任单位</td></tr>\(row)\(row)\(row)</table>"
        let html = "<html><body><p>发布时间：2023-05-06</p><p>\(caption)</p>\(table)</body></html>"
        let document = Parser().parse(
            HTMLReader(limits: ReaderLimits()).read(Array(html.utf8), name: nil, encoding: nil))
        #expect(document.parts.map(\.title) == [title])
        #expect(document.responsibilities.count == 3)
    }

    /// What groups indicators, in a cell over several rows or in a row of its own, is none.
    @Test func groupsAreNoIndicators() {
        let rows = [
            "<tr><td>序号</td><td colspan=2>指标名称</td><td>单位</td><td>2030年目标值</td></tr>",
            "<tr><td colspan=5>一、社会</td></tr>",
            "<tr><td>1</td><td colspan=2>城镇化率</td><td>%</td><td>≥72</td></tr>",
            "<tr><td rowspan=2>2</td><td rowspan=2>社会保障</td><td>养老保险参保率</td><td>%</td><td>≥98</td></tr>",
            "<tr><td>医疗保险参保率</td><td>%</td><td>=99(全市)</td></tr>", "<tr><td colspan=5>二、经济</td></tr>",
            "<tr><td>3</td><td colspan=2>粮食播种面积</td><td>万亩</td><td>0.07</td></tr>",
        ]
        let html = page(
            "<p>青溪县人民政府关于印发规划的通知</p><p>各乡镇人民政府：</p><p>指标如下。</p><table>\(rows.joined())</table>")
        let source = HTMLReader(limits: ReaderLimits()).read(Array(html.utf8), name: nil, encoding: nil)
        let targets = Parser().parse(source).targets
        #expect(targets.map(\.indicator) == ["城镇化率", "养老保险参保率", "医疗保险参保率", "粮食播种面积"])
        #expect(targets.map(\.value) == [.number(72), .number(98), .number(99), .number(700)])
        #expect(targets.map(\.relation) == [.atLeast, .atLeast, .reach, .reach])
    }

    /// A table that lays out an old page holds its text in one cell.
    @Test func layoutTablesAreNoData() {
        let text = "<p>各乡镇人民政府：</p><p>一、加强监管，落实责任，定期检查，及时报告。</p><p>二、加强宣传，营造氛围，扩大影响。</p>"
        let html =
            "<html><body><table><tr><td>甲</td><td>乙</td></tr><tr><td>青溪县人民政府关于开展检查工作的通知</td></tr><tr><td>\(text)\(text)\(text)</td></tr><tr><td>版权</td></tr></table></body></html>"
        let source = HTMLReader(limits: ReaderLimits()).read(Array(html.utf8), name: nil, encoding: nil)
        #expect(source.hints?.tables.isEmpty == true)
        #expect(Parser().parse(source).metadata.recipients.map(\.name) == ["各乡镇人民政府"])
    }

    /// What stands in blocks of one cell is set apart; a name that a line break divides goes on.
    @Test(arguments: [
        ("<p>县住建局</p><p>县农业农村局</p>", "responsible 县住建局 县农业农村局"),
        ("<div>县住建局</div><div>县水文站</div>", "responsible 县住建局 县水文站"),
        ("县住建局<br>县农业农村局<br>县水文站", "responsible 县住建局 县农业农村局 县水文站"),
        ("县住建局　县农业农村局", "responsible 县住建局 县农业农村局"), ("县住建局 县农业农村局", "responsible 县住建局 县农业农村局"),
        ("县住建局、<br>县农业农村局", "responsible 县住建局 县农业农村局"),
        ("县委宣传部<br>文明办", "responsible 县委宣传部 文明办"), ("各乡镇<br>县直有关部门", "responsible 各乡镇 县直有关部门"),
        ("县住房和<br>城乡建设局<br>县农业<br>农村局", "responsible 县住房和城乡建设局 县农业农村局"),
        ("县人民政府<br>办公室", "responsible 县人民政府办公室"), ("各县（市、区）<br>人民政府", "responsible 各县（市、区）人民政府"),
        ("牵头：县住建局<br>配合：县农业农村局", "lead 县住建局 ; cooperate 县农业农村局"),
        ("牵头：县住建局<br>县财政局<br>配合：县农业农村局", "lead 县住建局 县财政局 ; cooperate 县农业农村局"),
        ("县住建局牵头<br>县农业农村局配合", "lead 县住建局 ; cooperate 县农业农村局"),
        ("<p>县住建局（牵头）</p><p>县农业农村局</p>", "lead 县住建局 ; responsible 县农业农村局"),
    ])
    func blocksOfACellAreNamesApart(_ cell: String, _ expected: String) throws {
        let rows = ["建设平台", "加强检测", "扩大宣传"].map { "<tr><td>\($0)</td><td>\(cell)</td></tr>" }.joined()
        let html = page("<table><tr><td>任务</td><td>责任单位</td></tr>\(rows)</table>").replacing(
            "<div id=zoom>", with: "<div id=zoom><p>青溪县人民政府关于分解任务的通知</p><p>各乡镇人民政府：</p><p>任务分解如下。</p>")
        let source = HTMLReader(limits: ReaderLimits()).read(Array(html.utf8), name: nil, encoding: nil)
        let duties = Parser().parse(source).responsibilities
        #expect(duties.count == 3)
        for duty in duties {
            let roles = duty.assignments.map {
                ([$0.role.rawValue] + $0.departments.map(\.name)).joined(separator: " ")
            }
            #expect(roles.joined(separator: " ; ") == expected)
            for name in duty.assignments.flatMap(\.departments) {
                let slice = String(decoding: source.utf8[name.range.start..<name.range.end], as: UTF8.self)
                #expect(slice.filter { !$0.isWhitespace } == name.name)
            }
        }
    }

    @Test func pathsLeadToTheElements() {
        let source = HTMLReader(limits: ReaderLimits()).read(
            Array(page("<p>甲</p><div><p>乙</p></div>").utf8), name: nil, encoding: nil)
        let paths = source.hints?.blocks.compactMap(\.path) ?? []
        #expect(paths == ["//*[@id=\"zoom\"]/p[1]", "//*[@id=\"zoom\"]/div[1]/p[1]", "//*[@id=\"zoom\"]/p[2]"])
    }
}
