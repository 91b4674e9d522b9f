extension OrganizationReader {
    /// What the catalogue says of a name.
    struct Match {
        enum Place {
            case national
            /// 省, 市, 区: a level without a region.
            case level
            case region
            /// A local body without level and region: 教育局.
            case bare
        }

        let place: Place
        /// Rows with the name; several, when bodies of different levels or years share it.
        let rows: OrganizationCatalogue.Rows
        /// Of a name behind a level.
        var level = OrganizationName.Level.other
        /// Of a name behind a region, with the place of the region's own name.
        var region: Int32 = -1
        var regionStart: Int32 = 0
        var regionEnd: Int32 = 0
    }

    /// The catalogue's rows for a span, alone or behind a level or a region.
    func match(_ span: Range<Int>, _ hash: UInt64) -> Match? {
        // 中共广东省委组织部
        if text.opens(span, with: "中共"), span.count > 12, text.characterCount(span) > 5,
            let region = catalogue.regions.longest(at: span.lowerBound + 6, before: span.upperBound, in: text),
            let match = behindRegion(span.lowerBound + 6..<span.upperBound, region)
        {
            return match
        }
        if let rows = catalogue.rows(of: span, hash, in: .national, text) { return Match(place: .national, rows: rows) }
        let region = catalogue.regions.longest(at: span.lowerBound, before: span.upperBound, in: text)
        let level = levelWord(at: span.lowerBound, before: span.upperBound)
        if let region, let match = behindRegion(span, region) { return match }
        if let level, let match = behindLevel(span, level) { return match }
        if region != nil || level != nil, let match = branch(span, regionAt: span.lowerBound) { return match }
        if let match = branchBehindHead(span) { return match }
        // 委 and 党委 are names behind a level only.
        guard span.count > 6, let rows = catalogue.rows(of: span, hash, in: .local, text) else { return nil }
        return Match(place: .bare, rows: rows)
    }

    private func match(behind region: Int, _ written: Range<Int>, _ rows: OrganizationCatalogue.Rows) -> Match {
        Match(
            place: .region, rows: rows, region: Int32(truncatingIfNeeded: region),
            regionStart: Int32(truncatingIfNeeded: written.lowerBound),
            regionEnd: Int32(truncatingIfNeeded: written.upperBound))
    }

    /// - Parameter outer: The region that the span begins with.
    private func behindRegion(_ span: Range<Int>, _ outer: (end: Int, region: Int)) -> Match? {
        var (start, region) = outer
        var written = span.lowerBound..<start
        // 北京市海淀区教委
        while start < span.upperBound,
            let found = catalogue.regions.longest(at: start, before: span.upperBound, in: text)
        {
            region = found.region
            written = start..<found.end
            start = found.end
        }
        if let rows = catalogue.rows(of: start..<span.upperBound, in: .local, text) {
            return match(behind: region, written, rows)
        }
        // 广东省委宣传部 is 广东省 and 委宣传部; 广东 省委宣传部 has the level once more.
        guard catalogue.regions.isMunicipal(region) || written.count <= 6,
            let level = levelWord(at: start, before: span.upperBound),
            let rows = catalogue.rows(of: start + level.length..<span.upperBound, in: .local, text)
        else { return nil }
        return match(behind: region, written, rows)
    }

    private func behindLevel(_ span: Range<Int>, _ level: (level: OrganizationName.Level, length: Int)) -> Match? {
        catalogue.rows(of: span.lowerBound + level.length..<span.upperBound, in: .local, text)
            .map { Match(place: .level, rows: $0, level: level.level) }
    }

    /// 省, 市, 自治区 and the like at an offset, with more behind it.
    func levelWord(at offset: Int, before end: Int) -> (level: OrganizationName.Level, length: Int)? {
        let level: OrganizationName.Level
        var length = 3
        switch text.code(at: offset) {
        case "省": level = .province
        case "市", "州", "盟": level = .city
        case "区", "县", "旗": level = .county
        case "镇", "乡": level = .town
        case "街" where text.code(at: offset + 3) == "道": (level, length) = (.town, 6)
        case "自" where text.code(at: offset + 3) == "治":
            switch text.code(at: offset + 6) {
            case "区": level = .province
            case "州": level = .city
            case "县": level = .county
            default: return nil
            }
            length = 9
        default: return nil
        }
        guard offset + length < end, length > 3 || !isOrdinaryWord(at: offset) else { return nil }
        return (level, length)
    }

    /// 市场, 乡村, 区域, 区块 and 县域: words that begin like a level.
    private func isOrdinaryWord(at offset: Int) -> Bool {
        switch (text.code(at: offset), text.code(at: offset + 3)) {
        case (0xE5B882, 0xE59CBA), (0xE4B9A1, 0xE69D91), (0xE58CBA, 0xE59F9F), (0xE58CBA, 0xE59D97),
            (0xE58EBF, 0xE59F9F):
            true
        default: false
        }
    }

    /// The region, which no list has, that a known local body stands behind: a new district, a renamed county.
    ///
    /// Only for the name of what certainly is a body, such as an issuer: 试点县人民政府 has the same form.
    func unlistedRegion(of span: Range<Int>) -> Range<Int>? {
        var start = span.lowerBound
        for head: StaticString in ["中共", "共青团"] where text.opens(span, with: head) { start += head.utf8CodeUnitCount }
        guard let end = unlistedRegionEnd(from: start, before: span.upperBound) else { return nil }
        let rest = end..<span.upperBound
        if start == span.lowerBound || text.opens(span, with: "中共") {
            return catalogue.local.entry(of: rest, in: text.bytes) < 0 ? nil : start..<end
        }
        return catalogue.branches(of: span.lowerBound..<start, rest, text) == nil ? nil : start..<end
    }

    /// Where two to six characters, and 省, 市 or 县 behind them, end.
    private func unlistedRegionEnd(from start: Int, before limit: Int) -> Int? {
        var offset = start
        while offset < min(limit, start + 21), text.isHan(at: offset) {
            switch text.code(at: offset) {
            case "省", "市", "县", "区", "州", "盟", "旗": return offset - start >= 6 ? offset + 3 : nil
            case "厅", "局", "委", "部", "院", "各", "关", "的": return nil
            default: offset += text.width(at: offset)
            }
        }
        return nil
    }

    /// The rows of a national body's branch.
    func branch(_ span: Range<Int>) -> Match? {
        branch(span, regionAt: span.lowerBound) ?? branchBehindHead(span)
    }

    private func branchBehindHead(_ span: Range<Int>) -> Match? {
        guard let head = catalogue.branchHeads.longest(at: span.lowerBound, before: span.upperBound, in: text.bytes)
        else { return nil }
        return branch(span, regionAt: head.end)
    }

    private func branch(_ span: Range<Int>, regionAt start: Int) -> Match? {
        guard start < span.upperBound else { return nil }
        if let found = catalogue.regions.longest(at: start, before: span.upperBound, in: text) {
            return catalogue.branches(of: span.lowerBound..<start, found.end..<span.upperBound, text)
                .map { match(behind: found.region, start..<found.end, $0) }
        }
        guard let level = levelWord(at: start, before: span.upperBound),
            let rows = catalogue.branches(
                of: span.lowerBound..<start, start + level.length..<span.upperBound, text)
        else { return nil }
        return Match(place: .level, rows: rows, level: level.level)
    }
}
