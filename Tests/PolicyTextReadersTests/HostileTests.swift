import Foundation
import PolicyText
import Testing

@testable import PolicyTextReaders

/// Files made to do harm: each ends with a diagnostic or an error, and loses no text that it need not lose.
@Suite struct HostilePageTests {
    private func read(_ page: String, limits: ReaderLimits = ReaderLimits()) -> SourceText {
        HTMLReader(limits: limits).read(Array(page.utf8), name: nil, encoding: nil)
    }

    private func rules(_ source: SourceText) -> Set<Diagnostic.Rule> { Set(source.diagnostics.map(\.rule)) }

    @Test(arguments: ["div", "span", "b", "a", "table", "ul", "font", "center", "h1", "p", "li", "td", "o:p", "x"])
    func deepNesting(tag: String) {
        let count = tag == "div" ? 100_000 : 5_000
        let page =
            String(repeating: "<\(tag)>", count: count) + "正文" + String(repeating: "</\(tag)>", count: count) + "末尾"
        let source = read(page)
        #expect(squashed(source) == "正文末尾")
        // Elements that close each other do not nest.
        if !["p", "li", "td"].contains(tag) { #expect(rules(source).contains(.nestingLimit)) }
    }

    @Test func endTagsWithoutBeginning() {
        let source = read(
            String(repeating: "<div>", count: 100_000) + "正文" + String(repeating: "</span>", count: 200_000))
        #expect(squashed(source) == "正文")
    }

    @Test func manyAttributes() {
        let attributes = (0..<50_000).map { " a\($0)=\"1\"" }.joined()
        let source = read("<div\(attributes) hidden>甲</div><p class=x\(attributes)>乙</p>")
        #expect(squashed(source) == "甲乙")
        #expect(rules(source).contains(.attributeLimit))
    }

    @Test func aLongTextNode() {
        let source = read("<p>" + String(repeating: "中文&amp;", count: 3_300_000) + "</p>")
        #expect(source.utf8.count == 7 * 3_300_000 + 1)
        #expect(source.utf8.dropLast().count { $0 == 0x26 } == 3_300_000)
    }

    @Test(arguments: [
        "<", "<a", "<a b=\"", "<a b='>", "<!--", "<!", "</", "<?", "&", "&#", "&#x", "<script>", "<title>", "<![CDATA[",
        "<a/", "<a b=<",
    ])
    func aMillionOfAThing(piece: String) {
        let count = (piece == "<" ? 2_000_000 : 300_000) / piece.utf8.count
        let source = read("<html><body>甲" + String(repeating: piece, count: count))
        #expect(squashed(source).hasPrefix("甲"))
        if piece == "<" { #expect(source.utf8.count == count + 4) }
    }

    @Test func longTags() {
        var limits = ReaderLimits()
        limits.htmlTagBytes = 1_000
        let long = String(repeating: "x", count: 2_000)
        #expect(rules(read("<p>甲</p><p class=\"\(long)\">乙", limits: limits)).contains(.tagLengthLimit))
        // A picture's data is no fault.
        let source = read("<p>甲<img src=\"data:\(long)\">乙</p>", limits: limits)
        #expect(squashed(source) == "甲乙")
        #expect(!rules(source).contains(.tagLengthLimit))
        // A quotation mark that was forgotten does not swallow the text behind the limit.
        let torn = read(
            "<a href=\"甲>" + String(repeating: "<p>乙</p>", count: 500) + "<a href=\"x\">丙</a>", limits: limits)
        #expect(squashed(torn) == String(repeating: "乙", count: 500) + "丙")
        #expect(rules(torn).contains(.tagLengthLimit))
    }

    @Test func longPages() {
        var limits = ReaderLimits()
        limits.htmlBytes = 1_000
        let source = read("<p>" + String(repeating: "甲", count: 1_000), limits: limits)
        #expect(rules(source).contains(.sourceTruncated))
        #expect(source.byteCount == 3_003)
    }

    @Test func largeTables() {
        var limits = ReaderLimits()
        limits.tableCells = 100
        let table =
            "<div id=zoom><p>各市、县人民政府：现将有关事项通知如下，请认真贯彻执行，并及时报告情况。</p><table>"
            + String(repeating: "<tr><td>甲<td>乙", count: 100) + "</table></div>"
        let source = read(table, limits: limits)
        #expect(source.hints?.tables.isEmpty == true)
        #expect(rules(source).contains(.tableLimit))
        #expect(squashed(source).hasSuffix("甲乙甲乙"))
        let spans = read("<table>" + String(repeating: "<tr><td rowspan=99999999 colspan=99999999>甲<td>乙", count: 300))
        let cells = spans.hints?.tables.first?.rows.joined().map { $0 } ?? []
        #expect(cells.allSatisfy { $0.rowSpan <= 300 && $0.columnSpan <= 1_000 })
        expectSound(spans)
    }

    /// Every invariant holds of pages with random damage.
    @Test(arguments: ReaderFixture.all.filter { $0.name != "docx-features" })
    func damagedPages(fixture: ReaderFixture) {
        var random = SplitMix(state: UInt64(fixture.bytes.count))
        for _ in 0..<40 {
            var bytes = fixture.bytes
            for _ in 0..<12 {
                let at = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(contentsOf: Array("<div></p>\">'<!--".utf8), at: at)
                default: bytes.removeSubrange(at..<min(bytes.count, at + 200))
                }
            }
            let source = HTMLReader(limits: ReaderLimits()).read(bytes, name: nil, encoding: nil)
            let faults = DocumentChecker(source).faults()
            #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))")
        }
    }
}

/// Hints that break the contract are passed over.
@Suite struct HostileHintTests {
    @Test func anyRanges() {
        var random = SplitMix(state: 7)
        let text = Array("通知\n各市：\n一、总则\n甲 乙\n二、附则\n".utf8)
        for _ in 0..<500 {
            func range() -> Range<Int> {
                let start = Int(random.next() % 80)
                return start..<start + Int(random.next() % 40)
            }
            var hints = LayoutHints()
            hints.isHardWrapped = random.next() % 4 == 0
            for _ in 0..<6 {
                let kinds: [LayoutHints.Kind] = [
                    .paragraph, .heading(level: Int(random.next() % 20) - 5), .table(Int(random.next() % 4) - 1),
                    .furniture(.siteChrome), .furniture(.blank),
                ]
                hints.blocks.append(LayoutHints.Block(kinds[Int(random.next() % 5)], range()))
                hints.tables.append(
                    LayoutHints.Table(
                        rows: [
                            [LayoutHints.Cell(range(), rowSpan: .max, columnSpan: -1)], [LayoutHints.Cell(range())],
                        ],
                        title: range()))
                hints.candidates.append(LayoutHints.Candidate(.allCases.randomElement(using: &random)!, range()))
            }
            let source = SourceText(
                reading: text, from: text, name: nil, encoding: .utf8,
                origin: SourceOrigin(format: "html", reader: "test"), hints: hints,
                diagnostics: [ReaderDiagnostic(.bodyUncertain, .hint, "甲", "a", at: range())])
            let faults = DocumentChecker(source).faults()
            #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n")) \(hints)")
        }
    }
}

@Suite struct HostileArchiveTests {
    private func rule(_ bytes: [UInt8], _ limits: ReaderLimits = ReaderLimits()) -> ReadingError.Rule? {
        do throws(ReadingError) {
            _ = try DocumentReader(limits: limits).read(bytes)
            return nil
        } catch { return error.rule }
    }

    private let head = "<?xml version=\"1.0\"?>"
    private func word(_ body: String) -> Zip {
        Zip(["word/document.xml": Array("\(head)<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>".utf8)])
    }

    @Test func archivesThatAreNoDocument() {
        #expect(rule(Zip(["a.txt": Array("通知".utf8)]).bytes) == .archiveUnknown)
        #expect(rule(Zip(["word/document.xml": []]).bytes) == .xmlDamaged)
        #expect(rule(Zip(["word/document.xml": Array("no markup".utf8)]).bytes) == .xmlDamaged)
        #expect(rule(Array("PK\u{3}\u{4}".utf8)) == .archiveDamaged)
        #expect(rule(word("<w:p><w:r><w:t>通知</w:t></w:r></w:p>").bytes) == nil)
    }

    @Test func tooManyEntries() {
        var limits = ReaderLimits()
        limits.archiveEntries = 10
        let zip = Zip(Dictionary(uniqueKeysWithValues: (0..<11).map { ("\($0).xml", [UInt8]()) }))
        #expect(rule(zip.bytes, limits) == .archiveLimit)
    }

    @Test func bombs() {
        // 4 MiB of zeros, deflated 158 times; the entry is one that the reader wants.
        let bomb = Zip.bomb("word/document.xml", megabytes: 4)
        #expect(bomb.bytes.count < 40_000)
        var limits = ReaderLimits()
        limits.archiveEntryBytes = 1 << 20
        #expect(rule(bomb.bytes, limits) == .archiveLimit)
        limits = ReaderLimits()
        limits.archiveBytes = 1 << 20
        #expect(rule(bomb.bytes, limits) == .archiveLimit)
        limits = ReaderLimits()
        limits.archiveRatio = 20
        #expect(rule(bomb.bytes, limits) == .archiveLimit)
        // Entries that nobody asks for are not unpacked at all.
        #expect(rule(Zip.bomb("word/media/image.bmp", megabytes: 4).bytes, limits) == .archiveUnknown)
    }

    @Test func manyBombsTogether() {
        var zip = Zip([:])
        for number in 0..<40 { zip.append(Zip.bomb("word/header\(number).xml", megabytes: 1)) }
        var limits = ReaderLimits()
        limits.archiveBytes = 16 << 20
        #expect(rule(zip.bytes, limits) == .archiveLimit)
    }

    @Test func pathsAreNamesAndNothingElse() throws {
        let zip = Zip(["../../tmp/policytext-evil.xml": Array("x".utf8), "/etc/policytext-evil.xml": Array("x".utf8)])
        #expect(rule(zip.bytes) == .archiveUnknown)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/policytext-evil.xml"))
        #expect(!FileManager.default.fileExists(atPath: "/etc/policytext-evil.xml"))
    }

    @Test func entitiesAndDeepXML() {
        let laughs = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
        let external = "<!DOCTYPE w SYSTEM \"file:///etc/passwd\">"
        for doctype in [laughs, external] {
            let part =
                "\(head)\(doctype)<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
            #expect(rule(Zip(["word/document.xml": Array(part.utf8)]).bytes) == .xmlLimit)
        }
        let deep = String(repeating: "<w:p>", count: 100_000)
        #expect(rule(word(deep).bytes) == .xmlLimit)
    }

    @Test func encryptedArchives() {
        var zip = word("<w:p/>")
        zip.isEncrypted = true
        #expect(rule(zip.bytes) == .archiveEncrypted)
        let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 512)
        #expect(rule(ole) == .oleUnsupported)
        #expect(rule(ole + "EncryptedPackage".utf8.flatMap { [$0, 0] }) == .archiveEncrypted)
        #expect(rule(Array("{\\rtf1\\ansi 通知}".utf8)) == .rtfUnsupported)
    }

    /// Whatever is cut off or changed, there is a text that keeps the invariants, or an error.
    @Test(arguments: ["docx-features/input.docx", "same-notice/notice.ofd"])
    func damagedArchives(path: String) throws {
        let whole = try ReaderFixture.file(path)
        var random = SplitMix(state: 11)
        var texts = 0
        for round in 0..<300 {
            var bytes = whole
            if round % 2 == 0 {
                bytes = Array(bytes.prefix(bytes.count * round / 300))
            } else {
                for _ in 0..<1 + round / 40 {
                    bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
                }
            }
            guard let source = try? DocumentReader().read(bytes), source.origin != nil else { continue }
            texts += 1
            let faults = DocumentChecker(source).faults()
            #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))")
        }
        #expect(texts > 0)
    }

    @Test func damagedParts() throws {
        // The text ends in the middle: what comes before is kept, and said.
        let part = "\(head)<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>通知</w:t></w:r></w:p><w:p><w:r><w:t>一、总"
        let source = try DocumentReader().read(Zip(["word/document.xml": Array(part.utf8)]).bytes)
        #expect(squashed(source) == "通知一、总")
        #expect(source.diagnostics.map(\.rule) == [.partDamaged])
    }
}

@Suite struct HostilePDFTests {
    private func rule(_ command: [String], _ change: (inout ReaderLimits) -> Void = { _ in }) -> ReadingError.Rule? {
        var limits = ReaderLimits()
        change(&limits)
        do throws(ReadingError) {
            _ = try PDFReader(limits: limits).read(Array("%PDF-1.4".utf8), name: nil, command: command)
            return nil
        } catch { return error.rule }
    }

    @Test func theToolIsMissing() { #expect(rule(["no-such-tool-as-this"]) == .pdfToolMissing) }
    @Test func theToolHangs() { #expect(rule(["sleep", "60"]) { $0.pdfMilliseconds = 200 } == .pdfLimit) }
    @Test func theToolWritesTooMuch() { #expect(rule(["yes"]) { $0.pdfTextBytes = 1 << 20 } == .pdfLimit) }

    /// `tail` keeps the last line, which never ends: it runs out of memory, and not we.
    @Test func theToolTakesTooMuchMemory() {
        #expect(rule(["tail", "-n", "1", "/dev/zero"]) { $0.pdfMemoryBytes = 64 << 20 } == .pdfDamaged)
    }

    @Test func theToolCanWriteNoFile() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("policytext-\(UUID()).txt").path
        #expect(rule(["dd", "if=/dev/zero", "of=\(path)", "bs=1024", "count=4"]) != nil)
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        #expect(size == 0)
        try? FileManager.default.removeItem(atPath: path)
    }

    @Test func noShellReadsTheArguments() {
        // A shell would run the second command.
        #expect(rule(["echo", "$(no-such-command); exit 1"]) == nil)
    }

    @Test func filesThatAreDamaged() throws {
        let whole = try ReaderFixture.file("same-notice/notice.pdf")
        var limits = ReaderLimits()
        limits.pdfMilliseconds = 5_000
        for length in [8, 500, whole.count / 2] {
            do throws(ReadingError) {
                let source = try DocumentReader(limits: limits).read(Array(whole.prefix(length)))
                #expect(DocumentChecker(source).faults().isEmpty)
            } catch { #expect(error.rule == .pdfDamaged || error.rule == .noTextLayer) }
        }
    }
}

/// A small generator, the same on every run (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
