/// Shares of those who are to do or to have something.
extension PassageTargets {
    /// 医共体覆盖全省80%以上的县.
    @inline(never)
    func covering(
        _ region: ClauseRegion, _ quantity: QuantityReading, _ object: Range<Int>, _ clause: Int, _ binding: Binding
    ) -> Statement? {
        guard quantity.family == .share, !object.isEmpty, !region.noun.isEmpty || region.endsInVerb else { return nil }
        if region.verb == .cover, region.noun.isEmpty {
            return Statement(
                indicator: text.squashed(region.verbRange) + text.squashed(object),
                text: region.verbRange.lowerBound..<object.upperBound, isVerbal: false)
        }
        var end = text.skipBlanks(
            backFrom: region.verbRange.isEmpty ? region.noun.upperBound : region.verbRange.upperBound)
        if let start = text.start(any: ["全省", "全市", "全国", "全县", "全区", "全部"], endingAt: end) { end = start }
        guard text.ends("覆盖", at: end), end - 6 > region.noun.lowerBound else { return nil }
        return Statement(
            indicator: text.squashed(region.noun.lowerBound..<end) + text.squashed(object),
            text: region.noun.lowerBound..<object.upperBound, isVerbal: false)
    }

    static let achievements: [StaticString] = [
        "纳入", "建成", "达到", "实现", "完成", "建立", "接入", "配备", "覆盖", "设立", "通过", "应用", "开展", "上线", "参与", "使用", "实施",
        "推行", "实行", "上云", "达标", "采用", "拥有", "具备", "运用", "获得", "开通", "开设", "普及", "列入", "进入", "编制", "制定", "设置", "组建",
        "创建",
        "取得", "落实", "加入",
    ]

    /// 90%的重点单位纳入监管平台: the share of those who are to do something.
    @inline(never)
    func shareOfThose(_ region: ClauseRegion, _ quantity: QuantityReading, _ object: Range<Int>, _ clause: Int)
        -> Statement?
    {
        guard quantity.family == .share, region.noun.isEmpty || listsPlaces(region.noun), !object.isEmpty,
            !region.opensWithAdjunct,
            region.verb == nil || text.after(any: ["实现", "推动", "确保"], at: region.verbRange.lowerBound) != nil,
            !reader.holds("的", object)
        else { return nil }
        let end = min(reader.map.clauses[clause].range.upperBound, object.upperBound + 30)
        var place = object.lowerBound + 3
        while place < end {
            if let verb = text.after(any: Self.achievements, at: place), verb <= end,
                reader.segmenter.isBoundary(place, in: text)
            {
                let those = object.lowerBound..<place
                return Statement(indicator: text.squashed(those), text: quantity.start..<verb, isVerbal: false)
            }
            if place >= object.upperBound { return nil }
            place += text.width(at: place)
        }
        return nil
    }

    /// 东湖区、西湖区|50%的城市社区: where those are.
    func listsPlaces(_ noun: Range<Int>) -> Bool {
        switch text.scalar(before: noun.upperBound).value {
        case "区", "市", "县", "镇": reader.holds("、", noun)
        default: false
        }
    }

    /// 专任教师|60%以上|达到本科学历: the share stands behind those who are to do something.
    func thoseWithin(_ quantity: QuantityReading, _ region: ClauseRegion) -> Statement? {
        guard quantity.family == .share, region.verb == nil, !region.noun.isEmpty, region.noun.count <= 60,
            quantity.number.kind == .percent, reader.isNominal(region.noun),
            let verb = text.after(any: Self.achievements, at: text.skipBlanks(quantity.end)),
            reader.objectStart(from: verb, to: text.count).isObject
        else { return nil }
        var those = region.noun
        if text.ends("中", at: those.upperBound) { those = those.lowerBound..<those.upperBound - 3 }
        return Statement(
            indicator: text.squashed(those), text: region.noun.lowerBound..<verb, isVerbal: false)
    }

    /// 其中|60%|达到本科学历: the share of what was named before.
    func shareOfNamed(_ quantity: QuantityReading, _ region: ClauseRegion, _ clause: Int) -> Statement? {
        guard quantity.family == .share, region.isPartOf, region.verb == nil, region.noun.isEmpty,
            let verb = text.after(any: Self.achievements, at: text.skipBlanks(quantity.end))
        else { return nil }
        let end = min(reader.map.clauses[clause].range.upperBound, text.border(verb + Self.reach))
        let object = reader.object(from: verb, to: end)
        guard !object.isEmpty else { return nil }
        let own = text.squashed(text.skipBlanks(quantity.end)..<object.upperBound)
        let named = carried.flatMap { $0.sentence == reader.map.clauses[clause].sentence ? $0.indicator : nil }
        return Statement(indicator: named ?? own, text: quantity.start..<object.upperBound, isVerbal: false)
    }

    /// 派驻人员不少于医师总数的1/3: the share of one in the other.
    @inline(never)
    func shareOf(_ noun: Range<Int>) -> String? {
        var end = noun.upperBound - 3
        while end > noun.lowerBound {
            if let binder = reader.words.binders.endingAt(end, in: text, from: noun.lowerBound),
                binder.start > noun.lowerBound,
                binder.category == .atLeast || binder.category == .atMost || binder.category == .exceed,
                end - binder.start > 3
            {
                let subject = text.squashed(noun.lowerBound..<binder.start)
                if text.start(any: ["比例", "比重", "占比", "率"], endingAt: binder.start) != nil { return subject }
                return subject + "占" + text.squashed(end..<noun.upperBound - 3) + "的比例"
            }
            end -= max(text.scalar(before: end).length, 1)
        }
        return nil
    }
}
