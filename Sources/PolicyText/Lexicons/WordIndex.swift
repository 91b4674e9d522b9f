/// Words by their first (or last) three bytes, so that a place in a text is compared with the few words that can match.
///
/// Lines are matched with hundreds of words; a list that is gone through for each line was nine tenths of a parse.
struct WordIndex: Sendable {
    /// Which end of the words the index goes by.
    enum End: Sendable { case first, last }

    private let end: End
    /// The words, one behind the other, and where each begins: an array of arrays would count references at every look.
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    /// For each of 256 hashes the first word of its chain, from 1; 0 for none.
    private var heads = [UInt16](repeating: 0, count: 256)
    /// For each word the next of its chain.
    private var next: [UInt16]

    /// Words shorter than three bytes are left out: no list has any.
    init(_ words: [[UInt8]], by end: End) {
        self.end = end
        for word in words {
            bytes += word
            starts.append(Int32(bytes.count))
        }
        next = [UInt16](repeating: 0, count: words.count)
        for (index, word) in words.enumerated() where word.count >= 3 {
            let start = end == .first ? 0 : word.count - 3
            let hash = Self.hash(word[start], word[start + 1], word[start + 2])
            next[index] = heads[hash]
            heads[hash] = UInt16(index + 1)
        }
    }

    @inline(__always)
    private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        Int((a &* 31) ^ (b &* 7) ^ c)
    }

    /// For each hash whether words begin, or end, with it: one look for several lists.
    var openers: [Bool] { heads.map { $0 > 0 } }

    @inline(__always)
    static func hash(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        hash(bytes[offset], bytes[offset + 1], bytes[offset + 2])
    }

    /// A quick look at three bytes, which tells most places from those where a word begins.
    @inline(__always)
    func mayOpen(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        heads[Self.hash(bytes[offset], bytes[offset + 1], bytes[offset + 2])] > 0
    }

    /// The index of the longest word that the bytes begin with at `offset`.
    func longest(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, before limit: Int) -> Int? {
        guard offset + 3 <= limit else { return nil }
        var candidate = heads[Self.hash(bytes[offset], bytes[offset + 1], bytes[offset + 2])]
        var best: Int?
        var longest = 0
        while candidate > 0 {
            let index = Int(candidate) - 1
            let length = byteCount(index)
            if length > longest, offset + length <= limit, matches(index, bytes, offset) {
                best = index
                longest = length
            }
            candidate = next[index]
        }
        return best
    }

    /// The index of the longest word that the bytes end in.
    func longestEnding(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let count = bytes.count
        guard count >= 3 else { return nil }
        var candidate = heads[Self.hash(bytes[count - 3], bytes[count - 2], bytes[count - 1])]
        var best: Int?
        var longest = 0
        while candidate > 0 {
            let index = Int(candidate) - 1
            let length = byteCount(index)
            if length > longest, length <= count, matches(index, bytes, count - length) {
                best = index
                longest = length
            }
            candidate = next[index]
        }
        return best
    }

    /// Whether any word stands anywhere in the bytes.
    func occurs(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while offset + 3 <= bytes.count {
            if mayOpen(at: offset, in: bytes), longest(at: offset, in: bytes, before: bytes.count) != nil {
                return true
            }
            // A word begins where a character does.
            let lead = bytes[offset]
            offset += lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        }
        return false
    }

    @inline(__always)
    func byteCount(_ index: Int) -> Int { Int(starts[index + 1] - starts[index]) }

    @inline(__always)
    private func matches(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        let start = Int(starts[index])
        for place in 0..<byteCount(index) where text[offset + place] != bytes[start + place] { return false }
        return true
    }
}
