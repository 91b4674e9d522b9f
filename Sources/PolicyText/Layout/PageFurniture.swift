/// Finds what printing put between the lines: page numbers, running headers, addresses of the printed page.
struct PageFurniture {
    let text: TokenText

    func mark(_ lines: Lines) {
        var short: [Int] = []
        var hasBreaks = false
        var hasAddress = false
        for index in lines.indices {
            if lines[index].opensPage { hasBreaks = true }
            guard lines[index].isInk else { continue }
            if mayBePageNumber(lines[index]) { short.append(index) }
            if lines[index].opening == .latin, isAddress(lines[index]) { hasAddress = true }
        }
        let found = markPageNumbers(lines, among: short)
        guard found || hasBreaks || hasAddress && repeatsAddress(lines) else { return }
        markRepeats(lines)
        if hasBreaks { markBareNumbers(lines) }
    }

    private func markPageNumbers(_ lines: Lines, among short: [Int]) -> Bool {
        guard !short.isEmpty else { return false }
        let totals = fractionTotals(lines, among: short)
        var found = false
        for index in short where isPageNumber(lines[index], totals) {
            take(&lines[index], as: .pageNumber)
            found = true
        }
        return found
    }

    private func take(_ line: inout Line, as role: TokenRole) {
        line.isFurniture = true
        for index in line.tokenStart..<line.tokenEnd where text.tokens[index].role == .text {
            text.setRole(index, role)
        }
    }

    /// `— 3 —`, `- 3 -`, `第3页 共6页`, and `1/6` where the same total comes again.
    private func isPageNumber(_ line: Line, _ totals: [Int: Int]) -> Bool {
        var ink = InlineArray<8, Int>(repeating: 0)
        var count = 0
        for index in line.first..<line.end where text.isInk(index) {
            if count == ink.count { return false }
            ink[count] = index
            count += 1
        }
        if count == 3, isRule(ink[0]), text.kind(ink[1]) == .digits, isRule(ink[2]) {
            return text.digitCount(ink[1]) <= 4
        }
        if let (_, total) = fraction(line) { return (totals[total] ?? 0) >= 2 }
        guard count >= 3, text.token(ink[0], is: "第") else { return false }
        return isWordedPageNumber((0..<count).map { ink[$0] })
    }

    /// A rule, a digit or 第: most short lines open with something else.
    private func mayBePageNumber(_ line: Line) -> Bool {
        guard line.width <= 24, line.kinds.mayHold(.digits) else { return false }
        switch line.opening {
        case .dash, .bullet, .symbol, .digits: return true
        default: return text.token(line.first, is: "第")
        }
    }

    private func isRule(_ index: Int) -> Bool {
        switch text.kind(index) {
        case .dash, .bullet: true
        case .symbol: text.has("·", at: text.tokens[index].start)
        default: false
        }
    }

    /// 第3页 共6页, behind its 第.
    private func isWordedPageNumber(_ ink: [Int]) -> Bool {
        guard text.kind(ink[1]) == .digits, text.token(ink[2], opensWith: "页") else { return false }
        return ink.dropFirst(2).allSatisfy { index in
            switch text.kind(index) {
            case .digits, .comma, .slash, .openBracket, .closeBracket: true
            default: text.token(index, is: "页") || text.token(index, is: "页共") || text.token(index, is: "共")
            }
        }
    }

    /// `3/6` as (3, 6).
    private func fraction(_ line: Line) -> (Int, Int)? {
        let first = text.ink(from: line.first, to: line.end)
        let slash = text.ink(from: first + 1, to: line.end)
        let second = text.ink(from: slash + 1, to: line.end)
        guard second < line.end, text.ink(from: second + 1, to: line.end) >= line.end, text.kind(slash) == .slash,
            let number = text.number(first), let total = text.number(second), number >= 1, number <= total,
            total <= 2_000
        else { return nil }
        return (number, total)
    }

    private func fractionTotals(_ lines: Lines, among short: [Int]) -> [Int: Int] {
        var totals: [Int: Int] = [:]
        for index in short where lines[index].width <= 12 && lines[index].opening == .digits {
            if let (_, total) = fraction(lines[index]) { totals[total, default: 0] += 1 }
        }
        return totals
    }

    private func isAddress(_ line: Line) -> Bool {
        let start = text.tokens[line.first].start
        return text.kind(line.first) == .latin
            && (text.has("http://", at: start) || text.has("https://", at: start) || text.has("www.", at: start))
            && !line.kinds.mayHold(.han)
    }

    private func repeatsAddress(_ lines: Lines) -> Bool {
        var seen: UInt64?
        for index in lines.indices
        where lines[index].isInk && lines[index].opening == .latin && isAddress(lines[index]) {
            let hash = lines[index].contentHash(text)
            if seen == hash { return true }
            if seen == nil { seen = hash }
        }
        return false
    }

    /// Lines that come again from page to page, beside other furniture, are headers and footers.
    private func markRepeats(_ lines: Lines) {
        markAddresses(lines)
        var headers = Headers(text: text, lineCount: lines.count)
        // Two rounds: a header may stand beside another header only.
        for round in 0..<2 {
            var beside: [UInt64] = []
            for index in lines.indices where lines[index].isInk && isBesideFurniture(index, lines, &headers) {
                beside.append(headers.hash(index, lines))
            }
            beside.sort()
            for index in lines.indices where lines[index].isInk && headers.isHashed(index) {
                if beside.count(inOrder: headers.hash(index, lines)) >= 2 { headers.insert(index, lines) }
            }
            guard !headers.isEmpty else { return }
            guard round == 0 else { break }
            var everywhere: [UInt64] = []
            for index in lines.indices where lines[index].isInk && headers.contains(index, lines) {
                everywhere.append(headers.hash(index, lines))
            }
            everywhere.sort()
            // A line that mostly stands elsewhere is text: the last words of a list that many tasks share.
            headers.keep { beside.count(inOrder: $0) * 2 >= everywhere.count(inOrder: $0) }
            guard !headers.isEmpty else { return }
        }
        for index in lines.indices where lines[index].isInk && headers.contains(index, lines) {
            take(&lines[index], as: .pageHeader)
        }
    }

    /// The address of a printed web page comes again on every page.
    private func markAddresses(_ lines: Lines) {
        let addresses = lines.indices.filter { lines[$0].isInk && lines[$0].opening == .latin && isAddress(lines[$0]) }
        guard addresses.count >= 2 else { return }
        let hashes = addresses.map { lines[$0].contentHash(text) }
        var counts: [UInt64: Int] = [:]
        for hash in hashes { counts[hash, default: 0] += 1 }
        for (index, hash) in zip(addresses, hashes) where counts[hash, default: 0] >= 2 {
            take(&lines[index], as: .pageHeader)
        }
    }

    private func isBesideFurniture(_ index: Int, _ lines: Lines, _ headers: inout Headers) -> Bool {
        lines[index].opensPage || isFurniture(beside: index, -1, lines, &headers)
            || isFurniture(beside: index, 1, lines, &headers)
    }

    /// Whether the next line of ink in a direction is furniture, or a page ends before it.
    private func isFurniture(beside index: Int, _ step: Int, _ lines: Lines, _ headers: inout Headers) -> Bool {
        var neighbour = index + step
        while lines.indices.contains(neighbour), lines[neighbour].isBlank {
            if step == -1, lines[neighbour].opensPage { return true }
            neighbour += step
        }
        guard lines.indices.contains(neighbour) else { return false }
        if lines[neighbour].isFurniture || headers.contains(neighbour, lines) { return true }
        return step == 1 && lines[neighbour].opensPage
    }

    /// A bare number next to a page break.
    private func markBareNumbers(_ lines: Lines) {
        for index in lines.indices where lines[index].isInk && lines[index].width <= 4 {
            let line = lines[index]
            guard line.end - line.first == 1, text.kind(line.first) == .digits else { continue }
            var next = index + 1
            while next < lines.count, lines[next].isBlank, !lines[next].opensPage { next += 1 }
            if line.opensPage || next == lines.count || lines[next].opensPage { take(&lines[index], as: .pageNumber) }
        }
    }
}

extension Line {
    /// The same for lines of the same words; words are hashed apart, so that white space makes no difference.
    fileprivate func contentHash(_ text: TokenText) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in first..<end where text.isInk(index) {
            var position = text.tokens[index].start
            let end = text.tokens[index].end
            while position + 8 <= end {
                let word = UnsafeRawBufferPointer(text.bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self)
                hash = Self.mix(hash ^ word)
                position += 8
            }
            while position < end {
                hash = Self.mix(hash ^ UInt64(text.bytes[position]))
                position += 1
            }
        }
        return hash == 0 ? 1 : hash
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }
}

extension [UInt64] {
    /// How often a value stands in values that are in order.
    fileprivate func count(inOrder value: UInt64) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < count, self[end] == value { end += 1 }
        return end - low
    }
}

/// The hashes of page headers, asked for by every line: most lines are told from all of them by their width.
private struct Headers {
    private let text: TokenText
    private var all: Set<UInt64> = []
    /// The widths of headers, modulo 64.
    private var widths: UInt64 = 0
    /// Of each line, once it is asked for; 0 before.
    private var hashes: [UInt64]

    init(text: TokenText, lineCount: Int) {
        self.text = text
        hashes = [UInt64](repeating: 0, count: lineCount)
    }

    var isEmpty: Bool { all.isEmpty }

    func isHashed(_ index: Int) -> Bool { hashes[index] != 0 }

    mutating func hash(_ index: Int, _ lines: Lines) -> UInt64 {
        if hashes[index] == 0 { hashes[index] = lines[index].contentHash(text) }
        return hashes[index]
    }

    mutating func insert(_ index: Int, _ lines: Lines) {
        all.insert(hash(index, lines))
        widths |= 1 &<< UInt64(truncatingIfNeeded: lines[index].width)
    }

    /// Leaves out what does not fulfil a condition.
    mutating func keep(_ isKept: (UInt64) -> Bool) { all = all.filter(isKept) }

    @inline(__always)
    mutating func contains(_ index: Int, _ lines: Lines) -> Bool {
        guard widths &>> UInt64(truncatingIfNeeded: lines[index].width) & 1 != 0 else { return false }
        return all.contains(hash(index, lines))
    }
}
