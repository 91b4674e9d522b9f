// The signs of Markdown, and what else the conversion of a page leaves in its lines.
extension LineSplitter {
    /// Whether a line is a heading as Markdown has it: `# …`, or bold with a marker, `**一、总体要求**`.
    static func hasHeading(_ text: TokenText, _ landmarks: Landmarks) -> Bool {
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

    // MARK: - Signs

    func stripMarkdown(_ line: inout Line) {
        let first = text.tokens[line.first]
        if first.kind == .markdown, text.bytes[first.start] == 0x23, line.first + 1 < line.end,
            text.kind(line.first + 1) == .whitespace
        {
            line.headingDepth = first.byteCount
            text.setRole(line.first, .decoration)
        } else if isListSign(line) {
            text.setRole(line.first, .decoration)
        } else if isRule(line) {
            for index in line.first..<line.end { text.setRole(index, .decoration) }
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
                text.setRole(index, .decoration)
            case (0x2A, 1), (0x2A, 2), (0x5F, 2), (0x2A, 3):
                if open >= 0, text.tokens[open].byteCount == token.byteCount {
                    text.setRole(open, .decoration)
                    text.setRole(index, .decoration)
                    open = -1
                } else {
                    open = index
                }
            default:
                continue
            }
        }
    }

    // MARK: - Entities

    /// `&nbsp;` that a page's conversion left over is white space; says where there is any.
    static func clearEntities(_ text: TokenText) -> [Int32] {
        var found: [Int32] = []
        var position = 0
        var token = 0
        while let sign = text.bytes.firstIndex(of: 0x26, from: position) {
            position = sign + 1
            guard isEntity(text, at: position) else { continue }
            token = text.token(at: sign, from: token)
            for index in token...token + 2 {
                text.tokens[index].kind = .whitespace
                text.setRole(index, .decoration)
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
}
