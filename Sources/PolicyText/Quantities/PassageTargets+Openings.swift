/// What the sentence, by its opening or its end, says of all its quantities.
extension PassageTargets {
    /// What the first words of a sentence say of all its quantities: 目前 and 近年来 report up to a limit that lies ahead,
    /// 据测算 foretells, 申报企业 is whom conditions are for.
    func roleByOpening(_ quantity: QuantityReading, _ clause: Int) -> Quantity.Role? {
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
    static let conditionClauses = 6

    static let consequences: [StaticString] = ["可", "予以", "给予", "不予", "按", "享受", "视为", "方可", "须", "应"]

    /// 净资产5000万元以上，负债率不超过60%，纳税额100万元以上的，|可申请: a clause before the one whose 的 ends the condition.
    func isListedCondition(_ clause: Int) -> Bool {
        let sentence = reader.map.clauses[clause].sentence
        if condition.sentence != sentence { condition = (sentence, conditionEnd(clause)) }
        guard condition.clause > clause, condition.clause - clause <= Self.conditionClauses else { return false }
        return (clause + 1...condition.clause).allSatisfy { index in
            let range = reader.map.clauses[index].range
            return quantities.contains { range.contains($0.start) }
        }
    }

    /// The clause of a sentence whose 的 ends a condition, before what follows from it; -1 where none does.
    private func conditionEnd(_ clause: Int) -> Int {
        let clauses = reader.map.clauses
        var index = clause
        while index + 1 < clauses.count, clauses[index + 1].sentence == clauses[clause].sentence {
            defer { index += 1 }
            let range = clauses[index].range
            guard text.ends("的", at: range.upperBound),
                text.after(any: Self.consequences, at: clauses[index + 1].range.lowerBound) != nil
            else { continue }
            // 对完成…的，给予奖励: whom the clauses before do not speak of.
            switch text.scalar(at: range.lowerBound).value {
            case "对", "凡", "如", "若", "未", "经": return -1
            default: return index
            }
        }
        return -1
    }

    /// Bytes from the opening of a definition to its 指 at most.
    static let longestTerm = 90

    /// 大型养殖场指生猪养殖量达到5000头以上…: a definition, whose numbers are conditions.
    func isDefined(_ quantity: QuantityReading, _ clause: Int) -> Bool {
        let sentence = reader.map.clauses[clause].sentence
        if definition.sentence != sentence { definition = (sentence, definitionPlace(clause)) }
        return definition.place >= 0 && definition.place < quantity.start
    }

    /// Where 指 stands that opens the text of a definition; -1 for a sentence that is none.
    func definitionPlace(_ clause: Int) -> Int {
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

    static let forecasts: [StaticString] = ["据测算", "经测算", "据预测", "经预测", "根据预测", "根据上述预测", "据估算", "据初步测算"]
    static let applicants: [StaticString] = [
        "申报企业", "申报单位", "申报项目", "申报主体", "申报对象", "申请企业", "申请单位", "申请人", "申请项目", "参评企业", "参评单位", "投标人", "报名人员",
    ]
    static let reports: [StaticString] = ["目前", "当前", "现有", "现共有", "现已", "近年来", "近几年", "近两年", "近三年"]

    static let comparisons: [StaticString] = ["同比", "环比", "较上年", "比上年", "较去年", "比去年"]
    static let intentions: [StaticString] = ["力争", "确保", "目标", "计划", "预计", "争取"]

    /// Whether the next clause compares with the year before: …实现1200亿元，同比增长6.5% reports.
    func isCompared(_ clause: Int) -> Bool {
        let clauses = reader.map.clauses
        guard clause + 1 < clauses.count, clauses[clause + 1].sentence == clauses[clause].sentence,
            opensComparison(clauses[clause + 1].range.lowerBound)
        else { return false }
        return reports(clause)
    }

    func opensComparison(_ offset: Int) -> Bool {
        switch text.scalar(at: offset).value {
        case "同", "环", "较", "比": text.after(any: Self.comparisons, at: offset) != nil
        default: false
        }
    }

    /// Whether neither a clause nor the comparison behind it says that its value is aimed at.
    @inline(never)
    func reports(_ clause: Int) -> Bool {
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
}
