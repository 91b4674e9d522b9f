import Testing

@testable import PolicyText

/// Which parts a notice has, and what its head and foot say.
struct PartsTests {
    static let cover = """
        江滨市人民政府关于印发江滨市绿道建设行动方案的通知
        江政发〔2024〕8号
        各县（市、区）人民政府，市政府各部门：
        现将《江滨市绿道建设行动方案》印发给你们，请认真贯彻执行。
        """
    static let signature = "江滨市人民政府\n2024年3月5日\n"
    static let plan = "江滨市绿道建设行动方案\n为推进绿道建设，制定本方案。\n一、总体要求\n坚持生态优先。\n二、保障措施\n加强组织领导。\n"

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        /// Roles and titles.
        var parts: [String]
    }

    static let rows = [
        Row(
            testDescription: "cover alone", text: cover + "\n" + signature,
            parts: ["main 江滨市人民政府关于印发江滨市绿道建设行动方案的通知"]),
        Row(
            testDescription: "cover and enclosure", text: cover + "\n" + signature + plan,
            parts: ["main 江滨市人民政府关于印发江滨市绿道建设行动方案的通知", "enclosure 江滨市绿道建设行动方案"]),
        Row(testDescription: "no cover", text: plan, parts: ["main 江滨市绿道建设行动方案"]),
        Row(
            testDescription: "cover, enclosure, attachments",
            text: cover + "\n附件：1.任务分工表\n2.进度安排\n" + signature + plan
                + "附件1\n任务分工表\n一、市级任务\n由市林业局承担。\n附件2\n进度安排\n一、第一阶段\n三月底前完成。\n",
            parts: [
                "main 江滨市人民政府关于印发江滨市绿道建设行动方案的通知", "enclosure 江滨市绿道建设行动方案", "attachment 任务分工表",
                "attachment 进度安排",
            ]),
        Row(
            testDescription: "notice with attachments only",
            text: """
                江滨市林业局关于开展古树名木普查的通知
                各县（市、区）林业局：
                为摸清底数，决定开展普查。
                一、普查范围
                全市范围内的古树名木。
                二、时间安排
                2024年6月底前完成。
                附件：1.普查登记表
                2.技术要求
                江滨市林业局
                2024年2月1日
                附件1
                普查登记表
                一、基本信息
                填写树种和位置。
                附件2
                技术要求
                一、树龄鉴定
                由专家鉴定。
                """,
            parts: ["main 江滨市林业局关于开展古树名木普查的通知", "attachment 普查登记表", "attachment 技术要求"]),
        Row(
            testDescription: "several enclosures",
            text: """
                江滨市人民政府办公室关于印发《江滨市老旧小区改造方案》《江滨市加装电梯方案》的通知
                各区人民政府：
                现将《江滨市老旧小区改造方案》《江滨市加装电梯方案》印发给你们，请遵照执行。
                江滨市人民政府办公室
                2024年4月2日
                江滨市老旧小区改造方案
                一、改造范围
                2000年以前建成的小区。
                二、组织实施
                由各区负责。
                江滨市加装电梯方案
                一、申请条件
                四层以上的住宅。
                二、组织实施
                由各区负责。
                """,
            parts: [
                "main 江滨市人民政府办公室关于印发《江滨市老旧小区改造方案》《江滨市加装电梯方案》的通知", "enclosure 江滨市老旧小区改造方案",
                "enclosure 江滨市加装电梯方案",
            ]),
    ]

    @Test(arguments: rows)
    func hasTheParts(row: Row) {
        let document = Parser().parse(row.text)
        #expect(document.parts.map { "\($0.role.rawValue) \($0.title ?? "-")" } == row.parts)
        #expect(DocumentChecker(SourceText(decoding: Array(row.text.utf8), encoding: .utf8)).faults() == [])
    }

    @Test func readsHeadAndFoot() {
        let metadata = Parser().parse(Self.cover + "\n附件：1.任务分工表\n2.进度安排\n" + Self.signature).metadata
        #expect(metadata.title == "江滨市人民政府关于印发江滨市绿道建设行动方案的通知")
        #expect(metadata.genre == "通知")
        #expect(metadata.documentNumber?.normalized == "江政发〔2024〕8号")
        #expect(metadata.issuers.map(\.name) == ["江滨市人民政府"])
        #expect(metadata.recipients.map(\.name) == ["各县（市、区）人民政府", "市政府各部门"])
        #expect(metadata.issuedOn == "2024-03-05")
        #expect(metadata.publishedOn == nil)
        #expect(metadata.attachments.map(\.title) == ["任务分工表", "进度安排"])
    }

    /// The title's last words and the genre that they say.
    static let genres = ClerkRow.rows(
        """
        某县人民政府关于做好春耕工作的通知 | 通知
        某县人民政府关于促进就业的实施意见 | 意见
        某县人民政府关于表彰先进集体的决定 | 决定
        某县人民政府关于禁止燃放烟花的通告 | 通告
        某县人民政府关于征收土地的公告 | 公告
        某县人民政府关于安全事故的通报 | 通报
        某县人民政府关于同意设立园区的批复 | 批复
        某县人民政府办公室关于商请支持项目的函 | 函
        """)

    @Test(arguments: genres)
    func readsTheGenre(row: ClerkRow) {
        let metadata = Parser().parse("\(row[0])\n各镇人民政府：\n现将有关事项说明如下。\n某县人民政府\n2024年1月2日\n").metadata
        #expect(metadata.title == row[0])
        #expect(metadata.genre == row[1])
    }

    /// The line of addressees and its names: split at commas and semicolons, never at 、.
    static let recipients = ClerkRow.rows(
        """
        各镇人民政府，县直各部门： | 各镇人民政府/县直各部门
        各镇人民政府,县直各部门: | 各镇人民政府/县直各部门
        各镇人民政府；县直各部门： | 各镇人民政府/县直各部门
        各县（市、区）人民政府，市政府各部门、各直属机构： | 各县（市、区）人民政府/市政府各部门、各直属机构
        各有关单位： | 各有关单位
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构： | 各省、自治区、直辖市人民政府/国务院各部委、各直属机构
        县教育局： | 县教育局
        """)

    @Test(arguments: recipients)
    func readsTheRecipients(row: ClerkRow) {
        let text = "某县人民政府关于做好春耕工作的通知\n\(row[0])\n现将有关事项通知如下。\n一、总体要求\n要抓紧。\n某县人民政府\n2024年1月2日\n"
        #expect(Parser().parse(text).metadata.recipients.map(\.name).joined(separator: "/") == row[1])
    }
}
