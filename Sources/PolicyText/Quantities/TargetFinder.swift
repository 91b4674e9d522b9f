/// Finds the quantities of a document, and which of them are targets.
struct TargetFinder {
    private let text: ReadingText
    private let lexicons: Lexicons
    private let reference: CivilDate?
    private let segmenter = ClauseWords()
    private var units: [UnitContext]
    /// Of the passages with quantities or times, in order.
    private var scans: [PassageScan] = []

    private(set) var targets: [Target] = []
    private(set) var quantities: [Quantity] = []

    /// Quantities and times of a passage at most that are searched for targets; a passage with more is a list of figures.
    private static let passageLimit = 2_000
    /// Sections around one another at most that a limit is handed down.
    private static let depthLimit = 32

    /// What a section's heading, labels and opening say about all that stands in it.
    private struct UnitContext {
        var heading = 0..<0
        var limit: TimeLimit?
        /// What a paragraph that ends in ： or opens a section of targets hands on, and its passage.
        var leadIn: (limit: TimeLimit, passage: Int)?
        /// What all quantities of the section are for, where its heading says so.
        var role: Quantity.Role?
        var isGoal = false
    }

    private struct PassageScan {
        var passage: Int
        var quantities: [QuantityReading]
        var times: [TimeReading]
        /// Clauses and limits, where the first pass has asked for them.
        var clauses: (map: ClauseMap, limits: [TimeLimit])?
    }

    init(_ text: ReadingText, lexicons: Lexicons, metadata: Metadata) {
        self.text = text
        self.lexicons = lexicons
        reference = Self.reference(metadata)
        units = [UnitContext](repeating: UnitContext(), count: text.units.count)
    }

    /// The day of issue, or the end of the year before that of the document number.
    private static func reference(_ metadata: Metadata) -> CivilDate? {
        if let date = (metadata.issuedOn ?? metadata.publishedOn).flatMap(CivilDate.init(iso:)) { return date }
        guard let year = metadata.documentNumber?.year, (1900...2999).contains(year) else { return nil }
        return CivilDate(year: year, month: 1, day: 1)
    }

    /// - Complexity: O(bytes).
    mutating func find() {
        text.bytes.withUnsafeBufferPointer { bytes in
            let whole = ByteText(bytes: bytes)
            for index in text.passages.indices { survey(index, whole) }
            var next = 0
            for index in text.passages.indices {
                if next < scans.count, scans[next].passage == index {
                    read(scans[next], whole)
                    next += 1
                } else if text.passages[index].kind == .table {
                    readTable(index)
                }
            }
        }
    }

    // MARK: First pass: quantities, times, and what holds for sections

    private mutating func survey(_ index: Int, _ whole: ByteText) {
        let passage = text.passages[index]
        guard passage.kind != .table else { return }
        let slice = whole.slice(passage.range)
        var scan = QuantityScan(slice, units: lexicons.units, reference: reference)
        scan.run()
        if passage.kind == .heading, passage.unit >= 0 {
            units[passage.unit].heading = passage.range
            // A heading that looks ahead tells no results.
            let namesGoal = slice.contains("目标")
            if !namesGoal, !slice.contains("任务") { units[passage.unit].role = role(ofHeading: slice) }
            units[passage.unit].isGoal = namesGoal || slice.contains("指标")
        }
        // 应当符合下列条件：
        if passage.kind == .paragraph, passage.unit >= 0, slice.endsInColon,
            slice.contains("下列条件") || slice.contains("以下条件") || slice.contains("条件之一") || slice.contains("情形之一")
        {
            units[passage.unit].role = .threshold
        }
        guard !scan.quantities.isEmpty || !scan.times.isEmpty else { return }
        scans.append(PassageScan(passage: index, quantities: scan.quantities, times: scan.times))
        guard passage.unit >= 0, !scan.times.isEmpty, scan.times.count <= Self.passageLimit else { return }
        handOn(index, slice, scan.times)
    }

    private func role(ofHeading slice: ByteText) -> Quantity.Role? {
        switch lexicons.targets.headings.endingAt(slice.count, in: slice, from: 0)?.category {
        case .resultHeading: .result
        case .thresholdHeading: .threshold
        case .incentiveHeading: .incentive
        default: nil
        }
    }

    /// Keeps the limit of a heading, a label or a lead-in for the section.
    private mutating func handOn(_ index: Int, _ slice: ByteText, _ times: [TimeReading]) {
        let passage = text.passages[index]
        let label = passage.kind == .heading ? nil : Self.labelEnd(slice)
        guard
            passage.kind == .heading || label != nil || slice.endsInColon
                || units[passage.unit].isGoal && units[passage.unit].leadIn == nil
        else { return }
        let map = ClauseMap(slice)
        let limits = TimeLimitFinder(text: slice, map: map, reference: reference).limits(times)
        scans[scans.count - 1].clauses = (map, limits)
        guard let last = TimeLimits(limits: limits).last else { return }
        if passage.kind == .heading {
            units[passage.unit].limit = units[passage.unit].limit ?? last
        } else if let label, last.start >= label - 3, Self.isPure(slice, last) {
            units[passage.unit].limit = last
        } else if slice.endsInColon || units[passage.unit].isGoal && last.reach != .clause {
            units[passage.unit].leadIn = units[passage.unit].leadIn ?? (last, index)
        }
    }

    /// Where 完成时限： ends: on a line of its own, behind 责任单位：… or in a bracket.
    private static func labelEnd(_ slice: ByteText) -> Int? {
        // The label stands near the end of the passage, before nothing but its date.
        var offset = max(slice.count - 96, 0)
        while offset < slice.count {
            // 完 and 时 begin all of the labels.
            let opens = slice.bytes[offset] == 0xE5 ? slice.has("完", at: offset) : slice.has("时", at: offset)
            if opens, let end = slice.after(any: labels, at: offset) { return end }
            offset += 1
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

    private mutating func read(_ scan: PassageScan, _ whole: ByteText) {
        guard !scan.quantities.isEmpty else { return }
        let index = scan.passage
        let passage = text.passages[index]
        let slice = whole.slice(passage.range)
        guard scan.quantities.count + scan.times.count <= Self.passageLimit else {
            for quantity in scan.quantities where quantity.hasUnit { add(quantity, .other, slice, index) }
            return
        }
        let map = scan.clauses?.map ?? ClauseMap(slice)
        let found =
            scan.clauses?.limits ?? TimeLimitFinder(text: slice, map: map, reference: reference).limits(scan.times)
        let limits = TimeLimits(limits: found)
        let reader = ClauseReader(
            text: slice, map: map, times: scan.times, limits: found, spans: Self.spans(scan.quantities, slice),
            words: lexicons.targets, segmenter: segmenter)
        let targets = PassageTargets(
            reader: reader, quantities: scan.quantities, limits: limits, sectionRole: role(ofUnit: passage.unit),
            topic: topic(passage), hasHandedLimit: limit(for: index).map { !$0.isPast } ?? false)
        targets.run()
        for finding in targets.findings { add(finding, slice, index) }
    }

    private static func spans(_ quantities: [QuantityReading], _ slice: ByteText) -> [Range<Int>] {
        quantities.filter { $0.family == .time }.compactMap { quantity in
            if quantity.bound == .within { return quantity.start..<quantity.end }
            return slice.after("时间", at: quantity.end).map { quantity.start..<$0 }
        }
    }

    private mutating func readTable(_ index: Int) {
        let passage = text.passages[index]
        let reader = TableTargets(units: lexicons.units, reference: reference, segmenter: segmenter)
        let section = text.id(ofUnit: passage.unit)
        let results = reader.read(
            text.tables[passage.table], section: section, deadline: limit(for: index)?.deadline,
            tellsResults: role(ofUnit: passage.unit) == .result)
        for finding in results {
            let target = finding.target
            quantities.append(
                Quantity(
                    section: section, role: finding.role, text: target.text, value: target.value, unit: target.unit,
                    range: target.range))
            if finding.role == .target { targets.append(target) }
        }
    }

    private mutating func add(_ finding: QuantityFinding, _ slice: ByteText, _ index: Int) {
        if finding.quantity.hasUnit || finding.quantity.family != nil || finding.role == .target {
            add(finding.quantity, finding.role, slice, index)
        }
        guard let target = finding.target else { return }
        let base = text.passages[index].range.lowerBound
        let range = base + target.text.lowerBound..<base + target.text.upperBound
        let unit = text.unit(owning: base + finding.quantity.start..<base + finding.quantity.end, of: index)
        targets.append(
            Target(
                section: text.id(ofUnit: unit), form: .text, text: text.string(range), indicator: target.indicator,
                scope: target.scope, measure: target.measure, relation: target.relation, value: target.value,
                unit: target.unit, per: target.per, deadline: (target.limit ?? limit(for: index))?.deadline,
                baseline: target.baseline, range: text.sourceRange(range, of: index)))
    }

    private mutating func add(_ quantity: QuantityReading, _ role: Quantity.Role, _ slice: ByteText, _ index: Int) {
        // Distributed targets share one quantity.
        let base = text.passages[index].range.lowerBound
        let range = base + quantity.start..<base + quantity.end
        let source = text.sourceRange(range, of: index)
        guard quantities.last?.range != source else { return }
        let unit = text.unit(owning: range, of: index)
        quantities.append(
            Quantity(
                section: text.id(ofUnit: unit), role: role, text: text.string(range), value: quantity.value,
                unit: quantity.unit(in: slice), range: source))
    }

    // MARK: What holds for a passage

    /// The limit that lead-ins, labels and headings hand down, the nearest first.
    private func limit(for index: Int) -> TimeLimit? {
        var unit = text.passages[index].unit
        for _ in 0..<Self.depthLimit {
            guard unit >= 0 else { return nil }
            if let leadIn = units[unit].leadIn, leadIn.passage < index { return leadIn.limit }
            if let limit = units[unit].limit { return limit }
            unit = text.units[unit].parent
        }
        return nil
    }

    private func role(ofUnit start: Int) -> Quantity.Role? {
        var unit = start
        for _ in 0..<Self.depthLimit {
            guard unit >= 0 else { return nil }
            if let role = units[unit].role { return role }
            unit = text.units[unit].parent
        }
        return nil
    }

    /// What the section's heading names, without the verb that opens it.
    private func topic(_ passage: Passage) -> String {
        guard passage.unit >= 0, passage.kind == .paragraph else { return "" }
        let heading = units[passage.unit].heading
        guard !heading.isEmpty, heading.count <= 90 else { return "" }
        return text.bytes.withUnsafeBufferPointer { bytes in
            let slice = ByteText(bytes: bytes).slice(heading)
            var start = 0
            for _ in 0..<3 {
                let end =
                    lexicons.targets.verbs.at(start, in: slice, before: slice.count)?.end
                    ?? slice.after(
                        any: ["加强", "强化", "规范", "健全", "完善", "深化", "优化", "加快", "推行", "全面", "大力", "积极", "切实"], at: start)
                guard let end, end < slice.count else { break }
                start = end
            }
            return slice.squashed(start..<slice.count)
        }
    }
}

extension ByteText {
    /// Whether a word occurs, in a range or anywhere.
    func contains(_ word: StaticString, in range: Range<Int>? = nil) -> Bool {
        var offset = max(range?.lowerBound ?? 0, 0)
        let first = word.utf8Start[0]
        let end = min(range?.upperBound ?? count, count) - word.utf8CodeUnitCount
        while offset <= end {
            let byte = bytes[offset]
            if byte == first, has(word, at: offset) { return true }
            // A word begins where a character does.
            offset += byte & 0xF0 == 0xE0 ? 3 : 1
        }
        return false
    }

    var endsInColon: Bool {
        let end = skipBlanks(backFrom: count)
        return ends("：", at: end) || ends(":", at: end)
    }
}
