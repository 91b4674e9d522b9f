/// Line and column of byte offsets.
struct LineIndex: Sendable {
    init(utf8: [UInt8]) {}

    func range(_ offsets: Range<Int>, in utf8: [UInt8]) -> SourceRange {
        SourceRange(start: offsets.lowerBound, end: offsets.upperBound, line: 1, column: 1)
    }
}
