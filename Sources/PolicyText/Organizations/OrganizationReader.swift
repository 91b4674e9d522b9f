/// Tells whether a span of text is the name of an organisation, and of what sort.
///
/// A class, because every reader of duties holds one and hands it on.
final class OrganizationReader {
    let text: TextBytes
    let catalogue: OrganizationCatalogue
    private let memo = OrganizationMemo()

    init(text: TextBytes, catalogue: OrganizationCatalogue) {
        self.text = text
        self.catalogue = catalogue
    }

    /// The sorts of names, the surest first.
    enum Sort: Int, Comparable {
        /// In the catalogue, alone or behind a level or region.
        case known
        /// Ends as the names of public bodies do.
        case publicBody
        /// 各有关部门, 各地区: actors without a name.
        case generic
        /// Named companies, associations, schools.
        case company, association, school
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

    func sort(of span: Range<Int>) -> Sort {
        guard span.count >= 3, span.count <= Self.longestName * 3 else { return .none }
        return memo.sort(memo.number(of: span, in: text) { find(span) })
    }

    /// The settled name of a span, found out once for all places that have it.
    func name(of span: Range<Int>, _ settle: (Match?) -> OrganizationName) -> OrganizationName {
        guard span.count >= 3, span.count <= Self.longestName * 3 else { return settle(match(span)) }
        let number = memo.number(of: span, in: text) { find(span) }
        return memo.name(number) {
            let finding = memo.finding(number)
            // 各市教育局 may be in the catalogue all the same.
            return settle(finding.sort == .generic ? match(span) : finding.match)
        }
    }

    private func find(_ span: Range<Int>) -> Finding {
        if isGeneric(span) { return Finding(sort: .generic) }
        if let match = match(span) { return Finding(sort: .known, match: match) }
        guard isNounPhrase(span) else { return Finding(sort: .none) }
        guard let stem = withoutClosingBracket(span) else { return Finding(sort: byEnding(span)) }
        let sort = stem.isEmpty ? Sort.none : self.sort(of: stem)
        return Finding(sort: sort < .market ? sort : .none)
    }

    private func byEnding(_ span: Range<Int>) -> Sort {
        let classes = catalogue.classes
        let market = classes.market.closing(span, in: text)
        var best = Sort.none
        var length = 0
        func take(_ sort: Sort, _ size: Int?) {
            // An ending alone is no name, save for the longer ones: 公安机关, 领导小组.
            guard let size, size > length, span.count > size || size >= 12 else { return }
            best = sort
            length = size
        }
        take(.publicBody, classes.publicBodies.closing(span, in: text))
        take(.company, classes.companies.closing(span, in: text))
        take(.association, classes.associations.closing(span, in: text))
        take(.school, classes.schools.closing(span, in: text))
        // 布局 is longer than 局: no body.
        if let other = classes.notNames.closing(span, in: text), other > length || other == span.count { return .none }
        if length == 0, text.closes(span, withAnyOf: Self.bodies), hasNamedHead(span) {
            return .publicBody
        }
        if let market, market >= length { return hasNamedHead(span) && market < span.count ? .company : .market }
        return best
    }

    /// Whether a text ends in what names of organisations, or words for them, end in.
    func endsLikeOrganization(_ span: Range<Int>) -> Bool {
        let classes = catalogue.classes
        if let length = classes.publicBodies.closing(span, in: text) {
            return classes.notNames.closing(span, in: text) ?? 0 <= length
        }
        return classes.companies.closing(span, in: text) != nil
            || text.closes(span, withAnyOf: Self.genericEnds)
    }

    /// 省推进某某建设领导小组成员单位: with a level in front these are bodies.
    private static let bodies: [StaticString] = ["单位", "部门", "机构", "机关", "政府"]

    // MARK: - Names without names

    private static let everyone: [StaticString] = ["各", "有关", "相关", "其他", "属地", "当地", "地方", "所在", "本"]
    private static let genericEnds: [StaticString] = [
        "部门", "单位", "地区", "市", "县", "区", "州", "镇", "街道", "乡镇", "政府", "地", "机关", "机构", "城市", "镇街", "园区", "主体", "开发区",
    ]

    private static let genericTails: [StaticString] = [
        "各部门", "各单位", "有关部门", "相关部门", "有关单位", "相关单位", "有关机构", "相关机构",
    ]

    /// 各有关部门, 省级相关单位, 市政府各部门: an actor that the reader has to find himself.
    func isGeneric(_ span: Range<Int>) -> Bool {
        if catalogue.classes.generic.value(of: span, in: text.bytes) != nil { return true }
        guard let last = text.bytes[span].last, last >= 0x80 else { return false }
        let stem = withoutClosingBracket(span) ?? span
        if text.opens(span, withAnyOf: Self.everyone) {
            return text.closes(stem, withAnyOf: Self.genericEnds) && isNounPhrase(span)
        }
        // 省级有关部门, 市直各单位, 国务院相关部门: a level and then one of those words at the end.
        return text.closes(stem, withAnyOf: Self.genericTails) && isNounPhrase(span)
    }

    // MARK: - Known names

    /// What the catalogue says of a name.
    struct Match {
        enum Place {
            case national
            /// 省, 市, 区: a level without a region.
            case level(OrganizationName.Level)
            case region(Int, Range<Int>)
            /// A local body without level and region: 教育局.
            case bare
        }

        let place: Place
        /// Rows with the name; several, when bodies of different levels or years share it.
        let rows: [Int]
    }

    /// The catalogue's rows for a span, alone or behind a level or a region.
    func match(_ span: Range<Int>) -> Match? {
        // 中共广东省委组织部
        if text.opens(span, with: "中共"), span.count > 12, text.characterCount(span) > 5,
            let match = behindRegion(span.lowerBound + 6..<span.upperBound)
        {
            return match
        }
        let national = catalogue.national.values(of: span, in: text.bytes)
        if !national.isEmpty { return Match(place: .national, rows: national) }
        if let match = behindRegion(span) ?? behindLevel(span) ?? branch(span) { return match }
        // 委 and 党委 are names behind a level only.
        guard span.count > 6 else { return nil }
        let local = catalogue.local.values(of: span, in: text.bytes)
        return local.isEmpty ? nil : Match(place: .bare, rows: local)
    }

    private func behindRegion(_ span: Range<Int>) -> Match? {
        var start = span.lowerBound
        var innermost: (region: Int, span: Range<Int>)?
        // 北京市海淀区教委
        while start < span.upperBound,
            let found = catalogue.regions.longest(at: start, before: span.upperBound, in: text)
        {
            innermost = (found.region, start..<found.end)
            start = found.end
        }
        guard let innermost else { return nil }
        var rows = catalogue.local.values(of: start..<span.upperBound, in: text.bytes)
        if rows.isEmpty, catalogue.regions.isMunicipal(innermost.region) || innermost.span.count <= 6,
            let level = levelWord(at: start, before: span.upperBound)
        {
            // 广东省委宣传部 is 广东省 and 委宣传部; 广东 省委宣传部 has the level once more.
            rows = catalogue.local.values(of: start + level.length..<span.upperBound, in: text.bytes)
            if !rows.isEmpty { start += level.length }
        }
        guard !rows.isEmpty else { return nil }
        return Match(place: .region(innermost.region, innermost.span), rows: rows)
    }

    private func behindLevel(_ span: Range<Int>) -> Match? {
        guard let level = levelWord(at: span.lowerBound, before: span.upperBound) else { return nil }
        let start = span.lowerBound + level.length
        let rows = catalogue.local.values(of: start..<span.upperBound, in: text.bytes)
        return rows.isEmpty ? nil : Match(place: .level(level.level), rows: rows)
    }

    private static let levelWords: [(StaticString, OrganizationName.Level)] = [
        ("自治区", .province), ("自治州", .city), ("自治县", .county), ("省", .province), ("市", .city), ("州", .city),
        ("盟", .city), ("区", .county),
        ("县", .county), ("旗", .county), ("镇", .town), ("乡", .town), ("街道", .town),
    ]

    func levelWord(at offset: Int, before end: Int) -> (level: OrganizationName.Level, length: Int)? {
        for (word, level) in Self.levelWords where text.has(word, at: offset) {
            let length = word.utf8CodeUnitCount
            return offset + length < end ? (level, length) : nil
        }
        return nil
    }

    /// The region, which no list has, that a known local body stands behind: a new district, a renamed county.
    ///
    /// Only for the name of what certainly is a body, such as an issuer: 试点县人民政府 has the same form.
    func unlistedRegion(of span: Range<Int>) -> Range<Int>? {
        var start = span.lowerBound
        for head: StaticString in ["中共", "共青团"] where text.opens(span, with: head) { start += head.utf8CodeUnitCount }
        guard let end = unlistedRegionEnd(from: start, before: span.upperBound) else { return nil }
        let rest = end..<span.upperBound
        if start == span.lowerBound || text.opens(span, with: "中共") {
            return catalogue.local.value(of: rest, in: text.bytes) == nil ? nil : start..<end
        }
        let rows = catalogue.branches.values(of: span.lowerBound..<start, tab: rest, in: text.bytes)
        return rows.isEmpty ? nil : start..<end
    }

    private static let divisions: [StaticString] = ["省", "市", "县", "区", "州", "盟", "旗"]
    private static let noDivisions: [StaticString] = ["厅", "局", "委", "部", "院", "各", "关", "的"]

    /// Where two to six characters, and 省, 市 or 县 behind them, end.
    private func unlistedRegionEnd(from start: Int, before limit: Int) -> Int? {
        var offset = start
        while offset < min(limit, start + 21), text.isHan(at: offset) {
            if text.has(anyOf: Self.divisions, at: offset) { return offset - start >= 6 ? offset + 3 : nil }
            if text.has(anyOf: Self.noDivisions, at: offset) { return nil }
            offset += text.width(at: offset)
        }
        return nil
    }

    /// The rows of a national body's branch.
    func branch(_ span: Range<Int>) -> Match? {
        if let found = branch(span, regionAt: span.lowerBound) { return found }
        guard let head = catalogue.branchHeads.longest(at: span.lowerBound, before: span.upperBound, in: text.bytes)
        else { return nil }
        return branch(span, regionAt: head.end)
    }

    private func branch(_ span: Range<Int>, regionAt start: Int) -> Match? {
        guard start < span.upperBound else { return nil }
        let found = catalogue.regions.longest(at: start, before: span.upperBound, in: text)
        let level = found == nil ? levelWord(at: start, before: span.upperBound) : nil
        guard let end = found?.end ?? level.map({ start + $0.length }) else { return nil }
        let rows = catalogue.branches.values(
            of: span.lowerBound..<start, tab: end..<span.upperBound, in: text.bytes)
        guard !rows.isEmpty else { return nil }
        if let found { return Match(place: .region(found.region, start..<end), rows: rows) }
        return level.map { Match(place: .level($0.level), rows: rows) }
    }

    // MARK: - Shape

    /// Whether a span begins with a level, a region or 国家: an unknown name that does is one all the same.
    func hasNamedHead(_ span: Range<Int>) -> Bool {
        if levelWord(at: span.lowerBound, before: span.upperBound) != nil { return true }
        if text.opens(span, withAnyOf: Self.nationalHeads) { return true }
        return catalogue.regions.longest(at: span.lowerBound, before: span.upperBound, in: text) != nil
    }

    private static let nationalHeads: [StaticString] = [
        "国家", "国务院", "中央", "中国", "全国", "最高", "中共", "中铁", "国网", "县级", "市级", "省级", "区级",
    ]

    /// Han, letters, digits, and brackets and quotation marks in pairs; none of the words that no name has.
    func isNounPhrase(_ span: Range<Int>) -> Bool {
        var offset = span.lowerBound
        var depth = 0
        while offset < span.upperBound {
            let byte = text.bytes[offset]
            if byte < 0x80 {
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x20: break
                case 0x28: depth += 1
                case 0x29: depth -= 1
                default: return false
                }
                offset += 1
                continue
            }
            guard offset + text.width(at: offset) <= span.upperBound else { return false }
            if text.isHan(at: offset) {
                if depth == 0, isForeign(at: offset) { return false }
            } else {
                switch text.code(at: offset) {
                case 0xEFBC88, 0xE38094: depth += 1  // （〔
                case 0xEFBC89, 0xE38095: depth -= 1  // ）〕
                case 0xE2809C, 0xE2809D, 0xE280A6, 0xE28094: break  // “”…—
                case 0xE38080: break
                case 0xE38081 where depth > 0 || endsInDivision(offset, span): break  // 、
                case 0xEFBC90...0xEFBC99, 0xEFBCA1...0xEFBCBA, 0xEFBD81...0xEFBD9A: break
                default:
                    if text.has("·", at: offset) { break }
                    return false
                }
            }
            if depth < 0 { return false }
            offset += text.width(at: offset)
        }
        return depth == 0
    }

    private static let divisionEnds: [StaticString] = [
        "市", "州", "县", "区", "省", "乡", "镇", "旗", "盟", "道", "）", "〕", ")", "师",
    ]

    /// Whether a division stands before 、: 各市、县人民政府 is one name.
    private func endsInDivision(_ offset: Int, _ span: Range<Int>) -> Bool {
        guard offset > span.lowerBound else { return false }
        return text.has(anyOf: Self.divisionEnds, at: text.previous(offset))
    }

    /// Characters that stand in no name: 的, 或, 了, 着, 把, 被, 让, 该, and 由 save in 自由.
    @inline(__always)
    private func isForeign(at offset: Int) -> Bool {
        switch text.code(at: offset) {
        case 0xE79A84, 0xE68896, 0xE4BA86, 0xE79D80, 0xE68A8A, 0xE8A2AB, 0xE8AEA9, 0xE8AFA5: true
        case 0xE794B1: !text.has("自", at: offset - 3)
        default: false
        }
    }

    /// The span before a closing bracket at its end; `nil` without one.
    func withoutClosingBracket(_ span: Range<Int>) -> Range<Int>? {
        var closers = 0
        if text.closes(span, with: "）") || text.closes(span, with: "〕") { closers = 3 }
        if text.closes(span, with: ")") { closers = 1 }
        guard closers > 0 else { return nil }
        var depth = 0
        var offset = span.upperBound
        while offset > span.lowerBound {
            offset = text.previous(offset)
            if text.has("）", at: offset) || text.has("〕", at: offset) || text.bytes[offset] == 0x29 { depth += 1 }
            if text.has("（", at: offset) || text.has("〔", at: offset) || text.bytes[offset] == 0x28 {
                depth -= 1
                if depth == 0 { return span.lowerBound..<offset }
            }
        }
        return nil
    }
}
