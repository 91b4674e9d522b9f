/// A whole number as the reader goes through its symbols.
struct IntegerState {
    var accumulator = NumeralAccumulator(strict: false)
    /// The longest prefix that is a number.
    var best: (value: Int, end: Int)?
    var symbols = 0
    var isPlainArabic = false
    var hasMyriad = false
    var isApproximate = false
    /// Whether the reading stopped inside 一百二三十, which is no one number.
    var isCut = false
    private var first: HanSymbol?
    private var isBare = false

    private var isColloquial = false

    /// Why the number may be none in running text.
    var doubt: NumeralAmount.Doubt {
        if isCut { return .several }
        guard let first else { return .none }
        if isBare, !isColloquial { return .word }
        guard symbols == 1 else { return .none }
        switch first.style {
        case .loose: return .word
        // 陆地, 队伍, 收拾 and 放肆 are words.
        case .formal: return first.kind == .place || (4...6).contains(first.value) ? .word : .none
        case .lower: return first.kind == .zero ? .word : .none
        case .shared, .pair: return .none
        }
    }

    /// Takes the symbol at an offset and returns the offset behind it, `nil` when the number ends before it.
    mutating func step(_ reader: NumeralReader, _ bytes: Span<UInt8>, at offset: Int) -> Int? {
        let (scalar, length) = bytes.numeralScalar(at: offset)
        var end = offset + length
        var next = accumulator
        var isVague = false
        if scalar.arabicDigit != nil {
            guard symbols > 0, let run = reader.arabicRun(bytes, at: offset), run.isInteger, !run.isGrouped,
                let value = run.number?.integer, next.takeCoefficient(value, digits: run.digits)
            else { return nil }
            end = run.end
        } else if let symbol = HanSymbol(scalar) {
            if symbols == 0, best == nil {
                first = symbol
                isBare = symbol.kind == .place && symbol.value > 1
            } else if isPlainArabic || symbol.value == 12 || accumulator.awaitsCoefficient,
                reader.belongsToMeasure(scalar, bytes, after: end)
            {
                return nil
            }
            if symbol.kind == .digit, isDigit(bytes, at: end) {
                isCut = true
                return nil
            }
            guard next.take(symbol) else { return nil }
            if symbol.kind == .myriad { hasMyriad = true }
        } else if best != nil, let unit = vagueUnit(reader, bytes, scalar, after: end) {
            next.dropZero()
            guard next.takeMyriad(unit.power) else { return nil }
            end = unit.end
            hasMyriad = true
            isVague = true
        } else {
            return nil
        }
        accumulator = next
        symbols += 1
        if let value = next.finish() {
            best = (value, end)
            isColloquial = next.isColloquial
            isPlainArabic = false
            isApproximate = isApproximate || isVague
        } else if symbols == 1, best == nil, first?.kind == .zero {
            best = (0, end)
        }
        return end
    }

    private func isDigit(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        return HanSymbol(bytes.numeralScalar(at: offset).scalar)?.kind == .digit
    }

    /// The 万, 亿 or 兆 behind 余, 多 or 几.
    private func vagueUnit(
        _ reader: NumeralReader, _ bytes: Span<UInt8>, _ scalar: Unicode.Scalar, after end: Int
    ) -> (power: Int, end: Int)? {
        switch scalar {
        case "余", "餘", "多", "几", "幾": break
        default: return nil
        }
        let offset = reader.skipSpaces(bytes, end)
        guard offset < bytes.count else { return nil }
        let (next, length) = bytes.numeralScalar(at: offset)
        guard let symbol = HanSymbol(next), symbol.kind == .myriad else { return nil }
        return (Int(symbol.value), offset + length)
    }
}
