/// The words that give organisations a task, from `duty-words.txt`, ready for matching.
final class DutyWords: Sendable {
    /// What a label before a colon opens.
    enum Label: Sendable, Equatable {
        case role(Assignment.Role)
        case deadline
        /// Some other field, which ends the list before it: 责任领导：
        case other
    }

    /// Words of one class, by their first characters.
    struct Words: Sendable {
        private let index: WordIndex

        /// The words of a class.
        init(_ name: String, of lexicon: Lexicon) {
            var index = WordIndex(by: .first)
            lexicon.forEachWord(of: name) { index.insert($0) }
            self.index = index
        }

        /// The length of the longest word that a span begins with.
        @inline(__always)
        func opening(_ span: Range<Int>, in text: TextBytes) -> Int? {
            guard span.count >= 3, index.mayOpen(at: span.lowerBound, in: text.bytes) else { return nil }
            return index.longest(at: span.lowerBound, in: text.bytes, before: span.upperBound).map(index.byteCount)
        }

    }

    /// Words that spans end in; many have the same last characters: 按职责分工, 根据职责分工.
    struct Endings: Sendable {
        private let table: EndingTable

        init(_ name: String, of lexicon: Lexicon) {
            var table = EndingTable()
            lexicon.forEachWord(of: name) { table.insert($0) }
            self.table = table
        }

        /// The length of the longest word that a span ends in.
        @inline(__always)
        func closing(_ span: Range<Int>, in text: TextBytes) -> Int? {
            table.longest(endingAt: span, in: text.bytes)?.byteCount
        }
    }

    private let verbIndex: WordIndex
    private let verbRoles: [Assignment.Role]
    /// What ``ClauseMarks`` looks a character up in.
    let kinds: ClauseMarks.Table
    private let labelIndex: EndingTable
    private let labels: [Label]
    /// What labels end in: most colons stand behind other characters.
    private let labelEnds: LastBytes
    /// 会同 and its like.
    let with: Words
    let adverbs: Endings
    let modals: Endings
    /// What makes a noun of 牵头 or 负责 before it.
    private let nouns: Words
    /// Verbs that begin like one of these: 制定 is not the 制 of 负责制.
    private let notNouns: Words
    /// 部门 and its like behind 等.
    let rests: NameTable

    init(_ lexicon: Lexicon) {
        var verbs = WordIndex(by: .first)
        let kinds = ClauseMarks.Table()
        var roles: [Assignment.Role] = []
        var labelWords = EndingTable()
        var labels: [Label] = []
        var labelEnds = LastBytes()
        func addLabels(_ name: String, _ label: Label) {
            lexicon.forEachWord(of: name) {
                labelWords.insert($0)
                labels.append(label)
                labelEnds.insert(lastOf: $0)
            }
        }
        for role in Assignment.Role.allCases {
            lexicon.forEachWord(of: role.rawValue) {
                verbs.insert($0)
                kinds.insert(.verb, for: $0)
                roles.append(role)
            }
            addLabels("label.\(role.rawValue)", .role(role))
        }
        addLabels("label.deadline", .deadline)
        addLabels("label.none", .other)
        lexicon.forEachWord(of: "with") { kinds.insert(.verb, for: $0) }
        verbIndex = verbs
        verbRoles = roles
        self.kinds = kinds
        labelIndex = labelWords
        self.labels = labels
        self.labelEnds = labelEnds
        with = Words("with", of: lexicon)
        adverbs = Endings("adverb", of: lexicon)
        modals = Endings("modal", of: lexicon)
        nouns = Words("noun", of: lexicon)
        notNouns = Words("notnoun", of: lexicon)
        var rests = NameTable(capacity: 32, findsBeginnings: true)
        lexicon.forEachWord(of: "rest") { rests.insert($0, 0) }
        self.rests = rests
    }

    deinit { kinds.deallocate() }

    /// The verb that stands at an offset, and its role.
    @inline(__always)
    func verb(at offset: Int, before end: Int, in text: TextBytes) -> (role: Assignment.Role, length: Int)? {
        verbIndex.longest(at: offset, in: text.bytes, before: end).map { (verbRoles[$0], verbIndex.byteCount($0)) }
    }

    /// A verb that gives names before it a task.
    struct Verb {
        var role: Assignment.Role
        var length: Int
        var isWith = false
    }

    /// The verb that a span begins with, unless what follows makes a noun of it.
    func verb(taking span: Range<Int>, in text: TextBytes) -> Verb? {
        if let length = with.opening(span, in: text) { return Verb(role: .lead, length: length, isWith: true) }
        guard let (role, length) = verb(at: span.lowerBound, before: span.upperBound, in: text) else { return nil }
        let rest = span.lowerBound + length..<span.upperBound
        // 统筹 in the middle of a name: 市统筹城乡办.
        if length == 6, !rest.isEmpty, text.isHan(at: rest.lowerBound), text.has("统筹", at: span.lowerBound) {
            return nil
        }
        if opensNoun(rest, in: text), role != .responsible || !text.has("任务", at: rest.lowerBound) { return nil }
        // 负责牵头 is 牵头.
        let isLead = text.has("负责", at: span.lowerBound) && text.opens(rest, with: "牵头")
        return Verb(role: isLead ? .lead : role, length: length)
    }

    /// Whether a span makes a noun of the 牵头 or 负责 before it: 牵头|单位.
    func opensNoun(_ span: Range<Int>, in text: TextBytes) -> Bool {
        guard let length = nouns.opening(span, in: text) else { return false }
        return notNouns.opening(span, in: text) ?? 0 < length
    }

    /// The label that a span is, a few more characters in front of its word included: 市级牵头单位, 主要责任部门.
    func label(_ span: Range<Int>, in text: TextBytes) -> Label? {
        guard !span.isEmpty else { return nil }
        if let verb = verb(at: span.lowerBound, before: span.upperBound, in: text), verb.length == span.count {
            return .role(verb.role)
        }
        if text.equals(span, "责任") { return .role(.responsible) }
        guard let found = label(closing: span, in: text), span.count - found.length <= 12 else { return nil }
        return found.label
    }

    /// Whether a label may end at an offset, or white space stands before it: a quick look.
    @inline(__always)
    func mayCloseLabel(at offset: Int, in text: TextBytes) -> Bool {
        guard offset >= 2 else { return true }
        let last = text.bytes[offset - 1]
        // A0 and 80 may be those of white space.
        if last <= 0x20 || last == 0xA0 || last == 0x80 { return true }
        return labelEnds.mayContain(characterBefore: offset, in: text.bytes)
    }

    /// The label that a span ends in.
    func label(closing span: Range<Int>, in text: TextBytes) -> (label: Label, length: Int)? {
        labelIndex.longest(endingAt: span, in: text.bytes).map { (labels[$0.index], $0.byteCount) }
            ?? compoundLabel(closing: span, in: text)
    }

    private static let labelRoles: [(StaticString, Assignment.Role)] = [
        ("牵头", .lead), ("配合", .cooperate), ("协办", .cooperate), ("参与", .cooperate), ("指导", .guide), ("责任", .responsible),
        ("落实", .responsible), ("实施", .responsible),
    ]
    /// Bytes between the two words of a label that no list has: 牵头|考核|单位.
    private static let longestInfix = 12

    /// 单位, 部门, 主体, 机构: asked at each colon behind a character that some label ends in.
    @inline(__always)
    private func endsInLabelHead(_ span: Range<Int>, _ text: TextBytes) -> Bool {
        let before = text.code(at: span.upperBound - 6)
        switch text.code(at: span.upperBound - 3) {
        case "位": return before == "单"
        case "门": return before == "部"
        case "体": return before == "主"
        case "构": return before == "机"
        default: return false
        }
    }

    /// A label that says what the body is for besides: 牵头考核单位, 责任落实部门.
    private func compoundLabel(closing span: Range<Int>, in text: TextBytes) -> (label: Label, length: Int)? {
        guard span.count >= 18, endsInLabelHead(span, text) else { return nil }
        var start = span.upperBound - 15
        let floor = max(span.lowerBound, start - Self.longestInfix)
        while start >= floor {
            for (word, role) in Self.labelRoles where text.has(word, at: start) {
                guard text.isHan(at: start + 6), text.isHan(at: start + 9) else { return nil }
                return (.role(role), span.upperBound - start)
            }
            start -= 3
        }
        return nil
    }
}
