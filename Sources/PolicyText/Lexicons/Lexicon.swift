import CLexicons

/// A word list: one entry a line, `#` opens a comment, a tab divides an entry from its value.
///
/// The lists are text files in `Sources/CLexicons`, compiled in; callers add words through ``ParserOptions``.
struct Lexicon: Sendable {
    struct Entry: Sendable {
        var word: [UInt8]
        var value: [UInt8]
    }

    private(set) var entries: [Entry] = []

    /// A list without words.
    init() {}

    /// A list as it was compiled in: bytes that live as long as the program.
    typealias Text = UnsafeBufferPointer<UInt8>

    static func text(_ list: lexicon_text) -> Text { Text(start: list.bytes, count: list.count) }

    init(_ list: lexicon_text, adding extra: [String] = []) {
        let text = Self.text(list)
        for line in text.split(separator: 0x0A) where line.first != 0x23 {
            add(line)
        }
        for word in extra { add(Array(word.utf8)) }
    }

    private mutating func add(_ line: some Collection<UInt8>) {
        let fields = line.split(separator: 0x09, maxSplits: 1)
        guard let word = fields.first, !word.isEmpty else { return }
        entries.append(Entry(word: Array(word), value: Array(fields.last ?? word)))
    }
}
