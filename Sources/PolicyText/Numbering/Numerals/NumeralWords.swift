/// Words in which a numeral character is no number.
///
/// Only words that are not also read as a count; the list serves the scanner and is bound to stay short, since
/// quantities are told by their units, not by what they are not.
enum NumeralWords {
    private static let text = """
        一切 一看 一般 一律 一致 一定 一些 一样 一旦 一直 一起 一同 一并 一体 一带一路 一方面 一系列 一贯 一味 一向
        统一 唯一 万一 不一 单一 逐一 同一 专一 合一 一一
        四川 三亚 九江 六安 三明 四平 三峡 三沙 八达岭
        两岸 两两 两会 十足 十分
        零售 零件 零部件 零星 零散 零碎 零食 零工 零担 归零 清零 凋零
        """

    /// The words by their UTF-8, one behind the other, and each of their characters in a chain of those with a like last
    /// byte: most numbers are told from all words at once.
    private struct Table {
        struct Character {
            /// The word's first byte and the one behind it, and how far in it the character stands.
            var start: Int
            var end: Int
            var offset: Int
            /// The next of the chain, -1 for none.
            var next: Int
        }

        var bytes: [UInt8] = []
        var characters: [Character] = []
        var heads = [Int](repeating: -1, count: 256)
        /// A bit for each hash of a character and the one beside it, behind or before.
        var beside: (behind: [UInt64], before: [UInt64]) = (
            [UInt64](repeating: 0, count: 16), [UInt64](repeating: 0, count: 16)
        )

        init(_ words: [Substring]) {
            for word in words {
                let start = bytes.count
                bytes += word.utf8
                for offset in stride(from: 0, to: bytes.count - start - 2, by: 3) {
                    let last = Int(bytes[start + offset + 2])
                    let place = start + offset
                    if place + 6 <= bytes.count {
                        let hash = Self.hash(bytes[place + 2], bytes[place + 4], bytes[place + 5])
                        beside.behind[hash >> 6] |= 1 << UInt64(hash & 63)
                    }
                    if offset >= 3 {
                        let hash = Self.hash(bytes[place + 2], bytes[place - 2], bytes[place - 1])
                        beside.before[hash >> 6] |= 1 << UInt64(hash & 63)
                    }
                    characters.append(
                        Character(start: start, end: bytes.count, offset: offset, next: heads[last]))
                    heads[last] = characters.count - 1
                }
            }
        }

        @inline(__always)
        static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
            (Int(a) &* 37 &+ Int(b) &* 5 &+ Int(c)) & 1023
        }

        /// Whether what stands beside a numeral of one character may make a word with it.
        func mayHold(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
            let last = bytes[range.upperBound - 1]
            if range.upperBound + 3 <= bytes.count {
                let hash = Self.hash(last, bytes[range.upperBound + 1], bytes[range.upperBound + 2])
                if beside.behind[hash >> 6] >> UInt64(hash & 63) & 1 == 1 { return true }
            }
            guard range.lowerBound >= 3 else { return false }
            let hash = Self.hash(last, bytes[range.lowerBound - 2], bytes[range.lowerBound - 1])
            return beside.before[hash >> 6] >> UInt64(hash & 63) & 1 == 1
        }
    }

    private static let table = Table(text.split { $0 == " " || $0 == "\n" })

    /// Whether the range, a number by its characters, is part of a word.
    ///
    /// - Complexity: O(1): the words are few and short.
    static func holds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // Two characters of three bytes: the longest number that any of the words holds.
        guard range.count <= 6, range.count % 3 == 0 else { return false }
        guard range.count > 0, bytes[range.lowerBound] >= 0x80 else { return false }
        return holds(table, bytes, range)
    }

    private static func holds(_ table: borrowing Table, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // A word of one numeral has another character beside it.
        if range.count == 3, !table.mayHold(bytes, range) { return false }
        var next = table.heads[Int(bytes[range.lowerBound + 2])]
        while next >= 0 {
            let character = table.characters[next]
            let start = range.lowerBound - character.offset
            if character.offset + range.count <= character.end - character.start, start >= 0,
                matches(table.bytes, character.start..<character.end, bytes, at: start)
            {
                return true
            }
            next = character.next
        }
        return false
    }

    private static func matches(_ words: [UInt8], _ word: Range<Int>, _ bytes: Span<UInt8>, at start: Int) -> Bool {
        guard start + word.count <= bytes.count else { return false }
        for index in 0..<word.count where bytes[start + index] != words[word.lowerBound + index] { return false }
        return true
    }
}
