import PolicyText

/// Reads DOCX (ISO/IEC 29500-1): paragraphs with computed numbers, tables with spans, footnotes, headers and footers.
struct DocxReader {
    let archive: Archive
    let limits: ReaderLimits
    static let name = "policytext-docx/1 (libarchive, libxml2)"

    /// Where the text stands, when the package is one of Word's.
    static func mainPart(_ archive: Archive, _ limits: ReaderLimits) throws(ReadingError) -> String? {
        if let relations = archive.entries["_rels/.rels"] {
            let tree = try XMLTree(relations, limits: limits)
            for node in tree.root.map({ tree.elements(of: $0) }) ?? [] {
                guard tree.attribute("Type", of: node)?.hasSuffix("/officeDocument") == true,
                    var target = tree.attribute("Target", of: node)
                else { continue }
                while target.hasPrefix("/") { target.removeFirst() }
                guard let part = archive.entries[target], Self.isWord(part) else { return nil }
                return target
            }
        }
        return archive.entries["word/document.xml"] == nil ? nil : "word/document.xml"
    }

    /// A spreadsheet's main part is a workbook.
    private static func isWord(_ part: [UInt8]) -> Bool {
        part.prefix(4_096).contains(sequence: ":document") || part.prefix(4_096).contains(sequence: "<document")
    }

    func read(_ file: [UInt8], name: String?, main: String) throws(ReadingError) -> SourceText {
        let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
        let document = try XMLTree(archive.entries[main] ?? [], limits: limits)
        guard let root = document.root, let body = document.child("body", of: root) else { throw .xmlDamaged }
        var text = DocxText(
            document, styles: try part(folder + "styles.xml").map { Styles($0) } ?? Styles(),
            numbering: try part(folder + "numbering.xml").map { Numbering($0) } ?? Numbering(), limits: limits)
        text.footnotes = try part(folder + "footnotes.xml").map { DocxText.notes($0, "footnote") } ?? [:]
        text.endnotes = try part(folder + "endnotes.xml").map { DocxText.notes($0, "endnote") } ?? [:]
        text.read(body)
        try addFrames(folder, to: &text)
        return SourceText(
            reading: text.maker.bytes, from: file, name: name, encoding: .utf8,
            origin: SourceOrigin(format: "docx", reader: Self.name), hints: text.maker.hints,
            diagnostics: diagnostics(text, isDamaged: document.isDamaged))
    }

    private func part(_ path: String) throws(ReadingError) -> XMLTree? {
        guard let bytes = archive.entries[path] else { return nil }
        return try XMLTree(bytes, limits: limits)
    }

    /// Headers and footers, each text once, behind the notice.
    private func addFrames(_ folder: String, to text: inout DocxText) throws(ReadingError) {
        let names = archive.entries.keys.filter { path in
            guard path.hasPrefix(folder), path.hasSuffix(".xml") else { return false }
            let name = path.dropFirst(folder.count)
            return name.hasPrefix("header") || name.hasPrefix("footer")
        }
        var seen: Set<String> = []
        for name in names.sorted() {
            guard let tree = try part(name) else { continue }
            for line in DocxText.lines(of: tree) where seen.insert(line).inserted { text.addFrame(line) }
        }
    }

    private func diagnostics(_ text: DocxText, isDamaged: Bool) -> [ReaderDiagnostic] {
        var list: [ReaderDiagnostic] = []
        if isDamaged {
            let end = text.maker.bytes.count
            list.append(
                ReaderDiagnostic(
                    .partDamaged, .warning, "文档内容不完整，只读取了前面的部分。",
                    "The document's text is incomplete; what comes before the fault was read.", at: end..<end))
        }
        if text.changeCount > 0 {
            list.append(
                ReaderDiagnostic(
                    .trackedChanges, .hint, "文档带有修订痕迹（\(text.changeCount) 处），已按接受全部修订读取。",
                    "The document has tracked changes (\(text.changeCount)); they were taken as accepted."))
        }
        if text.isTableCut {
            list.append(
                ReaderDiagnostic(
                    .tableLimit, .warning, "有表格超过 \(limits.tableCells) 个单元格，已按段落处理。",
                    "A table has more than \(limits.tableCells) cells; it was taken as paragraphs."))
        }
        return list
    }
}

extension ReadingError {
    static let xmlDamaged = ReadingError(
        .xmlDamaged, "文件内容已损坏，读不出正文，请重新下载。", "The file's text is damaged; download it again.")
}
