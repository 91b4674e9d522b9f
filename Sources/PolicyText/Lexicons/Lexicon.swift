/// A word list: one entry a line, `#` opens a comment, a tab divides an entry from its value.
///
/// The lists are text files beside this one, compiled in; callers add words through ``ParserOptions``.
struct Lexicon: Sendable {
    struct Entry: Sendable {
        var word: [UInt8]
        var value: [UInt8]
    }

    private(set) var entries: [Entry] = []

    init(text: [UInt8], adding extra: [String] = []) {
        for line in text.split(separator: 0x0A) where line.first != 0x23 {
            add(line)
        }
        for word in extra { add(Array(word.utf8)[...]) }
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        let fields = line.split(separator: 0x09, maxSplits: 1)
        guard let word = fields.first, !word.isEmpty else { return }
        entries.append(Entry(word: Array(word), value: Array(fields.last ?? word)))
    }
}
