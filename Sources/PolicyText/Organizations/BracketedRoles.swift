/// Roles that stand in brackets behind the names: 省农业农村厅（牵头）、省财政厅.
struct BracketedRoles {
    let text: TextBytes
    let store: DutyStore
    let words: DutyWords

    /// Gives the names of a clause, which is the last of the store, the roles behind them and takes these off.
    ///
    /// - Parameter label: The label in force; without one, who stands beside a leader helps.
    func give(to clause: inout DutyClause, _ label: DutyWords.Label?) {
        let groups = clause.groups.map { store.groups[$0] }
        let names = groups.map { $0.names.map { store.names[$0].span } }
        let own = names.map { $0.map(role) }
        guard own.joined().contains(where: { $0 != nil }) else { return }
        let leads = own.joined().contains { $0?.role == .lead }
        store.groups.leave(clause.groups.lowerBound)
        clause.groups = clause.groups.lowerBound..<clause.groups.lowerBound
        for (index, group) in groups.enumerated() {
            let rest: Assignment.Role =
                leads && label == nil && group.role == .responsible && !group.isCertain ? .cooperate : group.role
            for (name, own) in zip(names[index], own[index]) {
                let first = store.names.count
                store.append(name.lowerBound..<(own?.end ?? name.upperBound))
                let list = OrganizationList(names: first..<first + 1, isOpen: group.isOpen && own == nil)
                store.add(own?.role ?? rest, list, to: &clause, isCertain: own != nil || group.isCertain)
            }
        }
    }

    /// The role in the bracket that a name ends in, and where the name ends before it.
    private func role(_ name: Range<Int>) -> (role: Assignment.Role, end: Int)? {
        let last = text.previous(name.upperBound)
        guard last > name.lowerBound, isClosing(last) else { return nil }
        var open = last
        while open > name.lowerBound, last - open <= DutyClauseReader.longestLabel {
            open = text.previous(open)
            guard isOpening(open) else { continue }
            guard open > name.lowerBound,
                case .role(let role) = words.label(open + text.width(at: open)..<last, in: text)
            else { return nil }
            return (role, open)
        }
        return nil
    }

    private func isOpening(_ offset: Int) -> Bool {
        text.code(at: offset) == "（" || text.code(at: offset) == "〔" || text.bytes[offset] == 0x28
    }

    private func isClosing(_ offset: Int) -> Bool {
        text.code(at: offset) == "）" || text.code(at: offset) == "〕" || text.bytes[offset] == 0x29
    }
}
