import CDigest

/// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
enum Digest {
    /// Asked once: in a virtual machine the question costs as much as the digest of a short notice.
    private static let hasInstructions = cdigest_sha256_has_instructions()

    /// - Complexity: O(bytes).
    static func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        cdigest_sha256(bytes.baseAddress, bytes.count, hasInstructions, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
