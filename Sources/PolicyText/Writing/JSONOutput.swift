/// A chunk of memory that JSON is written into, and handed on when it is full.
///
/// It keeps track of commas and indentation; that keys and values alternate as JSON wants is the caller's duty.
struct JSONOutput: ~Copyable {
    let base: UnsafeMutableRawPointer
    let capacity: Int
    /// How many bytes of the chunk are written.
    var count = 0
    let pretty: Bool
    private let sink: (UnsafeRawBufferPointer) -> Void
    private var depth = 0
    /// Whether nothing stands yet in the innermost object or array. One flag is enough for all levels: when an inner
    /// one ends, the outer has it as a member.
    var isEmpty = true
    /// What was written of the document's organisations.
    var names = WrittenNames()

    init(pretty: Bool, capacity: Int, sink: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.base = .allocate(byteCount: capacity, alignment: 16)
        self.capacity = capacity
        self.pretty = pretty
        self.sink = sink
    }

    deinit { base.deallocate() }

    /// Hands what is written to the sink and starts the chunk anew.
    mutating func flush() {
        guard count > 0 else { return }
        sink(UnsafeRawBufferPointer(start: base, count: count))
        count = 0
    }

    /// Makes room for `byteCount` bytes, at most ``JSONWriter/minimumChunkByteCount``, to be written unchecked.
    @inline(__always)
    mutating func reserve(_ byteCount: Int) {
        if capacity - count < byteCount { flush() }
    }
}

extension JSONOutput {
    /// Copies bytes that lie elsewhere than in the chunk; they may end one chunk and begin the next.
    @inline(__always)
    mutating func put(_ bytes: UnsafeRawBufferPointer) {
        guard var source = bytes.baseAddress else { return }
        var left = bytes.count
        while left > capacity - count {
            let piece = capacity - count
            (base + count).copyMemory(from: source, byteCount: piece)
            count = capacity
            flush()
            source += piece
            left -= piece
        }
        (base + count).copyMemory(from: source, byteCount: left)
        count &+= left
    }
}

// MARK: - Unchecked bytes: the caller has reserved the room

extension JSONOutput {
    @inline(__always)
    mutating func putUnchecked(_ byte: UInt8) {
        base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count &+= 1
    }

    /// Copies a literal; with the literal's length known here, the copy becomes one or two moves.
    @inline(__always)
    mutating func putUnchecked(_ literal: StaticString) {
        (base + count).copyMemory(from: literal.utf8Start, byteCount: literal.utf8CodeUnitCount)
        count &+= literal.utf8CodeUnitCount
    }
}

// MARK: - Structure

extension JSONOutput {
    @inline(__always)
    mutating func beginObject() { begin("{") }

    @inline(__always)
    mutating func endObject() { end("}") }

    @inline(__always)
    mutating func beginArray() { begin("[") }

    @inline(__always)
    mutating func endArray() { end("]") }

    /// Opens the next member of an object; its value must follow. `name` must need no escapes.
    ///
    /// A call, not code in each place: what a document has hundreds of is written in a ``JSONStretch``, and the rest once.
    @inline(never)
    mutating func key(_ name: StaticString) {
        if pretty { element() }
        reserve(name.utf8CodeUnitCount + 5)
        // A comma is written always and kept where there is a member before.
        base.storeBytes(of: UInt8(ascii: ","), toByteOffset: count, as: UInt8.self)
        count &+= isEmpty || pretty ? 0 : 1
        isEmpty = false
        putUnchecked(UInt8(ascii: "\""))
        putUnchecked(name)
        putUnchecked("\":")
        if pretty { putUnchecked(UInt8(ascii: " ")) }
    }

    /// Opens the next element of an array; its value must follow.
    @inline(__always)
    mutating func element() {
        reserve(1)
        if isEmpty { isEmpty = false } else { putUnchecked(UInt8(ascii: ",")) }
        if pretty { breakLine() }
    }

    /// Writes a value that is the same text always: `null`, `true`, `"table"`.
    @inline(__always)
    mutating func literal(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        putUnchecked(text)
    }

    /// Ends a line of NDJSON; what follows is a value of its own.
    mutating func endLine() {
        literal("\n")
        isEmpty = true
    }

    @inline(__always)
    private mutating func begin(_ bracket: Unicode.Scalar) {
        reserve(1)
        putUnchecked(UInt8(ascii: bracket))
        depth += 1
        isEmpty = true
    }

    @inline(__always)
    private mutating func end(_ bracket: Unicode.Scalar) {
        depth -= 1
        if pretty, !isEmpty { breakLine() }
        isEmpty = false
        reserve(1)
        putUnchecked(UInt8(ascii: bracket))
    }

    /// Goes to a new line and indents it. In pieces, because a document made by hand may nest without bound.
    private mutating func breakLine() {
        literal("\n")
        var spaces = 2 * depth
        while spaces > 0 {
            reserve(1)
            let piece = min(spaces, capacity - count)
            (base + count).initializeMemory(as: UInt8.self, repeating: UInt8(ascii: " "), count: piece)
            count += piece
            spaces -= piece
        }
    }
}
