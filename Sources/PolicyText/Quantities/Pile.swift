/// Values one behind the other in memory that is used again and again: an array that nothing counts references of.
final class Pile<Element> {
    /// None before the first value: most documents leave some piles empty.
    private var base: UnsafeMutablePointer<Element>?
    private var capacity = 0
    private let firstCapacity: Int
    private(set) var count = 0

    /// - Parameter capacity: Of the memory that the first value makes.
    init(capacity: Int = 32) {
        firstCapacity = max(capacity, 1)
    }

    deinit {
        base?.deinitialize(count: count)
        base?.deallocate()
    }

    /// Where there are values.
    @inline(__always)
    private var memory: UnsafeMutablePointer<Element> { base.unsafelyUnwrapped }

    /// The values; good until the next change.
    var values: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return memory[index]
        }
        set {
            precondition(index >= 0 && index < count)
            memory[index] = newValue
        }
    }

    /// Changes a value where it lies.
    func update(_ index: Int, _ body: (inout Element) -> Void) {
        precondition(index >= 0 && index < count)
        body(&memory[index])
    }

    @inline(__always)
    func append(_ value: consuming Element) {
        if count == capacity { grow(count &+ 1) }
        (memory + count).initialize(to: value)
        count &+= 1
    }

    @inline(never)
    private func grow(_ least: Int) {
        let room = max(2 * capacity, firstCapacity, least)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: room)
        if let base {
            larger.moveInitialize(from: base, count: count)
            base.deallocate()
        }
        base = larger
        capacity = room
    }

    /// Memory behind the last value for as many more; ``take(_:)`` says how many have been written there.
    @inline(__always)
    func room(_ more: Int) -> UnsafeMutablePointer<Element> {
        if count &+ more > capacity { grow(count &+ more) }
        return memory + count
    }

    @inline(__always)
    func take(_ written: Int) {
        precondition(written >= 0 && written <= capacity &- count)
        count &+= written
    }

    /// Moves all values out, in order.
    @inline(__always)
    func drain(_ body: (consuming Element) -> Void) {
        let end = count
        count = 0
        for index in 0..<end { body((memory + index).move()) }
    }

    /// All values as an array, which is what is left of them.
    func takeAll() -> [Element] {
        guard count > 0, let base else { return [] }
        let values = [Element](room: count) { values, written in
            values.baseAddress?.moveInitialize(from: base, count: count)
            written = count
        }
        count = 0
        return values
    }

    func removeAll() { removeAll(from: 0) }

    func removeAll(from index: Int) {
        guard index >= 0, index < count else { return }
        (memory + index).deinitialize(count: count - index)
        count = index
    }

    func removeFirst() {
        guard count > 0 else { return }
        for index in 1..<count { memory[index - 1] = memory[index] }
        removeAll(from: count - 1)
    }
}
