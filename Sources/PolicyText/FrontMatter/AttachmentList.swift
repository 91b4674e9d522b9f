/// The titles listed under 附件： (附件说明, GB/T 9704-2012 7.3.4).
struct AttachmentList {
    let reader: ParagraphReader
    private var text: TokenText { reader.text }

    init(reader: ParagraphReader) { self.reader = reader }

    /// Marks the paragraphs of the list and returns the tokens of each title.
    mutating func mark(_ paragraphs: inout [ParagraphSpan], from start: Int, to end: Int) -> [Range<Int>] {
        for index in start..<end where paragraphs[index].purpose == .body {
            guard let first = opening(paragraphs[index]) else { continue }
            return read(&paragraphs, index, first, end)
        }
        return []
    }

    /// The token behind `附件：`, when a title follows in the paragraph or a numbered list below it.
    private func opening(_ paragraph: ParagraphSpan) -> Int? {
        guard paragraph.byteCount < 3_000, text.token(paragraph.first, is: "附件") || text.token(paragraph.first, is: "附")
        else { return nil }
        let colon = text.ink(from: paragraph.first + 1, to: paragraph.end)
        guard colon < paragraph.end, text.kind(colon) == .colon else { return nil }
        return text.ink(from: colon + 1, to: paragraph.end)
    }

    private func read(_ paragraphs: inout [ParagraphSpan], _ index: Int, _ first: Int, _ end: Int) -> [Range<Int>] {
        var titles: [Range<Int>] = []
        var expected = 1
        if first < paragraphs[index].end {
            let found = split(first, paragraphs[index].end)
            guard !found.isEmpty else { return [] }
            titles += found
            expected = titles.count + 1
        } else {
            guard index + 1 < end, let marker = reader.marker(paragraphs[index + 1]), marker.ordinal == 1,
                isArabic(marker.scheme)
            else { return [] }
        }
        paragraphs[index].purpose = .attachmentList
        var next = index + 1
        while next < end, paragraphs[next].purpose == .body, paragraphs[next].byteCount < 400,
            !reader.hasSentence(paragraphs[next]),
            let marker = reader.marker(paragraphs[next]), isArabic(marker.scheme), marker.ordinal == expected
        {
            titles.append(trim(marker.bodyToken, paragraphs[next].end))
            paragraphs[next].purpose = .attachmentList
            expected += 1
            next += 1
        }
        return titles.filter { !$0.isEmpty }
    }

    private func isArabic(_ scheme: NumberingScheme) -> Bool { scheme == .arabicDot || scheme == .arabicComma }

    /// 1.某某方案 2.某某名单 on one line; a single title without a number.
    private func split(_ first: Int, _ end: Int) -> [Range<Int>] {
        guard let marker = reader.scanner.marker(at: first, end: end), isArabic(marker.scheme), marker.ordinal == 1
        else {
            guard text.tokens[end - 1].end - text.tokens[first].start < 400, !hasSentence(first, end) else { return [] }
            return [trim(first, end)]
        }
        var titles: [Range<Int>] = []
        var start = marker.bodyToken
        var expected = 2
        var index = start
        while index < end {
            if text.kind(index) == .digits, let next = reader.scanner.marker(at: index, end: end),
                isArabic(next.scheme),
                next.ordinal == expected
            {
                titles.append(trim(start, index))
                start = next.bodyToken
                expected += 1
                index = next.bodyToken
            } else {
                index += 1
            }
        }
        titles.append(trim(start, end))
        return titles
    }

    private func hasSentence(_ first: Int, _ end: Int) -> Bool {
        (first..<max(first, end - 1)).contains { text.kind($0) == .sentenceEnd }
    }

    private func trim(_ first: Int, _ end: Int) -> Range<Int> {
        let start = text.ink(from: first, to: end)
        var last = text.ink(before: end, from: first)
        while last > start {
            switch text.kind(last) {
            case .sentenceEnd, .semicolon, .comma, .dot: last = text.ink(before: last, from: start)
            default: return start..<last + 1
            }
        }
        return start <= last ? start..<last + 1 : start..<start
    }
}
