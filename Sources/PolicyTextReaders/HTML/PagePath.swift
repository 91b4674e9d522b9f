/// The way to an element, as an XPath that begins at the nearest element with an id.
struct PagePath {
    let tree: HTMLTree
    /// Deeper paths begin in the middle.
    static let steps = 24

    func path(of node: Int) -> String? {
        var steps: [String] = []
        var index = node
        var isAnchored = false
        while index > 0, steps.count < Self.steps, !isAnchored {
            if let id = tree.value(.id, of: index), isPlain(id) {
                steps.append("*[@id=\"\(String(decoding: id, as: UTF8.self))\"]")
                isAnchored = true
            } else {
                guard tree.nodes[index].ordinal > 0 else { return nil }
                steps.append("\(tree.names[Int(tree.nodes[index].name)])[\(tree.nodes[index].ordinal)]")
                index = Int(tree.nodes[index].parent)
            }
        }
        guard !steps.isEmpty else { return nil }
        // From an id, or from the middle of a deep page, anywhere; else from the root.
        return (index > 0 ? "//" : "/") + steps.reversed().joined(separator: "/")
    }

    private func isPlain(_ id: ArraySlice<UInt8>) -> Bool {
        !id.isEmpty && id.count < 64
            && id.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F
            }
    }
}
