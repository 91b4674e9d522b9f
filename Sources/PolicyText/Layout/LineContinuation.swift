/// What is known of the paragraph in the making.
struct OpenParagraph {
    @Narrow var first: Int
    /// Behind the last token of ink so far.
    @Narrow var end: Int
    /// The kinds of the tokens so far.
    var kinds: TokenKinds
    /// Whether it opens with 第一章 or the like.
    var opensWithUnit: Bool
}

/// Says whether a line goes on with the paragraph of the line before.
struct LineContinuation {
    let text: TokenText
    let scanner: MarkerScanner
    /// How many lines a torn bracket may run across.
    static let bracketLines = 12

    init(_ text: TokenText) {
        self.text = text
        scanner = MarkerScanner(text: text)
    }

    /// - Parameter open: The paragraph in the making, which ends with the line at `previous`.
    func continues(
        _ previous: Int, _ index: Int, _ lines: Lines, _ region: LayoutRegion, _ open: OpenParagraph
    ) -> Bool {
        if lines[index].headingDepth > 0 || lines[previous].headingDepth > 0 { return false }
        if lines[previous].bracketReach >= lines[index].first, index - previous <= Self.bracketLines,
            !isMarkerLine(lines[index])
        {
            return true
        }
        switch region.kind {
        case .paragraphs: return endsOpen(lines[previous]) && mends(lines[previous], lines[index])
        case .wrapped: return wraps(lines[previous], lines[index], index - previous - 1, region, open)
        case .fragments: return !opensFragmentParagraph(previous, index, lines, open)
        }
    }

    private func isMarkerLine(_ line: Line) -> Bool {
        guard scanner.mayOpen(line.first), let found = scanner.marker(at: line.first, end: line.end) else {
            return false
        }
        return !found.isDoubtful && found.scheme != .decimal
    }

    private func endsOpen(_ line: Line) -> Bool {
        let words = TokenKinds(.han, .hanNumeral, .digits, .latin)
        let signs = TokenKinds(.comma, .enumerationComma, .percent, .slash)
        let brackets = TokenKinds(.openBracket, .openQuote, .openTitle, .closeQuote)
        return words.union(signs).union(brackets).mayHold(line.closing) || line.closing == .closeTitle
    }

    private func hasSentence(_ line: Line) -> Bool { line.kinds.mayHold(.sentenceEnd) }

    /// In clean text a line is a paragraph, unless a page break or a column cut it in the middle of a sentence.
    private func mends(_ above: Line, _ line: Line) -> Bool {
        guard !isMarkerLine(line) else { return false }
        if line.indent >= 4, above.indent >= 4 { return false }
        if above.closing == .enumerationComma || above.closing == .comma {
            return hasSentence(line) || line.closing == .comma || above.width > 60
        }
        guard hasSentence(line) || line.width > 60, above.hasInnerPunctuation(text) else { return false }
        if isMarkerLine(above), !hasSentence(above), above.width <= 120 { return false }
        return hasSentence(above) || above.width > 60
    }

    private func wraps(
        _ above: Line, _ line: Line, _ gap: Int, _ region: LayoutRegion, _ open: OpenParagraph
    ) -> Bool {
        // A number is carried over whole: the line before it may stop short by as much.
        let carried = line.opening == .digits || line.opening == .latin ? min(text.width(line.first), 12) : 0
        let isFull = above.width + LayoutClassifier.ragged + carried >= region.fullWidth
        let last = above.closing
        let isFinished =
            last == .sentenceEnd || last == .semicolon || last == .colon || last == .closeBracket || last == .dot
        if region.tearsNumbers, mendsTear(above, line) { return true }
        if opensRecipients(above, line) { return false }
        // Behind a full line that stops in the middle of a sentence a marker may be a word (相统|一、市场…): the sequence
        // decides. A full line without punctuation is a title or a heading, and so is a unit in which no sentence has ended.
        if isMarkerLine(line), isFinished || !isFull || !above.hasInnerPunctuation(text) || isHeadingSoFar(open) {
            return false
        }
        // A short line without any punctuation behind the end of a sentence is a title.
        if isFinished, line.width + LayoutClassifier.ragged < region.fullWidth, !hasPunctuation(line.kinds) {
            return false
        }
        if !isFull {
            // A short line goes on only where it stops in the middle of a list or a clause.
            return last == .enumerationComma || last == .comma
        }
        if !isFinished { return true }
        if last == .colon { return false }
        if region.indents { return line.indent <= above.indent || line.indent <= 1 }
        return gap == 0
    }

    /// 各市人民政府，…： below a full line of a title: the addressees never go on with it.
    private func opensRecipients(_ above: Line, _ line: Line) -> Bool {
        // The cheap question first: it is asked of every line.
        guard text.token(line.first, opensWith: "各"), !text.token(above.first, opensWith: "各") else { return false }
        return (line.closing == .colon || line.hasInnerPunctuation(text)) && !above.hasInnerPunctuation(text)
            && !isMarkerLine(above)
    }

    /// A number or quotation mark that stands alone goes on, and so does the line behind it.
    private func mendsTear(_ above: Line, _ line: Line) -> Bool {
        guard !isMarkerLine(line), !isDateLine(line), !isDateLine(above) else { return false }
        let layout = LayoutClassifier(text: text)
        if layout.isTornPiece(line) || layout.isTornPiece(above) { return !layout.endsSentence(above) }
        return endsOpen(above) && line.opening == .digits && !isMarkerLine(above)
    }

    /// Whether the paragraph in the making opens with a marker and has ended no sentence yet.
    private func isHeadingSoFar(_ open: OpenParagraph) -> Bool {
        !open.kinds.holdsAny(of: TokenKinds(.sentenceEnd, .semicolon))
            && scanner.marker(at: open.first, end: open.end) != nil
    }

    // MARK: - Fragments

    private func opensFragmentParagraph(
        _ previous: Int, _ index: Int, _ lines: Lines, _ open: OpenParagraph
    ) -> Bool {
        let opening = lines[index].opening
        let first = lines[index].first
        if scanner.mayOpen(first), let found = scanner.marker(at: first, end: lines[index].end),
            !found.isDoubtful, !found.scheme.isWord, found.scheme != .decimal,
            found.scheme != .arabicDot || endsSentence(lines[previous])
        {
            return true
        }
        if opening == .han, opensUnit(first) { return true }
        if opening == .openBracket, opensBracketed(first) { return true }
        if opening == .dash, text.tokens[first].byteCount >= 6, lines[index].end - first == 1 { return true }
        if open.opensWithUnit, !hasPunctuation(open.kinds) { return false }
        let isTorn = !endsSentence(lines[previous]) && !(isWord(lines[previous].closing) && isWord(opening))
        if isTorn { return isDateLine(lines[previous]) || isDateLine(lines[index]) }
        return standsAlone(previous, lines) || standsAlone(index, lines)
    }

    /// A word of the page's frame, a title, a date: nothing torn at its end, no punctuation in it or in the next line.
    private func standsAlone(_ index: Int, _ lines: Lines) -> Bool {
        if isDateLine(lines[index]) { return true }
        guard !hasPunctuation(lines[index].kinds), lines[index].kinds.mayHold(.han) else { return false }
        var next = index + 1
        while next < lines.count, !lines[next].isInk { next += 1 }
        guard next < lines.count else { return true }
        if isDateLine(lines[next]) { return true }
        return isWord(lines[index].closing) && isWord(lines[next].opening) && !hasPunctuation(lines[next].kinds)
            && lines[next].kinds.mayHold(.han)
    }

    /// 2022-05-07, perhaps with a time of day.
    private func isDateLine(_ line: Line) -> Bool {
        line.opening == .digits && line.end - line.first >= 5 && !line.kinds.mayHold(.han)
            && text.digitCount(line.first) == 4
            && (text.kind(line.first + 1) == .dash || text.kind(line.first + 1) == .slash)
    }

    private func isWord(_ kind: TokenKind) -> Bool { TokenKinds(.han, .hanNumeral, .markdown, .symbol).mayHold(kind) }

    private func hasPunctuation(_ kinds: TokenKinds) -> Bool {
        kinds.holdsAny(
            of: TokenKinds(.comma, .enumerationComma, .sentenceEnd, .semicolon).union(TokenKinds(.colon, .colon)))
    }

    private func endsSentence(_ line: Line) -> Bool {
        TokenKinds(.sentenceEnd, .semicolon, .colon, .colon).mayHold(line.closing)
    }

    /// （一） with its brackets and its number on lines of their own.
    private func opensBracketed(_ index: Int) -> Bool {
        guard text.kind(index) == .openBracket else { return false }
        guard let found = scanner.marker(at: index, end: min(index + 8, text.count)) else { return false }
        return found.scheme == .parenthesizedHan && !found.isDoubtful
    }

    /// The most tokens that 第一章 may be torn into, white space counted.
    static let unitTokens = 8

    /// 第一章 on a line, with the number as a fragment of its own perhaps.
    func opensUnit(_ index: Int) -> Bool {
        guard text.token(index, is: "第") else { return false }
        let end = min(index + Self.unitTokens, text.count)
        guard let found = scanner.marker(at: index, end: end) else { return false }
        return found.scheme == .chapter || found.scheme == .articleSection || found.scheme == .volume
    }
}
