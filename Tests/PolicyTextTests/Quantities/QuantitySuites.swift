import Foundation
import Testing

@testable import PolicyText

/// A case of a third-party suite that is left out, by what its text holds.
struct LeftOut {
    var reason: String
    /// A regular expression.
    var pattern: String

    func matches(_ text: String) -> Bool { text.range(of: pattern, options: .regularExpression) != nil }
}

extension [LeftOut] {
    func reason(for text: String) -> String? { first { $0.matches(text) }?.reason }
}

/// Cases of Recognizers-Text.
struct RecognizersCase {
    struct Result {
        var text: String
        /// The first and last position in UTF-16 units, inclusive.
        var start: Int
        var end: Int
        var value: String?
        var unit: String?
        var timex: String?
        var first: String?
        var last: String?
    }

    var input: String
    var reference: String?
    var results: [Result]

    static func read(_ path: String) throws -> [RecognizersCase] {
        let rows = try #require(try ThirdPartySuites.json("recognizers-text/Specs/" + path) as? [[String: Any]])
        return try rows.map { row in
            let results = try #require(row["Results"] as? [[String: Any]])
            let context = row["Context"] as? [String: Any]
            return RecognizersCase(
                input: try #require(row["Input"] as? String),
                reference: (context?["ReferenceDateTime"] as? String).map { String($0.prefix(10)) },
                results: try results.map { result in
                    let resolution = result["Resolution"] as? [String: Any]
                    let value = result["Value"] as? [String: Any]
                    let future = value?["FutureResolution"] as? [String: String]
                    let start = try #require(result["Start"] as? Int)
                    let end = try #require(result["End"] as? Int ?? (result["Length"] as? Int).map { start + $0 - 1 })
                    return Result(
                        text: try #require(result["Text"] as? String), start: start, end: end,
                        value: resolution?["value"] as? String, unit: resolution?["unit"] as? String,
                        timex: value?["Timex"] as? String, first: future?["startDate"] ?? future?["date"],
                        last: future?["endDate"] ?? future?["date"])
                })
        }
    }
}

/// Positions in UTF-16 units of bytes of a text's UTF-8.
func position(_ offset: Int, in text: String) -> Int {
    String(decoding: Array(text.utf8)[..<offset], as: UTF8.self).utf16.count
}

/// What the scan finds in a text, bare numbers included.
struct ScannedQuantity {
    var start: Int
    var end: Int
    var low: Double
    var high: Double?
    var ceiling: Double?
    var unit: String
    var family: UnitFamily?
    var relation: Target.Relation

    /// What 3000多 stays below, 4000.
    private static func ceiling(of number: NumberReading) -> Double? {
        guard number.isApproximate, number.high == nil else { return nil }
        return number.low + ExactNumber(1, exponent: min(max(Int(number.lastPower), -18), 18)).value
    }

    static func all(in string: String) -> [ScannedQuantity] {
        let lexicons = Lexicons(ParserOptions())
        return withByteText(string) { text in
            let scan = QuantityScan(text, units: lexicons.units, reference: nil)
            let mapper = ClauseMapper()
            let marks = TextMarks(text.bytes)
            let map = mapper.map(text, marks.punctuation, from: 0)
            return scan.times.withUnsafeBufferPointer { times in
                let reader = ClauseReader(
                    text: text, map: map, times: times, words: lexicons.targets, segmenter: ClauseWords())
                return scan.quantities.map { quantity in
                    let binding = reader.binding(before: quantity.start, from: 0)
                    let own = quantity.relation
                    return ScannedQuantity(
                        start: position(quantity.start, in: string), end: position(quantity.end, in: string) - 1,
                        low: quantity.number.low, high: quantity.number.high, ceiling: ceiling(of: quantity.number),
                        unit: quantity.unit(in: text, lexicons.units), family: quantity.family,
                        relation: own == .reach ? binding.relation ?? own : own)
                }
            }
        }
    }
}
