@testable import PolicyText

/// Every byte has one place.
extension DocumentChecker {
    /// Tokens are the source byte for byte; partners are mutual and in order.
    func tokenFaults() -> [Fault] {
        var faults: [Fault] = []
        func fault(_ message: String) { faults.append(Fault(check: "tokens", message: message)) }
        var end = 0
        for (index, token) in tokens.enumerated() {
            if token.start != end { fault("token \(index) begins at \(token.start), not at \(end)") }
            if token.end <= token.start { fault("token \(index) is empty") }
            end = token.end
            guard let partner = token.partner else { continue }
            guard tokens.indices.contains(partner), partner != index, tokens[partner].partner == index else {
                fault("the partner of token \(index) is \(partner), but not the other way round")
                continue
            }
            let opens = [.openBracket, .openTitle, .openQuote].contains(token.kind)
            if opens != (partner > index) { fault("tokens \(index) and \(partner) are partners in the wrong order") }
        }
        if end != bytes.count { fault("tokens end at \(end) of \(bytes.count)") }
        return faults
    }

    /// Furniture is in order, does not overlap, and lies outside all parts or inside one.
    func furnitureFaults() -> [Fault] {
        var faults: [Fault] = []
        func fault(_ message: String) { faults.append(Fault(check: "furniture", message: message)) }
        var end = 0
        var part = 0
        for item in document.furniture {
            let range = item.range.offsets
            if range.isEmpty { fault("\(item.kind) is empty at \(range.lowerBound)") }
            if range.lowerBound < end { fault("\(item.kind) \(excerpt(range)) overlaps what stands before it") }
            end = range.upperBound
            while part < document.parts.count, document.parts[part].range.end <= range.lowerBound { part += 1 }
            guard part < document.parts.count else { continue }
            let around = document.parts[part].range.offsets
            if range.overlaps(around), range.clamped(to: around) != range {
                fault("\(item.kind) \(excerpt(range)) crosses the border of part \(part) \(around)")
            }
        }
        return faults
    }

    /// Parts are in order and do not overlap; what lies outside them is furniture.
    func partFaults() -> [Fault] {
        var faults: [Fault] = []
        func fault(_ message: String) { faults.append(Fault(check: "parts", message: message)) }
        var end = 0
        func checkGap(_ gap: Range<Int>) {
            if let lost = gap.first(where: { !furniture[$0] }) {
                fault("neither part nor furniture: \(excerpt(lost..<gap.upperBound))")
            }
        }
        for (index, part) in document.parts.enumerated() {
            if part.range.start < end {
                fault("part \(index) begins at \(part.range.start), before \(end)")
            } else {
                checkGap(end..<part.range.start)
            }
            if part.range.end <= part.range.start { fault("part \(index) is empty") }
            end = max(end, part.range.end)
        }
        checkGap(end..<bytes.count)
        return faults
    }

    /// Blocks lie inside what holds them, in order, without overlap.
    func blockFaults() -> [Fault] {
        var faults: [Fault] = []
        func fault(_ message: String) { faults.append(Fault(check: "blocks", message: message)) }
        func check(_ blocks: [Block], _ around: Range<Int>) {
            var end = around.lowerBound
            for block in blocks {
                let range = block.range.offsets
                if range.isEmpty { fault("an empty block at \(range.lowerBound)") }
                if range.lowerBound < around.lowerBound || range.upperBound > around.upperBound {
                    fault("\(excerpt(range)) reaches out of \(around)")
                }
                if range.lowerBound < end { fault("\(excerpt(range)) begins before \(end)") }
                end = max(end, range.upperBound)
                switch block {
                case .section(let section): check(section.content, range)
                case .paragraph(let paragraph): check(paragraph.content, range)
                case .table(let table):
                    for cell in table.rows.joined()
                    where cell.range.start < range.lowerBound || cell.range.end > range.upperBound {
                        fault("a cell \(excerpt(cell.range.offsets)) reaches out of its table \(range)")
                    }
                }
            }
        }
        for part in document.parts { check(part.content, part.range.offsets) }
        return faults
    }

    /// Inside a part every byte of ink lies in the title or in one block.
    func accountFaults() -> [Fault] {
        var faults: [Fault] = []
        for part in document.parts {
            var claims = part.content.map(\.range.offsets)
            if let title = part.titleRange?.offsets, title.overlaps(part.range.offsets) { claims.append(title) }
            for gap in gaps(in: part.range.offsets, between: claims, &faults) where inkCount(gap) > 0 {
                faults.append(Fault(check: "account", message: "in no block: \(excerpt(gap))"))
            }
        }
        return faults
    }

    /// A section is its marker, its heading with its closing mark, and its content.
    func sectionFaults() -> [Fault] {
        var faults: [Fault] = []
        for place in places() where !place.section.inline {
            let section = place.section
            let range = section.range.offsets
            let marker = section.marker.range.offsets
            var claims = section.content.map(\.range.offsets)
            if marker.overlaps(range) { claims.append(marker) }
            if let heading = section.headingRange?.offsets { claims.append(heading) }
            for gap in gaps(in: range, between: claims, &faults) {
                let left = inkSlice(gap)
                if left.isEmpty || isClosing(left, behind: gap.lowerBound, of: section) || isDisplaced(left, section) {
                    continue
                }
                faults.append(Fault(check: "section", message: "\(section.id) leaves out “\(left)” at \(gap)"))
            }
        }
        return faults
    }

    /// The mark that closes the heading, or the colon behind 专栏1.
    private func isClosing(_ left: String, behind offset: Int, of section: Section) -> Bool {
        if offset == section.headingRange?.end { return left.unicodeScalars.count == 1 && "。｡：:.．！!？?".contains(left) }
        return offset == section.marker.range.end && (left == "：" || left == ":")
    }

    /// The dot of a number that the layout tore from it.
    private func isDisplaced(_ left: String, _ section: Section) -> Bool {
        left == "\u{FFFD}" && repaired.contains(section.marker.range.start)
    }

    /// What the claims leave of a range; claims that overlap are faults.
    private func gaps(in range: Range<Int>, between claims: [Range<Int>], _ faults: inout [Fault]) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var end = range.lowerBound
        for claim in claims.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if claim.lowerBound > end { gaps.append(end..<claim.lowerBound) }
            if claim.lowerBound < end, inkCount(claim.lowerBound..<min(end, claim.upperBound)) > 0 {
                faults.append(Fault(check: "account", message: "claimed twice: \(excerpt(claim.lowerBound..<end))"))
            }
            end = max(end, claim.upperBound)
        }
        if end < range.upperBound { gaps.append(end..<range.upperBound) }
        return gaps
    }
}
