/// Provinces, cities and counties by their names (GB/T 2260, state of 2023, with former names).
struct RegionCatalogue: Sendable {
    private struct Region: Sendable {
        let level: OrganizationName.Level
        let start: Int32
        let length: Int16
        /// The region around it, or -1.
        let parent: Int16
    }

    private let blob: [UInt8]
    private var regions: [Region] = []
    private var table: NameTable

    /// - Complexity: O(bytes of the list).
    init(_ list: Lexicon.Text) {
        blob = Array(list)
        table = NameTable(blob: blob, capacity: 5_000, findsBeginnings: true)
        regions.reserveCapacity(4_000)
        var lines = LexiconRows(list)
        var fields: [Range<Int>] = []
        while lines.next(&fields) {
            if fields.count >= 2 { add(fields, lines) }
        }
    }

    private mutating func add(_ fields: [Range<Int>], _ lines: LexiconRows) {
        let words = fields[fields.count > 2 ? 2 : 1]
        if lines.equals(fields[0], "counties") {
            let parent = number(of: fields[1])
            lines.words(of: words) { word in
                let known = number(of: word)
                if known < 0 || regions[known].parent != parent { _ = add(word, .county, parent) }
            }
        } else if lines.equals(fields[0], "former") {
            let region = number(of: words)
            if region >= 0 { table.insert(fields[1], region) }
        } else if lines.equals(fields[0], "zone") {
            lines.words(of: words) { if number(of: $0) < 0 { _ = add($0, .county, -1) } }
        } else if let level = Self.level(fields[0], lines) {
            let region = add(fields[1], level, fields.count > 3 ? number(of: fields[3]) : -1)
            // One character stands for a province in codes and in names of railways, not in names of bodies.
            lines.words(of: words) { if level == .county || $0.count > 3 { table.insert($0, region) } }
        }
    }

    private static func level(_ field: Range<Int>, _ lines: LexiconRows) -> OrganizationName.Level? {
        if lines.equals(field, "province") { return .province }
        if lines.equals(field, "city") { return .city }
        return lines.equals(field, "county") ? .county : nil
    }

    private mutating func add(_ name: Range<Int>, _ level: OrganizationName.Level, _ parent: Int) -> Int {
        let region = regions.count
        table.insert(name, region)
        regions.append(
            Region(
                level: level, start: Int32(name.lowerBound), length: Int16(truncatingIfNeeded: name.count),
                parent: Int16(truncatingIfNeeded: parent)))
        return region
    }

    private func number(of name: Range<Int>) -> Int {
        blob.withUnsafeBufferPointer { table.value(of: name, in: $0) } ?? -1
    }

    // MARK: - Looking up

    func level(of region: Int) -> OrganizationName.Level { regions[region].level }

    /// The region around a region, or -1.
    func parent(of region: Int) -> Int { Int(regions[region].parent) }

    /// The full name of a region.
    func name(of region: Int) -> String {
        let start = Int(regions[region].start)
        return String(decoding: blob[start..<start + Int(regions[region].length)], as: UTF8.self)
    }

    /// Whether a span is the full name of a region.
    func isName(_ span: Range<Int>, of region: Int, in text: TextBytes) -> Bool {
        let start = Int(regions[region].start)
        guard span.count == Int(regions[region].length) else { return false }
        for index in 0..<span.count where blob[start + index] != text.bytes[span.lowerBound + index] { return false }
        return true
    }

    /// Whether the full name of a region ends in 市.
    func isMunicipal(_ region: Int) -> Bool {
        let end = Int(regions[region].start) + Int(regions[region].length)
        return end >= 3 && blob[end - 3] == 0xE5 && blob[end - 2] == 0xB8 && blob[end - 1] == 0x82
    }

    /// The longest name of a region at an offset; of a name that several regions have, the first.
    func longest(at offset: Int, before limit: Int, in text: TextBytes) -> (end: Int, region: Int)? {
        table.longest(at: offset, before: min(limit, offset + Self.longestName), in: text.bytes)
            .map { ($0.end, $0.value) }
    }

    /// Whether several regions have the name of a span.
    func isAmbiguous(_ span: Range<Int>, in text: TextBytes) -> Bool {
        let entry = table.entry(of: span, in: text.bytes)
        return entry >= 0 && table.follower(ofEntry: entry) >= 0
    }

    /// Bytes of the longest name, 双江拉祜族佤族布朗族傣族自治县, and some more.
    private static let longestName = 60
}
