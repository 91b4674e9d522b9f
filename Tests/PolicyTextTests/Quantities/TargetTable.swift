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
    一般公共预算收入年均增长6.5%，到2026年突破5000亿元大关。 | 一般公共预算收入: increase reach 6.5 % year - | 一般公共预算收入: level exceed 500000000000 元 - 2026
    全面完成老旧小区改造1500个。 | 老旧小区改造: level reach 1500 个 - -
    农民合作社达到1.5万家、家庭农场达到3万家。 | 农民合作社: level reach 15000 家 - - | 家庭农场: level reach 30000 家 - -
    全年接待游客突破1亿人次，旅游总收入超过1200亿元。 | 接待游客: level exceed 100000000 人次 year - | 旅游总收入: level exceed 120000000000 元 - -
    全省公路总里程达到20万公里，高速公路通车里程达到8000公里。 | 公路总里程: level reach 200000 公里 - - | 高速公路通车里程: level reach 8000 公里 - -
    每村配备2名以上网格员。 | 网格员: level atLeast 2 名 - -
    主要农作物良种覆盖率保持在98%以上。 | 主要农作物良种覆盖率: level atLeast 98 % - -
    城市生活污水集中收集率力争达到70%以上。 | 城市生活污水集中收集率: level atLeast 70 % - -
    国家级经济技术开发区达到10家以上，省级开发区50家左右。 | 国家级经济技术开发区: level atLeast 10 家 - - | 省级开发区: level approx 50 家 - -
    三年内培育链主企业15家。 | 链主企业: level reach 15 家 - -
    到2022年，建成3—5个国际消费中心城市。 | 国际消费中心城市: level range [3,5] 个 - 2022
    // Places of a unit that is the beginning of a word elsewhere
    建设10个体育公园，打造5个人工智能平台。 | 体育公园: level reach 10 个 - - | 人工智能平台: level reach 5 个 - -
    引进5家电子商务企业、3家居家养老机构。 | 电子商务企业: level reach 5 家 - - | 居家养老机构: level reach 3 家 - -
    培育5家具备上市条件的企业。 | 具备上市条件的企业: level reach 5 家 - -
    新开通10条线路。 | 线路: increase reach 10 条 - -
    举办10场面向中小企业的对接活动。 | 面向中小企业的对接活动: level reach 10 场 - -
    每年举办2次重大招商活动。 | 重大招商活动: level reach 2 次 year -
    // 百 alone
    打造百家领军企业。 | 领军企业: level reach 100 家 - -
    // Rates among many
    到2025年，孕产妇死亡率控制在12/10万以内。 | 孕产妇死亡率: level atMost 12 /10万 - 2025
    婴儿死亡率下降到4.5‰以下，孕产妇死亡率下降到10.5/10万。 | 婴儿死亡率: level atMost 4.5 ‰ - - | 孕产妇死亡率: level reach 10.5 /10万 - -
    // The verb opens the clause, and what it is about follows
    突破100项关键核心技术，形成百项标志性产品。 | 关键核心技术: level reach 100 项 - - | 标志性产品: level reach 100 项 - -
    超过100家企业完成改造。 | 企业: level exceed 100 家 - -
    到2025年，实现1000家企业上云。 | 企业: level reach 1000 家 - 2025
    覆盖80%以上的行政村。 | 覆盖行政村: level atLeast 80 % - -
    到2025年建成区绿化覆盖率不低于43%。 | 建成区绿化覆盖率: level atLeast 43 % - 2025
    完成人工造林20万亩、封山育林30万亩。 | 人工造林: level reach 200000 亩 - - | 封山育林: level reach 300000 亩 - -
    审批事项由原来的30项压缩到15项。 | 审批事项: level reach 15 项 - -
    到2025年，技术合同登记额突破百亿元，农产品加工业产值达到千亿元以上。 | 技术合同登记额: level exceed 10000000000 元 - 2025 | 农产品加工业产值: level atLeast 100000000000 元 - 2025
    每年投入不少于2000万元。 | 投入: level atLeast 20000000 元 year -
    // Deeds that a noun phrase or a verb names
    城镇新增就业5.5万人、失业人员再就业1.2万人。 | 城镇新增就业: level reach 55000 人 - - | 失业人员再就业: level reach 12000 人 - -
    实施技术改造项目1000项，完成投资2000亿元。 | 技术改造项目: level reach 1000 项 - - | 投资: level reach 200000000000 元 - -
    每两年开展一次评估，每年培训不少于500人次。 | 评估: level reach 1 次 2-year - | 培训: level atLeast 500 人次 year -
    新建及改扩建幼儿园20所。 | 幼儿园: level reach 20 所 - -
    引导基金规模达到50亿元，撬动社会资本200亿元。 | 引导基金规模: level reach 5000000000 元 - - | 社会资本: level reach 20000000000 元 - -
    2021年12月底前完成建设任务的60%。 | 建设任务: level reach 60 % - 2021-12-31
    到2025年，数字经济规模突破3000亿元，占GDP比重超过45%。 | 数字经济规模: level exceed 300000000000 元 - 2025 | 数字经济规模占GDP比重: level exceed 45 % - 2025
    为10万名老年人提供免费体检。 | 老年人: level reach 100000 名 - -
    // What a rise sets out from
    技术合同成交额由2020年的300亿元增加到600亿元。 | 技术合同成交额: level reach 60000000000 元 - -
    森林覆盖率从38.5%提高到42%。 | 森林覆盖率: level reach 42 % - -
    // A limit behind an introduction holds for the sentences that follow
    根据《规划》，到2025年，农膜回收率达到98%以上。水肥一体化应用率达到50%以上。 | 农膜回收率: level atLeast 98 % - 2025 | 水肥一体化应用率: level atLeast 50 % - 2025
    推动2022年综合融资成本下降0.5个百分点。 | 综合融资成本: decrease reach 0.5 个百分点 - 2022
    // Goals in quotation marks, 同比 in goals
    实现“高层次人才达到2000名左右，人才总量达到320万名，人才贡献率达到40%”的目标。 | 高层次人才: level approx 2000 名 - - | 人才总量: level reach 3200000 名 - - | 人才贡献率: level reach 40 % - -
    // Values of a list, each with a unit of its own
    到2025年，森林覆盖率、森林蓄积量分别达到45%和3200万立方米。 | 森林覆盖率: level reach 45 % - 2025 | 森林蓄积量: level reach 32000000 立方米 - 2025
    到2025年，粮食产量、蔬菜面积分别达到45万吨和320万亩。 | 粮食产量: level reach 450000 吨 - 2025 | 蔬菜面积: level reach 3200000 亩 - 2025
    // The size of what is counted
    引进10亿元以上项目5个、5亿元以上项目10个。 | 10亿元以上项目: level reach 5 个 - - | 5亿元以上项目: level reach 10 个 - -
    新建日处理5万吨污水处理厂1座。 | 日处理5万吨污水处理厂: level reach 1 座 - -
    建设50兆瓦光伏电站3座。 | 50兆瓦光伏电站: level reach 3 座 - -
    完成10万亩高标准农田建设任务。 | 高标准农田建设任务: level reach 100000 亩 - -
    // None of it is to be left
    重大生产安全事故零发生，化肥使用量零增长。 | 重大生产安全事故: level reach 0 - - - | 化肥使用量: increase reach 0 - - -
    实现疫情零感染。 | 疫情: level reach 0 - - -
    // What something yields or takes
    建成年产10万吨新材料生产线。 | 新材料生产线: level reach 100000 吨 year -
    日处理能力达到10万吨，年产量达到50万吨。 | 日处理能力: level reach 100000 吨 day - | 年产量: level reach 500000 吨 year -
    小学生上学时间在20分钟以内、中学在30分钟以内。 | 小学生上学时间: level atMost 20 分钟 - - | 中学: level atMost 30 分钟 - -
    群众平均等候时间15分钟以内。 | 群众平均等候时间: level atMost 15 分钟 - -
    农村公路改造提升500公里。 | 农村公路改造: level reach 500 公里 - -
    万人公共交通车辆拥有量达到15标台。 | 万人公共交通车辆拥有量: level reach 15 标台 - -
    // 分别: each value with its own subject
    地区生产总值、一般公共预算收入分别增长6%、4%。 | 地区生产总值: increase reach 6 % - - | 一般公共预算收入: increase reach 4 % - -
    参保率、报销比例分别稳定在95%以上、70%左右。 | 参保率: level atLeast 95 % - - | 报销比例: level approx 70 % - -
    企业数量、营收、税收分别达到500家、1000亿元、50亿元。 | 企业数量: level reach 500 家 - - | 营收: level reach 100000000000 元 - - | 税收: level reach 5000000000 元 - -
    二氧化硫、氮氧化物排放量分别下降10%、12%。 | 二氧化硫排放量: decrease reach 10 % - - | 氮氧化物排放量: decrease reach 12 % - -
    小学、初中大班额比例分别控制在2%、3%以内。 | 小学大班额比例: level atMost 2 % - - | 初中大班额比例: level atMost 3 % - -
    城市、农村污水处理率分别达到98%和60%。 | 城市污水处理率: level reach 98 % - - | 农村污水处理率: level reach 60 % - -
    建成国家级、省级研发平台20个和100个。 | 国家级研发平台: level reach 20 个 - - | 省级研发平台: level reach 100 个 - -
    接待游客1亿人次，旅游总收入1000亿元，分别增长10%和12%。 | 游客: level reach 100000000 人次 - - | 旅游总收入: level reach 100000000000 元 - - | 游客: increase reach 10 % - - | 旅游总收入: increase reach 12 % - -
    // Shares of those who do something
    力争70%以上的规上企业实施数字化改造，80%以上的企业上云用云。 | 规上企业: level atLeast 70 % - - | 企业: level atLeast 80 % - -
    到2025年，实现80%以上的行政村拥有标准化卫生室。 | 行政村: level atLeast 80 % - 2025
    专任教师60%以上达到本科学历。 | 专任教师: level atLeast 60 % - -
    专任教师中60%达到本科学历。 | 专任教师: level reach 60 % - -
    专任教师全部达到大专学历，其中60%达到本科及以上学历。 | 达到本科及以上学历: level reach 60 % - -
    // Levels that share their head
    到2025年，建成国家级2个、省级5个示范园区。 | 国家级示范园区: level reach 2 个 - 2025 | 省级示范园区: level reach 5 个 - 2025
    新增省级2个、市级5个示范园区和3个特色小镇。 | 省级示范园区: increase reach 2 个 - - | 市级示范园区: increase reach 5 个 - - | 特色小镇: increase reach 3 个 - -
    培育1个国家级、3个省级和5个市级产业集群。 | 国家级产业集群: level reach 1 个 - - | 省级产业集群: level reach 3 个 - - | 市级产业集群: level reach 5 个 - -
    形成1个千亿级、3个五百亿级、5个百亿级产业集群。 | 千亿级产业集群: level reach 1 个 - - | 五百亿级产业集群: level reach 3 个 - - | 百亿级产业集群: level reach 5 个 - -
    培育国家级龙头企业10家、省级100家、市级300家。 | 国家级龙头企业: level reach 10 家 - - | 省级龙头企业: level reach 100 家 - - | 市级龙头企业: level reach 300 家 - -
    // Examples before the number
    培育新材料、新能源等5个产业集群。 | 产业集群: level reach 5 个 - -
    完成人民路、解放路等8条道路改造。 | 道路改造: level reach 8 条 - -
    对东苑、西苑等28个小区进行雨污分流改造。 | 小区: level reach 28 个 - -
    对大坑、小坑等6座水库进行除险加固。 | 水库: level reach 6 座 - -
    新建东湾小学等学校5所。 | 东湾小学等学校: level reach 5 所 - -
    完成大坑等6座水库加固及小坑等10座山塘整治。 | 水库加固: level reach 6 座 - - | 山塘整治: level reach 10 座 - -
    实现研发经费年均增长34%。 | 研发经费: increase reach 34 % year -
    实现“双百”目标，即产值达到100亿元。 | 产值: level reach 10000000000 元 - -
    // Values that others are compared with
    单位能耗比2015年的0.5吨标准煤降低15%。 | 单位能耗: decrease reach 15 % - -
    二氧化硫排放量控制在8万吨以内，比2015年的10万吨减少20%。 | 二氧化硫排放量: level atMost 80000 吨 - - | 二氧化硫排放量: decrease reach 20 % - -
    二氧化硫和氮氧化物排放量比2015年的10万吨、8万吨分别减少15%、16%。 | 二氧化硫排放量: decrease reach 15 % - - | 氮氧化物排放量: decrease reach 16 % - -
    单位能耗比2020年下降16%（比2015年下降33%）。 | 单位能耗: decrease reach 16 % - - | 单位能耗: decrease reach 33 % - -
    绿化覆盖率由40%提高到42%。 | 绿化覆盖率: level reach 42 % - -
    培训人数由2万人增加到3万人。 | 培训人数: level reach 30000 人 - -
    粮食播种面积从2015年的10万亩增加到12万亩。 | 粮食播种面积: level reach 120000 亩 - -
    // 分别 with brackets, years and shared verbs
    床位和医生分别增长12%（其中公立增长10%）、15%。 | 床位: increase reach 12 % - - | 公立: increase reach 10 % - - | 医生: increase reach 15 % - -
    2026年、2027年分别建设高标准农田12万亩和15万亩。 | 高标准农田: level reach 120000 亩 - 2026 | 高标准农田: level reach 150000 亩 - 2027
    报告书14个工作日内、报告表7个工作日内完成审批。 | 报告书审批: level atMost 14 个工作日 - - | 报告表审批: level atMost 7 个工作日 - -
    // Heads that stand in the clause before
    城市污水处理率达到95%，县城达到90%，建制镇达到60%。 | 城市污水处理率: level reach 95 % - - | 县城污水处理率: level reach 90 % - - | 建制镇污水处理率: level reach 60 % - -
    小学入学率达到100%，初中达到98%以上。 | 小学入学率: level reach 100 % - - | 初中入学率: level atLeast 98 % - -
    城市社区覆盖率达到100%，农村社区达到80%。 | 城市社区覆盖率: level reach 100 % - - | 农村社区覆盖率: level reach 80 % - -
    市区幼儿入园率达到95%，县（市）达到92%以上。 | 市区幼儿入园率: level reach 95 % - - | 县（市）幼儿入园率: level atLeast 92 % - -
    森林覆盖率达到45%，湿地保护率达到55%。 | 森林覆盖率: level reach 45 % - - | 湿地保护率: level reach 55 % - -
    新增托位数400个以上，公办园在园幼儿占比60%以上。 | 托位数: increase atLeast 400 个 - - | 公办园在园幼儿占比: level atLeast 60 % - -
    // Places that are counted before what stands in them
    新建10个镇卫生院病房200间。 | 镇卫生院病房: level reach 200 间 - -
    重点增补10个镇学位5000个。 | 镇学位: level reach 5000 个 - -
    对5个乡镇12座水库进行除险加固。 | 水库: level reach 12 座 - -
    在20个村安装路灯2000盏。 | 路灯: level reach 2000 盏 - -
    新建5个乡镇卫生院。 | 乡镇卫生院: level reach 5 个 - -
    // Outlays, periods, verbs
    研发经费年均增长15%。 | 研发经费: increase reach 15 % year -
    人均公用经费达到1000元。 | 人均公用经费: level reach 1000 元 - -
    项目数量翻一番，五年累计达到500个。 | 项目数量: level reach 2 倍 - - | 项目数量: level reach 500 个 - -
    学前教育普及普惠，其中学前三年入园率达到98%以上。 | 学前三年入园率: level atLeast 98 % - -
    制造业增加值占地区生产总值比重35%左右。 | 制造业增加值占地区生产总值比重: level approx 35 % - -
    确保东湖区、西湖区50%的城市社区建成服务综合体。 | 城市社区: level reach 50 % - -
    签约亿元以上项目30个，开工20个。 | 亿元以上项目: level reach 30 个 - - | 亿元以上项目: level reach 20 个 - -
    完成全部128个问题整改。 | 问题整改: level reach 128 个 - -
    解决1.5万人饮水安全问题。 | 饮水安全问题: level reach 15000 人 - -
    为企业减负20亿元。 | 企业减负: level reach 2000000000 元 - -
    累计建成充电桩1.5万根。 | 充电桩: level reach 15000 根 - -
    // Words that look like openers or verbs
    新建、改扩建公路500公里以上，其中国省道100公里。 | 公路: level atLeast 500 公里 - - | 国省道: level reach 100 公里 - -
    到2025年，在孵企业5000家以上。 | 在孵企业: level atLeast 5000 家 - 2025
    保持耕地保有量不低于500万亩。 | 耕地保有量: level atLeast 5000000 亩 - -
    对企业开展安全大检查，检查覆盖率100%。 | 检查覆盖率: level reach 100 % - -
    公共图书馆藏书量达到人均1.2册。 | 公共图书馆藏书量: level reach 1.2 册 - -
    全年为市场主体减税降费100亿元以上。 | 市场主体减税降费: level atLeast 10000000000 元 year -
    // What is inherited, and what is for each
    培训新型职业农民10万人次，年均2万人次。 | 新型职业农民: level reach 100000 人次 - - | 新型职业农民: level reach 20000 人次 year -
    研发投入强度达2.5%，高于全国平均水平0.2个百分点。 | 研发投入强度: level reach 2.5 % - - | 研发投入强度: level reach 0.2 个百分点 - -
    创建国家级、省级绿色工厂各10家。 | 国家级绿色工厂: level reach 10 家 - - | 省级绿色工厂: level reach 10 家 - -
    每个乡镇建成1所中心幼儿园，每个村有1个卫生室。 | 中心幼儿园: level reach 1 所 - - | 卫生室: level reach 1 个 - -
    抽检不少于500批次，合格率98%以上。 | 抽检: level atLeast 500 批次 - - | 合格率: level atLeast 98 % - -
    实现行政村覆盖率100%，20户以上自然村全覆盖。 | 行政村覆盖率: level reach 100 % - -
    停车位配建比例不低于1:1，其中充电桩车位不少于10%。 | 停车位配建比例: level atLeast 1 - - - | 充电桩车位配建比例: level atLeast 10 % - -
    选派科技特派员，每个乡镇不少于3名。 | 科技特派员: level atLeast 3 名 - -
    电子书年更新2000册。 | 电子书: level reach 2000 册 year -
    每年发放救助金不少于500万元。 | 救助金: level atLeast 5000000 元 year -
    全部淘汰老旧柴油货车5000辆。 | 老旧柴油货车: level reach 5000 辆 - -
    // Ten thousands of people, nouns that begin with a verb, one of a kind
    实现2.5万农村贫困人口脱贫。 | 农村贫困人口脱贫: level reach 25000 - - -
    培训5万农民。 | 农民: level reach 50000 - - -
    确保9.5万扶贫对象实现不愁吃。 | 扶贫对象: level reach 95000 - - -
    新建服务站20个。 | 服务站: level reach 20 个 - -
    新建培训基地5个、改造农贸市场3个。 | 培训基地: level reach 5 个 - - | 农贸市场: level reach 3 个 - -
    建设一所早期教育中心。 | 早期教育中心: level reach 1 所 - -
    创办3所以上公办幼儿园。 | 公办幼儿园: level atLeast 3 所 - -
    新整修绿化带面积100亩。 | 绿化带面积: level reach 100 亩 - -
    计划新建学校5所，拟新建停车场3处。 | 学校: level reach 5 所 - - | 停车场: level reach 3 处 - -
    免费为10万名适龄妇女开展筛查。 | 适龄妇女: level reach 100000 名 - -
    建成区新增绿化面积50万平方米。 | 绿化面积: increase reach 500000 平方米 - -
    争取上级资金20亿元，争取新建公园3个。 | 上级资金: level reach 2000000000 元 - - | 公园: level reach 3 个 - -
    放映公益电影2000场，加装电梯50部以上。 | 公益电影: level reach 2000 场 - - | 电梯: level atLeast 50 部 - -
    免费开放时间每年不少于330天。 | 免费开放时间: level atLeast 330 天 year -
    // Below zero
    进出口总额年均增长-2.5%左右。 | 进出口总额: increase approx -2.5 % year -
    产品合格率为90-95%。 | 产品合格率: level range [90,95] % - -
    // Within which time
    救援力量基本实现2小时内到达受灾乡镇。 | 救援力量到达受灾乡镇: level atMost 2 小时 - -
    // What stands between verb and number
    完成上级下达的12.5万亩高标准农田建设任务。 | 高标准农田建设任务: level reach 125000 亩 - -
    改扩建现有20个物资储备库和35个综合仓库。 | 物资储备库: level reach 20 个 - - | 综合仓库: level reach 35 个 - -
    新（改、扩）建学校15所。 | 学校: level reach 15 所 - -
    新增上市公司10家以上。 | 上市公司: increase atLeast 10 家 - -
    完成造林绿化10万亩。 | 造林绿化: level reach 100000 亩 - -
    // What a rise is compared with
    企业数量在2020年基础上翻一番。 | 企业数量: level reach 2 倍 - -
    到2035年，人均地区生产总值在2020年基础上翻一番。 | 人均地区生产总值: level reach 2 倍 - 2035
    工业投资增速高于固定资产投资增速3个百分点以上。 | 工业投资增速: level atLeast 3 个百分点 - -
    进出口总额达300亿元、同比增长8%以上。 | 进出口总额: level reach 30000000000 元 - - | 进出口总额: increase atLeast 8 % - -
    // How often
    每天通风2至3次。 | 通风: level range [2,3] 次 day -
    每名驾驶员每年接受2次以上安全培训。 | 安全培训: level atLeast 2 次 year -
    到2025年，排名前15家企业产值占比突破60%。 | 排名前15家企业产值占比: level exceed 60 % - 2025
    // Attributes with numbers of their own
    新增外贸企业100家，其中年进出口额10亿元以上30家。 | 外贸企业: increase reach 100 家 - - | 年进出口额10亿元以上: increase reach 30 家 - -
    培育10家年主营业务收入超过10亿元、具有国际竞争力的龙头企业。 | 年主营业务收入超过10亿元、具有国际竞争力的龙头企业: level reach 10 家 - -
    培育产值超过100亿元、带动能力强的企业5家。 | 产值超过100亿元、带动能力强的企业: level reach 5 家 - -
    选择10个左右有条件、有基础、规模适当的城市开展试点。 | 有条件、有基础、规模适当的城市: level approx 10 个 - -
    简单咨询留言1个工作日答复，一般诉求5个工作日办结。 | 简单咨询留言答复: level reach 1 个工作日 - - | 一般诉求办结: level reach 5 个工作日 - -
    // Further forms
    每年面向1万名技术人员开展培训。 | 技术人员: level reach 10000 名 year -
    新增2400户（累计约3600户）餐饮单位纳入监管平台。 | 餐饮单位: increase reach 2400 户 - -
    90%的重点单位纳入监管平台。 | 重点单位: level reach 90 % - -
    联通50个部门的业务系统。 | 部门的业务系统: level reach 50 个 - -
    进一步推动服务覆盖率达到85%以上。 | 服务覆盖率: level atLeast 85 % - -
    推广应用工业机器人8000台以上。 | 工业机器人: level atLeast 8000 台 - -
    年均开发2万个以上的公益性岗位。 | 公益性岗位: level atLeast 20000 个 year -
    每个县至少建成1所县级特困人员供养服务设施。 | 县级特困人员供养服务设施: level atLeast 1 所 - -
    每年新增专利授权量1万件。 | 专利授权量: increase reach 10000 件 year -
    将行政许可事项办理时间平均压缩50%以上。 | 行政许可事项办理时间: decrease atLeast 50 % - -
    绿色建筑占新建建筑比重达到100%。 | 绿色建筑占新建建筑比重: level reach 100 % - -
    到2025年，每万名就业人员中研发人员达到70人年。 | 每万名就业人员中研发人员: level reach 70 人年 - 2025
    到2025年，力争全市人工智能核心产业规模达到300亿元，带动相关产业规模突破1500亿元。 | 人工智能核心产业规模: level reach 30000000000 元 - 2025 | 相关产业规模: level exceed 150000000000 元 - 2025
    实施省级重点研发项目200项左右，突破关键核心技术100项。 | 省级重点研发项目: level approx 200 项 - - | 关键核心技术: level reach 100 项 - -
    确保2022年底前完成不少于1万户农村危房改造。 | 农村危房改造: level atLeast 10000 户 - 2022-12-31
    力争用3年时间，建成100个美丽乡村示范村。 | 美丽乡村示范村: level reach 100 个 - -
    全省一般公共预算收入增长5%左右。 | 一般公共预算收入: increase approx 5 % - -
    2022年，全市新开工改造城镇老旧小区150个。 | 城镇老旧小区: level reach 150 个 - 2022
    各县（市、区）每年至少举办2场专场招聘会。 | 专场招聘会: level atLeast 2 场 year -
    每个街道至少建成一处综合养老服务中心。 | 综合养老服务中心: level atLeast 1 处 - -
    中心城区建成区路网密度达到8公里/平方公里以上。 | 中心城区建成区路网密度: level atLeast 8 公里/平方公里 - -
    地表水优良（达到或好于Ⅲ类）比例达到90%。 | 地表水优良（达到或好于Ⅲ类）比例: level reach 90 % - -
    空气质量优良天数比率达到87.5%，PM2.5平均浓度控制在32微克/立方米以下。 | 空气质量优良天数比率: level reach 87.5 % - - | PM2.5平均浓度: level atMost 32 微克/立方米 - -
    亩均税收年均增长8%以上。 | 亩均税收: increase atLeast 8 % year -
    万元GDP用水量较2020年下降16%。 | 万元GDP用水量: decrease reach 16 % - -
    全社会研发投入强度达到3%以上。 | 全社会研发投入强度: level atLeast 3 % - -
    将失业率控制在5.5%左右。 | 失业率: level approx 5.5 % - -
    推动公共机构新能源汽车占比不低于30%。 | 公共机构新能源汽车占比: level atLeast 30 % - -
    支持建设10个国家级、50个省级特色产业集群。 | 国家级特色产业集群: level reach 10 个 - - | 省级特色产业集群: level reach 50 个 - -
    每年安排财政资金5000万元用于人才引进。 | 财政资金: level reach 50000000 元 year -
    组织实施“百千万”工程，培训农村实用人才10万名。 | 农村实用人才: level reach 100000 名 - -
    到2025年末，普惠型小微企业贷款余额达到2000亿元。 | 普惠型小微企业贷款余额: level reach 200000000000 元 - 2025-12-31
    年内完成50所中小学校食堂改造。 | 中小学校食堂改造: level reach 50 所 - 2021-12-31
    累计发放创业担保贷款100亿元以上。 | 创业担保贷款: level atLeast 10000000000 元 - -
    学前教育毛入园率达到95%以上，普惠性幼儿园覆盖率稳定在85%以上。 | 学前教育毛入园率: level atLeast 95 % - - | 普惠性幼儿园覆盖率: level atLeast 85 % - -
    全市常住人口达到500万人左右。 | 常住人口: level approx 5000000 人 - -
    争取国家级示范项目3个以上。 | 国家级示范项目: level atLeast 3 个 - -
    不动产登记办理时间压缩至3个工作日以内。 | 不动产登记办理时间: level atMost 3 个工作日 - -
    2025年粮食产量达到150亿公斤。 | 粮食产量: level reach 15000000000 公斤 - 2025
    新增规上企业300家，总数达到2000家。 | 规上企业: increase reach 300 家 - - | 规上企业总数: level reach 2000 家 - -
    行政村5G网络覆盖率达到90%，重点场所全覆盖。 | 行政村5G网络覆盖率: level reach 90 % - -
    “十四五”期间年均新增就业10万人。 | 就业: increase reach 100000 人 year 2025
    创建全国文明城市2个，省级文明城市10个。 | 文明城市: level reach 2 个 - - | 省级文明城市: level reach 10 个 - -
    生态环境质量稳步提升，森林覆盖率提高2个百分点以上，达到45%。 | 森林覆盖率: increase atLeast 2 个百分点 - - | 森林覆盖率: level reach 45 % - -
    由市财政局牵头，每季度调度1次资金使用情况。 | 资金使用情况: level reach 1 次 quarter -
    学生每天体育锻炼时间不少于2小时。 | 学生每天体育锻炼时间: level atLeast 2 小时 day -
    重点工业企业污染物排放达标率100%。 | 重点工业企业污染物排放达标率: level reach 100 % - -
    社会满意度达95分以上。 | 社会满意度: level atLeast 95 分 - -
    建设公租房2000套、保障性租赁住房5000套，实施棚户区改造1万套。 | 公租房: level reach 2000 套 - - | 保障性租赁住房: level reach 5000 套 - - | 棚户区改造: level reach 10000 套 - -
    新能源汽车年产量突破100万辆。 | 新能源汽车年产量: level exceed 1000000 辆 year -
    将市级储备粮规模增加到50万吨。 | 市级储备粮规模: level reach 500000 吨 - -
    """

/// A sentence and the role that all its quantities have.
let roleTable = """
    “十三五”期间，全省累计建成高标准农田500万亩。 | result
    2020年，全市地区生产总值达到5000亿元，同比增长3.5%。 | result
    截至目前，已建成充电桩2万个。 | result
    我市现有企业3000家。 | result
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
    对连续3年未达标的企业予以淘汰。 | parameter
    年营业收入2000万元及以上的法人单位纳入统计。 | threshold
    注册资本不低于1000万元。 | parameter
    每人每月补贴500元。 | incentive
    超过60周岁的老年人免费乘车。 | threshold
    建设35千伏变电站。 | parameter
    贷款额度不超过300万元。 | incentive
    收费标准为每吨1.5元。 | incentive
    目前，全市共有幼儿园1200所，在园幼儿20万人。 | result
    2019年全省接待游客5亿人次。 | result
    “十三五”以来，我省新增高速公路2000公里，总里程达到1万公里。 | result
    具备以下条件之一：年销售收入1亿元以上。 | threshold
    申请人应当具有3年以上工作经验。 | threshold
    面积在500平方米以上的公共建筑应当安装。 | threshold
    有下列情形之一的，处1万元以上3万元以下的罚款。 | incentive
    每个项目补助资金不超过100万元。 | incentive
    省财政安排专项资金给予每个示范县200万元奖补。 | incentive
    对首次认定的高新技术企业一次性奖励20万元。 | incentive
    按照每亩200元的标准给予补偿。 | incentive
    公示期为5个工作日。 | parameter
    按照每10万人口设置1所救助站的标准布局。 | parameter
    如参展企业数量超过总数的50%，给予场租补贴。 | threshold
    可依法办理延期缴纳税款，最长不超过3个月。 | parameter
    土地出让年限最高不超过50年。 | parameter
    支持金额不超过300万元/年。 | incentive
    为医务人员提供24小时心理咨询服务。 | parameter
    对10个以上的单位给予通报表扬。 | threshold
    目前，全市养老机构床位达1.2万张，护理型床位占比60%。 | result
    近年来，全市规上企业突破500家。 | result
    据测算，2030年老年人口将达到50万人。 | other
    园区总面积约60平方公里，规划道路全长约12公里。 | other
    申报企业上年度营业收入不低于2000万元，员工人数不少于50人。 | threshold
    路基宽度不小于6.5米，路面宽度不低于4.5米。 | parameter
    每生住宿费不超过800元。 | incentive
    领导小组下设5个工作专班。 | parameter
    做好新增2万个学位、新建10所学校等民生实事信息公开。 | other
    营业收入同比增长8.5%。 | result
    大型养殖场指生猪养殖量达到5000头以上，肉羊养殖量达到1000只以上。 | threshold
    本方案所称小微企业，是指从业人员300人以下、年营业收入2000万元以下的企业。 | threshold
    每所学校各安排50万元。 | incentive
    补助经费不超过100万元。 | incentive
    企业净资产5000万元及以上，资产负债率不超过60%，上年度纳税额100万元及以上的，可申请入驻。 | threshold
    保温系统应用高度禁止超过100米。 | parameter
    成立5个领导小组。 | other
    经过三年努力，全市森林覆盖率提高到45%。 | result
    建立教育、公安等5个部门参加的联席会议制度。 | other
    落实《关于加强管理的意见》等3个文件。 | other
    """
