@testable import PolicyText

/// Ranges slice to what they claim.
extension DocumentChecker {
    /// The marker is its slice, width folded and white space out; repairs are reported.
    func markerFaults() -> [Fault] {
        places().compactMap { place in
            let marker = place.section.marker
            let written = Self.folded(inkSlice(marker.range.offsets))
            if written == marker.text { return nil }
            if repaired.contains(marker.range.start) { return nil }
            return Fault(
                check: "marker",
                message: "“\(marker.text)” is \(excerpt(marker.range.offsets)), and no repair is reported")
        }
    }

    /// The heading is its slice; it is trimmed and on one line.
    func headingFaults() -> [Fault] {
        places().flatMap { place -> [Fault] in
            let section = place.section
            func fault(_ message: String) -> [Fault] { [Fault(check: "heading", message: "\(section.id): \(message)")] }
            guard let heading = section.heading, let range = section.headingRange?.offsets else {
                return (section.heading == nil) == (section.headingRange == nil) ? [] : fault("heading without range")
            }
            if inkSlice(range) != Self.squash(heading) { return fault("“\(heading)” is \(excerpt(range))") }
            if heading.isEmpty || heading.first?.isWhitespace == true || heading.last?.isWhitespace == true {
                return fault("“\(heading)” is not trimmed")
            }
            return heading.contains(where: \.isNewline) ? fault("“\(heading)” has a line end") : []
        }
    }

    /// The text is its slice, or its pieces joined; nothing but white space and furniture is left out.
    func paragraphFaults() -> [Fault] {
        paragraphs().flatMap { paragraph -> [Fault] in
            let range = paragraph.range.offsets
            func fault(_ message: String) -> [Fault] {
                [Fault(check: "paragraph", message: "\(message) in \(excerpt(range))")]
            }
            if paragraph.text.isEmpty { return fault("no text") }
            if paragraph.pieces.isEmpty {
                if Array(paragraph.text.utf8) != Array(bytes[range]) {
                    return fault("“\(paragraph.text)” is not the slice")
                }
                return range.contains { furniture[$0] } ? fault("furniture in the text") : []
            }
            var end = range.lowerBound
            var joined: [UInt8] = []
            for piece in paragraph.pieces {
                guard piece.start >= end, piece.start < piece.end, piece.end <= range.upperBound else {
                    return fault("the piece \(piece.start)..<\(piece.end) is out of order")
                }
                let lost = end..<piece.start
                if inkCount(lost) > 0 { return fault("lost “\(inkSlice(lost))”") }
                if (piece.start..<piece.end).contains(where: { furniture[$0] }) {
                    return fault("a piece holds furniture")
                }
                joined += bytes[piece.start..<piece.end]
                end = piece.end
            }
            if inkCount(end..<range.upperBound) > 0 { return fault("lost “\(inkSlice(end..<range.upperBound))”") }
            let text = Array(paragraph.text.utf8)
            let isJoined =
                text.count == joined.count
                && zip(text, joined).allSatisfy { $0 == $1 || $0 == 0x20 && ($1 == 0x0A || $1 == 0x0D) }
            return isJoined ? [] : fault("“\(paragraph.text)” is not its pieces")
        }
    }

    /// Cells are their slices, do not overlap, and leave out nothing but the bars and rules of a drawn table.
    func tableFaults() -> [Fault] {
        document.parts.flatMap { Self.tables(in: $0.content) }.flatMap { table -> [Fault] in
            let range = table.range.offsets
            func fault(_ message: String) -> [Fault] {
                [Fault(check: "table", message: "\(message) in \(excerpt(range))")]
            }
            let cells = table.rows.joined().sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
            var end = range.lowerBound
            var left = ""
            for cell in cells {
                let slice = inkSlice(cell.range.offsets)
                if slice != Self.squash(cell.text) { return fault("the cell “\(cell.text)” is “\(slice)”") }
                if cell.range.start < end, !slice.isEmpty { return fault("the cell “\(cell.text)” overlaps") }
                if cell.range.start > end { left += inkSlice(end..<cell.range.start) }
                end = max(end, cell.range.end)
            }
            if end < range.upperBound { left += inkSlice(end..<range.upperBound) }
            let title = Self.squash(table.title ?? "")
            let lost = left.filter { !"|-:│┃─—+".contains($0) }
            if !lost.isEmpty, lost != title.filter({ !"|-:│┃─—+".contains($0) }) {
                return fault("“\(lost)” is in no cell")
            }
            if table.headerRows < 0 || table.headerRows > table.rows.count {
                return fault("\(table.headerRows) header rows")
            }
            return []
        }
    }

    /// Titles, names and numbers are their slices without white space.
    func metadataFaults() -> [Fault] {
        var faults: [Fault] = []
        func check(_ what: String, _ text: String?, _ range: SourceRange?) {
            guard let text, let range else {
                if (text == nil) != (range == nil) {
                    faults.append(Fault(check: "slice", message: "\(what): text or range alone"))
                }
                return
            }
            // Names that were read in the page's frame are furniture as a whole.
            let isOutside =
                document.parts.allSatisfy { !$0.range.offsets.overlaps(range.offsets) }
                || range.offsets.allSatisfy { furniture[$0] }
            let written = isOutside ? Self.squash(slice(range.offsets)) : inkSlice(range.offsets)
            if written != Self.squash(text) || text.isEmpty {
                faults.append(Fault(check: "slice", message: "\(what) “\(text)” is \(excerpt(range.offsets))"))
            }
        }
        let metadata = document.metadata
        check("title", metadata.title, metadata.titleRange)
        check("document number", metadata.documentNumber?.text, metadata.documentNumber?.range)
        for issuer in metadata.issuers { check("issuer", issuer.name, issuer.range) }
        for recipient in metadata.recipients { check("recipient", recipient.name, recipient.range) }
        for attachment in metadata.attachments { check("attachment", attachment.title, attachment.range) }
        for part in document.parts { check("part title", part.title, part.titleRange) }
        for citation in metadata.citations {
            let inner = inkSlice(citation.range.offsets).unicodeScalars.dropFirst().dropLast()
            if String(inner) != Self.squash(citation.title) {
                faults.append(
                    Fault(check: "slice", message: "citation “\(citation.title)” is \(excerpt(citation.range.offsets))")
                )
            }
        }
        return faults
    }

    /// Full-width brackets and commas, half-width letters, digits and dots.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "(": folded.append("（")
            case ")": folded.append("）")
            case ",": folded.append("，")
            case "､": folded.append("、")
            case "．": folded.append(".")
            case "０"..."９", "Ａ"..."Ｚ", "ａ"..."ｚ": folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }
}
