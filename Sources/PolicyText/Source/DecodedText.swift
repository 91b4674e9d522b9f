import CICUBridge

/// Bytes turned into UTF-8, with what went wrong.
struct DecodedText {
    /// Decoded text. `nil` when the bytes are their own UTF-8, so that a good source is not copied.
    var utf8: [UInt8]?
    /// How many U+FFFD stand for malformed bytes, without that for a cut-off last character.
    var substitutions = 0
    /// Whether the bytes end inside a character, which became a U+FFFD.
    var unfinished = false

    /// Decodes with a given encoding.
    ///
    /// - Parameters:
    ///   - scan: The strict pass over `bytes`, when `encoding` is UTF-8.
    ///   - isCut: More bytes followed but were left out: a character cut off by that is left out as well.
    /// - Complexity: O(bytes).
    init(_ bytes: UnsafeBufferPointer<UInt8>, encoding: TextEncoding, scan: UTF8Scan?, isCut: Bool) {
        if encoding == .utf8 {
            repair(bytes, scan: scan ?? UTF8Scan(bytes), isCut: isCut)
            return
        }
        for converter in encoding.converters {
            let attempt = DecodedText(bytes, converter: converter, isCut: isCut)
            if utf8 == nil || attempt.lostCount < lostCount { self = attempt }
            if substitutions == 0 { break }
        }
    }

    /// Malformed bytes, and characters that no reader can use: Windows' Big5 has a private one for any stray byte.
    private var lostCount: Int {
        guard let utf8 else { return substitutions }
        var count = substitutions
        for i in utf8.indices.dropLast() {
            switch (utf8[i], utf8[i + 1]) {
            // U+0080...U+009F, U+E000...U+EFFF, U+F000...U+F8FF.
            case (0xC2, 0x80...0x9F), (0xEE, _), (0xEF, 0x80...0xA3): count += 1
            default: break
            }
        }
        return count
    }

    private mutating func repair(_ bytes: UnsafeBufferPointer<UInt8>, scan: UTF8Scan, isCut: Bool) {
        guard scan.end < bytes.count else { return }
        let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 3)
        var copied = 0
        var at = scan.end
        while at < bytes.count {
            text.append(contentsOf: bytes[copied..<at])
            switch UTF8Sequence(bytes, at: at) {
            case .wellFormed(let length):  // Not met: the scan stops at ill-formed ones only.
                text.append(contentsOf: bytes[at..<at + length])
                copied = at + length
            case .malformed(let length):
                text.append(contentsOf: replacement)
                substitutions += 1
                copied = at + length
            case .unfinished:
                if !isCut {
                    text.append(contentsOf: replacement)
                    unfinished = true
                }
                copied = bytes.count
            }
            at = UTF8Scan(bytes, from: copied).end
        }
        text.append(contentsOf: bytes[copied...])
        utf8 = text
    }

    /// Decodes through ICU, a piece at a time: a buffer for the worst case of the whole source would be three times it.
    private init(_ bytes: UnsafeBufferPointer<UInt8>, converter: String, isCut: Bool) {
        guard let decoder = cicu_decoder_open(converter) else {
            // Only an ICU built without its Chinese tables comes here; U+FFFD for everything tells the user.
            utf8 = [0xEF, 0xBF, 0xBD]
            substitutions = max(bytes.count, 1)
            return
        }
        defer { cicu_decoder_close(decoder) }
        let pieceLength = 1 << 16
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * pieceLength + 64) { output in
            var at = 0
            while true {
                let piece = UnsafeBufferPointer(rebasing: bytes[at..<min(at + pieceLength, bytes.count)])
                let isLast = at + piece.count == bytes.count
                let progress = cicu_decoder_feed(
                    decoder, piece.baseAddress, piece.count, isLast && !isCut, output.baseAddress, output.count)
                text.append(contentsOf: output[..<progress.written])
                at += progress.consumed
                if progress.failed || (isLast && !progress.more) { break }
            }
        }
        utf8 = text
        substitutions = cicu_decoder_substitutions(decoder)
        unfinished = cicu_decoder_unfinished(decoder)
    }
}
