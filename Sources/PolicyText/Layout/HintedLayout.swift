/// Lays a reader's hints over the lines of its text.
///
/// Hints come from outside: whatever their ranges, every index is checked, and time is linear in lines and blocks.
struct HintedLayout {
    let text: TokenText
    let hints: LayoutHints
    let lexicons: Lexicons

    /// Marks the lines of furniture and tables.
    ///
    /// - Returns: The tables, in the order of ``Line/table``.
    func mark(_ lines: Lines) -> [FlatTable] {
        var tables: [FlatTable] = []
        var line = 0
        var end = 0
        for block in hints.blocks where block.range.lowerBound >= end {
            end = block.range.upperBound
            while line < lines.count, start(lines[line]) < block.range.lowerBound { line += 1 }
            let first = line
            while line < lines.count, start(lines[line]) < end, lines[line].isBlank || inkEnd(lines[line]) <= end {
                line += 1
            }
            guard first < line else { continue }
            switch block.kind {
            case .paragraph: break
            case .heading(let level):
                for place in first..<line { lines[place].headingDepth = max(1, min(level, 9)) }
            case .furniture(let kind):
                for place in first..<line { take(&lines[place], as: TokenRole(kind)) }
            case .table(let number):
                guard hints.tables.indices.contains(number),
                    let table = table(hints.tables[number], lines, first..<line)
                else { continue }
                for place in first..<line { lines[place].table = tables.count }
                tables.append(table)
            }
        }
        return tables
    }

    private func start(_ line: Line) -> Int {
        text.tokens[line.isBlank ? line.tokenStart : line.first].start
    }

    private func inkEnd(_ line: Line) -> Int { text.tokens[line.end - 1].end }

    private func take(_ line: inout Line, as role: TokenRole) {
        guard !line.isBlank, !line.isFurniture else { return }
        line.isFurniture = true
        for index in line.tokenStart..<line.tokenEnd where text.tokens[index].role == .text {
            text.setRole(index, role)
        }
    }

    // MARK: - Tables

    private func table(_ hint: LayoutHints.Table, _ lines: Lines, _ range: Range<Int>) -> FlatTable? {
        guard let first = range.first(where: { lines[$0].isInk }), let last = range.last(where: { lines[$0].isInk })
        else { return nil }
        let ink = lines[first].first..<lines[last].end
        var next = ink.lowerBound
        var title = ink.lowerBound..<ink.lowerBound
        if let caption = hint.title, let found = tokens(of: caption, from: &next, before: ink.upperBound) {
            title = found
        }
        var rows: [[FlatTable.Cell]] = []
        rows.reserveCapacity(hint.rows.count)
        for row in hint.rows {
            rows.append(
                row.map { cell in
                    let found = tokens(of: cell.range, from: &next, before: ink.upperBound)
                    return FlatTable.Cell(
                        first: found?.lowerBound ?? next, end: found?.upperBound ?? next, rowSpan: cell.rowSpan,
                        columnSpan: cell.columnSpan)
                })
        }
        // Text between the cells would be lost: then the lines are paragraphs.
        guard inkCount(ink) == cells(title, rows).reduce(0, { $0 + inkCount($1) }) else { return nil }
        return FlatTable(
            lines: first..<last + 1, title: title, rows: rows, headerRows: hint.headerRows ?? headerRows(rows))
    }

    private func cells(_ title: Range<Int>, _ rows: [[FlatTable.Cell]]) -> [Range<Int>] {
        rows.joined().map { $0.first..<$0.end } + [title]
    }

    private func inkCount(_ tokens: Range<Int>) -> Int {
        var count = 0
        for index in tokens where text.isInk(index) { count += 1 }
        return count
    }

    /// The tokens of ink of a cell; cells come in reading order.
    private func tokens(of range: Range<Int>, from next: inout Int, before end: Int) -> Range<Int>? {
        while next < end, text.tokens[next].start < range.lowerBound { next += 1 }
        let first = text.ink(from: next, to: end)
        var stop = first
        while stop < end, text.tokens[stop].end <= range.upperBound { stop += 1 }
        guard first < stop else { return nil }
        next = stop
        let last = text.ink(before: stop, from: first)
        return last >= first ? first..<last + 1 : nil
    }

    /// The rows above the data, where the file does not say: those that hold a known header word, and titles above them.
    private func headerRows(_ rows: [[FlatTable.Cell]]) -> Int {
        guard rows.count >= 2 else { return 0 }
        for (index, row) in rows.prefix(3).enumerated() where row.contains(where: isHeader) {
            let depth = row.reduce(1) { $1.rowSpan == Int.max ? $0 : max($0, min($1.rowSpan, rows.count)) }
            return min(index + depth, rows.count - 1)
        }
        return 0
    }

    private func isHeader(_ cell: FlatTable.Cell) -> Bool {
        guard cell.first < cell.end else { return false }
        let bytes = ParagraphReader(text: text, lexicons: lexicons).squash(cell.first, cell.end)
        guard bytes.count <= 60 else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            lexicons.tableHeaders.longest(at: 0, in: bytes, before: bytes.count)
                .map { lexicons.tableHeaders.byteCount($0) == bytes.count } ?? false
        }
    }
}

extension TokenRole {
    /// The role that makes a token furniture of a kind.
    init(_ kind: Furniture.Kind) {
        self =
            switch kind {
            case .siteChrome, .blank: .siteChrome
            case .pageHeader: .pageHeader
            case .pageNumber: .pageNumber
            case .pageBreak: .pageBreak
            case .tableOfContents: .tableOfContents
            case .imprint: .imprint
            case .decoration: .decoration
            case .pageMetadata: .pageMetadata
            case .footnote: .footnote
            }
    }
}
