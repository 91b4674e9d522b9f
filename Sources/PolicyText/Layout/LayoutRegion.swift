/// How a stretch of lines is laid out.
enum LayoutKind: Sendable {
    /// A line is a paragraph.
    case paragraphs
    /// Lines are wrapped at a fixed width, as PDF text is.
    case wrapped
    /// Every span of the original page stands on a line of its own.
    case fragments
}

/// A stretch of lines with one layout.
struct LayoutRegion {
    var lines: Range<Int>
    var kind: LayoutKind
    /// The columns of a full line, for ``LayoutKind/wrapped``.
    var fullWidth: Int
    /// Whether paragraphs open with an indent that continuation lines lack.
    var indents: Bool
    /// Whether numbers and quotation marks stand on lines of their own, torn from their sentences.
    var tearsNumbers = false
}

/// Finds out, stretch by stretch, how the lines are laid out.
struct LayoutClassifier {
    let text: TokenText
    /// Lines are judged in stretches of so many lines of ink.
    static let stretch = 120
    /// Wider than this, a line of text is a paragraph: no page sets so many columns.
    static let longLine = 120
    /// Fewer lines than this say little by their widths alone.
    static let fewLines = 20
    /// Columns by which a full line may fall short (a word or a bracket that was carried over).
    static let ragged = 8

    func regions(of lines: [Line]) -> [LayoutRegion] {
        var regions: [LayoutRegion] = []
        var start = 0
        while start < lines.count {
            let end = stretchEnd(from: start, lines)
            var region = classify(start..<end, lines)
            if let last = regions.last, last.kind == region.kind, abs(last.fullWidth - region.fullWidth) <= Self.ragged
            {
                region.lines = last.lines.lowerBound..<end
                region.fullWidth = max(last.fullWidth, region.fullWidth)
                region.indents = last.indents || region.indents
                regions[regions.count - 1] = region
            } else {
                regions.append(region)
            }
            start = end
        }
        return regions
    }

    /// A stretch has ``stretch`` lines of ink; a short rest goes with it.
    private func stretchEnd(from start: Int, _ lines: [Line]) -> Int {
        var count = 0
        for index in start..<lines.count where lines[index].isInk && lines[index].table < 0 {
            count += 1
            if count == Self.stretch, lines.count - index > Self.stretch / 2 { return index + 1 }
        }
        return lines.count
    }

    private func classify(_ range: Range<Int>, _ lines: [Line]) -> LayoutRegion {
        let plain = LayoutRegion(lines: range, kind: .paragraphs, fullWidth: 0, indents: false)
        var ink: [Int] = []
        ink.reserveCapacity(range.count)
        for index in range where lines[index].isInk && lines[index].table < 0 { ink.append(index) }
        guard ink.count >= 6 else { return plain }
        let pieces = tornPieces(ink, lines)
        if isFragmented(ink, lines, pieces) {
            return LayoutRegion(lines: range, kind: .fragments, fullWidth: 0, indents: false)
        }
        let long = ink.count { lines[$0].width > Self.longLine }
        guard long * 10 <= ink.count, let width = fullWidth(ink, lines) else { return plain }
        return LayoutRegion(
            lines: range, kind: .wrapped, fullWidth: width, indents: indents(ink, lines, width),
            tearsNumbers: pieces >= 3)
    }

    /// Fragments: many lines end in the middle of a sentence, and many are a word or a sign.
    private func isFragmented(_ ink: [Int], _ lines: [Line], _ pieces: Int) -> Bool {
        var tiny = 0
        var torn = 0
        var clipped = 0
        for index in ink {
            if lines[index].width <= 6 { tiny += 1 }
            if lines[index].width <= 40 { clipped += 1 }
            switch text.kind(lines[index].end - 1) {
            case .comma, .enumerationComma, .openQuote, .openBracket, .openTitle: torn += 1
            default: break
            }
        }
        if pieces >= 3, pieces * 20 >= ink.count, clipped * 10 >= ink.count * 6 { return true }
        return clipped * 10 >= ink.count * 6 && torn * 5 >= ink.count
            && (tiny * 20 >= ink.count || torn * 3 >= ink.count)
    }

    /// How many numbers and quotation marks were torn out of sentences: text with punctuation follows, as in no table.
    private func tornPieces(_ ink: [Int], _ lines: [Line]) -> Int {
        var count = 0
        for place in 0..<ink.count - 1
        where isTornPiece(lines[ink[place]]) && hasPunctuation(lines[ink[place + 1]]) { count += 1 }
        return count
    }

    private func hasPunctuation(_ line: Line) -> Bool {
        (line.first..<line.end).contains { index in
            switch text.kind(index) {
            case .comma, .sentenceEnd, .semicolon, .enumerationComma: true
            default: false
            }
        }
    }

    /// A number or a quotation mark on a line of its own.
    func isTornPiece(_ line: Line) -> Bool {
        guard line.end - line.first <= 2, line.width <= 8 else { return false }
        return (line.first..<line.end).allSatisfy { index in
            switch text.kind(index) {
            case .digits, .openQuote, .closeQuote, .dot, .percent: true
            default: false
            }
        }
    }

    /// The width that most unfinished lines share, or `nil` when they share none.
    private func fullWidth(_ ink: [Int], _ lines: [Line]) -> Int? {
        var histogram = [Int](repeating: 0, count: Self.longLine + 1)
        var unfinished = 0
        for index in ink where lines[index].width <= Self.longLine && !endsSentence(lines[index]) {
            histogram[lines[index].width] += 1
            if lines[index].width >= 36 { unfinished += 1 }
        }
        guard unfinished >= 4, unfinished * 4 >= ink.count else { return nil }
        var best = (count: 0, width: 0)
        // The lines of the last so many widths.
        var count = histogram[36 - Self.ragged..<36].reduce(0, +)
        for width in 36...Self.longLine {
            count += histogram[width] - histogram[width - Self.ragged]
            if count >= best.count { best = (count, width) }
        }
        // The lines of one page width make up most of the unfinished ones; titles and table rows make up the rest.
        guard best.count * 2 >= unfinished else { return nil }
        // Nothing is wider than the page: a few lines of all lengths are paragraphs that happen to be short.
        let wider = ink.count { lines[$0].width > best.width + 2 }
        guard ink.count >= Self.fewLines || wider * 10 <= ink.count else { return nil }
        return best.width
    }

    func endsSentence(_ line: Line) -> Bool {
        switch text.kind(line.end - 1) {
        case .sentenceEnd, .semicolon, .colon: true
        default: false
        }
    }

    /// Whether lines behind a finished short line stand further in than the others.
    private func indents(_ ink: [Int], _ lines: [Line], _ width: Int) -> Bool {
        var histogram: [Int: Int] = [:]
        for index in ink where lines[index].width + Self.ragged >= width {
            histogram[lines[index].indent, default: 0] += 1
        }
        guard let base = histogram.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return false }
        let further = ink.count { lines[$0].indent >= base + 2 && lines[$0].indent <= base + 8 }
        return further >= 3 && further * 2 <= ink.count
    }
}
