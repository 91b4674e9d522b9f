/// Sources made to be slow, deep or endless. Sizes are in bytes, about.
enum HostileSource: String, CaseIterable, Sendable {
    case openBrackets, closeBrackets, bracketPairs, hanMarkers, dotMarkers, titleMarks, emptyTitles, articles, newlines,
        blankLines
    case spaces, fullWidthSpaces, fullStops, colons, quotes, han, oneCharacterLines, numberLines, deepNesting,
        tallNesting
    case tableLines, pipeTable, displacedNumbers, inlineItems, inlineWords, dates, documentNumbers, attachments, parts,
        titles
    case replacementCharacters, zeroWidth, markdownSigns, formFeeds, pageNumbers, contents, chrome, decimals, letters
    case recipients, brokenLines
    case namesInBracket, shortBrackets, dutyBrackets, deepDuties, leads, withs, responsibles, labels, labelRuns,
        dutyTable
    case sharedHeads, spacedNames, byWords, regions, restWords, jointIssuers, clauseWithoutEnd

    func text(byteCount: Int) -> String {
        switch self {
        case .openBrackets: fill("（", byteCount)
        case .closeBrackets: fill("）", byteCount)
        case .bracketPairs: fill("（）", byteCount)
        case .hanMarkers: fill("一、", byteCount)
        case .dotMarkers: fill("1.", byteCount)
        case .titleMarks: fill("《", byteCount)
        case .emptyTitles: fill("《某》", byteCount)
        case .articles: fill("第一条", byteCount)
        case .newlines: fill("\n", byteCount)
        case .blankLines: fill("\r\n　\n", byteCount)
        case .spaces: fill(" ", byteCount)
        case .fullWidthSpaces: fill("　 ", byteCount)
        case .fullStops: fill("。", byteCount)
        case .colons: fill("：", byteCount)
        case .quotes: fill("“\"", byteCount)
        case .han: Self.randomHan(byteCount)
        case .oneCharacterLines: fill("字\n", byteCount)
        case .numberLines: fill("1\n", byteCount)
        case .deepNesting: fill("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n", byteCount)
        case .tallNesting: fill("一、甲（一）乙1.丙（1）丁①戊", byteCount)
        case .tableLines: fill("1    某县    12    20.5    某某局\n", byteCount)
        case .pipeTable: "# 表\n" + fill("| 1 | 某县 | 12 |\n", byteCount)
        case .displacedNumbers: fill("1\n\u{FFFD} 某事\n", byteCount)
        case .inlineItems: "办理下列事项：" + fill("（1）甲；（2）乙；", byteCount)
        case .inlineWords: fill("一是甲；二是乙；", byteCount)
        case .dates: fill("2024年1月2日\n", byteCount)
        case .documentNumbers: fill("某发〔2024〕1号", byteCount)
        case .attachments: "附件：" + fill("1.某表\n", byteCount)
        case .parts: fill("附件1\n某办法\n正文。\n", byteCount)
        case .titles: fill("某县人民政府关于某事的通知\n", byteCount)
        case .replacementCharacters: fill("\u{FFFD}", byteCount)
        case .zeroWidth: fill("字\u{200B}", byteCount)
        case .markdownSigns: "# 题\n" + fill("**_`#|\\", byteCount)
        case .formFeeds: fill("\u{C}字", byteCount)
        case .pageNumbers: fill("某事要办好\n— 1 —\n\u{C}", byteCount)
        case .contents: "目录\n" + fill("第一章　总则……1\n", byteCount)
        case .chrome: fill("首页 > 政务公开\n打印 关闭\n", byteCount)
        case .decimals: fill("1.1.1", byteCount)
        case .letters: fill("A.l.I.a)", byteCount)
        case .recipients: "某县人民政府关于某事的通知\n" + fill("各镇人民政府，", byteCount) + "：\n"
        case .namesInBracket: Self.opening + "要办好（" + fill("省财政厅、", byteCount) + "负责）。\n"
        case .shortBrackets: Self.opening + fill("要办好（省财政厅）。", byteCount)
        case .dutyBrackets: Self.opening + fill("（省财政厅牵头，省教育厅配合）", byteCount)
        case .deepDuties: Self.opening + fill("（省财政厅（", byteCount / 2) + "牵头" + fill("）配合）", byteCount / 2)
        case .leads: Self.opening + fill("牵头", byteCount)
        case .withs: Self.opening + fill("省财政厅会同", byteCount)
        case .responsibles: Self.opening + fill("由省财政厅负责", byteCount)
        case .labels: Self.opening + fill("责任单位：", byteCount)
        case .labelRuns: Self.opening + fill("牵头单位：省财政厅\n配合单位：\n", byteCount)
        case .dutyTable:
            Self.opening + "| 任务 | 责任单位 | 完成时限 |\n| --- | --- | --- |\n"
                + fill("| 甲 | 省财政厅、同上 | 同上 |\n| 乙 | 同上 |\n", byteCount)
        case .sharedHeads: Self.opening + "（" + fill("各市、州、县、", byteCount) + "人民政府负责）\n"
        case .spacedNames: Self.opening + "（" + fill("省 财政 厅　", byteCount) + "负责）\n"
        case .byWords: Self.opening + fill("由", byteCount) + "省财政厅牵头。\n"
        case .regions: Self.opening + fill("北京市海淀区", byteCount) + "财政局负责。\n"
        case .restWords: Self.opening + "责任单位：" + fill("等", byteCount) + "部门\n"
        case .jointIssuers: fill("国家教育部财政部", byteCount) + "关于某事的通知\n一、某事\n"
        case .clauseWithoutEnd: Self.opening + "由省财政厅牵头" + fill("，省教育厅配合", byteCount)
        case .brokenLines: fill("要把这项工作作为一件大事来抓（由县\n财政局牵头，县教育\n局配合）\n", byteCount)
        }
    }

    private func fill(_ unit: String, _ byteCount: Int) -> String {
        String(repeating: unit, count: max(1, byteCount / unit.utf8.count))
    }

    private static func randomHan(_ byteCount: Int) -> String {
        var random = SplitMix64(seed: 1)
        var view = String.UnicodeScalarView()
        for _ in 0..<byteCount / 3 {
            view.append(Unicode.Scalar(UInt32(0x4E00 + random.next() % 0x51A0)) ?? "字")
        }
        return String(view)
    }

    /// A head, so that what follows is a part's text.
    private static let opening = "某县人民政府关于某事的通知\n各镇人民政府：\n一、某事。"
}
