/// Finds duties behind labels outside brackets: 牵头部门：…, 完成时限：….
///
/// Labels that follow each other, in one paragraph or in the next ones of the same unit, are one duty.
struct LabelDuties {
    let reading: ReadingText
    let text: TextBytes
    let reader: DutyClauseReader

    /// Bytes of the longest list that is read.
    private static let longestList = 12_000

    /// A label and where its list may stand.
    struct Found {
        let label: DutyWords.Label
        /// From the label's first byte to behind its colon.
        let span: Range<Int>
        var value: Range<Int>
        let passage: Int
    }

    /// The label that ends at a colon, when it stands where labels do.
    ///
    /// - Parameter previous: The label before it in the same passage: behind its list no punctuation is needed.
    func found(colon: Int, passage: Int, previous: Found?) -> Found? {
        guard reader.words.mayCloseLabel(at: colon, in: text) else { return nil }
        let range = reading.passages[passage].range
        let start = previous?.span.upperBound ?? range.lowerBound
        guard start <= colon else { return nil }
        let before = text.trimmed(start..<colon)
        let tail = max(before.lowerBound, tailStart(before))..<before.upperBound
        guard let (label, length) = reader.words.label(closing: tail, in: text) else { return nil }
        let labelStart = self.labelStart(before, length)
        guard labelStart == before.lowerBound || previous != nil || isBorder(before: labelStart) else { return nil }
        let end = colon + text.width(at: colon)
        return Found(label: label, span: labelStart..<end, value: end..<range.upperBound, passage: passage)
    }

    private func tailStart(_ span: Range<Int>) -> Int {
        var start = max(span.lowerBound, span.upperBound - 48)
        while start < span.upperBound, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        return start
    }

    /// A label may have a word in front: 市级牵头单位.
    private func labelStart(_ before: Range<Int>, _ length: Int) -> Int {
        let start = before.upperBound - length
        if start - before.lowerBound <= 12 {
            let head = before.lowerBound..<start
            if text.opens(head, with: "市") || text.opens(head, with: "省") || text.opens(head, with: "区")
                || text.opens(head, with: "县") || text.opens(head, with: "主要") || text.opens(head, with: "具体")
            {
                return before.lowerBound
            }
        }
        return start
    }

    /// 。；），：【 and white space, also in their narrow forms.
    private func isBorder(before offset: Int) -> Bool {
        let last = text.previous(offset)
        switch text.code(at: last) {
        case "。", "；", "）", "，", "\u{3000}", "【", "：": return true
        default: break
        }
        guard last >= 0 else { return false }
        switch text.bytes[last] {
        case 0x3B, 0x29, 0x20, 0x2A, 0x5B: return true
        default: return false
        }
    }

    // MARK: - Runs

    /// The duty of labels that follow each other.
    func duty(_ run: [Found]) -> FoundDuty? {
        guard let first = run.first else { return nil }
        var clause = reader.store.newClause()
        var end = first.span.upperBound
        for found in run {
            let value = text.trimmed(found.value)
            switch found.label {
            case .role(let role):
                let read = reader.clause(in: value, role: role)
                clause.groups = clause.groups.lowerBound..<read.groups.upperBound
                clause.deadline = clause.deadline ?? read.deadline
                clause.convention = clause.convention ?? read.convention
            case .deadline:
                if !value.isEmpty { clause.deadline = clause.deadline ?? withoutStop(value) }
            case .other: break
            }
            if !value.isEmpty { end = max(end, value.upperBound) }
        }
        guard !clause.isEmpty else { return nil }
        return FoundDuty(form: .label, span: first.span.lowerBound..<end, clause: clause)
    }

    private func withoutStop(_ span: Range<Int>) -> Range<Int> {
        for mark: StaticString in ["。", "；", "，", ";", "."] where text.closes(span, with: mark) {
            return span.lowerBound..<span.upperBound - mark.utf8CodeUnitCount
        }
        return span
    }

    /// Where the list of a label ends: at the next label or the end of its sentence.
    func valueEnd(_ found: Found, next: Found?) -> Int {
        var limit = min(next?.span.lowerBound ?? found.value.upperBound, found.value.lowerBound + Self.longestList)
        while limit > found.value.lowerBound, limit < text.count, text.bytes[limit] & 0xC0 == 0x80 { limit -= 1 }
        guard found.value.lowerBound < limit else { return found.value.lowerBound }
        return text.first("。", in: found.value.lowerBound..<limit) ?? limit
    }
}
