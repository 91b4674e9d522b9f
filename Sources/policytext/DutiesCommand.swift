import ArgumentParser
import PolicyText

struct DutiesCommand: FindingsCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "duties", abstract: HelpText.duties, discussion: HelpText.dutiesExamples)
    }

    static let findings = Findings.duties

    static func printer(_ output: OutputStream, _ language: Language) -> any FindingsPrinter {
        DutiesPrinter(output: output, language: language)
    }

    @Argument(help: HelpText.files) var files: [String]
    @Option(help: HelpText.findingsFormat) var format: FindingsFormat = .table
    @OptionGroup var common: CommonOptions
}
