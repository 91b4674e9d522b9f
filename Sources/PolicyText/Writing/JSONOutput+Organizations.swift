extension JSONOutput {
    /// A document names hundreds, and mostly the same few: all but the place of one is copied from where it was written
    /// first.
    mutating func write(_ organization: borrowing OrganizationName) {
        guard !pretty else { return writeMembers(organization) }
        if let written = names.written(organization.shared), var stretch = stretch(written.count) {
            stretch.put(written)
            stretch.put(organization.range)
            stretch.literal("}")
            _ = take(stretch)
        } else if !writeFirst(organization) {
            writeMembers(organization)
        }
    }

    /// Writes a name, and notes what comes before its range.
    @inline(never)
    private mutating func writeFirst(_ organization: borrowing OrganizationName) -> Bool {
        let settled = organization.shared.settled
        let texts =
            settled.name.utf8.count + (settled.region?.utf8.count ?? 0) + (settled.canonicalName?.utf8.count ?? 0)
        guard var stretch = stretch(texts) else { return false }
        let start = count
        stretch.literal(#"{"name":""#)
        stretch.put(settled.name)
        switch settled.level {
        case .national: stretch.literal(#"","level":"national","region":"#)
        case .province: stretch.literal(#"","level":"province","region":"#)
        case .city: stretch.literal(#"","level":"city","region":"#)
        case .county: stretch.literal(#"","level":"county","region":"#)
        case .town: stretch.literal(#"","level":"town","region":"#)
        case .other: stretch.literal(#"","level":"other","region":"#)
        }
        stretch.put(settled.region)
        stretch.literal(#","canonicalName":"#)
        stretch.put(settled.canonicalName)
        stretch.literal(#","range":"#)
        guard take(stretch) else { return false }
        names.note(UnsafeRawBufferPointer(start: base + start, count: count - start), for: organization.shared)
        range(organization.range)
        literal("}")
        return true
    }

    private mutating func writeMembers(_ organization: borrowing OrganizationName) {
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
