import Foundation

/// Runs the built tool as a process of its own.
struct Tool {
    struct Result {
        let status: Int32
        let output: Data
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [Substring] { text.split(separator: "\n") }
        var errorLines: [Substring] { errors.split(separator: "\n") }

        /// The documents of NDJSON, or the one document of indented JSON.
        func documents() throws -> [NSDictionary] { try lines.map { try Self.document(Data($0.utf8)) } }
        func document() throws -> NSDictionary { try Self.document(output) }

        private static func document(_ data: Data) throws -> NSDictionary {
            guard let object = try JSONSerialization.jsonObject(with: data) as? NSDictionary else {
                throw Missing(what: "JSON object")
            }
            return object
        }
    }

    struct Missing: Error { let what: String }

    /// The tool lies beside the test bundle. That it is missing is a failure of the test, not a reason to skip it.
    static func executable() throws -> URL {
        let directory = Bundle.main.executableURL?.deletingLastPathComponent()
        let candidates =
            Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() } + [directory].compactMap { $0 }
        for candidate in candidates {
            let url = candidate.appendingPathComponent("policytext")
            if FileManager.default.isExecutableFile(atPath: url.path) { return url }
        }
        throw Missing(what: "policytext beside the test bundle, in \(candidates.map(\.path))")
    }

    static func run(_ arguments: String..., input: Data = Data()) throws -> Result {
        try run(arguments, input: input)
    }

    static func run(_ arguments: [String], input: Data = Data()) throws -> Result {
        try start(executable(), arguments, input: input)
    }

    /// Runs a line of bash with the tool as `$0`.
    static func shell(_ line: String, _ arguments: [String]) throws -> Result {
        let tool = try executable().path
        return try start(URL(fileURLWithPath: "/bin/bash"), ["-c", line, tool] + arguments, input: Data())
    }

    /// Streams are files, which, unlike pipes, need no reader while the tool runs.
    private static func start(_ executable: URL, _ arguments: [String], input: Data) throws -> Result {
        let folder = try Scratch()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: folder.file("in", input))
        let output = try folder.file("out", Data())
        let errors = try folder.file("err", Data())
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try Data(contentsOf: output),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}

/// A folder for the files of one test, removed with the value.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("policytext-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String, _ data: Data) throws -> URL {
        let file = url.appendingPathComponent(name)
        try data.write(to: file)
        return file
    }

    func path(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)).path }
}

extension NSDictionary {
    /// The value at the end of keys with dots between; key-value coding is missing on Linux.
    subscript(path path: String) -> Any? {
        path.split(separator: ".").reduce(self as Any?) { ($0 as? NSDictionary)?[String($1)] }
    }
}
