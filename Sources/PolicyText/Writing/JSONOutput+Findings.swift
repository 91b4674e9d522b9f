// What lies over the text: responsibilities, targets, diagnostics, furniture.

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

    mutating func write(_ target: Target) {
        beginObject()
        key("section")
        optional(target.section) { $0.string($1) }
        key("form")
        string(target.form.rawValue)
        key("text")
        string(target.text)
        key("indicator")
        string(target.indicator)
        key("scope")
        optional(target.scope) { $0.string($1) }
        key("measure")
        string(target.measure.rawValue)
        key("relation")
        string(target.relation.rawValue)
        key("value")
        write(target.value)
        key("unit")
        string(target.unit)
        key("per")
        optional(target.per) { $0.string($1) }
        key("deadline")
        optional(target.deadline) { $0.write($1) }
        key("baseline")
        optional(target.baseline) { $0.string($1) }
        key("range")
        range(target.range)
        endObject()
    }

    mutating func write(_ quantity: Quantity) {
        beginObject()
        key("section")
        optional(quantity.section) { $0.string($1) }
        key("role")
        string(quantity.role.rawValue)
        key("text")
        string(quantity.text)
        key("value")
        write(quantity.value)
        key("unit")
        string(quantity.unit)
        key("range")
        range(quantity.range)
        endObject()
    }

    private mutating func write(_ value: TargetValue) {
        switch value {
        case .number(let value): number(value)
        case .between(let low, let high): array([low, high]) { $0.number($1.value) }
        }
    }

    private mutating func write(_ deadline: Deadline) {
        beginObject()
        key("text")
        string(deadline.text)
        key("date")
        optional(deadline.date) { $0.string($1) }
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
