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

    /// A bracket that says whose task it is belongs to the text; any other stays.
    @Test(arguments: [
        ("强化创新（市科技局牵头）", "强化创新"), ("强化创新（市科技局牵头，各县区配合）", "强化创新"),
        ("强化创新（市科技局、市财政局负责）", "强化创新"), ("强化创新（2026年3月—6月）", "强化创新（2026年3月—6月）"),
        ("强化创新（市本级）", "强化创新（市本级）"),
    ])
    func bracketsBehindTitles(line: String, heading: String) {
        let text = "某县人民政府关于做好某项工作的通知\n一、\(line)\n要做好各项工作。\n二、保障措施\n要落实各项责任。\n"
        #expect(DocumentChecker.places(in: Parser().parse(text)).map(\.section.heading) == [heading, "保障措施"])
    }

    /// White space closes a heading that a sentence follows; one in the middle of a sentence or before a full stop does not.
    @Test(arguments: ["\u{3000}", "  ", " "])
    func whiteSpaceClosesHeadings(space: String) {
        func headings(_ first: String, _ second: String) -> [String?] {
            let text = "某县人民政府关于做好某项工作的通知\n一、\(first)\n二、\(second)\n"
            return DocumentChecker.places(in: Parser().parse(text)).map(\.section.heading)
        }
        #expect(
            headings("总体要求\(space)坚持预防为主，做好各项防治工作。", "各地自查\(space)各镇要逐项自查，认真总结经验做法。") == ["总体要求", "各地自查"])
        #expect(headings("坚持以防为主，\(space)做好各项防治工作。", "各镇要逐项自查，\(space)认真总结经验做法。") == [nil, nil])
        #expect(headings("总体要求\(space)。坚持预防为主，做好各项工作。", "工作任务\(space)。各镇要逐项自查，认真总结。") == ["总体要求", "工作任务"])
        #expect(headings("王某某\(space)男，县农业局二级调研员某某。", "李某某\(space)女，县林业局二级调研员某某。") == [nil, nil])
    }

    /// An item without its full stop is no title, however its line ends.
    @Test func longItemsAreNoTitles() {
        let clause = "主要是机械化还田，全县年利用量约三百万吨，占利用总量的一半以上，是目前最主要的利用方式"
        let text = "某县秸秆利用方案\n1.还田利用，\(clause)。\n2.饲料利用，\(clause)。\n3.原料利用，\(clause)\n"
        #expect(DocumentChecker.places(in: Parser().parse(text)).map(\.section.heading) == [nil, nil, nil])
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
