/// How much room the parts take in a ``ReadingText``: what is counted beforehand need not grow.
struct ReadingTextSize {
    /// One line feed behind each passage included.
    private(set) var bytes = 0
    private(set) var passages = 0
    private(set) var units = 0

    init(_ parts: [Part]) {
        parts.withLent { part in add(part.value.content) }
    }

    private mutating func add(_ blocks: [Block]) {
        blocks.withLent { block in add(block.value) }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .section(let section):
            units += 1
            if let heading = section.heading { add(heading) }
            add(section.content)
        case .paragraph(let paragraph):
            add(paragraph.text)
            if !paragraph.content.isEmpty { paragraph.content.withLent { block in addInline(block.value) } }
        case .table: passages += 1
        }
    }

    private mutating func addInline(_ block: Block) {
        guard case .section(let section) = block else { return }
        units += 1
        section.content.withLent { inner in addInline(inner.value) }
    }

    @inline(__always)
    private mutating func add(_ text: String) {
        passages += 1
        bytes += text.utf8.count + 1
    }
}
