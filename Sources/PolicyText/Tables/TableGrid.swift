/// The cells of a table by the columns they stand in: a cell that spans rows or columns stands in each of them.
struct TableGrid {
    /// For each row its cells with their columns, from 0, ascending.
    private(set) var rows: [[(column: Int, cell: TableCell)]] = []

    /// Wider tables are cut: no notice has one.
    private static let maximumColumns = 200

    /// - Complexity: O(cells), each counted as often as it spans rows and columns.
    init(_ table: Table) {
        var pending: [Int: (cell: TableCell, rows: Int)] = [:]
        for cells in table.rows {
            var row: [(column: Int, cell: TableCell)] = []
            var column = 0
            func takePending() {
                while let above = pending[column] {
                    row.append((column, above.cell))
                    pending[column] = above.rows > 1 ? (above.cell, above.rows - 1) : nil
                    column += 1
                }
            }
            for cell in cells {
                takePending()
                for _ in 0..<max(1, min(cell.columnSpan, Self.maximumColumns)) where column < Self.maximumColumns {
                    row.append((column, cell))
                    if cell.rowSpan > 1 { pending[column] = (cell, cell.rowSpan - 1) }
                    column += 1
                }
            }
            takePending()
            rows.append(row)
        }
    }
}
