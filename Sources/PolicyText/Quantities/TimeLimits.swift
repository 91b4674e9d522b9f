/// A time limit in a passage, and how far it holds.
struct TimeLimit {
    enum Reach { case passage, sentence, clause }

    private var startOffset: Int32
    private var endOffset: Int32
    private var sentenceNumber: Int32
    private var baseOffset: Int32
    var time: TimeReading
    /// Whether it lies before the day of issue: what follows are results.
    var isPast: Bool
    var reach: Reach

    /// Where the words begin that belong to it, 到 and 在 included.
    var start: Int { Int(startOffset) }
    var end: Int { Int(endOffset) }
    var sentence: Int { Int(sentenceNumber) }
    /// Where the passage begins that it stands in.
    var base: Int { Int(baseOffset) }

    init(start: Int, end: Int, sentence: Int, time: TimeReading, base: Int, isPast: Bool, reach: Reach) {
        startOffset = Int32(truncatingIfNeeded: start)
        endOffset = Int32(truncatingIfNeeded: end)
        sentenceNumber = Int32(truncatingIfNeeded: sentence)
        baseOffset = Int32(truncatingIfNeeded: base)
        self.time = time
        self.isPast = isPast
        self.reach = reach
    }

    /// As the model has it, from the text of all passages.
    func deadline(in whole: ByteText) -> Deadline {
        Deadline(text: whole.squashed(base + time.start..<base + time.end), date: time.deadline)
    }
}

/// Finds the time limits among the times of a passage.
struct TimeLimitFinder {
    let text: ByteText
    let map: ClauseMap
    /// What ended before this day is past.
    let present: CivilDate?
    /// Where the text begins among all passages.
    let base: Int

    /// Where words that lead to a time begin, if any end at an offset.
    private func lead(endingAt offset: Int) -> Int? {
        switch text.scalar(before: offset).value {
        case "到", "在", "至", "止", "争", "取", "保", "计", "于", "自", "从", "时", "中", "并", "且", "上", "为", "以", "动", "现":
            text.start(any: Self.leads, endingAt: offset)
        default: nil
        }
    }

    private static let leads: [StaticString] = [
        "力争到", "争取到", "力争在", "争取在", "确保到", "确保在", "预计到", "计划到", "努力到", "截至", "截止", "截止到", "截至到", "力争", "争取",
        "确保", "预计", "到", "至", "在", "于", "自", "从", "同时", "其中", "并", "且", "原则上", "为", "以",
        "推动", "实现", "力争实现", "确保实现",
    ]

    func add(_ times: UnsafeBufferPointer<TimeReading>, to limits: Pile<TimeLimit>) {
        for time in times {
            if let limit = limit(time) { limits.append(limit) }
        }
    }

    @inline(__always)
    static func isPast(_ time: TimeReading, _ present: CivilDate?) -> Bool {
        guard let present else { return false }
        return time.last < present && (time.last.year < present.year || time.precision != .year)
    }

    private func limit(_ time: TimeReading) -> TimeLimit? {
        if let enclosure = map.enclosure(at: time.start), enclosure.range.lowerBound < time.start,
            enclosure.kind != .bracket
        {
            return nil
        }
        guard let index = map.clause(at: time.start) else { return nil }
        let clause = map.clauses[index]
        if isBaseline(time) { return nil }
        if isName(time) { return nil }
        let opening = opening(of: time, in: clause)
        let opens = opening <= clause.range.lowerBound
        guard opens || time.isBefore || time.isEnd || isMarked(time) || time.precision == .day else { return nil }
        let isPast =
            present == nil ? text.ends("以来", at: time.end) || isAsOf(time) : Self.isPast(time, present)
        if time.isSince, !isPast { return nil }
        let opensSentence =
            opens
            && (index == 0 || map.clauses[index - 1].sentence != clause.sentence
                || isBare(time, clause) && isIntroduced(index))
        return TimeLimit(
            start: opens ? opening : lead(endingAt: time.start) ?? time.start, end: time.end,
            sentence: clause.sentence, time: time, base: base, isPast: isPast,
            reach: opensSentence ? (clause.sentence == 0 ? .passage : .sentence) : .clause)
    }

    /// Whether the time is all that the clause holds.
    private func isBare(_ time: TimeReading, _ clause: ClauseMap.Clause) -> Bool {
        clause.range.upperBound - text.skipBlanks(time.end) <= 3
    }

    private static let introductions: [StaticString] = ["根据", "按照", "依据", "围绕", "结合", "对标", "为", "通过", "经"]

    /// Whether nothing before the clause in its sentence can have a value of its own: 根据《…规划》，|到2025年，….
    private func isIntroduced(_ index: Int) -> Bool {
        let first = map.firstClause(ofSentenceAt: index)
        let start = map.clauses[first].range.lowerBound
        if index - first == 1, text.after(any: Self.introductions, at: start) != nil { return true }
        let end = map.clauses[index].range.lowerBound
        guard end - start <= 300 else { return false }
        return !(start..<end).contains { text.bytes[$0] &- 0x30 < 10 }
    }

    /// 截至2020年底 reports, where nobody says what day it is.
    private func isAsOf(_ time: TimeReading) -> Bool {
        text.start(any: ["截至", "截止", "截止到", "截至到"], endingAt: text.skipBlanks(backFrom: time.start)) != nil
    }

    /// 较2020年, 比2015年末, 与上年相比, 在2020年基础上.
    private func isBaseline(_ time: TimeReading) -> Bool {
        switch text.scalar(at: time.end).value {
        case "的", "基": if text.after(any: ["基础上", "的基础上"], at: time.end) != nil { return true }
        default: break
        }
        switch text.scalar(before: text.skipBlanks(backFrom: time.start)).value {
        case "较", "比", "与", "以": return true
        default: return false
        }
    }

    private func isMarked(_ time: TimeReading) -> Bool {
        switch text.scalar(before: time.start).value {
        case "到", "至", "在", "于", "：", ":": true
        default: false
        }
    }

    /// 2035年远景目标纲要, 2021年中央一号文件: the year is part of a name.
    private func isName(_ time: TimeReading) -> Bool {
        guard !time.isBefore, !time.isEnd else { return false }
        switch text.scalar(at: time.end).value {
        case "远", "中", "工", "版", "规", "行", "第", "号", "以": break
        default: return false
        }
        return text.after(any: ["远景", "中央", "工作要点", "版", "规划", "行动计划", "第", "号", "以来"], at: time.end) != nil
            && !time.isRange
    }

    /// Where what leads to the time begins: at the start of the clause when nothing else stands before it.
    private func opening(of time: TimeReading, in clause: ClauseMap.Clause) -> Int {
        var offset = text.skipBlanks(backFrom: time.start)
        for _ in 0..<3 {
            guard offset > clause.range.lowerBound, let start = lead(endingAt: offset) else { break }
            offset = text.skipBlanks(backFrom: start)
        }
        // An opening bracket or a dash of a list.
        while offset > clause.range.lowerBound {
            let (scalar, length) = text.scalar(before: offset)
            guard Self.opensItem(scalar) || ByteText.isBlank(scalar) else { break }
            offset -= length
        }
        return max(offset, clause.range.lowerBound)
    }
}

extension TimeLimitFinder {
    private static func opensItem(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "（", "(", "—", "-", "–", "·", "•", "*", "●", "◆": true
        default: false
        }
    }
}

/// The limit in force at a place of a passage.
struct TimeLimits {
    let limits: UnsafeBufferPointer<TimeLimit>

    /// The nearest limit: before the place in its sentence, then what opened an earlier sentence, then behind it in its
    /// own sentence.
    func inForce(at offset: Int, sentence: Int) -> TimeLimit? {
        if limits.isEmpty { return nil }
        for limit in limits.reversed() where limit.start < offset {
            if limit.sentence == sentence || limit.reach != .clause { return limit }
        }
        return limits.first { $0.start >= offset && $0.sentence == sentence && !$0.isPast && $0.time.isExact }
    }

    /// What holds for items that the passage introduces.
    var last: TimeLimit? { limits.last { !$0.isPast } }
}
