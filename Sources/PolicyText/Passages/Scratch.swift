/// A growing block of memory that is filled again and again: no reference is counted and no storage checked for being
/// shared, as an array's is with each element that is added.
///
/// Indices are the owner's, and not checked.
struct Scratch<Element>: ~Copyable {
    /// Allocated where there is a capacity; until then it points nowhere, and nothing is read there.
    private var base: UnsafeMutablePointer<Element>
    private var capacity = 0
    private let firstCapacity: Int
    private(set) var count = 0

    /// - Parameter capacity: The room that the first element makes; until then there is none.
    init(capacity: Int) {
        firstCapacity = max(capacity, 1)
        base = Self.nowhere
    }

    deinit {
        guard capacity > 0 else { return }
        base.deinitialize(count: count)
        base.deallocate()
    }

    /// Most owners live for a name or a cell, and never fill it: an allocation of no bytes is one all the same.
    @inline(__always)
    private static var nowhere: UnsafeMutablePointer<Element> {
        UnsafeMutableRawPointer(bitPattern: MemoryLayout<Element>.alignment)?.assumingMemoryBound(to: Element.self)
            ?? .allocate(capacity: 0)
    }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        @inline(__always) set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(by: 1) }
        (base + count).initialize(to: element)
        count += 1
    }

    mutating func append(_ elements: UnsafeBufferPointer<Element>) {
        guard let source = elements.baseAddress else { return }
        if capacity - count < elements.count { grow(by: elements.count) }
        (base + count).initialize(from: source, count: elements.count)
        count += elements.count
    }

    mutating func append(repeating element: Element, count added: Int) {
        if capacity - count < added { grow(by: added) }
        (base + count).initialize(repeating: element, count: added)
        count += added
    }

    /// Elements as they lie, until something is added.
    @inline(__always)
    func memory(at index: Int, count: Int) -> UnsafeRawBufferPointer {
        assert(index >= 0 && count >= 0 && index + count <= self.count)
        return UnsafeRawBufferPointer(UnsafeBufferPointer(start: base + index, count: count))
    }

    /// Takes back the elements from one on.
    @inline(__always)
    mutating func leave(_ count: Int) {
        guard count < self.count else { return }
        (base + count).deinitialize(count: self.count - count)
        self.count = count
    }

    /// Takes back the elements that `isUnwanted` is true for; the others keep their order.
    @inline(__always)
    mutating func removeAll(where isUnwanted: (Element) -> Bool) {
        var kept = 0
        for index in 0..<count where !isUnwanted(base[index]) {
            if kept < index { base[kept] = base[index] }
            kept += 1
        }
        leave(kept)
    }

    @inline(never)
    private mutating func grow(by room: Int) {
        let isFirst = capacity == 0
        capacity = max(firstCapacity, capacity * 2, count + room)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.moveInitialize(from: base, count: count)
        if !isFirst { base.deallocate() }
        base = larger
    }
}
