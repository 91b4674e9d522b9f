import Foundation
import PolicyText
import Testing

struct JSONWriterTests {
    @Test(arguments: [SampleDocument.empty, SampleDocument.full], [false, true])
    func saysTheSameAsCodable(document: Document, pretty: Bool) throws {
        try expectSameAsCodable(document, pretty: pretty)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func saysTheSameAsCodableAtRandom(seed: UInt64) throws {
        var random = RandomDocument(seed: seed)
        try expectSameAsCodable(random.document(), pretty: seed % 2 == 1)
    }

    @Test func saysTheSameAsCodableOnLongStrings() throws {
        var document = SampleDocument.empty
        let text = RandomDocument.oddities.joined()
        document.metadata.title = String(repeating: text, count: 2000)
        document.metadata.genre = String(repeating: "\u{0}", count: 100_000)
        document.source.name = String(repeating: "文", count: 300_000)
        try expectSameAsCodable(document, pretty: false)
    }

    /// Decoding compares with `==`, which takes canonically equal strings for the same; writing again does not.
    private func expectSameAsCodable(_ document: Document, pretty: Bool) throws {
        let writer = JSONWriter(pretty: pretty)
        let bytes = writer.data(document)
        let decoded = try JSONDecoder().decode(Document.self, from: Data(bytes))
        #expect(decoded == document)
        #expect(writer.data(decoded) == bytes)
        // JSONSerialization loses a U+FEFF that follows an escape, so that both texts must escape the same.
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let ours = try JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary
        let theirs = try JSONSerialization.jsonObject(with: encoder.encode(document)) as? NSDictionary
        #expect(ours != nil && ours == theirs)
        expectValid(bytes)
    }

    @Test func writesTheSameOnEveryRun() {
        let first = JSONWriter().data(SampleDocument.full)
        #expect((0..<3).allSatisfy { _ in JSONWriter().data(SampleDocument.full) == first })
    }

    @Test func writesNoNumberAsNull() {
        var document = SampleDocument.empty
        document.coverage = .infinity
        #expect(document.json().hasSuffix(#""coverage":null}"#))
    }

    @Test func writesCompact() {
        let expected = """
            {"schema":"policytext-document/1","source":{"name":null,"format":"text","encoding":"UTF-8",\
            "byteOrderMark":false,"byteCount":0,\
            "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},\
            "metadata":{"title":null,"titleRange":null,"genre":null,"documentNumber":null,"issuers":[],"recipients":[],\
            "issuedOn":null,"publishedOn":null,"attachments":[],"citations":[]},"parts":[],"responsibilities":[],\
            "targets":[],"quantities":[],"diagnostics":[],"furniture":[{"kind":"blank",\
            "range":{"start":1204,"end":1310,"line":17,"column":1}}],"coverage":0}
            """
        var document = SampleDocument.empty
        document.furniture = [Furniture(kind: .blank, range: SampleDocument.range)]
        #expect(document.json() == expected)
    }

    @Test func writesPretty() {
        let expected = """
              "responsibilities": [],
              "targets": [],
              "quantities": [],
              "diagnostics": [],
              "furniture": [
                {
                  "kind": "blank",
                  "range": {"start":1204,"end":1310,"line":17,"column":1}
                },
                {
                  "kind": "imprint",
                  "range": {"start":1204,"end":1310,"line":17,"column":1}
                }
              ],
              "coverage": 0.5
            }
            """
        var document = SampleDocument.empty
        document.furniture = [.blank, .imprint].map { Furniture(kind: $0, range: SampleDocument.range) }
        document.coverage = 0.5
        let json = document.json(pretty: true)
        #expect(json.hasPrefix("{\n  \"schema\": \"policytext-document/1\",\n  \"source\": {\n    \"name\": null,\n"))
        #expect(json.hasSuffix(expected))
    }
}
