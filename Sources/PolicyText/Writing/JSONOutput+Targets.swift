// Targets and quantities: compact ones are written with as few pieces as their values leave.

extension JSONOutput {
    mutating func write(_ target: borrowing Target) {
        guard !pretty else { return writeBroken(target) }
        literal(#"{"section":"#)
        optional(target.section)
        switch target.form {
        case .text: literal(#","form":"text","text":"#)
        case .table: literal(#","form":"table","text":"#)
        }
        string(target.text)
        literal(#","indicator":"#)
        string(target.indicator)
        literal(#","scope":"#)
        optional(target.scope)
        switch target.measure {
        case .level: literal(#","measure":"level","relation":"#)
        case .increase: literal(#","measure":"increase","relation":"#)
        case .decrease: literal(#","measure":"decrease","relation":"#)
        }
        switch target.relation {
        case .reach: literal(#""reach","value":"#)
        case .exceed: literal(#""exceed","value":"#)
        case .atLeast: literal(#""atLeast","value":"#)
        case .atMost: literal(#""atMost","value":"#)
        case .approx: literal(#""approx","value":"#)
        case .range: literal(#""range","value":"#)
        }
        write(target.value)
        literal(#","unit":"#)
        string(target.unit)
        literal(#","per":"#)
        optional(target.per)
        literal(#","deadline":"#)
        optional(target.deadline) { $0.write($1) }
        literal(#","baseline":"#)
        optional(target.baseline)
        literal(#","range":"#)
        range(target.range)
        literal("}")
        isEmpty = false
    }

    mutating func write(_ quantity: borrowing Quantity) {
        guard !pretty else { return writeBroken(quantity) }
        literal(#"{"section":"#)
        optional(quantity.section)
        switch quantity.role {
        case .target: literal(#","role":"target","text":"#)
        case .result: literal(#","role":"result","text":"#)
        case .threshold: literal(#","role":"threshold","text":"#)
        case .incentive: literal(#","role":"incentive","text":"#)
        case .parameter: literal(#","role":"parameter","text":"#)
        case .other: literal(#","role":"other","text":"#)
        }
        string(quantity.text)
        literal(#","value":"#)
        write(quantity.value)
        literal(#","unit":"#)
        string(quantity.unit)
        literal(#","range":"#)
        range(quantity.range)
        literal("}")
        isEmpty = false
    }

    private mutating func writeBroken(_ target: borrowing Target) {
        beginObject()
        key("section")
        optional(target.section)
        key("form")
        string(target.form.rawValue)
        key("text")
        string(target.text)
        key("indicator")
        string(target.indicator)
        key("scope")
        optional(target.scope)
        key("measure")
        string(target.measure.rawValue)
        key("relation")
        string(target.relation.rawValue)
        key("value")
        write(target.value)
        key("unit")
        string(target.unit)
        key("per")
        optional(target.per)
        key("deadline")
        optional(target.deadline) { $0.write($1) }
        key("baseline")
        optional(target.baseline)
        key("range")
        range(target.range)
        endObject()
    }

    private mutating func writeBroken(_ quantity: borrowing Quantity) {
        beginObject()
        key("section")
        optional(quantity.section)
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
        case .between(let low, let high) where pretty: array([low, high]) { $0.number($1.value) }
        case .between(let low, let high):
            literal("[")
            number(low)
            literal(",")
            number(high)
            literal("]")
        }
    }

    private mutating func write(_ deadline: Deadline) {
        beginObject()
        key("text")
        string(deadline.text)
        key("date")
        optional(deadline.date)
        endObject()
    }
}
