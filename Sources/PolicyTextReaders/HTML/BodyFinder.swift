/// Finds the text of the notice on its page.
struct BodyFinder {
    let tree: HTMLTree
    let map: PageMap
    let limits: ReaderLimits
    let lexicons = PageLexicons.shared

    struct Body {
        /// Ranges of nodes, in order.
        var nodes: [Range<Int>]
        var rule: String
        /// Whether the rule is a guess of last resort.
        var isUncertain = false
    }

    /// Less text than this is no notice.
    static let fewest = 60

    func body() -> Body {
        let dense = densest()
        let contained = contained()
        for body in contained where isEnough(body.nodes, against: dense) { return body }
        // A page of little text whose container holds links to files: the notice is in these.
        if Int(map.weight[dense]) < 4 * Self.fewest,
            let body = contained.first(where: { FileLink.first(in: $0.nodes, tree, map) != nil })
        {
            return body
        }
        if map.weight[dense] >= Self.fewest, dense > 0 {
            return Body(nodes: [map.subtree(dense)], rule: "text-density")
        }
        return Body(nodes: [0..<tree.nodes.count], rule: "whole-page", isUncertain: true)
    }

    private func weight(_ nodes: Range<Int>) -> Int {
        var sum = 0
        for index in nodes where tree.nodes[index].tag == .text { sum += Int(map.weight[index]) }
        return sum
    }

    /// A container that holds far less than the densest part of the page is a teaser, or belongs to another column.
    private func isEnough(_ nodes: [Range<Int>], against dense: Int) -> Bool {
        let sum = nodes.reduce(0) { $0 + weight($1) }
        return sum >= Self.fewest && sum * 5 >= Int(map.weight[dense]) * 2
    }

    // MARK: - Containers

    /// The bodies that the list of containers finds, the most telling first.
    private func contained() -> [Body] {
        var matches: [Int: [Int]] = [:]
        var markers: [Int: Int] = [:]
        var marked: [Int: Range<Int>] = [:]
        let elementNames = Set(tree.names.indices.filter { lexicons.isContainer(tree.names[$0]) }.map { Int32($0) })
        for index in 1..<max(1, tree.nodes.count) {
            let node = tree.nodes[index]
            if let marker = marker(index) {
                if let place = lexicons.start(marker) { markers[place] = markers[place] ?? index + 1 }
                if let place = lexicons.end(marker), let start = markers[place], marked[place] == nil, start < index {
                    marked[place] = start..<index
                }
                continue
            }
            guard node.tag != .text, node.start < node.end || elementNames.contains(node.name) else { continue }
            let place = lexicons.container(
                id: tree.value(.id, of: index), classes: tree.value(.htmlClass, of: index),
                element: elementNames.contains(node.name) ? tree.names[Int(node.name)] : nil)
            if let place { matches[place, default: []].append(index) }
        }
        return (Array(matches.keys) + Array(marked.keys)).sorted().map { place in
            let rule = lexicons.containers[place].rule
            if let range = marked[place] { return Body(nodes: [range], rule: rule) }
            return Body(nodes: largest(matches[place] ?? []), rule: rule)
        }
    }

    private func marker(_ index: Int) -> ArraySlice<UInt8>? {
        switch tree.nodes[index].tag {
        case .comment: tree.bytes[Int(tree.nodes[index].start)..<Int(tree.nodes[index].end)]
        case .meta: tree.value(.name, of: index)
        default: nil
        }
    }

    /// The outermost elements of a rule: the one with the most text, and its siblings.
    private func largest(_ nodes: [Int]) -> [Range<Int>] {
        guard let heaviest = nodes.max(by: { map.weight[$0] < map.weight[$1] }) else { return [] }
        // Of elements inside each other the innermost that still has the text.
        if let inner = nodes.last(where: {
            $0 > heaviest && $0 < Int(map.ends[heaviest]) && map.weight[$0] > map.weight[heaviest] / 10 * 9
        }) {
            return withRest([map.subtree(inner)])
        }
        var outer: [Int] = []
        for node in nodes where outer.last.map({ node >= Int(map.ends[$0]) }) ?? true { outer.append(node) }
        guard let best = outer.max(by: { (map.weight[$0], $1) < (map.weight[$1], $0) }) else { return [] }
        return withRest(outer.filter { tree.nodes[$0].parent == tree.nodes[best].parent }.map { map.subtree($0) })
    }

    /// Paragraphs right behind a container belong to it: an end tag too many has closed it early.
    private func withRest(_ nodes: [Range<Int>]) -> [Range<Int>] {
        guard let last = nodes.last, last.lowerBound > 0 else { return nodes }
        var rest: [Range<Int>] = []
        var next = tree.nodes[last.lowerBound].next
        // The end tag may have closed what the container stands in as well.
        if next < 0 { next = tree.nodes[Int(tree.nodes[last.lowerBound].parent)].next }
        while next >= 0 {
            let node = Int(next)
            next = tree.nodes[node].next
            switch tree.nodes[node].tag {
            case .text where map.weight[node] == 0, .comment, .br: continue
            case .p, .heading, .table:
                guard map.weight[node] >= Self.fewestInRest, map.weight[node] > 2 * map.linkWeight[node] else {
                    return nodes + rest
                }
                rest.append(map.subtree(node))
            default: return nodes + rest
            }
        }
        return nodes + rest
    }

    /// A paragraph of less weight is a button or a credit.
    private static let fewestInRest = 4

    // MARK: - Density

    /// The innermost element that holds three quarters of the page's running text.
    private func densest() -> Int {
        var node = 0
        while true {
            var child = tree.nodes[node].firstChild
            var best = -1
            while child >= 0 {
                if map.weight[Int(child)] > (best < 0 ? 0 : map.weight[best]) { best = Int(child) }
                child = tree.nodes[Int(child)].next
            }
            guard best >= 0, Int(map.weight[best]) * 4 >= Int(map.weight[node]) * 3, mayHold(best) else { return node }
            if tree.nodes[best].tag == .table, isData(best) { return around(best) }
            node = best
        }
    }

    /// A table of data is a part of its notice, however large; one that lays out the page holds the notice.
    private func isData(_ table: Int) -> Bool {
        TableReader(tree: tree, map: map, limits: limits).isData(table) && !hasColumn(table)
    }

    /// Paragraphs and the like in a cell that is the column of a page.
    private static let fewestInColumn = 6

    /// Whether one cell holds the text of the page, in paragraphs.
    private func hasColumn(_ table: Int) -> Bool {
        var index = table + 1
        while index < Int(map.ends[table]) {
            guard tree.nodes[index].tag == .td || tree.nodes[index].tag == .th else {
                index += 1
                continue
            }
            if Int(map.weight[index]) * 4 >= Int(map.weight[table]) * 3 {
                let blocks = map.subtree(index).dropFirst().count {
                    tree.nodes[$0].tag.isBlock || tree.nodes[$0].tag == .br
                }
                return blocks >= Self.fewestInColumn
            }
            index = Int(map.ends[index])
        }
        return false
    }

    /// The innermost element that holds more than a table: title and addressees stand outside what wraps it.
    private func around(_ table: Int) -> Int {
        var node = Int(tree.nodes[table].parent)
        while node > 0, map.weight[node] == map.weight[table] { node = Int(tree.nodes[node].parent) }
        return node > 0 ? node : Int(tree.nodes[table].parent)
    }

    /// Whether a notice can be the content of an element: not of a paragraph or of inline text.
    private func mayHold(_ node: Int) -> Bool {
        switch tree.nodes[node].tag {
        case .text, .a, .heading, .comment, .sup: false
        case .p, .inline: Int(map.ends[node]) - node > 8
        default: true
        }
    }
}
