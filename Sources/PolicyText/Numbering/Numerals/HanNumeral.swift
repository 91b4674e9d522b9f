/// A whole number written in Chinese characters: 十一, 一百零一, 二〇二五, 壹佰贰拾.
public struct HanNumeral: Sendable, Hashable {
    /// How much a parse puts up with.
    public enum Reading: Sendable, Hashable {
        /// For markers: what rules of writing give, nothing that can be read in two ways.
        ///
        /// 一百二 (120 or 102), 一二 (1 or 2), 百三, 两 alone and mixtures like 壹百 are rejected; 一百十一, 廿二,
        /// 二〇 and 一百〇一 are taken.
        case strict
        /// For running text: colloquial ellipsis (一百二 = 120, 两万二 = 22000, 千三 = 1300), missing 零, mixed
        /// characters and the slips of typing 二O一七.
        case lenient
    }

    /// How the number is written.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// 一百零一
        case standard
        /// 二〇二五: digits alone.
        case positional
        /// 壹佰零壹
        case formal
        /// 壹百零一: ordinary and formal characters in one numeral; lenient only.
        case mixed
        /// 一百二: the last unit is left out; lenient only.
        case colloquial
    }

    /// The number, 0 or above.
    public let value: Int
    /// How the number is written.
    public let form: Form

    /// Parses bytes that are a numeral as a whole.
    ///
    /// - Parameter bytes: UTF-8; other bytes are no numeral.
    /// - Returns: `nil` for anything but a numeral and for numbers beyond `Int`.
    /// - Complexity: O(n) in the bytes up to the first that cannot belong; nothing is allocated.
    public static func parse(_ bytes: Span<UInt8>, reading: Reading) -> HanNumeral? {
        guard !bytes.isEmpty else { return nil }
        let strict = reading == .strict
        let (scalar, length) = bytes.numeralScalar(at: 0)
        guard let first = HanSymbol(scalar), !strict || first.style != .loose else { return nil }
        if length == bytes.count { return single(first, strict: strict) }
        if let numeral = short(first, bytes, from: length) { return numeral }
        if first.kind == .digit || first.kind == .zero {
            switch positional(bytes, strict: strict) {
            case .numeral(let numeral): return numeral
            case .rejected: return nil
            case .notPositional: break
            }
        }
        return structured(bytes, strict: strict)
    }

    /// Parses a string that is a numeral as a whole; see ``parse(_:reading:)-(Span<UInt8>,_)``.
    public static func parse(_ text: String, reading: Reading) -> HanNumeral? {
        var text = text
        return text.withUTF8 { parse($0.span, reading: reading) }
    }

    private static func single(_ symbol: HanSymbol, strict: Bool) -> HanNumeral? {
        switch symbol.kind {
        case .digit where strict && symbol.style == .pair: nil
        case .digit, .zero: HanNumeral(value: Int(symbol.value), form: symbol.style == .formal ? .formal : .standard)
        case .place where strict && symbol.value > 1: nil
        case .place:
            HanNumeral(value: powerOfTen(Int(symbol.value)), form: symbol.style == .formal ? .formal : .standard)
        case .tens: HanNumeral(value: Int(symbol.value) * 10, form: .standard)
        case .myriad: nil
        }
    }

    /// Reads 十一, 二十, 二十三 and 三百, which nearly all markers are; `nil` leaves the bytes to the full rules.
    @inline(__always)
    private static func short(_ first: HanSymbol, _ bytes: Span<UInt8>, from offset: Int) -> HanNumeral? {
        guard bytes.count &- offset <= 6, first.style == .lower || first.style == .formal else { return nil }
        var offset = offset
        var value = 10
        if first.kind == .digit {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard let unit = HanSymbol(scalar), unit.kind == .place, unit.style == first.style else { return nil }
            value = Int(first.value) &* powerOfTen(Int(unit.value))
            offset &+= length
            if unit.value > 1, offset < bytes.count { return nil }
        } else if first.kind != .place || first.value != 1 {
            return nil
        }
        let form: Form = first.style == .formal ? .formal : .standard
        if offset == bytes.count { return HanNumeral(value: value, form: form) }
        let (scalar, length) = bytes.numeralScalar(at: offset)
        guard offset &+ length == bytes.count, let ones = HanSymbol(scalar), ones.kind == .digit,
            ones.style == first.style
        else { return nil }
        return HanNumeral(value: value &+ Int(ones.value), form: form)
    }

    private static func structured(_ bytes: Span<UInt8>, strict: Bool) -> HanNumeral? {
        var accumulator = NumeralAccumulator(strict: strict)
        var hasLower = false
        var hasFormal = false
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard let symbol = HanSymbol(scalar) else { return nil }
            if strict, symbol.style == .loose { return nil }
            hasLower = hasLower || symbol.style == .lower || symbol.style == .pair
            hasFormal = hasFormal || symbol.style == .formal
            guard accumulator.take(symbol) else { return nil }
            offset &+= length
        }
        if strict, hasLower, hasFormal { return nil }
        guard let value = accumulator.finish() else { return nil }
        let form: Form =
            accumulator.isColloquial ? .colloquial : !hasFormal ? .standard : hasLower ? .mixed : .formal
        return HanNumeral(value: value, form: form)
    }
}
