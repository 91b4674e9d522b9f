/// Makes the tree of one part from its flat outline. The tree is made once, at the end.
struct PartAssembler {
    let source: SourceText
    let text: TokenText
    let builder: TextBuilder
    let tables: [Table]
    let outline: Outline
    /// The part's number, from 1.
    let part: Int

    /// A section that is being filled.
    private struct Open {
        var node: Int
        var id: String
        var content: [Block] = []
        var children = 0
        var stop: Int
    }

    func content() -> [Block] {
        var root: [Block] = []
        var rootChildren = 0
        var open: [Open] = []
        for element in outline.elements {
            switch element {
            case .unit(let node):
                close(&open, &root, to: outline.nodes[node].depth - 1)
                let id = childID(&open, &rootChildren)
                open.append(Open(node: node, id: id, stop: outline.nodes[node].candidate.end))
                addOwnText(node, &open)
            case .text(let run):
                guard let paragraph = paragraph(run, &open, &rootChildren) else { continue }
                append(paragraph, stop: run.stop, &open, &root)
            case .end:
                close(&open, &root, to: 0)
            case .table(let index):
                append(.table(tables[index]), stop: tables[index].range.end, &open, &root)
            }
        }
        close(&open, &root, to: 0)
        return root
    }

    private func childID(_ open: inout [Open], _ rootChildren: inout Int) -> String {
        guard !open.isEmpty else {
            rootChildren += 1
            return "p\(part).\(rootChildren)"
        }
        open[open.count - 1].children += 1
        return id(open[open.count - 1].id, open[open.count - 1].children)
    }

    /// `p1.2` and 3 make `p1.2.3`; without interpolation, which costs more than the rest of a section.
    private func id(_ outer: String, _ number: Int) -> String {
        var id = outer
        id.append(".")
        id.append(String(number))
        return id
    }

    private func append(_ block: Block, stop: Int, _ open: inout [Open], _ root: inout [Block]) {
        guard !open.isEmpty else {
            root.append(block)
            return
        }
        open[open.count - 1].content.append(block)
        open[open.count - 1].stop = max(open[open.count - 1].stop, stop)
    }

    private func close(_ open: inout [Open], _ root: inout [Block], to depth: Int) {
        while open.count > depth, let last = open.popLast() {
            append(section(last), stop: last.stop, &open, &root)
        }
    }

    /// The block is made where its parts are: a section that is passed on is copied, reference by reference.
    private func section(_ open: Open) -> Block {
        let node = outline.nodes[open.node]
        let start = min(node.candidate.start, node.candidate.displaced?.lowerBound ?? .max)
        var heading: String?
        var headingRange: SourceRange?
        if let found = node.heading {
            heading = headingText(found, node.own)
            headingRange = source.range(found.start..<found.stop)
        }
        let stop = max(open.stop, node.heading?.stop ?? 0)
        return .section(
            Section(
                id: open.id, level: node.depth, marker: marker(node.candidate), heading: heading,
                headingRange: headingRange,
                inline: false, range: source.range(start..<max(stop, start)), content: open.content))
    }

    private func headingText(_ heading: OutlineNode.Heading, _ own: TextRun) -> String {
        var run = own
        run.start = heading.start
        run.stop = heading.stop
        run.end = own.first
        while run.end < own.end, text.tokens[run.end].start < heading.stop { run.end += 1 }
        return builder.text(of: run).0
    }

    private func marker(_ candidate: MarkerCandidate) -> Marker {
        if candidate.displaced != nil, let number = text.tokens[candidate.token].partner {
            // The number belongs to its marker now, and what is left of its dot is debris.
            text.tokens[Int(candidate.token)].role = .decoration
            text.tokens[number].role = .layoutSpace
        }
        return Marker(
            text: builder.markerText(candidate), scheme: candidate.scheme, ordinal: candidate.ordinal,
            suffix: candidate.suffix.array, range: source.range(candidate.displaced ?? candidate.start..<candidate.end))
    }

    /// The text behind the heading, or behind the marker, is the first paragraph of the section opened last.
    private func addOwnText(_ node: Int, _ open: inout [Open]) {
        var run = outline.nodes[node].own
        let last = open.count - 1
        open[last].stop = max(open[last].stop, run.stop)
        if let heading = outline.nodes[node].heading {
            run.first = heading.rest
            run.start = heading.restStart
        }
        guard run.first < run.end, !run.isEmpty else { return }
        var none = 0
        if let paragraph = paragraph(run, &open, &none) { open[last].content.append(paragraph) }
    }

    // MARK: - Paragraphs

    private func paragraph(_ run: TextRun, _ open: inout [Open], _ rootChildren: inout Int) -> Block? {
        let (string, pieces) = builder.text(of: run)
        guard !string.isEmpty else { return nil }
        return .paragraph(
            Paragraph(
                text: string, range: source.range(run.start..<run.stop), pieces: pieces,
                content: enumeration(run, &open, &rootChildren)))
    }

    /// The items that a paragraph enumerates in its text.
    private func enumeration(_ run: TextRun, _ open: inout [Open], _ rootChildren: inout Int) -> [Block] {
        let candidates = outline.leftovers(of: run.paragraph)
        // One is no enumeration.
        guard candidates.count >= 2 else { return [] }
        let items = InlineEnumerations(text: text).items(in: run, among: candidates)
        return items.isEmpty ? [] : inline(items, run, &open, &rootChildren)
    }

    private func inline(
        _ items: [InlineEnumerations.Item], _ run: TextRun, _ open: inout [Open], _ rootChildren: inout Int
    ) -> [Block] {
        let level = (open.last.map { outline.nodes[$0.node].depth } ?? 0) + 1
        var blocks: [Block] = []
        var outer: Section?
        var inner: [Block] = []
        func flush() {
            // Taken out, not copied.
            guard var section = outer.take() else { return }
            section.content = inner
            blocks.append(.section(section))
            inner = []
        }
        var innerCount = 0
        for item in items {
            let isInner = item.depth == 2 && outer != nil
            if !isInner { flush() }
            let id: String
            if isInner, let outerID = outer?.id {
                innerCount += 1
                id = self.id(outerID, innerCount)
            } else {
                innerCount = 0
                id = childID(&open, &rootChildren)
            }
            let section = Section(
                id: id, level: isInner ? level + 1 : level, marker: marker(item.candidate), heading: nil,
                headingRange: nil,
                inline: true, range: source.range(item.candidate.start..<trimmed(item.stop, item.candidate.end)),
                content: [])
            if isInner { inner.append(.section(section)) } else { outer = section }
        }
        flush()
        return blocks
    }

    private func trimmed(_ stop: Int, _ start: Int) -> Int {
        var stop = stop
        while stop > start, text.bytes[stop - 1] == 0x20 || text.bytes[stop - 1] == 0x0A || text.bytes[stop - 1] == 0x0D
        { stop -= 1 }
        return stop
    }
}
