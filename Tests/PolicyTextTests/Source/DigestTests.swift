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
            var portable = [UInt8](repeating: 0, count: 32)
            var accelerated = portable
            cdigest_sha256(bytes, count, false, &portable)
            cdigest_sha256(bytes, count, true, &accelerated)
            #expect(portable == accelerated, "\(count) bytes")
        }
    }

    @Test func portableCodeMeetsTheVectors() {
        for vector in Self.vectors {
            let bytes = Array(vector.text.utf8)
            var digest = [UInt8](repeating: 0, count: 32)
            cdigest_sha256(bytes, bytes.count, false, &digest)
            let hex = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            #expect(hex == vector.digest)
        }
    }

    @Test func bytesBeforeDecoding() {
        let marked = SourceText(decoding: [0xEF, 0xBB, 0xBF] + Array("abc".utf8))
        #expect(marked.sha256 != Self.vectors[1].digest)
    }
}
