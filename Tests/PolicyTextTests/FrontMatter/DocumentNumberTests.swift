import Testing

@testable import PolicyText

struct DocumentNumberTests {
    /// A line, the number as the contract writes it, the agency code, year and serial number.
    static let table = ClerkRow.rows(
        """
        国办发〔2018〕117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发[2018]117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发［2018］117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发(2018)117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发（2018）117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发【2018】117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发〈2018〉117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发〔２０１８〕１１７号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发␠〔2018〕␠117␠号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发〔2018〕第117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发〔2018年〕117号 | 国办发〔2018〕117号 | 国办发 | 2018 | 117
        国办发明电〔2020〕3号 | 国办发明电〔2020〕3号 | 国办发明电 | 2020 | 3
        粤府函〔2015〕266号 | 粤府函〔2015〕266号 | 粤府函 | 2015 | 266
        沪府办规〔2021〕11号 | 沪府办规〔2021〕11号 | 沪府办规 | 2021 | 11
        京公开办发〔2021〕1号 | 京公开办发〔2021〕1号 | 京公开办发 | 2021 | 1
        广安府办规〔2023〕5号 | 广安府办规〔2023〕5号 | 广安府办规 | 2023 | 5
        2026年第322号 | 2026年第322号 | - | 2026 | 322
        国务院令第737号 | 国务院令第737号 | 国务院令 | - | 737
        第318号 | 第318号 | - | - | 318
        国发〔2018〕号 | - | - | - | -
        国发〔18〕42号 | - | - | - | -
        〔2018〕42号 | - | - | - | -
        国发2018 | - | - | - | -
        联系电话0571-12345678号 | - | - | - | -
        第三条规定 | - | - | - | -
        """)

    @Test(arguments: table)
    func reads(row: ClerkRow) {
        withTokens(row[0]) { text in
            let reader = ParagraphReader(text: text, lexicons: Lexicons(ParserOptions()))
            let span = ParagraphSpan(first: 0, end: text.count, text: text)
            let found = DocumentNumberReader(reader: reader).number(in: span)
            #expect((found?.normalized ?? "") == row[1])
            #expect((found.map { String(decoding: $0.code, as: UTF8.self) } ?? "") == row[2])
            #expect((found?.year.map { "\($0)" } ?? "") == row[3])
            #expect((found?.serial.map { "\($0)" } ?? "") == row[4])
        }
    }

    /// A joint notice may show the numbers of all its bodies in one line.
    @Test func readsAllOfAJointNotice() {
        withTokens("江卫发〔2024〕5号␠江财社〔2024〕12号　江教〔2024〕3号".replacing("␠", with: " ")) { text in
            let reader = ParagraphReader(text: text, lexicons: Lexicons(ParserOptions()))
            let found = DocumentNumberReader(reader: reader).numbers(
                in: ParagraphSpan(first: 0, end: text.count, text: text))
            #expect(found.map(\.normalized) == ["江卫发〔2024〕5号", "江财社〔2024〕12号", "江教〔2024〕3号"])
        }
    }
}
