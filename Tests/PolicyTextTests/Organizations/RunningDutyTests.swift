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
        // several in one section
        省农业农村厅会同省财政厅制定奖补办法。由省商务厅负责组织展销。 | inline lead 省农业农村厅 ; cooperate 省财政厅 & inline responsible 省商务厅
        由省农业农村厅牵头，建设追溯平台。培育经营主体（省商务厅负责）。 | inline lead 省农业农村厅 & bracket responsible 省商务厅
        ⏎1.由省农业农村厅牵头，建设追溯平台。⏎2.由省商务厅负责组织展销。 | @1. inline lead 省农业农村厅 & @2. inline responsible 省商务厅
        // torn lines and odd space
        由省农业农⏎村厅牵头，省财政厅配合，建设追溯平台。 | inline lead 省农业农村厅 ; cooperate 省财政厅
        """)

    @Test(arguments: rows) func runningText(row: ClerkRow) { expectDuties(row) }
}
