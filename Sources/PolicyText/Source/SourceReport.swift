/// Says what is wrong with a source, in the order in which the user can act on it.
struct SourceReport {
    let utf8: [UInt8]
    let lineIndex: LineIndex
    let content: SourceText.Content
    let finding: EncodingDetector.Finding
    let decoded: DecodedText?
    /// Bytes beyond the limit.
    let leftOut: Int

    var diagnostics: [Diagnostic] {
        var list: [Diagnostic] = []
        if let content = contentDiagnostic { list.append(content) }
        if leftOut > 0 { list.append(truncated) }
        if let decoded, decoded.substitutions > 0 { list.append(malformed(decoded)) }
        if let decoded, decoded.unfinished { list.append(unfinished) }
        if finding.isUncertain { list.append(uncertain) }
        return list
    }

    private var contentDiagnostic: Diagnostic? {
        switch content {
        case .text: nil
        case .empty:
            make(.emptySource, .error, "文件是空的，没有任何内容。", "The source is empty.", at: 0..<0)
        case .blank:
            make(
                .blankSource, .error, "文件里只有空白，没有文字。", "The source has white space only.", at: 0..<utf8.count)
        case .binary:
            make(
                .binarySource, .error, "这不是文本文件（是图片、压缩包或其他二进制数据），没有解析。",
                "The source is binary data, not text; it was not parsed.", at: 0..<0)
        }
    }

    private var truncated: Diagnostic {
        make(
            .sourceTruncated, .warning, "文件太大，末尾 \(leftOut) 字节没有读取。",
            "The source is too long; its last \(leftOut) bytes were left out.", at: utf8.count..<utf8.count)
    }

    private func malformed(_ decoded: DecodedText) -> Diagnostic {
        let count = decoded.substitutions
        let name = finding.encoding.rawValue
        return make(
            .malformedBytes, .warning, "有 \(count) 处字节不符合 \(name) 编码，已替换为“\u{FFFD}”，此处是第一处。",
            "\(count) malformed \(name) \(count == 1 ? "sequence was" : "sequences were") replaced by U+FFFD; "
                + "the first is here.", at: firstReplacement)
    }

    private var unfinished: Diagnostic {
        make(
            .unfinishedCharacter, .warning, "文件末尾的最后一个字不完整，可能没有传完。",
            "The last character is cut off; the source may be incomplete.", at: max(0, utf8.count - 3)..<utf8.count)
    }

    private var uncertain: Diagnostic {
        let name = finding.encoding.rawValue
        return make(
            .encodingUncertain, .hint, "没有注明编码，按内容推断为 \(name)，但把握不大；如有乱码，请指明编码。",
            "The encoding was guessed as \(name) from weak evidence; name it if the text looks garbled.", at: 0..<0)
    }

    /// The first U+FFFD of the text, which is a replacement unless the source itself holds that character before.
    private var firstReplacement: Range<Int> {
        utf8.withUnsafeBufferPointer { bytes in
            var at = 0
            while at + 2 < bytes.count {
                if bytes[at] == 0xEF, bytes[at + 1] == 0xBF, bytes[at + 2] == 0xBD { return at..<at + 3 }
                at += 1
            }
            return 0..<0
        }
    }

    private func make(
        _ rule: Diagnostic.Rule, _ severity: Diagnostic.Severity, _ message: String, _ english: String,
        at offsets: Range<Int>
    ) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, origin: .input, message: message, messageEnglish: english,
            range: lineIndex.range(offsets, in: utf8))
    }
}
