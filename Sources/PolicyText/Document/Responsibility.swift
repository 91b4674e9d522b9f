/// A place that gives organisations a task.
public struct Responsibility: Sendable, Hashable, Codable {
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        case bracket, label, table, inline
    }

    /// The id of the innermost section that owns it, `nil` outside every section.
    public var section: String?
    public var form: Form
    public var text: String
    public var deadline: String?
    public var range: SourceRange
    public var assignments: [Assignment]

    public init(
        section: String?, form: Form, text: String, deadline: String?, range: SourceRange, assignments: [Assignment]
    ) {
        self.section = section
        self.form = form
        self.text = text
        self.deadline = deadline
        self.range = range
        self.assignments = assignments
    }
}

/// A role and the departments that have it.
public struct Assignment: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        case lead, cooperate, responsible, guide
    }

    public var role: Role
    /// Whether the list ends in 等部门 or the like.
    public var open: Bool
    public var departments: [OrganizationName]

    public init(role: Role, open: Bool, departments: [OrganizationName]) {
        self.role = role
        self.open = open
        self.departments = departments
    }
}
