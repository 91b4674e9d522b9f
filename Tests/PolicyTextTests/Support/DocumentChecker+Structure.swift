@testable import PolicyText

/// Positions, identifiers and counts.
extension DocumentChecker {
    /// Every range lies in the text, begins and ends between characters, and has the line and column of its start.
    func rangeFaults() -> [Fault] {
        var faults: [Fault] = []
        var line = 0
        for range in allRanges().sorted(by: { $0.start < $1.start }) {
            guard range.start <= range.end, range.end <= bytes.count else {
                faults.append(Fault(check: "bounds", message: "\(range.start)..<\(range.end) in \(bytes.count) bytes"))
                continue
            }
            for offset in [range.start, range.end] where offset < bytes.count && bytes[offset] & 0xC0 == 0x80 {
                faults.append(Fault(check: "characters", message: "\(range.offsets) cuts a character at \(offset)"))
            }
            while line + 1 < lineStarts.count, lineStarts[line + 1] <= range.start { line += 1 }
            let column = Int(scalars[range.start] - scalars[lineStarts[line]]) + 1
            if range.line != line + 1 || range.column != column {
                faults.append(
                    Fault(
                        check: "position",
                        message: "\(range.offsets) is at \(line + 1):\(column), not \(range.line):\(range.column)"))
            }
        }
        return faults
    }

    private func allRanges() -> [SourceRange] {
        let metadata = document.metadata
        var ranges = document.furniture.map(\.range) + document.diagnostics.map(\.range)
        ranges += [metadata.titleRange, metadata.documentNumber?.range].compactMap(\.self)
        ranges += (metadata.issuers + metadata.recipients).map(\.range)
        ranges += metadata.attachments.map(\.range) + metadata.citations.map(\.range)
        for part in document.parts {
            ranges += [part.range, part.titleRange].compactMap(\.self)
            ranges += Self.tables(in: part.content).flatMap { [$0.range] + $0.rows.joined().map(\.range) }
        }
        for place in places() {
            ranges += [place.section.range, place.section.marker.range, place.section.headingRange].compactMap(\.self)
        }
        ranges += paragraphs().map(\.range)
        ranges += document.responsibilities.flatMap { [$0.range] + $0.assignments.flatMap(\.departments).map(\.range) }
        return ranges + document.targets.map(\.range) + document.quantities.map(\.range)
    }

    static func tables(in blocks: [Block]) -> [Table] {
        blocks.flatMap { block -> [Table] in
            switch block {
            case .section(let section): tables(in: section.content)
            case .paragraph: []
            case .table(let table): [table]
            }
        }
    }

    /// Identifiers are unique and hierarchical; the level is the depth; inline units stand below paragraphs only.
    func identifierFaults() -> [Fault] {
        var faults: [Fault] = []
        func fault(_ message: String) { faults.append(Fault(check: "identifier", message: message)) }
        var seen: Set<String> = []
        for place in places() {
            let section = place.section
            if !seen.insert(section.id).inserted { fault("\(section.id) occurs twice") }
            let steps = section.id.split(separator: ".", omittingEmptySubsequences: false)
            let number = steps.last.flatMap { Int($0) } ?? 0
            if section.id != "\(place.parent).\(number)" || number < 1 {
                fault("\(section.id) stands under \(place.parent)")
            }
            if section.level != place.depth {
                fault("\(section.id) has level \(section.level) at depth \(place.depth)")
            }
            if section.inline != place.isInParagraph { fault("\(section.id): inline is \(section.inline)") }
            if section.marker.ordinal < 1 { fault("\(section.id) has the ordinal \(section.marker.ordinal)") }
        }
        let owners = document.responsibilities.map(\.section) + document.targets.map(\.section)
        for owner in owners + document.quantities.map(\.section) {
            if let owner, !seen.contains(owner) { fault("no section \(owner)") }
        }
        return faults
    }

    /// The coverage is what a count byte by byte gives.
    func coverageFaults() -> [Fault] {
        var all = 0
        var covered = 0
        var part = 0
        for token in tokens where token.kind == .han || token.kind == .hanNumeral {
            for offset in token.start..<token.end {
                all += 1
                while part < document.parts.count, document.parts[part].range.end <= offset { part += 1 }
                let isInside = part < document.parts.count && document.parts[part].range.start <= offset
                if isInside, !furniture[offset] { covered += 1 }
            }
        }
        let expected = all == 0 ? 0 : Double(covered) / Double(all)
        guard (0...1).contains(document.coverage) else {
            return [Fault(check: "coverage", message: "\(document.coverage)")]
        }
        // The library rounds to four digits.
        if abs(document.coverage - expected) <= 0.000_051 { return [] }
        return [
            Fault(check: "coverage", message: "\(document.coverage), but \(covered) of \(all) bytes is \(expected)")
        ]
    }
}
