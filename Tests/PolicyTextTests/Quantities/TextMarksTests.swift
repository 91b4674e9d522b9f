import Testing

@testable import PolicyText

/// The pass that finds where numbers and punctuation stand misses nothing, in vectors and byte by byte.
@Suite("Marks of numbers and punctuation")
struct TextMarksTests {
    /// Every character of the Basic Multilingual Plane.
    private static let characters: [Unicode.Scalar] = (UInt32(1)...0xFFFF).compactMap(Unicode.Scalar.init)

    private static func opensNumber(_ scalar: Unicode.Scalar) -> Bool {
        scalar.arabicDigit != nil || HanSymbol(scalar) != nil || "半翻年世".unicodeScalars.contains(scalar)
    }

    private static func divides(_ scalar: Unicode.Scalar) -> Bool {
        "，,：:；;。！？!?.（）()〔〕［］“”「」《》".unicodeScalars.contains(scalar)
    }

    /// Runs over a text and returns how many of its characters are marked wrongly.
    private static func mistakes(in scalars: ArraySlice<Unicode.Scalar>, behind prefix: String) -> [Unicode.Scalar] {
        let string = prefix + String(String.UnicodeScalarView(scalars))
        return withByteText(string) { text in
            let marks = TextMarks(text.bytes)
            var wrong: [Unicode.Scalar] = []
            var offset = prefix.utf8.count
            for scalar in scalars {
                let isMarked = marks.numerals.isSet(offset)
                if isMarked != opensNumber(scalar) || divides(scalar) && !marks.punctuation.isSet(offset) {
                    wrong.append(scalar)
                }
                offset += String(scalar).utf8.count
            }
            return wrong
        }
    }

    @Test("All characters, at every place of a vector", arguments: 0..<4)
    func all(shift: Int) {
        let prefix = String(repeating: "x", count: shift)
        #expect(Self.mistakes(in: Self.characters[...], behind: prefix) == [])
    }

    @Test("Texts that end inside a vector", arguments: 0..<70)
    func short(length: Int) {
        let numerals = Self.characters.filter { Self.opensNumber($0) || Self.divides($0) }
        #expect(numerals.count > 70)
        #expect(Self.mistakes(in: numerals.prefix(length), behind: "") == [])
        #expect(Self.mistakes(in: numerals.suffix(length), behind: "的") == [])
    }

    @Test("The next mark is the first at or behind a place, and none is behind the end")
    func next() {
        let string = String(repeating: "的", count: 50) + "三" + String(repeating: "的", count: 50)
        withByteText(string) { text in
            let marks = TextMarks(text.bytes)
            #expect(marks.numerals.next(from: 0, before: text.count) == 150)
            #expect(marks.numerals.next(from: 150, before: text.count) == 150)
            #expect(marks.numerals.next(from: 151, before: text.count) == text.count)
            #expect(marks.numerals.next(from: 0, before: 150) == 150)
            #expect(marks.numerals.next(from: 0, before: 90) == 90)
        }
    }

    @Test("A word is found wherever it stands")
    func word() {
        for length in 0..<80 {
            let filler = String(repeating: "x", count: length)
            withByteText(filler + "目标" + filler) { text in
                #expect(text.contains("目标"))
                #expect(text.contains("目标", in: length..<length + 6))
                #expect(!text.contains("目标", in: 0..<length + 5))
                #expect(!text.contains("目标", in: length + 1..<text.count))
                #expect(!text.contains("指标"))
            }
        }
    }
}
