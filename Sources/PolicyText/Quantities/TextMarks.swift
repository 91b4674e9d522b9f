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

    /// How many bits are set from `start` on, before `end`.
    @inline(__always)
    func count(from start: Int, before end: Int) -> Int {
        guard start < end else { return 0 }
        let last = (end &- 1) &>> 6
        var index = start &>> 6
        var word = words[index] & (~0 &<< UInt64(truncatingIfNeeded: start & 63))
        var count = 0
        while index < last {
            count &+= word.nonzeroBitCount
            index &+= 1
            word = words[index]
        }
        return count &+ (word & Self.before(end)).nonzeroBitCount
    }

    /// Writes where bits are set from `start` on, before `end`, as offsets from `start`, and returns how many.
    ///
    /// - Parameter places: Has room for as many as ``count(from:before:)`` says, and for four more.
    @inline(__always)
    func write(from start: Int, before end: Int, to places: UnsafeMutablePointer<Int32>) -> Int {
        guard start < end else { return 0 }
        let last = (end &- 1) &>> 6
        var index = start &>> 6
        var word = words[index] & (~0 &<< UInt64(truncatingIfNeeded: start & 63))
        var count = 0
        while true {
            if index == last { word &= Self.before(end) }
            let place = Int32(truncatingIfNeeded: index &<< 6 &- start)
            let found = word.nonzeroBitCount
            // Four without asking how many there are: more than that are rare.
            for step in 0..<4 {
                places[count &+ step] = place &+ Int32(truncatingIfNeeded: word.trailingZeroBitCount)
                word &= word &- 1
            }
            var step = 4
            while step < found {
                places[count &+ step] = place &+ Int32(truncatingIfNeeded: word.trailingZeroBitCount)
                word &= word &- 1
                step &+= 1
            }
            count &+= found
            guard index < last else { return count }
            index &+= 1
            word = words[index]
        }
    }

    /// The bits of the last word that stand before an end.
    @inline(__always)
    private static func before(_ end: Int) -> UInt64 {
        ~0 &>> UInt64(truncatingIfNeeded: 63 &- ((end &- 1) & 63))
    }
}
