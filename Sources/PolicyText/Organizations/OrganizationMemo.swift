/// What was found out about spans of one text, by their bytes: a notice names the same few bodies hundreds of times.
final class OrganizationMemo {
    /// A span that was looked at, and what it is.
    private struct Entry {
        let start: Int32
        let count: Int32
        let hash: UInt64
        let finding: OrganizationReader.Finding
        /// The index of the settled name, or -1.
        var name: Int32
    }

    // One reader asks, and nothing is handed out by reference: the checks for overlapping access found nothing, at the
    // price of a look-up.
    @exclusivity(unchecked) private var entries = Scratch<Entry>(capacity: 64)
    @exclusivity(unchecked) private var names = Scratch<OrganizationName.Shared>(capacity: 32)
    /// Open addressing; 0 for an empty place, else the entry's number from 1 and the upper half of its hash. Empty until the
    /// first question.
    @exclusivity(unchecked) private var slots = Scratch<UInt64>(capacity: 256)

    /// The number of what is known of a span; what is not known is found out, with the span's hash.
    @inline(__always)
    func number(of span: Range<Int>, in text: TextBytes, _ find: (UInt64) -> OrganizationReader.Finding) -> Int {
        let hash = NameHash.of(span, in: text.bytes)
        if let known = entry(hash, span, text) { return known }
        let finding = find(hash)
        if (entries.count + 1) * 2 > slots.count { grow() }
        entries.append(
            Entry(
                start: Int32(truncatingIfNeeded: span.lowerBound), count: Int32(truncatingIfNeeded: span.count),
                hash: hash, finding: finding, name: -1))
        place(entries.count - 1)
        return entries.count - 1
    }

    @inline(__always)
    func sort(_ number: Int) -> OrganizationReader.Sort { entries[number].finding.sort }

    func finding(_ number: Int) -> OrganizationReader.Finding { entries[number].finding }

    /// The settled name, if it was found out.
    @inline(__always)
    func name(_ number: Int) -> OrganizationName.Shared? {
        let index = Int(entries[number].name)
        return index < 0 ? nil : names[index]
    }

    func setName(_ number: Int, _ name: OrganizationName.Shared) {
        names.append(name)
        entries[number].name = Int32(truncatingIfNeeded: names.count - 1)
    }

    private func place(_ number: Int) {
        let hash = entries[number].hash
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Self.tag(hash) | UInt64(number + 1)
    }

    private func grow() {
        let size = max(256, slots.count * 2)
        slots.leave(0)
        slots.append(repeating: 0, count: size)
        for number in 0..<entries.count { place(number) }
    }

    /// What a slot keeps of a hash, above the number: entries with another one are not looked at.
    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt64 { hash & 0xFFFF_FFFF_0000_0000 }

    @inline(__always)
    private func entry(_ hash: UInt64, _ span: Range<Int>, _ text: TextBytes) -> Int? {
        guard slots.count > 0 else { return nil }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if Self.tag(slots[slot]) == Self.tag(hash) {
                let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if Int(entries[number].count) == span.count,
                    text.isSame(Int(entries[number].start), span.lowerBound, count: span.count)
                {
                    return number
                }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
