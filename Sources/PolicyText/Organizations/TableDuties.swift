/// Finds duties in tables whose header names a role: 责任单位, 牵头单位, 配合单位.
struct TableDuties {
    let words: DutyWords
    let catalogue: OrganizationCatalogue
    let resolver: OrganizationResolver
    let source: SourceText

    /// Most cells of a table that are looked at; more is no table of duties.
    private static let maximumCells = 200_000

    /// The duties of the rows, in order.
    func duties(in table: Table) -> [FoundDuty.TableRow] {
        // Most tables have other columns: they are left before a grid is made of them.
        guard namesRole(table), table.rows.reduce(0, { $0 + $1.count }) <= Self.maximumCells else { return [] }
        let grid = TableGrid(table)
        guard let header = header(grid) else { return [] }
        var above = Above()
        return (header.end..<grid.rows.count).compactMap { row(grid.rows[$0], header.columns, &above) }
    }

    // MARK: - Headers

    private struct Header {
        var columns: [Int: DutyWords.Label]
        var end: Int
    }

    /// Rows that are looked at for a header.
    private static let headerRows = 4

    /// Whether a cell of the first rows is the label of a role.
    private func namesRole(_ table: Table) -> Bool {
        for row in table.rows.prefix(Self.headerRows) {
            var isNamed = false
            row.withLent { cell in
                if !isNamed, case .role = label(cell.value.text) { isNamed = true }
            }
            if isNamed { return true }
        }
        return false
    }

    /// The first rows that name roles; two-row headers have them in either.
    private func header(_ grid: TableGrid) -> Header? {
        var columns: [Int: DutyWords.Label] = [:]
        var end = 0
        for (index, row) in grid.rows.prefix(Self.headerRows).enumerated() {
            var labels: [Int: DutyWords.Label] = [:]
            for (column, cell) in row { if let label = label(cell.text) { labels[column] = label } }
            guard labels.values.contains(where: { $0 != .other && $0 != .deadline }) else { continue }
            columns.merge(labels) { $1 }
            end = index + 1
        }
        guard columns.values.contains(where: { if case .role = $0 { true } else { false } }) else { return nil }
        return Header(columns: columns, end: end)
    }

    /// Bytes of the longest header cell that may be a label, without its spaces.
    private static let longestLabel = 60

    /// The label that a header cell is: 牵头单位, 责任单位（部门）, 完成时限.
    private func label(_ cell: String) -> DutyWords.Label? {
        guard cell.utf8.count >= 6 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestLabel) { bytes in
            var count = 0
            for byte in cell.utf8 where byte != 0x20 && byte != 0x0A {
                guard count < Self.longestLabel else { return nil }
                bytes[count] = byte
                count += 1
            }
            guard count >= 6 else { return nil }
            let text = TextBytes(UnsafeBufferPointer(rebasing: bytes[..<count]))
            var span = 0..<count
            if let open = text.first("（", in: span) ?? text.first("(", in: span), open >= 6 { span = 0..<open }
            guard let found = words.label(closing: span, in: text), span.count - found.length <= 12 else { return nil }
            return found.label
        }
    }

    // MARK: - Rows

    /// What stands above in each column.
    private struct Above {
        /// The cells that 同上 repeats.
        var filled: [Int: TableCell] = [:]
        /// Where the cells begin, to tell one that spans several rows from one of the row's own.
        var starts: [Int: Int] = [:]

        /// Whether a cell reaches down into the row from one above.
        mutating func spans(_ cell: TableCell, _ column: Int) -> Bool {
            guard cell.rowSpan > 1 else { return false }
            return starts.updateValue(cell.range.start, forKey: column) == cell.range.start
        }
    }

    /// The duty of a row. A cell that spans several rows is written in its first: the others have its names, and a row
    /// without any name of its own has been said there.
    private func row(
        _ cells: [(column: Int, cell: TableCell)], _ columns: [Int: DutyWords.Label], _ above: inout Above
    )
        -> FoundDuty.TableRow?
    {
        var result = FoundDuty.TableRow(range: SourceRange(start: 0, end: 0, line: 1, column: 1))
        var first: SourceRange?
        var end = 0
        var hasName = false
        for (column, cell) in cells {
            guard let label = columns[column] else { continue }
            let own = cell
            let cell = filled(own, column, &above.filled)
            guard !cell.text.isEmpty else { continue }
            let isSpanned = above.spans(own, column)
            switch label {
            case .role(let role):
                let assignments = assignments(cell, role)
                guard !assignments.isEmpty else { continue }
                for assignment in assignments { Self.add(assignment, to: &result.assignments) }
            case .deadline: result.deadline = result.deadline ?? cell.text
            case .other: continue
            }
            guard !isSpanned else { continue }
            if case .role = label { hasName = true }
            result.text += own.text
            if first == nil || own.range.start < first?.start ?? 0 { first = own.range }
            end = max(end, own.range.end)
        }
        guard !result.assignments.isEmpty, hasName, let first else { return nil }
        result.range = SourceRange(start: first.start, end: max(end, first.end), line: first.line, column: first.column)
        return result
    }

    /// 同上 and 〃 repeat the cell above.
    private func filled(_ cell: TableCell, _ column: Int, _ above: inout [Int: TableCell]) -> TableCell {
        let isRepeat = ["同上", "〃", "″"].contains(cell.text)
        if isRepeat, let other = above[column] { return other }
        above[column] = cell
        return isRepeat ? TableCell(text: "", range: cell.range) : cell
    }

    private static func add(_ assignment: Assignment, to assignments: inout [Assignment]) {
        if let index = assignments.firstIndex(where: { $0.role == assignment.role }) {
            assignments[index].departments += assignment.departments
            assignments[index].open = assignments[index].open || assignment.open
        } else {
            assignments.append(assignment)
        }
    }

    private func assignments(_ cell: TableCell, _ role: Assignment.Role) -> [Assignment] {
        if let divided = divided(cell) {
            return assignments(divided.bytes, role) { source.range(divided.sourceOffsets($0)) }
        }
        return assignments(Array(cell.text.utf8), role) { cellRange(cell, $0) }
    }

    /// The cell with marks where its blocks or white space set names apart; `nil` where nothing does.
    private func divided(_ cell: TableCell) -> CellText? {
        let range = cell.range.offsets
        guard cell.text.utf8.count < range.count || cell.text.utf8.contains(0x3C) else { return nil }
        return source.utf8.withUnsafeBufferPointer { bytes in
            CellText(cell, TextBytes(bytes))?.divided(catalogue, words, isMarkedUp: source.hints != nil)
        }
    }

    private func assignments(
        _ bytes: [UInt8], _ role: Assignment.Role, _ range: (Range<Int>) -> SourceRange
    ) -> [Assignment] {
        bytes.withUnsafeBufferPointer { buffer in
            let text = TextBytes(buffer)
            let reader = OrganizationReader(text: text, catalogue: catalogue)
            let lists = OrganizationListReader(text: text, reader: reader, words: words)
            let clause = DutyClauseReader(text: text, lists: lists, words: words).clause(
                in: 0..<buffer.count, role: role)
            return clause.groups.map { group in
                let group = lists.store.groups[group]
                return Assignment(
                    role: group.role, open: group.isOpen,
                    departments: group.names.map { name in
                        let span = lists.store.names[name].span
                        return OrganizationName(
                            resolver.name(lists.store.number(name), span, text, reader), range: range(span))
                    })
            }
        }
    }

    /// The part of a cell's range that a name takes: white space and line ends of the source are not in the cell's text.
    private func cellRange(_ cell: TableCell, _ span: Range<Int>) -> SourceRange {
        let range = cell.range.offsets
        return source.utf8.withUnsafeBufferPointer { bytes in
            guard range.upperBound <= bytes.count else { return cell.range }
            let text = TextBytes(bytes)
            var written = cell.text.utf8.makeIterator()
            var place = 0
            var start: Int?
            var offset = range.lowerBound
            while offset < range.upperBound {
                if let space = text.spaceWidth(at: offset, before: range.upperBound) {
                    offset += space
                    continue
                }
                // Other bytes than white space were left out of the text.
                guard bytes[offset] == written.next() else { return cell.range }
                if place == span.lowerBound { start = offset }
                place += 1
                offset += 1
                if place == span.upperBound, let start { return source.range(start..<offset) }
            }
            return cell.range
        }
    }
}
