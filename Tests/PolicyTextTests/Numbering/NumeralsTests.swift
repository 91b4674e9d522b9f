import Testing

@testable import PolicyText

/// Rows of a table whose columns are divided by two spaces.
func tableRows(_ table: String) -> [[String]] {
    table.split(separator: "\n").map { line in
        var columns = [""]
        var blanks = 0
        for scalar in line.unicodeScalars {
            if scalar == " " {
                blanks += 1
                if blanks == 2 { columns.append("") }
                continue
            }
            if blanks == 1 { columns[columns.count - 1] += " " }
            blanks = 0
            columns[columns.count - 1].unicodeScalars.append(scalar)
        }
        return columns.map { $0 == "∅" ? "" : $0 }
    }
}

@Suite("Han numerals")
struct NumeralsTests {
    @Test("the table")
    func table() {
        let rows = tableRows(numeralsTable)
        #expect(rows.count >= 150)
        for row in rows {
            #expect(row.count == 4, "\(row)")
            let strict = HanNumeral.parse(row[0], reading: .strict)
            let lenient = HanNumeral.parse(row[0], reading: .lenient)
            #expect(strict?.value == Int(row[1]), "strict \(row[0])")
            #expect(lenient?.value == Int(row[2]), "lenient \(row[0])")
            #expect((lenient?.form.rawValue ?? "-") == row[3], "form of \(row[0])")
            if let strict { #expect(strict == lenient, "\(row[0])") }
        }
    }

    @Test("writing and reading give the number back")
    func roundTrip() {
        for value in 0...9999 {
            let text = HanNumeral.write(value)
            #expect(HanNumeral.parse(text, reading: .strict)?.value == value, "\(text)")
            #expect(HanNumeral.parse(text, reading: .lenient)?.value == value, "\(text)")
        }
        var random = SeededGenerator(seed: 20_170_101)
        for _ in 0..<20_000 {
            let value = Int.random(in: 0...Int.max, using: &random) >> Int.random(in: 0...62, using: &random)
            let text = HanNumeral.write(value)
            #expect(HanNumeral.parse(text, reading: .strict)?.value == value, "\(value) \(text)")
            #expect(HanNumeral.parse(text, reading: .lenient)?.value == value, "\(value) \(text)")
        }
        #expect(HanNumeral.parse(HanNumeral.write(.max), reading: .strict)?.value == .max)
        #expect(HanNumeral.write(.min).hasPrefix("负九百二十二万三千三百七十二兆"))
    }

    @Test(
        "the ordinary form",
        arguments: [
            (0, "零"), (10, "十"), (11, "十一"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"),
            (1010, "一千零一十"), (1001, "一千零一"), (10_010, "一万零一十"), (100_000, "十万"), (120_000, "十二万"),
            (1_100_000, "一百一十万"), (150_006_355, "一亿五千万六千三百五十五"), (10_000_000_000_000, "十万亿"),
            (10_000_000_000_000_000, "一万兆"), (-11, "负十一"),
        ])
    func writing(value: Int, text: String) {
        #expect(HanNumeral.write(value) == text)
    }

    @Test("any string of the alphabet is read without a trap, and strict values survive writing")
    func randomStrings() {
        let alphabet = Array("一二三五九十百千万亿兆零〇两廿卅壹贰叁拾佰仟幺俩5０.点负分之%，,又多几 /e-")
        var random = SeededGenerator(seed: 1)
        var taken = 0
        for _ in 0..<60_000 {
            let count = Int.random(in: 0...9, using: &random)
            let text = String((0..<count).map { _ in alphabet.randomElement(using: &random)! })
            let lenient = HanNumeral.parse(text, reading: .lenient)
            guard let strict = HanNumeral.parse(text, reading: .strict) else { continue }
            taken += 1
            #expect(strict == lenient, "\(text)")
            let written = HanNumeral.write(strict.value)
            #expect(HanNumeral.parse(written, reading: .strict)?.value == strict.value, "\(text) \(written)")
        }
        #expect(taken > 300)
    }

    @Test("any bytes are read without a trap")
    func randomBytes() {
        let seeds = Array("一十百千万亿零三点五分之".utf8) + [0x00, 0x80, 0xC0, 0xE4, 0xF0, 0xFF, 0x39]
        var random = SeededGenerator(seed: 2)
        for _ in 0..<30_000 {
            let bytes = (0..<Int.random(in: 0...16, using: &random)).map { _ in seeds.randomElement(using: &random)! }
            _ = HanNumeral.parse(bytes.span, reading: .strict)
            _ = HanNumeral.parse(bytes.span, reading: .lenient)
        }
    }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
