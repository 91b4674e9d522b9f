/// A table as a grid: spanning cells stand at every place that they take.
struct IndicatorGrid {
    let rows: [[TableCell?]]
    let headerRows: Int

    /// Columns and rows at most that one cell may span.
    private static let spanLimit = 64

    init(_ table: Table) {
        var rows = [[TableCell?]](repeating: [], count: table.rows.count)
        for (index, cells) in table.rows.enumerated() {
            var column = 0
            for cell in cells {
                while column < rows[index].count, rows[index][column] != nil { column += 1 }
                for row in index..<min(index + min(cell.rowSpan, Self.spanLimit), rows.count) {
                    for place in column..<column + min(max(cell.columnSpan, 1), Self.spanLimit) {
                        while rows[row].count <= place { rows[row].append(nil) }
                        rows[row][place] = cell
                    }
                }
                column += min(max(cell.columnSpan, 1), Self.spanLimit)
            }
        }
        self.rows = rows
        headerRows = min(max(table.headerRows, 0), rows.count)
    }

    var columnCount: Int { rows.map(\.count).max() ?? 0 }

    func text(_ row: Int, _ column: Int) -> String {
        column < rows[row].count ? rows[row][column]?.text ?? "" : ""
    }

    /// The header of a column: its cells of all header rows, each once.
    func header(_ column: Int) -> String {
        var parts: [String] = []
        for row in 0..<headerRows where parts.last != text(row, column) { parts.append(text(row, column)) }
        return parts.joined()
    }
}

/// Which column of an indicator table holds what.
struct IndicatorColumns {
    var name: Int?
    var unit: Int?
    /// Columns of planned values with their deadlines.
    var planned: [(column: Int, deadline: Deadline?)] = []
    /// Columns of values reached.
    var reached: [Int] = []
    /// The column of years, where each row is one: 年份 in the first column.
    var year: Int?
    /// Columns that are an indicator each, their rows being years.
    var indicators: [Int] = []

    init(_ grid: IndicatorGrid, title: String, reference: CivilDate?) {
        var dated: [(column: Int, time: TimeReading, isPlanned: Bool, isReached: Bool)] = []
        let tellsCompletion = title.holds("完成情况") || title.holds("实现情况")
        for column in 0..<grid.columnCount {
            let header = grid.header(column)
            let isReached = Self.holds(header, ["完成", "实际", "现状", "基期", "基数", "基准", "基础值", "达到值"])
            let isPlanned = !isReached && Self.holds(header, ["目标", "规划", "计划", "预期值"])
            if Self.holds(header, ["序号", "属性", "性质", "类别", "分类", "类型", "备注", "责任", "牵头", "部门", "单位名称"]) { continue }
            if name == nil, Self.holds(header, ["年份", "年度"]), column == 0, !isPlanned, !isReached {
                year = column
                continue
            }
            if unit == nil, header == "单位" || header == "计量单位" || header.hasPrefix("单位") {
                unit = column
                continue
            }
            if let time = Self.time(header, reference) {
                dated.append((column, time, isPlanned, isReached))
            } else if isPlanned {
                planned.append((column, nil))
            } else if isReached {
                reached.append(column)
            } else if name == nil, Self.holds(header, ["指标", "名称", "项目", "内容", "任务"]) {
                name = column
            } else if year != nil {
                indicators.append(column)
            }
        }
        sort(dated, reference)
        if tellsCompletion {
            reached += planned.map(\.column)
            planned = []
        }
        // 目标值 beside 完成值: what was planned and what came of it.
        if !planned.isEmpty,
            (0..<grid.columnCount).contains(where: { grid.header($0).holds("完成值") || grid.header($0).holds("完成情况") }),
            planned.allSatisfy({ $0.deadline == nil })
        {
            reached += planned.map(\.column)
            planned = []
        }
    }

    /// Columns of years: those ahead are planned, unless the header says otherwise.
    private mutating func sort(
        _ dated: [(column: Int, time: TimeReading, isPlanned: Bool, isReached: Bool)], _ reference: CivilDate?
    ) {
        let latest = dated.map(\.time.last).max()
        let earliest = dated.map(\.time.last).min()
        for entry in dated {
            let isPast =
                reference.map { entry.time.last < $0 }
                ?? (dated.count > 1 && entry.time.last == earliest && earliest != latest)
            if entry.isReached || isPast && !entry.isPlanned {
                reached.append(entry.column)
            } else {
                let text = entry.time
                planned.append((entry.column, Deadline(text: text.deadline, date: text.deadline)))
            }
        }
    }

    static func time(_ header: String, _ reference: CivilDate?) -> TimeReading? {
        withByteText(header) { text in
            QuantityScan(text, units: .empty, reference: reference).times.last
        }
    }

    private static func holds(_ header: String, _ words: [String]) -> Bool { words.contains { header.holds($0) } }
}

extension String {
    /// Whether the UTF-8 of `word` occurs; no canonical equivalence.
    func holds(_ word: String) -> Bool {
        withByteText(self) { text in
            withByteText(word) { word in
                var offset = 0
                while offset + word.count <= text.count {
                    if (0..<word.count).allSatisfy({ text.bytes[offset + $0] == word.bytes[$0] }) { return true }
                    offset += 1
                }
                return false
            }
        }
    }
}

/// Reads a planned value: 20, ≥19, （8）, 9以下, 5-10, 40立方米.
struct CellValue {
    var value: TargetValue
    var relation: Target.Relation
    var unit: String
    var family: UnitFamily?
    /// Whether brackets mark it as what is added within the period.
    var isAdded: Bool

    init?(_ cell: String, units: UnitTable) {
        let found = withByteText(cell) { text -> CellValue? in
            var start = text.skipBlanks(0)
            var isAdded = false
            if let inner = text.after(any: ["（", "(", "[", "［", "【"], at: start) {
                isAdded = true
                start = text.skipBlanks(inner)
            }
            var relation: Target.Relation?
            for (words, meaning): ([StaticString], Target.Relation) in [
                (["≥", ">=", "不低于", "不少于", "不小于", "达到", "＞="], .atLeast),
                (["≤", "<=", "不超过", "不高于", "不大于", "控制在"], .atMost),
                ([">", "＞", "超过", "大于", "高于"], .exceed), (["<", "＜", "低于", "小于"], .atMost), (["约", "≈"], .approx),
            ] where relation == nil {
                if let end = text.after(any: words, at: start) {
                    relation = text.has("达到", at: start) ? .reach : meaning
                    start = text.skipBlanks(end)
                }
            }
            guard start < text.count, let quantity = QuantityReader(text, units: units).read(at: start) else {
                return nil
            }
            var rest = text.skipBlanks(quantity.end)
            rest = text.after(any: ["）", ")", "]", "］", "】"], at: rest) ?? rest
            guard text.skipBlanks(rest) >= text.count || text.has("（", at: rest) || text.has("*", at: rest) else {
                return nil
            }
            var own = quantity.relation
            if own == .reach, let relation { own = relation }
            return CellValue(
                value: quantity.value, relation: own, unit: quantity.unit(in: text, units), family: quantity.family,
                isAdded: isAdded)
        }
        guard let found else { return nil }
        self = found
    }

    private init(value: TargetValue, relation: Target.Relation, unit: String, family: UnitFamily?, isAdded: Bool) {
        self.value = value
        self.relation = relation
        self.unit = unit
        self.family = family
        self.isAdded = isAdded
    }
}

/// A unit of a header or a unit cell: 万件 is 10,000 times 件.
struct CellUnit {
    var factor: Double
    var name: String

    /// - Parameter cell: What stands under 单位, or in the brackets of a name.
    init(_ cell: String, units: UnitTable) {
        let read = withByteText("1" + cell) { text -> (Double, String)? in
            guard let quantity = QuantityReader(text, units: units).read(at: 0), quantity.unitEnd == text.count,
                quantity.number.high == nil
            else { return nil }
            return (quantity.number.kind == .number ? quantity.number.low : 1, quantity.unit(in: text, units))
        }
        factor = read?.0 ?? 1
        name = read?.1 ?? (cell == "-" || cell == "—" || cell == "/" ? "" : cell)
        if name.isEmpty, read == nil { factor = 1 }
    }
}
