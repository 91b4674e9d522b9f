import Testing

@testable import PolicyText

@Suite struct ContentTests {
    static let png = SourceFixture.bytes("89 50 4E 47 0D 0A 1A 0A 00 00 00 0D 49 48 44 52 00 00 01 00")
    static let zip = SourceFixture.bytes("50 4B 03 04 14 00 00 00 08 00 21 5C 31 57 00 00 00 00")
    static let elf = SourceFixture.bytes("7F 45 4C 46 02 01 01 00 00 00 00 00 00 00 00 00 03 00 3E 00")

    @Test func empty() throws {
        let source = SourceText(decoding: [])
        #expect(source.content == .empty)
        #expect(source.utf8.isEmpty)
        #expect(source.rules == [.emptySource])
        let diagnostic = try #require(source.diagnostics.first)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message.contains("空"))
        #expect(diagnostic.messageEnglish.contains("empty"))
        #expect(source.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test(arguments: [
        " ", "\r\n\t\r\n", "\u{3000}\u{3000}\n", "\u{A0}\u{2003}\u{2028}\u{2029}\u{85}", "\u{200B}\u{FEFF}\u{2060}",
        "\u{FEFF}", "\u{1680}\u{202F}\u{205F}\u{200D}",
    ])
    func blank(_ text: String) {
        let source = SourceText(decoding: Array(text.utf8))
        #expect(source.content == .blank)
        #expect(source.rules == [.blankSource])
        #expect(source.diagnostics.first?.severity == .error)
        let utf16 = SourceText(decoding: [0xFF, 0xFE] + SourceFixture.utf16(text, bigEndian: false))
        #expect(utf16.content == .blank)
    }

    @Test(arguments: ["。", "\u{3000}a", "\n\n一", "\u{FFFD}"]) func notBlank(_ text: String) {
        #expect(SourceText(decoding: Array(text.utf8)).content == .text)
    }

    @Test(arguments: [png, zip, elf, [0, 0, 0, 0], [0], [0, 1, 2, 3, 0x41, 0, 0, 0]]) func binary(_ bytes: [UInt8]) {
        for encoding in [nil, TextEncoding.utf8, .gb18030] {
            let source = SourceText(decoding: bytes, encoding: encoding)
            #expect(source.content == .binary)
            #expect(source.utf8.isEmpty)
            #expect(source.byteCount == bytes.count)
            #expect(source.sha256.count == 64)
            #expect(source.rules == [.binarySource])
            #expect(source.diagnostics.first?.severity == .error)
        }
    }

    @Test func randomBytesAreBinary() {
        var random = SourceRandom(state: 7)
        let bytes = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(SourceText(decoding: bytes).content == .binary)
    }

    @Test func textWithStrayNulsIsText() {
        let utf8 = Array("关于印发\0方案的通知".utf8)
        #expect(SourceText(decoding: utf8).content == .text)
        #expect(SourceText(decoding: utf8).utf8 == utf8)
        let gb18030 = SourceFixture.simplifiedGB18030 + [0] + SourceFixture.simplifiedGB18030
        let source = SourceText(decoding: gb18030)
        #expect(source.content == .text)
        #expect(source.encoding == .gb18030)
    }

    @Test func wellFormedUTF8IsNotCopied() {
        let bytes = Array(SourceFixture.simplified.utf8)
        let source = SourceText(decoding: bytes)
        let same = bytes.withUnsafeBufferPointer { before in
            source.utf8.withUnsafeBufferPointer { before.baseAddress == $0.baseAddress }
        }
        #expect(same)
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) func cutAtACharacter(_ limit: Int) throws {
        for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
            let bytes = mark + Array("通知书".utf8) + [0x0A]
            let source = SourceText(decoding: bytes, name: nil, encoding: .utf8, limit: mark.count + limit)
            #expect(source.text == String("通知书".prefix(limit / 3)))
            #expect(source.byteCount == bytes.count)
            let diagnostic = try #require(source.diagnostic(.sourceTruncated))
            #expect(diagnostic.severity == .warning)
            #expect(diagnostic.range.start == source.utf8.count)
            #expect(source.diagnostic(.unfinishedCharacter) == nil)
            #expect(source.sha256 == SourceText(decoding: bytes).sha256)
        }
    }

    @Test func cutInOtherEncodings() {
        let gb18030 = SourceText(
            decoding: SourceFixture.simplifiedGB18030, name: nil, encoding: .gb18030, limit: 5)
        #expect(gb18030.text == "各市")
        #expect(gb18030.rules == [.sourceTruncated])
        let utf16 = SourceText(
            decoding: SourceFixture.utf16("通𠀀知", bigEndian: false), name: nil, encoding: .utf16LittleEndian, limit: 5)
        #expect(utf16.text == "通")
        #expect(utf16.rules == [.sourceTruncated])
    }

    @Test func notCutAtTheLimit() {
        let bytes = Array("通知".utf8)
        #expect(SourceText(decoding: bytes, name: nil, encoding: nil, limit: 6).diagnostics.isEmpty)
    }
}
