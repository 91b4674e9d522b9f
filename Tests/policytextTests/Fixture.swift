import Foundation
import Testing

/// An input of `Fixtures/`.
struct Fixture: Sendable, CustomTestStringConvertible {
    let folder: String
    let path: String

    var testDescription: String { folder }
    var data: Data { get throws { try Data(contentsOf: URL(fileURLWithPath: path)) } }
    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures")

    /// All of them, by name.
    static let all: [Fixture] = {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return folders.sorted().flatMap { folder in
            let url = root.appendingPathComponent(folder)
            let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            return files.filter { $0.hasPrefix("input.") }
                .map { Fixture(folder: folder, path: url.appendingPathComponent($0).path) }
        }
    }()

    /// Those in UTF-8, whose bytes are the decoded text.
    static let utf8 = all.filter { ["input.txt", "input.md"].contains($0.name) }

    static func named(_ folder: String) throws -> Fixture {
        guard let found = all.first(where: { $0.folder == folder }) else { throw Tool.Missing(what: folder) }
        return found
    }
}
