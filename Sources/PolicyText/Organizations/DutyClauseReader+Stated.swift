// What names are said to be: 牵头单位为市教育局, 市教育局为牵头单位.

extension DutyClauseReader {
    /// Reads a segment that says with 为 what names are; false, and nothing read, when it does not.
    func readStated(_ segment: Range<Int>, _ state: inout State) -> Bool {
        guard let verb = text.first("为", in: segment) else { return false }
        let behind = text.trimmed(verb + 3..<segment.upperBound)
        guard !behind.isEmpty else { return false }
        if let label = words.label(segment.lowerBound..<verb, in: text), label != .other {
            closeNames(at: segment.lowerBound, &state)
            state.label = label
            state.isInDeadline = label == .deadline
            if label == .deadline { state.clause.deadline = behind } else { state.waiting = behind.lowerBound }
            return true
        }
        guard case .role(let role) = words.label(behind, in: text) else { return false }
        let start = state.waiting ?? segment.lowerBound
        // 作为
        let end = text.has("作", at: verb - 3) ? verb - 3 : verb
        guard start < end,
            let list = names(start..<end, DutyWords.Verb(role: role, length: 0), found: false, state.clause)
        else { return false }
        state.waiting = nil
        store.add(role, list, to: &state.clause)
        return true
    }

    /// The time limit that a span is, alone or behind its label.
    func deadline(in span: Range<Int>) -> Range<Int>? {
        if deadlines.matches(span) { return deadlines.trimmed(span) }
        guard let label = openingLabel(span), label.label == .deadline else { return nil }
        let rest = text.trimmed(label.end..<span.upperBound)
        return rest.isEmpty ? nil : rest
    }
}
