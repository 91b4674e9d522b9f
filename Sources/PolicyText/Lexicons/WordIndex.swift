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
    /// Whether a word begins (or ends) with a character, by the lower twelve bits of it: tells nearly all places at once. A
    /// word of bits for each second byte, a bit for each third.
    private var openers = [UInt64](repeating: 0, count: 64)
    /// For each of 256 hashes the first word of its chain, from 1; 0 for none: words of one character.
    private var heads = [UInt16](repeating: 0, count: 256)
    /// The same for longer words, by their first (or last) two characters: many words begin or end in the same one.
    private var longHeads = [UInt16](repeating: 0, count: 512)
    /// For each word the next of its chain.
    private var next: [UInt16] = []

    /// An index without words.
    init(by end: End) {
        self.end = end
    }

    /// Adds a word. Its index is the number of those before it; words shorter than three bytes are never found: no list
    /// has any.
    mutating func insert(_ word: UnsafeBufferPointer<UInt8>) {
        let index = next.count
        bytes.append(contentsOf: word)
        starts.append(Int32(bytes.count))
        next.append(0)
        guard word.count >= 3, index < Int(UInt16.max) - 1 else { return }
        let hash = Self.hash(at: end == .first ? 0 : word.count - 3, in: word)
        let edge = end == .first ? 0 : word.count - 3
        openers[Int(word[edge + 1] & 63)] |= 1 << UInt64(word[edge + 2] & 63)
        guard word.count >= 6 else {
            next[index] = heads[hash]
            heads[hash] = UInt16(index + 1)
            return
        }
        let second = end == .first ? 3 : word.count - 6
        let long = Self.hash(hash, word[second], word[second + 1], word[second + 2])
        next[index] = longHeads[long]
        longHeads[long] = UInt16(index + 1)
    }

    @inline(__always)
    private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        Int((a &* 31) ^ (b &* 7) ^ c)
    }

    /// Of a character's hash and another character.
    @inline(__always)
    private static func hash(_ first: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        (first << 1 ^ hash(a, b, c)) & 511
    }

    @inline(__always)
    static func hash(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        hash(bytes[offset], bytes[offset + 1], bytes[offset + 2])
    }

    @inline(__always)
    private func isOpener(_ second: UInt8, _ third: UInt8) -> Bool {
        openers[Int(second & 63)] &>> UInt64(third & 63) & 1 == 1
    }

    /// A quick look at three bytes, which tells most places from those where a word begins.
    @inline(__always)
    func mayOpen(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        isOpener(bytes[offset + 1], bytes[offset + 2])
    }

    /// The first character at or behind `start` where a word may begin, with three bytes before `limit`; `limit` for none.
    ///
    /// - Parameter limit: At most the number of bytes.
    func nextOpener(from start: Int, in bytes: UnsafeBufferPointer<UInt8>, before limit: Int) -> Int {
        precondition(start >= 0 && limit <= bytes.count)
        return openers.withUnsafeBufferPointer { openers in
            guard let base = bytes.baseAddress, let table = openers.baseAddress else { return limit }
            var offset = start
            while offset &+ 3 <= limit {
                // Six bits are one of 64 places.
                let row = table[Int(base[offset &+ 1] & 63)]
                if row &>> UInt64(base[offset &+ 2] & 63) & 1 == 1 { return offset }
                offset &+= base[offset].characterWidth
            }
            return limit
        }
    }

    /// The index of the longest word that the bytes begin with at `offset`.
    func longest(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, before limit: Int) -> Int? {
        guard offset + 3 <= limit else { return nil }
        guard mayOpen(at: offset, in: bytes) else { return nil }
        let hash = Self.hash(at: offset, in: bytes)
        if offset + 6 <= limit {
            let long = Self.hash(hash, bytes[offset + 3], bytes[offset + 4], bytes[offset + 5])
            if let found = longest(longHeads[long], in: bytes, offset..<limit) { return found }
        }
        return longest(heads[hash], in: bytes, offset..<limit)
    }

    /// The index of the longest word that the bytes end in.
    func longestEnding(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let count = bytes.count
        guard count >= 3 else { return nil }
        guard mayOpen(at: count - 3, in: bytes) else { return nil }
        let hash = Self.hash(at: count - 3, in: bytes)
        if count >= 6 {
            let long = Self.hash(hash, bytes[count - 6], bytes[count - 5], bytes[count - 4])
            if let found = longest(longHeads[long], in: bytes, 0..<count) { return found }
        }
        return longest(heads[hash], in: bytes, 0..<count)
    }

    /// The longest word of a chain that a range begins with, or ends in.
    @inline(__always)
    private func longest(_ head: UInt16, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var candidate = head
        var best: Int?
        var longest = 0
        while candidate > 0 {
            let index = Int(candidate) - 1
            let length = byteCount(index)
            let start = end == .first ? range.lowerBound : range.upperBound - length
            if length > longest, length <= range.count, matches(index, bytes, start) {
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
            offset += bytes[offset].characterWidth
        }
        return false
    }

    @inline(__always)
    func byteCount(_ index: Int) -> Int { Int(starts[index + 1] - starts[index]) }

    /// Whether a word stands at an offset, behind which the text has as many bytes: eight a step.
    @inline(__always)
    private func matches(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        let count = byteCount(index)
        let raw = UnsafeRawBufferPointer(text)
        return bytes.withUnsafeBytes { words in
            var word = Int(starts[index])
            var place = offset
            let end = offset &+ count
            while place &+ 8 <= end {
                let one = words.loadUnaligned(fromByteOffset: word, as: UInt64.self)
                guard one == raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) else { return false }
                word &+= 8
                place &+= 8
            }
            guard place < end else { return true }
            if word &+ 8 <= words.count, place &+ 8 <= raw.count {
                let one = UInt64(littleEndian: words.loadUnaligned(fromByteOffset: word, as: UInt64.self))
                let other = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                // What stands behind the word is left out.
                return (one ^ other) << UInt64(64 &- 8 &* (end &- place)) == 0
            }
            while place < end {
                if words[word] != raw[place] { return false }
                word &+= 1
                place &+= 1
            }
            return true
        }
    }
}
