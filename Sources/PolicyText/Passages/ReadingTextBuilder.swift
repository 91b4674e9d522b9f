/// Puts the blocks of parts one behind the other for a ``ReadingText``, which is not changed afterwards.
struct ReadingTextBuilder {
    private(set) var bytes: [UInt8] = []
    private(set) var passages: [Passage] = []
    private(set) var units: [PassageUnit] = []
    private(set) var tables: [Table] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func add(_ blocks: [Block], part: Int, unit: Int) {
        for block in blocks {
            switch block {
            case .section(let section): add(section, part: part, parent: unit)
            case .paragraph(let paragraph): add(paragraph, part: part, unit: unit)
            case .table(let table):
                var passage = Passage(
                    kind: .table, range: bytes.count..<bytes.count, unit: unit, part: part,
                    source: table.range.offsets)
                passage.table = tables.count
                tables.append(table)
                passages.append(passage)
            }
        }
    }

    private mutating func add(_ section: Section, part: Int, parent: Int) {
        let unit = units.count
        units.append(makeUnit(section, part: part, parent: parent))
        if let heading = section.heading {
            let range = copy(heading)
            passages.append(
                Passage(
                    kind: .heading, range: range, unit: unit, part: part,
                    source: section.headingRange?.offsets ?? section.range.offsets))
        }
        add(section.content, part: part, unit: unit)
        units[unit].passages = units[unit].passages.lowerBound..<passages.count
    }

    private mutating func add(_ paragraph: Paragraph, part: Int, unit: Int) {
        if let last = passages.last, last.kind == .paragraph, last.unit == unit, last.part == part, isTorn(last.range) {
            // The bracket goes on: no line feed between the halves, which may be those of a word.
            bytes.removeLast()
        }
        let range = copy(paragraph.text)
        let first = units.count
        for block in paragraph.content { addInline(block, part: part, parent: unit) }
        var passage = Passage(
            kind: .paragraph, range: range, unit: unit, part: part, source: paragraph.range.offsets)
        passage.inlineUnits = first..<units.count
        passage.pieces = paragraph.pieces
        passages.append(passage)
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
        bytes.withUnsafeBufferPointer { buffer in
            let text = TextBytes(buffer)
            guard !["。", "；", "：", "）", ")", "！", "？", ".", ";", ":"].contains(where: { text.closes(range, with: $0) })
            else {
                return false
            }
            var offset = range.upperBound
            var closed = 0
            while offset > range.lowerBound, range.upperBound - offset < Self.longestTear {
                offset = text.previous(offset)
                switch text.code(at: offset) {
                case 0xEFBC89, 0xE38095: closed += 1
                case 0xEFBC88, 0xE38094:
                    if closed == 0 { return true }
                    closed -= 1
                default:
                    if text.bytes[offset] == 0x29 { closed += 1 }
                    if text.bytes[offset] == 0x28 {
                        if closed == 0 { return true }
                        closed -= 1
                    }
                }
            }
            return false
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
