/// Finds the places of a part where a marker could stand, and says how good each place is.
struct MarkerFinder {
    let text: TokenText
    let scanner: MarkerScanner

    init(_ text: TokenText) {
        self.text = text
        scanner = MarkerScanner(text: text)
    }

    /// The candidates of one paragraph, in order. `paragraphIndex` is kept by the caller.
    func candidates(in paragraph: ParagraphSpan, into found: inout [MarkerCandidate]) {
        var index = paragraph.first
        // Where the text behind the last marker begins, and whether a clause has ended since.
        var body = -1
        var isHeading = false
        if let marker = opening(paragraph) {
            index = max(marker.bodyToken, index + 1)
            body = marker.bodyToken
            isHeading = true
            found.append(marker)
        }
        while true {
            index = candidate(from: index, to: paragraph.end, &isHeading)
            guard index < paragraph.end else { return }
            let token = text.tokens[index]
            guard mayOpen(index, paragraph.end), token.role == .text else {
                index += 1
                continue
            }
            let isBehindMarker = body >= 0 && text.ink(from: body, to: index + 1) == index
            guard let position = isBehindMarker ? .afterSpace : position(of: index, in: paragraph),
                var marker = scanner.marker(at: index, end: paragraph.end)
            else {
                index += 1
                continue
            }
            marker.position = position
            if isBehindMarker, marker.scheme.followsMarkers, !marker.isDoubtful {
                // 第七条　（一）…: a marker right behind a marker opens the paragraph, too.
                marker.position = found[found.count - 1].position
            } else if isBehindMarker || !isAllowed(marker, position)
                || position == .inText && !isEnumeration(marker) && !(isHeading && isNear(body, index))
            {
                index += 1
                continue
            }
            if marker.scheme == .decimal { marker.isDoubtful = true }
            found.append(marker)
            body = marker.bodyToken
            isHeading = true
            index = max(marker.bodyToken, index + 1)
        }
    }

    /// The first token at or behind `index` that a marker may open with, by its kind; clears `isHeading` where a heading
    /// ends before it.
    @inline(__always)
    private func candidate(from index: Int, to end: Int, _ isHeading: inout Bool) -> Int {
        let openers = TokenKinds(.hanNumeral, .digits, .openBracket, .enclosedNumber)
        let ends = TokenKinds(.sentenceEnd, .semicolon, .colon, .colon)
        var kinds = TokenKinds.none
        var index = index
        while index < end {
            let token = text.tokens[index]
            kinds.insert(token.kind)
            // Nine tokens of ten are neither.
            if token.kind == .han {
                if token.endOffset &- token.startOffset <= 6, mayBeWord(index, token.byteCount, end) { break }
            } else if openers.mayHold(token.kind) {
                break
            }
            index &+= 1
        }
        if kinds.holdsAny(of: ends) { isHeading = false }
        return index
    }

    /// Whether a short run of Han may be 第, 表, 甲 or 首先, by what follows; 年 and 月 are looked at no further.
    @inline(__always)
    private func mayBeWord(_ index: Int, _ byteCount: Int, _ end: Int) -> Bool {
        guard index + 1 < end else { return false }
        if byteCount == 6 { return text.kind(index + 1) == .comma }
        return text.kind(index + 1) == .enumerationComma || !text.isInk(index + 1) || text.token(index, is: "第")
            || text.token(index, is: "表")
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
            let count = text.tokens[index].byteCount
            return count == 3 && text.kind(index + 1) != .han || count == 6 && text.kind(index + 1) == .comma
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
