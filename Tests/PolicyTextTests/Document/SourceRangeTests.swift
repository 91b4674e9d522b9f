import Foundation
import PolicyText
import Testing

struct SourceRangeTests {
    /// A document holds thousands of ranges; a field more would grow all of them.
    @Test func staysSmall() {
        #expect(MemoryLayout<SourceRange>.stride == 16)
    }

    @Test func clampsWhatDoesNotFit() {
        let range = SourceRange(start: -1, end: Int.max, line: 0, column: 1 << 40)
        #expect(range.start == 0)
        #expect(range.end == Int(UInt32.max))
        #expect(range.column == Int(UInt32.max))
    }

    @Test func isReadFromJSON() throws {
        let json = #"{"start": 1204, "end": 1310, "line": 17, "column": 1}"#
        let range = try JSONDecoder().decode(SourceRange.self, from: Data(json.utf8))
        #expect(range == SampleDocument.range)
        #expect(range.offsets == 1204..<1310)
    }

    @Test(arguments: [
        #"{"start": -1, "end": 0, "line": 1, "column": 1}"#,
        #"{"start": 9, "end": 8, "line": 1, "column": 1}"#,
        #"{"start": 0, "end": 4294967296, "line": 1, "column": 1}"#,
        #"{"start": 0, "end": 0, "line": 0, "column": 1}"#,
        #"{"start": 0, "end": 0, "line": 1, "column": 0}"#,
        #"{"start": 0.5, "end": 1, "line": 1, "column": 1}"#,
        #"{"start": 0, "end": 1, "line": 1}"#,
    ])
    func isRefusedWhenItIsNone(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(SourceRange.self, from: Data(json.utf8))
        }
    }
}
