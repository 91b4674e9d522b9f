/// Reads dates: 2015年9月24日, 二〇二四年六月二十一日, 2022-05-07.
struct DateReader {
    let text: TokenText

    struct Found {
        var date: CivilDate
        var firstToken: Int
        /// Behind the last token that the date touches.
        var endToken: Int
        /// Behind the last byte.
        var end: Int
        /// Whether it was written with 年, 月 and 日.
        var isWritten: Bool
        /// ISO 8601: `2015-09-24`.
        var iso: String { date.iso }
    }

    /// The date that begins at a token, or `nil`.
    func date(at index: Int, end: Int) -> Found? {
        switch text.kind(index) {
        case .digits, .hanNumeral: written(index, end) ?? numeric(index, end)
        default: nil
        }
    }

    private func written(_ index: Int, _ end: Int) -> Found? {
        // 年 before the number: most numbers are no years, and reading a Chinese one takes longer.
        let yearWord = text.ink(from: index + 1, to: end)
        guard yearWord < end, text.token(yearWord, is: "年"), let year = value(index), (1900...2199).contains(year)
        else { return nil }
        let monthIndex = text.ink(from: yearWord + 1, to: end)
        guard monthIndex < end, let month = value(monthIndex), (1...12).contains(month) else { return nil }
        let monthWord = text.ink(from: monthIndex + 1, to: end)
        guard monthWord < end, text.token(monthWord, is: "月") else { return nil }
        let dayIndex = text.ink(from: monthWord + 1, to: end)
        guard dayIndex < end, let day = value(dayIndex), isDay(year, month, day) else { return nil }
        let dayWord = text.ink(from: dayIndex + 1, to: end)
        guard dayWord < end, text.token(dayWord, opensWith: "日") || text.token(dayWord, opensWith: "号") else {
            return nil
        }
        return Found(
            date: CivilDate(year: year, month: month, day: day), firstToken: index, endToken: dayWord + 1,
            end: text.tokens[dayWord].start + 3,
            isWritten: true)
    }

    /// 2022-05-07, 2023/7/21, 2024.3.1
    private func numeric(_ index: Int, _ end: Int) -> Found? {
        guard index + 4 < end, text.digitCount(index) == 4, let year = text.number(index), (1900...2199).contains(year),
            isSeparator(index + 1), text.tokens[index + 1].byteCount == 1, let month = text.number(index + 2),
            (1...12).contains(month), isSeparator(index + 3), let day = text.number(index + 4), isDay(year, month, day)
        else { return nil }
        return Found(
            date: CivilDate(year: year, month: month, day: day), firstToken: index, endToken: index + 5,
            end: text.tokens[index + 4].end,
            isWritten: false)
    }

    /// 20181229, as machines write it.
    func compactDate(at index: Int) -> String? {
        guard text.kind(index) == .digits, text.digitCount(index) == 8, let value = text.number(index) else {
            return nil
        }
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
        guard (1900...2199).contains(year), (1...12).contains(month), isDay(year, month, day) else { return nil }
        return CivilDate.text(year, month, day)
    }

    private func isSeparator(_ index: Int) -> Bool {
        switch text.kind(index) {
        case .dash, .slash, .dot: true
        default: false
        }
    }

    private func value(_ index: Int) -> Int? {
        let token = text.tokens[index]
        switch token.kind {
        case .digits: return text.number(index)
        case .hanNumeral:
            return HanNumeral.parse(
                UnsafeBufferPointer(rebasing: text.bytes[token.start..<token.end]).span, reading: .strict)?.value
        default: return nil
        }
    }

    /// Whether the calendar has the day.
    private func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        day >= 1 && day <= CivilDate.dayCount(year, month)
    }
}
