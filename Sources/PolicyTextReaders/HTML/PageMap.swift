/// What a page's tree is, node by node: where subtrees end, what is hidden, and where the text is.
///
/// Nodes are in document order, so that a subtree is a range of indices.
struct PageMap {
    /// Behind the last node of each subtree.
    private(set) var ends: [Int32]
    private(set) var isHidden: [Bool]
    /// The weight of the text outside links: Han characters, and punctuation that running text has.
    private(set) var weight: [Int32]
    /// Han characters inside links.
    private(set) var linkWeight: [Int32]

    init(_ tree: HTMLTree) {
        let count = tree.nodes.count
        ends = [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count { buffer.initializeElement(at: index, to: Int32(index + 1)) }
            initialized = count
        }
        isHidden = [Bool](repeating: false, count: count)
        weight = [Int32](repeating: 0, count: count)
        linkWeight = [Int32](repeating: 0, count: count)
        var isLink = [Bool](repeating: false, count: count)
        tree.bytes.withUnsafeBufferPointer { bytes in
            for index in 1..<max(1, count) {
                let node = tree.nodes[index]
                let parent = Int(node.parent)
                isHidden[index] = node.isHidden || isHidden[parent]
                isLink[index] = node.tag == .a || isLink[parent]
                guard node.tag == .text, !isHidden[index] else { continue }
                let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
                if isLink[index] {
                    linkWeight[index] = Int32(PageBytes.hanCount(text))
                } else {
                    weight[index] = Int32(Self.weight(text))
                }
            }
        }
        for index in stride(from: count - 1, to: 0, by: -1) {
            let parent = Int(tree.nodes[index].parent)
            ends[parent] = max(ends[parent], ends[index])
            weight[parent] &+= weight[index]
            linkWeight[parent] &+= linkWeight[index]
        }
    }

    private static func weight(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var han = 0
        var marks = 0
        for byte in text {
            han += byte >= 0xE4 && byte <= 0xE9 ? 1 : 0
            // 、。《》 begin with E3, ，；：（） with EF.
            marks += byte == 0xE3 || byte == 0xEF ? 1 : 0
        }
        // Padding alone (U+3000) is no text.
        return han == 0 ? 0 : han + 4 * min(marks, han)
    }

    func subtree(_ node: Int) -> Range<Int> { node..<Int(ends[node]) }
}
