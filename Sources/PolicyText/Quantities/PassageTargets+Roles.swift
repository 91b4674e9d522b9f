/// What speaks against a target.
extension PassageTargets {
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
