/// What is known of organisations: national bodies with their short and former names, branches, local departments, and
/// the classes of words that names end in.
///
/// The lists are data (`organizations.txt`, `regions.txt`, `organization-classes.txt`); callers add names through
/// ``ParserOptions``.
final class OrganizationCatalogue: Sendable {
    /// Where a row's bodies stand.
    enum Kind: String, Sendable { case national, branch, province, city, county, any }

    struct Row: Sendable {
        let kind: Kind
        /// The full name; `{R}` stands for the region, which is in front where there is none.
        let canonical: String
        /// The years in which the body had the name; open ends are 0 and 9999.
        let years: ClosedRange<Int>
    }

    let rows: [Row]
    /// National bodies by all their names.
    let national: NameTable
    /// Local bodies by their names without region and level.
    let local: NameTable
    /// Branches by their names, a tab for the region.
    let branches: NameTable
    /// What stands before the region of a branch; never empty.
    let branchHeads: NameTable
    let regions: RegionCatalogue
    let classes: OrganizationClasses

    init(organizations: Lexicon, regions: Lexicon, classes: Lexicon, names: [OrganizationAlias] = []) {
        var rows: [Row] = []
        var tables: [Kind: [(ArraySlice<UInt8>, Int)]] = [:]
        var branches: [[UInt8]] = []
        var branchRows: [Int] = []
        func add(_ kind: Kind, _ canonical: ArraySlice<UInt8>, _ aliases: [ArraySlice<UInt8>], _ years: ClosedRange<Int>)
        {
            let row = rows.count
            rows.append(Row(kind: kind, canonical: String(decoding: canonical, as: UTF8.self), years: years))
            for name in [canonical] + aliases {
                if kind == .branch {
                    branches.append(Self.replacingRegion(name))
                    branchRows.append(row)
                } else if !name.contains(0x7B) {
                    tables[kind == .national ? .national : .any, default: []].append((name, row))
                }
            }
        }
        for alias in names {
            let kind = alias.isNational ? Kind.national : .any
            let words = alias.aliases.map { ArraySlice(Array($0.utf8)) }
            add(kind, ArraySlice(Array(alias.name.utf8)), words, 0...9999)
        }
        for entry in organizations.entries {
            guard let kind = Kind(rawValue: String(decoding: entry.word, as: UTF8.self)) else { continue }
            let fields = entry.value.split(separator: 0x09, omittingEmptySubsequences: false)
            guard let canonical = fields.first else { continue }
            let aliases = fields.count > 1 ? fields[1].split(separator: 0x20) : []
            add(kind, canonical, aliases, fields.count > 2 ? Self.years(fields[2]) : 0...9999)
        }
        self.rows = rows
        national = NameTable(tables[.national] ?? [])
        local = NameTable(tables[.any] ?? [])
        self.branches = NameTable(zip(branches, branchRows).map { ($0[...], $1) })
        branchHeads = NameTable(branches.compactMap { name in name.firstIndex(of: 0x09).map { (name[..<$0], 0) } })
        self.regions = RegionCatalogue(regions)
        self.classes = OrganizationClasses(classes)
    }

    /// `人民银行{R}分行` with a tab for `{R}`.
    private static func replacingRegion(_ name: ArraySlice<UInt8>) -> [UInt8] {
        guard let open = name.firstIndex(of: 0x7B), let close = name.firstIndex(of: 0x7D), open < close else {
            return [0x09] + name
        }
        return name[..<open] + [0x09] + name[(close + 1)...]
    }

    private static func years(_ field: ArraySlice<UInt8>) -> ClosedRange<Int> {
        let ends = field.split(separator: 0x2D, omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        let from = ends.first.flatMap { $0 } ?? 0
        let to = ends.count > 1 ? ends[1] ?? 9999 : from
        return from...max(from, to)
    }
}

/// A name that a caller adds to the organisations that the parser knows.
public struct OrganizationAlias: Sendable, Hashable {
    /// The full name; of a local body without its region: 大数据发展管理局.
    public var name: String
    /// Other names of the same body.
    public var aliases: [String]
    /// Whether it is a national body; local ones may stand behind 省, 市, 区, 县 or a region's name.
    public var isNational: Bool

    /// Creates a value from its parts.
    public init(name: String, aliases: [String] = [], isNational: Bool = false) {
        self.name = name
        self.aliases = aliases
        self.isNational = isNational
    }
}
