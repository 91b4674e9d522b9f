/// A value that is looked at where it lies; laid out as the value itself.
struct Lent<Value>: ~Copyable {
    let value: Value
}

extension Array {
    /// Calls `body` with each element as it lies: none is copied, reference by reference, as a loop does.
    @inline(__always)
    func withLent(_ body: (borrowing Lent<Element>) -> Void) {
        withUnsafeBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            base.withMemoryRebound(to: Lent<Element>.self, capacity: elements.count) { lent in
                for place in 0..<elements.count { body(lent[place]) }
            }
        }
    }
}
