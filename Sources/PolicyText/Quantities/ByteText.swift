/// UTF-8 bytes as the readers of quantities go through them; all positions are byte offsets from 0.
struct ByteText {
    let bytes: UnsafeBufferPointer<UInt8>

    @inline(__always)
    var count: Int { bytes.count }

    /// Whether `word` stands at `offset`.
    @inline(__always)
    func has(_ word: StaticString, at offset: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard offset >= 0, offset &+ length <= bytes.count else { return false }
        let start = word.utf8Start
        // From the end: Chinese characters share their first bytes.
        var index = length
        while index > 0 {
            index &-= 1
            if bytes[offset &+ index] != start[index] { return false }
        }
        return true
    }

    /// The offset behind `word`, where it stands.
    @inline(__always)
    func after(_ word: StaticString, at offset: Int) -> Int? {
        has(word, at: offset) ? offset &+ word.utf8CodeUnitCount : nil
    }

    /// The offset behind the first of the words that stands at `offset`; no word is empty.
    func after(any words: [StaticString], at offset: Int) -> Int? {
        guard offset >= 0, offset < bytes.count else { return nil }
        // Chinese characters share their first bytes.
        let place = bytes[offset] < 0xE0 ? 0 : 2
        guard offset &+ place < bytes.count else { return nil }
        let telling = bytes[offset &+ place]
        for word in words where word.utf8CodeUnitCount > place && word.utf8Start[place] == telling {
            if has(word, at: offset) { return offset &+ word.utf8CodeUnitCount }
        }
        return nil
    }

    /// Whether `word` ends at `offset`.
    @inline(__always)
    func ends(_ word: StaticString, at offset: Int) -> Bool { has(word, at: offset &- word.utf8CodeUnitCount) }

    /// The start of the first of the words that ends at `offset`.
    @inline(never)
    func start(any words: [StaticString], endingAt offset: Int) -> Int? {
        guard offset > 0, offset <= bytes.count else { return nil }
        let last = bytes[offset &- 1]
        for word in words where word.utf8Start[word.utf8CodeUnitCount &- 1] == last {
            if ends(word, at: offset) { return offset &- word.utf8CodeUnitCount }
        }
        return nil
    }

    /// The same of words that are asked for often.
    @inline(__always)
    func start(any words: EndingWords, endingAt offset: Int) -> Int? {
        guard offset > 0, offset <= bytes.count, words.mayEnd(in: bytes[offset &- 1]) else { return nil }
        return start(any: words.words, endingAt: offset)
    }

    /// The scalar at `offset`, U+0000 at the end.
    @inline(__always)
    func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
        guard offset >= 0, offset < bytes.count else { return ("\0", 0) }
        let first = bytes[offset]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        if first & 0xF0 == 0xE0, offset &+ 2 < bytes.count { return (threeBytes(at: offset), 3) }
        return rareScalar(at: offset)
    }

    /// The text is well-formed: what follows a leading byte need not be looked at, and makes no surrogate.
    @inline(__always)
    private func threeBytes(at offset: Int) -> Unicode.Scalar {
        unsafeBitCast(
            UInt32(bytes[offset] & 0x0F) &<< 12 | UInt32(bytes[offset &+ 1] & 0x3F) &<< 6
                | UInt32(bytes[offset &+ 2] & 0x3F), to: Unicode.Scalar.self)
    }

    @inline(never)
    private func rareScalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
        let found = bytes.span.numeralScalar(at: offset)
        return (found.scalar, found.length)
    }

    /// The bytes of the character at an offset that is none of the end.
    @inline(__always)
    func width(at offset: Int) -> Int { bytes[offset].characterWidth }

    /// The scalar that ends at `offset`, U+0000 at the start.
    @inline(__always)
    func scalar(before offset: Int) -> (value: Unicode.Scalar, length: Int) {
        guard offset > 0, offset <= bytes.count else { return ("\0", 0) }
        let last = bytes[offset &- 1]
        if last < 0x80 { return (Unicode.Scalar(last), 1) }
        if offset > 2, bytes[offset &- 3] & 0xF0 == 0xE0 { return (threeBytes(at: offset &- 3), 3) }
        return rareScalar(before: offset)
    }

    @inline(never)
    private func rareScalar(before offset: Int) -> (value: Unicode.Scalar, length: Int) {
        bytes.span.numeralScalar(before: offset).map { ($0.scalar, $0.length) } ?? ("\0", 0)
    }

    /// An offset, or where the character begins that it lies in; offsets behind the end are the end.
    func border(_ offset: Int) -> Int {
        var offset = min(offset, bytes.count)
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// The offset behind white space; at most a handful of blanks, since more make a column.
    @inline(__always)
    func skipBlanks(_ start: Int) -> Int {
        guard start < bytes.count else { return start }
        switch bytes[start] {
        case 0x20, 0x09, 0xC2, 0xE3: return skipBlanksSlowly(start)
        default: return start
        }
    }

    @inline(never)
    private func skipBlanksSlowly(_ start: Int) -> Int {
        // 。 and 、 begin like the wide blank.
        if bytes[start] == 0xE3, start &+ 2 >= bytes.count || bytes[start &+ 1] != 0x80 || bytes[start &+ 2] != 0x80 {
            return start
        }
        var offset = start
        while offset < bytes.count, offset - start < 12 {
            let (scalar, length) = scalar(at: offset)
            guard ByteText.isBlank(scalar) else { break }
            offset += length
        }
        return offset
    }

    /// The end of what stands before white space that ends at `offset`.
    @inline(__always)
    func skipBlanks(backFrom end: Int) -> Int {
        guard end > 0, end <= bytes.count else { return end }
        switch bytes[end &- 1] {
        case 0x20, 0x09, 0xA0, 0x80: return skipBlanksSlowly(backFrom: end)
        default: return end
        }
    }

    @inline(never)
    private func skipBlanksSlowly(backFrom end: Int) -> Int {
        // One in 64 characters ends like the wide blank.
        if bytes[end &- 1] == 0x80, end < 3 || bytes[end &- 2] != 0x80 || bytes[end &- 3] != 0xE3 { return end }
        var offset = end
        while offset > 0, end - offset < 12 {
            let (scalar, length) = scalar(before: offset)
            guard length > 0, ByteText.isBlank(scalar) else { break }
            offset -= length
        }
        return offset
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\u{A0}", "\u{3000}": true
        default: false
        }
    }

    /// Bytes as a view of their own, so that nothing reads beyond them.
    func slice(_ range: Range<Int>) -> ByteText {
        let start = min(max(range.lowerBound, 0), bytes.count)
        let end = min(max(range.upperBound, start), bytes.count)
        return ByteText(bytes: UnsafeBufferPointer(rebasing: bytes[Range(uncheckedBounds: (start, end))]))
    }

    /// The text of a range; as ``TextBytes/string(_:)``.
    func string(_ range: Range<Int>) -> String { TextBytes(bytes).string(range.clamped(to: 0..<bytes.count)) }

    /// The text without white space, which the layout may have put anywhere.
    func squashed(_ range: Range<Int>) -> String {
        if !holdsBlanks(range) { return string(range) }
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var offset = max(range.lowerBound, 0)
        let end = min(range.upperBound, bytes.count)
        while offset < end {
            let (scalar, length) = scalar(at: offset)
            let next = min(offset + max(length, 1), end)
            if !ByteText.isBlank(scalar), scalar != "\n" { result += bytes[offset..<next] }
            offset = next
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension ByteText {
    /// Whether white space, a line break or what begins like a narrow blank stands in a range: in most phrases none does.
    func holdsBlanks(_ range: Range<Int>) -> Bool {
        let end = min(range.upperBound, bytes.count)
        var offset = max(range.lowerBound, 0)
        while offset < end {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0xC2: return true
            // 、 begins like the wide blank.
            case 0xE3 where offset &+ 2 < bytes.count && bytes[offset &+ 1] == 0x80 && bytes[offset &+ 2] == 0x80:
                return true
            default: offset &+= width(at: offset)
            }
        }
        return false
    }
}

/// Words that a text may end in, with a quick look that nearly all texts fail.
struct EndingWords: ExpressibleByArrayLiteral {
    fileprivate let words: [StaticString]
    /// A bit for the lower half dozen of each last byte.
    private var lasts: UInt64 = 0

    init(arrayLiteral words: StaticString...) {
        self.words = words
        for word in words { lasts |= 1 << UInt64(word.utf8Start[word.utf8CodeUnitCount - 1] & 63) }
    }

    @inline(__always)
    fileprivate func mayEnd(in last: UInt8) -> Bool { lasts &>> UInt64(last & 63) & 1 == 1 }
}

/// Runs a reader over a string.
func withByteText<Result>(_ text: String, _ body: (ByteText) throws -> Result) rethrows -> Result {
    var text = text
    return try text.withUTF8 { try body(ByteText(bytes: $0)) }
}
