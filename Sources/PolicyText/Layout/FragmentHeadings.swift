/// Cuts the heading off where a chapter's marker, its heading and its text came as one run of fragments.
///
/// A line end between two Han characters, with no punctuation near, is one that the page had; a line end beside a
/// quotation mark or a number was made by a change of font and says little.
struct FragmentHeadings {
    let text: TokenText
    let scanner: MarkerScanner
    /// The tokens that a marker may open with; see ``Landmarks``.
    let openers: TokenBits

    func split(_ paragraphs: inout [ParagraphSpan]) {
        guard paragraphs.contains(where: { $0.layout == .fragments }) else { return }
        var result: [ParagraphSpan] = []
        result.reserveCapacity(paragraphs.count)
        var pieces: [ParagraphSpan] = []
        pieces.reserveCapacity(paragraphs.count + 8)
        for paragraph in paragraphs { addChapters(of: paragraph, to: &pieces) }
        for paragraph in pieces {
            guard paragraph.layout == .fragments, let cut = headingEnd(paragraph) else {
                result.append(paragraph)
                continue
            }
            let end = text.ink(before: cut, from: paragraph.first) + 1
            let next = text.ink(from: cut, to: paragraph.end)
            guard end > paragraph.first, next < paragraph.end else {
                result.append(paragraph)
                continue
            }
            var head = ParagraphSpan(first: paragraph.first, end: end, text: text)
            head.layout = .fragments
            head.isJoined = true
            var tail = ParagraphSpan(first: next, end: paragraph.end, text: text)
            tail.layout = .fragments
            tail.isJoined = true
            result.append(head)
            result.append(tail)
        }
        paragraphs = result
    }

    /// A chapter that begins in the middle of a line, behind a full stop.
    private func addChapters(of paragraph: ParagraphSpan, to pieces: inout [ParagraphSpan]) {
        guard paragraph.layout == .fragments else { return pieces.append(paragraph) }
        var first = paragraph.first
        var next = paragraph.first + 1
        while let index = openers.first(from: next, before: paragraph.end) {
            next = index + 1
            guard text.kind(index) == .han, text.token(index, is: "第"), text.kind(index - 1) == .sentenceEnd,
                let marker = scanner.marker(at: index, end: paragraph.end),
                !marker.isDoubtful,
                marker.scheme == .chapter || marker.scheme == .articleSection
            else { continue }
            pieces.append(piece(first, index, paragraph))
            first = index
        }
        pieces.append(piece(first, paragraph.end, paragraph))
    }

    private func piece(_ first: Int, _ end: Int, _ paragraph: ParagraphSpan) -> ParagraphSpan {
        var piece = ParagraphSpan(first: first, end: end, text: text)
        piece.layout = paragraph.layout
        piece.isJoined = paragraph.isJoined
        return piece
    }

    /// The token of the line end that closes the heading, or `nil`.
    private func headingEnd(_ paragraph: ParagraphSpan) -> Int? {
        guard let marker = scanner.marker(at: paragraph.first, end: paragraph.end),
            marker.scheme == .chapter || marker.scheme == .articleSection || marker.scheme == .han
                || marker.scheme == .volume
        else { return nil }
        let opening = text.ink(from: marker.bodyToken, to: paragraph.end)
        var hard: Int?
        var soft: Int?
        var quotes = 0
        var index = opening
        scan: while index < paragraph.end {
            switch text.kind(index) {
            case .comma, .enumerationComma, .sentenceEnd, .semicolon, .colon: break scan
            case .openQuote, .openBracket, .openTitle: quotes += 1
            case .closeQuote, .closeBracket, .closeTitle: quotes = max(0, quotes - 1)
            case .lineEnd where quotes == 0:
                let before = text.ink(before: index, from: opening)
                let after = text.ink(from: index, to: paragraph.end)
                guard before >= 0, after < paragraph.end else { break }
                if isWord(before), isWord(after) {
                    hard = index
                } else if text.kind(after) == .openQuote, isWord(before), !endsInConjunction(before) {
                    soft = index
                }
            default: break
            }
            index += 1
        }
        guard index < paragraph.end else { return nil }
        return hard ?? soft
    }

    private func isWord(_ index: Int) -> Bool {
        let kind = text.kind(index)
        return kind == .han || kind == .hanNumeral || kind == .markdown
    }

    private func endsInConjunction(_ index: Int) -> Bool {
        let words: [StaticString] = ["和", "与", "及", "或", "对", "在", "的", "于"]
        return words.contains { text.token(index, endsIn: $0) }
    }
}
