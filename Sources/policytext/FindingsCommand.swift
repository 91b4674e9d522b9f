import ArgumentParser
import PolicyText

/// How findings are printed.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

/// Prints one kind of findings of a document in each of the formats.
protocol FindingsPrinter {
    func printTable(_ document: Document) throws(Failure)
    func printCSVHeader() throws(Failure)
    func printCSV(_ document: Document, file: String) throws(Failure)
    func printJSON(_ document: Document) throws(Failure)
}

/// A command that lists findings: which ones, and how they are printed, is all that tells one from another.
protocol FindingsCommand: ParsableCommand {
    var files: [String] { get }
    var format: FindingsFormat { get }
    var common: CommonOptions { get }
    static var findings: Findings { get }
    static func printer(_ output: OutputStream, _ language: Language) -> any FindingsPrinter
}

extension FindingsCommand {
    func run() throws {
        let encoding = try common.textEncoding()
        let parser = Parser(options: ParserOptions(findings: Self.findings))
        let output = OutputStream()
        var reporter = Reporter(common)
        let printer = Self.printer(output, common.language)
        if format == .csv { try printer.printCSVHeader() }
        for (index, path) in files.enumerated() {
            let file = InputFile(path: path)
            do throws(Failure) {
                let document = parser.parse(try file.source(encoding))
                reporter.report(document.diagnostics, of: file.label)
                switch format {
                case .table:
                    try output.writeHeader(file.label, index, of: files.count)
                    try printer.printTable(document)
                case .csv: try printer.printCSV(document, file: file.label)
                case .json: try printer.printJSON(document)
                }
                try output.flush()
            } catch {
                guard error.isInput else { throw error }
                reporter.report(error)
            }
        }
        try reporter.finish()
    }
}
