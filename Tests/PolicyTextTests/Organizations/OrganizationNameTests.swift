import Testing

@testable import PolicyText

/// What the document settles about a name: level, region and full name. What it does not settle stays open.
struct OrganizationNameTests {
    /// Issuer, year, name, level, region, full name; `*` where the row does not ask.
    static let rows = ClerkRow.rows(
        """
        // province, from the issuer
        广东省人民政府 | 2024 | 省知识产权局 | province | 广东省 | 广东省知识产权局
        广东省人民政府 | 2024 | 省财政厅 | province | 广东省 | 广东省财政厅
        广东省人民政府办公厅 | 2024 | 省发展改革委 | province | 广东省 | 广东省发展和改革委员会
        广东省人民政府办公厅 | 2024 | 省人力资源社会保障厅 | province | 广东省 | 广东省人力资源和社会保障厅
        广东省人民政府办公厅 | 2024 | 省住房城乡建设厅 | province | 广东省 | 广东省住房和城乡建设厅
        广东省农业农村厅 | 2024 | 省市场监管局 | province | 广东省 | 广东省市场监督管理局
        广东省人民政府 | 2024 | 省法院 | province | 广东省 | 广东省高级人民法院
        广东省人民政府 | 2024 | 省检察院 | province | 广东省 | 广东省人民检察院
        广东省人民政府 | 2024 | 省委宣传部 | province | 广东省 | 中共广东省委宣传部
        广东省人民政府 | 2024 | 省妇联 | province | 广东省 | 广东省妇女联合会
        广东省人民政府 | 2024 | 省总工会 | province | 广东省 | 广东省总工会
        广东省人民政府 | 2024 | 省科协 | province | 广东省 | 广东省科学技术协会
        广东省人民政府 | 2024 | 省残联 | province | 广东省 | 广东省残疾人联合会
        广东省人民政府 | 2024 | 省工商联 | province | 广东省 | 广东省工商业联合会
        云岭省人民政府 | 2024 | 省财政厅 | province | 云岭省 | 云岭省财政厅
        云岭省人民政府办公厅 | 2024 | 省农业农村厅 | province | 云岭省 | 云岭省农业农村厅
        云岭省人民政府办公厅 | 2024 | 省工信厅 | province | 云岭省 | 云岭省工业和信息化厅
        // a municipality's 市 is its province
        北京市人民政府 | 2024 | 市教委 | province | 北京市 | 北京市教育委员会
        北京市人民政府 | 2024 | 市发展改革委 | province | 北京市 | 北京市发展和改革委员会
        北京市人民政府 | 2024 | 市市场监管局 | province | 北京市 | 北京市市场监督管理局
        上海市人民政府办公厅 | 2024 | 市经济信息化委 | province | 上海市 | 上海市经济和信息化委员会
        上海市人民政府办公厅 | 2024 | 市住房城乡建设管理委 | province | 上海市 | 上海市住房和城乡建设管理委员会
        重庆市人民政府 | 2024 | 市财政局 | province | 重庆市 | 重庆市财政局
        重庆市人民政府 | 2024 | 区财政局 | county | - | -
        // city and county, from the issuer
        深圳市人民政府 | 2024 | 市财政局 | city | 深圳市 | 深圳市财政局
        深圳市人民政府 | 2024 | 省财政厅 | province | 广东省 | 广东省财政厅
        青溪市人民政府 | 2024 | 市发改委 | city | 青溪市 | 青溪市发展和改革委员会
        青溪市人民政府 | 2024 | 市人社局 | city | 青溪市 | 青溪市人力资源和社会保障局
        青溪市人民政府 | 2024 | 市住建局 | city | 青溪市 | 青溪市住房和城乡建设局
        青溪市人民政府 | 2024 | 市市场监管局 | city | 青溪市 | 青溪市市场监督管理局
        云岭县人民政府 | 2024 | 县教育局 | county | 云岭县 | 云岭县教育局
        云岭县人民政府办公室 | 2024 | 县农业农村局 | county | 云岭县 | 云岭县农业农村局
        // 市 of a county that is called so
        昆山市人民政府 | 2024 | 市财政局 | county | 昆山市 | 昆山市财政局
        昆山市人民政府 | 2024 | 省财政厅 | province | 江苏省 | 江苏省财政厅
        昆山市人民政府 | 2024 | 市场监管部门 | other | - | -
        // below the issuer: nobody says which
        广东省人民政府 | 2024 | 市发改委 | city | - | -
        广东省人民政府 | 2024 | 市财政局 | city | - | -
        广东省人民政府 | 2024 | 县财政局 | county | - | -
        青溪市人民政府 | 2024 | 区财政局 | county | - | -
        青溪市人民政府 | 2024 | 省财政厅 | province | - | -
        // the name says it all
        国务院办公厅 | 2024 | 广东省财政厅 | province | 广东省 | 广东省财政厅
        国务院办公厅 | 2024 | 浙江省发展改革委 | province | 浙江省 | 浙江省发展和改革委员会
        广东省人民政府 | 2024 | 广州市财政局 | city | 广州市 | 广州市财政局
        广东省人民政府 | 2024 | 湖南省科技厅 | province | 湖南省 | 湖南省科学技术厅
        // a place that no list has: 试点县财政局 has the same form
        云岭省人民政府 | 2024 | 青溪市财政局 | city | - | -
        青溪市人民政府 | 2024 | 青溪市财政局 | city | 青溪市 | 青溪市财政局
        云岭省人民政府 | 2024 | 试点县财政局 | county | - | -
        // national bodies with short names
        国务院办公厅 | 2024 | 国家发展改革委 | national | - | 国家发展和改革委员会
        广东省人民政府 | 2024 | 国家发展改革委 | national | - | 国家发展和改革委员会
        国务院办公厅 | 2024 | 发展改革委 | national | - | 国家发展和改革委员会
        国务院办公厅 | 2020 | 市场监管总局 | national | - | 国家市场监督管理总局
        国务院办公厅 | 2024 | 金融监管总局 | national | - | 国家金融监督管理总局
        国务院办公厅 | 2024 | 人民银行 | national | - | 中国人民银行
        国务院办公厅 | 2024 | 证监会 | national | - | 中国证券监督管理委员会
        国务院办公厅 | 2024 | 国务院国资委 | national | - | 国务院国有资产监督管理委员会
        国务院办公厅 | 2024 | 全国妇联 | national | - | 中华全国妇女联合会
        国务院办公厅 | 2024 | 最高人民法院 | national | - | 中华人民共和国最高人民法院
        // names that have changed
        国务院办公厅 | 2012 | 工商总局 | national | - | 国家工商行政管理总局
        国务院办公厅 | 2015 | 国家卫生计生委 | national | - | 国家卫生和计划生育委员会
        国务院办公厅 | 2020 | 国家卫生健康委 | national | - | 国家卫生健康委员会
        国务院办公厅 | 2016 | 中央网信办 | national | - | 中央网络安全和信息化领导小组办公室
        国务院办公厅 | 2021 | 中央网信办 | national | - | 中央网络安全和信息化委员会办公室
        国务院办公厅 | 2020 | 银保监会 | national | - | 中国银行保险监督管理委员会
        国务院办公厅 | 2015 | 银监会 | national | - | 中国银行业监督管理委员会
        // branches of national bodies
        广东省人民政府 | 2015 | 广东银监局 | province | 广东省 | 中国银行业监督管理委员会广东监管局
        广东省人民政府 | 2020 | 广东银保监局 | province | 广东省 | 中国银行保险监督管理委员会广东监管局
        广东省人民政府 | 2024 | 广东金融监管局 | province | 广东省 | 国家金融监督管理总局广东监管局
        广东省人民政府 | 2024 | 广东证监局 | province | 广东省 | 中国证券监督管理委员会广东监管局
        广东省人民政府 | 2015 | 人民银行广州分行 | * | * | 中国人民银行广州分行
        广东省人民政府 | 2024 | 海关总署广东分署 | * | 广东省 | 海关总署广东分署
        广东省人民政府 | 2024 | 省税务局 | province | 广东省 | 国家税务总局广东省税务局
        广东省人民政府 | 2015 | 省地税局 | province | 广东省 | 广东省地方税务局
        // nobody settles it
        广东省人民政府 | 2024 | 发改委 | other | - | 发展和改革委员会
        广东省人民政府 | 2024 | 各有关部门 | other | - | -
        广东省人民政府 | 2024 | 相关单位 | other | - | -
        广东省人民政府 | 2024 | 各市人民政府 | city | * | -
        广东省人民政府 | 2024 | 各地级以上市 | city | * | -
        广东省人民政府 | 2024 | 各县（市、区）人民政府 | county | * | -
        广东省人民政府 | 2024 | 各乡镇人民政府 | town | * | -
        广东省人民政府 | 2024 | 省直有关部门 | province | * | -
        """)

    @Test(arguments: rows) func settles(row: ClerkRow) throws {
        var notice = DutyNotice("（\(row[2])负责）")
        notice.title = "\(row[0])关于推进蜂业发展的通知"
        notice.signature = row[0]
        notice.year = row[1]
        let document = notice.document
        let names = document.responsibilities.flatMap(\.assignments).flatMap(\.departments)
        let name = try #require(names.first)
        #expect(names.map(\.name) == [row[2]])
        let found = [name.level.rawValue, name.region ?? "", name.canonicalName ?? ""]
        for (column, value) in found.enumerated() where row[column + 3] != "*" { #expect(value == row[column + 3]) }
    }

    /// The issuing body itself: name, level, region, full name.
    static let issuers = ClerkRow.rows(
        """
        广东省人民政府 | province | 广东省 | 广东省人民政府
        云岭省人民政府办公厅 | province | 云岭省 | 云岭省人民政府办公厅
        北京市人民政府 | province | 北京市 | 北京市人民政府
        深圳市人民政府 | city | 深圳市 | 深圳市人民政府
        青溪市农业农村局 | city | 青溪市 | 青溪市农业农村局
        国务院办公厅 | national | - | 国务院办公厅
        """)

    @Test(arguments: issuers) func settlesTheIssuer(row: ClerkRow) throws {
        var notice = DutyNotice("建设追溯平台。")
        notice.title = "\(row[0])关于推进蜂业发展的通知"
        notice.signature = row[0]
        let issuers = notice.document.metadata.issuers
        let issuer = try #require(issuers.first)
        #expect(issuers.map(\.name) == [row[0]])
        #expect([issuer.level.rawValue, issuer.region ?? "", issuer.canonicalName ?? ""] == [row[1], row[2], row[3]])
    }
}

/// Organisations that the caller adds.
struct OrganizationAliasTests {
    private static let parser = Parser(
        options: ParserOptions(organizations: [
            OrganizationAlias(name: "蜂业和花粉发展管理局", aliases: ["蜂花局", "蜂业花粉局"]),
            OrganizationAlias(name: "国家蜂业总台账室", aliases: ["蜂账室"], isNational: true),
            OrganizationAlias(name: "蜂语者", aliases: []),
        ]))

    private static func names(_ text: String, _ parser: Parser) -> [OrganizationName] {
        let document = parser.parse(DutyNotice(text).source)
        return document.responsibilities.flatMap(\.assignments).flatMap(\.departments)
    }

    /// Text, then names with level, region and full name.
    static let rows = ClerkRow.rows(
        """
        （省蜂花局牵头，省财政厅配合） | 省蜂花局 province 云岭省 云岭省蜂业和花粉发展管理局
        （省蜂业花粉局负责） | 省蜂业花粉局 province 云岭省 云岭省蜂业和花粉发展管理局
        （省蜂业和花粉发展管理局负责） | 省蜂业和花粉发展管理局 province 云岭省 云岭省蜂业和花粉发展管理局
        （蜂账室牵头，省财政厅配合） | 蜂账室 national - 国家蜂业总台账室
        （国家蜂业总台账室牵头） | 国家蜂业总台账室 national - 国家蜂业总台账室
        由蜂账室牵头，省财政厅配合，建设追溯平台。 | 蜂账室 national - 国家蜂业总台账室
        （省蜂语者牵头，省财政厅配合） | 省蜂语者 province 云岭省 云岭省蜂语者
        （省教育厅和省蜂花局牵头） | 省教育厅 province 云岭省 云岭省教育厅
        """)

    @Test(arguments: rows) func knowsTheAlias(row: ClerkRow) throws {
        let name = try #require(Self.names(row[0], Self.parser).first)
        let found = [name.name, name.level.rawValue, name.region ?? "-", name.canonicalName ?? "-"]
        #expect(found.joined(separator: " ") == row[1])
    }

    /// Without the addition the same name is no body that the text could name.
    @Test func ordinaryParserDoesNotKnowIt() {
        #expect(Self.names("由蜂账室牵头，省财政厅配合，建设追溯平台。", Parser()).allSatisfy { $0.name != "蜂账室" })
        #expect(Self.names("（蜂语者）", Parser()).isEmpty)
    }
}
