import Testing

@testable import PolicyText

/// Heads of notices as they come: titles torn at every place, leftover entities, headings that look like titles.
///
/// Each of these once lost most of a document without a word.
struct HeadTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var title: String?
        /// Markers with their levels, in reading order.
        var outline: [String]
    }

    private static let body = """

        各县（市、区）人民政府：
        现就有关事项通知如下。
        一、提高认识
        加强领导。
        二、落实责任
        压实责任。
        青溪市人民政府
        2023年5月6日

        """

    static let rows = [
        Row(
            testDescription: "torn behind 印发", text: "青溪市人民政府关于印发\n青溪市蜂业发展规划的通知" + body,
            title: "青溪市人民政府关于印发青溪市蜂业发展规划的通知", outline: ["1 一、", "1 二、"]),
        Row(
            testDescription: "torn before 的", text: "青溪市人民政府关于印发青溪市蜂业发展规划\n的通知" + body,
            title: "青溪市人民政府关于印发青溪市蜂业发展规划的通知", outline: ["1 一、", "1 二、"]),
        Row(
            testDescription: "torn into three lines",
            text: "青溪市人民政府关于印发\n青溪市国民经济和社会发展第十四个五年\n规划和二〇三五年远景目标纲要\n分工方案的通知" + body,
            title: "青溪市人民政府关于印发青溪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要分工方案的通知",
            outline: ["1 一、", "1 二、"]),
        Row(
            testDescription: "torn behind a document that it names",
            text: "青溪市人民政府关于落实《政府工作报告》\n重点工作部门分工的意见" + body,
            title: "青溪市人民政府关于落实《政府工作报告》重点工作部门分工的意见", outline: ["1 一、", "1 二、"]),
        Row(
            testDescription: "issuer on its line", text: "青溪市人民政府\n关于做好防汛工作的通知" + body,
            title: "青溪市人民政府关于做好防汛工作的通知", outline: ["1 一、", "1 二、"]),
        Row(
            testDescription: "joint issuers, a line each", text: "青溪市教育局\n青溪市公安局关于加强校园安全的通知" + body,
            title: "青溪市教育局青溪市公安局关于加强校园安全的通知", outline: ["1 一、", "1 二、"]),
        Row(
            testDescription: "genre that no list has", text: "青溪市财政局关于拟支持项目的公示" + body,
            title: "青溪市财政局关于拟支持项目的公示", outline: ["1 一、", "1 二、"]),
        Row(
            testDescription: "leftover entities",
            text: "青溪市人民政府关于做好防汛工作的通知\n各县人民政府：\n&nbsp;&nbsp;一、提高认识\n加强领导。\n&nbsp;&nbsp;二、落实责任\n压实责任。\n",
            title: "青溪市人民政府关于做好防汛工作的通知", outline: ["1 一、", "1 二、"]),
        Row(
            testDescription: "a heading that ends in a genre",
            text: "青溪市蜂业“十四五”规划\n1.总体要求\n坚持绿色发展。\n2.重点任务\n建设基地。\n3.保障措施\n加强领导。\n",
            title: "青溪市蜂业“十四五”规划", outline: ["1 1.", "1 2.", "1 3."]),
        Row(
            testDescription: "bare decimals above 1.1",
            text: "青溪市森林火灾应急预案\n1 总则\n1.1 编制目的\n为规范工作，制定本预案。\n1.2 适用范围\n适用于本市。\n2 组织体系\n2.1 指挥机构\n设立指挥部。\n",
            title: "青溪市森林火灾应急预案", outline: ["1 1", "2 1.1", "2 1.2", "1 2", "2 2.1"]),
        Row(
            testDescription: "careless signs",
            text: "青溪市交通局关于整治货车的通知\n各单位：\n现通知如下。\n1、整治超载。\n2.整治抛洒。\n3、整治改装。\n",
            title: "青溪市交通局关于整治货车的通知", outline: ["1 1、", "1 2.", "1 3、"]),
        Row(
            testDescription: "documents listed as items",
            text:
                "青溪市人民政府关于废止部分规范性文件的决定\n（2023年6月1日第15次常务会议通过）\n经研究，决定废止下列文件：\n1.青溪市人民政府关于加强养犬管理的通知（青政发〔2008〕12号）\n2.青溪市人民政府办公室关于印发青溪市节水办法的通知（青政办发〔2010〕3号）\n本决定自公布之日起施行。\n",
            title: "青溪市人民政府关于废止部分规范性文件的决定", outline: ["1 1.", "1 2."]),
        Row(testDescription: "no head at all", text: "请速办。", title: nil, outline: []),
    ]

    @Test(arguments: rows)
    func keepsItsHead(row: Row) {
        let document = Parser().parse(row.text)
        #expect(document.metadata.title == row.title)
        #expect(document.parts.first?.role == .main)
        #expect(document.parts.flatMap { Self.outline($0.content) } == row.outline)
        #expect(document.coverage == 1)
    }

    private static func outline(_ blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            guard case .section(let section) = block else { return [] }
            return ["\(section.level) \(section.marker.text)"] + outline(section.content)
        }
    }

    /// A line of news above the title names documents, too; none of these is the title's first half.
    @Test(arguments: ["青溪市出台《关于加快蜂业发展的意见》", "学习关于《青溪市蜂业条例》"])
    func newsAboveTheTitle(line: String) {
        let text = "\(line)\n青溪市人民政府关于加快蜂业发展的意见" + Self.body
        #expect(Parser().parse(text).metadata.title == "青溪市人民政府关于加快蜂业发展的意见")
    }

    /// Fields of the page that share a line with others.
    @Test(arguments: [
        "发布机构： 市农业农村局 文  号： 青农发〔2023〕10号", "发布机构：市农业农村局 文号：青农发〔2023〕10号",
        "索引号：002482365/2023-00095　发文字号：青农发〔2023〕10号",
    ])
    func laterFieldOfALine(line: String) {
        let text = "计划总结\n公开日期：2023-04-22\n\(line)\n\n青溪市农业农村局关于做好防汛工作的通知" + Self.body
        #expect(Parser().parse(text).metadata.documentNumber?.normalized == "青农发〔2023〕10号")
    }

    @Test(arguments: ["发布人：春风  /  发布时间：2017-11-24 10:12:15", "发布者:春风 发布时间:2017-11-24"])
    func dateBehindWhoPublished(line: String) {
        let metadata = Parser().parse("青溪市蜂业发展规划\n\(line)" + Self.body).metadata
        #expect(metadata.publishedOn == "2017-11-24")
        #expect(metadata.title == "青溪市蜂业发展规划")
    }

    /// A page that holds a small table alone: it is no frame, and the page's fields above it are not its title.
    @Test func tableIsThePage() throws {
        let table = "| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 建设基地 | 市园林局 |\n| 2 | 建设市场 | 市商务局 |\n"
        let document = Parser().parse("发布时间：2023-05-06\n\n2023年民生实事进展情况登记表\n\n\(table)")
        #expect(document.metadata.publishedOn == "2023-05-06")
        #expect(document.responsibilities.count == 2)
        guard case .table(let found) = try #require(document.parts.first?.content.first) else {
            Issue.record("the table is no block of the part")
            return
        }
        #expect(found.title == "2023年民生实事进展情况登记表")
    }

    /// A page without a title may open with a sentence that announces its sections.
    @Test func announcementOpensTheText() {
        let opening = "为确保按时完成青溪市蜂业整治任务，进一步落实各单位责任，现将各单位的整治任务作如下明确："
        let document = Parser().parse("首页\n\(opening)\n一、市住建局负责蜂场建设。\n二、市农业局负责技术指导。\n")
        let first = document.parts.first?.content.first
        #expect(first.map { if case .paragraph(let paragraph) = $0 { paragraph.text } else { "" } } == opening)
    }

    /// Headings of an explanation are no titles, though they end in a genre.
    @Test(arguments: ["为何制定本计划", "为什么出台本办法", "什么是行动方案"])
    func questionsAreNoTitles(question: String) {
        let text = "《青溪市蜂业推进计划》\n（2026—2028年）\n\(question)\n为加快发展蜂业，推进各项任务落实，完善蜂业服务体系，制定本计划。\n"
        #expect(Parser().parse(text).metadata.title == "《青溪市蜂业推进计划》（2026—2028年）")
    }

    /// 此复。 and 特此公告。 stand below the last item, and do not make its sentence a heading.
    @Test(arguments: ["此复。", "特此公告。", "特此通知。"])
    func closingFormulaEndsTheUnits(formula: String) throws {
        let text = "青溪市人民政府关于同意设立度假区的批复\n云岭县人民政府：\n现批复如下：\n一、同意设立度假区。\n二、严格按照规划实施。\n\(formula)\n"
        let main = try #require(Parser().parse(text).parts.first)
        let headings = main.content.compactMap { block -> String?? in
            guard case .section(let section) = block else { return nil }
            return .some(section.heading)
        }
        #expect(headings == [nil, nil])
        guard case .paragraph(let last) = try #require(main.content.last) else {
            Issue.record("the formula is no paragraph of the part")
            return
        }
        #expect(last.text == formula)
    }

    /// 文 and 件 in two tokens: the name ends before both.
    @Test(arguments: ["文件", "文 件", "文　件"])
    func letterheadNamesTheIssuer(word: String) {
        let text = "青溪市人民政府办公室\(word)\n青政办发〔2023〕9号\n青溪市人民政府办公室关于做好防汛工作的通知\n各县人民政府：\n请认真做好防汛工作。\n"
        #expect(Parser().parse(text).metadata.issuers.map(\.name) == ["青溪市人民政府办公室"])
    }

    /// The second page of a notice, or a passage cut out of it: its first heading is text.
    @Test(arguments: ["三、推进改革", "（四）推进改革。", "第三章　推进改革", "3.推进改革"])
    func textBeginsWithALaterHeading(heading: String) {
        let text = "\(heading)\n\n　　加快建设全省统一的服务平台，完善工作机制，强化要素保障，推动各项任务落到实处，确保取得实效。（责任单位：省财政厅）\n"
        let document = Parser().parse(text)
        #expect(document.furniture.allSatisfy { $0.kind == .blank })
        #expect(DocumentChecker.places(in: document).map(\.section.heading) == ["推进改革"])
        #expect(document.responsibilities.map(\.section) == ["p1.1"])
    }

    /// A title that fills its line does not run into the addressees below it.
    @Test func wrappedTitleEndsBeforeTheAddressees() {
        let text = """
            青溪市人民政府办公室关于进一步加强全市安全生产工作
            的通知
            各县（区）人民政府，市政府各部门、各直属机构：
            为进一步加强全市安全生产工作，经市政府研究同意，现就
            有关事项通知如下，请各地各部门认真遵照执行，不得有误。
            一、加强组织领导
            各县（区）人民政府要建立健全安全生产责任制，明确专人
            负责，定期研究解决安全生产工作中存在的各种突出问题。
            """
        let document = Parser().parse(text)
        #expect(document.metadata.title == "青溪市人民政府办公室关于进一步加强全市安全生产工作的通知")
        #expect(document.metadata.recipients.map(\.name) == ["各县（区）人民政府", "市政府各部门、各直属机构"])
    }
}
