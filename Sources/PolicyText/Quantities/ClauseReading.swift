/// What the words before a quantity say about it, read from the quantity to the left.
struct Binding {
    /// Where the words begin that bind the quantity: the noun phrase before it ends here.
    var start: Int
    var relation: Target.Relation?
    var measure: Target.Measure?
    /// A category with a name of its own.
    var per: TargetWords.Category?
    var baseline: Range<Int>?
    /// Whether a verb says what the subject is to do: 达到, 增长, not merely 不少于 or 约.
    var hasPredicate = false
    /// Whether anything but adverbs stands there.
    var isBound = false
    /// Where 增长 or 下降 begins, -1 without one.
    var verbStart = -1
    /// Whether 增加 or 减少 governs what stands behind the quantity.
    var governs = false
    /// The date that the value is listed for.
    var limit: TimeLimit?
    /// Where 分别 stands, or `nil`.
    var distribution: Int?
    /// Whether 有 or 保持 alone stands there, which states facts as well.
    var isWeak = false
}

/// Reads clauses: what binds a quantity, which verb governs it, and which noun phrase it measures.
///
/// A class that is made once a document: its rules are asked for each quantity, and a structure of this size would be copied
/// for most of them.
final class ClauseReader {
    // One finder asks, and nothing is handed out by reference: the checks for overlapping access found nothing.
    @exclusivity(unchecked) private(set) var text: ByteText
    @exclusivity(unchecked) private(set) var map: ClauseMap
    /// In order.
    @exclusivity(unchecked) private(set) var times: UnsafeBufferPointer<TimeReading>
    @exclusivity(unchecked) private(set) var limits = UnsafeBufferPointer<TimeLimit>(start: nil, count: 0)
    /// Stretches of time that open clauses: 三年内, 5年时间.
    @exclusivity(unchecked) private(set) var spans = UnsafeBufferPointer<Range<Int>>(start: nil, count: 0)
    let words: TargetWords
    let segmenter: ClauseWords
    /// Where the text begins among all passages.
    @exclusivity(unchecked) private(set) var base = 0

    init(
        text: ByteText, map: ClauseMap, times: UnsafeBufferPointer<TimeReading>, words: TargetWords,
        segmenter: ClauseWords
    ) {
        self.text = text
        self.map = map
        self.times = times
        self.words = words
        self.segmenter = segmenter
    }

    /// Goes on with another passage.
    func begin(
        text: ByteText, map: ClauseMap, times: UnsafeBufferPointer<TimeReading>,
        limits: UnsafeBufferPointer<TimeLimit>, spans: UnsafeBufferPointer<Range<Int>>, base: Int
    ) {
        self.text = text
        self.map = map
        self.times = times
        self.limits = limits
        self.spans = spans
        self.base = base
    }

    /// Words of one binding at most.
    private static let bindingWords = 8

    /// Reads leftwards from a quantity, not beyond `floor`.
    func binding(before offset: Int, from floor: Int) -> Binding {
        var binding = Binding(start: offset)
        for _ in 0..<Self.bindingWords {
            let end = text.skipBlanks(backFrom: binding.start)
            guard end > floor else { break }
            if let start = timeStart(endingAt: end, from: floor, &binding) {
                binding.start = start
                continue
            }
            if binding.isBound || binding.distribution != nil, let open = aliasStart(endingAt: end, from: floor) {
                binding.start = open
                continue
            }
            guard let found = words.binders.endingAt(end, in: text, from: floor), take(found, end, floor, &binding)
            else {
                break
            }
            binding.start = found.start
        }
        binding.start = max(text.skipBlanks(backFrom: binding.start), floor)
        return binding
    }

    private func take(
        _ found: (start: Int, category: TargetWords.Category, number: Int), _ end: Int, _ floor: Int,
        _ binding: inout Binding
    ) -> Bool {
        let isShort = end - found.start == 3
        // 主要, 所有, 附近: a binder of one character is part of a word unless a boundary stands before it.
        if isShort, found.start > floor, words.binders.mayJoin(found.number, in: text, before: found.start),
            (words.binders.endingAt(found.start, in: text, from: floor)?.start ?? found.start) > found.start - 6,
            !segmenter.isBoundary(found.start, in: text)
        {
            return false
        }
        if found.category.per != nil {
            binding.per = binding.per ?? found.category
            return true
        }
        switch found.category {
        case .adverb:
            // 示范园区各达到5个
            if text.has("分别", at: found.start) || text.has("各", at: found.start) { binding.distribution = found.start }
            if text.has("有", at: found.start) || text.has("共", at: found.start) { binding.isWeak = true }
            return true
        case .reach:
            // 至 and 到 alone end a verb (延长至), 为 states.
            binding.relation = binding.relation ?? .reach
            binding.hasPredicate = true
        case .exceed:
            binding.relation = stronger(binding.relation, .exceed)
            binding.hasPredicate = true
        case .atLeast:
            binding.relation = stronger(binding.relation, .atLeast)
            if text.has("达到", at: found.start) { binding.hasPredicate = true }
        case .atMost:
            binding.relation = stronger(binding.relation, .atMost)
            if text.has("控制", at: found.start) { binding.hasPredicate = true }
        case .approx: binding.relation = stronger(binding.relation, .approx)
        case .increase, .decrease:
            guard binding.measure == nil else { return false }
            binding.verbStart = found.start
            binding.measure = found.category == .increase ? .increase : .decrease
            binding.hasPredicate = true
        default: return false
        }
        binding.isBound = true
        return true
    }

    private func stronger(_ old: Target.Relation?, _ new: Target.Relation) -> Target.Relation {
        guard let old, old != .reach else { return new }
        return old
    }

    /// A time before the quantity: the limit in the middle of a clause, or what a rise is measured from.
    private func timeStart(endingAt end: Int, from floor: Int, _ binding: inout Binding) -> Int? {
        var stop = end
        let last = text.scalar(before: end).value
        let comparison =
            last == "比" || last == "上" ? text.start(any: ["相比", "的基础上", "基础上"], endingAt: end) : nil
        if let comparison { stop = text.skipBlanks(backFrom: comparison) }
        guard let time = time(endingAt: stop), time.start >= floor else {
            return comparison == nil && (last == "年" || last == "状") ? relativeBaseline(end, floor, &binding) : nil
        }
        let before = text.skipBlanks(backFrom: time.start)
        if let start = text.start(any: ["较", "比", "与", "在", "相较"], endingAt: before), start >= floor {
            if !text.has("在", at: start) || comparison != nil { binding.baseline = time.start..<time.end }
            return start
        }
        if let start = text.start(any: ["到", "至", "于"], endingAt: before), start >= floor { return start }
        return time.start
    }

    /// The time that ends at an offset.
    func time(endingAt offset: Int) -> TimeReading? {
        var index = times.count
        while index > 0, times[index &- 1].end > offset { index &-= 1 }
        return index > 0 && times[index &- 1].end == offset ? times[index &- 1] : nil
    }

    /// The time that begins at an offset.
    func time(at offset: Int) -> TimeReading? {
        var index = times.count
        while index > 0, times[index &- 1].start > offset { index &-= 1 }
        return index > 0 && times[index &- 1].start == offset ? times[index &- 1] : nil
    }

    private func relativeBaseline(_ end: Int, _ floor: Int, _ binding: inout Binding) -> Int? {
        guard let start = text.start(any: ["较上年", "比上年", "较去年", "比去年", "较上一年", "较现状"], endingAt: end), start >= floor
        else {
            return nil
        }
        binding.baseline = start + 3..<end
        return start
    }

    /// A bracket that ends the noun phrase is an alias: 万人发明专利拥有量（专利密度）达到.
    private static let divisions: [StaticString] = [
        "（市）", "（区）", "（县）", "（市、区）", "（县、区）", "（旗）", "（州）", "（街道）", "（社区）", "(市)", "(区)", "(县)", "(市、区)",
    ]

    private func aliasStart(endingAt end: Int, from floor: Int) -> Int? {
        switch text.scalar(before: end).value {
        // 县（市）达到: no alias.
        case "）", ")":
            text.start(any: Self.divisions, endingAt: end) == nil ? bracketStart(endingAt: end, from: floor) : nil
        default: nil
        }
    }

    /// Where the bracket opens behind `floor` that closes at an offset.
    func bracketStart(endingAt end: Int, from floor: Int) -> Int? {
        map.enclosures.last {
            $0.kind == .bracket && $0.range.upperBound == end && $0.range.lowerBound > floor
        }?.range.lowerBound
    }
}

/// Word boundaries by ICU's dictionary, for the clause at hand; the handle and the last clause are kept.
final class ClauseWords {
    private lazy var segmenter = WordSegmenter()
    private var range = 0..<0
    /// Whether the stretch begins and ends where words do in any case.
    private var isWhole = (start: false, end: false)
    private var base: UnsafePointer<UInt8>?
    private var boundaries: [Int32] = []

    /// Bytes on either side that decide on a boundary: words are short.
    private static let reach = 15
    /// Bytes within which the end of a stretch may make boundaries of its own.
    private static let margin = 9

    /// Whether a word begins at `offset`.
    ///
    /// - Complexity: O(1) for offsets near the last one, otherwise the time of segmenting 30 bytes, fewer between signs.
    /// - Parameter fresh: Whether the bytes may have changed in place since the last question.
    func isBoundary(_ offset: Int, in text: ByteText, fresh: Bool = false) -> Bool {
        guard offset > 0, offset < text.count else { return true }
        if fresh { base = nil }
        if Self.parts(offset, text) { return true }
        if base != text.bytes.baseAddress || !isCovered(offset, text) { segment(around: offset, text) }
        if boundaries.isEmpty { return true }
        let relative = Int32(offset - range.lowerBound)
        var low = 0
        var high = boundaries.count
        while low < high {
            let middle = (low + high) / 2
            if boundaries[middle] < relative { low = middle + 1 } else { high = middle }
        }
        return low < boundaries.count && boundaries[low] == relative
    }

    /// Other bytes may stand from now on where those of the last question stood.
    func forget() { base = nil }

    /// Whether the boundaries at an offset are known: those near the ends of the stretch may be its own doing.
    private func isCovered(_ offset: Int, _ text: ByteText) -> Bool {
        offset >= range.lowerBound + (isWhole.start ? 0 : Self.margin)
            && offset + (isWhole.end ? 0 : Self.margin) <= range.upperBound
    }

    /// Whether a Chinese character stands on one side and a sign, a digit or a Latin letter on the other: no word goes on
    /// there, and ICU need not be asked.
    private static func parts(_ offset: Int, _ text: ByteText) -> Bool {
        let left = text.scalar(before: offset).value
        let right = text.scalar(at: offset).value
        return isHan(left) ? isSign(right) : isSign(left) && isHan(right)
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { 0x4E00...0x9FA5 ~= scalar.value }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " "..."~", "，", "、", "。", "：", "；", "！", "？", "（", "）", "“", "”", "《", "》": true
        default: false
        }
    }

    /// Stretches that were segmented before, the next one to be replaced, and what came of them: the same clause comes again
    /// for the next quantity, and looking words up in ICU's dictionary is what costs.
    private var known: [(bytes: [UInt8], boundaries: [Int32])] = []
    private var oldest = 0
    private static let knownLimit = 4

    private func segmented(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
        if let same = known.first(where: { $0.bytes.count == bytes.count && $0.bytes.elementsEqual(bytes) }) {
            return same.boundaries
        }
        let boundaries = segmenter?.boundaries(in: bytes) ?? []
        if known.count < Self.knownLimit {
            known.append((Array(bytes), boundaries))
        } else {
            known[oldest] = (Array(bytes), boundaries)
            oldest = (oldest + 1) % Self.knownLimit
        }
        return boundaries
    }

    private func segment(around offset: Int, _ text: ByteText) {
        var start = max(offset - Self.reach, 0)
        while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(offset + Self.reach, text.count)
        while end < text.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
        isWhole = (start == 0, end == text.count)
        var place = offset
        while place > start {
            place -= max(text.scalar(before: place).length, 1)
            if place > start, Self.parts(place, text) { (start, isWhole.start) = (place, true) }
        }
        place = offset
        while place < end {
            place += max(text.scalar(at: place).length, 1)
            if place < end, Self.parts(place, text) { (end, isWhole.end) = (place, true) }
        }
        range = start..<end
        base = text.bytes.baseAddress
        boundaries = segmented(UnsafeBufferPointer(rebasing: text.bytes[range]))
    }
}
