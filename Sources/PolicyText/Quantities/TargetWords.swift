/// The words that show what a quantity is for; `Lexicons/target-words.txt`.
final class TargetWords: Sendable {
    /// What a word does. Raw values are those of the file.
    enum Category: String, Sendable {
        case reach, exceed, atLeast, atMost, approx, increase, decrease, adverb
        case perYear, perHalfYear, perQuarter, perMonth, perWeek, perDay, perTerm
        case verb, verbIncrease, verbDecrease, shortVerb, cover
        case opener, verbOpener, scope, keep
        case incentive, result, parameter, resultHeading, thresholdHeading, incentiveHeading
        case cut
        case grant

        var per: String? {
            switch self {
            case .perYear: "year"
            case .perHalfYear: "half-year"
            case .perQuarter: "quarter"
            case .perMonth: "month"
            case .perWeek: "week"
            case .perDay: "day"
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

    /// Words with their categories, by their first or last character.
    struct Index: Sendable {
        private var index: WordIndex
        private var categories: [Category] = []
        /// The characters of three bytes before which words may end inside others, one behind the other, and where each word's
        /// begin.
        private var joining: [UInt8] = []
        private var joiningStarts: [Int32] = [0]

        init(by end: WordIndex.End) {
            index = WordIndex(by: end)
        }

        mutating func insert(
            _ word: UnsafeBufferPointer<UInt8>, _ category: Category, _ joining: UnsafeBufferPointer<UInt8>
        ) {
            index.insert(word)
            categories.append(category)
            self.joining += joining
            joiningStarts.append(Int32(self.joining.count))
        }

        /// The longest word at `offset`, before `limit`.
        @inline(__always)
        func at(_ offset: Int, in text: ByteText, before limit: Int) -> (end: Int, category: Category, number: Int)? {
            guard offset + 3 <= limit, index.mayOpen(at: offset, in: text.bytes),
                let found = index.longest(at: offset, in: text.bytes, before: limit)
            else { return nil }
            return (offset + index.byteCount(found), categories[found], found)
        }

        /// Whether what follows a word may make another one with the word's end: 在 before 校.
        func mayJoin(_ word: Int, in text: ByteText, at end: Int) -> Bool {
            guard end + 3 <= text.count else { return false }
            var place = Int(joiningStarts[word])
            let stop = Int(joiningStarts[word + 1])
            while place + 3 <= stop {
                if joining[place] == text.bytes[end], joining[place + 1] == text.bytes[end + 1],
                    joining[place + 2] == text.bytes[end + 2]
                {
                    return true
                }
                place += 3
            }
            return false
        }

        /// The longest word that ends at `end` and begins at `start` or behind it.
        func endingAt(_ end: Int, in text: ByteText, from start: Int) -> (start: Int, category: Category)? {
            guard end > start, end <= text.count,
                let found = index.longestEnding(UnsafeBufferPointer(rebasing: text.bytes[start..<end]))
            else { return nil }
            return (end - index.byteCount(found), categories[found])
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
        var (binders, verbs, verbEndings) = (Index(by: .last), Index(by: .first), Index(by: .last))
        var (openers, cues, headings) = (Index(by: .first), Index(by: .first), Index(by: .last))
        var (grants, cuts) = (Index(by: .first), Index(by: .first))
        // Words of a category stand together.
        var last = (name: "", category: Category?.none)
        lexicon.forEachEntry { word, value in
            let end = value.firstIndex(of: 0x09) ?? value.count
            let name = String(decoding: value[..<end], as: UTF8.self)
            if name != last.name { last = (name, Category(rawValue: name)) }
            guard let category = last.category else { return }
            let joining = UnsafeBufferPointer(rebasing: value[min(end + 1, value.count)...])
            if category.isBinder { binders.insert(word, category, joining) }
            if category.isVerb { verbs.insert(word, category, joining) }
            if category.isVerb || category == .shortVerb { verbEndings.insert(word, category, joining) }
            switch category {
            case .opener, .verbOpener, .scope, .keep: openers.insert(word, category, joining)
            case .incentive, .result, .parameter: cues.insert(word, category, joining)
            case .resultHeading, .thresholdHeading, .incentiveHeading: headings.insert(word, category, joining)
            case .grant: grants.insert(word, category, joining)
            case .cut: cuts.insert(word, category, joining)
            default: if category.per != nil { openers.insert(word, category, joining) }
            }
        }
        (self.binders, self.verbs, self.verbEndings) = (binders, verbs, verbEndings)
        (self.openers, self.cues, self.headings) = (openers, cues, headings)
        (self.grants, self.cuts) = (grants, cuts)
    }
}
