/// Cuts paragraphs that ran together because line ends were lost: title, addressees, signature, date, enclosure.
///
/// Sections are not cut here; their markers are found wherever they stand (see ``MarkerFinder``).
struct LostLineEnds {
    let text: TokenText
    let reader: ParagraphReader
    /// The tokens 年 of the text, and those of brackets and title marks, in order; see ``Landmarks``.
    private let years: [Int32]
    private let brackets: [Int32]
    /// The longest name of a signing body, in bytes.
    static let nameBytes = 150

    init(text: TokenText, reader: ParagraphReader, landmarks: Landmarks) {
        self.text = text
        self.reader = reader
        years = landmarks.years
        brackets = landmarks.brackets
    }

    func split(_ paragraphs: inout [ParagraphSpan]) {
        let isLineless = isLineless(paragraphs)
        // Made with the first cut: most texts have all their line ends.
        var result: [ParagraphSpan] = []
        var cuts: [Cut] = []
        var copied = 0
        var year = 0
        for number in paragraphs.indices {
            let paragraph = paragraphs[number]
            while year < years.count, Int(years[year]) < paragraph.first { year += 1 }
            guard paragraph.layout != .fragments, paragraph.table < 0, mayHoldMore(paragraph) else { continue }
            if !cuts.isEmpty { cuts.removeAll(keepingCapacity: true) }
            findCuts(of: paragraph, isHead: number < 4, isLineless: isLineless, year: year, &cuts)
            if cuts.isEmpty, !isLineless { continue }
            result += paragraphs[copied..<number]
            result += apply(cuts, to: paragraph, isLineless: isLineless)
            copied = number + 1
        }
        if copied > 0 {
            result += paragraphs[copied...]
            paragraphs = result
        }
        splitEnclosures(&paragraphs)
    }

    /// A notice of a thousand bytes in one to three lines has lost its line ends; a short one, in a single line.
    private func isLineless(_ paragraphs: [ParagraphSpan]) -> Bool {
        paragraphs.count <= 3 && paragraphs.contains { $0.byteCount > 900 }
            || paragraphs.count == 1 && paragraphs[0].byteCount > 240
    }

    /// A short line that ends as lines do holds nothing else.
    private func mayHoldMore(_ paragraph: ParagraphSpan) -> Bool {
        paragraph.byteCount > 60 || text.kind(paragraph.end - 1) == .han && paragraph.end - paragraph.first > 5
    }

    // MARK: - Cuts

    /// A place to cut: the paragraph before it ends at `end`, the one behind it begins at token `next`, byte `start`.
    private struct Cut {
        var lastToken: Int
        var end: Int
        var next: Int
        var start: Int
    }

    /// - Parameter year: The place of the first 年 at or behind the paragraph's first token.
    private func findCuts(
        of paragraph: ParagraphSpan, isHead: Bool, isLineless: Bool, year: Int, _ cuts: inout [Cut]
    ) {
        if isLineless { findGaps(paragraph, &cuts) }
        if isHead { findHeadCuts(paragraph, &cuts) }
        if year < years.count, Int(years[year]) < paragraph.end { findSignature(paragraph, from: year, &cuts) }
        if let cut = chromeCut(paragraph) { cuts.append(cut) }
        if cuts.count > 1 { cuts.sort { $0.end < $1.end } }
    }

    private func apply(_ cuts: [Cut], to paragraph: ParagraphSpan, isLineless: Bool) -> [ParagraphSpan] {
        var pieces: [ParagraphSpan] = []
        var first = paragraph.first
        var start = paragraph.start
        for cut in cuts where cut.end > start && cut.start < paragraph.stop && cut.start >= start {
            pieces.append(
                ParagraphSpan(first: first, end: cut.lastToken + 1, start: start, stop: cut.end, like: paragraph))
            first = cut.next
            start = cut.start
        }
        pieces.append(
            ParagraphSpan(first: first, end: paragraph.end, start: start, stop: paragraph.stop, like: paragraph))
        for index in pieces.indices { pieces[index].isMerged = isLineless || pieces[index].byteCount > 600 }
        return pieces
    }

    private func cut(behind token: Int, in paragraph: ParagraphSpan) -> Cut? {
        let next = text.ink(from: token + 1, to: paragraph.end)
        guard next < paragraph.end else { return nil }
        return Cut(lastToken: token, end: text.tokens[token].end, next: next, start: text.tokens[next].start)
    }

    // MARK: - White space that was a line end

    /// In text without line ends, white space between Chinese characters is what is left of them.
    private func findGaps(_ paragraph: ParagraphSpan, _ cuts: inout [Cut]) {
        var pieceStart = paragraph.first
        for index in paragraph.first..<paragraph.end where text.kind(index) == .whitespace {
            let before = text.ink(before: index, from: paragraph.first)
            let after = text.ink(from: index, to: paragraph.end)
            guard before >= 0, after < paragraph.end else { continue }
            if isLetterSpaced(before, after, paragraph) || isMarker(before) { continue }
            guard
                isWideGap(index) || endsClause(before) || standsAlone(pieceStart, before + 1, text.tokens[after])
                    || signs(after, paragraph)
            else { continue }
            cuts.append(
                Cut(lastToken: before, end: text.tokens[before].end, next: after, start: text.tokens[after].start))
            pieceStart = after
        }
    }

    /// Whether a signing body's name and its date follow, or the date.
    private func signs(_ first: Int, _ paragraph: ParagraphSpan) -> Bool {
        guard let gap = (first..<paragraph.end).first(where: { text.kind($0) == .whitespace }) else {
            return reader.wholeDate(ParagraphSpan(first: first, end: paragraph.end, text: text)) != nil
        }
        let next = text.ink(from: gap, to: paragraph.end)
        guard next < paragraph.end, text.tokens[gap].start - text.tokens[first].start < Self.nameBytes,
            let date = reader.dates.date(at: next, end: paragraph.end), date.isWritten
        else { return false }
        return reader.endsInOrganization(first, gap)
    }

    /// 总　　则 is one word.
    private func isLetterSpaced(_ before: Int, _ after: Int, _ paragraph: ParagraphSpan) -> Bool {
        text.kind(before) == .han && text.tokens[before].byteCount == 3 && text.kind(after) == .han
            && before > paragraph.first
            && text.kind(before - 1) == .whitespace
    }

    /// （三） and its text belong together, whatever stands between them.
    private func isMarker(_ before: Int) -> Bool {
        guard text.kind(before) == .closeBracket, let open = text.tokens[before].partner else { return false }
        return reader.scanner.marker(at: open, end: before + 1) != nil
    }

    private func isWideGap(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.byteCount >= 6 && text.bytes[token.end - 1] >= 0x80 || token.byteCount >= 4
    }

    private func endsClause(_ index: Int) -> Bool {
        switch text.kind(index) {
        case .sentenceEnd, .colon, .semicolon: true
        case .closeBracket: index + 1 < text.count
        default: false
        }
    }

    /// A title, a body's name or a date, which stood on a line of its own.
    private func standsAlone(_ first: Int, _ end: Int, _ next: Token) -> Bool {
        guard next.kind == .han || next.kind == .digits || next.kind == .openBracket || next.kind == .hanNumeral else {
            return false
        }
        guard first < end else { return false }
        let span = ParagraphSpan(first: first, end: end, text: text)
        guard span.byteCount < 500 else { return false }
        return reader.wholeDate(span) != nil || reader.isOrganizations(span) && !opensTitle(next) || isNumber(span)
            || (span.byteCount > 24 && reader.genre(first, end) != nil && !reader.hasSentence(span))
    }

    /// 某某局 某某厅关于…: the first of the bodies that a title names.
    private func opensTitle(_ next: Token) -> Bool {
        var position = next.start
        while position + 6 <= next.end {
            if text.has("关于", at: position) { return true }
            position += 3
        }
        return false
    }

    private func isNumber(_ span: ParagraphSpan) -> Bool {
        guard span.byteCount < 120, let found = DocumentNumberReader(reader: reader).number(in: span) else {
            return false
        }
        return found.start == span.start && found.end == span.stop
    }

    // MARK: - Title, document number and addressees

    /// …的通知|某政发〔2024〕16号|各乡镇人民政府：|…
    private func findHeadCuts(_ paragraph: ParagraphSpan, _ cuts: inout [Cut]) {
        if !findNumber(paragraph, &cuts), let cut = titleCut(paragraph) { cuts.append(cut) }
        if let cut = addresseeCut(paragraph, after: cuts) { cuts.append(cut) }
    }

    /// …的通知|各区、县（市）人民政府
    private func titleCut(_ paragraph: ParagraphSpan) -> Cut? {
        for index in paragraph.first..<min(paragraph.end, paragraph.first + 60) {
            switch text.kind(index) {
            case .sentenceEnd, .colon, .semicolon: return nil
            case .han: break
            default: continue
            }
            let token = text.tokens[index]
            var position = token.start
            while position + 6 < token.end {
                if text.has("通知各", at: position), position > paragraph.start + 12 {
                    return Cut(lastToken: index, end: position + 6, next: index, start: position + 6)
                }
                position += 3
            }
        }
        return nil
    }

    /// 各省…人民政府，国务院各部委：党中央、国务院高度重视…
    private func addresseeCut(_ paragraph: ParagraphSpan, after cuts: [Cut]) -> Cut? {
        let limit = min(paragraph.end, paragraph.first + 160)
        guard let colon = (paragraph.first..<limit).first(where: { isClauseEnd($0) }), text.kind(colon) == .colon else {
            return nil
        }
        // The addressees begin behind the last cut before the colon.
        let first = cuts.lazy.map(\.next).filter { $0 <= colon }.max() ?? paragraph.first
        guard Recipients.looksLikeRecipients(first, colon, reader) else { return nil }
        return cut(behind: colon, in: paragraph)
    }

    private func isClauseEnd(_ index: Int) -> Bool { text.kind(index) == .colon || text.kind(index) == .sentenceEnd }

    /// …的实施意见|国办发〔2020〕24号|: whether there is a cut.
    private func findNumber(_ paragraph: ParagraphSpan, _ cuts: inout [Cut]) -> Bool {
        let numbers = DocumentNumberReader(reader: reader)
        for index in paragraph.first..<min(paragraph.end, paragraph.first + 60) {
            if text.kind(index) == .sentenceEnd { return false }
            guard let found = numbers.number(bracket: index, in: paragraph) else { continue }
            // A number in brackets is a citation.
            if found.firstToken > paragraph.first, text.kind(found.firstToken - 1) == .openBracket { return false }
            // 某公开办发〔2021〕1号|各区人民政府…
            let opens = found.start == paragraph.start
            if !opens {
                guard found.start > paragraph.start,
                    reader.genre(paragraph.first, found.firstToken + 1, before: found.start)
                else { return false }
                cuts.append(titleEnd(found))
            }
            guard let end = numberEnd(found, paragraph) else { return !opens }
            cuts.append(end)
            return true
        }
        return false
    }

    private func titleEnd(_ found: DocumentNumberReader.Found) -> Cut {
        let token = text.tokens[found.firstToken]
        guard token.start == found.start else {
            return Cut(lastToken: found.firstToken, end: found.start, next: found.firstToken, start: found.start)
        }
        let last = text.ink(before: found.firstToken, from: 0)
        return Cut(lastToken: last, end: text.tokens[last].end, next: found.firstToken, start: found.start)
    }

    private func numberEnd(_ found: DocumentNumberReader.Found, _ paragraph: ParagraphSpan) -> Cut? {
        let last = found.endToken - 1
        guard found.end < paragraph.stop else { return nil }
        if text.tokens[last].end > found.end {
            return Cut(lastToken: last, end: found.end, next: last, start: found.end)
        }
        return cut(behind: last, in: paragraph)
    }

    // MARK: - Signature and date

    /// …确保改革措施落地见效。国务院办公厅2020年7月15日（此件公开发布）
    private func findSignature(_ paragraph: ParagraphSpan, from firstYear: Int, _ cuts: inout [Cut]) {
        guard paragraph.kinds.mayHold(.digits) || paragraph.kinds.mayHold(.hanNumeral) else { return }
        for place in firstYear..<years.count {
            guard Int(years[place]) < paragraph.end else { break }
            if findSignature(year: Int(years[place]), paragraph, &cuts) { break }
        }
    }

    /// Cuts around the signature whose date has its 年 at a token; false where there is none.
    private func findSignature(year: Int, _ paragraph: ParagraphSpan, _ cuts: inout [Cut]) -> Bool {
        guard text.isInk(year) else { return false }
        let numbers = TokenKinds(.digits, .hanNumeral)
        // The number stands before it, or furniture that could be one.
        let before = max(text.ink(before: year, from: paragraph.first), paragraph.first)
        for index in before..<year where index > paragraph.first && numbers.mayHold(text.kind(index)) {
            guard let date = reader.dates.date(at: index, end: paragraph.end), date.isWritten,
                let name = nameBefore(index, paragraph), isFree(date, paragraph)
            else { continue }
            if name > paragraph.first,
                let cut = cut(behind: text.ink(before: name, from: paragraph.first), in: paragraph)
            {
                cuts.append(cut)
            }
            if let cut = cut(behind: text.ink(before: index, from: paragraph.first), in: paragraph) { cuts.append(cut) }
            cutBehind(date, paragraph, &cuts)
            return true
        }
        return false
    }

    /// Whether the date ends a signature: 某某办2020年7月15日印发的… does not.
    private func isFree(_ date: DateReader.Found, _ paragraph: ParagraphSpan) -> Bool {
        guard date.end < paragraph.stop else { return true }
        let last = date.endToken - 1
        if text.tokens[last].end == date.end {
            let next = text.ink(from: last + 1, to: paragraph.end)
            guard next < paragraph.end else { return true }
            return text.kind(next) == .openBracket || text.kind(next) == .han && text.kind(last + 1) == .whitespace
        }
        let particles: [StaticString] = [
            "印发", "发布", "起", "前", "至", "召开", "在", "以", "公布", "出台", "下发", "与", "和", "之", "的", "对", "向", "就",
        ]
        return !particles.contains { text.has($0, at: date.end) }
    }

    /// The token that a signing body's name begins with, when the name stands between a full stop and the date.
    private func nameBefore(_ index: Int, _ paragraph: ParagraphSpan) -> Int? {
        var first = index
        while first > paragraph.first {
            let before = first - 1
            switch text.kind(before) {
            case .han, .hanNumeral, .whitespace, .openQuote, .closeQuote, .openBracket, .closeBracket:
                if text.kind(before) == .closeBracket, let partner = text.tokens[before].partner,
                    text.tokens[before].start - text.tokens[partner].start > 60
                {
                    return nil
                }
                first = before
            case .sentenceEnd:
                return check(first, index, paragraph)
            default:
                return nil
            }
            if text.tokens[index].start - text.tokens[first].start > Self.nameBytes { return nil }
        }
        return check(first, index, paragraph)
    }

    private func check(_ first: Int, _ index: Int, _ paragraph: ParagraphSpan) -> Int? {
        let start = text.ink(from: first, to: index)
        guard start < index, reader.endsInOrganization(start, index) else { return nil }
        return start
    }

    private func cutBehind(_ date: DateReader.Found, _ paragraph: ParagraphSpan, _ cuts: inout [Cut]) {
        guard date.end < paragraph.stop else { return }
        let last = date.endToken - 1
        if text.tokens[last].end > date.end {
            return cuts.append(Cut(lastToken: last, end: date.end, next: last, start: date.end))
        }
        guard let first = cut(behind: last, in: paragraph) else { return }
        cuts.append(first)
        // （此件公开发布） stands by itself.
        if text.kind(first.next) == .openBracket, let partner = text.tokens[first.next].partner,
            partner < paragraph.end,
            text.tokens[partner].end - first.start < 120, let second = cut(behind: partner, in: paragraph)
        {
            cuts.append(second)
        }
    }

    // MARK: - Enclosure and page frame

    /// Words of the page's frame behind the last sentence.
    private func chromeCut(_ paragraph: ParagraphSpan) -> Cut? {
        // Nothing stands behind the last sentence of most paragraphs.
        guard paragraph.kinds.mayHold(.sentenceEnd), text.kind(paragraph.end - 1) != .sentenceEnd else { return nil }
        var last = paragraph.end - 1
        while last >= paragraph.first, text.kind(last) != .sentenceEnd { last -= 1 }
        guard last >= paragraph.first, let found = cut(behind: last, in: paragraph) else { return nil }
        // （某某局牵头） behind the last sentence is the usual end of a paragraph.
        if text.kind(found.next) == .openBracket, text.tokens[found.next].partner == paragraph.end - 1 { return nil }
        let rest = ParagraphSpan(
            first: found.next, end: paragraph.end, start: found.start, stop: paragraph.stop, like: paragraph)
        guard rest.byteCount < 1_200, reader.withInk(rest, reader.lexicons.siteChrome.matches) else { return nil }
        return found
    }

    /// 现将《某某措施》印发给你们…某某措施为落实…: the enclosed document's title opens its text.
    private func splitEnclosures(_ paragraphs: inout [ParagraphSpan]) {
        let named = NamedTitles(reader: reader, brackets: brackets).titles(in: paragraphs.prefix(12), as: .written)
        guard !named.isEmpty else { return }
        let keys = TitleKeys(named.map { NamedTitles.key($0.bytes) })
        var result: [ParagraphSpan] = []
        var copied = 0
        for number in paragraphs.indices {
            let paragraph = paragraphs[number]
            guard keys.mayHold(NamedTitles.key(in: text.bytes, paragraph.start..<paragraph.stop)),
                paragraph.layout != .fragments, paragraph.table < 0,
                let title = named.first(where: { text.has($0.bytes, at: paragraph.start) }),
                let (head, rest) = split(paragraph, behind: paragraph.start + title.bytes.count)
            else { continue }
            result += paragraphs[copied..<number]
            result.append(head)
            result.append(rest)
            copied = number + 1
        }
        guard copied > 0 else { return }
        result += paragraphs[copied...]
        paragraphs = result
    }

    /// The title that a paragraph opens with and the text behind it; `nil` where there is none, or it belongs to the title.
    private func split(
        _ paragraph: ParagraphSpan, behind end: Int
    ) -> (head: ParagraphSpan, rest: ParagraphSpan)? {
        guard end < paragraph.stop, !text.has("的", at: end) else { return nil }
        var token = paragraph.first
        while text.tokens[token].end < end { token += 1 }
        let isInside = text.tokens[token].end > end
        let next = isInside ? token : text.ink(from: token + 1, to: paragraph.end)
        guard next < paragraph.end else { return nil }
        var head = ParagraphSpan(
            first: paragraph.first, end: token + 1, start: paragraph.start, stop: end, like: paragraph)
        var rest = ParagraphSpan(
            first: next, end: paragraph.end, start: isInside ? end : text.tokens[next].start, stop: paragraph.stop,
            like: paragraph)
        head.isMerged = false
        rest.isMerged = true
        return (head, rest)
    }
}

extension ParagraphReader {
    /// Whether the text up to a byte ends in a genre.
    func genre(_ first: Int, _ end: Int, before stop: Int) -> Bool {
        withInk(first, end, to: stop) { lexicons.genres.longestEnding($0) } != nil
    }
}
