/// What stands before a quantity and what binds it: adjuncts, a verb, and the noun phrase.
struct ClauseRegion {
    /// The noun phrase.
    var noun: Range<Int>
    /// The verb that governs it, or `nil`.
    var verb: TargetWords.Category?
    /// Where the verb stands.
    var verbRange = 0..<0
    var scope: Range<Int>?
    /// A category with a name of its own.
    var per: TargetWords.Category?
    /// Whether the verb ends where the region does: its object stands behind the quantity, or there is none.
    var endsInVerb = false
    /// Whether 在, 由, 对 opens the region: a verb further on is the predicate.
    var opensWithAdjunct = false
    /// Whether 其中 opens it.
    var isPartOf = false
}

extension ClauseReader {
    /// Openers of a clause at most, one after the other.
    private static let openerWords = 8

    /// Reads what stands between the start of a clause (or the item before) and what binds the quantity.
    func region(_ range: Range<Int>, hasPredicate: Bool, hasObject: Bool = false) -> ClauseRegion {
        var region = ClauseRegion(noun: range)
        let start = skipOpeners(range, &region)
        region.noun = start..<max(range.upperBound, start)
        readVerb(&region, hasPredicate: hasPredicate, hasObject: hasObject)
        return region
    }

    private func skipOpeners(_ range: Range<Int>, _ region: inout ClauseRegion) -> Int {
        var offset = range.lowerBound
        let end = range.upperBound
        for _ in 0..<Self.openerWords {
            offset = skipSigns(offset, end)
            if let stop = stretchEnd(at: offset, before: end) {
                offset = stop
                continue
            }
            guard let found = words.openers.at(offset, in: text, before: end), take(found, offset, end, &region) else {
                break
            }
            offset = found.end
        }
        return min(skipSigns(offset, end), end)
    }

    /// Where the limit, time or span ends that stands at an offset.
    private func stretchEnd(at offset: Int, before end: Int) -> Int? {
        for limit in limits where limit.start <= offset && offset < limit.end && limit.end <= end { return limit.end }
        if let time = time(at: offset), time.end <= end { return time.end }
        for span in spans where span.lowerBound == offset && span.upperBound <= end { return span.upperBound }
        return nil
    }

    private func take(
        _ found: (end: Int, category: TargetWords.Category, number: Int), _ start: Int, _ end: Int,
        _ region: inout ClauseRegion
    ) -> Bool {
        if found.category.per != nil {
            region.per = region.per ?? found.category
            return true
        }
        switch found.category {
        case .scope:
            if text.has("范围", at: found.end) { return false }
            region.scope = region.scope ?? start..<found.end
            return true
        case .opener:
            guard
                !words.openers.mayJoin(found.number, in: text, at: found.end)
                    || segmenter.isBoundary(found.end, in: text)
            else { return false }
            if opensNoun(start, found.end) { return false }
            if text.has("其中", at: start) { region.isPartOf = true }
            if found.end - start == 3, Self.opensAdjunct(text.scalar(at: start).value) {
                region.opensWithAdjunct = true
            }
            return true
        case .verbOpener:
            // 重点 is an adverb before a verb, an attribute before a noun.
            let next = text.skipBlanks(found.end)
            if let verb = words.verbs.at(next, in: text, before: end) {
                return ends(verb.number, at: verb.end)
            }
            return words.openers.at(next, in: text, before: end)?.category == .verbOpener
        default: return false
        }
    }

    /// 在孵企业, 计划生育: an opener that begins a noun, though ICU parts it from the rest.
    private func opensNoun(_ start: Int, _ end: Int) -> Bool {
        let next = text.scalar(at: end).value
        switch text.scalar(at: start).value {
        case "在" where end - start == 3: return Self.makesAttribute(next)
        case "计" where end - start == 6: return next == "生" || next == "单" || next == "书"
        // 免费|为…提供, and 免费开放时间
        case "免" where end - start == 6: return next != "为" && next != "向" && next != "对"
        default: return false
        }
    }

    /// 在孵企业, 在建项目: what is so now, and no place.
    private static func makesAttribute(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "孵", "建", "园", "册", "岗", "营", "研", "库", "编", "读", "押", "售", "校", "训": true
        default: false
        }
    }

    private static func opensAdjunct(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "在", "由", "对", "为", "将", "把", "用", "从": true
        default: false
        }
    }

    private static func isListSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "—", "-", "–", "·", "•", "●", "◆", "■", "*", "，", ",", "；", ";", "：", ":", "）", ")", "”": true
        default: false
        }
    }

    /// White space and signs of a list.
    private func skipSigns(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end {
            let (scalar, length) = text.scalar(at: offset)
            guard ByteText.isBlank(scalar) || Self.isListSign(scalar) else { break }
            offset += length
        }
        return offset
    }

    private func readVerb(_ region: inout ClauseRegion, hasPredicate: Bool, hasObject: Bool) {
        let noun = region.noun
        if let end = verbChain(at: noun.lowerBound, before: noun.upperBound, &region) {
            // 开展试点的高校达到20家, 办理时限压缩至3日: the verb belongs to the subject.
            if hasPredicate, !isMatrix(noun.lowerBound) || holds("的", end..<noun.upperBound) {
                region.verb = nil
                return
            }
            let rest = skipQuantifier(skipOpeners(end..<noun.upperBound, &region), noun.upperBound)
            if isMeasureNoun(rest..<noun.upperBound) || isRate(rest..<noun.upperBound, of: noun.lowerBound) {
                region.verb = nil
                region.verbRange = 0..<0
                return
            }
            region.noun = rest..<noun.upperBound
            region.endsInVerb = region.noun.isEmpty
        } else if !hasPredicate {
            findPredicate(&region)
        }
        guard !region.endsInVerb, !hasPredicate,
            let last = words.verbEndings.endingAt(region.noun.upperBound, in: text, from: region.noun.lowerBound),
            last.start == region.noun.lowerBound
                || (region.verb == nil || hasObject) && last.start - region.noun.lowerBound > 3,
            standsAlone(last.number, of: words.verbEndings, last.start..<region.noun.upperBound)
        else { return }
        region.endsInVerb = true
        region.verb = last.category
        region.verbRange = last.start..<region.noun.upperBound
        region.noun = region.noun.lowerBound..<trimmed(last.start, from: region.noun.lowerBound)
    }

    /// 保障性, 服务型, 完成率: a suffix makes a noun of the verb.
    private static func makesNoun(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "性", "型", "率", "量", "费", "额", "员", "者", "力", "度", "类": true
        default: false
        }
    }

    /// 建成区, 上市公司 and 造林绿化 are nouns, whatever verb they begin with.
    private func opensNoun(_ end: Int) -> Bool {
        switch text.scalar(at: end).value {
        case "区": text.ends("建成", at: end)
        case "公", "企": text.ends("上市", at: end) && text.after(any: ["公司", "企业"], at: end) != nil
        case "绿": text.ends("造林", at: end)
        // 发放救助金
        case "金": text.after(any: ["金融", "金属", "金银"], at: end) == nil
        // 占地区生产总值比重
        case "总": text.ends("生产", at: end)
        default: false
        }
    }

    /// Whether a verb stands above the predicate rather than in its subject: 推动…达到, 培育…达到.
    private func isMatrix(_ start: Int) -> Bool {
        text.after(
            any: [
                "推动", "推进", "实现", "带动", "培育", "打造", "形成", "引进", "建成", "新建", "支持", "争取", "累计", "完成", "吸引", "保障", "建立",
                "新增", "净增",
            ],
            at: start) != nil
    }

    /// 一批, 若干
    private func skipQuantifier(_ start: Int, _ end: Int) -> Int {
        text.after(any: ["一批", "一些", "若干", "一系列"], at: start).map { min($0, end) } ?? start
    }

    /// Whether a verb ends where it stands rather than inside another word.
    private func ends(_ verb: Int, at end: Int) -> Bool {
        !words.verbs.mayJoin(verb, in: text, at: end) || segmenter.isBoundary(end, in: text)
    }

    /// What makes a noun with the verb before it, behind another verb: 新建|服务站, 设立|培训基地.
    private static let heads: [StaticString] = [
        "任务", "工作", "活动", "比赛", "大赛", "站", "点", "带", "所", "室", "厅", "馆", "区", "中心", "基地", "机构", "平台", "设施", "经费", "人员",
        "场", "池",
        "林",
    ]

    /// The end of 支持建设, 新建或改扩建, 择优扶持 at a place.
    private func verbChain(at start: Int, before end: Int, _ region: inout ClauseRegion) -> Int? {
        guard let first = words.verbs.at(start, in: text, before: end), first.end < end || region.verb == nil,
            !Self.makesNoun(text.scalar(at: first.end).value), !opensNoun(first.end),
            ends(first.number, at: first.end) || first.end == end
        else { return nil }
        region.verb = first.category
        var stop = first.end
        for _ in 0..<4 {
            let mark = text.after(any: ["和", "、", "或", "并", "与", "及"], at: stop) ?? stop
            guard let next = words.verbs.at(mark, in: text, before: end), next.end < end,
                !Self.makesNoun(text.scalar(at: next.end).value), !opensNoun(next.end), ends(next.number, at: next.end),
                text.after(any: Self.heads, at: next.end) == nil, !isMeasureNoun(next.end..<end)
            else { break }
            if next.category == .verbIncrease { region.verb = .verbIncrease }
            stop = next.end
        }
        region.verbRange = start..<stop
        return stop
    }

    /// A verb behind a subject or an adjunct: 县财政每年安排专项资金, 在两岸建设防护林带.
    private func findPredicate(_ region: inout ClauseRegion) {
        let noun = region.noun
        var offset = noun.lowerBound
        while offset < noun.upperBound {
            let length = text.width(at: offset)
            defer { offset += length }
            guard offset > noun.lowerBound, let verb = words.verbs.at(offset, in: text, before: noun.upperBound),
                verb.end + 3 < noun.upperBound, followsSubject(offset, region),
                standsAlone(verb.number, of: words.verbs, offset..<verb.end)
            else { continue }
            if let before = words.binders.endingAt(offset, in: text, from: noun.lowerBound)?.category, before.per != nil
            {
                region.per = region.per ?? before
            }
            var inner = region
            guard let end = verbChain(at: offset, before: noun.upperBound, &inner),
                !isMeasureNoun(end..<noun.upperBound)
            else { continue }
            inner.noun = skipOpeners(end..<noun.upperBound, &inner)..<noun.upperBound
            region = inner
            return
        }
    }

    /// 时间, 比例, 面积 alone: a verb before it makes one name with it (开放时间).
    private func isMeasureNoun(_ range: Range<Int>) -> Bool {
        guard range.count <= 9 else { return false }
        return text.start(any: Self.measures, endingAt: range.upperBound) == range.lowerBound
    }

    /// 检查|覆盖率, 培训|合格率: the rate of what the verb says, unless it says what is to become of a rate.
    private func isRate(_ range: Range<Int>, of verb: Int) -> Bool {
        range.count <= 12 && text.ends("率", at: range.upperBound)
            && text.after(any: ["实现", "提高", "提升", "降低", "完成", "保持", "达到", "推动", "促进", "增加", "减少", "新增"], at: verb)
                == nil
    }

    private static let measures: EndingWords = [
        "时间", "期限", "比例", "比重", "占比", "率", "数量", "面积", "总额", "总量", "规模", "数", "量", "额", "人数", "次数", "强度", "周期", "水平",
        "效率",
    ]

    private func followsSubject(_ offset: Int, _ region: ClauseRegion) -> Bool {
        if region.opensWithAdjunct { return true }
        let floor = region.noun.lowerBound
        if let binder = words.binders.endingAt(offset, in: text, from: floor), binder.category.per != nil {
            return true
        }
        if let start = text.start(any: ["重点", "应当", "必须", "至少", "要", "应", "须", "将", "可"], endingAt: offset) {
            return segmenter.isBoundary(start, in: text)
        }
        if text.start(any: Self.agents, endingAt: offset) != nil { return true }
        // 建成区|新增绿化面积, and 建成区绿化覆盖率
        if text.after(any: ["新增", "新建"], at: offset) != nil,
            text.start(any: ["建成区", "城区", "市区", "县城"], endingAt: offset) != nil
        {
            return true
        }
        // 各县, 每村: a single character needs what counts it.
        return text.start(any: ["县", "市", "区", "省", "镇", "村", "乡", "局", "厅", "委", "校", "户"], endingAt: offset) != nil
            && text.after(any: ["各", "每"], at: floor) != nil
    }

    static let agents: EndingWords = [
        "单位", "部门", "机构", "机关", "政府", "学校", "高校", "院校", "乡镇", "街道", "地区", "各地", "园区", "医院", "银行", "企业", "社区", "协会",
        "财政",
        "）", "各级政府",
    ]

    /// Whether a sign or conjunction joins what follows to the quantity before it.
    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "，", ",", "；", ";", "：", ":", "。", ".", "（", "(", "）", ")", "—", "-": true
        case "和", "及", "与", "或", "且", "并": true
        default: false
        }
    }

    /// Whether a stretch begins and ends between words.
    func isWord(_ range: Range<Int>) -> Bool {
        segmenter.isBoundary(range.lowerBound, in: text) && segmenter.isBoundary(range.upperBound, in: text)
    }

    /// Whether a word of a list is no part of a longer one where it stands.
    private func standsAlone(_ word: Int, of list: borrowing TargetWords.Index, _ range: Range<Int>) -> Bool {
        (!list.mayJoin(word, in: text, before: range.lowerBound) || segmenter.isBoundary(range.lowerBound, in: text))
            && (!list.mayJoin(word, in: text, at: range.upperBound)
                || segmenter.isBoundary(range.upperBound, in: text))
    }

    func holds(_ word: StaticString, _ range: Range<Int>) -> Bool {
        text.contains(word, in: range)
    }

    /// The end without adverbs and conjunctions that stand before it.
    func trimmed(_ end: Int, from floor: Int) -> Int {
        var offset = text.skipBlanks(backFrom: end)
        for _ in 0..<4 {
            if let time = time(endingAt: offset), time.start >= floor {
                offset = text.skipBlanks(backFrom: time.start)
                continue
            }
            guard let found = words.binders.endingAt(offset, in: text, from: floor),
                found.category == .adverb || found.category.per != nil
            else { break }
            if offset - found.start == 3, !segmenter.isBoundary(found.start, in: text) { break }
            offset = text.skipBlanks(backFrom: found.start)
        }
        return max(offset, floor)
    }

    /// 2400户|（累计约3600户）|餐饮单位: where the noun begins behind a bracket that gives another number.
    func behindAside(_ start: Int, _ limit: Int) -> Int {
        switch text.scalar(at: start).value {
        case "（", "(": break
        default: return start
        }
        guard let aside = map.enclosures.first(where: { $0.range.lowerBound == start }), aside.range.upperBound < limit,
            aside.range.contains(where: { text.bytes[$0] &- 0x30 < 10 }),
            !Self.joins(text.scalar(at: aside.range.upperBound).value)
        else { return start }
        return text.skipBlanks(aside.range.upperBound)
    }

    /// Where a noun phrase behind a quantity begins, and whether there is one.
    func objectStart(from start: Int, to limit: Int) -> (offset: Int, isObject: Bool) {
        var first = text.skipBlanks(start)
        if let end = text.after("的", at: first), end < limit { first = text.skipBlanks(end) }
        first = behindAside(first, limit)
        let opening = text.scalar(at: first).value
        guard first < limit, !Self.joins(opening) else { return (first, false) }
        switch opening {
        case "以", "或", "用": return (first, text.after(any: ["以及", "或者", "用于", "用来"], at: first) == nil)
        default: return (first, true)
        }
    }

    /// The noun phrase behind a quantity, up to the next quantity that is joined to it, a verb, or the end of the clause.
    func object(from start: Int, to limit: Int) -> Range<Int> {
        let (first, isObject) = objectStart(from: start, to: limit)
        guard isObject else { return first..<first }
        var end = limit
        var offset = first + 3
        while offset < limit {
            // A Chinese character opens no bracket.
            if text.bytes[offset] &- 0xE4 >= 6,
                let enclosure = map.enclosures.first(where: { $0.range.lowerBound == offset }),
                enclosure.range.upperBound <= limit
            {
                offset = enclosure.range.upperBound
                continue
            }
            if let cut = words.cuts.at(offset, in: text, before: limit), cut.category == .cut,
                !holds("的", cut.end..<limit),
                standsAlone(cut.number, of: words.cuts, offset..<cut.end)
            {
                end = offset
                break
            }
            offset += text.width(at: offset)
        }
        end = text.skipBlanks(backFrom: end)
        switch text.scalar(before: end).value {
        case "）", ")":
            if let open = bracketStart(endingAt: end, from: first) { end = open }
        default: break
        }
        switch text.scalar(before: end).value {
        case "等", "、", "和", "及": if end - 3 > first { end -= 3 }
        default: break
        }
        return first..<max(end, first)
    }
}
