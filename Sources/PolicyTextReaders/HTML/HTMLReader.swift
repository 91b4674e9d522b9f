import PolicyText

/// Reads a web page: the notice as paragraphs and tables, everything else as furniture.
struct HTMLReader {
    let limits: ReaderLimits
    static let name = "policytext-html/1 (libxml2)"

    func read(_ file: [UInt8], name: String?, encoding: TextEncoding?) -> SourceText {
        let isCut = file.count > limits.htmlBytes
        let page = HTMLEncoding.decode(
            isCut ? Array(file.prefix(limits.htmlBytes)) : file, encoding: encoding)
        let (clean, report) = guarded(page)
        let tree = HTMLTreeBuilder.tree(of: clean)
        let map = PageMap(tree)
        let body = BodyFinder(tree: tree, map: map, limits: limits).body()
        var text = PageText(tree, map, body: body, limits: limits)
        complete(&text, tree)
        var diagnostics = page.diagnostics.filter { Self.kept.contains($0.rule) }.map(Self.moved)
        diagnostics += self.diagnostics(report, isCut: isCut ? file.count - limits.htmlBytes : 0, text.isTableCut)
        if let links = AttachmentPage(tree: tree, map: map, body: body, text: text).diagnostic() {
            diagnostics.append(links)
        } else if body.isUncertain {
            diagnostics.append(
                ReaderDiagnostic(
                    .bodyUncertain, .hint, "没有找到网页的正文区域，已按整页解析。",
                    "The page's main text was not found; the whole page was parsed."))
        }
        return SourceText(
            reading: text.maker.bytes, from: file, name: name, encoding: page.encoding,
            byteOrderMark: page.byteOrderMark,
            origin: SourceOrigin(format: "html", reader: Self.name, bodyRule: body.rule), hints: text.maker.hints,
            diagnostics: diagnostics)
    }

    private func guarded(_ page: SourceText) -> ([UInt8], HTMLGuard.Report) {
        page.utf8.withUnsafeBufferPointer { bytes in
            let guarded = HTMLGuard(bytes, limits: limits)
            return (guarded.output, guarded.report)
        }
    }

    /// Adds the fields of the page, and the headline where the text has no title of its own.
    private func complete(_ text: inout PageText, _ tree: HTMLTree) {
        let bytes = text.maker.bytes
        let lines = text.lines
        let found = PageFieldReader(bytes: bytes, lines: lines).candidates()
        // Fields for people are better kept than those for machines.
        text.changeHints { $0.candidates = found + $0.candidates }
        let headline = Headline(bytes: bytes, lines: lines, tree: tree, hints: text.maker.hints).find()
        if let headline {
            let path = PagePath(tree: tree).path(of: lines[headline].node)
            text.changeHints { hints in
                Self.promote(lines[headline], path, in: &hints)
                hints.candidates.append(LayoutHints.Candidate(.title, lines[headline].range))
            }
        }
        for line in lines where tree.nodes[line.node].tag == .title {
            text.changeHints { $0.candidates.append(LayoutHints.Candidate(.title, Self.firstPiece(bytes, line.range))) }
        }
    }

    /// 标题_栏目_网站: the first piece of a page's title is the notice's.
    private static func firstPiece(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        let end = bytes[range].firstIndex { $0 == 0x5F || $0 == 0x7C || $0 == 0x2D } ?? range.upperBound
        return range.lowerBound..<max(end, range.lowerBound)
    }

    /// Takes a line out of the furniture and makes it a paragraph of the notice.
    private static func promote(_ line: PageText.PageLine, _ path: String?, in hints: inout LayoutHints) {
        let block = hints.blocks[line.block]
        var pieces: [LayoutHints.Block] = []
        if block.range.lowerBound < line.range.lowerBound {
            pieces.append(LayoutHints.Block(block.kind, block.range.lowerBound..<line.range.lowerBound))
        }
        pieces.append(LayoutHints.Block(.heading(level: 1), line.range, path: path))
        if line.range.upperBound < block.range.upperBound {
            pieces.append(LayoutHints.Block(block.kind, line.range.upperBound + 1..<block.range.upperBound))
        }
        hints.blocks.replaceSubrange(line.block...line.block, with: pieces)
    }

    // MARK: - Diagnostics

    private static let kept: Set<Diagnostic.Rule> = [
        .malformedBytes, .unfinishedCharacter, .encodingUncertain, .emptySource, .blankSource,
    ]

    /// Ranges of the page's own bytes mean nothing in the text that is made of it.
    private static func moved(_ diagnostic: Diagnostic) -> ReaderDiagnostic {
        ReaderDiagnostic(diagnostic.rule, diagnostic.severity, diagnostic.message, diagnostic.messageEnglish)
    }

    private func diagnostics(_ report: HTMLGuard.Report, isCut leftOut: Int, _ isTableCut: Bool) -> [ReaderDiagnostic] {
        var list: [ReaderDiagnostic] = []
        if leftOut > 0 {
            list.append(
                ReaderDiagnostic(
                    .sourceTruncated, .warning, "网页太大，末尾 \(leftOut) 字节没有读取。",
                    "The page is too long; its last \(leftOut) bytes were left out."))
        }
        if report.isDeep {
            list.append(
                ReaderDiagnostic(
                    .nestingLimit, .warning, "网页标签嵌套超过 \(limits.htmlDepth) 层，更深的标签已忽略，文字已保留。",
                    "Elements are nested deeper than \(limits.htmlDepth); deeper ones were ignored, their text was kept."
                ))
        }
        if report.hasManyAttributes {
            list.append(
                ReaderDiagnostic(
                    .attributeLimit, .warning, "有标签的属性超过 \(limits.htmlAttributes) 个，其余已忽略。",
                    "An element has more than \(limits.htmlAttributes) attributes; the others were ignored."))
        }
        if report.hasLongTag {
            list.append(
                ReaderDiagnostic(
                    .tagLengthLimit, .warning, "有标签长于 \(limits.htmlTagBytes) 字节，超出部分的属性已忽略。",
                    "A tag is longer than \(limits.htmlTagBytes) bytes; attributes beyond were ignored."))
        }
        if isTableCut {
            list.append(
                ReaderDiagnostic(
                    .tableLimit, .warning, "有表格超过 \(limits.tableCells) 个单元格，已按段落处理。",
                    "A table has more than \(limits.tableCells) cells; it was taken as paragraphs."))
        }
        return list
    }
}
