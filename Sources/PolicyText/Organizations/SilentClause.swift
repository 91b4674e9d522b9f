/// Tells brackets that give nobody a task, as most that hold no duty do, from those that have to be read.
struct SilentClause {
    let text: TextBytes
    let reader: OrganizationReader
    let words: DutyWords
    let marks: ClauseMarks
    let deadlines: DeadlinePhrase

    /// Whether a span, （2021—2025年）, （试行） or （国办发〔2023〕32号）, certainly gives nobody a task: no verb, no label, and first
    /// of all no name.
    func saysNothing(_ span: Range<Int>) -> Bool {
        var mark = marks.first(from: span.lowerBound)
        var first = span
        var depth = 0
        while mark < marks.count, marks[mark].place < span.upperBound {
            let (kinds, place) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            if kinds.contains(.verb), takes(place..<span.upperBound) { return false }
            if !kinds.isDisjoint(with: .brackets) {
                depth += kinds.contains(.open) ? 1 : -1
                if depth < 0 { return false }
                continue
            }
            let isList = !kinds.isDisjoint(with: [.enumeration, .comma])
            if !isList, !kinds.subtracting(.verb).isEmpty { return false }
            guard isList, depth == 0 else { continue }
            if first.upperBound == span.upperBound { first = first.lowerBound..<place }
            // Behind a time limit names may begin anew.
            let next = place + text.width(at: place)
            if kinds.contains(.comma), next < span.upperBound, deadlines.mayMatch(next) { return false }
        }
        guard depth == 0, !first.isEmpty, text.bytes[first.upperBound - 1] != 0x2E, !opensWithGiver(first),
            !LeaderSigns(text: text).isBeside(first), !isStated(first),
            words.adverbs.closing(first, in: text) == nil
        else { return false }
        // A time limit alone gives nobody a task.
        return (first == span || !deadlines.mayMatch(first.lowerBound)) && reader.sort(of: first) >= .market
    }

    /// Whether a verb opens a span, or a label that says with 为 what somebody is: 为|牵头单位, |牵头单位为.
    private func takes(_ span: Range<Int>) -> Bool {
        words.verb(taking: span, in: text) != nil || text.code(at: span.lowerBound - 3) == "为"
            || text.code(at: span.lowerBound + 12) == "为"
    }

    /// 完成时限为2026年底: a label with 为 in the place of the colon.
    private func isStated(_ span: Range<Int>) -> Bool {
        guard let verb = text.first("为", in: span) else { return false }
        return words.label(span.lowerBound..<verb, in: text) != nil
    }

    /// 由 and 请 are cut off names, as 并 and the like are.
    private func opensWithGiver(_ span: Range<Int>) -> Bool {
        let code = text.code(at: span.lowerBound)
        return code == "由" || code == "请" || DutyClauseReader.leadLength(span, in: text) > 0
    }

    /// 以下…, 不再列出: a sentence that may be about something else.
    func opensAside(_ offset: Int) -> Bool {
        let code = text.code(at: offset)
        return code == "以" || code == "不"
    }
}
