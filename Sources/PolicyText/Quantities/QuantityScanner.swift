/// Finds the quantities of running text: numbers with their units, ranges, shares and amounts of money.
///
/// What a quantity is for (a target, a threshold, a subsidy) is a matter of the whole document; see ``Document/quantities``.
public struct QuantityScanner: Sendable {
    private let units: UnitTable

    /// A quantity and the bytes that hold it.
    public struct Match: Sendable, Hashable {
        /// UTF-8 byte offsets, from 0, of number, unit and 以上 or 左右 behind them.
        public let range: Range<Int>
        /// The value in the unit without its multiplier; percentages count per hundred.
        public let value: TargetValue
        /// The unit, empty for a bare number or fraction.
        public let unit: String
        /// What the unit measures, `nil` without one.
        public let family: UnitFamily?
        /// How 以上, 以内 or 左右 binds the value; ``Target/Relation/range`` for two bounds.
        public let relation: Target.Relation
    }

    /// - Parameter options: What a caller adds to the units.
    public init(options: ParserOptions = ParserOptions()) { units = Lexicons.units(options) }

    /// All quantities of a text, in order.
    ///
    /// - Complexity: O(bytes).
    public func matches(in string: String) -> [Match] {
        withByteText(string) { text in
            let scan = QuantityScan(text, units: units, reference: nil)
            return scan.quantities.map { quantity in
                Match(
                    range: quantity.start..<quantity.end, value: quantity.value, unit: quantity.unit(in: text, units),
                    family: quantity.family, relation: quantity.relation)
            }
        }
    }
}

extension QuantityReading {
    var value: TargetValue { number.value }

    /// How the quantity binds by itself.
    var relation: Target.Relation {
        if case .between = value { return .range }
        return switch bound {
        case .none: .reach
        case .atLeast: .atLeast
        case .atMost, .within: .atMost
        case .approx: .approx
        }
    }
}
