/// A place that gives organisations a task (责任分工).
public struct Responsibility: Sendable, Hashable, Codable {
    /// Where the task is given: in brackets, behind a label (责任单位：), in a table, or in running text.
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        /// （…牵头）, 责任单位：…, a cell of a table, or a clause.
        case bracket, label, table, inline
    }

    /// The id of the innermost section that owns it, `nil` outside every section.
    public var section: String?
    /// Where it stands in the decoded source.
    public var range: SourceRange
    /// Where the task is given.
    public var form: Form
    /// The whole bracket, label or clause.
    public var text: String
    /// The time limit in the same place, as written, or `nil`.
    public var deadline: String?
    /// Who has which role, in the order of the text.
    public var assignments: [Assignment]
}

extension Responsibility {
    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(
        section: String?, form: Form, text: String, deadline: String?, range: SourceRange, assignments: [Assignment]
    ) {
        self.init(
            section: section, range: range, form: form, text: text, deadline: deadline, assignments: assignments)
    }
}

/// A role and the departments that have it.
public struct Assignment: Sendable, Hashable, Codable {
    /// What the departments do. Raw values are those of the output.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// 牵头, 配合, 负责, 指导, in this order.
        case lead, cooperate, responsible, guide
    }

    /// What the departments do.
    public var role: Role
    /// Whether the list ends in 等部门 or the like.
    public var open: Bool
    /// The departments as written, in order.
    public var departments: [OrganizationName]

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(role: Role, open: Bool, departments: [OrganizationName]) {
        self.role = role
        self.open = open
        self.departments = departments
    }
}
