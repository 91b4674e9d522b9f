import PolicyText

/// Reads OFD (GB/T 33190-2016): the text objects of each page, put into lines by their places.
struct OFDReader {
    let archive: Archive
    let limits: ReaderLimits
    static let name = "policytext-ofd/1 (libarchive, libxml2)"

    private struct Page {
        var path: String
        var lines: [OFDLine]
        var hasPicture: Bool
    }

    func read(_ file: [UInt8], name: String?) throws(ReadingError) -> SourceText {
        guard archive.entries["Encryptions.xml"] == nil else { throw .archiveEncrypted }
        let pages = try pages()
        let empty = pages.indices.filter { pages[$0].lines.isEmpty }
        guard empty.count < pages.count else { throw pages.isEmpty ? .xmlDamaged : .noTextLayer("OFD") }
        let (text, hints) = write(pages)
        return SourceText(
            reading: text, from: file, name: name, encoding: .utf8,
            origin: SourceOrigin(format: "ofd", reader: Self.name), hints: hints,
            diagnostics: PageReport.diagnostics(emptyPages: empty.filter { pages[$0].hasPicture }.map { $0 + 1 }))
    }

    // MARK: - Pages

    private func pages() throws(ReadingError) -> [Page] {
        let root = try XMLTree(archive.entries["OFD.xml"] ?? [], limits: limits)
        var pages: [Page] = []
        for body in root.root.map({ root.elements(of: $0) }) ?? [] where root.nodes[body].name == "DocBody" {
            guard let place = root.child("DocRoot", of: body).map({ root.text(of: $0) }) else { continue }
            try addPages(of: Self.resolve(place, in: ""), to: &pages)
        }
        return pages
    }

    private func addPages(of path: String, to pages: inout [Page]) throws(ReadingError) {
        guard let bytes = archive.entries[path] else { return }
        let document = try XMLTree(bytes, limits: limits)
        guard let root = document.root, let list = document.child("Pages", of: root) else { return }
        for page in document.elements(of: list) where document.nodes[page].name == "Page" && pages.count < limits.pages
        {
            guard let place = document.attribute("BaseLoc", of: page) else { continue }
            var content = Self.resolve(place, in: Self.folder(of: path))
            // Some writers name the folder alone.
            if archive.entries[content] == nil { content = Self.resolve("Content.xml", in: content + "/") }
            guard let bytes = archive.entries[content] else { continue }
            let tree = try XMLTree(bytes, limits: limits)
            var reading = OFDPage(tree)
            reading.read()
            pages.append(Page(path: content, lines: reading.lines(), hasPicture: reading.hasPicture))
        }
    }

    private static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

    /// A place in the package: absolute, or relative to a folder. Nothing is ever opened by it but entries.
    private static func resolve(_ place: String, in folder: String) -> String {
        var parts = place.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        let trimmed = place.filter { !$0.isWhitespace }
        for part in trimmed.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }

    // MARK: - Text

    /// Lines with their indents, a blank line where a gap stands, a form feed between pages.
    private func write(_ pages: [Page]) -> ([UInt8], LayoutHints) {
        var text: [UInt8] = []
        var hints = LayoutHints(isHardWrapped: true)
        let margin = pages.joined(\.lines).filter { $0.text.utf8.count >= 30 }.map(\.x).min() ?? 0
        for (number, page) in pages.enumerated() {
            if number > 0 { text.append(0x0C) }
            let pitch = OFDLine.pitch(page.lines)
            let right = page.lines.map { $0.x + $0.width }.max() ?? 0
            var last: OFDLine?
            for line in page.lines {
                if let last, line.y - last.y > 1.8 * pitch { text.append(0x0A) }
                let half = max(line.size / 2, 0.5)
                let indent = Int(max(0, min(80, ((line.x - margin) / half).rounded())))
                text.append(contentsOf: repeatElement(0x20, count: indent))
                let start = text.count
                text.append(contentsOf: line.text.utf8)
                hints.blocks.append(
                    LayoutHints.Block(
                        .paragraph, start..<text.count, alignment: line.alignment(left: margin, right: right),
                        path: page.path))
                text.append(0x0A)
                last = line
            }
        }
        return (text, hints)
    }
}

extension Array {
    fileprivate func joined<Element2>(_ path: (Element) -> [Element2]) -> [Element2] { flatMap(path) }
}
