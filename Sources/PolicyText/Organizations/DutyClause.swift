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
    /// The end of the text that was understood.
    var end = 0

    var isEmpty: Bool { groups.allSatisfy(\.names.isEmpty) }

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

    /// The convention that a sentence states.
    func convention(in span: Range<Int>) -> DutyConvention? {
        guard let lead = text.first("牵头", in: span), span.count < 400 else { return nil }
        let isFirst = ["第一", "首位", "首个", "排首", "列首", "排前", "列前", "排位在前", "排名在前", "靠前"].contains {
            text.contains($0, in: span)
        }
        let isBefore = ["逗号前", "分号前", "逗号之前", "逗号以前", "“，”前", "前面的"].contains { text.contains($0, in: span) }
        guard isFirst || isBefore else { return nil }
        // 第一批牵头单位: the word has to say which place in the list leads.
        guard
            ["为牵头", "是牵头", "系牵头", "即为牵头", "作为牵头", "负责牵头", "牵头负责", "为第一牵头"].contains(where: {
                text.contains($0, in: span)
            })
        else { return nil }
        let behind = lead..<span.upperBound
        let helps = ["配合", "参与", "参加", "协办", "协助"].contains { text.contains($0, in: behind) }
        let lasts = ["下同", "以下", "下列", "各项", "附件", "后同", "本方案", "本意见", "本措施", "所列"].contains {
            text.contains($0, in: span)
        }
        return DutyConvention(
            kind: isBefore ? .beforeComma : .first, rest: helps ? .cooperate : .responsible, isLasting: lasts)
    }
}
