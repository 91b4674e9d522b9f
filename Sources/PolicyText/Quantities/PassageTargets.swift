/// A quantity of a passage with its role, and the target that it states.
struct QuantityFinding {
    var quantity: QuantityReading
    var role: Quantity.Role
    /// Whether nobody has asked yet what the words around it make of it: it is a bare number, which is not listed.
    var isOpen = false
}

/// A target in terms of the passage's bytes.
struct TargetFinding {
    /// Tells its value and unit.
    var quantity: QuantityReading
    var text: Range<Int>
    var indicator: String
    var scope: String?
    var measure: Target.Measure
    var relation: Target.Relation
    var per: String?
    /// The limit of its own passage, or `nil`.
    var limit: TimeLimit?
    var baseline: Range<Int>?
}

/// Decides for each quantity of a passage what it is for.
///
/// A class that is made once a document: its rules are asked for each quantity, and a structure of this size would be copied
/// for most of them.
final class PassageTargets {
    let reader: ClauseReader
    let units: UnitTable
    let findings: Pile<QuantityFinding>
    let targets: Pile<TargetFinding>
    /// Whether the document or its title says what is past.
    let knowsPresent: Bool

    // One finder asks, and nothing is handed out by reference: the checks for overlapping access found nothing.
    @exclusivity(unchecked) private(set) var quantities = UnsafeBufferPointer<QuantityReading>(start: nil, count: 0)
    @exclusivity(unchecked) private(set) var limits: TimeLimits
    /// What is known of the passage before it is read.
    @exclusivity(unchecked) private(set) var setting: Setting

    /// Where the next item of the clause begins.
    @exclusivity(unchecked) var floor = 0
    @exclusivity(unchecked) var clause = -1
    /// The target before, for ellipsis within a sentence.
    @exclusivity(unchecked) var carried: Carried?

    /// The sentence that was asked last for a condition, and the clause that ends it.
    @exclusivity(unchecked) var condition = (sentence: -1, clause: -1)

    /// The sentence that was asked last whether it defines a term, and where its text begins.
    @exclusivity(unchecked) var definition = (sentence: -1, place: -1)

    /// Where the quantity stands whose places have been counted before it: 新建10个镇卫生院病房|200间.
    @exclusivity(unchecked) var located = -1

    /// Where the attributes end that stand in the object of the target before: 10家|年收入超过10亿元、有竞争力的|企业.
    @exclusivity(unchecked) var attributeEnd = -1

    /// What has been searched for words of a grant last, without finding one.
    @exclusivity(unchecked) var unpaid = (start: -1, end: -1)
    /// The role of the quantity that ``settledRole(of:in:)`` was asked for last.
    @exclusivity(unchecked) var settled = (start: -1, family: UnitFamily?.none, role: Quantity.Role?.none)
    @exclusivity(unchecked) private var knownTopic: String?

    /// What the structure around a passage says of its quantities.
    struct Setting {
        /// What the section's heading says that its quantities are for, such as results or conditions.
        var sectionRole: Quantity.Role?
        /// The heading of the section, empty where it tells no topic.
        var heading: ByteText
        /// Whether a limit that lies ahead is handed down to the passage.
        var hasHandedLimit = false
    }

    /// What the items of a list share.
    struct Carried {
        var sentence: Int
        var clause: Int
        var indicator: String
        var measure: Target.Measure
        var family: UnitFamily?
        var per: String?
        var scope: String?
        /// Whether a verb governs the list: 新增企业2000家、高校20家.
        var hasVerb: Bool
    }

    /// Bytes of a noun phrase at most, before or behind its quantity.
    static let reach = 480

    init(
        reader: ClauseReader, units: UnitTable, knowsPresent: Bool, findings: Pile<QuantityFinding>,
        targets: Pile<TargetFinding>
    ) {
        self.reader = reader
        self.units = units
        self.knowsPresent = knowsPresent
        self.findings = findings
        self.targets = targets
        limits = TimeLimits(limits: reader.limits)
        setting = Setting(heading: reader.text)
    }

    var text: ByteText { reader.text }
    var sectionRole: Quantity.Role? { setting.sectionRole }
    var heading: ByteText { setting.heading }
    var hasLimit: Bool { setting.hasHandedLimit || limits.last != nil }

    /// What the section or the passage before speaks of, for clauses without a noun phrase.
    var topic: String {
        if let knownTopic { return knownTopic }
        let topic = makeTopic()
        knownTopic = topic
        return topic
    }

    /// Reads the quantities of the passage that the reader is at.
    func run(_ quantities: UnsafeBufferPointer<QuantityReading>, _ setting: Setting) {
        self.quantities = quantities
        self.setting = setting
        limits = TimeLimits(limits: reader.limits)
        (floor, clause, attributeEnd) = (0, -1, -1)
        (carried, knownTopic) = (nil, nil)
        unpaid = (-1, -1)
        settled = (-1, nil, nil)
        (definition, condition, located) = ((-1, -1), (-1, -1), -1)
        run()
    }

    private func run() {
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

    // MARK: One quantity

    /// Goes to the clause of a quantity, and returns it.
    func enter(_ quantity: QuantityReading) -> Int? {
        guard let index = reader.map.clause(at: quantity.start) else { return nil }
        if index != clause {
            clause = index
            floor = reader.map.clauses[index].range.lowerBound
        }
        return index
    }

    func floorFor(_ quantity: QuantityReading, in enclosure: ClauseMap.Enclosure?) -> Int {
        var start = max(floor, quantity.start - Self.reach)
        if let enclosure, enclosure.range.lowerBound >= start {
            start = enclosure.range.lowerBound + text.scalar(at: enclosure.range.lowerBound).length
        }
        while start < quantity.start, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        // The object of the quantity before may hold this one: 不少于5%翻一番）.
        return min(start, quantity.start)
    }

    /// Times and technical units that nothing binds measure nothing that is promised.
    func isHopeless(_ quantity: QuantityReading, _ binding: Binding) -> Bool {
        guard !binding.isBound || binding.relation == .approx && quantity.family == .time, quantity.bound != .within
        else {
            return false
        }
        switch quantity.family {
        case .time where followsPast(quantity.start): return true
        // 24小时服务: all day long.
        case .time
        where !binding.isBound && quantity.number.low == 24 && quantity.isUnit(anyOf: ["小时"], in: text, units):
            return true
        case .time where answers(quantity) != nil: return false
        case .time: return !isCountable(quantity, binding) && !isDone(quantity, reader.map.clauses[clause].range)
        case .technical: return quantity.bound == .none
        default:
            return !quantity.hasUnit && quantity.number.kind == .number
                && !countsPeople(quantity, text.skipBlanks(quantity.end))
        }
    }

    private func followsPast(_ offset: Int) -> Bool {
        let end = text.skipBlanks(backFrom: offset)
        return text.ends("近", at: end) || text.ends("过去", at: end)
    }

    static let payments: [StaticString] = [
        "罚款", "罚金", "补贴", "补助", "奖励", "奖金", "资助", "奖补", "标准", "一次性", "违约金", "补偿", "经费补助", "资金补助", "资金支持",
    ]

    /// Where a bracket ends inside.
    func bracketEnd(_ enclosure: ClauseMap.Enclosure?) -> Int? {
        guard let enclosure, enclosure.kind == .bracket else { return nil }
        return enclosure.range.upperBound - text.scalar(before: enclosure.range.upperBound).length
    }

    func read(_ index: Int) {
        let quantity = quantities[index]
        guard let clause = enter(quantity) else { return append(quantity, .other) }
        if quantity.start < attributeEnd { return append(quantity, .threshold) }
        let enclosure = reader.map.enclosure(at: quantity.start)
        if let role = fixedRole(quantity, in: enclosure) ?? roleByPlace(index, clause) { return append(quantity, role) }
        let before = floorFor(quantity, in: enclosure)
        var binding = reader.binding(before: quantity.start, from: before)
        let behind = reader.behindAside(text.skipBlanks(quantity.end), text.count)
        let hasObject = reader.objectStart(from: behind, to: min(behind + 6, text.count)).isObject
        if hasObject {
            govern(&binding, quantity)
            governAlone(&binding, quantity)
            governPeople(&binding, quantity, behind)
        }
        governTime(&binding, quantity)
        if hasObject, sizesCounted(index, behind) {
            return append(quantity, quantity.bound == .none && !binding.isBound ? .parameter : .threshold)
        }
        if hasObject, placesCounted(index, behind) {
            located = quantities[index + 1].start
            return append(quantity, .other)
        }
        if binding.isBound, describesCounted(index) { return append(quantity, .threshold) }
        if isHopeless(quantity, binding) || isBaseline(index) { return appendPlain(quantity, clause) }
        // What is no share in a condition states nothing, whatever its clause holds.
        let isConditional = isInThreshold(quantity, clause)
        if isConditional, quantity.family != .share { return append(quantity, attributeRole(quantity)) }
        stateOutcome(quantity, &binding)
        settleRise(&binding)
        let origin = baseline(before: index, binding, from: before)
        if let origin { binding.baseline = origin.value }
        var region = reader.region(
            before..<(origin?.start ?? binding.start), hasPredicate: binding.hasPredicate, hasObject: hasObject)
        if located == quantity.start { leavePlaces(index, hasObject, &region) }
        if binding.hasPredicate, binding.measure != nil, region.noun.isEmpty || region.opensWithAdjunct,
            text.has("的", at: text.skipBlanks(quantity.end)) || region.noun.isEmpty, hasObject
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
            reader.map.clauses[clause].range.upperBound, text.border(quantity.end + Self.reach),
            bracketEnd(enclosure) ?? .max)
        let limit = objectLimit(after: index, before: clauseEnd)
        let object = reader.object(from: quantity.end, to: limit)
        let isAttribute = text.has("的", at: text.skipBlanks(quantity.end))
        if isAttribute, let covered = covering(region, quantity, object, clause, binding) {
            return finish(quantity, binding, region, covered, clause)
        }
        if isAttribute, !isConditional, let those = shareOfThose(region, quantity, object, clause) {
            return finish(quantity, binding, region, those, clause)
        }
        if isAttribute, attributeRole(quantity) == .incentive { return append(quantity, .incentive) }
        if isAttribute, quantity.bound == .atLeast || quantity.bound == .atMost, !countsThings(index, region, clause) {
            return append(quantity, .threshold)
        }
        if isAttribute, !region.endsInVerb && !binding.governs || binding.hasPredicate {
            return append(quantity, .threshold)
        }
        if isConditional { return append(quantity, .threshold) }
        if index + 1 < quantities.count, object.contains(quantities[index + 1].start),
            isInAttribute(index + 1, before: clauseEnd)
        {
            attributeEnd = object.upperBound
        }
        guard let statement = statement(quantity, binding, region, object, clause) else {
            // 1000万元以上企业: what is no target is part of the noun phrase that goes on.
            let isModifier = quantity.bound != .none && !object.isEmpty && quantity.family != .time
            return isModifier ? append(quantity, .threshold) : appendPlain(quantity, clause)
        }
        finish(quantity, binding, region, statement, clause)
    }

    /// Takes a statement for a target unless its words say otherwise.
    func finish(
        _ quantity: QuantityReading, _ binding: Binding, _ region: ClauseRegion, _ statement: Statement, _ clause: Int
    ) {
        var role = role(of: quantity, in: clause, hasPredicate: binding.hasPredicate, behind: statement.text.upperBound)
        if role == .target, namesParameter(region.noun, quantity) { role = .parameter }
        if role == .target, namesPayment(region.noun), Self.mayBePaid(quantity.family) {
            role = .incentive
        }
        // 其中 goes on with what the sentence tells.
        if role == .target, region.isPartOf, let told = roleTold(before: clause) { role = told }
        guard role == .target else {
            floor = max(floor, quantity.end)
            return append(quantity, role)
        }
        add(
            quantity, binding, region, indicator: statement.indicator, clause, text: statement.text,
            isVerbal: statement.isVerbal)
        floor = max(statement.text.upperBound, quantity.end)
    }

    /// What the finding before is for, where it stands in the sentence of a clause and is neither target nor threshold.
    private func roleTold(before clause: Int) -> Quantity.Role? {
        // 其中学前三年入园率: the years of a school are no result of theirs, and a bare number tells nothing.
        guard
            let last = findings.values.last(where: {
                $0.quantity.family != .time && ($0.quantity.hasUnit || $0.quantity.family != nil)
            }), let own = reader.map.clause(at: last.quantity.start),
            reader.map.clauses[own].sentence == reader.map.clauses[clause].sentence
        else { return nil }
        let role = last.isOpen ? plainRole(last.quantity, own) : last.role
        return role == .target || role == .threshold ? nil : role
    }

    /// Money, a share, or 元/年.
    private static func mayBePaid(_ family: UnitFamily?) -> Bool {
        family == .money || family == .share || family == .rate
    }

    /// Where the noun phrase behind a quantity ends at the latest: before the next quantity that is joined by 和 or 、.
    func objectLimit(after index: Int, before clauseEnd: Int) -> Int {
        var next = index + 1
        while next < quantities.count, quantities[next].start < clauseEnd, next < index + 8 {
            let other = quantities[next]
            // 100%的行政村通硬化路、|100%的行政村通客车
            if other.family == .share,
                let stop = text.start(any: ["、", "，"], endingAt: text.skipBlanks(backFrom: other.start))
            {
                return stop
            }
            // 6座水库加固|及大坑等10座山塘整治
            if let stop = examplesStart(before: other.start, from: quantities[index].end) { return stop }
            if !text.has("的", at: text.skipBlanks(other.end)) {
                let binding = reader.binding(before: other.start, from: quantities[index].end)
                if next == index + 1, binding.hasPredicate, isInAttribute(next, before: clauseEnd) {
                    next += 1
                    continue
                }
                var stop = binding.start
                if let verb = reader.words.verbEndings.endingAt(stop, in: text, from: quantities[index].end) {
                    stop = verb.start
                }
                if text.start(any: Self.joints, endingAt: stop) != nil { return stop }
                if binding.hasPredicate { return stop }
            }
            next += 1
        }
        return clauseEnd
    }

    private static let joints: EndingWords = ["和", "、", "及", "以及", "与", "并", "，"]

    struct Statement {
        var indicator: String
        var text: Range<Int>
        var isVerbal: Bool
    }
}
