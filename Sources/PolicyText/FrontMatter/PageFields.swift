/// Fills what the notice's own text does not say from the fields of its page: the 信息公开 table, labels, meta elements.
struct PageFields {
    let source: SourceText
    let text: TokenText
    let builder: TextBuilder
    let reader: ParagraphReader
    /// Longer values are no titles, numbers or names, but text.
    static let valueBytes = 900
    /// How many bodies one field may name.
    static let issuerLimit = 40

    /// Adds what is missing, from the first candidate of a field that can be read.
    func complete(_ metadata: inout Metadata, from candidates: [LayoutHints.Candidate]) {
        for candidate in candidates {
            guard let span = span(candidate.range) else { continue }
            // The tokens are furniture, which is no ink: text for as long as they are read.
            let saved = (span.first..<span.end).map { text.tokens[$0].role }
            for index in span.first..<span.end { text.setRole(index, .text) }
            defer { for (offset, role) in saved.enumerated() { text.setRole(span.first + offset, role) } }
            read(candidate.field, in: span, to: &metadata)
        }
    }

    private func read(_ field: LayoutHints.Candidate.Field, in span: ParagraphSpan, to metadata: inout Metadata) {
        switch field {
        case .title where metadata.title == nil:
            metadata.title = squash(span.first, span.end)
            metadata.titleRange = source.range(span.start..<span.stop)
            metadata.genre = reader.titleEnd(span).map { String(decoding: $0.genre, as: UTF8.self) }
        case .documentNumber where metadata.documentNumber == nil:
            metadata.documentNumber = DocumentNumberReader(reader: reader).number(in: span).map(number)
        case .issuer where metadata.issuers.isEmpty:
            metadata.issuers = issuers(span)
        case .issuedOn where metadata.issuedOn == nil:
            metadata.issuedOn = date(span)
        case .publishedOn where metadata.publishedOn == nil:
            metadata.publishedOn = date(span)
        default: break
        }
    }

    /// The tokens of ink that lie in a range.
    private func span(_ range: Range<Int>) -> ParagraphSpan? {
        guard range.count > 0, range.count < Self.valueBytes, range.upperBound <= text.bytes.count else { return nil }
        var first = index(at: range.lowerBound)
        var end = first
        while end < text.count, text.tokens[end].end <= range.upperBound { end += 1 }
        while first < end, isSpace(first) { first += 1 }
        while end > first, isSpace(end - 1) { end -= 1 }
        // A field is one line of one kind.
        guard first < end, !(first..<end).contains(where: { text.kind($0) == .lineEnd }) else { return nil }
        return ParagraphSpan(first: first, end: end, text: text)
    }

    private func isSpace(_ index: Int) -> Bool { text.kind(index) == .whitespace || text.kind(index) == .lineEnd }

    /// The first token at or behind an offset.
    private func index(at offset: Int) -> Int {
        var low = 0
        var high = text.count
        while low < high {
            let middle = (low + high) / 2
            if text.tokens[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func squash(_ first: Int, _ end: Int) -> String { builder.squashed(first, end) }

    private func number(_ found: DocumentNumberReader.Found) -> DocumentNumber {
        MetadataAssembler.number(found, source, builder)
    }

    private func date(_ span: ParagraphSpan) -> String? {
        for index in span.first..<span.end {
            if let date = reader.dates.date(at: index, end: span.end) { return date.iso }
            if let date = reader.dates.compactDate(at: index) { return date }
        }
        return nil
    }

    /// 国家发展改革委 财政部; several names are told apart by what stands between them.
    private func issuers(_ span: ParagraphSpan) -> [OrganizationName] {
        var names: [OrganizationName] = []
        var start = span.first
        func add(_ end: Int) {
            let first = text.ink(from: start, to: end)
            guard first < end, names.count < Self.issuerLimit, reader.endsInOrganization(first, end) else { return }
            let last = text.ink(before: end, from: first)
            names.append(
                OrganizationName(
                    name: squash(first, last + 1),
                    range: source.range(text.tokens[first].start..<text.tokens[last].end)))
        }
        for index in span.first..<span.end {
            switch text.kind(index) {
            case .whitespace, .enumerationComma, .comma, .semicolon, .lineEnd:
                // Letter spacing inside a name is no border: what stands before it must be one.
                guard reader.endsInOrganization(start, index) || text.kind(index) != .whitespace else { continue }
                add(index)
                start = index + 1
            default: break
            }
        }
        add(span.end)
        return names
    }
}
