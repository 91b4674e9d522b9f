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
        let noun = text.squashed(region.noun.lowerBound..<end)
        guard region.endsInVerb else { return noun.isEmpty ? topic : noun }
        if let light = text.start(any: ["接受", "参加", "进行", "开展"], endingAt: region.noun.upperBound),
            light >= region.noun.lowerBound
        {
            return text.squashed(region.verbRange)
        }
        let isFrequency = quantity.isUnit(anyOf: ["次", "场", "遍", "轮"], in: text, units)
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
    func shared(_ object: Range<Int>, _ quantity: QuantityReading) -> String {
        let own = text.squashed(object)
        guard !reader.holds("的", object) else { return own }
        let isLevel = text.ends("级", at: object.upperBound)
        var offset = object.upperBound
        guard let joined = text.after(any: ["和", "及", "与", "、"], at: offset) else { return own }
        offset = joined
        guard let next = quantities.first(where: { $0.start == text.skipBlanks(offset) }),
            let clause = reader.map.clause(at: next.start)
        else { return own }
        let other = reader.object(
            from: next.end, to: min(reader.map.clauses[clause].range.upperBound, text.border(next.end + Self.reach)))
        var place = other.lowerBound
        while place < other.upperBound {
            // 10个国家级、50个省级产业集群
            if isLevel {
                if text.has("级", at: place) { return own + text.squashed(place + 3..<other.upperBound) }
                place += 1
                continue
            }
            if text.has("的", at: place), other.upperBound - place > 6 {
                return own + text.squashed(place..<other.upperBound)
            }
            place += 1
        }
        return own
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
