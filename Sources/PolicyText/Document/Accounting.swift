/// Accounts for every byte, in one pass: what lies in no part is furniture.
struct Accounting {
    private let source: SourceText
    private var positions: PositionCursor
    private let parts: [Range<Int>]
    /// Furniture in reading order: tokens that a stage took out, and everything outside the parts.
    private(set) var furniture: [Furniture] = []
    private let hanBytes: Int
    private var coveredBytes: Int

    private struct Run {
        var kind: Furniture.Kind
        var start: Int
        var end: Int
    }

    /// - Parameter hanBytes: The bytes of all tokens of Han; see ``Landmarks``.
    init(source: SourceText, text: TokenText, hanBytes: Int, parts: [Part]) {
        self.source = source
        positions = PositionCursor(source.lineIndex)
        self.hanBytes = hanBytes
        coveredBytes = hanBytes
        furniture.reserveCapacity(16)
        self.parts = parts.map(\.range.offsets)
        account(text)
    }

    /// The share of Han bytes that lie in parts and are no furniture.
    var coverage: Double {
        guard hanBytes > 0 else { return 0 }
        // Four digits say enough, and print short.
        return (Double(coveredBytes) / Double(hanBytes) * 10_000).rounded() / 10_000
    }

    private mutating func account(_ text: TokenText) {
        let tokens = text.tokens
        var part = 0
        var open: Run?
        var wasInside = false
        // Tokens of text before this one need no look: they lie inside a part, and no run is open.
        var quietEnd = 0
        // Where the part ends, once its first token is met.
        var partEnd = 0
        var index = 0
        while true {
            if index < quietEnd { index = text.furniture(from: index, to: quietEnd) }
            guard index < tokens.count else { break }
            let token = tokens[index]
            index += 1
            while part < parts.count, parts[part].upperBound <= token.start { part += 1 }
            if Self.han.mayHold(token.kind) { discount(token, part) }
            let isInside = part < parts.count && parts[part].lowerBound <= token.start
            // No run of furniture crosses the border of a part.
            if isInside != wasInside { flush(&open) }
            wasInside = isInside
            guard let kind = kind(token, isInside: isInside) else {
                flush(&open)
                if let rest = rest(of: token, behind: part) {
                    open = Run(kind: .siteChrome, start: rest.lowerBound, end: rest.upperBound)
                }
                if partEnd < index { partEnd = self.index(behind: parts[part].upperBound, tokens, from: index) }
                quietEnd = partEnd
                continue
            }
            quietEnd = 0
            let end =
                isInside || part >= parts.count ? token.end : min(token.end, max(parts[part].lowerBound, token.start))
            if let run = open, run.end == token.start, run.kind == kind || isSpace(token) || run.kind == .blank {
                // White space goes with the furniture around it.
                open = Run(kind: run.kind == .blank ? kind : run.kind, start: run.start, end: end)
            } else {
                flush(&open)
                open = Run(kind: kind, start: token.start, end: end)
            }
            if !isInside, var run = open {
                index = extend(&run, tokens, from: index, before: part < parts.count ? parts[part].lowerBound : .max)
                open = run
            }
        }
        flush(&open)
    }

    private static let han = TokenKinds(.han, .hanNumeral)

    /// Adds to a run outside the parts the tokens that go on with it and end before a byte; returns the index behind them.
    ///
    /// The frame of a page is many tokens of one kind.
    private mutating func extend(
        _ run: inout Run, _ tokens: UnsafeMutableBufferPointer<Token>, from first: Int, before border: Int
    ) -> Int {
        guard run.kind != .blank else { return first }
        let kind = run.kind
        let isChrome = kind == .siteChrome
        var discounted = 0
        var index = first
        while index < tokens.count {
            let token = tokens[index]
            // Whatever is text elsewhere is chrome here: the one look that most tokens get.
            guard token.end <= border,
                isChrome && (token.role.isInText || token.role == .siteChrome)
                    || !isChrome && (isSpace(token) || self.kind(token, isInside: false) == kind)
            else { break }
            discounted &+= Self.han.mayHold(token.kind) ? token.byteCount : 0
            index &+= 1
        }
        if index > first { run.end = tokens[index - 1].end }
        coveredBytes -= discounted
        return index
    }

    /// The index behind the last token that ends at or before a byte; none does at or behind `first`, or some.
    private func index(behind end: Int, _ tokens: UnsafeMutableBufferPointer<Token>, from first: Int) -> Int {
        var low = first
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].end <= end { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Takes off the coverage what of a token of Han lies in no part.
    private mutating func discount(_ token: Token, _ part: Int) {
        coveredBytes -= token.byteCount
        guard part < parts.count, token.role.isInText else { return }
        // A part may begin or end inside a token.
        coveredBytes += max(0, min(token.end, parts[part].upperBound) - max(token.start, parts[part].lowerBound))
        if parts[part].upperBound < token.end, part + 1 < parts.count {
            coveredBytes += max(0, token.end - max(parts[part + 1].lowerBound, token.start))
        }
    }

    private mutating func flush(_ run: inout Run?) {
        if let run {
            furniture.append(Furniture(kind: run.kind, range: positions.range(run.start..<run.end, in: source.utf8)))
        }
        run = nil
    }

    /// What a part that ends inside a token leaves over, when no other part begins there.
    private func rest(of token: Token, behind part: Int) -> Range<Int>? {
        guard part < parts.count, parts[part].upperBound < token.end else { return nil }
        let next = part + 1 < parts.count ? parts[part + 1].lowerBound : token.end
        return parts[part].upperBound < min(next, token.end) ? parts[part].upperBound..<min(next, token.end) : nil
    }

    @inline(__always)
    private func kind(_ token: Token, isInside: Bool) -> Furniture.Kind? {
        if let kind = token.role.furniture { return kind }
        guard !isInside else { return nil }
        return isSpace(token) ? .blank : .siteChrome
    }

    @inline(__always)
    private func isSpace(_ token: Token) -> Bool {
        switch token.kind {
        case .whitespace, .lineEnd, .control: token.role == .text || token.role == .layoutSpace || token.role == .joint
        default: false
        }
    }
}
