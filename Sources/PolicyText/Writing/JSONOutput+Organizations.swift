extension JSONOutput {
    /// A document names hundreds, and mostly the same few: all but the place of one is copied from where it was written
    /// first.
    mutating func write(_ organization: borrowing OrganizationName) {
        guard !pretty else { return writeBroken(organization) }
        if let written = names.written(organization.shared) {
            reserve(written.count)
            putUnchecked(written)
        } else {
            writeFirst(organization.shared)
        }
        range(organization.range)
        literal("}")
        isEmpty = false
    }

    /// Writes what comes before the range, and notes it where it is short, as nearly all of them are.
    @inline(never)
    private mutating func writeFirst(_ shared: OrganizationName.Shared) {
        let settled = shared.settled
        let length =
            settled.name.utf8.count + (settled.region?.utf8.count ?? 0) + (settled.canonicalName?.utf8.count ?? 0)
        // All of it has to lie in one chunk: each byte may become an escape of six.
        let room = 6 * length + Self.keys
        guard length <= Self.longestName, room <= capacity else { return write(settled) }
        reserve(room)
        let start = count
        write(settled)
        names.note(UnsafeRawBufferPointer(start: base + start, count: count - start), for: shared)
    }

    /// The bytes of names that are noted.
    private static let longestName = 300
    /// Room for the keys, a level, quotation marks, and for what is reserved step by step without being used.
    private static let keys = 192

    private mutating func write(_ settled: OrganizationName.Settled) {
        literal(#"{"name":"#)
        string(settled.name)
        switch settled.level {
        case .national: literal(#","level":"national","region":"#)
        case .province: literal(#","level":"province","region":"#)
        case .city: literal(#","level":"city","region":"#)
        case .county: literal(#","level":"county","region":"#)
        case .town: literal(#","level":"town","region":"#)
        case .other: literal(#","level":"other","region":"#)
        }
        optional(settled.region)
        literal(#","canonicalName":"#)
        optional(settled.canonicalName)
        literal(#","range":"#)
    }

    private mutating func writeBroken(_ organization: borrowing OrganizationName) {
        beginObject()
        key("name")
        string(organization.name)
        key("level")
        string(organization.level.rawValue)
        key("region")
        optional(organization.region)
        key("canonicalName")
        optional(organization.canonicalName)
        key("range")
        range(organization.range)
        endObject()
    }
}
