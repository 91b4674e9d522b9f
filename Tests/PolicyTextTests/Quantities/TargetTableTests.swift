import Testing

@testable import PolicyText

@Suite("Tables of targets and roles")
struct TargetTableTests {
    private func document(_ sentence: String) -> Document {
        Parser().parse(
            "云岭省人民政府关于测试的通知\n\n各市人民政府：\n\n\(sentence)\n\n云岭省人民政府\n2021年8月15日\n")
    }

    @Test(arguments: ClerkRow.rows(targetTable))
    func targets(_ row: ClerkRow) {
        let found = document(row[0]).targets.map { target in
            let fields = [
                target.measure.rawValue, target.relation.rawValue, value(target.value), target.unit, target.per ?? "",
                target.deadline?.date ?? "",
            ]
            return target.indicator + ": " + fields.map { $0.isEmpty ? "-" : $0 }.joined(separator: " ")
        }
        #expect(found == Array(row.cells.dropFirst()))
    }

    private func value(_ value: TargetValue) -> String {
        switch value {
        case .number(let number): text(number)
        case .between(let low, let high): "[\(text(low)),\(text(high))]"
        }
    }

    private func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

    @Test(arguments: ClerkRow.rows(roleTable))
    func roles(_ row: ClerkRow) {
        let found = document(row[0])
        #expect(found.targets == [])
        #expect(!found.quantities.isEmpty)
        #expect(Set(found.quantities.map(\.role.rawValue)) == [row[1]])
    }
}
