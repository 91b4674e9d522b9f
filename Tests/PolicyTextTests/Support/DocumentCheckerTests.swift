import Testing

@testable import PolicyText

/// A check that never fails proves nothing: documents that are wrong in one place, and the check that must say so.
struct DocumentCheckerTests {
    static let text = """
        首页 > 政务公开
        某县人民政府关于做好春耕工作的通知
        某政发〔2024〕8号
        各镇人民政府：
        现将有关事项通知如下，依据《某某条例》执行。
        一、总体要求。要做好：（1）登记；（2）变更。
        l.甲事
        2.乙事（县农业农村局牵头，县财政局配合）
        — 1 —
        \u{C}二、保障措施。要落实。
        某县人民政府
        2024年3月5日
        """

    struct Corruption: Sendable, CustomTestStringConvertible {
        var check: String
        var testDescription: String
        var change: @Sendable (inout Document) -> Void

        init(_ check: String, _ description: String, _ change: @escaping @Sendable (inout Document) -> Void) {
            self.check = check
            testDescription = description
            self.change = change
        }
    }

    static let corruptions = [
        Corruption("bounds", "a range beyond the text") { $0.parts[0].range = $0.parts[0].range.moved(by: 0, 9_999) },
        Corruption("characters", "a range that cuts a character") { document in
            document.metadata.issuers[0].range = document.metadata.issuers[0].range.moved(by: 1, 0)
        },
        Corruption("position", "a wrong line") { document in
            let range = document.parts[0].range
            document.parts[0].range = SourceRange(
                start: range.start, end: range.end, line: range.line + 1, column: range.column)
        },
        Corruption("position", "a wrong column") { document in
            let range = document.parts[0].range
            document.parts[0].range = SourceRange(
                start: range.start, end: range.end, line: range.line, column: range.column + 1)
        },
        Corruption("parts", "text that is neither part nor furniture") { $0.furniture.removeFirst() },
        Corruption("parts", "a part twice") { $0.parts.append($0.parts[0]) },
        Corruption("furniture", "furniture twice") { $0.furniture.insert($0.furniture[0], at: 0) },
        Corruption("blocks", "blocks in the wrong order") { $0.parts[0].content.reverse() },
        Corruption("blocks", "a section that reaches out of its part") { document in
            document.parts[0].range = document.parts[0].range.moved(by: 0, -3)
        },
        Corruption("account", "a lost block") { $0.parts[0].content.removeLast() },
        Corruption("account", "a lost title") { $0.parts[0].titleRange = nil },
        Corruption("section", "a lost paragraph of a section") { $0.changeFirstSection { $0.content.removeFirst() } },
        Corruption("section", "a heading without its range") { $0.changeFirstSection { $0.headingRange = nil } },
        Corruption("marker", "another marker") { $0.changeFirstSection { $0.marker.text = "二、" } },
        Corruption("marker", "a repair that is not reported") { $0.diagnostics = [] },
        Corruption("heading", "another heading") { $0.changeFirstSection { $0.heading = "总体" } },
        Corruption("paragraph", "another text") { document in
            document.changeFirstParagraph { $0.text += "。" }
        },
        Corruption("paragraph", "pieces that leave text out") { document in
            document.changeFirstParagraph { paragraph in
                paragraph.pieces = [SourcePiece(start: paragraph.range.start, end: paragraph.range.start + 3)]
                paragraph.text = String(paragraph.text.prefix(1))
            }
        },
        Corruption("slice", "another issuer") { $0.metadata.issuers[0].name = "某县" },
        Corruption("slice", "another number") { $0.metadata.documentNumber?.text = "某政发〔2024〕9号" },
        Corruption("slice", "another citation") { $0.metadata.citations[0].title = "某条例" },
        Corruption("slice", "a title without a range") { $0.metadata.titleRange = nil },
        Corruption("identifier", "an identifier of another part") { $0.changeFirstSection { $0.id = "p2.1" } },
        Corruption("identifier", "a level that is not the depth") { $0.changeFirstSection { $0.level = 2 } },
        Corruption("identifier", "inline outside a paragraph") { $0.changeFirstSection { $0.inline = true } },
        Corruption("duty", "another name") { $0.changeFirstDuty { $0.assignments[0].departments[0].name = "县农业局" } },
        Corruption("duty", "a name in another place") { document in
            document.changeFirstDuty { $0.assignments[0].departments[0].range = $0.assignments[1].departments[0].range }
        },
        Corruption("duty", "another text") { $0.changeFirstDuty { $0.text += "。" } },
        Corruption("duty", "a role of nobody") { $0.changeFirstDuty { $0.assignments[1].departments = [] } },
        Corruption("duty", "a duty of nobody") { $0.changeFirstDuty { $0.assignments = [] } },
        Corruption("duty", "a duty twice") { $0.responsibilities.append($0.responsibilities[0]) },
        Corruption("identifier", "the duty of a section that is not there") { document in
            document.changeFirstDuty { $0.section = "p9.9" }
        },
        Corruption("coverage", "coverage above one") { $0.coverage = 1.5 },
        Corruption("coverage", "another coverage") { $0.coverage = 0.5 },
    ]

    @Test func findsNothingWrong() {
        #expect(DocumentChecker(SourceText(decoding: Array(Self.text.utf8))).faults() == [])
    }

    @Test(arguments: corruptions)
    func findsTheFault(corruption: Corruption) {
        let source = SourceText(decoding: Array(Self.text.utf8))
        var document = Parser().parse(source)
        corruption.change(&document)
        let faults = DocumentChecker(source, document).faults()
        #expect(faults.contains { $0.check == corruption.check }, "\(faults)")
    }
}

extension SourceRange {
    fileprivate func moved(by start: Int, _ end: Int) -> SourceRange {
        SourceRange(start: self.start + start, end: self.end + end, line: line, column: column)
    }
}

extension Document {
    fileprivate mutating func changeFirstSection(_ change: (inout Section) -> Void) {
        for index in parts[0].content.indices {
            guard case .section(var section) = parts[0].content[index] else { continue }
            change(&section)
            parts[0].content[index] = .section(section)
            return
        }
    }

    fileprivate mutating func changeFirstDuty(_ change: (inout Responsibility) -> Void) {
        change(&responsibilities[0])
    }

    fileprivate mutating func changeFirstParagraph(_ change: (inout Paragraph) -> Void) {
        for index in parts[0].content.indices {
            guard case .paragraph(var paragraph) = parts[0].content[index] else { continue }
            change(&paragraph)
            parts[0].content[index] = .paragraph(paragraph)
            return
        }
    }
}
