import ArgumentParser
import PolicyText

/// How findings are printed.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

struct DutiesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "duties", abstract: HelpText.duties, discussion: HelpText.dutiesExamples)
    }

    @Argument(help: HelpText.files) var files: [String]
    @Option(help: HelpText.findingsFormat) var format: FindingsFormat = .table
    @OptionGroup var common: CommonOptions

    func run() throws {
        let encoding = try common.textEncoding()
        let parser = Parser(options: ParserOptions(findings: .duties))
        let output = OutputStream()
        var reporter = Reporter(common)
        let printer = DutiesPrinter(output: output, language: common.language)
        if format == .csv { try printer.printCSVHeader() }
        for (index, path) in files.enumerated() {
            let file = InputFile(path: path)
            do throws(Failure) {
                let document = parser.parse(try file.source(encoding))
                reporter.report(document.diagnostics, of: file.label)
                switch format {
                case .table:
                    // As head and tail do it.
                    if files.count > 1 {
                        let label = VisibleText.withoutControls(file.label)
                        try output.write("\(index > 0 ? "\n" : "")==> \(label) <==\n")
                    }
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
