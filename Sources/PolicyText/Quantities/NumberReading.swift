/// A number as quantities have it: one value, or from one to another.
///
/// Small, since quantities hold one and are copied often: offsets in four bytes, no optionals.
struct NumberReading: Sendable {
    /// The value, or the lower bound.
    var low: Double
    /// NaN for a single value.
    private var top: Double
    private var startOffset: Int32
    private var endOffset: Int32
    /// The power of ten of the last digit.
    fileprivate(set) var lastPower: Int16 = 0
    /// How the number is meant; a percentage's values are per hundred, a fraction written with ‰ per thousand.
    var kind = Numeral.Kind.number
    /// Whether 余, 多, 几, 数 stands inside.
    var isApproximate = false
    /// Whether ‰ or 千分之 makes the value one per thousand.
    var isPerMille = false
    /// Whether Chinese characters write it.
    var isHan = false
    /// Whether it is 半, or 一半.
    var isHalf = false
    /// Whether nothing behind it can make more of it: no dash, no 多, no 和.
    fileprivate(set) var isSettled = false

    init(start: Int, end: Int, low: Double, high: Double? = nil, isApproximate: Bool = false) {
        startOffset = Int32(truncatingIfNeeded: start)
        endOffset = Int32(truncatingIfNeeded: end)
        self.low = low
        top = high ?? .nan
        self.isApproximate = isApproximate
    }

    var start: Int {
        get { Int(startOffset) }
        set { startOffset = Int32(truncatingIfNeeded: newValue) }
    }
    var end: Int {
        get { Int(endOffset) }
        set { endOffset = Int32(truncatingIfNeeded: newValue) }
    }
    /// The upper bound of 5-10, 二三十 and 数十; `nil` for a single value.
    var high: Double? {
        get { top.isNaN ? nil : top }
        set { top = newValue ?? .nan }
    }

    var value: TargetValue { top.isNaN ? .number(low) : .between(low, top) }
}

/// Reads numbers with what vagueness and ranges add to numerals: 数十亿, 三五百, 十几万, 3000多, 5-10, 2——3万.
struct NumberReader {
    let text: ByteText
    private let reader = NumeralReader(joinsSpaces: true, isRunning: true)

    /// Bytes of a number at most, so that reading back is bounded.
    static let maximumBytes = 96

    init(_ text: ByteText) { self.text = text }

    /// The number or the range of numbers at `start`.
    func read(at start: Int) -> NumberReading? {
        if let number = plain(at: start) { return number }
        guard start < text.count else { return nil }
        if text.bytes[start] >= 0x80, let number = plainHan(at: start) ?? roundSum(at: start) { return number }
        guard var number = single(at: start) else { return nil }
        if number.high == nil, let range = range(from: number) ?? between(number) { number = range }
        return number
    }

    /// One number, which may be vague.
    @inline(never)
    func single(at start: Int) -> NumberReading? {
        guard start < text.count else { return nil }
        switch text.scalar(at: start).value {
        case "数", "數", "几", "幾": if let vague = vague(at: start) { return vague }
        case "一", "半": if let half = half(at: start) { return half }
        default: break
        }
        let found = reader.numeral(text.bytes.span, at: start)
        guard let numeral = found.numeral else { return severalDigits(at: start) }
        guard !NumeralWords.holds(text.bytes.span, start..<found.end) else { return nil }
        return reading(numeral, start, found.end)
    }

    private func reading(_ numeral: Numeral, _ start: Int, _ end: Int) -> NumberReading {
        var number = NumberReading(start: start, end: end, low: numeral.value, isApproximate: numeral.isApproximate)
        number.kind = numeral.kind
        number.isHan = text.bytes[start] >= 0xE3 && text.bytes[start] != 0xEF
        number.lastPower = Int16(clamping: numeral.exact?.exponent ?? 0)
        switch numeral.kind {
        case .percent: number.low = numeral.exact?.shifted(2)?.value ?? numeral.value * 100
        case .fraction:
            if let exact = numeral.exact, isPerMille(start, end) {
                number.isPerMille = true
                number.low = exact.shifted(3)?.value ?? numeral.value * 1000
            }
        case .number: break
        }
        return number
    }

    private func isPerMille(_ start: Int, _ end: Int) -> Bool {
        text.ends("‰", at: end) || text.has("千分之", at: start) || text.has("仟分之", at: start)
    }

    /// Whether 余, 多 or 几 stands behind the number and before its unit: 3000多元, 十余个, 10多万.
    @inline(never)
    func approximated(_ number: NumberReading) -> NumberReading {
        guard number.kind == .number, number.high == nil, !number.isApproximate, !number.isSettled else {
            return number
        }
        let mark = text.skipBlanks(number.end)
        guard let end = text.after(any: ["余", "餘", "多", "几", "幾"], at: mark) else { return number }
        // 10多样化: the next character must not make a word of it; 几 needs a round number before it.
        if text.has("多样", at: mark) || text.has("多元", at: mark) && number.low < 10 { return number }
        if text.has("余额", at: mark) || text.has("余热", at: mark) || text.has("几", at: mark) && number.lastPower == 0 {
            return number
        }
        var result = number
        result.end = end
        result.isApproximate = true
        return result
    }

    // MARK: Vague numbers

    /// 数十亿, 几十, 数百万.
    private func vague(at start: Int) -> NumberReading? {
        guard let first = text.after(any: ["数", "數", "几", "幾"], at: start) else { return nil }
        var offset = text.skipBlanks(first)
        guard let (power, end) = powers(at: offset), power > 0 else { return nil }
        offset = end
        var number = NumberReading(start: start, end: offset, low: ExactNumber(1, exponent: power).value)
        number.high = ExactNumber(1, exponent: power + 1).value
        number.isApproximate = true
        number.isHan = true
        number.lastPower = Int16(clamping: power)
        return number
    }

    /// Units alone as a power of ten: 十, 百万, 千亿.
    private func powers(at start: Int) -> (power: Int, end: Int)? {
        var power = 0
        var offset = start
        for _ in 0..<4 {
            let (scalar, length) = text.scalar(at: text.skipBlanks(offset))
            guard let symbol = HanSymbol(scalar), symbol.kind == .place || symbol.kind == .myriad else { break }
            power += Int(symbol.value)
            offset = text.skipBlanks(offset) + length
        }
        return power > 0 ? (power, offset) : nil
    }

    /// 二三十, 八九亿, 三五百, 十八九: two digits side by side, which mean one or the other.
    private func severalDigits(at start: Int) -> NumberReading? {
        let (first, length) = text.scalar(at: start)
        guard let low = HanSymbol(first), low.kind == .digit else { return nil }
        let (second, width) = text.scalar(at: start + length)
        guard let high = HanSymbol(second), high.kind == .digit, high.value > low.value, high.value - low.value <= 2
        else {
            return nil
        }
        let digitsEnd = start + length + width
        guard let (power, end) = powers(at: digitsEnd) else { return nil }
        var number = NumberReading(start: start, end: end, low: ExactNumber(Int(low.value), exponent: power).value)
        number.high = ExactNumber(Int(high.value), exponent: power).value
        number.isApproximate = true
        number.isHan = true
        return number
    }

    /// 一半, 半 before a unit of time.
    private func half(at start: Int) -> NumberReading? {
        if let end = text.after("一半", at: start) {
            var number = NumberReading(start: start, end: end, low: 0.5)
            number.kind = .fraction
            number.isHalf = true
            number.isHan = true
            return number
        }
        guard let end = text.after("半", at: start) else { return nil }
        guard text.after(any: ["年", "个月", "個月", "个学期", "小时", "个小时", "天", "成", "折", "月", "个钟", "钟头"], at: end) != nil
        else { return nil }
        var number = NumberReading(start: start, end: end, low: 0.5)
        number.isHalf = true
        number.isHan = true
        return number
    }

    // MARK: Ranges

    /// Whether one of ``dashes`` may begin with a character.
    @inline(__always)
    static func opensRange(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "－", "—", "–", "~", "～", "〜", "∼", "至", "到": true
        default: false
        }
    }

    static let dashes: [StaticString] = ["——", "--", "-", "－", "—", "–", "~", "～", "〜", "∼", "至", "到"]

    @inline(never)
    private func range(from low: NumberReading) -> NumberReading? {
        var mark = text.skipBlanks(low.end)
        switch text.scalar(at: mark).value {
        case "(", "（": break
        case let sign where Self.opensRange(sign): break
        default: return nil
        }
        // 1万(含)-5万元
        if let end = text.after(any: ["(含)", "（含）"], at: mark) { mark = end }
        guard let end = text.after(any: Self.dashes, at: mark) else { return nil }
        let isWord = text.has("至", at: mark) || text.has("到", at: mark)
        let start = text.skipBlanks(end)
        guard start < text.count, let high = single(at: start), high.high == nil || isWord,
            high.end - low.start <= Self.maximumBytes
        else { return nil }
        var result = low
        result.end = high.end
        var bottom = low
        if low.kind == .number, high.kind != .number {
            // 5-10%: the sign counts for both.
            bottom.kind = high.kind
            bottom.isPerMille = high.isPerMille
        } else if high.kind == .number, let power = sharedPower(low, high) {
            bottom.low = ExactNumber.scaled(low.low, by: power)
        }
        guard bottom.low < high.low else { return nil }
        result.low = bottom.low
        result.kind = bottom.kind
        result.isPerMille = bottom.isPerMille
        result.high = high.high ?? high.low
        result.isApproximate = low.isApproximate || high.isApproximate
        return result
    }

    /// 20和30之间
    @inline(never)
    private func between(_ low: NumberReading) -> NumberReading? {
        let mark = text.skipBlanks(low.end)
        guard let start = text.after("和", at: mark) ?? text.after("与", at: mark),
            let high = single(at: text.skipBlanks(start)), high.high == nil, low.low < high.low, high.kind == low.kind,
            let end = text.after(any: ["之间", "间"], at: text.skipBlanks(high.end)), text.scalar(at: end).value != "距"
        else { return nil }
        var result = low
        result.end = text.skipBlanks(high.end)
        result.high = high.low
        return result
    }

    /// The power of ten of the unit that the upper bound lends the lower one: 5-10万, 两到三千, 八到九百亿.
    private func sharedPower(_ low: NumberReading, _ high: NumberReading) -> Int? {
        guard let power = trailingPower(high), power > 0 else { return nil }
        if let own = trailingPower(low), own >= min(power, 4) { return nil }
        let scaled = ExactNumber.scaled(low.low, by: power)
        return scaled < high.low ? power : nil
    }

    /// The power of ten of the units that the number ends in: 4 for 3万, 12 for 万亿, 3 for 三千.
    private func trailingPower(_ number: NumberReading) -> Int? {
        var power = 0
        var offset = number.end
        for _ in 0..<3 {
            let (scalar, length) = text.scalar(before: text.skipBlanks(backFrom: offset))
            guard let symbol = HanSymbol(scalar) else { break }
            if symbol.kind == .myriad {
                power += Int(symbol.value)
            } else if symbol.kind == .place, symbol.value > 1, power == 0 {
                return Int(symbol.value)
            } else {
                break
            }
            offset = text.skipBlanks(backFrom: offset) - length
        }
        return power > 0 ? power : nil
    }
}

extension NumberReader {
    /// Digits of a number at most that an `Int` and a `Double` hold exactly.
    private static let plainDigits = 15

    /// 2000, 3.5, 35%, 12万: what nearly all numbers are.
    ///
    /// `nil` leaves the bytes to the full rules, which say the same of these: where a sign, a unit of numbers or another
    /// digit follows, there is more to be read.
    private func plain(at start: Int) -> NumberReading? {
        let bytes = text.bytes
        guard start < bytes.count, bytes[start] < 0x80 || bytes[start] == 0xEF else { return nil }
        var run = DigitRun()
        var end = digits(from: start, &run)
        guard end > start else { return nil }
        var power = 0
        if end &+ 1 < bytes.count, bytes[end] == 0x2E, text.scalar(at: end &+ 1).value.arabicDigit != nil {
            // 1.2.3 and 3.5 read from its point are no decimals.
            switch text.scalar(before: start).value {
            case ".", "．": return nil
            default: break
            }
            let whole = run.count
            end = digits(from: end &+ 1, &run)
            power = whole &- run.count
        }
        guard run.count <= Self.plainDigits else { return nil }
        let mantissa = run.value
        var kind = Numeral.Kind.number
        switch text.scalar(at: end).value {
        case ",": if text.scalar(at: end &+ 1).value.arabicDigit != nil { return nil }
        case "，": if text.scalar(at: end &+ 3).value.arabicDigit != nil { return nil }
        case ".", "．", "e", "E", "ｅ", "Ｅ", "/", "／", "‰": return nil
        case "%": (kind, end) = (.percent, end &+ 1)
        case "％": (kind, end) = (.percent, end &+ 3)
        case "万": if mantissa > 0 { (power, end) = (power &+ 4, end &+ 3) }
        case "亿": if mantissa > 0 { (power, end) = (power &+ 8, end &+ 3) }
        default: break
        }
        let isSettled = isSettled(behind: end)
        guard isSettled || kind == .number && isVague(behind: end) else { return nil }
        var number = NumberReading(start: start, end: end, low: 0)
        number.kind = kind
        number.isSettled = isSettled
        if power == 0, isSettled {
            number.low = Double(mantissa)
        } else {
            let exact = ExactNumber(mantissa, exponent: power)
            number.low = exact.value
            number.lastPower = Int16(clamping: exact.exponent)
        }
        return number
    }

    /// Digits, with a point or without, whatever follows them.
    func decimal(_ range: Range<Int>) -> NumberReading? {
        var run = DigitRun()
        var end = digits(from: range.lowerBound, &run)
        var power = 0
        if end < range.upperBound, text.bytes[end] == 0x2E {
            let whole = run.count
            end = digits(from: end &+ 1, &run)
            power = whole &- run.count
        }
        guard end == range.upperBound, run.count > 0, run.count <= Self.plainDigits else { return nil }
        var number = NumberReading(
            start: range.lowerBound, end: end, low: ExactNumber(run.value, exponent: power).value)
        number.isSettled = true
        return number
    }

    /// What 百 and 千 count alone: 百家领军企业, 千项标准.
    private func isCounted(behind end: Int, _ before: Unicode.Scalar) -> Bool {
        guard HanSymbol(before) == nil, before.arabicDigit == nil else { return false }
        switch before {
        case "上", "几", "数", "过", "近", "“", "第": return false
        default: break
        }
        let noun = text.scalar(at: end &+ 3).value
        guard ("\u{4E00}"..."\u{9FA5}").contains(noun) else { return false }
        switch text.scalar(at: end).value {
        case "家": return noun != "争" && noun != "姓" && noun != "号" && noun != "讲" && noun != "万"
        case "项", "个", "名", "件", "所", "座": return text.after(any: ["工程", "行动", "计划"], at: end &+ 3) == nil
        default: return false
        }
    }

    /// 百亿, 千亿, 万亿 alone behind a word that states a value, 突破千亿元; elsewhere they tell classes: 百亿级企业.
    @inline(never)
    private func roundSum(at start: Int) -> NumberReading? {
        let power: Int
        switch text.scalar(at: start).value {
        case "百": power = 10
        case "千": power = 11
        case "万": power = 12
        default: return nil
        }
        guard text.has("亿元", at: start &+ 3),
            text.start(any: ["突破", "超过", "达到", "达", "跨越", "迈上"], endingAt: text.skipBlanks(backFrom: start)) != nil
        else { return nil }
        switch text.scalar(at: start &+ 9).value {
        case "，", "。", "；", "、", ",", ";", "以", "大", "左", "台", "关", "\u{0}": break
        default: return nil
        }
        var number = NumberReading(start: start, end: start &+ 6, low: ExactNumber(1, exponent: power).value)
        number.isHan = true
        number.isSettled = true
        number.lastPower = Int16(clamping: power)
        return number
    }

    /// 一, 两, 十 alone, and 百 before what it counts.
    @inline(never)
    private func plainHan(at start: Int) -> NumberReading? {
        let (scalar, length) = text.scalar(at: start)
        guard let symbol = HanSymbol(scalar), symbol.style == .lower || symbol.style == .pair else { return nil }
        let value: Int
        switch symbol.kind {
        case .digit: value = Int(symbol.value)
        case .place where symbol.value == 1: value = 10
        case .place where symbol.value < 4 && isCounted(behind: start &+ length, text.scalar(before: start).value):
            value = symbol.value == 2 ? 100 : 1000
        default: return nil
        }
        let end = start &+ length
        guard !text.has("半", at: end), isSettled(behind: end), !NumeralWords.holds(text.bytes.span, start..<end) else {
            return nil
        }
        var number = NumberReading(start: start, end: end, low: Double(value))
        number.isHan = text.bytes[start] >= 0xE3 && text.bytes[start] != 0xEF
        number.isSettled = true
        return number
    }

    private struct DigitRun {
        /// Of the first ``NumberReader/plainDigits``; of no use with more.
        var value = 0
        var count = 0
    }

    /// Takes digits, half and full width.
    @inline(__always)
    private func digits(from start: Int, _ run: inout DigitRun) -> Int {
        var offset = start
        while offset < text.count {
            if text.bytes[offset] &- 0x30 < 10 {
                run.value = run.value &* 10 &+ Int(text.bytes[offset] &- 0x30)
                offset &+= 1
            } else if text.bytes[offset] == 0xEF, let digit = text.scalar(at: offset).value.arabicDigit {
                run.value = run.value &* 10 &+ digit
                offset &+= 3
            } else {
                break
            }
            run.count &+= 1
        }
        return offset
    }

    /// What ``isSettled(behind:)`` looks at more closely.
    private static let followers = ScalarMarks(
        "余餘多几幾又%％‰分点點和与(（-－—–~～〜∼至到0123456789０１２３４５６７８９" + HanSymbol.all)

    /// Whether nothing that follows belongs to the number.
    private func isSettled(behind end: Int) -> Bool {
        let place = text.skipBlanks(end)
        let (next, length) = text.scalar(at: place)
        guard Self.followers.mayHold(next) else { return true }
        switch next {
        case "余", "餘", "多", "几", "幾", "又", "%", "％", "‰": return false
        // 分之, 1点5, 20和30之间, 1万(含)-5万
        case "分": return !text.has("之", at: text.skipBlanks(place &+ length))
        case "点", "點", "和", "与":
            let behind = text.scalar(at: text.skipBlanks(place &+ length)).value
            return behind.arabicDigit == nil && !NumeralReader.mayStart(behind) && !Self.opensVague(behind)
        case "(", "（": return !text.has("含", at: place &+ length)
        default: return !Self.opensRange(next) && next.arabicDigit == nil && HanSymbol(next) == nil
        }
    }

    /// Whether 多 or 余 follows, and no unit of numbers behind it, which would belong to the number: 3000多.
    private func isVague(behind end: Int) -> Bool {
        let place = text.skipBlanks(end)
        switch text.scalar(at: place).value {
        case "余", "餘", "多": return HanSymbol(text.scalar(at: text.skipBlanks(place &+ 3)).value) == nil
        default: return false
        }
    }

    @inline(__always)
    private static func opensVague(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "数", "數", "几", "幾", "半": true
        default: false
        }
    }
}

extension ExactNumber {
    /// A value times a power of ten of 0...18, rounded once.
    static func scaled(_ value: Double, by power: Int) -> Double { value * Double(powerOfTen(power)) }
}
