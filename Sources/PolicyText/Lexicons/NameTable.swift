/// Names with a number each, found by their bytes: one block of memory, no string and no array for each.
struct NameTable: Sendable {
    private var blob: [UInt8] = []
    private var starts: [Int32] = [0]
    private var values: [Int32] = []
    /// Open addressing; 0 for an empty place, else the entry's number from 1.
    private var slots: [UInt32]
    /// Entries with the same name as an earlier one, by their number.
    private var followers: [Int32] = []

    /// - Complexity: O(bytes of the names).
    init(_ names: [(name: ArraySlice<UInt8>, value: Int)]) {
        var size = 16
        while size < names.count * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        starts.reserveCapacity(names.count + 1)
        values.reserveCapacity(names.count)
        followers = [Int32](repeating: -1, count: names.count)
        for (name, value) in names where !name.isEmpty { insert(name, value) }
    }

    private mutating func insert(_ name: ArraySlice<UInt8>, _ value: Int) {
        let entry = values.count
        blob.append(contentsOf: name)
        starts.append(Int32(blob.count))
        values.append(Int32(value))
        var hash = Self.seed
        for byte in name { hash = Self.mix(hash, byte) }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let other = Int(slots[slot]) - 1
            if isSame(other, entry) {
                followers[entry] = followers[other]
                followers[other] = Int32(entry)
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(entry + 1)
    }

    private func isSame(_ a: Int, _ b: Int) -> Bool {
        blob[Int(starts[a])..<Int(starts[a + 1])].elementsEqual(blob[Int(starts[b])..<Int(starts[b + 1])])
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        let mixed = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        // The table is indexed by the low bits: the high ones have to reach them.
        return mixed ^ mixed >> 29
    }

    /// The value of the first entry with this name.
    func value(of span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var hash = Self.seed
        for offset in span { hash = Self.mix(hash, bytes[offset]) }
        return entry(hash, span, bytes).map { Int(values[$0]) }
    }

    /// The values of all entries with this name, in the order in which they were given.
    func values(of span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var hash = Self.seed
        for offset in span { hash = Self.mix(hash, bytes[offset]) }
        guard let first = entry(hash, span, bytes) else { return [] }
        var found = [Int(values[first])]
        var next = followers[first]
        while next >= 0 {
            found.insert(Int(values[Int(next)]), at: 1)
            next = followers[Int(next)]
        }
        return found
    }

    /// The longest name that begins at an offset and ends at or before `limit`.
    ///
    /// - Complexity: O(limit - offset): one pass, with a look at each border of characters.
    func longest(at offset: Int, before limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (end: Int, value: Int)? {
        var hash = Self.seed
        var best: (end: Int, value: Int)?
        var position = offset
        while position < limit {
            hash = Self.mix(hash, bytes[position])
            position += 1
            if position < limit, bytes[position] & 0xC0 == 0x80 { continue }
            if let found = entry(hash, offset..<position, bytes) { best = (position, Int(values[found])) }
        }
        return best
    }

    @inline(__always)
    private func entry(_ hash: UInt64, _ span: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            if Int(starts[entry + 1] - starts[entry]) == span.count, matches(entry, span, bytes) { return entry }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func matches(_ entry: Int, _ span: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[entry])
        for index in 0..<span.count where blob[start + index] != bytes[span.lowerBound + index] { return false }
        return true
    }
}
