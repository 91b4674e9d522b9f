/// A quantity in text: a number with its unit, and how it binds.
///
/// Offsets in four bytes and no strings: readings are copied often, and this makes a copy a few moves.
struct QuantityReading: Sendable {
    var number: NumberReading
    private var startOffset: Int32
    private var unitEndOffset: Int32
    private var endOffset: Int32
    private var unitStartOffset: Int32
    var unitName = UnitName.written
    var family: UnitFamily?
    /// What 以上, 以内, 左右 make of it.
    var bound = Bound.none

    init(number: NumberReading, start: Int, unitEnd: Int, end: Int, unitStart: Int) {
        self.number = number
        startOffset = Int32(truncatingIfNeeded: start)
        unitEndOffset = Int32(truncatingIfNeeded: unitEnd)
        endOffset = Int32(truncatingIfNeeded: end)
        unitStartOffset = Int32(truncatingIfNeeded: unitStart)
    }

    /// Where the number begins.
    var start: Int {
        get { Int(startOffset) }
        set { startOffset = Int32(truncatingIfNeeded: newValue) }
    }
    /// Takes in a minus that stands before the number.
    mutating func negate(from start: Int) {
        number.low = -number.low
        number.start = start
        self.start = start
    }

    /// Where the unit begins; equal to ``unitEnd`` when there is none.
    var unitStart: Int {
        get { Int(unitStartOffset) }
        set { unitStartOffset = Int32(truncatingIfNeeded: newValue) }
    }
    /// Behind the unit.
    var unitEnd: Int {
        get { Int(unitEndOffset) }
        set { unitEndOffset = Int32(truncatingIfNeeded: newValue) }
    }
    /// Behind what follows the unit and belongs to the quantity: 以上, 以内, 左右.
    var end: Int {
        get { Int(endOffset) }
        set { endOffset = Int32(truncatingIfNeeded: newValue) }
    }

    /// What the unit is written as in the output; no string before one is asked for, since copies are many.
    enum UnitName: Sendable {
        /// As the text has it, none where it ends where it begins.
        case written
        case fixed(FixedUnit)
        /// A unit of the table.
        case listed(Int32)
        /// As the text has it elsewhere.
        case span(Int32, Int32)
    }

    /// Units that are told by more than a word of the table.
    enum FixedUnit: UInt8, Sendable {
        /// Of fractions.
        case none
        case percent, perMille, points, times
        case yuan, dollar, euro, pound, hongKongDollar, taiwanDollar, yen

        var name: StaticString {
            switch self {
            case .none: ""
            case .percent: "%"
            case .perMille: "‰"
            case .points: "个百分点"
            case .times: "倍"
            case .yuan: "元"
            case .dollar: "$"
            case .euro: "欧元"
            case .pound: "英镑"
            case .hongKongDollar: "港元"
            case .taiwanDollar: "新台币"
            case .yen: "日元"
            }
        }
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
        if case .written = unitName { unitName = .span(unitStartOffset, unitEndOffset) }
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
        case .fixed(let unit): unit.name.description
        case .listed(let index): units.name(Int(index))
        case .span(let start, let end): text.squashed(Int(start)..<Int(end))
        }
    }

    /// Runs a reader over the bytes of the unit as ``unit(in:_:)`` has it.
    func withUnit<Result>(in text: ByteText, _ units: UnitTable, _ body: (ByteText) -> Result) -> Result {
        switch unitName {
        case .listed(let index): body(units.nameText(Int(index)))
        case .written where !text.holdsBlanks(unitStart..<unitEnd): body(text.slice(unitStart..<unitEnd))
        default: withByteText(unit(in: text, units), body)
        }
    }

    /// Whether the unit as ``unit(in:_:)`` has it is one of the words.
    func isUnit(anyOf words: [StaticString], in text: ByteText, _ units: UnitTable) -> Bool {
        withUnit(in: text, units) { name in
            words.contains { $0.utf8CodeUnitCount == name.count && name.has($0, at: 0) }
        }
    }
}
