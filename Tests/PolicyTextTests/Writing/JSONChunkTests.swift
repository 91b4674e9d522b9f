import PolicyText
import Testing

/// How the writer hands on what it has written.
struct JSONChunkTests {
    @Test(arguments: [0, 256, 257, 263, 300, 511, 1000, 4096, 65536], [false, true])
    func joinsToTheSameWhateverTheSize(size: Int, pretty: Bool) {
        let expected = JSONWriter(pretty: pretty).data(SampleDocument.full)
        var chunks: [[UInt8]] = []
        JSONWriter(pretty: pretty, chunkByteCount: size).write(SampleDocument.full) { chunks.append(Array($0)) }
        #expect(chunks.flatMap { $0 } == expected)
        let bound = max(size, JSONWriter.minimumChunkByteCount)
        #expect(chunks.allSatisfy { !$0.isEmpty && $0.count <= bound })
        // What is not split is short, so that chunks are nearly full; one may end an eighth early before an object.
        #expect(chunks.dropLast().allSatisfy { $0.count > bound - max(128, bound / 8) })
    }

    @Test func splitsLongStrings() {
        var document = SampleDocument.empty
        document.source.name = String(repeating: "文\"", count: 1000)
        var bytes: [UInt8] = []
        JSONWriter(chunkByteCount: 256).write(document) { bytes.append(contentsOf: $0) }
        #expect(bytes == JSONWriter().data(document))
    }

    /// The writer bounds no nesting; the indentation must not run over the chunk.
    @Test func indentsDeeperThanAChunk() throws {
        var block = Block.paragraph(Paragraph(text: "文", range: SampleDocument.range))
        for _ in 0..<100 {
            block = .paragraph(Paragraph(text: "文", range: SampleDocument.range, content: [block]))
        }
        var document = SampleDocument.empty
        document.parts = [Part(role: .main, title: nil, titleRange: nil, range: SampleDocument.range, content: [block])]
        let bytes = JSONWriter(pretty: true, chunkByteCount: 256).data(document)
        #expect(try JSONValue(parsing: bytes) == JSONValue(document.json()))
    }

    @Test func writesLinesOfNDJSON() {
        let documents = [SampleDocument.full, SampleDocument.empty, SampleDocument.full]
        var bytes: [UInt8] = []
        JSONWriter(pretty: true, chunkByteCount: 1000).writeLines(documents) { bytes.append(contentsOf: $0) }
        let expected = documents.map { $0.json() + "\n" }.joined()
        #expect(bytes == Array(expected.utf8))
        #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 3)
    }

    /// What was written of a name is noted by where it lies in memory, which the next document may have for another.
    @Test(arguments: [256, 4_096])
    func notesNoNameOfADocumentThatIsGone(size: Int) {
        func document(_ number: Int) -> Document {
            var document = SampleDocument.empty
            document.metadata.issuers = (0..<40).map {
                OrganizationName(name: "某某市第\($0 + number)局", range: SampleDocument.range)
            }
            document.metadata.recipients = document.metadata.issuers + document.metadata.issuers
            return document
        }
        var bytes: [UInt8] = []
        let made = (0..<20).lazy.map { document($0) }
        JSONWriter(chunkByteCount: size).writeLines(made) { bytes.append(contentsOf: $0) }
        let expected = (0..<20).map { document($0) }
        #expect(bytes == Array(expected.map { $0.json() + "\n" }.joined().utf8))
        for (line, document) in zip(bytes.split(separator: 0x0A), expected) {
            let names = document.metadata.recipients.map(\.name)
            let text = String(decoding: line, as: UTF8.self)
            // One document's bytes are compared with the names themselves, lest both sides be wrong alike.
            #expect(names.allSatisfy { text.contains("\"name\":\"\($0)\"") })
        }
    }

    @Test func writesNothingForNoDocuments() {
        Document.writeLines([]) { _ in Issue.record("the sink was called") }
    }

    struct Closed: Error, Equatable {}

    @Test func stopsAtAnErrorOfTheSink() {
        var calls = 0
        let writer = JSONWriter(chunkByteCount: 256)
        #expect(throws: Closed()) {
            try writer.write(SampleDocument.full) { (_) throws(Closed) in
                calls += 1
                if calls == 2 { throw Closed() }
            }
        }
        #expect(calls == 2)
    }

    /// Documents may be made on demand, at some cost; none is asked for when the reader has gone.
    @Test func readsNoFurtherDocumentAfterAnError() {
        var made = 0
        let documents = (0..<10).lazy.map { _ in
            made += 1
            return SampleDocument.full
        }
        #expect(throws: Closed()) {
            try JSONWriter().writeLines(documents) { (_) throws(Closed) in throw Closed() }
        }
        #expect(made == 1)
    }
}
