import Foundation
import PolicyText
import Testing

struct CodableTests {
    @Test(arguments: [SampleDocument.empty, SampleDocument.full])
    func comesBackEqual(document: Document) throws {
        let data = try JSONEncoder().encode(document)
        #expect(try JSONDecoder().decode(Document.self, from: data) == document)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func comesBackEqualAtRandom(seed: UInt64) throws {
        var random = RandomDocument(seed: seed)
        let document = random.document()
        let data = try JSONEncoder().encode(document)
        #expect(try JSONDecoder().decode(Document.self, from: data) == document)
    }

    @Test func showsNullsOfTheContract() throws {
        let document = try json(SampleDocument.empty)
        for key in ["title", "titleRange", "genre", "documentNumber", "issuedOn", "publishedOn"] {
            #expect(document["metadata"]?[key] == .null, "\(key)")
        }
        #expect(document["source"]?["name"] == .null)
        let range = SampleDocument.range
        let part = try json(Part(role: .main, title: nil, titleRange: nil, range: range, content: []))
        #expect(part["title"] == .null)
        #expect(part["titleRange"] == .null)
        let citation = try json(Citation(title: "", documentNumber: nil, range: range))
        #expect(citation["documentNumber"] == .null)
    }

    @Test func leavesOutWhatFewBlocksHave() throws {
        let range = SampleDocument.range
        let marker = Marker(text: "一、", scheme: .han, ordinal: 1, range: range)
        let section = Section(
            id: "p1.1", level: 1, marker: marker, heading: nil, headingRange: nil, inline: false, range: range,
            content: []
        )
        let sectionJSON = try json(Block.section(section))
        #expect(sectionJSON["kind"] == .string("section"))
        #expect(sectionJSON["inline"] == nil)
        #expect(sectionJSON["heading"] == .null)
        #expect(sectionJSON["headingRange"] == .null)
        #expect(sectionJSON["content"] == .array([]))
        #expect(sectionJSON["marker"]?["suffix"] == nil)
        let paragraphJSON = try json(Block.paragraph(Paragraph(text: "文", range: range)))
        #expect(paragraphJSON["pieces"] == nil)
        #expect(paragraphJSON["content"] == nil)
    }

    @Test(arguments: [
        ("schema", #""policytext-document/2""#), ("schema", "null"), ("parts", "null"),
        ("parts.0.content.0.kind", #""chapter""#), ("parts.0.role", #""annex""#),
        ("targets.0.value", "[1]"), ("targets.0.value", "[1, 2, 3]"), ("targets.0.value", #""1""#),
        ("targets.0.value", "null"), ("diagnostics.0.rule", #""no-such-rule""#),
    ])
    func refusesWhatIsNotTheContract(path: String, value: String) throws {
        let changed = try json(SampleDocument.full).setting(path, to: JSONValue(value))
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Document.self, from: Data(changed.text.utf8))
        }
    }

    @Test func encodesNoNumberAsNull() throws {
        var document = SampleDocument.empty
        document.coverage = .nan
        #expect(try json(document)["coverage"] == .null)
    }

    private func json(_ value: some Encodable) throws -> JSONValue {
        try JSONValue(parsing: JSONEncoder().encode(value))
    }
}
