/// Reads the clauses that most brackets hold, in one pass over their marks: names with 、 and ， between them, a verb behind
/// or a label before, or neither: 省科技厅牵头，省财政厅、省教育厅按职责分工负责。 责任单位：省科技厅，完成时限：2025年底。
///
/// A class, since it would be copied for each clause. What has anything else in it, such as white space, 会同, or a piece that is no name, is left to the ``DutyClauseReader``, which reads all of them, and these the same way.
final class PlainClause {
    private let text: TextBytes
    private let lists: OrganizationListReader
    private let reader: OrganizationReader
    private let words: DutyWords
    private let store: DutyStore
    private let marks: ClauseMarks
    private let heads: SharedHeads
    private let deadlines: DeadlinePhrase
    private let conventions: DutyConventionReader
    private let silent: SilentClause

    init(lists: OrganizationListReader, words: DutyWords, deadlines: DeadlinePhrase, conventions: DutyConventionReader)
    {
        text = lists.text
        self.lists = lists
        reader = lists.reader
        self.words = words
        store = lists.store
        marks = lists.marks
        heads = lists.heads
        self.deadlines = deadlines
        self.conventions = conventions
        silent = SilentClause(
            text: lists.text, reader: lists.reader, words: words, marks: lists.marks, deadlines: deadlines)
    }

    /// Marks that a known name may have in it, and no other.
    private static let doubts: ClauseMarks.Kinds = [.conjunction, .rest]
    private static let commas: ClauseMarks.Kinds = [.comma, .stop, .semicolon]

    private struct State {
        var clause: DutyClause
        /// The label in force.
        var label: DutyWords.Label?
        /// The names that wait for their verb.
        var list: OrganizationList
        /// Where these, the piece and the segment begin.
        var listStart: Int
        var pieceStart: Int
        var segmentStart: Int
        /// Brackets that are open.
        var depth = 0
        /// What stands before the piece.
        var isBehindComma = false
        /// Whether the piece has to be a known name.
        var isDoubtful = false
        /// Whether a name of the list may be none.
        var hasWeak = false
        /// Whether the segment had a label, and a verb.
        var hasLabel = false
        var hasVerb = false
        /// Where the last verb ends: a border has to follow.
        var verbEnd = -1

        /// Whether names are read, and no time or other field.
        var readsNames: Bool {
            switch label {
            case .role, nil: true
            case .deadline, .other: false
            }
        }
    }

    /// The clause of a span, which the marks cover; `nil` for other clauses, with nothing left in the store.
    ///
    /// - Parameter role: The role that a label outside gives.
    func clause(in span: Range<Int>, role: Assignment.Role?) -> DutyClause? {
        let start = store.mark
        let first = store.names.count
        var state = State(
            clause: store.newClause(), label: role.map { .role($0) }, list: OrganizationList(names: first..<first),
            listStart: span.lowerBound, pieceStart: span.lowerBound, segmentStart: span.lowerBound)
        var mark = marks.first(from: span.lowerBound)
        var isPlain = !silent.opensAside(span.lowerBound)
        while isPlain, mark < marks.count, marks[mark].place < span.upperBound {
            isPlain = read(marks[mark], before: span.upperBound, &state)
            mark += 1
        }
        guard isPlain, state.depth == 0, endSegment(at: span.upperBound, &state) else {
            store.rewind(to: start)
            guard role == nil, silent.saysNothing(span) else { return nil }
            var clause = store.newClause()
            if deadlines.matches(span) { clause.deadline = deadlines.trimmed(span) }
            return clause
        }
        closeNames(&state)
        return state.clause
    }

    /// Reads on to a mark; false where the other reader is needed.
    private func read(_ mark: ClauseMarks.Mark, before end: Int, _ state: inout State) -> Bool {
        let (kinds, place) = (mark.kinds, mark.place)
        if place < state.verbEnd { return true }
        // A convention may be stated.
        if kinds.contains(.lead), conventions.isStated(place) { return false }
        if !kinds.isDisjoint(with: .brackets) {
            state.depth += kinds.contains(.open) ? 1 : -1
            return state.depth >= 0
        }
        if !kinds.isDisjoint(with: Self.doubts) { state.isDoubtful = true }
        if kinds.contains(.space) { return false }
        if kinds.contains(.colon) { return read(labelBefore: place, &state) }
        if kinds.contains(.verb), state.readsNames { return read(verbAt: place, before: end, &state) }
        if state.depth > 0 { return true }
        if kinds.contains(.enumeration) { return !state.readsNames || close(at: place, &state) }
        guard !kinds.isDisjoint(with: Self.commas) else { return true }
        guard endSegment(at: place, &state) else { return false }
        begin(at: place + text.width(at: place), &state, isBehindComma: kinds.contains(.comma))
        if kinds.contains(.comma) { return true }
        closeNames(&state)
        return !silent.opensAside(state.segmentStart)
    }

    // MARK: - Pieces

    /// Takes what stands before a border as a name; false when it is none.
    private func close(at end: Int, _ state: inout State) -> Bool {
        let width = text.width(at: end)
        if state.pieceStart == end, state.verbEnd == end {
            // 省科技厅牵头、省财政厅配合: a new list begins.
            restart(at: end + width, &state)
            return true
        }
        guard state.verbEnd < 0, take(state.pieceStart..<end, &state) else { return false }
        state.pieceStart = end + width
        state.isBehindComma = false
        return true
    }

    /// Adds the names of a piece, mostly one, to the list; false where it may be none.
    private func take(_ piece: Range<Int>, _ state: inout State) -> Bool {
        let count = store.names.count - state.list.names.lowerBound
        // A narrow stop is no mark, and the other reader cuts it off: 市财政局.
        guard !piece.isEmpty, count < Self.maximumCount, text.bytes[piece.upperBound - 1] != 0x2E else { return false }
        if count > 0, !state.isBehindComma, heads.mayJoin(store.names[store.names.count - 1].span) {
            guard !state.isDoubtful else { return false }
            if heads.join(store.names[store.names.count - 1].span, piece) { return join(piece, &state) }
        }
        let number = reader.number(of: piece)
        let sort = reader.sort(ofNumber: number)
        if sort == .known {
            store.append(piece, number: Int32(truncatingIfNeeded: number))
        } else {
            guard !opensWithLead(piece), lists.leadLength(piece) == 0, !lists.signs.isBeside(piece),
                words.adverbs.closing(piece, in: text) == nil, !text.contains("为", in: piece)
            else { return false }
            if state.isDoubtful {
                guard takeParts(of: piece, &state) else { return false }
            } else {
                guard admit(sort, &state) else { return false }
                store.append(piece, number: Int32(truncatingIfNeeded: number))
            }
        }
        if state.isBehindComma, state.list.beforeComma < 0, count > 0 { state.list.beforeComma = count }
        state.isDoubtful = false
        return true
    }

    /// Whether a name of a sort can be in the list: a label takes weak ones.
    private func admit(_ sort: OrganizationReader.Sort, _ state: inout State) -> Bool {
        guard sort >= .market else { return true }
        state.hasWeak = true
        return state.label != nil
    }

    /// 各市、县、区政府 is one name: the piece lengthens the one before it.
    private func join(_ piece: Range<Int>, _ state: inout State) -> Bool {
        let last = store.names.count - 1
        let span = store.names[last].span.lowerBound..<piece.upperBound
        guard admit(reader.sort(of: span), &state) else { return false }
        store.set(last, span)
        return true
    }

    /// 国务院相关部门及各地区, 商务部等部门: names around conjunctions, and what stands behind the last of a list.
    private func takeParts(of piece: Range<Int>, _ state: inout State) -> Bool {
        let first = store.names.count
        lists.addConjuncts(piece, &state.list)
        guard store.names.count > first else { return false }
        for name in first..<store.names.count {
            guard admit(store.sort(name), &state) else { return false }
        }
        return true
    }

    private static let maximumCount = 100

    /// 由 and 请 are cut off names that are not known; 以下 and 不再 may open a sentence that is skipped.
    private func opensWithLead(_ piece: Range<Int>) -> Bool {
        switch text.code(at: piece.lowerBound) {
        case "由", "请", "以", "不": true
        default: false
        }
    }

    private func restart(at offset: Int, _ state: inout State) {
        let count = store.names.count
        state.list = OrganizationList(names: count..<count)
        state.listStart = offset
        state.pieceStart = offset
        state.isBehindComma = false
        state.isDoubtful = false
        state.hasWeak = false
        state.verbEnd = -1
    }

    // MARK: - Segments

    private func begin(at offset: Int, _ state: inout State, isBehindComma: Bool) {
        state.segmentStart = offset
        state.pieceStart = offset
        state.hasLabel = false
        state.hasVerb = false
        state.isDoubtful = false
        state.verbEnd = -1
        if store.names.count == state.list.names.lowerBound {
            restart(at: offset, &state)
        } else {
            state.isBehindComma = isBehindComma
        }
    }

    /// Ends a segment at a border; false when it is none of names, or a time limit.
    private func endSegment(at end: Int, _ state: inout State) -> Bool {
        guard state.readsNames else { return endField(at: end, &state) }
        if state.hasVerb {
            if state.verbEnd == end { return true }
            // What stands behind the last verb of a segment is not read.
            guard state.verbEnd < 0, state.pieceStart == end || take(state.pieceStart..<end, &state) else {
                return false
            }
            store.leave(state.list.names.lowerBound)
            return true
        }
        // 。 at the end of all
        if state.pieceStart == end { return state.segmentStart == end && !state.hasLabel }
        guard !deadlines.matches(state.segmentStart..<end) else { return false }
        return take(state.pieceStart..<end, &state)
    }

    /// 2019年7月底前，以后每年持续实施: a time limit goes on; other fields are not read.
    private func endField(at end: Int, _ state: inout State) -> Bool {
        guard state.segmentStart < end else { return !state.hasLabel }
        guard state.label == .deadline else { return true }
        if state.hasLabel {
            state.clause.deadline = state.segmentStart..<end
        } else if let deadline = state.clause.deadline {
            state.clause.deadline = deadline.lowerBound..<max(deadline.upperBound, end)
        }
        return true
    }

    /// Names without a verb: those of the label, or a bare list.
    private func closeNames(_ state: inout State) {
        state.list.names = state.list.names.lowerBound..<store.names.count
        guard !state.list.names.isEmpty else { return }
        if case .role(let role) = state.label {
            store.filter(&state.list) { lists.isPlausible($0) }
            store.add(role, state.list, to: &state.clause, isCertain: role != .responsible)
        } else {
            // A牵头，B、C: the others help.
            let role: Assignment.Role = store.hasLead(state.clause) ? .cooperate : .responsible
            store.add(role, state.list, to: &state.clause, isCertain: false)
        }
        restart(at: state.pieceStart, &state)
    }

    /// Reads the label that opens a segment.
    private func read(labelBefore colon: Int, _ state: inout State) -> Bool {
        guard state.depth == 0, !state.hasLabel, !state.hasVerb, state.pieceStart == state.segmentStart,
            colon - state.segmentStart <= DutyClauseReader.longestLabel,
            let label = words.label(state.segmentStart..<colon, in: text)
        else { return false }
        closeNames(&state)
        let start = colon + text.width(at: colon)
        restart(at: start, &state)
        state.segmentStart = start
        state.label = label
        state.hasLabel = true
        return true
    }

    // MARK: - Verbs

    /// Reads what may be a verb; false when one stands where names do not end.
    private func read(verbAt offset: Int, before end: Int, _ state: inout State) -> Bool {
        guard let verb = words.verb(taking: offset..<end, in: text) else { return true }
        guard !verb.isWith, state.depth == 0 else { return false }
        let verbEnd = offset + verb.length
        if state.verbEnd >= 0 {
            // 负责|落实: no names stand between.
            guard offset == state.verbEnd else { return false }
            state.verbEnd = verbEnd
            return true
        }
        guard DutyClauseReader.leadLength(state.listStart..<offset, in: text) == 0 else { return false }
        var piece = state.pieceStart..<offset
        while let length = words.adverbs.closing(piece, in: text), reader.sort(of: piece) != .known {
            piece = piece.lowerBound..<piece.upperBound - length
        }
        // 省科技厅、省财政厅，按职责分工负责: the names stand before the comma.
        guard piece.isEmpty ? store.names.count > state.list.names.lowerBound : take(piece, &state), !state.hasWeak
        else { return false }
        state.list.names = state.list.names.lowerBound..<store.names.count
        store.add(verb.role, state.list, to: &state.clause)
        restart(at: verbEnd, &state)
        state.hasVerb = true
        state.verbEnd = verbEnd
        return true
    }
}
