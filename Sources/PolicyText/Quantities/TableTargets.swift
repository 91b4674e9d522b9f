/// Reads the planned values of indicator tables (主要指标表).
struct TableTargets {
    let units: UnitTable
    let reference: CivilDate?
    let segmenter: ClauseWords

    struct Finding {
        var target: Target
        var role: Quantity.Role
    }

    /// Rows at most whose cells are read.
    private static let rowLimit = 5_000

    /// - Parameters:
    ///   - deadline: The limit in force where the table stands.
    ///   - tellsResults: Whether the section tells of what has been reached.
    func read(
        _ table: Table, section: String?, deadline: Deadline?, tellsResults: Bool, to findings: Pile<Finding>
    ) {
        guard table.headerRows > 0, table.rows.count > table.headerRows else { return }
        let grid = IndicatorGrid(table)
        let columns = IndicatorColumns(grid, title: table.title ?? "", reference: reference)
        guard columns.year != nil || columns.name != nil else { return }
        for row in grid.headerRows..<max(min(table.rows.count, Self.rowLimit), grid.headerRows) {
            var line = Line(table: table, grid: grid, row: row, section: section)
            let first = findings.count
            if columns.year != nil {
                readYear(line, columns, to: findings)
            } else if columns.name != nil {
                for planned in columns.planned {
                    readPlanned(
                        &line, planned.column, columns, planned.deadline ?? deadline, tellsResults, to: findings)
                }
                for column in columns.reached { readReached(&line, column, columns, to: findings) }
            }
            guard findings.count > first else { continue }
            let text = Self.text(table.rows[row])
            for index in first..<findings.count { findings.update(index) { $0.target.text = text } }
        }
    }

    /// The cells of a row one behind the other.
    private static func text(_ cells: [TableCell]) -> String {
        let count = cells.reduce(0) { $0 + $1.text.utf8.count }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { bytes in
            var end = 0
            for cell in cells {
                withByteText(cell.text) { text in
                    guard end + text.count <= count else { return }
                    _ = UnsafeMutableBufferPointer(rebasing: bytes[end...]).initialize(fromContentsOf: text.bytes)
                    end += text.count
                }
            }
            return end == 0 ? "" : TextBytes(UnsafeBufferPointer(rebasing: bytes[..<end])).string(0..<end)
        }
    }

    /// A row with what its targets share.
    private struct Line {
        let table: Table
        let grid: IndicatorGrid
        let row: Int
        let section: String?
        /// The unit cell that was read last: all values of a row have one.
        var unit: (cell: String, read: CellUnit)?

        func range(_ column: Int) -> SourceRange? { grid.range(row, column) }
    }

    /// What a unit cell means.
    private func unit(_ cell: String, _ line: inout Line) -> CellUnit {
        if let known = line.unit, known.cell == cell { return known.read }
        let read = CellUnit(cell, units: units)
        line.unit = (cell, read)
        return read
    }

    private func readPlanned(
        _ line: inout Line, _ column: Int, _ columns: IndicatorColumns, _ deadline: Deadline?, _ tellsResults: Bool,
        to findings: Pile<Finding>
    ) {
        // A row of one cell, 一、经济发展, heads those below it.
        guard let name = columns.name, !line.grid.isOne(line.row, name, column) else { return }
        let cell = line.grid.text(line.row, column)
        let (indicator, ownUnit) = Self.splitUnit(line.grid.text(line.row, name))
        var unit = columns.unit.map { line.grid.text(line.row, $0) } ?? ""
        if unit.isEmpty { unit = ownUnit ?? Self.splitUnit(line.grid.headers[column]).unit ?? "" }
        let lastReached = columns.reached.last.map { line.grid.text(line.row, $0) } ?? ""
        // Nearly all cells hold one value.
        if readSlashed(line, column, (indicator, unit), cell, deadline, tellsResults, to: findings) { return }
        guard Self.isList(cell) else {
            guard let value = CellValue(cell, units: units) else { return }
            let baseline = Self.onlyPart(lastReached)
            // A value with a unit of its own needs no other.
            let cellUnit = self.unit(value.unit.isEmpty ? unit : "", &line)
            let target = target(
                line, column, indicator, value, cellUnit, deadline,
                baseline: Self.isValue(baseline) ? baseline : nil)
            findings.append(Finding(target: target, role: tellsResults ? .result : .target))
            return
        }
        let values = Self.parts(cell)
        let unitNames = Self.parts(unit)
        let isCompound = values.count > 1 && unitNames.count == values.count
        let names = isCompound ? members(indicator, values.count) : [indicator]
        let reached = Self.parts(lastReached)
        for (index, text) in (isCompound ? values : [cell]).enumerated() where index < names.count {
            guard let value = CellValue(text, units: units) else { continue }
            let cellUnit = CellUnit(isCompound ? unitNames[index] : unit, units: units)
            let baseline = reached.count == (isCompound ? values.count : 1) ? reached[index] : nil
            findings.append(
                Finding(
                    target: target(
                        line, column, names[index], value, cellUnit, deadline,
                        baseline: Self.isValue(baseline) ? baseline : nil),
                    role: tellsResults ? .result : .target))
        }
    }

    /// 登记失业率/调查失业率 with <4/<5.5: a value for each name.
    private func readSlashed(
        _ line: Line, _ column: Int, _ indicator: (name: String, unit: String), _ cell: String, _ deadline: Deadline?,
        _ tellsResults: Bool, to findings: Pile<Finding>
    ) -> Bool {
        guard cell.utf8.contains(0x2F), indicator.name.utf8.contains(0x2F) else { return false }
        let names = indicator.name.unicodeScalars.split(separator: "/").map { String($0) }
        let values = cell.unicodeScalars.split(separator: "/").map { CellValue(String($0), units: units) }
        guard names.count == values.count, names.count > 1, values.allSatisfy({ $0 != nil }) else { return false }
        for (name, value) in zip(names, values) {
            guard let value else { continue }
            let unit = CellUnit(value.unit.isEmpty ? indicator.unit : "", units: units)
            let target = target(line, column, name, value, unit, deadline, baseline: nil)
            findings.append(Finding(target: target, role: tellsResults ? .result : .target))
        }
        return true
    }

    private func readReached(
        _ line: inout Line, _ column: Int, _ columns: IndicatorColumns, to findings: Pile<Finding>
    ) {
        if let name = columns.name, line.grid.isOne(line.row, name, column) { return }
        let cell = line.grid.text(line.row, column)
        guard let value = CellValue(cell, units: units) else { return }
        let unit = unit(columns.unit.map { line.grid.text(line.row, $0) } ?? "", &line)
        findings.append(Finding(target: target(line, column, cell, value, unit, nil, baseline: nil), role: .result))
    }

    /// A row that is a year, with an indicator in every column.
    private func readYear(_ line: Line, _ columns: IndicatorColumns, to findings: Pile<Finding>) {
        guard let year = columns.year else { return }
        let cell = line.grid.text(line.row, year)
        let header = withByteText(cell) { $0.contains("年") } ? cell : cell + "年"
        guard let time = IndicatorColumns.time(header, reference) else { return }
        let isPast = reference.map { time.last < $0 } ?? false
        for column in columns.indicators {
            guard let value = CellValue(line.grid.text(line.row, column), units: units) else { continue }
            let (indicator, unit) = Self.splitUnit(line.grid.headers[column])
            guard unit != nil || !value.unit.isEmpty else { continue }
            let deadline = Deadline(text: cell, date: time.deadline)
            findings.append(
                Finding(
                    target: target(
                        line, column, indicator, value, CellUnit(unit ?? "", units: units), deadline, baseline: nil),
                    role: isPast ? .result : .target))
        }
    }

    private func target(
        _ line: Line, _ column: Int, _ indicator: String, _ value: CellValue, _ unit: CellUnit, _ deadline: Deadline?,
        baseline: String?
    ) -> Target {
        let name = value.unit.isEmpty ? unit.name : value.unit
        let factor = value.unit.isEmpty ? unit.factor : 1
        let number: TargetValue =
            switch value.value {
            case .number(let number): .number(Self.product(number, factor))
            case .between(let low, let high): .between(Self.product(low, factor), Self.product(high, factor))
            }
        return Target(
            section: line.section, range: line.range(column) ?? line.table.range, form: .table, text: "",
            indicator: indicator, scope: nil,
            measure: value.movement.measure ?? (value.isAdded ? .increase : .level), relation: value.relation,
            value: number, unit: name,
            per: value.movement.isYearly || isYearly(indicator, unit: name) ? "year" : nil,
            deadline: deadline, baseline: baseline)
    }

    /// A decimal number times a power of ten as the decimal product: 0.07 times 10,000 is 700.
    private static func product(_ number: Double, _ factor: Double) -> Double {
        guard factor != 1 else { return number }
        var scale = 1.0
        while scale <= 1e9 {
            let whole = (number * scale).rounded()
            if abs(number * scale - whole) <= abs(whole).ulp, abs(whole) < 1e15 { return whole * factor / scale }
            scale *= 10
        }
        return number * factor
    }

    private func isYearly(_ indicator: String, unit: String) -> Bool {
        withByteText(unit) { $0.ends("/年", at: $0.count) }
            || withByteText(indicator) { IndicatorName.isYearly($0, segmenter) }
    }

    // MARK: Cells

    private static func isValue(_ cell: String?) -> Bool {
        guard let cell else { return false }
        return cell.unicodeScalars.contains { $0.arabicDigit != nil }
    }

    private static func isList(_ cell: String) -> Bool {
        withByteText(cell) { $0.contains("、") || $0.contains("；") || $0.contains(";") }
    }

    /// The part of a cell that has one.
    private static func onlyPart(_ cell: String) -> String? {
        guard isList(cell) else { return cell.isEmpty ? nil : cell }
        let parts = parts(cell)
        return parts.count == 1 ? parts[0] : nil
    }

    /// The parts of 亿元、项 and of （2500）、（5000）.
    private static func parts(_ cell: String) -> [String] {
        guard isList(cell) else { return cell.isEmpty ? [] : [cell] }
        return cell.unicodeScalars.split { $0 == "、" || $0 == "；" || $0 == ";" }.map { String($0) }
    }

    /// 供水管网漏损率（%）: the name, and the unit in its bracket.
    private static func splitUnit(_ name: String) -> (name: String, unit: String?) {
        guard withByteText(name, { $0.ends("）", at: $0.count) || $0.ends(")", at: $0.count) }) else {
            return (name, nil)
        }
        let scalars = Array(name.unicodeScalars)
        guard let last = scalars.last, last == "）" || last == ")",
            let open = scalars.lastIndex(where: { $0 == "（" || $0 == "(" }), open > 0, scalars.count - open <= 14
        else { return (name, nil) }
        let inner = String(String.UnicodeScalarView(scalars[(open + 1)..<(scalars.count - 1)]))
        return (String(String.UnicodeScalarView(scalars[..<open])), inner)
    }

    /// 登记金额、项目数: the second name has what stands before the first one's last word.
    private func members(_ name: String, _ count: Int) -> [String] {
        let parts = Self.parts(name)
        guard parts.count == count, let first = parts.first else { return [String](repeating: name, count: count) }
        let head = IndicatorName.withoutLastWord(first, segmenter)
        return parts.enumerated().map { index, part in
            index > 0 && part.utf8.count < first.utf8.count / 2 ? head + part : part
        }
    }
}

/// What an indicator's own words say.
enum IndicatorName {
    /// Whether 年 stands in it as a word: 年发明专利授权量, 使用费年进出口总额.
    static func isYearly(_ text: ByteText, _ segmenter: ClauseWords) -> Bool {
        if text.has("年度", at: 0) { return true }
        var offset = 0
        while offset + 3 < text.count {
            if text.has("年", at: offset) {
                if segmenter.isBoundary(offset, in: text, fresh: true), segmenter.isBoundary(offset + 3, in: text),
                    text.scalar(before: offset).value.arabicDigit == nil,
                    HanSymbol(text.scalar(before: offset).value) == nil
                {
                    return true
                }
                if text.has("年均", at: offset) || text.has("年平均", at: offset) { return true }
            }
            offset += text.width(at: offset)
        }
        return false
    }

    static func withoutLastWord(_ name: String, _ segmenter: ClauseWords) -> String {
        withByteText(name) { text in
            var offset = text.count
            // Other bytes may have been where these are now.
            var isFresh = true
            while offset > 0 {
                offset -= max(text.scalar(before: offset).length, 1)
                if segmenter.isBoundary(offset, in: text, fresh: isFresh) { break }
                isFresh = false
            }
            return text.string(0..<offset)
        }
    }
}
