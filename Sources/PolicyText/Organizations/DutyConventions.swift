/// Gives duties the leaders that the notice's conventions name, each from where it is stated on.
struct DutyConventions {
    let reading: ReadingText
    let text: TextBytes
    let anchors: [DutyAnchors.Anchor]
    let store: DutyStore
    let conventions: DutyConventionReader

    /// Bytes of a statement before 牵头.
    private static let longestStatement = 150

    func apply(to found: inout [FoundDuty]) {
        let stated = statements(outside: found)
        let signs = LeaderSigns(text: text)
        var next = 0
        // What a sign means may be said below the lists.
        var sign = stated.first { $0.convention.kind == .sign }?.convention
        var convention: DutyConvention?
        for index in found.indices {
            if found[index].row < 0 {
                while next < stated.count, stated[next].offset < found[index].span.lowerBound {
                    if stated[next].convention.kind != .sign { convention = stated[next].convention }
                    next += 1
                }
            }
            let own = found[index].clause.convention
            if let own, own.isLasting {
                if own.kind == .sign { sign = own } else { convention = own }
            }
            sign?.apply(to: &found[index].clause, in: store, signs)
            (own ?? convention)?.apply(to: &found[index].clause, in: store, signs)
        }
    }

    /// Conventions in sentences of their own: 列第一位的为牵头单位.
    private func statements(outside found: [FoundDuty]) -> [(offset: Int, convention: DutyConvention)] {
        var result: [(Int, DutyConvention)] = []
        var next = 0
        for anchor in anchors where anchor.kind == .lead {
            let before = text.code(at: anchor.offset - 3)
            guard before == "为" || before == "是" else { continue }
            // What a duty's own bracket states is that bracket's, and lasts only when it says so.
            while next < found.count,
                found[next].form != .bracket || found[next].span.upperBound <= anchor.offset
            { next += 1 }
            if next < found.count, found[next].span.contains(anchor.offset) { continue }
            let span = statement(around: anchor.offset)
            guard var convention = conventions.convention(in: span) else { continue }
            convention.isLasting = true
            result.append((span.lowerBound, convention))
        }
        return result
    }

    private func statement(around offset: Int) -> Range<Int> {
        let passage = reading.passages[reading.passage(at: offset)].range
        var start = max(passage.lowerBound, offset - Self.longestStatement)
        while start < offset, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        var limit = min(passage.upperBound, offset + 2 * Self.longestStatement)
        while limit < passage.upperBound, text.bytes[limit] & 0xC0 == 0x80 { limit += 1 }
        return start..<(text.first("。", in: offset..<limit) ?? limit)
    }
}
