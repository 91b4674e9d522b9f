// 牵头单位为X，配合单位为Y: labels with a verb in the place of the colon. X为牵头单位，Y为配合单位: the same turned round.

extension RunningDuties {
    /// Bytes before 牵头单位为 in its segment: 本项任务的.
    private static let longestLead = 60

    /// - Parameter start: Where 牵头 stands.
    func statedDuty(_ start: Int, _ segment: Range<Int>, _ passage: Range<Int>) -> FoundDuty? {
        // 牵头单位|为, 牵头责任单位|为
        if isStating(start + 12) || isStating(start + 18) {
            guard start - segment.lowerBound <= Self.longestLead else { return nil }
            return labelledDuty(start..<segment.upperBound, passage)
        }
        return statedRoles(start, segment, passage)
    }

    /// 责任单位|为X, at the head of a sentence or behind 的.
    func statedDuty(labelEnd end: Int, in passage: Range<Int>) -> FoundDuty? {
        let segment = segment(around: end, in: passage)
        guard let (_, length) = reader.words.label(closing: segment.lowerBound..<end, in: text) else { return nil }
        let start = end - length
        guard start == segment.lowerBound || text.code(at: start - 3) == "的" else { return nil }
        return labelledDuty(start..<segment.upperBound, passage)
    }

    private func labelledDuty(_ first: Range<Int>, _ passage: Range<Int>) -> FoundDuty? {
        var clause = reader.store.newClause()
        var end = first.lowerBound
        var next = first
        while let stated = statedNames(next, &clause) {
            end = stated
            guard end < passage.upperBound, isComma(end) else { break }
            let behind = end + text.width(at: end)
            next = behind..<segmentEnd(behind, passage)
        }
        return clause.isEmpty ? nil : FoundDuty(form: .label, span: first.lowerBound..<end, clause: clause)
    }

    private func isStating(_ offset: Int) -> Bool { text.code(at: offset) == "为" || text.code(at: offset) == "是" }

    /// Adds what a segment, 配合单位为X, states; returns where it ends.
    private func statedNames(_ segment: Range<Int>, _ clause: inout DutyClause) -> Int? {
        let head = segment.lowerBound..<min(segment.upperBound, segment.lowerBound + DutyClauseReader.longestLabel)
        guard let verb = text.first("为", in: head) ?? text.first("是", in: head),
            let (label, length) = reader.words.label(closing: segment.lowerBound..<verb, in: text),
            verb - length == segment.lowerBound
        else { return nil }
        if label == .deadline, !clause.isEmpty, clause.deadline == nil, verb + 3 < segment.upperBound {
            clause.deadline = verb + 3..<segment.upperBound
            return segment.upperBound
        }
        guard case .role(let role) = label, let found = names.list(from: verb + 3, before: segment.upperBound) else {
            return nil
        }
        // 牵头单位为市商务局下属企业: whoever it is goes on. 列第一位的责任单位为牵头单位: no name, but another role.
        guard found.end == segment.upperBound || isComma(found.end), !found.list.names.contains(where: isRole) else {
            reader.store.leave(found.list.names.lowerBound)
            return nil
        }
        reader.store.add(role, found.list, to: &clause)
        return found.end
    }

    /// Whether a name is the word for a role.
    private func isRole(_ name: Int) -> Bool {
        if case .role = reader.words.label(closing: reader.store.names[name].span, in: text)?.label {
            true
        } else {
            false
        }
    }

    // MARK: - X为牵头单位

    private static let heads: [StaticString] = ["单位", "部门", "责任单位", "责任部门"]

    private func statedRoles(_ lead: Int, _ segment: Range<Int>, _ passage: Range<Int>) -> FoundDuty? {
        let behind = lead + 6..<segment.upperBound
        guard isStating(lead - 3), let head = Self.heads.first(where: { text.opens(behind, with: $0) }),
            lead - 3 > segment.lowerBound, let list = subject(segment.lowerBound..<lead - 3)
        else { return nil }
        var clause = reader.store.newClause()
        let start = reader.store.names[list.names.lowerBound].span.lowerBound
        reader.store.add(.lead, list, to: &clause)
        var end = lead + 6 + head.utf8CodeUnitCount
        while end < passage.upperBound, isComma(end) || text.code(at: end) == "；" {
            let next = end + text.width(at: end)
            let other = next..<segmentEnd(next, passage)
            guard let (role, list) = role(statedIn: other) else { break }
            reader.store.add(role, list, to: &clause)
            end = other.upperBound
        }
        return FoundDuty(form: .inline, span: start..<end, clause: clause)
    }

    /// The names before 为 or 作为.
    private func subject(_ left: Range<Int>) -> OrganizationList? {
        let isAs = text.closes(left, with: "作")
        return names.list(endingAt: left.lowerBound..<(isAs ? left.upperBound - 3 : left.upperBound))
    }

    /// Y为配合单位
    private func role(statedIn segment: Range<Int>) -> (Assignment.Role, OrganizationList)? {
        guard let verb = text.first("为", in: segment) ?? text.first("是", in: segment), verb > segment.lowerBound,
            case .role(let role) = reader.words.label(verb + 3..<segment.upperBound, in: text),
            let list = subject(segment.lowerBound..<verb)
        else { return nil }
        return (role, list)
    }
}
