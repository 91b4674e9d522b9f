/// Settles level, region and full name of organisations, as far as the catalogue and the issuing body allow. Nothing is
/// guessed: where two bodies or two regions are possible, the answer is `nil`.
final class OrganizationResolver {
    let catalogue: OrganizationCatalogue
    /// The regions that the issuing body settles, by their level.
    private var regions = SettledRegions()
    /// The region of the issuing body where no list has it.
    private var unlisted: (level: OrganizationName.Level, name: String)?
    /// Whether a national body issued the document.
    private var isNational = false
    // One thread asks: the checks for overlapping access found nothing.
    @exclusivity(unchecked) private var lastRegion: (number: Int, name: String)?
    /// The rows that a name may mean, while it is settled.
    @exclusivity(unchecked) private var rows = Scratch<Int>(capacity: 8)
    /// The year of issue, or `nil`: names changed with the reforms of 2003, 2008, 2013, 2018 and 2023.
    let year: Int?

    /// - Parameter issuers: The names of the issuing bodies, the surest first.
    init(catalogue: OrganizationCatalogue, issuers: [String], year: Int?) {
        self.catalogue = catalogue
        self.year = year
        for issuer in issuers where !issuer.isEmpty {
            if let region = region(openingOf: issuer) {
                note(region)
            } else if let region = unlistedRegion(of: issuer) {
                unlisted = region
            } else if opensNationally(issuer) {
                isNational = true
            } else {
                continue
            }
            return
        }
    }

    /// Whether a name or title opens with a national body.
    private func opensNationally(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { buffer in
            let text = TextBytes(buffer)
            return text.opens(0..<buffer.count, withAnyOf: Self.nationalHeads)
                || catalogue.national.longest(at: 0, before: buffer.count, in: buffer) != nil
        }
    }

    private func unlistedRegion(of name: String) -> (level: OrganizationName.Level, name: String)? {
        guard name.utf8.count <= 3 * OrganizationReader.longestName else { return nil }
        var name = name
        return name.withUTF8 { buffer in
            let text = TextBytes(buffer)
            let reader = OrganizationReader(text: text, catalogue: catalogue)
            guard let span = reader.unlistedRegion(of: 0..<buffer.count),
                let level = reader.levelWord(at: span.upperBound - 3, before: buffer.count)
            else { return nil }
            return (level.level, text.string(span))
        }
    }

    /// The name of the region that 省, 市 or 县 means in this document.
    private func regionName(_ level: OrganizationName.Level) -> String? {
        if let region = regions[level] { return isAmbiguous(region) ? nil : name(ofRegion: region) }
        return unlisted?.level == level ? unlisted?.name : nil
    }

    /// The full name of a region; one document is mostly about one.
    private func name(ofRegion region: Int) -> String {
        if let last = lastRegion, last.number == region { return last.name }
        let name = catalogue.regions.name(of: region)
        lastRegion = (region, name)
        return name
    }

    /// A region and those around it, the innermost first.
    private func note(_ innermost: Int) {
        var region = innermost
        while region >= 0 {
            let level = catalogue.regions.level(of: region)
            if regions[level] == nil { regions[level] = region }
            // 北京市 is a province and 昆山市 a county whose notices say 市 of themselves.
            if catalogue.regions.isMunicipal(region), regions[.city] == nil { regions[.city] = region }
            region = catalogue.regions.parent(of: region)
        }
    }

    /// The innermost region that a name opens with.
    private func region(openingOf name: String) -> Int? {
        var name = name
        return name.withUTF8 { buffer in
            let text = TextBytes(buffer)
            var start = 0
            for head: StaticString in ["中共", "中国共产党", "共青团"] where text.has(head, at: 0) {
                start = head.utf8CodeUnitCount
            }
            var found: Int?
            while start < buffer.count,
                let next = catalogue.regions.longest(at: start, before: buffer.count, in: text)
            {
                // A county's name that several have says little by itself.
                if found == nil, catalogue.regions.isAmbiguous(start..<next.end, in: text) { return nil }
                found = next.region
                start = next.end
            }
            return found
        }
    }

    // MARK: - Names

    /// Settles names that were found elsewhere.
    func settle(_ names: inout [OrganizationName]) {
        guard !names.isEmpty else { return }
        // One text with a line feed behind each name: one reader is enough.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64 * names.count)
        for name in names {
            bytes.append(contentsOf: name.name.utf8)
            bytes.append(0x0A)
        }
        bytes.withUnsafeBufferPointer { buffer in
            let text = TextBytes(buffer)
            let reader = OrganizationReader(text: text, catalogue: catalogue)
            var start = 0
            for index in names.indices {
                let name = names[index].name
                let span = start..<start + name.utf8.count
                let settled = settle(name, span, text, reader, reader.match(span))
                names[index] = OrganizationName(OrganizationName.Shared(settled), range: names[index].range)
                start = span.upperBound + 1
            }
        }
    }

    /// The name of a span, white space left out, with what is settled about it.
    ///
    /// - Parameter number: The reader's number of the span.
    @inline(__always)
    func name(
        _ number: Int, _ span: Range<Int>, _ text: TextBytes, _ reader: OrganizationReader
    ) -> OrganizationName.Shared {
        reader.name(number) ?? newName(number, span, text, reader)
    }

    @inline(never)
    private func newName(
        _ number: Int, _ span: Range<Int>, _ text: TextBytes, _ reader: OrganizationReader
    ) -> OrganizationName.Shared {
        let name = OrganizationName.Shared(
            settle(text.squashed(span), span, text, reader, reader.match(number, span)))
        reader.keep(name, number)
        return name
    }

    private func settle(
        _ name: String, _ span: Range<Int>, _ text: TextBytes, _ reader: OrganizationReader,
        _ match: OrganizationReader.Match?
    ) -> OrganizationName.Settled {
        var result = OrganizationName.Settled(name: name)
        guard let match else {
            setUnknown(span, text, reader, &result)
            return result
        }
        take(match.rows)
        switch match.place {
        case .national: setNational(span, text, &result)
        case .level: setLocal(level: placed(match.level), region: regionName(match.level), &result)
        case .region: setRegional(match, span, text, reader, &result)
        case .bare: setLocal(level: .other, region: nil, &result)
        }
        return result
    }

    private func take(_ found: OrganizationCatalogue.Rows) {
        rows.leave(0)
        catalogue.forEach(found) { rows.append($0) }
    }

    private func setRegional(
        _ match: OrganizationReader.Match, _ span: Range<Int>, _ text: TextBytes, _ reader: OrganizationReader,
        _ result: inout OrganizationName.Settled
    ) {
        let region = Int(match.region)
        let written = Int(match.regionStart)..<Int(match.regionEnd)
        let isFull = catalogue.regions.isName(written, of: region, in: text)
        // 广东金融监管局, without 省, is the national body's branch and not the province's own.
        if !isFull, let branch = reader.branch(span) {
            var hasCurrent = false
            catalogue.forEach(branch.rows) { hasCurrent = hasCurrent || isCurrent($0) }
            if hasCurrent { rows.leave(0) }
            catalogue.forEach(branch.rows) { if !hasCurrent || isCurrent($0) { rows.append($0) } }
        }
        setLocal(
            level: catalogue.regions.level(of: region), region: isAmbiguous(region) ? nil : name(ofRegion: region),
            written: isFull ? nil : text.string(written), &result)
    }

    /// 市 of a municipality's notice is a province.
    private func placed(_ level: OrganizationName.Level) -> OrganizationName.Level {
        regions[level].map { catalogue.regions.level(of: $0) } ?? level
    }

    private func setNational(_ span: Range<Int>, _ text: TextBytes, _ result: inout OrganizationName.Settled) {
        // 发展改革委 in a province's notice is more often the province's own: its name is settled, not whose it is.
        if !isNational, let local = catalogue.rows(of: span, in: .local, text) {
            take(local)
            rows.removeAll(where: { catalogue.hasRegion(inRow: $0) })
            result.canonicalName = theOnly().map { catalogue.canonical(ofRow: $0) }
            return
        }
        result.level = .national
        leaveCurrent()
        result.canonicalName = theOnly().map { catalogue.canonical(ofRow: $0) }
    }

    /// - Parameter written: The region as the name has it, where that is not its full name: branches are named by the
    ///   short form (广东证监局), too.
    private func setLocal(
        level: OrganizationName.Level, region: String?, written: String? = nil, _ result: inout OrganizationName.Settled
    ) {
        result.level = level
        result.region = region
        leaveCurrent()
        rows.removeAll(where: { !fits(catalogue.kind(ofRow: $0), level) })
        guard let row = theOnly() else { return }
        if let region {
            let isBranch = written != nil && hasRow { catalogue.kind(ofRow: $0) == .branch }
            result.canonicalName = catalogue.canonical(ofRow: row, in: isBranch ? written ?? region : region)
        } else if level == .other, !catalogue.hasRegion(inRow: row) {
            result.canonicalName = catalogue.canonical(ofRow: row)
        }
    }

    /// A county of which nothing says where it lies.
    private func isAmbiguous(_ region: Int) -> Bool {
        catalogue.regions.parent(of: region) < 0 && catalogue.regions.level(of: region) == .county
    }

    private func fits(_ kind: OrganizationCatalogue.Kind, _ level: OrganizationName.Level) -> Bool {
        switch kind {
        case .any, .branch, .national: true
        case .province: level == .province || level == .other
        case .city: level == .city || level == .other
        case .county: level == .county || level == .other
        }
    }

    /// Leaves the rows whose names were in use in the year of issue, if there are any.
    private func leaveCurrent() {
        guard let year, rows.count > 1, hasRow({ catalogue.isCurrent($0, in: year) }) else { return }
        rows.removeAll(where: { !catalogue.isCurrent($0, in: year) })
    }

    @inline(__always)
    private func hasRow(_ isWanted: (Int) -> Bool) -> Bool {
        for index in 0..<rows.count where isWanted(rows[index]) { return true }
        return false
    }

    private func isCurrent(_ row: Int) -> Bool { year.map { catalogue.isCurrent(row, in: $0) } ?? false }

    /// A row with the one name that all say, or `nil`.
    private func theOnly() -> Int? {
        guard rows.count > 0, !hasRow({ !catalogue.isSameName(rows[0], $0) }) else { return nil }
        return rows[0]
    }

    /// Level and region of a name that the catalogue does not have.
    private func setUnknown(
        _ span: Range<Int>, _ text: TextBytes, _ reader: OrganizationReader, _ result: inout OrganizationName.Settled
    ) {
        if let found = catalogue.regions.longest(at: span.lowerBound, before: span.upperBound, in: text) {
            result.level = catalogue.regions.level(of: found.region)
            if !isAmbiguous(found.region) { result.region = name(ofRegion: found.region) }
            return
        }
        if let level = reader.levelWord(at: span.lowerBound, before: span.upperBound) {
            result.level = placed(level.level)
            result.region = regionName(level.level)
            return
        }
        if let region = reader.unlistedRegion(of: span),
            let level = reader.levelWord(at: region.upperBound - 3, before: span.upperBound)
        {
            result.level = level.level
            guard let unlisted, text.string(region).utf8.elementsEqual(unlisted.name.utf8) else { return }
            rows.leave(0)
            if let found = catalogue.rows(of: region.upperBound..<span.upperBound, in: .local, text) { take(found) }
            setLocal(level: level.level, region: unlisted.name, &result)
            return
        }
        for word in Self.nationalHeads where text.opens(span, with: word) {
            result.level = .national
            return
        }
        guard text.opens(span, with: "各") || text.opens(span, with: "有关") || text.opens(span, with: "相关") else {
            return
        }
        result.level = genericLevel(span, text)
    }

    private static let nationalHeads: [StaticString] = ["国务院", "国家", "中央", "全国", "最高"]

    /// 各市（州）人民政府 are cities, 各县（市、区） counties.
    private func genericLevel(_ span: Range<Int>, _ text: TextBytes) -> OrganizationName.Level {
        let start = span.lowerBound + (text.opens(span, with: "各") ? 3 : 6)
        let rest = start..<span.upperBound
        for (word, level) in Self.genericLevels where text.opens(rest, with: word) { return level }
        return .other
    }

    private static let genericLevels: [(StaticString, OrganizationName.Level)] = [
        ("省", .province), ("自治区", .province), ("地级", .city), ("设区", .city), ("县级市", .county), ("市", .city),
        ("州", .city), ("盟", .city), ("县", .county),
        ("区", .county), ("旗", .county), ("乡", .town), ("镇", .town), ("街道", .town),
    ]
}

/// The regions of the issuing body by their levels: a dictionary of three would be the dearest of all questions.
private struct SettledRegions {
    private var province: Int?
    private var city: Int?
    private var county: Int?

    subscript(level: OrganizationName.Level) -> Int? {
        get {
            switch level {
            case .province: province
            case .city: city
            case .county: county
            case .national, .town, .other: nil
            }
        }
        set {
            switch level {
            case .province: province = newValue
            case .city: city = newValue
            case .county: county = newValue
            case .national, .town, .other: break
            }
        }
    }
}
