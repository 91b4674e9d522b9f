import PolicyText

/// Finds the headline above a notice's text that does not repeat it, so that the notice has its title.
struct Headline {
    let bytes: [UInt8]
    let lines: [PageText.PageLine]
    let tree: HTMLTree
    let hints: LayoutHints

    /// So many paragraphs of the text are looked at for the title.
    static let headParagraphs = 14
    /// A shorter headline (in bytes) is the name of a column.
    static let fewestBytes = 24

    /// The line that is the title, as an index into ``lines``; `nil` where the text has it.
    func find() -> Int? {
        let known = knownTitles()
        let head = headSkeleton()
        var fallback: Int?
        for index in lines.indices.reversed() where lines[index].isBefore && !isMachine(lines[index]) {
            let text = bytes[lines[index].range]
            guard text.count >= Self.fewestBytes, text.count < 600 else { continue }
            let skeleton = PageBytes.skeleton(text)
            guard skeleton.count >= Self.fewestBytes, !isField(text) else { continue }
            if known.contains(where: {
                $0 == skeleton || $0.starts(with: skeleton) && skeleton.count * 10 >= $0.count * 7
            }) {
                return isRepeated(skeleton, head) ? nil : index
            }
            if fallback == nil, isHeading(lines[index].node, mayBeClass: text.contains(sequence: "关于")) {
                fallback = index
            }
        }
        guard let fallback else { return nil }
        return isRepeated(PageBytes.skeleton(bytes[lines[fallback].range]), head) ? nil : fallback
    }

    private func isMachine(_ line: PageText.PageLine) -> Bool { tree.nodes[line.node].tag == .title }

    private func isField(_ text: ArraySlice<UInt8>) -> Bool {
        PageLexicons.shared.fields.label(in: text, at: text.startIndex) != nil
    }

    /// Titles that the page's fields, metas and title element give.
    private func knownTitles() -> [[UInt8]] {
        var titles = hints.candidates.filter { $0.field == .title }.map { PageBytes.skeleton(bytes[$0.range]) }
        for line in lines where isMachine(line) {
            // 标题_栏目_网站: the first piece.
            let pieces = bytes[line.range].split { $0 == 0x5F || $0 == 0x2D || $0 == 0x7C }
            titles += pieces.prefix(1).map { PageBytes.skeleton($0) }
        }
        return titles.filter { $0.count >= Self.fewestBytes }
    }

    /// Han and digits of the first paragraphs.
    private func headSkeleton() -> [UInt8] {
        var skeleton: [UInt8] = []
        var count = 0
        for block in hints.blocks {
            switch block.kind {
            case .paragraph, .heading:
                // The name of a file repeats the title, and is none.
                if isFileName(bytes[block.range]) { continue }
                skeleton += PageBytes.skeleton(bytes[block.range].prefix(400))
                count += 1
                if count == Self.headParagraphs { return skeleton }
            default: continue
            }
        }
        return skeleton
    }

    /// Ends in a dot and two to four Latin letters.
    private func isFileName(_ text: ArraySlice<UInt8>) -> Bool {
        let ending = text.suffix(5).reversed().prefix { (0x61...0x7A).contains($0 | 0x20) }
        return (2...4).contains(ending.count) && text.dropLast(ending.count).last == 0x2E
    }

    private func isRepeated(_ title: [UInt8], _ head: [UInt8]) -> Bool {
        guard let first = title.first, title.count <= head.count else { return false }
        for start in 0...head.count - title.count where head[start] == first && head[start...].starts(with: title) {
            return true
        }
        return false
    }

    /// h1…h4, or a class or id that says title: sites name their own titles so, too.
    private func isHeading(_ node: Int, mayBeClass: Bool) -> Bool {
        var index = node
        for _ in 0..<3 where index > 0 {
            let node = tree.nodes[index]
            if node.tag == .heading, node.level <= 4 { return true }
            for key in mayBeClass ? [HTMLAttribute.Key.id, .htmlClass] : [] {
                guard let value = tree.value(key, of: index) else { continue }
                let name = String(decoding: value.prefix(80).map(PageLexicons.lower), as: UTF8.self)
                if name.contains("title") || name.contains("tit") || name.contains("biaoti") || name.hasPrefix("bt") {
                    return true
                }
            }
            index = Int(node.parent)
        }
        return false
    }
}
