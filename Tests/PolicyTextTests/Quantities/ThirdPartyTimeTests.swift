import Foundation
import Testing

@testable import PolicyText

private let dateFolder = "recognizers-text/Specs/DateTime"

@Suite("Third-party dates and periods")
struct ThirdPartyTimeTests {
    private let leftOut: [LeftOut] = [
        LeftOut(reason: "the lunar calendar", pattern: "农历|正月|初一|大年|腊月|闰|廿|八月十五|一月二十三$"),
        LeftOut(reason: "reigns and the Republic's years", pattern: "神龙|雍正|康熙|民国"),
        LeftOut(reason: "weeks and weekdays", pattern: "[周週]|星期|礼拜|禮拜"),
        LeftOut(
            reason: "days, weeks and months seen from today",
            pattern: "[昨明后後前]天|昨日|最近|本月|下个月|上\\d|[前后后]1|近|未来|过去|去年本|明年四月|去年5月|夏天|下\\d"),
        LeftOut(reason: "a day without its month", pattern: "(^|次的)\\d+[日号]"),
        LeftOut(
            reason: "day and month before the year, or years of two digits with strokes",
            pattern: "13\\.5\\.2015|3-7-|05/05/|12/1$|1/2/2020|27-7-3|12-11-10|10/1/2018"),
        LeftOut(reason: "numbers that are years without 年", pattern: "2016到2018|2016-2018|看起来|只是一个"),
        LeftOut(reason: "years before 1000, decades without a century", pattern: "三六七年|789年|50年代的|^九十年代"),
        LeftOut(reason: "the day as a bare number", pattern: "一月19到20日"),
        LeftOut(reason: "two limits of one period", pattern: "之后2018年之前"),
        LeftOut(reason: "days that the calendar lacks", pattern: "2月30日|2019年2月29日"),
    ]

    @Test("Recognizers-Text", .enabled(if: ThirdPartySuites.has(dateFolder), "third-party suite absent"))
    func recognizers() throws {
        var tally = SuiteTally()
        for name in ["DateParser", "DatePeriodParser", "DateExtractor", "DatePeriodExtractor"] {
            for row in try RecognizersCase.read("DateTime/Chinese/\(name).json") {
                if let reason = leftOut.reason(for: row.input) {
                    tally.leaveOut(reason)
                    continue
                }
                let found = PeriodScanner(reference: row.reference ?? "2017-03-22").matches(in: row.input)
                let isRight =
                    found.count == row.results.count
                    && zip(found, row.results).allSatisfy { agree($0, $1, row.input) }
                tally.check(
                    isRight,
                    "\(name) \(row.input) → \(found.map { "\($0.first) \($0.last)" }) \(row.results.map(\.timex))")
            }
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 92)
        #expect(tally.left == 163)
    }

    /// Conventions: periods of the suite end before their last day, and with the first day of the last unit for 2009年到2010年.
    private func agree(_ match: PeriodScanner.Match, _ result: RecognizersCase.Result, _ input: String) -> Bool {
        guard let first = result.first, let last = result.last else {
            // The extractors give the place alone; 从 and ，星期一 belong to it there.
            let start = position(match.range.lowerBound, in: input)
            let end = position(match.range.upperBound, in: input) - 1
            return start - result.start <= 1 && abs(end - result.end) <= 4 && end >= start
        }
        guard match.first == first else { return false }
        guard let end = CivilDate(iso: match.last), let theirs = CivilDate(iso: last) else { return false }
        let next =
            end.day < CivilDate.dayCount(end.year, end.month)
            ? CivilDate(year: end.year, month: end.month, day: end.day + 1)
            : end.month < 12
                ? CivilDate(year: end.year, month: end.month + 1, day: 1)
                : CivilDate(year: end.year + 1, month: 1, day: 1)
        return end == theirs || next == theirs
            || theirs.year == end.year && end.month == 12 && theirs.month == 1 && theirs.day == 1
    }

    private let jionlpLeftOut: [LeftOut] = [
        LeftOut(reason: "clock times", pattern: "[点時时刻秒晨午晚夜早:：]|钟头|分钟|分[许后]|小时|Q1|白天|\\d分|半分|分半"),
        LeftOut(
            reason: "the lunar calendar and solar terms",
            pattern:
                "农历|腊月|正月|八月十五|初[一二三四五六七八九十]|闰|除夕|立[春夏秋冬]|[春秋]分|[大小][寒暑雪]|清明|谷雨|惊蛰|芒种|处暑|白露|寒露|霜降|冬至|夏至|廿|卅|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|大年|阴历|冬月|小年"
        ),
        LeftOut(
            reason: "holidays and seasons", pattern: "节|圣诞|元旦|国庆|暑假|寒假|[春夏秋冬][天季日]|五一|十一$|双十|感恩|端午|中秋|春运|情人|三八|六一|七一|八一"
        ),
        LeftOut(reason: "weeks and weekdays", pattern: "周|星期|礼拜"),
        LeftOut(
            reason: "days, months and years seen from today",
            pattern:
                "[昨明后前今当]天|[昨明今次当同]日|[本上下这当同][个一]?月|最近|未来|今后|过去|近|[本上下][个]?季度|前年|上一年|这一年|现在|上一个月|今明|目前|至今|那|此|一会|刚才|以往"),
        LeftOut(
            reason: "stretches of time",
            pattern:
                "[年月天日个]+(多|半)?(以?[后前内来]|之[后前])|^再?过|^第|全天|半天|天\\d晚|三夜|春秋|^(?!\\d{4}年|[二一][〇零一二三四五六七八九]{3}年|[零\\d一二三四五六七八九]{1,3}[年月]\\S*[月日号]|[\\d一二]?季度|\\d+[月])[\\d一二两三四五六七八九十百万,.~—至到个多半]+(年|个?月|天|日|个工作日|季度|交易日)"
        ),
        LeftOut(reason: "recurring times", pattern: "^每|逢"),
        LeftOut(
            reason: "numbers that are years without 年, and strings of digits",
            pattern: "^\\d{4}$|\\d{4}\\.\\d\\d-\\d|^\\d\\d-\\d\\d|6·30|1994\\.01-19|2008\\.03|^20\\d\\d-\\d\\d-?$"),
        LeftOut(
            reason: "vague parts of a year: 初, 伊始, 前期", pattern: "初|伊始|前期|末期|中旬左右|首|前[两三七十]|后三月|第\\d个月|前[五两]|年代末|最后"),
        LeftOut(reason: "the day as a bare number", pattern: "^[\\d十]+月[\\d一二三十]+$|四月十三"),
        LeftOut(reason: "lists of days, and the day of today", pattern: "11号，12号|本日"),
        LeftOut(reason: "months that are over, which without a year lie ahead here", pattern: "^1月3至|^10月8号$"),
        LeftOut(reason: "a century by its number", pattern: "^\\d+世纪$"),
    ]

    @Test("JioNLP", .enabled(if: ThirdPartySuites.has("jionlp"), "third-party suite absent"))
    func jionlp() throws {
        let suite = try #require(try ThirdPartySuites.json("jionlp/test_time_parser.json") as? [String: [Any]])
        var tally = SuiteTally()
        for row in suite.values.joined().compactMap({ $0 as? [Any] }) {
            guard let text = row.first as? String else { continue }
            guard row.count == 3, let base = row[1] as? Double, let parse = row[2] as? [String: Any] else {
                tally.leaveOut("rows with further arguments")
                continue
            }
            guard let times = parse["time"] as? [String], times.count == 2 else {
                tally.leaveOut("stretches of time and recurring times")
                continue
            }
            if let reason = jionlpLeftOut.reason(for: text) {
                tally.leaveOut(reason)
                continue
            }
            let day = ISO8601DateFormatter.string(
                from: Date(timeIntervalSince1970: base), timeZone: TimeZone(secondsFromGMT: 8 * 3600)!,
                formatOptions: [.withFullDate])
            let found = PeriodScanner(reference: day).matches(in: text)
            // Conventions: 年底 is the year's last day, not its last two months; 起 and 前 bound a time on one side alone.
            let isRight =
                found.count == 1
                && (found[0].first == times[0].prefix(10) || text.hasSuffix("底") || text.hasSuffix("末")
                    || text.hasSuffix("前"))
                && (found[0].last == times[1].prefix(10) || text.hasSuffix("起"))
            tally.check(isRight, "\(text) \(day) → \(found.map { "\($0.first) \($0.last)" }) \(times)")
        }
        #expect(tally.wrong.map { $0.prefix { $0 != " " } } == ["2018年2——4月"])
        #expect(tally.right == 40)
        #expect(tally.left == 386)
    }
}
