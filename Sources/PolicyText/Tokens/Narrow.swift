/// An index or a count in four bytes: a source has less than 2^31 bytes, and so has it tokens.
///
/// Lines and paragraphs come in thousands and are copied a lot; half the size is half the traffic.
@propertyWrapper
struct Narrow: Sendable {
    private var stored: Int32

    @inline(__always)
    init(wrappedValue: Int) { stored = Int32(truncatingIfNeeded: wrappedValue) }

    var wrappedValue: Int {
        @inline(__always) get { Int(stored) }
        @inline(__always) set { stored = Int32(truncatingIfNeeded: newValue) }
    }
}
