import FoundationEssentials
import PolicyText

/// The documents to measure with.
struct Corpus {
    struct Entry {
        var name: String
        var bytes: [UInt8]
    }

    /// The folder, as it is shown to people.
    var origin: String
    /// Distinct documents, ordered by name.
    var entries: [Entry]

    var byteCount: Int { entries.reduce(0) { $0 + $1.bytes.count } }

    /// The documents of a folder: the file `input.*` of each folder inside it; where there are none, its own text,
    /// Markdown and HTML files.
    init(folder: URL, origin: String) throws {
        self.origin = origin
        guard let contents = try? Self.contents(of: folder) else { throw CorpusError.unreadable(origin) }
        entries = try contents.flatMap { inner in
            // A file in between, such as a README, has no contents.
            try ((try? Self.contents(of: inner)) ?? []).filter { $0.lastPathComponent.hasPrefix("input.") }.map {
                Entry(name: inner.lastPathComponent, bytes: Array(try Data(contentsOf: $0)))
            }
        }
        if entries.isEmpty {
            entries = try contents.filter { ["txt", "md", "html"].contains($0.pathExtension) }.map {
                Entry(name: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0)))
            }
        }
        entries.removeAll { $0.bytes.isEmpty }
        guard !entries.isEmpty else { throw CorpusError.noDocuments(origin) }
    }

    /// The corpus in a shared folder beside the repository, where present, else the fixtures.
    static func standard() throws -> Corpus {
        guard let repository = repository() else { throw CorpusError.noRepository }
        let shared = repository.deletingLastPathComponent().appending(path: "shared/corpus/dev")
        if let corpus = try? Corpus(folder: shared, origin: "../shared/corpus/dev") { return corpus }
        return try Corpus(folder: repository.appending(path: "Fixtures"), origin: "Fixtures")
    }

    /// The entries in turn, over and over, until they hold `target` bytes: each is a document of its own.
    func repeated(to target: Int) -> [Entry] {
        var result: [Entry] = []
        var total = 0
        while total < target {
            let entry = entries[result.count % entries.count]
            result.append(entry)
            total += entry.bytes.count
        }
        return result
    }

    /// One text of about `target` bytes: the documents decoded and joined by line ends, web pages left out, since a
    /// page inside a text is not a document that occurs.
    func joined(to target: Int) -> [UInt8] {
        let texts = entries.map { SourceText(decoding: $0.bytes, name: $0.name) }
            .filter { $0.content == .text && !$0.utf8.isEmpty }.map(\.utf8)
        var result: [UInt8] = []
        guard !texts.isEmpty else { return result }
        result.reserveCapacity(target + (texts.map(\.count).max() ?? 0) + 1)
        var next = 0
        while result.count < target {
            result += texts[next % texts.count]
            result.append(0x0A)
            next += 1
        }
        return result
    }

    private static func contents(of folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
            .map { folder.appending(path: $0) }
    }

    /// The nearest folder, from the current one upwards, that holds a package with fixtures.
    private static func repository() -> URL? {
        let files = FileManager.default
        var folder = URL(filePath: files.currentDirectoryPath, directoryHint: .isDirectory)
        while true {
            let isHere = ["Package.swift", "Fixtures"].allSatisfy {
                files.fileExists(atPath: folder.appending(path: $0).path)
            }
            if isHere { return folder }
            let parent = folder.deletingLastPathComponent()
            if parent.path == folder.path || folder.path == "/" { return nil }
            folder = parent
        }
    }
}

enum CorpusError: Error, CustomStringConvertible {
    case noRepository
    case unreadable(String)
    case noDocuments(String)

    var description: String {
        switch self {
        case .noRepository: "No folder given, and the current one is not inside the repository."
        case .unreadable(let folder): "The folder \(folder) cannot be read."
        case .noDocuments(let folder): "No .txt, .md or .html file and no */input.* in \(folder)."
        }
    }
}
