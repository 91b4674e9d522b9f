/// Words found by their ends, of which many have the same last characters: 责任单位, 牵头单位, 配合单位.
///
/// A text is gone through from its end, character by character, as long as some word goes on: no word is compared but the
/// one that is found.
struct EndingTable: Sendable {
    private var blob: [UInt8] = []
    private var starts: [Int32] = [0]
    /// The hashes of all ends of words, by open addressing; 0 for an empty place.
    private var hashes = [UInt32](repeating: 0, count: 64)
    /// For each of these the word that is no longer, from 1; 0 where the end is not a whole word.
    private var words = [UInt16](repeating: 0, count: 64)
    private var endCount = 0

    /// Adds a word. Its index is the number of those before it.
    ///
    /// - Returns: The index of the same word, if it was added before; the new one is found in its place.
    @discardableResult
    mutating func insert(_ word: some Collection<UInt8>) -> Int? {
        let start = blob.count
        blob.append(contentsOf: word)
        starts.append(Int32(blob.count))
        guard starts.count <= Int(UInt16.max) else { return nil }
        let bytes = blob
        return bytes.withUnsafeBufferPointer { bytes in
            var hash = Self.seed
            var offset = bytes.count
            var previous: Int?
            while offset > start {
                hash = Self.mix(hash, Self.character(bytes, before: &offset, from: start))
                previous = add(Self.key(hash), isWhole: offset == start)
            }
            return previous
        }
    }

    private mutating func add(_ key: UInt32, isWhole: Bool) -> Int? {
        if (endCount + 1) * 2 > hashes.count { grow() }
        let slot = slot(of: key)
        if hashes[slot] == 0 {
            hashes[slot] = key
            endCount += 1
        }
        guard isWhole else { return nil }
        let previous = Int(words[slot]) - 1
        words[slot] = UInt16(starts.count - 1)
        return previous < 0 ? nil : previous
    }

    private mutating func grow() {
        let (oldHashes, oldWords) = (hashes, words)
        hashes = [UInt32](repeating: 0, count: oldHashes.count * 2)
        words = [UInt16](repeating: 0, count: oldHashes.count * 2)
        for (hash, word) in zip(oldHashes, oldWords) where hash != 0 {
            let slot = slot(of: hash)
            hashes[slot] = hash
            words[slot] = word
        }
    }

    /// The index and the bytes of the longest word that a span ends in.
    func longest(endingAt span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> (index: Int, byteCount: Int)? {
        var found: (index: Int, byteCount: Int)?
        forEach(endingAt: span, in: bytes) { found = ($0, $1) }
        guard let found, equals(found.index, span.upperBound - found.byteCount..<span.upperBound, bytes) else {
            return nil
        }
        return found
    }

    /// Hands over the index and the bytes of each word that a span ends in, the shortest first.
    ///
    /// Two ends may have one hash, though no list has any: whoever is handed a word holds it against the span.
    @inline(__always)
    func forEach(
        endingAt span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>,
        _ body: (_ index: Int, _ byteCount: Int) -> Void
    ) {
        var hash = Self.seed
        var offset = span.upperBound
        while offset > span.lowerBound {
            hash = Self.mix(hash, Self.character(bytes, before: &offset, from: span.lowerBound))
            let key = Self.key(hash)
            let slot = slot(of: key)
            guard hashes[slot] == key else { break }
            if words[slot] > 0 { body(Int(words[slot]) - 1, span.upperBound - offset) }
        }
    }

    /// Whether a word is what a span holds.
    func equals(_ word: Int, _ span: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[word])
        guard span.count == Int(starts[word + 1]) - start else { return false }
        return blob.withUnsafeBytes { words in
            let text = UnsafeRawBufferPointer(bytes)
            func differ(_ index: Int) -> Bool {
                words.loadUnaligned(fromByteOffset: start &+ index, as: UInt64.self)
                    != text.loadUnaligned(fromByteOffset: span.lowerBound &+ index, as: UInt64.self)
            }
            var index = 0
            guard span.count < 8 else {
                while index &+ 8 < span.count {
                    if differ(index) { return false }
                    index &+= 8
                }
                // The last eight bytes, some of them for the second time.
                return !differ(span.count &- 8)
            }
            while index < span.count {
                if words[start &+ index] != text[span.lowerBound &+ index] { return false }
                index &+= 1
            }
            return true
        }
    }

    // MARK: - Hashing

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    private static func mix(_ hash: UInt64, _ character: UInt64) -> UInt64 {
        let mixed = (hash ^ character) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    /// What is kept of a hash; never 0.
    @inline(__always)
    private static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) | 1 }

    /// The place of a key, or the empty one where it would be.
    @inline(__always)
    private func slot(of key: UInt32) -> Int {
        var slot = Int(key >> 1) & (hashes.count - 1)
        while hashes[slot] != 0, hashes[slot] != key { slot = (slot + 1) & (hashes.count - 1) }
        return slot
    }

    /// The bytes of the character that ends at an offset as one number; the offset moves to its first byte.
    @inline(__always)
    private static func character(
        _ bytes: UnsafeBufferPointer<UInt8>, before offset: inout Int, from start: Int
    ) -> UInt64 {
        if offset &- 3 >= start, bytes[offset &- 3] & 0xF0 == 0xE0 {
            offset &-= 3
            return UInt64(bytes[offset]) << 16 | UInt64(bytes[offset &+ 1]) << 8 | UInt64(bytes[offset &+ 2])
        }
        offset -= 1
        var character = UInt64(bytes[offset])
        var shift: UInt64 = 8
        while offset > start, bytes[offset] & 0xC0 == 0x80, shift < 32 {
            offset -= 1
            character |= UInt64(bytes[offset]) << shift
            shift += 8
        }
        return character
    }
}
