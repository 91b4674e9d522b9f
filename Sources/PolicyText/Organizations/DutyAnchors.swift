/// The places of a text at which a duty may be said: brackets, labels' colons, and three verbs.
///
/// Found in one pass over the whole text, because they are rare: everything else looks at them alone.
struct DutyAnchors {
    enum Kind: UInt8 { case open, close, colon, lead, with, responsible }

    struct Anchor {
        let offset: Int
        let kind: Kind
    }

    private(set) var anchors: [Anchor] = []

    /// - Complexity: O(bytes), one look at each character.
    init(_ text: TextBytes) {
        anchors.reserveCapacity(text.count / 256 + 16)
        let raw = UnsafeRawBufferPointer(text.bytes)
        var offset = 0
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: 256) { mayOpen in
            Self.fill(mayOpen)
            // Four bytes are loaded at a time; what is left over at the end is too short for a verb.
            while offset &+ 4 <= raw.count {
                let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
                let byte = UInt8(truncatingIfNeeded: word)
                if byte >= 0xE0, byte < 0xF0 {
                    // One test that nearly always fails, in place of a dozen comparisons.
                    if mayOpen[Self.hash(word)] {
                        if let kind = Self.kind(ofWide: word & 0x00FF_FFFF), Self.isWhole(kind, text, offset) {
                            add(offset, kind)
                        }
                    }
                    offset &+= 3
                } else {
                    if byte < 0x80, let kind = Self.kind(ofNarrow: byte) { add(offset, kind) }
                    offset &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 4
                }
            }
        }
        while offset < raw.count {
            // A bracket may be the last character of all.
            if let kind = Self.kind(ofNarrow: raw[offset]) { add(offset, kind) }
            let code = text.code(at: offset)
            if code == 0xEFBC89 || code == 0xE38095 || code == 0xE38091 { add(offset, .close) }
            offset &+= text.width(at: offset)
        }
    }

    /// The first characters of anchors, as ``kind(ofWide:)`` has them.
    private static let openers: [UInt32] = [
        0x88_BCEF, 0x94_80E3, 0x90_80E3, 0x89_BCEF, 0x95_80E3, 0x91_80E3, 0x9A_BCEF, 0xB5_89E7, 0xBD_89E7, 0x9F_B4E8,
        0xA0_B2E8, 0x9A_BCE4, 0x83_9CE6,
    ]

    private static func fill(_ table: UnsafeMutableBufferPointer<Bool>) {
        table.initialize(repeating: false)
        for opener in openers { table[hash(opener)] = true }
    }

    @inline(__always)
    private static func hash(_ word: UInt32) -> Int {
        Int(truncatingIfNeeded: ((word & 0x00FF_FFFF) &* 0x9E37_79B1) >> 24)
    }

    private mutating func add(_ offset: Int, _ kind: Kind) { anchors.append(Anchor(offset: offset, kind: kind)) }

    @inline(__always)
    private static func kind(ofNarrow byte: UInt8) -> Kind? {
        switch byte {
        case 0x28, 0x5B: .open
        case 0x29, 0x5D: .close
        case 0x3A: .colon
        default: nil
        }
    }

    /// By the bytes of a character, the first one lowest.
    @inline(__always)
    private static func kind(ofWide code: UInt32) -> Kind? {
        switch code {
        case 0x88_BCEF, 0x94_80E3, 0x90_80E3: .open  // （〔【
        case 0x89_BCEF, 0x95_80E3, 0x91_80E3: .close  // ）〕】
        case 0x9A_BCEF: .colon  // ：
        case 0xB5_89E7, 0xBD_89E7: .lead  // 牵, 牽
        case 0x9F_B4E8, 0xA0_B2E8: .responsible  // 负, 負
        case 0x9A_BCE4, 0x83_9CE6: .with  // 会, 會
        default: nil
        }
    }

    /// Whether the second character of a verb follows; notices in Big5 write 牽頭, 負責, 會同.
    @inline(__always)
    private static func isWhole(_ kind: Kind, _ text: TextBytes, _ offset: Int) -> Bool {
        switch kind {
        case .open, .close, .colon: true
        case .lead: text.has("头", at: offset + 3) || text.has("頭", at: offset + 3)
        case .responsible: text.has("责", at: offset + 3) || text.has("責", at: offset + 3)
        case .with: text.has("同", at: offset + 3)
        }
    }
}
