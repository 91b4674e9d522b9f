extension FrameFinder {
    /// Cuts the notice into covering notice, enclosures and attachments.
    mutating func splitParts(
        _ paragraphs: inout [ParagraphSpan], head: Int, title: Range<Int>?, body: Int, signature: Int?, tail: Int
    ) {
        let named = NamedTitles(reader: reader, brackets: brackets).titles(
            in: paragraphs[body..<min(tail, (signature ?? body + 3) + 1)], as: .skeleton)
        titleKeys = TitleKeys(named.map { NamedTitles.key($0.bytes) })
        var starts: [NoticeFrame.PartFrame] = []
        var index = (signature ?? body) + 1
        var isBehindSignature = signature != nil
        while index < tail {
            guard paragraphs[index].purpose == .body else {
                index += 1
                continue
            }
            guard isBehindSignature || mayStartPart(paragraphs, index, tail) else {
                index += 1
                continue
            }
            if isBehindSignature, reader.isNote(paragraphs[index]) {
                paragraphs[index].purpose = .note
                index += 1
                continue
            }
            if isRepeated(paragraphs, index, tail) {
                // The print of a page cut the title in two, or showed it twice.
                take(&paragraphs[index], as: .pageHeader)
                index += 1
                continue
            }
            if let start = partStart(&paragraphs, index, tail, named, isBehindSignature, isFirst: starts.isEmpty) {
                starts.append(start)
                index = max(start.title.upperBound, index + 1)
                isBehindSignature = false
                continue
            }
            isBehindSignature = false
            index += 1
        }
        assemble(starts, head: head, title: title, tail: tail, &paragraphs)
    }

    /// A look that tells most paragraphs from labels, titles named above and lines that come twice.
    @inline(__always)
    private func mayStartPart(_ paragraphs: [ParagraphSpan], _ index: Int, _ tail: Int) -> Bool {
        let count = paragraphs[index].byteCount
        guard count < ParagraphReader.shortBytes else { return false }
        return index + 1 < tail && count == paragraphs[index + 1].byteCount && count < 300
            || text.token(paragraphs[index].first, is: "附件") || Self.mayBeNamed(paragraphs[index], titleKeys, text)
    }

    /// Whether the next line says the same again.
    private func isRepeated(_ paragraphs: [ParagraphSpan], _ index: Int, _ tail: Int) -> Bool {
        guard index + 1 < tail, paragraphs[index].byteCount < 300,
            paragraphs[index].byteCount == paragraphs[index + 1].byteCount,
            isHeadline(paragraphs[index])
        else { return false }
        return reader.skeleton(paragraphs[index]) == reader.skeleton(paragraphs[index + 1])
    }

    private mutating func assemble(
        _ starts: [NoticeFrame.PartFrame], head: Int, title: Range<Int>?, tail: Int, _ paragraphs: inout [ParagraphSpan]
    ) {
        let main = NoticeFrame.PartFrame(
            role: .main, title: title ?? head..<head, paragraphs: head..<(starts.first?.paragraphs.lowerBound ?? tail))
        var parts = [main] + starts
        for index in parts.indices.dropFirst() {
            let end = index + 1 < parts.count ? parts[index + 1].paragraphs.lowerBound : tail
            parts[index].paragraphs = parts[index].paragraphs.lowerBound..<end
            for line in parts[index].title { paragraphs[line].purpose = .title }
        }
        frame.parts = parts.filter { !$0.paragraphs.isEmpty }
    }

    /// The part that begins at a paragraph, or `nil`.
    private func partStart(
        _ paragraphs: inout [ParagraphSpan], _ index: Int, _ tail: Int, _ named: [NamedTitles.Title],
        _ isBehindSignature: Bool, isFirst: Bool
    ) -> NoticeFrame.PartFrame? {
        let paragraph = paragraphs[index]
        guard paragraph.byteCount < ParagraphReader.shortBytes else { return nil }
        if let label = label(paragraph) {
            guard isBehindSignature || frame.issuedOn != nil || !label.titleOnLine || isNumbered(paragraph) else {
                return nil
            }
            return labelled(&paragraphs, index, tail, named, label, isFirst: isFirst)
        }
        if let match = matching(paragraphs, index, tail, named) {
            return NoticeFrame.PartFrame(
                role: match.isIssued ? .enclosure : .attachment, title: match.lines, paragraphs: index..<tail)
        }
        guard isBehindSignature, isHeadline(paragraph), let lines = titleLines(paragraphs, index, tail),
            lines.upperBound < tail
        else { return nil }
        return NoticeFrame.PartFrame(role: .enclosure, title: lines, paragraphs: index..<tail)
    }

    // MARK: - 附件1

    private struct Label {
        /// The token behind the label and its number.
        var end: Int
        var titleOnLine: Bool
    }

    /// 附件, 附件1, 附件一：, 附件1 某某名单
    private func label(_ paragraph: ParagraphSpan) -> Label? {
        guard text.token(paragraph.first, is: "附件"), !reader.hasSentence(paragraph), paragraph.byteCount < 300 else {
            return nil
        }
        var end = paragraph.first + 1
        var next = text.ink(from: end, to: paragraph.end)
        if next < paragraph.end, text.kind(next) == .digits || text.kind(next) == .hanNumeral {
            end = next + 1
            next = text.ink(from: end, to: paragraph.end)
        }
        if next < paragraph.end,
            text.kind(next) == .colon || text.kind(next) == .dot || text.kind(next) == .enumerationComma
        {
            end = next + 1
            next = text.ink(from: end, to: paragraph.end)
        }
        if next < paragraph.end, next == paragraph.first + 1 { return nil }
        return Label(end: end, titleOnLine: next < paragraph.end)
    }

    private func isNumbered(_ paragraph: ParagraphSpan) -> Bool {
        let next = text.ink(from: paragraph.first + 1, to: paragraph.end)
        return next < paragraph.end && (text.kind(next) == .digits || text.kind(next) == .hanNumeral)
    }

    private func labelled(
        _ paragraphs: inout [ParagraphSpan], _ index: Int, _ tail: Int, _ named: [NamedTitles.Title], _ label: Label,
        isFirst: Bool
    ) -> NoticeFrame.PartFrame? {
        var lines = index..<index
        if label.titleOnLine {
            lines = index..<index + 1
        } else if index + 1 < tail, let found = titleLines(paragraphs, index + 1, tail) {
            lines = found
        }
        guard index + 1 < tail else { return nil }
        paragraphs[index].purpose = label.titleOnLine ? .title : .partLabel
        if label.titleOnLine { separate(&paragraphs[index], at: label.end) }
        return NoticeFrame.PartFrame(
            role: role(paragraphs, lines, named, isFirst: isFirst), title: lines, paragraphs: index..<tail)
    }

    /// The label in front of a title on its own line is no part of the title.
    private func separate(_ paragraph: inout ParagraphSpan, at end: Int) {
        let first = text.ink(from: end, to: paragraph.end)
        guard first < paragraph.end else { return }
        paragraph.first = first
        paragraph.start = text.tokens[first].start
    }

    /// What the notice issues is its enclosure, even when it is labelled 附件; every other one is an attachment.
    private func role(
        _ paragraphs: [ParagraphSpan], _ lines: Range<Int>, _ named: [NamedTitles.Title], isFirst: Bool
    ) -> Part.Role {
        let issued = named.filter(\.isIssued)
        guard !lines.isEmpty else { return isFirst && issued.count == 1 ? .enclosure : .attachment }
        var skeleton: [UInt8] = []
        for line in lines { skeleton += reader.skeleton(paragraphs[line]) }
        return issued.contains { similar($0.bytes, skeleton) } ? .enclosure : .attachment
    }

    // MARK: - Titles

    /// A title that the covering notice names, standing by itself on one to three lines.
    private func matching(
        _ paragraphs: [ParagraphSpan], _ index: Int, _ tail: Int, _ named: [NamedTitles.Title]
    ) -> (lines: Range<Int>, isIssued: Bool)? {
        guard !named.isEmpty, Self.mayBeNamed(paragraphs[index], titleKeys, text),
            !reader.hasSentence(paragraphs[index]),
            reader.marker(paragraphs[index]) == nil
        else { return nil }
        var skeleton: [UInt8] = []
        for end in index..<min(tail, index + 3) where paragraphs[end].byteCount < 400 {
            guard paragraphs[end].purpose == .body, !reader.hasSentence(paragraphs[end]) else { return nil }
            skeleton += reader.skeleton(paragraphs[end])
            if named.contains(where: { $0.bytes == skeleton }) {
                var last = end
                while last + 1 < tail, isTitleSuffixLine(paragraphs[last + 1]) { last += 1 }
                return (index..<last + 1, named.contains { $0.bytes == skeleton && $0.isIssued })
            }
        }
        return nil
    }

    /// A look at the first characters, which tells most lines from the titles that the covering notice names.
    ///
    /// Asked of every paragraph: a method would copy the whole finder for each.
    private static func mayBeNamed(_ paragraph: ParagraphSpan, _ titleKeys: TitleKeys, _ text: TokenText) -> Bool {
        guard !titleKeys.isEmpty else { return false }
        guard !titleKeys.mayHold(0) else { return true }
        // （一） and 1. are no part of what is compared, but for their numbers.
        let words = TokenKinds(.han, .hanNumeral, .latin, .digits)
        var index = paragraph.first
        let limit = min(paragraph.end, index + 4)
        while index < limit, !(words.mayHold(text.kind(index)) && text.isInk(index)) { index += 1 }
        guard index < limit else { return true }
        let start = max(paragraph.start, text.tokens[index].start)
        let stop = min(paragraph.stop, text.tokens[index].end)
        guard start < stop else { return true }
        guard stop - start >= 3 else { return titleKeys.mayBegin(with: text.bytes[start]) }
        return titleKeys.mayHold(NamedTitles.key(in: text.bytes, start..<stop))
    }

    /// Titles that differ by a word or two (of 的, of a year) are the same.
    private func similar(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b { return true }
        guard !a.isEmpty, !b.isEmpty else { return false }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return long.starts(with: short) || long.hasSuffix(short)
    }

    /// A line that can be the title of what follows it: no sentence, no marker, no label, not too long.
    private func isHeadline(_ paragraph: ParagraphSpan) -> Bool {
        guard paragraph.byteCount >= 9, paragraph.byteCount < 500, !reader.hasSentence(paragraph),
            reader.marker(paragraph) == nil,
            !reader.isSiteChrome(paragraph), reader.wholeDate(paragraph) == nil
        else { return false }
        let last = reader.lastInk(paragraph)
        switch text.kind(last) {
        case .colon, .semicolon, .comma, .enumerationComma: return false
        default: return true
        }
    }

    /// The lines of a title that begins at `index`: up to the line that ends in a genre, and a bracket below it.
    private func titleLines(_ paragraphs: [ParagraphSpan], _ index: Int, _ tail: Int) -> Range<Int>? {
        guard index < tail, paragraphs[index].purpose == .body, isHeadline(paragraphs[index]) else { return nil }
        var last = index
        var end = index
        while end < min(tail, index + 4), paragraphs[end].purpose == .body, isHeadline(paragraphs[end]) {
            if reader.titleEnd(paragraphs[end]) != nil {
                last = end
                break
            }
            end += 1
        }
        while last + 1 < tail, isTitleSuffixLine(paragraphs[last + 1]) { last += 1 }
        return index..<last + 1
    }

    private func isTitleSuffixLine(_ paragraph: ParagraphSpan) -> Bool {
        paragraph.purpose == .body && paragraph.byteCount < 60 && isTitleSuffix(paragraph)
    }
}
