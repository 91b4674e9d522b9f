/// The units by their words; `Lexicons/units.txt` and what the caller adds.
///
/// In memory of its own that nothing changes after `init`: arrays would count references at every look.
final class UnitTable: @unchecked Sendable {
    /// Words, names and what they must not stand before, one behind the other.
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let units: UnsafeMutableBufferPointer<Unit>
    /// For each of the hashes of the first character the first unit of its chain, from 1; 0 for none. Longer words come
    /// before those that they begin with.
    private let heads: UnsafeMutableBufferPointer<UInt16>
    /// The same for words of two characters and more, by the first six bytes: 个 alone begins a score of them.
    private let longHeads: UnsafeMutableBufferPointer<UInt16>
    /// For each character that begins a unit, or may go on with a number, a bit by the lower twelve of its bits: a word of
    /// bits for each value of the upper six.
    private let followers: UnsafeMutableBufferPointer<UInt64>
    /// The names of all units as the output has them: most are short, and are made once.
    private let names: [String]

    /// In 32 bytes, since every number looks at a few of them.
    private struct Unit {
        /// The first eight bytes of the word, zeros behind a shorter one.
        var opening: UInt64 = 0
        /// A bit for each character before which the word is another, by the last six bits of it.
        var blockers: UInt64 = 0
        /// Where the word begins in `bytes`, and how long it is.
        var start: UInt32
        var count: UInt16
        /// How long the name is that stands behind the word, and the characters behind that before which the word is another:
        /// 成 before 立, 天 before 然.
        var nameCount: UInt16
        var blockerCount: UInt16
        /// The same for the words behind those, with spaces between, before which it is a unit after all: 家 before 电商.
        var lifterCount: UInt16
        /// The next of the chain.
        var next: UInt16 = 0
        var family: UnitFamily
        var hasOtherName: Bool
        var level = Level.none

        var wordEnd: Int { Int(start) &+ Int(count) }
        var nameEnd: Int { wordEnd &+ Int(nameCount) }
        var end: Int { nameEnd &+ Int(blockerCount) }
        var liftEnd: Int { end &+ Int(lifterCount) }

        @inline(__always)
        func opens(_ text: UInt64) -> Bool {
            let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* min(Int(count), 8))
            return (text ^ opening) &<< shift == 0
        }
    }

    /// Whether the unit counts levels and parts of something rather than things.
    enum Level: UInt8 {
        case none
        /// 级, 方面
        case always
        /// 两市, 三省: behind a Chinese numeral.
        case behindHan
    }

    /// No units: for times alone.
    static let empty = UnitTable(Lexicon.empty)

    /// The families of other units, of which a caller's words have none, are `count`.
    init(_ lexicon: Lexicon) {
        var units: [Unit] = []
        var bytes: [UInt8] = []
        lexicon.forEachEntry { word, value in
            let limit = Int(UInt16.max)
            guard units.count < limit - 1, !word.isEmpty, word.count + value.count < limit else { return }
            let fields = value.split(separator: 0x09)
            let family = fields.first.flatMap { UnitFamily(rawValue: String(decoding: $0, as: UTF8.self)) }
            let hasOtherName = fields.count > 1 && !fields[1].elementsEqual([0x2D]) && !fields[1].elementsEqual(word)
            let start = bytes.count
            bytes += word
            if hasOtherName { bytes += fields[1] } else { bytes += word }
            let nameEnd = bytes.count
            if fields.count > 2 { bytes += fields[2] }
            let end = bytes.count
            if fields.count > 3 { bytes += fields[3] }
            units.append(
                Unit(
                    start: UInt32(truncatingIfNeeded: start), count: UInt16(truncatingIfNeeded: word.count),
                    nameCount: UInt16(truncatingIfNeeded: nameEnd - start - word.count),
                    blockerCount: UInt16(truncatingIfNeeded: end - nameEnd),
                    lifterCount: UInt16(truncatingIfNeeded: bytes.count - end), family: family ?? .count,
                    hasOtherName: hasOtherName))
        }
        var heads = [UInt16](repeating: 0, count: Self.hashCount)
        var longHeads = [UInt16](repeating: 0, count: 1 << Self.longHashBits)
        // The shortest first, so that the longest stand in front; of the same word the last.
        for index in units.indices.sorted(by: { (units[$0].count, $0) < (units[$1].count, $1) }) {
            let start = Int(units[index].start)
            // Of a shorter character the text has other bytes behind it than the word.
            let isLong = units[index].count > 2 && bytes[start] >= 0xE0
            for place in 0..<min(Int(units[index].count), 8) {
                units[index].opening |= UInt64(bytes[start + place]) << UInt64(8 * place)
            }
            if units[index].count >= 6, isLong {
                let hash = Self.longHash(units[index].opening)
                units[index].next = longHeads[hash]
                longHeads[hash] = UInt16(index + 1)
                continue
            }
            let hash = Self.hash(bytes[start], isLong ? bytes[start + 1] : 0, isLong ? bytes[start + 2] : 0)
            units[index].next = heads[hash]
            heads[hash] = UInt16(index + 1)
        }
        for index in units.indices {
            units[index].level = bytes[units[index].wordEnd..<units[index].nameEnd].withUnsafeBufferPointer {
                PassageTargets.level(ofUnit: ByteText(bytes: $0))
            }
            var place = units[index].nameEnd
            while place < units[index].end {
                place += Self.width(bytes[place])
                units[index].blockers |= 1 << UInt64(bytes[min(place, units[index].end) - 1] & 63)
            }
        }
        self.units = .allocate(capacity: units.count)
        self.bytes = .allocate(capacity: bytes.count)
        self.heads = .allocate(capacity: heads.count)
        self.longHeads = .allocate(capacity: longHeads.count)
        _ = self.units.initialize(from: units)
        _ = self.bytes.initialize(from: bytes)
        _ = self.heads.initialize(from: heads)
        _ = self.longHeads.initialize(from: longHeads)
        followers = .allocate(capacity: 64)
        followers.initialize(repeating: 0)
        for unit in units where unit.count > 2 && bytes[Int(unit.start)] & 0xF0 == 0xE0 {
            let (second, third) = (bytes[Int(unit.start) + 1], bytes[Int(unit.start) + 2])
            followers[Int(second & 63)] |= 1 << UInt64(third & 63)
        }
        let others = UnsafeBufferPointer(
            start: NumeralRun.following.utf8Start, count: NumeralRun.following.utf8CodeUnitCount)
        for place in others.indices where others[place] & 0xF0 == 0xE0 {
            followers[Int(others[place + 1] & 63)] |= 1 << UInt64(others[place + 2] & 63)
        }
        names = units.map { String(decoding: bytes[$0.wordEnd..<$0.nameEnd], as: UTF8.self) }
    }

    deinit {
        units.deallocate()
        bytes.deallocate()
        heads.deallocate()
        longHeads.deallocate()
        followers.deallocate()
    }

    private static let hashCount = 512
    private static let longHashBits = 10

    /// Of the first six bytes.
    @inline(__always)
    private static func longHash(_ opening: UInt64) -> Int {
        Int(truncatingIfNeeded: (opening &<< 16 &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 &- longHashBits))
    }

    @inline(__always)
    private static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        first < 0x80 ? Int(first) : Int(first & 3) &<< 7 ^ Int(second) &<< 3 & 511 ^ Int(third)
    }

    /// Whether a unit may begin with a character, or something else that goes on with a number; a few others are taken for
    /// such.
    @inline(__always)
    func mayFollowNumeral(_ next: Unicode.Scalar) -> Bool {
        guard next.value >= 0x800, next.value < 0x10000 else { return true }
        return followers[Int(next.value &>> 6 & 63)] &>> UInt64(next.value & 63) & 1 == 1
    }

    func level(_ index: Int) -> Level { units[index].level }

    func family(_ index: Int) -> UnitFamily { units[index].family }

    /// The bytes of the word.
    func byteCount(_ index: Int) -> Int { Int(units[index].count) }

    /// Whether the output has another spelling of the unit than the word.
    func hasOtherName(_ index: Int) -> Bool { units[index].hasOtherName }

    /// The unit as the output has it.
    func name(_ index: Int) -> String { names[index] }

    /// The same as bytes; good for the life of the table.
    func nameText(_ index: Int) -> ByteText {
        ByteText(bytes: UnsafeBufferPointer(bytes)).slice(units[index].wordEnd..<units[index].nameEnd)
    }

    /// The longest unit at `offset`, which is not negative.
    ///
    /// - Parameter behindDigits: Whether digits stand right before it: then a unit is expected, and words that begin like
    ///   one are less likely.
    /// - Complexity: O(units that begin with a like character).
    func longest(at offset: Int, in text: ByteText, behindDigits: Bool = false) -> Int? {
        guard offset < text.count else { return nil }
        let first = text.bytes[offset]
        let isLong = first >= 0xE0 && offset &+ 2 < text.count
        let head = heads[Self.hash(first, isLong ? text.bytes[offset &+ 1] : 0, isLong ? text.bytes[offset &+ 2] : 0)]
        if isLong, offset &+ 6 <= text.count {
            let opening = Self.opening(text, offset)
            let long = longHeads[Self.longHash(opening)]
            if long > 0, let found = longest(long, opening, text, offset, behindDigits) { return found }
            return head > 0 ? longest(head, opening, text, offset, behindDigits) : nil
        }
        return head > 0 ? longest(head, Self.opening(text, offset), text, offset, behindDigits) : nil
    }

    /// The first unit of a chain that stands at an offset.
    @inline(__always)
    private func longest(_ head: UInt16, _ opening: UInt64, _ text: ByteText, _ offset: Int, _ behindDigits: Bool)
        -> Int?
    {
        var candidate = head
        while candidate > 0 {
            let index = Int(candidate) &- 1
            if units[index].opens(opening), matches(units[index], text, offset, behindDigits) { return index }
            candidate = units[index].next
        }
        return nil
    }

    /// Eight bytes from `offset`, zeros behind the end.
    @inline(__always)
    private static func opening(_ text: ByteText, _ offset: Int) -> UInt64 {
        if offset &+ 8 <= text.count {
            return UInt64(
                littleEndian: UnsafeRawBufferPointer(text.bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var value: UInt64 = 0
        for place in offset..<text.count { value |= UInt64(text.bytes[place]) << UInt64(8 * (place - offset)) }
        return value
    }

    @inline(__always)
    private func matches(_ unit: Unit, _ text: ByteText, _ offset: Int, _ behindDigits: Bool) -> Bool {
        let count = Int(unit.count)
        let stop = offset &+ count
        guard stop <= text.count else { return false }
        var place = 8
        while place < count {
            if text.bytes[offset &+ place] != bytes[Int(unit.start) &+ place] { return false }
            place &+= 1
        }
        // m is no unit in main, and G none in GDP.
        let last = text.bytes[stop &- 1]
        if last < 0x80, isLetter(last), stop < text.count, isLetter(text.bytes[stop]) { return false }
        return !isBlocked(unit, text, stop) || behindDigits && isLifted(unit, text, stop)
    }

    /// Whether one of the words stands at an offset before which the unit is one all the same.
    @inline(never)
    private func isLifted(_ unit: Unit, _ text: ByteText, _ offset: Int) -> Bool {
        var start = unit.end
        while start < unit.liftEnd {
            var end = start
            while end < unit.liftEnd, bytes[end] != 0x20 { end &+= 1 }
            let count = end &- start
            if offset &+ count <= text.count, (0..<count).allSatisfy({ bytes[start &+ $0] == text.bytes[offset &+ $0] })
            {
                return true
            }
            start = end &+ 1
        }
        return false
    }

    /// Whether one of the characters stands at an offset before which the word is another.
    private func isBlocked(_ unit: Unit, _ text: ByteText, _ offset: Int) -> Bool {
        var place = unit.nameEnd
        guard place < unit.end, offset < text.count else { return false }
        let first = text.bytes[offset]
        let last = offset &+ Self.width(first) &- 1
        guard last >= text.count || unit.blockers &>> UInt64(text.bytes[last] & 63) & 1 == 1 else { return false }
        while place < unit.end {
            let lead = bytes[place]
            if lead & 0xF0 == 0xE0 {
                if lead == first, offset &+ 2 < text.count, place &+ 2 < bytes.count,
                    bytes[place &+ 1] == text.bytes[offset &+ 1], bytes[place &+ 2] == text.bytes[offset &+ 2]
                {
                    return true
                }
                place &+= 3
                continue
            }
            let width = Self.width(lead)
            var index = 0
            while index < width, offset &+ index < text.count, bytes[place &+ index] == text.bytes[offset &+ index] {
                index &+= 1
            }
            if index == width { return true }
            place &+= width
        }
        return false
    }

    /// The bytes of a character by its first one.
    @inline(__always)
    private static func width(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
