/// Names of what is measured.
extension PassageTargets {
    private static let openings: [StaticString] = [
        "加强", "强化", "规范", "健全", "完善", "深化", "优化", "加快", "推行", "全面", "大力", "积极", "切实",
    ]

    /// What the section's heading names, without the verbs that open it.
    @inline(never)
    func makeTopic() -> String {
        var start = 0
        for _ in 0..<3 {
            let end =
                reader.words.verbs.at(start, in: heading, before: heading.count)?.end
                ?? heading.after(any: Self.openings, at: start)
            guard let end, end < heading.count else { break }
            start = end
        }
        return heading.squashed(start..<heading.count)
    }

    /// The noun phrase of a region whose quantity stands behind it; for times of doing, with the verb.
    @inline(never)
    func verbal(_ region: ClauseRegion, _ quantity: QuantityReading) -> String {
        var end = reader.trimmed(region.noun.upperBound, from: region.noun.lowerBound)
        // 完成建设任务的60%
        if text.ends("的", at: end), end - 3 > region.noun.lowerBound { end -= 3 }
        // 电子书|年|更新2000册
        if region.endsInVerb, text.ends("年", at: end), end - 6 > region.noun.lowerBound,
            text.scalar(before: end - 3).value.arabicDigit == nil, reader.isWord(end - 3..<end)
        {
            end -= 3
        }
        let noun = text.squashed(region.noun.lowerBound..<end)
        guard region.endsInVerb else { return noun.isEmpty ? topic : noun }
        if let light = text.start(any: ["接受", "参加", "进行", "开展"], endingAt: region.noun.upperBound),
            light >= region.noun.lowerBound
        {
            return text.squashed(region.verbRange)
        }
        let isFrequency = quantity.isUnit(anyOf: ["次", "场", "遍", "轮", "批次"], in: text, units)
        if isFrequency || noun.isEmpty && region.verb == .cover {
            let verb = text.squashed(region.verbRange)
            return noun.isEmpty && Self.isLight(verb) ? topic : noun + verb
        }
        if let deed = deed(region), !noun.isEmpty || carried?.clause != clause { return noun + deed }
        if noun.isEmpty { return carried?.indicator ?? (topic.isEmpty ? text.squashed(region.verbRange) : topic) }
        return noun
    }

    private static let deeds: [StaticString] = [
        "投资", "培训", "轮训", "检查", "抽查", "巡查", "演练", "走访", "宣讲", "绿化", "造林", "植树", "救助", "接待", "辅导", "监测", "检测", "投入",
        "减税降费", "降费", "减负", "整改",
    ]

    /// 完成投资200亿元, 培训500人次: the verb is itself what is counted.
    private func deed(_ region: ClauseRegion) -> String? {
        let end = region.verbRange.upperBound
        var start = end
        // 造林绿化
        while let deed = text.start(any: Self.deeds, endingAt: start), deed >= region.verbRange.lowerBound {
            start = deed
        }
        return start < end ? text.squashed(start..<end) : nil
    }

    static func isLight(_ verb: String) -> Bool {
        ["开展", "进行", "组织", "完成", "举办", "召开", "组织开展"].contains(verb)
    }

    /// The object, with the head that it shares with the next one: 10个重点产业和20个重点领域的专利导航.
    @inline(never)
    func shared(_ object: Range<Int>) -> String {
        let own = text.squashed(object)
        guard !reader.holds("的", object) else { return own }
        if text.ends("级", at: object.upperBound) {
            return headOfLevels(behind: object.upperBound).map { own + text.squashed($0) } ?? own
        }
        guard let next = listed(behind: object.upperBound) else { return own }
        let other = reader.object(from: quantities[next].end, to: objectEnd(of: next))
        guard let place = text.place(of: "的", in: other), other.upperBound - place > 6 else { return own }
        return own + text.squashed(place..<other.upperBound)
    }

    /// Levels of a list at most that share one head.
    private static let levelLimit = 8

    /// 10个国家级、20个省级和50个市级产业集群: what the last of a list of levels is, all are.
    private func headOfLevels(behind end: Int) -> Range<Int>? {
        var end = end
        for _ in 0..<Self.levelLimit {
            guard let next = listed(behind: end) else { return nil }
            let other = reader.object(from: quantities[next].end, to: objectEnd(of: next))
            guard let level = text.place(of: "级", in: other) else { return nil }
            end = level + 3
            if end < other.upperBound { return end..<other.upperBound }
        }
        return nil
    }

    /// 国家级2个、省级5个示范园区: what stands behind the last number of a list of levels.
    @inline(never)
    func headBehindLevels(_ quantity: QuantityReading, _ noun: Range<Int>) -> Range<Int>? {
        guard text.ends("级", at: noun.upperBound), quantity.family == .count,
            let index = quantities.firstIndex(where: { $0.start == quantity.start })
        else { return nil }
        var end = quantity.end
        for next in quantities.indices.dropFirst(index + 1).prefix(Self.levelLimit) {
            let quantity = quantities[next]
            guard let start = text.after(any: Self.conjunctions, at: text.skipBlanks(end)),
                text.ends("级", at: text.skipBlanks(backFrom: quantity.start)), quantity.start - start <= 30,
                quantity.family == .count
            else { return nil }
            let object = reader.object(from: quantity.end, to: objectEnd(of: next))
            if !object.isEmpty { return object }
            end = quantity.end
        }
        return nil
    }

    private static let conjunctions: [StaticString] = ["和", "及", "与", "、", "以及"]

    /// The quantity that a conjunction joins to what ends there.
    private func listed(behind end: Int) -> Int? {
        guard let joined = text.after(any: Self.conjunctions, at: end) else { return nil }
        let start = text.skipBlanks(joined)
        return quantities.firstIndex { $0.start == start }
    }

    /// Where the object of a quantity ends at the latest.
    private func objectEnd(of index: Int) -> Int {
        let end = quantities[index].end
        guard let clause = reader.map.clause(at: quantities[index].start) else { return end }
        let stop = min(reader.map.clauses[clause].range.upperBound, text.border(end + Self.reach))
        return objectLimit(after: index, before: stop)
    }

    @inline(never)
    func inherited(_ clause: Int) -> String? {
        let sentence = reader.map.clauses[clause].sentence
        if let carried, carried.sentence == sentence { return carried.indicator }
        // The clause before, or the heading.
        if clause > 0, reader.map.clauses[clause - 1].sentence == sentence {
            let before = reader.map.clauses[clause - 1].range
            let region = reader.region(before, hasPredicate: false)
            let phrase = text.squashed(region.noun)
            if !phrase.isEmpty, region.noun.count <= 90 { return phrase }
        }
        return carried?.indicator ?? (topic.isEmpty ? nil : topic)
    }
}
