import PolicyText

/// Paragraph styles with what they inherit (ISO/IEC 29500-1, 17.7).
struct Styles {
    struct Style {
        var name = ""
        var basedOn: String?
        var numberID: String?
        var level: Int?
        var outlineLevel: Int?
        var alignment: LayoutHints.Alignment?
        var isHidden: Bool?
    }

    private var styles: [String: Style] = [:]
    private var standard: String?
    /// A chain of styles is no longer; a ring would have no end.
    static let chain = 32

    init() {}

    init(_ tree: XMLTree) {
        guard let root = tree.root else { return }
        for node in tree.elements(of: root) where tree.nodes[node].name == "style" {
            guard tree.attribute("type", of: node) ?? "paragraph" != "table",
                let id = tree.attribute("styleId", of: node)
            else { continue }
            var style = Style()
            style.name = tree.child("name", of: node).flatMap { tree.attribute("val", of: $0) } ?? ""
            style.basedOn = tree.child("basedOn", of: node).flatMap { tree.attribute("val", of: $0) }
            if let properties = tree.child("pPr", of: node) { read(tree, properties, &style) }
            if let run = tree.child("rPr", of: node) { style.isHidden = DocxText.isOn("vanish", in: run, tree) }
            styles[id] = style
            let isDefault = tree.attribute("default", of: node)
            if tree.attribute("type", of: node) == "paragraph", isDefault == "1" || isDefault == "true" {
                standard = id
            }
        }
    }

    private func read(_ tree: XMLTree, _ properties: Int, _ style: inout Style) {
        if let number = tree.child("numPr", of: properties) {
            style.numberID = tree.child("numId", of: number).flatMap { tree.attribute("val", of: $0) }
            style.level = tree.child("ilvl", of: number).flatMap { tree.attribute("val", of: $0) }.flatMap { Int($0) }
        }
        style.outlineLevel = tree.child("outlineLvl", of: properties).flatMap { tree.attribute("val", of: $0) }
            .flatMap { Int($0) }
        style.alignment = tree.child("jc", of: properties).flatMap { tree.attribute("val", of: $0) }
            .flatMap { Self.alignment($0) }
    }

    static func alignment(_ name: String) -> LayoutHints.Alignment? {
        name == "distribute" ? .justify : PolicyTextReaders.Style.alignment(named: name.utf8)
    }

    /// The styles of a paragraph, its own first.
    func chain(_ id: String?) -> [(id: String, style: Style)] {
        var list: [(id: String, style: Style)] = []
        var next = id.flatMap { styles[$0] == nil ? nil : $0 } ?? standard
        while let id = next, let style = styles[id], list.count < Self.chain {
            list.append((id, style))
            next = style.basedOn
        }
        return list
    }

    /// The level of a heading style, from 1.
    func headingLevel(_ chain: [(id: String, style: Style)]) -> Int? {
        for (_, style) in chain {
            if let level = style.outlineLevel { return level < 9 ? level + 1 : nil }
            let name = style.name.lowercased()
            if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) { return level }
            if name == "title" { return 1 }
        }
        return nil
    }
}
