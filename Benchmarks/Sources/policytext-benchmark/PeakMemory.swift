import Foundation
import PolicyText

/// What the parse of one long text takes, measured in a process of its own, since a peak never falls again.
struct PeakMemory: Codable {
    /// The bytes of the text.
    var inputBytes: Int
    /// The peak when the text was in memory and nothing was parsed yet, in bytes: runtime, libraries and the text.
    var baseBytes: Int
    /// The peak of the whole process in bytes.
    var peakBytes: Int
    var jsonBytes: Int
    var seconds: Double

    /// The work of the child: parses the text to JSON once, and prints what it took.
    static func measureHere(_ corpus: Corpus, target: Int) throws {
        let text = corpus.joined(to: target)
        let base = highWaterMark() ?? 0
        var count = 0
        let duration = ContinuousClock().measure {
            JSONWriter().write(Parser().parse(text, name: "joined.txt")) { count += $0.count }
        }
        let result = PeakMemory(
            inputBytes: text.count, baseBytes: base, peakBytes: highWaterMark() ?? 0, jsonBytes: count,
            seconds: duration / .seconds(1))
        print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
    }

    /// Runs this executable again with the arguments; `nil` where the system does not tell a process's peak.
    static func measureInChild(arguments: [String]) throws -> PeakMemory? {
        guard highWaterMark() != nil else { return nil }
        let child = Process()
        child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        child.arguments = arguments
        let output = Pipe()
        child.standardOutput = output
        try child.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        child.waitUntilExit()
        return try JSONDecoder().decode(PeakMemory.self, from: data)
    }

    /// `VmHWM` of this process in bytes. `getrusage` would not do: its peak counts what the process held before `exec`.
    private static func highWaterMark() -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
            return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
                .map { $0 * 1024 }
        }
        return nil
    }
}
