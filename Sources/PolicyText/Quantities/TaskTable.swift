/// The columns of a table that says who is to do what by when: 工作任务, 目标任务, 建设内容, and 完成时限.
struct TaskTable {
    /// What a cell of a task column says, and by when.
    struct Task {
        var cell: TableCell
        var deadline: String?
    }

    private let grid: IndicatorGrid
    private let columns: [Int]
    private let deadline: Int?

    /// Rows at most whose cells are read.
    private static let rowLimit = 5_000

    private static let tasks: [StaticString] = [
        "任务", "目标", "内容", "措施", "事项", "要点", "重点工作", "任务分解", "工作安排", "建设规模", "主要工作", "年度工作", "实事", "实事项目", "目标要求",
    ]
    private static let times: [StaticString] = ["时限", "时间", "期限", "节点", "时间要求", "进度要求"]

    /// `nil` for a table without a header that names tasks.
    init?(_ table: Table) {
        guard table.headerRows > 0, table.rows.count > table.headerRows,
            table.rows.prefix(table.headerRows).joined().contains(where: { Self.ends($0.text, Self.tasks) })
        else { return nil }
        grid = IndicatorGrid(table)
        var columns: [Int] = []
        var deadline: Int?
        for (column, header) in grid.headers.enumerated() {
            if Self.ends(header, Self.tasks) {
                columns.append(column)
            } else if deadline == nil, Self.ends(header, Self.times) {
                deadline = column
            }
        }
        self.columns = columns
        self.deadline = deadline
    }

    private static func ends(_ header: String, _ words: [StaticString]) -> Bool {
        guard !header.isEmpty, header.utf8.count <= 60 else { return false }
        return withByteText(header) { text in
            var end = text.count
            if end > 3, text.ends("）", at: end) || text.ends(")", at: end),
                let open = text.place(of: "（", in: 3..<end) ?? text.place(of: "(", in: 3..<end)
            {
                end = open
            }
            return text.start(any: words, endingAt: end) != nil
        }
    }

    /// The cells of the task columns in order, each once.
    func cells() -> [Task] {
        var tasks: [Task] = []
        for row in grid.headerRows..<max(min(grid.table.rows.count, Self.rowLimit), grid.headerRows) {
            for column in columns {
                guard let cell = grid.own(row, column), !cell.text.isEmpty else { continue }
                let time = deadline.map { grid.text(row, $0) } ?? ""
                tasks.append(Task(cell: cell, deadline: time.isEmpty ? nil : time))
            }
        }
        return tasks
    }
}
