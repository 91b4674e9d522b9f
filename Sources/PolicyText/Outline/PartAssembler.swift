/// Makes the tree of one part from its flat outline. The tree is made once, at the end.
struct PartAssembler {
    private let text: TokenText
    private let builder: TextBuilder
    private let tables: [Table]
    private let outline: Outline
    private var positions: PositionCursor
    /// The identifier that was made last: the next one shares its beginning. The part's own comes first.
    private var id: [UInt8]
    private let idLength: Int

    /// What is noted of a section that is being filled.
    private struct Open {
        var depth: Int
        var idLength: Int
        var children = 0
        var stop: Int
    }

    /// What is being filled: the sections that are open, one within another, and the part.
    private struct Tree {
        var root: [Block] = []
        var children = 0
        /// Side by side with `open`: a section that is moved as a whole is not copied reference by reference.
        var sections: [Section] = []
        var open: [Open] = []
    }

    /// - Parameter part: The part's number, from 1.
    init(source: SourceText, builder: TextBuilder, tables: [Table], outline: Outline, part: Int) {
        text = builder.text
        self.builder = builder
        self.tables = tables
        self.outline = outline
        positions = PositionCursor(source.lineIndex)
        id = Array("p\(part)".utf8)
        idLength = id.count
    }

    mutating func content() -> [Block] {
        let counts = blockCounts()
        var tree = Tree()
        tree.root.reserveCapacity(Int(counts[0]))
        for element in outline.elements {
            switch element {
            case .unit(let node):
                close(&tree, to: outline.nodes[node].depth - 1)
                open(outline.nodes[node], Int(counts[node + 1]), &tree)
            case .text(let run):
                guard let paragraph = paragraph(run, &tree) else { continue }
                append(.paragraph(paragraph), stop: run.stop, &tree)
            case .end:
                close(&tree, to: 0)
            case .table(let index):
                append(.table(tables[index]), stop: tables[index].range.end, &tree)
            }
        }
        close(&tree, to: 0)
        return tree.root
    }

    /// How many blocks the part and, behind it, each unit holds at most: their arrays are made once.
    private func blockCounts() -> [Int32] {
        var counts = [Int32](repeating: 0, count: outline.nodes.count + 1)
        var last = -1
        for element in outline.elements {
            switch element {
            case .unit(let node):
                last = node
                counts[outline.nodes[node].parent + 1] += 1
                if !outline.nodes[node].own.isEmpty { counts[node + 1] += 1 }
            case .text, .table: counts[last + 1] += 1
            case .end: last = -1
            }
        }
        return counts
    }

    // MARK: - Sections

    /// Opens a section, with the text behind its marker or its heading as its first paragraph.
    private mutating func open(_ node: OutlineNode, _ blockCount: Int, _ tree: inout Tree) {
        let (id, idLength) = childID(&tree)
        var run = node.own
        if let heading = node.heading {
            run.first = heading.rest
            run.start = heading.restStart
        }
        tree.sections.append(section(node, id, blockCount))
        let last = tree.open.count
        tree.open.append(
            Open(
                depth: node.depth, idLength: idLength,
                stop: max(node.candidate.end, node.own.stop, node.heading?.stop ?? 0)))
        guard run.first < run.end, !run.isEmpty, let paragraph = paragraph(run, &tree) else { return }
        tree.sections[last].content.append(.paragraph(paragraph))
    }

    /// A function of its own, which hands the section over: made in place it would be copied, reference by reference.
    @inline(never)
    private mutating func section(_ node: OutlineNode, _ id: consuming String, _ blockCount: Int) -> Section {
        let marker = marker(node.candidate)
        // A number that was torn from its dot may stand behind it.
        let start =
            node.candidate.displaced == nil || marker.range.start <= node.candidate.start
            ? marker.range : sourceRange(node.candidate.start..<node.candidate.end)
        return Section(
            id: id, level: node.depth, marker: marker, heading: node.heading.map { headingText($0, node.own) },
            headingRange: node.heading.map { sourceRange($0.start..<$0.stop) }, inline: false, range: start,
            content: Self.room(for: blockCount))
    }

    private static func room(for blockCount: Int) -> [Block] {
        var blocks: [Block] = []
        if blockCount > 0 { blocks.reserveCapacity(blockCount) }
        return blocks
    }

    private func close(_ tree: inout Tree, to depth: Int) {
        while let last = tree.open.last, tree.open.count > depth {
            let place = tree.open.count - 1
            let range = tree.sections[place].range
            tree.sections[place].range = SourceRange(
                start: range.start, end: max(last.stop, range.start), line: range.line, column: range.column)
            tree.open.removeLast()
            append(.section(tree.sections.removeLast()), stop: last.stop, &tree)
        }
    }

    private func append(_ block: consuming Block, stop: Int, _ tree: inout Tree) {
        let last = tree.open.count - 1
        guard last >= 0 else { return tree.root.append(block) }
        tree.sections[last].content.append(block)
        tree.open[last].stop = max(tree.open[last].stop, stop)
    }

    /// The identifier of the next section of the innermost open one, or of the part, and its length.
    private mutating func childID(_ tree: inout Tree) -> (String, Int) {
        let last = tree.open.count - 1
        guard last >= 0 else {
            tree.children += 1
            return id(idLength, tree.children)
        }
        tree.open[last].children += 1
        return id(tree.open[last].idLength, tree.open[last].children)
    }

    /// `p1.2` and 3 make `p1.2.3`: the identifier made last begins with the outer one, `outerLength` bytes long.
    private mutating func id(_ outerLength: Int, _ number: Int) -> (String, Int) {
        // Twenty digits and the dot.
        while id.count < outerLength + 21 { id.append(0) }
        return id.withUnsafeMutableBufferPointer { id in
            var length = outerLength
            id[length] = UInt8(ascii: ".")
            length += 1
            var unit = 1
            while number / unit >= 10 { unit *= 10 }
            while unit > 0 {
                id[length] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10)
                length += 1
                unit /= 10
            }
            return (builder.string(UnsafeBufferPointer(rebasing: id[..<length])), length)
        }
    }

    private func headingText(_ heading: OutlineNode.Heading, _ own: TextRun) -> String {
        var run = own
        run.start = heading.start
        run.stop = heading.stop
        run.end = own.first
        while run.end < own.end, text.tokens[run.end].start < heading.stop { run.end += 1 }
        return builder.text(of: run).0
    }

    private mutating func marker(_ candidate: MarkerCandidate) -> Marker {
        if candidate.displaced != nil, let number = text.tokens[candidate.token].partner {
            // The number belongs to its marker now, and what is left of its dot is debris.
            text.tokens[Int(candidate.token)].role = .decoration
            text.tokens[number].role = .layoutSpace
        }
        return Marker(
            text: builder.markerText(candidate), scheme: candidate.scheme, ordinal: candidate.ordinal,
            suffix: candidate.suffix.array,
            range: sourceRange(candidate.displaced ?? candidate.start..<candidate.end))
    }

    // MARK: - Paragraphs

    private mutating func paragraph(_ run: TextRun, _ tree: inout Tree) -> Paragraph? {
        let (string, pieces) = builder.text(of: run)
        guard !string.isEmpty else { return nil }
        return Paragraph(
            text: string, range: sourceRange(run.start..<run.stop), pieces: pieces,
            content: enumeration(run, &tree))
    }

    /// The items that a paragraph enumerates in its text.
    private mutating func enumeration(_ run: TextRun, _ tree: inout Tree) -> [Block] {
        let candidates = outline.leftovers(of: run.paragraph)
        // One is no enumeration.
        guard candidates.count >= 2 else { return [] }
        let items = InlineEnumerations(text: text).items(in: run, among: candidates)
        return items.isEmpty ? [] : inline(items, run, &tree)
    }

    private mutating func inline(
        _ items: [InlineEnumerations.Item], _ run: TextRun, _ tree: inout Tree
    ) -> [Block] {
        let level = (tree.open.last?.depth ?? 0) + 1
        var blocks: [Block] = []
        var outer: Section?
        var outerLength = 0
        var inner: [Block] = []
        func flush() {
            // Taken out, not copied.
            guard var section = outer.take() else { return }
            section.content = inner
            blocks.append(.section(section))
            inner = []
        }
        for item in items {
            let isInner = item.depth == 2 && outer != nil
            if !isInner { flush() }
            let (id, length) = isInner ? id(outerLength, inner.count + 1) : childID(&tree)
            let section = Section(
                id: id, level: isInner ? level + 1 : level, marker: marker(item.candidate), heading: nil,
                headingRange: nil, inline: true,
                range: sourceRange(item.candidate.start..<trimmed(item.stop, item.candidate.end)),
                content: [])
            if isInner {
                inner.append(.section(section))
            } else {
                (outer, outerLength) = (section, length)
            }
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

    private mutating func sourceRange(_ offsets: Range<Int>) -> SourceRange {
        positions.range(offsets, in: text.bytes)
    }
}
