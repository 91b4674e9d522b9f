/// Lists of divisions that share 各 or their head noun: 各市、州、县人民政府 is one name.
struct SharedHeads {
    let text: TextBytes
    let reader: OrganizationReader

    private struct Piece {
        let hasEach: Bool
        /// Divisions without a head noun.
        let isBare: Bool
        let rank: Int
    }

    /// Whether a span ends as a bare division does: the cheap question, asked of every two neighbours.
    @inline(__always)
    func mayJoin(_ span: Range<Int>) -> Bool {
        guard !span.isEmpty else { return false }
        return switch text.code(at: span.upperBound - 3) {
        // 市, 州, 县, 区, 省, 乡, 镇, 旗, 盟, 道, 街, 师, ）, 〕
        case "市", "州", "县", "区", "省", "乡", "镇", "旗", "盟", "道",
            "街", "师", "）", "〕":
            true
        default: text.bytes[span.upperBound - 1] == 0x29
        }
    }

    /// Whether two neighbours of a list, 、 between them, are one name.
    func join(_ previous: Range<Int>, _ next: Range<Int>) -> Bool {
        guard mayJoin(previous), !text.opens(next, with: "各"),
            let first = last(of: previous), first.isBare, let second = piece(next)
        else {
            return false
        }
        // 各市、省财政厅 goes up: two names. 市、县人民政府 shares its head without 各.
        return second.rank >= first.rank && (first.hasEach || !second.isBare)
    }

    /// The last piece of a name that was joined already: 县 of 各市、县, with the 各 of the whole.
    private func last(of span: Range<Int>) -> Piece? {
        var start = span.lowerBound
        var offset = start
        var depth = 0
        while offset < span.upperBound {
            switch text.code(at: offset) {
            case "（", "〔": depth += 1
            case "）", "〕": depth -= 1
            case "、" where depth == 0: start = offset + 3
            default: break
            }
            offset += text.width(at: offset)
        }
        guard start < span.upperBound, let piece = piece(start..<span.upperBound) else { return nil }
        return Piece(hasEach: text.opens(span, with: "各"), isBare: piece.isBare, rank: piece.rank)
    }

    /// What a piece of the form 各州, 县（市、区）人民政府 is made of.
    private func piece(_ span: Range<Int>) -> Piece? {
        var start = span.lowerBound
        let hasEach = text.opens(span, with: "各")
        if hasEach { start += 3 }
        if hasEach, text.has("有关", at: start) || text.has("相关", at: start) { start += 6 }
        guard let (length, rank) = division(at: start, before: span.upperBound) else { return nil }
        start += length
        start = closingBracket(from: start, before: span.upperBound) ?? start
        if start == span.upperBound { return Piece(hasEach: hasEach, isBare: true, rank: rank) }
        guard span.upperBound - start <= 36,
            reader.sort(of: start..<span.upperBound) <= .generic || isHead(start..<span.upperBound)
        else { return nil }
        return Piece(hasEach: hasEach, isBare: false, rank: rank)
    }

    private static let heads: [StaticString] = ["政府", "管委会", "党委", "办事处", "部门", "机关", "委员会"]

    private func isHead(_ span: Range<Int>) -> Bool {
        text.closes(span, withAnyOf: Self.heads)
    }

    /// The word for a division at an offset, and its rank from the province down: a list goes down or stays.
    private func division(at offset: Int, before end: Int) -> (length: Int, rank: Int)? {
        guard let (length, rank) = word(at: offset) else { return nil }
        if offset + length <= end { return (length, rank) }
        // 市|县 cut off behind its first character.
        return Self.rank(text.code(at: offset)).flatMap { offset + 3 <= end ? (3, $0) : nil }
    }

    /// The longest word for a division at an offset.
    private func word(at offset: Int) -> (length: Int, rank: Int)? {
        let first = text.code(at: offset)
        let second = text.code(at: offset + 3)
        switch (first, second) {
        case ("直", "辖"): return text.code(at: offset + 6) == "市" ? (9, 1) : nil
        case ("自", "治"):
            switch text.code(at: offset + 6) {
            case "区": return (9, 1)
            case "州": return (9, 2)
            case "县": return (9, 3)
            default: return nil
            }
        case ("地", "级"):
            if text.has("以上市", at: offset + 6) { return (15, 2) }
            return text.code(at: offset + 6) == "市" ? (9, 2) : nil
        case ("设", "区"): return text.code(at: offset + 6) == "市" ? (9, 2) : nil
        case ("县", "级") where text.code(at: offset + 6) == "市": return (9, 3)
        case ("开", "发"), ("功", "能"): return text.code(at: offset + 6) == "区" ? (9, 3) : nil
        case ("地", "区"), ("市", "县"): return (6, 2)
        case ("县", "市"), ("区", "县"), ("县", "区"), ("新", "区"), ("特", "区"), ("园", "区"): return (6, 3)
        case ("乡", "镇"), ("镇", "街"), ("街", "道"): return (6, 4)
        default: return Self.rank(first).map { (3, $0) }
        }
    }

    /// The rank of a division of one character.
    private static func rank(_ character: UInt32) -> Int? {
        switch character {
        case "省": 1
        case "市", "州", "盟", "师": 2
        case "县", "区", "旗": 3
        case "乡", "镇", "街": 4
        default: nil
        }
    }

    /// Where a bracket that opens at an offset has closed.
    private func closingBracket(from offset: Int, before end: Int) -> Int? {
        guard offset < end else { return nil }
        let isOpen =
            text.bytes[offset] == 0x28 || text.code(at: offset) == "（" || text.code(at: offset) == "〔"
        guard isOpen else { return nil }
        var position = offset
        while position < end {
            let width = text.width(at: position)
            let code = text.code(at: position)
            if text.bytes[position] == 0x29 || code == "）" || code == "〕" { return position + width }
            position += width
        }
        return nil
    }
}
