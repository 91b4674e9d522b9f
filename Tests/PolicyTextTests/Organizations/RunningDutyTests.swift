import Testing

@testable import PolicyText

/// Duties in running text: a named body is the subject of 牵头, 会同 or 负责.
struct RunningDutyTests {
    static let rows = ClerkRow.rows(
        """
        // 牵头
        由省农业农村厅牵头，建设全省统一的追溯平台。 | inline lead 省农业农村厅
        由省农业农村厅牵头，省财政厅配合，建设全省统一的追溯平台。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        由省农业农村厅牵头，会同省财政厅、省商务厅制定实施细则。 | inline lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        由省农业农村厅、省商务厅牵头，省财政厅等部门配合，建设追溯平台。 | inline lead 省农业农村厅 省商务厅 ; cooperate+ 省财政厅
        省农业农村厅牵头制定蜂业发展规划。 | inline lead 省农业农村厅
        省农业农村厅牵头，省财政厅配合，年内制定奖补办法。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        省农业农村厅牵头会同省财政厅制定奖补办法。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        省农业农村厅要牵头建立蜂业统计制度。 | inline lead 省农业农村厅
        省农业农村厅负责牵头制定实施细则，省财政厅配合。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        建立由省农业农村厅牵头、省财政厅和省商务厅参加的联席会议制度。 | inline lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        建立由省农业农村厅牵头的联席会议制度。 | inline lead 省农业农村厅
        蜂业普查由省统计局牵头组织实施。 | inline lead 省统计局
        检测能力建设由省市场监管局牵头，省农业农村厅、省卫生健康委参与。 | inline lead 省市场监管局 ; cooperate 省农业农村厅 省卫生健康委
        镇综治办牵头，派出所、司法所配合。 | inline lead 镇综治办 ; cooperate 派出所 司法所
        县民政局牵头，养老机构、社区居委会配合。 | inline lead 县民政局 ; cooperate 养老机构 社区居委会
        省农业农村厅牵头，群众、家长配合。 | inline lead 省农业农村厅
        // What is done about departments is no help of theirs.
        由省农业农村厅牵头，优化部门协同、市县联动工作模式。 | inline lead 省农业农村厅
        由省农业农村厅牵头，深化跨部门协作。 | inline lead 省农业农村厅
        由省农业农村厅牵头，创新部门协同机制。 | inline lead 省农业农村厅
        由省农业农村厅牵头，有关部门协同。 | inline lead 省农业农村厅 ; cooperate 有关部门
        // 会同
        市发展改革部门会同同级财政部门负责项目审核。 | inline lead 市发展改革部门 ; cooperate 同级财政部门
        省农业农村厅会同海关总署建立监测机制。 | inline lead 省农业农村厅 ; cooperate 海关总署
        省农业农村厅会同省财政厅制定奖补办法。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        省农业农村厅会同有关部门制定奖补办法。 | inline lead 省农业农村厅 ; cooperate 有关部门
        省农业农村厅要会同省财政厅、省商务厅加强对扩大保险覆盖面工作的指导。 | inline lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        省农业农村厅、省林草局要会同省财政厅等部门编制规划。 | inline lead 省农业农村厅 省林草局 ; cooperate+ 省财政厅
        省农业农村厅应当会同省市场监管局制定检测标准。 | inline lead 省农业农村厅 ; cooperate 省市场监管局
        由省农业农村厅会同省财政厅组织开展年度评估。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        各市（州）农业农村局会同财政局编制年度计划。 | inline lead 各市（州）农业农村局 ; cooperate 财政局
        蜂业发展专项资金的管理办法由省财政厅会同省农业农村厅另行制定。 | inline lead 省财政厅 ; cooperate 省农业农村厅
        每年年底前，省农业农村厅会同省统计局发布产业发展报告。 | inline lead 省农业农村厅 ; cooperate 省统计局
        经省农业农村厅会同有关部门评审后，按程序公布名单。 | inline lead 省农业农村厅 ; cooperate 有关部门
        工业和信息化部会同农业农村部、市场监管总局等部门制定装备目录。 | inline lead 工业和信息化部 ; cooperate+ 农业农村部 市场监管总局
        省农业农村厅会同人民银行云岭中心支行等部门制定信贷办法。 | inline lead 省农业农村厅 ; cooperate+ 人民银行云岭中心支行
        省农业农村厅会同人民银行、省财政厅制定信贷办法。 | inline lead 省农业农村厅 ; cooperate 人民银行 省财政厅
        省农业农村厅会同海关总署云岭分署、省商务厅建立监测机制。 | inline lead 省农业农村厅 ; cooperate 海关总署云岭分署 省商务厅
        省农业农村厅会同人民银行建立分行考核机制。 | inline lead 省农业农村厅 ; cooperate 人民银行
        省农业农村厅会同专区监管部门、数据提供部门建立共享机制。 | inline lead 省农业农村厅 ; cooperate 专区监管部门 数据提供部门
        按分工交由锦江区牵头落实。 | inline lead 锦江区
        云岭省蜂业数据工作推进小组负责总体指导。 | inline responsible 云岭省蜂业数据工作推进小组
        省农业农村厅负责会同省财政厅制定奖补办法。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        // 负责
        由省农业农村厅负责组织年度评估。 | inline responsible 省农业农村厅
        省农业农村厅负责组织年度评估。 | inline responsible 省农业农村厅
        省农业农村厅、省财政厅负责资金的分配和使用监管。 | inline responsible 省农业农村厅 省财政厅
        各县（市、区）人民政府负责本地区蜂场的规划布局。 | inline responsible 各县（市、区）人民政府
        日常监管由县级人民政府负责。 | inline responsible 县级人民政府
        追溯平台的运行维护由省大数据中心负责，省财政厅保障经费。 | inline responsible 省大数据中心
        省农业农村厅具体负责试点的组织实施。 | inline responsible 省农业农村厅
        云岭县人民政府负责编制示范区建设方案。 | inline responsible 云岭县人民政府
        由各部门负责公开本部门的服务事项。 | inline responsible 各部门
        省农业农村厅负责技术指导，省财政厅负责落实资金。 | inline responsible 省农业农村厅 & inline responsible 省财政厅
        县人民政府负责园区建设，省农业农村厅负责园区管理和业务指导。 | inline responsible 县人民政府 & inline responsible 省农业农村厅
        省农业农村厅牵头，省市场监管局负责指导。 | inline lead 省农业农村厅 ; guide 省市场监管局
        此项工作由市应急管理局具体负责，市气象局、市水利局密切配合。 | inline responsible 市应急管理局 ; cooperate 市气象局 市水利局
        市教育局牵头，市财政局密切配合，市民政局予以协助。 | inline lead 市教育局 ; cooperate 市财政局 市民政局
        市教育局（牵头）、市财政局、市民政局负责落实。 | inline lead 市教育局 ; responsible 市财政局 市民政局
        经开区管委会负责园区基础设施建设。 | inline responsible 经开区管委会
        经济发展局负责统筹推进项目建设。 | inline responsible 经济发展局
        经市政府同意后，由市财政局负责拨付。 | inline responsible 市财政局
        市科技局会同市财政局管理专项资金。 | inline lead 市科技局 ; cooperate 市财政局
        市教育局牵头，市财政局、市审计局全程参与监督。 | inline lead 市教育局 ; cooperate 市财政局 市审计局
        由东湾街道办事处牵头，东湾社区、西湾村配合。 | inline lead 东湾街道办事处 ; cooperate 东湾社区 西湾村
        由东湾街道沿江地带生态环境突出问题“百日攻坚行动”专班牵头负责。 | inline lead 东湾街道沿江地带生态环境突出问题“百日攻坚行动”专班
        日常工作由东湾街道沿江地带生态环境突出问题整改攻坚行动专班负责。 | inline responsible 东湾街道沿江地带生态环境突出问题整改攻坚行动专班
        由承担具体建设管理任务的省级以上开发区管理机构负责。 | inline responsible 省级以上开发区管理机构
        县住建局为牵头单位，县城管局、县交通局为配合单位。 | inline lead 县住建局 ; cooperate 县城管局 县交通局
        市教育局是牵头部门，市财政局、市公安局是配合部门，各司其职。 | inline lead 市教育局 ; cooperate 市财政局 市公安局
        由市教育局作为牵头单位，制定实施方案。 | inline lead 市教育局
        // The body heads the item whose text the verb opens.
        市卫生局：负责医疗救治；负责防疫。 | inline responsible 市卫生局
        市教育局：负责校园周边整治，市公安局配合。 | inline responsible 市教育局 ; cooperate 市公安局
        市教育局、市公安局：共同负责校园周边整治。 | inline responsible 市教育局 市公安局
        市水利局职责：负责调水。市公安局的主要职责：负责警戒；参与救援。 | inline responsible 市水利局 & inline responsible 市公安局
        ——市卫生局：负责医疗救治；⏎——市公安局负责警戒。 | inline responsible 市卫生局 & inline responsible 市公安局
        主要有：（1）市卫生局：负责医疗救治；（2）市公安局：牵头维护秩序。 | @（1） inline responsible 市卫生局 & @（2） inline lead 市公安局
        ⏎1.市卫生局：负责医疗救治。⏎2.市公安局：牵头开展管制。⏎3.市城管局：会同市公安局整治。 | @1. inline responsible 市卫生局 & @2. inline lead 市公安局 & @3. inline lead 市城管局 ; cooperate 市公安局
        切实加强领导。市卫生局。负责医疗救治。市公安局、气象局。负责警戒；负责疏导。 | inline responsible 市卫生局 & inline responsible 市公安局 气象局
        各单位职责如下：市卫生局。负责医疗救治。市公安局。负责警戒。 | inline responsible 市卫生局 & inline responsible 市公安局
        由省农业农村厅、省财政厅等省级主管部门（单位）牵头完成自查。 | inline lead+ 省农业农村厅 省财政厅
        市畜牧局要结合蜂场布局，负责指导转地放养。 | inline responsible 市畜牧局
        市畜牧局要加强蜂场管理，确保消毒到位，督查用药记录，负责查处违规用药。 | inline responsible 市畜牧局
        市畜牧局负责查处违规用药，配合区农委指导蜂场改造。 | inline responsible 市畜牧局
        市畜牧局要认真履行职责，牵头做好执法检查。 | inline lead 市畜牧局
        ⏎1.市卫生局。负责医疗救治。⏎2.市公安局。主要负责警戒。 | @1. inline responsible 市卫生局 & @2. inline responsible 市公安局
        ⏎（1）市卫生局⏎负责医疗救治。⏎（2）市公安局⏎负责警戒。 | @（1） inline responsible 市卫生局 & @（2） inline responsible 市公安局
        ⏎1.市卫生局⏎（1）负责医疗救治。⏎（2）负责防疫。⏎2.市公安局⏎（1）牵头开展管制。⏎（2）负责警戒。 | @1. inline responsible 市卫生局 & @2. inline lead 市公安局
        ⏎市卫生局：⏎负责医疗救治。⏎市公安局：⏎负责警戒。 | inline responsible 市卫生局 & inline responsible 市公安局
        // several in one section
        省农业农村厅会同省财政厅制定奖补办法。由省商务厅负责组织展销。 | inline lead 省农业农村厅 ; cooperate 省财政厅 & inline responsible 省商务厅
        由省农业农村厅牵头，建设追溯平台。培育经营主体（省商务厅负责）。 | inline lead 省农业农村厅 & bracket responsible 省商务厅
        ⏎1.由省农业农村厅牵头，建设追溯平台。⏎2.由省商务厅负责组织展销。 | @1. inline lead 省农业农村厅 & @2. inline responsible 省商务厅
        // torn lines and odd space
        由省农业农⏎村厅牵头，省财政厅配合，建设追溯平台。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        """)

    @Test(arguments: rows) func runningText(row: ClerkRow) { expectDuties(row) }

    /// Names that begin with another name, or that no list has to their end.
    private static let longNames = """
        市委编办 市委改革办 市委政法委 市委网信办 市委农办 市政府办 市委外办 市委巡察办 市委军民融合办 市委统战部 市委社会工作部 市纪委监委
        市人大常委会办公室 市政协办公室 市机关事务局 市安委办 高新区管委会 经开区管委会 各街道办事处 各乡镇人民政府 各银行业金融机构 国家统计局青溪调查队
        市总工会 团市委 市残联 市消防救援支队 市供电公司 市公共资源交易中心 市中级人民法院 市公积金中心 某海关 市税务局
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    @Test("Where a name ends behind 会同, in a list and before a verb", arguments: longNames)
    func namesBehindWith(name: String) {
        let table = """
            由市教育局牵头，会同\(name)、市司法局等部门，建立联席会议制度。 | inline lead 市教育局 ; cooperate+ \(name) 市司法局
            市教育局会同\(name)制定具体办法。 | inline lead 市教育局 ; cooperate \(name)
            """
        for row in ClerkRow.rows(table) { expectDuties(row) }
    }
}
