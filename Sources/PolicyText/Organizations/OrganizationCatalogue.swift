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
        /// Where `{R}` stands in the name, -1 for nowhere.
        let hole: Int32
    }

    /// The list as it is, with the caller's names behind it.
    private let blob: [UInt8]
    private let rows: [Row]
    /// National bodies by all their names.
    let national: NameTable
    /// Local bodies by their names without region and level.
    let local: NameTable
    /// Bodies whose names have the region inside, a hole in its place.
    let branches: NameTable
    /// What stands before the region of such a name; never empty.
    let branchHeads: NameTable
    let regions: RegionCatalogue
    let classes: OrganizationClasses
    /// What names of any sort end in.
    private let ends: LastBytes

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
        var ends = builder.ends
        self.classes.addEnds(to: &ends)
        self.ends = ends
    }

    /// Whether a name of any sort may end where a span does: a quick look, which most stretches of text fail.
    @inline(__always)
    func mayEndName(_ span: Range<Int>, in text: TextBytes) -> Bool {
        span.count < 3 || text.bytes[span.upperBound - 1] < 0x80
            || ends.mayContain(characterBefore: span.upperBound, in: text.bytes)
    }

    func kind(ofRow row: Int) -> Kind { rows[row].kind }

    /// The full name of a row's body, as it is written.
    func canonical(ofRow row: Int) -> String {
        let place = place(ofRow: row)
        return blob.withUnsafeBufferPointer { TextBytes($0).string(place) }
    }

    /// The full name of a row's body in a region: in the place of `{R}`, or in front where there is none.
    func canonical(ofRow row: Int, in region: String) -> String {
        let place = place(ofRow: row)
        let hole = regionPlace(ofRow: row) ?? place.lowerBound..<place.lowerBound
        let count = place.count - hole.count + region.utf8.count
        return blob.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { name in
                var writer = ByteWriter(name)
                writer.put(bytes, place.lowerBound..<hole.lowerBound)
                var region = region
                region.withUTF8 { writer.put($0, 0..<$0.count) }
                writer.put(bytes, hole.upperBound..<place.upperBound)
                return TextBytes(UnsafeBufferPointer(name)).string(0..<writer.count)
            }
        }
    }

    /// Puts bytes one behind the other.
    private struct ByteWriter {
        private let bytes: UnsafeMutableBufferPointer<UInt8>
        private(set) var count = 0

        init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func put(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            guard range.count <= bytes.count - count, let base = bytes.baseAddress, let first = source.baseAddress
            else {
                return
            }
            (base + count).update(from: first + range.lowerBound, count: range.count)
            count += range.count
        }
    }

    /// Whether two rows have the same full name.
    func isSameName(_ row: Int, _ other: Int) -> Bool {
        if row == other { return true }
        let (one, two) = (place(ofRow: row), place(ofRow: other))
        guard one.count == two.count else { return false }
        return blob.withUnsafeBufferPointer { TextBytes($0).isSame(one.lowerBound, two.lowerBound, count: one.count) }
    }

    /// Whether the full name of a row has a place for the region: `{R}`.
    func hasRegion(inRow row: Int) -> Bool { regionPlace(ofRow: row) != nil }

    private func place(ofRow row: Int) -> Range<Int> {
        let start = Int(rows[row].start)
        return start..<start + Int(rows[row].length)
    }

    private func regionPlace(ofRow row: Int) -> Range<Int>? {
        guard rows[row].hole >= 0 else { return nil }
        let open = Int(rows[row].start + rows[row].hole)
        return open..<open + 3
    }

    /// Whether a row's body had its name in a year.
    func isCurrent(_ row: Int, in year: Int) -> Bool { Int(rows[row].from) <= year && year <= Int(rows[row].to) }

    // MARK: - Rows with one name

    /// The rows that have a name: bodies of different levels or years may share it.
    struct Rows {
        enum Table: UInt8 { case national, local, branches }

        let table: Table
        /// The first entry of the table with the name.
        let entry: Int32
    }

    /// The rows with the name that a span is.
    func rows(of span: Range<Int>, in table: Rows.Table, _ text: TextBytes) -> Rows? {
        rows(of: span, NameHash.of(span, in: text.bytes), in: table, text)
    }

    /// The same, where the hash of the span is known.
    @inline(__always)
    func rows(of span: Range<Int>, _ hash: UInt64, in table: Rows.Table, _ text: TextBytes) -> Rows? {
        let entry =
            table == .national
            ? national.entry(of: span, hash, in: text.bytes) : local.entry(of: span, hash, in: text.bytes)
        return entry < 0 ? nil : Rows(table: table, entry: Int32(truncatingIfNeeded: entry))
    }

    /// The rows of bodies with a region inside their names, which stands between two spans.
    func branches(of head: Range<Int>, _ tail: Range<Int>, _ text: TextBytes) -> Rows? {
        let entry = branches.entry(of: head, hole: tail, in: text.bytes)
        return entry < 0 ? nil : Rows(table: .branches, entry: Int32(truncatingIfNeeded: entry))
    }

    @inline(__always)
    func forEach(_ rows: Rows, _ body: (Int) -> Void) {
        switch rows.table {
        case .national: Self.forEach(from: rows.entry, national, body)
        case .local: Self.forEach(from: rows.entry, local, body)
        case .branches: Self.forEach(from: rows.entry, branches, body)
        }
    }

    @inline(__always)
    private static func forEach(from first: Int32, _ table: borrowing NameTable, _ body: (Int) -> Void) {
        var entry = Int(first)
        while entry >= 0 {
            body(table.value(ofEntry: entry))
            entry = table.follower(ofEntry: entry)
        }
    }

    // MARK: - Building

    private struct Builder {
        var blob: [UInt8]
        var rows: [Row] = []
        var national: NameTable
        var local: NameTable
        var branches = NameTable(capacity: 800)
        var ends = LastBytes()
        var branchHeads = NameTable(capacity: 300, findsBeginnings: true)

        init(_ list: Lexicon.Text, names: [OrganizationAlias]) {
            blob = Array(list)
            // The caller's names are rows like those of the list.
            for name in names {
                let kind = name.isNational ? "national" : "any"
                blob += Array("\n\(kind)\t\(name.name)\t\(name.aliases.joined(separator: " "))".utf8)
            }
            national = NameTable(blob: blob, capacity: 2_400, findsBeginnings: true)
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
                            from: years.0, to: years.1, hole: Self.hole(fields[1], buffer)))
                    add(fields[1], kind, row, buffer)
                    if fields.count > 2 { lines.words(of: fields[2]) { add($0, kind, row, buffer) } }
                }
            }
        }

        private mutating func add(_ name: Range<Int>, _ kind: Kind, _ row: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
            var open: Int?
            for offset in name where bytes[offset] == 0x7B { open = open ?? offset }
            ends.insert(lastOf: bytes[name])
            if kind == .branch || open != nil {
                addTemplate(name, open, row, bytes)
            } else if kind == .national {
                national.insert(name, row)
            } else {
                local.insert(name, row)
            }
        }

        /// `人民银行{R}分行` with a hole for `{R}`, and in front where there is none.
        private mutating func addTemplate(
            _ name: Range<Int>, _ open: Int?, _ row: Int, _ bytes: UnsafeBufferPointer<UInt8>
        ) {
            let head = bytes[name.lowerBound..<(open ?? name.lowerBound)]
            let tail = bytes[min(name.upperBound, open.map { $0 + 3 } ?? name.lowerBound)..<name.upperBound]
            branches.insert(head, hole: tail, row)
            if !head.isEmpty { branchHeads.insert(head, 0) }
        }

        /// Where the first brace of a name opens, if it is that of `{R}`; else -1.
        private static func hole(_ name: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
            guard let open = bytes[name].firstIndex(of: 0x7B), open + 3 <= name.upperBound, bytes[open + 1] == 0x52,
                bytes[open + 2] == 0x7D
            else { return -1 }
            return Int32(open - name.lowerBound)
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
