/// A sentence and the targets that it states, as indicator, measure, relation, value, unit, period and deadline.
///
/// In a notice of 2021-08-15. Several targets of a sentence stand in further cells.
let targetTable = """
    到2025年，全市森林覆盖率达到42%。 | 森林覆盖率: level reach 42 % - 2025
    力争到2027年底，全省高新技术企业总数突破3万家。 | 高新技术企业总数: level exceed 30000 家 - 2027-12-31
    城镇新增就业5万人以上。 | 城镇新增就业: level atLeast 50000 人 - -
    到2025年底前，新建充电桩1200个、换电站20座。 | 充电桩: level reach 1200 个 - 2025-12-31 | 换电站: level reach 20 座 - 2025-12-31
    单位地区生产总值能耗比2020年下降13.5%。 | 单位地区生产总值能耗: decrease reach 13.5 % - -
    研发经费投入年均增长7%以上。 | 研发经费投入: increase atLeast 7 % year -
    培育50家左右专精特新企业。 | 专精特新企业: level approx 50 家 - -
    城镇登记失业率控制在5%以内。 | 城镇登记失业率: level atMost 5 % - -
    PM2.5浓度下降到30微克/立方米。 | PM2.5浓度: level reach 30 微克/立方米 - -
    “十四五”期间，改造老旧小区800个，惠及居民20万户。 | 老旧小区: level reach 800 个 - 2025 | 居民: level reach 200000 户 - 2025
    每年开展职业技能培训不少于10万人次。 | 职业技能培训: level atLeast 100000 人次 year -
    办理时限压缩至3个工作日。 | 办理时限: level reach 3 个工作日 - -
    建设高标准农田100万亩，新增节水灌溉面积20万亩。 | 高标准农田: level reach 1000000 亩 - - | 节水灌溉面积: increase reach 200000 亩 - -
    2026年6月底前完成30个村庄整治。 | 村庄整治: level reach 30 个 - 2026-06-30
    A级旅游景区达到100家，其中5A级景区3家。 | A级旅游景区: level reach 100 家 - - | 5A级景区: level reach 3 家 - -
    全市规模以上工业增加值增长6%，固定资产投资增长8%。 | 规模以上工业增加值: increase reach 6 % - - | 固定资产投资: increase reach 8 % - -
    公共服务满意度不低于90分。 | 公共服务满意度: level atLeast 90 分 - -
    引进重点项目20个，总投资500亿元。 | 重点项目: level reach 20 个 - - | 总投资: level reach 50000000000 元 - -
    农村自来水普及率提高到88%。 | 农村自来水普及率: level reach 88 % - -
    粮食总产量稳定在1000万吨以上。 | 粮食总产量: level atLeast 10000000 吨 - -
    新能源装机容量达到5000万千瓦。 | 新能源装机容量: level reach 50000000 千瓦 - -
    用电量达到300亿千瓦时。 | 用电量: level reach 30000000000 千瓦时 - -
    主营业务收入翻一番。 | 主营业务收入: level reach 2 倍 - -
    城乡居民收入比缩小到2.2以内。 | 城乡居民收入比: level atMost 2.2 - - -
    到2030年，非化石能源消费比重达到25%左右。 | 非化石能源消费比重: level approx 25 % - 2030
    到2025年，湿地保护率达到55%，森林蓄积量达到190亿立方米。 | 湿地保护率: level reach 55 % - 2025 | 森林蓄积量: level reach 19000000000 立方米 - 2025
    每个乡镇至少建成1个综合服务站。 | 综合服务站: level atLeast 1 个 - -
    常住人口城镇化率提高5个百分点。 | 常住人口城镇化率: increase reach 5 个百分点 - -
    每千人口执业（助理）医师数达到3.2人。 | 每千人口执业（助理）医师数: level reach 3.2 人 - -
    基本医疗保险参保率稳定在95%以上。 | 基本医疗保险参保率: level atLeast 95 % - -
    人均预期寿命提高1岁。 | 人均预期寿命: increase reach 1 岁 - -
    打造10个产值超百亿元的产业园区。 | 产值超百亿元的产业园区: level reach 10 个 - -
    建成投用养老服务中心30所，新增养老床位5000张。 | 养老服务中心: level reach 30 所 - - | 养老床位: increase reach 5000 张 - -
    到2025年，建成5G基站2万个，每万人拥有5G基站数达到26个。 | 5G基站: level reach 20000 个 - 2025 | 每万人拥有5G基站数: level reach 26 个 - 2025
    企业开办时间压缩到1个工作日内。 | 企业开办时间: level atMost 1 个工作日 - -
    自收到申请材料之日起5个工作日内作出决定。 | 决定: level atMost 5 个工作日 - -
    工单按时办结率达到100%。 | 工单按时办结率: level reach 100 % - -
    2025年、2030年，机械化率分别达到75%、85%。 | 机械化率: level reach 75 % - 2025 | 机械化率: level reach 85 % - 2030
    劳动年龄人口平均受教育年限达到11.3年。 | 劳动年龄人口平均受教育年限: level reach 11.3 年 - -
    选派1000名科技特派员到基层服务。 | 科技特派员: level reach 1000 名 - -
    遴选一批示范企业，每年不超过20家。 | 示范企业: level atMost 20 家 year -
    累计实施技术改造项目500个以上。 | 技术改造项目: level atLeast 500 个 - -
    推动200家企业上市。 | 企业: level reach 200 家 - -
    支持100家以上企业开展数字化改造。 | 企业: level atLeast 100 家 - -
    技术合同成交额年均增长15%，到2025年达到800亿元。 | 技术合同成交额: increase reach 15 % year - | 技术合同成交额: level reach 80000000000 元 - 2025
    农民合作社达到1.5万家、家庭农场达到3万家。 | 农民合作社: level reach 15000 家 - - | 家庭农场: level reach 30000 家 - -
    全年接待游客突破1亿人次，旅游总收入超过1200亿元。 | 接待游客: level exceed 100000000 人次 year - | 旅游总收入: level exceed 120000000000 元 - -
    全省公路总里程达到20万公里，高速公路通车里程达到8000公里。 | 公路总里程: level reach 200000 公里 - - | 高速公路通车里程: level reach 8000 公里 - -
    每村配备2名以上网格员。 | 网格员: level atLeast 2 名 - -
    主要农作物良种覆盖率保持在98%以上。 | 主要农作物良种覆盖率: level atLeast 98 % - -
    城市生活污水集中收集率力争达到70%以上。 | 城市生活污水集中收集率: level atLeast 70 % - -
    国家级经济技术开发区达到10家以上，省级开发区50家左右。 | 国家级经济技术开发区: level atLeast 10 家 - - | 省级开发区: level approx 50 家 - -
    三年内培育链主企业15家。 | 链主企业: level reach 15 家 - -
    到2022年，建成3—5个国际消费中心城市。 | 国际消费中心城市: level range [3,5] 个 - 2022
    每年新增专利授权量1万件。 | 专利授权量: increase reach 10000 件 year -
    将行政许可事项办理时间平均压缩50%以上。 | 行政许可事项办理时间: decrease atLeast 50 % - -
    绿色建筑占新建建筑比重达到100%。 | 绿色建筑占新建建筑比重: level reach 100 % - -
    """

/// A sentence and the role that all its quantities have.
let roleTable = """
    “十三五”期间，全省累计建成高标准农田500万亩。 | result
    2020年，全市地区生产总值达到5000亿元，同比增长3.5%。 | result
    截至目前，已建成充电桩2万个。 | result
    我市现有企业3000家。 | other
    对年授权发明专利达10件以上的企业给予奖励。 | threshold
    对符合条件的企业给予最高50万元补助。 | incentive
    每新增1家上市企业奖励100万元。 | incentive
    处5万元以上10万元以下罚款。 | incentive
    按实际投资额的10%给予补贴，最高不超过200万元。 | incentive
    从业人员300人以上的企业应当设立工会。 | threshold
    以上5个专项方案已经审议通过。 | other
    本办法自2023年1月1日起施行，有效期5年。 | parameter
    打造“15分钟便民生活圈”。 | parameter
    县、乡两级联动。 | other
    坚持四个方面统筹推进。 | other
    享受15%企业所得税优惠税率。 | incentive
    对连续3年未达标的企业予以淘汰。 | threshold
    年营业收入2000万元及以上的法人单位纳入统计。 | threshold
    注册资本不低于1000万元。 | parameter
    每人每月补贴500元。 | incentive
    超过60周岁的老年人免费乘车。 | threshold
    建设35千伏变电站。 | parameter
    贷款额度不超过300万元。 | incentive
    收费标准为每吨1.5元。 | incentive
    """
