/// Follows labels that stand one behind the other without other text between, also in the next passages of the same unit.
struct LabelRuns {
    let reading: ReadingText
    let text: TextBytes
    let labels: LabelDuties
    let anchors: [DutyAnchors.Anchor]

    private static let longestRun = 24

    /// A label and those that follow it.
    ///
    /// - Parameter rest: The anchors of its passage behind its colon.
    func run(from first: LabelDuties.Found, _ rest: Range<Int>) -> [LabelDuties.Found] {
        var run: [LabelDuties.Found] = []
        run.reserveCapacity(4)
        var current = first
        var rest = rest
        while true {
            let unit = reading.passages[current.passage].unit
            let next = nextLabel(current, &rest)
            current.value = current.value.lowerBound..<labels.valueEnd(current, next: next)
            extend(&current)
            run.append(current)
            guard let following = next ?? firstLabel(behind: current), run.count < Self.longestRun else { return run }
            // 责任单位 a second time is the next task's.
            if next == nil, following.passage != current.passage, reading.passages[following.passage].unit != unit {
                return run
            }
            if following.label != .other, run.contains(where: { $0.label == following.label }) { return run }
            if next == nil {
                let end = reading.passages[following.passage].range.upperBound
                rest = firstAnchor(from: following.span.upperBound)..<firstAnchor(from: end)
            }
            current = following
        }
    }

    private func firstAnchor(from offset: Int) -> Int {
        guard !anchors.isEmpty else { return 0 }
        // Halved without a jump: which half it is, no processor can foresee.
        var found = 0
        var rest = anchors.count
        while rest > 1 {
            let half = rest / 2
            found &+= half & (0 &- (anchors[found &+ half &- 1].offset < offset ? 1 : 0))
            rest &-= half
        }
        return anchors[found].offset < offset ? found + 1 : found
    }

    /// The next label of the same passage, when nothing but the list stands between.
    private func nextLabel(_ current: LabelDuties.Found, _ rest: inout Range<Int>) -> LabelDuties.Found? {
        let passage = reading.passages[current.passage].range
        while let index = rest.first, anchors[index].offset < passage.upperBound {
            rest = rest.dropFirst()
            guard anchors[index].kind == .colon,
                let found = labels.found(colon: anchors[index].offset, passage: current.passage, previous: current)
            else { continue }
            // A sentence in between ends the run.
            let between = current.value.lowerBound..<max(current.value.lowerBound, found.span.lowerBound)
            if let stop = text.first("。", in: between), stop + 3 < found.span.lowerBound { return nil }
            return found
        }
        return nil
    }

    /// The list of a label with nothing behind it stands in the next passage.
    private func extend(_ found: inout LabelDuties.Found) {
        guard text.trimmed(found.value).isEmpty, found.passage + 1 < reading.passages.count else { return }
        let next = reading.passages[found.passage + 1]
        guard next.kind == .paragraph, next.part == reading.passages[found.passage].part, !next.range.isEmpty,
            firstLabel(in: found.passage + 1) == nil,
            found.label == .deadline ? next.range.count < 150 : isList(next.range)
        else { return }
        found = LabelDuties.Found(label: found.label, span: found.span, value: next.range, passage: found.passage + 1)
    }

    /// Whether a span holds nothing but names.
    private func isList(_ span: Range<Int>) -> Bool {
        let store = labels.reader.store
        let list = labels.reader.lists.list(in: span)
        defer { store.leave(list.names.lowerBound) }
        return store.areAll(list, below: .market)
    }

    /// The label that opens the passage behind a list.
    private func firstLabel(behind found: LabelDuties.Found) -> LabelDuties.Found? {
        guard found.value.upperBound >= reading.passages[found.passage].range.upperBound - 3,
            found.passage + 1 < reading.passages.count
        else { return nil }
        return firstLabel(in: found.passage + 1)
    }

    private func firstLabel(in index: Int) -> LabelDuties.Found? {
        guard reading.passages[index].kind == .paragraph else { return nil }
        let range = reading.passages[index].range
        let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 60)
        guard let colon = text.first("：", in: head) ?? text.first(":", in: head),
            let found = labels.found(colon: colon, passage: index, previous: nil),
            found.span.lowerBound == text.trimmed(range).lowerBound
        else { return nil }
        return found
    }
}
