/// The name of an organisation as the source has it, and what the document settles about it.
///
/// A document names few organisations hundreds of times: values with the same name share what is settled about it, and
/// copying one counts one reference.
public struct OrganizationName: Sendable {
    /// How far an organisation's authority reaches. Raw values are those of the output.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        /// 国家, 省, 市, 县, 乡镇, and all that has none or does not show it.
        case national, province, city, county, town, other
    }

    /// What is settled about a name, wherever it stands.
    struct Settled: Sendable, Hashable {
        var name: String
        var level = Level.other
        var region: String?
        var canonicalName: String?
    }

    /// What places with the same name share; never changed.
    final class Shared: Sendable {
        let settled: Settled

        init(_ settled: Settled) { self.settled = settled }
    }

    private(set) var shared: Shared
    /// Where it stands in the decoded source.
    public var range: SourceRange

    /// The name without white space.
    public var name: String {
        get { shared.settled.name }
        set { change { $0.name = newValue } }
    }

    /// How far its authority reaches.
    public var level: Level {
        get { shared.settled.level }
        set { change { $0.level = newValue } }
    }

    /// The full name of the region, from the name or from the issuing body; `nil` where neither settles it.
    public var region: String? {
        get { shared.settled.region }
        set { change { $0.region = newValue } }
    }

    /// The full official name, with its region where that is settled; `nil` where neither the name nor the issuing body
    /// settles which body it is.
    public var canonicalName: String? {
        get { shared.settled.canonicalName }
        set { change { $0.canonicalName = newValue } }
    }

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(
        name: String, level: Level = .other, region: String? = nil, canonicalName: String? = nil, range: SourceRange
    ) {
        shared = Shared(Settled(name: name, level: level, region: region, canonicalName: canonicalName))
        self.range = range
    }

    @inline(__always)
    init(_ shared: Shared, range: SourceRange) {
        self.shared = shared
        self.range = range
    }

    private mutating func change(_ body: (inout Settled) -> Void) {
        var settled = shared.settled
        body(&settled)
        shared = Shared(settled)
    }
}

extension OrganizationName: Hashable {
    public static func == (a: OrganizationName, b: OrganizationName) -> Bool {
        a.range == b.range && (a.shared === b.shared || a.shared.settled == b.shared.settled)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(shared.settled)
        hasher.combine(range)
    }
}

extension OrganizationName: CustomReflectable {
    /// The public properties, as of a value that stores them itself.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "name": name, "level": level, "region": region as Any, "canonicalName": canonicalName as Any,
                "range": range,
            ], displayStyle: .struct)
    }
}
