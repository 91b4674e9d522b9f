import CDigest
import Testing

@testable import PolicyText

@Suite struct DigestTests {
    /// NIST's examples for SHA-256.
    static let vectors: [(text: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    @Test(arguments: vectors) func vector(_ text: String, _ digest: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Digest.sha256($0) } == digest)
        #expect(SourceText(decoding: Array(text.utf8)).sha256 == digest)
    }

    @Test func instructionsAgreeWithPortableCode() {
        guard cdigest_sha256_has_instructions() else { return }
        var random = SourceRandom(state: 5)
        for count in 0...300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(
                Self.digest(bytes, usingInstructions: false) == Self.digest(bytes, usingInstructions: true),
                "\(count) bytes")
        }
    }

    @Test func portableCodeMeetsTheVectors() {
        for vector in Self.vectors {
            #expect(Self.digest(Array(vector.text.utf8), usingInstructions: false) == vector.digest)
        }
    }

    @Test func bytesBeforeDecoding() {
        let marked = SourceText(decoding: [0xEF, 0xBB, 0xBF] + Array("abc".utf8))
        #expect(marked.sha256 != Self.vectors[1].digest)
    }

    /// The tokenizer takes blocks in on its way, and the rest is taken in behind it; few or many tokens to a block.
    @Test(arguments: ["一、", "依法依规落实责任制度", "ab 1，", "各市、县人民政府：\n"]) func parsingMakesTheDigest(_ pattern: String) {
        let text = Array(String(repeating: pattern, count: 3_000).utf8)
        for length in Array(0...260) + [1_023, 1_024, 1_025, 4_160, 20_000] {
            // A character that is cut in two is replaced, and its bytes count as they came.
            let bytes = Array(text[..<min(length, text.count)])
            expectDigests(of: bytes)
        }
    }

    static let encoded: [(name: String, bytes: [UInt8])] = [
        ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(String(repeating: "一、总体要求。\n", count: 40).utf8)),
        (
            "GB 18030",
            Array(
                repeating: [0xB8, 0xF7, 0xCA, 0xD0, 0xC8, 0xCB, 0xC3, 0xF1, 0xD5, 0xFE, 0xB8, 0xAE, 0xA3, 0xBA, 0x0A],
                count: 40
            ).flatMap(\.self)
        ),
        ("UTF-16", [0xFF, 0xFE] + Array(repeating: [0x00, 0x4E, 0x01, 0x30, 0x0A, 0x00], count: 90).flatMap(\.self)),
        ("damaged UTF-8", Array(String(repeating: "各市人民政府：\n", count: 40).utf8) + [0xFF, 0x41]),
        ("binary", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 200)),
    ]

    @Test(arguments: encoded) func encodedBytes(_ name: String, _ bytes: [UInt8]) { expectDigests(of: bytes) }

    /// The same digest by all ways: of the bytes, of the source and in its document.
    private func expectDigests(of bytes: [UInt8]) {
        let digest = Self.digest(bytes, usingInstructions: false)
        let source = SourceText(decoding: bytes)
        #expect(source.sha256 == digest, "\(bytes.count) bytes")
        #expect(Self.parser.parse(source).source.sha256 == digest, "\(bytes.count) bytes")
    }

    private static let parser = Parser(options: ParserOptions(findings: []))

    private static func digest(_ bytes: [UInt8], usingInstructions: Bool) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        bytes.withUnsafeBufferPointer {
            var state = cdigest_sha256_state()
            cdigest_sha256_begin(&state, $0.baseAddress, $0.count, usingInstructions)
            cdigest_sha256_end(&state, &digest)
        }
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
