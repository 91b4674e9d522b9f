import Testing

@testable import PolicyText

/// Labels outside brackets (责任单位：…), and columns of tables.
struct LabelDutyTests {
    static let labels = ClerkRow.rows(
        """
        建设追溯平台。⏎责任单位：省农业农村厅 | label responsible 省农业农村厅
        建设追溯平台。⏎责任单位：省农业农村厅、省财政厅，各市（州）人民政府 | label responsible 省农业农村厅 省财政厅 各市（州）人民政府
        建设追溯平台。⏎责任单位：省农业农村厅、省财政厅。 | label responsible 省农业农村厅 省财政厅
        建设追溯平台。⏎责任部门:省农业农村厅,省财政厅 | label responsible 省农业农村厅 省财政厅
        建设追溯平台。⏎⬚⬚责任单位：省农业农村厅␠␠省财政厅 | label responsible 省农业农村厅 省财政厅
        建设追溯平台。⏎牵头部门：省农业农村厅 | label lead 省农业农村厅
        建设追溯平台。⏎牵头单位：省农业农村厅⏎配合单位：省财政厅 | label lead 省农业农村厅 ; cooperate 省财政厅
        建设追溯平台。⏎⏎牵头单位：省农业农村厅⏎⏎配合单位：省财政厅、省商务厅 | label lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        建设追溯平台。⏎牵头部门：省农业农村厅⏎参与部门：省财政厅⏎完成时限：2027年6月底前 | label lead 省农业农村厅 ; cooperate 省财政厅 ; by 2027年6月底前
        建设追溯平台。⏎牵头单位：省农业农村厅⏎参与单位：省级有关部门，各市（州）人民政府⏎完成时限：持续推进 | label lead 省农业农村厅 ; cooperate 省级有关部门 各市（州）人民政府 ; by 持续推进
        建设追溯平台。⏎责任单位：省农业农村厅⏎完成时限：2027年底 | label responsible 省农业农村厅 ; by 2027年底
        建设追溯平台。⏎完成时限：2027年底⏎责任单位：省农业农村厅 | label responsible 省农业农村厅 ; by 2027年底
        建设追溯平台。⏎责任单位：⏎省农业农村厅、省财政厅 | label responsible 省农业农村厅 省财政厅
        建设追溯平台。⏎牵头单位：⏎省农业农村厅⏎配合单位：⏎省财政厅、省商务厅 | label lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        建设追溯平台。⏎牵头单位：省农业农村厅配合单位：省财政厅 | label lead 省农业农村厅 ; cooperate 省财政厅
        建设追溯平台。⏎牵头单位：省农业农村厅␠␠配合单位：省财政厅␠␠完成时限：2027年底 | label lead 省农业农村厅 ; cooperate 省财政厅 ; by 2027年底
        建设追溯平台。⏎牵头单位：省农业农村厅；配合单位：省财政厅、省商务厅。 | label lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        建设追溯平台。⏎牵头部门：省农业农村厅参与部门：省级有关部门完成时限：2027年6月底 | label lead 省农业农村厅 ; cooperate 省级有关部门 ; by 2027年6月底
        建设追溯平台。责任单位：省农业农村厅、省财政厅。 | label responsible 省农业农村厅 省财政厅
        建设追溯平台。牵头单位：省农业农村厅；责任单位：各县（市、区）人民政府。 | label lead 省农业农村厅 ; responsible 各县（市、区）人民政府
        建设追溯平台。⏎责任单位：省农业农村厅、省财政厅等有关部门 | label responsible+ 省农业农村厅 省财政厅
        建设追溯平台。⏎责任单位：省农业农村厅等⏎完成时限：2027年 | label responsible+ 省农业农村厅 ; by 2027年
        建设追溯平台。⏎责任单位：省市场监管局（知识产权局） | label responsible 省市场监管局（知识产权局）
        建设追溯平台。⏎落实单位：各市、县（市、区）人民政府 | label responsible 各市、县（市、区）人民政府
        建设追溯平台。⏎指导单位：省农业农村厅⏎实施单位：各县（市、区）人民政府 | label guide 省农业农村厅 ; responsible 各县（市、区）人民政府
        建设追溯平台。⏎主办单位：省农业农村厅⏎协办单位：省蜂业协会 | label lead 省农业农村厅 ; cooperate 省蜂业协会
        ⏎1.建设追溯平台。⏎责任单位：省农业农村厅⏎2.培育经营主体。⏎责任单位：省商务厅 | @1. label responsible 省农业农村厅 & @2. label responsible 省商务厅
        ⏎1.建设追溯平台。⏎牵头单位：省农业农村厅⏎完成时限：2027年⏎2.培育经营主体。⏎牵头单位：省商务厅⏎完成时限：2028年 | @1. label lead 省农业农村厅 ; by 2027年 & @2. label lead 省商务厅 ; by 2028年
        建设追溯平台。⏎责任单位：省农业农村厅（牵头）、省财政厅 | label lead 省农业农村厅 ; responsible 省财政厅
        // A verb in the place of the colon.
        建设追溯平台。牵头单位为省农业农村厅，配合单位为省财政厅、省商务厅。 | label lead 省农业农村厅 ; cooperate 省财政厅 省商务厅
        本项任务的牵头单位是省农业农村厅，责任单位为省财政厅等部门。 | label lead 省农业农村厅 ; responsible+ 省财政厅
        负责单位为省农业农村厅。 | label responsible 省农业农村厅
        责任单位为省农业农村厅、省财政厅。 | label responsible 省农业农村厅 省财政厅
        建设追溯平台。责任部门为省农业农村厅，配合部门为省财政厅，完成时限为2027年底。 | label responsible 省农业农村厅 ; cooperate 省财政厅 ; by 2027年底
        本项任务的配合部门为省财政厅和省商务厅。 | label cooperate 省财政厅 省商务厅
        建设追溯平台。⏎实施单位：省农业农村厅⏎监管单位：省财政厅 | label responsible 省农业农村厅 & label responsible 省财政厅
        建设追溯平台。⏎责任单位：省农业农村厅★、省财政厅 | label responsible 省农业农村厅 省财政厅
        牵头单位为第一责任单位。 | -
        负责单位为其所属企业。 | -
        建设追溯平台。⏎责任人：李春生 | -
        建设追溯平台。⏎完成时限：2027年底 | -
        建设追溯平台。⏎联系单位：省农业农村厅蜂业处，电话：0000123 | -
        """)

    /// `¦` is the bar of a table.
    static let tables = ClerkRow.rows(
        """
        任务见下表。⏎⏎¦ 序号 ¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦ --- ¦⏎¦ 1 ¦ 建设追溯平台 ¦ 省农业农村厅 ¦⏎¦ 2 ¦ 培育经营主体 ¦ 省商务厅、省财政厅 ¦ | table responsible 省农业农村厅 & table responsible 省商务厅 省财政厅
        任务见下表。⏎⏎¦ 序号 ¦ 任务 ¦ 牵头单位 ¦ 配合单位 ¦⏎¦ --- ¦ --- ¦ --- ¦ --- ¦⏎¦ 1 ¦ 建设追溯平台 ¦ 省农业农村厅 ¦ 省财政厅、省商务厅 ¦⏎¦ 2 ¦ 培育经营主体 ¦ 省商务厅 ¦ 省财政厅 ¦ | table lead 省农业农村厅 ; cooperate 省财政厅 省商务厅 & table lead 省商务厅 ; cooperate 省财政厅
        任务见下表。⏎⏎¦ 序号 ¦ 任务 ¦ 责任单位 ¦ 完成时限 ¦⏎¦ --- ¦ --- ¦ --- ¦ --- ¦⏎¦ 1 ¦ 建设追溯平台 ¦ 省农业农村厅 ¦ 2027年底 ¦⏎¦ 2 ¦ 培育经营主体 ¦ 省商务厅 ¦ 持续推进 ¦ | table responsible 省农业农村厅 ; by 2027年底 & table responsible 省商务厅 ; by 持续推进
        任务见下表。⏎⏎¦ 序号 ¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦ --- ¦⏎¦ 1 ¦ 建设追溯平台 ¦ 省农业农村厅 ¦⏎¦ 2 ¦ 培育经营主体 ¦ 同上 ¦ | table responsible 省农业农村厅 & table responsible 省农业农村厅
        任务见下表。⏎⏎¦ 任务 ¦ 责任部门 ¦ 指导部门 ¦⏎¦ --- ¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 各县（市、区）人民政府 ¦ 省农业农村厅 ¦⏎¦ 培育经营主体 ¦ 各市（州）人民政府 ¦ 省商务厅等 ¦ | table responsible 各县（市、区）人民政府 ; guide 省农业农村厅 & table responsible 各市（州）人民政府 ; guide+ 省商务厅
        任务见下表。⏎⏎¦ 任务 ¦ 牵头部门 ¦ 参与部门 ¦ 完成时限 ¦⏎¦ --- ¦ --- ¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 省农业农村厅 ¦ — ¦ 2027年 ¦⏎¦ 培育经营主体 ¦ 省商务厅 ¦ 省财政厅等有关部门 ¦ 2028年 ¦ | table lead 省农业农村厅 ; by 2027年 & table lead 省商务厅 ; cooperate+ 省财政厅 ; by 2028年
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 省农业农村厅牵头，省财政厅配合 ¦⏎¦ 培育经营主体 ¦ 省商务厅 ¦ | table lead 省农业农村厅 ; cooperate 省财政厅 & table responsible 省商务厅
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 牵头单位：省农业农村厅；配合单位：省财政厅 ¦⏎¦ 培育经营主体 ¦ 牵头单位：省商务厅 ¦ | table lead 省农业农村厅 ; cooperate 省财政厅 & table lead 省商务厅
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 省农业农村厅、省市场监管局（知识产权局） ¦⏎¦ 培育经营主体 ¦ ¦ | table responsible 省农业农村厅 省市场监管局（知识产权局）
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 省农业农村厅<br>省财政厅<br/>省商务厅 ¦⏎¦ 培育经营主体 ¦ 省商务厅⬚省财政厅␠省农业农村厅 ¦ | table responsible 省农业农村厅 省财政厅 省商务厅 & table responsible 省商务厅 省财政厅 省农业农村厅
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 牵头：省农业农村厅<br>配合：省财政厅 ¦⏎¦ 培育经营主体 ¦ 省商务厅（牵头）、省财政厅、省蜂业协会（配合） ¦ | table lead 省农业农村厅 ; cooperate 省财政厅 & table lead 省商务厅 ; responsible 省财政厅 ; cooperate 省蜂业协会
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 省农业⬚农村厅 ¦⏎¦ 培育经营主体 ¦ 省政府␠办公厅 ¦ | table responsible 省农业农村厅 & table responsible 省政府办公厅
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 蜂业站<br>检疫所 ¦⏎¦ 培育经营主体 ¦ 文化站␠卫生院 ¦ | table responsible 蜂业站 检疫所 & table responsible 文化站 卫生院
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 畜牧局␠检疫所 ¦⏎¦ 培育经营主体 ¦ 县蜂业站<br>镇中心小学 ¦ | table responsible 畜牧局 检疫所 & table responsible 县蜂业站 镇中心小学
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 县畜牧局␠检疫所 ¦⏎¦ 培育经营主体 ¦ 东湾镇中心␠学校 ¦ | table responsible 县畜牧局检疫所 & table responsible 东湾镇中心学校
        任务见下表。⏎⏎¦ 任务 ¦ 责任单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 县蜂业技术推广␠站 ¦⏎¦ 培育经营主体 ¦ 养蜂研究␠所 ¦ | table responsible 县蜂业技术推广站 & table responsible 养蜂研究所
        任务见下表。⏎⏎¦ 任务 ¦ 牵头单位 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 根据类别确定牵头部门 ¦⏎¦ 培育经营主体 ¦ 省商务厅 ¦ | table lead 省商务厅
        任务见下表。⏎⏎¦ 任务 ¦ 牵头考核部门 ¦ 负责考核部门 ¦⏎¦ --- ¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 省农业农村厅 ¦ 省财政厅 ¦⏎¦ 培育经营主体 ¦ 省商务厅 ¦ ¦ | table lead 省农业农村厅 ; responsible 省财政厅 & table lead 省商务厅
        任务见下表。⏎⏎¦ 任务 ¦ 被考核部门 ¦⏎¦ --- ¦ --- ¦⏎¦ 建设追溯平台 ¦ 省农业农村厅 ¦⏎¦ 培育经营主体 ¦ 省商务厅 ¦ | -
        任务见下表。⏎⏎¦ 指标 ¦ 单位 ¦ 目标 ¦⏎¦ --- ¦ --- ¦ --- ¦⏎¦ 蜂群数量 ¦ 万群 ¦ 30 ¦⏎¦ 蜂蜜产量 ¦ 吨 ¦ 8000 ¦ | -
        任务见下表。⏎⏎¦ 单位 ¦ 联系人 ¦ 电话 ¦⏎¦ --- ¦ --- ¦ --- ¦⏎¦ 省农业农村厅 ¦ 李春生 ¦ 0000123 ¦⏎¦ 省财政厅 ¦ 王秋实 ¦ 0000456 ¦ | -
        任务见下表。⏎⏎序号⇥任务⇥责任单位⇥完成时限⏎1⇥建设追溯平台⇥省农业农村厅⇥2027年⏎2⇥培育经营主体⇥省商务厅⇥2028年⏎3⇥扩大保险覆盖⇥云岭金融监管局⇥2029年⏎ | table responsible 省农业农村厅 ; by 2027年 & table responsible 省商务厅 ; by 2028年 & table responsible 云岭金融监管局 ; by 2029年
        任务见下表。⏎⏎序号␠␠␠任务␠␠␠牵头单位␠␠␠配合单位⏎1␠␠␠建设追溯平台␠␠␠省农业农村厅␠␠␠省财政厅⏎2␠␠␠培育经营主体␠␠␠省商务厅␠␠␠省财政厅⏎3␠␠␠扩大保险覆盖␠␠␠云岭金融监管局␠␠␠省农业农村厅⏎ | table lead 省农业农村厅 ; cooperate 省财政厅 & table lead 省商务厅 ; cooperate 省财政厅 & table lead 云岭金融监管局 ; cooperate 省农业农村厅
        """)

    @Test(arguments: labels) func label(row: ClerkRow) { expectDuties(row) }
    @Test(arguments: tables) func table(row: ClerkRow) { expectDuties(row) }

    @Test(arguments: [
        "牵头单位：省农业农村厅，责任单位：省财政厅", "牵头单位:省农业农村厅 责任单位:省财政厅", "牵头部门：省农业农村厅　责任部门：省财政厅",
        "牵头单位：省农业农村厅\n责任单位：省财政厅\n",
    ])
    func labelsOpenTheText(text: String) {
        let document = Parser().parse(text)
        #expect(document.metadata.recipients.isEmpty)
        #expect(DutySummary.of(document) == "@- label lead 省农业农村厅 ; responsible 省财政厅")
    }
}
