/// What the parser looks for over the structure; the structure itself is always found.
///
/// Each kind takes time of its own: who needs the outline alone leaves them out.
public struct Findings: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Who does what: ``Document/responsibilities``.
    public static let duties = Findings(rawValue: 1)
    /// What is promised: ``Document/targets`` and ``Document/quantities``.
    public static let targets = Findings(rawValue: 2)
    /// All of them.
    public static let all: Findings = [.duties, .targets]
}
