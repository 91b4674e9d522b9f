/// Finds who does what: the stage between the finished parts and the document's ``Document/responsibilities``.
struct ResponsibilityFinder {
    let reading: ReadingText
    private let text: TextBytes
    private let resolver: OrganizationResolver
    private let reader: OrganizationReader
    private let brackets: BracketDuties
    private let labels: LabelDuties
    private let running: RunningDuties
    private let tables: TableDuties
    private let anchors: [DutyAnchors.Anchor]

    init(_ reading: ReadingText, _ text: TextBytes, lexicons: Lexicons, resolver: OrganizationResolver) {
        self.reading = reading
        self.text = text
        self.resolver = resolver
        reader = OrganizationReader(text: text, catalogue: lexicons.catalogue)
        let words = lexicons.dutyWords
        let lists = OrganizationListReader(text: text, reader: reader, words: words)
        let clauses = DutyClauseReader(text: text, lists: lists, words: words)
        brackets = BracketDuties(reading: reading, text: text, reader: clauses)
        labels = LabelDuties(reading: reading, text: text, reader: clauses)
        let names = RunningNames(
            text: text, reader: reader, lists: lists, words: words, segmenter: SegmenterOnDemand())
        running = RunningDuties(reading: reading, text: text, reader: clauses, names: names)
        anchors = DutyAnchors(text).anchors
        tables = TableDuties(
            words: words, catalogue: lexicons.catalogue, resolver: resolver, source: reading.source)
    }

    /// The duties in reading order.
    ///
    /// - Complexity: O(bytes), and for each place that may say a duty O(its clause).
    func responsibilities() -> [Responsibility] {
        var found = duties()
        applyConventions(to: &found)
        var result: [Responsibility] = []
        result.reserveCapacity(found.count)
        for index in found.indices { if let one = responsibility(found[index]) { result.append(one) } }
        return result
    }

    // MARK: - Finding

    private func duties() -> [FoundDuty] {
        var found: [FoundDuty] = []
        var partners = BracketPartners(anchors)
        // The anchors are gone through with the passages; what a bracket or a run of labels took already is left out.
        var next = 0
        var taken = 0
        for index in reading.passages.indices {
            if reading.passages[index].table >= 0 { found += tableDuties(reading.passages[index]) }
            let end = reading.passages[index].range.upperBound
            while next < anchors.count, anchors[next].offset < min(taken, end) { next += 1 }
            let start = next
            while next < anchors.count, anchors[next].offset < end { next += 1 }
            guard start < next else { continue }
            let count = found.count
            partners.find(in: start..<next)
            add(start..<next, partners, index, &found)
            guard found.count > count else { continue }
            taken = found[found.count - 1].span.upperBound
            if found.count == count + 1, !reading.passages[index].inlineUnits.isEmpty {
                giveToParagraph(&found[count], reading.passages[index])
            }
        }
        return found
    }

    /// 一是…；二是…；三是…。（省科技厅负责）: the only bracket of an enumeration, at its end, is that of the whole.
    private func giveToParagraph(_ duty: inout FoundDuty, _ passage: Passage) {
        guard duty.form == .bracket, duty.span.upperBound >= passage.range.upperBound - 3 else { return }
        duty.unit = passage.unit
    }

    private func add(_ own: Range<Int>, _ partners: BracketPartners, _ index: Int, _ found: inout [FoundDuty]) {
        var windowStart = anchors[own.lowerBound].offset
        var tried = 0
        var end = 0
        for position in own where anchors[position].offset >= end {
            let anchor = anchors[position]
            switch anchor.kind {
            case .open:
                let partner = partners.partner(of: position)
                guard partner.map({ $0 - position <= Self.bracketAnchors }) ?? true,
                    let duty = brackets.duty(open: anchor.offset, close: partner.map { anchors[$0].offset })
                else { continue }
                found.append(duty)
                end = duty.span.upperBound
            case .colon:
                guard let label = labels.found(colon: anchor.offset, passage: index, previous: nil) else {
                    continue
                }
                let run = labelRun(from: label, anchors[position..<own.upperBound])
                guard let duty = labels.duty(run) else { continue }
                found.append(duty)
                end = duty.span.upperBound
            case .lead, .with, .responsible:
                if anchor.offset - windowStart > Self.window { (windowStart, tried) = (anchor.offset, 0) }
                guard tried < Self.triedVerbs else { continue }
                guard let duty = running.duty(at: anchor, in: reading.passages[index].range) else {
                    tried += 1
                    continue
                }
                found.append(duty)
                end = duty.span.upperBound
            case .close: continue
            }
        }
    }

    /// Brackets, colons and verbs inside a bracket: more is nesting made to harm.
    private static let bracketAnchors = 80
    /// Verbs without a duty that are tried within as many bytes of a paragraph.
    private static let triedVerbs = 16
    private static let window = 1_500

    /// The anchors of a span.
    private func anchors(in span: Range<Int>) -> ArraySlice<DutyAnchors.Anchor> {
        let start = firstAnchor(from: span.lowerBound)
        return anchors[start..<max(start, firstAnchor(from: span.upperBound))]
    }

    private func firstAnchor(from offset: Int) -> Int {
        var low = 0
        var high = anchors.count
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// A label and those that follow it without other text between, also in the next passages of the same unit.
    private func labelRun(from first: LabelDuties.Found, _ anchors: ArraySlice<DutyAnchors.Anchor>) -> [LabelDuties
        .Found]
    {
        var run: [LabelDuties.Found] = []
        var current = first
        var rest = anchors.dropFirst()
        while true {
            let passage = reading.passages[current.passage]
            let next = nextLabel(current, &rest)
            current.value = current.value.lowerBound..<labels.valueEnd(current, next: next)
            extend(&current)
            run.append(current)
            guard let following = next ?? firstLabel(behind: current), run.count < Self.longestRun else { return run }
            // 责任单位 a second time is the next task's.
            if next == nil, following.passage != current.passage,
                reading.passages[following.passage].unit != passage.unit
            {
                return run
            }
            if run.contains(where: { $0.label == following.label && $0.label != .other }) { return run }
            if next == nil {
                rest = self.anchors(in: reading.passages[following.passage].range).drop {
                    $0.offset < following.span.upperBound
                }
            }
            current = following
        }
    }

    private static let longestRun = 24

    /// The next label of the same passage, when nothing but the list stands between.
    private func nextLabel(_ current: LabelDuties.Found, _ rest: inout ArraySlice<DutyAnchors.Anchor>) -> LabelDuties
        .Found?
    {
        let passage = reading.passages[current.passage].range
        while let anchor = rest.first, anchor.offset < passage.upperBound {
            rest = rest.dropFirst()
            guard anchor.kind == .colon,
                let found = labels.found(colon: anchor.offset, passage: current.passage, previous: current)
            else { continue }
            // A sentence in between ends the run.
            if let stop = text.first(
                "。", in: current.value.lowerBound..<max(current.value.lowerBound, found.span.lowerBound)),
                stop + 3 < found.span.lowerBound
            {
                return nil
            }
            return found
        }
        return nil
    }

    /// The list of a label with nothing behind it stands in the next passage.
    private func extend(_ found: inout LabelDuties.Found) {
        guard text.trimmed(found.value).isEmpty, found.passage + 1 < reading.passages.count else { return }
        let next = reading.passages[found.passage + 1]
        guard next.kind == .paragraph, next.part == reading.passages[found.passage].part, !next.range.isEmpty,
            firstLabel(in: found.passage + 1) == nil
        else { return }
        let list = labels.reader.lists.list(in: next.range)
        guard
            found.label == .deadline ? next.range.count < 150 : list.names.allSatisfy({ reader.sort(of: $0) < .market })
        else { return }
        found = LabelDuties.Found(label: found.label, span: found.span, value: next.range, passage: found.passage + 1)
    }

    /// The label that opens the passage behind a list.
    private func firstLabel(behind found: LabelDuties.Found) -> LabelDuties.Found? {
        let passage = reading.passages[found.passage]
        guard found.value.upperBound >= passage.range.upperBound - 3, found.passage + 1 < reading.passages.count else {
            return nil
        }
        return firstLabel(in: found.passage + 1)
    }

    private func firstLabel(in index: Int) -> LabelDuties.Found? {
        let passage = reading.passages[index]
        guard passage.kind == .paragraph else { return nil }
        let head = passage.range.lowerBound..<min(passage.range.upperBound, passage.range.lowerBound + 60)
        guard let colon = text.first("：", in: head) ?? text.first(":", in: head),
            let found = labels.found(colon: colon, passage: index, previous: nil),
            found.span.lowerBound == text.trimmed(passage.range).lowerBound
        else { return nil }
        return found
    }

    private func tableDuties(_ passage: Passage) -> [FoundDuty] {
        tables.duties(in: reading.tables[passage.table]).map { row in
            FoundDuty(form: .table, span: passage.range, clause: DutyClause(), unit: passage.unit, row: row)
        }
    }

    // MARK: - Conventions

    /// Applies what the notice says of its lists, from where it says it.
    private func applyConventions(to found: inout [FoundDuty]) {
        let stated = statements(outside: found.filter { $0.form == .bracket }.map(\.span))
        var next = 0
        var convention: DutyConvention?
        for index in found.indices {
            if found[index].row == nil {
                while next < stated.count, stated[next].offset < found[index].span.lowerBound {
                    convention = stated[next].convention
                    next += 1
                }
            }
            if let own = found[index].clause.convention {
                own.apply(to: &found[index].clause)
                if own.isLasting { convention = own }
            } else {
                convention?.apply(to: &found[index].clause)
            }
        }
    }

    /// Conventions in sentences of their own: 列第一位的为牵头单位.
    private func statements(outside spans: [Range<Int>]) -> [(offset: Int, convention: DutyConvention)] {
        var result: [(Int, DutyConvention)] = []
        let conventions = DutyConventionReader(text: text)
        var next = 0
        for anchor in anchors where anchor.kind == .lead {
            guard text.has("为", at: anchor.offset - 3) || text.has("是", at: anchor.offset - 3) else { continue }
            // What a duty's own bracket states is that bracket's, and lasts only when it says so.
            while next < spans.count, spans[next].upperBound <= anchor.offset { next += 1 }
            if next < spans.count, spans[next].contains(anchor.offset) { continue }
            let passage = reading.passages[reading.passage(at: anchor.offset)].range
            var start = max(passage.lowerBound, anchor.offset - Self.longestStatement)
            while start < anchor.offset, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
            var limit = min(passage.upperBound, anchor.offset + 2 * Self.longestStatement)
            while limit < passage.upperBound, text.bytes[limit] & 0xC0 == 0x80 { limit += 1 }
            let end = text.first("。", in: anchor.offset..<limit) ?? limit
            guard var convention = conventions.convention(in: start..<end) else { continue }
            convention.isLasting = true
            result.append((start, convention))
        }
        return result
    }

    /// Bytes of a statement before 牵头.
    private static let longestStatement = 150

    // MARK: - Results

    private func responsibility(_ found: FoundDuty) -> Responsibility? {
        if let row = found.row {
            return Responsibility(
                section: reading.id(ofUnit: found.unit ?? -1), form: .table, text: row.text, deadline: row.deadline,
                range: row.range, assignments: row.assignments)
        }
        guard !found.clause.isEmpty else { return nil }
        let first = reading.passage(at: found.span.lowerBound)
        var assignments: [Assignment] = []
        assignments.reserveCapacity(found.clause.groups.count)
        for group in found.clause.groups where !group.names.isEmpty { assignments.append(assignment(group, first)) }
        let span = text.trimmed(found.span)
        let range = reading.sourceRange(span, of: first)
        let unit = found.unit ?? reading.unit(owning: span, of: first)
        return Responsibility(
            section: reading.id(ofUnit: unit), form: found.form,
            text: text.shown(span), deadline: found.clause.deadline.map { text.squashed($0) }, range: range,
            assignments: assignments)
    }

    private func assignment(_ group: DutyClause.Group, _ first: Int) -> Assignment {
        var departments: [OrganizationName] = []
        departments.reserveCapacity(group.names.count)
        let end = reading.passages[first].range.upperBound
        for span in group.names {
            let passage = span.upperBound <= end ? first : reading.passage(at: span.lowerBound)
            departments.append(resolver.name(span, text, reader, range: reading.sourceRange(span, of: passage)))
        }
        return Assignment(role: group.role, open: group.isOpen, departments: departments)
    }
}
