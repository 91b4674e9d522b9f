import PolicyText

/// Writes the text of a Word document with its hints.
struct DocxText {
    private let tree: XMLTree
    private let styles: Styles
    private var numbering: Numbering
    private let limits: ReaderLimits
    private(set) var maker = TextMaker()
    /// Insertions, deletions and moves.
    private(set) var changeCount = 0
    private(set) var isTableCut = false
    var footnotes: [String: [String]] = [:]
    var endnotes: [String: [String]] = [:]
    /// Text boxes and notes of the open paragraph; they follow it.
    private var boxes: [Int] = []
    private var notes: [String] = []
    /// The number in front of the open paragraph, until its text comes.
    private var pendingNumber: String?
    private var isInCell = false
    /// What the open paragraph is.
    private var kind = LayoutHints.Kind.paragraph
    private var alignment: LayoutHints.Alignment?

    init(_ tree: XMLTree, styles: Styles, numbering: Numbering, limits: ReaderLimits) {
        self.tree = tree
        self.styles = styles
        self.numbering = numbering
        self.limits = limits
        maker = TextMaker(capacity: tree.bytes.count + 1_024)
    }

    /// Reads the blocks of a body, a cell or a text box.
    mutating func read(_ container: Int) {
        for node in tree.elements(of: container) {
            switch tree.nodes[node].name {
            case "p": readParagraph(node)
            case "tbl": readTable(node)
            case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice",
                "txbxContent":
                read(node)
            default: break
            }
        }
        endLine()
    }

    // MARK: - Paragraphs

    private mutating func readParagraph(_ node: Int) {
        let properties = tree.child("pPr", of: node)
        let chain = styles.chain(properties.flatMap { value("pStyle", in: $0) })
        // The mark of the paragraph above was deleted: then this one goes on with it.
        let goesOn = !maker.isLineEmpty
        if !goesOn {
            kind = .paragraph
            if let level = outlineLevel(properties) ?? styles.headingLevel(chain) { kind = .heading(level: level) }
            alignment =
                properties.flatMap { value("jc", in: $0) }.flatMap { Styles.alignment($0) }
                ?? chain.lazy.compactMap(\.style.alignment).first
            pendingNumber = number(properties, chain)
        }
        readRuns(node)
        if let mark = properties.flatMap({ tree.child("rPr", of: $0) }), tree.child("del", of: mark) != nil {
            changeCount += 1
            return
        }
        endLine()
        readBoxes()
    }

    private func value(_ name: String, in node: Int) -> String? {
        tree.child(name, of: node).flatMap { tree.attribute("val", of: $0) }
    }

    private func outlineLevel(_ properties: Int?) -> Int? {
        guard let level = properties.flatMap({ value("outlineLvl", in: $0) }).flatMap({ Int($0) }),
            (0..<9).contains(level)
        else { return nil }
        return level + 1
    }

    /// Counts the paragraph in its list; a paragraph without text is counted all the same, as Word does.
    private mutating func number(_ properties: Int?, _ chain: [(id: String, style: Styles.Style)]) -> String? {
        var numberID: String?
        var level: Int?
        if let own = properties.flatMap({ tree.child("numPr", of: $0) }) {
            numberID = value("numId", in: own)
            level = value("ilvl", in: own).flatMap { Int($0) }
        }
        if numberID == nil, let found = chain.first(where: { $0.style.numberID != nil }) {
            numberID = found.style.numberID
            level =
                level ?? numberID.flatMap { numbering.level(of: $0, style: found.id) } ?? found.style.level
                ?? chain.lazy.compactMap(\.style.level).first
        }
        guard let numberID, numberID != "0" else { return nil }
        return numbering.next(numberID, level: level ?? 0)
    }

    private mutating func readRuns(_ container: Int) {
        for node in tree.elements(of: container) {
            switch tree.nodes[node].name {
            case "r": readRun(node)
            case "ins", "moveTo":
                changeCount += 1
                readRuns(node)
            case "del", "moveFrom": changeCount += 1
            case "pPr", "rPr", "instrText", "Fallback", "rt", "rubyPr", "tbl", "p": break
            default: readRuns(node)
            }
        }
    }

    private mutating func readRun(_ run: Int) {
        if let properties = tree.child("rPr", of: run), Self.isOn("vanish", in: properties, tree) == true { return }
        for node in tree.elements(of: run) {
            switch tree.nodes[node].name {
            case "t": add(tree.text(of: node))
            case "tab", "ptab": if !maker.isLineEmpty { add("\u{3000}") }
            case "noBreakHyphen": add("-")
            case "br":
                if tree.attribute("type", of: node) == nil || tree.attribute("type", of: node) == "textWrapping" {
                    endLine()
                }
            case "cr": endLine()
            case "sym": addSymbol(node)
            case "footnoteReference": notes += tree.attribute("id", of: node).flatMap { footnotes[$0] } ?? []
            case "endnoteReference": notes += tree.attribute("id", of: node).flatMap { endnotes[$0] } ?? []
            case "ruby": if let base = tree.child("rubyBase", of: node) { readRuns(base) }
            case "drawing", "pict", "object", "AlternateContent": findBoxes(node)
            default: break
            }
        }
    }

    private mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        if let number = pendingNumber {
            maker.add(Self.clean(number))
            pendingNumber = nil
        }
        maker.add(Self.clean(text))
    }

    /// Line ends inside a text are white space.
    private static func clean(_ text: String) -> [UInt8] { text.utf8.map { $0 < 0x20 ? 0x20 : $0 } }

    /// A character of a symbol font: only those that Unicode has are text.
    private mutating func addSymbol(_ node: Int) {
        guard let code = tree.attribute("char", of: node).flatMap({ UInt32($0, radix: 16) }),
            !(0xE000...0xF8FF).contains(code),
            let scalar = Unicode.Scalar(code)
        else { return }
        add(String(Character(scalar)))
    }

    /// Whether a switch such as `vanish` is on; `nil` where it is not there.
    static func isOn(_ name: String, in node: Int, _ tree: XMLTree) -> Bool? {
        guard let found = tree.child(name, of: node) else { return nil }
        switch tree.attribute("val", of: found) {
        case "0", "false", "off": return false
        default: return true
        }
    }

    private mutating func endLine() {
        guard let range = maker.endLine() else { return }
        pendingNumber = nil
        guard !isInCell else { return }
        maker.addBlock(kind, range, alignment: alignment)
        for note in notes {
            maker.add(note.utf8)
            if let range = maker.endLine() { maker.addBlock(.furniture(.footnote), range) }
        }
        notes = []
    }

    // MARK: - Text boxes

    private mutating func findBoxes(_ node: Int) {
        for child in tree.elements(of: node) {
            switch tree.nodes[child].name {
            case "Fallback" where tree.child("Choice", of: node) != nil: continue
            case "txbxContent": boxes.append(child)
            default: findBoxes(child)
            }
        }
    }

    private mutating func readBoxes() {
        while !boxes.isEmpty {
            let box = boxes.removeFirst()
            read(box)
        }
    }

    // MARK: - Tables

    private mutating func readTable(_ table: Int) {
        endLine()
        let grid = DocxTable(tree, table)
        let isLarge = grid.cellCount > limits.tableCells
        isTableCut = isTableCut || isLarge
        guard !isInCell, grid.isData, !isLarge else {
            for cell in grid.rows.joined() { for node in cell.nodes { read(node) } }
            return
        }
        let start = maker.lineStart
        var hint = LayoutHints.Table(rows: [], headerRows: grid.headerRows > 0 ? grid.headerRows : nil)
        isInCell = true
        for row in grid.rows {
            var cells: [LayoutHints.Cell] = []
            for cell in row {
                let begin = maker.lineStart
                for node in cell.nodes { read(node) }
                let range = begin..<max(begin, maker.lineStart - 1)
                cells.append(LayoutHints.Cell(range, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan))
            }
            hint.rows.append(cells)
        }
        isInCell = false
        if maker.lineStart > start {
            maker.addBlock(.table(maker.hints.tables.count), start..<maker.lineStart - 1)
            maker.hints.tables.append(hint)
        }
        kind = .paragraph
    }

    // MARK: - Other parts

    /// The text of each footnote or endnote, by its id.
    static func notes(_ tree: XMLTree, _ name: String) -> [String: [String]] {
        var notes: [String: [String]] = [:]
        for node in tree.root.map({ tree.elements(of: $0) }) ?? [] where tree.nodes[node].name == name {
            // Separators have a type.
            guard tree.attribute("type", of: node) ?? "normal" == "normal", let id = tree.attribute("id", of: node)
            else { continue }
            notes[id] = lines(of: tree, below: node)
        }
        return notes
    }

    /// The paragraphs of a header or footer.
    static func lines(of tree: XMLTree) -> [String] { tree.root.map { lines(of: tree, below: $0) } ?? [] }

    private static func lines(of tree: XMLTree, below node: Int) -> [String] {
        var text = DocxText(tree, styles: Styles(), numbering: Numbering(), limits: ReaderLimits())
        text.read(node)
        return text.maker.hints.blocks.map { String(decoding: text.maker.bytes[$0.range], as: UTF8.self) }
    }

    mutating func addFrame(_ line: String) {
        maker.add(line.utf8)
        if let range = maker.endLine() { maker.addBlock(.furniture(.pageHeader), range) }
    }
}
