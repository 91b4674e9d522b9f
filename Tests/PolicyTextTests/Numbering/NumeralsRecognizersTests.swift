import Foundation
import Testing

@testable import PolicyText

private let numberFolder = "recognizers-text/Specs/Number/Chinese/"

/// Cases of the number model that are left out, by reason; a case is named by its text, or by the
/// end of it behind an ellipsis.
private let numberModelLeftOut: [(reason: String, texts: [String])] = [
    (
        "dozens: 打 is a unit, and 半百 is an idiom",
        ["一打", "五十打", "十打苹果", "壹打", "十打蘋果", "半百"]
    ),
    (
        "English multipliers k and M, and powers with ^",
        ["40k", "-2.5 M", "2^5", "2^-1", "1.1^+23", "2.5^-1", "-1.1^+23", "-2.5^-1", "-1.1^--23"]
    ),
    (
        "a number that the suite hides from this model because its currency and percent models have it",
        ["一美元", "两美刀", "苹果折扣一美元", "苹果折扣一折", "这台电脑两美刀"]
    ),
    (
        "一切 misspelt as 壹切",
        ["…壹切戰鬥準備。"]
    ),
    (
        "percentages, which are one numeral with their 百分之 or ％ here",
        ["百分之五十五点五七九", "百分之十万零六百五十一", "…是有史以来最大的。"]
    ),
]

@Suite("Recognizers-Text numbers")
struct NumeralsRecognizersTests {
    private struct Case {
        let text: String
        /// Inclusive positions of characters, and the value.
        let results: [(start: Int, end: Int, value: Double)]
        let ignoresValues: Bool
    }

    private func cases(_ name: String) throws -> [Case] {
        let rows = try #require(try ThirdPartySuites.json(numberFolder + name) as? [[String: Any]])
        return try rows.map { row in
            let results = try #require(row["Results"] as? [[String: Any]])
            return Case(
                text: try #require(row["Input"] as? String),
                results: try results.map { result in
                    let resolution = try #require(result["Resolution"] as? [String: Any])
                    let value = (resolution["value"] as? String ?? "").replacingOccurrences(of: "%", with: "")
                    return (
                        try #require(result["Start"] as? Int), try #require(result["End"] as? Int),
                        try #require(Double(value))
                    )
                },
                ignoresValues: row["IgnoreResolution"] as? Bool ?? false)
        }
    }

    /// The scanner's results with inclusive positions of characters.
    private func found(_ text: String) -> [(start: Int, end: Int, numeral: Numeral)] {
        let bytes = Array(text.utf8)
        func position(_ offset: Int) -> Int { String(decoding: bytes[..<offset], as: UTF8.self).utf16.count }
        return NumeralScanner(joinsSpaces: true).matches(in: text).map {
            (position($0.range.lowerBound), position($0.range.upperBound) - 1, $0.numeral)
        }
    }

    @Test("numbers", .enabled(if: ThirdPartySuites.has(numberFolder), "third-party suite absent"))
    func numberModel() throws {
        func reason(_ text: String) -> String? {
            numberModelLeftOut.first { group in
                group.texts.contains { $0 == text || $0.hasPrefix("…") && text.hasSuffix($0.dropFirst()) }
            }?.reason
        }
        var tally = SuiteTally()
        for row in try cases("NumberModel.json") {
            if let reason = reason(row.text) {
                tally.leaveOut(reason)
                continue
            }
            let found = found(row.text)
            let isRight =
                found.count == row.results.count
                && zip(found, row.results).allSatisfy { found, expected in
                    found.start == expected.start && found.end == expected.end
                        && (row.ignoresValues || agrees(found.numeral.value, expected.value))
                }
            tally.check(isRight, "\(row.text) → \(found.map { "\($0.start)-\($0.end) \($0.numeral.value)" })")
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 341)
        #expect(tally.left == 24)
    }

    @Test("ordinals", .enabled(if: ThirdPartySuites.has(numberFolder), "third-party suite absent"))
    func ordinalModel() throws {
        var tally = SuiteTally()
        for row in try cases("OrdinalModel.json") {
            let text = Array(row.text.utf16)
            let found = found(row.text).filter { $0.start > 0 && text[$0.start - 1] == "第".utf16.first }
            let isRight =
                found.count == row.results.count
                && zip(found, row.results).allSatisfy { found, expected in
                    found.start - 1 == expected.start && found.end == expected.end
                        && agrees(found.numeral.value, expected.value)
                }
            tally.check(isRight, row.text)
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 7)
        #expect(tally.left == 0)
    }

    @Test("percentages", .enabled(if: ThirdPartySuites.has(numberFolder), "third-party suite absent"))
    func percentModel() throws {
        var tally = SuiteTally()
        for row in try cases("PercentModel.json") {
            if row.text.contains(where: { "成折".contains($0) }) || row.text.contains("http") {
                tally.leaveOut("成 and 折 are units; addresses are not scanned")
                continue
            }
            if ["个百", "個百", "个 百", "個 百"].contains(where: row.text.contains) {
                tally.leaveOut("百分点 is a unit")
                continue
            }
            if row.text.lowercased().contains(where: { "kＫｋ".contains($0) }) {
                tally.leaveOut("English multiplier k")
                continue
            }
            if row.text == "五百分之2.2" {
                tally.leaveOut("a fraction, which this model refuses and the number model takes")
                continue
            }
            let found = found(row.text).filter { $0.numeral.kind != .number }
            let isRight =
                found.count == row.results.count
                && zip(found, row.results).allSatisfy { found, expected in
                    found.start == expected.start && found.end == expected.end
                        && agrees(found.numeral.value, expected.value / 100)
                }
            tally.check(isRight, "\(row.text) → \(found.map { "\($0.start)-\($0.end) \($0.numeral.value)" })")
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 54)
        #expect(tally.left == 98)
    }
}
