/// Goes through texts once and finds their quantities and times.
///
/// It looks only at places where ``TextMarks`` found a digit, a Chinese numeral or one of the characters that times are
/// told by, and at what stands before them: 数十, “十四五”, 明年, 本世纪.
struct QuantityScan {
    /// In order; those of one text do not overlap, and quantities and times do not either.
    private(set) var quantities: [QuantityReading] = []
    private(set) var times: [TimeReading] = []

    private let units: UnitTable
    private let reference: CivilDate?
    private var text = ByteText(bytes: UnsafeBufferPointer(start: nil, count: 0))
    private var reader: QuantityReader
    private var numerals: BitRow?
    private var base = 0
    /// Where what has been read ends.
    private var floor = 0
    /// The next place with a numeral, once it has been looked for: most texts have none.
    private var upcoming = -1

    /// Quantities of one text at most: more is a page of figures, not a notice.
    static let limit = 100_000

    init(units: UnitTable, reference: CivilDate?) {
        self.units = units
        self.reference = reference
        reader = QuantityReader(text, units: units)
    }

    /// Reads a text by itself.
    init(_ text: ByteText, units: UnitTable, reference: CivilDate?) {
        self.init(units: units, reference: reference)
        let marks = TextMarks(text.bytes)
        read(text, marks.numerals, from: 0, before: text.count)
    }

    mutating func reserveCapacity(_ count: Int) {
        quantities.reserveCapacity(count)
        times.reserveCapacity(count)
    }

    /// Adds the quantities and times of a text whose marks begin at `base`; texts with the same marks ascend.
    ///
    /// - Parameter end: Where the marks end.
    /// - Complexity: O(bytes) in steps of 64, and O(1) for each numeral.
    mutating func read(_ text: ByteText, _ numerals: BitRow, from base: Int, before end: Int) {
        let stop = base &+ text.count
        if upcoming < base { upcoming = numerals.next(from: base, before: end) }
        guard upcoming < stop else { return }
        var place = upcoming
        self.text = text
        reader.goOn(with: text)
        self.numerals = numerals
        self.base = base
        floor = 0
        let limit = quantities.count &+ times.count &+ Self.limit
        while place < stop, quantities.count &+ times.count < limit {
            let offset = place &- base
            floor = take(at: offset)
            place = numerals.next(from: base &+ max(floor, offset &+ 1), before: end)
        }
        upcoming = place
    }

    /// Reads what a character at `offset` tells of, and returns where to go on.
    private mutating func take(at offset: Int) -> Int {
        let (scalar, length) = text.scalar(at: offset)
        switch scalar {
        case "年", "世":
            if let end = readNamedYear(scalar, at: offset) { return end }
        case "半": return readQuantity(at: offset) ?? offset &+ length
        case "翻":
            return mayDouble(at: offset &+ length) ? readQuantity(at: offset) ?? offset &+ length : offset &+ length
        // A bullet as often as a zero: numbers may have them inside, and none begins with one.
        case "○", "◯": break
        default: return takeNumeral(scalar, at: offset, length)
        }
        return offset &+ length
    }

    // MARK: Times that no numeral opens

    /// 今年, 本世纪; 年底, 年内 by itself.
    @inline(never)
    private mutating func readNamedYear(_ scalar: Unicode.Scalar, at offset: Int) -> Int? {
        let (before, length) = text.scalar(before: offset)
        let start = offset &- length
        let isNamed =
            switch before {
            case "本", "上": true
            case "今", "明", "次", "后", "去", "当": scalar == "年"
            default: false
            }
        if isNamed, start >= floor, let end = readTime(at: start) { return end }
        guard scalar == "年" else { return nil }
        switch text.scalar(at: offset &+ 3).value {
        case "底", "末", "内", "內": return readTime(at: offset)
        default: return nil
        }
    }

    @inline(never)
    private mutating func readTime(at offset: Int) -> Int? {
        guard let time = TimeReader(text, reference: reference).read(at: offset) else { return nil }
        // 第三季度 is none by itself.
        guard text.scalar(before: offset).value != "第" else { return nil }
        times.append(time)
        return time.end
    }

    // MARK: Numerals

    private mutating func takeNumeral(_ scalar: Unicode.Scalar, at offset: Int, _ length: Int) -> Int {
        let before = text.scalar(before: offset)
        switch before.value {
        case "“", "「", "\"":
            // “十四五”
            if offset &- before.length >= floor, TimeReader.opensPlan(scalar),
                let end = readTime(at: offset &- before.length)
            {
                return end
            }
        case "数", "數", "几", "幾":
            if offset &- before.length >= floor, let symbol = HanSymbol(scalar),
                symbol.kind == .place || symbol.kind == .myriad
            {
                if let end = readQuantity(at: offset &- before.length), end > offset { return end }
            }
        default: break
        }
        let run = NumeralRun(text, at: offset, scalar, length, numerals, base)
        if run.isAlone(units) { return offset &+ length }
        if run.isSingle, before.value == "第", !run.goesOn { return offset &+ length }
        if run.isCode(text, before.value, units) || run.isOrdinal(text, before.value, units) { return run.end }
        if run.mayBeTime(scalar, text), let end = readTime(at: offset) { return end }
        guard run.mayBeQuantity(text, units) else { return offset &+ length }
        // A run of digits that is no number is not read again from its second digit.
        return readQuantity(at: offset)
            ?? (scalar.isASCII ? afterDigits(offset &+ 1) : afterNumeral(at: offset, length))
    }

    /// Bytes of Chinese numerals side by side that may be a number at most.
    private static let longestNumeral = 192

    /// Behind one character of what is no number; of a row of numerals longer than any number only the end is read again.
    private func afterNumeral(at offset: Int, _ length: Int) -> Int {
        var end = offset &+ length
        while end < text.count, HanSymbol(text.scalar(at: end).value) != nil { end &+= text.width(at: end) }
        return max(offset &+ length, text.border(end &- Self.longestNumeral))
    }

    private mutating func readQuantity(at offset: Int) -> Int? {
        let (before, length) = text.scalar(before: offset)
        if let end = skipped(at: offset, before) { return end }
        var found: QuantityReading?
        // A minus or 负 before the number.
        if NumeralReader.isSign(before), !endsVerb(before, offset &- length) {
            found = reader.read(at: offset &- length)
        }
        found = found ?? reader.read(at: offset)
        guard var found else { return nil }
        if isFall(found, before, offset &- length) { found.negate(from: offset &- length) }
        if !isRefused(found) { quantities.append(found) }
        return max(found.end, offset &+ text.width(at: offset))
    }

    /// 减负20亿元, 担负3项任务: no number below zero.
    private func endsVerb(_ sign: Unicode.Scalar, _ start: Int) -> Bool {
        guard sign == "负" else { return false }
        switch text.scalar(before: start).value {
        case "减", "担", "肩", "背", "胜", "自", "抱", "欺", "辜", "所": return true
        default: return false
        }
    }

    private static let changes: [StaticString] = ["增长", "增速", "增长率", "增幅", "增长约", "控制在", "保持在", "不低于", "为"]

    /// 增长-2.5%: behind such a word the stroke is a minus, where a dash would make no sense.
    private func isFall(_ quantity: QuantityReading, _ before: Unicode.Scalar, _ start: Int) -> Bool {
        switch before {
        case "-", "－", "−": break
        default: return false
        }
        return quantity.start > start && quantity.family == .share && quantity.number.high == nil
            && text.start(any: Self.changes, endingAt: text.skipBlanks(backFrom: start)) != nil
    }

    private func mayDouble(at offset: Int) -> Bool {
        let next = text.scalar(at: offset).value
        return next == "番" || next == "了" || HanSymbol(next) != nil || next.arabicDigit != nil
    }

    private func afterDigits(_ start: Int) -> Int {
        var offset = start
        while offset < text.count, text.bytes[offset] &- 0x30 < 10 || text.bytes[offset] == 0x2E { offset += 1 }
        return offset
    }

    /// Numbers that are no quantities by what stands before them: 第三, 〔2015〕, PM2.5.
    @inline(never)
    private func skipped(at offset: Int, _ before: Unicode.Scalar) -> Int? {
        switch before {
        case "第", "〔", "№", "#": break
        case "A"..."Z", "a"..."z": break
        default: return nil
        }
        if let end = codeEnd(at: offset) { return end }
        let number = NumeralReader(joinsSpaces: false, isRunning: false).numeral(text.bytes.span, at: offset)
        return max(number.end, offset + text.width(at: offset))
    }

    /// Where digits end that nothing can go on with: GB2312", 〔2018〕.
    private func codeEnd(at offset: Int) -> Int? {
        var end = offset
        while end < text.count, end &- offset < 8, text.bytes[end] &- 0x30 < 10 { end &+= 1 }
        guard end > offset, end &- offset < 8 else { return nil }
        switch text.scalar(at: end).value {
        case "\"", ";", ")", "<", ">", "〕", "）", "号", "、", "。": return end
        default: return nil
        }
    }

    private func isRefused(_ quantity: QuantityReading) -> Bool {
        if quantity.hasUnit {
            // The day of a date whose year nobody knows.
            return text.ends("日", at: quantity.unitEnd) && text.ends("月", at: text.skipBlanks(backFrom: quantity.start))
        }
        switch text.scalar(at: quantity.unitEnd).value {
        // 5G, 10G-PON, 3D, 12345平台, 1.2.3
        case "A"..."Z", "a"..."z", "-", ".": return true
        default: break
        }
        // A Chinese numeral without a unit is part of a word far more often than a number.
        return quantity.number.isHan && quantity.number.kind == .number && quantity.bound == .none
            && quantity.number.high == nil
    }
}
