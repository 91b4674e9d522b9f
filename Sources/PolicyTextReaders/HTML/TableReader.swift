/// Tells tables of data from tables that only lay out the page, and reads their cells with spans.
struct TableReader {
    let tree: HTMLTree
    let map: PageMap
    let limits: ReaderLimits

    struct Cell {
        var node: Int
        var rowSpan: Int
        var columnSpan: Int
        var isHeader: Bool
    }

    struct Grid {
        var rows: [[Cell]] = []
        var headerRows: Int?
        var caption: Int?
    }

    /// No page sets more columns.
    private static let columnLimit = 1_000

    /// The cells of a table that lists the fields of 信息公开; `nil` for any other.
    func fields(_ table: Int) -> [Int]? {
        let rows = rows(of: table)
        let cells = rows.joined()
        guard cells.count >= 4, cells.count <= 120, !hasTable(table) else { return nil }
        let labels = cells.count { cell in
            let text = start(of: cell.node)
            guard text.count <= 90 else { return false }
            return PageLexicons.shared.fields.whole(text[...]) != nil
                || PageLexicons.shared.fields.label(in: text[...], at: 0) != nil
        }
        return labels >= 3 && labels * 4 >= cells.count ? cells.map(\.node) : nil
    }

    /// The table as data; `nil` where it only lays out the page, so that its cells are text.
    func table(_ table: Int) -> Grid? {
        guard !hasTable(table) else { return nil }
        var grid = Grid(rows: rows(of: table))
        guard isData(grid.rows, table) else { return nil }
        guard !isCut(table) else { return nil }
        clamp(&grid.rows)
        grid.headerRows = headerRows(grid.rows)
        grid.caption = caption(table)
        return grid
    }

    /// Whether a table holds data, be it too large to be kept as one.
    func isData(_ table: Int) -> Bool { !hasTable(table) && isData(rows(of: table), table) }

    /// Whether a table is too large to be kept as one.
    func isCut(_ table: Int) -> Bool {
        guard map.subtree(table).count > limits.tableCells else { return false }
        return map.subtree(table).count { tree.nodes[$0].tag == .td || tree.nodes[$0].tag == .th } > limits.tableCells
    }

    private func hasTable(_ table: Int) -> Bool {
        map.subtree(table).dropFirst().contains { tree.nodes[$0].tag == .table && !map.isHidden[$0] }
    }

    private func rows(of table: Int) -> [[Cell]] {
        var rows: [[Cell]] = []
        var index = table + 1
        let end = Int(map.ends[table])
        while index < end {
            let node = tree.nodes[index]
            if map.isHidden[index] {
                index = Int(map.ends[index])
                continue
            }
            switch node.tag {
            case .tr: rows.append([])
            case .td, .th:
                if rows.isEmpty { rows.append([]) }
                rows[rows.count - 1].append(
                    Cell(
                        node: index, rowSpan: span(.rowSpan, index), columnSpan: span(.columnSpan, index),
                        isHeader: node.tag == .th || isInHead(index)))
                index = Int(map.ends[index])
                continue
            default: break
            }
            index += 1
        }
        return rows.filter { !$0.isEmpty }
    }

    private func isInHead(_ cell: Int) -> Bool {
        let row = Int(tree.nodes[cell].parent)
        guard row > 0, tree.nodes[row].tag == .tr else { return false }
        let section = Int(tree.nodes[row].parent)
        return section > 0 && tree.nodes[section].tag == .tableSection
            && tree.names[Int(tree.nodes[section].name)] == "thead"
    }

    private func span(_ key: HTMLAttribute.Key, _ node: Int) -> Int {
        guard let value = tree.value(key, of: node), value.count < 8,
            let number = Int(String(decoding: value.filter { $0 > 0x20 }, as: UTF8.self))
        else { return 1 }
        // rowspan="0" reaches down to the last row.
        return number == 0 && key == .rowSpan ? Int.max : max(1, number)
    }

    /// Cuts spans that reach out of the table.
    private func clamp(_ rows: inout [[Cell]]) {
        for row in rows.indices {
            for cell in rows[row].indices {
                let deepest = rows.count - row
                if rows[row][cell].rowSpan > deepest { rows[row][cell].rowSpan = deepest }
                rows[row][cell].columnSpan = min(rows[row][cell].columnSpan, Self.columnLimit)
            }
        }
    }

    /// Two rows and two columns at least, and no cell that holds most of the text as a page's column does.
    private func isData(_ rows: [[Cell]], _ table: Int) -> Bool {
        let filled = rows.filter {
            $0.contains { map.weight[$0.node] + map.linkWeight[$0.node] > 0 || hasText($0.node) }
        }
        guard filled.count >= 2, filled.contains(where: { $0.count >= 2 }) else { return false }
        let all = max(1, Int(map.weight[table]))
        let largest = rows.joined().map { Int(map.weight[$0.node]) }.max() ?? 0
        if largest > 400, largest * 10 >= all * 6, rows.count <= 3 { return false }
        let count = rows.reduce(0) { $0 + $1.count }
        return count > 6 || !rows.joined().contains { isDate($0.node) }
    }

    /// A small table with a date in it sets the signature beside it.
    private func isDate(_ cell: Int) -> Bool {
        let text = start(of: cell)
        return text.count <= 40 && text.contains(sequence: "年") && text.contains(sequence: "月")
            && text.contains(sequence: "日")
    }

    private func hasText(_ node: Int) -> Bool { !start(of: node).isEmpty }

    /// The beginning of a node's text, white space out.
    private func start(of node: Int) -> [UInt8] {
        var text: [UInt8] = []
        for index in map.subtree(node) where tree.nodes[index].tag == .text && !map.isHidden[index] {
            text += PageBytes.squashed(tree.bytes[Int(tree.nodes[index].start)..<Int(tree.nodes[index].end)])
            if text.count > 120 { break }
        }
        return text
    }

    /// Rows in `thead` or of `th` alone; `nil` where the page does not say.
    private func headerRows(_ rows: [[Cell]]) -> Int? {
        let count = rows.prefix { $0.allSatisfy(\.isHeader) }.count
        return count > 0 && count < rows.count ? count : nil
    }

    private func caption(_ table: Int) -> Int? {
        map.subtree(table).first { tree.nodes[$0].tag == .caption && !map.isHidden[$0] }
    }
}
