/// Reads a quantity at a place: number, unit and what binds it.
struct QuantityReader {
    private(set) var text: ByteText
    let units: UnitTable
    private var numbers: NumberReader

    init(_ text: ByteText, units: UnitTable) {
        self.text = text
        self.units = units
        numbers = NumberReader(text)
    }

    /// Takes another text, with the same units.
    mutating func goOn(with text: ByteText) {
        self.text = text
        numbers = NumberReader(text)
    }

    /// The quantity that begins at `start`; one without a unit is a number alone.
    ///
    /// - Complexity: O(1): numbers and units are bounded.
    func read(at start: Int) -> QuantityReading? {
        guard start < text.count else { return nil }
        switch text.bytes[start] {
        // The first byte of 翻.
        case 0xE7: if let doubling = doubling(at: start) { return doubling }
        case 0x30...0x39: if mayBeRatio(at: start), let ratio = ratio(at: start) { return ratio }
        // The first byte of 零.
        case 0xE9: if let absence = absence(at: start) { return absence }
        default: break
        }
        guard let quantity = simple(at: start) else { return nil }
        if mayOpenRange(quantity), let range = range(from: quantity) { return range }
        return quantity
    }

    /// Whether a stroke stands behind the digits.
    @inline(__always)
    private func mayBeRatio(at start: Int) -> Bool {
        var end = start
        while end < text.count, end &- start < 9, text.bytes[end] &- 0x30 < 10 || text.bytes[end] == 0x2E { end &+= 1 }
        return end < text.count && (text.bytes[end] == 0x2F || text.bytes[end] == 0xEF)
    }

    /// Whether a dash follows, or what is below another bound.
    @inline(__always)
    private func mayOpenRange(_ quantity: QuantityReading) -> Bool {
        guard quantity.family != nil, quantity.number.high == nil else { return false }
        switch quantity.bound {
        case .none: return NumberReader.opensRange(text.scalar(at: text.skipBlanks(quantity.end)).value)
        case .atLeast: return true
        default: return false
        }
    }

    /// One number with its unit, without a second one behind a dash.
    private func simple(at start: Int) -> QuantityReading? {
        guard var number = numbers.read(at: start) ?? pairedDiscount(at: start) else { return nil }
        if number.high == nil, !number.isSettled { number = numbers.approximated(number) }
        var quantity = QuantityReading(
            number: number, start: start, unitEnd: number.end, end: number.end, unitStart: number.end)
        readUnit(&quantity)
        if goesOn(quantity) {
            if quantity.family == .money { readCoins(&quantity) }
            readHalf(&quantity)
            readBound(&quantity)
        } else {
            quantity.end = quantity.unitEnd
            if quantity.number.isApproximate { quantity.bound = .approx }
        }
        if quantity.family == .money, text.ends("币", at: text.skipBlanks(backFrom: start)) { readCurrency(&quantity) }
        return quantity
    }

    /// Whether what stands behind the unit may belong to the quantity: a half, tenths of money, 以上; in most it does not.
    private func goesOn(_ quantity: QuantityReading) -> Bool {
        let next = text.scalar(at: text.skipBlanks(quantity.unitEnd)).value
        switch next {
        case "，", "。", "；", "、", "的": return false
        case "半", "整", "正": return true
        case "（", "(", "及", "或", "以", "之", "左", "上", "内", "大", "新", "台", "关": return true
        default: return quantity.family == .money && NumeralReader.mayStart(next)
        }
    }

    /// 五五折: two digits, where tenths and hundredths are meant.
    @inline(never)
    private func pairedDiscount(at start: Int) -> NumberReading? {
        let tens = text.scalar(at: start)
        guard let first = HanSymbol(tens.value), first.kind == .digit else { return nil }
        let place = text.skipBlanks(start + tens.length)
        let ones = text.scalar(at: place)
        guard let second = HanSymbol(ones.value), second.kind == .digit,
            text.has("折", at: text.skipBlanks(place + ones.length))
        else { return nil }
        return NumberReading(start: start, end: place + ones.length, low: Double(first.value * 10 + second.value))
    }

    // MARK: Units

    private func readUnit(_ quantity: inout QuantityReading) {
        let number = quantity.number
        switch number.kind {
        case .percent:
            quantity.family = .share
            quantity.unitName = .fixed(.percent)
            return
        case .fraction where number.isPerMille:
            quantity.family = .share
            quantity.unitName = .fixed(.perMille)
            return
        case .fraction:
            quantity.family = .share
            quantity.unitName = .fixed(.none)
            return
        case .number: break
        }
        var offset = text.skipBlanks(number.end)
        switch text.scalar(at: offset).value {
        case "个", "個":
            readPieces(&quantity, &offset)
            if quantity.hasUnit { return }
        default: break
        }
        if let unit = currencySign(quantity) {
            quantity.unitName = .fixed(unit)
            quantity.family = .money
            return
        }
        let isBehindDigits = !number.isHan && offset == number.end
        guard let index = units.longest(at: offset, in: text, behindDigits: isBehindDigits) else { return }
        guard !isRefused(units.family(index), units.byteCount(index), quantity, at: offset) else { return }
        quantity.unitStart = offset
        quantity.unitEnd = offset + units.byteCount(index)
        quantity.family = units.family(index)
        quantity.unitName = .listed(Int32(truncatingIfNeeded: index))
        readTenths(&quantity)
        switch text.scalar(at: text.skipBlanks(quantity.unitEnd)).value {
        case "（", "(", "/", "／": readCompound(&quantity)
        default: break
        }
    }

    /// What 个 opens and is no 个 of its own; `offset` is where the unit begins then.
    @inline(never)
    private func readPieces(_ quantity: inout QuantityReading, _ offset: inout Int) {
        // 两个亿
        if let end = text.after(any: ["个亿", "個億"], at: offset) {
            quantity.number.low *= 100_000_000
            quantity.number.high = quantity.number.high.map { $0 * 100_000_000 }
            quantity.unitEnd = end
            quantity.unitStart = end
            offset = text.skipBlanks(end)
        }
        if let end = text.after(any: ["个", "個"], at: offset) {
            // 20个比特币
            if let index = units.longest(at: end, in: text), units.family(index) == .money { offset = end }
            // 一百五十 个 百 分 点
            if text.has(" ", at: end) || text.has("百", at: end), text.has("百", at: text.skipBlanks(end)) {
                readSpacedPoints(&quantity, at: offset)
            }
        }
    }

    /// Letter-spaced 个百分点.
    @inline(never)
    private func readSpacedPoints(_ quantity: inout QuantityReading, at start: Int) {
        var offset = start
        for part: StaticString in ["个", "百", "分", "点"] {
            guard let end = text.after(part, at: offset) else {
                if part.utf8CodeUnitCount == 3, let end = text.after(any: ["個", "點"], at: offset) {
                    offset = text.skipBlanks(end)
                    continue
                }
                return
            }
            offset = text.skipBlanks(end)
        }
        quantity.unitStart = start
        quantity.unitEnd = text.skipBlanks(backFrom: offset)
        quantity.family = .share
        quantity.unitName = .fixed(.points)
    }

    /// ￥300, $20
    private func currencySign(_ quantity: QuantityReading) -> QuantityReading.FixedUnit? {
        switch text.scalar(before: text.skipBlanks(backFrom: quantity.start)).value {
        case "￥", "¥": .yuan
        case "$": .dollar
        case "€": .euro
        case "£": .pound
        default: nil
        }
    }

    /// Places where a word that could be a unit is none.
    private func isRefused(_ family: UnitFamily, _ byteCount: Int, _ quantity: QuantityReading, at offset: Int) -> Bool
    {
        // A year of the calendar, a month, and the day of a month are dates.
        if family == .time, byteCount == 3 {
            if text.has("年", at: offset) { return quantity.number.low >= 1000 }
            if text.has("月", at: offset) { return true }
        }
        // 5 个 stands apart in a column; a letter is the name of something: 5 G, 3 m.
        return false
    }

    /// 三成 is 30 %, 三成半 and 七成六 more; 八折 is 80 %.
    private func readTenths(_ quantity: inout QuantityReading) {
        guard text.has("成", at: quantity.unitStart) || text.has("折", at: quantity.unitStart) else { return }
        readTenths(&quantity, isTenth: text.has("成", at: quantity.unitStart))
    }

    @inline(never)
    private func readTenths(_ quantity: inout QuantityReading, isTenth: Bool) {
        if quantity.number.isHalf, !isTenth { quantity.number.low = 5 }
        if isTenth || quantity.number.low < 10 {
            quantity.number.low = ExactNumber.scaled(quantity.number.low, by: 1)
            quantity.number.high = quantity.number.high.map { ExactNumber.scaled($0, by: 1) }
        }
        guard isTenth, quantity.number.high == nil else { return }
        let digit = text.scalar(at: quantity.unitEnd)
        if let symbol = HanSymbol(digit.value), symbol.kind == .digit, symbol.style == .lower {
            quantity.number.low += Double(symbol.value)
            quantity.unitEnd += digit.length
        } else if text.has("半", at: quantity.unitEnd) {
            quantity.number.low += 5
            quantity.unitEnd += digit.length
        }
    }

    /// 件/年, 吨标准煤/万元, 条（座）.
    @inline(never)
    private func readCompound(_ quantity: inout QuantityReading) {
        if let inner = text.after("（", at: quantity.unitEnd) ?? text.after("(", at: quantity.unitEnd),
            let index = units.longest(at: inner, in: text),
            let close = text.after(any: ["）", ")"], at: inner + units.byteCount(index))
        {
            quantity.unitEnd = close
            quantity.unitName = .written
        }
        let mark = text.skipBlanks(quantity.unitEnd)
        guard let stroke = text.after("/", at: mark) ?? text.after("／", at: mark) else { return }
        var offset = text.skipBlanks(stroke)
        if let power = text.after(any: ["万", "百万", "亿", "千", "百"], at: offset),
            units.longest(at: power, in: text) != nil,
            units.longest(at: offset, in: text) == nil
        {
            offset = power
        }
        guard let index = units.longest(at: offset, in: text) else { return }
        quantity.unitEnd = offset + units.byteCount(index)
        quantity.unitName = .written
        quantity.family = .rate
    }

    // MARK: Money

    /// 123元1角1分, 十块三毛: what stands behind the unit in tenths and hundredths.
    @inline(never)
    private func readCoins(_ quantity: inout QuantityReading) {
        guard quantity.family == .money, quantity.number.high == nil,
            text.ends("元", at: quantity.unitEnd) || text.ends("块", at: quantity.unitEnd)
                || text.ends("圆", at: quantity.unitEnd)
        else {
            if quantity.family == .money { skipRoundness(&quantity) }
            return
        }
        var offset = quantity.unitEnd
        guard NumeralReader.mayStart(text.scalar(at: text.skipBlanks(offset)).value) else {
            return skipRoundness(&quantity)
        }
        var cents = 0.0
        for (words, worth): ([StaticString], Double) in [(["角", "毛"], 10), (["分"], 1)] {
            guard let part = numbers.single(at: text.skipBlanks(offset)), part.high == nil, part.low < 10,
                let end = text.after(any: words, at: text.skipBlanks(part.end))
            else { continue }
            cents += part.low * worth
            offset = end
        }
        if cents > 0 {
            // Hundredths are whole numbers: one rounding instead of two.
            quantity.number.low = (quantity.number.low * 100 + cents).rounded() / 100
            quantity.unitEnd = text.after(any: ["钱"], at: offset) ?? offset
            quantity.unitName = .fixed(.yuan)
        }
        skipRoundness(&quantity)
    }

    @inline(never)
    private func skipRoundness(_ quantity: inout QuantityReading) {
        guard let end = text.after("整", at: quantity.unitEnd) ?? text.after("正", at: quantity.unitEnd) else { return }
        // 整个 and 正在 are words of their own.
        switch text.scalar(at: end).value {
        case "个", "合", "体", "改", "治", "在", "式", "常": return
        default:
            quantity.keepUnit()
            quantity.unitEnd = end
            quantity.end = end
        }
    }

    /// 人民币50元, 港币两千元: the currency before the number names the unit.
    @inline(never)
    private func readCurrency(_ quantity: inout QuantityReading) {
        let before = text.skipBlanks(backFrom: quantity.start)
        guard text.ends("币", at: before), isYuan(quantity), text.has("元", at: quantity.unitStart) else { return }
        if text.ends("港币", at: before) { quantity.unitName = .fixed(.hongKongDollar) }
        if text.ends("新台币", at: before) { quantity.unitName = .fixed(.taiwanDollar) }
        if text.ends("日币", at: before) { quantity.unitName = .fixed(.yen) }
        if text.ends("人民币", at: before) { quantity.unitName = .fixed(.yuan) }
    }

    private func isYuan(_ quantity: QuantityReading) -> Bool {
        switch quantity.unitName {
        case .written: return true
        case .listed(let index) where !units.hasOtherName(Int(index)): return true
        default: break
        }
        return quantity.isUnit(anyOf: ["元"], in: text, units)
    }

    // MARK: Halves, doublings, bounds

    /// 一吨半, 两年半.
    private func readHalf(_ quantity: inout QuantityReading) {
        guard quantity.number.high == nil, text.has("半", at: quantity.unitEnd) else { return }
        readHalf(behind: &quantity)
    }

    @inline(never)
    private func readHalf(behind quantity: inout QuantityReading) {
        switch quantity.family {
        case .time, .mass, .length, .volume, .area:
            // 三年半数以上: 半 begins a word of its own.
            let next = text.scalar(at: quantity.unitEnd + 3).value
            guard next != "数", next != "年", next != "径", next != "自" else { return }
            quantity.keepUnit()
            quantity.number.low += 0.5
            quantity.unitEnd += 3
        default: break
        }
    }

    /// 翻一番, 翻两番, 翻番: two or four times.
    @inline(never)
    private func doubling(at start: Int) -> QuantityReading? {
        guard var offset = text.after("翻", at: start) else { return nil }
        offset = text.after("了", at: offset) ?? offset
        var times = 1
        let (scalar, length) = text.scalar(at: offset)
        if let symbol = HanSymbol(scalar), symbol.kind == .digit {
            times = Int(symbol.value)
            offset += length
        } else if let digit = scalar.arabicDigit {
            times = digit
            offset += length
        }
        guard times > 0, let end = text.after("番", at: offset) else { return nil }
        var number = NumberReading(start: start, end: end, low: Double(1 << min(times, 16)))
        number.isHan = true
        var quantity = Self.predicate(number, .times)
        readBound(&quantity)
        return quantity
    }

    /// What is number and predicate in one: its words are the number's.
    private static func predicate(_ number: NumberReading, _ unit: QuantityReading.FixedUnit) -> QuantityReading {
        let end = number.end
        var quantity = QuantityReading(number: number, start: number.start, unitEnd: end, end: end, unitStart: end)
        quantity.unitName = .fixed(unit)
        quantity.family = .share
        return quantity
    }

    private static let absences: [StaticString] = ["发生", "增长", "死亡", "伤亡", "感染", "事故", "投诉", "差错", "上访", "缺陷"]

    /// 事故零发生, 使用量零增长, at the end of a clause: none of it is to be left.
    private func absence(at start: Int) -> QuantityReading? {
        guard let digit = text.after("零", at: start), let end = text.after(any: Self.absences, at: digit),
            text.start(any: ["近", "趋", "趋近", "接近"], endingAt: start) == nil
        else { return nil }
        switch text.scalar(at: text.skipBlanks(end)).value {
        case "，", "。", "；", "、", "）", "”", ",", ";", "\n", "\0": break
        default:
            if text.skipBlanks(end) < text.count, !text.has("目标", at: end), !text.has("的目标", at: end) { return nil }
        }
        var number = NumberReading(start: start, end: end, low: 0)
        number.isHan = true
        return Self.predicate(number, .none)
    }

    private static let ratioBases: [StaticString] = ["10万", "100万", "十万", "百万", "万", "千"]

    /// 12/10万, 4.5／10万: so many among a hundred thousand.
    @inline(never)
    private func ratio(at start: Int) -> QuantityReading? {
        var end = start
        while end < text.count, end - start < 9, text.bytes[end] &- 0x30 < 10 || text.bytes[end] == 0x2E && end > start
        {
            end += 1
        }
        guard end > start, let base = text.after("/", at: end) ?? text.after("／", at: end),
            let unitEnd = text.after(any: Self.ratioBases, at: base),
            units.longest(at: unitEnd, in: text) == nil, let number = numbers.decimal(start..<end)
        else { return nil }
        var quantity = QuantityReading(number: number, start: start, unitEnd: unitEnd, end: unitEnd, unitStart: end)
        quantity.family = .rate
        readBound(&quantity)
        return quantity
    }

    private func readBound(_ quantity: inout QuantityReading) {
        quantity.end = max(quantity.end, quantity.unitEnd)
        if quantity.number.isApproximate { quantity.bound = .approx }
        let offset = text.skipBlanks(quantity.end)
        switch text.scalar(at: offset).value {
        case "（", "(", "及", "或", "以", "之", "左", "上", "内": break
        case "大", "新", "台", "关":
            // 突破5000亿元大关, 迈上8万亿元台阶: no noun that the amount belongs to.
            quantity.end = text.after(any: ["大关", "关口", "新台阶", "大台阶", "台阶"], at: offset) ?? quantity.end
            return
        default: return
        }
        readBound(&quantity, at: offset)
    }

    @inline(never)
    private func readBound(_ quantity: inout QuantityReading, at start: Int) {
        let offset = text.after(any: ["（含）", "(含)"], at: start) ?? start
        if let end = text.after(any: ["及以上", "（含）以上", "或以上", "或者以上", "以上", "及其以上"], at: offset) {
            (quantity.bound, quantity.end) = (.atLeast, end)
        } else if let end = text.after(any: ["及以下", "或以下", "以下", "以内", "之内"], at: offset) {
            let isInner = text.ends("内", at: end)
            (quantity.bound, quantity.end) = (isInner && quantity.family == .time ? .within : .atMost, end)
        } else if let end = text.after(any: ["左右", "上下"], at: offset) {
            (quantity.bound, quantity.end) = (.approx, end)
        } else if quantity.family == .time, let end = text.after("内", at: offset), !isInnerWord(at: end) {
            (quantity.bound, quantity.end) = (.within, end)
        }
    }

    private func isInnerWord(at offset: Int) -> Bool {
        switch text.scalar(at: offset).value {
        case "部", "容", "需", "涵", "控", "设", "外", "陆": true
        default: false
        }
    }

    // MARK: Ranges with units on both sides

    /// 3000万元-5000万元, 3天——8天; 3年以上7年以下.
    @inline(never)
    private func range(from low: QuantityReading) -> QuantityReading? {
        guard low.number.high == nil, low.family != nil else { return nil }
        let mark = text.skipBlanks(low.end)
        var isBetween = low.bound == .atLeast
        var start = mark
        if low.bound == .none {
            guard NumberReader.opensRange(text.scalar(at: mark).value),
                let end = text.after(any: NumberReader.dashes, at: mark)
            else { return nil }
            start = text.skipBlanks(end)
        } else if isBetween {
            start = text.after(any: ["、", "，", ","], at: mark) ?? mark
            start = text.skipBlanks(start)
        } else {
            return nil
        }
        guard start < text.count, NumeralReader.mayStart(text.scalar(at: start).value), let high = simple(at: start),
            high.number.high == nil, high.family == low.family, high.number.low > low.number.low || low.family == .time
        else { return nil }
        if isBetween {
            guard high.bound == .atMost else { return nil }
        } else {
            isBetween = high.bound == .none || high.bound == .approx || high.bound == .within
            guard isBetween, low.number.low < high.number.low else { return nil }
        }
        var result = high
        result.start = low.start
        result.number.start = low.number.start
        result.number.low = low.number.low
        result.number.high = high.number.low
        if result.bound == .atMost { result.bound = .none }
        return result
    }
}
