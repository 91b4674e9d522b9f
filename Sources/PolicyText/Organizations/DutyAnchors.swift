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

    init(_ text: TextBytes) {
        var offset = 0
        let end = text.count
        while offset < end {
            let byte = text.bytes[offset]
            if byte < 0x80 {
                switch byte {
                case 0x28, 0x5B: add(offset, .open)
                case 0x29, 0x5D: add(offset, .close)
                case 0x3A: add(offset, .colon)
                default: break
                }
                offset += 1
                continue
            }
            guard byte >= 0xE3, byte < 0xF0, offset + 3 <= end else {
                offset += text.width(at: offset)
                continue
            }
            if let kind = kind(text, offset, byte) { add(offset, kind) }
            offset += 3
        }
    }

    private mutating func add(_ offset: Int, _ kind: Kind) { anchors.append(Anchor(offset: offset, kind: kind)) }

    @inline(__always)
    private func kind(_ text: TextBytes, _ offset: Int, _ byte: UInt8) -> Kind? {
        switch byte {
        case 0xEF:
            switch text.code(at: offset) {
            case 0xEFBC88: .open
            case 0xEFBC89: .close
            case 0xEFBC9A: .colon
            default: nil
            }
        case 0xE3:
            switch text.code(at: offset) {
            case 0xE38094, 0xE38090: .open
            case 0xE38095, 0xE38091: .close
            default: nil
            }
        // Notices in Big5 write them 牽頭, 負責, 會同.
        case 0xE7: text.has("牵头", at: offset) || text.has("牽頭", at: offset) ? .lead : nil
        case 0xE8: text.has("负责", at: offset) || text.has("負責", at: offset) ? .responsible : nil
        case 0xE4: text.has("会同", at: offset) ? .with : nil
        case 0xE6: text.has("會同", at: offset) ? .with : nil
        default: nil
        }
    }
}
