/// The words that give organisations a task, from `duty-words.txt`, ready for matching.
final class DutyWords: Sendable {
    /// What a label before a colon opens.
    enum Label: Sendable, Equatable {
        case role(Assignment.Role)
        case deadline
        /// Some other field, which ends the list before it: 责任领导：
        case other
    }

    /// Words of one class, by their first or last characters.
    struct Words: Sendable {
        private let index: WordIndex

        init(_ index: WordIndex) { self.index = index }

        /// The words of a class.
        init(_ name: String, of lexicon: Lexicon, by end: WordIndex.End) {
            var index = WordIndex(by: end)
            lexicon.forEachWord(of: name) { index.insert($0) }
            self.index = index
        }

        /// The length of the longest word that a span begins with.
        @inline(__always)
        func opening(_ span: Range<Int>, in text: TextBytes) -> Int? {
            guard span.count >= 3 else { return nil }
            return index.longest(at: span.lowerBound, in: text.bytes, before: span.upperBound).map(index.byteCount)
        }

        /// The length of the longest word that a span ends in.
        @inline(__always)
        func closing(_ span: Range<Int>, in text: TextBytes) -> Int? {
            index.longestEnding(UnsafeBufferPointer(rebasing: text.bytes[span])).map(index.byteCount)
        }
    }

    private let verbIndex: WordIndex
    private let verbRoles: [Assignment.Role]
    /// For each hash of a character whether a verb, or 会同 and its like, may begin with it.
    private let verbOpeners: [Bool]
    private let labelIndex: WordIndex
    private let labels: [Label]
    /// 会同 and its like.
    let with: Words
    let adverbs: Words
    let modals: Words
    /// What makes a noun of 牵头 or 负责 before it.
    private let nouns: Words
    /// Verbs that begin like one of these: 制定 is not the 制 of 负责制.
    private let notNouns: Words
    /// 部门 and its like behind 等.
    let rests: NameTable

    init(_ lexicon: Lexicon) {
        var verbs = WordIndex(by: .first)
        var openers = WordIndex(by: .first)
        var roles: [Assignment.Role] = []
        var labelWords = WordIndex(by: .last)
        var labels: [Label] = []
        func addLabels(_ name: String, _ label: Label) {
            lexicon.forEachWord(of: name) {
                labelWords.insert($0)
                labels.append(label)
            }
        }
        for role in Assignment.Role.allCases {
            lexicon.forEachWord(of: role.rawValue) {
                verbs.insert($0)
                openers.insert($0)
                roles.append(role)
            }
            addLabels("label.\(role.rawValue)", .role(role))
        }
        addLabels("label.deadline", .deadline)
        addLabels("label.none", .other)
        lexicon.forEachWord(of: "with") { openers.insert($0) }
        verbIndex = verbs
        verbRoles = roles
        verbOpeners = openers.openers
        labelIndex = labelWords
        self.labels = labels
        with = Words("with", of: lexicon, by: .first)
        adverbs = Words("adverb", of: lexicon, by: .last)
        modals = Words("modal", of: lexicon, by: .last)
        nouns = Words("noun", of: lexicon, by: .first)
        notNouns = Words("notnoun", of: lexicon, by: .first)
        var rests = NameTable(capacity: 32)
        lexicon.forEachWord(of: "rest") { rests.insert($0, 0) }
        self.rests = rests
    }

    /// A quick look at a character, which tells most places from those where a verb or 会同 stands.
    @inline(__always)
    func mayOpenVerb(at offset: Int, before end: Int, in text: TextBytes) -> Bool {
        text.bytes[offset] >= 0xE0 && offset + 3 <= end && verbOpeners[WordIndex.hash(at: offset, in: text.bytes)]
    }

    /// The verb that stands at an offset, and its role.
    @inline(__always)
    func verb(at offset: Int, before end: Int, in text: TextBytes) -> (role: Assignment.Role, length: Int)? {
        verbIndex.longest(at: offset, in: text.bytes, before: end).map { (verbRoles[$0], verbIndex.byteCount($0)) }
    }

    /// Whether a span makes a noun of the 牵头 or 负责 before it: 牵头|单位.
    func opensNoun(_ span: Range<Int>, in text: TextBytes) -> Bool {
        guard let length = nouns.opening(span, in: text) else { return false }
        return notNouns.opening(span, in: text) ?? 0 < length
    }

    /// The label that a span ends in.
    func label(closing span: Range<Int>, in text: TextBytes) -> (label: Label, length: Int)? {
        labelIndex.longestEnding(UnsafeBufferPointer(rebasing: text.bytes[span]))
            .map { (labels[$0], labelIndex.byteCount($0)) }
    }
}
