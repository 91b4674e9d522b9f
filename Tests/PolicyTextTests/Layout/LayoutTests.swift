import Testing

@testable import PolicyText

/// Lines rejoined into paragraphs: what becomes of small texts with the damage of each kind of source.
struct LayoutTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        /// The paragraphs' repaired texts.
        var paragraphs: [String]
        /// Furniture that must be taken out, as slices without white space.
        var furniture: [String] = []
    }

    static let clean = [
        Row(testDescription: "a line is a paragraph", text: "甲事。\n乙事。\n", paragraphs: ["甲事。", "乙事。"]),
        Row(testDescription: "blank lines and indents", text: "　　甲事。\n\n　　乙事。\n \n", paragraphs: ["甲事。", "乙事。"]),
        Row(testDescription: "CR LF", text: "甲事。\r\n乙事。\r\n", paragraphs: ["甲事。", "乙事。"]),
        Row(testDescription: "CR", text: "甲事。\r乙事。\r", paragraphs: ["甲事。", "乙事。"]),
        Row(testDescription: "U+2028", text: "甲事。\u{2028}乙事。\u{2029}", paragraphs: ["甲事。", "乙事。"]),
        Row(testDescription: "trailing spaces", text: "甲事。  \t\n乙事。\u{3000}\n", paragraphs: ["甲事。", "乙事。"]),
        Row(testDescription: "zero width", text: "甲\u{200B}事\u{FEFF}要\u{200D}办。\n", paragraphs: ["甲事要办。"]),
        Row(testDescription: "soft hyphen", text: "甲\u{AD}事。\n", paragraphs: ["甲事。"]),
        Row(testDescription: "letter spacing", text: "关 于 做 好 工 作 的 通 知\n要抓紧。\n", paragraphs: ["关于做好工作的通知", "要抓紧。"]),
        Row(
            testDescription: "spaces between Latin words", text: "采用 open source 软件。\n",
            paragraphs: ["采用 open source 软件。"]),
        Row(testDescription: "a form feed between paragraphs", text: "甲事。\n\u{C}乙事。\n", paragraphs: ["甲事。", "乙事。"]),
        Row(
            testDescription: "a bracket torn by a line end",
            text: "要落实责任（县财政局牵头，\n县教育局配合）。\n乙事。\n", paragraphs: ["要落实责任（县财政局牵头，县教育局配合）。", "乙事。"]),
        Row(
            testDescription: "a title mark torn by a line end",
            text: "按照《某某县绿道建设\n行动方案》执行。\n乙事。\n", paragraphs: ["按照《某某县绿道建设行动方案》执行。", "乙事。"]),
        Row(
            testDescription: "an open bracket that a marker follows",
            text: "要落实责任（县财政局牵头。\n一、乙事\n二、丙事\n", paragraphs: ["要落实责任（县财政局牵头。", "一、乙事", "二、丙事"]),
        Row(
            testDescription: "Markdown signs", text: "# 题目\n\n**要点。**要做好。\n\n- 甲事。\n- 乙事。\n",
            paragraphs: ["题目", "要点。要做好。", "甲事。", "乙事。"]),
        Row(
            testDescription: "Markdown escapes", text: "# 题目\n\n1\\. 甲事\n\n\\(一\\) 乙事\n",
            paragraphs: ["题目", "1. 甲事", "(一) 乙事"]),
        Row(
            testDescription: "asterisks that are no Markdown", text: "电话138****1234。\n", paragraphs: ["电话138****1234。"]),
        Row(
            testDescription: "bold headings alone make it Markdown", text: " **一、甲事**\n\n　　要**做好**。\n\n**（一）乙事**\n",
            paragraphs: ["一、甲事", "要做好。", "（一）乙事"]),
        Row(testDescription: "masked words", text: "**公司与**公司。\n", paragraphs: ["**公司与**公司。"]),
        Row(testDescription: "nothing", text: "", paragraphs: []),
        Row(testDescription: "white space alone", text: " \n\u{3000}\n\u{C}", paragraphs: []),
    ]

    /// Text of a page 40 columns wide.
    static let wrapped = [
        Row(
            testDescription: "hard wraps with indents",
            text: """
                　　为深入推进全县农村公路建设管理养护工
                作，提高农村公路服务水平，经县人民政府研
                究同意，现就有关事项通知如下，请各镇人民
                政府和县直各部门认真贯彻执行。
                　　各镇要把农村公路建设摆在突出位置，明
                确任务分工，压实工作责任，加强资金保障，
                确保各项目标任务按期完成。
                """,
            paragraphs: [
                "为深入推进全县农村公路建设管理养护工作，提高农村公路服务水平，经县人民政府研究同意，现就有关事项通知如下，请各镇人民政府和县直各部门认真贯彻执行。",
                "各镇要把农村公路建设摆在突出位置，明确任务分工，压实工作责任，加强资金保障，确保各项目标任务按期完成。",
            ]),
        Row(
            testDescription: "a page number between two lines of a sentence",
            text: """
                　　为深入推进全县农村公路建设管理养护工
                作，提高农村公路服务水平，经县人民政府研
                究同意，现就有关事项通知如下，请各镇人民
                — 1 —
                \u{C}政府和县直各部门认真贯彻执行。
                　　各镇要把农村公路建设摆在突出位置，明
                确任务分工，压实工作责任，加强资金保障，
                确保各项目标任务按期完成。
                — 2 —
                """,
            paragraphs: [
                "为深入推进全县农村公路建设管理养护工作，提高农村公路服务水平，经县人民政府研究同意，现就有关事项通知如下，请各镇人民政府和县直各部门认真贯彻执行。",
                "各镇要把农村公路建设摆在突出位置，明确任务分工，压实工作责任，加强资金保障，确保各项目标任务按期完成。",
            ],
            furniture: ["—1—", "—2—"]),
        Row(
            testDescription: "numbers at the head of lines",
            text: """
                　　截至去年年底，全县共有农村公路总里程
                2017公里，其中县道占三成，乡道占四成，村
                道占三成；全县共有各类农村公路桥梁共计约
                1.6万延米，其中危桥占比不到百分之二，比
                上年下降一个百分点，完成了年初的目标，各
                项指标居全市前列，受到了上级的通报表扬。
                """,
            paragraphs: [
                "截至去年年底，全县共有农村公路总里程2017公里，其中县道占三成，乡道占四成，村道占三成；全县共有各类农村公路桥梁共计约1.6万延米，其中危桥占比不到百分之二，比上年下降一个百分点，完成了年初的目标，各项指标居全市前列，受到了上级的通报表扬。"
            ]),
        Row(
            testDescription: "headings between wrapped lines",
            text: """
                一、总体要求
                　　为深入推进全县农村公路建设管理养护工
                作，提高农村公路服务水平，经县人民政府研
                究同意，各镇人民政府和县直各部门要按照职
                责分工抓好各项任务的落实。
                二、保障措施
                　　各镇要把农村公路建设摆在突出位置，明
                确任务分工，压实工作责任，加强资金保障，
                确保各项目标任务按期完成。
                """,
            paragraphs: [
                "一、总体要求", "为深入推进全县农村公路建设管理养护工作，提高农村公路服务水平，经县人民政府研究同意，各镇人民政府和县直各部门要按照职责分工抓好各项任务的落实。",
                "二、保障措施", "各镇要把农村公路建设摆在突出位置，明确任务分工，压实工作责任，加强资金保障，确保各项目标任务按期完成。",
            ]),
    ]

    @Test(arguments: clean + wrapped)
    func joins(row: Row) {
        let (paragraphs, furniture) = Self.layOut(row.text)
        #expect(paragraphs == row.paragraphs)
        for item in row.furniture { #expect(furniture.contains(item), "\(furniture)") }
        #expect(DocumentChecker(SourceText(decoding: Array(row.text.utf8), encoding: .utf8)).faults() == [])
    }

    /// Lines at the foot of a page: whether they are the page's number. (A line that repeats on every page is a footer.)
    static let pageNumbers = ClerkRow.rows(
        """
        — 1 — | yes
        —1— | yes
        － 12 － | yes
        - 3 - | yes
        — １ — | yes
        第 1 页 | yes
        第1页 共5页 | yes
        1.加强领导 | no
        — 加强领导 | no
        2024年 | no
        """)

    @Test(arguments: pageNumbers)
    func knowsPageNumbers(row: ClerkRow) {
        let page = "某县要把农村公路建设摆在突出位置，明确任务分工，压实工作责任，加强资金保障。\n"
        let text = page + page + row[0] + "\n\u{C}" + page + page
        let (paragraphs, _) = Self.layOut(text)
        let isKept = paragraphs.contains { DocumentChecker.squash($0).contains(DocumentChecker.squash(row[0])) }
        #expect(isKept == (row[1] == "no"))
    }

    /// The stages from lines to paragraphs.
    private static func layOut(_ text: String) -> (paragraphs: [String], furniture: [String]) {
        let landmarks = Tokenizer.scan(SourceText(decoding: Array(text.utf8), encoding: .utf8)).landmarks
        return withTokens(text) { text in
            var lines = LineSplitter(text, landmarks).lines
            var joiner = LineJoiner(text, spaces: landmarks.spaces)
            lines.withUnsafeMutableBufferPointer { lines in
                PageFurniture(text: text).mark(lines)
                joiner.join(lines, LayoutClassifier(text: text).regions(of: lines), [])
            }
            let builder = TextBuilder(text: text)
            let paragraphs = joiner.paragraphs.map { span in
                builder.text(
                    of: TextRun(paragraph: 0, first: span.first, end: span.end, start: span.start, stop: span.stop)
                ).0
            }
            var furniture = [""]
            for token in text.tokens {
                if token.role.furniture == nil {
                    if token.kind != .whitespace, token.kind != .lineEnd { furniture.append("") }
                } else if token.kind != .whitespace, token.kind != .lineEnd {
                    furniture[furniture.count - 1] += builder.slice(token.start, token.end)
                }
            }
            return (paragraphs, furniture.map { DocumentChecker.squash($0) }.filter { !$0.isEmpty })
        }
    }
}
