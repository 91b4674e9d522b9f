import Foundation

@testable import PolicyText

/// Targets agree where value and unit are the same and the indicators share half of their characters, as the scorer has it.
extension GoldComparison {
    private struct Stated {
        var value: [Double]
        var unit: String
        var indicator: String
        var text: String { "\(indicator) \(value) \(unit)" }
    }

    mutating func compareTargets(_ targets: [Target], _ truth: [JSONValue]) {
        let found = targets.map { target in
            let value =
                switch target.value {
                case .number(let number): [number]
                case .between(let low, let high): [low, high]
                }
            return Stated(value: value, unit: Self.fold(target.unit), indicator: Self.fold(target.indicator))
        }
        let expected = truth.map {
            Stated(
                value: Self.numbers($0["value"]), unit: Self.fold($0["unit"]?.string),
                indicator: Self.fold($0["indicator"]?.string))
        }
        var pairs: [(likeness: Double, found: Int, expected: Int)] = []
        for (i, one) in found.enumerated() {
            for (j, other) in expected.enumerated() where agree(one, other) {
                pairs.append((Self.likeness(one.indicator, other.indicator), i, j))
            }
        }
        var (usedFound, usedExpected): (Set<Int>, Set<Int>) = ([], [])
        for pair in pairs.sorted(by: { ($0.likeness, $1.found, $1.expected) > ($1.likeness, $0.found, $0.expected) })
        where !usedFound.contains(pair.found) && !usedExpected.contains(pair.expected) {
            usedFound.insert(pair.found)
            usedExpected.insert(pair.expected)
        }
        let missing = expected.indices.filter { !usedExpected.contains($0) }.map { "targets - \(expected[$0].text)" }
        let extra = found.indices.filter { !usedFound.contains($0) }.map { "targets + \(found[$0].text)" }
        record(
            .targets, Tally(right: usedFound.count, found: found.count, expected: expected.count), missing + extra)
    }

    private func agree(_ one: Stated, _ other: Stated) -> Bool {
        one.value.count == other.value.count && one.unit == other.unit
            && zip(one.value, other.value).allSatisfy { abs($0 - $1) < 0.000_06 }
            && Self.likeness(one.indicator, other.indicator) >= 0.5
    }

    /// The F1 of two strings as bags of characters.
    private static func likeness(_ one: String, _ other: String) -> Double {
        var left = Dictionary(other.map { ($0, 1) }, uniquingKeysWith: +)
        var same = 0
        for character in one {
            guard let count = left[character], count > 0 else { continue }
            left[character] = count - 1
            same += 1
        }
        return one.isEmpty && other.isEmpty ? 1 : 2 * Double(same) / Double(one.count + other.count)
    }

    private static func numbers(_ value: JSONValue?) -> [Double] {
        switch value {
        case .number(let text): [Double(text) ?? .nan]
        case .array(let elements): elements.flatMap { numbers($0) }
        default: []
        }
    }
}
