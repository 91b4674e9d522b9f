import PolicyText

/// Prints the tokens of a source, one a line.
struct TokenPrinter {
    private let source: SourceText
    private let tokens: [Token]
    /// The names of the kinds, by raw value: making one for each token would take longer than finding the token.
    private let names: [String]

    init(source: SourceText) {
        self.source = source
        tokens = Tokenizer.tokens(of: source)
        names = TokenKind.allCases.map { String(describing: $0) }
    }

    func print(asJSON: Bool, to output: OutputStream) throws(Failure) {
        for token in tokens { try output.write(asJSON ? json(token) : line(token)) }
    }

    private func line(_ token: Token) -> String {
        let partner = partner(token).map { "\t\($0)" } ?? ""
        return "\(token.start)\t\(token.end)\t\(name(token))\t\(VisibleText.quoted(text(token)))\(partner)\n"
    }

    private func json(_ token: Token) -> String {
        let partner = partner(token).map(String.init) ?? "null"
        return """
            {"start":\(token.start),"end":\(token.end),"kind":"\(name(token))",\
            "text":\(VisibleText.json(text(token))),"partner":\(partner)}

            """
    }

    private func name(_ token: Token) -> String { names[Int(token.kind.rawValue)] }

    private func text(_ token: Token) -> String {
        String(decoding: source.utf8[token.start..<token.end], as: UTF8.self)
    }

    /// The offset of the token that closes or opens this one.
    private func partner(_ token: Token) -> Int? { token.partner.map { tokens[$0].start } }
}
