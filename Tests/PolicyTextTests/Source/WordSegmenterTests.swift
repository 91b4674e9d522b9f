import Testing

@testable import PolicyText

@Suite struct WordSegmenterTests {
    private func words(_ text: String) throws -> [String] {
        let segmenter = try #require(WordSegmenter())
        let utf8 = Array(text.utf8)
        let boundaries = utf8.withUnsafeBufferPointer { segmenter.boundaries(in: $0) }
        return zip(boundaries, boundaries.dropFirst()).map { String(decoding: utf8[Int($0)..<Int($1)], as: UTF8.self) }
    }

    @Test func knownWords() throws {
        let found = try words("发展改革委牵头，财政部门负责。")
        for word in ["发展", "部门", "负责"] { #expect(found.contains(word)) }
        #expect(try words("加强组织领导").first == "加强")
    }

    /// ICU counts UTF-16 units, in which some characters are two.
    @Test func offsetsBehindSupplementaryCharacters() throws {
        #expect(try words("𠀀 abc 𠀀 d") == ["𠀀", " ", "abc", " ", "𠀀", " ", "d"])
    }

    @Test(arguments: ["a", "通", "通知 2024\r\n", "第二十三条𠀀𠀁 mixed English 文字，100个。", "\u{3000}\u{200B}"])
    func coverTheText(_ text: String) throws {
        #expect(try words(text).joined() == text)
        #expect(try words(text).allSatisfy { !$0.isEmpty })
    }

    @Test func noText() throws {
        let segmenter = try #require(WordSegmenter())
        #expect(segmenter.boundaries(in: UnsafeBufferPointer(start: nil, count: 0)).isEmpty)
    }

    @Test func anyBytes() throws {
        let segmenter = try #require(WordSegmenter())
        var random = SourceRandom(state: 13)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let boundaries = bytes.withUnsafeBufferPointer { segmenter.boundaries(in: $0) }
            #expect(boundaries.first == 0)
            #expect(boundaries.last == Int32(bytes.count))
            #expect(zip(boundaries, boundaries.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    /// A reused handle must forget the text before: shorter texts after longer ones.
    @Test func reuse() throws {
        let segmenter = try #require(WordSegmenter())
        for text in ["国务院办公厅关于加强政务公开工作的通知", "通知", "国务院办公厅关于", "一"] {
            let utf8 = Array(text.utf8)
            let fresh = try #require(WordSegmenter())
            let expected = utf8.withUnsafeBufferPointer { fresh.boundaries(in: $0) }
            #expect(utf8.withUnsafeBufferPointer { segmenter.boundaries(in: $0) } == expected)
        }
    }

    @Test func version() throws {
        let major = try #require(WordSegmenter.icuVersion.split(separator: ".").first)
        #expect(try #require(Int(major)) >= 60)
    }
}
