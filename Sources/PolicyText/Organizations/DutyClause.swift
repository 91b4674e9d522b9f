/// What one bracket, label or clause says: who has which role, and by when.
struct DutyClause {
    struct Group {
        var role: Assignment.Role
        var names: [Range<Int>]
        var isOpen: Bool
        /// How many of the names stand before the first comma, or -1.
        var beforeComma: Int
        /// Whether a word said the role; bare lists and 责任单位 leave it to a convention.
        var isCertain: Bool
    }

    var groups: [Group] = []
    var deadline: Range<Int>?
    /// A convention that the clause itself states.
    var convention: DutyConvention?

    var isEmpty: Bool { !groups.contains { !$0.names.isEmpty } }

    mutating func add(_ role: Assignment.Role, _ list: OrganizationList, isCertain: Bool = true) {
        guard !list.names.isEmpty else { return }
        if let last = groups.indices.last, groups[last].role == role, groups[last].isCertain == isCertain {
            if groups[last].beforeComma < 0 { groups[last].beforeComma = groups[last].names.count }
            groups[last].names += list.names
            groups[last].isOpen = groups[last].isOpen || list.isOpen
        } else {
            groups.append(
                Group(
                    role: role, names: list.names, isOpen: list.isOpen, beforeComma: list.beforeComma,
                    isCertain: isCertain))
        }
    }
}

/// A convention that a notice states for its lists: 列第一位的为牵头单位，下同.
struct DutyConvention {
    enum Kind {
        /// The first name leads.
        case first
        /// The names before the first comma lead.
        case beforeComma
    }

    var kind: Kind
    /// The role of the other names.
    var rest: Assignment.Role
    /// Whether it holds for the lists that follow, too.
    var isLasting: Bool

    /// Gives the leading names their role, where the clause names no leader itself.
    func apply(to clause: inout DutyClause) {
        guard !clause.groups.contains(where: { $0.role == .lead && $0.isCertain }) else { return }
        guard let index = clause.groups.firstIndex(where: { $0.role == .responsible || !$0.isCertain }) else { return }
        let group = clause.groups[index]
        let count = kind == .first ? 1 : group.beforeComma
        guard count > 0, count < group.names.count else { return }
        var lead = group
        lead.role = .lead
        lead.names = Array(group.names[..<count])
        lead.isOpen = false
        var others = group
        others.role = rest
        others.names = Array(group.names[count...])
        clause.groups.replaceSubrange(index...index, with: [lead, others])
    }
}

/// Reads conventions.
struct DutyConventionReader {
    let text: TextBytes

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
        guard span.count >= 21, span.count < 400, let lead = statedLead(span) else { return nil }
        let isFirst = text.contains(anyOf: Self.firsts, in: span)
        let isBefore = text.contains(anyOf: Self.commas, in: span)
        guard isFirst || isBefore else { return nil }
        let helps = text.contains(anyOf: Self.helpers, in: lead..<span.upperBound)
        return DutyConvention(
            kind: isBefore ? .beforeComma : .first, rest: helps ? .cooperate : .responsible,
            isLasting: text.contains(anyOf: Self.scopes, in: span))
    }

    /// 牵头 as what something is: 第一批牵头单位 states nothing.
    private func statedLead(_ span: Range<Int>) -> Int? {
        var start = span.lowerBound
        while let lead = text.first("牵头", in: start..<span.upperBound) {
            if text.has("为", at: lead - 3) || text.has("是", at: lead - 3) || text.has("系", at: lead - 3)
                || text.has("负责", at: lead - 6) || text.has("负责", at: lead + 6) || text.has("为第一", at: lead - 9)
            {
                return lead
            }
            start = lead + 6
        }
        return nil
    }
}
