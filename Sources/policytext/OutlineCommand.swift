import ArgumentParser
import PolicyText

struct OutlineCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "outline", abstract: HelpText.outline, discussion: HelpText.outlineExamples)
    }

    @Argument(help: HelpText.files) var files: [String]
    @OptionGroup var common: CommonOptions

    func run() throws {
        let encoding = try common.textEncoding()
        let parser = Parser(options: ParserOptions(findings: []))
        let output = OutputStream()
        var reporter = Reporter(common)
        for (index, path) in files.enumerated() {
            let file = InputFile(path: path)
            let source: SourceText
            do throws(Failure) {
                source = try file.source(encoding)
            } catch {
                reporter.report(error)
                continue
            }
            let document = parser.parse(source)
            reporter.report(document.diagnostics, of: file.label)
            try output.writeHeader(file.label, index, of: files.count)
            try OutlinePrinter(document: document, source: source, language: common.language).print(to: output)
            try output.flush()
        }
        try reporter.finish()
    }
}
