/// Tasks that stand in the cells of a table are read as paragraphs are.
extension TargetFinder {
    @inline(never)
    mutating func readTasks(_ index: Int, _ table: Table, _ whole: ByteText) {
        guard let tasks = TaskTable(table) else { return }
        let handed = limit(for: index)
        let section = text.id(ofUnit: passages[index].unit)
        let role = role(ofUnit: passages[index].unit)
        for task in tasks.cells() {
            let own = task.deadline.map { written in
                Deadline(text: written, date: IndicatorColumns.time(written, reference)?.deadline)
            }
            let place = CellPlace(
                section: section, cell: task.cell, deadline: own ?? handed?.deadline(in: whole),
                isAhead: own != nil || handed.map { !$0.isPast } ?? false, role: role)
            withByteText(task.cell.text) { read($0, place) }
        }
    }

    /// What a cell takes from its table.
    private struct CellPlace {
        var section: String?
        var cell: TableCell
        var deadline: Deadline?
        /// Whether a limit that lies ahead is in force.
        var isAhead: Bool
        var role: Quantity.Role?
    }

    private mutating func read(_ slice: ByteText, _ place: CellPlace) {
        let marks = TextMarks(slice.bytes)
        var scan = QuantityScan(units: lexicons.units, reference: reference)
        scan.read(slice, marks.numerals, from: 0, before: slice.count)
        guard !scan.quantities.isEmpty, scan.quantities.count + scan.times.count <= Self.passageLimit else { return }
        segmenter.forget()
        scan.quantities.withUnsafeBufferPointer { quantities in
            scan.times.withUnsafeBufferPointer { times in
                let map = mapper.map(slice, marks.punctuation, from: 0)
                decide(slice, map, quantities, times, place)
            }
        }
        segmenter.forget()
    }

    private mutating func decide(
        _ slice: ByteText, _ map: ClauseMap, _ quantities: UnsafeBufferPointer<QuantityReading>,
        _ times: UnsafeBufferPointer<TimeReading>, _ place: CellPlace
    ) {
        let first = limits.count
        TimeLimitFinder(text: slice, map: map, present: present, base: 0).add(times, to: limits)
        let own = limited(first..<limits.count)
        findSpans(quantities, slice)
        findings.removeAll()
        stated.removeAll()
        reader.begin(text: slice, map: map, times: times, limits: own, spans: spans.values, base: 0)
        passage.run(
            quantities,
            PassageTargets.Setting(
                sectionRole: place.role, heading: slice.slice(0..<0), hasHandedLimit: place.isAhead))
        add(slice, place)
    }

    private mutating func add(_ slice: ByteText, _ place: CellPlace) {
        let isPlain = isWritten(slice, place.cell.range.offsets)
        func range(_ span: Range<Int>) -> SourceRange {
            guard isPlain else { return place.cell.range }
            let start = place.cell.range.start
            return text.source.range(start + span.lowerBound..<start + span.upperBound)
        }
        var last = -1
        for finding in findings.values {
            let quantity = finding.quantity
            guard quantity.hasUnit || quantity.family != nil || finding.role == .target, quantity.start != last else {
                continue
            }
            last = quantity.start
            quantities.append(
                made(quantity, finding.role, section: place.section, slice, range(quantity.start..<quantity.end)))
        }
        stated.drain { target in
            let span = target.text
            let made = made(
                target, form: .table, section: place.section, slice.string(span), slice,
                target.limit?.deadline(in: slice) ?? place.deadline, range(span))
            targets.append(made)
        }
    }

    /// Whether the source has the text of a cell as it is.
    private func isWritten(_ slice: ByteText, _ offsets: Range<Int>) -> Bool {
        offsets.count == slice.count && text.source.utf8[offsets].elementsEqual(slice.bytes)
    }
}
