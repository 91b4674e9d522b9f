/// Noun phrases that share words: 花生种植、收获机械化率 are two indicators.
enum IndicatorPhrase {
    /// Members of a list at most.
    private static let limit = 12

    /// The members of a phrase, with the words that they share restored.
    ///
    /// - Parameter count: How many values there are; 0 when one value counts for all.
    static func members(of range: Range<Int>, _ text: ByteText, _ reader: ClauseReader, count: Int) -> [String] {
        let parts = split(range, text, reader)
        guard parts.count > 1, count == 0 || parts.count >= count else {
            return [String](repeating: text.squashed(range), count: max(count, 1))
        }
        let used = count > 0 ? Array(parts.suffix(count)) : parts
        guard let last = used.last, let first = used.first else { return [] }
        let tail = sharedTail(last, used, text, reader)
        let isLevel = text.start(any: ["级", "类", "型"], endingAt: first.upperBound) != nil
        let head = tail.isEmpty || isLevel ? "" : sharedHead(first, text, reader)
        return used.enumerated().map { index, part in
            let own = text.squashed(part)
            let isLast = index == used.count - 1
            return (index > 0 ? head : "") + own + (isLast ? "" : tail)
        }
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

    /// What the last member ends in and the others lack: 机械化率, 班额.
    private static func sharedTail(_ last: Range<Int>, _ parts: [Range<Int>], _ text: ByteText, _ reader: ClauseReader)
        -> String
    {
        if let tail = tailBehindLevel(last, parts, text) { return tail }
        guard let ending = measureEnding(last, text) else { return "" }
        // 森林覆盖率、森林蓄积量: each has a measure of its own.
        for part in parts.dropLast()
        where text.has(ending, at: part.upperBound - ending.utf8CodeUnitCount) || measureEnding(part, text) != nil {
            return ""
        }
        let words = words(last, text, reader)
        guard words.count > 1 else { return "" }
        return text.squashed(words[1].lowerBound..<last.upperBound)
    }

    /// 国家级、省级研发平台: what stands behind the last level is meant of each.
    private static func tailBehindLevel(_ last: Range<Int>, _ parts: [Range<Int>], _ text: ByteText) -> String? {
        for mark: StaticString in ["级", "类", "型"] {
            guard parts.dropLast().allSatisfy({ text.ends(mark, at: $0.upperBound) }) else { continue }
            var place = last.lowerBound
            while place < last.upperBound {
                if let end = text.after(mark, at: place), end < last.upperBound {
                    return text.squashed(end..<last.upperBound)
                }
                place += text.width(at: place)
            }
        }
        return nil
    }

    private static func sharedHead(_ first: Range<Int>, _ text: ByteText, _ reader: ClauseReader) -> String {
        let words = words(first, text, reader)
        guard words.count > 1, let last = words.last else { return "" }
        return text.squashed(first.lowerBound..<last.lowerBound)
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
