extension FrameFinder {
    /// The notice's own number: on a line of its head, behind its title, or in a field of the page.
    mutating func findNumber(_ paragraphs: inout [ParagraphSpan], head: Int, body: Int) {
        let numbers = DocumentNumberReader(reader: reader)
        for index in head..<min(body + 1, paragraphs.count) where paragraphs[index].purpose == .documentNumber {
            frame.number = numbers.number(in: paragraphs[index])
            if index > head, paragraphs[index - 1].purpose == .title { addOrderName(paragraphs[index - 1]) }
            return
        }
        // A field of the page: 发文字号：…
        let labels: [StaticString] = ["发文字号", "文号", "发文文号", "文件编号"]
        for index in paragraphs.indices where paragraphs[index].purpose == .furniture {
            let paragraph = paragraphs[index]
            guard paragraph.byteCount < 300, paragraph.kinds.mayHold(.colon) else { continue }
            var colon: Int?
            if labels.contains(where: { opensRaw(paragraph, with: $0) }) {
                colon = (paragraph.first..<paragraph.end).first { text.kind($0) == .colon }
            } else if index < body {
                colon = laterColon(in: paragraph, behind: labels)
            }
            guard let colon, let found = number(behind: colon, in: paragraph) else { continue }
            frame.number = found
            return
        }
    }

    /// 发布机构：… 文号：…: the colon of a label that is not the first word of its line.
    private func laterColon(in paragraph: ParagraphSpan, behind labels: [StaticString]) -> Int? {
        (paragraph.first..<paragraph.end).first { index in
            guard text.kind(index) == .colon else { return false }
            let before = raw(paragraph.first, index)
            return labels.contains { before.ends(in: $0) }
        }
    }

    /// 某某人民政府令 / 第318号: the number of an order has the order's name in front.
    private mutating func addOrderName(_ title: ParagraphSpan) {
        let name = reader.squash(title)
        guard let number = frame.number, number.code.isEmpty, number.year == nil, name.ends(in: "令") else {
            return
        }
        frame.number?.code = name
        guard frame.issuers.isEmpty, reader.endsInOrganization(bytes: name.dropLast(3)) else { return }
        frame.issuers = [title.first..<title.end]
        frame.issuerEnding = 3
    }

    private func number(behind colon: Int, in paragraph: ParagraphSpan) -> DocumentNumberReader.Found? {
        // Furniture is no ink: read the field's tokens as text for a moment.
        let numbers = DocumentNumberReader(reader: reader)
        let saved = (colon + 1..<paragraph.end).map { text.tokens[$0].role }
        for index in colon + 1..<paragraph.end { text.setRole(index, .text) }
        defer { for (offset, role) in saved.enumerated() { text.setRole(colon + 1 + offset, role) } }
        let first = text.ink(from: colon + 1, to: paragraph.end)
        guard first < paragraph.end else { return nil }
        return numbers.number(in: ParagraphSpan(first: first, end: paragraph.end, text: text))
    }

    /// Issuing bodies from the letterhead or the title, where no signature names them.
    mutating func findIssuersInHead(_ paragraphs: [ParagraphSpan], title: Range<Int>?, head: Int, body: Int) {
        guard frame.issuers.isEmpty else { return }
        for index in head..<min(body, paragraphs.count) where paragraphs[index].purpose == .letterhead {
            let last = reader.lastInk(paragraphs[index])
            frame.issuers = [paragraphs[index].first..<last + 1]
            frame.issuerEnding = reader.closes(paragraphs[index], with: "文件") ? 6 : 0
            return
        }
        guard let title, let paragraph = title.first.map({ paragraphs[$0] }) else { return }
        frame.issuers = issuers(inTitle: paragraph)
    }

    /// 某某人民政府办公厅|关于…
    private func issuers(inTitle paragraph: ParagraphSpan) -> [Range<Int>] {
        for index in paragraph.first..<paragraph.end where text.kind(index) == .han {
            let token = text.tokens[index]
            var position = token.start
            while position + 6 <= token.end {
                if text.has("关于", at: position) {
                    let bytes = reader.squash(paragraph.first, index + 1, to: position)
                    guard reader.endsInOrganization(bytes: bytes) else { return [] }
                    return [paragraph.first..<(position > token.start ? index + 1 : index)]
                }
                position += 3
            }
        }
        return []
    }

    /// The page's date: a field (发布时间：…) or a bare date near the head.
    mutating func findDates(_ paragraphs: [ParagraphSpan], body: Int) {
        var bare: String?
        for index in paragraphs.indices where paragraphs[index].purpose == .furniture {
            guard index < body || paragraphs.count - index < 60, paragraphs[index].byteCount < 400 else { continue }
            let above = index > 0 && paragraphs[index - 1].purpose == .furniture ? paragraphs[index - 1] : nil
            guard let field = dateField(paragraphs[index], below: above) else { continue }
            switch field.label {
            case .issue where frame.issuedOn == nil: frame.issuedOn = field.iso
            case .publication where frame.publishedOn == nil: frame.publishedOn = field.iso
            case .none where index < body: bare = bare ?? field.iso
            default: break
            }
        }
        if frame.publishedOn == nil { frame.publishedOn = bare }
    }

    private enum DateLabel { case issue, publication, none }

    private static let issueLabels: [StaticString] = ["成文日期", "发文日期"]
    private static let publicationLabels: [StaticString] = ["发布日期", "发布时间", "时间", "日期", "发布于"]

    private func dateField(_ paragraph: ParagraphSpan, below above: ParagraphSpan?) -> (label: DateLabel, iso: String)?
    {
        guard paragraph.kinds.mayHold(.digits),
            text.other(from: paragraph.first, to: paragraph.end) < paragraph.end,
            (paragraph.first..<paragraph.end).contains(where: { text.tokens[$0].role == .siteChrome })
        else { return nil }
        for index in paragraph.first..<paragraph.end where text.kind(index) == .digits && text.digitCount(index) == 4 {
            guard let date = furnitureDate(index, paragraph.end) else { continue }
            var bytes = raw(paragraph.first, index)
            let isBare = bytes.isEmpty
            // 发布日期： and its date may stand on two lines.
            if isBare, let above, above.byteCount < 60 { bytes = raw(above.first, above.end) }
            if Self.issueLabels.contains(where: bytes.holds) { return (.issue, date.iso) }
            if Self.publicationLabels.contains(where: bytes.holds) { return (.publication, date.iso) }
            return isBare ? (.none, date.iso) : nil
        }
        return nil
    }

    /// The most tokens that a date takes.
    private static let dateTokens = 12

    private func furnitureDate(_ index: Int, _ end: Int) -> DateReader.Found? {
        let limit = min(end, index + Self.dateTokens)
        // A look at what follows the year: roles are changed for what may be a date only.
        var next = index + 1
        while next < limit, text.kind(next) == .whitespace { next += 1 }
        guard next < limit, text.kind(next) != .han || text.token(next, is: "年") else { return nil }
        var saved = InlineArray<12, TokenRole>(repeating: .text)
        for token in index..<limit {
            saved[token - index] = text.tokens[token].role
            text.setRole(token, .text)
        }
        defer { for token in index..<limit { text.setRole(token, saved[token - index]) } }
        return reader.dates.date(at: index, end: limit)
    }

    /// Whether a paragraph begins with a word, white space left out; furniture is no ink, so the bytes are looked at.
    private func opensRaw(_ paragraph: ParagraphSpan, with word: StaticString) -> Bool {
        var matched = 0
        for index in paragraph.first..<min(paragraph.end, paragraph.first + 8) where text.kind(index) != .whitespace {
            for position in text.tokens[index].start..<text.tokens[index].end {
                guard text.bytes[position] == word.utf8Start[matched] else { return false }
                matched += 1
                if matched == word.utf8CodeUnitCount { return true }
            }
        }
        return false
    }

    private func raw(_ first: Int, _ end: Int) -> [UInt8] {
        guard first < end else { return [] }
        let capacity = text.tokens[end - 1].end - text.tokens[first].start
        return [UInt8](room: capacity + TokenText.copyRoom) { [text] buffer, count in
            for index in first..<end where text.kind(index) != .whitespace {
                let token = text.tokens[index]
                count += text.copy(token.start, token.end, to: buffer.baseAddress.map { $0 + count })
            }
        }
    }

    /// 相关附件：某府发〔2023〕5号关于印发《…》的通知.pdf: the page's own copy of the notice says what the text has lost.
    mutating func findLink(_ paragraphs: [ParagraphSpan], from tail: Int) {
        for index in tail..<max(tail, paragraphs.count) where paragraphs[index].byteCount < 2_000 {
            let paragraph = paragraphs[index]
            // Not ink, so that the reader cannot tell: 相 and 附 are looked for at the byte where the paragraph begins.
            guard
                text.has("相", at: text.tokens[paragraph.first].start)
                    || text.has("附", at: text.tokens[paragraph.first].start)
            else { continue }
            let bytes = raw(paragraph.first, paragraph.end)
            guard bytes.starts(with: Array("相关附件".utf8)) || bytes.starts(with: Array("附件下载".utf8)),
                let colon = (paragraph.first..<paragraph.end).first(where: { text.kind($0) == .colon })
            else { continue }
            let saved = (paragraph.first..<paragraph.end).map { text.tokens[$0].role }
            for token in paragraph.first..<paragraph.end { text.setRole(token, .text) }
            defer { for (offset, role) in saved.enumerated() { text.setRole(paragraph.first + offset, role) } }
            readLink(colon + 1, paragraph.end)
            return
        }
    }

    private mutating func readLink(_ first: Int, _ end: Int) {
        guard
            let dot = (first..<end).first(where: {
                text.kind($0) == .dot && $0 + 1 < end && text.kind($0 + 1) == .latin
            }), dot > first
        else { return }
        let name = ParagraphSpan(first: first, end: dot, text: text)
        guard let found = DocumentNumberReader(reader: reader).number(in: name), found.start == name.start else {
            return
        }
        frame.number = found
        guard frame.parts.first?.title.isEmpty ?? true else { return }
        let last = found.endToken - 1
        // 5号关于印发: the title begins inside the token of 号.
        guard let genre = reader.genre(found.endToken - 1, dot) else { return }
        frame.genre = genre
        frame.linkedTitle = last..<dot
    }
}
