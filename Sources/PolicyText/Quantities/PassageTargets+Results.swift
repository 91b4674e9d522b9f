/// Puts targets together.
extension PassageTargets {
    func append(_ quantity: QuantityReading, _ role: Quantity.Role) {
        findings.append(QuantityFinding(quantity: quantity, role: role))
    }

    /// A quantity that is no target, with the role that the words around it give it.
    func appendPlain(_ quantity: QuantityReading, _ clause: Int) {
        // Bare numbers are not listed, and looking for words around them is half the work.
        guard quantity.hasUnit || quantity.family != nil else {
            findings.append(QuantityFinding(quantity: quantity, role: .other, isOpen: true))
            return
        }
        append(quantity, plainRole(quantity, clause))
    }

    private static let allowances: [StaticString] = [
        "额度", "限额", "扣除额", "扣除标准", "补贴标准", "补助标准", "收费标准", "扣除期限", "贴息期限", "还款期限", "补贴期限", "贷款期限", "借款期限", "担保期限",
        "有效期", "有效期限", "贷款金额", "单价",
        "费用", "年限",
    ]

    /// Whether a rule allows somebody so much: 扣除期限最长不超过240个月 promises nothing.
    @inline(never)
    private func isAllowance(_ quantity: QuantityReading, _ binding: Binding, _ indicator: String) -> Bool {
        guard quantity.family == .money || quantity.family == .time, relation(quantity, binding) == .atMost else {
            return false
        }
        return withByteText(indicator) { name in
            var end = name.count
            for word: StaticString in ["不能", "不得", "最长", "最高"] where name.ends(word, at: end) {
                end -= word.utf8CodeUnitCount
            }
            // 可依法办理延期缴纳税款，最长不超过3个月: what is permitted.
            return name.start(any: Self.allowances, endingAt: end) != nil
                || name.after(any: ["可依法", "可以", "可按", "可申请", "可享受", "可延", "可予", "可给"], at: 0) != nil
        }
    }

    func add(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, indicator: String, _ clause: Int,
        text range: Range<Int>, isVerbal: Bool = false
    ) {
        guard !indicator.isEmpty else { return append(quantity, .other) }
        let sentence = reader.map.clauses[clause].sentence
        if isAllowance(quantity, binding, indicator), limits.inForce(at: quantity.start, sentence: sentence) == nil {
            return append(quantity, .parameter)
        }
        let follows = carried.map { $0.sentence == sentence } ?? false
        var measure = binding.measure ?? .level
        if binding.measure == nil {
            switch region.verb {
            case .verbIncrease: measure = .increase
            case .verbDecrease: measure = .decrease
            case nil where follows && !binding.hasPredicate && !region.endsInVerb:
                // 新增托位400个，公办园占比60%: a share is no rise of things.
                measure =
                    carried.map {
                        $0.hasVerb && (quantity.family != .share || $0.family == .share) ? $0.measure : .level
                    } ?? .level
            default: break
            }
        }
        var binding = binding
        if binding.relation == nil || binding.relation == .reach,
            reader.holds("至少", max(reader.map.clauses[clause].range.lowerBound, quantity.start - 90)..<quantity.start)
        {
            binding.relation = .atLeast
        }
        if binding.relation == nil, text.ends("的", at: text.skipBlanks(backFrom: quantity.start)) {
            binding.relation = inner(min(range.lowerBound, quantity.start)..<quantity.start)
        }
        let isList = follows && carried?.hasVerb == true && region.verb == nil && !binding.isBound
        // 翻两番
        if text.has("翻", at: quantity.start) { measure = .level }
        let per =
            (binding.per ?? region.per)?.per ?? self.per(before: quantity, clause, range.lowerBound) ?? ownPer(
                min(range.lowerBound, quantity.start)..<quantity.start) ?? (isList ? carried?.per : nil)
        let scope = region.scope.map(text.string)
        let members = binding.distribution == nil ? [indicator] : distributedNames(indicator, region, binding)
        for name in members {
            findings.append(QuantityFinding(quantity: quantity, role: .target))
            targets.append(
                TargetFinding(
                    quantity: quantity,
                    text: min(range.lowerBound, quantity.start)..<max(range.upperBound, quantity.end), indicator: name,
                    scope: scope ?? (isList ? carried?.scope : nil), measure: measure,
                    relation: relation(quantity, binding), per: per,
                    limit: binding.limit ?? limits.inForce(at: quantity.start, sentence: sentence),
                    baseline: binding.baseline))
        }
        carried = Carried(
            sentence: sentence, clause: clause, indicator: indicator, measure: measure,
            family: quantity.family, per: per, scope: scope, hasVerb: isVerbal || isList)
    }

    /// 示范农场和示范社分别达到10000家: one value for each.
    @inline(never)
    func distributedNames(_ indicator: String, _ region: ClauseRegion, _ binding: Binding) -> [String] {
        let members = IndicatorPhrase.members(of: region.noun, text, reader, count: 0)
        return members.count > 1 ? members : [indicator]
    }

    /// 电子书年更新2000册: 年 as a word, unless it belongs to a quantity of its own.
    @inline(never)
    func ownPer(_ range: Range<Int>) -> String? {
        // The words of a rate all have one of these.
        guard reader.holds("年", range) || reader.holds("日", range) || reader.holds("月", range),
            !quantities.contains(where: { range.contains($0.start) })
        else { return nil }
        return per(in: text.squashed(range))
    }

    /// What 不低于 further to the left says: 比例不低于余额的20%.
    @inline(never)
    func inner(_ range: Range<Int>) -> Target.Relation? {
        var end = range.upperBound
        while end > range.lowerBound {
            switch reader.words.binders.endingAt(end, in: text, from: range.lowerBound)?.category {
            case .atLeast: return .atLeast
            case .atMost: return .atMost
            case .exceed: return .exceed
            default: end -= max(text.scalar(before: end).length, 1)
            }
        }
        return nil
    }

    /// 每年, 每季度, 每5年 anywhere in the clause before the quantity.
    func per(before quantity: QuantityReading, _ clause: Int, _ start: Int) -> String? {
        let range = reader.map.clauses[clause].range
        var offset = max(range.lowerBound, min(start, quantity.start) - 90)
        while offset < quantity.start {
            let length = text.width(at: offset)
            if let found = reader.words.openers.at(offset, in: text, before: quantity.start),
                let per = found.category.per
            {
                return per
            }
            if text.has("每", at: offset), let other = quantities.first(where: { $0.start == offset + 3 }),
                other.family == .time,
                other.isUnit(anyOf: ["年"], in: text, units), let count = Int(exactly: other.number.low)
            {
                return "\(count)-year"
            }
            offset += length
        }
        return nil
    }

    /// 年授权量, 年度交易额: a rate by the indicator's own name.
    func per(in indicator: String) -> String? {
        withByteText(indicator) { name in
            if name.has("日均", at: 0) || name.contains("日处理") { return "day" }
            if name.has("月均", at: 0) { return "month" }
            return name.contains("年") && !name.contains("的") && IndicatorName.isYearly(name, reader.segmenter)
                ? "year" : nil
        }
    }

    func relation(_ quantity: QuantityReading, _ binding: Binding) -> Target.Relation {
        if case .between = quantity.value { return .range }
        let own = quantity.relation
        // 控制在5%左右
        if own == .approx { return own }
        guard let relation = binding.relation, relation != .reach else { return own }
        // 达到75%以上, 增长10%以上: what stands behind says more.
        return own == .reach || relation != .approx ? relation : own
    }
}
