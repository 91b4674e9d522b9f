/// The addressees (主送机关, GB/T 9704-2012 7.3.2).
enum Recipients {
    /// Whether the tokens, up to a colon, name addressees.
    static func looksLikeRecipients(_ first: Int, _ end: Int, _ reader: ParagraphReader) -> Bool {
        let text = reader.text
        guard first < end, text.tokens[end - 1].end - text.tokens[first].start < 2_400,
            text.tokens[end - 1].end - text.tokens[first].start >= 9
        else { return false }
        for index in first..<end {
            switch text.kind(index) {
            case .sentenceEnd, .colon, .openTitle: return false
            default: break
            }
        }
        if reader.scanner.marker(at: first, end: end) != nil { return false }
        if isLabel(first, end, reader) { return false }
        // 各市（州）…，省属各…: an addressee says whom it means.
        if text.token(first, opensWith: "各") { return true }
        let last = reader.squash(max(first, end - 6), end)
        if reader.endsInOrganization(bytes: last) || reader.endsInOrganization(first, end) { return true }
        return endings.contains(where: last.ends)
    }

    /// 牵头单位：, 责任部门：: the label of a duty, which names nobody.
    private static func isLabel(_ first: Int, _ end: Int, _ reader: ParagraphReader) -> Bool {
        guard reader.text.tokens[end - 1].end - reader.text.tokens[first].start <= DutyClauseReader.longestLabel else {
            return false
        }
        return reader.squash(first, end).withUnsafeBufferPointer { bytes in
            let label = reader.lexicons.dutyWords.label(closing: bytes.indices, in: TextBytes(bytes))
            return label?.length == bytes.count
        }
    }

    private static let endings: [StaticString] = [
        "单位", "部门", "机构", "企业", "公司", "各部委", "机关", "院校", "学校", "政府", "街道", "乡镇", "（市）", "各地区", "同志", "办事处",
        "行署", "区县", "市县", "州市", "县区", "市州", "群众", "公民",
    ]

    /// The names, split at commas and semicolons outside brackets; 、 joins.
    static func names(_ paragraph: ParagraphSpan, _ reader: ParagraphReader) -> [Range<Int>] {
        let text = reader.text
        var names: [Range<Int>] = []
        names.reserveCapacity(8)
        var end = reader.lastInk(paragraph) + 1
        if end > paragraph.first, text.kind(end - 1) == .colon { end -= 1 }
        var start = paragraph.first
        var depth = 0
        for index in paragraph.first..<end {
            switch text.kind(index) {
            case .openBracket where text.tokens[index].partner != nil: depth += 1
            case .closeBracket where text.tokens[index].partner != nil: depth = max(0, depth - 1)
            case .comma, .semicolon:
                guard depth == 0 else { continue }
                if let name = trimmed(start, index, text) { names.append(name) }
                start = index + 1
            default: continue
            }
        }
        if let name = trimmed(start, end, text) { names.append(name) }
        return names
    }

    /// Tokens without those around them that are no ink; `nil` where none is left.
    private static func trimmed(_ first: Int, _ end: Int, _ text: TokenText) -> Range<Int>? {
        let start = text.ink(from: first, to: end)
        return start < end ? start..<text.ink(before: end, from: start) + 1 : nil
    }
}
