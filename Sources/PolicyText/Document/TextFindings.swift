/// Says what is wrong with the text itself: brackets without a partner, a notice without a title.
struct TextFindings {
    let source: SourceText
    let text: TokenText
    /// Brackets without a partner; see ``Landmarks``.
    let unpaired: [Int32]
    /// How many unpaired brackets are reported; a text of nothing but brackets is an attack, not a notice.
    static let bracketLimit = 50

    func report(_ parts: [Part], hasTitle: Bool, to diagnostics: inout [Diagnostic]) {
        reportBrackets(parts, to: &diagnostics)
        guard !hasTitle, let first = parts.first else { return }
        diagnostics.append(
            Diagnostic(
                rule: .titleMissing, severity: .hint, origin: .input, message: "没有找到公文标题",
                messageEnglish: "The notice's title was not found",
                range: source.range(first.range.start..<first.range.start)))
    }

    private func reportBrackets(_ parts: [Part], to diagnostics: inout [Diagnostic]) {
        var count = 0
        var part = 0
        let brackets = TokenKinds(.openBracket, .closeBracket, .openTitle, .closeTitle)
        for index in unpaired.lazy.map(Int.init) where brackets.mayHold(text.kind(index)) {
            let token = text.tokens[index]
            while part < parts.count, parts[part].range.end <= token.start { part += 1 }
            guard part < parts.count, parts[part].range.start <= token.start, token.role == .text,
                !closesMarker(index)
            else { continue }
            count += 1
            guard count <= Self.bracketLimit else { return }
            let sign = String(decoding: text.bytes[token.start..<token.end], as: UTF8.self)
            diagnostics.append(
                Diagnostic(
                    rule: .bracketUnpaired, severity: .hint, origin: .drafter, message: "“\(sign)”没有配对",
                    messageEnglish: "\(sign) has no partner", range: source.range(token.start..<token.end)))
        }
    }

    /// 1） and a） have no opening bracket, and need none.
    private func closesMarker(_ index: Int) -> Bool {
        guard text.kind(index) == .closeBracket, index > 0, text.tokens[index - 1].byteCount <= 3 else { return false }
        return text.kind(index - 1) == .digits || text.kind(index - 1) == .latin
    }
}
