/// Parts names that run together without a separator: 国家知识产权局教育部科技部.
struct OrganizationSplitter {
    let text: TextBytes
    let reader: OrganizationReader

    /// More bytes than any row of issuing bodies has.
    private static let longest = 900

    /// The names that make up a span without white space; the span itself, when it is one name or cannot be parted.
    ///
    /// Names that the catalogue has win over one long unknown name, and of these the fewest.
    func names(in span: Range<Int>) -> [Range<Int>] {
        guard text.contains("、", in: span) else { return parted(span) }
        let pieces = listed(span)
        return pieces.count > 1 ? pieces.flatMap(parted) : parted(span)
    }

    /// The names between 、, where all of them are names.
    private func listed(_ span: Range<Int>) -> [Range<Int>] {
        guard span.count <= Self.longest else { return [span] }
        var pieces: [Range<Int>] = []
        var start = span.lowerBound
        while let mark = text.first("、", in: start..<span.upperBound) {
            pieces.append(start..<mark)
            start = mark + 3
        }
        pieces.append(start..<span.upperBound)
        let areNames = pieces.allSatisfy { reader.unlistedRegion(of: $0) != nil || reader.sort(of: $0) <= .school }
        return areNames ? pieces : [span]
    }

    private func parted(_ span: Range<Int>) -> [Range<Int>] {
        guard span.count >= 18, span.count <= Self.longest, reader.match(span) == nil else { return [span] }
        let starts = borders(span)
        var best = [Int?](repeating: nil, count: starts.count)
        var cost = [Int](repeating: .max, count: starts.count)
        cost[0] = 0
        for end in 1..<starts.count {
            for start in 0..<end where cost[start] < .max {
                guard let own = self.cost(starts[start]..<starts[end]), cost[start] + own < cost[end] else { continue }
                cost[end] = cost[start] + own
                best[end] = start
            }
        }
        var names: [Range<Int>] = []
        var end = starts.count - 1
        while end > 0, let start = best[end] {
            names.insert(starts[start]..<starts[end], at: 0)
            end = start
        }
        return end == 0 && names.count > 1 ? names : [span]
    }

    private func borders(_ span: Range<Int>) -> [Int] {
        var offsets: [Int] = []
        var offset = span.lowerBound
        while offset < span.upperBound {
            offsets.append(offset)
            offset += text.width(at: offset)
        }
        return offsets + [span.upperBound]
    }

    /// What a name costs: little when the catalogue has it, more for each character when only a region in front and its
    /// end speak for it. No known name is shorter than three characters: a row of them is always cheaper.
    private func cost(_ span: Range<Int>) -> Int? {
        guard span.count >= 6, span.count <= 3 * OrganizationReader.longestName,
            reader.catalogue.mayEndName(span, in: text)
        else { return nil }
        if let match = reader.match(span) {
            // 财政局 alone is the end of a longer name before it is a name.
            if case .bare = match.place { return 100 + 4 * span.count / 3 }
            return 10
        }
        if reader.unlistedRegion(of: span) != nil { return 12 }
        guard span.count >= 15, reader.catalogue.classes.endings(of: span, in: text).publicBody > 0,
            reader.hasNamedHead(span), reader.sort(of: span) == .publicBody
        else { return nil }
        return 15 + 4 * span.count / 3
    }
}
