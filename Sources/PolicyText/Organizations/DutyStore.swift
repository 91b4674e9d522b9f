/// The names and groups of all duties of a text, in memory that is kept: no array is made for a clause, a list or a name.
///
/// Readers add at the end and take back what came to nothing; lists and clauses are ranges.
final class DutyStore {
    struct Name {
        let start: Int32
        let end: Int32
        /// The reader's number of it; ``DutyStore/unasked`` until somebody asks.
        fileprivate(set) var number: Int32

        var span: Range<Int> { Int(start)..<Int(end) }
    }

    /// Names with one role.
    struct Group {
        var role: Assignment.Role
        var isOpen: Bool
        /// Whether a word said the role; bare lists and 责任单位 leave it to a convention.
        let isCertain: Bool
        /// How many of the names stand before the first comma, or -1.
        var beforeComma: Int
        var names: Range<Int>
        /// How many of the names lead by a convention; the others have ``role``.
        var leading = 0
    }

    // One finder asks, and nothing is handed out by reference: the checks for overlapping access found nothing.
    @exclusivity(unchecked) private(set) var names = Scratch<Name>(capacity: 256)
    @exclusivity(unchecked) var groups = Scratch<Group>(capacity: 64)

    static let unasked: Int32 = -2

    private let reader: OrganizationReader

    init(_ reader: OrganizationReader) {
        self.reader = reader
    }

    // MARK: - Names

    func append(_ span: Range<Int>, number: Int32 = DutyStore.unasked) {
        names.append(
            Name(
                start: Int32(truncatingIfNeeded: span.lowerBound), end: Int32(truncatingIfNeeded: span.upperBound),
                number: number))
    }

    func append(_ name: Name) { names.append(name) }

    /// Gives a name another span.
    func set(_ index: Int, _ span: Range<Int>) {
        names[index] = Name(
            start: Int32(truncatingIfNeeded: span.lowerBound), end: Int32(truncatingIfNeeded: span.upperBound),
            number: Self.unasked)
    }

    /// Takes back the names from one on.
    func leave(_ count: Int) { names.leave(count) }

    /// Takes back the names of a list that `isWanted` is false for; the list is the last.
    func filter(_ list: inout OrganizationList, _ isWanted: (Int) -> Bool) {
        var end = list.names.lowerBound
        for index in list.names where isWanted(index) {
            names[end] = names[index]
            end += 1
        }
        list.names = list.names.lowerBound..<end
        leave(end)
    }

    /// The reader's number of a name.
    @inline(__always)
    func number(_ index: Int) -> Int {
        let known = names[index].number
        if known != Self.unasked { return Int(known) }
        let number = reader.number(of: names[index].span)
        names[index].number = Int32(truncatingIfNeeded: number)
        return number
    }

    @inline(__always)
    func sort(_ index: Int) -> OrganizationReader.Sort { reader.sort(ofNumber: number(index)) }

    /// Whether all names of a list are of better sorts than one.
    func areAll(_ list: OrganizationList, below sort: OrganizationReader.Sort) -> Bool {
        for index in list.names where self.sort(index) >= sort { return false }
        return true
    }

    // MARK: - Groups

    /// What was there before something was tried.
    struct Mark {
        let names: Int
        let groups: Int
    }

    var mark: Mark { Mark(names: names.count, groups: groups.count) }

    /// Takes back all that came since a mark.
    func rewind(to mark: Mark) {
        leave(mark.names)
        groups.leave(mark.groups)
    }

    /// Adds a list to a clause, which is the last: to its last group, if that has the role.
    func add(
        _ role: Assignment.Role, _ list: OrganizationList, to clause: inout DutyClause, isCertain: Bool = true
    ) {
        guard !list.names.isEmpty else { return }
        let last = groups.count - 1
        if last >= clause.groups.lowerBound, groups[last].role == role, groups[last].isCertain == isCertain {
            if groups[last].beforeComma < 0 { groups[last].beforeComma = groups[last].names.count }
            groups[last].names = joined(groups[last].names, list.names)
            groups[last].isOpen = groups[last].isOpen || list.isOpen
        } else {
            groups.append(
                Group(
                    role: role, isOpen: list.isOpen, isCertain: isCertain, beforeComma: list.beforeComma,
                    names: list.names))
        }
        clause.groups = clause.groups.lowerBound..<groups.count
    }

    /// The names of two ranges behind one another.
    private func joined(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
        if first.upperBound == second.lowerBound { return first.lowerBound..<second.upperBound }
        let start = names.count
        for index in first { names.append(names[index]) }
        for index in second { names.append(names[index]) }
        return start..<names.count
    }

    /// A clause without groups, to which they are added.
    func newClause() -> DutyClause { DutyClause(groups: groups.count..<groups.count) }

    func hasLead(_ clause: DutyClause) -> Bool {
        for index in clause.groups where groups[index].role == .lead { return true }
        return false
    }

    /// Whether a word said the role of any group.
    func hasCertain(_ clause: DutyClause) -> Bool {
        for index in clause.groups where groups[index].isCertain { return true }
        return false
    }
}
