/// Provinces, cities and counties by their names (GB/T 2260, state of 2023, with former names).
struct RegionCatalogue: Sendable {
    struct Region: Sendable {
        let level: OrganizationName.Level
        /// The full name.
        let name: String
        /// The region around it, or -1.
        let parent: Int
    }

    private(set) var regions: [Region] = []
    private let table: NameTable

    init(_ lexicon: Lexicon) {
        var regions: [Region] = []
        var names: [(ArraySlice<UInt8>, Int)] = []
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func add(_ name: ArraySlice<UInt8>, _ level: OrganizationName.Level, _ parent: Int) -> Int {
            names.append((name, regions.count))
            regions.append(Region(level: level, name: String(decoding: name, as: UTF8.self), parent: parent))
            return regions.count - 1
        }
        // Counties with short names have rows of their own, behind the lists.
        let isList = { (entry: Lexicon.Entry) in entry.word.elementsEqual("counties".utf8) }
        for entry in lexicon.entries.filter({ !isList($0) }) + lexicon.entries.filter(isList) {
            let fields = entry.value.split(separator: 0x09, omittingEmptySubsequences: false)
            guard let name = fields.first else { continue }
            let words = fields.count > 1 ? fields[1].split(separator: 0x20) : []
            switch String(decoding: entry.word, as: UTF8.self) {
            case "province":
                let region = add(name, .province, -1)
                numbers[name] = region
                // One character stands for a province in codes and in names of railways, not in names of bodies.
                for word in words where word.count > 3 { names.append((word, region)) }
            case "city":
                let region = add(name, .city, fields.count > 2 ? numbers[fields[2]] ?? -1 : -1)
                numbers[name] = region
                for word in words where word.count > 3 { names.append((word, region)) }
            case "former":
                if let region = words.first.flatMap({ numbers[$0] }) { names.append((name, region)) }
            case "counties":
                let parent = numbers[name] ?? -1
                for word in words where numbers[word] == nil { _ = add(word, .county, parent) }
            case "county":
                let region = add(name, .county, fields.count > 2 ? numbers[fields[2]] ?? -1 : -1)
                numbers[name] = region
                for word in words { names.append((word, region)) }
            case "zone":
                for word in name.split(separator: 0x20) { _ = add(word, .county, -1) }
            default: continue
            }
        }
        self.regions = regions
        table = NameTable(names)
    }

    /// The longest name of a region at an offset; names that several regions have count as one without parent.
    func longest(at offset: Int, before limit: Int, in text: TextBytes) -> (end: Int, region: Int)? {
        table.longest(at: offset, before: min(limit, offset + Self.longestName), in: text.bytes)
            .map { ($0.end, $0.value) }
    }

    /// Whether several regions have the name of a span.
    func isAmbiguous(_ span: Range<Int>, in text: TextBytes) -> Bool {
        table.values(of: span, in: text.bytes).count > 1
    }

    /// Bytes of the longest name, 双江拉祜族佤族布朗族傣族自治县, and some more.
    private static let longestName = 60
}
