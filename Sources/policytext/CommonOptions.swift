import ArgumentParser
import PolicyText

/// The options that all commands share.
struct CommonOptions: ParsableArguments {
    @Option(help: HelpText.encoding) var encoding: String?
    @Option(help: HelpText.language) var language: Language = .chinese
    @Flag(help: HelpText.quiet) var quiet = false

    /// - Throws: For a label of no encoding.
    func textEncoding() throws(Failure) -> TextEncoding? {
        guard let encoding else { return nil }
        guard let found = TextEncoding(label: encoding) else {
            throw .unknownEncoding(VisibleText.withoutControls(FilePath.forDisplay(encoding)))
        }
        return found
    }

    var standardError: StandardError { StandardError(language: language) }
}

/// Reports diagnostics, and remembers whether the tool must end with exit code 2.
struct Reporter {
    let standardError: StandardError
    let isQuiet: Bool
    private(set) var hasFailed = false

    init(_ options: CommonOptions) {
        standardError = options.standardError
        isQuiet = options.quiet
    }

    mutating func report(_ failure: Failure) {
        standardError.write(failure)
        hasFailed = true
    }

    /// Reports what there is to say about a source: always that it holds no text, the rest on demand.
    mutating func report(_ diagnostics: [Diagnostic], of label: String, all: Bool = false) {
        for diagnostic in diagnostics {
            let isFailure = Self.unreadable.contains(diagnostic.rule)
            if isFailure { hasFailed = true }
            if (all || isFailure || Self.lossy.contains(diagnostic.rule)) && !isQuiet {
                standardError.write(diagnostic, of: label)
            }
        }
    }

    /// - Throws: When a file failed.
    func finish() throws(ExitCode) {
        if hasFailed { throw .inputFailure }
    }

    /// What a wrong `--encoding` shows in: never without a word.
    /// The same holds for text that a reader did not get at.
    private static let lossy: Set<Diagnostic.Rule> = [
        .malformedBytes, .unfinishedCharacter, .sourceTruncated, .attachmentOnly, .noTextLayer, .partDamaged,
        .tableLimit,
    ]
    private static let unreadable: Set<Diagnostic.Rule> = [.emptySource, .blankSource, .binarySource]
}
