/// Rejoins lines into paragraphs.
struct LineJoiner {
    let text: TokenText
    let scanner: MarkerScanner
    private(set) var paragraphs: [ParagraphSpan] = []
    /// The paragraph in the making, which the next line may go on with.
    private var current: ParagraphSpan?
    /// Whether it opens with 第一章 or the like: asked for each line that may go on with it.
    private var opensWithUnit = false
    /// How many lines a torn bracket may run across.
    static let bracketLines = 12

    init(_ text: TokenText) {
        self.text = text
        scanner = MarkerScanner(text: text)
    }

    /// Makes a paragraph of every line: a reader has found the paragraphs already.
    mutating func take(_ lines: Lines, _ tables: [FlatTable]) {
        paragraphs.reserveCapacity(lines.count)
        let region = LayoutRegion(lines: lines.indices, kind: .paragraphs, fullWidth: 0, indents: false)
        for index in lines.indices where lines[index].isInk {
            if lines[index].table >= 0 {
                finish()
                open(lines[index].table, tables, lines, at: index)
            } else {
                open(lines[index], region)
            }
        }
        finish()
    }

    mutating func join(_ lines: Lines, _ regions: [LayoutRegion], _ tables: [FlatTable]) {
        paragraphs.reserveCapacity(lines.count / 2 + 1)
        var previous = -1
        for region in regions {
            for index in region.lines where lines[index].isInk {
                guard lines[index].table < 0 else {
                    finish()
                    open(lines[index].table, tables, lines, at: index)
                    previous = -1
                    continue
                }
                if previous >= 0, continues(previous, index, lines, region) {
                    append(lines[index], region)
                } else {
                    open(lines[index], region)
                }
                previous = index
            }
        }
        finish()
    }

    private mutating func open(_ line: Line, _ region: LayoutRegion) {
        finish()
        var paragraph = ParagraphSpan(first: line.first, end: line.end, text: text)
        paragraph.headingDepth = line.headingDepth
        paragraph.layout = region.kind
        paragraph.kinds = line.kinds
        opensWithUnit = line.opening == .han && opensUnit(line.first)
        if line.kinds.mayHold(.whitespace) { clearSpaces(line, region) }
        current = paragraph
    }

    /// Takes the paragraph in the making up.
    private mutating func finish() {
        guard let paragraph = current.take() else { return }
        paragraphs.append(paragraph)
    }

    /// A table is one paragraph, from its first line to its last.
    private mutating func open(_ table: Int, _ tables: [FlatTable], _ lines: Lines, at index: Int) {
        guard paragraphs.last?.table != table else { return }
        let range = tables[table].lines
        guard let last = range.last(where: { lines[$0].first < lines[$0].end }) else { return }
        var paragraph = ParagraphSpan(first: lines[index].first, end: lines[last].end, text: text)
        paragraph.table = table
        paragraph.purpose = .table
        paragraphs.append(paragraph)
    }

    private mutating func append(_ line: Line, _ region: LayoutRegion) {
        guard let paragraph = current else { return }
        let end = paragraph.end
        let kinds = bridge(from: end, to: line.first)
        // The marker may run on into this line.
        if end <= paragraph.first + Self.unitTokens { opensWithUnit = opensUnit(paragraph.first) }
        if line.kinds.mayHold(.whitespace) { clearSpaces(line, region) }
        current?.kinds.formUnion(line.kinds)
        // The line end between them, and white space around it.
        current?.kinds.formUnion(kinds)
        current?.end = line.end
        current?.stop = text.tokens[line.end - 1].end
        current?.isJoined = true
    }

    /// The tokens between two joined lines leave the text; between two Latin words one stays as a space. Returns their kinds.
    ///
    /// Not between two numbers: Chinese text has none side by side, but pages cut 3000万元 in two.
    private func bridge(from end: Int, to first: Int) -> TokenKinds {
        let isNumber = text.kind(end - 1) == .digits && text.kind(first) == .digits
        var wantsSpace = !isNumber && isAlphabetic(end - 1) && isAlphabetic(first)
        var kinds = TokenKinds.none
        for index in end..<first {
            kinds.insert(text.kind(index))
            guard text.tokens[index].role == .text else { continue }
            // LF or CR, which shows as one space; U+2028 and the like are left out.
            if wantsSpace, text.kind(index) == .lineEnd, text.bytes[text.tokens[index].start] < 0x20 {
                text.tokens[index].role = .joint
                wantsSpace = false
            } else {
                text.tokens[index].role = .layoutSpace
            }
        }
        return kinds
    }

    private func isAlphabetic(_ index: Int) -> Bool {
        let kind = text.kind(index)
        return (kind == .latin || kind == .digits) && text.bytes[text.tokens[index].start] < 0x80
    }

    // MARK: - Spaces inside a line

    /// Takes out the white space that the layout put between characters of a line.
    private func clearSpaces(_ line: Line, _ region: LayoutRegion) {
        let (first, end) = (line.first, line.end)
        let clearsAll = region.kind != .paragraphs
        var run = 0
        var lastGap = -1
        var index = first
        while index < end {
            defer { index += 1 }
            guard text.kind(index) == .whitespace, text.tokens[index].role == .text, index > first, index + 1 < end
            else { continue }
            if isInvisible(index) {
                text.tokens[index].role = .layoutSpace
                continue
            }
            guard isWide(index - 1), isWide(index + 1) else { continue }
            if clearsAll {
                // Names in a signature stand apart by a space: two words of Han keep it.
                if !isHanWord(index - 1) || !isHanWord(index + 1) { text.tokens[index].role = .layoutSpace }
            } else if isSingle(index - 1), isSingle(index + 1), text.tokens[index].byteCount <= 3 {
                // Letter-spaced words: three single characters with a gap between each.
                run = lastGap == index - 2 ? run + 1 : 1
                lastGap = index
                guard run >= 2 || isLetterSpacedPair(index, first, end) else { continue }
                text.tokens[index].role = .layoutSpace
                if run == 2 { text.tokens[index - 2].role = .layoutSpace }
            }
        }
    }

    /// 通 知 on a line of its own, or behind a marker: 第一章　总　则.
    private func isLetterSpacedPair(_ index: Int, _ first: Int, _ end: Int) -> Bool {
        let opens = index - 1 == first || text.kind(index - 2) == .whitespace
        return opens && index + 2 == end
    }

    private func isHanWord(_ index: Int) -> Bool { text.kind(index) == .han && text.tokens[index].byteCount > 3 }

    private func isSingle(_ index: Int) -> Bool { text.kind(index) == .han && text.tokens[index].byteCount == 3 }

    private func isWide(_ index: Int) -> Bool {
        let token = text.tokens[index]
        if text.bytes[token.start] >= 0xE0 { return true }
        // Half-width punctuation of Chinese text counts as wide; Latin letters and digits do not.
        switch token.kind {
        case .latin, .digits, .symbol, .markdown: return false
        default: return true
        }
    }

    /// Zero-width characters, soft hyphens and byte order marks in the text.
    private func isInvisible(_ index: Int) -> Bool {
        let start = text.tokens[index].start
        switch text.bytes[start] {
        case 0xE2: return text.bytes[start + 1] == 0x80 && (0x8B...0x8F).contains(text.bytes[start + 2])
        case 0xEF: return text.bytes[start + 1] == 0xBB
        case 0xC2: return text.bytes[start + 1] == 0xAD
        default: return false
        }
    }

    // MARK: - Does a line continue the one before?

    private func continues(_ previous: Int, _ index: Int, _ lines: Lines, _ region: LayoutRegion) -> Bool {
        if lines[index].headingDepth > 0 || lines[previous].headingDepth > 0 { return false }
        if lines[previous].bracketReach >= lines[index].first, index - previous <= Self.bracketLines,
            !isMarkerLine(lines[index])
        {
            return true
        }
        switch region.kind {
        case .paragraphs: return endsOpen(lines[previous]) && mends(lines[previous], lines[index])
        case .wrapped: return wraps(lines[previous], lines[index], index - previous - 1, region)
        case .fragments: return !opensFragmentParagraph(previous, index, lines)
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

    private func wraps(_ above: Line, _ line: Line, _ gap: Int, _ region: LayoutRegion) -> Bool {
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
        if isMarkerLine(line), isFinished || !isFull || !above.hasInnerPunctuation(text) || isHeadingSoFar {
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
    private var isHeadingSoFar: Bool {
        guard let current, !current.kinds.holdsAny(of: TokenKinds(.sentenceEnd, .semicolon)) else { return false }
        return scanner.marker(at: current.first, end: current.end) != nil
    }

    // MARK: - Fragments

    private func opensFragmentParagraph(_ previous: Int, _ index: Int, _ lines: Lines) -> Bool {
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
        if opensWithUnit, let current, !hasPunctuation(current.kinds) { return false }
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
    private static let unitTokens = 8

    /// 第一章 on a line, with the number as a fragment of its own perhaps.
    private func opensUnit(_ index: Int) -> Bool {
        guard text.token(index, is: "第") else { return false }
        let end = min(index + Self.unitTokens, text.count)
        guard let found = scanner.marker(at: index, end: end) else { return false }
        return found.scheme == .chapter || found.scheme == .articleSection || found.scheme == .volume
    }
}
