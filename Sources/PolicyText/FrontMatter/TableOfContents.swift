/// Finds a table of contents (目录): its entries are no sections.
struct TableOfContents {
    let text: TokenText
    let reader: ParagraphReader
    /// How far down a notice its table of contents may stand, in paragraphs.
    static let reach = 80

    func mark(_ paragraphs: inout [ParagraphSpan]) {
        guard let heading = paragraphs.prefix(Self.reach).firstIndex(where: isHeading) else { return }
        var end = heading + 1
        var first: [UInt8]?
        while end < paragraphs.count, isEntry(paragraphs[end]) {
            let skeleton = entry(paragraphs[end])
            // The first chapter comes again where the text begins.
            if let first, skeleton == first { break }
            if first == nil { first = skeleton }
            end += 1
        }
        guard end - heading > 2 else { return }
        for index in heading..<end {
            paragraphs[index].purpose = .furniture
            for token in paragraphs[index].first..<paragraphs[index].end where text.tokens[token].role == .text {
                text.setRole(token, .tableOfContents)
            }
        }
    }

    private func isHeading(_ paragraph: ParagraphSpan) -> Bool {
        // A look at the first byte of ink; only tables have something else in front of it.
        guard text.has("目", at: paragraph.start) || paragraph.table >= 0, paragraph.byteCount < 40,
            reader.opens(paragraph, with: "目")
        else { return false }
        let bytes = reader.squash(paragraph)
        return bytes == Array("目录".utf8) || bytes == Array("目次".utf8)
    }

    private func isEntry(_ paragraph: ParagraphSpan) -> Bool {
        paragraph.byteCount < 400 && !reader.hasSentence(paragraph)
    }

    /// The entry without leaders and page number.
    private func entry(_ paragraph: ParagraphSpan) -> [UInt8] {
        var end = paragraph.end
        while end > paragraph.first {
            switch text.kind(end - 1) {
            case .digits, .dot, .ellipsis, .whitespace, .symbol, .dash, .openBracket, .closeBracket: end -= 1
            default: return reader.skeleton(paragraph.first, end)
            }
        }
        return []
    }
}
