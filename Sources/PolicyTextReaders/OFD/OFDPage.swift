import PolicyText

/// A line of an OFD page; lengths are in millimetres from the upper left corner.
struct OFDLine {
    var x: Double
    /// The base line.
    var y: Double
    var width: Double
    var size: Double
    var text: String

    /// The usual distance of two lines.
    static func pitch(_ lines: [OFDLine]) -> Double {
        let gaps = zip(lines, lines.dropFirst()).map { $1.y - $0.y }.filter { $0 > 0.5 }.sorted()
        return gaps.isEmpty ? 10 : gaps[gaps.count / 2]
    }

    /// Centred where both margins are wide and alike, at the end where only the left one is wide.
    func alignment(left: Double, right: Double) -> LayoutHints.Alignment? {
        let before = x - left
        let after = right - (x + width)
        if before > 3 * size, after > 2 * size, abs(before - after) < 2 * size { return .center }
        return before > 8 * size && after < 6 * size ? .end : nil
    }
}

/// Collects the text objects of one page (GB/T 33190-2016, 11).
struct OFDPage {
    private let tree: XMLTree
    private var runs: [OFDLine] = []
    private(set) var hasPicture = false
    /// No page has more pieces of text; each may be a single character.
    private static let runLimit = 200_000

    init(_ tree: XMLTree) { self.tree = tree }

    mutating func read() {
        guard let root = tree.root, let content = tree.child("Content", of: root) else { return }
        read(content)
    }

    private mutating func read(_ node: Int) {
        for child in tree.elements(of: node) {
            switch tree.nodes[child].name {
            case "TextObject": readText(child)
            case "ImageObject": hasPicture = true
            case "Layer", "PageBlock": read(child)
            default: break
            }
        }
    }

    private mutating func readText(_ object: Int) {
        let box = Self.numbers(tree.attribute("Boundary", of: object))
        guard box.count >= 2, tree.attribute("Visible", of: object) != "false" else { return }
        let size = Self.numbers(tree.attribute("Size", of: object)).first ?? 5
        let matrix = Self.numbers(tree.attribute("CTM", of: object))
        var (x, y) = (0.0, 0.0)
        for code in tree.elements(of: object) where tree.nodes[code].name == "TextCode" && runs.count < Self.runLimit {
            // A place that is not given is that of the code before.
            x = Self.numbers(tree.attribute("X", of: code)).first ?? x
            y = Self.numbers(tree.attribute("Y", of: code)).first ?? y
            let text = tree.text(of: code).filter { !$0.isNewline }
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            var (left, base, scale) = (x, y, 1.0)
            if matrix.count == 6 {
                left = matrix[0] * x + matrix[2] * y + matrix[4]
                base = matrix[1] * x + matrix[3] * y + matrix[5]
                scale = abs(matrix[0]) > 0.01 ? abs(matrix[0]) : 1
            }
            let height = min(max(size * scale, 0.5), 200)
            let width = Self.width(
                text, height,
                Self.deltas(tree.attribute("DeltaX", of: code), limit: text.unicodeScalars.count).map { $0 * scale })
            runs.append(OFDLine(x: box[0] + left, y: box[1] + base, width: width, size: height, text: text))
        }
    }

    private static func numbers(_ text: String?) -> [Double] {
        (text ?? "").split(whereSeparator: \.isWhitespace).prefix(16).compactMap { Double($0) }
            .map { $0.isFinite ? max(-10_000, min(10_000, $0)) : 0 }
    }

    /// `g 5 3.2` stands for five times 3.2.
    private static func deltas(_ text: String?, limit: Int) -> [Double] {
        var list: [Double] = []
        let words = (text ?? "").split(whereSeparator: \.isWhitespace)
        var at = 0
        while at < words.count, list.count < limit {
            if words[at] == "g", at + 2 < words.count, let count = Int(words[at + 1]), let value = Double(words[at + 2])
            {
                list += [Double](repeating: value, count: max(0, min(count, limit - list.count)))
                at += 3
            } else {
                list.append(Double(words[at]) ?? 0)
                at += 1
            }
        }
        return list.map { $0.isFinite ? max(-1_000, min(1_000, $0)) : 0 }
    }

    private static func width(_ text: String, _ size: Double, _ deltas: [Double]) -> Double {
        let widths = text.unicodeScalars.map { $0.value < 0x2E80 ? size / 2 : size }
        guard let last = widths.last else { return 0 }
        if deltas.isEmpty { return widths.reduce(0, +) }
        return deltas.reduce(0, +) + widths.dropFirst(deltas.count + 1).reduce(0, +) + last
    }

    // MARK: - Lines

    /// The runs as lines, from above; runs of one base line from the left.
    func lines() -> [OFDLine] {
        let sorted = runs.enumerated().sorted {
            ($0.element.y, $0.offset) < ($1.element.y, $1.offset)
        }.map(\.element)
        var lines: [OFDLine] = []
        var open: [OFDLine] = []
        func close() {
            if !open.isEmpty { lines.append(Self.join(open)) }
            open = []
        }
        for run in sorted {
            if let first = open.first, run.y - first.y > 0.5 * max(first.size, run.size) { close() }
            open.append(run)
        }
        close()
        return lines
    }

    /// Gaps between runs become spaces: two for the width of a character.
    private static func join(_ runs: [OFDLine]) -> OFDLine {
        let runs = runs.enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }.map(\.element)
        var line = runs[0]
        for run in runs.dropFirst() {
            let gap = run.x - (line.x + line.width)
            let spaces = Int(max(0, min(80, (gap / max(run.size / 2, 0.25)).rounded(.down))))
            if gap > 0.4 * run.size { line.text += String(repeating: " ", count: max(1, spaces)) }
            line.text += run.text
            line.width = max(line.width, run.x + run.width - line.x)
            line.size = max(line.size, run.size)
        }
        return line
    }
}
