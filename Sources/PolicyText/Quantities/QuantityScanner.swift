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
            var scan = QuantityScan(text, units: units, reference: nil)
            scan.run()
            return scan.quantities.map { quantity in
                Match(
                    range: quantity.start..<quantity.end, value: quantity.value, unit: quantity.unit(in: text),
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

    /// The unit as written, without white space and in the spelling of the unit's name.
    func unit(in text: ByteText) -> String { unitName ?? text.squashed(unitStart..<unitEnd) }

    /// Whether the unit as ``unit(in:)`` has it is one of the words.
    func isUnit(anyOf words: [StaticString], in text: ByteText) -> Bool {
        if unitName == nil, !text.holdsBlanks(unitStart..<unitEnd) {
            return words.contains { $0.utf8CodeUnitCount == unitEnd - unitStart && text.has($0, at: unitStart) }
        }
        return withByteText(unit(in: text)) { name in
            words.contains { $0.utf8CodeUnitCount == name.count && name.has($0, at: 0) }
        }
    }
}
