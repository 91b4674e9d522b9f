import Testing

@testable import PolicyText

/// Most clauses are read in one pass; what that finds is what the reader of all clauses finds.
struct PlainClauseTests {
    private static let pieces: [String] = [
        "省科技厅", "省财政厅", "市发展改革委", "省住房和城乡建设厅", "各有关部门", "各县（市、区）人民政府", "各市", "企业", "某某项目组", "督导", "省委",
        "、", "、", "，", "，", "。", "；", ".", "/", ",", "（", "）", "　", "和", "以及", "等", "等部门", "由", "请", "并", "会同",
        "牵头", "负责", "配合", "指导", "落实", "组织实施", "按职责分工", "依职责", "牵头单位", "任务", "为牵头单位", "第一位",
        "、县", "、区", "区政府", "各设区市政府", "某某示范区", "及", "与", "国务院相关部门", "各地区", "等有关部门", "〔", "〕", "2023", "以下简称",
        "责任单位：", "牵头单位：", "牵头：", "完成时限：", "责任领导：", "2025年6月", "长期坚持", "试行", "以下", "不再列出", "均",
    ]

    /// What a reader made of a clause, in words.
    private struct Reading: Equatable, CustomStringConvertible {
        var description: String

        init(_ clause: DutyClause, _ store: DutyStore, _ text: TextBytes) {
            var words: [String] = []
            for index in clause.groups {
                let group = store.groups[index]
                let names = group.names.map { text.string(store.names[$0].span) }
                words.append("\(group.role) \(group.isOpen) \(group.isCertain) \(group.beforeComma) \(names)")
            }
            words.append("\(clause.deadline.map(text.string) ?? "-") \(clause.convention != nil)")
            description = words.joined(separator: "; ")
        }
    }

    @Test(arguments: [nil, .responsible, .lead] as [Assignment.Role?])
    func bothReadersAgree(_ role: Assignment.Role?) {
        var random = SplitMix64(seed: 11)
        var plainCount = 0
        for _ in 0..<12_000 {
            let count = Int.random(in: 1...9, using: &random)
            let written = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            Array(written.utf8).withUnsafeBufferPointer { bytes in
                let text = TextBytes(bytes)
                let span = text.trimmed(0..<bytes.count)
                let reader = OrganizationReader(text: text, catalogue: Lexicons.standard.catalogue)
                let words = Lexicons.standard.dutyWords
                let lists = OrganizationListReader(text: text, reader: reader, words: words)
                let clauses = DutyClauseReader(text: text, lists: lists, words: words)
                guard let clause = clauses.plainClause(in: span, role: role) else { return }
                let plain = Reading(clause, clauses.store, text)
                let any = Reading(clauses.anyClause(in: span, role: role), clauses.store, text)
                #expect(plain == any, "\(written)")
                plainCount += clause.isEmpty ? 0 : 1
            }
        }
        #expect(plainCount > 300)
    }
}
