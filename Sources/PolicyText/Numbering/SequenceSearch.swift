/// Chooses, among the candidates of a region, the markers that make the best consistent outline.
///
/// A beam search over stacks of open lists: at each candidate every kept state may leave it as text or take it, as the
/// next of an open list, as the first of a new list below the innermost item, or as one that carries on an earlier
/// list's numbers. The score adds the evidence of the place to the credit or cost of the link. Most candidates of clean
/// text leave one state; the width is for text that has lost its line ends.
///
/// - Complexity: O(*n* · ``width`` · ``maximumDepth``) in the number of candidates.
struct SequenceSearch {
    /// States that are kept.
    static let width = 6
    /// Open lists, one within another.
    static let maximumDepth = 10

    /// A chosen candidate and its depth, from 1.
    struct Choice {
        var candidate: Int
        var depth: Int
        /// The ordinal that the sequence expected, when it was another.
        var expected: Int
        var link: Link
        /// Whether the candidate was taken for what it looks like (a letter), not for its repair.
        var isLookAlike = false
    }

    enum Link: UInt8 {
        case next, first, runsOn, gap, repeated, disorder, lateStart
    }

    private struct OpenList {
        var scheme: UInt8
        var rank: Int8
        var last: Int16
        var count: Int16
        /// Whether the list's members stand at the head of paragraphs.
        var isBlock: Bool
    }

    private struct State {
        var score: Int32
        var node: Int32
        var depth: Int32
        var lists: InlineArray<10, OpenList>
        /// For each scheme the last ordinal of a list that was closed; 0 for none.
        var closed: InlineArray<32, Int16>
        /// The same for the same `closed`, and hardly ever for others: comparing it is cheap.
        var closedHash: UInt64

        static var empty: State {
            let none = OpenList(scheme: 0, rank: 0, last: 0, count: 0, isBlock: false)
            return State(
                score: 0, node: -1, depth: 0, lists: InlineArray(repeating: none), closed: InlineArray(repeating: 0),
                closedHash: 0)
        }

        subscript(index: Int) -> OpenList {
            get { lists[index] }
            set { lists[index] = newValue }
        }
    }

    private struct Node {
        var choice: Choice
        var previous: Int32
    }

    private var nodes: [Node] = []
    private let candidates: [MarkerCandidate]

    init(_ candidates: [MarkerCandidate]) {
        self.candidates = candidates
        nodes.reserveCapacity(2 * candidates.count)
    }

    /// States side by side, in memory that is made once for a search.
    private struct States {
        let all: UnsafeMutableBufferPointer<State>
        private(set) var count = 0
        /// The best score that ``settle()`` has seen.
        private var best: Int32 = 0

        init(all: UnsafeMutableBufferPointer<State>) { self.all = all }

        mutating func append(_ state: borrowing State) {
            all.initializeElement(at: count, to: copy state)
            count += 1
        }

        mutating func removeAll() { count = 0 }

        /// Whether a state of a score, or of a worse one, may be kept beside those that are there: many need not be made.
        func takes(_ score: Int32) -> Bool { count == 0 || score >= best - SequenceSearch.lag }

        /// The state that was appended last has its score.
        mutating func settle() {
            let score = all[count - 1].score
            best = count == 1 ? score : max(best, score)
        }
    }

    mutating func run() -> [Choice] {
        guard !candidates.isEmpty else { return [] }
        return withUnsafeTemporaryAllocation(of: State.self, capacity: 2 * Self.steps) { states in
            search(
                UnsafeMutableBufferPointer(rebasing: states[..<Self.steps]),
                UnsafeMutableBufferPointer(rebasing: states[Self.steps...]))
        }
    }

    private mutating func search(
        _ first: UnsafeMutableBufferPointer<State>, _ second: UnsafeMutableBufferPointer<State>
    ) -> [Choice] {
        var beam = States(all: first)
        var next = States(all: second)
        beam.append(.empty)
        for index in candidates.indices {
            if beam.count == 1, goesOn(&beam.all[0], index) { continue }
            next.removeAll()
            for place in 0..<beam.count { expand(beam.all[place], index, into: &next) }
            if isSelected(next) { swap(&next, &beam) } else { select(from: next, into: &beam) }
        }
        var best = 0
        for place in 0..<beam.count where final(beam.all[place]) > final(beam.all[best]) { best = place }
        return path(beam.all[best].node)
    }

    private func final(_ state: State) -> Int32 {
        var score = state.score
        for depth in 0..<Int(state.depth) { score += closing(state[depth]) }
        return score
    }

    private func path(_ last: Int32) -> [Choice] {
        var length = 0
        var node = last
        while node >= 0 {
            length += 1
            node = nodes[Int(node)].previous
        }
        return [Choice](room: length) { choices, count in
            var node = last
            for place in (0..<length).reversed() {
                choices.initializeElement(at: place, to: nodes[Int(node)].choice)
                node = nodes[Int(node)].previous
            }
            count = length
        }
    }

    // MARK: - Expansion

    /// Takes a candidate that can be nothing but the next of an open list, in place; most of clean text goes this way.
    ///
    /// These are the candidates for which ``expand(_:_:into:)`` makes one state out of one.
    private mutating func goesOn(_ state: inout State, _ index: Int) -> Bool {
        let candidate = candidates[index]
        guard candidate.position == .paragraphStart, !candidate.isDoubtful, !candidate.isRepaired,
            candidate.lookAlike == nil, ordinal(candidate, after: 0) != 1
        else { return false }
        let member = twin(of: candidate, in: state) ?? code(candidate)
        var depth = Int(state.depth) - 1
        while depth >= 0, state.lists[depth].scheme != member { depth -= 1 }
        guard depth >= 0 else { return false }
        let last = state.lists[depth].last
        let (link, credit) = continuation(state.lists[depth], candidate)
        guard link == .next else { return false }
        close(&state, to: depth + 1)
        state.score += weight(candidate) + credit
        state.lists[depth].last = Int16(clamping: ordinal(candidate, after: last))
        state.lists[depth].count = min(state.lists[depth].count, 2) + 1
        push(&state, Choice(candidate: index, depth: depth + 1, expected: Int(last) + 1, link: link))
        return true
    }

    private mutating func expand(_ state: borrowing State, _ index: Int, into next: inout States) {
        var candidate = candidates[index]
        if let other = candidate.lookAlike, continuesLetters(state, other) {
            candidate.scheme = other.scheme
            candidate.ordinal = other.ordinal
            candidate.isRepaired = false
        }
        let code = code(candidate)
        let evidence = weight(candidate)
        let isBlock = candidate.position == .paragraphStart
        var isCertain = false
        // As a member of an open list.
        var isOpen = false
        let member = twin(of: candidate, in: state) ?? code
        for depth in stride(from: Int(state.depth) - 1, through: 0, by: -1) where state[depth].scheme == member {
            isOpen = true
            let (link, credit) = continuation(state[depth], candidate)
            // In running text only the next number is good enough, and only of a list of paragraphs or in merged text.
            if !isBlock, link != .next { continue }
            if !isBlock, !candidate.isMerged, !state[depth].isBlock { continue }
            if isBlock, link == .next, !candidate.isDoubtful, !candidate.isRepaired { isCertain = true }
            // Lists that are closed cost more, or nothing.
            guard next.takes(state.score + evidence + credit) else { break }
            // States are large: changed where they lie.
            next.append(state)
            let taken = next.count - 1
            close(&next.all[taken], to: depth + 1)
            next.all[taken].score += evidence + credit
            next.all[taken].lists[depth].last = Int16(clamping: ordinal(candidate, after: state[depth].last))
            next.all[taken].lists[depth].count = min(state[depth].count, 2) + 1
            let isLookAlike = candidate.scheme != candidates[index].scheme
            push(
                &next.all[taken],
                Choice(
                    candidate: index, depth: depth + 1, expected: Int(state[depth].last) + 1, link: link,
                    isLookAlike: isLookAlike))
            next.settle()
            break
        }
        if !isOpen || ordinal(candidate, after: 0) == 1, isBlock || candidate.isMerged {
            open(state, index, candidate, code, evidence, isOpen: isOpen, into: &next)
        }
        // As text, which costs where the place and the looks are a marker's: none of these may be dropped to save a sequence.
        if !isCertain {
            let score = state.score - (isBlock && !candidate.isDoubtful ? refusal(candidate.scheme) : 0)
            guard next.takes(score) else { return }
            next.append(state)
            next.all[next.count - 1].score = score
            next.settle()
        }
    }

    /// Whether a letter that looks like a digit goes on with an open list of letters.
    private func continuesLetters(_ state: borrowing State, _ reading: MarkerCandidate.Reading) -> Bool {
        for depth in 0..<Int(state.depth) where Int(state[depth].scheme) == reading.scheme.code {
            if Int(state[depth].last) + 1 == reading.ordinal { return true }
        }
        return false
    }

    /// 1、 2. 3、 are one list with careless signs: the innermost list of the other sign goes on, if it lacks just this number.
    private func twin(of candidate: MarkerCandidate, in state: borrowing State) -> UInt8? {
        let other: NumberingScheme
        switch candidate.scheme {
        case .arabicDot: other = .arabicComma
        case .arabicComma: other = .arabicDot
        default: return nil
        }
        let own = UInt8(candidate.scheme.code)
        for depth in stride(from: Int(state.depth) - 1, through: 0, by: -1) {
            if state[depth].scheme == own { return nil }
            if Int(state[depth].scheme) == other.code, Int(state[depth].last) + 1 == candidate.ordinal {
                return UInt8(other.code)
            }
        }
        return nil
    }

    /// 1.1 and 1.1.1 are lists of their own, each within the other.
    private func code(_ candidate: MarkerCandidate) -> UInt8 {
        guard candidate.scheme == .decimal, candidate.suffix.count > 0 else { return UInt8(candidate.scheme.code) }
        return UInt8(NumberingScheme.codeCount + min(candidate.suffix.count, 4) - 1)
    }

    /// As the first of a new list: below the innermost item, or in the place of lists of lower rank.
    private mutating func open(
        _ state: borrowing State, _ index: Int, _ candidate: MarkerCandidate, _ code: UInt8, _ evidence: Int32,
        isOpen: Bool, into next: inout States
    ) {
        let number = ordinal(candidate, after: 0)
        var depth = Int(state.depth)
        // A scheme of higher rank than the open lists closes them, unless they hold nothing higher.
        while depth > 0, candidate.scheme.closesLowerLists,
            isLower(Int(state[depth - 1].rank), than: candidate.usualRank)
        { depth -= 1 }
        guard depth < Self.maximumDepth else { return }
        let carriedOn = Int(state.closed[Int(code)])
        let link: Link
        var credit: Int32
        if number == 1 {
            (link, credit) = (.first, isOpen ? -6 : 2)
        } else if carriedOn > 0, number == carriedOn + 1 {
            (link, credit) = (.runsOn, 4)
        } else if carriedOn > 0, number > carriedOn, number <= carriedOn + 3 {
            (link, credit) = (.gap, -4)
        } else {
            (link, credit) = (.lateStart, -6 - Int32(min(number, 20)) / 4)
        }
        if candidate.position != .paragraphStart, link != .first, link != .runsOn,
            link != .gap || candidate.position != .afterSentence
        {
            return
        }
        // Lists of equal rank side by side are rare.
        if depth < Int(state.depth), isOpen { credit -= 2 }
        guard next.takes(state.score + evidence + credit) else { return }
        next.append(state)
        let taken = next.count - 1
        close(&next.all[taken], to: depth)
        next.all[taken].score += evidence + credit
        next.all[taken].depth = Int32(depth + 1)
        next.all[taken].lists[depth] = OpenList(
            scheme: code, rank: Int8(candidate.usualRank), last: Int16(clamping: number), count: 1,
            isBlock: candidate.position == .paragraphStart)
        push(&next.all[taken], Choice(candidate: index, depth: depth + 1, expected: carriedOn + 1, link: link))
        next.settle()
    }

    /// Usual ranks, for schemes that are far apart only: an odd order of neighbours is the drafter's right.
    private func isLower(_ inner: Int, than outer: Int) -> Bool {
        inner > outer + (outer <= 3 ? 0 : 1)
    }

    private func continuation(_ list: OpenList, _ candidate: MarkerCandidate) -> (Link, Int32) {
        let last = Int(list.last)
        let ordinal = ordinal(candidate, after: list.last)
        switch ordinal {
        case 1 where candidate.scheme == .decimal && !candidate.suffix.isEmpty && candidate.ordinal > 1:
            return (.next, 5)
        case MarkerScanner.lastOfSequence: return (.next, 6)
        case last where candidate.scheme == .article && !candidate.suffix.isEmpty: return (.next, 5)
        case last + 1: return (.next, 6)
        case last: return (.repeated, -6)
        case (last + 2)...(last + 9): return (.gap, -2 - Int32(ordinal - last))
        case 1: return (.disorder, -7)
        case ..<last: return (.disorder, -9)
        default: return (.gap, -12)
        }
    }

    /// 最后 is whatever comes next.
    private func ordinal(_ candidate: MarkerCandidate, after last: Int16) -> Int {
        if candidate.scheme == .decimal, let number = candidate.suffix.last { return number }
        return candidate.ordinal == MarkerScanner.lastOfSequence ? Int(last) + 1 : candidate.ordinal
    }

    private func refusal(_ scheme: NumberingScheme) -> Int32 {
        switch scheme {
        case .volume, .chapter, .articleSection, .article, .han, .parenthesizedHan, .arabicDot, .arabicComma: 10
        case .parenthesizedArabic, .circled: 6
        default: 0
        }
    }

    private func weight(_ candidate: MarkerCandidate) -> Int32 {
        var weight = Int32(candidate.position.rawValue)
        if candidate.isDoubtful { weight -= 12 }
        if candidate.scheme == .decimal || candidate.scheme == .upperLetter || candidate.scheme == .lowerLetter {
            weight -= 4
        }
        return weight
    }

    // MARK: - States

    private mutating func push(_ state: inout State, _ choice: Choice) {
        nodes.append(Node(choice: choice, previous: state.node))
        state.node = Int32(nodes.count - 1)
    }

    /// Closes lists down to a depth; their last numbers are kept for lists that carry on.
    private func close(_ state: inout State, to depth: Int) {
        while Int(state.depth) > depth {
            let list = state.lists[Int(state.depth) - 1]
            state.score += closing(list)
            let scheme = Int(list.scheme)
            state.closedHash ^= Self.hash(scheme, state.closed[scheme]) ^ Self.hash(scheme, list.last)
            state.closed[scheme] = list.last
            state.depth -= 1
        }
    }

    /// A list of one item in running text is hardly a list.
    private func closing(_ list: OpenList) -> Int32 {
        guard list.count == 1 else { return 0 }
        return list.isBlock ? 0 : -5
    }

    /// The most states that one step makes: each leaves a candidate as text, goes on with a list, or opens one.
    private static let steps = 3 * width

    /// How much worse than the best a state may be that is kept.
    private static let lag: Int32 = 30

    /// Whether ``select(from:into:)`` would keep all states as they are, which is so most of the time.
    private func isSelected(_ states: States) -> Bool {
        guard states.count <= Self.width, states.count > 0 else { return false }
        for state in 1..<states.count {
            guard states.all[state].score <= states.all[state - 1].score else { return false }
            for better in 0..<state where isSame(states.all[better], states.all[state]) { return false }
        }
        return states.all[states.count - 1].score >= states.all[0].score - Self.lag
    }

    /// Keeps the best states, best first, of those that differ.
    ///
    /// States are large: their places are sorted, and what is kept is copied once.
    private func select(from states: States, into kept: inout States) {
        kept.removeAll()
        guard states.count > 1 else {
            if states.count == 1 { kept.append(states.all[0]) }
            return
        }
        // By hand and stable: there are a dozen states at most, and most often two.
        var order = InlineArray<18, UInt8>(repeating: 0)
        for index in 1..<min(states.count, Self.steps) {
            var place = index
            while place > 0, states.all[index].score > states.all[Int(order[place - 1])].score {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = UInt8(truncatingIfNeeded: index)
        }
        kept.append(states.all[Int(order[0])])
        for place in 1..<min(states.count, Self.steps) where kept.count < Self.width {
            let state = Int(order[place])
            if (0..<kept.count).contains(where: { isSame(kept.all[$0], states.all[state]) }) { continue }
            if kept.all[0].score - states.all[state].score > Self.lag { break }
            kept.append(states.all[state])
        }
    }

    /// Whether two states have the same lists open: then the better one decides.
    private func isSame(_ a: borrowing State, _ b: borrowing State) -> Bool {
        guard a.depth == b.depth, a.closedHash == b.closedHash else { return false }
        for depth in 0..<Int(a.depth) {
            guard a.lists[depth].scheme == b.lists[depth].scheme, a.lists[depth].last == b.lists[depth].last else {
                return false
            }
        }
        // Without a jump for each: they are the same nearly always.
        var difference: Int16 = 0
        for scheme in a.closed.indices { difference |= a.closed[scheme] ^ b.closed[scheme] }
        return difference == 0
    }

    private static func hash(_ scheme: Int, _ last: Int16) -> UInt64 {
        last == 0 ? 0 : UInt64(scheme << 16 | Int(last) & 0xFFFF) &* 0x9E37_79B9_7F4A_7C15
    }
}
