/// Parses notices. A value without state: use one from as many tasks as you like.
///
/// Parsing never fails and never throws: any bytes give a ``Document`` and its diagnostics.
public struct Parser: Sendable {
    private let lexicons: Lexicons
    private let findings: Findings

    /// Creates a parser with the built-in word lists and those of the caller.
    ///
    /// - Complexity: O(words) for the first one and for each with options of its own; O(1) for others.
    public init(options: ParserOptions = ParserOptions()) {
        findings = options.findings
        // The built-in lists alone are made once, whatever is looked for with them.
        lexicons = options == ParserOptions(findings: options.findings) ? .standard : Lexicons(options)
    }

    /// Decodes and parses a source.
    ///
    /// - Parameters:
    ///   - bytes: The source as it came.
    ///   - name: A name for people; the library opens no file.
    ///   - encoding: The encoding, where the caller knows it; a byte order mark wins over it.
    /// - Complexity: O(*n*) in the number of bytes.
    public func parse(_ bytes: [UInt8], name: String? = nil, encoding: TextEncoding? = nil) -> Document {
        parse(SourceText(decoding: bytes, name: name, encoding: encoding))
    }

    /// Parses text that is in memory already; offsets count its UTF-8 bytes.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public func parse(_ text: String, name: String? = nil) -> Document {
        parse(Array(text.utf8), name: name, encoding: .utf8)
    }

    /// Parses a decoded source.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public func parse(_ source: SourceText) -> Document {
        guard source.content == .text else { return DocumentAssembler.empty(source) }
        var document = structure(source)
        FindingsAssembler(source: source, lexicons: lexicons, findings: findings).complete(&document)
        return document
    }

    /// Parts and front matter. A function of its own: the tokens, more bytes than the text, end with it.
    private func structure(_ source: SourceText) -> Document {
        var scan = Tokenizer.scan(source)
        return source.utf8.withUnsafeBufferPointer { bytes in
            scan.tokens.withUnsafeMutableBufferPointer { tokens in
                TokenText.with(bytes, tokens) { text in
                    var assembler = DocumentAssembler(
                        source: source, text: text, landmarks: scan.landmarks, lexicons: lexicons,
                        sha256: scan.sha256)
                    return assembler.document()
                }
            }
        }
    }
}
