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
    /// What the unit is written as, where that is not the text itself.
    var unitName: String?
    var family: UnitFamily?
    /// What 以上, 以内, 左右 make of it.
    var bound = Bound.none

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

    var hasUnit: Bool { unitEnd > unitStart || unitName != nil }
}
