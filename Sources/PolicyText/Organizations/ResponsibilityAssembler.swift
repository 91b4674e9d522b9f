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

    /// A duty of text.
    ///
    /// A function of its own, as the next one, which hands the value over: made in place it would be copied, reference by
    /// reference.
    ///
    /// - Parameter cursor: That of the duty before it: names and duties ascend.
    @inline(never)
    func responsibility(_ found: FoundDuty, _ cursor: inout SourceCursor) -> Responsibility {
        let span = text.trimmed(found.span)
        let passage = cursor.passage(at: found.span.lowerBound)
        let unit = found.unit ?? reading.unit(owning: span, of: passage)
        let range = cursor.range(span)
        return Responsibility(
            section: reading.id(ofUnit: unit), range: range, form: found.form, text: shown(span, found, passage),
            deadline: found.clause.deadline.map { text.squashed($0) },
            assignments: assignments(found.clause, &cursor))
    }

    /// The text of a duty as the source has it: with the mark between the heading of its item and what follows.
    private func shown(_ span: Range<Int>, _ found: FoundDuty, _ passage: Int) -> String {
        guard found.form == .inline, reading.passages[passage].kind == .heading,
            let border = text.first("\n", in: span), let ink = reading.borderInk(behind: passage)
        else { return text.shown(span) }
        return text.string(span.lowerBound..<border) + String(decoding: ink, as: UTF8.self)
            + text.shown(border + 1..<span.upperBound)
    }

    /// - Parameter row: The row of a table.
    @inline(never)
    func responsibility(_ found: FoundDuty, _ row: FoundDuty.TableRow) -> Responsibility {
        Responsibility(
            section: reading.id(ofUnit: found.unit ?? -1), range: row.range, form: .table, text: row.text,
            deadline: row.deadline, assignments: row.assignments)
    }

    private func assignments(_ clause: DutyClause, _ cursor: inout SourceCursor) -> [Assignment] {
        // Most have one role; a literal is made at once.
        if clause.groups.count == 1, store.groups[clause.groups.lowerBound].leading == 0 {
            return [assignment(clause.groups.lowerBound, &cursor)]
        }
        var result: [Assignment] = []
        result.reserveCapacity(clause.groups.count + 1)
        for index in clause.groups {
            let group = store.groups[index]
            // What a convention parts: the first names lead.
            if group.leading > 0 {
                let names = group.names.lowerBound..<group.names.lowerBound + group.leading
                result.append(Assignment(role: .lead, open: false, departments: departments(names, &cursor)))
            }
            result.append(assignment(index, &cursor))
        }
        return result
    }

    /// The names of a group that have its own role.
    private func assignment(_ index: Int, _ cursor: inout SourceCursor) -> Assignment {
        let group = store.groups[index]
        let names = group.names.lowerBound + group.leading..<group.names.upperBound
        return Assignment(role: group.role, open: group.isOpen, departments: departments(names, &cursor))
    }

    @inline(never)
    private func departments(_ names: Range<Int>, _ cursor: inout SourceCursor) -> [OrganizationName] {
        let first = names.lowerBound
        switch names.count {
        // Literals are made at once.
        case 1: return [department(first, &cursor)]
        case 2: return [department(first, &cursor), department(first + 1, &cursor)]
        default:
            var departments: [OrganizationName] = []
            departments.reserveCapacity(names.count)
            for name in names { departments.append(department(name, &cursor)) }
            return departments
        }
    }

    @inline(__always)
    private func department(_ name: Int, _ cursor: inout SourceCursor) -> OrganizationName {
        let span = store.names[name].span
        let shared = resolver.name(store.number(name), span, text, reader)
        return OrganizationName(shared, range: cursor.range(span))
    }
}
