import CReaderBridge
import PolicyText

/// Reads PDF through `pdftotext` (poppler) in a process of its own, which may crash, hang or grow without harm.
struct PDFReader {
    let limits: ReaderLimits
    static let name = "policytext-pdf/1 (pdftotext)"
    /// The layout is kept: indents tell paragraphs, and gaps tell columns. The file comes in on standard input.
    static let command = ["pdftotext", "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"]

    func read(_ file: [UInt8], name: String?, command: [String] = command) throws(ReadingError) -> SourceText {
        let text = try self.text(of: file, command)
        let pages = text.split(separator: 0x0C, omittingEmptySubsequences: false)
        let empty = pages.indices.filter { !Self.hasInk(pages[$0]) }
        guard empty.count < pages.count else { throw .noTextLayer("PDF") }
        return SourceText(
            reading: text, from: file, name: name, encoding: .utf8,
            origin: SourceOrigin(format: "pdf", reader: Self.name), hints: LayoutHints(isHardWrapped: true),
            diagnostics: PageReport.diagnostics(emptyPages: empty.map { $0 + 1 }))
    }

    private static func hasInk(_ page: ArraySlice<UInt8>) -> Bool { page.contains { $0 > 0x20 } }

    private func text(of file: [UInt8], _ command: [String]) throws(ReadingError) -> [UInt8] {
        var result = run(file, command)
        defer { cchild_free(&result) }
        switch result.end {
        case cchild_exited: break
        case cchild_missing: throw .pdfToolMissing
        case cchild_timed_out: throw .pdfLimit("处理超过 \(limits.pdfMilliseconds / 1000) 秒", "it takes too long")
        case cchild_output_limit: throw .pdfLimit("文字超过 \(limits.pdfTextBytes >> 20) MiB", "it has too much text")
        case cchild_signalled: throw .pdfLimit("处理程序异常退出，可能内存不足", "the tool crashed, perhaps for lack of memory")
        default: throw .pdfLimit("系统资源不足，无法启动处理程序", "the system could not start the tool")
        }
        let words = withUnsafeBytes(of: &result.errors) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if result.code != 0 { throw Self.failure(result.code, words) }
        var text = Array(UnsafeBufferPointer(start: result.output, count: result.output_count))
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    private func run(_ file: [UInt8], _ command: [String]) -> cchild_result {
        var arguments = command.map { Array($0.utf8CString) }
        let limits = cchild_limits(
            milliseconds: self.limits.pdfMilliseconds, memory_bytes: self.limits.pdfMemoryBytes,
            output_bytes: self.limits.pdfTextBytes)
        // The arrays do not move while the pointers into them are used.
        return withPointers(&arguments) { pointers in
            file.withUnsafeBufferPointer { cchild_run(pointers, $0.baseAddress, $0.count, limits) }
        }
    }

    private func withPointers<Result>(
        _ arguments: inout [[CChar]], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        let flat = arguments.joined().map { $0 }
        return flat.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<CChar>?] = []
            var at = 0
            for argument in arguments {
                pointers.append(buffer.baseAddress! + at)
                at += argument.count
            }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
        }
    }

    private static func failure(_ code: Int32, _ words: String) -> ReadingError {
        if words.contains("assword") || words.contains("ncrypt") {
            return ReadingError(
                .pdfEncrypted, "PDF 已加密，请先去掉密码再解析。", "The PDF is encrypted; remove the password first.")
        }
        if code == 3 {
            return ReadingError(
                .pdfEncrypted, "PDF 不允许复制文字，请向发布单位索取不限制复制的版本。",
                "The PDF forbids copying its text; ask its publisher for one that does not.")
        }
        return ReadingError(
            .pdfDamaged, "PDF 已损坏或不完整，请重新下载。", "The PDF is damaged or incomplete; download it again.")
    }
}

/// What is said about pages that are pictures.
enum PageReport {
    /// So many pages are named.
    static let limit = 10

    static func diagnostics(emptyPages pages: [Int]) -> [ReaderDiagnostic] {
        guard !pages.isEmpty else { return [] }
        let list = pages.prefix(limit).map(String.init).joined(separator: "、") + (pages.count > limit ? "…" : "")
        return [
            ReaderDiagnostic(
                .noTextLayer, .warning, "第 \(list) 页没有文字，可能是扫描图片。",
                "These pages have no text and may be scanned pictures: \(list).")
        ]
    }
}

extension ReadingError {
    static func noTextLayer(_ format: String) -> ReadingError {
        ReadingError(
            .noTextLayer, "这个 \(format) 只有图片，没有文字；请先做文字识别（OCR）。",
            "This \(format) has pictures only and no text; recognise its text (OCR) first.")
    }

    static let pdfToolMissing = ReadingError(
        .pdfToolMissing, "缺少 pdftotext，不能读取 PDF；请安装 poppler-utils（apt-get install poppler-utils）。",
        "pdftotext is missing, which PDF needs; install poppler-utils (apt-get install poppler-utils).")

    static func pdfLimit(_ reason: String, _ english: String) -> ReadingError {
        ReadingError(.pdfLimit, "PDF \(reason)，没有解析。", "The PDF was not parsed: \(english).")
    }
}
