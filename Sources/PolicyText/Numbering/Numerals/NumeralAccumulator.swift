/// Adds up a numeral from its coefficients, units and zeros, read from the left.
///
/// The number is kept by groups of four digits: the section that is being read, and what 万, 亿 and 兆 have closed.
/// Every step returns whether the numeral can still be one; after `false` the accumulator is of no use.
///
/// - Complexity: O(1) a step; nothing is allocated.
struct NumeralAccumulator: Sendable {
    private static let sectionPlaces = 4

    private let strict: Bool
    private var trillions = 0
    private var hundredMillions = 0
    private var tenThousands = 0
    private var section = 0
    /// The power of ten of the section's last digit, `sectionPlaces` before the first.
    private var place = sectionPlaces
    private var topPlace = 0
    private var pending = 0
    /// How many digits `pending` was written with; 0 when there is none.
    private var pendingDigits = 0
    private var pendingIsPair = false
    private var zero = false
    private var opensWithZero = false
    /// The power of ten of the last myriad unit, 0 before the first.
    private var above = 0
    private var aboveEndsInZero = false
    /// Whether a unit was left out, as in 一百二 for 120.
    private(set) var isColloquial = false

    /// Whether no digit waits for its unit: 千 would count once.
    var awaitsCoefficient: Bool { pendingDigits == 0 }

    @inline(__always)
    init(strict: Bool) { self.strict = strict }

    /// Takes any Chinese symbol.
    @inline(__always)
    mutating func take(_ symbol: HanSymbol) -> Bool {
        switch symbol.kind {
        case .digit: return takeCoefficient(Int(symbol.value), digits: 1, isPair: symbol.style == .pair)
        case .place: return takePlace(Int(symbol.value))
        case .zero: return takeZero()
        case .tens: return takeCoefficient(Int(symbol.value), digits: 1) && takePlace(1)
        case .myriad: return takeMyriad(Int(symbol.value))
        }
    }

    /// Takes a number that a unit may follow: a digit, or a run of Arabic digits.
    @inline(__always)
    mutating func takeCoefficient(_ value: Int, digits: Int, isPair: Bool = false) -> Bool {
        guard pendingDigits == 0 else { return false }
        pending = value
        pendingDigits = digits
        pendingIsPair = isPair
        return true
    }

    /// Takes 零.
    mutating func takeZero() -> Bool {
        if pendingDigits > 0 {
            // 两万二零三: the 二 stands for 二千.
            guard !strict, !zero, pendingDigits == 1 else { return false }
            let lower: Int
            if place == Self.sectionPlaces {
                guard above == Self.sectionPlaces else { return false }
                lower = Self.sectionPlaces - 1
                topPlace = lower
            } else {
                lower = place - 1
            }
            guard lower > 0, let sum = sum(section, pending * powerOfTen(lower)) else { return false }
            section = sum
            place = lower
            pendingDigits = 0
            isColloquial = true
        }
        if strict {
            let opensNumber = place == Self.sectionPlaces && above == 0
            guard !zero, !opensNumber, place != 1 else { return false }
        }
        zero = true
        return true
    }

    /// Takes 十, 百 or 千 by its power of ten.
    @inline(__always)
    mutating func takePlace(_ power: Int) -> Bool {
        guard power < place else { return false }
        if pendingDigits == 0 {
            if strict, !mayStandBare(power) { return false }
            pending = 1
        } else {
            if strict, pendingIsPair, power == 1 { return false }
            if pendingDigits > 1, place != Self.sectionPlaces { return false }
        }
        if place == Self.sectionPlaces {
            topPlace = power
            opensWithZero = zero
        } else if strict, (power < place &- 1) != zero {
            return false
        }
        guard let part = product(pending, powerOfTen(power)), let sum = sum(section, part) else { return false }
        section = sum
        place = power
        pendingDigits = 0
        zero = false
        return true
    }

    /// Whether a unit without a digit before it counts once: 十一, 一百十一, 一千零十, 一万零百一十一.
    private func mayStandBare(_ power: Int) -> Bool {
        if zero { return true }
        guard power == 1 else { return false }
        return place == 2 || (place == Self.sectionPlaces && above == 0)
    }

    /// Drops a 零 that stands before 几 or 余: 一百零几万.
    mutating func dropZero() { zero = false }

    /// Takes 万, 亿 or 兆 by its power of ten.
    mutating func takeMyriad(_ power: Int) -> Bool {
        guard closeSection(unit: power, isFinal: false) else { return false }
        let unit = powerOfTen(power)
        switch power {
        case 4 where section == 0:
            // 四万万 is four 亿.
            guard !strict, above == 4, hundredMillions == 0, let value = product(tenThousands, unit)
            else { return false }
            (hundredMillions, tenThousands, above) = (value, 0, 8)
        case 4:
            guard tenThousands == 0, let value = product(section, unit) else { return false }
            (tenThousands, above) = (value, 4)
        case 8 where section == 0 && tenThousands == 0:
            // 一亿亿 is 10¹⁶.
            guard !strict, above == 8, let value = product(hundredMillions, unit) else { return false }
            hundredMillions = value
        case 8:
            guard hundredMillions == 0, let count = sum(tenThousands, section), let value = product(count, unit)
            else { return false }
            if trillions > 0, count > 9999 { return false }
            (hundredMillions, tenThousands, above) = (value, 0, 8)
        default:
            guard trillions == 0, let lower = sum(tenThousands, section), let count = sum(hundredMillions, lower),
                count > 0, let value = product(count, unit)
            else { return false }
            (trillions, hundredMillions, tenThousands, above) = (value, 0, 0, 12)
        }
        (section, place, opensWithZero) = (0, Self.sectionPlaces, false)
        return true
    }

    /// Ends the numeral and gives its value; `nil` when it is incomplete, malformed, zero or beyond `Int`.
    @inline(__always)
    mutating func finish() -> Int? {
        guard closeSection(unit: 0, isFinal: true) else { return nil }
        if above == 0 { return section > 0 ? section : nil }
        guard let low = sum(tenThousands, section), let high = sum(trillions, hundredMillions),
            let total = sum(high, low), total > 0
        else { return nil }
        return total
    }

    /// Puts the last digit in its place and checks the zeros of the section.
    @inline(__always)
    private mutating func closeSection(unit: Int, isFinal: Bool) -> Bool {
        let hasOnes = pendingDigits > 0
        if hasOnes {
            guard placeOnes(unit: unit, isFinal: isFinal) else { return false }
        } else if zero {
            return false
        }
        if strict, section > 0 {
            if above == 0 {
                if opensWithZero { return false }
            } else {
                let top = topPlace + (unit < above ? unit : 0)
                // A skipped place needs its 零; without one 零 may still follow round 万: 五千万零八千.
                if top < above - 1 ? !opensWithZero : opensWithZero && !aboveEndsInZero { return false }
            }
        }
        aboveEndsInZero = !hasOnes
        return true
    }

    @inline(__always)
    private mutating func placeOnes(unit: Int, isFinal: Bool) -> Bool {
        if strict, pendingIsPair, unit == 0 || place != Self.sectionPlaces { return false }
        var power = 0
        if place == Self.sectionPlaces {
            topPlace = 0
            opensWithZero = zero
            if above > 0, !strict {
                if !zero, isFinal, pendingDigits == 1 { power = above - 1 }
                if pending >= powerOfTen(above) { return false }
            }
        } else {
            let skips = place > 1
            if strict, skips != zero { return false }
            if skips, !zero, pendingDigits == 1 {
                guard isFinal else { return false }
                power = place - 1
            }
            if pendingDigits > 1, pending >= powerOfTen(place) { return false }
        }
        if power > 0 { isColloquial = true }
        guard let sum = sum(section, pending &* powerOfTen(power)) else { return false }
        section = sum
        pendingDigits = 0
        zero = false
        return true
    }
}

/// 10 to a power of 0...18.
@inline(__always)
func powerOfTen(_ power: Int) -> Int {
    switch power {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    default: (5...18).contains(power) ? (5...power).reduce(10_000) { value, _ in value &* 10 } : 1
    }
}

/// The sum, `nil` beyond `Int`.
@inline(__always)
func sum(_ left: Int, _ right: Int) -> Int? {
    let (value, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : value
}

/// The product, `nil` beyond `Int`.
@inline(__always)
func product(_ left: Int, _ right: Int) -> Int? {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : value
}
