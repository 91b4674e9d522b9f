/// Text, values, unit, family and relation of the one quantity that it holds; `-` for an empty cell.
///
/// Two values are bounds. Everything was worked out by hand.
let quantityTable = """
    // Arabic numerals
    16万件 | 160000 | 件 | count | reach
    1,200家 | 1200 | 家 | count | reach
    1,234,567元 | 1234567 | 元 | money | reach
    3.5万人 | 35000 | 人 | count | reach
    16 万件 | 160000 | 件 | count | reach
    500亿元 | 50000000000 | 元 | money | reach
    1.2万亿元 | 1200000000000 | 元 | money | reach
    0.75公顷 | 0.75 | 公顷 | area | reach
    ２０００家 | 2000 | 家 | count | reach
    ５８.５％ | 58.5 | % | share | reach
    １２００万亩 | 12000000 | 亩 | area | reach
    3千户 | 3000 | 户 | count | reach
    2百万人 | 2000000 | 人 | count | reach
    1千2百亿元 | 120000000000 | 元 | money | reach
    // Chinese numerals
    十五万六千人 | 156000 | 人 | count | reach
    三百二十个 | 320 | 个 | count | reach
    两千家 | 2000 | 家 | count | reach
    五万亿元 | 5000000000000 | 元 | money | reach
    一百零五项 | 105 | 项 | count | reach
    十二所 | 12 | 所 | count | reach
    两个亿元 | 200000000 | 元 | money | reach
    三点五万吨 | 35000 | 吨 | mass | reach
    壹佰贰拾万元 | 1200000 | 元 | money | reach
    // Fractions, shares, multiples
    三分之二 | 0.6666666666666666 | - | share | reach
    1/3 | 0.3333333333333333 | - | share | reach
    二分之一以上 | 0.5 | - | share | atLeast
    一半以上 | 0.5 | - | share | atLeast
    10% | 10 | % | share | reach
    10％ | 10 | % | share | reach
    12.5% | 12.5 | % | share | reach
    百分之十 | 10 | % | share | reach
    百分之三点五 | 3.5 | % | share | reach
    百分之百 | 100 | % | share | reach
    千分之五 | 5 | ‰ | share | reach
    3‰ | 3 | ‰ | share | reach
    10个百分点 | 10 | 个百分点 | share | reach
    0.5个百分点 | 0.5 | 个百分点 | share | reach
    三个百分点 | 3 | 个百分点 | share | reach
    三成 | 30 | % | share | reach
    三成半 | 35 | % | share | reach
    九成以上 | 90 | % | share | atLeast
    八折 | 80 | % | share | reach
    八五折 | 85 | % | share | reach
    翻一番 | 2 | 倍 | share | reach
    翻两番 | 4 | 倍 | share | reach
    翻番 | 2 | 倍 | share | reach
    翻了一番 | 2 | 倍 | share | reach
    翻一番以上 | 2 | 倍 | share | atLeast
    2倍 | 2 | 倍 | share | reach
    3倍以上 | 3 | 倍 | share | atLeast
    1.5倍 | 1.5 | 倍 | share | reach
    // Ranges
    5-10个 | 5 10 | 个 | count | range
    5—10个 | 5 10 | 个 | count | range
    5——10个 | 5 10 | 个 | count | range
    5～10个 | 5 10 | 个 | count | range
    5~10个 | 5 10 | 个 | count | range
    5至10个 | 5 10 | 个 | count | range
    5到10个 | 5 10 | 个 | count | range
    三到五年 | 3 5 | 年 | time | range
    10%～20% | 10 20 | % | share | range
    10%-20% | 10 20 | % | share | range
    10-20% | 10 20 | % | share | range
    百分之五至百分之十 | 5 10 | % | share | range
    3000万-5000万元 | 30000000 50000000 | 元 | money | range
    3000万元-5000万元 | 30000000 50000000 | 元 | money | range
    3000万元至5000万元 | 30000000 50000000 | 元 | money | range
    2-3万人 | 20000 30000 | 人 | count | range
    5至8亿元 | 500000000 800000000 | 元 | money | range
    1000-1500万吨 | 10000000 15000000 | 吨 | mass | range
    二三十家 | 20 30 | 家 | count | range
    三五百人 | 300 500 | 人 | count | range
    八九亿元 | 800000000 900000000 | 元 | money | range
    数十家 | 10 100 | 家 | count | range
    数百亿元 | 10000000000 100000000000 | 元 | money | range
    几十万人 | 100000 1000000 | 人 | count | range
    3年以上7年以下 | 3 7 | 年 | time | range
    5人以上10人以下 | 5 10 | 人 | count | range
    // Approximations and bounds
    3000多家 | 3000 | 家 | count | approx
    500余个 | 500 | 个 | count | approx
    十余万人 | 100000 | 人 | count | approx
    20多万户 | 200000 | 户 | count | approx
    十几个 | 10 | 个 | count | approx
    100家左右 | 100 | 家 | count | approx
    5万人上下 | 50000 | 人 | count | approx
    95%以上 | 95 | % | share | atLeast
    30家及以上 | 30 | 家 | count | atLeast
    50万元（含）以上 | 500000 | 元 | money | atLeast
    45人以内 | 45 | 人 | count | atMost
    5%以下 | 5 | % | share | atMost
    3个月以内 | 3 | 个月 | time | atMost
    48小时内 | 48 | 小时 | time | atMost
    7个工作日之内 | 7 | 个工作日 | time | atMost
    7个工作日内 | 7 | 个工作日 | time | atMost
    // Units
    8亿千瓦 | 800000000 | 千瓦 | power | reach
    10亿千瓦时 | 1000000000 | 千瓦时 | energy | reach
    300亿千瓦时 | 30000000000 | 千瓦时 | energy | reach
    100兆瓦 | 100 | 兆瓦 | power | reach
    5千瓦 | 5 | 千瓦 | power | reach
    10千米 | 10 | 千米 | length | reach
    2.3千克 | 2.3 | 千克 | mass | reach
    500万吨标准煤 | 5000000 | 吨标准煤 | mass | reach
    0.5吨标准煤/万元 | 0.5 | 吨标准煤/万元 | rate | reach
    1200元/吨 | 1200 | 元/吨 | rate | reach
    3000件/年 | 3000 | 件/年 | rate | reach
    50万人次/年 | 500000 | 人次/年 | rate | reach
    350公里/小时 | 350 | 公里/小时 | rate | reach
    35微克/立方米 | 35 | 微克/立方米 | rate | reach
    40立方米 | 40 | 立方米 | volume | reach
    190亿立方米 | 19000000000 | 立方米 | volume | reach
    2.6平方米 | 2.6 | 平方米 | area | reach
    200平方公里 | 200 | 平方公里 | area | reach
    500㎡ | 500 | 平方米 | area | reach
    40条（座） | 40 | 条（座） | count | reach
    30台（套） | 30 | 台（套） | count | reach
    150万人次 | 1500000 | 人次 | count | reach
    1.2万张 | 12000 | 张 | count | reach
    5000张床位 | 5000 | 张床位 | count | reach
    360学时 | 360 | 学时 | time | reach
    30标准箱 | 30 | 标准箱 | count | reach
    10万标准机架 | 100000 | 标准机架 | count | reach
    20PB | 20 | PB | data | reach
    1000Mbps | 1000 | Mbps | data | reach
    25℃ | 25 | ℃ | technical | reach
    500千伏 | 500 | 千伏 | technical | reach
    25摄氏度 | 25 | ℃ | technical | reach
    90分 | 90 | 分 | count | reach
    2600部 | 2600 | 部 | count | reach
    86个區域 | 86 | 个 | count | reach
    六個月 | 6 | 個月 | time | reach
    // Time
    3个工作日 | 3 | 个工作日 | time | reach
    3工作日 | 3 | 个工作日 | time | reach
    六个月 | 6 | 个月 | time | reach
    半年 | 0.5 | 年 | time | reach
    两年半 | 2.5 | 年 | time | reach
    一吨半 | 1.5 | 吨 | mass | reach
    15分钟 | 15 | 分钟 | time | reach
    30日内 | 30 | 日 | time | atMost
    2个小时 | 2 | 小时 | time | reach
    5年以上 | 5 | 年 | time | atLeast
    // Money
    123元1角1分 | 123.11 | 元 | money | reach
    十块三毛 | 10.3 | 元 | money | reach
    人民币50元 | 50 | 元 | money | reach
    8亿元人民币 | 800000000 | 元 | money | reach
    1200亿美元 | 120000000000 | 美元 | money | reach
    港币2960元 | 2960 | 港元 | money | reach
    25481港元 | 25481 | 港元 | money | reach
    5万欧元 | 50000 | 欧元 | money | reach
    1000日元 | 1000 | 日元 | money | reach
    壹仟玖佰圆整 | 1900 | 元 | money | reach
    ￥300 | 300 | 元 | money | reach
    // In sentences
    新建学校20所， | 20 | 所 | count | reach
    约4.287亿美元 | 428700000 | 美元 | money | reach
    负3.9% | -3.9 | % | share | reach
    平均气温降低0.5℃ | 0.5 | ℃ | technical | reach
    """

/// Texts that hold no quantity.
let noQuantityTable = """
    第三条
    第二十三次会议
    统一部署
    一律不得
    进一步加强
    二〇二五年
    2025年
    2021年6月30日
    6月30日
    〔2015〕266号
    国办发〔2018〕117号
    5G网络
    10G-PON
    PM2.5
    PM10
    3D打印
    12345热线
    四川省
    三亚市
    万一发生
    唯一标识
    两岸四地
    一带一路
    零售企业
    十分重要
    十四五规划
    “十四五”期间
    一体化
    一方面
    一系列
    三农工作
    不一致
    千方百计
    百花齐放
    万众一心
    九三学社
    五一劳动节
    两会期间
    半导体
    数据中心
    数字经济
    几何
    上世纪90年代
    2023—2025年
    2010-01-29
    1.2.3
    """
