extension Array {
    /// An array that is filled where it lies, as by `init(unsafeUninitializedCapacity:initializingWith:)`.
    ///
    /// That one is compiled for elements of any type, and looks the type up at run time: 500 instructions more for each array.
    @inline(__always)
    init(room: Int, _ fill: (UnsafeMutableBufferPointer<Element>, inout Int) -> Void) {
        self = []
        append(addingCapacity: room) { span in span.withUnsafeMutableBufferPointer { fill($0, &$1) } }
    }

    /// The same element so many times.
    @inline(__always)
    init(of element: Element, count: Int) {
        self.init(room: count) { elements, filled in
            elements.initialize(repeating: element)
            filled = elements.count
        }
    }
}
