/// A name that a caller adds to the organisations that the parser knows.
///
/// It stands beside the built-in names: where one of these means another body, the name has no
/// ``OrganizationName/canonicalName``.
public struct OrganizationAlias: Sendable, Hashable {
    /// The full name; of a local body without its region: 大数据发展管理局.
    public var name: String
    /// Other names of the same body, without white space.
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
