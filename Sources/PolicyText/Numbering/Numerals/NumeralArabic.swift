/// Arabic digits with their separators, point and exponent.
struct ArabicRun: Sendable {
    /// `nil` when there are more digits than `Int` holds.
    var number: ExactNumber?
    var end: Int
    var digits: Int
    var isInteger = true
    var isGrouped = false
}

extension NumeralReader {
    /// Reads Arabic digits, half or full width; `nil` where none stand.
    ///
    /// Commas group three digits each; full-width commas do so between full-width digits alone, because they
    /// divide clauses otherwise. 1.2.3 is three numbers.
    func arabicRun(_ bytes: Span<UInt8>, at start: Int) -> ArabicRun? {
        var value: Int? = 0
        var offset = start
        var digits = 0
        var isGrouped = false
        take(digits: &digits, value: &value, bytes, at: &offset)
        if (1...3).contains(digits) {
            let isWide = offset - start == digits * 3
            while let end = group(bytes, at: offset, isWide: isWide) {
                var position = end.first
                take(digits: &digits, value: &value, bytes, at: &position)
                offset = position
                isGrouped = true
            }
        }
        var run = ArabicRun(number: value.map { ExactNumber($0) }, end: offset, digits: digits, isGrouped: isGrouped)
        if let point = decimals(bytes, at: offset, whole: value, digits: digits, start: start) { run = point }
        guard run.digits > 0 else { return nil }
        if let (exponent, end) = exponent(bytes, at: run.end) {
            run = ArabicRun(number: run.number?.shifted(exponent), end: end, digits: run.digits, isInteger: false)
        }
        return run
    }

    private func take(digits: inout Int, value: inout Int?, _ bytes: Span<UInt8>, at offset: inout Int) {
        while offset < bytes.count {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard let digit = scalar.arabicDigit else { return }
            value = value.flatMap { product($0, 10) }.flatMap { sum($0, digit) }
            digits += 1
            offset += length
        }
    }

    /// A comma with exactly three digits behind it: where the digits begin.
    private func group(_ bytes: Span<UInt8>, at offset: Int, isWide: Bool) -> (first: Int, comma: Int)? {
        guard let first = take(",", bytes, at: offset) ?? (isWide ? take("，", bytes, at: offset) : nil) else {
            return nil
        }
        var end = first
        for index in 0..<4 {
            guard end < bytes.count else { return index == 3 ? (first, offset) : nil }
            let (scalar, length) = bytes.numeralScalar(at: end)
            if (scalar.arabicDigit != nil) == (index == 3) { return nil }
            if index < 3 { end += length }
        }
        return (first, offset)
    }

    private func decimals(_ bytes: Span<UInt8>, at start: Int, whole: Int?, digits: Int, start head: Int) -> ArabicRun?
    {
        guard var offset = take(".", bytes, at: start) ?? take("．", bytes, at: start) else { return nil }
        if isRunning, let before = bytes.numeralScalar(before: head) {
            // 1.2.3, 1..3 and 3.5 read from its point are no decimals.
            if before.scalar == "." || before.scalar == "．" { return nil }
            if digits == 0, before.scalar.arabicDigit != nil { return nil }
        }
        var value = whole
        var count = 0
        let first = offset
        take(digits: &count, value: &value, bytes, at: &offset)
        guard count > 0 else { return nil }
        if let point = take(".", bytes, at: offset) ?? take("．", bytes, at: offset), point < bytes.count,
            bytes.numeralScalar(at: point).scalar.arabicDigit != nil
        {
            return nil
        }
        if value == nil, let whole {
            // Zeros behind the point do not count against the digits.
            value = significant(bytes, first..<offset, whole: whole, count: &count)
        }
        let number = value.map { ExactNumber($0, exponent: -count) }
        return ArabicRun(number: number, end: offset, digits: digits + count, isInteger: false)
    }

    private func significant(_ bytes: Span<UInt8>, _ range: Range<Int>, whole: Int, count: inout Int) -> Int? {
        var value = whole
        var offset = range.lowerBound
        var pendingZeros = 0
        count = 0
        while offset < range.upperBound {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            offset += length
            pendingZeros += 1
            guard let digit = scalar.arabicDigit, digit > 0 else { continue }
            for step in 1...pendingZeros {
                guard let shifted = product(value, 10), let next = sum(shifted, step == pendingZeros ? digit : 0) else {
                    return nil
                }
                value = next
            }
            count += pendingZeros
            pendingZeros = 0
        }
        return value
    }

    /// Reads e5, E+14, e-1; not the e of a word.
    private func exponent(_ bytes: Span<UInt8>, at start: Int) -> (Int, Int)? {
        guard start < bytes.count else { return nil }
        let (mark, length) = bytes.numeralScalar(at: start)
        guard mark == "e" || mark == "E" || mark == "ｅ" || mark == "Ｅ" else { return nil }
        var offset = start + length
        guard offset < bytes.count else { return nil }
        let (sign, width) = bytes.numeralScalar(at: offset)
        let isNegative = sign == "-" || sign == "－"
        if isNegative || sign == "+" || sign == "＋" { offset += width }
        var value: Int? = 0
        var digits = 0
        take(digits: &digits, value: &value, bytes, at: &offset)
        guard (1...3).contains(digits), let value else { return nil }
        if offset < bytes.count, bytes.numeralScalar(at: offset).scalar.properties.isAlphabetic,
            bytes[offset] < 0x80
        {
            return nil
        }
        return (isNegative ? -value : value, offset)
    }
}
