import CTextScan

/// Where numbers may begin in a text, and where punctuation may stand: one pass over the bytes, which spares all others.
struct TextMarks: ~Copyable {
    private let words: UnsafeMutablePointer<UInt64>
    private let wordCount: Int

    /// - Complexity: O(bytes), in vectors.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        wordCount = bytes.count / 64 + 1
        words = .allocate(capacity: 2 * wordCount)
        guard let start = bytes.baseAddress else {
            words.initialize(repeating: 0, count: 2 * wordCount)
            return
        }
        ctextscan_numerals(start, bytes.count, Self.table, words, words + wordCount)
    }

    /// Made once, and never changed: for a short text it would cost more than the text.
    private nonisolated(unsafe) static let table: UnsafePointer<ctextscan_numeral_table> = {
        let table = UnsafeMutablePointer<ctextscan_numeral_table>.allocate(capacity: 1)
        ctextscan_make_numeral_table(table)
        return UnsafePointer(table)
    }()

    deinit { words.deallocate() }

    /// Digits, Chinese numerals, 半, 翻, 年 and 世.
    var numerals: BitRow { BitRow(words: words) }
    /// What ends a clause, opens a bracket or closes it, with a few signs more.
    var punctuation: BitRow { BitRow(words: words + wordCount) }
}

/// A bit for each byte of a text; not to be used beyond the life of its ``TextMarks``.
struct BitRow {
    fileprivate let words: UnsafePointer<UInt64>

    @inline(__always)
    func isSet(_ index: Int) -> Bool { words[index &>> 6] &>> UInt64(truncatingIfNeeded: index & 63) & 1 == 1 }

    /// The first bit that is set at `start` or behind it; `end` where there is none before.
    @inline(__always)
    func next(from start: Int, before end: Int) -> Int {
        guard start < end else { return end }
        var index = start &>> 6
        var word = words[index] & (~0 &<< UInt64(truncatingIfNeeded: start & 63))
        let last = (end &- 1) &>> 6
        while word == 0 {
            guard index < last else { return end }
            index &+= 1
            word = words[index]
        }
        return min(index &<< 6 | word.trailingZeroBitCount, end)
    }

    /// Visits the bits that are set from `start` on, before `end`.
    @inline(__always)
    func forEach(from start: Int, before end: Int, _ body: (Int) -> Void) {
        guard start < end else { return }
        let last = (end &- 1) &>> 6
        var index = start &>> 6
        var word = words[index] & (~0 &<< UInt64(truncatingIfNeeded: start & 63))
        while true {
            while word != 0 {
                let place = index &<< 6 | word.trailingZeroBitCount
                guard place < end else { return }
                body(place)
                word &= word &- 1
            }
            guard index < last else { return }
            index &+= 1
            word = words[index]
        }
    }
}
