import Testing

@testable import PolicyText

/// The text, its kind, and its exact value as mantissa and exponent, or numerator/denominator; dashes for no number.
private let numbers = """
    0  number  0  0
    007  number  7  0
    2017  number  2017  0
    ２０１７  number  2017  0
    1,234,567  number  1234567  0
    １，２３４  number  1234  0
    1,234.50  number  12345  -1
    3.14  number  314  -2
    .5  number  5  -1
    -2.5  number  -25  -1
    －3  number  -3  0
    1.6万  number  16  3
    3.5万  number  35  3
    1.2千亿  number  12  10
    4.78万亿  number  478  10
    100万  number  1  6
    1千2百亿  number  12  10
    25万6千  number  256  3
    3万4000  number  34  3
    200亿零四千230  number  20000004230  0
    十五万六千  number  156  3
    三点一四  number  314  -2
    零点五  number  5  -1
    三点五万  number  35  3
    一百点123  number  100123  -3
    一七二零点一三四  number  1720134  -3
    负十一  number  -11  0
    负零点一  number  -1  -1
    二〇二五  number  2025  0
    二O一七  number  2017  0
    一百二  number  12  1
    壹佰贰拾点伍  number  1205  -1
    2e5  number  2  5
    1.5e-3  number  15  -4
    十余万  number  1  5
    500多万  number  5  6
    一百零几万  number  1  6
    百分之十  percent  1  -1
    百分之百  percent  1  0
    百分之三点五  percent  35  -3
    百分之负三点八  percent  -38  -3
    10%  percent  1  -1
    99.5％  percent  995  -3
    十%  percent  1  -1
    5‰  fraction  5  -3
    千分之三  fraction  3  -3
    万分之一点五  fraction  15  -5
    百万分之五  fraction  5  -6
    二分之一  fraction  5  -1
    三分之二  fraction  2/3
    一又四分之一  fraction  125  -2
    负一又三分之一  fraction  -4/3
    3/5  fraction  6  -1
    1/3  fraction  1/3
    16分之5  fraction  3125  -4
    万  -  -
    点五  -  -
    五点  -  -
    10..1万  -  -
    10.1万零100  -  -
    123.1.1  -  -
    1,23  -  -
    2017，100  -  -
    5千瓦  -  -
    九点三十  -  -
    一百二三十  -  -
    二三十  -  -
    零分之一  -  -
    1/0  -  -
    1/2/3  -  -
    2017/12/31  -  -
    99999999999999999999  -  -
    一亿亿亿  -  -
    负  -  -
    -  -  -
    --3  -  -
    3e  -  -
    3 万  -  -
    第三  -  -
    """

/// The text, then each number that the scanner finds in it.
private let sentences = """
    实现农村贫困人口1386万人脱贫  1386万
    到2020年，全省生产总值达到1.6万亿元  2020  1.6万亿
    粮食产量稳定在1.3万亿斤以上，统一安排  1.3万亿
    改造城镇老旧小区二十余万户、农村公路3,500公里  二十余万  3,500
    比2015年下降百分之十八，占三分之二以上  2015  百分之十八  三分之二
    新增装机容量500千瓦、100兆瓦时  500  100
    2016-2020年，年均增长7.5%左右  2016  2020  7.5%
    二〇一七年五月十八日  二〇一七  五  十八
    一二三产业融合，二三十个，五六百人
    按照一般要求，一律不得，一切单位，万一
    见第1.2.3节和2017/12/31  1  2  3  2017  12  31
    四川、三亚、两岸的队伍登陆后收拾
    单位GDP能耗降低-3%以内  3%
    气温（-3.5）  -3.5
    千方百计促进百姓增收千万
    2017，100家  2017  100
    """

@Suite("Numbers in text")
struct NumeralsParserTests {
    @Test("the parser's table")
    func parser() {
        for row in tableRows(numbers) {
            let numeral = NumeralParser.parse(row[0])
            #expect((numeral?.kind.rawValue ?? "-") == row[1], "\(row[0]) \(String(describing: numeral))")
            guard let numeral else { continue }
            if row.count == 4 {
                #expect(numeral.exact == ExactNumber(Int(row[2])!, exponent: Int(row[3])!), "\(row[0])")
                #expect(numeral.value == Double("\(row[2])e\(row[3])"), "\(row[0])")
            } else {
                #expect(numeral.exact == nil, "\(row[0])")
                #expect("\(numeral.numerator.mantissa)/\(numeral.denominator.mantissa)" == row[2], "\(row[0])")
            }
            let isVague = row[0].unicodeScalars.contains { "余多几".unicodeScalars.contains($0) }
            #expect(numeral.isApproximate == isVague, "\(row[0])")
        }
    }

    @Test("the scanner's table")
    func scanner() {
        for row in tableRows(sentences) {
            let bytes = Array(row[0].utf8)
            let found = NumeralScanner().matches(in: row[0]).map { String(decoding: bytes[$0.range], as: UTF8.self) }
            #expect(found == Array(row.dropFirst()), "\(row[0])")
        }
    }

    @Test("any string is read without a trap, and what the scanner finds lies in order")
    func randomStrings() {
        let alphabet = Array("一二三五九十百千万亿兆零〇两廿壹拾佰幺5０９.,，．点负-分之又%‰/e+余多几 　年x")
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...14, using: &random)
            let text = String((0..<count).map { _ in alphabet.randomElement(using: &random)! })
            let number = NumeralParser.parse(text)
            #expect(number == nil || number?.value.isFinite == true, "\(text)")
            if let strict = HanNumeral.parse(text, reading: .strict) {
                #expect(number?.exact?.integer == strict.value, "\(text)")
            }
            for scanner in [NumeralScanner(), NumeralScanner(joinsSpaces: true)] {
                var end = 0
                for match in scanner.matches(in: text) {
                    #expect(match.range.lowerBound >= end && !match.range.isEmpty, "\(text)")
                    end = match.range.upperBound
                }
                #expect(end <= text.utf8.count)
            }
        }
    }

    @Test("any bytes are scanned without a trap")
    func randomBytes() {
        let seeds = Array("一十百千万亿零三点五分之又1,.-%e".utf8) + [0x00, 0x80, 0xC0, 0xE4, 0xF0, 0xFF]
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in seeds.randomElement(using: &random)! }
            _ = NumeralParser.parse(bytes.span)
            _ = NumeralScanner(joinsSpaces: true).matches(in: bytes.span)
        }
    }

    @Test(
        "long runs take linear time", .timeLimit(.minutes(1)),
        arguments: ["一", "十", "1", "1.", "1,111", "一万", "1/", "一又", "零", "- ", "1 ", "一 ", "百分之", "二三十", "余万"])
    func longRuns(unit: String) {
        let text = String(repeating: unit, count: 6_000)
        _ = NumeralScanner(joinsSpaces: true).matches(in: text)
        _ = NumeralParser.parse(text)
    }

    @Test("exact numbers")
    func exactNumbers() {
        #expect(ExactNumber(1200) == ExactNumber(12, exponent: 2))
        #expect(ExactNumber(0, exponent: 5) == ExactNumber(0))
        #expect(ExactNumber(1, exponent: -1).value == 0.1)
        #expect(ExactNumber(.max, exponent: 280).value == 9223372036854775807e280)
        #expect(ExactNumber(12, exponent: 2).integer == 1200)
        #expect(ExactNumber(12, exponent: -1).integer == nil)
        #expect(ExactNumber(.max, exponent: 1).integer == nil)
        #expect(ExactNumber(1).divided(by: ExactNumber(8)) == ExactNumber(125, exponent: -3))
        #expect(ExactNumber(1).divided(by: ExactNumber(3)) == nil)
        #expect(ExactNumber(.min).divided(by: ExactNumber(-1)) == nil)
        #expect(ExactNumber(.max).multiplied(by: ExactNumber(2)) == nil)
        #expect(ExactNumber(1, exponent: 40).adding(ExactNumber(1)) == nil)
    }
}
