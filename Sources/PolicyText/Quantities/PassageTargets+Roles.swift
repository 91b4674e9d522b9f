/// What speaks against a target.
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
    private func opensComparedGoal(_ offset: Int) -> Bool {
        guard let time = text.after(any: ["比", "较"], at: offset) else { return false }
        return reader.time(at: time) != nil && targets.values.last.map { $0.text.upperBound >= offset - 6 } == true
    }

    private static let bodies: [StaticString] = [
        "部门", "方面", "单位", "机构", "环节", "文件", "制度", "办法", "问题", "因素", "情形", "条件",
    ]

    /// Whether 等 closes examples of what is counted, rather than a list of bodies or documents: 等3个部门.
    @inline(never)
    private func closesExamples(_ quantity: QuantityReading, _ end: Int) -> Bool {
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
    private func statesGoals(_ range: Range<Int>) -> Bool {
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
    private func opensCondition(_ start: Int, _ clause: Int) -> Bool {
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

    /// The role of what is no target by its grammar.
    func plainRole(_ quantity: QuantityReading, _ clause: Int) -> Quantity.Role {
        let role = role(of: quantity, in: clause, hasPredicate: false, behind: quantity.end)
        if role != .target { return role }
        return quantity.family == .technical || quantity.family == .time || quantity.family == .data
            ? .parameter : .other
    }

    /// The role of a quantity that is no target whatever the grammar of its clause is, so that it need not be read: of
    /// what is past, listed under results, or paid.
    ///
    /// Only of the last quantity of a clause without 以上 or 的, which may make a threshold of it.
    func roleByPlace(_ index: Int, _ clause: Int) -> Quantity.Role? {
        let quantity = quantities[index]
        guard quantity.bound == .none,
            index + 1 == quantities.count || quantities[index + 1].start >= reader.map.clauses[clause].range.upperBound,
            !text.has("的", at: text.skipBlanks(quantity.end)), let role = settledRole(of: quantity, in: clause),
            !isInThreshold(quantity, clause)
        else { return nil }
        return role
    }

    /// The role by the words around it: a target where nothing speaks against it.
    func role(of quantity: QuantityReading, in clause: Int, hasPredicate: Bool, behind end: Int)
        -> Quantity.Role
    {
        settledRole(of: quantity, in: clause)
            ?? roleByCues(of: quantity, in: reader.map.clauses[clause].range, hasPredicate: hasPredicate, behind: end)
    }

    /// The role by section, time and sentence, which nothing in the clause itself can change.
    private func settledRole(of quantity: QuantityReading, in clause: Int) -> Quantity.Role? {
        if settled.start != quantity.start || settled.family != quantity.family {
            settled = (quantity.start, quantity.family, findSettledRole(of: quantity, in: clause))
        }
        return settled.role
    }

    private func findSettledRole(of quantity: QuantityReading, in clause: Int) -> Quantity.Role? {
        let map = reader.map
        let sentence = map.clauses[clause].sentence
        if let limit = limits.inForce(at: quantity.start, sentence: sentence) {
            if limit.isPast { return .result }
            // Nobody says what day it is: in a section of results, no year lies ahead.
            if sectionRole == .result, !knowsPresent { return .result }
        } else if let sectionRole {
            return sectionRole
        }
        if let sectionRole, sectionRole != .result { return sectionRole }
        if follows(recentYears: quantity, sentence) || isCompared(clause) { return .result }
        if let opening = roleByOpening(quantity, clause) { return opening }
        // 做好新增2万个学位等信息公开: the number is what is told about.
        if text.start(any: Self.disclosures, endingAt: map.clauses[clause].range.upperBound) != nil { return .other }
        if isDefined(quantity, clause) { return .threshold }
        if isListedCondition(clause) { return .threshold }
        if clause > 0, map.clauses[clause - 1].sentence == sentence, endsInCondition(map.clauses[clause - 1].range) {
            return .threshold
        }
        if quantity.family == .money || quantity.family == .share, isPaid(quantity, clause) { return .incentive }
        return nil
    }

    private static let disclosures: EndingWords = ["信息公开", "信息公开工作"]

    /// What the first words of a sentence say of all its quantities: 目前 and 近年来 report up to a limit that lies ahead,
    /// 据测算 foretells, 申报企业 is whom conditions are for.
    private func roleByOpening(_ quantity: QuantityReading, _ clause: Int) -> Quantity.Role? {
        let clauses = reader.map.clauses
        let start = clauses[reader.map.firstClause(ofSentenceAt: clause)].range.lowerBound
        switch text.scalar(at: start).value {
        case "据", "经", "根":
            if text.after(any: Self.forecasts, at: start) != nil { return .other }
            // 经过三年努力，…提高到45%。
            let opening = clauses[reader.map.firstClause(ofSentenceAt: clause)].range
            return text.has("经过", at: start) && text.ends("努力", at: opening.upperBound) ? .result : nil
        case "申", "参", "投", "报":
            return text.after(any: Self.applicants, at: start) == nil ? nil : .threshold
        case "目", "当", "现", "近", "我", "全":
            let place =
                text.after(any: ["我省", "我市", "我县", "我区", "全省", "全市", "全县", "全区", "我国", "全国"], at: start) ?? start
            guard text.after(any: Self.reports, at: place) != nil else { return nil }
            let limit = limits.inForce(at: quantity.start, sentence: clauses[clause].sentence)
            return limit == nil ? .result : nil
        default: return nil
        }
    }

    /// Clauses of one condition at most.
    private static let conditionClauses = 6

    private static let consequences: [StaticString] = ["可", "予以", "给予", "不予", "按", "享受", "视为", "方可", "须", "应"]

    /// 净资产5000万元以上，负债率不超过60%，纳税额100万元以上的，|可申请: a clause before the one whose 的 ends the condition.
    private func isListedCondition(_ clause: Int) -> Bool {
        let clauses = reader.map.clauses
        let sentence = clauses[clause].sentence
        for next in clauses.indices.dropFirst(clause + 1).prefix(Self.conditionClauses) {
            guard clauses[next].sentence == sentence else { return false }
            let range = clauses[next].range
            guard quantities.contains(where: { range.contains($0.start) }) else { return false }
            guard text.ends("的", at: range.upperBound) else { continue }
            guard next + 1 < clauses.count, clauses[next + 1].sentence == sentence else { return false }
            // 对完成…的，给予奖励: whom the clauses before do not speak of.
            switch text.scalar(at: range.lowerBound).value {
            case "对", "凡", "如", "若", "未", "经": return false
            default: return text.after(any: Self.consequences, at: clauses[next + 1].range.lowerBound) != nil
            }
        }
        return false
    }

    /// Bytes from the opening of a definition to its 指 at most.
    private static let longestTerm = 90

    /// 大型养殖场指生猪养殖量达到5000头以上…: a definition, whose numbers are conditions.
    private func isDefined(_ quantity: QuantityReading, _ clause: Int) -> Bool {
        let sentence = reader.map.clauses[clause].sentence
        if definition.sentence != sentence { definition = (sentence, definitionPlace(clause)) }
        return definition.place >= 0 && definition.place < quantity.start
    }

    /// Where 指 stands that opens the text of a definition; -1 for a sentence that is none.
    private func definitionPlace(_ clause: Int) -> Int {
        let first = reader.map.clauses[reader.map.firstClause(ofSentenceAt: clause)].range
        let start = first.lowerBound
        let end = text.border(min(start + Self.longestTerm, text.count))
        guard start < end, let place = text.place(of: "指", in: start..<end), place > start else { return -1 }
        switch text.scalar(at: place + 3).value {
        case "标", "数", "导", "挥", "定", "南", "引", "示", "令", "派", "向", "望", "出", "战", "责", "明", "认", "使", "纹", "尖":
            return -1
        default: break
        }
        if text.start(any: ["是", "系", "所"], endingAt: place) != nil { return place }
        return reader.isWord(place..<place + 3) ? place : -1
    }

    private static let forecasts: [StaticString] = ["据测算", "经测算", "据预测", "经预测", "根据预测", "根据上述预测", "据估算", "据初步测算"]
    private static let applicants: [StaticString] = [
        "申报企业", "申报单位", "申报项目", "申报主体", "申报对象", "申请企业", "申请单位", "申请人", "申请项目", "参评企业", "参评单位", "投标人", "报名人员",
    ]
    private static let reports: [StaticString] = ["目前", "当前", "现有", "现共有", "现已", "近年来", "近几年", "近两年", "近三年"]

    private func roleByCues(
        of quantity: QuantityReading, in range: Range<Int>, hasPredicate: Bool, behind end: Int
    ) -> Quantity.Role {
        var offset = max(range.lowerBound, quantity.start - Self.reach)
        let stop = cueEnd(quantity, range, behind: end)
        while let cue = reader.words.cues.first(from: offset, in: text, before: stop) {
            offset = cue.start + text.width(at: cue.start)
            switch cue.category {
            case .result where cue.start < quantity.start:
                // 排名前15家企业的产值占比
                if text.has("排名前", at: cue.start) { continue }
                if isComparison(cue.start), isIntended(quantity, range) { continue }
                return .result
            case .parameter where cue.start < quantity.start: return .parameter
            case .incentive:
                let isGoverning = text.has("给予", at: cue.start) || cue.start >= quantity.end
                if quantity.family == .count, !isGoverning { continue }
                if hasPredicate, !isGoverning { continue }
                if quantity.family == .time { continue }
                return .incentive
            default: break
            }
        }
        let opening = max(range.lowerBound, quantity.start - Self.reach)..<quantity.start
        if quantity.family == .share || quantity.family == .money,
            text.has("按", at: range.lowerBound) || text.has("以", at: range.lowerBound) || reader.holds("按照", opening),
            !text.has("按期", at: range.lowerBound), !text.has("按时", at: range.lowerBound)
        {
            return .parameter
        }
        // 按照每10万人口设置1所的标准布局
        if text.has("按照", at: range.lowerBound) || text.has("按每", at: range.lowerBound),
            reader.holds("标准", quantity.end..<stop)
        {
            return .parameter
        }
        if isDone(quantity, range) { return .result }
        return .target
    }

    /// 同比, 上年: a report compares, and so does a goal.
    @inline(never)
    private func isComparison(_ offset: Int) -> Bool {
        text.after(any: ["同比", "上年", "去年"], at: offset) != nil
    }

    /// Whether the words of a clause say that a value is aimed at, 力争…同比增长不低于15%, or a limit ahead is in force.
    @inline(never)
    private func isIntended(_ quantity: QuantityReading, _ range: Range<Int>) -> Bool {
        if quantity.bound == .atLeast || quantity.bound == .atMost { return true }
        let before = max(range.lowerBound, quantity.start - Self.reach)..<quantity.start
        if Self.intentions.contains(where: { reader.holds($0, before) }) { return true }
        if reader.holds("不低于", before) || reader.holds("不少于", before) || reader.holds("不超过", before) { return true }
        guard let clause = reader.map.clause(at: quantity.start),
            let limit = limits.inForce(at: quantity.start, sentence: reader.map.clauses[clause].sentence)
        else { return false }
        return !limit.isPast
    }

    private static let comparisons: [StaticString] = ["同比", "环比", "较上年", "比上年", "较去年", "比去年"]
    private static let intentions: [StaticString] = ["力争", "确保", "目标", "计划", "预计", "争取"]

    /// Whether the next clause compares with the year before: …实现1200亿元，同比增长6.5% reports.
    private func isCompared(_ clause: Int) -> Bool {
        let clauses = reader.map.clauses
        guard clause + 1 < clauses.count, clauses[clause + 1].sentence == clauses[clause].sentence,
            opensComparison(clauses[clause + 1].range.lowerBound)
        else { return false }
        return reports(clause)
    }

    private func opensComparison(_ offset: Int) -> Bool {
        switch text.scalar(at: offset).value {
        case "同", "环", "较", "比": text.after(any: Self.comparisons, at: offset) != nil
        default: false
        }
    }

    /// Whether neither a clause nor the comparison behind it says that its value is aimed at.
    @inline(never)
    private func reports(_ clause: Int) -> Bool {
        let clauses = reader.map.clauses
        let next = clauses[clause + 1].range
        if ["不低于", "不少于", "以上", "力争"].contains(where: { reader.holds($0, next) }) { return false }
        let own = clauses[clause].range
        let nearby = max(own.lowerBound, own.upperBound - Self.reach)..<own.upperBound
        return !Self.intentions.contains { reader.holds($0, nearby) }
    }

    /// 近三年来, 过去五年 before the quantity.
    func follows(recentYears quantity: QuantityReading, _ sentence: Int) -> Bool {
        for index in quantities.indices where quantities[index].family == .time {
            let start = quantities[index].start
            if start >= quantity.start { return false }
            switch text.scalar(before: start).value {
            case "近", "去", "的": break
            default:
                // 五年来，…年均增长7%
                if text.has("来", at: quantities[index].end), quantities[index].isUnit(anyOf: ["年"], in: text, units),
                    let clause = reader.map.clause(at: start), reader.map.clauses[clause].sentence == sentence
                {
                    return true
                }
                continue
            }
            if text.start(any: ["近", "过去", "最近", "过去的"], endingAt: start) != nil,
                let clause = reader.map.clause(at: start), reader.map.clauses[clause].sentence == sentence
            {
                return true
            }
        }
        return false
    }

    /// 具备以下条件之一：
    func endsInCondition(_ range: Range<Int>) -> Bool {
        switch text.scalar(before: range.upperBound).value {
        case "件", "一", "的", "形": break
        default: return false
        }
        return text.start(any: ["条件", "条件之一", "之一的", "情形之一", "情形之一的"], endingAt: range.upperBound) != nil
    }

    /// How far words behind a quantity speak of it: not into the next item of its list.
    func cueEnd(_ quantity: QuantityReading, _ clause: Range<Int>, behind end: Int) -> Int {
        let next = text.skipBlanks(quantity.end)
        switch text.scalar(at: next).value {
        case "、", "和", "及": return max(quantity.end, end)
        default: break
        }
        var following = clause.upperBound
        for index in quantities.indices where quantities[index].start >= quantity.end {
            following = quantities[index].start
            break
        }
        return min(clause.upperBound, max(following, end), text.border(quantity.end + Self.reach))
    }

    /// Whether the sentence grants or charges something, up to the quantity: 给予补贴，单户不超过5万元.
    func isPaid(_ quantity: QuantityReading, _ clause: Int) -> Bool {
        let map = reader.map
        var index = clause
        while index > 0, map.clauses[index - 1].sentence == map.clauses[clause].sentence, clause - index < 6 {
            index -= 1
        }
        let start = max(map.clauses[index].range.lowerBound, quantity.start - 2 * Self.reach)
        let end = min(cueEnd(quantity, map.clauses[clause].range, behind: quantity.end), quantity.end + 90)
        var offset = start
        // What has been read for the quantity before is not read again, save a word that its end may have cut.
        if unpaid.start == start { offset = min(max(start, text.border(unpaid.end - Self.longestGrant)), end) }
        if reader.words.grants.first(from: offset, in: text, before: end) != nil { return true }
        unpaid = (start, end)
        return false
    }

    /// Bytes of a word for a grant at most.
    private static let longestGrant = 60

    /// 已 before the quantity, 了 behind a verb.
    func isDone(_ quantity: QuantityReading, _ clause: Range<Int>) -> Bool {
        var offset = max(clause.lowerBound, quantity.start - 60)
        while offset < quantity.start, let place = TextBytes(text.bytes).first("已", in: offset..<quantity.start) {
            if reader.segmenter.isBoundary(place, in: text) { return true }
            offset = place + 1
        }
        return text.ends("了", at: quantity.start)
    }
}
