/// A numeric value that the document commits somebody to (目标指标).
public struct Target: Sendable, Hashable, Codable {
    /// Whether the value stands in running text or in a table.
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable { case text, table }
    /// What the value is: the level itself, or a rise or fall by it.
    public enum Measure: String, Sendable, Hashable, Codable, CaseIterable { case level, increase, decrease }
    /// How the value binds. Raw values are those of the output.
    public enum Relation: String, Sendable, Hashable, Codable, CaseIterable {
        /// 达到, 超过, 不少于, 不超过, 左右, and from one value to another, in this order.
        case reach, exceed, atLeast, atMost, approx, range
    }

    /// The id of the innermost section that owns it, `nil` outside every section.
    public var section: String?
    /// Where it stands in the decoded source.
    public var range: SourceRange
    /// Whether the value stands in running text or in a table.
    public var form: Form
    /// The clause with indicator and value.
    public var text: String
    /// What is measured or built, as a noun phrase.
    public var indicator: String
    /// Whom or what the target covers, such as 全省, or `nil`.
    public var scope: String?
    /// What the value is.
    public var measure: Measure
    /// How the value binds.
    public var relation: Relation
    /// One value, or the lower and the upper bound.
    public var value: TargetValue
    /// The unit without its multiplier (万, 亿), which is worked into the value; empty when there is none.
    public var unit: String
    /// The time that the value counts for, such as `year`, or `nil`.
    public var per: String?
    /// The time limit in force, or `nil`.
    public var deadline: Deadline?
    /// What a rise or fall is measured from, or `nil`.
    public var baseline: String?
}

extension Target {
    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(
        section: String?, form: Form, text: String, indicator: String, scope: String?, measure: Measure,
        relation: Relation, value: TargetValue, unit: String, per: String?, deadline: Deadline?, baseline: String?,
        range: SourceRange
    ) {
        self.init(
            section: section, range: range, form: form, text: text, indicator: indicator, scope: scope,
            measure: measure, relation: relation, value: value, unit: unit, per: per, deadline: deadline,
            baseline: baseline)
    }
}

/// A number, or a range of numbers; `[low, high]` in JSON.
public enum TargetValue: Sendable, Hashable {
    /// A single value.
    case number(Double)
    /// The lower and the upper bound.
    case between(Double, Double)
}

/// A time limit as written and as a date (`2017-12-31`, `2021-09`, `2025`).
public struct Deadline: Sendable, Hashable, Codable {
    /// The time limit as written.
    public var text: String
    /// The date to the day, the month or the year, or `nil`.
    public var date: String?

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(text: String, date: String?) {
        self.text = text
        self.date = date
    }
}
