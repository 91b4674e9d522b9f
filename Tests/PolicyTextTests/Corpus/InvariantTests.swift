import Foundation
import Testing

@testable import PolicyText

/// What must hold of every document, whatever it says.
struct InvariantTests {
    @Test func findsTheFixtures() {
        #expect(Notice.fixtures.count >= 26)
        #expect(Notice.fixtures.allSatisfy { !$0.bytes.isEmpty })
    }

    @Test(arguments: Notice.fixtures)
    func holdOnFixtures(notice: Notice) { expectInvariants(notice.source) }

    @Test(.enabled(if: Notice.hasCorpus, Notice.corpusReason), arguments: Notice.corpus)
    func holdOnTheCorpus(notice: Notice) { expectInvariants(notice.source) }

    @Test(arguments: Notice.fixtures)
    func outputOfFixturesIsSound(notice: Notice) throws { try expectSoundOutput(notice.source) }

    @Test(.enabled(if: Notice.hasCorpus, Notice.corpusReason), arguments: Notice.corpus)
    func outputOfTheCorpusIsSound(notice: Notice) throws { try expectSoundOutput(notice.source) }

    /// One parser, many tasks: each gives the bytes that a parse alone gives.
    @Test func sameBytesFromManyTasks() async {
        let parser = Parser()
        let notices = Notice.fixtures
        let alone = notices.map { JSONWriter().data(parser.parse($0.source)) }
        let together = await withTaskGroup(of: (Int, [UInt8]).self) { group in
            for index in 0..<notices.count * 3 {
                group.addTask {
                    (index, JSONWriter().data(parser.parse(notices[index % notices.count].source)))
                }
            }
            var found: [(Int, [UInt8])] = []
            for await result in group { found.append(result) }
            return found
        }
        #expect(together.count == notices.count * 3)
        for (index, bytes) in together {
            #expect(bytes == alone[index % notices.count], "\(notices[index % notices.count].name)")
        }
    }
}

/// Expects that all invariants hold, and says which do not.
func expectInvariants(_ source: SourceText, sourceLocation: SourceLocation = #_sourceLocation) {
    let faults = DocumentChecker(source).faults()
    let list = faults.map(\.description).joined(separator: "\n")
    #expect(faults.isEmpty, "\(faults.count) faults\n\(list)", sourceLocation: sourceLocation)
}

/// Expects the same bytes from a second parse, JSON that keeps to the schema, and an equal document read back from it.
func expectSoundOutput(_ source: SourceText, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let document = Parser().parse(source)
    let json = JSONWriter().data(document)
    #expect(JSONWriter().data(Parser().parse(source)) == json, sourceLocation: sourceLocation)
    expectValid(json, sourceLocation: sourceLocation)
    let decoded = try JSONDecoder().decode(Document.self, from: Data(json))
    #expect(decoded == document, sourceLocation: sourceLocation)
}
