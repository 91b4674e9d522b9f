/// A quantity in text: a number with its unit, and how it binds.
struct QuantityReading: Sendable {
    var number: NumberReading
    /// Offsets of number and unit, and of 以上, 以内, 左右 behind them.
    var start: Int
    /// Behind the unit.
    var unitEnd: Int
    /// Behind what follows the unit and belongs to the quantity.
    var end: Int
    /// Where the unit begins; equal to ``unitEnd`` when there is none.
    var unitStart: Int
    var unitName = UnitName.written
    var family: UnitFamily?
    /// What 以上, 以内, 左右 make of it.
    var bound = Bound.none

    /// What the unit is written as in the output; no string before one is asked for, since copies are many.
    enum UnitName: Sendable {
        /// As the text has it.
        case written
        case fixed(StaticString)
        /// The name of a unit of the table.
        case listed(Int)
        /// As the text has it elsewhere.
        case span(Int, Int)
    }

    enum Bound: Sendable {
        case none
        /// 以上, 及以上, 起
        case atLeast
        /// 以下, 以内, 之内
        case atMost
        /// 内 behind a time
        case within
        /// 左右, 上下
        case approx
    }

    var hasUnit: Bool {
        if case .written = unitName { return unitEnd > unitStart }
        return true
    }

    /// Keeps the name of the unit while ``unitEnd`` moves on.
    mutating func keepUnit() {
        if case .written = unitName { unitName = .span(unitStart, unitEnd) }
    }

    /// Takes the unit of another quantity of the same text.
    mutating func takeUnit(of other: QuantityReading) {
        var other = other
        other.keepUnit()
        unitName = other.unitName
    }

    /// The unit as written, without white space and in the spelling of the unit's name.
    func unit(in text: ByteText, _ units: UnitTable) -> String {
        switch unitName {
        case .written: text.squashed(unitStart..<unitEnd)
        case .fixed(let name): name.description
        case .listed(let index): units.name(index)
        case .span(let start, let end): text.squashed(start..<end)
        }
    }

    /// Runs a reader over the bytes of the unit as ``unit(in:_:)`` has it.
    func withUnit<Result>(in text: ByteText, _ units: UnitTable, _ body: (ByteText) -> Result) -> Result {
        if case .written = unitName, !text.holdsBlanks(unitStart..<unitEnd) {
            return body(text.slice(unitStart..<unitEnd))
        }
        return withByteText(unit(in: text, units), body)
    }

    /// Whether the unit as ``unit(in:_:)`` has it is one of the words.
    func isUnit(anyOf words: [StaticString], in text: ByteText, _ units: UnitTable) -> Bool {
        withUnit(in: text, units) { name in
            words.contains { $0.utf8CodeUnitCount == name.count && name.has($0, at: 0) }
        }
    }
}
