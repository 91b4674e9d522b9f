/// Something that a user should know about a source: a repair, a doubt, or a fault of the drafter's.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is. Raw values are those of the output.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        /// An error leaves nothing to parse, a warning is a likely fault, a hint is a repair or a doubt.
        case error, warning, hint
    }

    /// Whose fault it is: the drafter's (numbering), the transmission's (torn lines, bad bytes), or a limit of this library.
    public enum Origin: String, Sendable, Hashable, Codable, CaseIterable {
        /// The drafter numbers, the input has bytes and layout, the parser has limits.
        case drafter, input, parser
    }

    /// The stable English identifier, e.g. `numbering-gap`.
    public var rule: Rule
    /// How bad it is.
    public var severity: Severity
    /// Whose fault it is.
    public var origin: Origin
    /// Plain Chinese, for the user.
    public var message: String
    /// The same in plain English.
    public var messageEnglish: String
    /// The place in the decoded source that the user should look at.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(
        rule: Rule, severity: Severity, origin: Origin, message: String, messageEnglish: String, range: SourceRange
    ) {
        self.rule = rule
        self.severity = severity
        self.origin = origin
        self.message = message
        self.messageEnglish = messageEnglish
        self.range = range
    }
}

extension Diagnostic {
    /// Every rule that parsing can report. Raw values are stable: users filter by them.
    public enum Rule: String, Sendable, Hashable, Codable, CaseIterable {
        /// The source has no bytes.
        case emptySource = "empty-source"
        /// The source has white space only.
        case blankSource = "blank-source"
        /// The source has NUL bytes and is no text.
        case binarySource = "binary-source"
        /// The source is longer than the library takes; the rest was left out.
        case sourceTruncated = "source-truncated"
        /// Bytes that the encoding does not allow became U+FFFD.
        case malformedBytes = "malformed-bytes"
        /// The last character is cut off.
        case unfinishedCharacter = "unfinished-character"
        /// The encoding was guessed from the content and the guess is weak.
        case encodingUncertain = "encoding-uncertain"
        /// A number is missing in a sequence.
        case numberingGap = "numbering-gap"
        /// A number occurs twice in a sequence.
        case numberingRepeat = "numbering-repeat"
        /// A number is lower than the one before it.
        case numberingDisorder = "numbering-disorder"
        /// A sequence does not open with one and continues no earlier one.
        case numberingStart = "numbering-start"
        /// A marker was read although it is damaged or mixed (`l.`, `(三）`, a lost dot).
        case numberingRepair = "numbering-repair"
        /// A bracket has no partner.
        case bracketUnpaired = "bracket-unpaired"
        /// The notice's title was not found.
        case titleMissing = "title-missing"
        /// The page has no text of a notice, only links to files that may hold it.
        case attachmentOnly = "attachment-only"
        /// Neither a known container nor a dense stretch of text was found: the whole page was taken.
        case bodyUncertain = "body-uncertain"
        /// Elements are nested deeper than the reader follows; their text was kept.
        case nestingLimit = "nesting-limit"
        /// An element has more attributes than the reader takes; the rest was left out.
        case attributeLimit = "attribute-limit"
        /// A tag is longer than the reader takes; its attributes were left out.
        case tagLengthLimit = "tag-length-limit"
        /// A table is larger than the reader takes; its text was kept as paragraphs, or its spans were cut.
        case tableLimit = "table-limit"
        /// Insertions were taken in and deletions left out.
        case trackedChanges = "tracked-changes"
        /// Some pages are pictures without text.
        case noTextLayer = "no-text-layer"
        /// A part of the file is missing or damaged; the rest was read.
        case partDamaged = "part-damaged"
    }
}
