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
            let end = Self.end(of: 0x0A, from: offset, to: bytes.count, bytes)
            let row = offset..<end
            offset = end + 1
            guard let first = bytes[row].first, first != 0x23 else { continue }
            fields.removeAll(keepingCapacity: true)
            var start = row.lowerBound
            while start <= row.upperBound {
                let end = Self.end(of: 0x09, from: start, to: row.upperBound, bytes)
                fields.append(start..<end)
                start = end + 1
            }
            return true
        }
        return false
    }

    /// Calls `body` for each word of a field.
    func words(of field: Range<Int>, _ body: (Range<Int>) -> Void) {
        var start = field.lowerBound
        while start < field.upperBound {
            let end = Self.end(of: 0x20, from: start, to: field.upperBound, bytes)
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

    @inline(__always)
    private static func end(of mark: UInt8, from start: Int, to limit: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int
    {
        var offset = start
        while offset < limit, bytes[offset] != mark { offset += 1 }
        return offset
    }
}
