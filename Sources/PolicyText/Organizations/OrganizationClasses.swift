/// Words that tell what a noun phrase is by its end, from `organization-classes.txt`.
///
/// A class, because this many word lists are not copied for a question.
final class OrganizationClasses: Sendable {
    let publicBodies: DutyWords.Words
    let companies: DutyWords.Words
    let associations: DutyWords.Words
    let schools: DutyWords.Words
    /// Unnamed classes of market actors: 龙头企业.
    let market: DutyWords.Words
    /// Words that end as names do and are none: 干部, 布局.
    let notNames: DutyWords.Words
    /// Generic actors, whole: 各有关部门.
    let generic: NameTable
    /// Fields that stand for their departments: 教育, 公安 of 教育、公安等部门.
    let sectors: NameTable

    init(_ lexicon: Lexicon) {
        let names: [StaticString] = ["public", "company", "association", "school", "market", "notname"]
        var indices = names.map { _ in WordIndex(by: .last) }
        var generic = NameTable(capacity: 256)
        var sectors = NameTable(capacity: 256)
        lexicon.forEachEntry { name, words in
            if let place = names.firstIndex(where: name.equals) {
                words.forEachField(before: 0x20) { indices[place].insert($0) }
            } else if name.equals("generic") {
                words.forEachField(before: 0x20) { generic.insert($0, 0) }
            } else if name.equals("sector") {
                words.forEachField(before: 0x20) { sectors.insert($0, 0) }
            }
        }
        let words = indices.map(DutyWords.Words.init)
        publicBodies = words[0]
        companies = words[1]
        associations = words[2]
        schools = words[3]
        market = words[4]
        notNames = words[5]
        self.generic = generic
        self.sectors = sectors
    }
}
