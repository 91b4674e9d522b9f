import ArgumentParser
import CBenchmarkAllocator
import FoundationEssentials
import PolicyText

@main
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policytext-benchmark",
        abstract: "Measures how fast the library reads notices, and how much memory that takes.",
        discussion: """
            Without a folder, the corpus in a shared folder beside the repository is used, where present, else the \
            fixtures. Build with -c release: other figures mean nothing.
            """)

    @Argument(help: "A folder with .txt, .md and .html files, or with folders that hold input.*.")
    var folder: String?

    @Option(help: "How often each measure is taken.")
    var runs = 7

    @Option(help: "How many MB (10^6 bytes) the documents are repeated to.")
    var megabytes = 8.0

    @Flag(help: "Also list each document by itself, slowest first.")
    var perDocument = false

    @Option(help: ArgumentHelp("Only this measure, for profiling: \(Measure.names).", valueName: "measure"))
    var only: Measure?

    @Option(name: .customLong("json"), help: ArgumentHelp("Write the figures to a file, too.", valueName: "file"))
    var jsonPath: String?

    @Flag(help: .hidden)
    var memoryChild = false

    func validate() throws {
        guard runs > 0 else { throw ValidationError("--runs must be at least 1.") }
        guard megabytes > 0, megabytes <= 1000 else { throw ValidationError("--megabytes must be from 0 to 1000.") }
    }

    func run() throws {
        // As the tool does, so that the figures are those of its users.
        callocator_keep_freed_memory()
        let corpus = try folder.map { try Corpus(folder: URL(filePath: $0), origin: $0) } ?? Corpus.standard()
        let target = Int(megabytes * 1e6)
        if memoryChild { return try PeakMemory.measureHere(corpus, target: target) }
        announce(corpus)
        let workload = try Workload()
        if let only { return profile(only, corpus, workload, target: target) }
        var report = measure(corpus, workload, target: target)
        report.memory = try PeakMemory.measureInChild(
            arguments: ["--memory-child", "--megabytes", String(megabytes)] + (folder.map { ["--", $0] } ?? []))
        if perDocument { report.perDocument = documentLines(corpus, workload) }
        print(report.text)
        if let jsonPath { try report.json().write(to: URL(filePath: jsonPath)) }
    }

    /// Figures of different documents cannot be compared, so which they are is said first.
    private func announce(_ corpus: Corpus) {
        let rule = String(repeating: "=", count: 100)
        print(rule)
        print("MEASURING WITH \(corpus.entries.count) DOCUMENTS OF \(corpus.origin), \(corpus.byteCount) bytes")
        if folder == nil, corpus.origin == "Fixtures" {
            print("NO SHARED CORPUS BESIDE THE REPOSITORY: figures do not compare with those of that corpus")
        }
        #if DEBUG
            print("NOT A RELEASE BUILD: the figures mean nothing")
        #endif
        print(rule)
    }

    /// One measure and nothing else, so that a profiler sees no other work.
    private func profile(_ measure: Measure, _ corpus: Corpus, _ workload: Workload, target: Int) {
        let samples = corpus.repeated(to: target).map(Workload.Sample.init)
        let byteCount = samples.reduce(0) { $0 + $1.bytes.count }
        let best = (0..<runs).map { _ in workload.time(measure, on: samples).seconds }.min() ?? 0
        print("\(measure.title): \(Report.number(Double(byteCount) / best / 1e6)) MB/s")
    }

    private func measure(_ corpus: Corpus, _ workload: Workload, target: Int) -> Report {
        let samples = corpus.repeated(to: target).map(Workload.Sample.init)
        let byteCount = samples.reduce(0) { $0 + $1.bytes.count }
        var seconds: [Measure: [Double]] = [:]
        var results: [Measure: Int] = [:]
        // The measures take turns, so that a disturbance hits all of them and their ratios stay fair.
        for run in 0...runs {
            for measure in Measure.allCases {
                let (duration, result) = workload.time(measure, on: samples)
                if run > 0 { seconds[measure, default: []].append(duration) }
                if let earlier = results.updateValue(result, forKey: measure), earlier != result {
                    print("\(measure.title): NOT THE SAME RESULT IN EVERY RUN (\(earlier), \(result))")
                }
            }
        }
        var report = Report(
            corpus: corpus.origin, distinctDocuments: corpus.entries.count, documents: samples.count,
            inputBytes: byteCount, jsonBytes: results[.json] ?? 0, runs: runs, processor: Self.processor(),
            icuVersion: WordSegmenter.icuVersion)
        for measure in Measure.allCases {
            let sorted = (seconds[measure] ?? []).sorted()
            let speed = { (duration: Double) in Double(byteCount) / duration / 1e6 }
            report.lines.append(
                Report.Line(measure: measure, best: speed(sorted[0]), median: speed(sorted[sorted.count / 2])))
        }
        let best = Dictionary(uniqueKeysWithValues: report.lines.map { ($0.measure, $0.best) })
        report.jsonToWords = (best[.json] ?? 0) / (best[.words] ?? 1)
        return report
    }

    /// Each document by itself, repeated to 1 MB a run, since one parse of a short notice is too short to time.
    private func documentLines(_ corpus: Corpus, _ workload: Workload) -> [Report.DocumentLine] {
        corpus.entries.map { entry in
            let count = max(1, 1_000_000 / entry.bytes.count)
            let samples = [Workload.Sample](repeating: Workload.Sample(entry), count: count)
            let timings = (0...runs).map { _ in workload.time(.json, on: samples) }
            let best = timings.dropFirst().map(\.seconds).min() ?? timings[0].seconds
            return Report.DocumentLine(
                name: entry.name, bytes: entry.bytes.count, jsonBytes: timings[0].result / count,
                best: Double(entry.bytes.count * count) / best / 1e6)
        }.sorted { $0.best < $1.best }
    }

    private static func processor() -> String {
        let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
        let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
            .map { $0.drop { $0 == " " } }
        return model.map(String.init) ?? "unknown processor"
    }
}
