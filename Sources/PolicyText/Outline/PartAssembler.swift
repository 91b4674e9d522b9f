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
    ///
    /// The sections lie in memory that is made once for a part, and are moved into it and out of it: an array would be
    /// asked whether it is shared for every change.
    private struct Tree: ~Copyable {
        var root: [Block] = []
        var children = 0
        /// How many sections are open.
        private(set) var count = 0
        private let capacity: Int
        private let memory: UnsafeMutableRawPointer
        /// One behind the other with `open`: a section that is moved as a whole is not copied reference by reference.
        private let sections: UnsafeMutablePointer<Section>
        private let open: UnsafeMutablePointer<Open>

        /// - Parameter depth: The most sections that are open at a time.
        init(depth: Int) {
            capacity = depth
            let sectionBytes = depth * MemoryLayout<Section>.stride
            memory = .allocate(byteCount: sectionBytes + depth * MemoryLayout<Open>.stride, alignment: 16)
            sections = memory.bindMemory(to: Section.self, capacity: depth)
            open = (memory + sectionBytes).bindMemory(to: Open.self, capacity: depth)
        }

        deinit {
            sections.deinitialize(count: count)
            memory.deallocate()
        }

        /// The depth of the innermost open section, 0 for none.
        var depth: Int { count == 0 ? 0 : open[count - 1].depth }

        mutating func push(_ section: consuming Section, _ notes: Open) {
            precondition(count < capacity)
            (sections + count).initialize(to: section)
            (open + count).initialize(to: notes)
            count += 1
        }

        mutating func append(_ block: consuming Block, stop: Int) {
            guard count > 0 else { return root.append(block) }
            sections[count - 1].content.append(block)
            open[count - 1].stop = max(open[count - 1].stop, stop)
        }

        mutating func close(to depth: Int) {
            while count > max(depth, 0) {
                count -= 1
                let stop = open[count].stop
                let range = sections[count].range
                sections[count].range = SourceRange(
                    start: range.start, end: max(stop, range.start), line: range.line, column: range.column)
                append(.section((sections + count).move()), stop: stop)
            }
        }

        /// The length of the identifier around the next section, `nil` for the part's, and the section's number in it.
        mutating func nextChild() -> (outerLength: Int?, number: Int) {
            guard count > 0 else {
                children += 1
                return (nil, children)
            }
            open[count - 1].children += 1
            return (open[count - 1].idLength, open[count - 1].children)
        }
    }

    /// - Parameter part: The part's number, from 1.
    init(source: SourceText, builder: TextBuilder, tables: [Table], outline: Outline, part: Int) {
        text = builder.text
        self.builder = builder
        self.tables = tables
        self.outline = outline
        positions = PositionCursor(source.lineIndex)
        id = [UInt8](of: UInt8(ascii: "p"), count: Self.usualIDRoom)
        idLength = id.withUnsafeMutableBufferPointer { Self.write(part, to: $0, at: 1) }
    }

    /// Identifiers are shorter, but for those of sections nested deep and numbered high.
    private static let usualIDRoom = 64

    /// Writes a number; returns the place behind it.
    private static func write(_ number: Int, to id: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
        var place = place
        var unit = 1
        while number / unit >= 10 { unit *= 10 }
        while unit > 0 {
            id[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10)
            place += 1
            unit /= 10
        }
        return place
    }

    mutating func content() -> [Block] {
        let counts = blockCounts()
        var tree = Tree(depth: outline.nodes.indices.reduce(0) { max($0, outline.nodes[$1].depth) })
        tree.root.reserveCapacity(Int(counts[0]))
        for element in outline.elements {
            switch element {
            case .unit(let node):
                tree.close(to: outline.nodes[node].depth - 1)
                open(outline.nodes[node], Int(counts[node + 1]), &tree)
            case .text(let run):
                guard let paragraph = paragraph(run, &tree) else { continue }
                tree.append(.paragraph(paragraph), stop: run.stop)
            case .end:
                tree.close(to: 0)
            case .table(let index):
                tree.append(.table(tables[index]), stop: tables[index].range.end)
            }
        }
        tree.close(to: 0)
        return tree.root
    }

    /// How many blocks the part and, behind it, each unit holds at most: their arrays are made once.
    private func blockCounts() -> [Int32] {
        var counts = [Int32](of: 0, count: outline.nodes.count + 1)
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
        tree.push(
            section(node, id, blockCount),
            Open(
                depth: node.depth, idLength: idLength,
                stop: max(node.candidate.end, node.own.stop, node.heading?.stop ?? 0)))
        guard run.first < run.end, !run.isEmpty, let paragraph = paragraph(run, &tree) else { return }
        tree.append(.paragraph(paragraph), stop: 0)
    }

    /// A function of its own, which hands the section over: made in place it would be copied, reference by reference. So
    /// it would by the public initializer, which fills a copy of its own.
    @inline(never)
    private mutating func section(_ node: OutlineNode, _ id: consuming String, _ blockCount: Int) -> Section {
        let marker = marker(node.candidate)
        // A number that was torn from its dot may stand behind it.
        let start =
            node.candidate.displaced == nil || marker.range.start <= node.candidate.start
            ? marker.range : sourceRange(node.candidate.start..<node.candidate.end)
        return Section(
            id: id, level: node.depth, marker: marker, heading: node.heading.map { headingText($0, node.own) },
            headingRange: node.heading.map { sourceRange($0.start..<$0.stop) }, inline: false,
            content: Self.room(for: blockCount), range: start)
    }

    private static func room(for blockCount: Int) -> [Block] {
        var blocks: [Block] = []
        if blockCount > 0 { blocks.reserveCapacity(blockCount) }
        return blocks
    }

    /// The identifier of the next section of the innermost open one, or of the part, and its length.
    private mutating func childID(_ tree: inout Tree) -> (String, Int) {
        let (outerLength, number) = tree.nextChild()
        return id(outerLength ?? idLength, number)
    }

    /// `p1.2` and 3 make `p1.2.3`: the identifier made last begins with the outer one, `outerLength` bytes long.
    private mutating func id(_ outerLength: Int, _ number: Int) -> (String, Int) {
        // Twenty digits and the dot.
        while id.count < outerLength + 21 { id.append(0) }
        return id.withUnsafeMutableBufferPointer { id in
            id[outerLength] = UInt8(ascii: ".")
            let length = Self.write(number, to: id, at: outerLength + 1)
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
            text.setRole(Int(candidate.token), .decoration)
            text.setRole(number, .layoutSpace)
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
        let level = tree.depth + 1
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
