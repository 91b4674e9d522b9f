import PolicyText

/// Writes a page's text line by line: the notice with its paragraphs and tables, everything else as furniture.
struct PageText {
    let tree: HTMLTree
    let map: PageMap
    let limits: ReaderLimits
    private(set) var maker: TextMaker
    /// Lines that are not the notice's, for the fields and the headline that stand among them.
    private(set) var lines: [PageLine] = []
    private(set) var isTableCut = false
    private let bodies: [Range<Int>]
    private var body = 0
    /// Open block elements: where each ends, and what it says of its lines.
    private var open: [Open] = []
    private var isPreformatted = false
    private var isInBody = false
    /// The number of a list's item, until its text comes.
    private var pendingNumber = 0

    struct Open {
        var node: Int
        var end: Int
        var alignment: LayoutHints.Alignment?
        var isPreformatted: Bool
        var number: Int
    }

    /// A line outside the notice's text.
    struct PageLine {
        var range: Range<Int>
        /// The block element that it stands in.
        var node: Int
        /// Its block in the hints.
        var block: Int
        /// Whether it stands before the notice's text.
        var isBefore: Bool
    }

    init(_ tree: HTMLTree, _ map: PageMap, body: BodyFinder.Body, limits: ReaderLimits) {
        self.tree = tree
        self.map = map
        self.limits = limits
        bodies = body.nodes
        maker = TextMaker(capacity: tree.bytes.count + 1024)
        open.append(Open(node: 0, end: tree.nodes.count, alignment: nil, isPreformatted: false, number: 0))
        addMetas()
        walk(1..<max(1, tree.nodes.count))
        endLine()
    }

    // MARK: - Walking

    private mutating func walk(_ nodes: Range<Int>) {
        var index = nodes.lowerBound
        while index < nodes.upperBound {
            close(before: index)
            moveBody(to: index)
            index = visit(index)
        }
        close(before: nodes.upperBound)
    }

    /// Enters and leaves the notice's text.
    private mutating func moveBody(to index: Int) {
        while body < bodies.count, index >= bodies[body].upperBound {
            endLine()
            body += 1
            isInBody = false
        }
        let isInside = body < bodies.count && bodies[body].contains(index)
        if isInside != isInBody {
            endLine()
            isInBody = isInside
        }
    }

    /// Writes a node; returns the next one to visit.
    private mutating func visit(_ index: Int) -> Int {
        let node = tree.nodes[index]
        if node.tag == .text {
            if !map.isHidden[index] { write(node) }
            return index + 1
        }
        if map.isHidden[index] || node.tag == .comment { return Int(map.ends[index]) }
        switch node.tag {
        case .br, .hr: endLine()
        case .title:
            endLine()
            for child in index + 1..<Int(map.ends[index]) where tree.nodes[child].tag == .text {
                write(tree.nodes[child])
            }
            if let range = maker.endLine() {
                maker.addBlock(.furniture(.pageMetadata), range)
                lines.append(PageLine(range: range, node: index, block: maker.hints.blocks.count - 1, isBefore: true))
            }
            return Int(map.ends[index])
        case .table where isInBody && !isPreformatted:
            endLine()
            let reading = TableReader(tree: tree, map: map, limits: limits)
            if let rows = reading.fields(index) {
                writeFields(rows)
                return Int(map.ends[index])
            }
            let table = reading.table(index)
            isTableCut = isTableCut || reading.isCut(index)
            if let table {
                write(table, of: index)
                return Int(map.ends[index])
            }
            enter(index)
        default:
            if node.tag.isBlock {
                enter(index)
            } else if !isInBody {
                // Label and value stand in elements side by side, and style sets them apart.
                maker.addGap()
            }
        }
        return index + 1
    }

    private mutating func enter(_ index: Int) {
        endLine()
        let outer = open[open.count - 1]
        open.append(
            Open(
                node: index, end: Int(map.ends[index]), alignment: alignment(of: index) ?? outer.alignment,
                isPreformatted: outer.isPreformatted || tree.nodes[index].tag == .pre, number: 0))
        isPreformatted = open[open.count - 1].isPreformatted
        if tree.nodes[index].tag == .li { number(index) }
    }

    private mutating func close(before index: Int) {
        while open.count > 1, open[open.count - 1].end <= index {
            endLine()
            open.removeLast()
            isPreformatted = open[open.count - 1].isPreformatted
        }
    }

    private func alignment(of index: Int) -> LayoutHints.Alignment? {
        let node = tree.nodes[index]
        if tree.names[Int(node.name)] == "center" { return .center }
        guard node.start < node.end else { return nil }
        if let style = tree.value(.style, of: index), let found = Style.alignment(style) { return found }
        return tree.value(.align, of: index).flatMap { Style.alignment(named: $0) }
    }

    /// The number that a browser shows in front of an item of a numbered list.
    private mutating func number(_ index: Int) {
        let list = Int(tree.nodes[index].parent)
        guard isInBody, tree.nodes[list].tag == .orderedList,
            let place = open.lastIndex(where: { $0.node == list })
        else { return }
        if let style = tree.value(.style, of: list), Style.value(of: "list-style-type", in: style) == Array("none".utf8)
        {
            return
        }
        if let type = tree.value(.type, of: list), type.first != 0x31 { return }
        if open[place].number == 0, let start = tree.value(.start, of: list) {
            open[place].number = max(0, min(9_999, (Int(String(decoding: start, as: UTF8.self)) ?? 1) - 1))
        }
        open[place].number += 1
        pendingNumber = open[place].number
    }

    // MARK: - Writing

    private mutating func write(_ node: HTMLTree.Node) {
        let range = Int(node.start)..<Int(node.end)
        tree.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[range])
            if pendingNumber > 0, text.contains(where: { $0 > 0x20 }) {
                if maker.isLineEmpty { maker.add("\(pendingNumber).".utf8) }
                pendingNumber = 0
            }
            guard isPreformatted else { return maker.addCollapsed(text) }
            for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                if number > 0 { endLine() }
                maker.add(line.lazy.map { $0 < 0x20 ? 0x20 : $0 })
            }
        }
    }

    private mutating func endLine() {
        guard let range = maker.endLine() else { return }
        let element = open[open.count - 1]
        guard isInBody else { return addLine(range, .siteChrome, element.node) }
        let node = tree.nodes[element.node]
        let kind: LayoutHints.Kind = node.tag == .heading ? .heading(level: Int(node.level)) : .paragraph
        maker.addBlock(kind, range, alignment: element.alignment, path: PagePath(tree: tree).path(of: element.node))
    }

    private mutating func addLine(_ range: Range<Int>, _ kind: Furniture.Kind, _ node: Int) {
        maker.addBlock(.furniture(kind), range)
        lines.append(
            PageLine(range: range, node: node, block: maker.hints.blocks.count - 1, isBefore: body == 0 && !isInBody))
    }

    /// The fields of 信息公开, inside the text's container: cells as lines of furniture.
    private mutating func writeFields(_ cells: [Int]) {
        for cell in cells {
            writeText(of: cell) { page, range in page.addLine(range, .siteChrome, cell) }
        }
    }

    /// Writes all text below a node; calls `line` for each line of it.
    private mutating func writeText(of node: Int, _ line: (inout PageText, Range<Int>) -> Void) {
        var index = node + 1
        var ends: [Int] = []
        while index < Int(map.ends[node]) {
            while let last = ends.last, last <= index {
                if let range = maker.endLine() { line(&self, range) }
                ends.removeLast()
            }
            let child = tree.nodes[index]
            if map.isHidden[index] || child.tag == .comment {
                index = Int(map.ends[index])
                continue
            }
            if child.tag == .text {
                let range = Int(child.start)..<Int(child.end)
                tree.bytes.withUnsafeBufferPointer { maker.addCollapsed(UnsafeBufferPointer(rebasing: $0[range])) }
            } else if child.tag.isBlock || child.tag == .br {
                if let range = maker.endLine() { line(&self, range) }
                if child.tag != .br { ends.append(Int(map.ends[index])) }
            }
            index += 1
        }
        if let range = maker.endLine() { line(&self, range) }
    }

    private mutating func write(_ table: TableReader.Grid, of node: Int) {
        let start = maker.lineStart
        var hint = LayoutHints.Table(rows: [], headerRows: table.headerRows)
        if let caption = table.caption, let range = writeCell(caption) { hint.title = range }
        for row in table.rows {
            var cells: [LayoutHints.Cell] = []
            for cell in row {
                let range = writeCell(cell.node) ?? maker.lineStart..<maker.lineStart
                cells.append(LayoutHints.Cell(range, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan))
            }
            hint.rows.append(cells)
        }
        guard maker.lineStart > start else { return }
        maker.addBlock(
            .table(maker.hints.tables.count), start..<maker.lineStart - 1, path: PagePath(tree: tree).path(of: node))
        maker.hints.tables.append(hint)
    }

    private mutating func writeCell(_ node: Int) -> Range<Int>? {
        var whole: Range<Int>?
        writeText(of: node) { _, range in whole = (whole?.lowerBound ?? range.lowerBound)..<range.upperBound }
        return whole
    }

    // MARK: - Metas

    /// What the page says for machines stands at the beginning of the text, as furniture.
    private mutating func addMetas() {
        let lexicons = PageLexicons.shared
        for index in tree.nodes.indices where tree.nodes[index].tag == .meta {
            guard let name = tree.value(.name, of: index), name.count < 64,
                let field = lexicons.metas[name.map(PageLexicons.lower)], let content = tree.value(.content, of: index),
                !content.isEmpty, content.count < 2_000
            else { continue }
            maker.add(name)
            maker.add([0x3A, 0x20])
            let start = maker.lineStart + name.count + 2
            maker.add(content.lazy.map { $0 < 0x20 ? 0x20 : $0 })
            guard let range = maker.endLine() else { continue }
            maker.addBlock(.furniture(.pageMetadata), range)
            guard case .known(let known) = field, start < range.upperBound else { continue }
            maker.hints.candidates.append(LayoutHints.Candidate(known, start..<range.upperBound))
        }
    }

    /// Lets the reader add what it finds out from the lines.
    mutating func changeHints(_ change: (inout LayoutHints) -> Void) { change(&maker.hints) }
}
