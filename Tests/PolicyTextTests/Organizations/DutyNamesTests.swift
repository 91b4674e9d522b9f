import Testing

@testable import PolicyText

/// Where one name ends and the next begins.
struct DutyNamesTests {
    /// Lists that share their head, joining words between names and inside them, kinds of bodies.
    static let rows = ClerkRow.rows(
        """
        // a list opened by 各 that shares its head is one name
        （省农业农村厅牵头，各市、州、县人民政府配合） | bracket lead 省农业农村厅 ; cooperate 各市、州、县人民政府
        （各省、自治区、直辖市人民政府负责） | bracket responsible 各省、自治区、直辖市人民政府
        （农业农村部牵头，财政部、各省、自治区、直辖市人民政府配合） | bracket lead 农业农村部 ; cooperate 财政部 各省、自治区、直辖市人民政府
        （各县（市、区）人民政府负责） | bracket responsible 各县（市、区）人民政府
        （各市、县（市、区）人民政府负责） | bracket responsible 各市、县（市、区）人民政府
        （责任单位：省农业农村厅，各市、县（区）人民政府） | bracket responsible 省农业农村厅 各市、县（区）人民政府
        （各市（州）、县（市、区）人民政府，省林草局负责） | bracket responsible 各市（州）、县（市、区）人民政府 省林草局
        （各区、县政府负责） | bracket responsible 各区、县政府
        （各乡镇人民政府、街道办事处负责） | bracket responsible 各乡镇人民政府 街道办事处
        （省农业农村厅、各市（州）人民政府、各县（市、区）人民政府负责） | bracket responsible 省农业农村厅 各市（州）人民政府 各县（市、区）人民政府
        // generic actors count as written
        （省农业农村厅牵头，各地级以上市配合） | bracket lead 省农业农村厅 ; cooperate 各地级以上市
        （省农业农村厅牵头，相关单位配合） | bracket lead 省农业农村厅 ; cooperate 相关单位
        （各责任单位负责） | bracket responsible 各责任单位
        （省农业农村厅牵头，各有关部门、各市（州）人民政府配合） | bracket lead 省农业农村厅 ; cooperate 各有关部门 各市（州）人民政府
        （市级各部门、各区政府负责） | bracket responsible 市级各部门 各区政府
        （省直有关部门，各市（州）人民政府负责） | bracket responsible 省直有关部门 各市（州）人民政府
        （国务院相关部门和单位负责） | bracket responsible 国务院相关部门和单位
        （国务院相关部门和单位及各地区按职责分工负责） | bracket responsible 国务院相关部门和单位 各地区
        （地方各级人民政府负责，有关部门指导） | bracket responsible 地方各级人民政府 ; guide 有关部门
        （省级层面由省农业农村厅负责） | bracket responsible 省农业农村厅
        // 和 与 及 以及 between two names
        （省农业农村厅牵头，省教育厅和省体育局配合） | bracket lead 省农业农村厅 ; cooperate 省教育厅 省体育局
        （省农业农村厅与省体育局负责） | bracket responsible 省农业农村厅 省体育局
        （省教育厅、省体育局以及各市（州）人民政府负责） | bracket responsible 省教育厅 省体育局 各市（州）人民政府
        （省教育厅及各市（州）人民政府负责） | bracket responsible 省教育厅 各市（州）人民政府
        （省文化和旅游厅及省住房和城乡建设厅负责） | bracket responsible 省文化和旅游厅 省住房和城乡建设厅
        （省文化和旅游厅和省工业和信息化厅牵头） | bracket lead 省文化和旅游厅 省工业和信息化厅
        // and inside a name
        （省文化和旅游厅、省住房和城乡建设厅负责） | bracket responsible 省文化和旅游厅 省住房和城乡建设厅
        （市文化和旅游局负责） | bracket responsible 市文化和旅游局
        （省人力资源和社会保障厅、省工业和信息化厅负责） | bracket responsible 省人力资源和社会保障厅 省工业和信息化厅
        （省林业和草原局负责） | bracket responsible 省林业和草原局
        （省退役军人事务厅、省粮食和物资储备局负责） | bracket responsible 省退役军人事务厅 省粮食和物资储备局
        （省机关事务管理局、省政务服务和数据管理局负责） | bracket responsible 省机关事务管理局 省政务服务和数据管理局
        // bodies that no list knows, told by their endings
        （省蜂业发展局牵头，省蜂产品质量研究院配合） | bracket lead 省蜂业发展局 ; cooperate 省蜂产品质量研究院
        （青溪市蜂业服务中心负责） | bracket responsible 青溪市蜂业服务中心
        （省推进蜂业发展工作领导小组办公室牵头，各成员单位配合） | bracket lead 省推进蜂业发展工作领导小组办公室 ; cooperate 各成员单位
        （省蜂业协会、云岭大学、省农科院参与） | bracket cooperate 省蜂业协会 云岭大学 省农科院
        （国网云岭省电力公司、云岭机场集团有限公司配合） | bracket cooperate 国网云岭省电力公司 云岭机场集团有限公司
        （云岭经开区管委会、青溪新区管委会负责） | bracket responsible 云岭经开区管委会 青溪新区管委会
        // party, congress, court, procuratorate, mass organisations, verticals
        （省委宣传部、省委网信办、省委编办负责） | bracket responsible 省委宣传部 省委网信办 省委编办
        （省委组织部牵头，省人大农业委、省政协办公厅配合） | bracket lead 省委组织部 ; cooperate 省人大农业委 省政协办公厅
        （省法院、省检察院、省公安厅负责） | bracket responsible 省法院 省检察院 省公安厅
        （省总工会、团省委、省妇联、省残联、省科协、省工商联参与） | bracket cooperate 省总工会 团省委 省妇联 省残联 省科协 省工商联
        （人民银行云岭省分行、云岭金融监管局、云岭证监局负责） | bracket responsible 人民银行云岭省分行 云岭金融监管局 云岭证监局
        （云岭海关、国家税务总局云岭省税务局负责） | bracket responsible 云岭海关 国家税务总局云岭省税务局
        （省税务局、省气象局、省邮政管理局、省通信管理局配合） | bracket cooperate 省税务局 省气象局 省邮政管理局 省通信管理局
        （中央宣传部、中央网信办、最高人民法院、全国妇联负责） | bracket responsible 中央宣传部 中央网信办 最高人民法院 全国妇联
        （人民银行、金融监管总局、中国证监会负责） | bracket responsible 人民银行 金融监管总局 中国证监会
        （国家发展改革委、工业和信息化部、国务院国资委、国家林草局负责） | bracket responsible 国家发展改革委 工业和信息化部 国务院国资委 国家林草局
        // short forms of cities and counties
        （市发改委、市财政局、市工信局、区农业农村局负责） | bracket responsible 市发改委 市财政局 市工信局 区农业农村局
        （县农业农村局牵头，县财政局、县供销社、各乡镇配合） | bracket lead 县农业农村局 ; cooperate 县财政局 县供销社 各乡镇
        （青溪市农业农村局、云岭县人民政府负责） | bracket responsible 青溪市农业农村局 云岭县人民政府
        （发展改革委、财政部、农业农村部负责） | bracket responsible 发展改革委 财政部 农业农村部
        """)

    @Test(arguments: rows) func names(row: ClerkRow) { expectDuties(row) }
}
