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

    /// A document holds hundreds of sections and paragraphs: compact ones are written with as few pieces as their values
    /// leave.
    private mutating func write(_ section: borrowing Section) {
        guard !pretty else { return writeBroken(section) }
        literal(#"{"kind":"section","id":"#)
        string(section.id)
        literal(#","level":"#)
        integer(section.level)
        literal(#","heading":"#)
        optional(section.heading)
        literal(#","headingRange":"#)
        if let range = section.headingRange { self.range(range) } else { literal("null") }
        if section.inline { literal(#","inline":true"#) }
        literal(#","marker":{"text":"#)
        string(section.marker.text)
        literal(#","scheme":"#)
        scheme(section.marker.scheme)
        literal(#","ordinal":"#)
        integer(section.marker.ordinal)
        if !section.marker.suffix.isEmpty {
            literal(#","suffix":"#)
            array(section.marker.suffix) { $0.integer($1.value) }
        }
        literal(#","range":"#)
        range(section.marker.range)
        literal(#"},"range":"#)
        range(section.range)
        literal(#","content":"#)
        array(section.content) { $0.write($1.value) }
        literal("}")
        isEmpty = false
    }

    private mutating func write(_ paragraph: borrowing Paragraph) {
        guard !pretty else { return writeBroken(paragraph) }
        literal(#"{"kind":"paragraph","text":"#)
        string(paragraph.text)
        literal(#","range":"#)
        range(paragraph.range)
        if !paragraph.pieces.isEmpty {
            literal(#","pieces":"#)
            array(paragraph.pieces) { $0.piece($1.value) }
        }
        if !paragraph.content.isEmpty {
            literal(#","content":"#)
            array(paragraph.content) { $0.write($1.value) }
        }
        literal("}")
        isEmpty = false
    }

    /// Writes the usual ones without making a string of them.
    @inline(__always)
    private mutating func scheme(_ scheme: NumberingScheme) {
        switch scheme {
        case .chapter: literal(#""chapter""#)
        case .article: literal(#""article""#)
        case .han: literal(#""han""#)
        case .parenthesizedHan: literal(#""parenthesizedHan""#)
        case .arabicDot: literal(#""arabicDot""#)
        case .parenthesizedArabic: literal(#""parenthesizedArabic""#)
        case .hanIs: literal(#""hanIs""#)
        default: string(scheme.rawValue)
        }
    }

    private mutating func writeBroken(_ section: borrowing Section) {
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
        writeBroken(section.marker)
        key("range")
        range(section.range)
        array("content", section.content) { $0.write($1.value) }
        endObject()
    }

    private mutating func writeBroken(_ marker: borrowing Marker) {
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

    private mutating func writeBroken(_ paragraph: borrowing Paragraph) {
        beginObject()
        key("kind")
        literal(#""paragraph""#)
        key("text")
        string(paragraph.text)
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

    private mutating func write(_ cell: TableCell) {
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
