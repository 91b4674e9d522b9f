/// A numeric value that the document commits somebody to.
public struct Target: Sendable, Hashable, Codable {
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable { case text, table }
    public enum Measure: String, Sendable, Hashable, Codable, CaseIterable { case level, increase, decrease }
    public enum Relation: String, Sendable, Hashable, Codable, CaseIterable {
        case reach, exceed, atLeast, atMost, approx, range
    }

    /// The id of the innermost section that owns it, `nil` outside every section.
    public var section: String?
    public var form: Form
    public var text: String
    public var indicator: String
    public var scope: String?
    public var measure: Measure
    public var relation: Relation
    /// One value, or the lower and the upper bound.
    public var value: TargetValue
    public var unit: String
    public var per: String?
    public var deadline: Deadline?
    public var baseline: String?
    public var range: SourceRange

    public init(
        section: String?, form: Form, text: String, indicator: String, scope: String?, measure: Measure,
        relation: Relation, value: TargetValue, unit: String, per: String?, deadline: Deadline?, baseline: String?,
        range: SourceRange
    ) {
        self.section = section
        self.form = form
        self.text = text
        self.indicator = indicator
        self.scope = scope
        self.measure = measure
        self.relation = relation
        self.value = value
        self.unit = unit
        self.per = per
        self.deadline = deadline
        self.baseline = baseline
        self.range = range
    }
}

/// A number, or a range of numbers; `[low, high]` in JSON.
public enum TargetValue: Sendable, Hashable {
    case number(Double)
    case between(Double, Double)
}

/// A time limit as written and as a date (`2017-12-31`, `2021-09`, `2025`).
public struct Deadline: Sendable, Hashable, Codable {
    public var text: String
    public var date: String?

    public init(text: String, date: String?) {
        self.text = text
        self.date = date
    }
}
