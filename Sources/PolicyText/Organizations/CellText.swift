/// The text of a cell, and where its source sets something apart in it: the end of a paragraph or line, white space, `<br>`.
///
/// A cell's text has no white space. Several departments of one cell may have nothing else between them, and a name that is
/// too long for its column has it in the middle: what stands on either side decides.
struct CellText {
    private(set) var bytes: [UInt8] = []
    /// For each byte its place in the source; that of the next one for a mark that was put in.
    private var offsets: [Int] = []
    /// The bytes before which something is set apart, in order.
    private var gaps: [Int] = []
    /// Whether signs of a line's end were left out.
    private var hasLineBreak = false

    /// Gaps of a cell that are looked at; with more it is a page of text.
    private static let maximumGaps = 400

    /// - Returns: `nil` where nothing is set apart, or the cell is no slice of the source.
    init?(_ cell: TableCell, _ source: TextBytes) {
        let range = cell.range.offsets
        guard range.upperBound <= source.count else { return nil }
        var written = cell.text.utf8.makeIterator()
        var offset = range.lowerBound
        while offset < range.upperBound {
            if let width = source.spaceWidth(at: offset, before: range.upperBound) {
                addGap()
                offset += width
            } else if let end = Self.lineBreakEnd(at: offset, before: range.upperBound, source) {
                for place in offset..<end where source.bytes[place] != 0x20 { _ = written.next() }
                addGap()
                hasLineBreak = true
                offset = end
            } else {
                guard source.bytes[offset] == written.next() else { return nil }
                bytes.append(source.bytes[offset])
                offsets.append(offset)
                offset += 1
            }
        }
        if gaps.last == bytes.count { gaps.removeLast() }
        guard !gaps.isEmpty || hasLineBreak, gaps.count <= Self.maximumGaps else { return nil }
    }

    private mutating func addGap() {
        if !bytes.isEmpty, gaps.last != bytes.count { gaps.append(bytes.count) }
    }

    /// Where `<br>`, `<br/>` or `<br />` ends.
    private static func lineBreakEnd(at offset: Int, before end: Int, _ source: TextBytes) -> Int? {
        guard source.bytes[offset] == 0x3C else { return nil }
        for word: StaticString in ["<br>", "<br/>", "<br />", "<BR>", "<BR/>", "<BR />"]
        where source.has(word, at: offset) {
            return offset + word.utf8CodeUnitCount <= end ? offset + word.utf8CodeUnitCount : nil
        }
        return nil
    }

    /// The source bytes that a part of the text was made from.
    func sourceOffsets(_ span: Range<Int>) -> Range<Int> {
        guard let last = span.last, last < offsets.count else { return 0..<0 }
        return offsets[span.lowerBound]..<offsets[last] + 1
    }

    /// The text with 、 ， or ； where names, clauses or labels are set apart; `nil` where none are.
    ///
    /// - Parameter isMarkedUp: Whether a gap is the writer's, and not that of a line which was full.
    /// - Complexity: O(bytes + gaps · longest name).
    func divided(_ catalogue: OrganizationCatalogue, _ words: DutyWords, isMarkedUp: Bool) -> CellText? {
        let marks: [(place: Int, mark: StaticString)] = bytes.withUnsafeBufferPointer { buffer in
            let text = TextBytes(buffer)
            let reader = OrganizationReader(text: text, catalogue: catalogue)
            let lists = OrganizationListReader(text: text, reader: reader, words: words)
            _ = lists.marks.cover(0..<text.count)
            let borders = CellBorders(text: text, lists: lists, words: words, isMarkedUp: isMarkedUp)
            return borders.marks(at: gaps)
        }
        guard !marks.isEmpty || hasLineBreak else { return nil }
        var result = self
        (result.bytes, result.offsets) = ([], [])
        var next = 0
        for index in bytes.indices {
            if next < marks.count, marks[next].place == index {
                for byte in UnsafeBufferPointer(
                    start: marks[next].mark.utf8Start, count: marks[next].mark.utf8CodeUnitCount)
                {
                    result.bytes.append(byte)
                    result.offsets.append(offsets[index])
                }
                next += 1
            }
            result.bytes.append(bytes[index])
            result.offsets.append(offsets[index])
        }
        return result
    }
}

/// Tells which gaps of a cell stand between two names, and which within one.
struct CellBorders {
    let text: TextBytes
    let lists: OrganizationListReader
    let words: DutyWords
    let isMarkedUp: Bool

    /// Bytes on either side of a gap that are looked at.
    private static let reach = 3 * OrganizationReader.longestName
    /// Gaps that a name may have in it.
    private static let gapsInName = 2
    /// Bytes of 省 and the like: no name that something could be set apart from.
    private static let shortest = 9

    /// The marks that belong at the gaps, in order.
    func marks(at gaps: [Int]) -> [(place: Int, mark: StaticString)] {
        var result: [(place: Int, mark: StaticString)] = []
        // Where the piece begins that the next gap may end.
        var start = 0
        var depth = 0
        var place = 0
        for (number, gap) in gaps.enumerated() {
            while place < gap {
                switch kind(at: place) {
                case .open: depth += 1
                case .close: depth = max(0, depth - 1)
                case .border, .colon: if depth == 0 { start = place + text.width(at: place) }
                default: break
                }
                place += text.width(at: place)
            }
            let ends = gaps[(number + 1)...].prefix(Self.gapsInName)
            guard depth == 0, start < gap, let mark = mark(aligned(start, gap)..<gap, ends) else { continue }
            result.append((gap, mark))
            start = gap
        }
        return result
    }

    private enum Kind { case open, close, colon, border, other }

    private func kind(at offset: Int) -> Kind {
        switch text.bytes[offset] {
        case 0x28: return .open
        case 0x29: return .close
        case 0x3A: return .colon
        case 0x2C, 0x3B: return .border
        case ..<0x80: return .other
        default: break
        }
        switch text.code(at: offset) {
        case "（", "〔": return .open
        case "）", "〕": return .close
        case "：": return .colon
        case "、", "，", "；", "。": return .border
        default: return .other
        }
    }

    /// Not farther back than a name reaches.
    private func aligned(_ start: Int, _ gap: Int) -> Int {
        var start = max(start, gap - Self.reach)
        while start < gap, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        return start
    }

    /// The mark at the gap behind a piece, if one belongs there.
    ///
    /// - Parameter gaps: The next ones, at which the name behind the gap may end.
    private func mark(_ left: Range<Int>, _ gaps: ArraySlice<Int>) -> StaticString? {
        let gap = left.upperBound
        let (limit, isLabel) = pieceEnd(from: gap)
        if isLabel { return "；" }
        if endsInVerb(left) { return "，" }
        let ends = gaps.filter { $0 < limit } + [limit]
        if let name = lastName(left) {
            for end in ends where isNext(gap..<end, behind: name) { return "、" }
        }
        return ends.contains { areInstitutions(left, gap..<$0) } ? "、" : nil
    }

    /// 安监站|安监所, 文化站|卫生院: institutions by their last characters alone, which are no names elsewhere.
    ///
    /// What stands behind a named body may be an inner office of it, but not what stands behind a station or a school.
    private func areInstitutions(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let sort = lists.reader.sort(of: left)
        let isBare = sort <= .publicBody && !lists.reader.hasNamedHead(left)
        guard isBare || lists.reader.isInstitution(left), left.count >= Self.shortest, right.count >= Self.shortest,
            lists.reader.isInstitution(right)
        else { return false }
        // 东湾镇中心|卫生院
        let isInner = text.closes(left, with: "中心") && lists.reader.isInstitutionWord(right)
        return !isInner && lists.reader.sort(of: left.lowerBound..<right.upperBound) != .known
    }

    /// Where the piece ends that begins at an offset, and whether it is the label of a role or another field.
    private func pieceEnd(from start: Int) -> (end: Int, isLabel: Bool) {
        var end = start
        var depth = 0
        while end < text.count, end - start <= Self.reach {
            switch kind(at: end) {
            case .open: depth += 1
            case .close: depth -= 1
            case .colon: return (end, words.label(start..<end, in: text) != nil)
            case .border where depth <= 0: return (end, false)
            default: break
            }
            end += text.width(at: end)
        }
        return (min(end, text.count), false)
    }

    /// 县住建局牵头
    private func endsInVerb(_ span: Range<Int>) -> Bool {
        var offset = span.upperBound
        while offset > span.lowerBound + 6, span.upperBound - offset < 12 {
            offset = text.previous(offset)
            if let verb = words.verb(at: offset, before: span.upperBound, in: text),
                offset + verb.length == span.upperBound
            {
                return lastName(span.lowerBound..<offset) != nil
            }
        }
        return false
    }

    /// The name that a piece ends in, or `nil` when it is none.
    private func lastName(_ span: Range<Int>) -> Range<Int>? { name(in: span, isLast: true) }

    private func name(in span: Range<Int>, isLast: Bool) -> Range<Int>? {
        guard !span.isEmpty else { return nil }
        let list = lists.list(in: span)
        defer { lists.store.leave(list.names.lowerBound) }
        guard let index = isLast ? list.names.last : list.names.first, lists.store.sort(index) < .market else {
            return nil
        }
        return lists.store.names[index].span
    }

    /// Whether a span opens with a name that does not go on with the one before it.
    private func isNext(_ span: Range<Int>, behind name: Range<Int>) -> Bool {
        guard name.count >= Self.shortest,
            let next = self.name(in: span, isLast: false) ?? self.name(in: beforeVerb(span), isLast: false)
        else { return false }
        let reader = lists.reader
        let sort = reader.sort(of: next)
        let isNamed = sort == .generic || reader.hasNamedHead(next)
        // 省政府|办公厅, 各县（市、区）|人民政府
        let joined = reader.sort(of: name.lowerBound..<next.upperBound)
        if joined == .known || joined == .generic && !isNamed { return false }
        return isMarkedUp || isNamed || sort == .known || !reader.hasNamedHead(name)
    }

    /// 县财政局|配合: what stands before the verb.
    private func beforeVerb(_ span: Range<Int>) -> Range<Int> {
        var offset = span.lowerBound + 6
        while offset < span.upperBound {
            if words.verb(taking: offset..<span.upperBound, in: text) != nil {
                var names = span.lowerBound..<offset
                while let length = words.adverbs.closing(names, in: text) {
                    names = names.lowerBound..<names.upperBound - length
                }
                return names
            }
            offset += text.width(at: offset)
        }
        return span
    }
}
