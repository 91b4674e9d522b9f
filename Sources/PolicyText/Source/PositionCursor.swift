/// Finds line and column of offsets that mostly ascend: each is counted on from the one before.
///
/// Any order gives what ``LineIndex/position(of:in:)`` gives, in constant time.
struct PositionCursor {
    private let index: LineIndex
    /// The line of the last offset, from 0, and its bytes; that of the last line has no end.
    private var line = 0
    private var lineStart = 0
    private var lineEnd: Int
    /// The last offset, and the characters of its line before it.
    private var offset = 0
    private var scalars = 0

    /// How many lines on are tried one by one.
    private static let steps = 4

    init(_ index: LineIndex) {
        self.index = index
        lineEnd = index.start(ofLine: 1) ?? .max
    }

    /// The same of the text as an array.
    @inline(__always)
    mutating func range(_ offsets: Range<Int>, in bytes: [UInt8]) -> SourceRange {
        bytes.withUnsafeBufferPointer { range(offsets, in: $0) }
    }

    /// As ``SourceText/range(_:)``.
    ///
    /// - Parameter bytes: The text that the index is of, the same each time.
    mutating func range(_ offsets: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> SourceRange {
        let offset = min(offsets.lowerBound, bytes.count)
        if offset < lineStart || offset >= lineEnd { findLine(of: offset) }
        count(to: offset, bytes)
        let isInside = offset < bytes.count && bytes[offset] & 0xC0 == 0x80
        return SourceRange(
            within: offsets.lowerBound, end: offsets.upperBound, line: line &+ 1,
            column: max(scalars &+ (isInside ? 0 : 1), 1))
    }

    private mutating func findLine(of offset: Int) {
        var steps = 0
        while offset >= lineEnd, steps < Self.steps {
            line &+= 1
            lineStart = lineEnd
            lineEnd = index.start(ofLine: line &+ 1) ?? .max
            steps &+= 1
        }
        if offset < lineStart || offset >= lineEnd {
            line = index.line(of: offset)
            lineStart = index.start(ofLine: line) ?? 0
            lineEnd = index.start(ofLine: line + 1) ?? .max
        }
        (self.offset, scalars) = (lineStart, 0)
    }

    private mutating func count(to offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        if offset < self.offset { (self.offset, scalars) = (lineStart, 0) }
        if offset &- self.offset <= LineIndex.blockLength {
            scalars &+= LineIndex.scalars(in: bytes, self.offset..<offset)
        } else {
            scalars = index.scalars(before: offset, in: bytes) &- index.scalars(before: lineStart, in: bytes)
        }
        self.offset = offset
    }
}
