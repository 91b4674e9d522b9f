import CReaderBridge

/// An XML part of an office file as a tree; names and attributes without their prefixes.
struct XMLTree {
    struct Node {
        /// The local name; empty for text.
        var name: String
        var parent: Int32
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var next: Int32 = -1
        /// Text, or an element's attributes.
        var start: Int32
        var end: Int32
    }

    private(set) var nodes: [Node] = [Node(name: "", parent: -1, start: 0, end: 0)]
    private(set) var attributes: [(name: String, value: String)] = []
    private(set) var bytes: [UInt8] = []
    /// Whether the part ends before it is complete.
    private(set) var isDamaged = false

    /// - Throws: ``ReadingError`` for a document type, which may hold entities, and for deep nesting.
    init(_ part: [UInt8], limits: ReaderLimits) throws(ReadingError) {
        let builder = Builder()
        var handler = cmarkup_handler(
            context: Unmanaged.passUnretained(builder).toOpaque(),
            start: { Builder.from($0).start($1!, $2) },
            end: { context, _ in Builder.from(context).end() },
            text: { Builder.from($0).text($1!, $2) },
            comment: { _, _ in })
        let status = part.withUnsafeBufferPointer {
            cmarkup_parse_xml($0.baseAddress, $0.count, Int32(limits.xmlDepth), &handler)
        }
        switch status {
        case cmarkup_complete: break
        case cmarkup_damaged: isDamaged = true
        case cmarkup_deep:
            throw ReadingError(
                .xmlLimit, "文件内容嵌套超过 \(limits.xmlDepth) 层，可能有害，没有解析。",
                "The file nests deeper than \(limits.xmlDepth) and was not parsed.")
        default:
            throw ReadingError(
                .xmlLimit, "文件带有文档类型或实体声明，正常的办公文件没有这些，没有解析。",
                "The file declares a document type or entities, which office files do not; it was not parsed.")
        }
        nodes = builder.nodes
        attributes = builder.attributes
        bytes = builder.bytes
    }

    /// The children of a node that are elements.
    func elements(of node: Int) -> [Int] { children(of: node).filter { !nodes[$0].name.isEmpty } }

    func children(of node: Int) -> [Int] {
        var list: [Int] = []
        var child = nodes[node].firstChild
        while child >= 0 {
            list.append(Int(child))
            child = nodes[Int(child)].next
        }
        return list
    }

    /// The first child of a name.
    func child(_ name: String, of node: Int) -> Int? {
        var child = nodes[node].firstChild
        while child >= 0 {
            if nodes[Int(child)].name == name { return Int(child) }
            child = nodes[Int(child)].next
        }
        return nil
    }

    /// The first child of each name in turn.
    func child(_ names: [String], of node: Int) -> Int? {
        var node = node
        for name in names {
            guard let next = child(name, of: node) else { return nil }
            node = next
        }
        return node
    }

    func attribute(_ name: String, of node: Int) -> String? {
        guard !nodes[node].name.isEmpty else { return nil }
        for index in Int(nodes[node].start)..<Int(nodes[node].end) where attributes[index].name == name {
            return attributes[index].value
        }
        return nil
    }

    /// The text directly inside a node.
    func text(of node: Int) -> String {
        var text: [UInt8] = []
        var child = nodes[node].firstChild
        while child >= 0 {
            let node = nodes[Int(child)]
            if node.name.isEmpty { text += bytes[Int(node.start)..<Int(node.end)] }
            child = node.next
        }
        return String(decoding: text, as: UTF8.self)
    }

    var root: Int? { elements(of: 0).first }

    private final class Builder {
        var nodes: [Node] = [Node(name: "", parent: -1, start: 0, end: 0)]
        var attributes: [(name: String, value: String)] = []
        var bytes: [UInt8] = []
        private var open: [Int32] = [0]

        static func from(_ context: UnsafeMutableRawPointer?) -> Builder {
            Unmanaged<Builder>.fromOpaque(context!).takeUnretainedValue()
        }

        func start(_ name: UnsafePointer<CChar>, _ pairs: UnsafePointer<UnsafePointer<CChar>?>?) {
            let first = attributes.count
            if let pairs {
                var at = 0
                while let key = pairs[at] {
                    attributes.append((String(cString: key), pairs[at + 1].map { String(cString: $0) } ?? ""))
                    at += 2
                }
            }
            open.append(
                append(
                    Node(
                        name: String(cString: name), parent: open[open.count - 1],
                        start: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: attributes.count))))
        }

        func end() { if open.count > 1 { open.removeLast() } }

        func text(_ text: UnsafePointer<UInt8>, _ count: Int) {
            let start = Int32(truncatingIfNeeded: bytes.count)
            bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
            let parent = open[open.count - 1]
            let last = nodes[Int(parent)].lastChild
            let end = Int32(truncatingIfNeeded: bytes.count)
            if last >= 0, nodes[Int(last)].name.isEmpty, nodes[Int(last)].end == start {
                nodes[Int(last)].end = end
            } else {
                _ = append(Node(name: "", parent: parent, start: start, end: end))
            }
        }

        private func append(_ node: Node) -> Int32 {
            let index = Int32(truncatingIfNeeded: nodes.count)
            nodes.append(node)
            let parent = Int(node.parent)
            let last = nodes[parent].lastChild
            if last >= 0 { nodes[Int(last)].next = index } else { nodes[parent].firstChild = index }
            nodes[parent].lastChild = index
            return index
        }
    }
}
