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

    init(_ lexicon: Lexicon) {
        let words = ClassedWords(lexicon)
        publicBodies = DutyWords.Words(words["public"], by: .last)
        companies = DutyWords.Words(words["company"], by: .last)
        associations = DutyWords.Words(words["association"], by: .last)
        schools = DutyWords.Words(words["school"], by: .last)
        market = DutyWords.Words(words["market"], by: .last)
        notNames = DutyWords.Words(words["notname"], by: .last)
        generic = NameTable(words["generic"].map { ($0, 0) })
    }
}
