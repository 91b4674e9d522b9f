/// The characters of a clause that something may begin, end or divide at: punctuation, and the first characters of verbs and
/// conjunctions.
///
/// The inside of a bracket is divided again and again: into sentences, segments, parts before verbs, lists and names. It is
/// gone through once, and then only its marks are.
final class ClauseMarks {
    struct Kinds: OptionSet {
        let rawValue: UInt16

        /// （〔( and ）〕)
        static let open = Kinds(rawValue: 1)
        static let close = Kinds(rawValue: 2)
        /// ：
        static let colon = Kinds(rawValue: 4)
        /// ，
        static let comma = Kinds(rawValue: 8)
        /// 。 ends sentences; ； does, too, and divides lists.
        static let stop = Kinds(rawValue: 16)
        static let semicolon = Kinds(rawValue: 32)
        static let space = Kinds(rawValue: 64)
        /// 、 and /
        static let enumeration = Kinds(rawValue: 128)
        /// What a verb or 会同 may begin with.
        static let verb = Kinds(rawValue: 256)
        /// 和, 与, 及, 暨, 以及
        static let conjunction = Kinds(rawValue: 512)
        /// 等
        static let rest = Kinds(rawValue: 1_024)
        /// 牵
        static let lead = Kinds(rawValue: 2_048)

        /// What stands in tables only: the lowest bits of the character's first byte.
        static let first = Kinds(rawValue: 0xF000)

        static let brackets: Kinds = [.open, .close]
    }

    struct Mark {
        let offset: Int32
        let kinds: Kinds

        var place: Int { Int(offset) }
    }

    let text: TextBytes
    private let words: DutyWords
    @exclusivity(unchecked) private var marks = Scratch<Mark>(capacity: 256)
    /// What the marks are those of.
    @exclusivity(unchecked) private var covered = 0..<0

    init(text: TextBytes, words: DutyWords) {
        self.text = text
        self.words = words
    }

    var count: Int { marks.count }

    @inline(__always)
    subscript(index: Int) -> Mark { marks[index] }

    /// Finds the marks of a span, unless they are there, and returns the index of the first.
    @inline(__always)
    func cover(_ span: Range<Int>) -> Int {
        if span.lowerBound < covered.lowerBound || span.upperBound > covered.upperBound { find(in: span) }
        return first(from: span.lowerBound)
    }

    /// The index of the first mark at or behind an offset.
    func first(from offset: Int) -> Int {
        // Mostly that of what is covered.
        if offset <= covered.lowerBound { return 0 }
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if Int(marks[middle].offset) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a span, which is covered, has a mark of a kind.
    func has(_ kind: Kinds, in span: Range<Int>) -> Bool {
        var index = first(from: span.lowerBound)
        while index < marks.count, marks[index].place < span.upperBound {
            if marks[index].kinds.contains(kind) { return true }
            index += 1
        }
        return false
    }

    // MARK: - Finding

    private func find(in span: Range<Int>) {
        covered = span
        marks.leave(0)
        let bytes = text.bytes
        let table = words.kinds
        var offset = span.lowerBound
        while offset < span.upperBound {
            let byte = bytes[offset]
            let place = offset
            let kinds: Kinds
            if byte >= 0xE0, byte < 0xF0, offset &+ 3 <= bytes.count {
                offset &+= 3
                let seen = table.look(bytes[place &+ 1], bytes[place &+ 2])
                if seen.isEmpty { continue }
                kinds = self.kinds(seen, byte, place)
            } else if byte < 0x80 {
                kinds = Self.kinds(ofNarrow: byte)
                offset &+= 1
            } else {
                kinds = text.spaceWidth(at: offset, before: span.upperBound) == nil ? [] : .space
                offset &+= text.width(at: offset)
            }
            if !kinds.isEmpty { marks.append(Mark(offset: Int32(truncatingIfNeeded: place), kinds: kinds)) }
        }
    }

    @inline(__always)
    private static func kinds(ofNarrow byte: UInt8) -> Kinds {
        switch byte {
        case 0x28: .open
        case 0x29: .close
        case 0x2C: .comma
        case 0x2F: .enumeration
        case 0x3A: .colon
        case 0x3B: .semicolon
        case 0x20, 0x09, 0x0A, 0x0D: .space
        default: []
        }
    }

    /// What a wide character is that has an entry in the table.
    @inline(__always)
    private func kinds(_ seen: Kinds, _ first: UInt8, _ offset: Int) -> Kinds {
        let expected = seen.rawValue >> 12
        // The table has no room for two characters that differ in their first byte alone; 以 depends on the next one.
        guard expected != 0 else { return kinds(ofShared: seen, text.code(at: offset), offset) }
        return expected == UInt16(first & 0xF) ? seen.subtracting(.first) : []
    }

    @inline(never)
    private func kinds(ofShared seen: Kinds, _ code: UInt32, _ offset: Int) -> Kinds {
        seen.intersection(.verb).union(Self.kinds(ofMark: code)).union(
            code == "以" && text.code(at: offset + 3) == "及" ? .conjunction : [])
    }

    private static func kinds(ofMark code: UInt32) -> Kinds {
        switch code {
        case "（", "〔": .open
        case "）", "〕": .close
        case "：": .colon
        case "，": .comma
        case "。": .stop
        case "；": .semicolon
        case "\u{3000}": .space
        case "、", "､": .enumeration
        case "和", "与", "及", "暨": .conjunction
        case "等": .rest
        case "牵": .lead
        default: []
        }
    }

    // MARK: - Characters

    /// For the last two bytes of each wide character what it is, and its first byte; without that where several that are
    /// marks or begin verbs have the same last bytes.
    ///
    /// In memory that the owner deallocates: an array would count references at every look.
    struct Table: @unchecked Sendable {
        private let kinds = UnsafeMutablePointer<Kinds>.allocate(capacity: 4_096)

        init() {
            kinds.initialize(repeating: [], count: 4_096)
            for word: StaticString in [
                "（", "〔", "）", "〕", "：", "，", "。", "；", "\u{3000}", "、", "､", "和", "与", "及", "暨", "等", "牵",
            ] {
                let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
                insert(ClauseMarks.kinds(ofMark: TextBytes(bytes).code(at: 0)), for: bytes)
            }
            // What it is depends on what follows.
            let word: StaticString = "以"
            kinds[Self.index(word.utf8Start[1], word.utf8Start[2])] = .conjunction
        }

        /// Notes the first character of a word; narrow ones are left out.
        func insert(_ kind: Kinds, for word: UnsafeBufferPointer<UInt8>) {
            guard word.count >= 3, word[0] & 0xF0 == 0xE0 else { return }
            let index = Self.index(word[1], word[2])
            let known = kinds[index]
            let first = Kinds(rawValue: UInt16(word[0] & 0xF) << 12)
            let isAlone = known.isEmpty || known.intersection(.first) == first && !known.isDisjoint(with: .first)
            kinds[index] = known.subtracting(.first).union(kind).union(isAlone ? first : [])
        }

        @inline(__always)
        private static func index(_ second: UInt8, _ third: UInt8) -> Int {
            Int(second & 0x3F) << 6 | Int(third & 0x3F)
        }

        @inline(__always)
        func look(_ second: UInt8, _ third: UInt8) -> Kinds { kinds[Self.index(second, third)] }

        func deallocate() { kinds.deallocate() }
    }
}
