/// Decides which units have a heading, and where it ends.
///
/// A unit has a heading when its line holds only a short title, or when its first sentence is a short title with more
/// text behind it and most of its siblings open that way.
struct HeadingRule {
    let text: TokenText
    let lexicons: Lexicons
    /// The longest run-in heading, in characters.
    static let runInCharacters = 40
    /// The longest heading on a line of its own, in characters.
    static let lineCharacters = 80
    /// The longest heading that needs no text below it to end in a colon, in characters.
    static let colonTitle = 12
    /// The longest heading that ends in a colon, in characters.
    static let colonCharacters = 30

    /// How a unit opens.
    private enum Opening {
        case title(OutlineNode.Heading)
        /// One sentence and nothing else on the line.
        case sentence(OutlineNode.Heading)
        /// A short first sentence, and more behind it.
        case runIn(OutlineNode.Heading)
        case none

        /// Whether it counts as a title among its siblings: one sentence with nothing below it is an item, not a title.
        func isShort(_ node: OutlineNode) -> Bool {
            switch self {
            case .none: false
            case .sentence: node.hasFollowing
            case .title, .runIn: true
            }
        }
    }

    func apply(to outline: inout Outline) {
        guard !outline.nodes.isEmpty else { return }
        let openings = outline.nodes.indices.map {
            opening(outline.nodes[$0].own, outline.nodes[$0].candidate.isMerged)
        }
        var families = Families(outline.nodes)
        for index in outline.nodes.indices {
            families.add(outline.nodes[index], isShort: openings[index].isShort(outline.nodes[index]))
        }
        for index in outline.nodes.indices {
            if let heading = heading(of: outline.nodes[index], openings[index], families) {
                outline.nodes[index].heading = heading
            }
        }
    }

    private func heading(of node: OutlineNode, _ opening: Opening, _ families: Families) -> OutlineNode.Heading? {
        switch opening {
        case .title(let heading): !isArticle(node) || node.hasFollowing ? heading : nil
        case .sentence(let heading): node.hasFollowing && !isArticle(node) && families.allow(node) ? heading : nil
        case .runIn(let heading): !isArticle(node) && families.allow(node) ? heading : nil
        case .none: nil
        }
    }

    private func opening(_ run: TextRun, _ isMerged: Bool) -> Opening {
        let plain = plainOpening(run, isMerged)
        if case .title = plain { return plain }
        guard isMerged, let heading = stockHeading(run) else { return plain }
        // 工作目标任务。 is a heading of its own; 治理范围全县所有…。 is one with its text.
        if case .runIn(let whole) = plain, whole.stop - heading.stop < 18 { return plain }
        return .runIn(heading)
    }

    private func isArticle(_ node: OutlineNode) -> Bool {
        switch node.candidate.scheme {
        case .article, .clause, .item: true
        default: false
        }
    }

    // MARK: - How a unit opens

    private func plainOpening(_ run: TextRun, _ isMerged: Bool) -> Opening {
        guard run.first < run.end, !run.isEmpty else { return .none }
        var characters = 0
        var index = run.first
        let last = text.ink(before: run.end, from: run.first)
        while index <= last, characters <= Self.lineCharacters + 1 {
            let kind = text.kind(index)
            guard text.isInk(index) else {
                if text.kind(index) == .whitespace, text.tokens[index].role == .text,
                    isMerged ? characters > 1 : mayClose(index, characters, run, last),
                    let found = spaced(at: index, characters, run, last)
                {
                    return found
                }
                index += 1
                continue
            }
            if isClosing(index, kind, run) {
                return closed(at: index, characters, run, last)
            }
            if kind == .semicolon { return .none }
            if kind == .openTitle || kind == .openQuote, let partner = text.tokens[index].partner, partner < run.end {
                // A full stop inside quotation marks ends no heading.
                for inner in index...partner where text.isInk(inner) { characters += self.characters(inner, run) }
                index = partner + 1
                continue
            }
            characters += self.characters(index, run)
            index += 1
        }
        guard index > last, characters <= Self.lineCharacters, last >= run.first else { return .none }
        if text.kind(last) == .comma || text.kind(last) == .enumerationComma { return .none }
        // A clause behind a comma, and so long: an item without its full stop.
        if characters > Self.runInCharacters, hasComma(run.first, last) { return .none }
        if let remark = remark(run, last) {
            return .title(heading(run, stop: text.tokens[remark].end, closing: remark))
        }
        return .title(heading(run, stop: min(text.tokens[last].end, run.stop), closing: nil))
    }

    /// What a bracket ends in that says whose task it is.
    private static let duties: [StaticString] = ["牵头", "负责", "配合", "落实", "指导", "参与", "主办", "承办"]

    /// The last token of a heading that a remark in brackets follows: 重点任务（以下各项任务中，列第一位的…）, 建公园（市园林局牵头）.
    private func remark(_ run: TextRun, _ last: Int) -> Int? {
        guard text.kind(last) == .closeBracket, let open = text.tokens[last].partner, open > run.first,
            (open..<last).contains(where: { text.kind($0) == .comma || text.kind($0) == .colon })
                || saysDuty(open, last)
        else { return nil }
        let before = text.ink(before: open, from: run.first)
        return before >= 0 ? before : nil
    }

    private func saysDuty(_ open: Int, _ close: Int) -> Bool {
        let word = text.ink(before: close, from: open + 1)
        return word > open && Self.duties.contains { text.token(word, endsIn: $0) }
    }

    // MARK: - Stock headings

    /// A stock heading that runs into its text: 总体要求以…为指导, 治理范围全县所有….
    private func stockHeading(_ run: TextRun) -> OutlineNode.Heading? {
        guard run.first < run.end, text.kind(run.first) == .han || text.kind(run.first) == .hanNumeral else {
            return nil
        }
        let limit = min(text.tokens[run.first].end, run.stop)
        var best = 0
        if let word = lexicons.stockHeadings.longest(at: run.start, in: text.bytes, before: limit - 1) {
            best = lexicons.stockHeadings.byteCount(word)
        }
        // A heading of four to six characters that ends in a word such as 范围.
        for length in [6, 9, 12] {
            guard let word = lexicons.headingEndings.longest(at: run.start + length, in: text.bytes, before: limit - 1)
            else { continue }
            best = max(best, length + lexicons.headingEndings.byteCount(word))
        }
        guard best > 0, run.start + best < limit, !goesOn(run.start + best) else { return nil }
        return OutlineNode.Heading(
            start: run.start, stop: run.start + best, rest: run.first, restStart: run.start + best)
    }

    /// 工作要求的… goes on: no heading ends there.
    private func goesOn(_ position: Int) -> Bool {
        let particles: [StaticString] = ["的", "和", "与", "及", "、", "，", "。", "等", "是", "为", "了", "中", "内", "上"]
        return particles.contains { text.has($0, at: position) }
    }

    private func isClosing(_ index: Int, _ kind: TokenKind, _ run: TextRun) -> Bool {
        switch kind {
        case .sentenceEnd, .colon: return true
        case .dot:
            guard index > run.first else { return false }
            let before = text.kind(index - 1)
            let after = index + 1 < run.end ? text.kind(index + 1) : .lineEnd
            return before != .digits && before != .latin && after != .dot
        default: return false
        }
    }

    private func closed(at index: Int, _ characters: Int, _ run: TextRun, _ last: Int) -> Opening {
        let before = text.ink(before: index, from: run.first)
        guard before >= 0, characters > 0 else { return .none }
        let heading = heading(run, stop: text.tokens[before].end, closing: index)
        let isColon = text.kind(index) == .colon
        if isColon, characters > Self.colonCharacters { return .none }
        guard characters <= Self.runInCharacters else { return .none }
        if isColon, announcesList(run.first, index) { return .none }
        // 联系方式： on a line of its own is a heading, whatever follows.
        if isColon, index == last, characters <= Self.colonTitle, !hasComma(run.first, index) { return .title(heading) }
        if index == last { return .sentence(heading) }
        if isColon, hasComma(run.first, index) { return .none }
        // A bracket that closes the sentence, with the departments in it, is no further text.
        let next = text.ink(from: index + 1, to: run.end)
        if text.kind(next) == .openBracket, let partner = text.tokens[next].partner, partner >= last { return .none }
        if hasComma(run.first, index), commands(run) { return .none }
        return .runIn(heading)
    }

    /// 各地要高度重视…，落实责任。 has a subject of its own: a task, no title.
    private func commands(_ run: TextRun) -> Bool {
        let words: [StaticString] = ["各", "对", "由", "自", "经", "凡", "若", "如", "本办法", "本规定", "本通知"]
        return words.contains { text.has($0, at: run.start) }
    }

    /// …遵守下列规定： is a sentence whose end is the list below it.
    private func announcesList(_ first: Int, _ end: Int) -> Bool {
        let words: [StaticString] = ["下列", "以下", "如下", "应当", "包括", "分别"]
        for index in first..<end where text.kind(index) == .han {
            var position = text.tokens[index].start
            while position + 6 <= text.tokens[index].end {
                if words.contains(where: { text.has($0, at: position) }) { return true }
                position += 3
            }
        }
        return false
    }

    /// Characters of a heading that nothing but white space closes, and of the text behind it.
    private static let spacedCharacters = 4...20
    private static let spacedText = 12

    /// 一、总体要求　坚持预防为主，防治结合。 White space closes a heading when a sentence stands behind it, and nothing of one before.
    private func mayClose(_ index: Int, _ characters: Int, _ run: TextRun, _ last: Int) -> Bool {
        guard Self.spacedCharacters.contains(characters),
            text.tokens[last].end - text.tokens[index].end >= Self.spacedText * 3,
            text.kind(last) == .sentenceEnd
        else { return false }
        // 升级投放点 。 has white space before its own full stop.
        let after = text.kind(text.ink(from: index, to: run.end))
        guard after == .han || after == .hanNumeral || after == .digits || after == .openTitle else { return false }
        return (run.first..<index).allSatisfy {
            !text.isInk($0) || text.kind($0) == .han || text.kind($0) == .hanNumeral
                || text.kind($0) == .enumerationComma
        }
    }

    /// White space between Chinese characters, where line ends are lost, is a line end that became a space.
    private func spaced(at index: Int, _ characters: Int, _ run: TextRun, _ last: Int) -> Opening? {
        let before = text.ink(before: index, from: run.first)
        let after = text.ink(from: index, to: run.end)
        guard before >= 0, after <= last, text.bytes[text.tokens[before].start] >= 0xE0,
            text.bytes[text.tokens[after].start] >= 0xE0, characters <= Self.runInCharacters
        else { return nil }
        return .runIn(
            OutlineNode.Heading(
                start: run.start, stop: text.tokens[before].end, rest: after, restStart: text.tokens[after].start))
    }

    private func hasComma(_ first: Int, _ end: Int) -> Bool {
        (first..<end).contains { text.kind($0) == .comma }
    }

    private func heading(_ run: TextRun, stop: Int, closing: Int?) -> OutlineNode.Heading {
        let rest = text.ink(from: (closing ?? run.end - 1) + 1, to: run.end)
        let restStart = closing == nil || rest >= run.end ? run.stop : text.tokens[rest].start
        return OutlineNode.Heading(
            start: run.start, stop: stop, rest: closing == nil ? run.end : rest, restStart: restStart)
    }

    private func characters(_ index: Int, _ run: TextRun) -> Int {
        let token = text.tokens[index]
        let bytes = min(token.end, run.stop) - max(token.start, run.start)
        return text.bytes[token.start] < 0x80 ? bytes : (bytes + 2) / 3
    }

    // MARK: - Siblings

    private struct Count {
        var all: Int32 = 0
        var short: Int32 = 0

        mutating func add(_ isShort: Bool) {
            all += 1
            if isShort { short += 1 }
        }
    }

    /// How the siblings of a unit open: under the same parent, and in the whole part at the same depth.
    private struct Families {
        /// One family under one parent, chained to the parent's next: a parent has one or two.
        private struct Near {
            var scheme: Int
            var next: Int32
            var count = Count()
        }

        /// For each parent, from -1, the first of its families; -1 for none.
        private var heads: [Int32]
        private var near: [Near] = []
        private var wide: [Count]

        init(_ nodes: [OutlineNode]) {
            heads = [Int32](of: -1, count: nodes.count + 1)
            near.reserveCapacity(nodes.count / 2 + 4)
            let depth = nodes.indices.reduce(0) { max($0, nodes[$1].depth) }
            wide = [Count](of: Count(), count: (depth + 1) * NumberingScheme.codeCount)
        }

        mutating func add(_ node: OutlineNode, isShort: Bool) {
            let scheme = node.candidate.scheme.code
            var index = find(node)
            if index < 0 {
                near.append(Near(scheme: scheme, next: heads[node.parent + 1]))
                index = near.count - 1
                heads[node.parent + 1] = Int32(index)
            }
            near[index].count.add(isShort)
            wide[Self.wideIndex(node)].add(isShort)
        }

        /// Most of the near siblings open with a title; where numbers run on through parents, some of the far ones do too.
        func allow(_ node: OutlineNode) -> Bool {
            let index = find(node)
            let near = index < 0 ? Count() : near[index].count
            let wide = wide[Self.wideIndex(node)]
            // One or two siblings say too little: the others of their kind decide.
            if near.all == 1 || near.all == 2 && near.short == 1 { return wide.short * 2 >= wide.all }
            return near.short * 2 > near.all && wide.short * 4 >= wide.all
        }

        private func find(_ node: OutlineNode) -> Int {
            let scheme = node.candidate.scheme.code
            var index = Int(heads[node.parent + 1])
            while index >= 0, near[index].scheme != scheme { index = Int(near[index].next) }
            return index
        }

        private static func wideIndex(_ node: OutlineNode) -> Int {
            node.depth * NumberingScheme.codeCount + node.candidate.scheme.code
        }
    }
}
