import FoundationEssentials
import PolicyText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

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
        return try JSONDecoder().decode(PeakMemory.self, from: output(ofChildWith: arguments))
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

    /// What this executable prints when it is run with the arguments.
    ///
    /// By hand, because `Process` needs all of Foundation, whose own data would be most of the peak of a short text.
    private static func output(ofChildWith arguments: [String]) throws -> Data {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw ChildError(step: "pipe", code: errno) }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        var environment = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
        var words = (CommandLine.arguments.prefix(1) + arguments).map { strdup($0) } + [nil]
        defer { for word in environment + words { free(word) } }
        var child = pid_t()
        let code = posix_spawn(&child, "/proc/self/exe", &actions, nil, &words, &environment)
        close(ends[1])
        guard code == 0 else { throw ChildError(step: "posix_spawn", code: code) }
        var output = Data()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &buffer, buffer.count)
            guard count > 0 else { break }
            output.append(contentsOf: buffer[..<count])
        }
        var status: Int32 = 0
        guard waitpid(child, &status, 0) == child, status == 0 else {
            throw ChildError(step: "the child that measures memory", code: status)
        }
        return output
    }
}

struct ChildError: Error, CustomStringConvertible {
    var step: String
    var code: Int32

    var description: String { "\(step) failed with \(code)." }
}
