import Foundation
import PolicyText
import Testing

@testable import PolicyTextReaders

/// A file under `Fixtures/readers` with what a careful reader takes from it.
struct ReaderFixture: Sendable, CustomTestStringConvertible {
    var name: String
    var folder: URL
    var bytes: [UInt8]
    var testDescription: String { name }

    static let root = Schema.repository.appending(path: "Fixtures/readers")

    /// One for each folder with an `input.*`.
    static let all: [ReaderFixture] = {
        let folders = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
        return folders.sorted { $0.path < $1.path }.compactMap { folder in
            let files =
                (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
            guard let input = files.first(where: { $0.lastPathComponent.hasPrefix("input.") }),
                let bytes = try? Data(contentsOf: input)
            else { return nil }
            return ReaderFixture(name: folder.lastPathComponent, folder: folder, bytes: Array(bytes))
        }
    }()

    static func file(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

    func source() throws -> SourceText { try DocumentReader().read(bytes, name: name) }
    func truth() throws -> JSONValue {
        try JSONValue(parsing: Data(contentsOf: folder.appending(path: "expected.json")))
    }
}

/// Expects that all invariants hold of what the parser makes of a source, and that its JSON keeps to the schema.
func expectSound(_ source: SourceText, sourceLocation: SourceLocation = #_sourceLocation) {
    let faults = DocumentChecker(source).faults()
    let list = faults.map(\.description).joined(separator: "\n")
    #expect(faults.isEmpty, "\(faults.count) faults\n\(list)", sourceLocation: sourceLocation)
    let document = Parser().parse(source)
    let json = JSONWriter().data(document)
    expectValid(json, sourceLocation: sourceLocation)
    #expect((try? JSONDecoder().decode(Document.self, from: Data(json))) == document, sourceLocation: sourceLocation)
}

/// The text of a page's paragraphs, one a line.
func paragraphs(_ page: String, limits: ReaderLimits = ReaderLimits()) -> [String] {
    let source = HTMLReader(limits: limits).read(Array(page.utf8), name: nil, encoding: nil)
    return (source.hints?.blocks ?? []).compactMap { block in
        switch block.kind {
        case .paragraph, .heading: String(decoding: source.utf8[block.range], as: UTF8.self)
        default: nil
        }
    }
}

/// All text that a reader made, white space out.
func squashed(_ source: SourceText) -> String {
    String(decoding: PageBytes.squashed(source.utf8[...]), as: UTF8.self)
}
