/// Finds duties in running text: 由X牵头, X会同Y制定, X负责….
///
/// Only a named actor before the verb makes one; the names have to stand by themselves, because nothing else says that a
/// list stands here.
struct RunningDuties {
    let reading: ReadingText
    let text: TextBytes
    let reader: DutyClauseReader
    let names: RunningNames

    /// Bytes on either side of a verb that are looked at where no punctuation comes before.
    private static let reach = 1_500
    /// Verbs in a segment that are tried for helpers.
    private static let helperVerbs = 4

    /// The duty at the verb of an anchor.
    func duty(at anchor: DutyAnchors.Anchor, in passage: Range<Int>) -> FoundDuty? {
        if anchor.kind == .stated { return statedDuty(labelEnd: anchor.offset + 3, in: passage) }
        let length = 6
        let segment = segment(around: anchor.offset, in: passage)
        // The end of a paragraph may tear the verb itself, when it tears a bracket: 牵|头.
        guard anchor.offset + length <= segment.upperBound else { return nil }
        let behind = anchor.offset + length..<segment.upperBound
        guard !isNoun(anchor.kind, behind, segment) else {
            return anchor.kind == .lead ? statedDuty(anchor.offset, segment, passage) : nil
        }
        let left = segment.lowerBound..<anchor.offset
        if anchor.kind == .responsible, let duty = officeDuty(left, anchor, behind, passage) { return duty }
        guard !isEncouragement(left), !isFor(left, anchor.kind) else { return nil }
        guard
            let subject = subject(left, anchor, behind) ?? itemSubject(left, passage)
                ?? clauseSubject(left, anchor, passage)
        else { return nil }
        let store = reader.store
        var clause = store.newClause()
        let start = store.names[subject.names.lowerBound].span.lowerBound
        store.add(role(anchor, behind), subject, to: &clause, isCertain: true)
        BracketedRoles(text: text, store: store, words: reader.words).give(to: &clause, nil)
        var end = anchor.offset + length
        if anchor.kind == .with {
            guard let helpers = names.list(from: end, before: passage.upperBound) else { return nil }
            store.add(.cooperate, helpers.list, to: &clause)
            end = helpers.end
        } else if let helpers = helpersBehindLead(end, passage) {
            store.add(.cooperate, helpers.list, to: &clause)
            end = helpers.end
        }
        // 由A牵头、B参加的联席会议
        if text.has("、", at: end), let (role, list) = helpers(in: end + 3..<segmentEnd(end, passage)) {
            end = store.names[list.names.upperBound - 1].span.upperBound
            store.add(role, list, to: &clause)
        }
        end = addHelpers(from: segmentEnd(end, passage), passage, &clause)
        return FoundDuty(form: .inline, span: start..<end, clause: clause)
    }

    private static let leadingVerbs: [StaticString] = ["牵头", "组织牵头", "会同"]

    /// 牵头, 负责牵头, 负责会同 and 会同 lead; 负责 alone is responsible.
    private func role(_ anchor: DutyAnchors.Anchor, _ behind: Range<Int>) -> Assignment.Role {
        if anchor.kind != .responsible { return .lead }
        return text.opens(behind, withAnyOf: Self.leadingVerbs) ? .lead : .responsible
    }

    // MARK: - The verb

    /// 牵头部门, 负责人: the word is part of a noun.
    private func isNoun(_ kind: DutyAnchors.Kind, _ behind: Range<Int>, _ segment: Range<Int>) -> Bool {
        switch kind {
        case .lead, .responsible:
            guard reader.words.opensNoun(behind, in: text) else { return false }
            // 负责任务分解, 负责工作推进: here the noun is what is to be done.
            if kind == .responsible, text.opens(behind, with: "任务") || text.opens(behind, with: "工作") { return false }
            // 牵头组织, 负责方案编制 are no nouns; 负责企业 neither.
            if kind == .responsible {
                return !["单位", "部门", "企业", "方案", "医院", "银行", "机构", "公司", "地区", "城市", "高校", "学校"]
                    .contains { text.opens(behind, with: $0) }
                    || text.opens(behind, with: "部门") || text.opens(behind, with: "单位")
            }
            return true
        default: return false
        }
    }

    private static let encouragements: [StaticString] = ["鼓励", "支持", "引导", "允许", "倡导"]

    /// 鼓励高校牵头…: nobody is given a task.
    private func isEncouragement(_ left: Range<Int>) -> Bool {
        text.contains(anyOf: Self.encouragements, in: left)
    }

    /// 对市政府负责, 向省长负责.
    private func isFor(_ left: Range<Int>, _ kind: DutyAnchors.Kind) -> Bool {
        guard kind == .responsible else { return false }
        return ["对", "向"].contains { (word: StaticString) in
            guard let place = text.first(word, in: left) else { return false }
            return !text.contains("由", in: left) && left.upperBound - place <= 60
                && !text.has("外", at: place + 3) && !text.has("口", at: place + 3)
        }
    }

    // MARK: - Subject and helpers

    private func subject(_ left: Range<Int>, _ anchor: DutyAnchors.Anchor, _ behind: Range<Int>) -> OrganizationList? {
        if let list = names.list(endingAt: left) { return list }
        guard anchor.kind == .with else { return nil }
        // 知识产权会同科技部门: 部门 belongs to both.
        let store = reader.store
        let first = store.names.count
        guard let helpers = names.list(from: behind.lowerBound, before: behind.upperBound) else { return nil }
        let isShared = helpers.list.names.last.map { text.closes(store.names[$0].span, with: "部门") } ?? false
        store.leave(first)
        guard isShared, !left.isEmpty, text.characterCount(left) <= 8, reader.lists.reader.isNounPhrase(left),
            names.mayStandAlone(left)
        else { return nil }
        store.append(left)
        return OrganizationList(names: first..<first + 1)
    }

    /// 牵头会同Y, 牵头、Y配合.
    private func helpersBehindLead(_ start: Int, _ passage: Range<Int>) -> (list: OrganizationList, end: Int)? {
        guard let length = reader.words.with.opening(start..<passage.upperBound, in: text), text.has("会同", at: start)
        else {
            return nil
        }
        return names.list(from: start + length, before: passage.upperBound)
    }

    /// The comma segments behind the verb's: Y配合, 会同Z.
    private func addHelpers(from start: Int, _ passage: Range<Int>, _ clause: inout DutyClause) -> Int {
        var end = start
        while end < passage.upperBound, isComma(end) {
            let next = end + text.width(at: end)
            let segment = next..<segmentEnd(next, passage)
            guard let (role, list) = helpers(in: segment) else { break }
            reader.store.add(role, list, to: &clause)
            end = segment.upperBound
        }
        return end
    }

    private static let helperLeads: [StaticString] = ["并", "及时", "可"]

    private func helpers(in segment: Range<Int>) -> (Assignment.Role, OrganizationList)? {
        var start = segment.lowerBound
        for word in Self.helperLeads where text.has(word, at: start) { start += word.utf8CodeUnitCount }
        if text.has("会同", at: start) {
            return names.list(from: start + 6, before: segment.upperBound).map { (.cooperate, $0.list) }
        }
        // 配合区农委指导…: the one who helps stands before.
        if text.has("配合", at: start) || text.has("协助", at: start) { return nil }
        var offset = start
        var tried = 0
        while offset < segment.upperBound, tried < Self.helperVerbs {
            if text.bytes[offset] >= 0xE0,
                let verb = reader.words.verb(at: offset, before: segment.upperBound, in: text),
                verb.role == .cooperate || verb.role == .guide, offset > start
            {
                if let list = names.helpers(endingAt: start..<offset) { return (verb.role, list) }
                tried += 1
            } else if text.has("负责", at: offset), offset > start, !isRole(offset + 6..<segment.upperBound) {
                // 省科技厅负责园区管理和业务指导: a duty of its own, of which the other verb is the object.
                return nil
            }
            offset += text.width(at: offset)
        }
        return nil
    }

    /// 负责|配合, 负责|指导: the verb behind says what it is that somebody is responsible for.
    private func isRole(_ behind: Range<Int>) -> Bool {
        guard let verb = reader.words.verb(at: behind.lowerBound, before: behind.upperBound, in: text) else {
            return false
        }
        return verb.role == .cooperate || verb.role == .guide
    }

    // MARK: - Offices

    private static let officeAdverbs: [StaticString] = ["具体", "主要", "承担并", "统一", "日常"]

    /// 办公室设在X，负责…: the subject stands in the segment before.
    private func officeDuty(
        _ left: Range<Int>, _ anchor: DutyAnchors.Anchor, _ behind: Range<Int>, _ passage: Range<Int>
    ) -> FoundDuty? {
        let own = text.trimmed(left)
        guard own.isEmpty || Self.officeAdverbs.contains(where: { text.equals(own, $0) }),
            left.lowerBound > passage.lowerBound
        else { return nil }
        let comma = text.previous(left.lowerBound)
        guard comma > passage.lowerBound, isComma(comma) else { return nil }
        let before = segment(around: text.previous(comma), in: passage)
        guard let place = text.first("办公室", in: before) else { return nil }
        let rest = place + 9..<before.upperBound
        guard ["设在", "在", "设于", "设置在", "挂靠"].contains(where: { text.opens(rest, with: $0) }) else { return nil }
        var start = before.lowerBound
        for word: StaticString in ["领导小组下设", "下设", "并设立", "设立", "其"] where text.opens(before, with: word) {
            start += word.utf8CodeUnitCount
        }
        guard start <= place else { return nil }
        let store = reader.store
        var clause = store.newClause()
        store.append(start..<place + 9)
        store.add(.responsible, OrganizationList(names: store.names.count - 1..<store.names.count), to: &clause)
        let end = segmentEnd(anchor.offset, passage)
        return FoundDuty(form: .inline, span: start..<end, clause: clause)
    }

    // MARK: - Segments

    func isComma(_ offset: Int) -> Bool { text.bytes[offset] == 0x2C || text.code(at: offset) == "，" }

    @inline(__always)
    private func isBorder(_ offset: Int) -> Bool {
        switch text.bytes[offset] {
        case 0x0A, 0x21, 0x2C, 0x3A, 0x3B, 0x3F: true
        case 0xE3: text.code(at: offset) == "。" || text.code(at: offset) == "\u{3000}"
        case 0xEF:
            switch text.code(at: offset) {
            case "，", "：", "；", "？", "！": true
            default: false
            }
        default: false
        }
    }

    /// Between the punctuation before and behind an offset; 、 is none.
    func segment(around offset: Int, in passage: Range<Int>) -> Range<Int> {
        var start = offset
        var depth = 0
        while start > max(passage.lowerBound, offset - Self.reach) {
            let previous = text.previous(start)
            let code = text.code(at: previous)
            if code == "）" || code == "〕" || text.bytes[previous] == 0x29 { depth += 1 }
            if code == "（" || code == "〔" || text.bytes[previous] == 0x28 {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, isBorder(previous) { break }
            start = previous
        }
        return start..<segmentEnd(offset, passage)
    }

    func segmentEnd(_ offset: Int, _ passage: Range<Int>) -> Int {
        var end = offset
        let limit = min(passage.upperBound, offset + Self.reach)
        while end < limit, !isBorder(end) { end += text.width(at: end) }
        return min(end, passage.upperBound)
    }
}
