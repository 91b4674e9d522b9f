/// How a marker is written. Raw values are part of the output contract.
public enum NumberingScheme: String, Sendable, Hashable, Codable, CaseIterable {
    /// 第一编
    case volume
    /// 第一章
    case chapter
    /// 第一节
    case articleSection
    /// 第一条, also 第二条之一
    case article
    /// 第一款
    case clause
    /// 第一项
    case item
    /// 一、
    case han
    /// （一）, also ㈠
    case parenthesizedHan
    /// 1. and 1．
    case arabicDot
    /// 1、
    case arabicComma
    /// （1）, also ⑴
    case parenthesizedArabic
    /// 1）
    case arabicParenthesis
    /// ①
    case circled
    /// Ⅰ.
    case roman
    /// A.
    case upperLetter
    /// a） and a.
    case lowerLetter
    /// 甲、
    case stem
    /// 1.1 and 1.1.1
    case decimal
    /// 一是
    case hanIs
    /// 第一，
    case ordinalWord
    /// 首先，其次，再次，最后，
    case sequenceWord
    /// 附件1
    case attachment
    /// 附表1
    case annexTable
    /// 专栏1
    case box
    /// 表1
    case table
}

extension NumberingScheme {
    /// A small number for tables indexed by scheme.
    var code: Int {
        switch self {
        case .volume: 0
        case .chapter: 1
        case .articleSection: 2
        case .article: 3
        case .clause: 4
        case .item: 5
        case .han: 6
        case .parenthesizedHan: 7
        case .arabicDot: 8
        case .arabicComma: 9
        case .parenthesizedArabic: 10
        case .arabicParenthesis: 11
        case .circled: 12
        case .roman: 13
        case .upperLetter: 14
        case .lowerLetter: 15
        case .stem: 16
        case .decimal: 17
        case .hanIs: 18
        case .ordinalWord: 19
        case .sequenceWord: 20
        case .attachment: 21
        case .annexTable: 22
        case .box: 23
        case .table: 24
        }
    }

    /// How many codes there are; longer decimals (1.1.1) take those behind.
    static let codeCount = 25
}
