/// Accounts for every byte: what lies in no part is furniture.
struct Accounting {
    let source: SourceText
    let text: TokenText
    let parts: [Part]

    /// Furniture in reading order: tokens that a stage took out, and everything outside the parts.
    func furniture() -> [Furniture] {
        var result: [Furniture] = []
        var part = 0
        var open: (kind: Furniture.Kind, start: Int, end: Int)?
        var wasInside = false
        func flush() {
            if let run = open { result.append(Furniture(kind: run.kind, range: source.range(run.start..<run.end))) }
            open = nil
        }
        // Up to here nothing but text can come: inside a part, with no run open.
        var quietEnd = 0
        var next = 0
        while true {
            while next < text.count, text.tokens[next].start < quietEnd, text.tokens[next].role.isInText { next += 1 }
            guard next < text.count else { break }
            let token = text.tokens[next]
            next += 1
            while part < parts.count, parts[part].range.end <= token.start { part += 1 }
            let isInside = part < parts.count && parts[part].range.start <= token.start
            // No run of furniture crosses the border of a part.
            if isInside != wasInside { flush() }
            wasInside = isInside
            guard let kind = kind(token, isInside: isInside) else {
                flush()
                quietEnd = parts[part].range.end
                continue
            }
            quietEnd = 0
            let end = isInside || part >= parts.count ? token.end : min(token.end, max(parts[part].range.start, token.start))
            if let run = open, run.end == token.start, run.kind == kind || isSpace(token) || run.kind == .blank {
                // White space goes with the furniture around it.
                open = (run.kind == .blank ? kind : run.kind, run.start, end)
            } else {
                flush()
                open = (kind, token.start, end)
            }
        }
        flush()
        return result
    }

    private func kind(_ token: Token, isInside: Bool) -> Furniture.Kind? {
        if let kind = token.role.furniture { return kind }
        guard !isInside else { return nil }
        return isSpace(token) ? .blank : .siteChrome
    }

    private func isSpace(_ token: Token) -> Bool {
        switch token.kind {
        case .whitespace, .lineEnd, .control: token.role == .text || token.role == .layoutSpace || token.role == .joint
        default: false
        }
    }

    /// The share of Han bytes that lie in parts and are no furniture.
    func coverage() -> Double {
        var all = 0
        var covered = 0
        var part = 0
        // The part that the tokens lie in at the moment.
        var inside = 0..<0
        let han = TokenKinds(.han, .hanNumeral)
        for token in text.tokens where han.mayHold(token.kind) {
            all += token.byteCount
            if token.role.isInText, token.start >= inside.lowerBound, token.end <= inside.upperBound {
                covered += token.byteCount
                continue
            }
            while part < parts.count, parts[part].range.end <= token.start { part += 1 }
            guard part < parts.count, token.role.furniture == nil else { continue }
            inside = parts[part].range.offsets
            // A part may begin or end inside a token.
            covered += max(0, min(token.end, parts[part].range.end) - max(token.start, parts[part].range.start))
            if parts[part].range.end < token.end, part + 1 < parts.count {
                covered += max(0, token.end - max(parts[part + 1].range.start, token.start))
            }
        }
        guard all > 0 else { return 0 }
        // Four digits say enough, and print short.
        return (Double(covered) / Double(all) * 10_000).rounded() / 10_000
    }
}
