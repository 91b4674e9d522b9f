/// Reads the clauses that most brackets hold, in one pass over their marks: names with 、 and ， between them and a verb
/// behind, or none: 省科技厅牵头，省财政厅、省教育厅按职责分工负责。
///
/// What has anything else in it, such as a label, a conjunction, 等, or a piece that is no name, is left to the
/// ``DutyClauseReader``, which reads all of them, and these the same way.
struct PlainClause {
    let text: TextBytes
    let reader: OrganizationReader
    let words: DutyWords
    let store: DutyStore
    let marks: ClauseMarks
    let heads: SharedHeads
    let deadlines: DeadlinePhrase

    /// Marks that need the other reader.
    private static let others: ClauseMarks.Kinds = [.open, .close, .colon, .space]
    /// Marks that a known name may have in it, and no other.
    private static let doubts: ClauseMarks.Kinds = [.conjunction, .rest]
    private static let commas: ClauseMarks.Kinds = [.comma, .stop, .semicolon]

    private struct State {
        var clause: DutyClause
        /// The names that wait for their verb.
        var list: OrganizationList
        /// Where these, the piece and the segment begin.
        var listStart: Int
        var pieceStart: Int
        var segmentStart: Int
        /// What stands before the piece.
        var isBehindComma = false
        /// Whether the piece has to be a known name.
        var isDoubtful = false
        /// Whether the segment had a verb.
        var hasVerb = false
        /// Where the last verb ends: a border has to follow.
        var verbEnd = -1
    }

    /// The clause of a span, which the marks cover; `nil` for other clauses, with nothing left in the store.
    ///
    /// - Parameters:
    ///   - role: The role that a label outside gives.
    ///   - isPlausible: Whether a name behind a label can be one.
    func clause(in span: Range<Int>, role: Assignment.Role?, isPlausible: (Int) -> Bool) -> DutyClause? {
        let start = store.mark
        let first = store.names.count
        var state = State(
            clause: store.newClause(), list: OrganizationList(names: first..<first), listStart: span.lowerBound,
            pieceStart: span.lowerBound, segmentStart: span.lowerBound)
        var mark = marks.first(from: span.lowerBound)
        var isPlain = true
        while isPlain, mark < marks.count, marks[mark].place < span.upperBound {
            let (kinds, place) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            if place < state.verbEnd { continue }
            if !kinds.isDisjoint(with: Self.doubts) { state.isDoubtful = true }
            if !kinds.isDisjoint(with: Self.others) {
                isPlain = false
            } else if kinds.contains(.enumeration) {
                isPlain = close(at: place, width: text.width(at: place), &state)
            } else if !kinds.isDisjoint(with: Self.commas) {
                isPlain = endSegment(at: place, &state)
                if isPlain, !kinds.contains(.comma) { endSentence(role, isPlausible, &state) }
                begin(at: place + text.width(at: place), &state, isBehindComma: kinds.contains(.comma))
            } else if kinds.contains(.verb) {
                isPlain = read(verbAt: place, before: span.upperBound, &state)
            }
        }
        guard isPlain, endSegment(at: span.upperBound, &state) else {
            store.rewind(to: start)
            return nil
        }
        endSentence(role, isPlausible, &state)
        return state.clause
    }

    // MARK: - Pieces

    /// Takes what stands before a border as a name; false when it is none.
    private func close(at end: Int, width: Int, _ state: inout State) -> Bool {
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

    /// Adds a name to the list, unless it may be none, or one with the name before it.
    private func take(_ piece: Range<Int>, _ state: inout State) -> Bool {
        let count = store.names.count - state.list.names.lowerBound
        guard !piece.isEmpty, count < Self.maximumCount else { return false }
        let number = reader.number(of: piece)
        let sort = reader.sort(ofNumber: number)
        guard sort < .market, sort == .known || !state.isDoubtful && !opensWithLead(piece),
            count == 0 || !heads.mayJoin(store.names[store.names.count - 1].span)
        else { return false }
        if state.isBehindComma, state.list.beforeComma < 0, count > 0 { state.list.beforeComma = count }
        store.append(piece, number: Int32(truncatingIfNeeded: number))
        state.isDoubtful = false
        return true
    }

    private static let maximumCount = 100

    /// 由 and 请 are cut off names that are not known; 以下 and 不再 may open a sentence that is skipped.
    private func opensWithLead(_ piece: Range<Int>) -> Bool {
        switch text.code(at: piece.lowerBound) {
        case 0xE794B1, 0xE8AFB7, 0xE4BBA5, 0xE4B88D: true
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
        state.verbEnd = -1
    }

    // MARK: - Segments

    private func begin(at offset: Int, _ state: inout State, isBehindComma: Bool) {
        state.segmentStart = offset
        state.pieceStart = offset
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
        if state.hasVerb {
            if state.verbEnd == end { return true }
            // What stands behind the last verb of a segment is not read.
            guard state.verbEnd < 0, state.pieceStart == end || take(state.pieceStart..<end, &state) else { return false }
            store.leave(state.list.names.lowerBound)
            return true
        }
        // 。 at the end of all
        if state.pieceStart == end { return state.segmentStart == end }
        guard !deadlines.matches(state.segmentStart..<end) else { return false }
        return take(state.pieceStart..<end, &state)
    }

    /// Names without a verb: those of the label, or a bare list.
    private func endSentence(_ role: Assignment.Role?, _ isPlausible: (Int) -> Bool, _ state: inout State) {
        state.list.names = state.list.names.lowerBound..<store.names.count
        guard !state.list.names.isEmpty else { return }
        if let role {
            store.filter(&state.list, isPlausible)
            store.add(role, state.list, to: &state.clause, isCertain: role != .responsible)
        } else {
            // A牵头，B、C: the others help.
            let role: Assignment.Role = store.hasLead(state.clause) ? .cooperate : .responsible
            store.add(role, state.list, to: &state.clause, isCertain: false)
        }
        restart(at: state.pieceStart, &state)
    }

    // MARK: - Verbs

    /// Reads what may be a verb; false when one stands where names do not end.
    private func read(verbAt offset: Int, before end: Int, _ state: inout State) -> Bool {
        guard let verb = words.verb(taking: offset..<end, in: text) else { return true }
        let lead = DutyClauseReader.leadLength(state.listStart..<offset, in: text)
        guard !verb.isWith, state.verbEnd < 0, lead == 0 else { return false }
        var piece = state.pieceStart..<offset
        while !piece.isEmpty, reader.sort(of: piece) != .known, let length = words.adverbs.closing(piece, in: text) {
            piece = piece.lowerBound..<piece.upperBound - length
        }
        if piece.isEmpty {
            // 省科技厅、省财政厅，按职责分工负责
            guard store.names.count > state.list.names.lowerBound else { return false }
        } else {
            guard take(piece, &state) else { return false }
        }
        state.list.names = state.list.names.lowerBound..<store.names.count
        store.add(verb.role, state.list, to: &state.clause)
        let verbEnd = offset + verb.length
        restart(at: verbEnd, &state)
        state.hasVerb = true
        state.verbEnd = verbEnd
        return true
    }
}
