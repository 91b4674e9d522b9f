/// Reads the inside of a bracket, what follows a label, or the cell of a table: names, verbs, labels, a time limit.
///
/// The text is gone through comma by comma. Names wait until a verb says their role; a label says it beforehand.
final class DutyClauseReader {
    let text: TextBytes
    let lists: OrganizationListReader
    let words: DutyWords
    private let deadlines: DeadlinePhrase
    private let conventions: DutyConventionReader

    init(text: TextBytes, lists: OrganizationListReader, words: DutyWords) {
        self.text = text
        self.lists = lists
        self.words = words
        deadlines = DeadlinePhrase(text: text)
        conventions = DutyConventionReader(text: text)
    }

    /// How much is asked of the names.
    enum Trust {
        /// A label, a column or a bracket's shape says that names stand here.
        case labelled
        /// A verb says it.
        case verb
        /// Nothing does: the names alone have to.
        case bare
    }

    private struct State {
        var clause = DutyClause()
        /// The role that the label in force gives.
        var label: DutyWords.Label?
        /// Where the names begin that wait for their verb.
        var waiting: Int?
        var isInDeadline = false
    }

    /// The clause of a span.
    ///
    /// - Parameter role: The role that a label or column outside the span gives.
    func clause(in span: Range<Int>, role: Assignment.Role? = nil, isColumn: Bool = false) -> DutyClause {
        var state = State()
        if let role { state.label = .role(role) }
        for sentence in sentences(span) {
            if isSkipped(sentence) { continue }
            let end = conventionStart(in: sentence, &state) ?? sentence.upperBound
            for segment in segments(sentence.lowerBound..<end) { read(segment, &state) }
            closeNames(at: end, &state, isLast: end == span.upperBound)
        }
        state.clause.end = span.upperBound
        return state.clause
    }

    /// Where a sentence begins to state a convention: 省科技厅、省财政厅负责，|列第一位的为牵头单位，下同.
    private func conventionStart(in sentence: Range<Int>, _ state: inout State) -> Int? {
        guard let convention = conventions.convention(in: sentence) else { return nil }
        state.clause.convention = convention
        return segments(sentence).first { conventions.convention(in: $0) != nil }?.lowerBound ?? sentence.lowerBound
    }

    /// 以下任务均需试点城市政府落实，不再列出: about what follows.
    private func isSkipped(_ sentence: Range<Int>) -> Bool {
        if text.opens(sentence, with: "以下") {
            return text.contains("均", in: sentence) || text.opens(sentence, with: "以下各")
        }
        return text.opens(sentence, with: "不再列出")
    }

    // MARK: - Segments

    private func read(_ segment: Range<Int>, _ state: inout State) {
        var segment = segment
        if let label = openingLabel(segment) {
            closeNames(at: segment.lowerBound, &state, isLast: false)
            state.label = label.label
            state.isInDeadline = label.label == .deadline
            segment = text.trimmed(label.end..<segment.upperBound)
            if state.isInDeadline { state.clause.deadline = segment }
            if segment.isEmpty { return }
        }
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
        if deadlines.matches(segment) {
            closeNames(at: segment.lowerBound, &state, isLast: false)
            if state.clause.deadline == nil { state.clause.deadline = deadlines.trimmed(segment) }
            return
        }
        if state.waiting == nil { state.waiting = segment.lowerBound }
    }

    /// Names without a verb: those of the label, or a bare list.
    private func closeNames(at end: Int, _ state: inout State, isLast: Bool) {
        guard let start = state.waiting else { return }
        state.waiting = nil
        let span = trimmedEnd(start..<end)
        guard !span.isEmpty else { return }
        let list = lists.list(in: span)
        if case .role(let role) = state.label {
            let names = list.names.filter(isPlausible)
            guard !names.isEmpty else { return }
            var list = list
            list.names = names
            state.clause.add(role, list, isCertain: role != .responsible)
            return
        }
        guard list.names.allSatisfy({ lists.reader.sort(of: $0) < .market }) else { return }
        // A牵头，B、C: the others help.
        let role: Assignment.Role = state.clause.groups.contains { $0.role == .lead } ? .cooperate : .responsible
        state.clause.add(role, list, isCertain: false)
    }

    /// Whether a name behind a label can be one: no clause, and an organisation if it is long.
    private func isPlausible(_ span: Range<Int>) -> Bool {
        let count = text.characterCount(span)
        guard count >= 2, count <= OrganizationReader.longestName, lists.reader.isNounPhrase(span) else { return false }
        return count <= 16 || lists.reader.sort(of: span) < .none
    }

    private func trimmedEnd(_ span: Range<Int>) -> Range<Int> {
        var span = text.trimmed(span)
        while let last = Self.marks.first(where: { (mark: StaticString) in
            text.closes(span, with: mark)
        }) {
            span = text.trimmed(span.lowerBound..<span.upperBound - last.utf8CodeUnitCount)
        }
        return span
    }

    private static let marks: [StaticString] = ["，", "、", "；", "。", ",", ";", ".", "：", ":"]
    private static let leads: [StaticString] = ["并由", "再由", "其中", "同时", "并", "由"]

    // MARK: - Labels

    /// 责任单位：, or within brackets 牵头：.
    private func openingLabel(_ segment: Range<Int>) -> (label: DutyWords.Label, end: Int)? {
        var offset = segment.lowerBound
        while offset < segment.upperBound, offset - segment.lowerBound <= 48 {
            let width = text.width(at: offset)
            if text.bytes[offset] == 0x3A || text.code(at: offset) == 0xEFBC9A {
                return label(text.trimmed(segment.lowerBound..<offset)).map { ($0, offset + width) }
            }
            offset += width
        }
        return nil
    }

    /// Whether a span begins with the label of a role or a time limit.
    func opensWithLabel(_ span: Range<Int>) -> Bool {
        switch openingLabel(span)?.label {
        case .role, .deadline: true
        default: false
        }
    }

    func label(_ span: Range<Int>) -> DutyWords.Label? {
        guard !span.isEmpty else { return nil }
        if let verb = words.verb(at: span.lowerBound, before: span.upperBound, in: text), verb.length == span.count {
            return .role(verb.role)
        }
        if text.equals(span, "责任") { return .role(.responsible) }
        guard let found = words.label(closing: span, in: text) else { return nil }
        // 市级牵头单位, 主要责任部门: a few more characters in front.
        return span.count - found.length <= 12 ? found.label : nil
    }

    // MARK: - Verbs

    /// Reads a segment with verbs; false, and nothing read, when no verb has names before it.
    private func readVerbs(_ segment: Range<Int>, _ state: inout State) -> Bool {
        var start = state.waiting ?? segment.lowerBound
        var offset = segment.lowerBound
        var found = false
        while offset < segment.upperBound {
            let width = text.width(at: offset)
            guard text.bytes[offset] >= 0xE0, let hit = verb(at: offset, before: segment.upperBound) else {
                offset += width
                continue
            }
            let left = start..<offset
            switch names(left, hit, found: found, hasLead: state.clause.groups.contains { $0.role == .lead }) {
            case .some(let list):
                state.waiting = nil
                found = true
                offset = take(list, hit, offset, segment, &state)
                start = offset
            case nil:
                offset += width
            }
        }
        return found
    }

    private struct Verb {
        var role: Assignment.Role
        var length: Int
        var isWith = false
    }

    private func verb(at offset: Int, before end: Int) -> Verb? {
        if let length = words.with.opening(offset..<end, in: text) {
            return Verb(role: .lead, length: length, isWith: true)
        }
        guard var verb = words.verb(at: offset, before: end, in: text) else { return nil }
        let rest = offset + verb.length..<end
        if words.opensNoun(rest, in: text), verb.role != .responsible || !text.has("任务", at: rest.lowerBound) {
            return nil
        }
        // 负责牵头 is 牵头.
        if text.has("负责", at: offset), text.opens(rest, with: "牵头") { verb.role = .lead }
        return Verb(role: verb.role, length: verb.length)
    }

    /// The names before a verb, adverbs in between left out; `nil` when there are none that can be right.
    private func names(_ left: Range<Int>, _ verb: Verb, found: Bool, hasLead: Bool) -> OrganizationList? {
        var span = text.trimmed(left)
        var isTrimmed = true
        while isTrimmed, !span.isEmpty {
            isTrimmed = false
            if let length = words.adverbs.closing(span, in: text), lists.reader.sort(of: lastPiece(span)) != .known {
                span = text.trimmed(span.lowerBound..<span.upperBound - length)
                isTrimmed = true
            }
        }
        span = trimmedEnd(span)
        // 会同B、C: whoever the clause before names.
        if span.isEmpty { return verb.isWith && (found || hasLead) ? OrganizationList() : nil }
        for word in Self.leads where text.opens(span, with: word) {
            span = text.trimmed(span.lowerBound + word.utf8CodeUnitCount..<span.upperBound)
            break
        }
        if found { span = lastNames(span) }
        guard !span.isEmpty else { return nil }
        let list = lists.list(in: span)
        if isPlausible(list, verb) { return list }
        // 省级层面由省科技厅负责
        guard let by = text.first("由", in: span), by > span.lowerBound else { return nil }
        let behind = lists.list(in: text.trimmed(by + 3..<span.upperBound))
        return isPlausible(behind, verb) ? behind : nil
    }

    /// What stands behind the last 、 of a span.
    private func lastPiece(_ span: Range<Int>) -> Range<Int> {
        var offset = span.upperBound
        while offset > span.lowerBound {
            offset = text.previous(offset)
            if text.code(at: offset) == 0xE38081 { return offset + 3..<span.upperBound }
        }
        return span
    }

    /// 省教育厅负责中小学校、省卫生健康委负责…: of what stands between two verbs, the names before the second.
    private func lastNames(_ span: Range<Int>) -> Range<Int> {
        let pieces = lists.list(in: span).names
        var start = span.upperBound
        for piece in pieces.reversed() {
            guard lists.reader.sort(of: piece) < .market else { break }
            start = piece.lowerBound
        }
        return start..<span.upperBound
    }

    private func isPlausible(_ list: OrganizationList, _ verb: Verb) -> Bool {
        guard !list.names.isEmpty else { return false }
        var good = 0
        for name in list.names {
            let sort = lists.reader.sort(of: name)
            if sort < .market { good += 1 }
            let count = text.characterCount(name)
            if sort == .none, count < 3 || count > 20 || !lists.reader.isNounPhrase(name) { return false }
        }
        return good * 2 >= list.names.count && good > 0
    }

    /// Adds what a verb says; returns where the text goes on.
    private func take(
        _ list: OrganizationList, _ verb: Verb, _ offset: Int, _ segment: Range<Int>, _ state: inout State
    ) -> Int {
        let rest = offset + verb.length
        guard verb.isWith else {
            state.clause.add(verb.role, list)
            return rest
        }
        state.clause.add(.lead, list)
        let helpers = helpers(rest..<segment.upperBound)
        state.clause.add(.cooperate, helpers.list)
        return helpers.end
    }

    /// The names behind 会同, up to the verb that ends them.
    private func helpers(_ span: Range<Int>) -> (list: OrganizationList, end: Int) {
        var offset = span.lowerBound
        while offset < span.upperBound {
            if text.bytes[offset] >= 0xE0, let hit = words.verb(at: offset, before: span.upperBound, in: text) {
                let names = trimmedEnd(withoutAdverbs(span.lowerBound..<offset))
                let list = lists.list(in: names)
                if !names.isEmpty, list.names.allSatisfy({ lists.reader.sort(of: $0) < .market }) {
                    return (list, offset + hit.length)
                }
            }
            offset += text.width(at: offset)
        }
        let list = lists.list(in: trimmedEnd(span))
        return list.names.allSatisfy { lists.reader.sort(of: $0) < .market }
            ? (list, span.upperBound)
            : (OrganizationList(), span.upperBound)
    }

    private func withoutAdverbs(_ span: Range<Int>) -> Range<Int> {
        var span = text.trimmed(span)
        while let length = words.adverbs.closing(span, in: text) {
            span = text.trimmed(span.lowerBound..<span.upperBound - length)
        }
        return span
    }

    // MARK: - Borders

    private func sentences(_ span: Range<Int>) -> [Range<Int>] {
        divide(span) { text.code(at: $0) == 0xE38082 || text.code(at: $0) == 0xEFBC9B || text.bytes[$0] == 0x3B }
    }

    private func segments(_ span: Range<Int>) -> [Range<Int>] {
        divide(span) {
            text.code(at: $0) == 0xEFBC8C || text.bytes[$0] == 0x2C
                || text.spaceWidth(at: $0, before: span.upperBound) != nil
                    && isLabel(behind: $0, before: span.upperBound)
        }.flatMap(parted)
    }

    /// 牵头单位：省科技厅|配合单位：省财政厅, nothing between.
    private func parted(_ segment: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = segment.lowerBound
        var offset = openingLabel(segment)?.end ?? segment.upperBound
        while offset < segment.upperBound {
            let width = text.width(at: offset)
            if text.bytes[offset] == 0x3A || text.code(at: offset) == 0xEFBC9A,
                let label = words.label(closing: start..<offset, in: text), offset - label.length > start
            {
                pieces.append(text.trimmed(start..<offset - label.length))
                start = offset - label.length
            }
            offset += width
        }
        return pieces + [start..<segment.upperBound]
    }

    /// White space divides where a label follows: 牵头单位：省科技厅　配合单位：省财政厅.
    private func isLabel(behind offset: Int, before end: Int) -> Bool {
        openingLabel(text.trimmed(offset..<end)) != nil
    }

    private func divide(_ span: Range<Int>, where isBorder: (Int) -> Bool) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = span.lowerBound
        var depth = 0
        var offset = start
        while offset < span.upperBound {
            let width = text.width(at: offset)
            let code = text.code(at: offset)
            if code == 0xEFBC88 || code == 0xE38094 || text.bytes[offset] == 0x28 { depth += 1 }
            if code == 0xEFBC89 || code == 0xE38095 || text.bytes[offset] == 0x29 { depth = max(0, depth - 1) }
            if depth == 0, isBorder(offset) {
                let piece = text.trimmed(start..<offset)
                if !piece.isEmpty { pieces.append(piece) }
                start = offset + width
            }
            offset += width
        }
        let piece = text.trimmed(start..<span.upperBound)
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }
}
