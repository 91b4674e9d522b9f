import PolicyText

/// Prints the tree of parts and sections, one line each, with the line of the source in front.
struct OutlinePrinter {
    let document: Document
    let source: SourceText
    let language: Language

    /// Characters of text shown for a section without a heading.
    private static let excerptLength = 24
    /// Bytes looked at for an excerpt: layout may put several blanks between any two characters.
    private static let excerptByteCount = 512

    func print(to output: OutputStream) throws(Failure) {
        var lines: [Line] = []
        for part in document.parts { add(part, to: &lines) }
        let width = lines.reduce(4) { max($0, String($1.number).count) }
        for line in lines {
            let number = String(line.number)
            let gap = String(repeating: " ", count: width - number.count)
            let indent = String(repeating: "  ", count: line.depth)
            try output.write("\(gap)\(number)  \(indent)\(VisibleText.withoutControls(line.text))\n")
        }
    }

    private struct Line {
        let number: Int
        let depth: Int
        let text: String
    }

    private func add(_ part: Part, to lines: inout [Line]) {
        let number = (part.titleRange ?? part.range).line
        let title = part.title ?? language.untitled
        lines.append(Line(number: number, depth: 0, text: "\(language.role(part.role))  \(title)"))
        add(part.content, to: &lines)
    }

    private func add(_ blocks: [Block], to lines: inout [Line]) {
        for block in blocks {
            switch block {
            case .section(let section):
                lines.append(
                    Line(number: section.marker.range.line, depth: section.level, text: text(of: section)))
                add(section.content, to: &lines)
            case .paragraph(let paragraph):
                add(paragraph.content, to: &lines)
            case .table: break
            }
        }
    }

    private func text(of section: Section) -> String {
        let marker = section.marker.text
        // 第一条 and 1. need a space before their heading; （一） and 一、 do not.
        let gap = marker.unicodeScalars.last.map { "、）】，：".unicodeScalars.contains($0) } == true ? "" : " "
        return "\(section.inline ? "· " : "")\(marker)\(gap)\(section.heading ?? excerpt(of: section))"
    }

    /// The start of the section's own text: that of its first paragraph, or of its range when it stands in a paragraph.
    private func excerpt(of section: Section) -> String {
        switch section.content.first {
        case .paragraph(let paragraph):
            return cut(paragraph.text)
        case .table(let table):
            return language.table + cut(table.title ?? "")
        case .section:
            return ""
        case nil:
            let start = section.marker.range.end
            let end = min(section.range.end, start + Self.excerptByteCount)
            guard start < end else { return "" }
            return cut(String(decoding: source.utf8[start..<end], as: UTF8.self))
        }
    }

    /// Without white space at the ends, and with one space for each run of it inside.
    private func cut(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var count = 0
        var isGap = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isGap = count > 0
                continue
            }
            if count == Self.excerptLength { return String(result) + "…" }
            if isGap { result.append(" ") }
            result.append(scalar)
            isGap = false
            count += 1
        }
        return String(result)
    }
}
