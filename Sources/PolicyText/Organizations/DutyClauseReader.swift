/// Reads the inside of a bracket, what follows a label, or the cell of a table: names, verbs, labels, a time limit.
///
/// The text is gone through comma by comma. Names wait until a verb says their role; a label says it beforehand.
final class DutyClauseReader {
    let text: TextBytes
    let lists: OrganizationListReader
    let words: DutyWords
    let store: DutyStore
    private let marks: ClauseMarks
    let deadlines: DeadlinePhrase
    private let conventions: DutyConventionReader
    private let pieces: ClausePieces
    private let plain: PlainClause

    init(text: TextBytes, lists: OrganizationListReader, words: DutyWords) {
        self.text = text
        self.lists = lists
        self.words = words
        store = lists.store
        marks = lists.marks
        deadlines = DeadlinePhrase(text: text)
        conventions = DutyConventionReader(text: text, marks: marks)
        pieces = ClausePieces(text: text, marks: marks)
        plain = PlainClause(lists: lists, words: words, deadlines: deadlines, conventions: conventions)
    }

    /// Verbs without names before them that are tried in a segment.
    private static let triedVerbs = 24

    struct State {
        var clause: DutyClause
        /// The role that the label in force gives.
        var label: DutyWords.Label?
        /// Where the names begin that wait for their verb.
        var waiting: Int?
        var isInDeadline = false
        /// Where the segment ends that the time limit was read from last.
        var deadlineEnd = -1
    }

    /// The clause of a span.
    ///
    /// - Parameter role: The role that a label or column outside the span gives.
    func clause(in span: Range<Int>, role: Assignment.Role? = nil) -> DutyClause {
        plainClause(in: span, role: role) ?? anyClause(in: span, role: role)
    }

    /// The clause of a span in which nothing needs a closer look, as most have nothing; else `nil`.
    func plainClause(in span: Range<Int>, role: Assignment.Role?) -> DutyClause? {
        _ = marks.cover(span)
        return plain.clause(in: span, role: role)
    }

    /// The clause of any span, read piece by piece.
    func anyClause(in span: Range<Int>, role: Assignment.Role?) -> DutyClause {
        _ = marks.cover(span)
        var state = State(clause: store.newClause())
        if let role { state.label = .role(role) }
        var offset = span.lowerBound
        while let sentence = pieces.sentence(from: &offset, before: span.upperBound) {
            if isSkipped(sentence.span) { continue }
            let end = conventionStart(in: sentence, &state) ?? sentence.span.upperBound
            var start = sentence.span.lowerBound
            while let segment = self.segment(from: &start, before: end, sentence) { readParts(of: segment, &state) }
            closeNames(at: end, &state)
        }
        if hasBracketedVerb(span) {
            BracketedRoles(text: text, store: store, words: words).give(to: &state.clause, state.label)
        }
        return state.clause
    }

    /// Whether a verb opens a bracket: 省农业农村厅（牵头）、省财政厅.
    private func hasBracketedVerb(_ span: Range<Int>) -> Bool {
        var mark = marks.first(from: span.lowerBound)
        while mark + 1 < marks.count, marks[mark + 1].place < span.upperBound {
            let (kinds, place) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            if kinds.contains(.open), marks[mark].kinds.contains(.verb),
                marks[mark].place == place + text.width(at: place)
            {
                return true
            }
        }
        return false
    }

    /// Where a sentence begins to state a convention: 省科技厅、省财政厅负责，|列第一位的为牵头单位，下同.
    private func conventionStart(in sentence: ClausePieces.Piece, _ state: inout State) -> Int? {
        guard sentence.hasLead, let convention = conventions.convention(in: sentence.span) else { return nil }
        state.clause.convention = convention
        var start = sentence.span.lowerBound
        while let segment = segment(from: &start, before: sentence.span.upperBound, sentence) {
            var rest = segment.span
            while !rest.isEmpty {
                let part = firstPart(rest, segment.hasColon ? openingLabel(rest)?.end : nil)
                if conventions.convention(in: part.first) != nil { return part.first.lowerBound }
                rest = part.rest
            }
        }
        return sentence.span.lowerBound
    }

    /// 以下任务均需试点城市政府落实，不再列出: about what follows.
    private func isSkipped(_ sentence: Range<Int>) -> Bool {
        if text.opens(sentence, with: "以下") {
            return text.contains("均", in: sentence) || text.opens(sentence, with: "以下各")
        }
        return text.opens(sentence, with: "不再列出")
    }

    // MARK: - Segments

    private func segment(
        from offset: inout Int, before end: Int, _ sentence: ClausePieces.Piece
    ) -> ClausePieces.Piece? {
        // White space divides where a label follows: 牵头单位：省科技厅　配合单位：省财政厅.
        pieces.segment(from: &offset, before: end) {
            sentence.hasColon && openingLabel(text.trimmed($0..<end)) != nil
        }
    }

    private func readParts(of segment: ClausePieces.Piece, _ state: inout State) {
        guard segment.hasColon else { return read(segment.span, nil, &state) }
        var rest = segment.span
        while !rest.isEmpty {
            let label = openingLabel(rest)
            let part = firstPart(rest, label?.end)
            // What is left of a label alone may be another one's.
            read(part.first, part.first.upperBound < label?.end ?? 0 ? openingLabel(part.first) : label, &state)
            rest = part.rest
        }
    }

    /// 牵头单位：省科技厅|配合单位：省财政厅, nothing between; the rest is empty where there is none.
    ///
    /// - Parameter end: Where the segment's own label ends; without one there is no rest.
    private func firstPart(_ segment: Range<Int>, _ end: Int?) -> (first: Range<Int>, rest: Range<Int>) {
        let none = segment.upperBound..<segment.upperBound
        guard let end else { return (segment, none) }
        let start = segment.lowerBound
        var mark = marks.first(from: end)
        while mark < marks.count, marks[mark].place < segment.upperBound {
            let (kinds, place) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            guard kinds.contains(.colon), let label = words.label(closing: start..<place, in: text),
                place - label.length > start
            else { continue }
            let border = place - label.length
            return (text.trimmed(start..<border), border..<segment.upperBound)
        }
        return (segment, none)
    }

    private func read(_ segment: Range<Int>, _ label: (label: DutyWords.Label, end: Int)?, _ state: inout State) {
        var segment = segment
        if let label {
            closeNames(at: segment.lowerBound, &state)
            state.label = label.label
            state.isInDeadline = label.label == .deadline
            segment = text.trimmed(label.end..<segment.upperBound)
            if state.isInDeadline { state.clause.deadline = segment }
            if segment.isEmpty { return }
        }
        if readStated(segment, &state) { return }
        switch state.label {
        case .deadline:
            // 2019年7月底前，以后每年持续实施
            if let deadline = state.clause.deadline {
                state.clause.deadline = deadline.lowerBound..<max(deadline.upperBound, segment.upperBound)
            }
            return
        case .other: return
        case .role, nil: break
        }
        if readVerbs(segment, &state) { return }
        if deadlines.matches(segment) { return readDeadline(segment, &state) }
        if state.waiting == nil { state.waiting = segment.lowerBound }
    }

    /// 2026年底前取得阶段性成果，持续推进: the first of several, and what goes on directly behind it.
    private func readDeadline(_ segment: Range<Int>, _ state: inout State) {
        closeNames(at: segment.lowerBound, &state)
        let own = deadlines.trimmed(segment)
        if let deadline = state.clause.deadline {
            guard state.deadlineEnd >= 0, isComma(state.deadlineEnd..<segment.lowerBound) else { return }
            state.clause.deadline = deadline.lowerBound..<own.upperBound
        } else {
            state.clause.deadline = own
        }
        state.deadlineEnd = segment.upperBound
    }

    private func isComma(_ span: Range<Int>) -> Bool {
        let span = text.trimmed(span)
        return text.equals(span, "，") || text.equals(span, ",")
    }

    /// Names without a verb: those of the label, or a bare list.
    func closeNames(at end: Int, _ state: inout State) {
        guard let start = state.waiting else { return }
        state.waiting = nil
        var span = trimmedEnd(start..<end)
        let length = span.count
        // 市水利局、市林业局各负其责: that they are responsible is said.
        while let length = words.adverbs.closing(span, in: text), lists.reader.sort(of: lastPiece(span)) != .known {
            span = trimmedEnd(span.lowerBound..<span.upperBound - length)
        }
        guard !span.isEmpty else { return }
        var list = lists.list(in: span)
        if case .role(let role) = state.label {
            store.filter(&list) { lists.isPlausible($0) }
            store.add(role, list, to: &state.clause, isCertain: role != .responsible)
            return
        }
        guard store.areAll(list, below: .market) else { return store.leave(list.names.lowerBound) }
        // A牵头，B、C: the others help.
        let isSaid = span.count < length
        let role: Assignment.Role = store.hasLead(state.clause) && !isSaid ? .cooperate : .responsible
        store.add(role, list, to: &state.clause, isCertain: isSaid)
    }

    func trimmedEnd(_ span: Range<Int>) -> Range<Int> {
        var span = text.trimmed(span)
        while let length = markLength(before: span.upperBound, from: span.lowerBound) {
            span = text.trimmed(span.lowerBound..<span.upperBound - length)
        }
        return span
    }

    /// The length of a punctuation mark at the end of a span.
    private func markLength(before end: Int, from start: Int) -> Int? {
        guard start < end else { return nil }
        switch text.bytes[end - 1] {
        case 0x2C, 0x2E, 0x3A, 0x3B: return 1
        case 0x80...0xBF where end - start >= 3:
            switch text.code(at: end - 3) {
            case "、", "。", "，", "：", "；": return 3
            default: return nil
            }
        default: return nil
        }
    }

    // MARK: - Labels

    /// 责任单位：, or within brackets 牵头：.
    func openingLabel(_ segment: Range<Int>) -> (label: DutyWords.Label, end: Int)? {
        var mark = marks.cover(segment)
        while mark < marks.count, marks[mark].place < segment.upperBound {
            let (kinds, place) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            guard place - segment.lowerBound <= Self.longestLabel else { return nil }
            guard kinds.contains(.colon) else { continue }
            return words.label(text.trimmed(segment.lowerBound..<place), in: text).map {
                ($0, place + text.width(at: place))
            }
        }
        return nil
    }

    /// Bytes of a label and what may stand before it.
    static let longestLabel = 48

    /// Whether a span begins with the label of a role or a time limit.
    func opensWithLabel(_ span: Range<Int>) -> Bool {
        switch openingLabel(span)?.label {
        case .role, .deadline: true
        default: false
        }
    }

    // MARK: - Verbs

    /// Reads a segment with verbs; false, and nothing read, when no verb has names before it.
    private func readVerbs(_ segment: Range<Int>, _ state: inout State) -> Bool {
        var start = state.waiting ?? segment.lowerBound
        var found = false
        var tried = 0
        var mark = marks.first(from: segment.lowerBound)
        while mark < marks.count, marks[mark].place < segment.upperBound, tried < Self.triedVerbs {
            let (kinds, offset) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            guard kinds.contains(.verb), let hit = words.verb(taking: offset..<segment.upperBound, in: text)
            else { continue }
            if let list = names(start..<offset, hit, found: found, state.clause) {
                state.waiting = nil
                found = true
                start = take(list, hit, offset, segment, &state)
                mark = marks.first(from: start)
            } else {
                tried += 1
            }
        }
        return found
    }

    /// The names before a verb, adverbs in between left out; `nil` when there are none that can be right.
    func names(_ left: Range<Int>, _ verb: DutyWords.Verb, found: Bool, _ clause: DutyClause)
        -> OrganizationList?
    {
        var span = text.trimmed(left)
        while let length = words.adverbs.closing(span, in: text), lists.reader.sort(of: lastPiece(span)) != .known {
            span = text.trimmed(span.lowerBound..<span.upperBound - length)
        }
        span = trimmedEnd(span)
        let first = store.names.count
        // 会同B、C: whoever the clause before names.
        if span.isEmpty {
            return verb.isWith && (found || store.hasLead(clause)) ? OrganizationList(names: first..<first) : nil
        }
        let lead = Self.leadLength(span, in: text)
        if lead > 0 { span = text.trimmed(span.lowerBound + lead..<span.upperBound) }
        if found { span = lastNames(span) }
        guard !span.isEmpty else { return nil }
        let list = lists.list(in: span)
        if isPlausible(list) { return list }
        store.leave(first)
        // 省级层面由省科技厅负责
        guard let by = text.first("由", in: span), by > span.lowerBound else { return nil }
        let behind = lists.list(in: text.trimmed(by + 3..<span.upperBound))
        if isPlausible(behind) { return behind }
        store.leave(first)
        return nil
    }

    /// The length of 并由, 再由, 其中, 同时, 并 or 由 that a span begins with, or 0.
    static func leadLength(_ span: Range<Int>, in text: TextBytes) -> Int {
        let second = span.count >= 6 ? text.code(at: span.lowerBound + 3) : 0
        switch text.code(at: span.lowerBound) {
        case "由": return 3
        case "并": return second == "由" ? 6 : 3
        case "再": return second == "由" ? 6 : 0
        case "其": return second == "中" ? 6 : 0
        case "同": return second == "时" ? 6 : 0
        default: return 0
        }
    }

    /// What stands behind the last 、 of a span.
    private func lastPiece(_ span: Range<Int>) -> Range<Int> {
        var offset = span.upperBound
        while offset > span.lowerBound {
            offset = text.previous(offset)
            if text.code(at: offset) == "、" { return offset + 3..<span.upperBound }
        }
        return span
    }

    /// 省教育厅负责中小学校、省卫生健康委负责…: of what stands between two verbs, the names before the second.
    private func lastNames(_ span: Range<Int>) -> Range<Int> {
        let pieces = lists.list(in: span).names
        var start = span.upperBound
        for piece in pieces.reversed() {
            guard store.sort(piece) < .market else { break }
            start = store.names[piece].span.lowerBound
        }
        store.leave(pieces.lowerBound)
        return start..<span.upperBound
    }

    private func isPlausible(_ list: OrganizationList) -> Bool {
        guard let last = list.names.last else { return false }
        let sharesHead = list.isOpen || text.closes(store.names[last].span, with: "部门")
        var good = 0
        var short = 0
        for name in list.names {
            let sort = store.sort(name)
            let span = store.names[name].span
            // 教育、公安等部门: what they are stands at the end of the list.
            if sort < .market || sharesHead && lists.reader.isSector(span) {
                good += 1
                continue
            }
            guard sort == .none else { continue }
            let count = text.characterCount(span)
            if count > 20 || !lists.reader.isNounPhrase(span) { return false }
            if count < 3 { short += 1 }
        }
        // 市教育局、国网、市财政局: one short word among names is some body's shortest name.
        return good * 2 >= list.names.count && good >= max(1, short * 2)
    }

    /// Adds what a verb says; returns where the text goes on.
    private func take(
        _ list: OrganizationList, _ verb: DutyWords.Verb, _ offset: Int, _ segment: Range<Int>, _ state: inout State
    ) -> Int {
        let rest = offset + verb.length
        guard verb.isWith else {
            store.add(verb.role, list, to: &state.clause)
            return rest
        }
        store.add(.lead, list, to: &state.clause)
        let helpers = helpers(rest..<segment.upperBound)
        store.add(.cooperate, helpers.list, to: &state.clause)
        return helpers.end
    }

    /// The names behind 会同, up to the verb that ends them.
    private func helpers(_ span: Range<Int>) -> (list: OrganizationList, end: Int) {
        let first = store.names.count
        var tried = 0
        var mark = marks.first(from: span.lowerBound)
        while mark < marks.count, marks[mark].place < span.upperBound, tried < Self.triedVerbs {
            let (kinds, offset) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            guard kinds.contains(.verb), let hit = words.verb(at: offset, before: span.upperBound, in: text) else {
                continue
            }
            tried += 1
            let names = trimmedEnd(withoutAdverbs(span.lowerBound..<offset))
            let list = lists.list(in: names)
            if !names.isEmpty, store.areAll(list, below: .market) { return (list, offset + hit.length) }
            store.leave(first)
        }
        let list = lists.list(in: trimmedEnd(span))
        if store.areAll(list, below: .market) { return (list, span.upperBound) }
        store.leave(first)
        return (OrganizationList(names: first..<first), span.upperBound)
    }

    private func withoutAdverbs(_ span: Range<Int>) -> Range<Int> {
        var span = text.trimmed(span)
        while let length = words.adverbs.closing(span, in: text) {
            span = text.trimmed(span.lowerBound..<span.upperBound - length)
        }
        return span
    }
}
