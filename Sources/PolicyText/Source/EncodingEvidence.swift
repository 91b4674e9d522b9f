/// How a sample looks as UTF-16, judged by its even and odd bytes.
///
/// The high bytes of Chinese text lie in few rows (00, 20...26, 30, 4E...9F, FF), its low bytes anywhere: read with the
/// right byte order nearly all units are usual, read with the other about a third. Zero bytes are not needed.
struct UTF16Evidence {
    private(set) var encoding: TextEncoding?

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let sample = EncodingDetector.sample(of: bytes)
        var little = 0
        var big = 0
        var letterPairs = 0
        var units = 0
        var at = 0
        while at + 1 < sample.count {
            let (even, odd) = (sample[at], sample[at + 1])
            little += Self.isUsual(high: odd, low: even) ? 1 : 0
            big += Self.isUsual(high: even, low: odd) ? 1 : 0
            letterPairs += (0x20...0x7E).contains(even) && (0x20...0x7E).contains(odd) ? 1 : 0
            units += 1
            at += 2
        }
        // Letters of ASCII lie in the rows 4E...7A in both orders: text of them with some damage is no UTF-16.
        guard units > 0, letterPairs * 10 <= units * 6 else { return }
        if little * 100 >= units * 85, big * 10 <= little * 7 {
            encoding = .utf16LittleEndian
        } else if big * 100 >= units * 85, little * 10 <= big * 7 {
            encoding = .utf16BigEndian
        }
    }

    private static func isUsual(high: UInt8, low: UInt8) -> Bool {
        switch high {
        case 0x4E...0x9F, 0x20...0x26, 0x30, 0x32, 0x33: true
        case 0x00: (0x20...0x7E).contains(low) || low >= 0xA0 || low == 0x09 || low == 0x0A || low == 0x0D
        case 0xFF: low <= 0xE6
        case 0xFE: low >= 0x30
        default: false
        }
    }
}

/// How a damaged UTF-8 source looks: its well-formed characters against its malformed bytes.
struct UTF8Evidence {
    /// Well-formed characters of three and four bytes, and half of those of two: pairs of GB 2312 often pass for the latter.
    private(set) var wellFormed = 0
    private(set) var malformed = 0
    /// Bytes of well-formed characters beyond ASCII.
    private(set) var highBytes = 0

    /// Whether damage is the better explanation than another encoding.
    var prevails: Bool { wellFormed > 4 * malformed }

    init(_ bytes: UnsafeBufferPointer<UInt8>, scan: UTF8Scan) {
        // From well before the first damage to well behind it.
        var at = max(0, scan.end - EncodingDetector.sampleLength)
        while at < scan.end, bytes[at] & 0xC0 == 0x80 { at += 1 }
        let end = min(bytes.count, scan.end + EncodingDetector.sampleLength)
        var pairs = 0
        while at < end {
            switch UTF8Sequence(bytes, at: at) {
            case .wellFormed(let length):
                pairs += length == 2 ? 1 : 0
                wellFormed += length > 2 ? 1 : 0
                highBytes += length > 1 ? length : 0
                at += length
            case .malformed(let length):
                malformed += 1
                at += length
            case .unfinished(let length): at += length
            }
        }
        wellFormed += pairs / 2
    }

    /// Whether strict UTF-8 may be a few words of GB 2312 all the same, as in 通知 (CD A8 D6 AA).
    ///
    /// Such text has two-byte characters only, side by side, and all of them are usual in GB 2312.
    static func mayBeGB2312(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        // Chinese in UTF-8 is told at its first character.
        guard let start = sample.firstIndex(where: { $0 >= 0x80 }), sample[start] < 0xE0 else { return false }
        var pairs = 0
        var neighbours = 0
        var lastEnd = 0
        var at = start
        while at < sample.count {
            guard case .wellFormed(let length) = UTF8Sequence(sample, at: at), length <= 2 else { return false }
            if length == 2 {
                neighbours += at == lastEnd ? 1 : 0
                pairs += 1
                lastEnd = at + 2
            }
            at += length
        }
        guard neighbours * 2 >= pairs else { return false }
        return ChineseEvidence(UnsafeBufferPointer(rebasing: sample[start...]), encoding: .gb18030).score >= 90
    }
}

/// How a sample looks as GB 18030 or Big5, judged by the rows that its two-byte characters lie in.
///
/// Both standards put usual characters first (GB 2312 level 1: rows B0...D7; Big5 level 1: A4...C6) and rare ones behind.
/// Text read with the wrong one lands among the rare half the time, and its punctuation vanishes.
struct ChineseEvidence {
    let encoding: TextEncoding
    private(set) var malformed = 0
    /// Characters of level 1 and punctuation.
    private(set) var usual = 0
    private var punctuation = 0
    private var rare = 0

    /// Evidence per character, up to 100 for plain text and more with punctuation; strongly negative for garbage.
    var score: Int {
        let characters = usual + rare + malformed
        guard characters > 0 else { return 0 }
        return (100 * usual + 100 * punctuation - 50 * rare - 400 * malformed) / characters
    }

    init(_ sample: UnsafeBufferPointer<UInt8>, encoding: TextEncoding) {
        self.encoding = encoding
        var at = 0
        while at < sample.count {
            let lead = sample[at]
            if lead < 0x80 {
                at += 1
                continue
            }
            // A character cut off by the end of the sample is no evidence.
            guard at + 1 < sample.count else { break }
            let trail = sample[at + 1]
            at += encoding == .big5 ? countBig5(lead, trail) : countGB18030(lead, trail)
        }
    }

    /// Counts one character and gives its length.
    private mutating func countGB18030(_ lead: UInt8, _ trail: UInt8) -> Int {
        switch (lead, trail) {
        case (0x81...0xFE, 0x30...0x39):
            rare += 1
            return 4
        case (0xA1, 0xA2...0xA3), (0xA1, 0xAE...0xB1), (0xA1, 0xB6...0xB7),
            (0xA3, 0xA8...0xA9), (0xA3, 0xAC), (0xA3, 0xBA...0xBB):
            punctuation += 1
            usual += 1
        case (0xA1...0xA3, 0xA1...0xFE), (0xB0...0xD7, 0xA1...0xFE): usual += 1
        case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE): rare += 1
        default:
            malformed += 1
            return 1
        }
        return 2
    }

    private mutating func countBig5(_ lead: UInt8, _ trail: UInt8) -> Int {
        switch (lead, trail) {
        case (0xA1, 0x41...0x43), (0xA1, 0x46...0x49), (0xA1, 0x5D...0x5E), (0xA1, 0x71...0x7A):
            punctuation += 1
            usual += 1
        case (0xA1...0xA2, 0x40...0x7E), (0xA1...0xA2, 0xA1...0xFE),
            (0xA4...0xC5, 0x40...0x7E), (0xA4...0xC5, 0xA1...0xFE), (0xC6, 0x40...0x7E):
            usual += 1
        case (0x87...0xFE, 0x40...0x7E), (0x87...0xFE, 0xA1...0xFE): rare += 1
        default:
            malformed += 1
            return 1
        }
        return 2
    }
}
