/// Numbers written digit by digit: 二〇二五, 一九九七.
extension HanNumeral {
    enum PositionalOutcome {
        case numeral(HanNumeral)
        case rejected
        /// A unit stands among the digits.
        case notPositional
    }

    /// Reads two or more digits as one number.
    ///
    /// - Complexity: O(n), nothing is allocated.
    static func positional(_ bytes: Span<UInt8>, strict: Bool) -> PositionalOutcome {
        var run = DigitRun()
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            if let symbol = HanSymbol(scalar) {
                if symbol.kind == .zero || symbol.kind == .digit {
                    if strict, symbol.style != .lower && symbol.style != .shared { return .notPositional }
                } else {
                    return .notPositional
                }
                guard symbol.style != .pair else { return .notPositional }
                guard run.take(symbol) else { return .rejected }
            } else {
                guard !strict, let zero = HanSymbol(typedZero: scalar) else { return .rejected }
                guard run.take(zero) else { return .rejected }
            }
            offset &+= length
        }
        guard run.count > 1, !strict || run.isNumber else { return .rejected }
        return .numeral(HanNumeral(value: run.value, form: .positional))
    }
}

/// Digits that stand side by side.
struct DigitRun: Sendable {
    private(set) var value = 0
    private(set) var count = 0
    private(set) var hasLower = false
    private(set) var hasFormal = false
    private var first = 0
    private var last = 0
    private var hasZero = false
    private var ascends = true

    /// Takes a digit or a zero; returns `false` when the number is beyond `Int`.
    mutating func take(_ symbol: HanSymbol) -> Bool {
        let digit = Int(symbol.value)
        guard let shifted = product(value, 10), let next = sum(shifted, digit) else { return false }
        if count == 0 { first = digit } else { ascends = ascends && digit == last + 1 }
        value = next
        count &+= 1
        last = digit
        hasZero = hasZero || digit == 0
        hasLower = hasLower || symbol.style == .lower
        hasFormal = hasFormal || symbol.style == .formal
        return true
    }

    /// Whether the digits can only be one number.
    ///
    /// 二三 is two or three, and 一二三产业 are the first, second and third sector; a leading zero makes an
    /// identifier.
    var isNumber: Bool {
        guard count > 1, first != 0 else { return false }
        return hasZero || count > 2 && !ascends
    }
}
