import Testing

@testable import PolicyText

/// Outlines of small texts: markers, levels, headings, and what is said about the numbers.
struct OutlineTests {
    /// The text below a title; units as `level marker heading`, in order; rules of diagnostics.
    static let numbering = ClerkRow.rows(
        """
        // Plain nesting, restart and run-on.
        一、甲事⏎二、乙事⏎三、丙事 | 1 一、甲事; 1 二、乙事; 1 三、丙事
        一、甲事⏎（一）乙事⏎（二）丙事⏎二、丁事⏎（一）戊事 | 1 一、甲事; 2 （一）乙事; 2 （二）丙事; 1 二、丁事; 2 （一）戊事
        一、甲事⏎（一）乙事⏎（二）丙事⏎二、丁事⏎（三）戊事 | 1 一、甲事; 2 （一）乙事; 2 （二）丙事; 1 二、丁事; 2 （三）戊事
        一、甲事⏎1.乙事⏎2.丙事⏎二、丁事⏎1.戊事 | 1 一、甲事; 2 1.乙事; 2 2.丙事; 1 二、丁事; 2 1.戊事
        一、甲事⏎（一）乙事⏎1.丙事⏎（1）丁事⏎①戊事 | 1 一、甲事; 2 （一）乙事; 3 1.丙事; 4 （1）丁事; 5 ①戊事
        // Levels go by nesting, not by the look of the marker.
        1.甲事⏎（1）乙事⏎（2）丙事⏎2.丁事 | 1 1.甲事; 2 （1）乙事; 2 （2）丙事; 1 2.丁事
        （一）甲事⏎（二）乙事 | 1 （一）甲事; 1 （二）乙事
        一、甲事⏎（1）乙事⏎（2）丙事⏎二、丁事⏎1.戊事⏎2.己事 | 1 一、甲事; 2 （1）乙事; 2 （2）丙事; 1 二、丁事; 2 1.戊事; 2 2.己事
        第一章⬚甲事⏎第一节⬚乙事⏎第二节⬚丙事⏎第二章⬚丁事⏎第一节⬚戊事 | 1 第一章甲事; 2 第一节乙事; 2 第二节丙事; 1 第二章丁事; 2 第一节戊事
        一、甲事⏎1.1␠乙事⏎1.2␠丙事⏎二、丁事 | 1 一、甲事; 2 1.1乙事; 2 1.2丙事; 1 二、丁事
        甲、甲事⏎A.乙事⏎B.丙事⏎乙、丁事 | 1 甲、甲事; 2 A.乙事; 2 B.丙事; 1 乙、丁事
        一、甲事⏎1﹒乙事⏎2﹒丙事 | 1 一、甲事; 2 1.乙事; 2 2.丙事
        // A chapter and its first article in one line.
        ⬚第一章⬚总则⬚⬚第一条⬚甲事。⏎第二条⬚乙事。⏎⬚第二章⬚附则⬚⬚第三条⬚丙事。 | 1 第一章总则; 2 第一条; 2 第二条; 1 第二章附则; 2 第三条
        第一章⬚总则⬚第一条⬚甲事。⏎第二条⬚乙事。⏎第二章⬚附则␠第三条⬚丙事。 | 1 第一章总则; 2 第一条; 2 第二条; 1 第二章附则; 2 第三条
        第一章⬚总则⏎第一条⬚甲事。⏎第二条⬚乙事。第二章认定程序第三条认定园区。⏎（一）丙事。⏎（二）丁事。 | 1 第一章总则; 2 第一条; 2 第二条; 1 第二章认定程序; 2 第三条; 3 （一）; 3 （二）
        第一章⬚总则⏎第一条⬚甲事。⏎第二章⬚违反第二条规定的处理⏎第二条⬚乙事。 | 1 第一章总则; 2 第一条; 1 第二章违反第二条规定的处理; 2 第二条
        // Faults of the drafter: no marker is lost, none is corrected.
        一、甲事⏎二、乙事⏎四、丙事 | 1 一、甲事; 1 二、乙事; 1 四、丙事 | numbering-gap
        一、甲事⏎二、乙事⏎二、丙事⏎三、丁事 | 1 一、甲事; 1 二、乙事; 1 二、丙事; 1 三、丁事 | numbering-repeat
        一、甲事⏎三、乙事⏎二、丙事 | 1 一、甲事; 1 三、乙事; 1 二、丙事 | numbering-gap numbering-disorder
        二、甲事⏎三、乙事 | 1 二、甲事; 1 三、乙事 | numbering-start
        一、甲事⏎（一）乙事⏎（三）丙事⏎二、丁事 | 1 一、甲事; 2 （一）乙事; 2 （三）丙事; 1 二、丁事 | numbering-gap
        // Damage of the transmission.
        一、甲事⏎（一)乙事⏎(二)丙事 | 1 一、甲事; 2 （一）乙事; 2 （二）丙事 | numbering-repair
        一、甲事⏎l.乙事⏎2.丙事 | 1 一、甲事; 2 1.乙事; 2 2.丙事 | numbering-repair
        // A letter l in a list of letters is no 1.
        k.甲事⏎l.乙事⏎m.丙事 | 1 k.甲事; 1 l.乙事; 1 m.丙事 | numbering-start
        // Boxes stand inside sections, and the outline goes back behind them.
        一、甲事⏎（一）乙事⏎专栏1␠重点工程⏎1.丙事⏎2.丁事⏎（二）戊事 | 1 一、甲事; 2 （一）乙事; 3 专栏1重点工程; 4 1.丙事; 4 2.丁事; 2 （二）戊事
        """)

    @Test(arguments: numbering)
    func nests(row: ClerkRow) {
        let document = Self.document(row[0])
        #expect(Self.outline(document) == row[1])
        #expect(Self.rules(document) == row[2])
    }

    /// The text below a title, and its units with their headings; `·` where a unit has none (guidelines, `heading`).
    static let headings = ClerkRow.rows(
        """
        // (a) A line that holds a short title only.
        一、总体要求⏎要做好。 | 1 一、总体要求
        一、总体要求。⏎要做好。⏎二、保障措施。⏎要落实。 | 1 一、总体要求; 1 二、保障措施
        一、总体要求：⏎要做好。⏎二、保障措施：⏎要落实。 | 1 一、总体要求; 1 二、保障措施
        一、甲事⏎（一）乙事⏎（二）丙事 | 1 一、甲事; 2 （一）乙事; 2 （二）丙事
        一、推进“放管服”改革⏎要做好。 | 1 一、推进“放管服”改革
        一、贯彻《某某条例》⏎要做好。 | 1 一、贯彻《某某条例》
        // (b) A short first sentence, more behind it, and siblings that open alike.
        一、总体要求。要做好各项工作。⏎二、保障措施。要落实各项责任。 | 1 一、总体要求; 1 二、保障措施
        一、总体要求：要做好各项工作。⏎二、保障措施：要落实各项责任。 | 1 一、总体要求; 1 二、保障措施
        一、甲事⏎1.强化领导。各级要高度重视。⏎2.强化督查。各级要定期检查。 | 1 一、甲事; 2 1.强化领导; 2 2.强化督查
        一、甲事⏎一是强化领导。各级要高度重视。⏎二是强化督查。各级要定期检查。 | 1 一、甲事; 2 一是强化领导; 2 二是强化督查
        // No heading: list items, whole sentences, articles.
        一、甲事⏎1.修建道路；⏎2.修建桥梁；⏎3.修建码头。 | 1 一、甲事; 2 1.·; 2 2.·; 2 3.·
        一、各级要高度重视，把这项工作作为一件大事来抓，确保按期完成。⏎二、各部门要密切配合，及时通报情况，形成工作合力。 | 1 一、·; 1 二、·
        第一条⬚为了规范管理，制定本办法。⏎第二条⬚本办法适用于本市。 | 1 第一条·; 1 第二条·
        第一条⬚为了规范管理，制定本办法。⏎第二条⬚申请人应当具备下列条件：⏎（一）年满十八周岁；⏎（二）身体健康。 | 1 第一条·; 1 第二条·; 2 （一）·; 2 （二）·
        """)

    @Test(arguments: headings)
    func hasTheHeadings(row: ClerkRow) {
        let document = Self.document(row[0])
        let outline = DocumentChecker.places(in: document).map(\.section).filter { !$0.inline }
            .map { "\($0.level) \($0.marker.text)\($0.heading ?? "·")" }
        #expect(outline.joined(separator: "; ") == row[1])
    }

    /// A paragraph, and the units inside its text.
    static let enumerations = ClerkRow.rows(
        """
        要做好：一是加强领导；二是强化督查。 | 一是 二是
        要做好：一是加强领导，二是强化督查，三是严格考核。 | 一是 二是 三是
        一是加强领导；二是强化督查。 | 一是 二是
        办理下列事项：（1）登记；（2）变更；（3）注销。 | （1） （2） （3）
        办理下列事项：(1)登记；(2)变更。 | （1） （2）
        办理下列事项：①登记；②变更。 | ① ②
        要做好：第一，加强领导；第二，强化督查。 | 第一， 第二，
        要做好：首先，加强领导；其次，强化督查；最后，严格考核。 | 首先， 其次， 最后，
        // One alone is no enumeration; references are none.
        原因之一是投入不足，需要增加投入。 | -
        按照第（1）项办理，其余不变。 | -
        本办法第三条、第四条另有规定的除外。 | -
        建设了一、二、三级网络，覆盖全县。 | -
        """)

    @Test(arguments: enumerations)
    func findsInlineUnits(row: ClerkRow) {
        let document = Self.document("一、总体要求⏎各级要抓好落实。\(row[0])⏎二、保障措施⏎要落实。".replacing("⏎", with: "\n"))
        let inline = DocumentChecker.places(in: document).filter(\.isInParagraph).map(\.section.marker.text)
        #expect(inline.joined(separator: " ") == row[1])
        let blocks = DocumentChecker.places(in: document).filter { !$0.isInParagraph }.map(\.section.marker.text)
        #expect(blocks == ["一、", "二、"])
    }

    private static func document(_ text: String) -> Document { Parser().parse("某县人民政府关于做好某项工作的通知\n\(text)\n") }

    private static func outline(_ document: Document) -> String {
        DocumentChecker.places(in: document).map(\.section).filter { !$0.inline }
            .map { "\($0.level) \($0.marker.text)\($0.heading ?? "")" }.joined(separator: "; ")
    }

    private static func rules(_ document: Document) -> String {
        document.diagnostics.map(\.rule.rawValue).filter { $0.hasPrefix("numbering") }.joined(separator: " ")
    }
}
