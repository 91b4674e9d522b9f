/// An unsigned number in the reader's hands: whole or decimal, no fraction.
struct NumeralAmount: Sendable {
    /// `nil` when the bytes up to `end` are no number.
    var number: ExactNumber?
    var end: Int
    var isApproximate = false
    /// A run of Arabic digits and nothing else.
    var isPlainArabic = false
    var doubt = Doubt.none

    /// What speaks against a number in running text.
    enum Doubt: Sendable {
        case none
        /// 百 alone, 陆, 幺: a word more often than a number.
        case word
        /// 二三, 一百二三十: not one number.
        case several
    }
}

extension NumeralReader {
    /// Reads an unsigned number.
    func amount(_ bytes: Span<UInt8>, at start: Int) -> NumeralAmount {
        guard start < bytes.count else { return NumeralAmount(number: nil, end: start) }
        if let run = arabicRun(bytes, at: start) {
            guard let number = run.number else { return NumeralAmount(number: nil, end: run.end) }
            guard run.isInteger else { return multiplied(bytes, number, at: run.end, isArabic: true) }
            return integer(bytes, at: start, arabic: run)
        }
        if let run = digitRun(bytes, at: start) {
            let whole = NumeralAmount(number: ExactNumber(run.digits.value), end: run.end)
            if let decimal = decimal(bytes, after: whole) { return decimal }
            let isMixed = run.digits.hasLower && run.digits.hasFormal
            if run.isBeforeUnit { return NumeralAmount(number: nil, end: skipSymbols(bytes, run.end)) }
            if isMixed { return NumeralAmount(number: nil, end: run.end) }
            return NumeralAmount(number: whole.number, end: run.end, doubt: run.digits.isNumber ? .none : .several)
        }
        return integer(bytes, at: start, arabic: nil)
    }

    /// Two or more Chinese digits side by side; `nil` when a 零 merely opens a number with units.
    private func digitRun(_ bytes: Span<UInt8>, at start: Int) -> (digits: DigitRun, end: Int, isBeforeUnit: Bool)? {
        var digits = DigitRun()
        var offset = start
        var opensWithZero = false
        while offset < bytes.count {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            if let symbol = HanSymbol(scalar), symbol.style != .pair {
                if symbol.kind == .digit || symbol.kind == .zero {
                    if digits.count == 0 { opensWithZero = symbol.kind == .zero }
                    guard digits.count < NumeralScanner.maximumSymbols, digits.take(symbol) else { return nil }
                } else {
                    guard digits.count > 1, !(opensWithZero && digits.count == 2) else { return nil }
                    return (digits, offset, true)
                }
            } else if digits.count > 0, !isRunning, let zero = HanSymbol(typedZero: scalar) {
                guard digits.take(zero) else { return nil }
            } else {
                break
            }
            offset += length
        }
        return digits.count > 1 ? (digits, offset, false) : nil
    }

    /// Reads a whole number with units, then its decimals.
    private func integer(_ bytes: Span<UInt8>, at start: Int, arabic: ArabicRun?) -> NumeralAmount {
        var state = IntegerState()
        var offset = start
        if let arabic, let value = arabic.number?.integer {
            guard state.accumulator.takeCoefficient(value, digits: arabic.digits) else {
                return NumeralAmount(number: nil, end: arabic.end)
            }
            state.best = (value, arabic.end)
            state.isPlainArabic = true
            offset = arabic.end
        }
        while state.symbols < NumeralScanner.maximumSymbols {
            let next = state.symbols == 0 && arabic == nil ? offset : skipSpaces(bytes, offset)
            guard next < bytes.count, let end = state.step(self, bytes, at: next) else { break }
            offset = end
        }
        let cut = state.isCut ? skipSymbols(bytes, offset) : start
        guard let best = state.best else { return NumeralAmount(number: nil, end: cut) }
        var amount = NumeralAmount(number: ExactNumber(best.value), end: best.end)
        amount.isApproximate = state.isApproximate
        amount.isPlainArabic = state.isPlainArabic
        if state.isPlainArabic { return amount }
        if let decimal = decimal(bytes, after: amount, hasMyriad: state.hasMyriad) { return decimal }
        amount.doubt = state.doubt
        if isRunning, state.isCut { return NumeralAmount(number: nil, end: cut) }
        return amount
    }

    /// The offset behind the Chinese numeral characters.
    private func skipSymbols(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard HanSymbol(scalar) != nil else { break }
            offset += length
        }
        return offset
    }

    /// Reads 点 and the digits behind it; `nil` where none follow.
    private func decimal(
        _ bytes: Span<UInt8>, after whole: NumeralAmount, hasMyriad: Bool = false
    ) -> NumeralAmount? {
        let point = skipSpaces(bytes, whole.end)
        guard let start = take("点", bytes, at: point) ?? take("點", bytes, at: point), let number = whole.number
        else { return nil }
        var offset = skipSpaces(bytes, start)
        var mantissa = 0
        var digits = 0
        while offset < bytes.count, digits < NumeralScanner.maximumSymbols {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            let symbol = HanSymbol(scalar)
            if let symbol, symbol.kind == .place, symbol.value == 1, digits > 0 {
                // 九点三十分 is a time of day.
                return nil
            }
            guard let digit = scalar.arabicDigit ?? decimalDigit(symbol) else { break }
            guard let shifted = product(mantissa, 10), let next = sum(shifted, digit) else { return nil }
            mantissa = next
            digits += 1
            offset += length
        }
        guard digits > 0, let sum = number.adding(ExactNumber(mantissa, exponent: -digits)) else { return nil }
        if hasMyriad { return NumeralAmount(number: sum, end: offset, isApproximate: whole.isApproximate) }
        return multiplied(bytes, sum, at: offset, isArabic: false)
    }

    private func decimalDigit(_ symbol: HanSymbol?) -> Int? {
        guard let symbol, symbol.kind == .digit || symbol.kind == .zero, symbol.style != .pair, symbol.style != .loose
        else { return nil }
        return Int(symbol.value)
    }

    /// Multiplies a decimal by the units behind it: 3.5万, 1.2千亿, 三点五亿.
    private func multiplied(_ bytes: Span<UInt8>, _ number: ExactNumber, at start: Int, isArabic: Bool)
        -> NumeralAmount
    {
        var amount = NumeralAmount(number: number, end: start)
        var mayTakePlace = true
        for _ in 0..<4 {
            let offset = skipSpaces(bytes, amount.end)
            guard offset < bytes.count else { break }
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard let symbol = HanSymbol(scalar) else { break }
            let isPlace = symbol.kind == .place && symbol.value > 1 && mayTakePlace
            guard isPlace || symbol.kind == .myriad else { break }
            if isArabic, belongsToMeasure(scalar, bytes, after: offset + length) { break }
            guard let product = amount.number?.shifted(Int(symbol.value)) else { break }
            mayTakePlace = false
            amount.number = product
            amount.end = offset + length
        }
        return amount
    }

    /// Whether 千, 百 or 兆 opens the name of a unit: 5千瓦, 10千米, 100兆瓦.
    func belongsToMeasure(_ scalar: Unicode.Scalar, _ bytes: Span<UInt8>, after offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        let next = bytes.numeralScalar(at: offset).scalar
        switch scalar {
        case "千": return "克米瓦伏卡赫帕焦安乏".unicodeScalars.contains(next)
        case "兆": return "瓦赫帕焦伏字比欧".unicodeScalars.contains(next)
        case "百": return next == "帕"
        default: return false
        }
    }
}
