/// A file that cannot be read at all: what it is, and what to do about it.
public struct ReadingError: Error, Sendable, Hashable {
    /// A stable English identifier, e.g. `archive-encrypted`.
    public var rule: Rule
    /// Plain Chinese, for the user.
    public var message: String
    /// The same in plain English.
    public var messageEnglish: String

    /// Every reason for which a file is not read. Raw values are stable: scripts filter by them.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case oleUnsupported = "ole-unsupported"
        case rtfUnsupported = "rtf-unsupported"
        case archiveUnknown = "archive-unknown"
        case archiveDamaged = "archive-damaged"
        case archiveEncrypted = "archive-encrypted"
        case archiveLimit = "archive-limit"
        case xmlDamaged = "xml-damaged"
        case xmlLimit = "xml-limit"
        case noTextLayer = "no-text-layer"
        case pdfToolMissing = "pdf-tool-missing"
        case pdfEncrypted = "pdf-encrypted"
        case pdfDamaged = "pdf-damaged"
        case pdfLimit = "pdf-limit"
    }

    init(_ rule: Rule, _ message: String, _ messageEnglish: String) {
        self.rule = rule
        self.message = message
        self.messageEnglish = messageEnglish
    }
}
