import PolicyText

/// Messages for people on standard error: one line each, with a rule identifier for scripts.
struct StandardError {
    let language: Language

    /// `policytext: 无法读取 a.txt：没有这个文件 [file-not-found]`
    func write(_ failure: Failure) {
        write(line: "policytext: \(failure.text(in: language)) [\(failure.rule)]")
    }

    /// `a.txt:12:3: warning: 缺少第三条。 [numbering-gap]`
    func write(_ diagnostic: Diagnostic, of label: String) {
        let message = language == .chinese ? diagnostic.message : diagnostic.messageEnglish
        let range = diagnostic.range
        write(
            line: "\(label):\(range.line):\(range.column): \(diagnostic.severity.rawValue): \(message) "
                + "[\(diagnostic.rule.rawValue)]")
    }

    func write(lines: some Sequence<Substring>) {
        for line in lines { write(line: String(line)) }
    }

    /// In one write, so that the lines of tools that run side by side do not mix. Nothing can be said about a failure.
    private func write(line: String) {
        let bytes = Array(VisibleText.withoutControls(line).utf8) + [UInt8(ascii: "\n")]
        bytes.withUnsafeBytes { try? System.write($0, to: System.standardError) }
    }
}
