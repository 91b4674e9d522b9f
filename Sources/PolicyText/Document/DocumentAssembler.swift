/// Runs the stages that go by tokens over one source and puts their results together: all but what is found over the
/// structure, which ``FindingsAssembler`` adds.
struct DocumentAssembler {
    let source: SourceText
    let text: TokenText
    private let landmarks: Landmarks
    let lexicons: Lexicons
    private let builder: TextBuilder
    private let reader: ParagraphReader
    private var paragraphs: [ParagraphSpan] = []
    private var flatTables: [FlatTable] = []
    private var tables: [Table] = []
    private var diagnostics: [Diagnostic]
    private let sha256: String

    /// - Parameter sha256: The digest of the source, if it was made with the tokens.
    init(source: SourceText, text: TokenText, landmarks: Landmarks, lexicons: Lexicons, sha256: String? = nil) {
        self.source = source
        self.text = text
        self.landmarks = landmarks
        self.lexicons = lexicons
        builder = TextBuilder(text: text)
        reader = ParagraphReader(text: text, lexicons: lexicons)
        diagnostics = source.diagnostics
        self.sha256 = sha256 ?? source.sha256
    }

    mutating func document() -> Document {
        layOut()
        var finder = FrameFinder(text: text, reader: reader, brackets: landmarks.brackets)
        finder.find(in: &paragraphs)
        let frame = finder.frame
        makeTables()
        var parts: [Part] = []
        for index in frame.parts.indices { parts.append(part(frame, index)) }
        var document = Document(source: Self.describe(source, sha256))
        document.metadata = MetadataAssembler(
            source: source, text: text, builder: builder, paragraphs: paragraphs, brackets: landmarks.brackets,
            catalogue: lexicons.catalogue
        ).metadata(frame)
        if let hints = source.hints {
            PageFields(source: source, text: text, builder: builder, reader: reader)
                .complete(&document.metadata, from: hints.candidates)
            document.layout = Self.layout(of: hints, in: source)
        }
        document.parts = parts
        TextFindings(source: source, text: text, unpaired: landmarks.unpaired).report(
            parts, hasTitle: document.metadata.title != nil, to: &diagnostics)
        let accounting = Accounting(source: source, text: text, hanBytes: landmarks.hanBytes, parts: parts)
        document.furniture = accounting.furniture
        document.coverage = accounting.coverage
        document.diagnostics = diagnostics
        return document
    }

    /// The document of a source without text: all that it has is white space.
    static func empty(_ source: SourceText) -> Document {
        var document = Document(source: describe(source, source.sha256))
        document.diagnostics = source.diagnostics
        if !source.utf8.isEmpty {
            document.furniture = [Furniture(kind: .blank, range: source.range(0..<source.utf8.count))]
        }
        return document
    }

    private static func describe(_ source: SourceText, _ sha256: String) -> SourceDescription {
        SourceDescription(
            name: source.name, format: source.origin?.format ?? "text", reader: source.origin?.reader,
            bodyRule: source.origin?.bodyRule, encoding: source.encoding.rawValue,
            byteOrderMark: source.byteOrderMark, byteCount: source.byteCount, sha256: sha256)
    }

    /// Where the blocks of the notice come from; those of the page around it are furniture, and have their ranges there.
    private static func layout(of hints: LayoutHints, in source: SourceText) -> [LayoutBlock] {
        var end = 0
        return hints.blocks.compactMap { block in
            guard let kind = LayoutBlock.Kind(block.kind), block.range.lowerBound >= end,
                source.isText(block.range), !block.range.isEmpty
            else { return nil }
            end = block.range.upperBound
            return LayoutBlock(
                kind: kind, alignment: block.alignment, path: block.path, range: source.range(block.range))
        }
    }

    private mutating func layOut() {
        if let hints = source.hints, !hints.isHardWrapped { return layOut(hints) }
        var lines = LineSplitter(text, landmarks, mayBeMarkdown: source.hints == nil).lines
        var joiner = LineJoiner(text, spaces: landmarks.spaces)
        lines.withUnsafeMutableBufferPointer { lines in
            if landmarks.kinds.mayHold(.replacement) { DisplacedNumbers(text: text).bind(lines) }
            PageFurniture(text: text).mark(lines)
            if let hints = source.hints {
                flatTables = HintedLayout(text: text, hints: hints, lexicons: lexicons).mark(lines)
            }
            flatTables += TableFinder(text: text, lexicons: lexicons).find(lines, from: flatTables.count)
            joiner.join(lines, LayoutClassifier(text: text).regions(of: lines), flatTables)
        }
        paragraphs = joiner.paragraphs
        FragmentHeadings(text: text, scanner: MarkerScanner(text: text), openers: landmarks.openers).split(&paragraphs)
        LostLineEnds(text: text, reader: reader, landmarks: landmarks).split(&paragraphs)
    }

    /// A reader has found paragraphs and tables; what printing left between them is still to be found.
    private mutating func layOut(_ hints: LayoutHints) {
        var lines = LineSplitter(text, landmarks, mayBeMarkdown: false).lines
        var joiner = LineJoiner(text, spaces: landmarks.spaces)
        lines.withUnsafeMutableBufferPointer { lines in
            PageFurniture(text: text).mark(lines)
            flatTables = HintedLayout(text: text, hints: hints, lexicons: lexicons).mark(lines)
            joiner.take(lines, flatTables)
        }
        paragraphs = joiner.paragraphs
        LostLineEnds(text: text, reader: reader, landmarks: landmarks).split(&paragraphs)
    }

    private mutating func makeTables() {
        guard !flatTables.isEmpty else { return }
        let assembler = TableAssembler(source: source, text: text, builder: builder)
        let none = Table(title: nil, rows: [], headerRows: 0, range: source.range(0..<0))
        tables = [Table](repeating: none, count: flatTables.count)
        for paragraph in paragraphs where paragraph.table >= 0 {
            tables[paragraph.table] = assembler.table(flatTables[paragraph.table], in: paragraph)
        }
    }

    private mutating func part(_ frame: NoticeFrame, _ index: Int) -> Part {
        let part = frame.parts[index]
        var outline = OutlineBuilder(text: text, paragraphs: paragraphs, openers: landmarks.openers)
            .outline(of: part.paragraphs, unpaired: landmarks.unpaired)
        HeadingRule(text: text, lexicons: lexicons).apply(to: &outline)
        NumberingFindings(source: source, builder: builder).report(outline, to: &diagnostics)
        var assembler = PartAssembler(
            source: source, builder: builder, tables: tables, outline: outline, part: index + 1)
        let (title, titleRange) = title(part)
        // The number of the first unit may stand above its dot.
        let number = outline.nodes.first?.candidate.displaced?.lowerBound ?? .max
        let start = min(paragraphs[part.paragraphs.lowerBound].start, number)
        let stop = paragraphs[part.paragraphs.upperBound - 1].stop
        return Part(
            role: part.role, title: title, titleRange: titleRange, range: source.range(start..<stop),
            content: assembler.content())
    }

    private func title(_ part: NoticeFrame.PartFrame) -> (String?, SourceRange?) {
        guard let first = part.title.first, let last = part.title.last else { return (nil, nil) }
        var title = ""
        for index in part.title {
            let line = paragraphs[index]
            title += builder.squashed(line.first, line.end, from: line.start, to: line.stop)
        }
        return (title, source.range(paragraphs[first].start..<paragraphs[last].stop))
    }
}
