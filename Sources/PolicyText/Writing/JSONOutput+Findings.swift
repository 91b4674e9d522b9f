// What lies over the text: responsibilities, diagnostics, furniture.

extension JSONOutput {
    mutating func write(_ responsibility: borrowing Responsibility) {
        guard !pretty else { return writeBroken(responsibility) }
        literal(#"{"section":"#)
        optional(responsibility.section)
        switch responsibility.form {
        case .bracket: literal(#","form":"bracket","text":"#)
        case .label: literal(#","form":"label","text":"#)
        case .table: literal(#","form":"table","text":"#)
        case .inline: literal(#","form":"inline","text":"#)
        }
        string(responsibility.text)
        literal(#","deadline":"#)
        optional(responsibility.deadline)
        literal(#","range":"#)
        range(responsibility.range)
        literal(#","assignments":"#)
        array(responsibility.assignments) { $0.write($1.value) }
        literal("}")
        isEmpty = false
    }

    private mutating func write(_ assignment: borrowing Assignment) {
        guard !pretty else { return writeBroken(assignment) }
        switch assignment.role {
        case .lead: literal(#"{"role":"lead","open":"#)
        case .cooperate: literal(#"{"role":"cooperate","open":"#)
        case .responsible: literal(#"{"role":"responsible","open":"#)
        case .guide: literal(#"{"role":"guide","open":"#)
        }
        if assignment.open { literal(#"true,"departments":"#) } else { literal(#"false,"departments":"#) }
        array(assignment.departments) { $0.write($1.value) }
        literal("}")
        isEmpty = false
    }

    private mutating func writeBroken(_ responsibility: borrowing Responsibility) {
        beginObject()
        key("section")
        optional(responsibility.section)
        key("form")
        string(responsibility.form.rawValue)
        key("text")
        string(responsibility.text)
        key("deadline")
        optional(responsibility.deadline)
        key("range")
        range(responsibility.range)
        array("assignments", responsibility.assignments) { $0.write($1.value) }
        endObject()
    }

    private mutating func writeBroken(_ assignment: borrowing Assignment) {
        beginObject()
        key("role")
        string(assignment.role.rawValue)
        key("open")
        boolean(assignment.open)
        array("departments", assignment.departments) { $0.write($1.value) }
        endObject()
    }

    mutating func write(_ diagnostic: Diagnostic) {
        beginObject()
        key("rule")
        string(diagnostic.rule.rawValue)
        key("severity")
        string(diagnostic.severity.rawValue)
        key("origin")
        string(diagnostic.origin.rawValue)
        key("message")
        string(diagnostic.message)
        key("messageEnglish")
        string(diagnostic.messageEnglish)
        key("range")
        range(diagnostic.range)
        endObject()
    }

    mutating func write(_ furniture: Furniture) {
        beginObject()
        key("kind")
        string(furniture.kind.rawValue)
        key("range")
        range(furniture.range)
        endObject()
    }
}
