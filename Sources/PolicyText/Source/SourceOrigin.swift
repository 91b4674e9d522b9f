/// Where the text of a source comes from, when a reader made it from a file of another format.
public struct SourceOrigin: Sendable, Hashable {
    /// The format of the file: `html`, `docx`, `ofd`, `pdf`.
    public var format: String
    /// The reader that made the text, and what it is built on.
    public var reader: String
    /// Which rule found the notice on its page, e.g. `#UCAP-CONTENT`; `nil` where the file is the notice.
    public var bodyRule: String?

    /// Creates a value from its parts.
    public init(format: String, reader: String, bodyRule: String? = nil) {
        self.format = format
        self.reader = reader
        self.bodyRule = bodyRule
    }
}

/// A diagnostic of a reader: its range gets its line and column once the text is complete.
public struct ReaderDiagnostic: Sendable, Hashable {
    private let rule: Diagnostic.Rule
    private let severity: Diagnostic.Severity
    private let message: String
    private let messageEnglish: String
    /// UTF-8 byte offsets into the text that the reader made.
    public var range: Range<Int>

    /// Creates a diagnostic about a range of the text, by default its beginning. Its origin is the input.
    public init(
        _ rule: Diagnostic.Rule, _ severity: Diagnostic.Severity, _ message: String, _ messageEnglish: String,
        at range: Range<Int> = 0..<0
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.messageEnglish = messageEnglish
        self.range = range
    }

    func diagnostic(in source: SourceText) -> Diagnostic {
        return Diagnostic(
            rule: rule, severity: severity, origin: .input, message: message, messageEnglish: messageEnglish,
            range: source.range(source.isText(range) ? range : 0..<0))
    }
}
