/// Goes through a text once and finds its quantities and times.
struct QuantityScan {
    /// In order; quantities and times do not overlap.
    private(set) var quantities: [QuantityReading] = []
    private(set) var times: [TimeReading] = []

    private let text: ByteText
    private let quantityReader: QuantityReader
    private let timeReader: TimeReader

    /// Quantities of one text at most: more is a page of figures, not a notice.
    static let limit = 100_000

    init(_ text: ByteText, units: UnitTable, reference: CivilDate?) {
        self.text = text
        quantityReader = QuantityReader(text, units: units)
        timeReader = TimeReader(text, reference: reference)
    }

    /// - Complexity: O(bytes).
    mutating func run() {
        var offset = 0
        let bytes = text.bytes
        while offset < bytes.count {
            let first = bytes[offset]
            if first < 0x80 {
                if first &- 0x30 < 10 { offset = take(at: offset) } else { offset &+= 1 }
            } else if first >= 0xE0, first < 0xF0, offset &+ 2 < bytes.count {
                let value = Int(first & 0x0F) << 12 | Int(bytes[offset &+ 1] & 0x3F) << 6 | Int(bytes[offset &+ 2] & 0x3F)
                if QuantityStarts.mayStart(value) { offset = take(at: offset) } else { offset &+= 3 }
            } else {
                offset &+= 1
            }
        }
    }

    /// Reads what begins at `offset` and returns where to go on.
    private mutating func take(at offset: Int) -> Int {
        let width = text.scalar(at: offset).length
        guard quantities.count + times.count < Self.limit else { return offset + max(width, 1) }
        if let time = timeReader.read(at: offset), !isOrdinal(offset) {
            times.append(time)
            return time.end
        }
        if let end = skipped(at: offset) { return end }
        let start = signStart(offset)
        guard let quantity = quantityReader.read(at: start) ?? (start < offset ? quantityReader.read(at: offset) : nil) else {
            // A run of digits that is no number is not read again from its second digit.
            return text.bytes[offset] < 0x80 ? afterDigits(offset + 1) : offset + max(width, 1)
        }
        if !isRefused(quantity) { quantities.append(quantity) }
        return max(quantity.end, offset + max(width, 1))
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
        if quantity.hasUnit { return false }
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
    private static let table: [Bool] = {
        var table = [Bool](repeating: false, count: 0x10000)
        for value in 0x2E00..<0x10000 {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            if scalar.arabicDigit != nil || HanSymbol(scalar) != nil { table[value] = true }
        }
        for scalar in "半翻数數几幾本上今明次后当去年“「".unicodeScalars { table[Int(scalar.value)] = true }
        for scalar in "百".unicodeScalars { table[Int(scalar.value)] = true }
        return table
    }()

    @inline(__always)
    static func mayStart(_ value: Int) -> Bool { table[value & 0xFFFF] }
}
