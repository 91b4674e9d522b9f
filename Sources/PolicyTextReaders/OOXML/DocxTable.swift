/// The cells of a Word table, with vertical merges turned into row spans.
struct DocxTable {
    struct Cell {
        /// The cell, and those merged into it.
        var nodes: [Int]
        var rowSpan = 1
        var columnSpan: Int
    }

    private(set) var rows: [[Cell]] = []
    private(set) var headerRows = 0
    private(set) var cellCount = 0
    private static let columnLimit = 1_000

    init(_ tree: XMLTree, _ table: Int) {
        // For each column, the cell that a merge goes on with.
        var open: [Int: (row: Int, cell: Int)] = [:]
        var isHead = true
        for row in Self.rows(tree, table) {
            let properties = tree.child("trPr", of: row)
            if let properties, tree.child("del", of: properties) != nil { continue }
            isHead = isHead && properties.flatMap { DocxText.isOn("tblHeader", in: $0, tree) } == true
            var column = Self.number(tree, properties, "gridBefore") ?? 0
            var cells: [Cell] = []
            for node in Self.cells(tree, row) {
                let own = tree.child("tcPr", of: node)
                let span = max(1, min(Self.number(tree, own, "gridSpan") ?? 1, Self.columnLimit))
                let merge = own.flatMap { tree.child("vMerge", of: $0) }
                cellCount += 1
                if let merge, tree.attribute("val", of: merge) ?? "continue" != "restart", let above = open[column],
                    above.row < rows.count
                {
                    rows[above.row][above.cell].rowSpan += 1
                    rows[above.row][above.cell].nodes.append(node)
                } else {
                    open[column] = merge == nil ? nil : (rows.count, cells.count)
                    cells.append(Cell(nodes: [node], columnSpan: span))
                }
                column = min(column + span, 1 << 20)
            }
            if isHead { headerRows += 1 }
            rows.append(cells)
        }
        // Text in reading order: what a merged cell hides in further rows stands in its own.
        if headerRows == rows.count { headerRows = 0 }
    }

    /// A table of one column or one row is a frame around text.
    var isData: Bool { rows.count >= 2 && rows.contains { $0.count >= 2 } }

    private static func rows(_ tree: XMLTree, _ table: Int) -> [Int] {
        inner(tree, table, "tr", ["sdt", "sdtContent", "ins", "moveTo", "customXml"])
    }

    private static func cells(_ tree: XMLTree, _ row: Int) -> [Int] {
        inner(tree, row, "tc", ["sdt", "sdtContent", "ins", "moveTo", "customXml"])
    }

    private static func inner(_ tree: XMLTree, _ node: Int, _ name: String, _ wrappers: Set<String>) -> [Int] {
        var list: [Int] = []
        for child in tree.elements(of: node) {
            if tree.nodes[child].name == name {
                list.append(child)
            } else if wrappers.contains(tree.nodes[child].name) {
                list += inner(tree, child, name, wrappers)
            }
        }
        return list
    }

    private static func number(_ tree: XMLTree, _ properties: Int?, _ name: String) -> Int? {
        properties.flatMap { tree.child(name, of: $0) }.flatMap { tree.attribute("val", of: $0) }.flatMap { Int($0) }
            .map { max(0, min($0, columnLimit)) }
    }
}
