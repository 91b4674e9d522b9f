import PolicyText

/// Writes the numbers of automatic lists as Word shows them (ISO/IEC 29500-1, 17.18.59).
enum NumberFormat {
    /// The number in a format; `nil` for bullets and for no number at all.
    static func write(_ value: Int, _ format: String) -> String? {
        switch format {
        case "none", "bullet": nil
        case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "ideographDigital2":
            HanNumeral.write(value)
        case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
            String(String(value).compactMap { $0.wholeNumberValue.map { digits[$0] } })
        case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal": legal(value)
        case "ideographTraditional": cycle(value, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": cycle(value, "子丑寅卯辰巳午未申酉戌亥")
        case "decimalZero": value < 10 ? "0\(value)" : "\(value)"
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(value)
        case "decimalEnclosedParen": scalar(value, 1...20, at: 0x2474) ?? "(\(value))"
        case "decimalEnclosedFullstop": scalar(value, 1...20, at: 0x2488) ?? "\(value)."
        case "ideographEnclosedCircle": scalar(value, 1...10, at: 0x3280) ?? HanNumeral.write(value)
        case "decimalFullWidth", "decimalFullWidth2": fullWidth(value)
        case "upperRoman": roman(value).uppercased()
        case "lowerRoman": roman(value)
        case "upperLetter": letters(value).uppercased()
        case "lowerLetter": letters(value)
        case "numberInDash": "- \(value) -"
        default: String(value)
        }
    }

    private static let digits: [Character] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private static func cycle(_ value: Int, _ signs: String) -> String {
        let signs = Array(signs)
        return value >= 1 && value <= signs.count ? String(signs[value - 1]) : String(value)
    }

    private static func scalar(_ value: Int, _ range: ClosedRange<Int>, at first: UInt32) -> String? {
        guard range.contains(value), let scalar = Unicode.Scalar(first + UInt32(value - range.lowerBound)) else {
            return nil
        }
        return String(Character(scalar))
    }

    private static func circled(_ value: Int) -> String {
        scalar(value, 1...20, at: 0x2460) ?? scalar(value, 21...35, at: 0x3251) ?? scalar(value, 36...50, at: 0x32B1)
            ?? String(value)
    }

    private static func legal(_ value: Int) -> String {
        let formal: [Character: Character] = [
            "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌", "九": "玖", "十": "拾",
            "百": "佰", "千": "仟",
        ]
        let text = HanNumeral.write(value)
        // 壹拾壹, not 拾壹.
        return (text.first == "十" ? "壹" : "") + String(text.map { formal[$0] ?? $0 })
    }

    private static func fullWidth(_ value: Int) -> String {
        String(
            String.UnicodeScalarView(String(value).unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    }

    private static func roman(_ value: Int) -> String {
        guard (1...3_999).contains(value) else { return String(value) }
        let signs = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var text = ""
        var rest = value
        for (unit, sign) in signs {
            while rest >= unit {
                text += sign
                rest -= unit
            }
        }
        return text
    }

    /// a … z, aa, bb …
    private static func letters(_ value: Int) -> String {
        guard (1...780).contains(value), let scalar = Unicode.Scalar(UInt32(0x61 + (value - 1) % 26)) else {
            return String(value)
        }
        return String(repeating: Character(scalar), count: (value - 1) / 26 + 1)
    }
}
