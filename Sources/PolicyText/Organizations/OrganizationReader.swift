/// Tells whether a span of text is the name of an organisation, and of what sort.
///
/// A class, because every reader of duties holds one and hands it on.
final class OrganizationReader {
    let text: TextBytes
    let catalogue: OrganizationCatalogue
    private let classes: OrganizationClasses
    private let memo = OrganizationMemo()

    init(text: TextBytes, catalogue: OrganizationCatalogue) {
        self.text = text
        self.catalogue = catalogue
        classes = catalogue.classes
    }

    /// The sorts of names, the surest first.
    enum Sort: UInt8, Comparable {
        /// In the catalogue, alone or behind a level or region.
        case known
        /// Ends as the names of public bodies do.
        case publicBody
        /// 各有关部门, 各地区: actors without a name.
        case generic
        /// Named companies, associations, schools.
        case company, association, school
        /// 黄埔区, 广州市南沙区: a listed region in the place of its authorities.
        case place
        /// 龙头企业, 建设单位: classes of market actors.
        case market
        case none

        static func < (a: Sort, b: Sort) -> Bool { a.rawValue < b.rawValue }
    }

    /// Characters of the longest name looked at.
    static let longestName = 45

    /// What is found out about a span at its first place.
    struct Finding {
        let sort: Sort
        /// What the catalogue says of a known name.
        var match: Match?
    }

    /// The number under which a span is known, the same for all places with the same bytes; -1 for what no name is.
    @inline(__always)
    func number(of span: Range<Int>) -> Int {
        guard span.count >= 3, span.count <= Self.longestName * 3 else { return -1 }
        return memo.number(of: span, in: text) { find(span, $0) }
    }

    func sort(of span: Range<Int>) -> Sort { sort(ofNumber: number(of: span)) }

    @inline(__always)
    func sort(ofNumber number: Int) -> Sort { number < 0 ? .none : memo.sort(number) }

    /// The settled name with a number, if one was kept.
    @inline(__always)
    func name(_ number: Int) -> OrganizationName.Shared? { number < 0 ? nil : memo.name(number) }

    /// Whether a name behind a label can be one: no clause, and an organisation if it is long.
    func isPlausible(_ number: Int, _ span: Range<Int>) -> Bool {
        number < 0 ? isPlausible(span, .none) : memo.isPlausible(number) { isPlausible(span, memo.sort(number)) }
    }

    private func isPlausible(_ span: Range<Int>, _ sort: Sort) -> Bool {
        // So many bytes are neither one character nor too many.
        if sort == .known, span.count >= 6, span.count <= Self.longestName { return true }
        let count = text.characterCount(span)
        guard count >= 2, count <= Self.longestName else { return false }
        if sort == .known { return true }
        // 根据事故类别确定, 另行确定, 根据类别确定牵头部门: nobody yet.
        if text.closes(span, with: "确定") || text.opens(span, with: "根据") && text.contains("确定", in: span) {
            return false
        }
        return isNounPhrase(span) && (count <= 16 || sort < .none)
    }

    /// Keeps a settled name for the other places that have it.
    func keep(_ name: OrganizationName.Shared, _ number: Int) { if number >= 0 { memo.setName(number, name) } }

    /// What the catalogue says of a span.
    func match(_ number: Int, _ span: Range<Int>) -> Match? {
        guard number >= 0 else { return match(span) }
        let finding = memo.finding(number)
        // 各市教育局 may be in the catalogue all the same.
        return finding.sort == .generic ? match(span) : finding.match
    }

    /// What the catalogue says of a span.
    func match(_ span: Range<Int>) -> Match? { match(span, NameHash.of(span, in: text.bytes)) }

    private func find(_ span: Range<Int>, _ hash: UInt64) -> Finding {
        guard catalogue.mayEndName(span, in: text) else { return Finding(sort: .none) }
        if isGeneric(span, hash) { return Finding(sort: .generic) }
        if let match = match(span, hash) { return Finding(sort: .known, match: match) }
        if isPlace(span) { return Finding(sort: .place) }
        guard isNounPhrase(span) else { return Finding(sort: .none) }
        guard let stem = withoutClosingBracket(span) else { return Finding(sort: byEnding(span)) }
        let sort = stem.isEmpty ? Sort.none : self.sort(of: stem)
        return Finding(sort: sort < .market ? sort : .none)
    }

    private func isPlace(_ span: Range<Int>) -> Bool {
        guard span.count >= 6 else { return false }
        switch text.code(at: span.upperBound - 3) {
        case "市", "县", "区", "旗", "州", "盟", "省": break
        default: return false
        }
        var start = span.lowerBound
        while start < span.upperBound,
            let region = catalogue.regions.longest(at: start, before: span.upperBound, in: text)
        {
            start = region.end
        }
        return start == span.upperBound
    }

    private func byEnding(_ span: Range<Int>) -> Sort {
        let endings = classes.endings(of: span, in: text)
        var best = Sort.none
        var length = 0
        func take(_ sort: Sort, _ size: Int) {
            // An ending alone is no name, save for the longer ones: 公安机关, 领导小组.
            guard size > length, span.count > size || size >= 12 else { return }
            best = sort
            length = size
        }
        take(.publicBody, endings.publicBody)
        take(.company, endings.company)
        take(.association, endings.association)
        take(.school, endings.school)
        // 布局 is longer than 局: no body.
        let other = endings.notName
        if other > 0, other > length || other == span.count { return .none }
        if length == 0, closesAsBody(span), hasNamedHead(span) { return .publicBody }
        let market = endings.market
        if market > 0, market >= length { return hasNamedHead(span) && market < span.count ? .company : .market }
        return best
    }

    /// Whether a text ends in what names of organisations, or words for them, end in.
    func endsLikeOrganization(_ span: Range<Int>) -> Bool {
        let endings = classes.endings(of: span, in: text)
        if endings.publicBody > 0 { return endings.notName <= endings.publicBody }
        return endings.company > 0 || closesAsGeneric(span)
    }

    private static let institutions: [StaticString] = ["站", "所", "院", "队", "馆", "中心", "学校", "中学", "小学", "幼儿园"]

    /// Whether a short span ends as the names of stations, schools and the like do: 安监所, 文化站.
    func isInstitution(_ span: Range<Int>) -> Bool {
        guard span.count <= Self.longestInstitution, text.closes(span, withAnyOf: Self.institutions) else {
            return false
        }
        let endings = classes.endings(of: span, in: text)
        return endings.notName <= max(endings.publicBody, endings.school) && endings.market < span.count
            && isNounPhrase(span)
    }

    /// Whether a span is no more than such an ending: 卫生院, 财政所.
    func isInstitutionWord(_ span: Range<Int>) -> Bool {
        let endings = classes.endings(of: span, in: text)
        return max(endings.publicBody, endings.school) == span.count
    }

    /// Bytes of an institution that its ending alone tells.
    private static let longestInstitution = 36

    // MARK: - Names without names

    /// 教育, 公安: a field of government, which names its department in a list that ends in 部门.
    func isSector(_ span: Range<Int>) -> Bool { classes.sectors.entry(of: span, in: text.bytes) >= 0 }

    /// 各有关部门, 省级相关单位, 市政府各部门: an actor that the reader has to find himself.
    private func isGeneric(_ span: Range<Int>, _ hash: UInt64) -> Bool {
        if classes.isGeneric(span, hash, in: text) { return true }
        guard let last = text.bytes[span].last, last >= 0x80 else { return false }
        let stem = withoutClosingBracket(span) ?? span
        // 省级有关部门, 市直各单位, 国务院相关部门: a level and then one of those words at the end.
        return (opensWithEveryone(span) ? closesAsGeneric(stem) : closesWithEveryone(stem)) && isNounPhrase(span)
    }

    /// 各, 有关, 相关, 其他, 属地, 当地, 地方, 所在, 同级, 本
    private func opensWithEveryone(_ span: Range<Int>) -> Bool {
        let second = span.count >= 6 ? text.code(at: span.lowerBound + 3) : 0
        switch text.code(at: span.lowerBound) {
        case "各", "本": return span.count >= 3
        case "有", "相": return second == "关"
        case "其": return second == "他"
        case "属", "当": return second == "地"
        case "地": return second == "方"
        case "所": return second == "在"
        case "同": return second == "级"
        default: return false
        }
    }

    /// 部门, 单位, 地区, 市, 县, 区, 州, 镇, 街道, 政府, 地, 机关, 机构, 镇街, 主体
    private func closesAsGeneric(_ span: Range<Int>) -> Bool {
        guard span.count >= 3 else { return false }
        let before = span.count >= 6 ? text.code(at: span.upperBound - 6) : 0
        switch text.code(at: span.upperBound - 3) {
        case "市", "县", "区", "州", "镇", "地": return true
        case "门": return before == "部"
        case "位": return before == "单"
        case "道": return before == "街"
        case "府": return before == "政"
        case "关", "构": return before == "机"
        case "街": return before == "镇"
        case "体": return before == "主"
        default: return false
        }
    }

    /// 省推进某某建设领导小组成员单位: with a level in front these are bodies.
    private func closesAsBody(_ span: Range<Int>) -> Bool {
        guard span.count >= 6 else { return false }
        let before = text.code(at: span.upperBound - 6)
        switch text.code(at: span.upperBound - 3) {
        case "门": return before == "部"
        case "位": return before == "单"
        case "府": return before == "政"
        case "关", "构": return before == "机"
        default: return false
        }
    }

    /// 各部门, 各单位, 有关部门, 相关部门, 有关单位, 相关单位, 有关机构, 相关机构
    private func closesWithEveryone(_ span: Range<Int>) -> Bool {
        guard span.count >= 9 else { return false }
        let before = text.code(at: span.upperBound - 6)
        let head = text.code(at: span.upperBound - 9)
        switch text.code(at: span.upperBound - 3) {
        case "门" where before == "部", "位" where before == "单":
            if head == "各" { return true }
        case "构" where before == "机": break
        default: return false
        }
        guard head == "关", span.count >= 12 else { return false }
        let first = text.code(at: span.upperBound - 12)
        return first == "有" || first == "相"
    }
}
