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

    @inline(__always)
    func append(_ value: Element) {
        if count == capacity { grow() }
        (memory + count).initialize(to: value)
        count &+= 1
    }

    @inline(never)
    private func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(2 * capacity, firstCapacity))
        if let base {
            larger.moveInitialize(from: base, count: count)
            base.deallocate()
        }
        base = larger
        capacity = max(2 * capacity, firstCapacity)
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
