/// Puts the blocks of parts one behind the other for a ``ReadingText``, which is not changed afterwards.
struct ReadingTextBuilder {
    private(set) var bytes: [UInt8] = []
    private(set) var passages: [Passage] = []
    private(set) var units: [PassageUnit] = []
    private(set) var tables: [Table] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        passages.reserveCapacity(capacity / 256)
        units.reserveCapacity(capacity / 512)
    }

    mutating func add(_ blocks: [Block], part: Int, unit parent: Int) {
        // What a block holds is taken field by field: a section that is passed on is copied, reference by reference.
        for block in blocks {
            switch block {
            case .section(let section):
                let unit = units.count
                units.append(
                    PassageUnit(
                        id: section.id, parent: parent, part: part, level: section.level,
                        scheme: section.marker.scheme, ordinal: section.marker.ordinal, isInline: section.inline,
                        source: section.range.offsets, passages: passages.count..<passages.count))
                if let heading = section.heading {
                    let source = (section.headingRange ?? section.range).offsets
                    passages.append(
                        Passage(kind: .heading, range: copy(heading), unit: unit, part: part, source: source))
                }
                add(section.content, part: part, unit: unit)
                units[unit].passages = units[unit].passages.lowerBound..<passages.count
            case .paragraph(let paragraph):
                mendBefore(part: part, unit: parent)
                let range = copy(paragraph.text)
                let first = units.count
                for block in paragraph.content { addInline(block, part: part, parent: parent) }
                passages.append(
                    Passage(
                        kind: .paragraph, range: range, unit: parent, part: part,
                        inlineUnits: first..<units.count, source: paragraph.range.offsets,
                        pieces: paragraph.pieces))
            case .table(let table):
                passages.append(
                    Passage(
                        kind: .table, range: bytes.count..<bytes.count, unit: parent, part: part, table: tables.count,
                        source: table.range.offsets))
                tables.append(table)
            }
        }
    }

    /// Before a paragraph: where the one before it breaks off inside a bracket, the bracket goes on, without a line feed
    /// between the halves, which may be those of a word.
    private mutating func mendBefore(part: Int, unit: Int) {
        let last = passages.count - 1
        guard last >= 0, passages[last].kind == .paragraph, passages[last].unit == unit, passages[last].part == part,
            isTorn(passages[last].range)
        else { return }
        bytes.removeLast()
    }

    private mutating func addInline(_ block: Block, part: Int, parent: Int) {
        guard case .section(let section) = block else { return }
        let unit = units.count
        units.append(makeUnit(section, part: part, parent: parent))
        for inner in section.content { addInline(inner, part: part, parent: unit) }
    }

    /// Bytes of the longest half bracket that is looked for.
    private static let longestTear = 1_200

    /// Whether a paragraph breaks off inside a bracket.
    private func isTorn(_ range: Range<Int>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard !range.isEmpty, !endsSentence(TextBytes(bytes), range) else { return false }
            var offset = range.upperBound
            var closed = 0
            let limit = max(range.lowerBound, range.upperBound - Self.longestTear)
            while offset > limit {
                offset -= 1
                switch bytes[offset] {
                case 0x28 where closed == 0: return true
                case 0x28: closed -= 1
                case 0x29: closed += 1
                // The last bytes of the wide brackets.
                case 0x88, 0x89, 0x94, 0x95:
                    switch TextBytes(bytes).code(at: offset - 2) {
                    case "（", "〔":
                        if closed == 0 { return true }
                        closed -= 1
                    case "）", "〕": closed += 1
                    default: break
                    }
                default: break
                }
            }
            return false
        }
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

    private func makeUnit(_ section: Section, part: Int, parent: Int) -> PassageUnit {
        PassageUnit(
            id: section.id, parent: parent, part: part, level: section.level, scheme: section.marker.scheme,
            ordinal: section.marker.ordinal, isInline: section.inline, source: section.range.offsets,
            passages: passages.count..<passages.count)
    }

    private mutating func copy(_ string: String) -> Range<Int> {
        let start = bytes.count
        if string.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
            bytes.append(contentsOf: string.utf8)
        }
        let range = start..<bytes.count
        bytes.append(0x0A)
        return range
    }
}
