/// What a verb before a quantity, or a value before that, makes of it.
extension PassageTargets {
    /// 开发2万个以上的公益性岗位: a verb right before it, and a measure word of things; 人 and 户 tell how large something is.
    @inline(never)
    func countsThings(_ index: Int, _ region: ClauseRegion, _ clause: Int) -> Bool {
        let quantity = quantities[index]
        guard region.endsInVerb, region.noun.isEmpty, quantity.family == .count, quantity.bound == .atLeast,
            isThing(quantity)
        else { return false }
        let end = reader.map.clauses[clause].range.upperBound
        return index + 1 == quantities.count || quantities[index + 1].start >= end
    }

    /// 翻一番, 零发生, 零增长 are predicates of their own.
    func stateOutcome(_ quantity: QuantityReading, _ binding: inout Binding) {
        switch text.scalar(at: quantity.start).value {
        case "翻": break
        case "零" where quantity.number.low == 0 && quantity.family == .share && quantity.number.kind == .number:
            if text.has("增长", at: quantity.start + 3) { binding.measure = .increase }
        default: return
        }
        (binding.isBound, binding.hasPredicate) = (true, true)
    }

    private static let works: [StaticString] = ["改造", "整治", "更新", "维修", "修缮", "新建", "改建", "建设"]

    /// 农村公路改造提升500公里: the second half of a verb that says what is done, no rise.
    func settleRise(_ binding: inout Binding) {
        guard binding.measure == .increase, text.has("提升", at: binding.verbStart),
            text.start(any: Self.works, endingAt: binding.verbStart) != nil
        else { return }
        binding.measure = nil
    }

    /// 由2022年的300亿元|增加到600亿元, 比2010年的10万吨|减少20%: the value that a change sets out from, with the word before
    /// it.
    @inline(never)
    func baseline(before index: Int, _ binding: Binding, from floor: Int) -> (start: Int, value: Range<Int>)? {
        guard index > 0, binding.hasPredicate, binding.relation == .reach || binding.measure != nil else { return nil }
        var first = index - 1
        let last = quantities[first]
        guard last.start > floor, text.skipBlanks(last.end) == binding.start || isDistributing(binding, last.end) else {
            return nil
        }
        while first > 0, isJoined(first - 1, first) { first -= 1 }
        guard let word = comparison(before: quantities[first].start), word >= floor else { return nil }
        if !text.has("比", at: word), !text.has("较", at: word), binding.relation != .reach { return nil }
        return (max(text.skipBlanks(backFrom: word), floor), valueStart(quantities[first].start)..<last.end)
    }

    /// Whether nothing but 分别 stands between a value and the verb.
    private func isDistributing(_ binding: Binding, _ end: Int) -> Bool {
        binding.distribution.map { text.skipBlanks(end) == $0 } ?? false
    }

    private func isJoined(_ index: Int, _ next: Int) -> Bool {
        let start = text.skipBlanks(quantities[index].end)
        return text.after(any: ["、", "和", "及", "与"], at: start) == quantities[next].start
    }

    /// Where a value begins with the time or 原来的 before it.
    private func valueStart(_ offset: Int) -> Int {
        var start = text.skipBlanks(backFrom: offset)
        if text.ends("的", at: start) { start = text.skipBlanks(backFrom: start - 3) }
        start = text.start(any: ["原来", "原先", "目前", "现有", "现在", "当前"], endingAt: start) ?? start
        if let time = reader.time(endingAt: start) { start = time.start }
        return text.skipBlanks(backFrom: start)
    }

    /// Where 由, 从 or 比 stands before a value.
    private func comparison(before offset: Int) -> Int? {
        let start = valueStart(offset)
        if let word = text.start(any: ["由", "从"], endingAt: start) { return word }
        // 比2020年的10万吨, and no 占比10%
        guard text.ends("的", at: text.skipBlanks(backFrom: offset)) else { return nil }
        return text.start(any: ["比", "较"], endingAt: start)
    }

    /// 绿化覆盖率由|40%|提高到42%, 比2010年的|10万吨|、|2万吨|分别减少…: a value that another is compared with.
    @inline(never)
    func isBaseline(_ index: Int) -> Bool {
        switch text.scalar(before: text.skipBlanks(backFrom: quantities[index].start)).value {
        case "由", "从", "的", "年", "、", "和", "及", "与", "来": break
        default: return false
        }
        var first = index
        while first > 0, isJoined(first - 1, first) { first -= 1 }
        guard let word = comparison(before: quantities[first].start) else { return false }
        if text.has("比", at: word) || text.has("较", at: word) { return true }
        guard index + 1 < quantities.count else { return false }
        let binding = reader.binding(before: quantities[index + 1].start, from: quantities[index].end)
        return binding.hasPredicate && binding.start == text.skipBlanks(quantities[index].end)
    }

    /// 突破100项关键技术, 实现1000家企业上云: what else would state the value of a subject is the verb, and the object follows.
    @inline(never)
    func governAlone(_ binding: inout Binding, _ quantity: QuantityReading) {
        guard binding.hasPredicate, binding.measure == nil, binding.baseline == nil, quantity.family == .count,
            opensPhrase(binding.start), isThing(quantity), !text.has("的", at: text.skipBlanks(quantity.end))
        else { return }
        binding.hasPredicate = false
        binding.governs = true
        if text.has("突破", at: binding.start) { binding.relation = .reach }
    }

    /// 实现|2.5万|农村贫困人口脱贫: what is achieved is what becomes of so many.
    @inline(never)
    func governPeople(_ binding: inout Binding, _ quantity: QuantityReading, _ behind: Int) {
        guard binding.hasPredicate, binding.measure == nil, countsPeople(quantity, behind) else { return }
        (binding.hasPredicate, binding.isBound) = (false, false)
        binding.governs = true
    }

    private static let people: [StaticString] = [
        "贫困人口", "扶贫对象", "脱贫人口", "人口", "群众", "农户", "农民", "居民", "职工", "学生", "劳动力", "低保对象", "困难家庭", "家庭", "毕业生", "老年人",
        "残疾人", "患者", "市民", "村民", "贫困户", "移民", "党员", "干部", "教师", "商户", "用户",
    ]

    /// Bytes of the words between a number and the people that it counts at most.
    private static let longestAttribute = 36

    /// 2万|贫困人口, 5万|农民: ten thousands of people need no measure word.
    func countsPeople(_ quantity: QuantityReading, _ behind: Int) -> Bool {
        guard !quantity.hasUnit, quantity.family == nil, text.ends("万", at: quantity.end) else { return false }
        var place = behind
        while place < min(behind + Self.longestAttribute, text.count) {
            switch text.scalar(at: place).value {
            case "，", "。", "、", "；", "的", "元", "亩": return false
            default: break
            }
            if text.after(any: Self.people, at: place) != nil { return true }
            place += text.width(at: place)
        }
        return false
    }

    /// 救援力量基本实现|2小时内到达: what is achieved is the deed behind the time.
    @inline(never)
    func governTime(_ binding: inout Binding, _ quantity: QuantityReading) {
        guard quantity.bound == .within, binding.hasPredicate, quantity.family == .time,
            text.ends("实现", at: text.skipBlanks(backFrom: quantity.start)),
            text.skipBlanks(quantity.end) < reader.map.clauses[clause].range.upperBound
        else { return }
        (binding.hasPredicate, binding.isBound) = (false, false)
    }

    /// Whether punctuation stands before an offset, or nothing.
    private func opensPhrase(_ offset: Int) -> Bool {
        let end = text.skipBlanks(backFrom: offset)
        guard end > 0 else { return true }
        switch text.scalar(before: end).value {
        case "，", ",", "。", "；", ";", "：", ":", "—", "）", ")": return true
        default: return limits.limits.contains { $0.end == end }
        }
    }

    private func isThing(_ quantity: QuantityReading) -> Bool {
        quantity.isUnit(anyOf: ["个", "家", "所", "座", "项", "场", "处", "件", "套", "台", "条", "种", "名"], in: text, units)
    }

    /// 改造提升1个中心: a verb of rising governs the number before its object.
    @inline(never)
    func govern(_ binding: inout Binding, _ quantity: QuantityReading) {
        guard binding.measure != nil, quantity.family == .count, binding.baseline == nil,
            !text.has("的", at: text.skipBlanks(quantity.end))
        else { return }
        binding.hasPredicate = false
        binding.governs = true
        if !text.has("增", at: binding.verbStart), !text.has("新增", at: binding.verbStart),
            !text.has("减", at: binding.verbStart)
        {
            binding.measure = nil
        }
    }
}
