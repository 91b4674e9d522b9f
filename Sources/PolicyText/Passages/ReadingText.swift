/// The text of the finished parts in one buffer and in reading order: what the stages behind the outline read.
///
/// Duties and targets cross the borders of paragraphs (a label and its list, a lead-in and its items) and are found by a
/// few words in much text: one buffer is gone through once, and only hits ask where they are. Every passage is followed
/// by one line feed, so that no match runs from one into the next, save where a bracket was torn between two paragraphs.
///
/// A class, because every reader of it holds one and is copied.
///
/// - Complexity: Making one takes O(bytes), most of it a copy.
final class ReadingText {
    private(set) var bytes: [UInt8] = []
    private(set) var passages: [Passage] = []
    private(set) var units: [PassageUnit] = []
    private(set) var tables: [Table] = []
    let source: SourceText

    init(_ parts: [Part], source: SourceText) {
        self.source = source
        bytes.reserveCapacity(source.utf8.count + source.utf8.count / 16)
        for (part, content) in parts.enumerated() { add(content.content, part: part, unit: -1) }
    }

    private func add(_ blocks: [Block], part: Int, unit: Int) {
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

    private func add(_ section: Section, part: Int, parent: Int) {
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

    private func add(_ paragraph: Paragraph, part: Int, unit: Int) {
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

    private func addInline(_ block: Block, part: Int, parent: Int) {
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

    private func copy(_ string: String) -> Range<Int> {
        let start = bytes.count
        if string.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
            bytes.append(contentsOf: string.utf8)
        }
        let range = start..<bytes.count
        bytes.append(0x0A)
        return range
    }
}

// MARK: - Where bytes come from

extension ReadingText {
    /// The passage that holds the byte at an offset of the buffer.
    ///
    /// - Complexity: O(log passages).
    func passage(at offset: Int) -> Int {
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        // Behind the last byte; a line feed belongs to the passage that it follows.
        if low == passages.count || passages[low].range.lowerBound > offset { low -= 1 }
        while low > 0, passages[low].kind == .table { low -= 1 }
        return max(low, 0)
    }

    /// The innermost unit that owns bytes of a passage, or -1.
    func unit(owning range: Range<Int>, of passage: Int) -> Int {
        let inline = passages[passage].inlineUnits
        guard !inline.isEmpty else { return passages[passage].unit }
        let place = sourceOffsets(range, of: passage)
        // The last one that holds it is the innermost: outer units come first.
        return inline.last {
            units[$0].source.lowerBound <= place.lowerBound && place.upperBound <= units[$0].source.upperBound
        } ?? passages[passage].unit
    }

    /// The id of the section of a unit, or `nil` for -1.
    func id(ofUnit unit: Int) -> String? { unit >= 0 ? units[unit].id : nil }

    /// The source bytes, furniture in between included, that bytes were made from which begin in a passage.
    func sourceOffsets(_ range: Range<Int>, of passage: Int) -> Range<Int> {
        let start = sourceOffset(range.lowerBound, passage)
        guard !range.isEmpty else { return start..<start }
        let last =
            range.upperBound <= passages[passage].range.upperBound ? passage : self.passage(at: range.upperBound - 1)
        return start..<max(start, sourceOffset(range.upperBound - 1, last) + 1)
    }

    func sourceRange(_ range: Range<Int>, of passage: Int) -> SourceRange {
        source.range(sourceOffsets(range, of: passage))
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func sourceOffset(_ offset: Int, _ passage: Int) -> Int {
        var rest = offset - passages[passage].range.lowerBound
        guard passages[passage].pieces.isEmpty else {
            for piece in passages[passage].pieces {
                if rest < piece.end - piece.start { return piece.start + rest }
                rest -= piece.end - piece.start
            }
            return passages[passage].source.upperBound
        }
        let source = passages[passage].source
        guard passages[passage].range.count != source.count else { return source.lowerBound + rest }
        return aligned(offset, passages[passage])
    }

    /// A heading has no pieces: its bytes are looked for in the source one by one, layout and furniture skipped.
    private func aligned(_ offset: Int, _ passage: Passage) -> Int {
        var place = passage.source.lowerBound
        var index = passage.range.lowerBound
        while place < passage.source.upperBound {
            if source.utf8[place] == bytes[index] {
                if index == offset { return place }
                index += 1
            }
            place += 1
        }
        return min(place, max(passage.source.lowerBound, passage.source.upperBound - 1))
    }
}
