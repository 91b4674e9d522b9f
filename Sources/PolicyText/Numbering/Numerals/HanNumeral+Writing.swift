/// Writes numbers in Chinese characters.
extension HanNumeral {
    private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let places = ["", "十", "百", "千"]

    /// The number in the ordinary form: 十一, 一百零一, 一千零一十, 五万亿, 负三.
    ///
    /// 零 stands where places are skipped and nowhere else; numbers from 10¹⁶ are written with 兆 (10¹²). The
    /// strict reading gives the value of any result back, but for the 负 of a negative number.
    ///
    /// - Complexity: O(1).
    public static func write(_ value: Int) -> String {
        if value == 0 { return digits[0] }
        var text = value < 0 ? "负" : ""
        write(value.magnitude, isLeading: true, to: &text)
        return text
    }

    private static func write(_ value: UInt, isLeading: Bool, to text: inout String) {
        let (unit, name): (UInt, String) =
            switch value {
            case 10_000_000_000_000_000...: (1_000_000_000_000, "兆")
            case 100_000_000...: (100_000_000, "亿")
            case 10_000...: (10_000, "万")
            default: (1, "")
            }
        guard unit > 1 else { return writeSection(Int(value), isLeading: isLeading, to: &text) }
        write(value / unit, isLeading: isLeading, to: &text)
        text += name
        let rest = value % unit
        if rest == 0 { return }
        if rest < unit / 10 { text += digits[0] }
        write(rest, isLeading: false, to: &text)
    }

    /// Writes 1...9999.
    private static func writeSection(_ value: Int, isLeading: Bool, to text: inout String) {
        if isLeading, (10..<20).contains(value) {
            text += places[1] + (value > 10 ? digits[value - 10] : "")
            return
        }
        var rest = value
        for place in stride(from: 3, through: 0, by: -1) {
            let unit = powerOfTen(place)
            let digit = rest / unit
            rest %= unit
            if digit > 0 {
                text += digits[digit] + places[place]
                if rest > 0, rest < unit / 10 { text += digits[0] }
            }
        }
    }
}
