/// What is known of organisations: national bodies with their short and former names, branches, local departments, and
/// the classes of words that names end in.
///
/// The lists are data (`organizations.txt`, `regions.txt`, `organization-classes.txt`); callers add names through
/// ``ParserOptions``.
final class OrganizationCatalogue: Sendable {
    /// Where a row's bodies stand.
    enum Kind: Sendable { case national, branch, province, city, county, any }

    private struct Row: Sendable {
        let kind: Kind
        let start: Int32
        let length: Int32
        /// The years in which the body had the name; open ends are 0 and 9999.
        let from: Int16
        let to: Int16
    }

    /// The list as it is, with the caller's names behind it.
    private let blob: [UInt8]
    private let rows: [Row]
    /// National bodies by all their names.
    let national: NameTable
    /// Local bodies by their names without region and level.
    let local: NameTable
    /// Bodies whose names have the region inside, a tab in its place.
    let branches: NameTable
    /// What stands before the region of such a name; never empty.
    let branchHeads: NameTable
    let regions: RegionCatalogue
    let classes: OrganizationClasses

    /// - Complexity: O(bytes of the lists).
    init(organizations: Lexicon.Text, regions: Lexicon.Text, classes: Lexicon, names: [OrganizationAlias] = []) {
        var builder = Builder(organizations, names: names)
        builder.build()
        blob = builder.blob
        rows = builder.rows
        national = builder.national
        local = builder.local
        branches = builder.branches
        branchHeads = builder.branchHeads
        self.regions = RegionCatalogue(regions)
        self.classes = OrganizationClasses(classes)
    }

    func kind(ofRow row: Int) -> Kind { rows[row].kind }

    /// The full name of a row's body, as it is written.
    func canonical(ofRow row: Int) -> String { String(decoding: blob[place(ofRow: row)], as: UTF8.self) }

    /// The full name of a row's body in a region: in the place of `{R}`, or in front where there is none.
    func canonical(ofRow row: Int, in region: String) -> String {
        let place = place(ofRow: row)
        let hole = regionPlace(ofRow: row) ?? place.lowerBound..<place.lowerBound
        var name = String()
        name.reserveCapacity(place.count + region.utf8.count)
        name += String(decoding: blob[place.lowerBound..<hole.lowerBound], as: UTF8.self)
        name += region
        name += String(decoding: blob[hole.upperBound..<place.upperBound], as: UTF8.self)
        return name
    }

    /// Whether two rows have the same full name.
    func isSameName(_ row: Int, _ other: Int) -> Bool {
        row == other || blob[place(ofRow: row)].elementsEqual(blob[place(ofRow: other)])
    }

    /// Whether the full name of a row has a place for the region: `{R}`.
    func hasRegion(inRow row: Int) -> Bool { regionPlace(ofRow: row) != nil }

    private func place(ofRow row: Int) -> Range<Int> {
        let start = Int(rows[row].start)
        return start..<start + Int(rows[row].length)
    }

    private func regionPlace(ofRow row: Int) -> Range<Int>? {
        let place = place(ofRow: row)
        guard let open = blob[place].firstIndex(of: 0x7B), open + 3 <= place.upperBound, blob[open + 1] == 0x52,
            blob[open + 2] == 0x7D
        else { return nil }
        return open..<open + 3
    }

    /// Whether a row's body had its name in a year.
    func isCurrent(_ row: Int, in year: Int) -> Bool { Int(rows[row].from) <= year && year <= Int(rows[row].to) }

    // MARK: - Building

    private struct Builder {
        var blob: [UInt8]
        var rows: [Row] = []
        var national: NameTable
        var local: NameTable
        var branches = NameTable(capacity: 800)
        var branchHeads = NameTable(capacity: 300)
        private var template: [UInt8] = []

        init(_ list: Lexicon.Text, names: [OrganizationAlias]) {
            blob = Array(list)
            // The caller's names are rows like those of the list.
            for name in names {
                let kind = name.isNational ? "national" : "any"
                blob += Array("\n\(kind)\t\(name.name)\t\(name.aliases.joined(separator: " "))".utf8)
            }
            national = NameTable(blob: blob, capacity: 2_400)
            local = NameTable(blob: blob, capacity: 4_000)
        }

        mutating func build() {
            let bytes = blob
            bytes.withUnsafeBufferPointer { buffer in
                var lines = LexiconRows(buffer)
                var fields: [Range<Int>] = []
                rows.reserveCapacity(2_000)
                while lines.next(&fields) {
                    guard fields.count >= 2, let kind = Self.kind(fields[0], lines) else { continue }
                    let years = fields.count > 3 ? Self.years(fields[3], buffer) : (0, 9999)
                    let row = rows.count
                    rows.append(
                        Row(
                            kind: kind, start: Int32(fields[1].lowerBound), length: Int32(fields[1].count),
                            from: years.0, to: years.1))
                    add(fields[1], kind, row, buffer)
                    if fields.count > 2 { lines.words(of: fields[2]) { add($0, kind, row, buffer) } }
                }
            }
        }

        private mutating func add(_ name: Range<Int>, _ kind: Kind, _ row: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
            var open: Int?
            for offset in name where bytes[offset] == 0x7B { open = open ?? offset }
            if kind == .branch || open != nil {
                addTemplate(name, open, row, bytes)
            } else if kind == .national {
                national.insert(name, row)
            } else {
                local.insert(name, row)
            }
        }

        /// `人民银行{R}分行` with a tab for `{R}`, and in front where there is none.
        private mutating func addTemplate(
            _ name: Range<Int>, _ open: Int?, _ row: Int, _ bytes: UnsafeBufferPointer<UInt8>
        ) {
            let head = bytes[name.lowerBound..<(open ?? name.lowerBound)]
            let tail = bytes[min(name.upperBound, open.map { $0 + 3 } ?? name.lowerBound)..<name.upperBound]
            template.removeAll(keepingCapacity: true)
            template += head
            template.append(0x09)
            template += tail
            branches.insert(template, row)
            if !head.isEmpty { branchHeads.insert(head, 0) }
        }

        private static func kind(_ field: Range<Int>, _ lines: LexiconRows) -> Kind? {
            if lines.equals(field, "any") { return .any }
            if lines.equals(field, "national") { return .national }
            if lines.equals(field, "branch") { return .branch }
            if lines.equals(field, "province") { return .province }
            if lines.equals(field, "city") { return .city }
            return lines.equals(field, "county") ? .county : nil
        }

        /// `1998-2008`; a missing side is open.
        private static func years(_ field: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> (Int16, Int16) {
            var ends: (Int16, Int16) = (0, 0)
            var isRange = false
            for byte in bytes[field] {
                if byte == 0x2D {
                    ends = (ends.1, 0)
                    isRange = true
                } else if byte >= 0x30, byte <= 0x39, ends.1 < 1_000 {
                    ends.1 = ends.1 * 10 + Int16(byte - 0x30)
                }
            }
            return isRange ? (ends.0, ends.1 == 0 ? 9999 : ends.1) : (ends.1, ends.1)
        }
    }
}
