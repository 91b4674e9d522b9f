import Testing

@testable import PolicyText

@Suite("Tables of targets and roles")
struct TargetTableTests {
    private func document(_ sentence: String) -> Document {
        Parser().parse(
            "云岭省人民政府关于测试的通知\n\n各市人民政府：\n\n\(sentence)\n\n云岭省人民政府\n2021年8月15日\n")
    }

    @Test(arguments: ClerkRow.rows(targetTable))
    func targets(_ row: ClerkRow) {
        let found = document(row[0]).targets.map { target in
            let fields = [
                target.measure.rawValue, target.relation.rawValue, value(target.value), target.unit, target.per ?? "",
                target.deadline?.date ?? "",
            ]
            return target.indicator + ": " + fields.map { $0.isEmpty ? "-" : $0 }.joined(separator: " ")
        }
        #expect(found == Array(row.cells.dropFirst()))
    }

    private func value(_ value: TargetValue) -> String {
        switch value {
        case .number(let number): text(number)
        case .between(let low, let high): "[\(text(low)),\(text(high))]"
        }
    }

    private func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

    /// Quantities that share words: what one is of must not end behind where the next begins.
    @Test(arguments: ["不少于5%翻一番）", "不少于5个翻一番（", "2个翻一番和就建成我2024年5月6日", "新建5个（累计8个）乡镇卫生院"]) func quantitiesInOneAnother(
        text: String
    ) {
        let found = Parser().parse(text)
        #expect(!found.quantities.isEmpty)
        #expect(found.quantities.allSatisfy { $0.range.start < $0.range.end && $0.range.end <= text.utf8.count })
    }

    @Test("A caller's unit of two bytes, in the text and at its end", arguments: ["电阻不超过5Ω的设备。", "电阻不超过5Ω"])
    func shortUnit(text: String) {
        let found = Parser(options: ParserOptions(units: ["Ω"])).parse(text)
        #expect(found.quantities.map(\.unit) == ["Ω"])
    }

    @Test("Cells of an indicator table that tell a rise, a fall or an absence") func movementsInCells() {
        let rows = [
            "指标\t单位\t规划目标值", "死亡人数\t-\t下降15%", "死亡率\t-\t较“十三五”下降30%以上", "研发投入\t亿元\t年均增长8%",
            "重特大事故\t起\t零发生", "响应时间\t分钟\t压减至10",
        ]
        let found = Parser().parse(
            "云岭省安全生产“十四五”规划\n\n一、目标\n\n表1 主要指标表\n" + rows.joined(separator: "\n") + "\n\n云岭省人民政府\n2021年5月6日\n")
        #expect(found.targets.map(\.measure) == [.decrease, .decrease, .increase, .level, .level])
        #expect(found.targets.map(\.relation) == [.reach, .atLeast, .reach, .reach, .reach])
        #expect(found.targets.map(\.value) == [.number(15), .number(30), .number(8), .number(0), .number(10)])
        #expect(found.targets.map(\.unit) == ["%", "%", "%", "起", "分钟"])
        #expect(found.targets.map(\.per) == [nil, nil, "year", nil, nil])
    }

    @Test("What the years before have brought is no target") func yearsBefore() {
        let found = document("五年来，地区生产总值年均增长7%，达到1200亿元。")
        #expect(found.targets.isEmpty)
        #expect(found.quantities.filter { $0.unit != "年" }.map(\.role) == [.result, .result])
    }

    @Test("Indicator tables: the finest column of names, rows of one cell, exact products") func groupedIndicators() {
        let rows = [
            "类别\t一级指标\t二级指标\t单位\t2030年目标值", "农业\t高质高效\t粮食播种面积\t万亩\t0.07", "农业\t高质高效\t产值\t亿元\t1.1",
            "社会\t就业\t登记失业率/调查失业率\t%\t<4/<5.5", "社会\t脱贫\t累计脱贫率\t%\t=100",
        ]
        let found = Parser().parse(
            "云岭市“十五五”发展规划\n\n一、目标\n\n表1 主要指标表\n" + rows.joined(separator: "\n") + "\n\n云岭市人民政府\n2026年5月6日\n")
        #expect(found.targets.map(\.indicator) == ["粮食播种面积", "产值", "登记失业率", "调查失业率", "累计脱贫率"])
        #expect(
            found.targets.map(\.value) == [.number(700), .number(110_000_000), .number(4), .number(5.5), .number(100)])
        #expect(found.targets.map(\.relation) == [.reach, .reach, .atMost, .atMost, .reach])
    }

    @Test("Tasks in the cells of a table, with the time limits of their rows", arguments: ["\t", " | "])
    func tasksInCells(gap: String) {
        let rows = [
            ["项目名称", "工作任务", "计划完成时间", "牵头单位"],
            ["公园提升", "新建口袋公园2处，改造绿道15公里以上。", "2026年11月底前", "市城管局"],
            ["托育服务", "新增托位400个，对东苑等3个小区进行改造。", "2026年6月底前", "市卫生健康委"],
        ]
        var lines = rows.map { $0.joined(separator: gap) }
        if gap != "\t" {
            lines = lines.map { "| \($0) |" }
            lines.insert("| --- | --- | --- | --- |", at: 1)
        }
        let found = Parser().parse(
            "云岭市2026年民生实事任务分解表\n\n一、任务分解\n\n" + lines.joined(separator: "\n") + "\n\n云岭市人民政府\n2026年1月6日\n")
        #expect(found.targets.map(\.indicator) == ["口袋公园", "绿道", "托位", "小区"])
        #expect(found.targets.map(\.value) == [.number(2), .number(15), .number(400), .number(3)])
        #expect(found.targets.map(\.relation) == [.reach, .atLeast, .reach, .reach])
        #expect(found.targets.map { $0.deadline?.date } == ["2026-11-30", "2026-11-30", "2026-06-30", "2026-06-30"])
        #expect(found.targets.allSatisfy { $0.form == .table })
        #expect(found.quantities.map(\.text) == ["2处", "15公里以上", "400个", "3个"])
    }

    @Test("Long clauses are cut between characters") func cutClauses() {
        let sentence = "到2025年，80%以上地市建立A" + String(repeating: "保护机制建设工作", count: 8) + "。"
        let target = document(sentence).targets.first
        #expect(target.map { !$0.text.contains("\u{FFFD}") && !$0.indicator.contains("\u{FFFD}") } == true)
        #expect(target.map { sentence.contains($0.text) } == true)
    }

    @Test("Numerals in a row that no number is so long as, and the number behind them") func longNumerals() {
        let found = Parser().parse(String(repeating: "九", count: 20_000) + "。新建5个中心。")
        #expect(found.quantities.last?.text == "5个")
    }

    @Test(
        "A heading joined from lines, with spaces for some of their ends and none for others",
        arguments: ["\n", "\r\n", "\u{2028}"])
    func headingOfLines(lineEnd: String) throws {
        let text = ["①壹", "k", "G站0期", "事", "、", "、"].joined(separator: lineEnd)
        let quantity = try #require(Parser().parse(text).quantities.first)
        let range = quantity.range.offsets
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == quantity.text)
    }

    @Test("A bullet is no number") func bullets() {
        #expect(document("○8名专家").quantities.map(\.text) == ["8名"])
        #expect(document("二○二五年底前建成8个。").targets.map { $0.deadline?.date } == ["2025-12-31"])
    }

    @Test("A plan without a date: what the plan before it reached is past") func earlierPlan() {
        let found = Parser().parse(
            "云岭省“十四五”林业发展规划\n\n一、发展基础\n\n“十三五”时期，全省累计造林200万亩。\n\n二、发展目标\n\n到“十四五”末，累计造林300万亩。\n")
        #expect(found.targets.map(\.value) == [.number(3_000_000)])
        #expect(found.quantities.map(\.role) == [.result, .target])
    }

    @Test(arguments: ClerkRow.rows(roleTable))
    func roles(_ row: ClerkRow) {
        let found = document(row[0])
        #expect(found.targets == [])
        #expect(!found.quantities.isEmpty)
        #expect(Set(found.quantities.map(\.role.rawValue)) == [row[1]])
    }
}
