import Testing

@testable import PolicyText

struct MarkerScannerTests {
    /// What opens a line, the marker as the contract writes it, its scheme, its number, and the numbers behind that.
    static let markers = ClerkRow.rows(
        """
        第一编⬚总则 | 第一编 | volume | 1
        第一章⬚总则 | 第一章 | chapter | 1
        第十二章␠附则 | 第十二章 | chapter | 12
        第␠三␠章␠监督 | 第三章 | chapter | 3
        第1章␠总则 | 第1章 | chapter | 1
        第二节⬚登记 | 第二节 | articleSection | 2
        第一条⬚为了规范管理，制定本办法。 | 第一条 | article | 1
        第二十三条⬚本办法自发布之日起施行。 | 第二十三条 | article | 23
        第一百零一条⬚违反本条例的，责令改正。 | 第一百零一条 | article | 101
        第5条␠申请人应当提交材料。 | 第5条 | article | 5
        第二条之一⬚国家鼓励创新。 | 第二条之一 | article | 2 | 1
        第一款⬚前款内容 | 第一款 | clause | 1
        一、总体要求 | 一、 | han | 1
        一␠、总体要求 | 一、 | han | 1
        十二、附则 | 十二、 | han | 12
        二十一、加强保障 | 二十一、 | han | 21
        一、三大任务 | 一、 | han | 1
        （一）总体要求 | （一） | parenthesizedHan | 1
        (一)总体要求 | （一） | parenthesizedHan | 1
        （十一）其他 | （十一） | parenthesizedHan | 11
        （␠三␠）其他 | （三） | parenthesizedHan | 3
        （⬚三⬚）其他 | （三） | parenthesizedHan | 3
        （一ʘ）其他 | （一） | parenthesizedHan | 1
        1.基本原则 | 1. | arabicDot | 1
        1.␠基本原则 | 1. | arabicDot | 1
        1．基本原则 | 1. | arabicDot | 1
        １．基本原则 | 1. | arabicDot | 1
        １２．基本原则 | 12. | arabicDot | 12
        1.“放管服”改革 | 1. | arabicDot | 1
        1.2023年度工作 | 1. | arabicDot | 1
        1．5月15日前完成 | 1. | arabicDot | 1
        1、基本原则 | 1、 | arabicComma | 1
        １、基本原则 | 1、 | arabicComma | 1
        （1）基本原则 | （1） | parenthesizedArabic | 1
        (1)基本原则 | （1） | parenthesizedArabic | 1
        （１）基本原则 | （1） | parenthesizedArabic | 1
        （␠12␠）基本原则 | （12） | parenthesizedArabic | 12
        1）基本原则 | 1） | arabicParenthesis | 1
        1)基本原则 | 1） | arabicParenthesis | 1
        ①提高认识 | ① | circled | 1
        ⑳提高认识 | ⑳ | circled | 20
        ㉑提高认识 | ㉑ | circled | 21
        ❶提高认识 | ❶ | circled | 1
        ⑴提高认识 | ⑴ | parenthesizedArabic | 1
        ⒈提高认识 | ⒈ | arabicDot | 1
        ㈠提高认识 | ㈠ | parenthesizedHan | 1
        Ⅰ.提高认识 | Ⅰ. | roman | 1
        Ⅳ．提高认识 | Ⅳ. | roman | 4
        A.提高认识 | A. | upperLetter | 1
        Ｂ．提高认识 | B. | upperLetter | 2
        a）提高认识 | a） | lowerLetter | 1
        b)提高认识 | b） | lowerLetter | 2
        a.提高认识 | a. | lowerLetter | 1
        甲、组织领导 | 甲、 | stem | 1
        癸、附则 | 癸、 | stem | 10
        1.1␠总则 | 1.1 | decimal | 1 | 1
        1.1总则 | 1.1 | decimal | 1 | 1
        2.10.3␠总则 | 2.10.3 | decimal | 2 | 10,3
        一是加强领导。 | 一是 | hanIs | 1
        三是强化督查。 | 三是 | hanIs | 3
        第一，加强领导。 | 第一， | ordinalWord | 1
        第二,加强领导。 | 第二， | ordinalWord | 2
        首先，加强领导。 | 首先， | sequenceWord | 1
        其次，加强领导。 | 其次， | sequenceWord | 2
        附件1 | 附件1 | attachment | 1
        附件一 | 附件一 | attachment | 1
        附表2␠任务分工 | 附表2 | annexTable | 2
        专栏1␠重点工程 | 专栏1 | box | 1
        专栏１：重点工程 | 专栏1 | box | 1
        表1␠主要指标 | 表1 | table | 1
        """)

    @Test(arguments: markers)
    func reads(row: ClerkRow) {
        withTokens(row[0]) { text in
            guard let found = MarkerScanner(text: text).marker(at: 0, end: text.count) else {
                Issue.record("no marker")
                return
            }
            #expect(TextBuilder(text: text).markerText(found) == row[1])
            #expect(found.scheme.rawValue == row[2])
            #expect("\(found.ordinal)" == row[3])
            #expect(found.suffix.array.map { "\($0)" }.joined(separator: ",") == row[4])
            #expect(found.start == 0)
        }
    }

    /// What opens a line and is certainly read, damaged though it is; the third cell is the diagnostic's rule.
    static let damaged = ClerkRow.rows(
        """
        （一)总体要求 | （一）
        (二）总体要求 | （二）
        l.基本原则 | 1.
        I.基本原则 | 1.
        一.总体要求 | 一.
        """)

    @Test(arguments: damaged)
    func repairs(row: ClerkRow) {
        withTokens(row[0]) { text in
            let found = MarkerScanner(text: text).marker(at: 0, end: text.count)
            #expect(found.map { TextBuilder(text: text).markerText($0) } == row[1])
            #expect(found?.isRepaired == true)
        }
    }

    /// Lines that look like markers and are none. Between 一、 and 二、 they must stay text.
    static let negatives = ClerkRow.rows(
        """
        1.6万家企业享受了优惠政策，比上年增加较多。
        3.5亿元资金已经拨付到位，其余的年内拨付。
        0.5个百分点的降幅超过预期。
        2017年底前完成各项任务，并报市政府备案。
        2025年6月底前完成编制工作，由县局负责。
        2024.3.15前报送名单，逾期不再受理。
        第三条规定的情形，由主管部门另行处理。
        第三条和第四条规定的情形，另行处理。
        第十二条第一款规定的期限，可以延长。
        第二章中规定的程序，适用于本通知。
        《某某条例》第五条规定了处罚的种类。
        第一批试点县（市）已经公布，共十个。
        第一产业增加值增长较快，超过平均水平。
        第一季度要完成摸底，并上报结果。
        10:30在县政府三楼会议室召开动员会。
        1/6的村已经完成改造，其余正在推进。
        一、二线城市的经验要认真学习借鉴。
        二、三级医院要全部接入平台，实现互认。
        三、四级响应由县级人民政府启动。
        四、五类桥梁要优先纳入改造计划。
        （三）项规定的材料，可以在事后补交。
        （二）款所称的单位，是指独立法人。
        192.168.1.1是平台的内网地址，不得外传。
        12345热线要做到接诉即办，件件有回音。
        1000平方米以上的场所要逐一登记造册。
        50%以上的村要达到标准，其余逐年达标。
        3—5年内基本建成体系，形成长效机制。
        1-6月全县完成投资较多，增速居前。
        100家企业参加了培训，反响良好。
        十三五期间全县的成绩值得肯定。
        一般来说，基层的工作比较辛苦。
        一时难以完成的，要说明理由。
        A级景区要全部开放，不得另行收费。
        5G基站要覆盖到村，年内完成建设。
        3D打印等新技术要抓紧推广应用。
        4.0版平台已经上线，请及时更新。
        """)

    @Test(arguments: negatives)
    func leavesText(row: ClerkRow) {
        let text = "某县人民政府关于做好某项工作的通知\n一、总体要求\n要把这项工作做好。\n\(row[0])\n二、保障措施\n要落实到位。\n"
        let markers = DocumentChecker.places(in: Parser().parse(text)).map(\.section.marker.text)
        #expect(markers == ["一、", "二、"])
    }

    /// Rows of tables between two sections, columns set apart by spaces, tabs or bars.
    static let tables = ClerkRow.rows(
        """
        序号␠␠␠␠指标␠␠␠␠2025年⏎1␠␠␠␠专利量␠␠␠␠160000⏎2␠␠␠␠拥有量␠␠␠␠15
        序号⇥任务⇥责任单位⏎1⇥修建道路⇥县交通局⏎2⇥修建桥梁⇥县交通局
        年份␠␠␠␠目标␠␠␠␠单位⏎2024␠␠␠␠100␠␠␠␠公里⏎2025␠␠␠␠200␠␠␠␠公里
        地区␠␠␠␠比例␠␠␠␠数量⏎甲县␠␠␠␠1.5␠␠␠␠10⏎乙县␠␠␠␠2.5␠␠␠␠20
        """)

    @Test(arguments: tables)
    func leavesTables(row: ClerkRow) {
        let text = "某县人民政府关于做好某项工作的通知\n一、总体要求\n要把这项工作做好。\n\(row[0])\n二、保障措施\n要落实到位。\n"
        let markers = DocumentChecker.places(in: Parser().parse(text)).map(\.section.marker.text)
        #expect(markers == ["一、", "二、"])
    }

    /// What cannot be a marker at all.
    static let none = ClerkRow.rows(
        """
        。
        （甲）
        （）
        （一
        一
        1
        1.6万家
        2017年
        2025年6月
        10:30
        1/6
        第一批
        第一
        （2024）
        （一百元）
        2024.
        0.
        1..2
        B.C
        e.g.
        附件
        专栏
        """)

    @Test(arguments: none)
    func readsNothing(row: ClerkRow) {
        withTokens(row[0]) { text in
            let found = MarkerScanner(text: text).marker(at: 0, end: text.count)
            #expect(found == nil || found?.isDoubtful == true)
        }
    }
}
