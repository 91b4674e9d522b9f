import ArgumentParser
import PolicyText
import PolicyTextReaders

/// One line of the table: some work, done on a document, whose result is a number that keeps it from being optimised
/// away and shows that runs did the same.
enum Measure: String, CaseIterable, Codable {
    case decode, tokens, structure, duties, outline, json, read, file, words

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    var title: String {
        switch self {
        case .decode: "decode"
        case .tokens: "decode + tokens"
        case .outline: "parse to Document"
        case .structure: "structure to JSON"
        case .duties: "with duties to JSON"
        case .json: "parse to JSON"
        case .read: "read by format"
        case .file: "file to Document"
        case .words: "ICU words"
        }
    }
}

extension Measure: ExpressibleByArgument {}

/// Does the work of each measure, on one thread.
struct Workload {
    struct Sample {
        var bytes: [UInt8]
        var name: String
        /// Decoded beforehand: segmentation is measured without decoding.
        var utf8: [UInt8]

        init(_ entry: Corpus.Entry) {
            bytes = entry.bytes
            name = entry.name
            utf8 = SourceText(decoding: entry.bytes, name: entry.name).utf8
        }
    }

    private let parser = Parser()
    private let structure = Parser(options: ParserOptions(findings: []))
    private let duties = Parser(options: ParserOptions(findings: .duties))
    private let writer = JSONWriter()
    private let reader = DocumentReader()
    private let segmenter: WordSegmenter

    init() throws {
        guard let segmenter = WordSegmenter() else { throw WorkloadError.noSegmenter }
        self.segmenter = segmenter
    }

    func run(_ measure: Measure, on sample: Sample) -> Int {
        switch measure {
        case .decode: SourceText(decoding: sample.bytes, name: sample.name).utf8.count
        case .tokens: Tokenizer.tokens(of: SourceText(decoding: sample.bytes, name: sample.name)).count
        case .outline: parser.parse(sample.bytes, name: sample.name).parts.count
        case .structure: jsonByteCount(of: structure.parse(sample.bytes, name: sample.name))
        case .duties: jsonByteCount(of: duties.parse(sample.bytes, name: sample.name))
        case .json: jsonByteCount(of: parser.parse(sample.bytes, name: sample.name))
        case .read: source(sample)?.utf8.count ?? 0
        case .file: source(sample).map { parser.parse($0).parts.count } ?? 0
        case .words: sample.utf8.withUnsafeBufferPointer { segmenter.boundaries(in: $0).count }
        }
    }

    /// The text of a file of any format, `nil` for one that no reader takes.
    private func source(_ sample: Sample) -> SourceText? { try? reader.read(sample.bytes, name: sample.name) }

    /// The seconds for all samples, and the sum of the results.
    func time(_ measure: Measure, on samples: [Sample]) -> (seconds: Double, result: Int) {
        let clock = ContinuousClock()
        var result = 0
        let duration = clock.measure {
            for sample in samples { result &+= run(measure, on: sample) }
        }
        return (duration / .seconds(1), result)
    }

    private func jsonByteCount(of document: Document) -> Int {
        var count = 0
        writer.write(document) { count += $0.count }
        return count
    }
}

enum WorkloadError: Error, CustomStringConvertible {
    case noSegmenter

    var description: String { "The installed ICU has no data for Chinese words." }
}
