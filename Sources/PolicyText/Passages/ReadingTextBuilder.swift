/// Puts the blocks of parts one behind the other for a ``ReadingText``, which is not changed afterwards.
///
/// Blocks are looked at where they lie: one that is handed on is copied, reference by reference.
struct ReadingTextBuilder {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes are written.
    private(set) var count = 0
    private(set) var passages: [Passage] = []
    private(set) var units: [PassageUnit] = []
    private(set) var tables: [Table] = []
    private(set) var pieces: [[SourcePiece]] = []
    /// Whether there was no room for all bytes.
    private(set) var isCut = false

    init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
        passages.reserveCapacity(bytes.count / 256)
        units.reserveCapacity(bytes.count / 512)
    }

    mutating func add(_ blocks: [Block], part: Int, unit parent: Int) {
        blocks.withLent { block in add(block.value, part: part, unit: parent) }
    }

    private mutating func add(_ block: Block, part: Int, unit parent: Int) {
        switch block {
        case .section(let section): add(section, part: part, unit: parent)
        case .paragraph(let paragraph): add(paragraph, part: part, unit: parent)
        case .table(let table):
            passages.append(
                Passage(
                    kind: .table, range: count..<count, unit: parent, part: part, table: tables.count,
                    source: table.range.offsets))
            tables.append(table)
        }
    }

    private mutating func add(_ section: Section, part: Int, unit parent: Int) {
        let unit = units.count
        addUnit(section, part: part, parent: parent)
        if let heading = section.heading {
            let source = (section.headingRange ?? section.range).offsets
            passages.append(Passage(kind: .heading, range: copy(heading), unit: unit, part: part, source: source))
        }
        add(section.content, part: part, unit: unit)
        units[unit].passages = units[unit].passages.lowerBound..<passages.count
    }

    private mutating func add(_ paragraph: Paragraph, part: Int, unit parent: Int) {
        mendBefore(part: part, unit: parent)
        let range = copy(paragraph.text)
        let first = units.count
        paragraph.content.withLent { block in addInline(block.value, part: part, parent: parent) }
        passages.append(
            Passage(
                kind: .paragraph, range: range, unit: parent, part: part, inlineUnits: first..<units.count,
                source: paragraph.range.offsets, pieces: paragraph.pieces.isEmpty ? -1 : pieces.count))
        if !paragraph.pieces.isEmpty { pieces.append(paragraph.pieces) }
    }

    private mutating func addInline(_ block: Block, part: Int, parent: Int) {
        guard case .section(let section) = block else { return }
        let unit = units.count
        addUnit(section, part: part, parent: parent)
        section.content.withLent { inner in addInline(inner.value, part: part, parent: unit) }
    }

    @inline(__always)
    private mutating func addUnit(_ section: Section, part: Int, parent: Int) {
        units.append(
            PassageUnit(
                id: section.id, parent: parent, part: part, level: section.level, scheme: section.marker.scheme,
                ordinal: section.marker.ordinal, isInline: section.inline, source: section.range.offsets,
                passages: passages.count..<passages.count))
    }

    // MARK: - Bytes

    /// Copies a text and puts a line feed behind it.
    @inline(never)
    private mutating func copy(_ string: String) -> Range<Int> {
        let start = count
        let isContiguous: Void? = string.utf8.withContiguousStorageIfAvailable { copy($0) }
        if isContiguous == nil {
            var other = string
            other.withUTF8 { copy($0) }
        }
        return start..<max(start, count - 1)
    }

    private mutating func copy(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count < bytes.count - count, let base = bytes.baseAddress else {
            isCut = true
            return
        }
        if let source = text.baseAddress { (base + count).update(from: source, count: text.count) }
        base[count + text.count] = 0x0A
        count += text.count + 1
    }

    // MARK: - Torn brackets

    /// Before a paragraph: where the one before it breaks off inside a bracket, the bracket goes on, without a line feed
    /// between the halves, which may be those of a word.
    private mutating func mendBefore(part: Int, unit: Int) {
        let last = passages.count - 1
        guard last >= 0, passages[last].kind == .paragraph, passages[last].unit == unit, passages[last].part == part,
            isTorn(passages[last].range)
        else { return }
        count -= 1
    }

    /// Bytes of the longest half bracket that is looked for.
    private static let longestTear = 1_200

    /// Whether a paragraph breaks off inside a bracket.
    private func isTorn(_ range: Range<Int>) -> Bool {
        let text = TextBytes(UnsafeBufferPointer(rebasing: bytes[..<count]))
        guard !range.isEmpty, !endsSentence(text, range) else { return false }
        var offset = range.upperBound
        var closed = 0
        let limit = max(range.lowerBound, range.upperBound - Self.longestTear)
        while let place = text.lastBracketByte(in: limit..<offset) {
            offset = place
            switch text.bytes[offset] {
            case 0x28 where closed == 0: return true
            case 0x28: closed -= 1
            case 0x29: closed += 1
            default:
                switch text.code(at: offset) {
                case "（", "〔":
                    if closed == 0 { return true }
                    closed -= 1
                case "）", "〕": closed += 1
                default: break
                }
            }
        }
        return false
    }

    /// Whether a paragraph ends in 。；：）！？ or one of their narrow forms.
    private func endsSentence(_ text: TextBytes, _ range: Range<Int>) -> Bool {
        switch text.bytes[range.upperBound - 1] {
        case 0x29, 0x2E, 0x3A, 0x3B: return true
        default: break
        }
        switch text.code(at: range.upperBound - 3) {
        case "。", "；", "：", "）", "！", "？": return true
        default: return false
        }
    }
}

extension TextBytes {
    /// Where the last byte of a span stands that is a narrow bracket or the first of a wide one: eight bytes a step.
    fileprivate func lastBracketByte(in span: Range<Int>) -> Int? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let raw = UnsafeRawBufferPointer(bytes)
        var end = span.upperBound
        while end &- 8 >= span.lowerBound {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self))
            let narrow = word & (ones &* 0xFE) ^ ones &* 0x28
            let (wide, wider) = (word ^ ones &* 0xEF, word ^ ones &* 0xE3)
            // A borrow may find a byte too many, never one too few.
            let found = (narrow &- ones) & ~narrow | (wide &- ones) & ~wide | (wider &- ones) & ~wider
            if found & (ones &* 0x80) != 0 { break }
            end &-= 8
        }
        while end > span.lowerBound {
            end &-= 1
            if Self.mayBeBracket(bytes[end]) { return end }
        }
        return nil
    }

    @inline(__always)
    private static func mayBeBracket(_ byte: UInt8) -> Bool {
        byte & 0xFE == 0x28 || byte == 0xEF || byte == 0xE3
    }
}
