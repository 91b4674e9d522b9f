/// A table as a grid: spanning cells stand at every place that they take.
struct IndicatorGrid {
    let table: Table
    let headerRows: Int
    let columnCount: Int
    /// For each row and place the row and the index of the cell that takes it, -1 for none.
    private let places: [[Int]]
    /// The header of each column: its cells of all header rows, each once.
    let headers: [String]

    /// Columns and rows at most that one cell may span.
    private static let spanLimit = 64

    init(_ table: Table) {
        var places = [[Int]](repeating: [], count: table.rows.count)
        for (index, cells) in table.rows.enumerated() {
            if places[index].isEmpty, cells.allSatisfy({ $0.rowSpan == 1 }) {
                places[index] = Self.places(ofRow: index, cells)
                continue
            }
            var column = 0
            places[index].reserveCapacity(cells.count)
            for (number, cell) in cells.enumerated() {
                while column < places[index].count, places[index][column] >= 0 { column += 1 }
                let width = Self.width(cell)
                for row in index..<max(min(index + min(cell.rowSpan, Self.spanLimit), places.count), index) {
                    for place in column..<column + width {
                        while places[row].count <= place { places[row].append(-1) }
                        places[row][place] = index &<< 32 | number
                    }
                }
                column += width
            }
        }
        self.table = table
        self.places = places
        let headerRows = min(max(table.headerRows, 0), places.count)
        self.headerRows = headerRows
        let columnCount = places.reduce(0) { max($0, $1.count) }
        self.columnCount = columnCount
        headers = (0..<(headerRows > 0 ? columnCount : 0)).map { column in
            var last = ""
            var header = ""
            for row in 0..<headerRows {
                let text = Self.cell(table, places, row, column)?.text ?? ""
                if row > 0, text == last { continue }
                header = header.isEmpty ? text : header + text
                last = text
            }
            return header
        }
    }

    private static func width(_ cell: TableCell) -> Int { min(max(cell.columnSpan, 1), spanLimit) }

    /// Those of a row without cells that reach beyond it, or into it from above, as most are.
    private static func places(ofRow row: Int, _ cells: [TableCell]) -> [Int] {
        [Int](room: cells.reduce(0) { $0 + width($1) }) { places, count in
            for number in cells.indices {
                for _ in 0..<width(cells[number]) {
                    places.initializeElement(at: count, to: row &<< 32 | number)
                    count += 1
                }
            }
        }
    }

    private static func cell(_ table: Table, _ places: [[Int]], _ row: Int, _ column: Int) -> TableCell? {
        guard column < places[row].count, places[row][column] >= 0 else { return nil }
        return table.rows[places[row][column] &>> 32][places[row][column] & 0xFFFF_FFFF]
    }

    func text(_ row: Int, _ column: Int) -> String {
        guard column < places[row].count, places[row][column] >= 0 else { return "" }
        return table.rows[places[row][column] &>> 32][places[row][column] & 0xFFFF_FFFF].text
    }

    /// The cell that begins at a place; `nil` where one goes on that began above or before.
    func own(_ row: Int, _ column: Int) -> TableCell? {
        guard column < places[row].count, places[row][column] >= 0, places[row][column] &>> 32 == row,
            column == 0 || places[row][column - 1] != places[row][column]
        else { return nil }
        return Self.cell(table, places, row, column)
    }

    /// Whether one cell takes two places of a row.
    func isOne(_ row: Int, _ column: Int, _ other: Int) -> Bool {
        let places = places[row]
        return column < places.count && other < places.count && places[column] >= 0 && places[column] == places[other]
    }

    func range(_ row: Int, _ column: Int) -> SourceRange? { Self.cell(table, places, row, column)?.range }
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
        var names: [Int] = []
        let tellsCompletion = Self.holds(title, ["完成情况", "实现情况"])
        for column in 0..<grid.columnCount {
            let header = grid.headers[column]
            let isReached = Self.holds(header, ["完成", "实际", "现状", "基期", "基数", "基准", "基础值", "达到值"])
            let isPlanned = !isReached && Self.holds(header, ["目标", "规划", "计划", "预期值"])
            if Self.holds(header, ["序号", "属性", "性质", "类别", "分类", "类型", "备注", "责任", "牵头", "部门", "单位名称"]) { continue }
            // 完成时间 tells when, not how much.
            if Self.holds(header, ["时间", "时限", "期限"]), Self.time(header, reference) == nil { continue }
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
            } else if Self.holds(header, ["指标", "名称", "项目", "内容", "任务"]) {
                names.append(column)
            } else if year != nil {
                indicators.append(column)
            }
        }
        // 一级指标 | 二级指标 | 单位 | 目标值: the last before the values is the finest.
        let first = (planned.map(\.column) + reached + dated.map(\.column) + [unit ?? .max]).min() ?? .max
        name = names.last { $0 < first } ?? names.first
        sort(dated, reference)
        if tellsCompletion {
            reached += planned.map(\.column)
            planned = []
        }
        // 目标值 beside 完成值: what was planned and what came of it.
        if !planned.isEmpty,
            grid.headers.contains(where: { Self.holds($0, ["完成值", "完成情况"]) }),
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

    private static func holds(_ header: String, _ words: [StaticString]) -> Bool {
        withByteText(header) { text in
            for word in words where text.contains(word) { return true }
            return false
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
    /// What 下降15% and 年均增长8% say beside the value.
    var movement = Movement()

    struct Movement {
        var measure: Target.Measure?
        var isYearly = false
    }

    init?(_ cell: String, units: UnitTable) {
        let found = withByteText(cell) { text -> CellValue? in
            var start = text.skipBlanks(0)
            var isAdded = false
            if let inner = text.after(any: ["（", "(", "[", "［", "【"], at: start) {
                isAdded = true
                start = text.skipBlanks(inner)
            }
            let movement = Self.movement(in: text, at: &start)
            let relation = Self.relation(in: text, at: &start)
            guard start < text.count, let quantity = QuantityReader(text, units: units).read(at: start) else {
                return nil
            }
            var rest = text.skipBlanks(quantity.end)
            rest = text.after(any: ["）", ")", "]", "］", "】"], at: rest) ?? rest
            guard
                text.skipBlanks(rest) >= text.count || text.has("（", at: rest) || text.has("(", at: rest)
                    || text.has("*", at: rest)
            else {
                return nil
            }
            var own = quantity.relation
            if own == .reach, let relation { own = relation }
            return CellValue(
                value: quantity.value, relation: own, unit: quantity.unit(in: text, units), family: quantity.family,
                isAdded: isAdded, movement: movement)
        }
        guard let found else { return nil }
        self = found
    }

    /// Bytes before the verb at most: 较“十三五”时期累计.
    private static let movementReach = 48

    /// Reads 下降, 较“十二五”下降, 年均增长 before a value and goes on behind it; 下降到 states a level.
    private static func movement(in text: ByteText, at start: inout Int) -> Movement {
        switch text.scalar(at: start).value {
        case "较", "比", "累", "年", "每", "下", "降", "减", "压", "增", "提", "新", "上", "“": break
        default: return Movement()
        }
        var place = start
        while place < min(text.count, start + movementReach) {
            let isDown = text.after(any: ["下降", "降低", "减少", "压减", "压降", "缩减"], at: place)
            if let verb = isDown ?? text.after(any: ["增长", "增加", "提高", "提升", "新增", "上升", "零发生"], at: place) {
                let isYearly = text.contains("年均", in: start..<place) || text.contains("每年", in: start..<place)
                // The absence is a value by itself.
                guard !text.has("零", at: place) else {
                    start = place
                    return Movement()
                }
                let level = text.after(any: ["到", "至"], at: verb)
                start = text.skipBlanks(level ?? verb)
                return Movement(
                    measure: level != nil ? nil : isDown != nil ? .decrease : .increase, isYearly: isYearly)
            }
            place += text.width(at: place)
        }
        return Movement()
    }

    /// What ≥, 不超过 or their like before a value makes of it; goes on behind it.
    private static func relation(in text: ByteText, at start: inout Int) -> Target.Relation? {
        switch text.scalar(at: start).value {
        // What one of the words begins with.
        case "=", "＝", "≥", ">", "不", "达", "＞", "≤", "<", "控", "超", "大", "高", "＜", "低", "小", "约", "≈": break
        default: return nil
        }
        var relation: Target.Relation?
        for (words, meaning): ([StaticString], Target.Relation) in [
            (["=", "＝"], .reach), (["≥", ">=", "不低于", "不少于", "不小于", "达到", "＞="], .atLeast),
            (["≤", "<=", "不超过", "不高于", "不大于", "控制在"], .atMost),
            ([">", "＞", "超过", "大于", "高于"], .exceed), (["<", "＜", "低于", "小于"], .atMost), (["约", "≈"], .approx),
        ] where relation == nil {
            if let end = text.after(any: words, at: start) {
                relation = text.has("达到", at: start) ? .reach : meaning
                start = text.skipBlanks(end)
            }
        }
        return relation
    }

    private init(
        value: TargetValue, relation: Target.Relation, unit: String, family: UnitFamily?, isAdded: Bool,
        movement: Movement
    ) {
        self.value = value
        self.relation = relation
        self.unit = unit
        self.family = family
        self.isAdded = isAdded
        self.movement = movement
    }
}

/// A unit of a header or a unit cell: 万件 is 10,000 times 件.
struct CellUnit {
    var factor: Double
    var name: String

    /// - Parameter cell: What stands under 单位, or in the brackets of a name.
    init(_ cell: String, units: UnitTable) {
        guard !cell.isEmpty else {
            (factor, name) = (1, "")
            return
        }
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
