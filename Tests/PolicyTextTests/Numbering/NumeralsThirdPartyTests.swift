import Foundation
import Testing

@testable import PolicyText

@Suite("Third-party numeral suites")
struct NumeralsThirdPartyTests {
    @Test("cn2an: numbers from numerals", .enabled(if: ThirdPartySuites.has("cn2an"), "third-party suite absent"))
    func cn2an() throws {
        let suite = try #require(try ThirdPartySuites.json("cn2an/cn2an_test.json") as? [String: [Any]])
        var tally = SuiteTally()
        for (name, rows) in suite {
            for row in rows {
                if name.hasPrefix("error") {
                    let text = try #require(row as? String)
                    let isRead =
                        name == "error_strict_datas"
                        ? HanNumeral.parse(text, reading: .strict) != nil : NumeralParser.parse(text) != nil
                    tally.check(!isRead, "\(name) \(text)")
                    continue
                }
                let pair = try #require(row as? [Any])
                let text = try #require(pair[0] as? String)
                if "元圆".contains(where: text.contains) {
                    tally.leaveOut("money with 元, 角 and 分: a matter of quantities")
                    continue
                }
                let expected = try #require((pair[1] as? NSNumber)?.doubleValue ?? Double(pair[1] as? String ?? ""))
                var isRight = agrees(NumeralParser.parse(text)?.value, expected)
                if name == "strict_data_dict", !text.contains("点"), !text.contains("负") {
                    isRight = isRight && HanNumeral.parse(text, reading: .strict)?.value == Int(expected)
                }
                tally.check(isRight, "\(name) \(text) \(expected) \(String(describing: NumeralParser.parse(text)))")
            }
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 147)
        #expect(tally.left == 11)
    }

    @Test("cn2an: numerals from numbers", .enabled(if: ThirdPartySuites.has("cn2an"), "third-party suite absent"))
    func an2cn() throws {
        let suite = try #require(try ThirdPartySuites.json("cn2an/an2cn_test.json") as? [String: [Any]])
        var tally = SuiteTally()
        for (name, rows) in suite {
            for row in rows {
                guard let pair = row as? [Any], let value = (pair[0] as? NSNumber)?.doubleValue else {
                    tally.leaveOut("errors of converting Arabic numerals, which is no function of this library")
                    continue
                }
                let texts = pair[1] as? [String] ?? [pair[1] as? String].compactMap(\.self)
                #expect(!texts.isEmpty)
                for (column, text) in texts.enumerated() {
                    if column == 2 {
                        tally.leaveOut("money with 元, 角 and 分: a matter of quantities")
                        continue
                    }
                    var isRight = agrees(NumeralParser.parse(text)?.value, value)
                    if column == 0, let whole = Int(exactly: value), !text.contains("点") {
                        isRight = isRight && HanNumeral.write(whole) == text
                    }
                    tally.check(isRight, "\(name) \(text) \(value)")
                }
            }
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 77)
        #expect(tally.left == 28)
    }

    @Test("cn2an: numbers in sentences", .enabled(if: ThirdPartySuites.has("cn2an"), "third-party suite absent"))
    func transform() throws {
        let suite = try #require(try ThirdPartySuites.json("cn2an/transform_test.json") as? [String: [[String]]])
        let leftOut = [
            "摄氏度": "the unit is converted too",
            "半斤": "半 is a word of quantities",
            "零零三": "identifiers keep their zeros",
            "负零一": "identifiers keep their zeros",
            "二分之一": "keeps the notation of a fraction",
            "电话012": "writes identifiers digit by digit",
        ]
        var tally = SuiteTally()
        for (name, rows) in suite {
            for row in rows {
                // strict_data_dict and direct_an2cn turn Arabic digits into Chinese; the way back is tested.
                let isBack = name == "strict_data_dict" || name == "direct_an2cn_data_dict"
                let (text, expected) = isBack ? (row[1], row[0]) : (row[0], row[1])
                if let reason = leftOut.first(where: { text.contains($0.key) || expected.contains($0.key) })?.value {
                    tally.leaveOut(reason)
                    continue
                }
                let result = withArabicNumerals(text)
                tally.check(result == expected, "\(name) \(text) → \(result), not \(expected)")
            }
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 20)
        #expect(tally.left == 8)
    }

    @Test("hutool", .enabled(if: ThirdPartySuites.has("hutool"), "third-party suite absent"))
    func hutool() throws {
        let path = "hutool/NumberChineseFormatterTest.json"
        let suite = try #require(try ThirdPartySuites.json(path) as? [String: [Any]])
        let otherForms = [12: "一十二 for 12", 10: "一十 for 10", 50_008_000: "零 behind a round 万"]
        var tally = SuiteTally()
        for (name, rows) in suite {
            for row in rows {
                if name == "parse_error" {
                    let text = try #require(row as? String)
                    tally.check(HanNumeral.parse(text, reading: .lenient) == nil, text)
                    continue
                }
                let pair = try #require(row as? [Any])
                if name == "rmb" {
                    tally.leaveOut("money with 元, 角 and 分: a matter of quantities")
                    continue
                }
                let index = name == "parse" ? 0 : 1
                let text = try #require(pair[index] as? String)
                let value = try #require(pair[1 - index] as? NSNumber).doubleValue
                tally.check(agrees(NumeralParser.parse(text)?.value, value), "\(name) \(text)")
                guard name == "format_low", let whole = Int(exactly: value) else { continue }
                if let reason = otherForms[whole] {
                    tally.leaveOut("writes another form: \(reason)")
                } else {
                    tally.check(HanNumeral.write(whole) == text, "write \(whole)")
                }
            }
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 37)
        #expect(tally.left == 11)
    }

    @Test("wpt: counter styles", .enabled(if: ThirdPartySuites.has("wpt"), "third-party suite absent"))
    func counterStyles() throws {
        let path = "wpt/counter_styles_zh.json"
        let suite = try #require(try ThirdPartySuites.json(path) as? [String: [[String: Any]]])
        var tally = SuiteTally()
        for (name, rows) in suite {
            for row in rows {
                let value = try #require(row["value"] as? Int)
                var marker = try #require(row["marker"] as? String)
                #expect(marker.removeLast() == "、")
                let numeral = HanNumeral.parse(marker, reading: .strict)
                let read = value < 0 ? NumeralParser.parse(marker)?.exact?.integer : numeral?.value
                var isRight = read == value
                if value > 0 {
                    isRight = isRight && numeral?.form == (value > 0 && isFormal(marker) ? .formal : .standard)
                }
                if name == "simp-chinese-informal" { isRight = isRight && HanNumeral.write(value) == marker }
                tally.check(isRight, "\(name) \(marker) \(value)")
            }
        }
        #expect(tally.wrong == [])
        #expect(tally.right == 119)
        #expect(tally.left == 0)
    }

    private func isFormal(_ text: String) -> Bool { text.contains { "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟".contains($0) } }

    /// The text with its numerals in Arabic digits.
    private func withArabicNumerals(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var end = 0
        for match in NumeralScanner().matches(in: text) {
            result += bytes[end..<match.range.lowerBound]
            result += Array(written(match.numeral).utf8)
            end = match.range.upperBound
        }
        return String(decoding: result + bytes[end...], as: UTF8.self)
    }

    private func written(_ numeral: Numeral) -> String {
        if numeral.kind == .percent { return decimal(numeral.numerator.shifted(2)!) + "%" }
        return decimal(numeral.numerator)
    }

    private func decimal(_ number: ExactNumber) -> String {
        number.integer.map(String.init) ?? "\(number.value)"
    }
}
