/// What one Unicode scalar means inside a Chinese numeral.
///
/// Kangxi radicals and compatibility ideographs stand beside the ordinary characters, because text taken out of
/// PDF files has them (⼀ U+2F00 for 一 U+4E00).
struct HanSymbol: Sendable, Hashable {
    enum Kind: UInt8, Sendable {
        /// 一 … 九, value 1...9.
        case digit
        /// 零 〇 ○, value 0.
        case zero
        /// 十 百 千, value 1...3: the power of ten.
        case place
        /// 廿 卅 卌, value 2...4: a digit and its 十 in one.
        case tens
        /// 万 亿 兆, value 4, 8 or 12: the power of ten.
        case myriad
    }

    enum Style: UInt8, Sendable {
        /// 零 万 亿 兆: the same in every form.
        case shared
        /// 一 十 百, also 〇.
        case lower
        /// 壹 拾 佰, as on cheques.
        case formal
        /// 两, which stands for 2 before a unit.
        case pair
        /// 幺 俩, which only speech has, and letters typed for 〇: 二O一七.
        case loose
    }

    let kind: Kind
    let value: UInt8
    let style: Style

    @inline(__always)
    private init(_ kind: Kind, _ value: UInt8, _ style: Style) {
        self.kind = kind
        self.value = value
        self.style = style
    }

    /// Classifies a scalar; `nil` when no Chinese numeral has it.
    ///
    /// 兆 is 10¹². The simplified 参 is left out: it is a verb far more often than a 3.
    @inline(__always)
    init?(_ scalar: Unicode.Scalar) {
        // What most are asked about is none.
        guard Self.marks.mayHold(scalar), let symbol = Self.known(scalar) else { return nil }
        self = symbol
    }

    private static let marks = ScalarMarks(all)

    /// All that ``known(_:)`` knows.
    static let all =
        "一二三四五六七八九十百千万萬亿億兆零〇○◯两兩廿卄卅卌壹贰貳貮叁參叄肆伍陆陸柒捌玖拾佰仟俩倆幺"
        + "\u{2F00}\u{2F06}\u{2F0B}\u{2F17}\u{F96B}\u{F973}\u{F978}\u{F9B2}\u{F9D1}\u{F9D3}"

    private static func known(_ scalar: Unicode.Scalar) -> HanSymbol? {
        // 一 … 十, which most numerals are made of, come first: a short search instead of a long one.
        switch scalar {
        case "一": HanSymbol(.digit, 1, .lower)
        case "二": HanSymbol(.digit, 2, .lower)
        case "三": HanSymbol(.digit, 3, .lower)
        case "四": HanSymbol(.digit, 4, .lower)
        case "五": HanSymbol(.digit, 5, .lower)
        case "六": HanSymbol(.digit, 6, .lower)
        case "七": HanSymbol(.digit, 7, .lower)
        case "八": HanSymbol(.digit, 8, .lower)
        case "九": HanSymbol(.digit, 9, .lower)
        case "十": HanSymbol(.place, 1, .lower)
        default: rare(scalar)
        }
    }

    @inline(never)
    private static func rare(_ scalar: Unicode.Scalar) -> HanSymbol? {
        switch scalar {
        case "\u{2F00}": HanSymbol(.digit, 1, .lower)
        case "\u{2F06}": HanSymbol(.digit, 2, .lower)
        case "\u{F9D1}": HanSymbol(.digit, 6, .lower)
        case "\u{2F0B}": HanSymbol(.digit, 8, .lower)
        case "\u{2F17}": HanSymbol(.place, 1, .lower)
        case "百": HanSymbol(.place, 2, .lower)
        case "千": HanSymbol(.place, 3, .lower)
        case "万", "萬": HanSymbol(.myriad, 4, .shared)
        case "亿", "億": HanSymbol(.myriad, 8, .shared)
        case "兆": HanSymbol(.myriad, 12, .shared)
        case "零", "\u{F9B2}": HanSymbol(.zero, 0, .shared)
        case "〇", "○", "◯": HanSymbol(.zero, 0, .lower)
        case "两", "兩", "\u{F978}": HanSymbol(.digit, 2, .pair)
        case "廿", "卄": HanSymbol(.tens, 2, .lower)
        case "卅": HanSymbol(.tens, 3, .lower)
        case "卌": HanSymbol(.tens, 4, .lower)
        case "壹": HanSymbol(.digit, 1, .formal)
        case "贰", "貳", "貮": HanSymbol(.digit, 2, .formal)
        case "叁", "參", "叄", "\u{F96B}": HanSymbol(.digit, 3, .formal)
        case "肆": HanSymbol(.digit, 4, .formal)
        case "伍": HanSymbol(.digit, 5, .formal)
        case "陆", "陸", "\u{F9D3}": HanSymbol(.digit, 6, .formal)
        case "柒": HanSymbol(.digit, 7, .formal)
        case "捌": HanSymbol(.digit, 8, .formal)
        case "玖": HanSymbol(.digit, 9, .formal)
        case "拾", "\u{F973}": HanSymbol(.place, 1, .formal)
        case "佰": HanSymbol(.place, 2, .formal)
        case "仟": HanSymbol(.place, 3, .formal)
        case "俩", "倆": HanSymbol(.digit, 2, .loose)
        case "幺": HanSymbol(.digit, 1, .loose)
        default: nil
        }
    }

    /// The zero that a letter or an Arabic digit between Chinese digits was typed for, `nil` for other scalars.
    init?(typedZero scalar: Unicode.Scalar) {
        switch scalar {
        case "O", "o", "0", "Ｏ", "ｏ", "０", "Ο", "ο", "О", "о": self.init(.zero, 0, .loose)
        default: return nil
        }
    }
}
