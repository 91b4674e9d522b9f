import ArgumentParser
import PolicyText

struct ParseCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "parse", abstract: HelpText.parse, discussion: HelpText.parseExamples)
    }

    enum Layout: EnumerableFlag {
        case pretty, compact

        static func help(for value: Layout) -> ArgumentHelp? {
            ArgumentHelp(stringLiteral: HelpText.layout[value == .pretty ? 0 : 1])
        }
    }

    @Argument(help: HelpText.files) var files: [String]
    @Flag var layout: Layout?
    @Flag(help: HelpText.diagnostics) var diagnostics = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        if diagnostics && common.quiet { throw Failure.quietDiagnostics }
        let encoding = try common.textEncoding()
        let parser = Parser()
        let writer = JSONWriter(pretty: isPretty)
        let output = OutputStream()
        var reporter = Reporter(common)
        for path in files {
            let file = InputFile(path: path)
            do throws(Failure) {
                // The bytes die with the call; the document holds no more than its own strings.
                let document = parser.parse(try file.source(encoding))
                reporter.report(document.diagnostics, of: file.label, all: diagnostics)
                try output.write(document, with: writer)
            } catch {
                guard error.isInput else { throw error }
                reporter.report(error)
            }
        }
        try reporter.finish()
    }

    private var isPretty: Bool {
        layout.map { $0 == .pretty } ?? (files.count == 1 && System.isTerminal(System.standardOutput))
    }
}

extension OutputStream {
    /// Writes a document and a line end, and sends them: whoever reads along gets each as soon as it is done.
    fileprivate func write(_ document: Document, with writer: JSONWriter) throws(Failure) {
        try writer.write(document) { (chunk) throws(Failure) in try write(chunk) }
        try write("\n")
        try flush()
    }
}
