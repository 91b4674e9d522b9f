/// The text of the finished parts in one buffer and in reading order: what the stages behind the outline read.
///
/// Duties and targets cross the borders of paragraphs (a label and its list, a lead-in and its items) and are found by a
/// few words in much text: one buffer is gone through once, and only hits ask where they are. Every passage is followed
/// by one line feed, so that no match runs from one into the next, save where a bracket was torn between two paragraphs.
///
/// A class, because every reader of it holds one and is copied.
///
/// - Complexity: Making one takes O(bytes), most of it a copy.
final class ReadingText {
    let bytes: [UInt8]
    let passages: [Passage]
    let units: [PassageUnit]
    let tables: [Table]
    /// As in ``Paragraph/pieces``, of the passages that have any.
    private let pieces: [[SourcePiece]]
    let source: SourceText
    /// The piece that was asked for last, and the bytes of its passage before it: questions come in order.
    private var cursor = (passage: -1, piece: 0, bytes: 0)

    init(_ parts: [Part], source: SourceText) {
        self.source = source
        let count = source.utf8.count
        // What is joined is no longer than its source. A line feed behind each passage seldom needs more room than this.
        var built = Self.built(parts, room: count + count / 16 + 64)
        if built.isCut { built = Self.built(parts, room: 2 * count + 64) }
        bytes = built.bytes
        passages = built.passages
        units = built.units
        tables = built.tables
        pieces = built.pieces
    }

    private struct Built {
        var bytes: [UInt8] = []
        var passages: [Passage] = []
        var units: [PassageUnit] = []
        var tables: [Table] = []
        var pieces: [[SourcePiece]] = []
        var isCut = false
    }

    private static func built(_ parts: [Part], room: Int) -> Built {
        var result = Built()
        result.bytes = [UInt8](room: room) { bytes, count in
            var builder = ReadingTextBuilder(bytes)
            var number = 0
            parts.withLent { part in
                builder.add(part.value.content, part: number, unit: -1)
                number += 1
            }
            count = builder.count
            result.passages = builder.passages
            result.units = builder.units
            result.tables = builder.tables
            result.pieces = builder.pieces
            result.isCut = builder.isCut
        }
        return result
    }
}

// MARK: - Where bytes come from

extension ReadingText {
    /// The passage that holds the byte at an offset of the buffer.
    ///
    /// - Complexity: O(log passages).
    func passage(at offset: Int) -> Int {
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        // Behind the last byte; a line feed belongs to the passage that it follows.
        if low == passages.count || passages[low].range.lowerBound > offset { low -= 1 }
        while low > 0, passages[low].kind == .table { low -= 1 }
        return max(low, 0)
    }

    /// The innermost unit that owns bytes of a passage, or -1.
    func unit(owning range: Range<Int>, of passage: Int) -> Int {
        let inline = passages[passage].inlineUnits
        guard !inline.isEmpty else { return passages[passage].unit }
        let place = sourceOffsets(range, of: passage)
        // The last one that holds it is the innermost: outer units come first.
        return inline.last {
            units[$0].source.lowerBound <= place.lowerBound && place.upperBound <= units[$0].source.upperBound
        } ?? passages[passage].unit
    }

    /// The id of the section of a unit, or `nil` for -1.
    func id(ofUnit unit: Int) -> String? { unit >= 0 ? units[unit].id : nil }

    /// The source bytes, furniture in between included, that bytes were made from which begin in a passage.
    func sourceOffsets(_ range: Range<Int>, of passage: Int) -> Range<Int> {
        let start = sourceOffset(range.lowerBound, passage)
        guard !range.isEmpty else { return start..<start }
        let last =
            range.upperBound <= passages[passage].range.upperBound ? passage : self.passage(at: range.upperBound - 1)
        return start..<max(start, sourceOffset(range.upperBound - 1, last) + 1)
    }

    func sourceRange(_ range: Range<Int>, of passage: Int) -> SourceRange {
        source.range(sourceOffsets(range, of: passage))
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The piece that a byte of a passage comes from, if the passage has pieces: its place in the buffer and in the source.
    ///
    /// - Parameters:
    ///   - first: The piece to begin with, none behind the one that is looked for.
    ///   - start: Where that one begins in the buffer.
    func piece(at offset: Int, of passage: Int, from first: Int, start: Int) -> (
        bytes: Range<Int>, start: Int, index: Int
    )? {
        guard passages[passage].pieces >= 0 else { return nil }
        return pieces[passages[passage].pieces].withUnsafeBufferPointer { pieces in
            var (index, start) = (first, start)
            while index < pieces.count {
                let end = start + pieces[index].end - pieces[index].start
                if offset < end { return (start..<end, pieces[index].start, index) }
                start = end
                index += 1
            }
            return nil
        }
    }

    private func sourceOffset(_ offset: Int, _ passage: Int) -> Int {
        let rest = offset - passages[passage].range.lowerBound
        guard passages[passage].pieces < 0 else { return sourceOffset(rest, inPiecesOf: passage) }
        let source = passages[passage].source
        guard passages[passage].range.count != source.count else { return source.lowerBound + rest }
        return aligned(offset, passages[passage])
    }

    private func sourceOffset(_ offset: Int, inPiecesOf passage: Int) -> Int {
        if cursor.passage != passage || offset < cursor.bytes { cursor = (passage, 0, 0) }
        return pieces[passages[passage].pieces].withUnsafeBufferPointer { pieces in
            var (_, index, bytes) = cursor
            while index < pieces.count, offset - bytes >= pieces[index].end - pieces[index].start {
                bytes += pieces[index].end - pieces[index].start
                index += 1
            }
            cursor = (passage, index, bytes)
            return index < pieces.count ? pieces[index].start + offset - bytes : passages[passage].source.upperBound
        }
    }

    /// A heading has no pieces: its bytes are looked for in the source one by one, layout and furniture skipped.
    private func aligned(_ offset: Int, _ passage: Passage) -> Int {
        var place = passage.source.lowerBound
        var index = passage.range.lowerBound
        while place < passage.source.upperBound {
            if source.utf8[place] == bytes[index] || bytes[index] == 0x20 && isLineEnd(place) {
                if index == offset { return place }
                index += 1
            }
            place += 1
        }
        return min(place, max(passage.source.lowerBound, passage.source.upperBound - 1))
    }

    /// Whether a line end begins there, which is a space in the text between two words: ``TokenKind/lineEnd``.
    private func isLineEnd(_ place: Int) -> Bool {
        let rest = source.utf8[place...]
        switch rest.first {
        case 0x0A, 0x0D: return true
        case 0xC2: return rest.dropFirst().first == 0x85
        case 0xE2: return rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9])
        default: return false
        }
    }
}

/// Answers as ``ReadingText/sourceRange(_:of:)`` does, for spans in ascending order.
struct SourceCursor {
    private let reading: ReadingText
    private let utf8: [UInt8]
    private var positions: PositionCursor
    /// The passage of the last span, and its bytes.
    private var passage = -1
    private var bytes = 0..<0
    /// Bytes of the passage that stand in the source as they are, the last span among them, and how far behind.
    private var plain = 0..<0
    private var distance = 0

    init(_ reading: ReadingText) {
        self.reading = reading
        utf8 = reading.source.utf8
        positions = PositionCursor(reading.source.lineIndex)
    }

    /// The passage that holds the byte at an offset; as ``ReadingText/passage(at:)``.
    mutating func passage(at offset: Int) -> Int {
        if offset < bytes.lowerBound || offset >= bytes.upperBound { find(offset) }
        return passage
    }

    private mutating func find(_ offset: Int) {
        let isNext =
            passage >= 0 && passage + 1 < reading.passages.count
            && reading.passages[passage + 1].range.contains(offset)
        passage = isNext ? passage + 1 : reading.passage(at: offset)
        guard passage < reading.passages.count else { return }
        bytes = reading.passages[passage].range
        plain = bytes.lowerBound..<bytes.lowerBound
        guard reading.passages[passage].pieces < 0, bytes.count == reading.passages[passage].source.count else {
            return
        }
        plain = bytes
        distance = reading.passages[passage].source.lowerBound - bytes.lowerBound
    }

    /// The source of a span that is not empty.
    mutating func range(_ span: Range<Int>) -> SourceRange {
        let passage = passage(at: span.lowerBound)
        if span.lowerBound < plain.lowerBound || span.upperBound > plain.upperBound { findPiece(span.lowerBound) }
        let isPlain = span.lowerBound >= plain.lowerBound && span.upperBound <= plain.upperBound
        let offsets =
            isPlain
            ? span.lowerBound + distance..<span.upperBound + distance : reading.sourceOffsets(span, of: passage)
        return positions.range(offsets, in: utf8)
    }

    /// The piece found last, and where it begins: a paragraph may have a hundred thousand.
    private var walked = (passage: -1, piece: 0, start: 0)

    /// Finds the piece that a byte of the passage comes from, if it has pieces: the next one, mostly.
    private mutating func findPiece(_ offset: Int) {
        guard passage < reading.passages.count else { return }
        let goesOn = walked.passage == passage && offset >= walked.start
        guard
            let found = reading.piece(
                at: offset, of: passage, from: goesOn ? walked.piece : 0,
                start: goesOn ? walked.start : reading.passages[passage].range.lowerBound)
        else { return }
        walked = (passage, found.index, found.bytes.lowerBound)
        (plain, distance) = (found.bytes, found.start - found.bytes.lowerBound)
    }
}
