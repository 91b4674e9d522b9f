/// What was found out about spans of one text, by their bytes: a notice names the same few bodies hundreds of times.
final class OrganizationMemo {
    /// A span that was looked at, and what it is.
    private struct Entry {
        let start: Int
        let count: Int
        let sort: OrganizationReader.Sort
        /// The index of the settled name, or -1.
        var name: Int32
        let hash: UInt64
    }

    private var entries: [Entry] = []
    private var names: [OrganizationName] = []
    /// Open addressing; 0 for an empty place, else the entry's number from 1. Empty until the first question.
    private var slots: [UInt32] = []

    /// The sort of a span, found out once.
    func sort(of span: Range<Int>, in text: TextBytes, _ find: () -> OrganizationReader.Sort) -> OrganizationReader.Sort
    {
        let hash = Self.hash(span, text)
        if let entry = entry(hash, span, text) { return entries[entry].sort }
        let sort = find()
        insert(Entry(start: span.lowerBound, count: span.count, sort: sort, name: -1, hash: hash))
        return sort
    }

    /// The settled name of a span, found out once; its range is that of the first place.
    func name(of span: Range<Int>, in text: TextBytes, sort: OrganizationReader.Sort, _ settle: () -> OrganizationName)
        -> OrganizationName
    {
        let hash = Self.hash(span, text)
        if let entry = entry(hash, span, text) {
            if entries[entry].name >= 0 { return names[Int(entries[entry].name)] }
            let name = settle()
            names.append(name)
            entries[entry].name = Int32(names.count - 1)
            return name
        }
        let name = settle()
        names.append(name)
        insert(Entry(start: span.lowerBound, count: span.count, sort: sort, name: Int32(names.count - 1), hash: hash))
        return name
    }

    private func insert(_ entry: Entry) {
        if (entries.count + 1) * 2 > slots.count { grow() }
        entries.append(entry)
        place(entries.count - 1)
    }

    private func place(_ number: Int) {
        var slot = Int(truncatingIfNeeded: entries[number].hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
    }

    private func grow() {
        slots = [UInt32](repeating: 0, count: max(128, slots.count * 2))
        for number in entries.indices { place(number) }
    }

    @inline(__always)
    private func entry(_ hash: UInt64, _ span: Range<Int>, _ text: TextBytes) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if entries[number].hash == hash, entries[number].count == span.count,
                text.isSame(entries[number].start, span.lowerBound, count: span.count)
            {
                return number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Eight bytes a step.
    @inline(__always)
    private static func hash(_ span: Range<Int>, _ text: TextBytes) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: span.count) &* 0x9E37_79B9_7F4A_7C15
        var offset = span.lowerBound
        let raw = UnsafeRawBufferPointer(text.bytes)
        while offset + 8 <= span.upperBound {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            offset += 8
        }
        while offset < span.upperBound {
            hash = (hash ^ UInt64(text.bytes[offset])) &* 0x0000_0100_0000_01B3
            offset += 1
        }
        return hash ^ hash >> 29
    }
}
