/// Finds who does what: the stage between the finished parts and the document's ``Document/responsibilities``.
struct ResponsibilityFinder {
    private let reading: ReadingText
    private let text: TextBytes
    private let reader: OrganizationReader
    private let store: DutyStore
    private let marks: ClauseMarks
    private let resolver: OrganizationResolver
    private let brackets: BracketDuties
    private let labels: LabelDuties
    private let runs: LabelRuns
    private let running: RunningDuties
    private let tables: TableDuties
    private let anchors: [DutyAnchors.Anchor]
    private var found: [FoundDuty] = []
    private var rows: [FoundDuty.TableRow] = []

    init(_ reading: ReadingText, _ text: TextBytes, lexicons: Lexicons, resolver: OrganizationResolver) {
        self.reading = reading
        self.text = text
        self.resolver = resolver
        reader = OrganizationReader(text: text, catalogue: lexicons.catalogue)
        let words = lexicons.dutyWords
        let lists = OrganizationListReader(text: text, reader: reader, words: words)
        store = lists.store
        marks = lists.marks
        let clauses = DutyClauseReader(text: text, lists: lists, words: words)
        brackets = BracketDuties(reading: reading, text: text, reader: clauses)
        labels = LabelDuties(reading: reading, text: text, reader: clauses)
        anchors = DutyAnchors(text).anchors
        runs = LabelRuns(reading: reading, text: text, labels: labels, anchors: anchors)
        let names = RunningNames(
            text: text, reader: reader, lists: lists, words: words, segmenter: SegmenterOnDemand())
        running = RunningDuties(reading: reading, text: text, reader: clauses, names: names)
        tables = TableDuties(
            words: words, catalogue: lexicons.catalogue, resolver: resolver, source: reading.source)
    }

    /// The duties in reading order.
    ///
    /// - Complexity: O(bytes), and for each place that may say a duty O(its clause).
    mutating func responsibilities() -> [Responsibility] {
        find()
        DutyConventions(
            reading: reading, text: text, anchors: anchors, store: store,
            conventions: DutyConventionReader(text: text, marks: marks)
        ).apply(to: &found)
        return assembled()
    }

    private func assembled() -> [Responsibility] {
        guard !found.isEmpty else { return [] }
        let assembler = ResponsibilityAssembler(reading, text, resolver, reader, store)
        var cursor = SourceCursor(reading)
        return [Responsibility](room: found.count) { result, count in
            guard let base = result.baseAddress else { return }
            for index in found.indices {
                if found[index].row >= 0 {
                    (base + count).initialize(to: assembler.responsibility(found[index], rows[found[index].row]))
                } else if !found[index].clause.isEmpty {
                    (base + count).initialize(to: assembler.responsibility(found[index], &cursor))
                } else {
                    continue
                }
                count += 1
            }
        }
    }

    // MARK: - Finding

    private mutating func find() {
        var partners = BracketPartners(anchors)
        // Room for the duties of most notices, and little beside the anchors themselves.
        found.reserveCapacity(min(anchors.count / 8, 64))
        // The anchors are gone through with the passages; what a bracket or a run of labels took already is left out.
        var next = 0
        var taken = 0
        for index in reading.passages.indices {
            if reading.passages[index].table >= 0 { addTable(reading.passages[index]) }
            let end = reading.passages[index].range.upperBound
            while next < anchors.count, anchors[next].offset < min(taken, end) { next += 1 }
            let start = next
            while next < anchors.count, anchors[next].offset < end { next += 1 }
            guard start < next else { continue }
            let count = found.count
            partners.find(in: start..<next)
            add(start..<next, partners, index)
            guard found.count > count else { continue }
            taken = found[found.count - 1].span.upperBound
            if found.count == count + 1, !reading.passages[index].inlineUnits.isEmpty {
                giveToParagraph(count, reading.passages[index])
            }
        }
    }

    /// 一是…；二是…；三是…。（省科技厅负责）: the only bracket of an enumeration, at its end, is that of the whole.
    private mutating func giveToParagraph(_ duty: Int, _ passage: Passage) {
        guard found[duty].form == .bracket, found[duty].span.upperBound >= passage.range.upperBound - 3 else { return }
        found[duty].unit = passage.unit
    }

    private mutating func add(_ own: Range<Int>, _ partners: borrowing BracketPartners, _ index: Int) {
        var windowStart = anchors[own.lowerBound].offset
        var tried = 0
        var end = 0
        for position in own where anchors[position].offset >= end {
            let anchor = anchors[position]
            let mark = store.mark
            let duty: FoundDuty?
            switch anchor.kind {
            case .open:
                let partner = partners.partner(of: position)
                guard partner.map({ $0 - position <= Self.bracketAnchors }) ?? true else { continue }
                duty = brackets.duty(open: anchor.offset, close: partner.map { anchors[$0].offset })
            case .colon:
                guard let label = labels.found(colon: anchor.offset, passage: index, previous: nil) else { continue }
                duty = labels.duty(runs.run(from: label, position + 1..<own.upperBound))
            case .lead, .with, .responsible, .stated:
                if anchor.offset - windowStart > Self.window { (windowStart, tried) = (anchor.offset, 0) }
                guard tried < Self.triedVerbs else { continue }
                duty = running.duty(at: anchor, in: reading.passages[index].range)
                if duty == nil { tried += 1 }
            case .close: continue
            }
            guard let duty else {
                store.rewind(to: mark)
                continue
            }
            found.append(duty)
            end = duty.span.upperBound
        }
    }

    /// Brackets, colons and verbs inside a bracket: more is nesting made to harm.
    private static let bracketAnchors = 80
    /// Verbs without a duty that are tried within as many bytes of a paragraph.
    private static let triedVerbs = 16
    private static let window = 1_500

    private mutating func addTable(_ passage: Passage) {
        for row in tables.duties(in: reading.tables[passage.table]) {
            found.append(
                FoundDuty(
                    form: .table, span: passage.range, clause: store.newClause(), unit: passage.unit, row: rows.count))
            rows.append(row)
        }
    }
}
