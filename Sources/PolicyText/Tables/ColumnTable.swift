/// Reads a table whose columns stand apart by spaces.
struct ColumnTable {
    let text: TokenText
    let lexicons: Lexicons
    /// The fewest rows, header included.
    static let fewestRows = 3

    /// A cell with the column, on paper, that it begins at.
    private struct Piece {
        var cell: FlatTable.Cell
        var column: Int
    }

    func table(at index: Int, _ lines: Lines) -> FlatTable? {
        guard mayBeHeader(lines[index]) else { return nil }
        let header = pieces(lines[index])
        guard header.count >= 2, isHeader(header) else { return nil }
        var rows = [header.map(\.cell)]
        var line = index + 1
        var end = index + 1
        while line < lines.count {
            if lines[line].isBlank,
                rows.count == 1 || line + 1 < lines.count && lines[line + 1].isInk && lines[line + 1].hasGaps
            {
                line += 1
                continue
            }
            guard lines[line].isInk else { break }
            let row = pieces(lines[line])
            guard row.count >= 2, row.count <= header.count, isRow(lines[line]) else { break }
            rows.append(arrange(row, header))
            line += 1
            end = line
        }
        guard rows.count >= Self.fewestRows else { return nil }
        return FlatTable(lines: index..<end, title: 0..<0, rows: rows, headerRows: 1)
    }

    /// Without cutting the line into cells: no header has punctuation.
    private func mayBeHeader(_ line: Line) -> Bool {
        !line.kinds.mayHold(.sentenceEnd) && !line.kinds.mayHold(.semicolon) && !line.kinds.mayHold(.comma)
            && !line.kinds.mayHold(.colon) && !line.kinds.mayHold(.enumerationComma)
    }

    /// Short cells, a known header word among them, and nothing that ends a sentence.
    private func isHeader(_ header: [Piece]) -> Bool {
        var known = 0
        for piece in header {
            let start = text.tokens[piece.cell.first].start
            let end = text.tokens[piece.cell.end - 1].end
            guard end - start <= 60 else { return false }
            for index in piece.cell.first..<piece.cell.end {
                switch text.kind(index) {
                case .sentenceEnd, .semicolon, .comma, .colon, .enumerationComma: return false
                default: break
                }
            }
            if let word = lexicons.tableHeaders.longest(at: start, in: text.bytes, before: end),
                start + lexicons.tableHeaders.byteCount(word) == end
            {
                known += 1
            }
        }
        return known >= 2 || known == 1 && header.count >= 3
    }

    /// No sentence, and no marker: 附表2　年度安排 opens something new.
    private func isRow(_ line: Line) -> Bool {
        guard text.kind(line.end - 1) != .sentenceEnd else { return false }
        guard let marker = MarkerScanner(text: text).marker(at: line.first, end: line.end), !marker.isDoubtful else {
            return true
        }
        switch marker.scheme {
        case .arabicDot, .arabicComma, .upperLetter, .lowerLetter, .decimal, .circled: return true
        default: return false
        }
    }

    /// The runs of ink between gaps of two columns and more.
    private func pieces(_ line: Line) -> [Piece] {
        var pieces: [Piece] = []
        var column = line.indent
        var first = line.first
        var start = column
        for index in line.first..<line.end {
            let width = Self.columns(of: index, text)
            if text.kind(index) == .whitespace, width >= 2 {
                if first < index { pieces.append(Piece(cell: .init(first: first, end: index), column: start)) }
                first = index + 1
                start = column + width
            }
            column += width
        }
        if first < line.end { pieces.append(Piece(cell: .init(first: first, end: line.end), column: start)) }
        return pieces
    }

    /// The columns of a token, white space counted.
    static func columns(of index: Int, _ text: TokenText) -> Int {
        guard text.kind(index) == .whitespace else { return text.width(index) }
        var columns = 0
        for offset in text.tokens[index].start..<text.tokens[index].end {
            switch text.bytes[offset] {
            case 0x09: columns += 4
            case 0x20: columns += 1
            case 0xE3: columns += 2
            case 0xC2: columns += 1
            case 0xE2: columns += 1
            default: break
            }
        }
        return columns
    }

    /// A row with fewer cells than the header: each cell goes to the column that begins nearest to it.
    private func arrange(_ row: [Piece], _ header: [Piece]) -> [FlatTable.Cell] {
        guard row.count < header.count else { return row.map(\.cell) }
        var cells = header.map { _ in FlatTable.Cell.empty(at: row[0].cell.first) }
        var lowest = 0
        for (position, piece) in row.enumerated() {
            let highest = header.count - (row.count - position)
            guard lowest <= highest else { return row.map(\.cell) }
            let best =
                (lowest...highest).min { abs(header[$0].column - piece.column) < abs(header[$1].column - piece.column) }
                ?? lowest
            for empty in lowest..<best { cells[empty] = .empty(at: piece.cell.first) }
            cells[best] = piece.cell
            lowest = best + 1
        }
        for empty in lowest..<header.count { cells[empty] = .empty(at: row[row.count - 1].cell.end) }
        return cells
    }
}
