/// Time limits for what is done, and items of lists that share words with the clause before.
extension PassageTargets {
    /// 3个工作日内办结: what is to happen within the time.
    @inline(never)
    func timeLimit(_ quantity: QuantityReading, _ region: ClauseRegion, _ clause: Int) -> Statement? {
        guard quantity.number.isHan == false || quantity.number.low < 100, isShortTime(quantity) else { return nil }
        let end = reader.map.clauses[clause].range.upperBound
        let shared = sharedDeed(behind: quantity, before: end)
        let start = shared?.lowerBound ?? text.skipBlanks(quantity.end)
        if start >= end || !reader.objectStart(from: start, to: end).isObject { return duration(quantity, region) }
        guard start < end, !text.ends("的", at: end), !reader.holds("未", start..<end), !reader.holds("有效", start..<end)
        else {
            return nil
        }
        var action = start
        action = text.after(any: ["得到有效", "得到", "予以", "给予", "作出", "做出"], at: action) ?? action
        if action == start, let verb = reader.words.verbs.at(action, in: text, before: end), verb.end < end {
            action = verb.end
        }
        let stop = min(end, text.border(action + 120))
        let object = reader.object(from: action, to: stop)
        guard !object.isEmpty || action < stop else { return nil }
        var indicator = text.squashed(object.isEmpty ? start..<stop : object)
        if let patient = patient(region) ?? patientBefore(clause, region) { indicator = patient + indicator }
        return Statement(
            indicator: indicator,
            text: min(
                region.noun.lowerBound, quantity.start)..<max(
                    shared == nil ? object.upperBound : quantity.end, quantity.end), isVerbal: false)
    }

    /// 平均等候时间15分钟以内, 小学在20分钟以内、中学在30分钟以内: how long something takes.
    private func duration(_ quantity: QuantityReading, _ region: ClauseRegion) -> Statement? {
        let noun = region.noun
        guard region.verb == nil, !noun.isEmpty, let patient = patient(region) else { return nil }
        guard
            text.ends("在", at: noun.upperBound)
                || text.start(any: ["时间", "时限", "时长", "用时", "耗时", "半径", "距离"], endingAt: noun.upperBound) != nil
        else { return nil }
        return Statement(indicator: patient, text: noun.lowerBound..<quantity.end, isVerbal: false)
    }

    func isShortTime(_ quantity: QuantityReading) -> Bool {
        quantity.withUnit(in: text, units) { unit in
            unit.start(any: ["日", "天", "小时", "分钟"], endingAt: unit.count) != nil
                || unit.count == 1 && unit.has("h", at: 0)
        }
    }

    /// What the time limit is for, where the words before it name a thing rather than who acts or from when.
    func patient(_ region: ClauseRegion) -> String? {
        let noun = region.noun
        guard !noun.isEmpty, noun.count <= 60 else { return nil }
        var end = reader.trimmed(noun.upperBound, from: noun.lowerBound)
        if let start = text.start(any: ["在", "于"], endingAt: end) {
            end = reader.trimmed(start, from: noun.lowerBound)
        }
        guard end > noun.lowerBound else { return nil }
        var offset = noun.lowerBound + 3
        while offset < end {
            if let stop = text.after(any: ["在", "自", "于"], at: offset), reader.isWord(offset..<stop) {
                end = offset
                break
            }
            offset += text.width(at: offset)
        }
        if text.start(any: ClauseReader.agents, endingAt: end) != nil { return nil }
        if text.start(any: ["后", "起", "之日", "时", "前", "当日"], endingAt: end) != nil { return nil }
        if region.opensWithAdjunct { return nil }
        return text.squashed(noun.lowerBound..<end)
    }

    /// The noun phrase of the clause before, where this one has none: 易腐货物和快件，实行6小时内放行.
    func patientBefore(_ clause: Int, _ region: ClauseRegion) -> String? {
        guard region.noun.isEmpty, clause > 0,
            reader.map.clauses[clause - 1].sentence == reader.map.clauses[clause].sentence
        else { return nil }
        let range = reader.map.clauses[clause - 1].range
        guard range.count <= 90, !quantities.contains(where: { range.contains($0.start) }) else { return nil }
        let before = reader.region(range, hasPredicate: false)
        guard before.verb == nil, !before.opensWithAdjunct, reader.isNominal(before.noun) else { return nil }
        return text.squashed(before.noun)
    }

    private static let answerVerbs: [StaticString] = ["答复", "办结", "回复", "反馈", "审结", "送达", "响应", "出证", "到位"]

    /// 1个工作日|答复: the verb right behind a time, which says within when it is to be done; where it ends.
    func answers(_ quantity: QuantityReading) -> Int? {
        guard quantity.family == .time, quantity.bound == .none, isShortTime(quantity) else { return nil }
        return text.after(any: Self.answerVerbs, at: text.skipBlanks(quantity.end))
    }

    /// 简单咨询留言1个工作日答复.
    func answered(_ quantity: QuantityReading, _ region: ClauseRegion) -> Statement? {
        guard let end = answers(quantity), region.verb == nil, let patient = patient(region) else { return nil }
        let verb = text.squashed(text.skipBlanks(quantity.end)..<end)
        return Statement(indicator: patient + verb, text: region.noun.lowerBound..<end, isVerbal: false)
    }

    /// N Q behind a target of the same sentence, or behind a time limit.
    @inline(never)
    func listItem(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int
    ) -> Statement? {
        let noun = region.noun
        let sentence = reader.map.clauses[clause].sentence
        let follows = carried.map { $0.sentence == sentence && $0.clause >= clause - 1 } ?? false
        if noun.isEmpty {
            // 培训10万人次，|年均|2万人次
            if object.isEmpty, follows, binding.per ?? region.per != nil, quantity.family != .time, let carried,
                carried.family == quantity.family
            {
                return Statement(
                    indicator: carried.indicator, text: region.noun.lowerBound..<quantity.end, isVerbal: carried.hasVerb
                )
            }
            // 20户以上|自然村全覆盖: which of them, not how many.
            if quantity.bound == .atLeast, text.start(any: ["全覆盖", "全部覆盖"], endingAt: object.upperBound) != nil {
                return nil
            }
            // 100项…项目和200项…项目
            guard follows, carried?.hasVerb == true, !object.isEmpty, quantity.family != .time else {
                return share(quantity, object) ?? achieving(quantity, region, object, clause)
            }
            return Statement(indicator: shared(object), text: quantity.start..<object.upperBound, isVerbal: true)
        }
        if !object.isEmpty, follows, carried?.hasVerb == true, quantity.family == .count,
            text.ends("等", at: noun.upperBound)
        {
            // 6座水库加固|及小坑等|10座|山塘整治
            return Statement(
                indicator: shared(object), text: quantity.start..<object.upperBound, isVerbal: true)
        }
        if !object.isEmpty, follows, carried?.hasVerb == true, quantity.family == .count,
            text.ends("级", at: noun.upperBound), noun.count <= 30
        {
            // 国家级2个、|省级|5个|示范园区
            return Statement(
                indicator: text.squashed(noun) + text.squashed(object), text: noun.lowerBound..<object.upperBound,
                isVerbal: true)
        }
        guard object.isEmpty else { return achieving(quantity, region, object, clause) }
        guard quantity.family != .time, quantity.family != .technical, quantity.hasUnit else { return nil }
        let isRate =
            quantity.family == .share && text.start(any: ["率", "占比", "比重", "比例"], endingAt: noun.upperBound) != nil
        let isPerHead = text.after(any: ["每千", "每万", "每百", "每十万"], at: noun.lowerBound) != nil
        guard follows || limitOpens(quantity, clause) || isRate || isPerHead || namesDeed(noun, quantity) else {
            return nil
        }
        guard reader.isNominal(noun) else { return nil }
        return Statement(
            indicator: parallel(covered(text.squashed(noun), follows: follows), clause),
            text: noun.lowerBound..<quantity.end, isVerbal: carried?.hasVerb ?? false)
    }

    /// 城镇新增就业5.5万人, 失业人员再就业1.2万人: the noun phrase says what is to be done.
    private func namesDeed(_ noun: Range<Int>, _ quantity: QuantityReading) -> Bool {
        quantity.family == .count
            && text.start(any: ["新增就业", "再就业", "人员就业", "转移就业", "实现就业"], endingAt: noun.upperBound) != nil
    }

    /// 推送覆盖产业10个、企业2万家: the second item is covered, too.
    @inline(never)
    func covered(_ item: String, follows: Bool) -> String {
        guard follows, let carried, !carried.hasVerb, carried.clause == clause,
            withByteText(carried.indicator, { $0.contains("覆盖") })
        else { return item }
        let scalars = Array(carried.indicator.unicodeScalars)
        guard let place = scalars.lastIndex(of: "盖"), place > 1, scalars[place - 1] == "覆", place + 1 < scalars.count
        else {
            return item
        }
        return String(String.UnicodeScalarView(scalars[...place])) + item
    }

    /// 80%以上地市建立保护机制: the share of those who are to do something.
    func share(_ quantity: QuantityReading, _ object: Range<Int>) -> Statement? {
        guard quantity.family == .share, quantity.bound == .atLeast, !object.isEmpty,
            let clause = reader.map.clause(at: quantity.start)
        else { return nil }
        let end = min(reader.map.clauses[clause].range.upperBound, text.border(object.upperBound + 180))
        var rest = object.upperBound
        if let cut = reader.words.cuts.at(rest, in: text, before: end) { rest = cut.end }
        return Statement(
            indicator: text.squashed(object) + text.squashed(rest..<max(end, rest)),
            text: quantity.start..<max(end, rest), isVerbal: false)
    }

    /// 省市县各级100个高频事项实现“最多跑一次”: how many are to achieve something, where a limit is set.
    func achieving(_ quantity: QuantityReading, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int)
        -> Statement?
    {
        guard
            quantity.family == .count && hasLimit || countsPeople(quantity, text.skipBlanks(quantity.end))
                || quantity.family == .count && isEnsured(quantity), !quantity.number.isHan, !object.isEmpty,
            reader.map.clauses[clause].range.upperBound > object.upperBound,
            let verb = text.after(any: ["实现", "达到", "完成", "建成", "纳入", "接入", "上云"], at: object.upperBound)
        else { return nil }
        return Statement(
            indicator: text.squashed(object), text: min(region.noun.lowerBound, quantity.start)..<verb, isVerbal: false)
    }

    /// 确保|9.5万名扶贫对象实现脱贫.
    private func isEnsured(_ quantity: QuantityReading) -> Bool {
        text.start(any: ["确保", "力争", "推动", "帮助", "保障"], endingAt: text.skipBlanks(backFrom: quantity.start)) != nil
    }

    /// Whether the sentence of the clause opens with a time limit that lies ahead.
    func limitOpens(_ quantity: QuantityReading, _ clause: Int) -> Bool {
        let sentence = reader.map.clauses[clause].sentence
        guard let limit = limits.inForce(at: quantity.start, sentence: sentence), !limit.isPast else { return false }
        return limit.sentence == sentence && limit.reach != .clause
    }
}
