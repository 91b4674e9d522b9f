import PolicyText

/// The word lists of the HTML reader.
struct PageLexicons: Sendable {
    /// A rule that finds the text of a notice.
    struct Container: Sendable {
        enum Match: Sendable, Equatable { case id, className, element, markers }

        /// As it stands in the list; what `source.bodyRule` says.
        var rule: String
        var match: Match
    }

    let containers: [Container]
    /// Ids, classes, elements and start markers in lower case, and their containers' places.
    private let ids: [[UInt8]: Int]
    private let classes: [[UInt8]: Int]
    private let elements: [[UInt8]: Int]
    private let starts: [[UInt8]: Int]
    private let ends: [[UInt8]: Int]
    let fields: FieldLabels
    let metas: [[UInt8]: FieldLabels.Field]

    static let shared = PageLexicons()

    private init() {
        var containers: [Container] = []
        var ids: [[UInt8]: Int] = [:]
        var classes: [[UInt8]: Int] = [:]
        var elements: [[UInt8]: Int] = [:]
        var starts: [[UInt8]: Int] = [:]
        var ends: [[UInt8]: Int] = [:]
        for line in Self.lines(PackageResources.body_containers_txt) {
            let place = containers.count
            let rule = String(decoding: line, as: UTF8.self)
            let lower = line.map(Self.lower)
            var match = Container.Match.element
            if rule.hasPrefix("#") {
                match = .id
                ids[Array(lower.dropFirst())] = ids[Array(lower.dropFirst())] ?? place
            } else if rule.hasPrefix(".") {
                match = .className
                classes[Array(lower.dropFirst())] = classes[Array(lower.dropFirst())] ?? place
            } else if rule.hasPrefix("meta ") {
                match = .markers
                let words = String(decoding: lower, as: UTF8.self).split(separator: " ")
                if words.count == 4 {
                    starts[Array(words[1].utf8)] = place
                    ends[Array(words[3].utf8)] = place
                }
            } else {
                elements[lower] = place
            }
            containers.append(Container(rule: rule, match: match))
        }
        self.containers = containers
        self.ids = ids
        self.classes = classes
        self.elements = elements
        self.starts = starts
        self.ends = ends
        fields = FieldLabels(Self.lines(PackageResources.page_fields_txt).map { Self.pair($0) })
        var metas: [[UInt8]: FieldLabels.Field] = [:]
        for line in Self.lines(PackageResources.page_metas_txt) {
            let (name, field) = Self.pair(line)
            metas[name.map(Self.lower)] = FieldLabels.Field(field)
        }
        self.metas = metas
    }

    static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split(separator: 0x0A).filter { !$0.isEmpty && ($0.first != 0x23 || $0.dropFirst().first != 0x20) }
    }

    private static func pair(_ line: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, String) {
        let parts = line.split(separator: 0x09, maxSplits: 1)
        return (parts.first ?? [], parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : "-")
    }

    /// The container that an element is, by id, class or name.
    func container(id: ArraySlice<UInt8>?, classes names: ArraySlice<UInt8>?, element: String?) -> Int? {
        var best: Int?
        func take(_ place: Int?) { if let place { best = min(best ?? place, place) } }
        if let id, id.count < 64 { take(ids[id.map(Self.lower)]) }
        if let names, names.count < 1_024 {
            for name in names.split(whereSeparator: { $0 <= 0x20 }) where name.count < 64 {
                take(classes[name.map(Self.lower)])
            }
        }
        if let element { take(elements[Array(element.utf8)]) }
        return best
    }

    /// Names of elements that are containers.
    func isContainer(_ element: String) -> Bool { elements[Array(element.utf8)] != nil }

    func start(_ marker: ArraySlice<UInt8>) -> Int? { starts[Self.trimmed(marker)] }
    func end(_ marker: ArraySlice<UInt8>) -> Int? { ends[Self.trimmed(marker)] }

    private static func trimmed(_ marker: ArraySlice<UInt8>) -> [UInt8] {
        marker.count > 64 ? [] : marker.filter { $0 > 0x20 }.map(lower)
    }
}

/// The labels of a page's fields.
struct FieldLabels: Sendable {
    enum Field: Sendable, Equatable {
        case known(LayoutHints.Candidate.Field)
        case other

        init(_ name: String) {
            self =
                switch name {
                case "title": .known(.title)
                case "documentNumber": .known(.documentNumber)
                case "issuer": .known(.issuer)
                case "issuedOn": .known(.issuedOn)
                case "publishedOn": .known(.publishedOn)
                default: .other
                }
        }
    }

    private let labels: [[UInt8]: Field]
    /// The longest label, in bytes.
    private let longest: Int
    /// The second bytes and third bytes of labels' first characters: most words are none.
    private let firsts: Set<UInt32>

    init(_ entries: [(ArraySlice<UInt8>, String)]) {
        var labels: [[UInt8]: Field] = [:]
        for (word, field) in entries { labels[PageBytes.squashed(word)] = Field(field) }
        self.labels = labels
        longest = labels.keys.map(\.count).max() ?? 0
        firsts = Set(labels.keys.compactMap { $0.count >= 3 ? PageBytes.key($0[...]) : nil })
    }

    /// The label that the bytes are, padding and a closing colon left out; `nil` for any other text.
    func whole(_ bytes: ArraySlice<UInt8>) -> Field? {
        guard bytes.count <= 3 * longest else { return nil }
        var word = PageBytes.squashed(bytes)[...]
        if word.starts(with: [0xE3, 0x80, 0x90]) { word = word.dropFirst(3) }
        if word.suffix(3) == [0xE3, 0x80, 0x91] { word = word.dropLast(3) }
        if word.last == 0x3A { word = word.dropLast() }
        if word.suffix(3) == [0xEF, 0xBC, 0x9A] { word = word.dropLast(3) }
        return labels[Array(word)]
    }

    /// The label that begins at an offset and is closed by a colon, and where its value begins.
    func label(in bytes: ArraySlice<UInt8>, at start: Int) -> (field: Field, end: Int)? {
        guard start + 3 <= bytes.endIndex, firsts.contains(PageBytes.key(bytes[start...])) else { return nil }
        var word: [UInt8] = []
        var at = start
        while at < bytes.endIndex, word.count <= longest {
            if bytes[at] == 0x3A { return labels[word].map { ($0, at + 1) } }
            let space = PageBytes.spaceLength(bytes, at)
            if space > 0 {
                at += space
                // Without a colon, for values that tell themselves.
                if let field = labels[word], field != .other, field != .known(.title) { return (field, at) }
                continue
            }
            let length = PageBytes.scalarLength(bytes[at])
            guard at + length <= bytes.endIndex else { return nil }
            if length == 3, bytes[at] == 0xEF, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x9A {
                return labels[word].map { ($0, at + 3) }
            }
            // 【发布时间】
            if length == 3, bytes[at] == 0xE3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x91, let field = labels[word] {
                return (field, at + 3)
            }
            word.append(contentsOf: bytes[at..<at + length])
            at += length
        }
        return nil
    }
}

/// Questions about UTF-8 bytes.
enum PageBytes {
    static func scalarLength(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// The length of the white space character at an offset, or 0.
    static func spaceLength(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
        switch bytes[at] {
        case 0...0x20: return 1
        case 0xC2: return at + 1 < bytes.endIndex && bytes[at + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            // U+2000...U+200F, U+2028...U+202F
            guard at + 2 < bytes.endIndex, bytes[at + 1] == 0x80 else { return 0 }
            return bytes[at + 2] <= 0x8F || (0xA8...0xAF).contains(bytes[at + 2]) ? 3 : 0
        case 0xE3: return at + 2 < bytes.endIndex && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80 ? 3 : 0
        case 0xEF: return at + 2 < bytes.endIndex && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    static func squashed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let space = spaceLength(bytes, at)
            if space > 0 {
                at += space
                continue
            }
            let end = min(bytes.endIndex, at + scalarLength(bytes[at]))
            result.append(contentsOf: bytes[at..<end])
            at = end
        }
        return result
    }

    /// Han, letters and digits only: what two spellings of a title share.
    static func skeleton(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let length = scalarLength(bytes[at])
            let end = min(bytes.endIndex, at + length)
            let isWord =
                length == 1
                ? (0x30...0x39).contains(bytes[at]) || (0x61...0x7A).contains(bytes[at] | 0x20)
                : length == 3 && (0xE4...0xE9).contains(bytes[at])
            if isWord { result.append(contentsOf: bytes[at..<end]) }
            at = end
        }
        return result
    }

    static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// How many Han characters there are, nearly: every lead byte of their rows.
    static func hanCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in bytes { count += byte >= 0xE4 && byte <= 0xE9 ? 1 : 0 }
        return count
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Whether the bytes hold those of a word.
    func contains(sequence word: String) -> Bool {
        let word = Array(word.utf8)
        guard let first = word.first, word.count <= count else { return false }
        return (startIndex...endIndex - word.count).contains { self[$0] == first && self[$0...].starts(with: word) }
    }
}
