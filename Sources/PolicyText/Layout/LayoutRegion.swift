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

    func regions(of lines: Lines) -> [LayoutRegion] {
        var regions: [LayoutRegion] = []
        var start = 0
        while start < lines.count {
            let shape = shape(from: start, lines)
            let end = shape.end
            var region = classify(start..<end, shape, lines)
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

    /// What the lines of ink of a stretch are like.
    private struct Shape {
        /// Behind the last line.
        var end: Int
        var ink = 0
        var tiny = 0
        var torn = 0
        var clipped = 0
        var long = 0
        /// How many numbers and quotation marks were torn out of sentences: text with punctuation follows, as in no table.
        var pieces = 0
    }

    private func classify(_ range: Range<Int>, _ shape: Shape, _ lines: Lines) -> LayoutRegion {
        let plain = LayoutRegion(lines: range, kind: .paragraphs, fullWidth: 0, indents: false)
        guard shape.ink >= 6 else { return plain }
        if isFragmented(shape) { return LayoutRegion(lines: range, kind: .fragments, fullWidth: 0, indents: false) }
        guard shape.long * 10 <= shape.ink, let width = fullWidth(range, shape.ink, lines) else { return plain }
        return LayoutRegion(
            lines: range, kind: .wrapped, fullWidth: width, indents: indents(range, shape.ink, lines, width),
            tearsNumbers: shape.pieces >= 3)
    }

    /// A stretch has ``stretch`` lines of ink; a short rest goes with it.
    private func shape(from start: Int, _ lines: Lines) -> Shape {
        let tears = TokenKinds(.comma, .enumerationComma, .openQuote, .openBracket).union(
            TokenKinds(.openTitle, .openTitle))
        var shape = Shape(end: lines.count)
        var isBehindPiece = false
        for index in start..<lines.count where isText(lines[index]) {
            let width = lines[index].width
            shape.ink += 1
            shape.tiny += width <= 6 ? 1 : 0
            shape.clipped += width <= 40 ? 1 : 0
            shape.long += width > Self.longLine ? 1 : 0
            shape.torn += tears.mayHold(lines[index].closing) ? 1 : 0
            if isBehindPiece, lines[index].hasPunctuation { shape.pieces += 1 }
            isBehindPiece = isTornPiece(lines[index])
            if shape.ink == Self.stretch, lines.count - index > Self.stretch / 2 {
                shape.end = index + 1
                break
            }
        }
        return shape
    }

    /// Whether a line counts: no furniture, no table.
    private func isText(_ line: Line) -> Bool { line.isInk && line.table < 0 }

    /// Fragments: many lines end in the middle of a sentence, and many are a word or a sign.
    private func isFragmented(_ shape: Shape) -> Bool {
        guard shape.clipped * 10 >= shape.ink * 6 else { return false }
        if shape.pieces >= 3, shape.pieces * 20 >= shape.ink { return true }
        return shape.torn * 5 >= shape.ink && (shape.tiny * 20 >= shape.ink || shape.torn * 3 >= shape.ink)
    }

    /// A number or a quotation mark on a line of its own.
    func isTornPiece(_ line: Line) -> Bool {
        let signs = TokenKinds(.digits, .openQuote, .closeQuote, .dot).union(TokenKinds(.percent, .percent))
        return line.kinds.holdsOnly(signs) && line.end - line.first <= 2 && line.width <= 8
    }

    /// The width that most unfinished lines share, or `nil` when they share none.
    private func fullWidth(_ range: Range<Int>, _ inkCount: Int, _ lines: Lines) -> Int? {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.longLine + 1) { histogram in
            histogram.initialize(repeating: 0)
            var unfinished = 0
            for index in range where isText(lines[index]) && lines[index].width <= Self.longLine {
                guard !endsSentence(lines[index]) else { continue }
                histogram[lines[index].width] += 1
                if lines[index].width >= 36 { unfinished += 1 }
            }
            guard unfinished >= 4, unfinished * 4 >= inkCount else { return nil }
            let best = peak(UnsafeBufferPointer(histogram))
            // The lines of one page width make up most of the unfinished ones; titles and table rows make up the rest.
            guard best.count * 2 >= unfinished else { return nil }
            // Nothing is wider than the page: a few lines of all lengths are paragraphs that happen to be short.
            guard inkCount < Self.fewLines else { return best.width }
            let wider = range.count { isText(lines[$0]) && lines[$0].width > best.width + 2 }
            return wider * 10 <= inkCount ? best.width : nil
        }
    }

    /// The widest of the widths that most lines nearly have.
    private func peak(_ histogram: UnsafeBufferPointer<Int32>) -> (count: Int, width: Int) {
        var best = (count: 0, width: 0)
        // The lines of the last so many widths.
        var count = 0
        for width in 36 - Self.ragged..<36 { count += Int(histogram[width]) }
        for width in 36...Self.longLine {
            count += Int(histogram[width]) - Int(histogram[width - Self.ragged])
            if count >= best.count { best = (count, width) }
        }
        return best
    }

    func endsSentence(_ line: Line) -> Bool {
        switch line.closing {
        case .sentenceEnd, .semicolon, .colon: true
        default: false
        }
    }

    /// Whether lines behind a finished short line stand further in than the others.
    private func indents(_ range: Range<Int>, _ inkCount: Int, _ lines: Lines, _ width: Int) -> Bool {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.indentLimit + 1) { histogram in
            histogram.initialize(repeating: 0)
            for index in range where isText(lines[index]) && lines[index].width + Self.ragged >= width {
                histogram[min(lines[index].indent, Self.indentLimit)] += 1
            }
            // The least of those that most lines have.
            var base = 0
            for indent in 1...Self.indentLimit where histogram[indent] > histogram[base] { base = indent }
            guard histogram[base] > 0 else { return false }
            let further = range.count {
                isText(lines[$0]) && lines[$0].indent >= base + 2 && lines[$0].indent <= base + 8
            }
            return further >= 3 && further * 2 <= inkCount
        }
    }

    /// Deeper indents count as this one: none is half a page wide.
    private static let indentLimit = 127
}
