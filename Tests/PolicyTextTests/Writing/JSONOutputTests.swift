import Testing

@testable import PolicyText

/// The texts of single values.
struct JSONOutputTests {
    @Test(arguments: [
        (0, "0"), (9, "9"), (10, "10"), (99, "99"), (100, "100"), (101, "101"), (999, "999"), (1000, "1000"),
        (9999, "9999"), (10000, "10000"), (99999, "99999"), (100_000, "100000"), (999_999, "999999"),
        (1_000_000, "1000000"), (-1, "-1"), (-100, "-100"),
        (4_294_967_295, "4294967295"), (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
    ])
    func writesIntegers(value: Int, text: String) {
        #expect(written { $0.integer(value) } == text)
    }

    @Test func writesEveryShortInteger() {
        for value in 0..<20000 where written({ $0.integer(value) }) != value.description {
            Issue.record("\(value)")
        }
    }

    @Test(arguments: [
        (160000, "160000"), (0, "0"), (-0.0, "0"), (0.93, "0.93"), (0.1 + 0.2, "0.30000000000000004"), (-2.5, "-2.5"),
        (9_007_199_254_740_991, "9007199254740991"), (9_007_199_254_740_992, "9007199254740992"),
        (1e16, "1e+16"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"), (1e-7, "1e-07"),
        (1_000_000_000_000, "1000000000000"),
        (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ])
    func writesNumbers(value: Double, text: String) {
        #expect(written { $0.number(value) } == text)
    }

    @Test(arguments: [
        ("", #""""#), ("\"", #""\"""#), ("\\", #""\\""#), ("/", #""/""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
        ("\u{0}", #""\u0000""#), ("\u{B}", #""\u000b""#), ("\u{10}", #""\u0010""#), ("\u{1F}", #""\u001f""#),
        ("\u{7F}", "\"\u{7F}\""), ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""), ("👨‍👩‍👧‍👦", "\"👨‍👩‍👧‍👦\""),
        ("\u{301}", "\"\u{301}\""),
        ("\r\n", #""\r\n""#), ("e\u{301}", "\"e\u{301}\""), ("\u{F900}", "\"\u{F900}\""),
    ])
    func writesStrings(value: String, text: String) {
        // By bytes: String's == takes a composed and a decomposed é, or 豈 and U+F900, for the same.
        #expect(Array(written { $0.string(value) }.utf8) == Array(text.utf8))
    }

    @Test func writesLargestRangeWithinTheRoomItReserves() {
        let most = Int(UInt32.max)
        let range = SourceRange(start: most, end: most, line: most, column: most)
        let text = written { $0.range(range) }
        #expect(text == #"{"start":4294967295,"end":4294967295,"line":4294967295,"column":4294967295}"#)
        #expect(text.utf8.count <= 96)
    }

    /// The scan takes 32 and 8 bytes at once: every byte that needs an escape must be found at every place, beside bytes
    /// that look alike in the scan's arithmetic.
    @Test func findsEveryEscapeAtEveryPlace() throws {
        let fillers = ["a", "!", "#", "]", "[", " ", "\u{7F}", "é", "文", "\u{20000}"]
        for filler in fillers {
            for place in 0..<70 {
                for code in Array(0..<0x20 as Range<UInt8>) + [0x22, 0x5C] {
                    let odd = String(Unicode.Scalar(code))
                    let text = String(repeating: filler, count: place) + odd + filler + odd + odd + filler
                    let json = written { $0.string(text) }
                    if try JSONValue(json) != .string(text) { Issue.record("\(json)") }
                }
            }
        }
    }

    /// A chunk with room for all of a text has it copied without a look at each byte, by 4, 8, 16 or 32 of them.
    @Test func findsTheOnlyEscapeAtEveryPlace() throws {
        for count in 0..<140 {
            let plain = String(repeating: "a", count: count)
            #expect(written(capacity: 4_096) { $0.string(plain) } == "\"\(plain)\"")
            for place in 0..<count {
                for odd in ["\"", "\\", "\u{0}", "\u{1F}"] {
                    let rest = String(repeating: "a", count: count - place - 1)
                    let text = String(repeating: "a", count: place) + odd + rest
                    let json = written(capacity: 4_096) { $0.string(text) }
                    if try JSONValue(json) != .string(text) { Issue.record("\(json)") }
                }
            }
        }
    }

    @Test func writesPiecesOfAnySize() {
        let ends = [0, 9, 10, 9_999, 10_000, 67_108_863, 67_108_864, 99_999_999, 100_000_000, Int(UInt32.max)]
        let pieces = ends.map { SourcePiece(start: $0, end: $0) }
        let range = SourceRange(start: 0, end: 1, line: 1, column: 1)
        let block = Block.paragraph(Paragraph(text: "", range: range, pieces: pieces))
        let text = ends.map { "[\($0),\($0)]" }.joined(separator: ",")
        let head = #"{"kind":"paragraph","text":"","range":{"start":0,"end":1,"line":1,"column":1},"pieces":["#
        let json = head + text + "]}"
        #expect(written(capacity: 256) { $0.write(block) } == json)
        #expect(written(capacity: 4_096) { $0.write(block) } == json)
    }

    @Test func passesAllOtherBytesUntouched() {
        let plain = (0x20...0x2FFF as ClosedRange<UInt32>).filter { $0 != 0x22 && $0 != 0x5C }
        let text = String(String.UnicodeScalarView(plain.compactMap(Unicode.Scalar.init)))
        #expect(Array(written { $0.string(text) }.utf8) == Array("\"\(text)\"".utf8))
    }

    private func written(
        capacity: Int = JSONWriter.minimumChunkByteCount, _ body: (inout JSONOutput) -> Void
    ) -> String {
        var bytes: [UInt8] = []
        func sink(_ chunk: UnsafeRawBufferPointer) { bytes.append(contentsOf: chunk) }
        withoutActuallyEscaping(sink) { sink in
            var output = JSONOutput(pretty: false, capacity: capacity, sink: sink)
            body(&output)
            output.flush()
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
