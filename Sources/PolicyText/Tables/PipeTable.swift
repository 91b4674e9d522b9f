/// Reads a Markdown table: cells between pipes, a line of dashes below the header.
struct PipeTable {
    let text: TokenText

    func table(at index: Int, _ lines: Lines) -> FlatTable? {
        guard index + 1 < lines.count, lines[index + 1].isInk, isRule(lines[index + 1]) else { return nil }
        let header = cells(lines[index])
        guard header.count >= 2 else { return nil }
        mute(lines[index], rule: false)
        mute(lines[index + 1], rule: true)
        var rows = [header]
        var line = index + 2
        while line < lines.count, lines[line].isInk, isPipe(lines[line].first) {
            rows.append(cells(lines[line]))
            mute(lines[line], rule: false)
            line += 1
        }
        return FlatTable(lines: index..<line, title: 0..<0, rows: rows, headerRows: 1)
    }

    private func isPipe(_ index: Int) -> Bool {
        text.kind(index) == .markdown && text.bytes[text.tokens[index].start] == 0x7C
    }

    /// |---|:---:|
    private func isRule(_ line: Line) -> Bool {
        isPipe(line.first)
            && (line.first..<line.end).allSatisfy { index in
                switch text.kind(index) {
                case .dash, .colon, .whitespace: true
                default: isPipe(index)
                }
            }
    }

    private func cells(_ line: Line) -> [FlatTable.Cell] {
        var cells: [FlatTable.Cell] = []
        var first = line.first + 1
        for index in line.first + 1..<line.end where isPipe(index) {
            cells.append(cell(first, index))
            first = index + 1
        }
        if first < line.end { cells.append(cell(first, line.end)) }
        return cells
    }

    private func cell(_ first: Int, _ end: Int) -> FlatTable.Cell {
        let start = text.ink(from: first, to: end)
        guard start < end else { return .empty(at: first) }
        return FlatTable.Cell(first: start, end: text.ink(before: end, from: start) + 1)
    }

    /// Pipes and dashes are signs, not text.
    private func mute(_ line: Line, rule: Bool) {
        for index in line.first..<line.end where rule || isPipe(index) { text.setRole(index, .decoration) }
    }
}
