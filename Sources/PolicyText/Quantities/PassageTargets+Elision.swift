/// Words that a sentence says once for several values.
extension PassageTargets {
    private static let rates: [StaticString] = [
        "率", "比例", "比重", "占比", "强度", "水平", "密度", "覆盖面", "满意度", "比例数",
    ]

    /// Sorts of places and schools: one of a row stands where another stood.
    private static let kin: [[StaticString]] = [
        [
            "县级以上城市", "县级城市", "地级城市", "地级及以上城市", "设市城市", "中心城区", "主城区", "建成区", "市区", "城区", "城市", "县（市）", "县(市)", "县城",
            "建制镇", "重点镇", "集镇", "乡镇", "重点村", "行政村", "自然村", "村庄", "农村", "城镇", "牧区", "山区", "平原", "县", "镇", "村",
        ],
        ["小学", "初中", "普通高中", "高中阶段", "高中", "幼儿园", "中职学校", "义务教育阶段", "义务教育", "学前教育"],
    ]

    /// 城市污水处理率达到95%，|县城|达到90%: what is measured stands in the clause before.
    @inline(never)
    func withHead(_ name: String, _ quantity: QuantityReading, _ clause: Int) -> String {
        guard quantity.family == .share, name.utf8.count <= 36, let carried,
            carried.clause != clause || !carried.hasVerb,
            carried.sentence == reader.map.clauses[clause].sentence
        else { return name }
        let head = withByteText(carried.indicator) { whole -> String? in
            guard whole.start(any: Self.rates, endingAt: whole.count) != nil else { return nil }
            return withByteText(name) { own in
                guard own.start(any: Self.rates, endingAt: own.count) == nil else { return nil }
                return (Self.headBehindKin(own, whole) ?? Self.headBehindEnding(own, whole)).map(whole.string)
            }
        }
        return head.map { name + $0 } ?? name
    }

    /// What stands behind the place that the name takes.
    private static func headBehindKin(_ own: ByteText, _ whole: ByteText) -> Range<Int>? {
        for row in kin where row.contains(where: { own.ends($0, at: own.count) }) {
            guard let word = row.first(where: { whole.has($0, at: 0) }) else { continue }
            return word.utf8CodeUnitCount..<whole.count
        }
        return nil
    }

    /// 城市社区|覆盖率 for 农村社区, 规模以上企业|研发投入强度 for 高新技术企业: two characters at least that both end in.
    private static func headBehindEnding(_ own: ByteText, _ whole: ByteText) -> Range<Int>? {
        guard own.count >= 12 else { return nil }
        var place = 6
        while place + 6 <= whole.count {
            if whole.bytes[place - 6..<place].elementsEqual(own.bytes[own.count - 6..<own.count]) {
                return place..<whole.count
            }
            place += whole.width(at: place)
        }
        return nil
    }

    private static let shareholders: [StaticString] = [
        "乡镇", "镇", "乡", "县", "市", "区", "村", "社区", "街道", "行政村", "学校", "单位", "部门", "户", "企业", "班", "）",
    ]

    /// 每个乡镇, 各县（市、区）: who is to have so many of something, which stands elsewhere.
    func isShareholder(_ noun: Range<Int>) -> Bool {
        switch text.scalar(at: noun.lowerBound).value {
        case "每", "各":
            noun.count <= 36 && text.start(any: Self.shareholders, endingAt: noun.upperBound) != nil
                && !reader.holds("的", noun)
        default: false
        }
    }

    /// 报告书14个工作日内、报告表7个工作日内|完成审批: what the last of a list of time limits is for, all are.
    @inline(never)
    func sharedDeed(behind quantity: QuantityReading, before end: Int) -> Range<Int>? {
        guard text.has("、", at: text.skipBlanks(quantity.end)),
            var index = quantities.firstIndex(where: { $0.start == quantity.start })
        else { return nil }
        while index + 1 < quantities.count, text.has("、", at: text.skipBlanks(quantities[index].end)) {
            let next = quantities[index + 1]
            guard next.start < end, next.family == .time, next.bound == .within else { return nil }
            index += 1
        }
        let start = text.skipBlanks(quantities[index].end)
        return start < end && quantities[index].start > quantity.start ? start..<end : nil
    }
}
