/// Finds the places of a part where a marker could stand, and says how good each place is.
struct MarkerFinder {
    private let text: TokenText
    private let scanner: MarkerScanner
    private let openers: TokenBits
    private let unpaired: [Int32]

    /// - Parameters:
    ///   - openers: See ``Landmarks``.
    ///   - unpaired: See ``Landmarks``.
    init(_ text: TokenText, openers: TokenBits, unpaired: [Int32]) {
        self.text = text
        self.openers = openers
        self.unpaired = unpaired
        scanner = MarkerScanner(text: text)
    }

    /// The candidates of one paragraph, in order. `paragraphIndex` is kept by the caller.
    func candidates(in paragraph: ParagraphSpan, into found: inout [MarkerCandidate]) {
        var index = paragraph.first
        // Where the text behind the last marker begins.
        var body = -1
        if let marker = opening(paragraph) {
            index = max(marker.bodyToken, index + 1)
            body = marker.bodyToken
            found.append(marker)
            if marker.scheme.holdsArticles { addArticle(behind: marker, paragraph, &found, &index, &body) }
        }
        while let opener = openers.first(from: index, before: paragraph.end) {
            index = opener + 1
            guard mayOpen(opener, paragraph.end), text.tokens[opener].role == .text,
                let marker = candidate(at: opener, in: paragraph, behind: body, found.last)
            else { continue }
            found.append(marker)
            body = marker.bodyToken
            index = max(marker.bodyToken, index)
            if marker.scheme.holdsArticles { addArticle(behind: marker, paragraph, &found, &index, &body) }
        }
    }

    /// 第三章认定程序|第九条认定…: an article right behind the heading of its chapter, within the same run of characters.
    private func addArticle(
        behind marker: MarkerCandidate, _ paragraph: ParagraphSpan, _ found: inout [MarkerCandidate],
        _ index: inout Int, _ body: inout Int
    ) {
        guard mayOpenChapter(marker.position) else { return }
        var place = marker.bodyToken
        while place + 2 < paragraph.end, isNear(marker.bodyToken, place), text.kind(place) == .han {
            // A heading of two characters at least.
            if text.tokens[place].end - marker.end >= 9, var article = scanner.article(endingIn: place, paragraph.end) {
                article.position = .afterGap
                found.append(article)
                body = article.bodyToken
                index = max(article.bodyToken, index)
                return
            }
            place += 1
        }
    }

    /// Where a chapter begins, and none is referred to.
    private func mayOpenChapter(_ position: MarkerCandidate.Position) -> Bool {
        switch position {
        case .paragraphStart, .lineStart, .afterGap, .afterSentence: true
        default: false
        }
    }

    /// The marker at a token in the text of a paragraph.
    ///
    /// - Parameters:
    ///   - body: Where the text behind the last marker begins; -1 without one.
    ///   - last: That marker.
    private func candidate(
        at index: Int, in paragraph: ParagraphSpan, behind body: Int, _ last: MarkerCandidate?
    ) -> MarkerCandidate? {
        let isBehindMarker = body >= 0 && text.ink(from: body, to: index + 1) == index
        guard let position = isBehindMarker ? .afterSpace : position(of: index, in: paragraph) else { return nil }
        // Inside a sentence only （1） and ① are looked for, save in what may be a heading.
        if position == .inText, !TokenKinds(.openBracket, .enclosedNumber).mayHold(text.kind(index)),
            !isInHeading(body, index)
        {
            return nil
        }
        guard var marker = scanner.marker(at: index, end: paragraph.end) else { return nil }
        marker.position = position
        if isBehindMarker, marker.scheme.followsMarkers, !marker.isDoubtful, let last {
            // 第七条　（一）…: a marker right behind a marker opens the paragraph, too.
            marker.position = last.position
        } else if isBehindMarker || !isAllowed(marker, position)
            || position == .inText && !isEnumeration(marker) && !isInHeading(body, index)
        {
            return nil
        }
        if marker.scheme == .decimal { marker.isDoubtful = true }
        if position == .afterSpace, !isBehindMarker {
            if marker.scheme == .article || marker.scheme == .articleSection, let last, last.scheme.holdsArticles,
                mayOpenChapter(last.position), isInHeading(body, index)
            {
                // 第三章　认定程序　第九条: what stands between is the chapter's heading.
                marker.position = .afterGap
            } else if !unpaired.isEmpty, isBehindTornLabel(body, index) {
                marker.position = .paragraphStart
            }
        }
        return marker
    }

    /// Bytes of a bracket that lost its end, up to the next marker.
    private static let longestTornBracket = 600

    /// （责任单位：市商务局、市财政局 4.…: a bracket with a label is open, and nothing but a new paragraph ends it there.
    private func isBehindTornLabel(_ body: Int, _ index: Int) -> Bool {
        let next = unpaired.place(from: index)
        guard next > 0 else { return false }
        let open = Int(unpaired[next - 1])
        guard open >= body, open + 2 < index, text.kind(open) == .openBracket, text.kind(open + 1) == .han,
            text.kind(open + 2) == .colon,
            text.tokens[index].start - text.tokens[open].start <= Self.longestTornBracket
        else { return false }
        let ends = TokenKinds(.sentenceEnd, .semicolon, .colon, .colon)
        return !(open + 3..<index).contains { ends.mayHold(text.kind($0)) }
    }

    /// Whether what lies between a marker and a token may be a heading: short, and without the end of a clause.
    private func isInHeading(_ body: Int, _ index: Int) -> Bool {
        guard body >= 0, isNear(body, index) else { return false }
        let ends = TokenKinds(.sentenceEnd, .semicolon, .colon, .colon)
        return !(body..<max(body, index)).contains { ends.mayHold(text.kind($0)) }
    }

    /// Whether what lies between two tokens is no longer than a heading.
    private func isNear(_ first: Int, _ index: Int) -> Bool {
        text.tokens[index].start - text.tokens[first].start <= 3 * HeadingRule.lineCharacters
    }

    /// The marker that the paragraph opens with; a bullet in front does not count.
    private func opening(_ paragraph: ParagraphSpan) -> MarkerCandidate? {
        var first = paragraph.first
        if text.kind(first) == .bullet { first = text.ink(from: first + 1, to: paragraph.end) }
        guard first < paragraph.end, scanner.mayOpen(first) else { return nil }
        // 附件1 opens a part and 表1 names a table: neither is a unit.
        guard
            var marker = scanner.marker(at: first, end: paragraph.end)
                ?? scanner.bareDecimal(at: first, end: paragraph.end),
            marker.scheme != .attachment, marker.scheme != .table
        else { return nil }
        marker.position = .paragraphStart
        return marker
    }

    // MARK: - Places

    /// A quick look at the kinds, so that most tokens cost nothing.
    @inline(__always)
    private func mayOpen(_ index: Int, _ end: Int) -> Bool {
        guard index + 1 < end else { return false }
        switch text.kind(index) {
        case .hanNumeral:
            switch text.kind(index + 1) {
            case .enumerationComma, .dot, .whitespace: return true
            case .han: return text.token(index + 1, opensWith: "是")
            default: return false
            }
        case .digits:
            switch text.kind(index + 1) {
            case .dot, .enumerationComma, .closeBracket, .replacement, .whitespace: return true
            default: return false
            }
        case .openBracket:
            switch text.kind(index + 1) {
            case .hanNumeral, .digits, .whitespace, .latin: return true
            default: return false
            }
        case .enclosedNumber: return true
        case .han:
            // 第, 表, 甲 or 首先, by what follows; 年 and 月 are looked at no further.
            if text.tokens[index].byteCount == 6 { return text.kind(index + 1) == .comma && scanner.mayBeWord(index) }
            guard text.tokens[index].byteCount == 3, text.kind(index + 1) != .han else { return false }
            if text.token(index, is: "第") || text.token(index, is: "表") { return true }
            // Letter-spaced text has thousands of single characters with white space behind them.
            let next = text.ink(from: index + 1, to: end)
            return next < end && text.kind(next) == .enumerationComma
        default: return false
        }
    }

    /// What stands before a token, or `nil` where no marker can stand.
    private func position(of index: Int, in paragraph: ParagraphSpan) -> MarkerCandidate.Position? {
        let before = text.ink(before: index, from: paragraph.first)
        guard before >= 0 else { return .paragraphStart }
        if before < index - 1 {
            if let gap = gap(before + 1, index) {
                return endsSentence(before, index) && gap == .afterSpace ? .afterSentence : gap
            }
        }
        switch text.kind(before) {
        case .sentenceEnd: return .afterSentence
        case .closeBracket: return .afterSentence
        case .dot where text.kind(index) != .digits: return .afterSentence
        case .dot: return before > paragraph.first && text.kind(before - 1) == .han ? .afterSentence : nil
        case .colon: return .afterColon
        case .semicolon: return .afterSemicolon
        case .comma: return .afterComma
        case .han, .closeQuote, .closeTitle: return .inText
        default: return nil
        }
    }

    private func endsSentence(_ before: Int, _ index: Int) -> Bool {
        text.kind(before) == .sentenceEnd || text.kind(before) == .closeBracket
    }

    private func gap(_ first: Int, _ end: Int) -> MarkerCandidate.Position? {
        var bytes = 0
        for index in first..<end {
            if text.kind(index) == .lineEnd { return .lineStart }
            if text.tokens[index].role == .text { bytes += text.tokens[index].byteCount }
        }
        if bytes >= 4 { return .afterGap }
        return bytes > 0 ? .afterSpace : nil
    }

    /// 可以享受（1）…；（2）…: these stand inside a sentence; one alone comes to nothing.
    private func isEnumeration(_ marker: MarkerCandidate) -> Bool {
        marker.scheme == .parenthesizedArabic || marker.scheme == .circled
    }

    /// In running text a marker needs more than its looks.
    private func isAllowed(_ marker: MarkerCandidate, _ position: MarkerCandidate.Position) -> Bool {
        if marker.isDoubtful { return false }
        switch position {
        case .inText:
            switch marker.scheme {
            case .parenthesizedHan, .han, .chapter, .articleSection, .circled, .arabicDot, .arabicComma,
                .parenthesizedArabic:
                return true
            default: return false
            }
        case .afterComma:
            return marker.scheme.isWord || marker.scheme == .circled || marker.scheme == .parenthesizedArabic
        case .lineStart:
            return marker.scheme != .upperLetter && marker.scheme != .lowerLetter
        default:
            switch marker.scheme {
            case .attachment, .annexTable, .box, .table, .item, .clause: return false
            default: return true
            }
        }
    }
}
