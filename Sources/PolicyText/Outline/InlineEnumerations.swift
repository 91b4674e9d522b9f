/// Finds enumerations inside the running text of a paragraph: 一是…；二是…, （1）…；（2）….
struct InlineEnumerations {
    let text: TokenText

    struct Item {
        var candidate: MarkerCandidate
        /// Behind the item's last byte.
        var stop: Int
        /// 1 for an item of the paragraph, 2 for one inside another item.
        var depth: Int
    }

    /// The items of a run of text, in order, chosen among the candidates that were left as text.
    func items(in run: TextRun, among candidates: ArraySlice<MarkerCandidate>) -> [Item] {
        let inside = candidates[firstIndex(in: candidates, from: run.start)...].prefix { $0.end <= run.stop }
            .filter { !$0.isDoubtful }
        guard inside.count >= 2 else { return [] }
        var lists: [[Int]] = []
        for start in inside.indices where inside[start].ordinal == 1 {
            let list = chain(from: start, inside)
            if list.count >= 2 { lists.append(list) }
        }
        guard !lists.isEmpty else { return [] }
        return arrange(lists, inside, run)
    }

    /// The candidates are in order: a paragraph of thousands of runs is not gone through for each of them.
    private func firstIndex(in candidates: ArraySlice<MarkerCandidate>, from start: Int) -> Int {
        var low = candidates.startIndex
        var high = candidates.endIndex
        while low < high {
            let middle = (low + high) / 2
            if candidates[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many lists back a list is compared with: those further up have ended.
    private static let reach = 8

    /// 1, 2, 3 … of one scheme, each the nearest next number.
    private func chain(from start: Int, _ candidates: [MarkerCandidate]) -> [Int] {
        var list = [start]
        let scheme = candidates[start].scheme
        for index in candidates.indices.dropFirst(start + 1) where candidates[index].scheme == scheme {
            let expected = candidates[list[list.count - 1]].ordinal + 1
            if candidates[index].ordinal == expected || candidates[index].ordinal == MarkerScanner.lastOfSequence {
                list.append(index)
            } else if candidates[index].ordinal == 1 {
                break
            }
        }
        return list
    }

    /// Lists that stand between two items of another hang below it; of lists that cross, the first is kept.
    private func arrange(_ lists: [[Int]], _ candidates: [MarkerCandidate], _ run: TextRun) -> [Item] {
        var kept: [[Int]] = []
        var depths: [Int] = []
        for list in lists {
            var depth = 1
            var crosses = false
            for position in kept.indices.suffix(Self.reach) {
                let outer = kept[position]
                guard let first = list.first, let last = list.last, let outerFirst = outer.first,
                    let outerLast = outer.last
                else { continue }
                if first > outerLast || last < outerFirst { continue }
                let slot = outer.lastIndex { $0 < first } ?? 0
                let next = slot + 1 < outer.count ? outer[slot + 1] : Int.max
                if last < next { depth = max(depth, depths[position] + 1) } else { crosses = true }
            }
            if crosses || depth > 2 { continue }
            kept.append(list)
            depths.append(depth)
        }
        return items(kept, depths, candidates, run)
    }

    private func items(_ lists: [[Int]], _ depths: [Int], _ candidates: [MarkerCandidate], _ run: TextRun) -> [Item] {
        var items: [Item] = []
        for (list, depth) in zip(lists, depths) {
            for (position, index) in list.enumerated() {
                let stop = position + 1 < list.count ? candidates[list[position + 1]].start : run.stop
                var candidate = candidates[index]
                // 最后 is the last of however many there are.
                if candidate.ordinal == MarkerScanner.lastOfSequence { candidate.ordinal = position + 1 }
                items.append(Item(candidate: candidate, stop: stop, depth: depth))
            }
        }
        items.sort { $0.candidate.start < $1.candidate.start }
        // An item ends where the next one of its depth, or of a list around it, begins.
        var next = [run.stop, run.stop]
        for index in items.indices.reversed() {
            let depth = items[index].depth
            items[index].stop = min(items[index].stop, next[depth - 1])
            for inner in depth...2 { next[inner - 1] = items[index].candidate.start }
        }
        return items
    }
}
