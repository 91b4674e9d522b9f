/// What was written of organisations that a document names again and again, to be copied the next time.
///
/// Known by where the values that they share lie: those live as long as the document that is written.
struct WrittenNames: ~Copyable {
    private struct Slot {
        /// Where the shared value lies; 0 for an empty slot.
        var address: UInt
        var start: Int32
        var count: Int32
    }

    /// A power of two: most documents name fewer. Where two names have one slot, the later one is kept.
    private static let slotCount = 128
    /// The most bytes that are kept.
    private static let capacity = 32 << 10

    private var slots: UnsafeMutablePointer<Slot>?
    private var bytes = Scratch<UInt8>(capacity: 4 << 10)

    deinit { slots?.deallocate() }

    /// Forgets all: what follows is another document.
    mutating func clear() {
        slots?.update(repeating: Slot(address: 0, start: 0, count: 0), count: Self.slotCount)
        bytes.leave(0)
    }

    @inline(__always)
    private static func slot(_ address: UInt) -> Int {
        Int(bitPattern: address >> 4 ^ address >> 11) & (slotCount - 1)
    }

    /// What was written of a value, if it is known; to be read before anything is noted.
    @inline(__always)
    func written(_ shared: OrganizationName.Shared) -> UnsafeRawBufferPointer? {
        let address = UInt(bitPattern: ObjectIdentifier(shared))
        guard let slots, slots[Self.slot(address)].address == address else { return nil }
        let slot = slots[Self.slot(address)]
        return bytes.memory(at: Int(slot.start), count: Int(slot.count))
    }

    /// Notes what was written of a value.
    mutating func note(_ written: UnsafeRawBufferPointer, for shared: OrganizationName.Shared) {
        guard written.count <= Self.capacity else { return }
        if bytes.count + written.count > Self.capacity { clear() }
        if slots == nil {
            slots = .allocate(capacity: Self.slotCount)
            slots?.initialize(repeating: Slot(address: 0, start: 0, count: 0), count: Self.slotCount)
        }
        let address = UInt(bitPattern: ObjectIdentifier(shared))
        slots?[Self.slot(address)] = Slot(
            address: address, start: Int32(truncatingIfNeeded: bytes.count),
            count: Int32(truncatingIfNeeded: written.count))
        bytes.append(written.assumingMemoryBound(to: UInt8.self))
    }
}
