/// Finds the encoding of a source. The order of the evidence, strongest first:
///
/// 1. A byte order mark. It wins over the encoding that the caller names: it is part of the bytes, a name is hearsay.
/// 2. The encoding that the caller names.
/// 3. Strict UTF-8, which other encodings' text almost never is by chance. A cut-off last character is allowed.
/// 4. UTF-16, by the high bytes that every second position holds.
/// 5. UTF-8 with damage: far more well-formed characters than malformed bytes.
/// 6. GB 18030 or Big5, whichever makes the more usual Chinese of the bytes.
struct EncodingDetector {
    struct Finding {
        var encoding: TextEncoding
        /// The length of the byte order mark; 0 without one.
        var markLength = 0
        var isUncertain = false
        var isBinary = false
        /// The strict pass behind the mark, where the encoding is UTF-8.
        var scan: UTF8Scan?
    }

    /// Statistics look at this many bytes at most: the evidence is overwhelming long before, and a source may be 1 GiB.
    static let sampleLength = 1 << 16

    /// - Complexity: O(bytes) for the strict UTF-8 pass, constant for the rest.
    static func find(in bytes: UnsafeBufferPointer<UInt8>, named name: TextEncoding?) -> Finding {
        if let mark = mark(of: bytes) {
            let text = UnsafeBufferPointer(rebasing: bytes[mark.length...])
            let scan = mark.encoding == .utf8 ? UTF8Scan(text) : nil
            return Finding(encoding: mark.encoding, markLength: mark.length, scan: scan)
        }
        if hasBinarySignature(bytes) { return Finding(encoding: name ?? .utf8, isBinary: true) }
        switch name {
        case .utf16LittleEndian?, .utf16BigEndian?: return Finding(encoding: name ?? .utf16LittleEndian)
        case .gb18030?, .big5?:
            return Finding(encoding: name ?? .gb18030, isBinary: isBinary(bytes, highBytes: nil))
        case .utf8?:
            return Finding(encoding: .utf8, isBinary: isBinary(bytes, highBytes: nil), scan: UTF8Scan(bytes))
        case nil: return guess(bytes)
        }
    }

    private static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding {
        let scan = UTF8Scan(bytes)
        if isStrict(scan, bytes) {
            if scan.nulCount == 0 {
                let isUncertain = UTF8Evidence.mayBeGB2312(sample(of: bytes))
                return Finding(encoding: .utf8, isUncertain: isUncertain, scan: scan)
            }
            if let order = UTF16Evidence(bytes).encoding { return Finding(encoding: order) }
            return Finding(encoding: .utf8, isBinary: isBinary(bytes, highBytes: nil), scan: scan)
        }
        // Both encodings' first byte of a character is a high one, so the first high byte is a boundary in both.
        let firstHigh = bytes[..<scan.end].firstIndex { $0 >= 0x80 } ?? scan.end
        let legacy = sample(of: bytes, from: firstHigh)
        let gb18030 = ChineseEvidence(legacy, encoding: .gb18030)
        let big5 = ChineseEvidence(legacy, encoding: .big5)
        if let order = UTF16Evidence(bytes).encoding {
            // A heading of two characters can be usual in both: 加強 in Big5 is two Han characters in UTF-16.
            return Finding(encoding: order, isUncertain: max(gb18030.score, big5.score) >= 90)
        }
        let utf8 = UTF8Evidence(bytes, scan: scan)
        let likely = max(2 * gb18030.usual, 2 * big5.usual, utf8.highBytes)
        if isBinary(bytes, highBytes: likely) { return Finding(encoding: .utf8, isBinary: true) }
        if utf8.prevails || utf8.malformed <= min(gb18030.malformed, big5.malformed) {
            return Finding(encoding: .utf8, isUncertain: !utf8.prevails && utf8.malformed > 1, scan: scan)
        }
        // A tie goes to GB 18030, in which nearly all notices without a mark are that are not UTF-8.
        let best = big5.score > gb18030.score ? big5 : gb18030
        let isWeak = abs(gb18030.score - big5.score) < 25 || best.score < 40
        return Finding(encoding: best.encoding, isUncertain: isWeak)
    }

    private static func isStrict(_ scan: UTF8Scan, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard scan.end < bytes.count else { return true }
        guard case .unfinished = UTF8Sequence(bytes, at: scan.end) else { return false }
        return true
    }

    static func sample(of bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[start..<min(start + sampleLength, bytes.count)])
    }
}

extension EncodingDetector {
    private static let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
        ([0xEF, 0xBB, 0xBF], .utf8),
        ([0xFF, 0xFE], .utf16LittleEndian),
        ([0xFE, 0xFF], .utf16BigEndian),
        ([0x84, 0x31, 0x95, 0x33], .gb18030),
    ]

    private static func mark(of bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, encoding: TextEncoding)? {
        for mark in marks where bytes.starts(with: mark.bytes) { return (mark.bytes.count, mark.encoding) }
        return nil
    }

    /// PNG, JPEG, ZIP (DOCX, OFD), OLE (DOC), gzip, ELF: no text starts like these.
    private static let signatures: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF], [0x50, 0x4B, 0x03, 0x04],
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0x1F, 0x8B, 0x08], [0x7F, 0x45, 0x4C, 0x46],
    ]

    private static func hasBinarySignature(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        signatures.contains { bytes.starts(with: $0) }
    }

    /// Whether there are NUL bytes and too little text around them; a few NULs in a text are damage, not a file format.
    ///
    /// - Parameter highBytes: How many bytes of the sample from 80 on are likely text; `nil` for all.
    private static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>, highBytes: Int?) -> Bool {
        var nulls = 0
        var controls = 0
        var letters = 0
        var high = 0
        for byte in sample(of: bytes) {
            switch byte {
            case 0x80...: high += 1
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: letters += 1
            case 0x00: (nulls, controls) = (nulls + 1, controls + 1)
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E: break
            default: controls += 1
            }
        }
        return nulls > 0 && controls * 5 > letters + min(highBytes ?? high, high)
    }
}
