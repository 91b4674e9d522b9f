// The order of the keys is the contract's; a test holds it against the schema.

extension JSONOutput {
    mutating func write(_ document: Document) {
        names.clear()
        beginObject()
        key("schema")
        string(Document.schema)
        key("source")
        write(document.source)
        key("metadata")
        write(document.metadata)
        array("parts", document.parts) { $0.write($1.value) }
        array("responsibilities", document.responsibilities) { $0.write($1.value) }
        array("targets", document.targets) { $0.write($1.value) }
        array("quantities", document.quantities) { $0.write($1.value) }
        array("diagnostics", document.diagnostics) { $0.write($1.value) }
        array("furniture", document.furniture) { $0.write($1.value) }
        key("coverage")
        number(document.coverage)
        if !document.layout.isEmpty { array("layout", document.layout) { $0.write($1.value) } }
        endObject()
    }

    private mutating func write(_ source: SourceDescription) {
        beginObject()
        key("name")
        optional(source.name) { $0.string($1) }
        key("format")
        string(source.format)
        if let reader = source.reader {
            key("reader")
            string(reader)
        }
        if let rule = source.bodyRule {
            key("bodyRule")
            string(rule)
        }
        key("encoding")
        string(source.encoding)
        key("byteOrderMark")
        boolean(source.byteOrderMark)
        key("byteCount")
        integer(source.byteCount)
        key("sha256")
        string(source.sha256)
        endObject()
    }

    private mutating func write(_ block: LayoutBlock) {
        beginObject()
        key("kind")
        string(block.kind.rawValue)
        key("alignment")
        optional(block.alignment?.rawValue) { $0.string($1) }
        key("path")
        optional(block.path) { $0.string($1) }
        key("range")
        range(block.range)
        endObject()
    }

    private mutating func write(_ metadata: Metadata) {
        beginObject()
        key("title")
        optional(metadata.title) { $0.string($1) }
        key("titleRange")
        optional(metadata.titleRange) { $0.range($1) }
        key("genre")
        optional(metadata.genre) { $0.string($1) }
        key("documentNumber")
        optional(metadata.documentNumber) { $0.write($1) }
        array("issuers", metadata.issuers) { $0.write($1.value) }
        array("recipients", metadata.recipients) { $0.write($1.value) }
        key("issuedOn")
        optional(metadata.issuedOn) { $0.string($1) }
        key("publishedOn")
        optional(metadata.publishedOn) { $0.string($1) }
        array("attachments", metadata.attachments) { $0.write($1.value) }
        array("citations", metadata.citations) { $0.write($1.value) }
        endObject()
    }

    private mutating func write(_ number: DocumentNumber) {
        beginObject()
        key("text")
        string(number.text)
        key("normalized")
        string(number.normalized)
        key("agencyCode")
        optional(number.agencyCode) { $0.string($1) }
        key("year")
        optional(number.year) { $0.integer($1) }
        key("serial")
        optional(number.serial) { $0.integer($1) }
        key("range")
        range(number.range)
        endObject()
    }

    private mutating func write(_ attachment: AttachmentTitle) {
        beginObject()
        key("title")
        string(attachment.title)
        key("range")
        range(attachment.range)
        endObject()
    }

    private mutating func write(_ citation: Citation) {
        beginObject()
        key("title")
        string(citation.title)
        key("documentNumber")
        optional(citation.documentNumber) { $0.string($1) }
        key("range")
        range(citation.range)
        endObject()
    }
}

// MARK: - Values of any kind

extension JSONOutput {
    mutating func boolean(_ value: Bool) {
        if value { literal("true") } else { literal("false") }
    }

    /// Writes a key and an array of what `write` makes of the elements.
    @inline(__always)
    mutating func array<Element>(
        _ name: StaticString, _ elements: [Element], _ write: (inout JSONOutput, borrowing Lent<Element>) -> Void
    ) {
        key(name)
        array(elements, write)
    }

    @inline(__always)
    mutating func array<Element>(
        _ elements: [Element], _ write: (inout JSONOutput, borrowing Lent<Element>) -> Void
    ) {
        beginArray()
        elements.withLent { lent in
            element()
            write(&self, lent)
        }
        endArray()
    }

    /// Writes the string, or `null`.
    @inline(__always)
    mutating func optional(_ text: String?) {
        if let text { string(text) } else { literal("null") }
    }

    /// Writes the value, or `null`.
    @inline(__always)
    mutating func optional<Value>(_ value: Value?, _ write: (inout JSONOutput, Value) -> Void) {
        if let value { write(&self, value) } else { literal("null") }
    }
}
