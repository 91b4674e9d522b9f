import Foundation
import Testing

@Suite struct TargetsCommandTests {
    private static let notice = """
        江滨市人民政府关于加强供水管理的通知

        各县（市、区）人民政府：

        一、主要目标
        到2025年，全市供水管网漏损率控制在9%以内，改造管网1,200公里；每年培训人员不少于3万人次。

        江滨市人民政府
        2023年3月1日
        """

    private func run(_ arguments: String...) throws -> Tool.Result {
        try Tool.run(["targets"] + arguments + ["-"], input: Data(Self.notice.utf8))
    }

    @Test func tableShowsWhatIsPromised() throws {
        let result = try run()
        #expect(result.status == 0)
        #expect(
            result.lines.map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") } == [
                "行 章节 范围 指标 要求 单位 周期 期限",
                "6 一、主要目标 全市 供水管网漏损率 ≤ 9 % 2025",
                "6 一、主要目标 管网 1,200 公里 2025",
                "6 一、主要目标 人员 ≥ 30,000 人次 每年 2025",
            ])
    }

    @Test func csvHasOneRowATarget() throws {
        let rows = try run("--format", "csv").text.components(separatedBy: "\r\n")
        #expect(rows.count == 5)
        #expect(rows[1].hasPrefix("<stdin>,6,p1.1,一、,主要目标,text,全市,供水管网漏损率,level,atMost,9,,%,,2025,2025年,,"))
        #expect(rows[2].contains(",管网,level,reach,1200,,公里,,2025,"))
    }

    @Test func jsonIsThatOfTheDocument() throws {
        let result = try run("--format", "json")
        let targets = try JSONSerialization.jsonObject(with: result.output) as? NSArray
        let document = try Tool.run(["parse", "--compact", "-"], input: Data(Self.notice.utf8)).documents()
        #expect(targets == document[0]["targets"] as? NSArray)
        #expect(targets?.count == 3)
    }

    @Test func saysWhenThereIsNone() throws {
        let result = try Tool.run(["targets", "-"], input: Data("关于放假的通知\n\n各单位：\n\n请遵照执行。\n".utf8))
        #expect(result.status == 0)
        #expect(result.text == "没有找到指标。\n")
    }
}
