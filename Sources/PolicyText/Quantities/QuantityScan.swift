/// Goes through a text once and finds its quantities and times.
struct QuantityScan {
    /// In order; quantities and times do not overlap.
    private(set) var quantities: [QuantityReading] = []
    private(set) var times: [TimeReading] = []

    private let text: ByteText
    private let units: UnitTable
    private let quantityReader: QuantityReader
    private let timeReader: TimeReader

    /// Quantities of one text at most: more is a page of figures, not a notice.
    static let limit = 100_000

    init(_ text: ByteText, units: UnitTable, reference: CivilDate?) {
        self.text = text
        self.units = units
        quantityReader = QuantityReader(text, units: units)
        timeReader = TimeReader(text, reference: reference)
    }

    /// - Complexity: O(bytes).
    mutating func run() {
        QuantityStarts.bits.withUnsafeBufferPointer { run($0) }
    }

    private mutating func run(_ starts: UnsafeBufferPointer<UInt64>) {
        var offset = 0
        let bytes = text.bytes
        while offset < bytes.count {
            let first = bytes[offset]
            if first < 0x80 {
                if first &- 0x30 < 10 || first == 0x22 { offset = take(at: offset) } else { offset &+= 1 }
            } else if first >= 0xE0, first < 0xF0, offset &+ 2 < bytes.count {
                let value =
                    Int(first & 0x0F) << 12 | Int(bytes[offset &+ 1] & 0x3F) << 6 | Int(bytes[offset &+ 2] & 0x3F)
                let isStart = starts[value &>> 6] &>> UInt64(truncatingIfNeeded: value & 63) & 1 == 1
                offset = isStart ? take(at: offset) : offset &+ 3
            } else {
                offset &+= 1
            }
        }
    }

    /// Reads what begins at `offset` and returns where to go on.
    private mutating func take(at offset: Int) -> Int {
        let width = text.scalar(at: offset).length
        guard quantities.count + times.count < Self.limit else { return offset + max(width, 1) }
        let hint = hint(at: offset)
        if hint.mayBeTime, let time = timeReader.read(at: offset), !isOrdinal(offset) {
            times.append(time)
            return time.end
        }
        guard hint.mayBeQuantity else { return offset + max(width, 1) }
        if let end = skipped(at: offset) { return end }
        let start = signStart(offset)
        guard let quantity = quantityReader.read(at: start) ?? (start < offset ? quantityReader.read(at: offset) : nil)
        else {
            // A run of digits that is no number is not read again from its second digit.
            return text.bytes[offset] < 0x80 ? afterDigits(offset + 1) : offset + max(width, 1)
        }
        if !isRefused(quantity) { quantities.append(quantity) }
        return max(quantity.end, offset + max(width, 1))
    }

    /// What can begin at a place, by the characters that follow: most 一, 上 and 本 are words, and each reading costs.
    private func hint(at offset: Int) -> (mayBeTime: Bool, mayBeQuantity: Bool) {
        let (first, length) = text.scalar(at: offset)
        let next = text.scalar(at: offset + length).value
        switch first {
        case "“", "「", "\"": return (HanSymbol(next) != nil, false)
        case "本", "上": return (next == "世" || next == "年", false)
        case "今", "明", "次", "后", "去", "当": return (next == "年", false)
        case "年": return (next == "底" || next == "末" || next == "内" || next == "內", false)
        case "翻": return (false, next == "番" || next == "了" || HanSymbol(next) != nil || next.arabicDigit != nil)
        case "数", "數", "几", "幾":
            return (false, HanSymbol(next).map { $0.kind == .place || $0.kind == .myriad } ?? false)
        case "半": return (false, true)
        default: return numeralHint(at: offset)
        }
    }

    /// A numeral is a time before 年, 月 and their like, and a quantity of one Chinese character only before a unit.
    private func numeralHint(at offset: Int) -> (mayBeTime: Bool, mayBeQuantity: Bool) {
        var end = offset
        var symbols = 0
        while symbols < 12 {
            let (scalar, length) = text.scalar(at: end)
            guard length > 0, scalar.arabicDigit != nil || HanSymbol(scalar) != nil else { break }
            end += length
            symbols += 1
        }
        let isArabic = text.scalar(at: offset).value.arabicDigit != nil
        let place = text.skipBlanks(end)
        let next = text.scalar(at: place).value
        let mayBeTime: Bool
        switch next {
        case "年", "月", "世", "季", "-", "—", "–", "－", "~", "～", "至", "到", "/", ".", "·", "．", "／", "个": mayBeTime = true
        case "时", "期", "末", "规", "以", "初", "中", "前", "发", "后": mayBeTime = !isArabic
        default: mayBeTime = symbols >= 8 || place > end && next.arabicDigit != nil
        }
        guard !isArabic, symbols == 1 else { return (mayBeTime, true) }
        // Letter-spaced 一 百 五 十.
        if place > end, HanSymbol(next) != nil { return (mayBeTime, true) }
        switch next {
        case "点", "分", "又", "余", "餘", "多", "几", "幾", "半", "成", "折", "點": return (mayBeTime, true)
        case "-", "—", "–", "－", "~", "～", "至", "到", "和", "与", "、", "以": return (mayBeTime, true)
        default: return (mayBeTime, units.longest(at: place, in: text) != nil)
        }
    }

    /// Where a minus or 负 before the number begins.
    private func signStart(_ offset: Int) -> Int {
        let (sign, length) = text.scalar(before: offset)
        return NumeralReader.isSign(sign) ? offset - length : offset
    }

    private func afterDigits(_ start: Int) -> Int {
        var offset = start
        while offset < text.count, text.bytes[offset] &- 0x30 < 10 || text.bytes[offset] == 0x2E { offset += 1 }
        return offset
    }

    private func isOrdinal(_ offset: Int) -> Bool { text.scalar(before: offset).value == "第" }

    /// Numbers that are no quantities by what stands around them: 第三, 〔2015〕, PM2.5.
    private func skipped(at offset: Int) -> Int? {
        let (before, _) = text.scalar(before: offset)
        switch before {
        case "第", "〔", "№", "#": break
        case "A"..."Z", "a"..."z": break
        default: return nil
        }
        let number = NumeralReader(joinsSpaces: false, isRunning: false).numeral(text.bytes.span, at: offset)
        return max(number.end, offset + text.scalar(at: offset).length)
    }

    private func isRefused(_ quantity: QuantityReading) -> Bool {
        let next = text.scalar(at: quantity.unitEnd).value
        if quantity.hasUnit {
            // The day of a date whose year nobody knows.
            return text.ends("月", at: text.skipBlanks(backFrom: quantity.start)) && text.ends("日", at: quantity.unitEnd)
        }
        // 5G, 10G-PON, 3D, 12345平台, 1.2.3
        if next.isASCII, next.properties.isAlphabetic { return true }
        if next == "-" || next == "." { return true }
        // A Chinese numeral without a unit is part of a word far more often than a number.
        return quantity.number.isHan && quantity.number.kind == .number && quantity.bound == .none
            && quantity.number.high == nil
    }
}

/// The characters that numbers and times begin with.
enum QuantityStarts {
    /// A bit for each of the codes of 16 bits.
    static let bits: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
        func add(_ scalar: Unicode.Scalar) { bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
        // Radicals and signs, Chinese characters, those kept for compatibility, and full-width digits.
        for codes: ClosedRange<UInt32> in [0x2E00...0x30FF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF] {
            for scalar in codes.lazy.compactMap(Unicode.Scalar.init)
            where scalar.arabicDigit != nil || HanSymbol(scalar) != nil {
                add(scalar)
            }
        }
        for scalar in "半翻数數几幾本上今明次后当去年“「".unicodeScalars { add(scalar) }
        return bits
    }()
}
