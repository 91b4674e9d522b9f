/// Reads the inside of a bracket, what follows a label, or the cell of a table: names, verbs, labels, a time limit.
///
/// The text is gone through comma by comma. Names wait until a verb says their role; a label says it beforehand.
final class DutyClauseReader {
    let text: TextBytes
    let lists: OrganizationListReader
    let words: DutyWords
    private let deadlines: DeadlinePhrase
    private let conventions: DutyConventionReader
    private let pieces: ClausePieces

    init(text: TextBytes, lists: OrganizationListReader, words: DutyWords) {
        self.text = text
        self.lists = lists
        self.words = words
        deadlines = DeadlinePhrase(text: text)
        conventions = DutyConventionReader(text: text)
        pieces = ClausePieces(text: text)
    }

    /// Verbs without names before them that are tried in a segment.
    private static let triedVerbs = 24

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
    func clause(in span: Range<Int>, role: Assignment.Role? = nil) -> DutyClause {
        var state = State()
        if let role { state.label = .role(role) }
        var offset = span.lowerBound
        while let sentence = pieces.sentence(from: &offset, before: span.upperBound) {
            if isSkipped(sentence.span) { continue }
            let end = conventionStart(in: sentence, &state) ?? sentence.span.upperBound
            var start = sentence.span.lowerBound
            while let segment = self.segment(from: &start, before: end, sentence) { readParts(of: segment, &state) }
            closeNames(at: end, &state)
        }
        return state.clause
    }

    /// Where a sentence begins to state a convention: 省科技厅、省财政厅负责，|列第一位的为牵头单位，下同.
    private func conventionStart(in sentence: ClausePieces.Piece, _ state: inout State) -> Int? {
        guard sentence.hasLead, let convention = conventions.convention(in: sentence.span) else { return nil }
        state.clause.convention = convention
        var start = sentence.span.lowerBound
        while let segment = segment(from: &start, before: sentence.span.upperBound, sentence) {
            var rest: Range<Int>? = segment.span
            while let span = rest {
                let part: Range<Int>
                (part, rest) = segment.hasColon ? firstPart(span) : (span, nil)
                if conventions.convention(in: part) != nil { return part.lowerBound }
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
        var rest: Range<Int>? = segment.span
        while let span = rest {
            let part: Range<Int>
            (part, rest) = firstPart(span)
            read(part, openingLabel(part), &state)
        }
    }

    /// 牵头单位：省科技厅|配合单位：省财政厅, nothing between.
    private func firstPart(_ segment: Range<Int>) -> (first: Range<Int>, rest: Range<Int>?) {
        let start = segment.lowerBound
        var offset = openingLabel(segment)?.end ?? segment.upperBound
        while offset < segment.upperBound {
            let width = text.width(at: offset)
            if text.bytes[offset] == 0x3A || text.code(at: offset) == 0xEFBC9A,
                let label = words.label(closing: start..<offset, in: text), offset - label.length > start
            {
                let border = offset - label.length
                return (text.trimmed(start..<border), border..<segment.upperBound)
            }
            offset += width
        }
        return (segment, nil)
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
            closeNames(at: segment.lowerBound, &state)
            if state.clause.deadline == nil { state.clause.deadline = deadlines.trimmed(segment) }
            return
        }
        if state.waiting == nil { state.waiting = segment.lowerBound }
    }

    /// Names without a verb: those of the label, or a bare list.
    private func closeNames(at end: Int, _ state: inout State) {
        guard let start = state.waiting else { return }
        state.waiting = nil
        let span = trimmedEnd(start..<end)
        guard !span.isEmpty else { return }
        let list = lists.list(in: span)
        if case .role(let role) = state.label {
            var list = list
            if !list.names.allSatisfy({ isPlausible($0) }) { list.names.removeAll { !isPlausible($0) } }
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
        guard count >= 2, count <= OrganizationReader.longestName else { return false }
        if lists.reader.sort(of: span) == .known { return true }
        guard lists.reader.isNounPhrase(span) else { return false }
        return count <= 16 || lists.reader.sort(of: span) < .none
    }

    private func trimmedEnd(_ span: Range<Int>) -> Range<Int> {
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
            case 0xE38081, 0xE38082, 0xEFBC8C, 0xEFBC9A, 0xEFBC9B: return 3  // 、。，：；
            default: return nil
            }
        default: return nil
        }
    }

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
        var tried = 0
        while offset < segment.upperBound, tried < Self.triedVerbs {
            let width = text.width(at: offset)
            guard words.mayOpenVerb(at: offset, before: segment.upperBound, in: text),
                let hit = verb(at: offset, before: segment.upperBound)
            else {
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
                tried += 1
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
        var tried = 0
        while offset < span.upperBound, tried < Self.triedVerbs {
            if words.mayOpenVerb(at: offset, before: span.upperBound, in: text),
                let hit = words.verb(at: offset, before: span.upperBound, in: text)
            {
                tried += 1
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
}
