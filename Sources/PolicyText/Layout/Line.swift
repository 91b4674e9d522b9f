/// A physical line: its tokens, and what its shape says.
struct Line {
    /// The first token, white space included.
    @Narrow var tokenStart: Int
    /// Behind the last token, the line end included.
    @Narrow var tokenEnd: Int
    /// The first token of ink; equal to `end` on a blank line.
    @Narrow var first: Int
    /// Behind the last token of ink.
    @Narrow var end: Int
    /// The columns of the ink: two for a wide character, white space not counted.
    @Narrow var width: Int
    /// The columns of white space in front.
    @Narrow var indent: Int
    /// The number of `#` of a Markdown heading.
    @Narrow var headingDepth: Int
    /// Whether a page begins with this line.
    var opensPage: Bool
    /// Whether the line was taken out as furniture.
    var isFurniture: Bool
    /// Gaps of two columns and more inside the line.
    @Narrow var gaps = 0
    /// The kinds of the tokens of ink and what stands between them.
    var kinds = TokenKinds.none
    /// The kinds of the first and the last token of ink; without ink they mean nothing.
    var opening = TokenKind.whitespace
    var closing = TokenKind.whitespace
    /// The last closing bracket that belongs to an opening one of the line and stands behind the line, or -1.
    @Narrow var bracketReach = -1
    /// The table that the line belongs to, or -1.
    @Narrow var table = -1

    /// Takes a blank line behind this blank one in.
    mutating func extend(to end: Int) {
        tokenEnd = end
        first = end
        self.end = end
    }

    var isBlank: Bool { first == end }
    /// Whether the line says something.
    var isInk: Bool { first < end && !isFurniture }
}

extension Line {
    /// Whether a sentence or a clause ends within the line, not just with it.
    func hasInnerPunctuation(_ text: TokenText) -> Bool {
        let marks = TokenKinds(.sentenceEnd, .semicolon, .comma, .comma)
        guard kinds.holdsAny(of: marks) else { return false }
        if !marks.mayHold(closing) { return true }
        for index in first..<end - 1 where marks.mayHold(text.kind(index)) { return true }
        return false
    }

    /// Whether commas, full stops or the like stand in the line.
    var hasPunctuation: Bool {
        kinds.holdsAny(of: TokenKinds(.comma, .sentenceEnd, .semicolon, .enumerationComma))
    }
}

/// The lines of a text where they lie: every step of the layout goes over them, and marks some.
typealias Lines = UnsafeMutableBufferPointer<Line>

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

    /// Whether a line is a heading as Markdown has it: `# …`, or bold with a marker, `**一、总体要求**`.
    private static func hasHeading(_ text: TokenText, _ landmarks: Landmarks) -> Bool {
        var start = 0
        for note in landmarks.lines {
            let mayOpen = start < text.count && note.kinds.mayHold(.markdown)
            if mayOpen, opensHeading(text, start) || isBoldMarker(text, start, min(note.end, text.count)) {
                return true
            }
            start = note.end < text.count && text.kind(note.end) == .lineEnd ? note.end + 1 : note.end
        }
        return opensHeading(text, start)
    }

    private static func opensHeading(_ text: TokenText, _ index: Int) -> Bool {
        index + 1 < text.count && text.kind(index) == .markdown && text.bytes[text.tokens[index].start] == 0x23
            && text.kind(index + 1) == .whitespace
    }

    /// `**` around a line that begins with a marker: what sites mask words with stands around less.
    private static func isBoldMarker(_ text: TokenText, _ start: Int, _ end: Int) -> Bool {
        let first = text.ink(from: start, to: end)
        let last = text.ink(before: end, from: start)
        guard first + 2 < last, isBold(text, first), isBold(text, last) else { return false }
        switch text.kind(first + 1) {
        case .hanNumeral, .openBracket, .digits: return true
        case .han: return text.token(first + 1, opensWith: "第")
        default: return false
        }
    }

    private static func isBold(_ text: TokenText, _ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.kind == .markdown && token.byteCount == 2 && text.bytes[token.start] == 0x2A
    }

    private func split(_ landmarks: Landmarks) -> [Line] {
        // A page break begins a line and has none of its own; one more may be the rest of the text.
        [Line](unsafeUninitializedCapacity: landmarks.lines.count + 1) { lines, count in
            var places = Places(brackets: TokenCursor(landmarks.brackets), entities: TokenCursor(entities))
            var start = 0
            var opensPage = false
            for note in landmarks.lines {
                guard note.end < text.count else { break }
                if text.kind(note.end) == .lineEnd {
                    add(start, note.end + 1, opensPage, note, &places, to: lines, &count)
                    start = note.end + 1
                    opensPage = false
                } else {
                    if start < note.end { add(start, note.end, opensPage, note, &places, to: lines, &count) }
                    text.tokens[note.end].role = .pageBreak
                    start = note.end
                    opensPage = true
                }
            }
            guard start < text.count else { return }
            var rest = LineNote(end: text.count, width: 0, spaces: 0, kinds: .none)
            if let last = landmarks.lines.last, last.end == text.count { rest = last }
            add(start, text.count, opensPage, rest, &places, to: lines, &count)
        }
    }

    private func add(
        _ start: Int, _ end: Int, _ opensPage: Bool, _ note: LineNote, _ places: inout Places, to lines: Lines,
        _ count: inout Int
    ) {
        var entities = Entities()
        places.entities.take(before: end) { index in
            entities.count += 1
            entities.byteCount += text.tokens[index + 2].end - text.tokens[index].start
        }
        // Filled where it stays: a line that is made elsewhere and moved is read before its parts are written.
        lines.initializeElement(
            at: count,
            to: Line(
                tokenStart: start, tokenEnd: end, first: start, end: end, width: 0, indent: 0, headingDepth: 0,
                opensPage: opensPage, isFurniture: false))
        trim(&lines[count])
        if lines[count].isBlank {
            if !opensPage, count > 0, lines[count - 1].isBlank, lines[count - 1].tokenEnd == start {
                // Blank lines in a row are one: thirty megabytes of line ends would take gigabytes.
                return lines[count - 1].extend(to: end)
            }
        } else if isMarkdown, note.kinds.holdsAny(of: TokenKinds(.markdown, .dash)) {
            stripMarkdown(&lines[count])
            measure(&lines[count])
        } else if note.kinds.holdsAny(of: TokenKinds(.control, .privateUse)) {
            measure(&lines[count])
        } else {
            take(note, entities, &places.brackets, into: &lines[count])
        }
        if !lines[count].isBlank {
            lines[count].opening = text.kind(lines[count].first)
            lines[count].closing = text.kind(lines[count].end - 1)
        }
        count += 1
    }

    // MARK: - What a line holds

    /// What lines are looked up in, and how far it is gone through.
    private struct Places {
        var brackets: TokenCursor
        var entities: TokenCursor
    }

    /// How many entities a line holds, of three tokens each, and their bytes.
    private struct Entities {
        var count = 0
        var byteCount = 0
    }

    /// Indices of tokens in order, and how far they are gone through.
    private struct TokenCursor {
        private let tokens: [Int32]
        private var next = 0

        init(_ tokens: [Int32]) { self.tokens = tokens }

        /// Those that stand before a token.
        mutating func take(before end: Int, _ body: (Int) -> Void) {
            while next < tokens.count, Int(tokens[next]) < end {
                body(Int(tokens[next]))
                next += 1
            }
        }
    }

    /// The same as ``measure(_:)`` from the tokenizer's note, for a line whose tokens are as they were then, but for entities.
    private func take(
        _ note: LineNote, _ entities: Entities, _ brackets: inout TokenCursor, into line: inout Line
    ) {
        // They are of ASCII, and took a column a byte.
        line.width = note.width - entities.byteCount
        line.kinds = entities.count == 0 ? note.kinds : kinds(of: line, noted: note.kinds)
        let spaces = note.spaces + 3 * entities.count
        if spaces > 0 {
            let outside = line.first - line.tokenStart - (line.opensPage ? 1 : 0) + note.end - line.end
            if spaces == outside {
                line.kinds.remove(.whitespace)
            } else {
                var index = line.first
                while let space = self.spaces.first(from: index, before: line.end) {
                    if isWideGap(text.tokens[space]) { line.gaps += 1 }
                    index = space + 1
                }
            }
        }
        let (first, end) = (line.first, line.end)
        var reach = -1
        brackets.take(before: end) { index in
            let partner = Int(text.tokens[index].partnerIndex)
            if partner >= end, index >= first, index >= end - Self.bracketTokens { reach = max(reach, partner) }
        }
        line.bracketReach = reach
    }

    /// The kinds of a line with entities, whose sign, name and semicolon were noted.
    private func kinds(of line: Line, noted: TokenKinds) -> TokenKinds {
        let parts: [TokenKind] = [.symbol, .latin, .semicolon]
        var kinds = noted
        for part in parts where !(line.first..<line.end).contains(where: { text.kind($0) == part }) {
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
            if token.role == .text, isWideGap(token) { line.gaps += 1 }
        } else if Int(token.partnerIndex) >= line.end, index >= line.end - Self.bracketTokens {
            line.bracketReach = max(line.bracketReach, Int(token.partnerIndex))
        }
    }

    private func isWideGap(_ token: Token) -> Bool {
        token.byteCount >= 2 && (token.byteCount > 2 || text.bytes[token.start] == 0x20)
            || text.bytes[token.start] == 0x09
    }

    /// `&nbsp;` that a page's conversion left over is white space; says where there is any.
    private static func clearEntities(_ text: TokenText) -> [Int32] {
        var found: [Int32] = []
        var position = 0
        var token = 0
        while let sign = text.bytes.firstIndex(of: 0x26, from: position) {
            position = sign + 1
            guard isEntity(text, at: position) else { continue }
            token = text.token(at: sign, from: token)
            for index in token...token + 2 {
                text.tokens[index].kind = .whitespace
                text.tokens[index].role = .decoration
            }
            found.append(Int32(truncatingIfNeeded: token))
        }
        return found
    }

    /// Whether the name of an entity stands at a byte: three tokens with the sign before and the semicolon behind it.
    private static func isEntity(_ text: TokenText, at position: Int) -> Bool {
        let names: [StaticString] = ["nbsp;", "ensp;", "emsp;", "thinsp;"]
        return names.contains { text.has($0, at: position) }
    }

    private func trim(_ line: inout Line) {
        while line.first < line.end, isSpace(line.first) || isIndentSign(line.first) {
            if text.kind(line.first) == .privateUse { text.tokens[line.first].role = .decoration }
            let token = text.tokens[line.first]
            let byte = text.bytes[token.start]
            line.indent += byte == 0x09 ? 4 : byte < 0x80 ? token.byteCount : token.byteCount / 3 * 2
            line.first += 1
        }
        while line.end > line.first, isSpace(line.end - 1) { line.end -= 1 }
    }

    /// Word processors indent, and draw bullets, with private-use characters.
    private func isIndentSign(_ index: Int) -> Bool { text.kind(index) == .privateUse }

    private func isSpace(_ index: Int) -> Bool {
        switch text.kind(index) {
        case .whitespace, .lineEnd, .pageBreak, .control: true
        default: text.tokens[index].role == .decoration
        }
    }

    private func stripMarkdown(_ line: inout Line) {
        let first = text.tokens[line.first]
        if first.kind == .markdown, text.bytes[first.start] == 0x23, line.first + 1 < line.end,
            text.kind(line.first + 1) == .whitespace
        {
            line.headingDepth = first.byteCount
            text.tokens[line.first].role = .decoration
        } else if isListSign(line) {
            text.tokens[line.first].role = .decoration
        } else if isRule(line) {
            for index in line.first..<line.end { text.tokens[index].role = .decoration }
        }
        stripEmphasis(line)
        trim(&line)
    }

    /// `---` and `***` on a line of their own.
    private func isRule(_ line: Line) -> Bool {
        let first = text.tokens[line.first]
        guard line.end - line.first == 1, first.byteCount >= 3 else { return false }
        let byte = text.bytes[first.start]
        return byte == 0x2D || byte == 0x2A || byte == 0x5F
    }

    /// `- ` and `* ` open a list item.
    private func isListSign(_ line: Line) -> Bool {
        let first = text.tokens[line.first]
        guard first.byteCount == 1, line.first + 1 < line.end, text.kind(line.first + 1) == .whitespace else {
            return false
        }
        let byte = text.bytes[first.start]
        return byte == 0x2D || byte == 0x2A
    }

    /// Takes out `**` in pairs, and the backslash before punctuation.
    private func stripEmphasis(_ line: Line) {
        var open = -1
        for index in line.first..<line.end where text.kind(index) == .markdown {
            let token = text.tokens[index]
            switch (text.bytes[token.start], token.byteCount) {
            case (0x5C, 1):
                guard index + 1 < line.end, text.bytes[text.tokens[index + 1].start] < 0x80,
                    text.kind(index + 1) != .latin, text.kind(index + 1) != .digits
                else { continue }
                text.tokens[index].role = .decoration
            case (0x2A, 1), (0x2A, 2), (0x5F, 2), (0x2A, 3):
                if open >= 0, text.tokens[open].byteCount == token.byteCount {
                    text.tokens[open].role = .decoration
                    text.tokens[index].role = .decoration
                    open = -1
                } else {
                    open = index
                }
            default:
                continue
            }
        }
    }
}
