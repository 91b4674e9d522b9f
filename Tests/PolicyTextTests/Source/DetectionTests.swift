import Testing

@testable import PolicyText

@Suite struct DetectionTests {
    @Test func chineseUTF16WithoutASCII() {
        let text = "国务院办公厅关于加强政务公开工作的通知，请认真贯彻执行。"
        for isBig in [false, true] {
            let source = SourceText(decoding: SourceFixture.utf16(text, bigEndian: isBig))
            #expect(source.encoding == (isBig ? .utf16BigEndian : .utf16LittleEndian))
            #expect(source.text == text)
            #expect(source.diagnostics.isEmpty)
        }
    }

    @Test func asciiUTF16IsStrictUTF8WithNulsButNotBinary() {
        for isBig in [false, true] {
            let source = SourceText(decoding: SourceFixture.utf16("Notice No. 12 (2024)\r\n", bigEndian: isBig))
            #expect(source.text == "Notice No. 12 (2024)\r\n")
            #expect(source.content == .text)
        }
    }

    @Test func shortHeadings() {
        #expect(SourceText(decoding: SourceFixture.bytes("B9 AB B8 E6")).encoding == .gb18030)
        #expect(SourceText(decoding: SourceFixture.bytes("B3 71 AA BE")).encoding == .big5)
        #expect(SourceText(decoding: SourceFixture.bytes("1A 90 E5 77")).encoding == .utf16LittleEndian)
    }

    /// 通知 in GB 2312 is strict UTF-8 by chance: the stated order holds, but the user is told.
    @Test func strictUTF8ThatMayBeGB2312() {
        let source = SourceText(decoding: SourceFixture.bytes("CD A8 D6 AA"))
        #expect(source.encoding == .utf8)
        #expect(source.rules == [.encodingUncertain])
        #expect(SourceText(decoding: SourceFixture.bytes("CD A8 D6 AA"), encoding: .gb18030).text == "通知")
        #expect(SourceText(decoding: Array("Café à la carte".utf8)).diagnostics.isEmpty)
    }

    @Test func big5ThatMayBeUTF16() {
        let source = SourceText(decoding: SourceFixture.bytes("A5 5B B1 6A"))
        #expect(source.rules == [.encodingUncertain])
        #expect(SourceText(decoding: SourceFixture.bytes("A5 5B B1 6A"), encoding: .big5).text == "加強")
    }

    @Test func htmlHeadBeforeTheFirstChineseCharacter() {
        let head = Array(String(repeating: "<meta name=\"x\" content=\"NNNNNNNNNN\">\n", count: 3000).utf8)
        let gb18030 = SourceText(decoding: head + SourceFixture.simplifiedGB18030)
        #expect(gb18030.encoding == .gb18030)
        #expect(gb18030.text.hasSuffix(SourceFixture.simplified))
        let big5 = SourceText(decoding: head + SourceFixture.traditionalBig5)
        #expect(big5.encoding == .big5)
        #expect(big5.text.hasSuffix(SourceFixture.traditional))
    }

    @Test func damagedUTF8IsNotGB18030() throws {
        var bytes = Array(String(repeating: SourceFixture.simplified, count: 20).utf8)
        for at in [30, 500, 1001] { bytes[at] = 0xFF }
        let source = SourceText(decoding: bytes)
        #expect(source.encoding == .utf8)
        #expect(source.rules == [.malformedBytes])
        #expect(source.text.hasPrefix("各市、县人民政府："))
    }

    @Test func lostLeadByteInUTF8() {
        var bytes = Array(SourceFixture.simplified.utf8)
        bytes.remove(at: 3)
        let source = SourceText(decoding: bytes)
        #expect(source.encoding == .utf8)
        #expect(source.text.hasPrefix("各\u{FFFD}\u{FFFD}、县"))
    }

    /// A byte lost in transmission must not turn the whole text into another encoding, wherever it was.
    @Test func anyLostByte() {
        let text = "国务院办公厅关于加强政务公开工作的通知，请认真贯彻执行。"
        let rows: [(TextEncoding, [UInt8])] = [
            (.utf8, Array(text.utf8)), (.gb18030, SourceFixture.simplifiedGB18030),
            (.big5, SourceFixture.traditionalBig5),
        ]
        for (encoding, bytes) in rows {
            for at in bytes.indices {
                var damaged = bytes
                damaged.remove(at: at)
                #expect(SourceText(decoding: damaged).encoding == encoding, "byte \(at) of \(encoding.rawValue)")
            }
        }
    }

    /// Letters that are usual high bytes in one order and unusual in the other.
    @Test func damagedASCIIIsNotUTF16() {
        let source = SourceText(decoding: Array(String(repeating: "At", count: 30).utf8) + [0xFF, 0x41])
        #expect(source.encoding == .utf8)
    }

    @Test func asciiWithOneBadByteIsUTF8() {
        let source = SourceText(decoding: Array("Hello, world".utf8) + [0xFF] + Array(" and more".utf8))
        #expect(source.encoding == .utf8)
        #expect(source.text == "Hello, world\u{FFFD} and more")
        #expect(source.rules == [.malformedBytes])
    }

    @Test func damagedGB18030IsNotUTF8() {
        var bytes: [UInt8] = []
        for _ in 0..<20 { bytes += SourceFixture.simplifiedGB18030 }
        bytes[0] = 0xFF
        let source = SourceText(decoding: bytes)
        #expect(source.encoding == .gb18030)
        #expect(source.rules.contains(.malformedBytes))
    }

    @Test func rareCharactersAloneAreUncertain() {
        // Level 2 of GB 2312, which is also level 2 of Big5.
        let source = SourceText(decoding: SourceFixture.bytes("D8 A1 DA A3 E1 B1 E7 B5 F0 BA"))
        #expect(source.rules == [.encodingUncertain])
        #expect(source.diagnostic(.encodingUncertain)?.severity == .hint)
    }

    /// The same bytes give the same finding, and detection never stops on any bytes.
    @Test func anyBytes() {
        var random = SourceRandom(state: 1)
        for _ in 0..<3000 {
            let count = Int.random(in: 0...60, using: &random)
            let high = Bool.random(using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: high ? 0x80...0xFF : 0...0xFF, using: &random) }
            for encoding in [nil] + TextEncoding.allCases.map(Optional.init) {
                let source = SourceText(decoding: bytes, encoding: encoding)
                #expect(String(validating: source.utf8, as: UTF8.self) != nil)
                #expect(source.byteCount == count)
                for diagnostic in source.diagnostics {
                    #expect(diagnostic.range.end <= source.utf8.count)
                    #expect(diagnostic.origin == .input)
                }
            }
        }
    }
}
