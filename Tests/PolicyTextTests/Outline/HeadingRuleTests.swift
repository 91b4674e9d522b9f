import Testing

@testable import PolicyText

/// How long a heading may be: the guidelines' forty characters for one that text follows.
struct HeadingRuleTests {
    private static func headings(first: String) -> [String?] {
        let text = "某县人民政府关于做好某项工作的通知\n一、\(first)。要做好各项工作，抓好落实。\n二、保障措施。要落实各项责任。\n三、工作要求。要按时报送情况。\n"
        return DocumentChecker.places(in: Parser().parse(text)).map(\.section.heading)
    }

    @Test(arguments: [1, 2, 20, 39, 40])
    func takesUpToFortyCharacters(count: Int) {
        let first = String(repeating: "某", count: count)
        #expect(Self.headings(first: first) == [first, "保障措施", "工作要求"])
    }

    @Test(arguments: [41, 60, 100])
    func takesNoMore(count: Int) {
        #expect(Self.headings(first: String(repeating: "某", count: count)).first == .some(nil))
    }

    /// A full stop inside quotation marks ends no heading.
    @Test func readsOverQuotations() {
        let text = "一、贯彻“绿水青山就是金山银山。”理念。要做好。\n二、保障措施。要落实。\n"
        #expect(
            DocumentChecker.places(in: Parser().parse(text)).map(\.section.heading) == [
                "贯彻“绿水青山就是金山银山。”理念", "保障措施",
            ])
    }

    /// Below a heading stand the text behind it and the paragraphs that follow.
    @Test func keepsTheTextBehindTheHeading() throws {
        let text = "一、总体要求。要做好各项工作。\n各镇要抓紧。\n二、保障措施。要落实。\n"
        let section = try #require(DocumentChecker.places(in: Parser().parse(text)).first?.section)
        let paragraphs = section.content.compactMap {
            if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil }
        }
        #expect(paragraphs == ["要做好各项工作。", "各镇要抓紧。"])
    }
}
