/// The words that show what a quantity is for; `Lexicons/target-words.txt`.
final class TargetWords: Sendable {
    /// What a word does. Raw values are those of the file.
    enum Category: String, Sendable {
        case reach, exceed, atLeast, atMost, approx, increase, decrease, adverb
        case perYear, perHalfYear, perQuarter, perMonth, perWeek, perDay, perTerm
        /// 年产, 日处理: a rate where the number follows, part of a name elsewhere (年产量).
        case yearlyOutput, dailyOutput
        case verb, verbIncrease, verbDecrease, shortVerb, cover
        case opener, verbOpener, scope, keep
        case incentive, result, parameter, resultHeading, thresholdHeading, incentiveHeading
        case cut
        /// Words that begin like one of those and do not end a noun phrase: 供养 is not 供.
        case noCut
        case grant

        var per: String? {
            switch self {
            case .perYear, .yearlyOutput: "year"
            case .perHalfYear: "half-year"
            case .perQuarter: "quarter"
            case .perMonth: "month"
            case .perWeek: "week"
            case .perDay, .dailyOutput: "day"
            case .perTerm: "term"
            default: nil
            }
        }

        var isBinder: Bool {
            switch self {
            case .reach, .exceed, .atLeast, .atMost, .approx, .increase, .decrease, .adverb: true
            default: per != nil
            }
        }

        var isVerb: Bool {
            switch self {
            case .verb, .verbIncrease, .verbDecrease, .cover: true
            default: false
            }
        }
    }

    /// A word of the list.
    struct Word {
        let bytes: UnsafeBufferPointer<UInt8>
        let category: Slice<UnsafeBufferPointer<UInt8>>
        /// Characters behind and before it that may make another word with its end or its beginning.
        let behind: Slice<UnsafeBufferPointer<UInt8>>
        let before: Slice<UnsafeBufferPointer<UInt8>>

        init(_ bytes: UnsafeBufferPointer<UInt8>, fields: UnsafeBufferPointer<UInt8>) {
            self.bytes = bytes
            var rest = fields[...]
            category = Self.field(&rest)
            behind = Self.field(&rest)
            before = Self.field(&rest)
        }

        /// Takes what stands before the next tab; nothing for "-".
        private static func field(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>)
            -> Slice<UnsafeBufferPointer<UInt8>>
        {
            let end = rest.firstIndex(of: 0x09) ?? rest.endIndex
            let field = rest[rest.startIndex..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            return field.elementsEqual([0x2D]) ? field.prefix(0) : field
        }
    }

    /// Characters of three bytes for each of the words, one behind the other.
    private struct CharacterLists: Sendable {
        private var bytes: [UInt8] = []
        private var starts: [Int32] = [0]

        mutating func append(_ characters: Slice<UnsafeBufferPointer<UInt8>>) {
            bytes += characters
            starts.append(Int32(bytes.count))
        }

        /// Whether the character at an offset is one of a word's.
        func holds(_ text: ByteText, at offset: Int, in word: Int) -> Bool {
            guard offset >= 0, offset + 3 <= text.count else { return false }
            var place = Int(starts[word])
            let stop = Int(starts[word + 1])
            while place + 3 <= stop {
                if bytes[place] == text.bytes[offset], bytes[place + 1] == text.bytes[offset + 1],
                    bytes[place + 2] == text.bytes[offset + 2]
                {
                    return true
                }
                place += 3
            }
            return false
        }
    }

    /// Words with their categories, by their first or last character. Not to be copied: a copy counts a dozen references.
    struct Index: ~Copyable, Sendable {
        private var index: WordIndex
        private var categories: [Category] = []
        /// The characters before which words may end inside others.
        private var behind = CharacterLists()
        /// The characters behind which they may begin inside others.
        private var before = CharacterLists()

        init(by end: WordIndex.End) {
            index = WordIndex(by: end)
        }

        mutating func insert(_ word: Word, _ category: Category) {
            index.insert(word.bytes)
            categories.append(category)
            behind.append(word.behind)
            before.append(word.before)
        }

        /// The longest word at `offset`, before `limit`.
        @inline(__always)
        func at(_ offset: Int, in text: ByteText, before limit: Int) -> (end: Int, category: Category, number: Int)? {
            guard offset + 3 <= limit, index.mayOpen(at: offset, in: text.bytes),
                let found = index.longest(at: offset, in: text.bytes, before: limit)
            else { return nil }
            return (offset + index.byteCount(found), categories[found], found)
        }

        /// The first place at or behind `start` where a word stands that ends before `limit`.
        func first(from start: Int, in text: ByteText, before limit: Int) -> (start: Int, end: Int, category: Category)?
        {
            let limit = min(limit, text.count)
            var offset = max(start, 0)
            while true {
                offset = index.nextOpener(from: offset, in: text.bytes, before: limit)
                guard offset < limit else { return nil }
                if let found = index.longest(at: offset, in: text.bytes, before: limit) {
                    return (offset, offset + index.byteCount(found), categories[found])
                }
                offset += text.width(at: offset)
            }
        }

        /// Whether what follows a word may make another one with the word's end: 在 before 校.
        func mayJoin(_ word: Int, in text: ByteText, at end: Int) -> Bool {
            behind.holds(text, at: end, in: word)
        }

        /// Whether what stands before a word may make another one with its beginning: 到 before 达.
        func mayJoin(_ word: Int, in text: ByteText, before start: Int) -> Bool {
            before.holds(text, at: start - 3, in: word)
        }

        /// The longest word that ends at `end` and begins at `start` or behind it.
        func endingAt(_ end: Int, in text: ByteText, from start: Int) -> (start: Int, category: Category, number: Int)?
        {
            guard end > start, end <= text.count,
                let found = index.longestEnding(UnsafeBufferPointer(rebasing: text.bytes[start..<end]))
            else { return nil }
            return (end - index.byteCount(found), categories[found], found)
        }
    }

    /// What stands before a number and binds it, by the last character.
    let binders: Index
    /// Verbs, by the first character and by the last.
    let verbs: Index
    let verbEndings: Index
    /// What opens a clause and is no part of an indicator.
    let openers: Index
    /// Subsidies, results, parameters.
    let cues: Index
    /// Endings of headings that say what all quantities below them are for.
    let headings: Index
    /// Words of a sentence that grants or charges something.
    let grants: Index
    /// Where a noun phrase behind a number ends.
    let cuts: Index

    init(_ lexicon: Lexicon) {
        var binders = Index(by: .last)
        var verbs = Index(by: .first)
        var verbEndings = Index(by: .last)
        var openers = Index(by: .first)
        var cues = Index(by: .first)
        var headings = Index(by: .last)
        var grants = Index(by: .first)
        var cuts = Index(by: .first)
        // Words of a category stand together.
        var last = (name: "", category: Category?.none)
        lexicon.forEachEntry { word, value in
            let word = Word(word, fields: value)
            let name = String(decoding: word.category, as: UTF8.self)
            if name != last.name { last = (name, Category(rawValue: name)) }
            guard let category = last.category else { return }
            if category.isBinder { binders.insert(word, category) }
            if category.isVerb { verbs.insert(word, category) }
            if category.isVerb || category == .shortVerb { verbEndings.insert(word, category) }
            switch category {
            case .opener, .verbOpener, .scope, .keep: openers.insert(word, category)
            case .incentive, .result, .parameter: cues.insert(word, category)
            case .resultHeading, .thresholdHeading, .incentiveHeading: headings.insert(word, category)
            case .grant: grants.insert(word, category)
            case .cut, .noCut: cuts.insert(word, category)
            case .yearlyOutput, .dailyOutput: break
            default: if category.per != nil { openers.insert(word, category) }
            }
        }
        self.binders = binders
        self.verbs = verbs
        self.verbEndings = verbEndings
        self.openers = openers
        self.cues = cues
        self.headings = headings
        self.grants = grants
        self.cuts = cuts
    }
}
