/// Reads a table that came as one cell on each line, numbers split at their points: 35 / . / 1.
///
/// Such a table gives no sign of rows and columns but its header and its row numbers; a table without these stays text.
struct CellLineTable {
    let text: TokenText
    let lexicons: Lexicons
    /// The widest header cell, in columns.
    static let cellColumns = 24
    /// The most columns, and rows, that are followed.
    static let columnLimit = 14
    static let rowLimit = 2_000

    /// A cell and the lines that it was torn into.
    private struct Piece {
        var lines: Range<Int>
        var cell: FlatTable.Cell
        var number: Int?
    }

    func table(at index: Int, _ lines: Lines) -> FlatTable? {
        guard isHeaderWord(lines[index]) else { return nil }
        var header = pieces(from: index, limit: Self.columnLimit, lines)
        guard let one = header.firstIndex(where: { $0.number == 1 }), one >= 3 else { return nil }
        header.removeSubrange(one...)
        guard header.count(where: { isHeaderWord(lines[$0.lines.lowerBound]) }) * 2 >= header.count else { return nil }
        let (headerRows, columns) = headerRows(header)
        guard let next = header.last?.lines.upperBound else { return nil }
        let (rows, end) = rows(from: firstInk(next, lines), columns, lines)
        guard rows.count >= 2 else { return nil }
        let category = spansRows(headerRows[0])
        let name = headerRows[0].firstIndex { isName($0) } ?? 1
        return FlatTable(
            lines: index..<end, title: 0..<0, rows: headerRows + aligned(rows, columns, category, name),
            headerRows: headerRows.count)
    }

    private func isHeaderWord(_ line: Line) -> Bool {
        let start = text.tokens[line.first].start
        let end = text.tokens[line.end - 1].end
        guard let word = lexicons.tableHeaders.longest(at: start, in: text.bytes, before: end) else { return false }
        return start + lexicons.tableHeaders.byteCount(word) == end
    }

    private func firstInk(_ index: Int, _ lines: Lines) -> Int {
        var index = index
        while index < lines.count, !lines[index].isInk { index += 1 }
        return index
    }

    // MARK: - Cells

    /// The cells from a line on, torn ones joined.
    private func pieces(from index: Int, limit: Int, _ lines: Lines) -> [Piece] {
        var pieces: [Piece] = []
        var line = index
        while pieces.count < limit, let piece = piece(at: line, lines) {
            pieces.append(piece)
            line = firstInk(piece.lines.upperBound, lines)
        }
        return pieces
    }

    private func piece(at index: Int, _ lines: Lines) -> Piece? {
        guard index < lines.count, lines[index].isInk, isCell(lines[index]) else { return nil }
        var last = index
        while true {
            let next = firstInk(last + 1, lines)
            guard next < lines.count, isGlued(lines[last], lines[next]), isCell(lines[next]) else { break }
            last = next
        }
        let cell = FlatTable.Cell(first: lines[index].first, end: lines[last].end)
        let isNumber = last == index && cell.end - cell.first == 1 && text.kind(cell.first) == .digits
        return Piece(lines: index..<last + 1, cell: cell, number: isNumber ? text.number(cell.first) : nil)
    }

    /// No sentence, no heading, no remark below the table.
    private func isCell(_ line: Line) -> Bool {
        guard line.headingDepth == 0, line.width <= 80 else { return false }
        for index in line.first..<line.end {
            switch text.kind(index) {
            case .sentenceEnd, .semicolon, .comma: return false
            case .colon: return false
            default: break
            }
        }
        if text.token(line.first, is: "注") { return false }
        return !text.token(line.first, is: "第")
    }

    /// Whether the next line goes on with a cell: a decimal point, a bracket, a slash, a comparison or 、 at the joint.
    private func isGlued(_ above: Line, _ below: Line) -> Bool {
        switch text.kind(above.end - 1) {
        case .dot, .openBracket, .slash, .enumerationComma, .openQuote, .openTitle, .tilde: return true
        case .symbol: return isComparison(above.end - 1)
        default: break
        }
        switch text.kind(below.first) {
        case .dot, .closeBracket, .slash, .enumerationComma, .closeQuote, .closeTitle, .tilde: return true
        case .openQuote, .openTitle: return text.kind(above.end - 1) == .han
        case .han, .hanNumeral, .latin:
            return text.kind(above.end - 1) == .closeQuote || text.kind(above.end - 1) == .closeTitle
        default: return false
        }
    }

    private func isComparison(_ index: Int) -> Bool {
        let signs: [StaticString] = ["≥", "≤", ">", "<", "＞", "＜", "±", "+"]
        return signs.contains { text.token(index, is: $0) }
    }

    // MARK: - Header

    /// One header row, or two when years stand below the columns of values.
    private func headerRows(_ header: [Piece]) -> (rows: [[FlatTable.Cell]], columns: Int) {
        let years = header.reversed().prefix { isYear($0.cell) }.count
        let top = header.dropLast(years)
        let values = top.indices.filter { isValueColumn(top[$0].cell) }
        guard years >= 1, years == values.count, top.count >= 3 else {
            return ([header.map(\.cell)], header.count)
        }
        let first = top.indices.map { index in
            var cell = top[index].cell
            if !values.contains(index) { cell.rowSpan = 2 }
            return cell
        }
        return ([first, header.suffix(years).map(\.cell)], top.count)
    }

    private func isYear(_ cell: FlatTable.Cell) -> Bool {
        text.kind(cell.first) == .digits && text.digitCount(cell.first) == 4 && cell.end - cell.first <= 2
    }

    private func isValueColumn(_ cell: FlatTable.Cell) -> Bool { text.token(cell.end - 1, endsIn: "值") }

    /// The column whose cells may span rows: the one of categories behind the row number.
    private func spansRows(_ header: [FlatTable.Cell]) -> Bool {
        let words: [StaticString] = ["分类", "类别", "类型", "领域", "指标类型", "指标类别"]
        return header.count > 1 && words.contains { text.token(header[1].first, is: $0) }
    }

    // MARK: - Rows

    private func rows(from start: Int, _ columns: Int, _ lines: Lines) -> (rows: [[FlatTable.Cell]], end: Int) {
        var rows: [[FlatTable.Cell]] = []
        var row: [FlatTable.Cell] = []
        var line = start
        var end = start
        var last = start
        while rows.count < Self.rowLimit, let piece = piece(at: line, lines) {
            let next = firstInk(piece.lines.upperBound, lines)
            if piece.number == rows.count + (row.isEmpty ? 1 : 2), opensRow(next, lines),
                row.isEmpty || row.count + 2 >= columns
            {
                if !row.isEmpty {
                    rows.append(row)
                    end = line
                }
                row = []
                row.reserveCapacity(columns + 2)
                row.append(piece.cell)
            } else if row.isEmpty || row.count > columns + 1 {
                break
            } else if row.count == columns, !goesOn(from: line, rows.count + 2, columns, lines) {
                break
            } else {
                row.append(piece.cell)
            }
            last = piece.lines.upperBound
            line = next
        }
        // What is left of a row that was cut off stays text.
        guard row.count + 2 >= columns else { return (rows, end) }
        return (rows + [row], last)
    }

    /// A row number is followed by words, not by a number.
    private func opensRow(_ index: Int, _ lines: Lines) -> Bool {
        guard index < lines.count, lines[index].isInk, isCell(lines[index]) else { return false }
        switch text.kind(lines[index].first) {
        case .han, .latin, .openQuote, .openTitle, .hanNumeral: return true
        default: return false
        }
    }

    /// Whether the next row number comes soon: then a full row has a cell that was torn, else the table is over.
    private func goesOn(from index: Int, _ number: Int, _ columns: Int, _ lines: Lines) -> Bool {
        pieces(from: index, limit: 3, lines).contains { $0.number == number }
    }

    /// Cells of categories span the rows below that lack one; a name torn in two is joined.
    private func aligned(_ rows: [[FlatTable.Cell]], _ columns: Int, _ hasCategory: Bool, _ name: Int)
        -> [[FlatTable.Cell]]
    {
        var result: [[FlatTable.Cell]] = []
        var category: Int?
        for var row in rows {
            while row.count > columns, name + 1 < row.count {
                row[name].end = row[name + 1].end
                row.remove(at: name + 1)
            }
            if hasCategory, row.count == columns - 1, let owner = category {
                result[owner][1].rowSpan += 1
            } else if hasCategory, row.count == columns {
                category = result.count
            }
            result.append(row)
        }
        return result
    }

    /// The column of names is the one whose cells are long enough to be torn.
    private func isName(_ cell: FlatTable.Cell) -> Bool {
        let words: [StaticString] = ["指标", "名称", "项目", "任务", "内容", "措施"]
        return words.contains { text.token(cell.end - 1, endsIn: $0) }
    }
}
