/// The clauses, sentences and brackets of a passage that holds quantities.
struct ClauseMap {
    /// A stretch between commas, semicolons and full stops.
    struct Clause {
        var range: Range<Int>
        /// Counted from 0 within the passage; ，and ； do not end a sentence.
        var sentence: Int
        /// Counted from 0; ； ends a part of a sentence.
        var part: Int
    }

    /// A pair of brackets, quotation marks or title marks, from sign to sign.
    struct Enclosure {
        enum Kind { case bracket, quotation, title }
        var range: Range<Int>
        var kind: Kind
    }

    private(set) var clauses: [Clause] = []
    private(set) var enclosures: [Enclosure] = []

    /// Open brackets that are remembered; deeper nesting is an attack.
    private static let depth = 16
    /// How far a bracket may run in bytes; one that is never closed must not swallow the passage.
    private static let reach = 900

    init(_ text: ByteText) {
        findEnclosures(text)
        split(text)
    }

    private mutating func findEnclosures(_ text: ByteText) {
        var open: [(start: Int, close: Unicode.Scalar, kind: Enclosure.Kind)] = []
        var offset = 0
        while offset < text.count {
            if Self.isHan(text.bytes[offset]) {
                offset += 3
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            defer { offset += max(length, 1) }
            if let last = open.lastIndex(where: { $0.close == scalar }), offset - open[last].start <= Self.reach {
                enclosures.append(Enclosure(range: open[last].start..<offset + length, kind: open[last].kind))
                open.removeSubrange(last...)
                continue
            }
            guard let (close, kind) = Self.pair(scalar) else { continue }
            if open.count == Self.depth { open.removeFirst() }
            open.append((offset, close, kind))
        }
        enclosures.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether a byte opens one of the Chinese characters from U+4000, which no mark of punctuation is.
    @inline(__always)
    private static func isHan(_ byte: UInt8) -> Bool { byte &- 0xE4 < 6 }

    private static func pair(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, Enclosure.Kind)? {
        switch scalar {
        case "（": ("）", .bracket)
        case "(": (")", .bracket)
        case "〔": ("〕", .title)
        case "［": ("］", .title)
        case "“": ("”", .quotation)
        case "「": ("」", .quotation)
        case "《": ("》", .title)
        default: nil
        }
    }

    private mutating func split(_ text: ByteText) {
        var start = 0
        var sentence = 0
        var part = 0
        var next = 0
        var offset = 0
        while offset < text.count {
            if Self.isHan(text.bytes[offset]) {
                offset += 3
                continue
            }
            while next < enclosures.count, enclosures[next].range.lowerBound < offset { next += 1 }
            if next < enclosures.count, enclosures[next].range.lowerBound == offset {
                offset = enclosures[next].range.upperBound
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            let end = scalar == "." ? stop(text, offset) : Self.mark(scalar)
            guard end > 0, !isInsideNumber(text, offset, scalar) else {
                offset += max(length, 1)
                continue
            }
            append(start..<offset, sentence, part)
            if end > 1 { part += 1 }
            if end > 2 { sentence += 1 }
            offset += length
            start = offset
        }
        append(start..<text.count, sentence, part)
    }

    private mutating func append(_ range: Range<Int>, _ sentence: Int, _ part: Int) {
        if !range.isEmpty { clauses.append(Clause(range: range, sentence: sentence, part: part)) }
    }

    /// 1 for what ends a clause, 2 for ；, 3 for what ends a sentence, 0 otherwise.
    private static func mark(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "，", ",", "：", ":": 1
        case "；", ";": 2
        case "。", "！", "？", "!", "?": 3
        default: 0
        }
    }

    /// 3 for a full stop typed as a point: behind a Chinese character and not before a digit.
    private func stop(_ text: ByteText, _ offset: Int) -> Int {
        guard offset > 0, text.bytes[offset - 1] >= 0x80 else { return 0 }
        return text.scalar(at: text.skipBlanks(offset + 1)).value.arabicDigit == nil
            || text.skipBlanks(offset + 1) > offset + 1 ? 3 : 0
    }

    private func isInsideNumber(_ text: ByteText, _ offset: Int, _ scalar: Unicode.Scalar) -> Bool {
        guard scalar == "," || scalar == ":" else { return false }
        return text.scalar(before: offset).value.arabicDigit != nil
            && text.scalar(at: offset + 1).value.arabicDigit != nil
    }

    /// The clause that holds an offset.
    func clause(at offset: Int) -> Int? {
        var low = 0
        var high = clauses.count
        while low < high {
            let middle = (low + high) / 2
            if clauses[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < clauses.count && clauses[low].range.contains(offset) ? low : nil
    }

    /// The innermost enclosure that holds an offset.
    func enclosure(at offset: Int) -> Enclosure? {
        enclosures.last { $0.range.lowerBound <= offset && offset < $0.range.upperBound }
    }
}
