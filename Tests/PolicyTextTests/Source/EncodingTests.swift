import Foundation
import Testing

@testable import PolicyText

@Suite struct EncodingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let encoding: TextEncoding
        let mark: [UInt8]
        let bytes: [UInt8]
        let text: String
        var testDescription: String { "\(encoding.rawValue)\(mark.isEmpty ? "" : " with mark")" }
    }

    static let rows: [Row] = {
        let s = SourceFixture.simplified
        let t = SourceFixture.traditional
        let little = SourceFixture.utf16(s, bigEndian: false)
        let big = SourceFixture.utf16(s, bigEndian: true)
        return [
            Row(encoding: .utf8, mark: [], bytes: Array(s.utf8), text: s),
            Row(encoding: .utf8, mark: [0xEF, 0xBB, 0xBF], bytes: Array(s.utf8), text: s),
            Row(encoding: .utf16LittleEndian, mark: [], bytes: little, text: s),
            Row(encoding: .utf16LittleEndian, mark: [0xFF, 0xFE], bytes: little, text: s),
            Row(encoding: .utf16BigEndian, mark: [], bytes: big, text: s),
            Row(encoding: .utf16BigEndian, mark: [0xFE, 0xFF], bytes: big, text: s),
            Row(encoding: .gb18030, mark: [], bytes: SourceFixture.simplifiedGB18030, text: s),
            Row(encoding: .gb18030, mark: [0x84, 0x31, 0x95, 0x33], bytes: SourceFixture.simplifiedGB18030, text: s),
            Row(encoding: .big5, mark: [], bytes: SourceFixture.traditionalBig5, text: t),
        ]
    }()

    @Test(arguments: rows) func foundFromTheBytes(_ row: Row) {
        let source = SourceText(decoding: row.mark + row.bytes, name: "notice.txt")
        #expect(source.encoding == row.encoding)
        #expect(source.byteOrderMark == !row.mark.isEmpty)
        #expect(source.text == row.text)
        #expect(source.byteCount == row.mark.count + row.bytes.count)
        #expect(source.content == .text)
        #expect(source.diagnostics.isEmpty)
        #expect(source.name == "notice.txt")
    }

    @Test(arguments: rows) func named(_ row: Row) {
        let source = SourceText(decoding: row.mark + row.bytes, encoding: row.encoding)
        #expect(source.text == row.text)
        #expect(source.encoding == row.encoding)
        #expect(source.diagnostics.isEmpty)
    }

    @Test(arguments: rows.filter { !$0.mark.isEmpty }) func markWinsOverName(_ row: Row) {
        for name in TextEncoding.allCases where name != row.encoding {
            let source = SourceText(decoding: row.mark + row.bytes, encoding: name)
            #expect(source.encoding == row.encoding)
            #expect(source.text == row.text)
        }
    }

    @Test(arguments: [
        ("utf-8", TextEncoding.utf8), ("UTF8", .utf8), ("utf-8-sig", .utf8), ("UTF-16LE", .utf16LittleEndian),
        ("utf_16", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian), ("GBK", .gb18030), ("gb2312", .gb18030),
        ("CP936", .gb18030), ("gb_2312-80", .gb18030), ("GB18030", .gb18030), ("windows-936", .gb18030),
        ("x-gbk", .gb18030), ("Big5", .big5), ("big5-hkscs", .big5), ("cp950", .big5), (" BIG5 ", .big5),
    ])
    func label(_ label: String, _ encoding: TextEncoding) {
        #expect(TextEncoding(label: label) == encoding)
    }

    @Test(arguments: TextEncoding.allCases) func ownNameIsALabel(_ encoding: TextEncoding) {
        #expect(TextEncoding(label: encoding.rawValue) == encoding)
    }

    @Test(arguments: ["", "-", "latin1", "shift_jis", "utf-7", "utf-32"]) func unknownLabel(_ label: String) {
        #expect(TextEncoding(label: label) == nil)
    }

    @Test func fourByteCodesAndSupplementaryCharacters() {
        let bytes = SourceFixture.bytes("81 39 EE 39 95 32 82 36 A2 E3")
        #expect(SourceText(decoding: bytes, encoding: .gb18030).text == "㐀𠀀€")
        let utf16 = SourceFixture.utf16("通知𠀀附件", bigEndian: true)
        #expect(SourceText(decoding: utf16, encoding: .utf16BigEndian).text == "通知𠀀附件")
    }

    @Test func hongKongSupplement() {
        let source = SourceText(decoding: SourceFixture.bytes("9D EF 9D F7"), encoding: .big5)
        #expect(source.text == "嘅咗")
        #expect(source.diagnostics.isEmpty)
    }

    /// Every Han character and punctuation mark of the plane survives; four-byte codes of extension A included.
    @Test func roundTripOfTheBasicPlane() throws {
        let ranges: [ClosedRange<UInt32>] = [
            0x2010...0x2027, 0x2460...0x24FF, 0x2E80...0x2FD5, 0x3000...0x303F, 0x3200...0x33FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xFF01...0xFF5E,
        ]
        for range in ranges {
            var text = ""
            text.unicodeScalars.append(contentsOf: range.compactMap(Unicode.Scalar.init))
            for (converter, encoding) in [
                ("gb18030", TextEncoding.gb18030), ("UTF-16LE", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian),
            ] {
                let bytes = try #require(SourceFixture.encode(text, converter: converter))
                let source = SourceText(decoding: bytes, encoding: encoding)
                #expect(source.utf8 == Array(text.utf8), "\(range) \(converter)")
                #expect(source.diagnostics.isEmpty)
            }
        }
    }

    /// The two readings of Big5 agree on level 1, so taking the one that decodes more changes no usual character.
    @Test func readingsOfBig5AgreeOnUsualCharacters() {
        for lead in UInt8(0xA4)...0xC5 {
            for trail in (UInt8(0x40)...0x7E).map({ $0 }) + (UInt8(0xA1)...0xFE).map({ $0 }) {
                let text = SourceText(decoding: [lead, trail], encoding: .big5).text
                #expect(text.unicodeScalars.count == 1)
                #expect(SourceFixture.encode(text, converter: "Big5-HKSCS") == [lead, trail])
                #expect(SourceFixture.encode(text, converter: "windows-950-2000") == [lead, trail])
            }
        }
    }
}
