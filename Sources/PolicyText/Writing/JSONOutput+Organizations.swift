extension JSONOutput {
    /// A document names hundreds, and mostly the same few: all but the place of one is copied from where it was written
    /// first.
    mutating func write(_ organization: borrowing OrganizationName) {
        guard !pretty else { return writeBroken(organization) }
        if let written = names.written(organization.shared) {
            put(written)
        } else {
            writeFirst(organization.shared)
        }
        range(organization.range)
        literal("}")
        isEmpty = false
    }

    /// Writes what comes before the range, and notes it where it lies in one chunk, as nearly always.
    @inline(never)
    private mutating func writeFirst(_ shared: OrganizationName.Shared) {
        let (start, chunk) = (count, chunkCount)
        write(shared.settled)
        guard chunkCount == chunk else { return }
        names.note(UnsafeRawBufferPointer(start: base + start, count: count - start), for: shared)
    }

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
