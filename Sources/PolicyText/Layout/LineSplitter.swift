/// Cuts tokens into lines and takes the signs of Markdown out of them.
struct LineSplitter {
    let text: TokenText
    private(set) var lines: [Line] = []
    /// Whether the source is Markdown: then `**` is emphasis, else it is text (some sites mask words with it).
    private let isMarkdown: Bool
    /// The tokens that were white space for the tokenizer.
    private let spaces: TokenBits
    /// Tokens that have become white space behind the tokenizer's back, which its notes know nothing of; in order.
    private let entities: [Int32]

    /// - Parameter mayBeMarkdown: False for text that a reader made from another format.
    init(_ text: TokenText, _ landmarks: Landmarks, mayBeMarkdown: Bool = true) {
        self.text = text
        spaces = landmarks.spaces
        isMarkdown = mayBeMarkdown && landmarks.kinds.mayHold(.markdown) && Self.hasHeading(text, landmarks)
        entities = Self.clearEntities(text)
        lines = split(landmarks)
    }

    private func split(_ landmarks: Landmarks) -> [Line] {
        // A page break begins a line and has none of its own; one more may be the rest of the text.
        [Line](room: landmarks.lines.count + 1) { lines, count in
            landmarks.brackets.withUnsafeBufferPointer { brackets in
                var places = Places(brackets: TokenCursor(brackets))
                count = split(landmarks, &places, to: lines)
            }
        }
    }

    private func split(_ landmarks: Landmarks, _ places: inout Places, to lines: Lines) -> Int {
        var count = 0
        var start = 0
        var opensPage = false
        for note in landmarks.lines {
            guard note.end < text.count else { break }
            if text.kind(note.end) == .lineEnd {
                count += add(start, note.end + 1, opensPage, note, &places, to: lines, at: count)
                start = note.end + 1
                opensPage = false
            } else {
                if start < note.end {
                    count += add(start, note.end, opensPage, note, &places, to: lines, at: count)
                }
                text.setRole(note.end, .pageBreak)
                start = note.end
                opensPage = true
            }
        }
        guard start < text.count else { return count }
        var rest = LineNote(end: text.count, width: 0, spaces: 0, kinds: .none)
        if let last = landmarks.lines.last, last.end == text.count { rest = last }
        return count + add(start, text.count, opensPage, rest, &places, to: lines, at: count)
    }

    /// Adds a line behind `count` others; returns how many that made, none where a blank one went on with another.
    @inline(__always)
    private func add(
        _ start: Int, _ end: Int, _ opensPage: Bool, _ note: LineNote, _ places: inout Places, to lines: Lines,
        at count: Int
    ) -> Int {
        let entities = entities(before: end, &places)
        let ink = trimmed(start, end)
        if ink.first == ink.end, !opensPage, count > 0, lines[count - 1].isBlank, lines[count - 1].tokenEnd == start {
            // Blank lines in a row are one: thirty megabytes of line ends would take gigabytes.
            lines[count - 1].extend(to: end)
            return 0
        }
        // Made with all that is known: a line that is read before its parts are written waits for them.
        let isOdd =
            isMarkdown && note.kinds.holdsAny(of: TokenKinds(.markdown, .dash))
            || note.kinds.holdsAny(of: TokenKinds(.control, .privateUse))
        guard ink.first < ink.end, !isOdd else {
            lines.initializeElement(
                at: count,
                to: Line(
                    tokenStart: start, tokenEnd: end, first: ink.first, end: ink.end, width: 0, indent: ink.indent,
                    headingDepth: 0, opensPage: opensPage, isFurniture: false))
            if ink.first < ink.end { measureOdd(&lines[count], note) }
            return 1
        }
        var kinds = entities.count == 0 ? note.kinds : self.kinds(of: ink.first..<ink.end, noted: note.kinds)
        let spaces = note.spaces + 3 * entities.count
        var hasGaps = false
        if spaces > 0 {
            if spaces == ink.first - start - (opensPage ? 1 : 0) + note.end - ink.end {
                kinds.remove(.whitespace)
            } else {
                hasGaps = holdsWideGap(ink.first, ink.end)
            }
        }
        lines.initializeElement(
            at: count,
            to: Line(
                tokenStart: start, tokenEnd: end, first: ink.first, end: ink.end,
                // Entities are of ASCII, and took a column a byte.
                width: note.width - entities.byteCount, indent: ink.indent, headingDepth: 0, opensPage: opensPage,
                isFurniture: false, hasGaps: hasGaps, kinds: kinds, opening: text.kind(ink.first),
                closing: text.kind(ink.end - 1), bracketReach: reach(ink.first, ink.end, &places)))
        return 1
    }

    /// A line whose tokens are measured one by one, because the tokenizer's note says less than is asked.
    @inline(never)
    private func measureOdd(_ line: inout Line, _ note: LineNote) {
        if isMarkdown, note.kinds.holdsAny(of: TokenKinds(.markdown, .dash)) { stripMarkdown(&line) }
        measure(&line)
        guard !line.isBlank else { return }
        line.opening = text.kind(line.first)
        line.closing = text.kind(line.end - 1)
    }

    // MARK: - What a line holds

    /// What lines are looked up in, and how far it is gone through.
    private struct Places {
        var brackets: TokenCursor
        /// How many of ``LineSplitter/entities`` are behind.
        var entities = 0
    }

    /// How many entities a line holds, of three tokens each, and their bytes.
    private struct Entities {
        var count = 0
        var byteCount = 0
    }

    /// Indices of tokens in order, and how far they are gone through.
    private struct TokenCursor {
        private let tokens: UnsafeBufferPointer<Int32>
        private var next = 0

        init(_ tokens: UnsafeBufferPointer<Int32>) { self.tokens = tokens }

        /// The next one, if it stands before a token.
        @inline(__always)
        mutating func take(before end: Int) -> Int? {
            guard next < tokens.count, Int(tokens[next]) < end else { return nil }
            next &+= 1
            return Int(tokens[next &- 1])
        }
    }

    @inline(__always)
    private func entities(before end: Int, _ places: inout Places) -> Entities {
        var found = Entities()
        while places.entities < entities.count, Int(entities[places.entities]) < end {
            let index = Int(entities[places.entities])
            places.entities += 1
            found.count += 1
            found.byteCount += text.tokens[index + 2].end - text.tokens[index].start
        }
        return found
    }

    /// Whether there are gaps of two columns and more among tokens.
    private func holdsWideGap(_ first: Int, _ end: Int) -> Bool {
        for space in spaces.tokens(from: first, before: end) where isWideGap(text.tokens[space]) { return true }
        return false
    }

    /// The last closing bracket behind a line whose opening one stands in it, or -1.
    @inline(__always)
    private func reach(_ first: Int, _ end: Int, _ places: inout Places) -> Int {
        let lowest = max(first, end - Self.bracketTokens)
        var reach = -1
        while let index = places.brackets.take(before: end) {
            let partner = Int(text.tokens[index].partnerIndex)
            if partner >= end, index >= lowest { reach = max(reach, partner) }
        }
        return reach
    }

    /// The kinds of a line with entities, whose sign, name and semicolon were noted.
    private func kinds(of line: Range<Int>, noted: TokenKinds) -> TokenKinds {
        let parts: [TokenKind] = [.symbol, .latin, .semicolon]
        var kinds = noted
        for part in parts where !line.contains(where: { text.kind($0) == part }) {
            kinds.remove(part)
        }
        kinds.insert(.whitespace)
        return kinds
    }

    /// How far back on a line open brackets are looked for, in tokens.
    private static let bracketTokens = 160

    private func measure(_ line: inout Line) {
        let wideKinds = TokenKinds(.han, .hanNumeral)
        let emptyKinds = TokenKinds(.whitespace, .lineEnd, .pageBreak, .control)
        let notedKinds = TokenKinds(.openBracket, .openTitle, .openQuote, .whitespace)
        var width: UInt32 = 0
        var kinds = TokenKinds.none
        for index in line.first..<line.end {
            let token = text.tokens[index]
            kinds.insert(token.kind)
            if notedKinds.mayHold(token.kind) { note(token, at: index, &line) }
            // As ``TokenText/width(_:)``, without a jump for each token.
            let byteCount = token.endOffset &- token.startOffset
            let rounding: UInt32 = wideKinds.mayHold(token.kind) ? 0 : 2
            let columns = text.bytes[token.start] < 0x80 ? byteCount : (byteCount &+ rounding) / 3 &* 2
            width &+= emptyKinds.mayHold(token.kind) || token.role != .text ? 0 : columns
        }
        line.width = Int(width)
        line.kinds = kinds
    }

    /// Wide gaps, and brackets that are closed behind the line.
    private func note(_ token: Token, at index: Int, _ line: inout Line) {
        if token.kind == .whitespace {
            if token.role == .text, isWideGap(token) { line.hasGaps = true }
        } else if Int(token.partnerIndex) >= line.end, index >= line.end - Self.bracketTokens {
            line.bracketReach = max(line.bracketReach, Int(token.partnerIndex))
        }
    }

    private func isWideGap(_ token: Token) -> Bool {
        token.byteCount > 2 || token.byteCount == 2 && text.bytes[token.start] == 0x20
            || text.bytes[token.start] == 0x09
    }

    func trim(_ line: inout Line) {
        let ink = trimmed(line.first, line.end)
        line.indent += ink.indent
        line.first = ink.first
        line.end = ink.end
    }

    /// The tokens without the white space around them, and the columns of that in front.
    @inline(__always)
    private func trimmed(_ start: Int, _ stop: Int) -> (first: Int, end: Int, indent: Int) {
        var (first, end, indent) = (start, stop, 0)
        while first < end, isSpace(first) || isIndentSign(first) {
            if text.kind(first) == .privateUse { text.setRole(first, .decoration) }
            let token = text.tokens[first]
            let byte = text.bytes[token.start]
            indent += byte == 0x09 ? 4 : byte < 0x80 ? token.byteCount : token.byteCount / 3 * 2
            first += 1
        }
        while end > first, isSpace(end - 1) { end -= 1 }
        return (first, end, indent)
    }

    /// Word processors indent, and draw bullets, with private-use characters.
    private func isIndentSign(_ index: Int) -> Bool { text.kind(index) == .privateUse }

    private func isSpace(_ index: Int) -> Bool {
        switch text.kind(index) {
        case .whitespace, .lineEnd, .pageBreak, .control: true
        default: text.tokens[index].role == .decoration
        }
    }
}
