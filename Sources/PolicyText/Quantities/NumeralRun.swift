/// The digits and numerals that stand side by side, and what follows them: most 一 and 三 are words, and each reading costs.
struct NumeralRun {
    let end: Int
    let isArabic: Bool
    /// Whether it is one Chinese numeral and no more.
    let isSingle: Bool
    private let symbols: Int
    private let start: Int
    /// Behind white space.
    private let place: Int
    private let next: Unicode.Scalar

    /// Characters that are counted at most.
    private static let reach = 12

    @inline(__always)
    init(
        _ text: ByteText, at start: Int, _ first: Unicode.Scalar, _ length: Int, _ numerals: BitRow?, _ base: Int
    ) {
        isArabic = first.arabicDigit != nil
        self.start = start
        var end = start &+ length
        var symbols = 1
        while symbols < Self.reach, end < text.count, let numerals, numerals.isSet(base &+ end) {
            if text.bytes[end] < 0x80 {
                // A digit.
                end &+= 1
            } else {
                let (scalar, length) = text.scalar(at: end)
                guard !Self.isMarkOfTime(scalar) else { break }
                end &+= length
            }
            symbols &+= 1
        }
        self.end = end
        isSingle = symbols == 1 && !isArabic
        self.symbols = symbols
        place = text.skipBlanks(end)
        next = text.scalar(at: place).value
    }

    /// 半, 翻, 年 and 世 are among the marks, and no numerals.
    @inline(__always)
    private static func isMarkOfTime(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "半", "翻", "年", "世": true
        default: false
        }
    }

    private var isFourLong: Bool { symbols >= 4 }
    private var isEightLong: Bool { symbols >= 8 }

    /// Whether it is a single Chinese numeral that nothing behind it makes a time or a quantity of.
    @inline(__always)
    func isAlone(_ units: UnitTable) -> Bool { isSingle && place == end && !units.mayFollowNumeral(next) }

    /// What may go on with a single Chinese numeral besides units; the last ten make an absence of 零.
    static let following: StaticString = "年月世季个点分又余餘多几幾半成折點和与、以—–－～至到发增死伤感事投差上缺"

    /// Whether 点, 分 or their like may make more of one numeral.
    var goesOn: Bool {
        switch next {
        case "点", "分", "又", "余", "餘", "多", "几", "幾", "點": true
        default: place > end && HanSymbol(next) != nil
        }
    }

    /// A numeral is a time before 年, 月 and their like.
    @inline(__always)
    func mayBeTime(_ first: Unicode.Scalar, _ text: ByteText) -> Bool {
        switch next {
        case "年": !isSingle || first == "千" || first == "仟"
        case "月", "世", "季": true
        case "个": text.has("季", at: place &+ 3)
        case "-", "—", "–", "－", "~", "～", "至", "到": isArabic ? isFourLong : !isSingle
        case "/", ".", "·", "．", "／": isArabic && isFourLong
        case "时", "期", "末", "规", "以", "初", "中", "前", "发", "后": !isArabic && !isSingle
        default: isArabic && isFourLong && (isEightLong || place > end && next.arabicDigit != nil)
        }
    }

    /// Whether it is more than one Chinese numeral, or stands before a unit.
    @inline(__always)
    func mayBeQuantity(_ text: ByteText, _ units: UnitTable) -> Bool {
        guard isSingle else { return true }
        switch next {
        case "点", "分", "又", "余", "餘", "多", "几", "幾", "半", "成", "折", "點": return true
        case "-", "—", "–", "－", "~", "～", "至", "到", "和", "与", "、", "以": return true
        case "发", "增", "死", "伤", "感", "事", "投", "差", "上", "缺":
            return text.has("零", at: start) || units.longest(at: place, in: text) != nil
        default:
            // Letter-spaced 一 百 五 十.
            return place > end && HanSymbol(next) != nil || units.longest(at: place, in: text) != nil
        }
    }
}

// MARK: - Runs that are no quantities

extension NumeralRun {
    /// Whether the run is one of digits before a letter that is no unit (12px, 5G), which is refused however it is read.
    ///
    /// - Parameter before: What stands before the run; a sign or a currency is for the full rules to see.
    @inline(__always)
    func isCode(_ text: ByteText, _ before: Unicode.Scalar, _ units: UnitTable) -> Bool {
        guard isArabic, end &- start == symbols, !isEightLong, end < text.count, Self.isLetter(text.bytes[end]),
            !opensExponent(text), !Self.changesMeaning(before), !ByteText.isBlank(before) || !followsCurrency(text)
        else { return false }
        return units.longest(at: end, in: text) == nil
    }

    /// Whether the run is an ordinal or a word of Chinese numerals: no unit begins in it or behind it, nothing goes on
    /// with it, and no two digits side by side may mean one or the other (三五百).
    @inline(__always)
    func isOrdinal(_ text: ByteText, _ before: Unicode.Scalar, _ units: UnitTable) -> Bool {
        guard !isArabic, !isSingle, symbols < Self.reach, place == end, end < text.count, !Self.changesMeaning(before),
            !ByteText.isBlank(before), !Self.continues(next), next.arabicDigit == nil, HanSymbol(next) == nil
        else { return false }
        var offset = start
        var wasDigit = false
        while offset < end {
            let (scalar, length) = text.scalar(at: offset)
            guard let symbol = HanSymbol(scalar), units.longest(at: offset, in: text) == nil else { return false }
            let isDigit = symbol.kind == .digit
            if isDigit, wasDigit { return false }
            wasDigit = isDigit
            offset &+= length
        }
        return units.longest(at: end, in: text) == nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// 2e5, but not 2em.
    private func opensExponent(_ text: ByteText) -> Bool {
        guard text.bytes[end] | 0x20 == 0x65 else { return false }
        return end &+ 1 >= text.count || !Self.isLetter(text.bytes[end &+ 1])
    }

    /// Signs and currencies before a number.
    private static func changesMeaning(_ before: Unicode.Scalar) -> Bool {
        switch before {
        case "￥", "¥", "$", "€", "£": true
        default: NumeralReader.isSign(before)
        }
    }

    private func followsCurrency(_ text: ByteText) -> Bool {
        Self.changesMeaning(text.scalar(before: text.skipBlanks(backFrom: start)).value)
    }

    /// What may go on with a time or a number of Chinese numerals.
    private static func continues(_ next: Unicode.Scalar) -> Bool {
        switch next {
        case "年", "月", "世", "季", "个", "個", "时", "期", "末", "规", "以", "初", "中", "前", "发", "后": true
        case "-", "—", "–", "－", "~", "～", "〜", "∼", "至", "到", "/", ".", "·", "．", "／": true
        case "点", "點", "分", "又", "余", "餘", "多", "几", "幾", "半", "成", "折", "数", "數", "之", "来", "來", "翻": true
        case "和", "与", "(", "（", "%", "％", "‰", "及", "或", "左", "上", "内", "整", "正": true
        default: false
        }
    }
}
