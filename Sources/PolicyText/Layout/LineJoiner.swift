/// Rejoins lines into paragraphs.
struct LineJoiner {
    let text: TokenText
    private let rules: LineContinuation
    /// The tokens of white space; see ``Landmarks``.
    private let spaces: TokenBits
    private(set) var paragraphs: [ParagraphSpan] = []
    /// The paragraph in the making, which the next line may go on with.
    private var current: ParagraphSpan?
    /// Whether it opens with 第一章 or the like: asked for each line that may go on with it.
    private var opensWithUnit = false

    init(_ text: TokenText, spaces: TokenBits) {
        self.text = text
        self.spaces = spaces
        rules = LineContinuation(text)
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
                open(index, lines, region.kind)
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
                if previous >= 0, let open, rules.continues(previous, index, lines, region, open) {
                    append(index, lines, region.kind)
                } else {
                    open(index, lines, region.kind)
                }
                previous = index
            }
        }
        finish()
    }

    /// Lines are looked at where they lie: a copy of each costs as much as the look.
    private mutating func open(_ line: Int, _ lines: Lines, _ layout: LayoutKind) {
        finish()
        let first = lines[line].first
        var paragraph = ParagraphSpan(first: first, end: lines[line].end, text: text)
        paragraph.headingDepth = lines[line].headingDepth
        paragraph.layout = layout
        paragraph.kinds = lines[line].kinds
        opensWithUnit = lines[line].opening == .han && rules.opensUnit(first)
        if lines[line].kinds.mayHold(.whitespace) { clearSpaces(first, lines[line].end, layout) }
        current = paragraph
    }

    /// What the rules are told of the paragraph in the making.
    private var open: OpenParagraph? {
        guard let current else { return nil }
        return OpenParagraph(
            first: current.first, end: current.end, kinds: current.kinds, opensWithUnit: opensWithUnit)
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

    private mutating func append(_ line: Int, _ lines: Lines, _ layout: LayoutKind) {
        guard var paragraph = current else { return }
        let end = paragraph.end
        let lineEnd = lines[line].end
        let kinds = bridge(from: end, to: lines[line].first)
        // The marker may run on into this line.
        if end <= paragraph.first + LineContinuation.unitTokens { opensWithUnit = rules.opensUnit(paragraph.first) }
        if lines[line].kinds.mayHold(.whitespace) { clearSpaces(lines[line].first, lineEnd, layout) }
        // The line end between them, and white space around it, with what the line holds.
        paragraph.kinds.formUnion(lines[line].kinds.union(kinds))
        paragraph.end = lineEnd
        paragraph.stop = text.tokens[lineEnd - 1].end
        paragraph.isJoined = true
        current = paragraph
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
                text.setRole(index, .joint)
                wantsSpace = false
            } else {
                text.setRole(index, .layoutSpace)
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
    private func clearSpaces(_ first: Int, _ end: Int, _ layout: LayoutKind) {
        let clearsAll = layout != .paragraphs
        var run = 0
        var lastGap = -1
        // Neither the first token nor the last.
        for index in spaces.tokens(from: first + 1, before: end - 1) where text.tokens[index].role == .text {
            if isInvisible(index) {
                text.setRole(index, .layoutSpace)
                continue
            }
            if clearsAll {
                guard isWide(index - 1), isWide(index + 1) else { continue }
                // Names in a signature stand apart by a space: two words of Han keep it.
                if !isHanWord(index - 1) || !isHanWord(index + 1) { text.setRole(index, .layoutSpace) }
            } else if isSingle(index - 1), isSingle(index + 1), text.tokens[index].byteCount <= 3 {
                // Letter-spaced words: three single characters with a gap between each.
                run = lastGap == index - 2 ? run + 1 : 1
                lastGap = index
                guard run >= 2 || isLetterSpacedPair(index, first, end) else { continue }
                text.setRole(index, .layoutSpace)
                if run == 2 { text.setRole(index - 2, .layoutSpace) }
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
        // Half-width punctuation of Chinese text counts as wide; Latin letters and digits do not.
        guard TokenKinds(.latin, .digits, .symbol, .markdown).mayHold(text.kind(index)) else { return true }
        return text.bytes[text.tokens[index].start] >= 0xE0
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
}
