/// Makes the responsibilities of a document from the duties that were found: names and ranges, in reading order.
struct ResponsibilityAssembler {
    private let reading: ReadingText
    private let text: TextBytes
    private let resolver: OrganizationResolver
    private let reader: OrganizationReader
    private let store: DutyStore

    init(
        _ reading: ReadingText, _ text: TextBytes, _ resolver: OrganizationResolver, _ reader: OrganizationReader,
        _ store: DutyStore
    ) {
        self.reading = reading
        self.text = text
        self.resolver = resolver
        self.reader = reader
        self.store = store
    }

    /// - Parameter cursor: That of the duty before it: names and duties ascend.
    func append(_ found: FoundDuty, to result: inout [Responsibility], _ cursor: inout SourceCursor) {
        let span = text.trimmed(found.span)
        let passage = cursor.passage(at: found.span.lowerBound)
        let unit = found.unit ?? reading.unit(owning: span, of: passage)
        append(found.form, unit, cursor.range(span), to: &result)
        let last = result.count - 1
        result[last].text = text.shown(span)
        if let deadline = found.clause.deadline { result[last].deadline = text.squashed(deadline) }
        result[last].assignments = assignments(found.clause, &cursor)
    }

    /// - Parameter row: The row of a table.
    func append(_ found: FoundDuty, _ row: FoundDuty.TableRow, to result: inout [Responsibility]) {
        append(.table, found.unit ?? -1, row.range, to: &result)
        let last = result.count - 1
        result[last].text = row.text
        result[last].deadline = row.deadline
        result[last].assignments = row.assignments
    }

    /// Filled where it stays: a value that is appended to an array is copied, reference by reference.
    private func append(
        _ form: Responsibility.Form, _ unit: Int, _ range: SourceRange, to result: inout [Responsibility]
    ) {
        result.append(
            Responsibility(
                section: reading.id(ofUnit: unit), form: form, text: "", deadline: nil, range: range, assignments: []))
    }

    private func assignments(_ clause: DutyClause, _ cursor: inout SourceCursor) -> [Assignment] {
        var result: [Assignment] = []
        result.reserveCapacity(clause.groups.count)
        for index in clause.groups {
            let group = store.groups[index]
            let border = group.names.lowerBound + group.leading
            // What a convention parts: the first names lead.
            if group.leading > 0 {
                let departments = departments(group.names.lowerBound..<border, &cursor)
                result.append(Assignment(role: .lead, open: false, departments: departments))
            }
            let departments = departments(border..<group.names.upperBound, &cursor)
            result.append(Assignment(role: group.role, open: group.isOpen, departments: departments))
        }
        return result
    }

    private func departments(_ names: Range<Int>, _ cursor: inout SourceCursor) -> [OrganizationName] {
        var departments: [OrganizationName] = []
        departments.reserveCapacity(names.count)
        for name in names {
            let span = store.names[name].span
            let shared = resolver.name(store.number(name), span, text, reader)
            departments.append(OrganizationName(shared, range: cursor.range(span)))
        }
        return departments
    }
}
