import ArgumentParser
import PolicyText

struct TokensCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "tokens", abstract: HelpText.tokens, discussion: HelpText.tokensExamples)
    }

    @Argument(help: HelpText.file) var file: String
    @Flag(help: HelpText.tokensJSON) var json = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        let encoding = try common.textEncoding()
        let file = InputFile(path: file)
        let output = OutputStream()
        var reporter = Reporter(common)
        let source = try file.source(encoding)
        reporter.report(source.diagnostics, of: file.label)
        let printer = TokenPrinter(source: source)
        try printer.print(asJSON: json, to: output)
        try output.flush()
        try reporter.finish()
    }
}
