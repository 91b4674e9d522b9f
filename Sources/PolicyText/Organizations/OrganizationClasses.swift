/// Words that tell what a noun phrase is by its end, from `organization-classes.txt`.
///
/// A class, because this many word lists are not copied for a question.
final class OrganizationClasses: Sendable {
    /// Generic actors, whole: 各有关部门.
    private let generic: NameTable
    private let genericEnds: LastBytes
    /// Fields that stand for their departments: 教育, 公安 of 教育、公安等部门.
    let sectors: NameTable
    /// The words of all classes by their ends, and for each a bit for every class that has it.
    private let endings: EndingTable
    private let classes: [UInt8]
    private let ends: LastBytes

    /// What a span ends in: for each class the bytes of its longest word, or 0.
    struct Endings {
        var publicBody = 0
        var company = 0
        var association = 0
        var school = 0
        /// Unnamed classes of market actors: 龙头企业.
        var market = 0
        /// Words that end as names do and are none: 干部, 布局.
        var notName = 0
    }

    init(_ lexicon: Lexicon) {
        let names: [StaticString] = ["public", "company", "association", "school", "market", "notname"]
        var generic = NameTable(capacity: 256)
        var genericEnds = LastBytes()
        var sectors = NameTable(capacity: 256)
        var endings = EndingTable()
        var classes: [UInt8] = []
        var ends = LastBytes()
        lexicon.forEachEntry { name, words in
            if let place = names.firstIndex(where: name.equals) {
                words.forEachField(before: 0x20) {
                    let others = endings.insert($0).map { classes[$0] } ?? 0
                    classes.append(others | 1 << place)
                    ends.insert(lastOf: $0)
                }
            } else if name.equals("generic") {
                words.forEachField(before: 0x20) {
                    generic.insert($0, 0)
                    genericEnds.insert(lastOf: $0)
                }
            } else if name.equals("sector") {
                words.forEachField(before: 0x20) { sectors.insert($0, 0) }
            }
        }
        ends.formUnion(genericEnds)
        self.generic = generic
        self.genericEnds = genericEnds
        self.sectors = sectors
        self.endings = endings
        self.classes = classes
        self.ends = ends
    }

    /// Whether a span, of which the hash is known, is a generic actor: most names end as none does.
    @inline(__always)
    func isGeneric(_ span: Range<Int>, _ hash: UInt64, in text: TextBytes) -> Bool {
        span.count >= 3 && genericEnds.mayContain(characterBefore: span.upperBound, in: text.bytes)
            && generic.entry(of: span, hash, in: text.bytes) >= 0
    }

    /// Adds what names that these words tell end in.
    func addEnds(to set: inout LastBytes) {
        set.formUnion(ends)
        // Words that the rules for actors without names go by, and closing brackets, which may stand behind any.
        let others: [StaticString] = [
            "市", "县", "区", "州", "镇", "地", "门", "位", "道", "府", "关", "构", "街", "体", "）", "〕", "旗", "盟", "省",
        ]
        for word in others { set.insert(word.utf8Start[1], word.utf8Start[2]) }
    }

    /// - Complexity: O(characters of the longest word that the span ends in).
    func endings(of span: Range<Int>, in text: TextBytes) -> Endings {
        var result = Endings()
        endings.forEach(endingAt: span, in: text.bytes) { index, byteCount in
            let word = span.upperBound - byteCount..<span.upperBound
            guard endings.equals(index, word, text.bytes) else { return }
            let classes = classes[index]
            if classes & 1 != 0 { result.publicBody = byteCount }
            if classes & 2 != 0 { result.company = byteCount }
            if classes & 4 != 0 { result.association = byteCount }
            if classes & 8 != 0 { result.school = byteCount }
            if classes & 16 != 0 { result.market = byteCount }
            if classes & 32 != 0 { result.notName = byteCount }
        }
        return result
    }
}
