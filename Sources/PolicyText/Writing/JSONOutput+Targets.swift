// Targets and quantities.

extension JSONOutput {
    mutating func write(_ target: borrowing Target) {
        guard !pretty, putStretch(target) else { return writeMembers(target) }
    }

    mutating func write(_ quantity: borrowing Quantity) {
        guard !pretty, putStretch(quantity) else { return writeMembers(quantity) }
    }

    /// Bytes of the keys and values of a target beyond those of other objects.
    private static let targetRoom = 128

    private mutating func putStretch(_ target: borrowing Target) -> Bool {
        let texts =
            target.text.utf8.count + target.indicator.utf8.count + target.unit.utf8.count
            + Self.byteCount(target.section) + Self.byteCount(target.scope) + Self.byteCount(target.per)
            + Self.byteCount(target.baseline) + Self.byteCount(target.deadline?.text)
            + Self.byteCount(target.deadline?.date)
        guard var stretch = stretch(texts + Self.targetRoom) else { return false }
        stretch.literal(#"{"section":"#)
        stretch.put(target.section)
        switch target.form {
        case .text: stretch.literal(#","form":"text","text":""#)
        case .table: stretch.literal(#","form":"table","text":""#)
        }
        stretch.put(target.text)
        stretch.literal(#"","indicator":""#)
        stretch.put(target.indicator)
        stretch.literal(#"","scope":"#)
        stretch.put(target.scope)
        switch target.measure {
        case .level: stretch.literal(#","measure":"level","relation":"#)
        case .increase: stretch.literal(#","measure":"increase","relation":"#)
        case .decrease: stretch.literal(#","measure":"decrease","relation":"#)
        }
        switch target.relation {
        case .reach: stretch.literal(#""reach","value":"#)
        case .exceed: stretch.literal(#""exceed","value":"#)
        case .atLeast: stretch.literal(#""atLeast","value":"#)
        case .atMost: stretch.literal(#""atMost","value":"#)
        case .approx: stretch.literal(#""approx","value":"#)
        case .range: stretch.literal(#""range","value":"#)
        }
        stretch.put(target.value)
        stretch.literal(#","unit":""#)
        stretch.put(target.unit)
        stretch.literal(#"","per":"#)
        stretch.put(target.per)
        if let deadline = target.deadline {
            stretch.literal(#","deadline":{"text":""#)
            stretch.put(deadline.text)
            stretch.literal(#"","date":"#)
            stretch.put(deadline.date)
            stretch.literal(#"},"baseline":"#)
        } else {
            stretch.literal(#","deadline":null,"baseline":"#)
        }
        stretch.put(target.baseline)
        stretch.literal(#","range":"#)
        stretch.put(target.range)
        stretch.literal("}")
        return take(stretch)
    }

    @inline(__always)
    private static func byteCount(_ text: String?) -> Int { text?.utf8.count ?? 0 }

    private mutating func putStretch(_ quantity: borrowing Quantity) -> Bool {
        let texts = quantity.text.utf8.count + quantity.unit.utf8.count + Self.byteCount(quantity.section)
        guard var stretch = stretch(texts) else { return false }
        stretch.literal(#"{"section":"#)
        stretch.put(quantity.section)
        switch quantity.role {
        case .target: stretch.literal(#","role":"target","text":""#)
        case .result: stretch.literal(#","role":"result","text":""#)
        case .threshold: stretch.literal(#","role":"threshold","text":""#)
        case .incentive: stretch.literal(#","role":"incentive","text":""#)
        case .parameter: stretch.literal(#","role":"parameter","text":""#)
        case .other: stretch.literal(#","role":"other","text":""#)
        }
        stretch.put(quantity.text)
        stretch.literal(#"","value":"#)
        stretch.put(quantity.value)
        stretch.literal(#","unit":""#)
        stretch.put(quantity.unit)
        stretch.literal(#"","range":"#)
        stretch.put(quantity.range)
        stretch.literal("}")
        return take(stretch)
    }

    private mutating func writeMembers(_ target: borrowing Target) {
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

    private mutating func writeMembers(_ quantity: borrowing Quantity) {
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
