/// The names of a list: 省财政厅、省科技厅等部门，各市、县人民政府.
struct OrganizationList {
    /// The names, in order, in the ``DutyStore``.
    var names: Range<Int>
    /// Whether the list ends in 等 or 等部门.
    var isOpen = false
    /// How many of the names stand before the first comma, or -1 without a comma.
    var beforeComma = -1
}

/// Splits lists of organisations into names.
///
/// Names are divided by 、 ， ； and white space outside brackets, and by 和, 与, 及, 以及 between two names. A list that 各
/// opens and that shares its head noun stays one name (各市、州、县人民政府).
final class OrganizationListReader {
    let text: TextBytes
    let reader: OrganizationReader
    let words: DutyWords
    let store: DutyStore
    let marks: ClauseMarks
    let heads: SharedHeads
    let signs: LeaderSigns

    init(text: TextBytes, reader: OrganizationReader, words: DutyWords) {
        self.text = text
        self.reader = reader
        self.words = words
        store = DutyStore(reader)
        marks = ClauseMarks(text: text, words: words)
        heads = SharedHeads(text: text, reader: reader)
        signs = LeaderSigns(text: text)
    }

    /// More names than any list has; what is behind them is left out.
    private static let maximumCount = 400

    private static let separators: ClauseMarks.Kinds = [.space, .comma, .semicolon, .enumeration]

    /// The names of a span, which become the last of the store.
    func list(in span: Range<Int>) -> OrganizationList {
        let first = store.names.count
        var list = OrganizationList(names: first..<first)
        var start = span.lowerBound
        // What stands before the piece.
        var before = ClauseMarks.Kinds()
        var depth = 0
        var mark = marks.cover(span)
        while mark < marks.count, marks[mark].place < span.upperBound {
            let (kinds, place) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            if !kinds.isDisjoint(with: .brackets) {
                depth = kinds.contains(.open) ? depth + 1 : max(0, depth - 1)
                continue
            }
            guard depth == 0, !kinds.isDisjoint(with: Self.separators) else { continue }
            let width = text.width(at: place)
            // 各　市: white space divides names only.
            if kinds.contains(.space), place + width >= span.upperBound || reader.sort(of: start..<place) >= .market {
                continue
            }
            close(start..<place, before, first, &list)
            start = place + width
            before = kinds
        }
        close(start..<span.upperBound, before, first, &list)
        list.names = first..<store.names.count
        return list
    }

    /// - Parameter first: Where the names of the list begin.
    private func close(_ span: Range<Int>, _ before: ClauseMarks.Kinds, _ first: Int, _ list: inout OrganizationList) {
        var piece = text.trimmed(span)
        let count = store.names.count - first
        if !piece.isEmpty, signs.isBeside(piece) { piece = signs.without(piece) }
        guard !piece.isEmpty, count < Self.maximumCount else { return }
        if !before.isDisjoint(with: [.comma, .semicolon]), list.beforeComma < 0, count > 0 { list.beforeComma = count }
        add(piece, joined: before.contains(.enumeration) && count > 0, &list)
    }

    /// Whether a name behind a label can be one.
    func isPlausible(_ name: Int) -> Bool { reader.isPlausible(store.number(name), store.names[name].span) }

    // MARK: - Pieces

    private func add(_ span: Range<Int>, joined: Bool, _ list: inout OrganizationList) {
        let last = store.names.count - 1
        if joined, heads.mayJoin(store.names[last].span) {
            let previous = store.names[last].span
            // 各州、市人民政府和省财政厅: what is shared ends before 和.
            if let (left, right) = conjuncts(span), heads.join(previous, left) {
                store.set(last, previous.lowerBound..<left.upperBound)
                return addConjuncts(right, &list)
            }
            if heads.join(previous, span) { return store.set(last, previous.lowerBound..<span.upperBound) }
        }
        // Most names are in the catalogue, or were looked at before: nothing is to be cut off them.
        let number = reader.number(of: span)
        if reader.sort(ofNumber: number) == .known {
            return store.append(span, number: Int32(truncatingIfNeeded: number))
        }
        let lead = leadLength(span)
        addConjuncts(lead > 0 && span.count > lead + 3 ? span.lowerBound + lead..<span.upperBound : span, &list)
    }

    /// The length of 以及, 由, 和, 及, 与 or 请 that a span begins with, or 0.
    func leadLength(_ span: Range<Int>) -> Int {
        switch text.code(at: span.lowerBound) {
        case "由", "和", "及", "与", "请": 3
        case "以": text.code(at: span.lowerBound + 3) == "及" ? 6 : 0
        default: 0
        }
    }

    /// Cuts 等, 等部门 and the like off the end of a name.
    private func withoutRest(_ span: Range<Int>, _ isOpen: inout Bool) -> Range<Int> {
        guard let mark = lastRestMark(span) else { return span }
        isOpen = true
        return text.trimmed(span.lowerBound..<mark)
    }

    /// Bytes of 等 and what may stand behind it: 等国务院相关部门.
    private static let longestRest = 90

    private func lastRestMark(_ span: Range<Int>) -> Int? {
        var mark = marks.first(from: span.upperBound)
        while mark > 0 {
            mark -= 1
            let place = marks[mark].place
            guard place >= span.lowerBound, place + 3 > span.upperBound - Self.longestRest else { return nil }
            guard marks[mark].kinds.contains(.rest) else { continue }
            if place > span.lowerBound, isGrade(place - 3), reader.sort(of: span) < .market { return nil }
            let rest = place + 3..<span.upperBound
            if rest.isEmpty || isRest(rest) { return place }
        }
        return nil
    }

    /// 平等, 高等, 中等, 初等, 同等, 优等: no list.
    private func isGrade(_ offset: Int) -> Bool {
        switch text.code(at: offset) {
        case "平", "高", "中", "初", "同", "优": true
        default: false
        }
    }

    private static let restEnds: [StaticString] = ["部门", "单位", "机构", "机关", "地区", "企业", "部委"]

    /// 部门, 9个部门, 国务院相关部门, 省级有关单位.
    private func isRest(_ span: Range<Int>) -> Bool {
        if words.rests.entry(of: span, in: text.bytes) >= 0 { return true }
        // 省级主管部门（单位）
        let span = reader.withoutClosingBracket(span) ?? span
        return span.count <= 60 && text.closes(span, withAnyOf: Self.restEnds) && reader.isNounPhrase(span)
    }

    // MARK: - Conjunctions

    /// 国务院相关部门及各地区: both sides have to be names. 等 and the like are cut off.
    func addConjuncts(_ span: Range<Int>, _ list: inout OrganizationList) {
        var rest = span
        while let (left, right) = conjuncts(rest) {
            let name = withoutRest(left, &list.isOpen)
            if !name.isEmpty { store.append(name) }
            rest = right
        }
        let name = withoutRest(rest, &list.isOpen)
        if !name.isEmpty { store.append(name) }
    }

    /// The first conjunction with a name on either side.
    private func conjuncts(_ span: Range<Int>) -> (Range<Int>, Range<Int>)? {
        var depth = 0
        // The left side has to be one name.
        let limit = min(span.upperBound, span.lowerBound + 3 * OrganizationReader.longestName)
        var mark = marks.first(from: span.lowerBound + 6)
        while mark < marks.count, marks[mark].place + 3 < limit {
            let (kinds, place) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            if !kinds.isDisjoint(with: .brackets) { depth += kinds.contains(.open) ? 1 : -1 }
            guard depth == 0, kinds.contains(.conjunction), reader.sort(of: span) != .known else { continue }
            let left = text.trimmed(span.lowerBound..<place)
            let right = text.trimmed(place + conjunctionLength(place)..<span.upperBound)
            if isName(left), isName(right, startsWithoutHead: true) { return (left, right) }
        }
        return nil
    }

    /// 以及 has two characters, 和, 与, 及 and 暨 have one.
    private func conjunctionLength(_ offset: Int) -> Int { text.code(at: offset) == "以" ? 6 : 3 }

    /// Whether one side of 和 is a name by itself; 等部门 at its end does not matter.
    private func isName(_ span: Range<Int>, startsWithoutHead: Bool = false) -> Bool {
        var isOpen = false
        let name = withoutRest(span, &isOpen)
        // 相关部门和单位: the attribute is that of both.
        if startsWithoutHead, text.equals(name, "单位") || text.equals(name, "部门") || text.equals(name, "个人") {
            return false
        }
        if reader.sort(of: name) < .market { return true }
        // What follows may hold further conjunctions; whether the rest parts as well is asked when its turn comes.
        return startsWithoutHead && opensWithConjunct(name)
    }

    /// Whether a name and a conjunction open a span.
    private func opensWithConjunct(_ span: Range<Int>) -> Bool {
        let limit = min(span.upperBound, span.lowerBound + 3 * OrganizationReader.longestName)
        var mark = marks.first(from: span.lowerBound + 1)
        while mark < marks.count, marks[mark].place < limit {
            let (kinds, place) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            if kinds.contains(.conjunction), isName(text.trimmed(span.lowerBound..<place)) { return true }
        }
        return false
    }
}
