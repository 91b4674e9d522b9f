/// A span of the decoded source: UTF-8 byte offsets, end exclusive, with the position of its start for people.
///
/// Stored in 16 bytes, because a document holds thousands; a source is at most ``SourceText/maximumByteCount`` long.
public struct SourceRange: Sendable, Hashable {
    private var storedStart: UInt32
    private var storedEnd: UInt32
    private var storedLine: UInt32
    private var storedColumn: UInt32

    /// Creates a range from byte offsets (from 0, end exclusive) and the line and column (from 1) of its start.
    public init(start: Int, end: Int, line: Int, column: Int) {
        storedStart = UInt32(clamping: start)
        storedEnd = UInt32(clamping: end)
        storedLine = UInt32(clamping: line)
        storedColumn = UInt32(clamping: column)
    }

    /// The same of what lies within a source, and therefore fits.
    @inline(__always)
    init(within start: Int, end: Int, line: Int, column: Int) {
        storedStart = UInt32(truncatingIfNeeded: start)
        storedEnd = UInt32(truncatingIfNeeded: end)
        storedLine = UInt32(truncatingIfNeeded: line)
        storedColumn = UInt32(truncatingIfNeeded: column)
    }

    /// The offset of the first byte, from 0.
    public var start: Int { Int(storedStart) }
    /// The offset behind the last byte.
    public var end: Int { Int(storedEnd) }
    /// The line of the first byte, from 1. LF, CR and CR LF end a line.
    public var line: Int { Int(storedLine) }
    /// The column of the first byte in Unicode scalars, from 1.
    public var column: Int { Int(storedColumn) }
    /// The offsets as a Swift range.
    public var offsets: Range<Int> { start..<end }
}
