import ArgumentParser
import PolicyText

struct TargetsCommand: FindingsCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "targets", abstract: HelpText.targets, discussion: HelpText.targetsExamples)
    }

    static let findings = Findings.targets

    static func printer(_ output: OutputStream, _ language: Language) -> any FindingsPrinter {
        TargetsPrinter(output: output, language: language)
    }

    @Argument(help: HelpText.files) var files: [String]
    @Option(help: HelpText.findingsFormat) var format: FindingsFormat = .table
    @OptionGroup var common: CommonOptions
}
