import CReaderBridge

/// A page as a tree in flat arrays: what the reader needs of it, and nothing else.
struct HTMLTree {
    struct Node {
        var tag: HTMLTag
        /// Of a heading, its level; of a table section or cell, unused.
        var level: UInt8 = 0
        var isHidden = false
        var parent: Int32
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var next: Int32 = -1
        /// Of text and comments, the bytes; of an element, the attributes.
        var start: Int32
        var end: Int32
        /// The element's name, as an index into ``HTMLTree/names``.
        var name: Int32 = 0
        /// The place among the siblings of its name, from 1; 0 where it was not counted.
        var ordinal: Int32 = 1
        var previous: Int32 = -1
    }

    var nodes: [Node] = [Node(tag: .root, parent: -1, start: 0, end: 0)]
    var attributes: [HTMLAttribute] = []
    /// Text and attribute values, decoded.
    var bytes: [UInt8] = []
    /// The names of elements, each once.
    var names: [String] = [""]

    func value(_ key: HTMLAttribute.Key, of node: Int) -> ArraySlice<UInt8>? {
        let node = nodes[node]
        guard node.tag != .text, node.tag != .comment else { return nil }
        for index in Int(node.start)..<Int(node.end) where attributes[index].key == key {
            return bytes[Int(attributes[index].value.lowerBound)..<Int(attributes[index].value.upperBound)]
        }
        return nil
    }

    func has(_ key: HTMLAttribute.Key, _ node: Int) -> Bool { value(key, of: node) != nil }
}

/// Builds a tree from what libxml2 reports.
///
/// A structure behind a pointer: access to a class is checked at every call.
struct HTMLTreeBuilder {
    private(set) var tree = HTMLTree()
    private var open: [Int32] = [0]
    private var nameIndex: [UInt64: Int32] = [:]

    /// Parses a page that the guard has rewritten.
    static func tree(of page: [UInt8]) -> HTMLTree {
        var builder = HTMLTreeBuilder()
        builder.tree.bytes.reserveCapacity(page.count)
        builder.tree.nodes.reserveCapacity(page.count / 48)
        withUnsafeMutablePointer(to: &builder) { builder in
            var handler = cmarkup_handler(
                context: builder,
                start: { HTMLTreeBuilder.at($0).pointee.start($1!, $2) },
                end: { context, _ in HTMLTreeBuilder.at(context).pointee.end() },
                text: { HTMLTreeBuilder.at($0).pointee.text($1!, $2) },
                comment: { HTMLTreeBuilder.at($0).pointee.comment($1!) })
            _ = page.withUnsafeBufferPointer { cmarkup_parse_html($0.baseAddress, $0.count, &handler) }
        }
        return builder.tree
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLTreeBuilder> {
        context!.assumingMemoryBound(to: HTMLTreeBuilder.self)
    }

    private static func buffer(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
        var count = 0
        while text[count] != 0 { count += 1 }
        return UnsafeRawPointer(text).withMemoryRebound(to: UInt8.self, capacity: count) {
            UnsafeBufferPointer(start: $0, count: count)
        }
    }

    private mutating func start(_ name: UnsafePointer<CChar>, _ pairs: UnsafePointer<UnsafePointer<CChar>?>?) {
        let bytes = Self.buffer(name)
        let tag = HTMLTag(bytes)
        let first = tree.attributes.count
        if let pairs { add(pairs) }
        var node = HTMLTree.Node(
            tag: tag, parent: open[open.count - 1], start: Int32(truncatingIfNeeded: first),
            end: Int32(truncatingIfNeeded: tree.attributes.count))
        if tag == .heading { node.level = bytes[1] - 0x30 }
        node.isHidden = tag == .hidden || first < tree.attributes.count && hides(first..<tree.attributes.count, tag)
        node.name = index(of: bytes)
        node.ordinal = ordinal(of: node)
        let index = append(node)
        open.append(index)
    }

    /// So many siblings are looked at for one of the same name.
    private static let siblingReach = 256

    /// Counted from the last sibling of the name; 0 where that is too far away to tell.
    private func ordinal(of node: HTMLTree.Node) -> Int32 {
        var sibling = tree.nodes[Int(node.parent)].lastChild
        for _ in 0..<Self.siblingReach {
            guard sibling >= 0 else { return 1 }
            let other = tree.nodes[Int(sibling)]
            if other.tag != .text, other.tag != .comment, other.name == node.name {
                return other.ordinal == 0 ? 0 : other.ordinal + 1
            }
            sibling = other.previous
        }
        return 0
    }

    private mutating func end() {
        if open.count > 1 { open.removeLast() }
    }

    private mutating func text(_ text: UnsafePointer<UInt8>, _ count: Int) {
        let parent = open[open.count - 1]
        let start = Int32(truncatingIfNeeded: tree.bytes.count)
        tree.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
        let end = Int32(truncatingIfNeeded: tree.bytes.count)
        let last = tree.nodes[Int(parent)].lastChild
        if last >= 0, tree.nodes[Int(last)].tag == .text, tree.nodes[Int(last)].end == start {
            tree.nodes[Int(last)].end = end
        } else {
            _ = append(HTMLTree.Node(tag: .text, parent: parent, start: start, end: end))
        }
    }

    private mutating func comment(_ text: UnsafePointer<CChar>) {
        let bytes = Self.buffer(text)
        guard !bytes.isEmpty else { return }
        let start = Int32(truncatingIfNeeded: tree.bytes.count)
        tree.bytes.append(contentsOf: bytes)
        _ = append(
            HTMLTree.Node(
                tag: .comment, parent: open[open.count - 1], start: start,
                end: Int32(truncatingIfNeeded: tree.bytes.count)))
    }

    private mutating func append(_ node: HTMLTree.Node) -> Int32 {
        let index = Int32(truncatingIfNeeded: tree.nodes.count)
        let parent = Int(node.parent)
        let last = tree.nodes[parent].lastChild
        var node = node
        node.previous = last
        tree.nodes.append(node)
        if last >= 0 { tree.nodes[Int(last)].next = index } else { tree.nodes[parent].firstChild = index }
        tree.nodes[parent].lastChild = index
        return index
    }

    private mutating func add(_ pairs: UnsafePointer<UnsafePointer<CChar>?>) {
        var at = 0
        while let name = pairs[at] {
            defer { at += 2 }
            let bytes = Self.buffer(name)
            guard let key = HTMLAttribute.Key(bytes) else { continue }
            let start = Int32(truncatingIfNeeded: tree.bytes.count)
            if let value = pairs[at + 1] { tree.bytes.append(contentsOf: Self.buffer(value)) }
            tree.attributes.append(
                HTMLAttribute(key: key, value: start..<Int32(truncatingIfNeeded: tree.bytes.count)))
        }
    }

    /// Names are few; two that are alike in eight bytes and length are taken for one.
    private mutating func index(of name: UnsafeBufferPointer<UInt8>) -> Int32 {
        let key = name.suffix(7).reduce(UInt64(name.count & 0xFF)) { $0 << 8 | UInt64($1) }
        if let found = nameIndex[key] { return found }
        guard tree.names.count < 4_096 else { return 0 }
        tree.names.append(String(decoding: name, as: UTF8.self))
        nameIndex[key] = Int32(tree.names.count - 1)
        return Int32(tree.names.count - 1)
    }

    /// display:none, visibility:hidden, the attribute hidden, and fields of forms.
    private func hides(_ attributes: Range<Int>, _ tag: HTMLTag) -> Bool {
        for index in attributes {
            let attribute = tree.attributes[index]
            switch attribute.key {
            case .hidden: return true
            case .style:
                if Style.hides(tree.bytes[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]) {
                    return true
                }
            default: break
            }
        }
        return false
    }
}
