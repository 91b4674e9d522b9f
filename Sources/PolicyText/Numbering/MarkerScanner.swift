/// Reads the marker, if any, that begins at a token. Knows how markers are written, not which of them are meant.
struct MarkerScanner {
    let text: TokenText
    /// The most digits that an ordinal may have.
    static let digitLimit = 3

    /// Whether a marker may open with a token, by its kind and length.
    @inline(__always)
    func mayOpen(_ index: Int) -> Bool {
        let token = text.tokens[index]
        // 第 and 首先: words of one character or two.
        let words = token.endOffset &- token.startOffset <= 6 ? TokenKinds(.han, .latin) : TokenKinds(.latin, .latin)
        return TokenKinds(.hanNumeral, .digits, .openBracket, .enclosedNumber)
            .union(TokenKinds(.replacement, .replacement)).union(words).mayHold(token.kind)
    }

    /// The marker that begins at `index`, or `nil`. Nothing at or behind `end` is looked at.
    func marker(at index: Int, end: Int) -> MarkerCandidate? {
        switch text.kind(index) {
        case .hanNumeral: hanNumeral(index, end)
        case .digits: arabic(index, end)
        case .openBracket: bracketed(index, end)
        case .enclosedNumber: enclosed(index, end)
        case .han: han(index, end)
        case .latin: letter(index, end)
        case .replacement: displaced(index)
        default: nil
        }
    }

    // MARK: - 一、 一是

    private func hanNumeral(_ index: Int, _ end: Int) -> MarkerCandidate? {
        let next = text.ink(from: index + 1, to: end)
        guard next < end else { return nil }
        switch text.kind(next) {
        case .enumerationComma, .dot:
            guard let ordinal = ordinal(index) else { return nil }
            var found = candidate(index, through: next, .han, ordinal)
            found.isRepaired = text.kind(next) == .dot
            let after = text.ink(from: next + 1, to: end)
            if after < end, text.kind(after) == .hanNumeral, isListOfNumbers(after, end, ordinal) {
                if isClass(after + 1, end) { return nil }
                found.isDoubtful = true
            }
            return found
        case .han:
            guard next == index + 1, text.token(next, opensWith: "是"), text.tokens[index].byteCount == 3,
                let ordinal = ordinal(index)
            else { return nil }
            var found = candidate(index, through: index, .hanIs, ordinal)
            found.end = text.tokens[next].start + 3
            found.bodyToken = next
            if text.tokens[next].byteCount == 3 { found.bodyToken = next + 1 }
            return found
        default:
            return nil
        }
    }

    /// 一、二线城市 and 三、四级 are lists in text; 一、三大任务 is a marker and its heading.
    private func isListOfNumbers(_ after: Int, _ end: Int, _ ordinal: Int) -> Bool {
        guard text.tokens[after].byteCount == 3, let second = self.ordinal(after) else { return false }
        return second == ordinal + 1
    }

    /// 二、三产业, 三、四季度: classes that a text lists, at the head of a line too.
    private func isClass(_ index: Int, _ end: Int) -> Bool {
        guard index < end, text.kind(index) == .han else { return false }
        let words: [StaticString] = ["产业", "季度", "线", "级", "类", "等", "期", "批", "审", "年级", "月", "次", "层", "楼", "区", "孩"]
        return words.contains { text.token(index, opensWith: $0) }
    }

    // MARK: - 1. 1、 1） 1.1

    private func arabic(_ index: Int, _ end: Int) -> MarkerCandidate? {
        guard text.digitCount(index) <= Self.digitLimit, let ordinal = text.number(index), ordinal >= 1 else {
            return nil
        }
        let next = text.ink(from: index + 1, to: end)
        guard next < end else { return nil }
        switch text.kind(next) {
        case .dot:
            return arabicDot(index, next, end, ordinal)
        case .enumerationComma:
            var found = candidate(index, through: next, .arabicComma, ordinal)
            let after = text.ink(from: next + 1, to: end)
            found.isDoubtful = after < end && text.kind(after) == .digits && text.digitCount(after) < 4
            return found
        case .closeBracket:
            guard text.tokens[next].partner == nil, isParenthesis(next) else { return nil }
            return candidate(index, through: next, .arabicParenthesis, ordinal)
        case .replacement, .privateUse:
            guard text.tokens[next].byteCount <= 4 else { return nil }
            var found = candidate(index, through: next, .arabicDot, ordinal)
            found.isRepaired = true
            return found
        default:
            return nil
        }
    }

    /// `2 组织体系`, the first level above 2.1: a number, a space and a short title. Only where decimals follow.
    func bareDecimal(at index: Int, end: Int) -> MarkerCandidate? {
        guard index + 2 < end, text.kind(index) == .digits, text.digitCount(index) <= 2,
            let ordinal = text.number(index),
            ordinal >= 1, text.kind(index + 1) == .whitespace, text.kind(index + 2) == .han,
            text.tokens[end - 1].end - text.tokens[index].start <= 3 * HeadingRule.runInCharacters
        else { return nil }
        for token in index + 2..<end {
            switch text.kind(token) {
            case .sentenceEnd, .comma, .semicolon, .colon: return nil
            default: break
            }
        }
        return candidate(index, through: index, .decimal, ordinal)
    }

    private func arabicDot(_ index: Int, _ dot: Int, _ end: Int, _ ordinal: Int) -> MarkerCandidate? {
        guard dot + 1 < end, text.kind(dot + 1) == .digits else {
            // 1.． and 1... are leaders or slips.
            if dot + 1 < end, text.kind(dot + 1) == .dot { return nil }
            return candidate(index, through: dot, .arabicDot, ordinal)
        }
        let digits = dot + 1
        let after = digits + 1
        // 1.2023年度… and 1．5月底前…: a date opens the text behind the marker.
        if after < end,
            text.digitCount(digits) == 4 && text.token(after, opensWith: "年") || isDayOrMonth(digits, after, end)
        {
            return candidate(index, through: dot, .arabicDot, ordinal)
        }
        if after < end, text.kind(after) == .hanNumeral || text.kind(after) == .percent { return nil }
        return decimal(index, end, ordinal)
    }

    private func isDayOrMonth(_ digits: Int, _ after: Int, _ end: Int) -> Bool {
        guard after < end, text.digitCount(digits) <= 2, text.kind(after) == .han else { return false }
        return text.token(after, opensWith: "月") && after + 1 < end && text.kind(after + 1) == .digits
            || text.token(after, opensWith: "月底") || text.token(after, opensWith: "月份")
    }

    /// 1.1 and 1.1.1, which look like decimals: always in doubt until the sequence speaks for them.
    private func decimal(_ index: Int, _ end: Int, _ ordinal: Int) -> MarkerCandidate? {
        var suffix = MarkerCandidate.Suffix()
        var last = index
        while last + 2 < end, text.kind(last + 1) == .dot, text.kind(last + 2) == .digits,
            suffix.count < MarkerCandidate.Suffix.capacity,
            text.digitCount(last + 2) <= 2, let value = text.number(last + 2), value >= 1,
            text.digitCount(last + 2) == (value < 10 ? 1 : 2)
        {
            suffix.append(value)
            last += 2
        }
        guard !suffix.isEmpty, last + 1 < end else { return nil }
        if text.kind(last + 1) == .dot { last += 1 }
        guard last + 1 < end, text.kind(last + 1) == .whitespace || text.kind(last + 1) == .han,
            !isUnit(text.ink(from: last + 1, to: end), end)
        else { return nil }
        var found = candidate(index, through: last, .decimal, ordinal)
        found.suffix = suffix
        return found
    }

    private func isUnit(_ index: Int, _ end: Int) -> Bool {
        guard index < end, text.kind(index) == .han else { return index < end && text.kind(index) == .hanNumeral }
        let units: [StaticString] = ["个", "家", "倍", "元", "亩", "公里", "米", "吨", "人", "件", "项", "版", "以上", "左右", "平方"]
        return units.contains { text.token(index, opensWith: $0) }
    }

    // MARK: - （一） （1） （a）

    private func bracketed(_ index: Int, _ end: Int) -> MarkerCandidate? {
        let inner = text.ink(from: index + 1, to: end)
        guard inner < end else { return nil }
        let close = text.ink(from: inner + 1, to: end)
        guard close < end, text.kind(close) == .closeBracket else { return nil }
        let isClean = isParenthesis(index) && isParenthesis(close)
        // （三〕 is a slip; 〔2020〕 is a year.
        guard isClean || text.kind(inner) == .hanNumeral else { return nil }
        let scheme: NumberingScheme
        let value: Int
        switch text.kind(inner) {
        case .hanNumeral:
            guard let ordinal = ordinal(inner) else { return nil }
            (scheme, value) = (.parenthesizedHan, ordinal)
        case .digits:
            guard text.digitCount(inner) <= 2, let ordinal = text.number(inner), ordinal >= 1 else { return nil }
            (scheme, value) = (.parenthesizedArabic, ordinal)
        case .latin:
            guard let letter = singleLetter(inner), letter.value <= 26 else { return nil }
            (scheme, value) = (letter.isUpper ? .upperLetter : .lowerLetter, letter.value)
        default:
            return nil
        }
        var found = candidate(index, through: close, scheme, value)
        let isMixed = text.tokens[index].byteCount != text.tokens[close].byteCount
        found.isRepaired = isMixed || !isClean
        found.isDoubtful = isReference(before: index, after: close + 1, end)
        return found
    }

    /// 第（三）项, 前款（二）, （三）项规定 refer to a marker.
    private func isReference(before index: Int, after: Int, _ end: Int) -> Bool {
        if after < end, text.kind(after) == .han {
            for word: StaticString in ["项", "款", "目", "条", "点"] where text.token(after, opensWith: word) {
                return true
            }
        }
        guard index > 0 else { return false }
        let before = index - 1
        guard text.kind(before) == .han else { return false }
        for word: StaticString in ["第", "条", "款", "本项", "前述"] where text.token(before, endsIn: word) { return true }
        return false
    }

    private func isParenthesis(_ index: Int) -> Bool {
        let start = text.tokens[index].start
        switch text.bytes[start] {
        case 0x28, 0x29: return true
        case 0xEF:
            return text.bytes[start + 1] == 0xBC && (text.bytes[start + 2] == 0x88 || text.bytes[start + 2] == 0x89)
        default: return false
        }
    }

    // MARK: - ① ⑴ ㈠ Ⅰ.

    private func enclosed(_ index: Int, _ end: Int) -> MarkerCandidate? {
        guard let scalar = scalar(index), let (scheme, ordinal) = Self.enclosedOrdinal(scalar), ordinal >= 1 else {
            return nil
        }
        let next = text.ink(from: index + 1, to: end)
        guard scheme == .roman || scheme == .lowerLetter else {
            var found = candidate(index, through: index, scheme, ordinal)
            // ①、 and ⑴. carry their punctuation along.
            if next < end, text.kind(next) == .enumerationComma || text.kind(next) == .dot {
                extend(&found, through: next)
            }
            return found
        }
        guard next < end, text.kind(next) == .dot || text.kind(next) == .enumerationComma else { return nil }
        return candidate(index, through: next, .roman, ordinal)
    }

    private static func enclosedOrdinal(_ scalar: UInt32) -> (NumberingScheme, Int)? {
        guard let scalar = Unicode.Scalar(scalar), let number = EnclosedNumber(scalar) else { return nil }
        switch number.family {
        case .circled, .negativeCircled, .doubleCircled, .circledHan: return (.circled, number.value)
        case .parenthesized: return (.parenthesizedArabic, number.value)
        case .fullStop: return (.arabicDot, number.value)
        case .parenthesizedHan: return (.parenthesizedHan, number.value)
        case .upperRoman: return (.roman, number.value)
        default: return nil
        }
    }

    // MARK: - A. a）

    private func letter(_ index: Int, _ end: Int) -> MarkerCandidate? {
        guard let letter = singleLetter(index) else { return nil }
        let next = text.ink(from: index + 1, to: end)
        guard next < end, next == index + 1 else { return nil }
        let after = next + 1
        switch text.kind(next) {
        case .dot, .enumerationComma:
            // B.C and e.g. are words.
            if after < end, text.kind(after) == .latin { return nil }
        case .closeBracket:
            guard text.tokens[next].partner == nil, isParenthesis(next) else { return nil }
        default:
            return nil
        }
        let scheme: NumberingScheme = letter.isUpper ? .upperLetter : .lowerLetter
        // l. and I. may be a 1. that was read wrongly; the sequence decides.
        guard text.kind(next) == .dot, text.token(index, is: "l") || text.token(index, is: "I") else {
            return candidate(index, through: next, scheme, letter.value)
        }
        var found = candidate(index, through: next, .arabicDot, 1)
        found.isRepaired = true
        found.lookAlike = .init(scheme: scheme, ordinal: letter.value)
        return found
    }

    private func singleLetter(_ index: Int) -> (value: Int, isUpper: Bool)? {
        let token = text.tokens[index]
        let byte: UInt8
        switch token.byteCount {
        case 1: byte = text.bytes[token.start]
        case 3 where text.bytes[token.start] == 0xEF:
            // Full width: U+FF21 is EF BC A1, U+FF41 is EF BD 81.
            let isUpper = text.bytes[token.start + 1] == 0xBC
            byte = text.bytes[token.start + 2] &- (isUpper ? 0xA0 : 0x80) &+ (isUpper ? 0x40 : 0x60)
        default: return nil
        }
        switch byte {
        case 0x41...0x5A: return (Int(byte) - 0x40, true)
        case 0x61...0x7A: return (Int(byte) - 0x60, false)
        default: return nil
        }
    }

    // MARK: - A dot whose number stands elsewhere

    /// See ``DisplacedNumbers``: the dot's partner is its number.
    private func displaced(_ index: Int) -> MarkerCandidate? {
        guard let number = text.tokens[index].partner, let ordinal = text.number(number), ordinal >= 1 else {
            return nil
        }
        var found = candidate(index, through: index, .arabicDot, ordinal)
        found.isRepaired = true
        found.displaced = text.tokens[number].start..<text.tokens[number].end
        return found
    }

    // MARK: - Parts

    func candidate(
        _ index: Int, through last: Int, _ scheme: NumberingScheme, _ ordinal: Int
    ) -> MarkerCandidate {
        MarkerCandidate(
            token: index, bodyToken: last + 1, start: text.tokens[index].start, end: text.tokens[last].end,
            scheme: scheme,
            ordinal: ordinal)
    }

    private func extend(_ found: inout MarkerCandidate, through last: Int) {
        found.bodyToken = last + 1
        found.end = text.tokens[last].end
    }

    func ordinal(_ index: Int) -> Int? {
        let token = text.tokens[index]
        let slice = UnsafeBufferPointer(rebasing: text.bytes[token.start..<token.end])
        guard let numeral = HanNumeral.parse(slice.span, reading: .strict), (1...9_999).contains(numeral.value) else {
            return nil
        }
        return numeral.value
    }

    func ordinalOfEitherKind(_ index: Int) -> Int? {
        switch text.kind(index) {
        case .hanNumeral: return ordinal(index)
        case .digits:
            guard text.digitCount(index) <= Self.digitLimit, let value = text.number(index), value >= 1 else {
                return nil
            }
            return value
        default: return nil
        }
    }

    private func scalar(_ index: Int) -> UInt32? {
        let token = text.tokens[index]
        guard token.byteCount == 3 else { return nil }
        return UInt32(text.bytes[token.start] & 0x0F) << 12 | UInt32(text.bytes[token.start + 1] & 0x3F) << 6
            | UInt32(text.bytes[token.start + 2] & 0x3F)
    }
}
