import Foundation
import PolicyText
import Testing

/// A notice that the tests read: a fixture of this repository, or a document of the corpus that may stand beside it.
struct Notice: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    /// What a careful reader takes from it, written by hand.
    var truth: URL?
    var testDescription: String { name }

    var source: SourceText { SourceText(decoding: bytes, name: name) }

    /// The text, for tests that change it.
    var text: String { String(decoding: source.utf8, as: UTF8.self) }

    // MARK: Fixtures

    static let fixturesFolder = Schema.repository.appending(path: "Fixtures")

    /// One notice for each `Fixtures/*/input.*`, by name.
    static let fixtures: [Notice] = folders(in: fixturesFolder).compactMap { folder in
        guard let input = files(in: folder).first(where: { $0.lastPathComponent.hasPrefix("input.") }),
            let bytes = try? Data(contentsOf: input)
        else { return nil }
        return Notice(
            name: folder.lastPathComponent, bytes: Array(bytes), truth: folder.appending(path: "expected.json"))
    }

    // MARK: Corpus

    private static let shared = Schema.repository.deletingLastPathComponent().appending(path: "shared")

    /// The documents of the development corpus, empty where it is absent.
    static let corpus: [Notice] = {
        let found = files(in: shared.appending(path: "corpus/dev")).compactMap { file -> Notice? in
            guard let bytes = try? Data(contentsOf: file) else { return nil }
            let truth = shared.appending(path: "gold/\(file.deletingPathExtension().lastPathComponent).json")
            let hasTruth =
                ["txt", "md"].contains(file.pathExtension) && FileManager.default.fileExists(atPath: truth.path)
            return Notice(name: file.lastPathComponent, bytes: Array(bytes), truth: hasTruth ? truth : nil)
        }
        if found.isEmpty {
            FileHandle.standardError.write(Data("*** \(corpusReason): the tests on it are SKIPPED ***\n".utf8))
        }
        return found
    }()

    static var hasCorpus: Bool { !corpus.isEmpty }
    static let corpusReason: Comment = "no corpus in ../shared/corpus/dev beside the repository"

    // MARK: Folders

    private static func folders(in folder: URL) -> [URL] { entries(in: folder).filter(\.hasDirectoryPath) }
    private static func files(in folder: URL) -> [URL] { entries(in: folder).filter { !$0.hasDirectoryPath } }

    private static func entries(in folder: URL) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
        return (found ?? []).sorted { $0.path < $1.path }
    }
}
