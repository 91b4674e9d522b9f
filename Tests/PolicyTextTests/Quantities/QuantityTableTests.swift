import Testing

@testable import PolicyText

@Suite("Tables of quantities and times")
struct QuantityTableTests {
    @Test(arguments: ClerkRow.rows(quantityTable))
    func quantity(_ row: ClerkRow) throws {
        let found = QuantityScanner().matches(in: row[0])
        try #require(found.count == 1, "\(found)")
        let values = row[1].split(separator: " ").compactMap { Double($0) }
        switch found[0].value {
        case .number(let value): #expect([value] == values)
        case .between(let low, let high): #expect([low, high] == values)
        }
        #expect(found[0].unit == row[2])
        #expect(found[0].family?.rawValue ?? "" == row[3])
        #expect(found[0].relation.rawValue == row[4])
    }

    @Test(arguments: ClerkRow.rows(noQuantityTable))
    func noQuantity(_ row: ClerkRow) {
        let found = QuantityScanner().matches(in: row[0])
        #expect(found.filter { !$0.unit.isEmpty || $0.family != nil } == [])
    }

    @Test(arguments: ClerkRow.rows(timeTable))
    func time(_ row: ClerkRow) throws {
        let found = PeriodScanner(reference: "2021-08-15").matches(in: row[0])
        try #require(found.count == 1, "\(found)")
        #expect(found[0].first == row[1])
        #expect(found[0].last == row[2])
        #expect(found[0].deadline == row[3])
    }

    @Test(arguments: ClerkRow.rows(noTimeTable))
    func noTime(_ row: ClerkRow) {
        #expect(PeriodScanner(reference: "2021-08-15").matches(in: row[0]) == [])
    }

    @Test func callersAddUnits() {
        let scanner = QuantityScanner(options: ParserOptions(units: ["蒸吨\tpower", "点位"]))
        let found = scanner.matches(in: "35蒸吨锅炉，200点位")
        #expect(found.map(\.unit) == ["蒸吨", "点位"])
        #expect(found.map(\.family) == [.power, .count])
    }

    @Test func rangesAreThoseOfTheBytes() {
        let text = "到2025年，建成20 万套以上住房"
        let utf8 = Array(text.utf8)
        let quantity = QuantityScanner().matches(in: text)
        #expect(quantity.map { String(decoding: utf8[$0.range], as: UTF8.self) } == ["20 万套以上"])
        let period = PeriodScanner().matches(in: text)
        #expect(period.map { String(decoding: utf8[$0.range], as: UTF8.self) } == ["2025年"])
    }
}
