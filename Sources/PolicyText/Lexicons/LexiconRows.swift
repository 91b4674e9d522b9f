/// Goes through a word list row by row without making anything of it: fields are ranges of its bytes.
struct LexiconRows {
    let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The fields of the next row that is no comment, tabs between them; `nil` at the end.
    ///
    /// - Parameter fields: Filled with the row's fields; what it held before goes.
    mutating func next(_ fields: inout [Range<Int>]) -> Bool {
        while offset < bytes.count {
            var start = offset
            if bytes[start] == 0x23 || bytes[start] == 0x0A {
                skipLine()
                continue
            }
            fields.removeAll(keepingCapacity: true)
            while true {
                let byte = offset < bytes.count ? bytes[offset] : 0x0A
                offset += 1
                guard byte == 0x09 || byte == 0x0A else { continue }
                fields.append(start..<offset - 1)
                if byte == 0x0A { return true }
                start = offset
            }
        }
        return false
    }

    private mutating func skipLine() {
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
        offset += 1
    }

    /// Calls `body` for each word of a field.
    @inline(__always)
    func words(of field: Range<Int>, _ body: (Range<Int>) -> Void) {
        var start = field.lowerBound
        while start < field.upperBound {
            var end = start
            while end < field.upperBound, bytes[end] != 0x20 { end += 1 }
            if end > start { body(start..<end) }
            start = end + 1
        }
    }

    /// Whether a field is a word.
    func equals(_ field: Range<Int>, _ word: StaticString) -> Bool {
        guard field.count == word.utf8CodeUnitCount else { return false }
        for index in 0..<field.count where bytes[field.lowerBound + index] != word.utf8Start[index] { return false }
        return true
    }
}
