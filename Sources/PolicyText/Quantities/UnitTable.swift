/// The units by their words; `Lexicons/units.txt` and what the caller adds.
final class UnitTable: Sendable {
    struct Unit: Sendable {
        var word: [UInt8]
        var family: UnitFamily
        /// What the unit is written as in the output; the word itself but for spellings of the same unit.
        var name: [UInt8]
        /// Characters before which the word is another: 成 before 立, 天 before 然.
        var blocked: [Unicode.Scalar]
    }

    let units: [Unit]
    /// For each of 256 hashes of the first character the first unit of its chain, from 1; 0 for none.
    private let heads: [UInt16]
    private let next: [UInt16]

    /// No units: for times alone.
    static let empty = UnitTable(Lexicon.empty)

    /// The families of other units, of which a caller's words have none, are `count`.
    init(_ lexicon: Lexicon) {
        var units: [Unit] = []
        var heads = [UInt16](repeating: 0, count: 256)
        var next: [UInt16] = []
        lexicon.forEachEntry { word, value in
            guard units.count < Int(UInt16.max) - 1 else { return }
            let fields = value.split(separator: 0x09)
            let family = fields.first.flatMap { UnitFamily(rawValue: String(decoding: $0, as: UTF8.self)) }
            let name = fields.count > 1 && !fields[1].elementsEqual([0x2D]) ? Array(fields[1]) : Array(word)
            let blocked = fields.count > 2 ? Array(String(decoding: fields[2], as: UTF8.self).unicodeScalars) : []
            units.append(Unit(word: Array(word), family: family ?? .count, name: name, blocked: blocked))
            let hash = Self.hash(word[0], word.count > 2 ? word[2] : 0)
            next.append(heads[hash])
            heads[hash] = UInt16(units.count)
        }
        self.units = units
        self.heads = heads
        self.next = next
    }

    @inline(__always)
    private static func hash(_ first: UInt8, _ third: UInt8) -> Int {
        first < 0x80 ? Int(first) : Int((first &* 31) ^ third) | 0x80
    }

    /// The longest unit at `offset`.
    ///
    /// - Complexity: O(units that begin with a like character).
    func longest(at offset: Int, in text: ByteText) -> Int? {
        guard offset < text.count else { return nil }
        let first = text.bytes[offset]
        let third = first >= 0x80 && offset + 2 < text.count ? text.bytes[offset + 2] : 0
        var candidate = heads[Self.hash(first, third)]
        var best: Int?
        var longest = 0
        while candidate > 0 {
            let index = Int(candidate) - 1
            let count = units[index].word.count
            if count > longest, matches(index, text, offset) {
                best = index
                longest = count
            }
            candidate = next[index]
        }
        return best
    }

    private func matches(_ index: Int, _ text: ByteText, _ offset: Int) -> Bool {
        let word = units[index].word
        guard offset + word.count <= text.count else { return false }
        for index in word.indices where text.bytes[offset + index] != word[index] { return false }
        // m is no unit in main, and G none in GDP.
        let last = word[word.count - 1]
        if last < 0x80, isLetter(last), offset + word.count < text.count, isLetter(text.bytes[offset + word.count]) {
            return false
        }
        let blocked = units[index].blocked
        return blocked.isEmpty || !blocked.contains(text.scalar(at: offset + word.count).value)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
