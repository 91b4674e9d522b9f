/// Names with a number each, found by their bytes.
///
/// The names lie in one block of bytes, mostly that of their list as it was compiled in: thousands of them are taken up
/// in a fraction of a millisecond, because a tool that reads a single notice pays for it every time.
struct NameTable: Sendable {
    private struct Entry {
        let start: Int32
        let length: Int32
        let value: Int32
        /// The number of an entry with the same name; -1 for none.
        var follower: Int32 = -1
    }

    private var blob: [UInt8]
    private var entries: [Entry] = []
    /// Open addressing; 0 for an empty place, else the entry's number from 1.
    private var slots: [UInt32]
    /// A bit for each hash of a name's beginning: most texts that are asked about begin like no name, and are left soon.
    private var beginnings: [UInt64]

    /// - Parameters:
    ///   - blob: The bytes that names are given as ranges of.
    ///   - capacity: About how many names will come.
    init(blob: [UInt8] = [], capacity: Int = 8) {
        self.blob = blob
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        beginnings = [UInt64](repeating: 0, count: size / 8)
        entries.reserveCapacity(capacity)
    }

    var isEmpty: Bool { entries.isEmpty }

    mutating func insert(_ name: some Collection<UInt8>, _ value: Int) {
        let start = blob.count
        blob.append(contentsOf: name)
        insert(start..<blob.count, value)
    }

    /// Adds the name that a range of the block is; empty ones and those of more than 64 KB are left out.
    mutating func insert(_ range: Range<Int>, _ value: Int) {
        guard !range.isEmpty, range.count <= Int(UInt16.max) else { return }
        if (entries.count + 1) * 2 > slots.count { grow() }
        entries.append(Entry(start: Int32(range.lowerBound), length: Int32(range.count), value: Int32(value)))
        place(entries.count - 1)
    }

    private mutating func place(_ number: Int) {
        let entry = entries[number]
        let names = blob
        names.withUnsafeBufferPointer { bytes in
            let start = Int(entry.start)
            var slot = slot(of: start..<start + Int(entry.length), in: bytes)
            while slots[slot] != 0 {
                let other = Int(slots[slot]) - 1
                if entries[other].length == entry.length, isSame(entries[other], entry, bytes) {
                    entries[number].follower = entries[other].follower
                    entries[other].follower = Int32(number)
                    return
                }
                slot = (slot + 1) & (slots.count - 1)
            }
            slots[slot] = UInt32(number + 1)
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in entries.indices {
            entries[number].follower = -1
            place(number)
        }
    }

    /// The first place to look for a name; notes how it begins.
    private mutating func slot(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = beginnings.withUnsafeMutableBufferPointer { beginnings in
            var hash = Self.seed
            var offset = range.lowerBound
            while offset < range.upperBound {
                hash = Self.mix(hash, Self.character(bytes, &offset, before: range.upperBound))
                let bit = Int(truncatingIfNeeded: hash >> 32) & (beginnings.count * 64 - 1)
                beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
            }
            return hash
        }
        return Int(truncatingIfNeeded: hash) & (slots.count - 1)
    }

    private func isSame(_ a: Entry, _ b: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let (first, second) = (Int(a.start), Int(b.start))
        for offset in 0..<Int(a.length) where bytes[first + offset] != bytes[second + offset] { return false }
        return true
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    private static func mix(_ hash: UInt64, _ character: UInt64) -> UInt64 {
        let mixed = (hash ^ character) &* 0x9E37_79B9_7F4A_7C15
        // The table is indexed by the low bits: the high ones have to reach them.
        return mixed ^ mixed >> 29
    }

    /// The bytes of the character at an offset as one number; the offset moves behind it.
    @inline(__always)
    private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, before limit: Int) -> UInt64
    {
        let first = bytes[offset]
        if first & 0xF0 == 0xE0, offset + 3 <= limit {
            offset += 3
            return UInt64(first) << 16 | UInt64(bytes[offset - 2]) << 8 | UInt64(bytes[offset - 1])
        }
        var character = UInt64(first)
        offset += 1
        while offset < limit, bytes[offset] & 0xC0 == 0x80 {
            character = character << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return character
    }

    /// Whether a name may begin with what has this hash.
    @inline(__always)
    private func mayBegin(_ hash: UInt64) -> Bool {
        let bit = Int(truncatingIfNeeded: hash >> 32) & (beginnings.count * 64 - 1)
        return beginnings[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }
}

// MARK: - Looking up

extension NameTable {
    /// The value of the first entry with this name.
    func value(of span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        entry(span, bytes).map { Int(entries[$0].value) }
    }

    /// The values of all entries with this name, in the order in which they were given.
    func values(of span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        entry(span, bytes).map(values) ?? []
    }

    /// The values of all entries with the name that two spans make with a tab between them.
    func values(
        of head: Range<Int>, tab tail: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
    ) -> [Int] {
        var hash = Self.seed
        guard spell(head, bytes, &hash) else { return [] }
        hash = Self.mix(hash, 0x09)
        guard mayBegin(hash), spell(tail, bytes, &hash) else { return [] }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            let start = Int(entries[number].start)
            if Int(entries[number].length) == head.count + 1 + tail.count, matches(start, head, bytes),
                blob[start + head.count] == 0x09, matches(start + head.count + 1, tail, bytes)
            {
                return values(number)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return []
    }

    private func values(_ first: Int) -> [Int] {
        var found = [Int(entries[first].value)]
        var next = entries[first].follower
        while next >= 0 {
            found.insert(Int(entries[Int(next)].value), at: 1)
            next = entries[Int(next)].follower
        }
        return found
    }

    /// The longest name that begins at an offset and ends at or before `limit`.
    ///
    /// - Complexity: O(limit - offset): one pass, with a look at each border of characters; mostly it ends after two.
    func longest(at offset: Int, before limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (end: Int, value: Int)? {
        var hash = Self.seed
        var best: (end: Int, value: Int)?
        var position = offset
        while position < limit {
            hash = Self.mix(hash, Self.character(bytes, &position, before: limit))
            guard mayBegin(hash) else { break }
            if let found = entry(hash, offset..<position, bytes) { best = (position, Int(entries[found].value)) }
        }
        return best
    }

    /// The first entry with the name that a span is.
    private func entry(_ span: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var hash = Self.seed
        guard spell(span, bytes, &hash) else { return nil }
        return entry(hash, span, bytes)
    }

    /// Adds the characters of a span to a hash; false as soon as no name begins so.
    @inline(__always)
    private func spell(_ span: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ hash: inout UInt64) -> Bool {
        var offset = span.lowerBound
        while offset < span.upperBound {
            hash = Self.mix(hash, Self.character(bytes, &offset, before: span.upperBound))
            guard mayBegin(hash) else { return false }
        }
        return true
    }

    @inline(__always)
    private func entry(_ hash: UInt64, _ span: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            let entry = entries[number]
            if Int(entry.length) == span.count, matches(Int(entry.start), span, bytes) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(__always)
    private func matches(_ start: Int, _ span: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<span.count where blob[start + index] != bytes[span.lowerBound + index] { return false }
        return true
    }
}
