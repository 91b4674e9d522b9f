import Testing

@testable import PolicyText

/// The characters of a family in order, and the value of the first.
private let families = """
    circled  0  ⓪
    circled  1  ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿
    circled  1  ➀➁➂➃➄➅➆➇➈➉
    negativeCircled  1  ❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴
    negativeCircled  1  ➊➋➌➍➎➏➐➑➒➓
    negativeCircled  0  ⓿
    doubleCircled  1  ⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾
    parenthesized  1  ⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇
    fullStop  1  ⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛
    parenthesizedHan  1  ㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩
    circledHan  1  ㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉
    upperRoman  1  ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ
    lowerRoman  1  ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ
    stem  1  甲乙丙丁戊己庚辛壬癸
    upperLetter  1  ABCDEFGHIJKLMNOPQRSTUVWXYZ
    upperLetter  1  ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ
    lowerLetter  1  abcdefghijklmnopqrstuvwxyz
    lowerLetter  1  ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ
    parenthesizedLetter  1  ⒜⒝⒞⒟⒠⒡⒢⒣⒤⒥⒦⒧⒨⒩⒪⒫⒬⒭⒮⒯⒰⒱⒲⒳⒴⒵
    circledLetter  1  ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ
    circledLetter  1  ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ
    upperRoman  50  Ⅼ
    lowerRoman  1000  ⅿ
    """

@Suite("Numbers in one character, and Roman numerals")
struct NumeralsEnclosedTests {
    @Test("every family, in order")
    func table() {
        for row in tableRows(families) {
            for (index, scalar) in row[2].unicodeScalars.enumerated() {
                let number = EnclosedNumber(scalar)
                #expect(number?.family.rawValue == row[0], "\(scalar)")
                #expect(number?.value == Int(row[1])! + index, "\(scalar)")
            }
        }
    }

    @Test("the table has all there is")
    func complete() {
        let known = Set(tableRows(families).flatMap { $0[2].unicodeScalars } + "ⅬⅭⅮⅯⅼⅽⅾⅿ".unicodeScalars)
        for code in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(code), EnclosedNumber(scalar) != nil else { continue }
            #expect(known.contains(scalar), "\(String(code, radix: 16))")
        }
        #expect(EnclosedNumber("一") == nil)
        #expect(EnclosedNumber("1") == nil)
        #expect(EnclosedNumber("㈱") == nil)
    }

    @Test("Roman numerals up to 39")
    func roman() {
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        for value in 1...39 {
            let text = String(repeating: "X", count: value / 10) + ones[value % 10]
            #expect(RomanNumeral.parse(text) == RomanNumeral(value: value, isUpper: true), "\(text)")
            #expect(RomanNumeral.parse(text.lowercased()) == RomanNumeral(value: value, isUpper: false), "\(text)")
        }
        for (index, scalar) in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ".unicodeScalars.enumerated() {
            #expect(RomanNumeral.parse(String(scalar))?.value == index + 1)
        }
        for (text, value) in [("ＸＩＶ", 14), ("ⅩⅢ", 13), ("ⅹⅸ", 19), ("ⅩⅩⅠ", 21), ("ＶI", 6)] {
            #expect(RomanNumeral.parse(text)?.value == value, "\(text)")
        }
        let others = [
            "", "IIII", "VV", "VX", "IIX", "XXXX", "XL", "IC", "Iv", "iⅤ", "IVI", "IXX", "A", "ⅠX1", "I ", "ⅠⅤⅠ",
        ]
        for text in others { #expect(RomanNumeral.parse(text) == nil, "\(text)") }
        #expect(RomanNumeral.parse(String(repeating: "X", count: 100_000)) == nil)
    }
}
