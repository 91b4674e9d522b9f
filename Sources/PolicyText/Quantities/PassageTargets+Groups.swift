/// Values that share one predicate: 分别达到30%、20%和10%.
extension PassageTargets {
    func groupEnd(from first: Int) -> Int {
        var end = first + 1
        while true {
            let (next, start) = behindNote(on: end - 1, first)
            guard next < quantities.count else { break }
            let gap = (lowerBound: start, upperBound: quantities[next].start)
            guard gap.lowerBound < gap.upperBound, gap.upperBound - gap.lowerBound <= 6,
                text.after(any: ["、", "和", "及", "与", "以及"], at: gap.lowerBound) == gap.upperBound,
                quantities[next].family == quantities[first].family || !quantities[first].hasUnit
                    || isDistributed(first)
            else { break }
            end = next + 1
        }
        return end
    }

    /// 分别减少11.9%（其中工业减少12.6%）、15.5%: the quantity behind a bracket on a value of a list, and where the bracket
    /// ends.
    private func behindNote(on index: Int, _ first: Int) -> (next: Int, start: Int) {
        let start = text.skipBlanks(quantities[index].end)
        // The first byte of （, too.
        guard start < text.count, text.bytes[start] == 0xEF || text.bytes[start] == 0x28,
            text.has("（", at: start) || text.has("(", at: start), isDistributed(first),
            let note = reader.map.enclosures.first(where: { $0.range.lowerBound == start })
        else { return (index + 1, start) }
        var next = index + 1
        while next < quantities.count, quantities[next].start < note.range.upperBound { next += 1 }
        return (next, text.skipBlanks(note.range.upperBound))
    }

    /// The values of a group without those in brackets on them.
    private func members(of group: Range<Int>) -> [Int] {
        let end = quantities[group.lowerBound].end
        return group.filter { (reader.map.enclosure(at: quantities[$0].start)?.range.lowerBound ?? -1) < end }
    }

    /// Bytes before the first value of a list within which 分别 stands: 分别计划达到.
    private static let distributionReach = 24

    /// Whether each value of a list is for a subject of its own, 分别达到45%和3200万立方米: their units may differ.
    private func isDistributed(_ first: Int) -> Bool {
        let start = quantities[first].start
        return reader.holds("分别", max(start - Self.distributionReach, 0)..<start)
    }

    @inline(never)
    func readGroup(_ group: Range<Int>) {
        let start = enter(quantities[group.lowerBound])
        let first = quantities[group.lowerBound]
        let before = floorFor(first, in: reader.map.enclosure(at: first.start))
        let binding = reader.binding(before: first.start, from: before)
        let isPredicated = binding.isBound || binding.distribution != nil
        if let clause = start, !isPredicated, readYears(group, before..<binding.start, clause) { return }
        guard let clause = start, isPredicated || isParallel(group, before..<binding.start) else {
            for index in group { read(index) }
            return
        }
        let values = members(of: group)
        let phrase = before..<(baseline(before: group.lowerBound, binding, from: before)?.start ?? binding.start)
        if binding.distribution != nil, readBack(values, binding, phrase, clause) { return }
        let last = quantities[group.upperBound - 1]
        if text.has("的", at: text.skipBlanks(last.end)) || isInThreshold(last, clause) {
            for index in group { append(quantities[index], .threshold) }
            return
        }
        let split = binding.distribution == nil ? distributed(in: phrase) : nil
        let dates = listedDates(before: first.start, clause)
        let members =
            dates.count == values.count
            ? [String](repeating: text.squashed(subject(phrase, split, isPredicated)), count: values.count)
            : IndicatorPhrase.members(
                of: subject(phrase, split, isPredicated), text, reader, count: values.count,
                isMixed: isMixed(group))
        for index in group {
            guard let position = values.firstIndex(of: index) else {
                read(index)
                continue
            }
            var quantity = quantities[index]
            if !quantity.hasUnit, let last = quantities[group].last(where: { $0.hasUnit }) {
                quantity.takeUnit(of: last)
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
            let region = reader.region(phrase, hasPredicate: isPredicated)
            var own = binding
            own.distribution = nil
            own.limit = dates.count == values.count ? dates[position] : nil
            add(
                quantity, own, region, indicator: members[position] + tail, clause,
                text: region.noun.lowerBound..<quantities[group.upperBound - 1].end)
        }
        floor = quantities[group.upperBound - 1].end
    }

    /// 2026年、2027年分别建设高标准农田12万亩和15万亩: a value for each year of a list, behind one verb and its object.
    private func readYears(_ group: Range<Int>, _ phrase: Range<Int>, _ clause: Int) -> Bool {
        guard let split = distributed(in: phrase) else { return false }
        let dates = listedDates(before: split.lowerBound, clause)
        let region = reader.region(split.upperBound..<phrase.upperBound, hasPredicate: false)
        let last = quantities[group.upperBound - 1]
        guard dates.count == group.count, region.verb != nil, !isInThreshold(last, clause),
            quantities[group].allSatisfy({ $0.family == last.family })
        else { return false }
        let indicator = verbal(region, last)
        for (index, date) in zip(group, dates) {
            var binding = Binding(start: phrase.upperBound)
            binding.limit = date
            let role = role(of: quantities[index], in: clause, hasPredicate: false, behind: last.end)
            guard role == .target else {
                append(quantities[index], role)
                continue
            }
            add(
                quantities[index], binding, region, indicator: indicator, clause,
                text: region.verbRange.lowerBound..<last.end,
                isVerbal: true)
        }
        floor = last.end
        return true
    }

    /// 建成国家级、省级平台20个和100个: as many subjects as values, in a clause that a verb opens.
    private func isParallel(_ group: Range<Int>, _ phrase: Range<Int>) -> Bool {
        let region = reader.region(phrase, hasPredicate: false)
        guard region.verb != nil, !region.endsInVerb, quantities[group.lowerBound].family == .count,
            quantities[group].allSatisfy({ $0.hasUnit }),
            !reader.objectStart(from: quantities[group.upperBound - 1].end, to: text.count).isObject
        else { return false }
        return IndicatorPhrase.memberCount(region.noun, text, reader) == group.count
    }

    /// 接待游客1亿人次，总收入1000亿元，分别增长10%和12%: the values are for the subjects of the clauses before.
    private func readBack(_ values: [Int], _ binding: Binding, _ phrase: Range<Int>, _ clause: Int) -> Bool {
        let sentence = reader.map.clauses[clause].sentence
        let region = reader.region(phrase, hasPredicate: true)
        let told = targets.values.suffix(values.count)
        // What the values are compared with has been found, too.
        let found = findings.values.filter { $0.quantity.start < phrase.upperBound }.suffix(values.count)
        guard region.noun.isEmpty, told.count == values.count, found.allSatisfy({ $0.role == .target })
        else { return false }
        for target in told {
            guard let own = reader.map.clause(at: target.quantity.start), reader.map.clauses[own].sentence == sentence
            else { return false }
        }
        let subjects = told.map(\.indicator)
        var own = binding
        own.distribution = nil
        guard let first = values.first, let last = values.last else { return false }
        for index in first...last {
            guard let position = values.firstIndex(of: index) else {
                read(index)
                continue
            }
            add(
                quantities[index], own, region, indicator: subjects[position], clause,
                text: binding.start..<quantities[last].end)
        }
        floor = quantities[last].end
        return true
    }

    /// Whether the values of a list differ in their units.
    private func isMixed(_ group: Range<Int>) -> Bool {
        let named = quantities[group].filter(\.hasUnit).map { $0.unit(in: text, units) }
        return named.contains { $0 != named.first }
    }

    /// 分别 inside the phrase: 货物贸易、对外投资和实际利用外资分别占比.
    func distributed(in phrase: Range<Int>) -> Range<Int>? {
        var offset = phrase.lowerBound
        while offset < phrase.upperBound {
            if let end = text.after("分别", at: offset), end <= phrase.upperBound { return offset..<end }
            offset += 1
        }
        return nil
    }

    /// 2025年、2030年，…分别达到: the dates that the values are listed for.
    func listedDates(before offset: Int, _ clause: Int) -> [TimeLimit] {
        let sentence = reader.map.clauses[clause].sentence
        var dates: [TimeLimit] = []
        for time in reader.times.reversed() where time.end <= offset {
            guard let own = reader.map.clause(at: time.start), reader.map.clauses[own].sentence == sentence else {
                break
            }
            if let next = dates.first, text.after(any: ["、", "和", "到"], at: time.end) != next.start { break }
            dates.insert(
                TimeLimit(
                    start: time.start, end: time.end, sentence: sentence, time: time, base: reader.base, isPast: false,
                    reach: .clause), at: 0)
        }
        return dates.count > 1 ? dates : []
    }

    func subject(_ phrase: Range<Int>, _ split: Range<Int>?, _ hasPredicate: Bool) -> Range<Int> {
        let subject = phrase.lowerBound..<(split?.lowerBound ?? phrase.upperBound)
        return reader.region(subject, hasPredicate: hasPredicate).noun
    }
}
