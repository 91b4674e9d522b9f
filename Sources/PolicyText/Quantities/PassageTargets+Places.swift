/// Quantities that are none by where they stand: in quotation marks, behind 第 or 等, as attributes, in conditions.
extension PassageTargets {
    /// Roles that follow from the place alone.
    func fixedRole(_ quantity: QuantityReading, in enclosure: ClauseMap.Enclosure?) -> Quantity.Role? {
        if let enclosure, enclosure.range.lowerBound < quantity.start {
            switch enclosure.kind {
            case .quotation: if !statesGoals(enclosure.range) { return .parameter }
            case .title: return .other
            case .bracket:
                // （其中：工业企业2800户）, （比2005年降低35.3%）
                let inner = enclosure.range.lowerBound + text.scalar(at: enclosure.range.lowerBound).length
                guard text.after(any: ["其中", "含", "包括"], at: inner) != nil || opensComparedGoal(inner) else {
                    return .other
                }
            }
        }
        let before = text.skipBlanks(backFrom: quantity.start)
        switch text.scalar(before: before).value {
        // 新材料、新能源等5个产业集群
        case "等": if !closesExamples(quantity, before) { return .other }
        case "这", "该", "前", "此", "任", "某", "另", "同", "每": return .other
        // 在2020年基础上翻一番, 10亿元以上30家
        case "上": if text.start(any: ["基础上", "以上"], endingAt: before) == nil { return .other }
        case "下", "述", "列", "外":
            if text.start(any: ["以下", "上述", "下列", "如下", "另外"], endingAt: before) != nil { return .other }
        default: break
        }
        if quantity.family == .count, isLevel(quantity) { return .other }
        // 十一届八次全会
        if text.ends("届", at: before) { return .other }
        switch text.scalar(at: quantity.unitEnd).value {
        case "全", "会", "集":
            return text.after(any: ["全会", "会议精神", "集体学习"], at: quantity.unitEnd) == nil ? nil : .other
        default: return nil
        }
    }

    /// 比2005年: a goal that goes on in a bracket.
    func opensComparedGoal(_ offset: Int) -> Bool {
        guard let time = text.after(any: ["比", "较"], at: offset) else { return false }
        return reader.time(at: time) != nil && targets.values.last.map { $0.text.upperBound >= offset - 6 } == true
    }

    static let bodies: [StaticString] = [
        "部门", "方面", "单位", "机构", "环节", "文件", "制度", "办法", "问题", "因素", "情形", "条件",
    ]

    /// Whether 等 closes examples of what is counted, rather than a list of bodies or documents: 等3个部门.
    @inline(never)
    func closesExamples(_ quantity: QuantityReading, _ end: Int) -> Bool {
        guard quantity.family == .count, quantity.hasUnit, !quantity.number.isHan, end > 6,
            !text.has("的", at: text.skipBlanks(quantity.end)),
            !reader.holds("基础上", quantity.end..<text.border(quantity.end + 90))
        else { return false }
        switch text.scalar(before: end - 3).value {
        case "》", "”", "」": return false
        default: return text.after(any: Self.bodies, at: text.skipBlanks(quantity.end)) == nil
        }
    }

    /// Whether quotation marks hold goals in whole clauses, 实现“…达到2000名，…达到40%”的目标, and no slogan.
    @inline(never)
    func statesGoals(_ range: Range<Int>) -> Bool {
        guard range.count >= 45 else { return false }
        return ["达到", "超过", "突破", "增长", "不低于", "不少于", "控制在"].contains { reader.holds($0, range) }
    }

    static let levels: [StaticString] = ["方面", "级", "层", "章", "步", "点", "环", "代"]
    static let hanLevels: [StaticString] = [
        "类", "市", "县", "省", "部", "条", "种", "案", "块", "张", "本", "头", "口", "对", "套", "股", "片", "段", "集", "首", "包", "票",
    ]

    func isLevel(_ quantity: QuantityReading) -> Bool {
        let level =
            if case .listed(let index) = quantity.unitName {
                units.level(Int(index))
            } else {
                quantity.withUnit(in: text, units, Self.level(ofUnit:))
            }
        return level == .always || level == .behindHan && quantity.number.isHan
    }

    static func level(ofUnit name: ByteText) -> UnitTable.Level {
        let isUnit = { (word: StaticString) in word.utf8CodeUnitCount == name.count && name.has(word, at: 0) }
        return levels.contains(where: isUnit) ? .always : hanLevels.contains(where: isUnit) ? .behindHan : .none
    }

    /// One of something written 一个, 一名: a number only where the clause counts.
    func isTrivial(_ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion) -> Bool {
        guard quantity.number.isHan, quantity.number.low <= 10, quantity.family == .count else { return false }
        // 建设一所幼儿园
        if quantity.number.low == 1, region.endsInVerb,
            reader.holds("建", region.verbRange) || reader.holds("办", region.verbRange),
            quantity.isUnit(anyOf: ["所", "座", "处", "栋", "幢"], in: text, units)
        {
            return false
        }
        // 一个, 五项 count what follows in the document; 两次, 三场, 五所 count what is to be done.
        if quantity.number.low > 1, !quantity.isUnit(anyOf: ["个", "项", "条", "份", "张", "种", "对", "套"], in: text, units) {
            return false
        }
        return binding.relation != .atLeast && binding.per == nil && region.per == nil && !isDistributive(quantity)
    }

    func isDistributive(_ quantity: QuantityReading) -> Bool {
        guard let clause = reader.map.clause(at: quantity.start) else { return false }
        let start = reader.map.clauses[clause].range.lowerBound
        return text.has("各", at: start) || reader.holds("每", start..<quantity.start)
    }

    /// Whether the clause says for whom or what something holds: 对年授权10件以上的企业, 投资100万元以上的企业，按….
    func isInThreshold(_ quantity: QuantityReading, _ clause: Int) -> Bool {
        let range = reader.map.clauses[clause].range
        var start = range.lowerBound
        for limit in reader.limits where limit.start <= start && limit.end > start { start = limit.end }
        let end = min(range.upperBound, text.border(quantity.end + Self.reach))
        if text.has("凡", at: start) || text.ends("的", at: range.upperBound) || opensCondition(start, clause) {
            return !reader.holds("目的", quantity.end..<end)
        }
        guard text.has("对", at: start), !text.has("对于", at: start) else { return false }
        // 对…增加不少于5天的带薪休假: a verb between them takes the quantity out of the phrase.
        return reader.holds("的", quantity.end..<end) && !text.has("的", at: quantity.end)
    }

    /// 如参展企业数量超过总数的50%，给予…: a condition, with what follows from it behind.
    func opensCondition(_ start: Int, _ clause: Int) -> Bool {
        let clauses = reader.map.clauses
        guard clause + 1 < clauses.count, clauses[clause + 1].sentence == clauses[clause].sentence else { return false }
        switch text.scalar(at: start).value {
        case "如", "若": return text.after(any: ["如期", "如下", "如实", "如何", "若干"], at: start) == nil
        default: return false
        }
    }

    /// 2万元的补助 is paid; of anything else what stands before 的 is a condition.
    func attributeRole(_ quantity: QuantityReading) -> Quantity.Role {
        let next = text.skipBlanks(quantity.end)
        guard text.has("的", at: next) else { return .threshold }
        return text.after(any: Self.payments, at: text.skipBlanks(next + 3)) == nil ? .threshold : .incentive
    }
}
