import PolicyText

/// Tells pages that hold no notice but links to the files that do.
struct AttachmentPage {
    let tree: HTMLTree
    let map: PageMap
    let body: BodyFinder.Body
    let text: PageText

    /// Running text of fewer characters beside a link is no notice.
    static let fewest = 80
    /// So many links are named.
    static let linkLimit = 8

    func diagnostic() -> ReaderDiagnostic? {
        let weight = body.nodes.joined().reduce(0) { $0 + (tree.nodes[$1].tag == .text ? Int(map.weight[$1]) : 0) }
        // Of a whole page, the frame's words count, too: then the text's own weight is unknown.
        guard weight < (body.isUncertain ? 4 * Self.fewest : Self.fewest) else { return nil }
        let links = body.nodes.joined().filter { FileLink.isOne($0, tree, map) }
        guard let first = links.first else { return nil }
        let names = links.prefix(Self.linkLimit).map { name(of: $0) }.joined(separator: "；")
        return ReaderDiagnostic(
            .attachmentOnly, .warning, "网页没有正文，只有附件链接：\(names)。请下载附件后再解析。",
            "The page has no text, only links to files: \(names). Download and parse these.", at: range(of: first))
    }

    private func name(of link: Int) -> String {
        let name = label(of: link)
        let address = String(decoding: tree.value(.href, of: link) ?? [], as: UTF8.self)
        return name.isEmpty ? address : "\(String(decoding: name.prefix(300), as: UTF8.self))（\(address)）"
    }

    private func label(of link: Int) -> [UInt8] {
        var name: [UInt8] = []
        for index in map.subtree(link) where tree.nodes[index].tag == .text {
            name += PageBytes.squashed(tree.bytes[Int(tree.nodes[index].start)..<Int(tree.nodes[index].end)])
        }
        return name
    }

    /// Where the link's words stand in the text.
    private func range(of link: Int) -> Range<Int> {
        let name = label(of: link)
        guard let first = name.first, name.count <= text.maker.bytes.count else { return 0..<0 }
        let bytes = text.maker.bytes
        for start in 0...bytes.count - name.count where bytes[start] == first && bytes[start...].starts(with: name) {
            return start..<start + name.count
        }
        return 0..<0
    }
}

/// Links to files that may hold a notice.
enum FileLink {
    private static let extensions = [
        "pdf", "doc", "docx", "wps", "ofd", "xls", "xlsx", "et", "zip", "rar", "ceb", "rtf",
    ]

    static func isOne(_ node: Int, _ tree: HTMLTree, _ map: PageMap) -> Bool {
        guard tree.nodes[node].tag == .a, !map.isHidden[node], let link = tree.value(.href, of: node),
            link.count < 2_048
        else { return false }
        let path = String(decoding: link.prefix { $0 != 0x3F && $0 != 0x23 }.map(PageLexicons.lower), as: UTF8.self)
        return extensions.contains { path.hasSuffix("." + $0) }
    }

    static func first(in nodes: [Range<Int>], _ tree: HTMLTree, _ map: PageMap) -> Int? {
        nodes.joined().first { isOne($0, tree, map) }
    }
}
