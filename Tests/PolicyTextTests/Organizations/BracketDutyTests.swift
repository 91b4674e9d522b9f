import Testing

@testable import PolicyText

/// Brackets at the end of a clause (责任分工括号), in every way of writing them.
struct BracketDutyTests {
    /// Verbs behind the names: （X牵头，Y配合）.
    static let verbs = ClerkRow.rows(
        """
        // Roles in brackets of their own.
        （省农业农村厅（牵头）、省财政厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （责任单位：省农业农村厅（牵头）、省财政厅） | bracket lead 省农业农村厅 ; responsible 省财政厅
        // A bracket without its end, and a number left out behind it.
        ⏎1.建设追溯平台。（责任单位：省商务厅） 2.培育经营主体。（责任单位：省农业农村厅、省财政厅 4.扩大保险。（责任单位：省财政厅） 5.开展培训。 | @1. bracket responsible 省商务厅 & @2. bracket responsible 省农业农村厅 省财政厅 & @4. bracket responsible 省财政厅
        （省农业农村厅牵头，省财政厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅、省商务厅配合）。 | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        。（省农业农村厅牵头，省财政厅、省商务厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （省农业农村厅牵头、省财政厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头；省财政厅、省商务厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （省农业农村厅牵头 省财政厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅、省财政厅牵头） | bracket lead 省农业农村厅 省财政厅
        （省农业农村厅、省财政厅共同牵头，省商务厅配合） | bracket lead 省农业农村厅 省财政厅 ; cooperate 省商务厅
        （由省农业农村厅牵头，省财政厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （由省农业农村厅负责） | bracket responsible 省农业农村厅
        （省农业农村厅牵头，省财政厅协助） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅予以配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅全力配合、省审计厅做好配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省审计厅
        （省农业农村厅牵头，省财政厅、省审计厅全程参与监督） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省审计厅
        （省农业农村厅牵头，省财政厅、省商务厅按职责分工） | bracket lead 省农业农村厅 ; responsible 省财政厅 省商务厅
        （省农业农村厅负总责，省财政厅、省商务厅各负其责） | bracket responsible 省农业农村厅 省财政厅 省商务厅
        （省财政厅统筹，省农业农村厅落实） | bracket responsible 省财政厅 省农业农村厅
        （省委统筹城乡发展办公室、市统筹城乡办） | bracket responsible 省委统筹城乡发展办公室 市统筹城乡办
        （责任单位：省农业农村厅〔牵头〕、省财政厅） | bracket lead 省农业农村厅 ; responsible 省财政厅
        // 为 in the place of a colon, or of a verb.
        （牵头单位为省农业农村厅，责任单位为省财政厅） | bracket lead 省农业农村厅 ; responsible 省财政厅
        （完成时限为2027年底，责任单位为省农业农村厅） | bracket responsible 省农业农村厅 ; by 2027年底
        （省农业农村厅为牵头单位，省财政厅、省商务厅为配合单位） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （由省农业农村厅作为牵头单位） | bracket lead 省农业农村厅
        （省农业农村厅为主体，省财政厅为补充） | -
        （省农业农村厅牵头，省财政厅参与） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅参加） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅协同） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅支持） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头负责，省财政厅协同配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅按职责分工配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅按职责分工负责） | bracket lead 省农业农村厅 ; responsible 省财政厅
        （省农业农村厅、省财政厅牵头，各市（州）人民政府负责落实） | bracket lead 省农业农村厅 省财政厅 ; responsible 各市（州）人民政府
        （省农业农村厅牵头，省林草局、省商务厅配合，各市（州）人民政府负责落实） | bracket lead 省农业农村厅 ; cooperate 省林草局 省商务厅 ; responsible 各市（州）人民政府
        （省农业农村厅、省财政厅按职责分工负责） | bracket responsible 省农业农村厅 省财政厅
        （省农业农村厅、省财政厅按照职责分工负责）。 | bracket responsible 省农业农村厅 省财政厅
        （省农业农村厅、省财政厅、省商务厅按职责分别负责） | bracket responsible 省农业农村厅 省财政厅 省商务厅
        （省农业农村厅、省财政厅、省商务厅根据职责分工负责） | bracket responsible 省农业农村厅 省财政厅 省商务厅
        （省农业农村厅、省财政厅分别负责落实） | bracket responsible 省农业农村厅 省财政厅
        （省农业农村厅，省财政厅，省商务厅负责） | bracket responsible 省农业农村厅 省财政厅 省商务厅
        （省农业农村厅负责） | bracket responsible 省农业农村厅
        （省农业农村厅负责落实） | bracket responsible 省农业农村厅
        （省农业农村厅主管） | bracket responsible 省农业农村厅
        （省农业农村厅主办，省财政厅协助） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅会同省财政厅、省商务厅负责） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （省农业农村厅会同省财政厅负责落实） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，会同省财政厅、省商务厅落实） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （责任单位：省财政厅.） | bracket responsible 省财政厅
        （省农业农村厅会同有关部门负责） | bracket lead 省农业农村厅 ; cooperate 有关部门
        （省农业农村厅指导） | bracket guide 省农业农村厅
        （省农业农村厅、省林草局指导） | bracket guide 省农业农村厅 省林草局
        （各县（市、区）人民政府负责落实，省农业农村厅指导） | bracket responsible 各县（市、区）人民政府 ; guide 省农业农村厅
        （省农业农村厅督导，各县（市、区）人民政府负责） | bracket guide 省农业农村厅 ; responsible 各县（市、区）人民政府
        （省农业农村厅指导，省蜂业协会参与） | bracket guide 省农业农村厅 ; cooperate 省蜂业协会
        （省财政厅支持，省农业农村厅负责） | bracket cooperate 省财政厅 ; responsible 省农业农村厅
        （牵头：省农业农村厅；配合：省财政厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        """)

    /// Open lists: 等, 等部门, 等有关部门.
    static let open = ClerkRow.rows(
        """
        （省农业农村厅牵头，省财政厅等配合） | bracket lead 省农业农村厅 ; cooperate+ 省财政厅
        （省农业农村厅牵头，省财政厅、省商务厅等部门配合） | bracket lead 省农业农村厅 ; cooperate+ 省财政厅 省商务厅
        （省农业农村厅牵头，省财政厅、省商务厅等有关部门参与） | bracket lead 省农业农村厅 ; cooperate+ 省财政厅 省商务厅
        （省农业农村厅等部门负责） | bracket responsible+ 省农业农村厅
        （省农业农村厅、省财政厅等按职责分工负责） | bracket responsible+ 省农业农村厅 省财政厅
        （省农业农村厅、省财政厅等部门按职责分工负责） | bracket responsible+ 省农业农村厅 省财政厅
        （省农业农村厅、省财政厅等单位负责落实） | bracket responsible+ 省农业农村厅 省财政厅
        （省农业农村厅等部门牵头，省财政厅等单位配合） | bracket lead+ 省农业农村厅 ; cooperate+ 省财政厅
        （农业农村部、财政部等国务院相关部门按职责分工负责） | bracket responsible+ 农业农村部 财政部
        （农业农村部、财政部等国务院相关部门及各地区按职责分工负责） | bracket responsible+ 农业农村部 财政部 各地区
        （农业农村部牵头，财政部等国务院有关部门配合） | bracket lead 农业农村部 ; cooperate+ 财政部
        （民政部门牵头，教育、公安、卫生健康等部门配合） | bracket lead 民政部门 ; cooperate+ 教育 公安 卫生健康
        （发展改革、财政、自然资源等部门按职责分工负责） | bracket responsible+ 发展改革 财政 自然资源
        （教育、民政部门负责） | bracket responsible 教育 民政部门
        （农业农村部牵头，财政、税务等有关部门参与） | bracket lead 农业农村部 ; cooperate+ 财政 税务
        （省农业农村厅、国网、省财政厅负责） | bracket responsible 省农业农村厅 国网 省财政厅
        （青羊区、锦江区牵头，省农业农村厅指导） | bracket lead 青羊区 锦江区 ; guide 省农业农村厅
        （成都市锦江区、省财政厅负责） | bracket responsible 成都市锦江区 省财政厅
        （牵头考核单位：省农业农村厅；配合推进部门：省财政厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （养殖、加工等环节负责） |
        （养殖、加工、省农业农村厅负责） |
        （省农业农村厅等） | bracket responsible+ 省农业农村厅
        （省农业农村厅、省财政厅等部门） | bracket responsible+ 省农业农村厅 省财政厅
        （责任单位：省农业农村厅、省财政厅等） | bracket responsible+ 省农业农村厅 省财政厅
        （责任单位：省农业农村厅、省财政厅等相关部门） | bracket responsible+ 省农业农村厅 省财政厅
        （牵头单位：省农业农村厅；配合单位：省财政厅等有关单位） | bracket lead 省农业农村厅 ; cooperate+ 省财政厅
        """)

    /// Labels inside brackets: （责任单位：…）.
    static let labels = ClerkRow.rows(
        """
        （责任单位：省农业农村厅） | bracket responsible 省农业农村厅
        （责任单位：省农业农村厅、省财政厅）。 | bracket responsible 省农业农村厅 省财政厅
        （责任单位:省农业农村厅,省财政厅) | bracket responsible 省农业农村厅 省财政厅
        （责任单位：省农业农村厅；省财政厅；省商务厅） | bracket responsible 省农业农村厅 省财政厅 省商务厅
        （责任部门：省农业农村厅、省财政厅，各市（州）人民政府） | bracket responsible 省农业农村厅 省财政厅 各市（州）人民政府
        （牵头单位：省农业农村厅） | bracket lead 省农业农村厅
        （牵头部门：省农业农村厅、省财政厅） | bracket lead 省农业农村厅 省财政厅
        （牵头单位：省农业农村厅；配合单位：省财政厅、省商务厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （牵头单位：省农业农村厅，配合单位：省财政厅、省商务厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （牵头单位：省农业农村厅 配合单位：省财政厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （牵头单位：省农业农村厅配合单位：省财政厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （牵头单位：省农业农村厅。配合单位：省财政厅。） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （牵头单位：省农业农村厅，责任单位：省财政厅、各市（州）人民政府） | bracket lead 省农业农村厅 ; responsible 省财政厅 各市（州）人民政府
        （牵头单位：省农业农村厅；责任单位：省财政厅；配合单位：省商务厅） | bracket lead 省农业农村厅 ; responsible 省财政厅 ; cooperate 省商务厅
        （牵头部门：省农业农村厅；参与部门：省财政厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （主办单位：省农业农村厅；协办单位：省财政厅） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （落实单位：省农业农村厅） | bracket responsible 省农业农村厅
        （指导单位：省农业农村厅；落实单位：各县（市、区）人民政府） | bracket guide 省农业农村厅 ; responsible 各县（市、区）人民政府
        (牵头单位:省农业农村厅;配合单位:省财政厅,省商务厅) | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （责任单位：⬚省农业农村厅、⬚省财政厅） | bracket responsible 省农业农村厅 省财政厅
        """)

    /// Time limits in the bracket.
    static let deadlines = ClerkRow.rows(
        """
        （省农业农村厅、省财政厅）（2027年6月底前完成） | bracket responsible 省农业农村厅 省财政厅 ; by 2027年6月底前
        （省农业农村厅牵头）（完成时限：2027年底） | bracket lead 省农业农村厅 ; by 2027年底
        （责任单位：省农业农村厅）（持续推进）。 | bracket responsible 省农业农村厅 ; by 持续推进
        （责任单位：省农业农村厅）（详见附件2） | bracket responsible 省农业农村厅
        （省农业农村厅牵头，2027年底前取得阶段性成果，持续推进） | bracket lead 省农业农村厅 ; by 2027年底前取得阶段性成果，持续推进
        （省农业农村厅牵头，2027年6月底前完成方案编制，12月底前完成验收） | bracket lead 省农业农村厅 ; by 2027年6月底前完成方案编制，12月底前完成验收
        （省农业农村厅牵头，2027年6月底前；省财政厅配合，长期坚持） | bracket lead 省农业农村厅 ; cooperate 省财政厅 ; by 2027年6月底前
        （责任单位：省农业农村厅；完成时限：2027年底） | bracket responsible 省农业农村厅 ; by 2027年底
        （责任单位：省农业农村厅，完成时间：2027年6月） | bracket responsible 省农业农村厅 ; by 2027年6月
        （责任单位：省农业农村厅、省财政厅。完成时限：2027年6月底前） | bracket responsible 省农业农村厅 省财政厅 ; by 2027年6月底前
        （责任单位：省农业农村厅 完成时限：持续推进） | bracket responsible 省农业农村厅 ; by 持续推进
        （完成时限：2027年6月底；责任单位：省农业农村厅） | bracket responsible 省农业农村厅 ; by 2027年6月底
        （牵头部门：省农业农村厅；参与部门：省财政厅等；完成时限：2027年6月底前） | bracket lead 省农业农村厅 ; cooperate+ 省财政厅 ; by 2027年6月底前
        (省农业农村厅牵头，各县（市、区）人民政府负责落实，完成时限：2027年10月) | bracket lead 省农业农村厅 ; responsible 各县（市、区）人民政府 ; by 2027年10月
        （省农业农村厅牵头，省财政厅配合，2027年6月底前完成） | bracket lead 省农业农村厅 ; cooperate 省财政厅 ; by 2027年6月底前
        （省农业农村厅负责；2027年底前完成） | bracket responsible 省农业农村厅 ; by 2027年底前
        （责任单位：省农业农村厅，2027年6月底前完成） | bracket responsible 省农业农村厅 ; by 2027年6月底前
        （责任单位：省农业农村厅，2027年12月底前） | bracket responsible 省农业农村厅 ; by 2027年12月底前
        """)

    /// Brackets that hold names alone.
    static let bare = ClerkRow.rows(
        """
        （省农业农村厅） | bracket responsible 省农业农村厅
        （省农业农村厅、省财政厅）。 | bracket responsible 省农业农村厅 省财政厅
        建设全省统一的数据平台（省大数据中心）。 | bracket responsible 省大数据中心
        建设区域医疗中心（省卫生健康委）。 | bracket responsible 省卫生健康委
        建设区域医疗中心。（市人民医院） | bracket responsible 市人民医院
        （省农业农村厅★、省财政厅） | bracket responsible 省农业农村厅 省财政厅
        （责任单位：★省农业农村厅、省财政厅*） | bracket responsible 省农业农村厅 省财政厅
        。（省农业农村厅、省财政厅，各市（州）人民政府） | bracket responsible 省农业农村厅 省财政厅 各市（州）人民政府
        （省农业农村厅 省财政厅 省商务厅） | bracket responsible 省农业农村厅 省财政厅 省商务厅
        （各县（市、区）人民政府） | bracket responsible 各县（市、区）人民政府
        （省市场监管局（知识产权局）、省财政厅） | bracket responsible 省市场监管局（知识产权局） 省财政厅
        （农业农村部、国家发展改革委、中国气象局） | bracket responsible 农业农村部 国家发展改革委 中国气象局
        （省委宣传部、省总工会、团省委、省妇联） | bracket responsible 省委宣传部 省总工会 团省委 省妇联
        """)

    /// Kinds of brackets, nesting, and brackets that the layout tore.
    static let shapes = ClerkRow.rows(
        """
        (省农业农村厅牵头，省财政厅配合) | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅配合) | bracket lead 省农业农村厅 ; cooperate 省财政厅
        (省农业农村厅牵头,省财政厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        (省农业农村厅牵头,省财政厅,省商务厅配合) | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        〔省农业农村厅牵头，各县（市、区）人民政府配合〕 | bracket lead 省农业农村厅 ; cooperate 各县（市、区）人民政府
        【省农业农村厅牵头，省财政厅配合】 | bracket lead 省农业农村厅 ; cooperate 省财政厅
        [省农业农村厅牵头，省财政厅配合] | bracket lead 省农业农村厅 ; cooperate 省财政厅
        〔牵头单位：省农业农村厅；责任单位：各县（市、区）人民政府，云岭经开区管委会〕 | bracket lead 省农业农村厅 ; responsible 各县（市、区）人民政府 云岭经开区管委会
        〔省市场监管局（知识产权局）牵头，各市（州）人民政府配合〕 | bracket lead 省市场监管局（知识产权局） ; cooperate 各市（州）人民政府
        （省市场监管局（省知识产权局）牵头，省发展改革委（省粮食和储备局）配合） | bracket lead 省市场监管局（省知识产权局） ; cooperate 省发展改革委（省粮食和储备局）
        (省市场监管局(知识产权局)牵头,省财政厅配合) | bracket lead 省市场监管局(知识产权局) ; cooperate 省财政厅
        （省农业农村厅牵头，⏎省财政厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财⏎政厅、省商务厅配合）。 | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        （省农业农村⏎厅、省财政厅按职责⏎分工负责） | bracket responsible 省农业农村厅 省财政厅
        （责任⏎单位：省农业农村厅） | bracket responsible 省农业农村厅
        （省农业农村厅牵头，省财⏎— 3 —⏎␌政厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头，省财政厅、⏎⏎- 12 -⏎⏎省商务厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        (责任单位:省农业农村厅、省工业和信息化⏎—5—⏎厅) | bracket responsible 省农业农村厅 省工业和信息化厅
        ⏎（省农业农村厅牵头，省财政厅配合） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        ⏎（责任单位：省农业农村厅） | bracket responsible 省农业农村厅
        （ 省农业农村厅 牵头 ， 省财政厅 配合 ） | bracket lead 省农业农村厅 ; cooperate 省财政厅
        （省农业农村厅牵头）。培育经营主体（省商务厅负责）。 | bracket lead 省农业农村厅 & bracket responsible 省商务厅
        （省农业农村厅牵头）；培育经营主体（省商务厅负责，省财政厅配合）；扩大保险覆盖面（云岭金融监管局负责）。 | bracket lead 省农业农村厅 & bracket responsible 省商务厅 ; cooperate 省财政厅 & bracket responsible 云岭金融监管局
        ⏎1.建设追溯平台。（省农业农村厅牵头）⏎2.培育经营主体。（省商务厅牵头） | @1. bracket lead 省农业农村厅 & @2. bracket lead 省商务厅
        主要任务有：（1）建设追溯平台（省农业农村厅负责）；（2）培育经营主体（省商务厅负责）。 | @（1） bracket responsible 省农业农村厅 & @（2） bracket responsible 省商务厅
        """)

    @Test(arguments: verbs) func verb(row: ClerkRow) { expectDuties(row) }
    @Test(arguments: open) func openList(row: ClerkRow) { expectDuties(row) }
    @Test(arguments: labels) func label(row: ClerkRow) { expectDuties(row) }
    @Test(arguments: deadlines) func deadline(row: ClerkRow) { expectDuties(row) }
    @Test(arguments: bare) func bareList(row: ClerkRow) { expectDuties(row) }
    @Test(arguments: shapes) func shape(row: ClerkRow) { expectDuties(row) }
}
