/// Makes the metadata from the frame of a notice.
struct MetadataAssembler {
    let source: SourceText
    let text: TokenText
    let builder: TextBuilder
    let paragraphs: [ParagraphSpan]
    let brackets: [Int32]
    let catalogue: OrganizationCatalogue

    func metadata(_ frame: NoticeFrame) -> Metadata {
        var metadata = Metadata()
        if let main = frame.parts.first, let first = main.title.first, let last = main.title.last {
            metadata.title = main.title.map { squash(paragraphs[$0]) }.joined()
            metadata.titleRange = source.range(paragraphs[first].start..<paragraphs[last].stop)
        }
        if metadata.title != nil || frame.linkedTitle != nil {
            metadata.genre = frame.genre.map { String(decoding: $0, as: UTF8.self) }
        }
        if metadata.title == nil, let linked = frame.linkedTitle { addLinkedTitle(linked, to: &metadata) }
        metadata.documentNumber = frame.number.map { Self.number($0, source, builder) }
        metadata.issuers = frame.issuers.flatMap { parted(name($0, without: frame.issuerEnding)) }
        metadata.recipients = frame.recipients.map { name($0, from: frame.recipientStart) }
        metadata.issuedOn = frame.issuedOn
        metadata.publishedOn = frame.publishedOn
        metadata.attachments = frame.attachments.map { AttachmentTitle(title: squash($0), range: range($0)) }
        metadata.citations = Citations(source: source, text: text, builder: builder, brackets: brackets)
            .citations(in: paragraphs)
        return metadata
    }

    /// A title that begins behind the 号 of a link's name.
    private func addLinkedTitle(_ tokens: Range<Int>, to metadata: inout Metadata) {
        let start = text.tokens[tokens.lowerBound].start + 3
        let stop = text.tokens[tokens.upperBound - 1].end
        metadata.title = raw(start, stop)
        metadata.titleRange = source.range(start..<stop)
    }

    private func raw(_ start: Int, _ stop: Int) -> String {
        builder.slice(start, stop)
    }

    private func squash(_ paragraph: ParagraphSpan) -> String {
        builder.squashed(paragraph.first, paragraph.end, from: paragraph.start, to: paragraph.stop)
    }

    private func squash(_ tokens: Range<Int>) -> String { builder.squashed(tokens.lowerBound, tokens.upperBound) }

    private func range(_ tokens: Range<Int>) -> SourceRange {
        source.range(text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end)
    }

    /// A name; where it ends inside a token (某某局关于…), the words behind it are cut off.
    private func name(_ tokens: Range<Int>, from begin: Int = 0, without ending: Int = 0) -> OrganizationName {
        let last = text.tokens[tokens.upperBound - 1]
        if ending > 0 {
            let stop = stop(of: tokens, without: ending)
            return OrganizationName(
                name: builder.squashed(tokens.lowerBound, tokens.upperBound, to: stop),
                range: source.range(text.tokens[tokens.lowerBound].start..<stop))
        }
        var position = last.start
        while position + 6 <= last.end {
            if text.has("关于", at: position) {
                let start = text.tokens[tokens.lowerBound].start
                return OrganizationName(
                    name: builder.squashed(tokens.lowerBound, tokens.upperBound, to: position),
                    range: source.range(start..<position))
            }
            position += 3
        }
        let start = max(begin, text.tokens[tokens.lowerBound].start)
        return OrganizationName(
            name: builder.squashed(tokens.lowerBound, tokens.upperBound, from: start),
            range: source.range(start..<last.end))
    }

    /// The bodies of a joint issue, whose names may run together.
    private func parted(_ name: OrganizationName) -> [OrganizationName] {
        let range = name.range.offsets
        let source = TextBytes(text.bytes)
        guard
            range.contains(where: { source.bytes[$0] <= 0x20 || source.bytes[$0] == 0xC2 })
                || source.contains("　", in: range)
        else {
            // Mostly the name stands as it is.
            guard source.equals(range, name.name) else { return [name] }
            return parted(name, source, range) { $0 }
        }
        return spread(name, source)
    }

    /// - Parameter place: Where a span of the text stands in the source.
    private func parted(
        _ name: OrganizationName, _ text: TextBytes, _ span: Range<Int>, _ place: (Range<Int>) -> Range<Int>
    ) -> [OrganizationName] {
        let reader = OrganizationReader(text: text, catalogue: catalogue)
        let names = OrganizationSplitter(text: text, reader: reader).names(in: span)
        guard names.count > 1 else { return [name] }
        return names.map { OrganizationName(name: text.string($0), range: source.range(place($0))) }
    }

    /// The same for names with white space in them.
    private func spread(_ name: OrganizationName, _ source: TextBytes) -> [OrganizationName] {
        // The bytes of the name without white space, and where each stands.
        let range = name.range.offsets
        var places: [Int] = []
        var bytes: [UInt8] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let width = source.width(at: offset)
            if source.spaceWidth(at: offset, before: range.upperBound) == nil {
                for place in offset..<min(offset + width, range.upperBound) {
                    places.append(place)
                    bytes.append(text.bytes[place])
                }
            }
            offset += width
        }
        return bytes.withUnsafeBufferPointer { buffer in
            let text = TextBytes(buffer)
            guard text.equals(0..<buffer.count, name.name) else { return [name] }
            return parted(name, text, 0..<buffer.count) { places[$0.lowerBound]..<places[$0.upperBound - 1] + 1 }
        }
    }

    /// Where a name ends when so many bytes of ink behind it are no part of it: letter spacing may part 文 from 件.
    private func stop(of tokens: Range<Int>, without ending: Int) -> Int {
        var left = ending
        for index in tokens.reversed() where text.isInk(index) {
            let token = text.tokens[index]
            if token.byteCount > left { return token.end - left }
            left -= token.byteCount
        }
        return text.tokens[tokens.lowerBound].start
    }

    static func number(
        _ found: DocumentNumberReader.Found, _ source: SourceText, _ builder: TextBuilder
    ) -> DocumentNumber {
        var written = builder.slice(found.start, found.end)
        if written.utf8.contains(where: { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xE1 || $0 == 0xE2 })
            || written.unicodeScalars.contains("\u{3000}")
        {
            written.removeAll { $0.isWhitespace }
        }
        let code = String(decoding: found.code, as: UTF8.self)
        return DocumentNumber(
            text: written, normalized: found.normalized, agencyCode: code.isEmpty ? nil : code, year: found.year,
            serial: found.serial, range: source.range(found.start..<found.end))
    }
}
