/// Reads dates and periods: 2025年底前, 2021年6月底, 8月15日前, “十四五”末, 2023—2025年, 本世纪中叶.
struct TimeReader {
    let text: ByteText
    /// What dates without a year are seen from: the day of issue, or `nil`.
    let reference: CivilDate?

    init(_ text: ByteText, reference: CivilDate?) {
        self.text = text
        self.reference = reference
    }

    /// The time that begins at `start`.
    ///
    /// - Complexity: O(1).
    func read(at start: Int) -> TimeReading? {
        guard var time = single(at: start, after: nil) else { return nil }
        if let range = range(from: time) { time = range }
        readEdges(&time)
        return time
    }

    private func single(at start: Int, after earlier: TimeReading?) -> TimeReading? {
        let first = text.scalar(at: start).value
        switch first {
        case "0"..."9", "０"..."９":
            if let run = digits(at: start) {
                // What nearly all times are; eight digits are a day.
                if text.has("年", at: run.end), run.end - start != 8 {
                    guard 1000...2999 ~= run.value, !isDigit(before: start) else { return yearly(at: start) }
                    return yearly(start, run.value, behind: run.end &+ 3)
                }
                if text.has("月", at: run.end), run.end - start <= 2 { return monthly(at: start, after: earlier) }
            }
            if let date = numericDate(at: start) { return date }
        case "“", "\"", "「", "‘": return plan(at: start)
        case "第", "前": return monthly(at: start, after: earlier)
        case "本", "上": return century(at: start) ?? relativeYear(at: start)
        case "今", "明", "次", "后", "去", "当", "年": return relativeYear(at: start)
        default:
            guard HanSymbol(first) != nil else { return nil }
            if Self.opensPlan(first), let plan = plan(at: start) { return plan }
        }
        return century(at: start) ?? yearly(at: start) ?? monthly(at: start, after: earlier)
            ?? dayly(at: start, after: earlier)
    }

    /// Whether the number of a five-year plan may begin with a character.
    @inline(__always)
    static func opensPlan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "十", "九", "八", "七", "六": true
        default: false
        }
    }

    // MARK: Edges

    private func readEdges(_ time: inout TimeReading) {
        var offset = text.skipBlanks(time.end)
        switch text.scalar(at: offset).value {
        case "期", "时", "规", "之", "以", "前", "年", "内", "起", "后": break
        default: return
        }
        if let end = text.after(any: ["期间", "时期", "规划期", "规划期内"], at: offset) {
            time.end = end
            offset = end
        }
        if let end = text.after(any: ["之前", "以前", "前"], at: offset), !isFrontWord(at: end) {
            time.isBefore = true
            time.end = end
        } else if let end = text.after(any: ["年内", "以内", "之内", "内"], at: offset), time.precision == .year {
            time.end = end
        } else if let end = text.after(any: ["以来", "以后", "之后", "起", "后"], at: offset), !isBackWord(at: end) {
            time.isSince = true
            time.end = end
        }
    }

    private func isFrontWord(at offset: Int) -> Bool {
        switch text.scalar(at: offset).value {
        case "三", "两", "二", "列", "期", "后", "往", "景", "沿", "瞻", "述", "款", "提", "端", "置", "进": true
        default: false
        }
    }

    private func isBackWord(at offset: Int) -> Bool {
        switch text.scalar(at: offset).value {
        case "续", "备", "勤", "期", "果", "草", "点", "步", "台", "发": true
        default: false
        }
    }

    // MARK: Ranges

    @inline(never)
    private func range(from time: TimeReading) -> TimeReading? {
        let mark = text.skipBlanks(time.end)
        switch text.scalar(at: mark).value {
        case "起", "与", "和": break
        case let sign where NumberReader.opensRange(sign): break
        default: return nil
        }
        guard
            let end = text.after(any: ["起至", "起到"], at: mark) ?? text.after(any: NumberReader.dashes, at: mark)
                ?? text.after(any: ["与", "和"], at: mark)
        else {
            return nil
        }
        let isPair = text.has("与", at: mark) || text.has("和", at: mark)
        guard let last = single(at: text.skipBlanks(end), after: time) else { return nil }
        if isPair, !(text.has("间", at: last.end) || text.has("之间", at: last.end)) { return nil }
        guard time.first <= last.last else { return nil }
        var result = last
        result.start = time.start
        result.first = time.first
        result.isRange = true
        result.lacksYear = time.lacksYear
        if isPair { result.end = text.after(any: ["之间", "间"], at: last.end) ?? last.end }
        return result
    }

    // MARK: Plans

    /// “十四五”, 十四五, “九五”, with 末, 期间, 规划.
    @inline(never)
    private func plan(at start: Int) -> TimeReading? {
        var offset = start
        let quoted = text.after(any: ["“", "\"", "「", "‘"], at: offset)
        offset = quoted ?? offset
        guard let (number, end) = planNumber(at: offset) else { return nil }
        offset = end
        if quoted != nil {
            guard let close = text.after(any: ["”", "\"", "」", "’", "“"], at: offset) else { return nil }
            offset = close
        } else if text.after(any: ["时期", "期间", "末", "规划", "以来", "初", "中期", "前", "发展", "后"], at: offset) == nil {
            return nil
        }
        let year = 1991 + 5 * (number - 8)
        var time = TimeReading(
            start: start, end: offset, first: CivilDate(year: year, month: 1, day: 1),
            last: CivilDate(year: year + 4, month: 12, day: 31), precision: .plan)
        offset = text.after(any: ["期间", "时期", "规划期", "规划"], at: offset) ?? offset
        if let end = text.after(any: ["末期", "期末", "末"], at: offset) {
            time.end = end
        } else {
            time.end = offset
        }
        return time
    }

    /// 六 … 十六 before 五: the number of a five-year plan.
    private func planNumber(at start: Int) -> (Int, Int)? {
        let (first, length) = text.scalar(at: start)
        let (second, width) = text.scalar(at: start + length)
        let tens = Self.opensPlan(first) ? HanSymbol(first)?.value ?? 0 : 0
        // 十 has the power of ten for its value.
        if first != "十" { return tens > 0 && second == "五" ? (Int(tens), start + length + width) : nil }
        let third = text.scalar(at: start + length + width)
        if third.value == "五", let ones = HanSymbol(second), ones.kind == .digit, ones.value < 7,
            Self.isOrdinary(second)
        {
            return (10 + Int(ones.value), start + length + width + third.length)
        }
        return second == "五" ? (10, start + length + width) : nil
    }

    private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "一", "二", "三", "四", "五", "六": true
        default: false
        }
    }

    // MARK: Centuries and decades

    /// 本世纪中叶, 21世纪中叶, 20世纪80年代, 上世纪90年代.
    @inline(never)
    private func century(at start: Int) -> TimeReading? {
        var offset = start
        var century = 0
        if let end = text.after(any: ["本世纪", "上世纪"], at: start) {
            century = text.has("本", at: start) ? 21 : 20
            offset = end
        } else {
            guard let (value, end) = integer(at: start, limit: 30), let mark = text.after("世纪", at: end), value > 0
            else {
                return nil
            }
            century = value
            offset = mark
        }
        let first = (century - 1) * 100
        if let end = text.after(any: ["中叶", "中期"], at: offset) {
            return years(start, end, first + 50, first + 50, .century)
        }
        if let (decade, end) = integer(at: offset, limit: 99), decade % 10 == 0, let mark = text.after("年代", at: end) {
            return years(start, mark, first + decade, first + decade + 9, .decade)
        }
        return years(start, offset, first, first + 99, .century)
    }

    private func years(_ start: Int, _ end: Int, _ first: Int, _ last: Int, _ precision: TimeReading.Precision)
        -> TimeReading?
    {
        let first = CivilDate(year: first, month: 1, day: 1)
        let last = CivilDate(year: last, month: 12, day: 31)
        guard first.isValid, last.isValid else { return nil }
        return TimeReading(start: start, end: end, first: first, last: last, precision: precision)
    }

    // MARK: Numeric dates

    /// 2010-01-29, 2010.01.29, 2010/1/29, 2010 01 29, 20240307, 2021-09.
    @inline(never)
    private func numericDate(at start: Int) -> TimeReading? {
        guard let year = digits(at: start), !isDigit(before: start) else { return nil }
        if year.end - start == 8, (19_000_101...29_991_231).contains(year.value) {
            return day(start, year.end, year.value / 10_000, year.value / 100 % 100, year.value % 100)
        }
        guard year.end - start == 4, (1000...2999).contains(year.value), let (mark, isSpace) = separator(at: year.end),
            let month = digits(at: mark), month.end - mark <= 2, (1...12).contains(month.value)
        else { return nil }
        guard let (next, _) = separator(at: month.end), let last = digits(at: next), last.end - next <= 2 else {
            // 2021.09 is a month; 2021-09 may be a range of numbers or part of a code.
            guard !isSpace, month.end - mark == 2, text.scalar(at: year.end).value == "." else { return nil }
            return self.month(start, month.end, year.value, month.value)
        }
        return day(start, last.end, year.value, month.value, last.value)
    }

    private func separator(at offset: Int) -> (Int, Bool)? {
        switch text.scalar(at: offset).value {
        case "-", ".", "/", "·": return (offset + text.scalar(at: offset).length, false)
        case "．", "－", "—", "／": return (offset + 3, false)
        case " ": return (offset + 1, true)
        default: return nil
        }
    }

    private func digits(at start: Int) -> (value: Int, end: Int)? {
        var value = 0
        var offset = start
        while offset < text.count, offset &- start < 9, text.bytes[offset] &- 0x30 < 10 {
            value = value &* 10 &+ Int(text.bytes[offset] &- 0x30)
            offset &+= 1
        }
        guard offset &- start == 9 || text.scalar(at: offset).value.arabicDigit != nil else {
            return offset > start ? (value, offset) : nil
        }
        (value, offset) = (0, start)
        while offset < text.count, offset - start < 30 {
            let (scalar, length) = text.scalar(at: offset)
            guard let digit = scalar.arabicDigit else { break }
            guard value < 100_000_000 else { return nil }
            value = value * 10 + digit
            offset += length
        }
        return offset > start ? (value, offset) : nil
    }

    private func isDigit(before offset: Int) -> Bool { text.scalar(before: offset).value.arabicDigit != nil }

    // MARK: Written dates

    /// 2025年, 二〇二五年, 2023—2025年, and what follows: 底, 上半年, 一季度, 6月底, 6月30日.
    private func yearly(at start: Int) -> TimeReading? {
        guard let (year, end) = year(at: start) else { return nil }
        guard let offset = text.after("年", at: text.skipBlanks(end)) else { return yearRange(start, year, end) }
        return yearly(start, year, behind: offset)
    }

    /// A year, and what narrows it behind 年.
    private func yearly(_ start: Int, _ year: Int, behind mark: Int) -> TimeReading? {
        var offset = mark
        switch text.scalar(at: offset).value {
        // 2025年级, 1978年代
        case "级", "代": return nil
        case "度": offset &+= 3
        default: break
        }
        return within(year, start, offset) ?? years(start, offset, year, year, .year)
    }

    /// 2023-2025年, 2023—2025年: the first year without 年.
    @inline(never)
    private func yearRange(_ start: Int, _ year: Int, _ end: Int) -> TimeReading? {
        guard year >= 1900, let mark = text.after(any: NumberReader.dashes, at: text.skipBlanks(end)),
            let (last, lastEnd) = self.year(at: text.skipBlanks(mark)), last > year, last < year + 100,
            let stop = text.after("年", at: text.skipBlanks(lastEnd))
        else { return nil }
        var time = years(start, stop, year, last, .year)
        time?.isRange = true
        if let end = text.after(any: ["底", "末"], at: stop) {
            time?.end = end
            time?.isEnd = true
        }
        return time
    }

    /// What a year may be narrowed to.
    private func within(_ year: Int, _ start: Int, _ offset: Int) -> TimeReading? {
        let place = text.skipBlanks(offset)
        switch text.scalar(at: place).value {
        case "年", "底", "末", "上", "下", "第", "前": break
        case let next where next.arabicDigit != nil:
            if let (month, end) = monthNumber(at: place) { return inMonth(year, month, start, end) }
        case let next where HanSymbol(next) != nil: break
        default: return nil
        }
        if let end = text.after(any: ["年底", "年末", "底", "末"], at: place) {
            var time = years(start, end, year, year, .year)
            time?.isEnd = true
            return time
        }
        if let end = text.after(any: ["上半年", "下半年"], at: place) {
            let isFirst = text.has("上", at: place)
            return span(start, end, year, isFirst ? 1 : 7, isFirst ? 6 : 12, .half)
        }
        if let (first, last, end) = quarter(at: place) { return span(start, end, year, first, last, .quarter) }
        guard let (month, end) = monthNumber(at: place) else { return nil }
        return inMonth(year, month, start, end)
    }

    private func inMonth(_ year: Int, _ month: Int, _ start: Int, _ end: Int) -> TimeReading? {
        let offset = text.skipBlanks(end)
        switch text.scalar(at: offset).value {
        case "月", "底", "末", "上", "中", "下": break
        case let next where next.arabicDigit != nil || HanSymbol(next) != nil:
            guard let (number, numberEnd) = integer(at: offset, limit: 31), number > 0,
                let mark = text.after(any: ["日", "号", "號"], at: text.skipBlanks(numberEnd))
            else { return self.month(start, end, year, month) }
            return day(start, mark, year, month, number)
        default: return self.month(start, end, year, month)
        }
        if let mark = text.after(any: ["月底", "底", "末"], at: offset) {
            var time = self.month(start, mark, year, month)
            time?.isEnd = true
            return time
        }
        if let mark = text.after(any: ["上旬", "中旬", "下旬"], at: offset) {
            let first = text.has("上", at: offset) ? 1 : text.has("中", at: offset) ? 11 : 21
            let last = first == 21 ? CivilDate.dayCount(year, month) : first + 9
            guard var time = day(start, mark, year, month, first) else { return nil }
            time.last = CivilDate(year: year, month: month, day: last)
            return time
        }
        return self.month(start, end, year, month)
    }

    /// 一季度, 第三季度, 前三季度.
    @inline(never)
    private func quarter(at start: Int) -> (Int, Int, Int)? {
        let isUpTo = text.has("前", at: start)
        let offset = text.after("第", at: start) ?? text.after("前", at: start) ?? start
        guard let (number, end) = integer(at: offset, limit: 4), number > 0,
            let mark = text.after(any: ["季度", "个季度"], at: end)
        else { return nil }
        return (isUpTo ? 1 : number * 3 - 2, number * 3, text.after("末", at: mark) ?? mark)
    }

    /// 今年, 明年, 年底, 年内; the year is that of issue.
    @inline(never)
    private func relativeYear(at start: Int) -> TimeReading? {
        guard let reference, start < text.count, text.bytes[start] >= 0xE4 else { return nil }
        var offset = start
        var year = reference.year
        if let end = text.after(any: ["今年", "本年度", "本年", "当年"], at: start) {
            offset = end
        } else if let end = text.after(any: ["明年", "次年"], at: start) {
            offset = end
            year += 1
        } else if let end = text.after("后年", at: start) {
            offset = end
            year += 2
        } else if let end = text.after(any: ["去年", "上年"], at: start) {
            offset = end
            year -= 1
        } else if let end = text.after(any: ["年底", "年末"], at: start), !isYear(before: start), !isBottomWord(at: end) {
            var time = years(start, end, year, year, .year)
            time?.isEnd = true
            return time
        } else if let end = text.after(any: ["年内", "年內"], at: start), !isYear(before: start), !isBottomWord(at: end) {
            var time = years(start, end, year, year, .year)
            time?.isEnd = true
            return time
        } else {
            return nil
        }
        return within(year, start, offset) ?? years(start, offset, year, year, .year)
    }

    /// 年底色, 年内部: another word begins there.
    private func isBottomWord(at offset: Int) -> Bool {
        switch text.scalar(at: offset).value {
        case "色", "线", "气", "层", "数", "部", "蕴", "容", "需", "座": true
        default: false
        }
    }

    /// Whether a number stands before: 三年内 is a stretch, 年内 is this year.
    private func isYear(before offset: Int) -> Bool {
        let before = text.scalar(before: text.skipBlanks(backFrom: offset)).value
        return before.arabicDigit != nil || HanSymbol(before) != nil
            || "每全周多几半个历往近当整学财平各同青少老童壮".unicodeScalars.contains(before)
    }

    /// 6月底, 8月15日: the year is the one in which it lies ahead of the day of issue.
    private func monthly(at start: Int, after earlier: TimeReading?) -> TimeReading? {
        if let reference, earlier == nil, let (first, last, end) = quarter(at: start) {
            return span(start, end, reference.year, first, last, .quarter)
        }
        guard let (month, end) = monthNumber(at: start) else { return nil }
        guard let year = earlier?.last.year ?? reference?.year else { return nil }
        // 2月29日: the next year that has the day.
        let names = { (year: Int) in self.inMonth(year, month, start, end) }
        guard var time = names(year) ?? names(year + 1) ?? names(year + 2) ?? names(year + 3) ?? names(year + 4) else {
            return nil
        }
        if let earlier, time.last < earlier.first, let next = inMonth(year + 1, month, start, end) { time = next }
        if earlier == nil, let reference, time.last < reference,
            let next = names(year + 1) ?? names(year + 2) ?? names(year + 3) ?? names(year + 4)
        {
            time = next
        }
        time.lacksYear = earlier?.lacksYear ?? true
        return time
    }

    /// The second day of 一月十日到十二日.
    @inline(never)
    private func dayly(at start: Int, after earlier: TimeReading?) -> TimeReading? {
        guard let earlier, earlier.precision == .day, let (number, end) = integer(at: start, limit: 31), number > 0,
            let mark = text.after(any: ["日", "号"], at: text.skipBlanks(end))
        else { return nil }
        return day(start, mark, earlier.last.year, earlier.last.month, number)
    }

    private func monthNumber(at start: Int) -> (Int, Int)? {
        guard let (month, end) = integer(at: start, limit: 12), month > 0,
            let mark = text.after("月", at: text.skipBlanks(end))
        else { return nil }
        return (month, text.after("份", at: mark) ?? mark)
    }

    // MARK: Numbers

    /// A year of four digits, or of two before a month: 2025, 二〇二五, 两千零四, 15年3月, 07年, 零八年.
    private func year(at start: Int) -> (Int, Int)? {
        guard let (value, end) = integer(at: start, limit: 2999), !isDigit(before: start) else { return nil }
        if value >= 1000 { return (value, end) }
        let bytes = end - start
        let isArabic = text.scalar(at: start).value.arabicDigit != nil
        let width = isArabic ? text.scalar(at: start).length : 3
        guard bytes == 2 * width, value < 100, isTwoDigits(start, width) else { return nil }
        let opensWithZero =
            text.scalar(at: start).value.arabicDigit == 0 || text.has("零", at: start) || text.has("〇", at: start)
        guard let mark = text.after("年", at: text.skipBlanks(end)),
            opensWithZero || monthNumber(at: text.skipBlanks(mark)) != nil
        else { return nil }
        return (value < 50 ? 2000 + value : 1900 + value, end)
    }

    private func isTwoDigits(_ start: Int, _ width: Int) -> Bool {
        for offset in [start, start + width] {
            let scalar = text.scalar(at: offset).value
            if scalar.arabicDigit != nil { continue }
            guard let symbol = HanSymbol(scalar), symbol.kind == .digit || symbol.kind == .zero else { return false }
        }
        return true
    }

    /// A whole number of Arabic or Chinese digits, up to `limit`.
    private func integer(at start: Int, limit: Int) -> (Int, Int)? {
        if let found = digits(at: start) { return found.value <= limit ? (found.value, found.end) : nil }
        var end = start
        while end - start < 21, let symbol = HanSymbol(text.scalar(at: end).value), symbol.kind != .myriad { end += 3 }
        guard end > start, end <= text.count else { return nil }
        // 一月十日: the longest numeral may run on into what follows; the reading must end before 月, 年, 日, 世, 季.
        guard let numeral = HanNumeral.parse(text.slice(start..<end).bytes.span, reading: .lenient),
            numeral.value <= limit
        else { return nil }
        return (numeral.value, end)
    }

    // MARK: Spans

    private func day(_ start: Int, _ end: Int, _ year: Int, _ month: Int, _ day: Int) -> TimeReading? {
        let date = CivilDate(year: year, month: month, day: day)
        guard date.isValid else { return nil }
        return TimeReading(start: start, end: end, first: date, last: date, precision: .day)
    }

    private func month(_ start: Int, _ end: Int, _ year: Int, _ month: Int) -> TimeReading? {
        span(start, end, year, month, month, .month)
    }

    private func span(
        _ start: Int, _ end: Int, _ year: Int, _ from: Int, _ to: Int, _ precision: TimeReading.Precision
    ) -> TimeReading? {
        let first = CivilDate(year: year, month: from, day: 1)
        let last = CivilDate(year: year, month: to, day: CivilDate.dayCount(year, to))
        guard first.isValid, last.isValid else { return nil }
        return TimeReading(start: start, end: end, first: first, last: last, precision: precision)
    }
}
