import CTextScan

/// Finds the quantities of a document, and which of them are targets.
struct TargetFinder {
    let text: ReadingText
    let lexicons: Lexicons
    let reference: CivilDate?
    /// What ended before this day is past.
    let present: CivilDate?
    let segmenter = ClauseWords()
    /// Go from one passage to the next.
    let reader: ClauseReader
    let passage: PassageTargets
    let mapper = ClauseMapper()
    /// Quantities and targets ascend, each by themselves.
    private var quantityPlaces: SourceCursor
    private var targetPlaces: SourceCursor
    private var units: [UnitContext]
    /// Those of the text, for the time of finding: an array would count references at every look.
    var passages = UnsafeBufferPointer<Passage>(start: nil, count: 0)
    /// What is kept from one passage to the next, so that its memory is.
    let findings = Pile<QuantityFinding>()
    let stated = Pile<TargetFinding>()
    let spans = Pile<Range<Int>>()
    /// The limits of all passages, one behind the other.
    let limits = Pile<TimeLimit>()
    /// Limits that hold for sections.
    private var handed: [TimeLimit] = []
    /// Of the passages with quantities or times, in order.
    private var scans: [PassageScan] = []

    /// The deadline that a limit was last asked for, and where its time begins: targets of a sentence share theirs.
    private var lastDeadline: (place: Int, deadline: Deadline)?
    /// Where the last of ``quantities`` stands.
    private var lastRange: SourceRange?
    let targets = Pile<Target>()
    let quantities = Pile<Quantity>(capacity: 64)

    /// Quantities and times of a passage at most that are searched for targets; a passage with more is a list of figures.
    static let passageLimit = 2_000
    /// Sections around one another at most that a limit is handed down.
    private static let depthLimit = 32

    /// What a section's heading, labels and opening say about all that stands in it.
    private struct UnitContext {
        var heading = 0..<0
        /// Whether the heading looks ahead, once somebody has asked.
        var isGoal: Bool?
        /// The index among `handed`, -1 for none.
        var limit: Int32 = -1
        /// What a paragraph that ends in ： or opens a section of targets hands on, and its passage.
        var leadIn: (limit: Int32, passage: Int32) = (-1, -1)
        /// What all quantities of the section are for, where its heading says so.
        var role: Quantity.Role?
    }

    private struct PassageScan {
        var passage: Int
        /// Where its own stand among all quantities and times.
        var quantities: Range<Int>
        var times: Range<Int>
        /// The same for its limits, and its clauses, where the first pass has asked for them.
        var limits: Range<Int>?
        var map: ClauseMapper.Kept?
    }

    init(_ text: ReadingText, lexicons: Lexicons, metadata: Metadata) {
        self.text = text
        self.lexicons = lexicons
        quantityPlaces = SourceCursor(text)
        targetPlaces = SourceCursor(text)
        reference = Self.reference(metadata)
        present = reference ?? metadata.title.flatMap(Self.planStart)
        units = [UnitContext](repeating: UnitContext(), count: text.units.count)
        let none = ByteText(bytes: UnsafeBufferPointer(start: nil, count: 0))
        reader = ClauseReader(
            text: none, map: .empty, times: UnsafeBufferPointer(start: nil, count: 0), words: lexicons.targets,
            segmenter: segmenter)
        passage = PassageTargets(
            reader: reader, units: lexicons.units, knowsPresent: present != nil, findings: findings, targets: stated)
    }

    /// The day of issue, or the end of the year before that of the document number.
    private static func reference(_ metadata: Metadata) -> CivilDate? {
        if let date = (metadata.issuedOn ?? metadata.publishedOn).flatMap(CivilDate.init(iso:)) { return date }
        guard let year = metadata.documentNumber?.year, (1900...2999).contains(year) else { return nil }
        return CivilDate(year: year, month: 1, day: 1)
    }

    /// The first day of the years that a title names, 2023—2025年 or “十四五”: of a plan without a date, what was before
    /// them is past.
    private static func planStart(_ title: String) -> CivilDate? {
        guard let time = IndicatorColumns.time(title, nil), time.precision == .plan || time.isRange else { return nil }
        return time.first
    }

    /// - Complexity: O(bytes).
    mutating func find() -> (targets: [Target], quantities: [Quantity]) {
        text.bytes.withUnsafeBufferPointer { bytes in
            text.passages.withUnsafeBufferPointer { passages in
                self.passages = passages
                let marks = TextMarks(bytes)
                find(ByteText(bytes: bytes), marks.numerals, marks.punctuation)
                self.passages = UnsafeBufferPointer(start: nil, count: 0)
            }
        }
        return (targets.takeAll(), quantities.takeAll())
    }

    private mutating func find(_ whole: ByteText, _ numerals: BitRow, _ marks: BitRow) {
        var scan = QuantityScan(units: lexicons.units, reference: reference)
        // What a notice has, so that memory grows in few steps.
        scan.reserveCapacity(128)
        scans.reserveCapacity(64)
        let words = lexicons.targets
        for index in passages.indices where passages[index].kind != .table {
            let range = passages[index].range
            let slice = whole.slice(range)
            survey(slice, passages[index].kind == .heading, passages[index].unit, range, words)
            let first = (scan.quantities.count, scan.times.count)
            scan.read(slice, numerals, from: range.lowerBound, before: whole.count)
            let last = (scan.quantities.count, scan.times.count)
            guard first != last else { continue }
            scans.append(PassageScan(passage: index, quantities: first.0..<last.0, times: first.1..<last.1))
            guard passages[index].unit >= 0, first.1 < last.1, last.1 - first.1 <= Self.passageLimit else {
                continue
            }
            scan.times.withUnsafeBufferPointer { times in
                handOn(index, whole, UnsafeBufferPointer(rebasing: times[first.1..<last.1]), marks)
            }
        }
        scan.quantities.withUnsafeBufferPointer { quantities in
            scan.times.withUnsafeBufferPointer { times in read(whole, marks, quantities, times) }
        }
    }

    // MARK: First pass: quantities, times, and what holds for sections

    /// What a heading or a lead-in says of its section.
    private mutating func survey(
        _ slice: ByteText, _ isHeading: Bool, _ unit: Int, _ range: Range<Int>, _ words: TargetWords
    ) {
        guard unit >= 0 else { return }
        if isHeading {
            units[unit].heading = range
            units[unit].isGoal = nil
            // A heading that looks ahead tells no results.
            if let role = Self.role(ofHeading: slice, words), !slice.contains("目标"), !slice.contains("任务") {
                units[unit].role = role
            }
        } else if slice.endsInColon,
            // 应当符合下列条件：
            slice.contains("下列条件") || slice.contains("以下条件") || slice.contains("条件之一") || slice.contains("情形之一")
        {
            units[unit].role = .threshold
        }
    }

    private static func role(ofHeading slice: ByteText, _ words: TargetWords) -> Quantity.Role? {
        switch words.headings.endingAt(slice.count, in: slice, from: 0)?.category {
        case .resultHeading: .result
        case .thresholdHeading: .threshold
        case .incentiveHeading: .incentive
        default: nil
        }
    }

    /// Keeps the limit of a heading, a label or a lead-in for the section.
    @inline(never)
    private mutating func handOn(
        _ index: Int, _ whole: ByteText, _ times: UnsafeBufferPointer<TimeReading>, _ marks: BitRow
    ) {
        let slice = whole.slice(passages[index].range)
        let (isHeading, unit) = (passages[index].kind == .heading, passages[index].unit)
        // The first heading of a section counts.
        if isHeading, units[unit].limit >= 0 { return }
        let label = isHeading ? nil : Self.labelEnd(slice, marks, base(index))
        // So does its first lead-in.
        if !isHeading, label == nil, units[unit].leadIn.limit >= 0 { return }
        let mayLead = units[unit].leadIn.limit < 0 && isGoal(unit, whole)
        guard isHeading || label != nil || slice.endsInColon || mayLead else { return }
        // What is past is no limit for a section, and clauses need not be told apart.
        guard times.contains(where: { !TimeLimitFinder.isPast($0, present) && !$0.isSince }) else { return }
        let limits = limits(times, slice, mapper.map(slice, marks, from: base(index)), index)
        scans[scans.count - 1].limits = limits
        scans[scans.count - 1].map = mapper.keep()
        guard let last = TimeLimits(limits: limited(limits)).last else { return }
        let number = Int32(truncatingIfNeeded: handed.count)
        if isHeading {
            if units[unit].limit < 0 { units[unit].limit = number }
        } else if let label, last.start >= label - 3, Self.isPure(slice, last) {
            units[unit].limit = number
        } else if slice.endsInColon || last.reach != .clause && isGoal(unit, whole) {
            if units[unit].leadIn.limit < 0 { units[unit].leadIn = (number, Int32(truncatingIfNeeded: index)) }
        } else {
            return
        }
        handed.append(last)
    }

    /// Whether the heading of a section looks ahead.
    private mutating func isGoal(_ unit: Int, _ whole: ByteText) -> Bool {
        if let isGoal = units[unit].isGoal { return isGoal }
        let heading = whole.slice(units[unit].heading)
        let isGoal = heading.contains("目标") || heading.contains("指标")
        units[unit].isGoal = isGoal
        return isGoal
    }

    /// Finds the limits of a passage, and returns where they stand among all.
    private func limits(
        _ times: UnsafeBufferPointer<TimeReading>, _ slice: ByteText, _ map: ClauseMap, _ index: Int
    ) -> Range<Int> {
        let first = limits.count
        TimeLimitFinder(text: slice, map: map, present: present, base: base(index)).add(times, to: limits)
        return first..<limits.count
    }

    func limited(_ range: Range<Int>) -> UnsafeBufferPointer<TimeLimit> {
        UnsafeBufferPointer(rebasing: limits.values[range])
    }

    private func base(_ index: Int) -> Int { passages[index].range.lowerBound }

    /// Where 完成时限： ends: on a line of its own, behind 责任单位：… or in a bracket.
    private static func labelEnd(_ slice: ByteText, _ marks: BitRow, _ base: Int) -> Int? {
        // The label stands near the end of the passage, before nothing but its date.
        let floor = max(slice.count - 96, 0)
        let stop = base + slice.count
        var place = marks.next(from: base + floor, before: stop)
        while place < stop {
            let (scalar, length) = slice.scalar(at: place - base)
            let end = place - base + length
            if scalar == "：" || scalar == ":", let start = slice.start(any: labels, endingAt: end), start >= floor {
                return end
            }
            place = marks.next(from: place + 1, before: stop)
        }
        return nil
    }

    private static let labels: [StaticString] = [
        "完成时限：", "完成时限:", "完成时间：", "完成时间:", "时间要求：", "时限要求：", "时间安排：", "完成期限：", "时间节点：",
    ]

    private static func isPure(_ slice: ByteText, _ limit: TimeLimit) -> Bool {
        slice.skipBlanks(limit.end) >= slice.count - 6 && !slice.contains("取得")
    }

    // MARK: Second pass: roles and targets

    private mutating func read(
        _ whole: ByteText, _ marks: BitRow, _ quantities: UnsafeBufferPointer<QuantityReading>,
        _ times: UnsafeBufferPointer<TimeReading>
    ) {
        var next = 0
        let tables = text.tables.isEmpty ? [] : passages.indices.filter { passages[$0].kind == .table }
        for scan in scans where !scan.quantities.isEmpty {
            while next < tables.count, tables[next] < scan.passage {
                readTable(tables[next], whole)
                next += 1
            }
            read(
                scan, whole, marks, UnsafeBufferPointer(rebasing: quantities[scan.quantities]),
                UnsafeBufferPointer(rebasing: times[scan.times]))
        }
        for table in tables[next...] { readTable(table, whole) }
    }

    private mutating func read(
        _ scan: PassageScan, _ whole: ByteText, _ marks: BitRow, _ quantities: UnsafeBufferPointer<QuantityReading>,
        _ times: UnsafeBufferPointer<TimeReading>
    ) {
        let index = scan.passage
        let slice = whole.slice(passages[index].range)
        guard quantities.count + times.count <= Self.passageLimit else {
            for quantity in quantities where quantity.hasUnit { add(quantity, .other, slice, index) }
            return
        }
        guard mayTell(quantities, times, slice) else { return }
        let map = scan.map.map(mapper.map) ?? mapper.map(slice, marks, from: base(index))
        let limits = limited(scan.limits ?? limits(times, slice, map, index))
        findSpans(quantities, slice)
        findings.removeAll()
        stated.removeAll()
        reader.begin(
            text: slice, map: map, times: times, limits: limits, spans: spans.values, base: base(index))
        passage.run(
            quantities,
            PassageTargets.Setting(
                sectionRole: role(ofUnit: passages[index].unit), heading: heading(index, whole),
                hasHandedLimit: limit(for: index).map { !$0.isPast } ?? false))
        for finding in findings.values { add(finding, slice, index) }
        stated.drain { add($0, whole, index) }
    }

    /// Whether anything can come of the quantities of a passage: bare numbers are not listed, and are targets only where a
    /// Chinese word or a time stands right before them.
    private func mayTell(
        _ quantities: UnsafeBufferPointer<QuantityReading>, _ times: UnsafeBufferPointer<TimeReading>,
        _ slice: ByteText
    ) -> Bool {
        quantities.contains { quantity in
            if quantity.hasUnit || quantity.family != nil { return true }
            let end = slice.skipBlanks(backFrom: quantity.start)
            return end > 0 && slice.bytes[end - 1] >= 0x80 || times.contains { $0.end == end }
        }
    }

    /// Stretches of time that open clauses.
    func findSpans(_ quantities: UnsafeBufferPointer<QuantityReading>, _ slice: ByteText) {
        spans.removeAll()
        for index in quantities.indices where quantities[index].family == .time {
            let (start, end) = (quantities[index].start, quantities[index].end)
            if quantities[index].bound == .within {
                spans.append(start..<end)
            } else if let end = slice.after("时间", at: end) {
                spans.append(start..<end)
            } else if slice.after(any: ["累计", "共"], at: end) != nil {
                spans.append(start..<end)
            }
        }
    }

    @inline(never)
    private mutating func readTable(_ index: Int, _ whole: ByteText) {
        let passage = passages[index]
        let reader = TableTargets(units: lexicons.units, reference: reference, segmenter: segmenter)
        let section = text.id(ofUnit: passage.unit)
        let results = Pile<TableTargets.Finding>()
        reader.read(
            text.tables[passage.table], section: section, deadline: limit(for: index)?.deadline(in: whole),
            tellsResults: role(ofUnit: passage.unit) == .result, to: results)
        let isPlanned = results.values.contains { $0.role == .target }
        results.drain { finding in
            let target = finding.target
            lastRange = target.range
            quantities.room(1).initialize(to: Self.quantity(of: target, finding.role))
            quantities.take(1)
            if finding.role == .target { targets.append(target) }
        }
        if !isPlanned { readTasks(index, text.tables[passage.table], whole) }
    }

    private mutating func add(_ finding: QuantityFinding, _ slice: ByteText, _ index: Int) {
        guard finding.quantity.hasUnit || finding.quantity.family != nil || finding.role == .target else { return }
        add(finding.quantity, finding.role, slice, index)
    }

    private mutating func add(_ target: consuming TargetFinding, _ whole: ByteText, _ index: Int) {
        let base = base(index)
        let slice = whole.slice(passages[index].range)
        let quantity = target.quantity
        let range = base + target.text.lowerBound..<base + target.text.upperBound
        let unit = text.unit(owning: base + quantity.start..<base + quantity.end, of: index)
        let place = targetPlaces.range(range)
        let deadline = deadline(target.limit ?? limit(for: index), whole)
        targets.room(1).initialize(
            to: made(
                target, form: .text, section: text.id(ofUnit: unit), whole.string(range), slice, deadline, place))
        targets.take(1)
    }

    private mutating func deadline(_ limit: TimeLimit?, _ whole: ByteText) -> Deadline? {
        guard let limit else { return nil }
        let place = limit.base + limit.time.start
        if let lastDeadline, lastDeadline.place == place { return lastDeadline.deadline }
        let deadline = limit.deadline(in: whole)
        lastDeadline = (place, deadline)
        return deadline
    }

    // Functions of their own, which hand over what they make: made in place it would be copied, reference by reference.

    @inline(never)
    func made(
        _ target: borrowing TargetFinding, form: Target.Form, section: String?, _ text: String, _ slice: ByteText,
        _ deadline: Deadline?,
        _ range: SourceRange
    ) -> Target {
        Target(
            section: section, range: range, form: form, text: text, indicator: target.indicator, scope: target.scope,
            measure: target.measure, relation: target.relation, value: target.quantity.value,
            unit: target.quantity.unit(in: slice, lexicons.units), per: target.per, deadline: deadline,
            baseline: target.baseline.map(slice.squashed))
    }

    @inline(never)
    func made(
        _ quantity: QuantityReading, _ role: Quantity.Role, section: String?, _ slice: ByteText, _ range: SourceRange
    ) -> Quantity {
        Quantity(
            section: section, range: range, role: role, text: slice.string(quantity.start..<quantity.end),
            value: quantity.value, unit: quantity.unit(in: slice, lexicons.units))
    }

    @inline(never)
    private static func quantity(of target: borrowing Target, _ role: Quantity.Role) -> Quantity {
        Quantity(
            section: target.section, range: target.range, role: role, text: target.text, value: target.value,
            unit: target.unit)
    }

    private mutating func add(_ quantity: QuantityReading, _ role: Quantity.Role, _ slice: ByteText, _ index: Int) {
        // Distributed targets share one quantity.
        let base = base(index)
        let range = base + quantity.start..<base + quantity.end
        let source = quantityPlaces.range(range)
        guard lastRange != source else { return }
        lastRange = source
        let unit = text.unit(owning: range, of: index)
        quantities.room(1).initialize(to: made(quantity, role, section: text.id(ofUnit: unit), slice, source))
        quantities.take(1)
    }

    // MARK: What holds for a passage

    /// The limit that lead-ins, labels and headings hand down, the nearest first.
    func limit(for index: Int) -> TimeLimit? {
        var unit = passages[index].unit
        for _ in 0..<Self.depthLimit {
            guard unit >= 0 else { return nil }
            let (leadIn, passage) = units[unit].leadIn
            if leadIn >= 0, passage < index { return handed[Int(leadIn)] }
            if units[unit].limit >= 0 { return handed[Int(units[unit].limit)] }
            unit = text.units[unit].parent
        }
        return nil
    }

    func role(ofUnit start: Int) -> Quantity.Role? {
        var unit = start
        for _ in 0..<Self.depthLimit {
            guard unit >= 0 else { return nil }
            if let role = units[unit].role { return role }
            unit = text.units[unit].parent
        }
        return nil
    }

    /// The heading of the section that a paragraph stands in; none where it is too long to name a topic.
    private func heading(_ index: Int, _ whole: ByteText) -> ByteText {
        let unit = passages[index].unit
        guard unit >= 0, passages[index].kind == .paragraph, units[unit].heading.count <= 90 else {
            return whole.slice(0..<0)
        }
        return whole.slice(units[unit].heading)
    }
}

extension ByteText {
    /// Whether a word occurs, in a range or anywhere.
    func contains(_ word: StaticString, in range: Range<Int>? = nil) -> Bool {
        place(of: word, in: range ?? 0..<count) != nil
    }

    /// Where a word occurs first in a range.
    func place(of word: StaticString, in range: Range<Int>) -> Int? {
        let start = max(range.lowerBound, 0)
        let end = min(range.upperBound, count)
        guard start < end, let base = bytes.baseAddress else { return nil }
        let found = ctextscan_find(base + start, end - start, word.utf8Start, word.utf8CodeUnitCount)
        return found < 0 ? nil : start + Int(found)
    }

    var endsInColon: Bool {
        let end = skipBlanks(backFrom: count)
        return ends("：", at: end) || ends(":", at: end)
    }
}
