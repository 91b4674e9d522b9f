/// Finds the frame of a notice.
struct FrameFinder {
    let text: TokenText
    let reader: ParagraphReader
    /// The tokens of brackets and title marks, in order; see ``Landmarks``.
    let brackets: [Int32]
    var frame = NoticeFrame()
    /// The first bytes of the titles that the covering notice names; see ``NamedTitles/key(_:)``.
    var titleKeys = TitleKeys.none
    /// The head of a page, before the notice, is looked for in so many paragraphs.
    static let headParagraphs = 120

    init(text: TokenText, reader: ParagraphReader, brackets: [Int32]) {
        self.text = text
        self.reader = reader
        self.brackets = brackets
    }

    mutating func find(in paragraphs: inout [ParagraphSpan]) {
        guard !paragraphs.isEmpty else { return }
        TableOfContents(text: text, reader: reader).mark(&paragraphs)
        let tail = tailStart(paragraphs)
        var body = bodyStart(paragraphs, tail)
        var title = findTitle(paragraphs, before: body)
        if title == nil, let table = captionedTable(paragraphs, before: body) {
            (title, body) = (table - 1..<table, table)
        }
        if title == nil, let opening = announcement(paragraphs, before: body) { body = opening }
        let head = headStart(paragraphs, title: title, body: body)
        markHead(&paragraphs, head: head, body: body, title: title, tail: tail)
        markTail(&paragraphs, from: tail)
        markRecipients(&paragraphs, from: title?.upperBound ?? head, body: body, tail: tail)
        let signature = markSignature(&paragraphs, from: body, to: tail)
        markAttachmentList(&paragraphs, from: body, to: tail)
        splitParts(&paragraphs, head: head, title: title, body: body, signature: signature, tail: tail)
        findNumber(&paragraphs, head: head, body: body)
        findIssuersInHead(paragraphs, title: title, head: head, body: body)
        findDates(paragraphs, body: body)
        markImprint(&paragraphs)
        if frame.number == nil { findLink(paragraphs, from: tail) }
    }

    // MARK: - Head

    /// The first paragraph of the text proper: addressees, a sentence, or a marker.
    private func bodyStart(_ paragraphs: [ParagraphSpan], _ tail: Int) -> Int {
        for index in 0..<min(tail, Self.headParagraphs) where paragraphs[index].purpose == .body {
            let paragraph = paragraphs[index]
            if isRecipients(paragraph) { return index }
            if let marker = reader.marker(paragraph), opensText(marker) { return index }
            if reader.hasSentence(paragraph), paragraph.byteCount > 75, !reader.isSiteChrome(paragraph) { return index }
        }
        return min(tail, Self.headParagraphs, paragraphs.count)
    }

    /// 现将有关任务明确如下： opens the text of a page without a title, though no full stop closes it.
    private func announcement(_ paragraphs: [ParagraphSpan], before body: Int) -> Int? {
        paragraphs[..<min(body, paragraphs.count)].firstIndex { paragraph in
            guard paragraph.purpose == .body, paragraph.table < 0, paragraph.byteCount > 75, endsInColon(paragraph),
                (paragraph.first..<paragraph.end).contains(where: { text.kind($0) == .comma })
            else { return false }
            let bytes = reader.squash(paragraph)
            return Array(bytes.suffix(Self.announcementBytes)).holds("如下") && !reader.isSiteChrome(paragraph)
        }
    }

    /// Bytes at the end of a paragraph: 作如下明确：
    private static let announcementBytes = 30

    private func opensText(_ marker: MarkerCandidate) -> Bool {
        switch marker.scheme {
        case .han, .chapter, .volume, .article, .parenthesizedHan, .arabicDot, .arabicComma: marker.ordinal == 1
        case .decimal: true
        default: false
        }
    }

    private func isRecipients(_ paragraph: ParagraphSpan) -> Bool {
        let last = reader.lastInk(paragraph)
        guard last > paragraph.first, text.kind(last) == .colon else { return false }
        return Recipients.looksLikeRecipients(paragraph.first, last, reader)
            && !reader.withInk(paragraph) { reader.lexicons.siteChrome.opens($0) }
    }

    /// The paragraphs of the notice's title: the last title-like one before the text, and the lines that belong to it.
    private mutating func findTitle(_ paragraphs: [ParagraphSpan], before body: Int) -> Range<Int>? {
        var index = body - 1
        while index >= 0 {
            defer { index -= 1 }
            let paragraph = paragraphs[index]
            guard paragraph.purpose == .body, let (end, genre) = reader.titleEnd(paragraph), !isLetterhead(paragraph),
                reader.wholeDate(paragraph) == nil, !isLabel(paragraph)
            else { continue }
            // 第07号公告 is a number.
            if text.token(paragraph.first, is: "第") || isHeading(paragraph) { continue }
            var first = index
            if let opening = titleOpening(paragraphs, above: index) { first = opening }
            while first > 0, continuesTitle(paragraphs[first - 1], paragraphs[first]) { first -= 1 }
            var last = index
            while last + 1 < body, isTitleSuffix(paragraphs[last + 1]) { last += 1 }
            if end < paragraph.end { frame.titleEnd = end }
            frame.genre = genre
            return first..<last + 1
        }
        return nil
    }

    private static let captionEnds: [StaticString] = ["表", "清单", "台账", "目录"]

    /// The table that a page without a title begins with, when the line above it names it: the name is the page's title.
    private func captionedTable(_ paragraphs: [ParagraphSpan], before body: Int) -> Int? {
        let limit = min(body + 1, paragraphs.count)
        guard let table = paragraphs[..<limit].firstIndex(where: { $0.table >= 0 }), table > 0 else { return nil }
        let caption = paragraphs[table - 1]
        guard caption.byteCount < Self.captionBytes, isTitleLine(caption), !reader.isSiteChrome(caption) else {
            return nil
        }
        return Self.captionEnds.contains { reader.closes(caption, with: $0) } ? table : nil
    }

    private static let captionBytes = 300

    /// 3.保障措施 and 保障措施 end in a genre, but are headings; 实施方案 alone names nothing.
    private func isHeading(_ paragraph: ParagraphSpan) -> Bool {
        if reader.marker(paragraph) != nil || isQuestion(paragraph) { return true }
        if text.kind(paragraph.first) == .digits, paragraph.first + 1 < paragraph.end,
            text.kind(paragraph.first + 1) == .whitespace
        {
            return true
        }
        return reader.withInk(paragraph) { bytes in
            let genre = reader.lexicons.genres.longestEnding(bytes)
            let stock = reader.lexicons.stockHeadings.longest(at: 0, in: bytes, before: bytes.count)
            // 通知 alone is the end of a title that began above.
            return genre.map { reader.lexicons.genres.byteCount($0) } == bytes.count && bytes.count > 6
                || stock.map { reader.lexicons.stockHeadings.byteCount($0) } == bytes.count
        }
    }

    /// 为何制定本计划 is a heading of an explanation.
    private func isQuestion(_ paragraph: ParagraphSpan) -> Bool {
        ["为何", "为什么", "什么是", "如何理解", "怎样理解"].contains { text.token(paragraph.first, opensWith: $0) }
    }

    /// `文件名称：…方案` is a field of the page, not a title.
    private func isLabel(_ paragraph: ParagraphSpan) -> Bool {
        for index in paragraph.first..<min(paragraph.end, paragraph.first + 6) where text.kind(index) == .colon {
            return text.tokens[index].start - paragraph.start < 40
        }
        return reader.isSiteChrome(paragraph)
    }

    /// How many lines a title may be torn into.
    private static let titleLines = 5

    /// 某某市人民政府关于印发 / 某某规划 / 分工方案的通知: the line with 关于 that opens a title of several lines.
    private func titleOpening(_ paragraphs: [ParagraphSpan], above index: Int) -> Int? {
        guard !reader.withInk(paragraphs[index], { $0.holds("关于") }) else { return nil }
        for first in stride(from: index - 1, through: max(0, index - Self.titleLines), by: -1) {
            guard isTitleLine(paragraphs[first]) else { return nil }
            let bytes = reader.squash(paragraphs[first])
            guard bytes.holds("关于") else { continue }
            // A line that ends in a genre is a title of its own, unless it issues what the next lines name.
            let isWhole = reader.titleEnd(paragraphs[first]) != nil && !endsInObject(paragraphs[first])
            return !isWhole || isRest(paragraphs[index], of: bytes) ? first : nil
        }
        return nil
    }

    /// 关于落实《政府工作报告》 / 重点工作分工的意见: a title that is the object of 关于 ends no line of its own.
    private func endsInObject(_ line: ParagraphSpan) -> Bool {
        let last = reader.lastInk(line)
        guard last > line.first, text.kind(last) == .closeTitle, let open = text.tokens[last].partner,
            open > line.first
        else { return false }
        return reader.squash(line.first, open).holds("关于")
    }

    /// A line that can be part of a title: no sentence, no number, no date, no field of the page.
    private func isTitleLine(_ line: ParagraphSpan) -> Bool {
        line.purpose == .body && line.byteCount >= 9 && line.byteCount < 600 && !reader.hasSentence(line)
            && !isLetterhead(line) && !isLabel(line) && reader.wholeDate(line) == nil
            && DocumentNumberReader(reader: reader).number(in: line) == nil && reader.marker(line) == nil
            && !reader.isNote(line)
    }

    /// A line above the last line of a title belongs to it when it is no statement of its own.
    private func continuesTitle(_ above: ParagraphSpan, _ below: ParagraphSpan) -> Bool {
        guard isTitleLine(above) else { return false }
        let bytes = reader.squash(above)
        // 某某省人民政府 / 关于印发…的通知: the issuing body opens the title (GB/T 9704-2012 7.3.1).
        // So do all the bodies of a joint issue, each on its line.
        if reader.isOrganizations(above), opensWithOrganization(below, other: bytes) { return true }
        if reader.titleEnd(above) != nil { return isRest(below, of: bytes) }
        // A site's name stands above the title too; a torn title has 关于 in one of its lines.
        let names = bytes.holds("关于")
        return !reader.withInk(below) { $0.holds("关于") }
            && (names || !reader.endsInOrganization(above.first, above.end) && above.byteCount >= 15)
            && (names || lastIsWord(above))
    }

    /// 关于… or 某某局关于…, but not the body of the line above again (that is the site's name).
    private func opensWithOrganization(_ paragraph: ParagraphSpan, other: [UInt8]) -> Bool {
        let bytes = reader.squash(paragraph)
        guard let about = bytes.firstRange(of: Array("关于".utf8)) else { return reader.isOrganizations(paragraph) }
        let name = bytes[..<about.lowerBound]
        return name.isEmpty || reader.endsInOrganization(bytes: name) && !name.starts(with: other)
    }

    /// A line that can only be the rest of a title: it opens with a bracket or 的, or 通知 closes what 印发 opened above.
    private func isRest(_ below: ParagraphSpan, of above: [UInt8]) -> Bool {
        if text.kind(below.first) == .openBracket || text.token(below.first, opensWith: "的") { return true }
        let verbs: [StaticString] = ["关于印发", "关于转发", "关于公布", "关于批转"]
        return verbs.contains(where: above.holds) && !above.ends(in: "通知") && reader.squash(below).ends(in: "通知")
    }

    private func lastIsWord(_ paragraph: ParagraphSpan) -> Bool {
        let last = reader.lastInk(paragraph)
        return last >= 0 && (text.kind(last) == .han || text.kind(last) == .hanNumeral)
    }

    /// （2021—2023年） or （试行） on a line of its own below a title.
    func isTitleSuffix(_ paragraph: ParagraphSpan) -> Bool {
        guard reader.isNote(paragraph), reader.wholeDate(paragraph) == nil,
            DocumentNumberReader(reader: reader).number(in: paragraph) == nil
        else { return false }
        let bytes = reader.squash(paragraph)
        // （2023年6月1日…通过） says when it was passed.
        if bytes.holds("月") { return false }
        if bytes.count < 60, paragraph.first + 1 < paragraph.end,
            text.kind(paragraph.first + 1) == .digits
                || text.kind(text.ink(from: paragraph.first + 1, to: paragraph.end)) == .digits
        {
            return true
        }
        let words: [StaticString] = ["试行", "暂行", "草案", "修订", "征求意见稿"]
        return bytes.count < 40 && words.contains(where: bytes.holds)
    }

    /// 某某人民政府文件, 某某人民政府办公厅文件 on the first line of the paper.
    private func isLetterhead(_ paragraph: ParagraphSpan) -> Bool {
        guard paragraph.byteCount < 200, reader.closes(paragraph, with: "文件") else { return false }
        let bytes = reader.squash(paragraph)
        guard bytes.ends(in: "文件"), bytes.count > 15 else { return false }
        return reader.endsInOrganization(bytes: Array(bytes.dropLast(6)))
    }

    /// The first paragraph of the notice: letterhead, number, title or text, whichever comes first.
    private func headStart(_ paragraphs: [ParagraphSpan], title: Range<Int>?, body: Int) -> Int {
        // A page with neither title nor text that looks like a notice's is a text all the same.
        let isBodyless = title == nil && body >= min(paragraphs.count, Self.headParagraphs)
        var start =
            title?.lowerBound ?? (isBodyless ? paragraphs.firstIndex { !isFrame($0) } ?? body : body)
        for index in stride(from: start - 1, through: max(0, start - 8), by: -1) {
            // A field of the page's own table (发文字号：) is no line of the notice.
            if reader.isSiteChrome(paragraphs[index]) || endsInColon(paragraphs[index]) { break }
            let isNoticed =
                isLetterhead(paragraphs[index]) || isNumberLine(paragraphs[index]) || isIssuerLine(paragraphs, index)
            // A text that begins in the middle, 三、…, has its heading all the same.
            if isNoticed || title == nil && opensSection(paragraphs[index]) { start = index }
        }
        return start
    }

    private func opensSection(_ paragraph: ParagraphSpan) -> Bool {
        switch reader.marker(paragraph)?.scheme {
        case .han, .chapter, .volume, .articleSection, .article, .parenthesizedHan, .arabicDot, .arabicComma: true
        default: false
        }
    }

    /// The issuing body on a line of its own above the number: 某某办公室 / 某政办〔2023〕9号 / 关于….
    private func isIssuerLine(_ paragraphs: [ParagraphSpan], _ index: Int) -> Bool {
        index + 1 < paragraphs.count && isNumberLine(paragraphs[index + 1]) && reader.isOrganizations(paragraphs[index])
    }

    private func endsInColon(_ paragraph: ParagraphSpan) -> Bool {
        let last = reader.lastInk(paragraph)
        return last >= 0 && text.kind(last) == .colon
    }

    private func isNumberLine(_ paragraph: ParagraphSpan) -> Bool {
        guard paragraph.byteCount < 600 else { return false }
        // A joint notice has several numbers.
        let numbers = DocumentNumberReader(reader: reader).numbers(in: paragraph)
        let bytes = numbers.reduce(0) { $0 + $1.end - $1.start }
        return bytes > 0 && bytes * 10 >= reader.withInk(paragraph) { $0.count } * 7
    }

    private func markHead(
        _ paragraphs: inout [ParagraphSpan], head: Int, body: Int, title: Range<Int>?, tail: Int
    ) {
        for index in 0..<head { take(&paragraphs[index], as: .siteChrome) }
        for index in head..<min(body, tail) where paragraphs[index].purpose == .body {
            if let title, title.contains(index) {
                paragraphs[index].purpose = .title
            } else if isLetterhead(paragraphs[index]) || isIssuerLine(paragraphs, index) {
                paragraphs[index].purpose = .letterhead
            } else if isNumberLine(paragraphs[index]) {
                paragraphs[index].purpose = .documentNumber
            } else if isFrame(paragraphs[index]) || isPageDate(paragraphs[index])
                || isButtonRow(paragraphs[index])
            {
                take(&paragraphs[index], as: .siteChrome)
            }
        }
        if let title, let end = frame.titleEnd {
            // The words of the page's frame behind the title.
            for index in end..<paragraphs[title.upperBound - 1].end where text.tokens[index].role == .text {
                text.setRole(index, .siteChrome)
            }
            paragraphs[title.upperBound - 1].end =
                text.ink(before: end, from: paragraphs[title.upperBound - 1].first) + 1
            paragraphs[title.upperBound - 1].stop = text.tokens[paragraphs[title.upperBound - 1].end - 1].end
        }
    }

    /// Words of the page's frame; those of a small table are its own.
    private func isFrame(_ paragraph: ParagraphSpan) -> Bool { paragraph.table < 0 && reader.isSiteChrome(paragraph) }

    private func isPageDate(_ paragraph: ParagraphSpan) -> Bool {
        guard let date = reader.wholeDate(paragraph) else { return false }
        return !date.isWritten
    }

    /// [大] [中] [小]
    private func isButtonRow(_ paragraph: ParagraphSpan) -> Bool {
        paragraph.byteCount < 90 && (text.kind(paragraph.first) == .openBracket) && !reader.hasSentence(paragraph)
            && reader.withInk(paragraph) { $0.holds("中") && $0.holds("小") }
    }

    func take(_ paragraph: inout ParagraphSpan, as role: TokenRole) {
        paragraph.purpose = .furniture
        for index in paragraph.first..<paragraph.end
        where text.tokens[index].role == .text || text.tokens[index].role == .layoutSpace {
            // A token that two paragraphs share stays text: its other half may be.
            if text.tokens[index].start < paragraph.start || text.tokens[index].end > paragraph.stop { continue }
            text.setRole(index, role)
        }
    }

    // MARK: - Tail

    /// The first paragraph behind the notice, or the number of paragraphs when nothing follows it.
    private func tailStart(_ paragraphs: [ParagraphSpan]) -> Int {
        var last = paragraphs.count - 1
        while last >= 0, !isAnchor(paragraphs[last]) { last -= 1 }
        guard last + 1 < paragraphs.count else { return paragraphs.count }
        if let end = chromeBehindSignature(paragraphs, before: last) { return end }
        let hasChrome = (last + 1..<paragraphs.count).contains { reader.isSiteChrome(paragraphs[$0]) }
        return hasChrome ? last + 1 : paragraphs.count
    }

    /// Words of the page's frame right behind a signature: then what looks like text below them is other pages' titles.
    private func chromeBehindSignature(_ paragraphs: [ParagraphSpan], before last: Int) -> Int? {
        guard let date = paragraphs.lastIndex(where: { reader.wholeDate($0)?.isWritten == true }), date < last,
            paragraphs.count - date < 60
        else { return nil }
        let next = date + 1
        guard next < paragraphs.count, reader.isSiteChrome(paragraphs[next]) else { return nil }
        let rest = paragraphs[next...]
        if rest.contains(where: { reader.opens($0, with: "附件") && !reader.isSiteChrome($0) || $0.byteCount > 600 }) {
            return nil
        }
        return next
    }

    /// Whether a paragraph is certainly text of a notice.
    private func isAnchor(_ paragraph: ParagraphSpan) -> Bool {
        // Words of the page's frame may look like text; they are asked for last, because that takes longest.
        paragraph.table >= 0 || looksLikeText(paragraph) && !reader.isSiteChrome(paragraph)
    }

    private func looksLikeText(_ paragraph: ParagraphSpan) -> Bool {
        if let date = reader.wholeDate(paragraph) { return date.isWritten }
        if paragraph.byteCount > 75, reader.hasSentence(paragraph) { return true }
        if let marker = reader.marker(paragraph), marker.scheme != .upperLetter, marker.scheme != .lowerLetter {
            return true
        }
        let last = reader.lastInk(paragraph)
        return paragraph.byteCount > 30 && last >= 0 && text.kind(last) == .sentenceEnd
    }

    private func markTail(_ paragraphs: inout [ParagraphSpan], from tail: Int) {
        for index in tail..<paragraphs.count { take(&paragraphs[index], as: .siteChrome) }
    }

    /// 抄送：… and 某某办公厅 2022年4月24日印发 (版记, GB/T 9704-2012 7.4).
    private func markImprint(_ paragraphs: inout [ParagraphSpan]) {
        guard let part = frame.parts.last else { return }
        var start: Int?
        for index in stride(
            from: part.paragraphs.upperBound - 1,
            through: max(part.paragraphs.lowerBound, part.paragraphs.upperBound - 20), by: -1)
        {
            let paragraph = paragraphs[index]
            guard paragraph.purpose == .body, paragraph.byteCount < 1_500 else { continue }
            if reader.opens(paragraph, with: "抄送") || reader.opens(paragraph, with: "主题词")
                || paragraph.byteCount < 200 && reader.closes(paragraph, with: "印发") && hasDate(paragraph)
            {
                start = index
            }
        }
        guard let start else { return }
        for index in start..<part.paragraphs.upperBound where paragraphs[index].purpose != .furniture {
            take(&paragraphs[index], as: .imprint)
        }
    }

    private func hasDate(_ paragraph: ParagraphSpan) -> Bool {
        (paragraph.first..<paragraph.end).contains { reader.dates.date(at: $0, end: paragraph.end)?.isWritten == true }
    }

    // MARK: - Addressees, signature, attachments

    private mutating func markRecipients(_ paragraphs: inout [ParagraphSpan], from start: Int, body: Int, tail: Int) {
        for index in start..<min(tail, body + 2) where index < paragraphs.count && paragraphs[index].purpose == .body {
            guard isRecipients(paragraphs[index]) else {
                if index >= body { return }
                continue
            }
            paragraphs[index].purpose = .recipients
            frame.recipients = Recipients.names(paragraphs[index], reader)
            frame.recipientStart = paragraphs[index].start
            return
        }
    }

    /// The date under the covering notice's text, and the names above it. Returns the paragraph of the date.
    private mutating func markSignature(_ paragraphs: inout [ParagraphSpan], from body: Int, to tail: Int) -> Int? {
        for index in body..<tail where paragraphs[index].purpose == .body {
            guard let date = reader.wholeDate(paragraphs[index]), date.isWritten else { continue }
            paragraphs[index].purpose = .date
            frame.issuedOn = date.iso
            var names: [Range<Int>] = []
            var above = index - 1
            while above > body, above > index - 40 {
                let paragraph = paragraphs[above]
                if paragraph.purpose != .body {
                    if paragraph.purpose == .furniture {
                        above -= 1
                        continue
                    }
                    break
                }
                if reader.isNote(paragraph) {
                    paragraphs[above].purpose = .note
                } else if reader.isOrganizations(paragraph), !reader.hasSentence(paragraph),
                    reader.marker(paragraph) == nil
                {
                    names = self.names(paragraph) + names
                    paragraphs[above].purpose = .signature
                } else {
                    break
                }
                above -= 1
            }
            frame.issuers = names
            return index
        }
        return nil
    }

    /// The names in a line of the signature: white space between them, if each piece is a name.
    private func names(_ paragraph: ParagraphSpan) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var start = paragraph.first
        for index in paragraph.first..<paragraph.end
        where text.kind(index) == .whitespace && text.tokens[index].role == .text {
            guard index > start, reader.endsInOrganization(start, index) else { continue }
            names.append(start..<index)
            start = text.ink(from: index, to: paragraph.end)
        }
        if start < paragraph.end { names.append(start..<paragraph.end) }
        return names
    }

    /// 附件：1.… and the lines below it.
    private mutating func markAttachmentList(_ paragraphs: inout [ParagraphSpan], from body: Int, to tail: Int) {
        var reading = AttachmentList(reader: reader)
        frame.attachments = reading.mark(&paragraphs, from: body, to: tail)
    }
}
