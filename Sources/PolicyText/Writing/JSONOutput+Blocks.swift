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

    private mutating func write(_ section: Section) {
        beginObject()
        key("kind")
        literal(#""section""#)
        key("id")
        string(section.id)
        key("level")
        integer(section.level)
        key("heading")
        optional(section.heading) { $0.string($1) }
        key("headingRange")
        optional(section.headingRange) { $0.range($1) }
        if section.inline {
            key("inline")
            literal("true")
        }
        key("marker")
        write(section.marker)
        key("range")
        range(section.range)
        array("content", section.content) { $0.write($1.value) }
        endObject()
    }

    private mutating func write(_ marker: Marker) {
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

    private mutating func write(_ paragraph: Paragraph) {
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
