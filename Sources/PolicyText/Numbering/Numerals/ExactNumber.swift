/// A decimal number without rounding: `mantissa` × 10^`exponent`.
///
/// The mantissa has no trailing zeros (0 is 0 × 10⁰), so that equal numbers compare equal.
public struct ExactNumber: Sendable, Hashable {
    /// The digits, with the sign, without trailing zeros.
    public let mantissa: Int
    /// The power of ten that the mantissa is multiplied by; 0 for the number 0.
    public let exponent: Int

    /// Creates a number, moving trailing zeros of the mantissa into the exponent.
    public init(_ mantissa: Int, exponent: Int = 0) {
        var mantissa = mantissa
        var exponent = mantissa == 0 ? 0 : exponent
        while mantissa != 0, mantissa % 10 == 0 {
            mantissa /= 10
            exponent &+= 1
        }
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// The nearest `Double`; infinite beyond its range.
    public var value: Double {
        if exponent == 0 { return Double(mantissa) }
        if mantissa.magnitude <= 1 << 53, (-18...18).contains(exponent) {
            // Both operands are exact, so the one operation rounds correctly.
            let power = Double(powerOfTen(abs(exponent)))
            return exponent > 0 ? Double(mantissa) * power : Double(mantissa) / power
        }
        return Double("\(mantissa)e\(exponent)") ?? .nan
    }

    /// The number as an `Int`, `nil` when it has a fraction or is out of range.
    public var integer: Int? {
        if exponent == 0 { return mantissa }
        guard (1...18).contains(exponent) else { return nil }
        return product(mantissa, powerOfTen(exponent))
    }

    /// The number times 10^`power`; `nil` when the exponent is beyond `Int`.
    public func shifted(_ power: Int) -> ExactNumber? {
        let (exponent, overflow) = exponent.addingReportingOverflow(power)
        return overflow ? nil : ExactNumber(mantissa, exponent: exponent)
    }

    /// The sum, `nil` when it has too many digits.
    public func adding(_ other: ExactNumber) -> ExactNumber? {
        if mantissa == 0 { return other }
        if other.mantissa == 0 { return self }
        let low = min(exponent, other.exponent)
        guard let left = aligned(to: low), let right = other.aligned(to: low), let total = sum(left, right) else {
            return nil
        }
        return ExactNumber(total, exponent: low)
    }

    /// The product, `nil` when it has too many digits.
    public func multiplied(by other: ExactNumber) -> ExactNumber? {
        guard let mantissa = product(mantissa, other.mantissa), let exponent = sum(exponent, other.exponent) else {
            return nil
        }
        return ExactNumber(mantissa, exponent: exponent)
    }

    /// The quotient where it is a finite decimal with few enough digits, otherwise `nil`.
    public func divided(by other: ExactNumber) -> ExactNumber? {
        guard other.mantissa != 0, other.mantissa != -1 || mantissa != .min,
            var power = sum(exponent, 0 &- other.exponent)
        else { return nil }
        var dividend = mantissa
        // A finite quotient shows within 18 more digits, more than which an `Int` does not hold.
        for _ in 0...18 {
            if dividend % other.mantissa == 0 { return ExactNumber(dividend / other.mantissa, exponent: power) }
            guard let next = product(dividend, 10), power > .min else { return nil }
            dividend = next
            power -= 1
        }
        return nil
    }

    private func aligned(to low: Int) -> Int? {
        let (distance, overflow) = exponent.subtractingReportingOverflow(low)
        guard !overflow, (0...18).contains(distance) else { return nil }
        return product(mantissa, powerOfTen(distance))
    }
}
