import CDigest

/// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
enum Digest {
    /// Asked once: in a virtual machine the question costs as much as the digest of a short notice.
    static let hasInstructions = cdigest_sha256_has_instructions()

    /// - Complexity: O(bytes).
    static func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var state = cdigest_sha256_state()
        cdigest_sha256_begin(&state, bytes.baseAddress, bytes.count, hasInstructions)
        return finish(&state)
    }

    /// Takes in what is left; the bytes are where they were at the beginning.
    static func finish(_ state: inout cdigest_sha256_state) -> String {
        var digest = InlineArray<32, UInt8>(repeating: 0)
        var span = digest.mutableSpan
        span.withUnsafeMutableBufferPointer { cdigest_sha256_end(&state, $0.baseAddress) }
        return String(unsafeUninitializedCapacity: 64) { text in
            for place in 0..<32 {
                text[2 * place] = digit(digest[place] >> 4)
                text[2 * place + 1] = digit(digest[place] & 15)
            }
            return 64
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
