/// The titles that a covering notice names in 《》 and issues.
struct NamedTitles {
    let reader: ParagraphReader
    /// The tokens of brackets and title marks, in order; see ``Landmarks``.
    let brackets: [Int32]

    struct Title {
        var bytes: [UInt8]
        /// Whether the notice issues it (印发, 转发, 批转, 公布), not just mentions it.
        var isIssued: Bool
    }

    /// What is wanted of a title.
    enum Form {
        /// As it stands between the title marks; whether it is issued does not matter.
        case written
        /// Letters, Han and digits only.
        case skeleton
    }

    /// The first three bytes of some text as one number; 0 for less text.
    static func key(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { key(in: $0, $0.startIndex..<$0.endIndex) }
    }

    static func key(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        guard range.count >= 3 else { return 0 }
        let start = range.lowerBound
        return UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
    }

    private static let verbs: [StaticString] = ["印发", "转发", "批转", "公布", "发布", "下发", "颁布", "执行", "同意", "通过"]

    /// The last bytes of the verbs' first characters, as bits: most characters have another.
    private static let lastBytes = verbs.reduce(0 as UInt64) { $0 | 1 << UInt64($1.utf8Start[2] & 0x3F) }

    func titles(in paragraphs: ArraySlice<ParagraphSpan>, as form: Form) -> [Title] {
        var titles: [Title] = []
        for paragraph in paragraphs.prefix(40) where paragraph.byteCount < 20_000 && paragraph.kinds.mayHold(.openTitle)
        {
            // Only the opening of a paragraph that swallowed the rest of the notice.
            let end = min(paragraph.end, paragraph.first + 400)
            var isIssuing: Bool?
            for place in brackets.place(from: paragraph.first)..<brackets.count {
                let index = Int(brackets[place])
                guard index < end else { break }
                guard reader.text.kind(index) == .openTitle, let partner = reader.text.tokens[index].partner,
                    partner < paragraph.end, partner > index + 1, reader.inkBytes(index + 1, partner) >= 12
                else { continue }
                switch form {
                case .written: titles.append(Title(bytes: reader.squash(index + 1, partner), isIssued: false))
                case .skeleton:
                    let isIssued = isIssuing ?? issues(paragraph, end)
                    isIssuing = isIssued
                    titles.append(Title(bytes: reader.skeleton(index + 1, partner), isIssued: isIssued))
                }
            }
        }
        return titles
    }

    private func issues(_ paragraph: ParagraphSpan, _ end: Int) -> Bool {
        if paragraph.isJoined {
            // A line end may stand inside the verb.
            let bytes = reader.squash(paragraph.first, end)
            return Self.verbs.contains(where: bytes.holds)
        }
        let text = reader.text
        let lastBytes = Self.lastBytes
        for index in paragraph.first..<end where text.kind(index) == .han {
            let token = text.tokens[index]
            var position = token.start
            while position &+ 6 <= token.end {
                if lastBytes &>> UInt64(text.bytes[position &+ 2] & 0x3F) & 1 != 0 {
                    for verb in Self.verbs where text.has(verb, at: position) { return true }
                }
                position &+= 3
            }
        }
        return false
    }
}

/// The keys of a few titles, asked for every paragraph: a bit tells most apart.
struct TitleKeys {
    private var keys: [UInt32]
    private var bits: UInt64

    static let none = TitleKeys([])

    init(_ keys: [UInt32]) {
        self.keys = keys
        bits = keys.reduce(0) { $0 | Self.bit($1) }
    }

    @inline(__always)
    func mayHold(_ key: UInt32) -> Bool { bits & Self.bit(key) != 0 && keys.contains(key) }

    var isEmpty: Bool { keys.isEmpty }

    /// Whether a key has a byte for its first.
    func mayBegin(with byte: UInt8) -> Bool {
        for key in keys where key >> 16 == UInt32(byte) { return true }
        return false
    }

    @inline(__always)
    private static func bit(_ key: UInt32) -> UInt64 { 1 << UInt64((key ^ key >> 6) & 63) }
}
