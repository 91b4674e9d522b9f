/// The forms in which a clause states what is to be reached or done.
extension PassageTargets {
    /// 公示期为5个工作日, 总分为100分, 路面宽度不小于4.5米: how something is arranged or built.
    func namesParameter(_ noun: Range<Int>, _ quantity: QuantityReading) -> Bool {
        if text.start(any: Self.bans, endingAt: noun.upperBound) != nil { return true }
        if quantity.family == .length, text.start(any: Self.dimensions, endingAt: noun.upperBound) != nil {
            return true
        }
        if quantity.family == .time, text.ends("期", at: noun.upperBound) {
            return text.start(any: ["周期", "工期", "学期"], endingAt: noun.upperBound) == nil
        }
        return text.start(any: Self.scores, endingAt: noun.upperBound) != nil
    }

    private static let scores: EndingWords = ["总分", "满分", "分值", "得分"]

    /// Whether a phrase names what is paid or granted: 贷款最高额度, 补助标准.
    func namesPayment(_ noun: Range<Int>) -> Bool {
        if isOutlay(noun) || text.ends("降费", at: noun.upperBound) { return false }
        return noun.count == 6 && text.has("金额", at: noun.lowerBound)
            || text.start(any: Self.grants, endingAt: noun.upperBound) != nil
    }

    /// 人均公用经费, 研发经费: what is spent is measured, and nobody is paid.
    private func isOutlay(_ noun: Range<Int>) -> Bool {
        guard text.start(any: Self.outlays, endingAt: noun.upperBound) != nil else { return false }
        return text.after(any: ["人均", "生均", "年人均"], at: noun.lowerBound) != nil || reader.holds("研发", noun)
            || reader.holds("R&D", noun)
    }

    private static let outlays: EndingWords = ["经费", "事业费"]

    private static let grants: EndingWords = [
        "费", "支持金额", "资助金额", "补助金额", "奖励金额", "扶持金额", "额度", "限额", "标准", "费率", "税率", "利率", "价格", "补贴", "补助", "奖金",
        "罚款", "保额",
    ]

    private static let bans: EndingWords = ["禁止", "严禁", "不得"]
    private static let dimensions: EndingWords = ["宽度", "厚度", "高度", "深度", "直径", "净高", "净宽", "层高", "间距"]

    private static let comparisonWords: [StaticString] = ["高于", "快于", "超过", "低于", "领先"]

    /// 工业投资增速高于|固定资产投资增速|3个百分点: by how much one is to lead another.
    private func ahead(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int
    ) -> Statement? {
        guard quantity.family == .share, quantity.isUnit(anyOf: ["个百分点", "百分点"], in: text, units), object.isEmpty,
            binding.measure == nil, !region.noun.isEmpty
        else { return nil }
        // …达到2.5%，|高于全国平均水平|0.2个百分点
        if text.after(any: Self.comparisonWords, at: region.noun.lowerBound) != nil, let subject = inherited(clause) {
            return Statement(indicator: subject, text: region.noun.lowerBound..<quantity.end, isVerbal: false)
        }
        var place = region.noun.lowerBound + 3
        while place < region.noun.upperBound {
            if text.after(any: Self.comparisonWords, at: place) != nil {
                let subject = region.noun.lowerBound..<place
                return Statement(
                    indicator: text.squashed(subject), text: subject.lowerBound..<quantity.end, isVerbal: false)
            }
            place += text.width(at: place)
        }
        return nil
    }

    /// 总面积约60平方公里, 全长12公里: how large something is, where no limit lies ahead and no verb says to reach it.
    private func describesSize(_ quantity: QuantityReading, _ binding: Binding, _ noun: Range<Int>) -> Bool {
        guard quantity.family == .area || quantity.family == .length, !hasLimit, quantity.bound == .none,
            binding.measure == nil,
            binding.relation == .approx && !binding.hasPredicate || text.has("为", at: binding.start)
        else { return false }
        return text.start(any: ["面积", "全长", "总长", "长度", "里程"], endingAt: noun.upperBound) != nil
    }

    /// 每天通风2至3次, 每日消毒2次: how often something is done.
    private func often(_ quantity: QuantityReading, _ region: ClauseRegion, _ object: Range<Int>) -> Statement? {
        guard object.isEmpty, region.per != nil, region.verb == nil, !region.noun.isEmpty, region.noun.count <= 18,
            quantity.isUnit(anyOf: ["次", "遍", "场次"], in: text, units)
        else { return nil }
        return Statement(
            indicator: text.squashed(region.noun), text: region.noun.lowerBound..<quantity.end, isVerbal: false)
    }

    private static let services: [StaticString] = ["提供", "开展", "发放", "办理", "进行", "免费", "实施", "配备", "建立", "安装", "改造"]

    /// 为10万名老年人提供免费体检: for how many something is done.
    @inline(never)
    func served(_ region: ClauseRegion, _ quantity: QuantityReading, _ object: Range<Int>, _ clause: Int) -> Statement?
    {
        guard region.noun.isEmpty || text.ends("等", at: region.noun.upperBound), region.verb == nil,
            quantity.family == .count, !quantity.number.isHan,
            region.opensWithAdjunct || text.ends("为", at: text.skipBlanks(backFrom: quantity.start)),
            quantity.bound == .none, !object.isEmpty,
            quantity.isUnit(anyOf: ["名", "户", "人", "家", "个", "所", "座", "条", "处", "栋"], in: text, units)
        else { return nil }
        guard !text.ends("的", at: reader.map.clauses[clause].range.upperBound) else { return nil }
        // 在20个村安装路灯2000盏: where, not how many.
        let stop = reader.map.clauses[clause].range.upperBound
        if text.ends("在", at: text.skipBlanks(backFrom: quantity.start)),
            quantities.contains(where: { $0.start >= quantity.end && $0.start < stop && $0.hasUnit })
        {
            return nil
        }
        var end = object.lowerBound + 3
        while end < object.upperBound, text.after(any: Self.services, at: end) == nil { end += text.width(at: end) }
        guard end < object.upperBound || text.after(any: Self.services, at: object.upperBound) != nil else {
            return nil
        }
        let noun = object.lowerBound..<min(end, object.upperBound)
        return Statement(indicator: text.squashed(noun), text: quantity.start..<noun.upperBound, isVerbal: false)
    }

    /// What the clause says to reach or to do, if it does.
    func statement(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int
    ) -> Statement? {
        let noun = region.noun
        if !quantity.hasUnit, quantity.number.kind == .number {
            guard
                binding.isBound && (quantity.number.low < 1900 || quantity.number.low > 2100)
                    || countsPeople(quantity, text.skipBlanks(quantity.end))
            else { return nil }
        }
        if let served = served(region, quantity, object, clause) { return served }
        let whole = (region.verbRange.isEmpty ? noun.lowerBound : min(region.verbRange.lowerBound, noun.lowerBound))
        if quantity.family == .share, text.ends("的", at: noun.upperBound), let indicator = shareOf(noun) {
            return Statement(indicator: indicator, text: noun.lowerBound..<quantity.end, isVerbal: false)
        }
        if let answered = answered(quantity, region) { return answered }
        if let those = thoseWithin(quantity, region) { return those }
        if let part = shareOfNamed(quantity, region, clause) { return part }
        if let often = often(quantity, region, object) { return often }
        if let lead = ahead(quantity, binding, region, object, clause) { return lead }
        // V Q N: 完成10个以上重点产业
        let isTime = quantity.family == .time && quantity.bound == .within
        // 每个村有1个卫生室
        let isShare = binding.isWeak && isDistributive(quantity)
        if region.endsInVerb || binding.governs || isShare || isModified(region), !binding.hasPredicate,
            !object.isEmpty, !isTime
        {
            guard !isTrivial(quantity, binding, region), isCountable(quantity, binding) else { return nil }
            let indicator = shared(object)
            return Statement(indicator: indicator, text: whole..<object.upperBound, isVerbal: true)
        }
        if isTime, !binding.hasPredicate {
            return timeLimit(quantity, region, clause)
        }
        if describesSize(quantity, binding, noun) { return nil }
        if binding.isBound
            || quantity.bound != .none && !region.endsInVerb && object.isEmpty && !noun.isEmpty
                && quantity.family != .time
        {
            guard object.isEmpty || !binding.hasPredicate || quantity.family == .share else { return nil }
            return bound(quantity, binding, region, object, clause)
        }
        // V N Q: 建设集聚区10个
        if region.verb != nil, object.isEmpty, quantity.family != .time || region.per != nil {
            guard !isTrivial(quantity, binding, region) else { return nil }
            let head = headBehindLevels(quantity, noun).map(text.squashed) ?? ""
            return Statement(indicator: verbal(region, quantity) + head, text: whole..<quantity.end, isVerbal: true)
        }
        return listItem(quantity, binding, region, object, clause)
    }

    /// 完成|上级下达的|10万亩…任务: what stands between verb and number only describes what is counted.
    private func isModified(_ region: ClauseRegion) -> Bool {
        guard region.verb != nil, !region.noun.isEmpty else { return false }
        return text.ends("的", at: region.noun.upperBound) || text.ends("等", at: region.noun.upperBound)
            || text.start(any: ["现有", "原有", "全部", "剩余", "其余"], endingAt: region.noun.upperBound)
                == region.noun.lowerBound
    }

    /// N ≥ Q: with a predicate, or with 不少于 and its like.
    @inline(never)
    func bound(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int
    ) -> Statement? {
        let noun = region.noun
        if noun.isEmpty, !region.verbRange.isEmpty {
            return Statement(
                indicator: object.isEmpty ? verbal(region, quantity) : text.squashed(object),
                text: region.verbRange.lowerBound..<max(object.upperBound, quantity.end), isVerbal: true)
        }
        if noun.isEmpty {
            // 不少于3人的…: nothing is measured; ellipsis needs a predicate or a list.
            guard object.isEmpty else {
                guard binding.relation == .atLeast, !binding.hasPredicate || quantity.family == .share else {
                    return nil
                }
                return Statement(
                    indicator: text.squashed(object), text: binding.start..<object.upperBound, isVerbal: false)
            }
            guard let subject = inherited(clause) else { return nil }
            return Statement(indicator: subject, text: binding.start..<quantity.end, isVerbal: false)
        }
        if object.isEmpty, isShareholder(noun), let subject = inherited(clause) {
            // 选派科技特派员，|每个乡镇|不少于3名
            return Statement(indicator: subject, text: noun.lowerBound..<quantity.end, isVerbal: false)
        }
        if !object.isEmpty, !binding.hasPredicate {
            // 至少1个24小时阅读点: a distributive subject stands before it.
            return Statement(
                indicator: text.squashed(object), text: noun.lowerBound..<object.upperBound, isVerbal: false)
        }
        let follows = carried.map { $0.clause == clause && region.verb == nil && !binding.isBound } ?? false
        let indicator = covered(verbal(region, quantity), follows: follows)
        return Statement(
            indicator: withHead(parallel(indicator, clause), quantity, clause), text: noun.lowerBound..<quantity.end,
            isVerbal: region.verb != nil)
    }

    /// What measures the whole of what the words before it name; a longer word before one that it begins with.
    static let totals: [StaticString] = ["总数量", "总数", "总量", "总额", "总规模", "数量", "总面积"]

    /// 省级事项可办率不低于90%，市县级不低于70%: what the two share is said once.
    @inline(never)
    func parallel(_ indicator: String, _ clause: Int) -> String {
        guard let carried, carried.sentence == reader.map.clauses[clause].sentence else { return indicator }
        // 数字经济规模…，占GDP比重达到45%
        if indicator.utf8.starts(with: "占".utf8) { return carried.indicator + indicator }
        // 企业300家，总数达到2000家
        guard indicator.utf8.count <= 18 else { return indicator }
        let (isTotal, isLevel) = withByteText(indicator) { name in
            (name.after(any: Self.totals, at: 0) == name.count, name.ends("级", at: name.count))
        }
        if isTotal { return carried.indicator + indicator }
        guard isLevel else { return indicator }
        let scalars = Array(carried.indicator.unicodeScalars)
        guard let level = scalars.firstIndex(of: "级"), level < 6, level + 1 < scalars.count else { return indicator }
        return indicator + String(String.UnicodeScalarView(scalars[(level + 1)...]))
    }

    /// Time is no object: 开放30周年庆祝大会; hours of teaching are.
    func isCountable(_ quantity: QuantityReading, _ binding: Binding) -> Bool {
        if quantity.family == .time, binding.relation == .approx { return false }
        guard quantity.family == .time, !binding.isBound, !binding.governs else { return quantity.family != .technical }
        return quantity.isUnit(anyOf: ["学时", "课时", "小时"], in: text, units)
    }
}
