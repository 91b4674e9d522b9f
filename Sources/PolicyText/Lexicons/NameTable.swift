/// Names with a number each, found by their bytes.
///
/// The names lie in one block of bytes, mostly that of their list as it was compiled in: thousands of them are taken up
/// in a fraction of a millisecond, because a tool that reads a single notice pays for it every time.
struct NameTable: Sendable {
    private struct Entry {
        let start: Int32
        let length: Int32
        let value: Int32
        /// The lower half of ``NameHash``.
        let hash: UInt32
        /// The number of an entry with the same name; -1 for none.
        var follower: Int32 = -1
    }

    private var blob: [UInt8]
    private var entries: [Entry] = []
    /// Open addressing; 0 for an empty place, else the entry's number from 1.
    private var slots: [UInt32]
    /// A bit for each hash of a name's beginning: most texts that are asked about begin like no name, and are left soon.
    /// Empty where no names are looked for that a text begins with.
    private var beginnings: [UInt64]
    /// The bytes of the shortest name.
    private var leastLength = Int.max

    /// - Parameters:
    ///   - blob: The bytes that names are given as ranges of.
    ///   - capacity: About how many names will come.
    ///   - findsBeginnings: Whether ``longest(at:before:in:)`` will be asked.
    init(blob: [UInt8] = [], capacity: Int = 8, findsBeginnings: Bool = false) {
        self.blob = blob
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        beginnings = [UInt64](repeating: 0, count: findsBeginnings ? size / 8 : 0)
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
        let names = blob
        let hash = names.withUnsafeBufferPointer { bytes in
            noteBeginnings(of: range, in: bytes)
            return NameHash.of(range, in: bytes)
        }
        insert(range, value, hash)
    }

    /// Adds a name with a hole in it, which is found by what stands before and behind the hole.
    mutating func insert(_ head: some Collection<UInt8>, hole tail: some Collection<UInt8>, _ value: Int) {
        let start = blob.count
        blob.append(contentsOf: head)
        let hole = blob.count
        // No name has a tab in it.
        blob.append(0x09)
        blob.append(contentsOf: tail)
        guard blob.count - start <= Int(UInt16.max) else { return }
        let names = blob
        let hash = names.withUnsafeBufferPointer { bytes in
            NameHash.joined(NameHash.of(start..<hole, in: bytes), NameHash.of(hole + 1..<bytes.count, in: bytes))
        }
        insert(start..<blob.count, value, hash)
    }

    private mutating func insert(_ range: Range<Int>, _ value: Int, _ hash: UInt64) {
        if (entries.count + 1) * 2 > slots.count { grow() }
        leastLength = min(leastLength, range.count)
        entries.append(
            Entry(
                start: Int32(range.lowerBound), length: Int32(range.count), value: Int32(value),
                hash: UInt32(truncatingIfNeeded: hash)))
        place(entries.count - 1)
    }

    private mutating func place(_ number: Int) {
        let entry = entries[number]
        var slot = Int(entry.hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let other = Int(slots[slot]) - 1
            if isSame(entries[other], entry) {
                entries[number].follower = entries[other].follower
                entries[other].follower = Int32(number)
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(number + 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in entries.indices {
            entries[number].follower = -1
            place(number)
        }
    }

    private func isSame(_ a: Entry, _ b: Entry) -> Bool {
        guard a.hash == b.hash, a.length == b.length else { return false }
        let (first, second) = (Int(a.start), Int(b.start))
        return blob.withUnsafeBufferPointer { TextBytes($0).isSame(first, second, count: Int(a.length)) }
    }

    // MARK: - Beginnings

    private mutating func noteBeginnings(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        guard !beginnings.isEmpty else { return }
        beginnings.withUnsafeMutableBufferPointer { beginnings in
            var hash = Self.seed
            var offset = range.lowerBound
            while offset < range.upperBound {
                hash = Self.mix(hash, Self.character(bytes, &offset, before: range.upperBound))
                let bit = Int(truncatingIfNeeded: hash >> 32) & (beginnings.count * 64 - 1)
                beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    private static func mix(_ hash: UInt64, _ character: UInt64) -> UInt64 {
        let mixed = (hash ^ character) &* 0x9E37_79B9_7F4A_7C15
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
}

// MARK: - Looking up

extension NameTable {
    /// The value of the first entry with this name.
    func value(of span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let entry = entry(of: span, in: bytes)
        return entry < 0 ? nil : Int(entries[entry].value)
    }

    /// The value of an entry.
    func value(ofEntry entry: Int) -> Int { Int(entries[entry].value) }

    /// Another entry with the name of an entry, or -1: from the first one on, all are reached.
    func follower(ofEntry entry: Int) -> Int { Int(entries[entry].follower) }

    /// The first entry with the name that a span is, or -1.
    func entry(of span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        entry(of: span, NameHash.of(span, in: bytes), in: bytes)
    }

    /// The same, where the hash of the span is known.
    @inline(__always)
    func entry(of span: Range<Int>, _ hash: UInt64, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        find(hash) { entry in
            Int(entry.length) == span.count && matches(Int(entry.start), span, bytes)
        }
    }

    /// The first entry with the name that two spans make with a hole between them, or -1.
    func entry(
        of head: Range<Int>, hole tail: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        find(NameHash.joined(NameHash.of(head, in: bytes), NameHash.of(tail, in: bytes))) { entry in
            let start = Int(entry.start)
            return Int(entry.length) == head.count + 1 + tail.count && matches(start, head, bytes)
                && blob[start + head.count] == 0x09 && matches(start + head.count + 1, tail, bytes)
        }
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
            guard position &- offset >= leastLength else { continue }
            let found = entry(of: offset..<position, in: bytes)
            if found >= 0 { best = (position, Int(entries[found].value)) }
        }
        return best
    }

    /// Whether a name may begin with what has this hash.
    @inline(__always)
    private func mayBegin(_ hash: UInt64) -> Bool {
        guard !beginnings.isEmpty else { return false }
        let bit = Int(truncatingIfNeeded: hash >> 32) & (beginnings.count * 64 - 1)
        return beginnings[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    @inline(__always)
    private func find(_ hash: UInt64, _ isFound: (Entry) -> Bool) -> Int {
        let hash = UInt32(truncatingIfNeeded: hash)
        return slots.withUnsafeBufferPointer { slots in
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 {
                let number = Int(slots[slot]) - 1
                if entries[number].hash == hash, isFound(entries[number]) { return number }
                slot = (slot + 1) & (slots.count - 1)
            }
            return -1
        }
    }

    /// Whether a name of the block, which is as long as a span, has the same bytes.
    @inline(__always)
    private func matches(_ start: Int, _ span: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        blob.withUnsafeBytes { blob in
            let raw = UnsafeRawBufferPointer(bytes)
            var index = 0
            while index &+ 8 <= span.count {
                let one = blob.loadUnaligned(fromByteOffset: start &+ index, as: UInt64.self)
                guard one == raw.loadUnaligned(fromByteOffset: span.lowerBound &+ index, as: UInt64.self) else {
                    return false
                }
                index &+= 8
            }
            while index < span.count {
                if blob[start &+ index] != raw[span.lowerBound &+ index] { return false }
                index &+= 1
            }
            return true
        }
    }
}
