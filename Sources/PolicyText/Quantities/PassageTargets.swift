/// A quantity of a passage with its role, and the target that it states.
struct QuantityFinding {
    var quantity: QuantityReading
    var role: Quantity.Role
    var target: TargetFinding?
}

/// A target in terms of the passage's bytes.
struct TargetFinding {
    var text: Range<Int>
    var indicator: String
    var scope: String?
    var measure: Target.Measure
    var relation: Target.Relation
    var value: TargetValue
    var unit: String
    var per: String?
    /// The limit of its own passage, or `nil`.
    var limit: TimeLimit?
    var baseline: String?
}

/// Decides for each quantity of a passage what it is for.
struct PassageTargets {
    let reader: ClauseReader
    let quantities: [QuantityReading]
    let limits: TimeLimits
    /// Whether the section tells of what has been reached.
    let tellsResults: Bool
    /// What the section or the passage before speaks of, for clauses without a noun phrase.
    let topic: String
    /// Whether a limit that lies ahead is handed down to the passage.
    let hasHandedLimit: Bool

    private(set) var findings: [QuantityFinding] = []
    /// Where the next item of the clause begins.
    private var floor = 0
    private var clause = -1
    /// The target before, for ellipsis within a sentence.
    private var carried: Carried?

    /// What the items of a list share.
    private struct Carried {
        var sentence: Int
        var clause: Int
        var indicator: String
        var measure: Target.Measure
        var per: String?
        var scope: String?
        /// Whether a verb governs the list: 新增企业2000家、高校20家.
        var hasVerb: Bool
    }

    /// Bytes of a noun phrase at most, before or behind its quantity.
    static let reach = 480

    init(
        reader: ClauseReader, quantities: [QuantityReading], limits: TimeLimits, tellsResults: Bool, topic: String,
        hasHandedLimit: Bool
    ) {
        self.reader = reader
        self.quantities = quantities
        self.limits = limits
        self.tellsResults = tellsResults
        self.topic = topic
        self.hasHandedLimit = hasHandedLimit
    }

    private var text: ByteText { reader.text }
    private var hasLimit: Bool { hasHandedLimit || limits.last != nil }

    mutating func run() {
        var index = 0
        while index < quantities.count {
            let end = groupEnd(from: index)
            let first = index
            index = end
            guard end - first > 1 else {
                read(first)
                continue
            }
            readGroup(first..<end)
        }
    }

    // MARK: Groups: 分别达到30%、20%和10%

    private func groupEnd(from first: Int) -> Int {
        var end = first + 1
        while end < quantities.count {
            let gap = text.skipBlanks(quantities[end - 1].end)..<quantities[end].start
            guard !gap.isEmpty, gap.count <= 6,
                text.after(any: ["、", "和", "及", "与", "以及"], at: gap.lowerBound) == gap.upperBound,
                quantities[end].family == quantities[first].family || !quantities[first].hasUnit
            else { break }
            end += 1
        }
        return end
    }

    private mutating func readGroup(_ group: Range<Int>) {
        let start = enter(quantities[group.lowerBound])
        let first = quantities[group.lowerBound]
        let before = floorFor(first, start)
        let binding = reader.binding(before: first.start, from: before)
        guard binding.isBound || binding.distribution != nil, let clause = start else {
            for index in group { read(index) }
            return
        }
        let last = quantities[group.upperBound - 1]
        if text.has("的", at: text.skipBlanks(last.end)) || isInThreshold(last, clause) {
            for index in group { append(quantities[index], .threshold) }
            return
        }
        let phrase = before..<binding.start
        let split = binding.distribution == nil ? distributed(in: phrase) : nil
        let dates = listedDates(before: first.start, clause)
        let members =
            dates.count == group.count
            ? [String](repeating: text.squashed(subject(phrase, split)), count: group.count)
            : IndicatorPhrase.members(of: subject(phrase, split), text, reader, count: group.count)
        for (position, index) in group.enumerated() {
            var quantity = quantities[index]
            if !quantity.hasUnit, let last = quantities[group].last(where: { $0.hasUnit }) {
                quantity.unitName = last.unit(in: text)
                quantity.family = last.family
            }
            let role = role(
                of: quantity, in: clause, hasPredicate: binding.hasPredicate,
                behind: quantities[group.upperBound - 1].end)
            guard role == .target, position < members.count else {
                append(quantity, role == .target ? .other : role)
                continue
            }
            let tail = split.map { text.squashed($0.upperBound..<binding.start) } ?? ""
            let region = reader.region(phrase, hasPredicate: true)
            var own = binding
            own.distribution = nil
            own.limit = dates.count == group.count ? dates[position] : nil
            add(
                quantity, own, region, indicator: members[position] + tail, clause,
                text: region.noun.lowerBound..<quantities[group.upperBound - 1].end)
        }
        floor = quantities[group.upperBound - 1].end
    }

    /// 分别 inside the phrase: 货物贸易、对外投资和实际利用外资分别占比.
    private func distributed(in phrase: Range<Int>) -> Range<Int>? {
        var offset = phrase.lowerBound
        while offset < phrase.upperBound {
            if let end = text.after("分别", at: offset), end <= phrase.upperBound { return offset..<end }
            offset += 1
        }
        return nil
    }

    /// 2025年、2030年，…分别达到: the dates that the values are listed for.
    private func listedDates(before offset: Int, _ clause: Int) -> [TimeLimit] {
        let sentence = reader.map.clauses[clause].sentence
        var dates: [TimeLimit] = []
        for time in reader.times.reversed() where time.end <= offset {
            guard let own = reader.map.clause(at: time.start), reader.map.clauses[own].sentence == sentence else {
                break
            }
            if let next = dates.first, text.after(any: ["、", "和", "到"], at: time.end) != next.start { break }
            dates.insert(
                TimeLimit(
                    start: time.start, end: time.end, sentence: sentence, date: time.deadline,
                    text: text.squashed(time.start..<time.end), isPast: false, reach: .clause), at: 0)
        }
        return dates.count > 1 ? dates : []
    }

    private func subject(_ phrase: Range<Int>, _ split: Range<Int>?) -> Range<Int> {
        let region = reader.region(phrase.lowerBound..<(split?.lowerBound ?? phrase.upperBound), hasPredicate: true)
        return region.noun
    }

    // MARK: One quantity

    /// Goes to the clause of a quantity, and returns it.
    private mutating func enter(_ quantity: QuantityReading) -> Int? {
        guard let index = reader.map.clause(at: quantity.start) else { return nil }
        if index != clause {
            clause = index
            floor = reader.map.clauses[index].range.lowerBound
        }
        return index
    }

    private func floorFor(_ quantity: QuantityReading, _ clause: Int?) -> Int {
        var start = max(floor, quantity.start - Self.reach)
        if let enclosure = reader.map.enclosure(at: quantity.start), enclosure.range.lowerBound >= start {
            start = enclosure.range.lowerBound + text.scalar(at: enclosure.range.lowerBound).length
        }
        while start < quantity.start, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        return start
    }

    /// Times and technical units that nothing binds measure nothing that is promised.
    private func isHopeless(_ quantity: QuantityReading, _ binding: Binding) -> Bool {
        guard !binding.isBound, quantity.bound != .within else { return false }
        switch quantity.family {
        case .time: return !isCountable(quantity, binding) && !isDone(quantity, reader.map.clauses[clause].range)
        case .technical: return quantity.bound == .none
        default: return !quantity.hasUnit && quantity.number.kind == .number
        }
    }

    /// The end of the bracket that holds a quantity.
    private func bracketEnd(_ quantity: QuantityReading) -> Int? {
        guard let enclosure = reader.map.enclosure(at: quantity.start), enclosure.kind == .bracket else { return nil }
        return enclosure.range.upperBound - text.scalar(before: enclosure.range.upperBound).length
    }

    private mutating func read(_ index: Int) {
        let quantity = quantities[index]
        guard let clause = enter(quantity) else { return append(quantity, .other) }
        if let role = fixedRole(quantity) { return append(quantity, role) }
        let before = floorFor(quantity, clause)
        var binding = reader.binding(before: quantity.start, from: before)
        govern(&binding, quantity)
        if isHopeless(quantity, binding) { return append(quantity, plainRole(quantity, clause)) }
        if text.has("翻", at: quantity.start) { (binding.isBound, binding.hasPredicate) = (true, true) }
        let region = reader.region(
            before..<binding.start, hasPredicate: binding.hasPredicate,
            hasObject: !reader.object(from: quantity.end, to: min(quantity.end + 6, text.count)).isEmpty)
        if binding.hasPredicate, binding.measure != nil, region.noun.isEmpty || region.opensWithAdjunct,
            text.has("的", at: text.skipBlanks(quantity.end)) || region.noun.isEmpty,
            !reader.object(from: quantity.end, to: min(quantity.end + 6, text.count)).isEmpty
        {
            // 增加不少于5天的带薪休假: the verb has its object behind the quantity.
            binding.hasPredicate = false
            binding.governs = true
        }
        if quantity.bound == .atLeast || quantity.bound == .atMost, index + 1 < quantities.count,
            quantities[index + 1].start == text.skipBlanks(quantity.end)
        {
            // 进出口额10亿元以上30家: a class of what is counted next.
            return append(quantity, .threshold)
        }
        let clauseEnd = min(
            reader.map.clauses[clause].range.upperBound, quantity.end + Self.reach, bracketEnd(quantity) ?? .max)
        let limit = objectLimit(after: index, before: clauseEnd)
        let object = reader.object(from: quantity.end, to: limit)
        let next = text.skipBlanks(quantity.end)
        let isAttribute = text.has("的", at: next)
        if isAttribute, let covered = covering(region, quantity, object, clause, binding) {
            return finish(quantity, binding, region, covered, clause)
        }
        if isAttribute, quantity.bound == .atLeast || quantity.bound == .atMost { return append(quantity, .threshold) }
        if isAttribute, !region.endsInVerb && !binding.governs || binding.hasPredicate {
            return append(quantity, .threshold)
        }
        if isInThreshold(quantity, clause) { return append(quantity, .threshold) }
        guard let statement = statement(quantity, binding, region, object, clause) else {
            // 1000万元以上企业: what is no target is part of the noun phrase that goes on.
            let isModifier = quantity.bound != .none && !object.isEmpty && quantity.family != .time
            return append(quantity, isModifier ? .threshold : plainRole(quantity, clause))
        }
        finish(quantity, binding, region, statement, clause)
    }

    /// Takes a statement for a target unless its words say otherwise.
    private mutating func finish(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ statement: Statement, _ clause: Int
    ) {
        var role = role(of: quantity, in: clause, hasPredicate: binding.hasPredicate, behind: statement.text.upperBound)
        if role == .target, namesPayment(region.noun), quantity.family == .money || quantity.family == .share {
            role = .incentive
        }
        // 其中 goes on with what the sentence tells.
        if role == .target, region.isPartOf, let last = findings.last, last.role != .target, last.role != .threshold,
            reader.map.clause(at: last.quantity.start).map({ reader.map.clauses[$0].sentence })
                == reader.map.clauses[clause].sentence
        {
            role = last.role
        }
        guard role == .target else {
            floor = max(floor, quantity.end)
            return append(quantity, role)
        }
        add(
            quantity, binding, region, indicator: statement.indicator, clause, text: statement.text,
            isVerbal: statement.isVerbal)
        floor = max(statement.text.upperBound, quantity.end)
    }

    /// 改造提升1个中心: a verb of rising whose object stands behind the number governs it.
    private func govern(_ binding: inout Binding, _ quantity: QuantityReading) {
        guard binding.measure != nil, quantity.family == .count, binding.baseline == nil,
            !reader.object(from: quantity.end, to: min(quantity.end + 6, text.count)).isEmpty,
            !text.has("的", at: text.skipBlanks(quantity.end))
        else { return }
        binding.hasPredicate = false
        binding.governs = true
        if !text.has("增", at: binding.verbStart), !text.has("新增", at: binding.verbStart),
            !text.has("减", at: binding.verbStart)
        {
            binding.measure = nil
        }
    }

    /// Where the noun phrase behind a quantity ends at the latest: before the next quantity that is joined by 和 or 、.
    private func objectLimit(after index: Int, before clauseEnd: Int) -> Int {
        var next = index + 1
        while next < quantities.count, quantities[next].start < clauseEnd, next < index + 8 {
            let other = quantities[next]
            if !text.has("的", at: text.skipBlanks(other.end)) {
                let binding = reader.binding(before: other.start, from: quantities[index].end)
                var stop = binding.start
                if let verb = reader.words.verbEndings.endingAt(stop, in: text, from: quantities[index].end) {
                    stop = verb.start
                }
                if text.start(any: ["和", "、", "及", "以及", "与", "并", "，"], endingAt: stop) != nil { return stop }
                if binding.hasPredicate { return stop }
            }
            next += 1
        }
        return clauseEnd
    }

    private struct Statement {
        var indicator: String
        var text: Range<Int>
        var isVerbal: Bool
    }

    /// 医共体覆盖全省80%以上的县.
    private func covering(
        _ region: ClauseRegion, _ quantity: QuantityReading, _ object: Range<Int>, _ clause: Int, _ binding: Binding
    ) -> Statement? {
        guard quantity.family == .share, !object.isEmpty, !region.noun.isEmpty || region.endsInVerb else { return nil }
        var end = text.skipBlanks(
            backFrom: region.verbRange.isEmpty ? region.noun.upperBound : region.verbRange.upperBound)
        if let start = text.start(any: ["全省", "全市", "全国", "全县", "全区", "全部"], endingAt: end) { end = start }
        guard text.ends("覆盖", at: end), end - 6 > region.noun.lowerBound else { return nil }
        return Statement(
            indicator: text.squashed(region.noun.lowerBound..<end) + text.squashed(object),
            text: region.noun.lowerBound..<object.upperBound, isVerbal: false)
    }

    /// Whether a phrase names what is paid or granted: 贷款最高额度, 补助标准.
    private func namesPayment(_ noun: Range<Int>) -> Bool {
        text.start(
            any: ["额度", "限额", "标准", "费率", "税率", "利率", "价格", "补贴", "补助", "奖金", "罚款", "保额"], endingAt: noun.upperBound)
            != nil
    }

    /// What the clause says to reach or to do, if it does.
    private func statement(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int
    ) -> Statement? {
        let noun = region.noun
        if !quantity.hasUnit, quantity.number.kind == .number {
            guard binding.isBound, quantity.number.low < 1900 || quantity.number.low > 2100 else { return nil }
        }
        let whole = (region.verbRange.isEmpty ? noun.lowerBound : min(region.verbRange.lowerBound, noun.lowerBound))
        if quantity.family == .share, text.ends("的", at: noun.upperBound), let indicator = shareOf(noun) {
            return Statement(indicator: indicator, text: noun.lowerBound..<quantity.end, isVerbal: false)
        }
        // V Q N: 完成10个以上重点产业
        if region.endsInVerb || binding.governs, !binding.hasPredicate, !object.isEmpty {
            guard !isTrivial(quantity, binding, region), isCountable(quantity, binding) else { return nil }
            let indicator = shared(object, quantity)
            return Statement(indicator: indicator, text: whole..<object.upperBound, isVerbal: true)
        }
        if quantity.family == .time, quantity.bound == .within, !binding.hasPredicate {
            return timeLimit(quantity, region, clause)
        }
        if binding.isBound
            || quantity.bound != .none && !region.endsInVerb && object.isEmpty && !noun.isEmpty
                && quantity.family != .time
        {
            guard object.isEmpty || !binding.hasPredicate || quantity.family == .share else { return nil }
            return bound(quantity, binding, region, object, clause)
        }
        // V N Q: 建设集聚区10个
        if region.verb != nil, object.isEmpty, quantity.family != .time || region.per != nil {
            guard !isTrivial(quantity, binding, region) else { return nil }
            return Statement(indicator: verbal(region, quantity), text: whole..<quantity.end, isVerbal: true)
        }
        return listItem(quantity, binding, region, object, clause)
    }

    /// N ≥ Q: with a predicate, or with 不少于 and its like.
    private func bound(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int
    ) -> Statement? {
        let noun = region.noun
        if noun.isEmpty, !region.verbRange.isEmpty {
            return Statement(
                indicator: object.isEmpty ? verbal(region, quantity) : text.squashed(object),
                text: region.verbRange.lowerBound..<max(object.upperBound, quantity.end), isVerbal: true)
        }
        if noun.isEmpty {
            // 不少于3人的…: nothing is measured; ellipsis needs a predicate or a list.
            guard object.isEmpty else {
                guard binding.relation == .atLeast, !binding.hasPredicate || quantity.family == .share else {
                    return nil
                }
                return Statement(
                    indicator: text.squashed(object), text: binding.start..<object.upperBound, isVerbal: false)
            }
            guard let subject = inherited(clause), !region.isPartOf || true else { return nil }
            return Statement(indicator: subject, text: binding.start..<quantity.end, isVerbal: false)
        }
        if !object.isEmpty, !binding.hasPredicate {
            // 至少1个24小时阅读点: a distributive subject stands before it.
            return Statement(
                indicator: text.squashed(object), text: noun.lowerBound..<object.upperBound, isVerbal: false)
        }
        let indicator = verbal(region, quantity)
        return Statement(
            indicator: parallel(indicator, clause), text: noun.lowerBound..<quantity.end, isVerbal: region.verb != nil)
    }

    /// 省级事项可办率不低于90%，市县级不低于70%: what the two share is said once.
    private func parallel(_ indicator: String, _ clause: Int) -> String {
        guard let carried, carried.sentence == reader.map.clauses[clause].sentence, indicator.hasSuffix("级"),
            indicator.utf8.count <= 18
        else { return indicator }
        let scalars = Array(carried.indicator.unicodeScalars)
        guard let level = scalars.firstIndex(of: "级"), level < 6, level + 1 < scalars.count else { return indicator }
        return indicator + String(String.UnicodeScalarView(scalars[(level + 1)...]))
    }

    /// Time is no object: 开放30周年庆祝大会; hours of teaching are.
    private func isCountable(_ quantity: QuantityReading, _ binding: Binding) -> Bool {
        if quantity.family == .time, binding.relation == .approx { return false }
        guard quantity.family == .time, !binding.isBound, !binding.governs else { return quantity.family != .technical }
        let unit = quantity.unit(in: text)
        return unit == "学时" || unit == "课时" || unit == "小时"
    }

    /// 派驻人员不少于医师总数的1/3: the share of one in the other.
    private func shareOf(_ noun: Range<Int>) -> String? {
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

    /// 3个工作日内办结: what is to happen within the time.
    private func timeLimit(_ quantity: QuantityReading, _ region: ClauseRegion, _ clause: Int) -> Statement? {
        guard quantity.number.isHan == false || quantity.number.low < 100, isShortTime(quantity) else { return nil }
        let end = reader.map.clauses[clause].range.upperBound
        let start = text.skipBlanks(quantity.end)
        guard start < end, !text.ends("的", at: end), !reader.holds("未", start..<end), !reader.holds("有效", start..<end)
        else {
            return nil
        }
        var action = start
        action = text.after(any: ["得到有效", "得到", "予以", "给予", "作出", "做出"], at: action) ?? action
        if action == start, let verb = reader.words.verbs.at(action, in: text, before: end), verb.end < end {
            action = verb.end
        }
        let stop = min(end, action + 120)
        let object = reader.object(from: action, to: stop)
        guard !object.isEmpty || action < stop else { return nil }
        var indicator = text.squashed(object.isEmpty ? start..<stop : object)
        if let patient = patient(region) ?? patientBefore(clause, region) { indicator = patient + indicator }
        return Statement(
            indicator: indicator,
            text: min(region.noun.lowerBound, quantity.start)..<max(object.upperBound, quantity.end), isVerbal: false)
    }

    private func isShortTime(_ quantity: QuantityReading) -> Bool {
        let unit = quantity.unit(in: text)
        return unit.hasSuffix("日") || unit.hasSuffix("天") || unit.hasSuffix("小时") || unit.hasSuffix("分钟") || unit == "h"
    }

    /// What the time limit is for, where the words before it name a thing rather than who acts or from when.
    private func patient(_ region: ClauseRegion) -> String? {
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
            offset += max(text.scalar(at: offset).length, 1)
        }
        if text.start(any: ClauseReader.agents, endingAt: end) != nil { return nil }
        if text.start(any: ["后", "起", "之日", "时", "前", "当日"], endingAt: end) != nil { return nil }
        if region.opensWithAdjunct { return nil }
        return text.squashed(noun.lowerBound..<end)
    }

    /// The noun phrase of the clause before, where this one has none: 易腐货物和快件，实行6小时内放行.
    private func patientBefore(_ clause: Int, _ region: ClauseRegion) -> String? {
        guard region.noun.isEmpty, clause > 0,
            reader.map.clauses[clause - 1].sentence == reader.map.clauses[clause].sentence
        else { return nil }
        let range = reader.map.clauses[clause - 1].range
        guard range.count <= 90, !quantities.contains(where: { range.contains($0.start) }) else { return nil }
        let before = reader.region(range, hasPredicate: false)
        guard before.verb == nil, !before.opensWithAdjunct, reader.isNominal(before.noun) else { return nil }
        return text.squashed(before.noun)
    }

    /// N Q behind a target of the same sentence, or behind a time limit.
    private func listItem(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int
    ) -> Statement? {
        let noun = region.noun
        let sentence = reader.map.clauses[clause].sentence
        let follows = carried.map { $0.sentence == sentence && $0.clause >= clause - 1 } ?? false
        if noun.isEmpty {
            // 100项…项目和200项…项目
            guard follows, carried?.hasVerb == true, !object.isEmpty, quantity.family != .time else {
                return share(quantity, object) ?? achieving(quantity, region, object, clause)
            }
            return Statement(indicator: text.squashed(object), text: quantity.start..<object.upperBound, isVerbal: true)
        }
        guard object.isEmpty else { return achieving(quantity, region, object, clause) }
        guard quantity.family != .time, quantity.family != .technical, quantity.hasUnit else { return nil }
        guard follows || limitOpens(quantity, clause) else { return nil }
        guard reader.isNominal(noun) else { return nil }
        return Statement(
            indicator: covered(text.squashed(noun), follows: follows), text: noun.lowerBound..<quantity.end,
            isVerbal: carried?.hasVerb ?? false)
    }

    /// 推送覆盖产业10个、企业2万家: the second item is covered, too.
    private func covered(_ item: String, follows: Bool) -> String {
        guard follows, let carried, !carried.hasVerb, carried.clause == clause else { return item }
        let scalars = Array(carried.indicator.unicodeScalars)
        guard let place = scalars.lastIndex(of: "盖"), place > 1, scalars[place - 1] == "覆", place + 1 < scalars.count
        else {
            return item
        }
        return String(String.UnicodeScalarView(scalars[...place])) + item
    }

    /// 80%以上地市建立保护机制: the share of those who are to do something.
    private func share(_ quantity: QuantityReading, _ object: Range<Int>) -> Statement? {
        guard quantity.family == .share, quantity.bound == .atLeast, !object.isEmpty,
            let clause = reader.map.clause(at: quantity.start)
        else { return nil }
        let end = min(reader.map.clauses[clause].range.upperBound, object.upperBound + 180)
        var rest = object.upperBound
        if let cut = reader.words.cuts.at(rest, in: text, before: end) { rest = cut.end }
        return Statement(
            indicator: text.squashed(object) + text.squashed(rest..<max(end, rest)),
            text: quantity.start..<max(end, rest), isVerbal: false)
    }

    /// 省市县各级100个高频事项实现“最多跑一次”: how many are to achieve something, where a limit is set.
    private func achieving(_ quantity: QuantityReading, _ region: ClauseRegion, _ object: Range<Int>, _ clause: Int)
        -> Statement?
    {
        guard quantity.family == .count, !quantity.number.isHan, !object.isEmpty, hasLimit,
            reader.map.clauses[clause].range.upperBound > object.upperBound,
            let verb = text.after(any: ["实现", "达到", "完成", "建成", "纳入", "接入", "上云"], at: object.upperBound)
        else { return nil }
        return Statement(
            indicator: text.squashed(object), text: min(region.noun.lowerBound, quantity.start)..<verb, isVerbal: false)
    }

    /// Whether the sentence of the clause opens with a time limit that lies ahead.
    private func limitOpens(_ quantity: QuantityReading, _ clause: Int) -> Bool {
        let sentence = reader.map.clauses[clause].sentence
        guard let limit = limits.inForce(at: quantity.start, sentence: sentence), !limit.isPast else { return false }
        return limit.sentence == sentence && limit.reach != .clause
    }

    // MARK: Indicators

    /// The noun phrase of a region whose quantity stands behind it; for times of doing, with the verb.
    private func verbal(_ region: ClauseRegion, _ quantity: QuantityReading) -> String {
        let noun = text.squashed(
            region.noun.lowerBound..<reader.trimmed(region.noun.upperBound, from: region.noun.lowerBound))
        guard region.endsInVerb else { return noun.isEmpty ? topic : noun }
        let unit = quantity.unit(in: text)
        if let light = text.start(any: ["接受", "参加", "进行", "开展"], endingAt: region.noun.upperBound),
            light >= region.noun.lowerBound
        {
            return text.squashed(region.verbRange)
        }
        let isFrequency = unit == "次" || unit == "场" || unit == "遍" || unit == "轮"
        if isFrequency || noun.isEmpty && region.verb == .cover {
            let verb = text.squashed(region.verbRange)
            return noun.isEmpty && Self.isLight(verb) ? topic : noun + verb
        }
        if noun.isEmpty { return carried?.indicator ?? (topic.isEmpty ? text.squashed(region.verbRange) : topic) }
        return noun
    }

    private static func isLight(_ verb: String) -> Bool {
        ["开展", "进行", "组织", "完成", "举办", "召开", "组织开展"].contains(verb)
    }

    /// The object, with the head that it shares with the next one: 10个重点产业和20个重点领域的专利导航.
    private func shared(_ object: Range<Int>, _ quantity: QuantityReading) -> String {
        let own = text.squashed(object)
        guard !reader.holds("的", object) else { return own }
        var offset = object.upperBound
        guard let joined = text.after(any: ["和", "及", "与", "、"], at: offset) else { return own }
        offset = joined
        guard let next = quantities.first(where: { $0.start == text.skipBlanks(offset) }),
            let clause = reader.map.clause(at: next.start)
        else { return own }
        let other = reader.object(
            from: next.end, to: min(reader.map.clauses[clause].range.upperBound, next.end + Self.reach))
        var place = other.lowerBound
        while place < other.upperBound {
            if text.has("的", at: place), other.upperBound - place > 6 {
                return own + text.squashed(place..<other.upperBound)
            }
            place += 1
        }
        return own
    }

    private func inherited(_ clause: Int) -> String? {
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

    // MARK: Roles

    /// Roles that follow from the place alone.
    private func fixedRole(_ quantity: QuantityReading) -> Quantity.Role? {
        if let enclosure = reader.map.enclosure(at: quantity.start), enclosure.range.lowerBound < quantity.start {
            switch enclosure.kind {
            case .quotation: return .parameter
            case .title: return .other
            case .bracket:
                // （其中：工业企业2800户）
                let inner = enclosure.range.lowerBound + text.scalar(at: enclosure.range.lowerBound).length
                guard text.after(any: ["其中", "含", "包括"], at: inner) != nil else { return .other }
            }
        }
        let before = text.skipBlanks(backFrom: quantity.start)
        if text.start(
            any: ["等", "这", "以下", "上述", "下列", "如下", "该", "前", "此", "任", "某", "另", "同", "每", "上", "另外"], endingAt: before
        ) != nil {
            return .other
        }
        if quantity.family == .count, Self.isLevel(quantity, text) { return .other }
        // 十一届八次全会
        if text.ends("届", at: before) || text.after(any: ["全会", "会议精神", "集体学习"], at: quantity.unitEnd) != nil {
            return .other
        }
        return nil
    }

    private static let levels: Set<String> = ["方面", "级", "层", "章", "步", "点", "环", "代"]
    private static let hanLevels: Set<String> = [
        "类", "市", "县", "省", "部", "条", "种", "案", "块", "张", "本", "头", "口", "对", "套", "股", "片",
    ]

    private static func isLevel(_ quantity: QuantityReading, _ text: ByteText) -> Bool {
        let unit = quantity.unit(in: text)
        return levels.contains(unit) || quantity.number.isHan && hanLevels.contains(unit)
    }

    /// One of something written 一个, 一名: a number only where the clause counts.
    private func isTrivial(_ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion) -> Bool {
        guard quantity.number.isHan, quantity.number.low <= 10, quantity.family == .count else { return false }
        // 一个, 五项 count what follows in the document; 两次, 三场, 五所 count what is to be done.
        if quantity.number.low > 1, !["个", "项", "条", "份", "张", "种", "对", "套"].contains(quantity.unit(in: text)) {
            return false
        }
        return binding.relation != .atLeast && binding.per == nil && region.per == nil && !isDistributive(quantity)
    }

    private func isDistributive(_ quantity: QuantityReading) -> Bool {
        guard let clause = reader.map.clause(at: quantity.start) else { return false }
        let start = reader.map.clauses[clause].range.lowerBound
        return text.has("各", at: start) || reader.holds("每", start..<quantity.start)
    }

    /// Whether the clause says for whom or what something holds: 对年授权10件以上的企业, 投资100万元以上的企业，按….
    private func isInThreshold(_ quantity: QuantityReading, _ clause: Int) -> Bool {
        let range = reader.map.clauses[clause].range
        var start = range.lowerBound
        for limit in reader.limits where limit.start <= start && limit.end > start { start = limit.end }
        let end = min(range.upperBound, quantity.end + Self.reach)
        if text.has("凡", at: start) || text.ends("的", at: range.upperBound) {
            return !reader.holds("目的", quantity.end..<end)
        }
        guard text.has("对", at: start), !text.has("对于", at: start) else { return false }
        // 对…增加不少于5天的带薪休假: a verb between them takes the quantity out of the phrase.
        return reader.holds("的", quantity.end..<end) && !text.has("的", at: quantity.end)
    }

    /// The role of what is no target by its grammar.
    private func plainRole(_ quantity: QuantityReading, _ clause: Int) -> Quantity.Role {
        let role = role(of: quantity, in: clause, hasPredicate: false, behind: quantity.end)
        if role != .target { return role }
        return quantity.family == .technical || quantity.family == .time || quantity.family == .data
            ? .parameter : .other
    }

    /// The role by the words around it: a target where nothing speaks against it.
    private func role(of quantity: QuantityReading, in clause: Int, hasPredicate: Bool, behind end: Int)
        -> Quantity.Role
    {
        let map = reader.map
        let sentence = map.clauses[clause].sentence
        if let limit = limits.inForce(at: quantity.start, sentence: sentence) {
            if limit.isPast { return .result }
        } else if tellsResults {
            return .result
        }
        let range = map.clauses[clause].range
        if quantity.family == .money || quantity.family == .share, isPaid(quantity, clause, hasPredicate) {
            return .incentive
        }
        var offset = max(range.lowerBound, quantity.start - Self.reach)
        let stop = cueEnd(quantity, range, behind: end)
        while offset < stop {
            defer { offset += max(text.scalar(at: offset).length, 1) }
            guard let cue = reader.words.cues.at(offset, in: text, before: stop) else { continue }
            switch cue.category {
            case .result where offset < quantity.start: return .result
            case .parameter where offset < quantity.start: return .parameter
            case .incentive:
                let isGoverning = text.has("给予", at: offset) || offset >= quantity.end
                if quantity.family == .count, !isGoverning { continue }
                if hasPredicate, !isGoverning { continue }
                if quantity.family == .time { continue }
                return .incentive
            default: break
            }
        }
        let opening = max(range.lowerBound, quantity.start - Self.reach)..<quantity.start
        if text.after(any: ["按", "以"], at: range.lowerBound) != nil || reader.holds("按照", opening),
            quantity.family == .share || quantity.family == .money,
            !text.has("按期", at: range.lowerBound), !text.has("按时", at: range.lowerBound)
        {
            return .parameter
        }
        if isDone(quantity, range) { return .result }
        return .target
    }

    /// How far words behind a quantity speak of it: not into the next item of its list.
    private func cueEnd(_ quantity: QuantityReading, _ clause: Range<Int>, behind end: Int) -> Int {
        let next = text.skipBlanks(quantity.end)
        if text.after(any: ["、", "和", "及"], at: next) != nil { return max(quantity.end, end) }
        let following = quantities.first { $0.start >= quantity.end }?.start ?? clause.upperBound
        return min(clause.upperBound, max(following, end), quantity.end + Self.reach)
    }

    /// Whether the sentence grants or charges something, up to the quantity: 给予补贴，单户不超过5万元.
    private func isPaid(_ quantity: QuantityReading, _ clause: Int, _ hasPredicate: Bool) -> Bool {
        let map = reader.map
        var index = clause
        while index > 0, map.clauses[index - 1].sentence == map.clauses[clause].sentence, clause - index < 6 {
            index -= 1
        }
        let start = max(map.clauses[index].range.lowerBound, quantity.start - 2 * Self.reach)
        let end = min(cueEnd(quantity, map.clauses[clause].range, behind: quantity.end), quantity.end + 90)
        var offset = start
        while offset < end {
            if reader.words.grants.at(offset, in: text, before: end) != nil { return true }
            offset += max(text.scalar(at: offset).length, 1)
        }
        return false
    }

    /// 已 before the quantity, 了 behind a verb.
    private func isDone(_ quantity: QuantityReading, _ clause: Range<Int>) -> Bool {
        var offset = max(clause.lowerBound, quantity.start - 60)
        while offset < quantity.start {
            if text.bytes[offset] == 0xE5, text.has("已", at: offset), reader.segmenter.isBoundary(offset, in: text) {
                return true
            }
            offset += 1
        }
        return text.ends("了", at: quantity.start)
    }

    // MARK: Results

    private mutating func append(_ quantity: QuantityReading, _ role: Quantity.Role) {
        findings.append(QuantityFinding(quantity: quantity, role: role, target: nil))
    }

    private mutating func add(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, indicator: String, _ clause: Int,
        text range: Range<Int>, isVerbal: Bool = false
    ) {
        guard !indicator.isEmpty else { return append(quantity, .other) }
        let sentence = reader.map.clauses[clause].sentence
        let follows = carried.map { $0.sentence == sentence } ?? false
        var measure = binding.measure ?? .level
        if binding.measure == nil {
            switch region.verb {
            case .verbIncrease: measure = .increase
            case .verbDecrease: measure = .decrease
            case nil where follows && !binding.hasPredicate && !region.endsInVerb:
                measure = carried.map { $0.hasVerb ? $0.measure : .level } ?? .level
            default: break
            }
        }
        var binding = binding
        if binding.relation == nil || binding.relation == .reach,
            reader.holds("至少", max(reader.map.clauses[clause].range.lowerBound, quantity.start - 90)..<quantity.start)
        {
            binding.relation = .atLeast
        }
        if binding.relation == nil, text.ends("的", at: text.skipBlanks(backFrom: quantity.start)) {
            binding.relation = inner(min(range.lowerBound, quantity.start)..<quantity.start)
        }
        let isList = follows && carried?.hasVerb == true && region.verb == nil && !binding.isBound
        let isMultiple =
            quantity.unitName == "倍" && quantity.start == quantity.number.start && text.has("翻", at: quantity.start)
        if isMultiple { measure = .level }
        let per =
            binding.per ?? region.per ?? self.per(before: quantity, clause, range.lowerBound) ?? ownPer(
                min(range.lowerBound, quantity.start)..<quantity.start) ?? (isList ? carried?.per : nil)
        let members = binding.distribution == nil ? [indicator] : distributedNames(indicator, region, binding)
        for name in members {
            findings.append(
                QuantityFinding(
                    quantity: quantity, role: .target,
                    target: TargetFinding(
                        text: min(range.lowerBound, quantity.start)..<max(range.upperBound, quantity.end),
                        indicator: name,
                        scope: region.scope ?? (isList ? carried?.scope : nil), measure: measure,
                        relation: relation(quantity, binding), value: quantity.value, unit: quantity.unit(in: text),
                        per: per,
                        limit: binding.limit ?? limits.inForce(at: quantity.start, sentence: sentence),
                        baseline: binding.baseline.map { text.squashed($0) })))
        }
        carried = Carried(
            sentence: sentence, clause: clause, indicator: indicator, measure: measure, per: per, scope: region.scope,
            hasVerb: isVerbal || isList)
    }

    /// 示范农场和示范社分别达到10000家: one value for each.
    private func distributedNames(_ indicator: String, _ region: ClauseRegion, _ binding: Binding) -> [String] {
        let members = IndicatorPhrase.members(of: region.noun, text, reader, count: 0)
        return members.count > 1 ? members : [indicator]
    }

    /// 电子书年更新2000册: 年 as a word, unless it belongs to a quantity of its own.
    private func ownPer(_ range: Range<Int>) -> String? {
        guard !quantities.contains(where: { range.contains($0.start) }) else { return nil }
        return per(in: text.squashed(range))
    }

    /// What 不低于 further to the left says: 比例不低于余额的20%.
    private func inner(_ range: Range<Int>) -> Target.Relation? {
        var end = range.upperBound
        while end > range.lowerBound {
            switch reader.words.binders.endingAt(end, in: text, from: range.lowerBound)?.category {
            case .atLeast: return .atLeast
            case .atMost: return .atMost
            case .exceed: return .exceed
            default: end -= max(text.scalar(before: end).length, 1)
            }
        }
        return nil
    }

    /// 每年, 每季度, 每5年 anywhere in the clause before the quantity.
    private func per(before quantity: QuantityReading, _ clause: Int, _ start: Int) -> String? {
        let range = reader.map.clauses[clause].range
        var offset = max(range.lowerBound, min(start, quantity.start) - 90)
        while offset < quantity.start {
            let length = max(text.scalar(at: offset).length, 1)
            if let found = reader.words.openers.at(offset, in: text, before: quantity.start),
                let per = found.category.per
            {
                return per
            }
            if text.has("每", at: offset), let other = quantities.first(where: { $0.start == offset + 3 }),
                other.family == .time,
                other.unit(in: text) == "年", let count = Int(exactly: other.number.low)
            {
                return "\(count)-year"
            }
            offset += length
        }
        return nil
    }

    /// 年授权量, 年度交易额: a rate by the indicator's own name.
    private func per(in indicator: String) -> String? {
        if indicator.hasPrefix("日均") || indicator.holds("日处理") { return "day" }
        if indicator.hasPrefix("月均") { return "month" }
        return indicator.holds("年") && !indicator.holds("的") && IndicatorName.isYearly(indicator, reader.segmenter)
            ? "year" : nil
    }

    private func relation(_ quantity: QuantityReading, _ binding: Binding) -> Target.Relation {
        if case .between = quantity.value { return .range }
        let own = quantity.relation
        guard let relation = binding.relation, relation != .reach else { return own }
        // 达到75%以上, 增长10%以上: what stands behind says more.
        return own == .reach || relation != .approx ? relation : own
    }
}
