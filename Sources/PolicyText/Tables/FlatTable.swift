/// A table as the lines show it: rows of runs of tokens.
struct FlatTable {
    struct Cell {
        var first: Int
        var end: Int
        var rowSpan = 1
        var columnSpan = 1

        static func empty(at token: Int) -> Cell { Cell(first: token, end: token) }
    }

    /// The lines that the table takes, its title included.
    var lines: Range<Int>
    /// The tokens of the title, or an empty range.
    var title: Range<Int>
    var rows: [[Cell]]
    var headerRows: Int
}

/// Finds the tables among the lines: columns of spaces, Markdown pipes, and one cell on each line.
struct TableFinder {
    let text: TokenText
    let lexicons: Lexicons

    /// The tables, in order; their lines are marked, with numbers from `first` on.
    func find(_ lines: Lines, from first: Int = 0) -> [FlatTable] {
        var tables: [FlatTable] = []
        var index = 0
        while index < lines.count {
            guard mayOpenTable(index, lines), lines[index].isInk, lines[index].table < 0,
                let table = table(at: index, lines)
            else {
                index += 1
                continue
            }
            let titled = withTitle(table, lines, from: tables.last?.lines.upperBound ?? 0)
            for line in titled.lines { lines[line].table = first + tables.count }
            tables.append(titled)
            index = titled.lines.upperBound
        }
        return tables
    }

    /// A look at what is known of a line, which tells nearly all.
    @inline(__always)
    private func mayOpenTable(_ index: Int, _ lines: Lines) -> Bool {
        if lines[index].hasGaps || lines[index].opening == .markdown { return true }
        let first = lines[index].first
        // The words first, for which the answer is nearly always the same; a blank line may have no token.
        return first < text.count && text.token(first, opensWith: "序号") && lines[index].opening == .han
            && lines[index].width <= CellLineTable.cellColumns
    }

    private func table(at index: Int, _ lines: Lines) -> FlatTable? {
        let line = lines[index]
        if line.opening == .markdown, text.bytes[text.tokens[line.first].start] == 0x7C {
            return PipeTable(text: text).table(at: index, lines)
        }
        if line.hasGaps { return ColumnTable(text: text, lexicons: lexicons).table(at: index, lines) }
        guard line.opening == .han else { return nil }
        return CellLineTable(text: text, lexicons: lexicons).table(at: index, lines)
    }

    // MARK: - Titles

    /// How many lines, and columns, the title above a table may take.
    private static let titleLines = 6
    private static let titleColumns = 90

    /// The words above a table, up to the end of a sentence, are its title.
    private func withTitle(_ table: FlatTable, _ lines: Lines, from lowest: Int) -> FlatTable {
        var first = table.lines.lowerBound
        var columns = 0
        var count = 0
        while first > lowest {
            var above = first - 1
            while above >= lowest, lines[above].isBlank { above -= 1 }
            guard above >= lowest, lines[above].isInk, isTitle(lines[above]),
                columns + lines[above].width <= Self.titleColumns,
                count < Self.titleLines
            else { break }
            // A line of its own is a whole title; torn pieces go on upwards.
            let isTorn = count == 0 || isTorn(lines[above], lines[first])
            guard isTorn else { break }
            first = above
            columns += lines[above].width
            count += 1
        }
        guard count > 0, let last = (first..<table.lines.lowerBound).last(where: { lines[$0].isInk }) else {
            return table
        }
        var titled = table
        titled.lines = first..<table.lines.upperBound
        titled.title = lines[first].first..<lines[last].end
        return titled
    }

    private func isTitle(_ line: Line) -> Bool {
        guard line.table < 0, line.headingDepth == 0, text.kind(line.first) != .markdown else { return false }
        for index in line.first..<line.end {
            switch text.kind(index) {
            case .sentenceEnd, .semicolon, .comma: return false
            default: break
            }
        }
        if text.kind(line.end - 1) == .colon || isField(line) { return false }
        guard let marker = MarkerScanner(text: text).marker(at: line.first, end: line.end) else { return true }
        return marker.scheme == .table
    }

    /// 发布时间：2023-05-06 is a field of the page.
    private func isField(_ line: Line) -> Bool {
        guard (line.first..<line.end).contains(where: { text.kind($0) == .colon }) else { return false }
        let bytes = text.tokens[line.first].start..<text.tokens[line.end - 1].end
        return lexicons.siteChrome.frames(UnsafeBufferPointer(rebasing: text.bytes[bytes]))
    }

    private func isTorn(_ above: Line, _ below: Line) -> Bool {
        func isWord(_ index: Int) -> Bool { text.kind(index) == .han || text.kind(index) == .hanNumeral }
        return !(isWord(above.end - 1) && isWord(below.first))
    }
}
