extension JSONOutput {
    mutating func write(_ part: Part) {
        beginObject()
        key("role")
        string(part.role.rawValue)
        key("title")
        optional(part.title) { $0.string($1) }
        key("titleRange")
        optional(part.titleRange) { $0.range($1) }
        key("range")
        range(part.range)
        array("content", part.content) { $0.write($1.value) }
        endObject()
    }

    mutating func write(_ block: Block) {
        switch block {
        case .section(let section): write(section)
        case .paragraph(let paragraph): write(paragraph)
        case .table(let table): write(table)
        }
    }

    /// A document holds hundreds of sections and paragraphs: compact ones are written in one stretch up to their content.
    private mutating func write(_ section: borrowing Section) {
        guard !pretty, putHead(section) else { return writeMembers(section) }
        array(section.content) { $0.write($1.value) }
        literal("}")
        isEmpty = false
    }

    @inline(__always)
    private mutating func putHead(_ section: borrowing Section) -> Bool {
        let texts =
            section.id.utf8.count + section.marker.text.utf8.count + (section.heading?.utf8.count ?? 0)
        // Three ranges, and more keys than others have.
        guard section.marker.suffix.isEmpty, var stretch = stretch(2 * JSONStretch.room + texts) else { return false }
        stretch.literal(#"{"kind":"section","id":""#)
        stretch.put(section.id)
        stretch.literal(#"","level":"#)
        stretch.put(section.level)
        stretch.literal(#","heading":"#)
        stretch.put(section.heading)
        stretch.literal(#","headingRange":"#)
        if let range = section.headingRange { stretch.put(range) } else { stretch.literal("null") }
        if section.inline { stretch.literal(#","inline":true"#) }
        stretch.literal(#","marker":{"text":""#)
        stretch.put(section.marker.text)
        stretch.literal(#"","scheme":""#)
        stretch.put(section.marker.scheme)
        stretch.literal(#"","ordinal":"#)
        stretch.put(section.marker.ordinal)
        stretch.literal(#","range":"#)
        stretch.put(section.marker.range)
        stretch.literal(#"},"range":"#)
        stretch.put(section.range)
        stretch.literal(#","content":"#)
        return take(stretch)
    }

    private mutating func write(_ paragraph: borrowing Paragraph) {
        guard !pretty, putHead(paragraph) else { return writeMembers(paragraph) }
        if !paragraph.content.isEmpty {
            literal(#","content":"#)
            array(paragraph.content) { $0.write($1.value) }
        }
        literal("}")
        isEmpty = false
    }

    @inline(__always)
    private mutating func putHead(_ paragraph: borrowing Paragraph) -> Bool {
        let room = paragraph.text.utf8.count + paragraph.pieces.count * JSONStretch.pieceRoom
        guard var stretch = stretch(room) else { return false }
        stretch.literal(#"{"kind":"paragraph","text":""#)
        stretch.put(paragraph.text)
        stretch.literal(#"","range":"#)
        stretch.put(paragraph.range)
        if !paragraph.pieces.isEmpty {
            stretch.literal(#","pieces":["#)
            stretch.put(paragraph.pieces)
            stretch.literal("]")
        }
        return take(stretch)
    }

    private mutating func writeMembers(_ section: borrowing Section) {
        beginObject()
        key("kind")
        literal(#""section""#)
        key("id")
        string(section.id)
        key("level")
        integer(section.level)
        key("heading")
        optional(section.heading)
        key("headingRange")
        optional(section.headingRange) { $0.range($1) }
        if section.inline {
            key("inline")
            literal("true")
        }
        key("marker")
        writeMembers(section.marker)
        key("range")
        range(section.range)
        array("content", section.content) { $0.write($1.value) }
        endObject()
    }

    private mutating func writeMembers(_ marker: borrowing Marker) {
        beginObject()
        key("text")
        string(marker.text)
        key("scheme")
        string(marker.scheme.rawValue)
        key("ordinal")
        integer(marker.ordinal)
        if !marker.suffix.isEmpty {
            array("suffix", marker.suffix) { $0.integer($1.value) }
        }
        key("range")
        range(marker.range)
        endObject()
    }

    private mutating func writeMembers(_ paragraph: borrowing Paragraph) {
        beginObject()
        key("kind")
        literal(#""paragraph""#)
        key("text")
        // In compact form only a text with something to escape comes here.
        if pretty { string(paragraph.text) } else { escaped(paragraph.text) }
        key("range")
        range(paragraph.range)
        if !paragraph.pieces.isEmpty {
            array("pieces", paragraph.pieces) { $0.piece($1.value) }
        }
        if !paragraph.content.isEmpty {
            array("content", paragraph.content) { $0.write($1.value) }
        }
        endObject()
    }

    private mutating func write(_ table: Table) {
        beginObject()
        key("kind")
        literal(#""table""#)
        key("title")
        optional(table.title) { $0.string($1) }
        array("rows", table.rows) { $0.array($1.value) { $0.write($1.value) } }
        key("headerRows")
        integer(table.headerRows)
        key("range")
        range(table.range)
        endObject()
    }

    @inline(__always)
    private mutating func putWhole(_ cell: borrowing TableCell) -> Bool {
        guard var stretch = stretch(cell.text.utf8.count) else { return false }
        stretch.literal(#"{"text":""#)
        stretch.put(cell.text)
        stretch.literal(#"","rowSpan":"#)
        stretch.put(cell.rowSpan)
        stretch.literal(#","columnSpan":"#)
        stretch.put(cell.columnSpan)
        stretch.literal(#","range":"#)
        stretch.put(cell.range)
        stretch.literal("}")
        return take(stretch)
    }

    private mutating func write(_ cell: borrowing TableCell) {
        guard pretty || !putWhole(cell) else { return }
        beginObject()
        key("text")
        string(cell.text)
        key("rowSpan")
        integer(cell.rowSpan)
        key("columnSpan")
        integer(cell.columnSpan)
        key("range")
        range(cell.range)
        endObject()
    }
}

extension JSONStretch {
    /// Puts the usual ones without making a string of them.
    @inline(__always)
    fileprivate mutating func put(_ scheme: NumberingScheme) {
        switch scheme {
        case .chapter: literal("chapter")
        case .article: literal("article")
        case .han: literal("han")
        case .parenthesizedHan: literal("parenthesizedHan")
        case .arabicDot: literal("arabicDot")
        case .parenthesizedArabic: literal("parenthesizedArabic")
        case .hanIs: literal("hanIs")
        default: put(scheme.rawValue)
        }
    }
}
