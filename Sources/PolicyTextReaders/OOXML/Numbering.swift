/// Automatic numbering (ISO/IEC 29500-1, 17.9): counts, restarts, and the text that Word shows in front of a paragraph.
struct Numbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var suffix = "tab"
        /// Restarts behind a level below this one, counted from 1; 0 for never, `nil` for any higher level.
        var restart: Int?
        var style: String?
        /// Shows the numbers of other levels as digits.
        var isLegal = false
    }

    private struct Instance {
        var definition: String
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private var definitions: [String: [Int: Level]] = [:]
    /// Definitions that point to a style which has the levels.
    private var links: [String: String] = [:]
    private var styleDefinitions: [String: String] = [:]
    private var instances: [String: Instance] = [:]
    /// The last number of each level, by definition.
    private var counts: [String: [Int?]] = [:]
    /// The instances whose own starts were taken already, with the level.
    private var started: Set<String> = []
    static let levelCount = 9

    init() {}

    init(_ tree: XMLTree) {
        guard let root = tree.root else { return }
        for node in tree.elements(of: root) {
            switch tree.nodes[node].name {
            case "abstractNum": addDefinition(tree, node)
            case "num": addInstance(tree, node)
            default: break
            }
        }
    }

    private mutating func addDefinition(_ tree: XMLTree, _ node: Int) {
        guard let id = tree.attribute("abstractNumId", of: node) else { return }
        var levels: [Int: Level] = [:]
        for child in tree.elements(of: node) {
            let value = tree.attribute("val", of: child)
            switch tree.nodes[child].name {
            case "lvl":
                if let number = Self.number(tree, child) { levels[number] = Self.level(tree, child) }
            case "numStyleLink": links[id] = value
            case "styleLink": if let value { styleDefinitions[value] = id }
            default: break
            }
        }
        definitions[id] = levels
    }

    private mutating func addInstance(_ tree: XMLTree, _ node: Int) {
        guard let id = tree.attribute("numId", of: node),
            let definition = tree.child("abstractNumId", of: node).flatMap({ tree.attribute("val", of: $0) })
        else { return }
        var instance = Instance(definition: definition)
        for child in tree.elements(of: node) where tree.nodes[child].name == "lvlOverride" {
            guard let number = Self.number(tree, child) else { continue }
            instance.starts[number] = tree.child("startOverride", of: child).flatMap { tree.attribute("val", of: $0) }
                .flatMap { Int($0) }
            if let level = tree.child("lvl", of: child) { instance.levels[number] = Self.level(tree, level) }
        }
        instances[id] = instance
    }

    private static func number(_ tree: XMLTree, _ node: Int) -> Int? {
        tree.attribute("ilvl", of: node).flatMap { Int($0) }.flatMap { (0..<levelCount).contains($0) ? $0 : nil }
    }

    private static func level(_ tree: XMLTree, _ node: Int) -> Level {
        func value(_ name: String) -> String? { tree.child(name, of: node).flatMap { tree.attribute("val", of: $0) } }
        var level = Level()
        level.start = value("start").flatMap { Int($0) } ?? 0
        // A format that older programs do not know stands in an alternative.
        let fallback = tree.child(["AlternateContent", "Fallback", "numFmt"], of: node)
        level.format = value("numFmt") ?? fallback.flatMap { tree.attribute("val", of: $0) } ?? "decimal"
        level.text = value("lvlText") ?? ""
        level.suffix = value("suff") ?? "tab"
        level.restart = value("lvlRestart").flatMap { Int($0) }
        level.style = value("pStyle")
        level.isLegal = DocxText.isOn("isLgl", in: node, tree) == true
        return level
    }

    /// The definition of an instance, links to styles followed.
    private func definition(of instance: Instance) -> String {
        var id = instance.definition
        for _ in 0..<8 {
            guard definitions[id]?.isEmpty ?? true, let style = links[id], let other = styleDefinitions[style] else {
                break
            }
            id = other
        }
        return id
    }

    /// The level that a list has for a style.
    func level(of numberID: String, style: String) -> Int? {
        guard let instance = instances[numberID] else { return nil }
        return definitions[definition(of: instance)]?.first { $0.value.style == style }?.key
    }

    /// Counts a paragraph, and returns the number that stands in front of it, with what parts the two.
    mutating func next(_ numberID: String, level: Int) -> String? {
        guard let instance = instances[numberID], (0..<Self.levelCount).contains(level) else { return nil }
        let id = definition(of: instance)
        var levels = definitions[id] ?? [:]
        levels.merge(instance.levels) { $1 }
        guard let own = levels[level] else { return nil }
        var count = counts[id] ?? [Int?](repeating: nil, count: Self.levelCount)
        // A list with a start of its own begins anew where it is used first.
        for (number, start) in instance.starts where number <= level {
            if started.insert("\(numberID).\(number)").inserted { count[number] = number == level ? nil : start }
            if number == level, count[number] == nil { count[number] = start &- 1 }
        }
        for higher in 0..<level where count[higher] == nil { count[higher] = levels[higher]?.start ?? 1 }
        count[level] = count[level].map { $0 &+ 1 } ?? own.start
        for deeper in level + 1..<Self.levelCount {
            let restart = levels[deeper]?.restart
            if restart.map({ $0 > 0 && level < $0 }) ?? true { count[deeper] = nil }
        }
        counts[id] = count
        return text(own, level, levels, count)
    }

    private func text(_ own: Level, _ level: Int, _ levels: [Int: Level], _ count: [Int?]) -> String? {
        guard own.format != "bullet" else { return nil }
        var text = ""
        var rest = Substring(own.text)
        while let percent = rest.firstIndex(of: "%") {
            text += rest[..<percent]
            rest = rest[rest.index(after: percent)...]
            guard let digit = rest.first?.wholeNumberValue, (1...Self.levelCount).contains(digit) else {
                text += "%"
                continue
            }
            rest = rest.dropFirst()
            let format = digit - 1 == level ? own.format : levels[digit - 1]?.format ?? "decimal"
            let shown = own.isLegal && digit - 1 < level ? "decimal" : format
            if let value = count[digit - 1] { text += NumberFormat.write(value, shown) ?? "" }
        }
        text += rest
        guard !text.isEmpty else { return nil }
        return text + (needsSpace(text, own.suffix) ? " " : "")
    }

    /// 第一章 stands apart from its heading; 一、 and （一） need not.
    private func needsSpace(_ text: String, _ suffix: String) -> Bool {
        guard suffix != "nothing", let last = text.unicodeScalars.last else { return false }
        return !"、）).．。：:》〉】".unicodeScalars.contains(last) && last != " " && last != "\u{3000}"
    }
}
