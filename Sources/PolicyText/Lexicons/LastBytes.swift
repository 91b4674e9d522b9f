/// Characters of three bytes by their last two: a set that has a few more, and no one less.
struct LastBytes: Sendable {
    private var bits = [UInt64](repeating: 0, count: 64)

    /// Adds the last character of a word; of other widths, its last two bytes are taken all the same.
    mutating func insert(_ second: UInt8, _ third: UInt8) {
        bits[Int(second & 0x3F)] |= 1 << UInt64(third & 0x3F)
    }

    /// Adds the last character of a word of two bytes and more.
    mutating func insert(lastOf word: some BidirectionalCollection<UInt8>) {
        guard let third = word.last, let second = word.dropLast().last else { return }
        insert(second, third)
    }

    mutating func formUnion(_ other: LastBytes) {
        for index in bits.indices { bits[index] |= other.bits[index] }
    }

    /// Whether the character that ends at an offset may be in the set; `offset` is at least 2.
    @inline(__always)
    func mayContain(characterBefore offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bits[Int(bytes[offset &- 2] & 0x3F)] >> UInt64(bytes[offset &- 1] & 0x3F) & 1 != 0
    }
}
