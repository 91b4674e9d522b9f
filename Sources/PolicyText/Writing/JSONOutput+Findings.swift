// What lies over the text: responsibilities, diagnostics, furniture.

extension JSONOutput {
    mutating func write(_ responsibility: borrowing Responsibility) {
        guard !pretty, putHead(responsibility) else { return writeMembers(responsibility) }
        array(responsibility.assignments) { $0.write($1.value) }
        literal("}")
        isEmpty = false
    }

    @inline(__always)
    private mutating func putHead(_ responsibility: borrowing Responsibility) -> Bool {
        let texts =
            responsibility.text.utf8.count + (responsibility.section?.utf8.count ?? 0)
            + (responsibility.deadline?.utf8.count ?? 0)
        guard var stretch = stretch(texts) else { return false }
        stretch.literal(#"{"section":"#)
        stretch.put(responsibility.section)
        switch responsibility.form {
        case .bracket: stretch.literal(#","form":"bracket","text":""#)
        case .label: stretch.literal(#","form":"label","text":""#)
        case .table: stretch.literal(#","form":"table","text":""#)
        case .inline: stretch.literal(#","form":"inline","text":""#)
        }
        stretch.put(responsibility.text)
        stretch.literal(#"","deadline":"#)
        stretch.put(responsibility.deadline)
        stretch.literal(#","range":"#)
        stretch.put(responsibility.range)
        stretch.literal(#","assignments":"#)
        return take(stretch)
    }

    private mutating func write(_ assignment: borrowing Assignment) {
        guard !pretty else { return writeMembers(assignment) }
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

    private mutating func writeMembers(_ responsibility: borrowing Responsibility) {
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

    private mutating func writeMembers(_ assignment: borrowing Assignment) {
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
        guard pretty || !putWhole(furniture) else { return }
        beginObject()
        key("kind")
        string(furniture.kind.rawValue)
        key("range")
        range(furniture.range)
        endObject()
    }

    @inline(__always)
    private mutating func putWhole(_ furniture: Furniture) -> Bool {
        guard var stretch = stretch(0) else { return false }
        stretch.literal(#"{"kind":""#)
        stretch.put(furniture.kind.rawValue)
        stretch.literal(#"","range":"#)
        stretch.put(furniture.range)
        stretch.literal("}")
        return take(stretch)
    }
}
