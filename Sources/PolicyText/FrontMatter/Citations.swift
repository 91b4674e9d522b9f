/// Other documents that the text names in 《》, with the numbers that follow in brackets.
struct Citations {
    let source: SourceText
    let text: TokenText
    let builder: TextBuilder
    /// The tokens of brackets and title marks, in order; see ``Landmarks``.
    let brackets: [Int32]
    /// How many a document may list; a page of nothing but title marks is an attack.
    static let limit = 2_000

    /// A title compared byte by byte: the hash of a string normalises it first.
    private struct Title: Hashable {
        let text: String

        static func == (a: Title, b: Title) -> Bool {
            let isSame = a.text.utf8.withContiguousStorageIfAvailable { a in
                b.text.utf8.withContiguousStorageIfAvailable { b in a.count == b.count && Self.isSame(a, b) }
            }
            return (isSame ?? nil) ?? a.text.utf8.elementsEqual(b.text.utf8)
        }

        private static func isSame(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
            for index in a.indices where a[index] != b[index] { return false }
            return true
        }

        func hash(into hasher: inout Hasher) {
            let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable {
                hasher.combine(bytes: UnsafeRawBufferPointer($0))
            }
            if isContiguous == nil { for byte in text.utf8 { hasher.combine(byte) } }
        }
    }

    func citations(in paragraphs: [ParagraphSpan]) -> [Citation] {
        let reader = ParagraphReader(text: text, lexicons: Lexicons.none)
        var citations: [Citation] = []
        // Growing it step by step would hash every title again.
        var seen = Set<Title>(minimumCapacity: 24)
        for paragraph in paragraphs
        where paragraph.purpose == .body && paragraph.table < 0 && paragraph.kinds.mayHold(.openTitle) {
            var next = brackets.place(from: paragraph.first)
            while next < brackets.count, citations.count < Self.limit {
                let index = Int(brackets[next])
                guard index < paragraph.end else { break }
                next += 1
                guard text.kind(index) == .openTitle, let close = text.tokens[index].partner, close < paragraph.end,
                    close > index + 1
                else { continue }
                let title = builder.squashed(index + 1, close)
                let number = number(behind: close, paragraph, reader)
                guard seen.insert(Title(text: title)).inserted || number != nil else { continue }
                citations.append(
                    Citation(
                        title: title, documentNumber: number,
                        range: source.range(text.tokens[index].start..<text.tokens[close].end)))
                while next < brackets.count, brackets[next] <= close { next += 1 }
            }
        }
        return citations
    }

    /// （国办发〔2023〕37号） behind a title.
    private func number(behind close: Int, _ paragraph: ParagraphSpan, _ reader: ParagraphReader) -> String? {
        let open = text.ink(from: close + 1, to: paragraph.end)
        guard open < paragraph.end, text.kind(open) == .openBracket, let end = text.tokens[open].partner,
            end < paragraph.end, end > open + 3
        else { return nil }
        let inner = text.ink(from: open + 1, to: end)
        guard inner < end else { return nil }
        let span = ParagraphSpan(first: inner, end: end, text: text)
        return DocumentNumberReader(reader: reader).number(in: span)?.normalized
    }
}
