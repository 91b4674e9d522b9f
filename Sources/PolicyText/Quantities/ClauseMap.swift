import CTextScan

/// The clauses, sentences and brackets of a passage that holds quantities; good until its ``ClauseMapper`` makes the next.
struct ClauseMap {
    /// A stretch between commas, semicolons and full stops.
    struct Clause {
        private let start: Int32
        private let end: Int32
        private let number: Int32

        init(_ range: Range<Int>, sentence: Int) {
            start = Int32(truncatingIfNeeded: range.lowerBound)
            end = Int32(truncatingIfNeeded: range.upperBound)
            number = Int32(truncatingIfNeeded: sentence)
        }

        @inline(__always)
        var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }
        /// Counted from 0 within the passage; ，and ； do not end a sentence.
        @inline(__always)
        var sentence: Int { Int(number) }
    }

    /// A pair of brackets, quotation marks or title marks, from sign to sign.
    struct Enclosure {
        enum Kind { case bracket, quotation, title }
        var range: Range<Int>
        var kind: Kind
    }

    /// How far a bracket may run in bytes, its signs included; one that is never closed must not swallow the passage.
    static let longestEnclosure = 903

    static var empty: ClauseMap {
        ClauseMap(
            clauses: UnsafeBufferPointer(start: nil, count: 0), enclosures: UnsafeBufferPointer(start: nil, count: 0))
    }

    let clauses: UnsafeBufferPointer<Clause>
    /// By their starts.
    let enclosures: UnsafeBufferPointer<Enclosure>

    /// The clause that holds an offset.
    func clause(at offset: Int) -> Int? {
        guard !clauses.isEmpty else { return nil }
        // Halved without a jump: which half it is, no processor can foresee.
        var found = 0
        var rest = clauses.count
        while rest > 1 {
            let half = rest / 2
            let isBehind = clauses[found &+ half &- 1].range.upperBound <= offset
            found &+= half & (0 &- (isBehind ? 1 : 0))
            rest &-= half
        }
        return clauses[found].range.contains(offset) ? found : nil
    }

    /// The first clause of the sentence that a clause stands in.
    func firstClause(ofSentenceAt clause: Int) -> Int {
        var first = clause
        while first > 0, clauses[first &- 1].sentence == clauses[clause].sentence { first &-= 1 }
        return first
    }

    /// The innermost enclosure that holds an offset.
    func enclosure(at offset: Int) -> Enclosure? {
        var index = enclosures.count
        while index > 0 {
            index &-= 1
            let range = enclosures[index].range
            guard range.lowerBound <= offset else { continue }
            if offset < range.upperBound { return enclosures[index] }
            if offset &- range.lowerBound > Self.longestEnclosure { return nil }
        }
        return nil
    }
}

/// Divides passages into clauses; goes from mark to mark, and keeps its memory from one passage to the next.
final class ClauseMapper {
    private let clauses = Pile<ClauseMap.Clause>(capacity: 256)
    private let enclosures = Pile<ClauseMap.Enclosure>(capacity: 128)
    private let open = Pile<Opening>()
    private let ends = Pile<ClauseEnd>(capacity: 256)
    /// Where the clauses and enclosures of the next map begin: those before them are kept.
    private var floor = Kept(clauses: 0..<0, enclosures: 0..<0)

    /// A map that is kept while others are made.
    struct Kept {
        fileprivate var clauses: Range<Int>
        fileprivate var enclosures: Range<Int>
    }

    /// A mark that ends a clause, unless it stands in brackets.
    private struct ClauseEnd {
        var offset: Int32
        var length: Int8
        var endsSentence: Bool
    }

    private struct Opening {
        var start: Int
        /// Which pair of signs it belongs to.
        var pair: UInt8

        var kind: ClauseMap.Enclosure.Kind {
            switch Int(pair) {
            case CTEXTSCAN_ROUND, CTEXTSCAN_NARROW_ROUND: .bracket
            case CTEXTSCAN_QUOTATION, CTEXTSCAN_CORNER: .quotation
            default: .title
            }
        }
    }

    /// Open brackets that are remembered; deeper nesting is an attack.
    private static let depth = 16
    /// From sign to sign.
    private static let reach = ClauseMap.longestEnclosure - 3

    /// - Parameter base: Where the marks of the text begin.
    /// - Complexity: O(marks).
    func map(_ text: ByteText, _ marks: BitRow, from base: Int) -> ClauseMap {
        clauses.removeAll(from: floor.clauses.upperBound)
        enclosures.removeAll(from: floor.enclosures.upperBound)
        open.removeAll()
        ends.removeAll()
        readMarks(text, marks, base)
        split(text)
        return ClauseMap(
            clauses: UnsafeBufferPointer(rebasing: clauses.values[floor.clauses.upperBound...]),
            enclosures: UnsafeBufferPointer(rebasing: enclosures.values[floor.enclosures.upperBound...]))
    }

    /// Keeps the map that was made last.
    func keep() -> Kept {
        floor = Kept(
            clauses: floor.clauses.upperBound..<clauses.count,
            enclosures: floor.enclosures.upperBound..<enclosures.count)
        return floor
    }

    /// A map that was kept; good until the next one is made.
    func map(_ kept: Kept) -> ClauseMap {
        ClauseMap(
            clauses: UnsafeBufferPointer(rebasing: clauses.values[kept.clauses]),
            enclosures: UnsafeBufferPointer(rebasing: enclosures.values[kept.enclosures]))
    }

    private func readMarks(_ text: ByteText, _ marks: BitRow, _ base: Int) {
        guard let bytes = text.bytes.baseAddress else { return }
        marks.forEach(from: base, before: base &+ text.count) { place in
            let offset = place &- base
            let kind = Int(ctextscan_clause_mark(bytes + offset, text.count &- offset))
            let length = bytes[offset] < 0x80 ? 1 : 3
            switch kind {
            case 0: break
            // The most frequent ones in one go: which of them it is, no processor can foresee.
            case CTEXTSCAN_COMMA, CTEXTSCAN_STOP: add(offset, length, endsSentence: kind == CTEXTSCAN_STOP)
            case CTEXTSCAN_NARROW_COMMA: if !isInsideNumber(text, offset) { add(offset, length, endsSentence: false) }
            case CTEXTSCAN_POINT: if isStop(text, offset) { add(offset, length, endsSentence: true) }
            case CTEXTSCAN_CLOSING...: close(UInt8(truncatingIfNeeded: kind - CTEXTSCAN_CLOSING), offset, length)
            default: push(Opening(start: offset, pair: UInt8(truncatingIfNeeded: kind - CTEXTSCAN_OPENING)))
            }
        }
    }

    @inline(__always)
    private func add(_ offset: Int, _ length: Int, endsSentence: Bool) {
        ends.append(
            ClauseEnd(
                offset: Int32(truncatingIfNeeded: offset), length: Int8(truncatingIfNeeded: length),
                endsSentence: endsSentence))
    }

    private func push(_ opening: Opening) {
        if open.count == Self.depth { open.removeFirst() }
        open.append(opening)
    }

    private func close(_ pair: UInt8, _ offset: Int, _ length: Int) {
        var index = open.count &- 1
        while index >= 0, open[index].pair != pair { index &-= 1 }
        guard index >= 0, offset &- open[index].start <= Self.reach else { return }
        let found = ClauseMap.Enclosure(range: open[index].start..<offset &+ length, kind: open[index].kind)
        open.removeAll(from: index)
        // Those inside have been closed before it.
        enclosures.append(found)
        var place = enclosures.count &- 1
        while place > floor.enclosures.upperBound, enclosures[place &- 1].range.lowerBound > found.range.lowerBound {
            enclosures[place] = enclosures[place &- 1]
            place &-= 1
        }
        enclosures[place] = found
    }

    private func split(_ text: ByteText) {
        let ends = ends.values
        let enclosures = enclosures.values
        let clauses = clauses.room(ends.count &+ 1)
        var count = 0
        var start = 0
        var sentence = 0
        var next = floor.enclosures.upperBound
        // Brackets lie in one another or apart.
        var closed = 0
        for end in ends {
            let offset = Int(end.offset)
            while next < enclosures.count, enclosures[next].range.lowerBound < offset {
                closed = max(closed, enclosures[next].range.upperBound)
                next &+= 1
            }
            guard offset >= closed else { continue }
            clauses[count] = ClauseMap.Clause(Range(uncheckedBounds: (start, offset)), sentence: sentence)
            count &+= offset > start ? 1 : 0
            sentence &+= end.endsSentence ? 1 : 0
            start = offset &+ Int(end.length)
        }
        clauses[count] = ClauseMap.Clause(Range(uncheckedBounds: (start, text.count)), sentence: sentence)
        self.clauses.take(count &+ (start < text.count ? 1 : 0))
    }

    /// A full stop typed as a point: behind a Chinese character and not before a digit.
    private func isStop(_ text: ByteText, _ offset: Int) -> Bool {
        guard offset > 0, text.bytes[offset - 1] >= 0x80 else { return false }
        return text.scalar(at: text.skipBlanks(offset + 1)).value.arabicDigit == nil
            || text.skipBlanks(offset + 1) > offset + 1
    }

    private func isInsideNumber(_ text: ByteText, _ offset: Int) -> Bool {
        text.scalar(before: offset).value.arabicDigit != nil && text.scalar(at: offset + 1).value.arabicDigit != nil
    }
}
