/// Reads the longest number at a place; what ``NumeralParser`` and ``NumeralScanner`` share.
struct NumeralReader: Sendable {
    /// What was read: no number means that the bytes up to `end` are none.
    struct Found {
        var numeral: Numeral?
        var end: Int
    }

    let joinsSpaces: Bool
    /// Whether the number stands in running text, where more is doubtful than in a cell of its own.
    let isRunning: Bool

    /// Whether a number can start with the scalar.
    @inline(__always)
    static func mayStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x2D, 0x3A..<0xFF: false
        case 0x2F: false
        default: scalar.arabicDigit != nil || isSign(scalar) || scalar == "." || HanSymbol(scalar) != nil
        }
    }

    static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "负" || scalar == "負" || scalar == "－" || scalar == "−"
    }

    /// Reads a signed number, fraction or percentage.
    ///
    /// - Complexity: O(1): a number is ``NumeralScanner/maximumSymbols`` symbols long at most.
    func numeral(_ bytes: Span<UInt8>, at start: Int) -> Found {
        var offset = start
        let isNegative = sign(bytes, at: &offset)
        if offset > start, isRunning, !mayBeSigned(bytes, at: start) { return Found(numeral: nil, end: offset) }
        var found = unsigned(bytes, at: offset)
        if isNegative { found.numeral = found.numeral?.negated }
        return found
    }

    private func sign(_ bytes: Span<UInt8>, at offset: inout Int) -> Bool {
        guard offset < bytes.count else { return false }
        let (scalar, length) = bytes.numeralScalar(at: offset)
        guard Self.isSign(scalar) else { return false }
        offset += length
        return true
    }

    /// Whether a hyphen is a minus rather than a dash between years or parts of a code.
    private func mayBeSigned(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        let sign = bytes.numeralScalar(at: offset).scalar
        if sign == "负" || sign == "負" { return true }
        guard let before = bytes.numeralScalar(before: offset)?.scalar else { return true }
        return !before.properties.isAlphabetic && before.arabicDigit == nil && !Self.isSign(before)
            && !")）%％～~".unicodeScalars.contains(before)
    }

    private func unsigned(_ bytes: Span<UInt8>, at start: Int) -> Found {
        if let (power, offset) = partsPower(bytes, at: start) {
            return parts(bytes, at: offset, power: power)
        }
        let first = amount(bytes, at: start)
        guard let number = first.number else { return Found(numeral: nil, end: first.end) }
        if let fraction = fraction(bytes, at: start, after: first, number) { return fraction }
        let found = Found(numeral: Numeral(number, isApproximate: first.isApproximate), end: first.end)
        if isRunning, first.doubt != .none { return Found(numeral: nil, end: first.end) }
        guard first.end < bytes.count else { return found }
        let (scalar, length) = bytes.numeralScalar(at: first.end)
        let power = scalar == "%" || scalar == "％" ? 2 : scalar == "‰" ? 3 : 0
        guard power > 0, let share = number.shifted(-power) else { return found }
        let numeral = Numeral(share, kind: power == 2 ? .percent : .fraction, isApproximate: first.isApproximate)
        return Found(numeral: numeral, end: first.end + length)
    }

    /// Reads 百分之, 千分之, 百万分之: units alone, as a power of ten.
    private func partsPower(_ bytes: Span<UInt8>, at start: Int) -> (power: Int, end: Int)? {
        var power = 0
        var offset = start
        while offset < bytes.count, power <= 18 {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard let symbol = HanSymbol(scalar), symbol.kind == .place || symbol.kind == .myriad else { break }
            guard symbol.value > 1 else { return nil }
            power += Int(symbol.value)
            offset += length
        }
        guard power > 0, let end = partsMark(bytes, at: offset) else { return nil }
        return (power, end)
    }

    private func parts(_ bytes: Span<UInt8>, at start: Int, power: Int) -> Found {
        var offset = skipSpaces(bytes, start)
        let isNegative = sign(bytes, at: &offset)
        let count = amount(bytes, at: offset)
        guard let number = count.number, !isRunning || count.doubt != .several, let share = number.shifted(-power)
        else {
            return Found(numeral: nil, end: max(start, count.end))
        }
        let kind: Numeral.Kind = power == 2 ? .percent : .fraction
        let numeral = Numeral(share, kind: kind, isApproximate: count.isApproximate)
        return Found(numeral: isNegative ? numeral.negated : numeral, end: count.end)
    }

    /// The end of 分之, which may be letter-spaced.
    private func partsMark(_ bytes: Span<UInt8>, at start: Int) -> Int? {
        guard let part = take("分", bytes, at: skipSpaces(bytes, start)) else { return nil }
        return take("之", bytes, at: skipSpaces(bytes, part))
    }

    /// Goes on with 分之, 又…分之 or a stroke behind a number.
    private func fraction(
        _ bytes: Span<UInt8>, at start: Int, after first: NumeralAmount, _ number: ExactNumber
    ) -> Found? {
        if let offset = partsMark(bytes, at: first.end) {
            return over(bytes, at: offset, whole: nil, below: number, first)
        }
        if let offset = take("又", bytes, at: skipSpaces(bytes, first.end)) {
            let below = amount(bytes, at: skipSpaces(bytes, offset))
            guard let denominator = below.number, let mark = partsMark(bytes, at: below.end) else { return nil }
            return over(bytes, at: mark, whole: number, below: denominator, first)
        }
        guard first.isPlainArabic else { return nil }
        if !followsStroke(bytes, start), let (denominator, end) = stroke(bytes, at: first.end) {
            return joined(whole: nil, over: number, below: denominator, end: end)
        }
        let offset = skipSpaces(bytes, first.end)
        guard offset > first.end else { return nil }
        let second = amount(bytes, at: offset)
        guard second.isPlainArabic, let over = second.number, let (below, end) = stroke(bytes, at: second.end) else {
            return nil
        }
        return joined(whole: number, over: over, below: below, end: end)
    }

    private func over(
        _ bytes: Span<UInt8>, at start: Int, whole: ExactNumber?, below: ExactNumber, _ first: NumeralAmount
    ) -> Found? {
        var offset = skipSpaces(bytes, start)
        let isNegative = sign(bytes, at: &offset)
        let above = amount(bytes, at: offset)
        guard let over = above.number, !isRunning || above.doubt != .several else { return nil }
        let approximate = first.isApproximate || above.isApproximate
        guard let numeral = Numeral(whole: whole, numerator: over, denominator: below, isApproximate: approximate)
        else { return nil }
        return Found(numeral: isNegative ? numeral.negated : numeral, end: above.end)
    }

    private func joined(whole: ExactNumber?, over: ExactNumber, below: ExactNumber, end: Int) -> Found? {
        guard let numeral = Numeral(whole: whole, numerator: over, denominator: below, isApproximate: false) else {
            return nil
        }
        return Found(numeral: numeral, end: end)
    }

    /// Reads a stroke and the number below it; a second stroke makes a date or a code.
    private func stroke(_ bytes: Span<UInt8>, at start: Int) -> (ExactNumber, Int)? {
        guard let offset = take("/", bytes, at: start) ?? take("／", bytes, at: start) else { return nil }
        let below = amount(bytes, at: offset)
        guard below.isPlainArabic, let number = below.number else { return nil }
        if take("/", bytes, at: below.end) ?? take("／", bytes, at: below.end) != nil { return nil }
        return (number, below.end)
    }

    private func followsStroke(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        guard let before = bytes.numeralScalar(before: start)?.scalar else { return false }
        return before == "/" || before == "／"
    }

    @inline(__always)
    func take(_ scalar: Unicode.Scalar, _ bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard offset < bytes.count else { return nil }
        let found = bytes.numeralScalar(at: offset)
        return found.scalar == scalar ? offset + found.length : nil
    }

    /// The offset behind white space, or the same where spaces divide.
    @inline(__always)
    func skipSpaces(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        guard joinsSpaces else { return start }
        var offset = start
        // A handful of blanks is letter spacing; more is a column.
        while offset < bytes.count, offset - start < 12 {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\t" else { break }
            offset += length
        }
        return offset
    }
}
