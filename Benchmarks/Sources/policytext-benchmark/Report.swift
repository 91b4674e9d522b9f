import FoundationEssentials

/// Everything that a run finds out; the file written by `--json`.
struct Report: Codable {
    struct Line: Codable {
        var measure: Measure
        /// In MB/s: 10^6 bytes of input a second.
        var best: Double
        var median: Double
    }

    struct DocumentLine: Codable {
        var name: String
        var bytes: Int
        var jsonBytes: Int
        /// Parse to JSON, in MB/s.
        var best: Double
    }

    var corpus: String
    var distinctDocuments: Int
    var documents: Int
    var inputBytes: Int
    var jsonBytes: Int
    var runs: Int
    var processor: String
    var icuVersion: String
    var lines: [Line] = []
    /// How many times as fast as ICU's words parsing to JSON is, by the best runs.
    var jsonToWords = 0.0
    var memory: PeakMemory?
    /// Slowest first.
    var perDocument: [DocumentLine]?

    var text: String {
        var rows = [
            "corpus      \(corpus): \(distinctDocuments) documents, repeated to \(documents) with \(inputBytes) bytes",
            "output      \(jsonBytes) bytes of JSON",
            "machine     \(processor), ICU \(icuVersion)",
            "runs        \(runs) after a warm-up, on one thread",
            "",
            Self.row(["MB/s", "best", "median"], widths: [20, 10, 10]),
        ]
        for line in lines {
            rows.append(
                Self.row(
                    [line.measure.title, Self.number(line.best), Self.number(line.median)], widths: [20, 10, 10]))
        }
        rows.append("")
        rows.append("parse to JSON / ICU words: \(Self.number(jsonToWords)) times as fast")
        if let memory {
            rows.append(
                "one text of \(memory.inputBytes) bytes: peak \(Self.megabytes(memory.peakBytes)) MB, "
                    + "\(Self.number(Double(memory.peakBytes) / Double(memory.inputBytes))) times its size "
                    + "(\(Self.megabytes(memory.baseBytes)) MB before parsing), "
                    + "\(Self.number(Double(memory.inputBytes) / memory.seconds / 1e6)) MB/s to JSON")
        } else {
            rows.append("peak memory: this system does not tell it")
        }
        if let perDocument {
            let widths = [40, 10, 12, 10, 10]
            rows.append("")
            rows.append(Self.row(["slowest first", "bytes", "JSON bytes", "MB/s", "ns/byte"], widths: widths))
            for line in perDocument {
                let cells = [
                    line.name, String(line.bytes), String(line.jsonBytes), Self.number(line.best),
                    Self.number(1000 / line.best),
                ]
                rows.append(Self.row(cells, widths: widths))
            }
        }
        return rows.joined(separator: "\n")
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + [0x0A]
    }

    /// The first cell flush left, the others flush right.
    private static func row(_ cells: [String], widths: [Int]) -> String {
        zip(cells, widths).enumerated().map { index, cell in
            let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return index == 0 ? cell.0 + padding : padding + cell.0
        }.joined()
    }

    private static func megabytes(_ bytes: Int) -> String { number(Double(bytes) / 1e6) }

    /// With one decimal below 100, else without.
    static func number(_ value: Double) -> String {
        guard value < 100 else { return String(Int(value.rounded())) }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
