/// A quantity of the text and what it is for: targets are those with the role `target`, the others are kept for readers
/// who need them.
public struct Quantity: Sendable, Hashable, Codable {
    /// What the document uses the quantity for. Raw values are those of the output.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// A value that somebody is to reach or keep to; it stands in ``Document/targets``, too.
        case target
        /// A value reached already, or a starting point.
        case result
        /// A condition that decides who or what is meant: 年授权10件以上的企业.
        case threshold
        /// A subsidy, reward, fee, fine or other payment.
        case incentive
        /// A property of a thing: 15分钟健身圈, 10千伏线路, a term of validity.
        case parameter
        /// Everything else: counts of documents and levels, facts.
        case other
    }

    /// The id of the innermost section that owns it, `nil` outside every section.
    public var section: String?
    /// Where it stands in the decoded source.
    public var range: SourceRange
    /// What the quantity is for.
    public var role: Role
    /// The number with its unit, as written.
    public var text: String
    /// One value, or the lower and the upper bound.
    public var value: TargetValue
    /// The unit without its multiplier (万, 亿), which is worked into the value; empty when there is none.
    public var unit: String
}

extension Quantity {
    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(section: String?, role: Role, text: String, value: TargetValue, unit: String, range: SourceRange) {
        self.init(
            section: section, range: range, role: role, text: text, value: value, unit: unit)
    }
}
