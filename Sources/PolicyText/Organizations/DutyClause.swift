/// What one bracket, label or clause says: who has which role, and by when.
struct DutyClause {
    /// Names by roles, in the ``DutyStore``.
    var groups: Range<Int>
    var deadline: Range<Int>?
    /// A convention that the clause itself states.
    var convention: DutyConvention?

    var isEmpty: Bool { groups.isEmpty }
}

/// A convention that a notice states for its lists: 列第一位的为牵头单位，下同.
struct DutyConvention {
    enum Kind {
        /// The first name leads.
        case first
        /// The names before the first comma lead.
        case beforeComma
        /// The names with a sign beside them lead.
        case sign
    }

    var kind: Kind
    /// The role of the other names.
    var rest: Assignment.Role
    /// Whether it holds for the lists that follow, too.
    var isLasting: Bool

    /// Gives the leading names their role, where the clause names no leader itself.
    func apply(to clause: inout DutyClause, in store: DutyStore, _ signs: LeaderSigns) {
        if kind == .sign { return applySigns(to: &clause, in: store, signs) }
        var found = -1
        for index in clause.groups {
            let group = store.groups[index]
            if group.role == .lead, group.isCertain { return }
            if found < 0, group.role == .responsible || !group.isCertain { found = index }
        }
        guard found >= 0 else { return }
        let count = kind == .first ? 1 : store.groups[found].beforeComma
        guard count > 0, count < store.groups[found].names.count else { return }
        store.groups[found].leading = count
        store.groups[found].role = rest
    }

    /// Makes the groups anew, behind all others: signs may stand beside any name.
    private func applySigns(to clause: inout DutyClause, in store: DutyStore, _ signs: LeaderSigns) {
        let groups = clause.groups
        let isMarked = groups.contains { index in
            store.groups[index].names.contains { signs.marks(store.names[$0].span) }
        }
        guard isMarked else { return }
        var result = store.newClause()
        for index in groups {
            let group = store.groups[index]
            for name in group.names {
                let leads = signs.marks(store.names[name].span)
                let role = leads ? .lead : group.isCertain ? group.role : rest
                let first = store.names.count
                store.append(store.names[name])
                let list = OrganizationList(names: first..<first + 1, isOpen: group.isOpen && !leads)
                store.add(role, list, to: &result, isCertain: leads || group.isCertain)
            }
        }
        clause.groups = result.groups
    }
}

/// Reads conventions.
struct DutyConventionReader {
    let text: TextBytes
    let marks: ClauseMarks

    private static let firsts: [StaticString] = [
        "第一", "首位", "首个", "排首", "列首", "排前", "列前", "排位在前", "排名在前", "靠前",
    ]
    private static let commas: [StaticString] = ["逗号前", "分号前", "逗号之前", "逗号以前", "“，”前", "前面的"]
    private static let helpers: [StaticString] = ["配合", "参与", "参加", "协办", "协助"]
    private static let scopes: [StaticString] = [
        "下同", "以下", "下列", "各项", "附件", "后同", "本方案", "本意见", "本措施", "所列",
    ]

    /// The convention that a sentence states.
    func convention(in span: Range<Int>) -> DutyConvention? {
        // Asked of every sentence of every bracket: the dear questions come last.
        guard span.count >= 18, span.count < 400, let lead = statedLead(span) else { return nil }
        let helps = text.contains(anyOf: Self.helpers, in: lead..<span.upperBound)
        if LeaderSigns(text: text).areStated(in: span, before: lead) {
            return DutyConvention(kind: .sign, rest: helps ? .cooperate : .responsible, isLasting: true)
        }
        let isFirst = text.contains(anyOf: Self.firsts, in: span)
        let isBefore = text.contains(anyOf: Self.commas, in: span)
        guard isFirst || isBefore else { return nil }
        return DutyConvention(
            kind: isBefore ? .beforeComma : .first, rest: helps ? .cooperate : .responsible,
            isLasting: text.contains(anyOf: Self.scopes, in: span))
    }

    /// 牵头 as what something is: 第一批牵头单位 states nothing.
    private func statedLead(_ span: Range<Int>) -> Int? {
        var mark = marks.cover(span)
        while mark < marks.count, marks[mark].place + 6 <= span.upperBound {
            let (kinds, lead) = (marks[mark].kinds, marks[mark].place)
            mark += 1
            if kinds.contains(.lead), text.has("头", at: lead + 3), isStated(lead) { return lead }
        }
        return nil
    }

    /// Whether 牵头 at an offset may be what something is.
    func isStated(_ lead: Int) -> Bool {
        switch text.code(at: lead - 3) {
        case "为", "是", "系": true
        default:
            text.has("负责", at: lead - 6) || text.has("负责", at: lead + 6) || text.has("为第一", at: lead - 9)
        }
    }
}
