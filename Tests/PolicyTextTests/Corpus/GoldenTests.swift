import Foundation
import Testing

@testable import PolicyText

/// The whole output for each fixture, byte for byte, in `Fixtures/<name>/document.json`.
///
/// With `POLICYTEXT_REWRITE_GOLDEN=1` the files are written anew. Read their difference before committing them.
struct GoldenTests {
    static let rewrites = ProcessInfo.processInfo.environment["POLICYTEXT_REWRITE_GOLDEN"] == "1"

    @Test(arguments: Notice.fixtures)
    func outputIsTheGoldenFile(notice: Notice) throws {
        let file = Notice.fixturesFolder.appending(path: "\(notice.name)/document.json")
        let json = JSONWriter(pretty: true).data(Parser().parse(notice.source)) + [0x0A]
        if Self.rewrites {
            try Data(json).write(to: file)
            return
        }
        guard let golden = try? Data(contentsOf: file) else {
            Issue.record(
                "\(file.lastPathComponent) of \(notice.name) is missing; POLICYTEXT_REWRITE_GOLDEN=1 writes it")
            return
        }
        if golden.elementsEqual(json) { return }
        Issue.record("\(notice.name): \(Self.firstDifference(Array(golden), json))")
    }

    private static func firstDifference(_ golden: [UInt8], _ json: [UInt8]) -> String {
        let old = golden.split(separator: 0x0A, omittingEmptySubsequences: false)
        let new = json.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        func text(_ lines: [ArraySlice<UInt8>]) -> String {
            lines.dropFirst(line).prefix(3).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        }
        return "line \(line + 1) differs\ngolden:\n\(text(old))\nnow:\n\(text(new))"
    }
}
