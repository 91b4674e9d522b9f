import CTextScan

/// UTF-8 text with the questions that the stages behind the outline ask of it. Offsets are bytes; a range is a span.
///
/// The text is well-formed; spans begin and end at characters.
struct TextBytes {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// Whether a word stands at an offset.
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

    /// Whether a span begins with a word.
    @inline(__always)
    func opens(_ span: Range<Int>, with word: StaticString) -> Bool {
        span.count >= word.utf8CodeUnitCount && has(word, at: span.lowerBound)
    }

    /// Whether a span ends in a word.
    @inline(__always)
    func closes(_ span: Range<Int>, with word: StaticString) -> Bool {
        span.count >= word.utf8CodeUnitCount && has(word, at: span.upperBound - word.utf8CodeUnitCount)
    }

    /// Whether a span is a word and nothing else.
    @inline(__always)
    func equals(_ span: Range<Int>, _ word: StaticString) -> Bool {
        span.count == word.utf8CodeUnitCount && has(word, at: span.lowerBound)
    }

    /// Whether a span holds the bytes of a string.
    func equals(_ span: Range<Int>, _ string: String) -> Bool {
        span.count == string.utf8.count && bytes[span].elementsEqual(string.utf8)
    }

    /// Whether the same bytes stand at two places.
    @inline(__always)
    func isSame(_ first: Int, _ second: Int, count: Int) -> Bool {
        if first == second { return true }
        let raw = UnsafeRawBufferPointer(bytes)
        func differ(_ index: Int) -> Bool {
            raw.loadUnaligned(fromByteOffset: first &+ index, as: UInt64.self)
                != raw.loadUnaligned(fromByteOffset: second &+ index, as: UInt64.self)
        }
        var index = 0
        guard count < 8 else {
            while index &+ 8 < count {
                if differ(index) { return false }
                index &+= 8
            }
            // The last eight bytes, some of them for the second time.
            return !differ(count &- 8)
        }
        while index < count {
            if bytes[first &+ index] != bytes[second &+ index] { return false }
            index &+= 1
        }
        return true
    }

    /// Whether a span ends in one of several words.
    @inline(__always)
    func closes(_ span: Range<Int>, withAnyOf words: [StaticString]) -> Bool {
        for word in words where closes(span, with: word) { return true }
        return false
    }

    /// Whether a span begins with one of several words.
    @inline(__always)
    func opens(_ span: Range<Int>, withAnyOf words: [StaticString]) -> Bool {
        for word in words where opens(span, with: word) { return true }
        return false
    }

    /// Whether one of several words stands at an offset.
    @inline(__always)
    func has(anyOf words: [StaticString], at offset: Int) -> Bool {
        for word in words where has(word, at: offset) { return true }
        return false
    }

    /// Whether a span holds one of several words.
    func contains(anyOf words: [StaticString], in span: Range<Int>) -> Bool {
        for word in words where contains(word, in: span) { return true }
        return false
    }

    /// Where a word stands first in a span: sixteen bytes a step.
    func first(_ word: StaticString, in span: Range<Int>) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let place = ctextscan_find(base + span.lowerBound, span.count, word.utf8Start, word.utf8CodeUnitCount)
        return place < 0 ? nil : span.lowerBound + place
    }

    func contains(_ word: StaticString, in span: Range<Int>) -> Bool { first(word, in: span) != nil }

    /// The number of bytes of the character at an offset.
    @inline(__always)
    func width(at offset: Int) -> Int {
        switch bytes[offset] {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }

    /// Where the character before an offset begins.
    @inline(__always)
    func previous(_ offset: Int) -> Int {
        var offset = offset - 1
        while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// The number of characters of a span.
    func characterCount(_ span: Range<Int>) -> Int {
        var count = 0
        for offset in span where bytes[offset] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Whether the character at an offset is a Han character of the basic block; in a few more blocks, too.
    @inline(__always)
    func isHan(at offset: Int) -> Bool {
        let first = bytes[offset]
        return first >= 0xE4 && first <= 0xE9 || first == 0xE3 && bytes[offset + 1] >= 0x90 || first >= 0xF0
    }

    /// The character at an offset of a three-byte form, as one number; 0 for other forms.
    @inline(__always)
    func code(at offset: Int) -> UInt32 {
        guard offset >= 0, offset &+ 3 <= bytes.count, bytes[offset] & 0xF0 == 0xE0 else { return 0 }
        return UInt32(bytes[offset]) << 16 | UInt32(bytes[offset &+ 1]) << 8 | UInt32(bytes[offset &+ 2])
    }

    /// A span without white space at its ends (space, U+00A0, U+3000 and what a line end left).
    @inline(__always)
    func trimmed(_ span: Range<Int>) -> Range<Int> {
        guard !span.isEmpty, mayBeSpace(bytes[span.lowerBound]) || mayEndSpace(bytes[span.upperBound - 1]) else {
            return span
        }
        return withoutSpaces(span)
    }

    @inline(__always)
    private func mayBeSpace(_ first: UInt8) -> Bool { first <= 0x20 || first == 0xC2 || first == 0xE3 }

    @inline(__always)
    private func mayEndSpace(_ last: UInt8) -> Bool { last <= 0x20 || last == 0xA0 || last == 0x80 }

    private func withoutSpaces(_ span: Range<Int>) -> Range<Int> {
        var start = span.lowerBound
        var end = span.upperBound
        while start < end, let width = spaceWidth(at: start, before: end) { start += width }
        while end > start {
            let last = previous(end)
            guard last >= start, spaceWidth(at: last, before: end) == end - last else { break }
            end = last
        }
        return start..<end
    }

    /// The bytes of the white space at an offset, or `nil`.
    @inline(__always)
    func spaceWidth(at offset: Int, before end: Int) -> Int? {
        switch bytes[offset] {
        case 0x20, 0x09, 0x0A, 0x0D: return 1
        case 0xC2 where offset + 2 <= end && bytes[offset + 1] == 0xA0: return 2
        case 0xE3 where offset + 3 <= end && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80: return 3
        default: return nil
        }
    }

    /// The text of a span; the span begins and ends at characters, and the text is well-formed: it is not looked at again.
    func string(_ span: Range<Int>) -> String {
        let bytes = UnsafeBufferPointer(rebasing: bytes[span])
        guard let first = bytes.first, first & 0xC0 != 0x80, span.upperBound == count || isBorder(span.upperBound)
        else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(copying: UTF8Span(unchecked: bytes.span))
    }

    /// Whether a character begins at an offset.
    @inline(__always)
    private func isBorder(_ offset: Int) -> Bool { bytes[offset] & 0xC0 != 0x80 }

    /// The text of a span with a space for each line feed.
    func shown(_ span: Range<Int>) -> String {
        guard let first = first("\n", in: span), let source = bytes.baseAddress else { return string(span) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: span.count) { result in
            guard let target = result.baseAddress else { return "" }
            target.initialize(from: source + span.lowerBound, count: span.count)
            var next: Int? = first
            while let place = next {
                target[place - span.lowerBound] = 0x20
                next = self.first("\n", in: place + 1..<span.upperBound)
            }
            return TextBytes(UnsafeBufferPointer(result)).string(0..<span.count)
        }
    }

    /// The text of a span without white space.
    func squashed(_ span: Range<Int>) -> String {
        guard hasSpace(span) else { return string(span) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: span.count) { result in
            var count = 0
            var offset = span.lowerBound
            while offset < span.upperBound {
                if let width = spaceWidth(at: offset, before: span.upperBound) {
                    offset += width
                } else {
                    result[count] = bytes[offset]
                    count += 1
                    offset += 1
                }
            }
            return TextBytes(UnsafeBufferPointer(rebasing: result[..<count])).string(0..<count)
        }
    }

    /// Whether a span may hold white space.
    private func hasSpace(_ span: Range<Int>) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = span.lowerBound
        while offset &+ 8 <= span.upperBound {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            // Bytes up to 20, C2 and E3; a borrow may find one too many, never one too few.
            let (wide, wider) = (word ^ ones &* 0xC2, word ^ ones &* 0xE3)
            let found = (word &- ones &* 0x21) & ~word | (wide &- ones) & ~wide | (wider &- ones) & ~wider
            if found & (ones &* 0x80) != 0 { return true }
            offset &+= 8
        }
        while offset < span.upperBound {
            if mayBeSpace(bytes[offset]) { return true }
            offset &+= 1
        }
        return false
    }
}
