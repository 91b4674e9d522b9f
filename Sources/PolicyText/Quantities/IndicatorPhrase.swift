/// Noun phrases that share words: 花生种植、收获机械化率 are two indicators.
enum IndicatorPhrase {
    /// Members of a list at most.
    private static let limit = 12

    /// The members of a phrase, with the words that they share restored.
    ///
    /// - Parameters:
    ///   - count: How many values there are; 0 when one value counts for all.
    ///   - isMixed: Whether the values differ in their units: what they measure differs, too, and shares no words.
    static func members(
        of range: Range<Int>, _ text: ByteText, _ reader: ClauseReader, count: Int, isMixed: Bool = false
    ) -> [String] {
        let parts = split(range, text, reader)
        guard parts.count > 1, count == 0 || parts.count >= count else {
            return [String](repeating: text.squashed(range), count: max(count, 1))
        }
        let used = count > 0 ? Array(parts.suffix(count)) : parts
        let shared = isMixed ? Shared() : sharedWords(used, text, reader)
        let tail = text.squashed(shared.tail)
        let head = text.squashed(shared.head)
        return used.enumerated().map { index, part in
            (index > 0 ? head : "") + text.squashed(part) + (index == used.count - 1 ? "" : tail)
        }
    }

    /// What the first member begins with and what the last one ends in, where they are said for all.
    private struct Shared {
        var head = 0..<0
        var tail = 0..<0
    }

    /// How many members a phrase lists.
    static func memberCount(_ range: Range<Int>, _ text: ByteText, _ reader: ClauseReader) -> Int {
        split(range, text, reader).count
    }

    private static func split(_ range: Range<Int>, _ text: ByteText, _ reader: ClauseReader) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound, parts.count < limit {
            if let enclosure = reader.map.enclosures.first(where: { $0.range.lowerBound == offset }) {
                offset = min(enclosure.range.upperBound, range.upperBound)
                continue
            }
            let length = text.width(at: offset)
            let mark = text.after("、", at: offset) ?? text.after(any: ["和", "与", "及"], at: offset)
            if let mark, offset > start, text.has("、", at: offset) || reader.isWord(offset..<mark) {
                parts.append(start..<offset)
                start = mark
                offset = mark
                continue
            }
            offset += length
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    /// Bytes of a member at most that may lack its head.
    private static let memberBytes = 15

    private static func sharedWords(_ parts: [Range<Int>], _ text: ByteText, _ reader: ClauseReader) -> Shared {
        guard let first = parts.first, let last = parts.last else { return Shared() }
        if let tail = tailBehindLevel(last, parts, text) { return Shared(tail: tail) }
        guard measureEnding(last, text) != nil, !parts.dropLast().contains(where: { isComplete($0, text) }) else {
            return Shared()
        }
        let words = words(last, text, reader)
        let opening = Self.words(first, text, reader)
        guard words.count > 1, let own = opening.last else { return Shared() }
        // What is the last member's own is about as long as the first member, or as its last word behind a shared one:
        // 氮氧化物|排放量 beside 二氧化硫, 收获|机械化率 beside 花生|种植.
        var shared = Shared()
        var best = Int.max
        for word in words.dropFirst() {
            let length = word.lowerBound - last.lowerBound
            if abs(length - first.count) < best {
                best = abs(length - first.count)
                shared = Shared(tail: word.lowerBound..<last.upperBound)
            }
            if opening.count > 1, own.count >= 6, abs(length - own.count) + 1 < best {
                best = abs(length - own.count) + 1
                shared = Shared(head: first.lowerBound..<own.lowerBound, tail: word.lowerBound..<last.upperBound)
            }
        }
        return shared
    }

    private static let things: [StaticString] = [
        "投资", "游客", "营收", "税收", "利润", "贷款", "存款", "出口", "进口", "消费", "企业", "人口", "财政", "能耗", "水耗", "人才", "外资", "寿命",
        "浓度", "床位",
    ]

    /// Whether a member names what is measured by itself: 森林覆盖率, 接待游客.
    private static func isComplete(_ part: Range<Int>, _ text: ByteText) -> Bool {
        part.count > memberBytes || measureEnding(part, text) != nil
            || text.start(any: things, endingAt: part.upperBound) != nil
    }

    /// 国家级、省级研发平台: what stands behind the last level is meant of each.
    private static func tailBehindLevel(_ last: Range<Int>, _ parts: [Range<Int>], _ text: ByteText) -> Range<Int>? {
        for mark: StaticString in ["级", "类", "型"] {
            guard parts.dropLast().allSatisfy({ text.ends(mark, at: $0.upperBound) }) else { continue }
            var place = last.lowerBound
            while place < last.upperBound {
                if let end = text.after(mark, at: place), end < last.upperBound { return end..<last.upperBound }
                place += text.width(at: place)
            }
        }
        return nil
    }

    private static func words(_ range: Range<Int>, _ text: ByteText, _ reader: ClauseReader) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            offset += text.width(at: offset)
            if offset >= range.upperBound || reader.segmenter.isBoundary(offset, in: text) {
                words.append(start..<min(offset, range.upperBound))
                start = offset
            }
        }
        return words
    }

    private static func measureEnding(_ range: Range<Int>, _ text: ByteText) -> StaticString? {
        let endings: [StaticString] = [
            "率", "比重", "比例", "占比", "总量", "总额", "面积", "规模", "数量", "班额", "增加值", "产值", "产量", "收入", "时间", "量", "额", "值",
            "数",
        ]
        return endings.first { text.ends($0, at: range.upperBound) }
    }
}

extension ClauseReader {
    /// Whether a phrase can name what is counted, rather than being a clause of its own.
    func isNominal(_ range: Range<Int>) -> Bool {
        guard range.count <= 150 else { return false }
        return !text.ends("的", at: range.upperBound) && !text.ends("了", at: range.upperBound)
    }
}
