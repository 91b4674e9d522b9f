import CLexicons

/// A word list: one entry a line, `#` opens a comment, a tab divides an entry from its value.
///
/// The lists are text files in `Sources/CLexicons`, compiled in; callers add words through ``ParserOptions``. Entries
/// are handed on as they lie in memory: a tool that reads a single notice takes up thousands of them each time.
struct Lexicon {
    /// A list as it was compiled in, or a part of it: bytes that live as long as the program.
    typealias Text = UnsafeBufferPointer<UInt8>

    private let list: Text
    /// Entries of the caller.
    private let extra: [String]

    /// A list without words.
    static var empty: Lexicon { Lexicon(Text(start: nil, count: 0)) }

    init(_ list: lexicon_text, adding extra: [String] = []) {
        self.init(Self.text(list), adding: extra)
    }

    private init(_ list: Text, adding extra: [String] = []) {
        self.list = list
        self.extra = extra
    }

    static func text(_ list: lexicon_text) -> Text { Text(start: list.bytes, count: list.count) }

    /// Calls `body` for each word with its value, which is the word itself where none is given.
    ///
    /// The bytes of the caller's entries are those of a string, and gone when `body` is back.
    func forEachEntry(_ body: (_ word: Text, _ value: Text) -> Void) {
        list.forEachField(before: 0x0A) { if $0[0] != 0x23 { Self.hand($0, to: body) } }
        for entry in extra {
            var entry = entry
            entry.withUTF8 { Self.hand($0, to: body) }
        }
    }

    /// Calls `body` for each word of a class: rows are a class, a tab and words with spaces between them; a class may
    /// have several rows.
    func forEachWord(of name: String, _ body: (Text) -> Void) {
        var name = name
        name.withUTF8 { name in
            forEachEntry { word, words in
                if word.elementsEqual(name) { words.forEachField(before: 0x20, body) }
            }
        }
    }

    private static func hand(_ line: Text, to body: (_ word: Text, _ value: Text) -> Void) {
        guard let start = line.firstIndex(where: { $0 != 0x09 }) else { return }
        guard let tab = line[start...].firstIndex(of: 0x09) else {
            let word = Text(rebasing: line[start...])
            return body(word, word)
        }
        let word = Text(rebasing: line[start..<tab])
        body(word, tab + 1 < line.count ? Text(rebasing: line[(tab + 1)...]) : word)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Calls `body` for each part between two marks that is not empty.
    @inline(__always)
    func forEachField(before mark: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var start = 0
        while start < count {
            var end = start
            while end < count, self[end] != mark { end += 1 }
            if end > start { body(UnsafeBufferPointer(rebasing: self[start..<end])) }
            start = end + 1
        }
    }

    /// Whether the bytes are those of a word.
    @inline(__always)
    func equals(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != word.utf8Start[index] { return false }
        return true
    }
}
