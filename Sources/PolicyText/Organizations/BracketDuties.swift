/// Finds duties in brackets: （X牵头，Y配合）, （责任单位：…）, （省科技厅、省财政厅）.
struct BracketDuties {
    let reading: ReadingText
    let text: TextBytes
    let reader: DutyClauseReader

    /// Bytes of the longest bracket that is read.
    static let longest = 4_000
    /// Passages over which a torn bracket is followed.
    private static let tornPassages = 3

    private static let lastWords: [StaticString] = ["负责", "配合", "落实", "牵头", "参与", "指导", "。"]
    private static let clauseEnds: [StaticString] = ["。", "；", "，", ";", ",", "（", "(", " ", "."]
    private static let sentenceEnds: [StaticString] = ["。", "；", ";", "”", ".", "！"]

    /// The duty that the bracket at an opening anchor holds.
    ///
    /// - Parameter close: Where the bracket closes in its passage, or `nil`.
    func duty(open: Int, close: Int?) -> FoundDuty? {
        let start = open + text.width(at: open)
        guard let close = close ?? tornEnd(from: start) else { return nil }
        let content = text.trimmed(start..<close)
        guard content.count >= 6, content.count <= Self.longest else { return nil }
        let end = min(text.count, close + (close < text.count && text.bytes[close] != 0x0A ? text.width(at: close) : 0))
        var clause = reader.clause(in: content)
        guard !clause.isEmpty else { return nil }
        let isSaid = reader.store.hasCertain(clause) || reader.opensWithLabel(content)
        guard isSaid || isAlone(clause, open: open, end: end) else { return nil }
        if clause.deadline == nil { clause.deadline = deadline(behind: end) }
        return FoundDuty(form: .bracket, span: open..<end, clause: clause)
    }

    /// Bytes of the longest time limit in a bracket of its own.
    private static let longestDeadline = 90

    /// （市教育局牵头）（2026年底前完成）: the time limit in the bracket behind, with or without a label.
    private func deadline(behind end: Int) -> Range<Int>? {
        guard end + 6 < text.count, text.code(at: end) == "（" || text.bytes[end] == 0x28 else { return nil }
        let start = end + text.width(at: end)
        let limit = min(text.count, start + Self.longestDeadline)
        guard let close = text.first("）", in: start..<limit) ?? text.first(")", in: start..<limit) else { return nil }
        return reader.deadline(in: text.trimmed(start..<close))
    }

    /// Where a bracket that its paragraph leaves open is closed: in one of the next, before any other opens.
    ///
    /// A page break may tear the paragraph; the bracket has to begin like a duty, lest every lost ） cost a search.
    private func tornEnd(from start: Int) -> Int? {
        var offset = start
        var borders = 0
        while offset < text.count, offset - start < Self.longest {
            let code = text.code(at: offset)
            let byte = text.bytes[offset]
            if code == "）" || code == "〕" || byte == 0x29 { return offset }
            if code == "（" || code == "〔" || byte == 0x28 { return nil }
            if byte == 0x0A {
                borders += 1
                let isOver = borders == Self.tornPassages || !mayContinue(start..<offset) || !goesOn(behind: offset)
                if isOver { return borders == 1 ? offset : nil }
            }
            offset += text.width(at: offset)
        }
        return nil
    }

    /// Whether the passage behind a border is the same unit's text: no bracket goes on below the next marker.
    private func goesOn(behind border: Int) -> Bool {
        let here = reading.passage(at: max(0, border - 1))
        let next = reading.passage(at: border + 1)
        guard here < reading.passages.count, next < reading.passages.count else { return false }
        let (first, second) = (reading.passages[here], reading.passages[next])
        return first.kind == .paragraph && second.kind == .paragraph && first.unit == second.unit
            && first.part == second.part
    }

    /// Whether a list breaks off at the end of a span.
    private func mayContinue(_ span: Range<Int>) -> Bool {
        guard span.count < Self.longest / 4 else { return false }
        return !text.closes(span, withAnyOf: Self.lastWords)
    }

    /// Whether a bracket that holds nothing but names gives a task: it closes a clause, and explains no word before it.
    private func isAlone(_ clause: DutyClause, open: Int, end: Int) -> Bool {
        let store = reader.store
        var count = 0
        var hasKnown = false
        for group in clause.groups {
            for name in store.groups[group].names {
                let sort = store.sort(name)
                if sort > .school { return false }
                hasKnown = hasKnown || sort == .known
                count += 1
            }
        }
        let passage = reading.passages[reading.passage(at: open)].range
        guard closesClause(end, passage) else { return false }
        let before = text.trimmed(passage.lowerBound..<open)
        guard !before.isEmpty else { return count > 1 || hasKnown }
        if endsSentence(before) { return true }
        if count == 1, isGloss(clause, behind: before) { return false }
        // 省市场监管局（省知识产权局）, 有关部门（省科技厅、省财政厅）: the bracket explains.
        let tail = max(before.lowerBound, before.upperBound - 36)..<before.upperBound
        return !reader.lists.reader.endsLikeOrganization(tail)
    }

    private static let institutions: [StaticString] = ["中心", "医院", "站", "馆", "学院"]
    private static let facilities: [StaticString] = [
        "综合体", "中心", "医院", "站", "馆", "平台", "基地", "场所", "学院", "驿站", "大厅", "阵地",
    ]

    /// 服务综合体（社区服务中心）, 区域医疗中心（市人民医院）: the only name says by which other name the place goes.
    private func isGloss(_ clause: DutyClause, behind before: Range<Int>) -> Bool {
        let store = reader.store
        guard let group = clause.groups.first, let first = store.groups[group].names.first else { return false }
        let name = store.names[first].span
        guard text.closes(name, withAnyOf: Self.institutions), text.closes(before, withAnyOf: Self.facilities) else {
            return false
        }
        // 数据平台（市大数据中心）: with a level in front it is a body, unless both are of one kind.
        return !reader.lists.reader.hasNamedHead(name) || text.closes(name, with: "医院")
    }

    private func closesClause(_ end: Int, _ passage: Range<Int>) -> Bool {
        guard end < passage.upperBound else { return true }
        return text.has(anyOf: Self.clauseEnds, at: end)
    }

    private func endsSentence(_ span: Range<Int>) -> Bool {
        text.closes(span, withAnyOf: Self.sentenceEnds)
    }
}
