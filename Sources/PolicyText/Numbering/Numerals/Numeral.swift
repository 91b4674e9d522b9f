/// A number as text has it: whole, decimal, fraction or percentage, with its sign.
public struct Numeral: Sendable, Hashable {
    /// How the number is meant.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// 三千, 3.5万, 三点一四
        case number
        /// 三分之二, 3/5, 一又二分之一, 千分之三
        case fraction
        /// 百分之十, 10%: the value is 0.1.
        case percent
    }

    /// How the number is meant.
    public let kind: Kind
    /// The number itself, or what stands over ``denominator``.
    public let numerator: ExactNumber
    /// 1 unless the number is a fraction without a finite decimal form.
    public let denominator: ExactNumber
    /// Whether 余, 多 or 几 stands inside: 十余万. ``value`` is then the lower bound.
    public let isApproximate: Bool

    /// The exact decimal, `nil` for a fraction like 三分之二.
    public var exact: ExactNumber? { denominator == Self.one ? numerator : nil }
    /// The nearest `Double`; of a fraction without a decimal form, the quotient.
    public var value: Double { denominator == Self.one ? numerator.value : numerator.value / denominator.value }

    static let one = ExactNumber(1)

    init(_ number: ExactNumber, kind: Kind = .number, isApproximate: Bool = false) {
        self.kind = kind
        numerator = number
        denominator = Self.one
        self.isApproximate = isApproximate
    }

    /// `nil` for a zero denominator and for numbers with too many digits.
    init?(whole: ExactNumber?, numerator: ExactNumber, denominator: ExactNumber, isApproximate: Bool) {
        guard denominator.mantissa != 0 else { return nil }
        var over = numerator
        if let whole {
            guard let product = whole.multiplied(by: denominator), let sum = product.adding(numerator) else {
                return nil
            }
            over = sum
        }
        kind = .fraction
        self.isApproximate = isApproximate
        if let exact = over.divided(by: denominator) {
            self.numerator = exact
            self.denominator = Self.one
        } else {
            self.numerator = over
            self.denominator = denominator
        }
    }

    private init(kind: Kind, numerator: ExactNumber, denominator: ExactNumber, isApproximate: Bool) {
        self.kind = kind
        self.numerator = numerator
        self.denominator = denominator
        self.isApproximate = isApproximate
    }

    /// The number with the other sign; `nil` only for `Int.min`.
    var negated: Numeral? {
        guard numerator.mantissa != .min else { return nil }
        let opposite = ExactNumber(-numerator.mantissa, exponent: numerator.exponent)
        return Numeral(kind: kind, numerator: opposite, denominator: denominator, isApproximate: isApproximate)
    }
}
