import Foundation
import Testing

@testable import PolicyText

@Suite("JioNLP money")
struct JioNLPMoneyTests {
    private let leftOut: [LeftOut] = [
        LeftOut(reason: "English multipliers k and w", pattern: "(?i)\\d[kw]"),
        LeftOut(reason: "Chinese numerals without a unit, which running text has in words", pattern: "^三百万$|^肆佰叁拾萬$"),
        LeftOut(reason: "full-width commas between half-width digits divide clauses here", pattern: "\\d，\\d{3}"),
    ]

    @Test("parser", .enabled(if: ThirdPartySuites.has("jionlp"), "third-party suite absent"))
    func parser() throws {
        let suite = try #require(try ThirdPartySuites.json("jionlp/test_money_parser.json") as? [String: [Any]])
        var tally = SuiteTally()
        for row in suite.values.joined().compactMap({ $0 as? [Any] }) {
            guard let text = row.first as? String, let result = row.last as? [String: Any] else { continue }
            if let reason = leftOut.reason(for: text) {
                tally.leaveOut(reason)
                continue
            }
            let found = ScannedQuantity.all(in: text)
            let values = (result["num"] as? [String] ?? [result["num"] as? String].compactMap(\.self)).compactMap(
                Double.init)
            let unit = try #require(result["case"] as? String)
            let isRight =
                found.count == 1
                && [found[0].low, found[0].high ?? (values.count > 1 ? found[0].ceiling : nil)].compactMap(\.self)
                    == values
                // A bare 三百万 is no money here: the unit is missing.
                && (found[0].unit == unit || found[0].unit.isEmpty && unit == "元" && !text.contains("元"))
            tally.check(isRight, "\(text) → \(found.map { "\($0.low) \(String(describing: $0.high)) \($0.unit)" })")
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 47)
        #expect(tally.left == 7)
    }

    @Test("extractor", .enabled(if: ThirdPartySuites.has("jionlp"), "third-party suite absent"))
    func extractor() throws {
        let suite = try #require(try ThirdPartySuites.json("jionlp/test_money_extractor.json") as? [String: [Any]])
        var tally = SuiteTally()
        for row in suite.values.joined().compactMap({ $0 as? [Any] }) {
            guard let text = row.first as? String, let results = row.last as? [[String: Any]] else { continue }
            if let reason = leftOut.reason(for: text) {
                tally.leaveOut(reason)
                continue
            }
            let found = ScannedQuantity.all(in: text).filter { $0.family == .money }
            let offsets = results.compactMap { $0["offset"] as? [Int] }
            tally.check(
                found.map(\.start) == offsets.map { $0[0] } && found.map { $0.end + 1 } == offsets.map { $0[1] },
                "\(text) → \(found.map { "\($0.start)-\($0.end) \($0.low)" })")
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 13)
        #expect(tally.left == 1)
    }
}
