/// Finds where lists of names begin and end in running text.
///
/// A name's own words decide where they can: the catalogue, a level or region in front, an ending. Where a name begins
/// inside a run of text and nothing else says so, ICU's word boundaries have the last word.
struct RunningNames {
    let text: TextBytes
    let reader: OrganizationReader
    let lists: OrganizationListReader
    let words: DutyWords
    let segmenter: SegmenterOnDemand

    // MARK: - Lists that end at a verb

    /// The names that stand directly before the end of a span, modal verbs and adverbs left out.
    func list(endingAt span: Range<Int>) -> OrganizationList? {
        let whole = text.trimmed(span)
        guard whole.count >= 6 else { return nil }
        if let list = names(withoutLead(whole)) { return list }
        let span = withoutModals(whole)
        guard !span.isEmpty else { return nil }
        if let list = names(withoutLead(span)) { return list }
        if let by = last("由", in: span) {
            let given = by + 3..<span.upperBound
            if let list = names(given) ?? opening(given) ?? names(given, within: OrganizationReader.longestName) {
                return list
            }
        }
        return opening(withoutLead(span)) ?? closing(span)
    }

    /// Whether nothing but adverbs stands in a span, if anything does.
    func isAdverbial(_ span: Range<Int>) -> Bool { span.isEmpty || withoutModals(text.trimmed(span)).isEmpty }

    private static let topics: [StaticString] = ["的主要职责", "的工作职责", "的职责", "主要职责", "工作职责", "职责"]

    /// All of a span as names, 职责 behind them left out, or `nil`.
    func only(_ span: Range<Int>) -> OrganizationList? {
        var span = text.trimmed(span)
        for word in Self.topics where text.closes(span, with: word) {
            span = span.lowerBound..<span.upperBound - word.utf8CodeUnitCount
            break
        }
        return names(span)
    }

    /// All of a span as names, or `nil`.
    ///
    /// - Parameter length: The most characters of a name that begins with no level or region.
    private func names(_ span: Range<Int>, within length: Int = RunningNames.longestBare) -> OrganizationList? {
        guard span.count >= 6 else { return nil }
        let list = lists.list(in: span)
        guard !list.names.isEmpty, areActors(list.names, within: length) else {
            store.leave(list.names.lowerBound)
            return nil
        }
        return list
    }

    /// The names of those who help, between a comma and their verb: beside an actor other bodies may stand that could not
    /// bear a duty by themselves (养老机构、社区居委会).
    func helpers(endingAt span: Range<Int>) -> OrganizationList? {
        if let list = list(endingAt: span) { return list }
        let list = lists.list(in: withoutModals(text.trimmed(span)))
        var hasActor = false
        for name in list.names {
            let span = store.names[name].span
            if isActor(span, store.number(name)) {
                hasActor = true
            } else if isCommunity(span) {
                hasActor = true
            } else if !reader.endsLikeOrganization(span) && !text.closes(span, with: "村") || !mayStandAlone(span)
                || !reader.isNounPhrase(span)
            {
                hasActor = false
                break
            }
        }
        guard hasActor else {
            store.leave(list.names.lowerBound)
            return nil
        }
        return list
    }

    private static let classes: [StaticString] = [
        "广大", "城市", "农村", "城乡", "老旧", "试点", "重点", "示范", "所有", "全体", "相关", "有关", "涉及", "智慧", "完整",
    ]

    /// 东湾社区: a community by its name.
    private func isCommunity(_ span: Range<Int>) -> Bool {
        text.closes(span, with: "社区") && span.count >= 12 && !text.opens(span, withAnyOf: Self.classes)
            && mayStandAlone(span) && reader.isNounPhrase(span)
    }

    private var store: DutyStore { lists.store }

    /// Characters of a name without level or region where nothing but its end tells it; behind 由 it may be longer.
    private static let longestBare = 20

    private func areActors(_ names: Range<Int>, within length: Int = RunningNames.longestBare) -> Bool {
        for name in names where !isActor(store.names[name].span, store.number(name), within: length) { return false }
        return true
    }

    /// Whether a span is an actor that may bear a duty without a bracket or label to say so.
    private func isActor(_ span: Range<Int>, _ number: Int, within length: Int = RunningNames.longestBare) -> Bool {
        switch reader.sort(ofNumber: number) {
        case .known, .generic, .place: return true
        case .publicBody: return reader.hasNamedHead(span) || mayStandAlone(span, within: length)
        case .company, .association, .school: return reader.hasNamedHead(span)
        case .market, .none: return false
        }
    }

    private static let beginnings: [StaticString] = [
        "加强", "建立", "成立", "设立", "明确", "确定", "组建", "指定", "安排", "落实", "推动", "鼓励", "引导", "支持", "加快", "完善", "强化", "健全",
        "依托",
        "通过", "按照", "根据", "结合", "充分", "发挥", "协调", "组织", "督促", "联合", "会同", "对", "在", "从", "向", "与", "和", "及", "以", "为",
        "将", "使",
        "让", "把", "被", "并", "但", "如", "因", "经", "请", "凡", "未", "不", "可", "已", "也", "均", "都", "其", "此", "这", "那", "报",
        "至", "专项", "专题", "专职", "专业", "做",
        "抓", "要", "应", "须", "需", "分管", "主要", "党政", "一把", "专门", "专人", "双方", "谁", "自", "到", "每", "具体", "工作", "各项", "认真",
        "切实", "全面",
        "主动", "积极", "同时", "此项", "上述", "推进", "实行", "实施", "负责", "牵头", "统一", "同级", "设在", "设置", "具有", "符合", "承担", "开展",
        "委托", "授权",
        "选择", "选定", "聘请", "邀请", "会", "还", "则", "由", "等", "所", "派", "送", "选", "去", "是", "有", "无", "没有", "必须", "需要", "允许",
        "接受", "服从",
    ]

    private static let openings: WordIndex = {
        var index = WordIndex(by: .first)
        for word in beginnings {
            index.insert(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        }
        return index
    }()

    /// Whether a span without level or region can be a name: it does not begin like a clause.
    func mayStandAlone(_ span: Range<Int>, within length: Int = RunningNames.longestBare) -> Bool {
        guard text.characterCount(span) <= length else { return false }
        if Self.openings.longest(at: span.lowerBound, in: text.bytes, before: span.upperBound) != nil {
            return text.opens(span, with: "派出") || opensLikeName(span)
        }
        return !text.closes(span, with: "部门") || !changesDepartments(span)
    }

    /// 经开区管委会: words of names that begin with a character which opens clauses.
    private func opensLikeName(_ span: Range<Int>) -> Bool {
        switch text.code(at: span.lowerBound) {
        case "经", "自", "对", "应", "报", "向": text.opens(span, withAnyOf: Self.namesakes)
        default: false
        }
    }

    private static let namesakes: [StaticString] = [
        "经开", "经信", "经发", "经济", "经贸", "自贸", "自来水", "对外", "应急", "报业", "向阳",
    ]

    private static let changes: [StaticString] = [
        "优化", "深化", "创新", "密切", "促进", "增强", "提升", "改进", "注重", "坚持", "突出", "构建", "形成", "打破", "畅通", "整合", "凝聚",
    ]
    private static let unnamed: [StaticString] = ["部门", "各部门", "跨部门", "多部门", "相关部门", "有关部门", "职能部门"]

    /// 优化部门|协同, 深化跨部门|协作: something is done about how departments work together.
    private func changesDepartments(_ span: Range<Int>) -> Bool {
        Self.changes.contains { word in
            text.opens(span, with: word)
                && Self.unnamed.contains { text.equals(span.lowerBound + word.utf8CodeUnitCount..<span.upperBound, $0) }
        }
    }

    // MARK: - What stands before and behind names

    private static let leads: [StaticString] = [
        "原则上由", "具体工作由", "具体由", "主要由", "统一由", "分别由", "其中由", "并由", "再由", "仍由", "须由", "应由", "需由", "可由", "由", "其中", "同时",
        "另外", "此外", "并",
        "而", "且", "请", "经", "因此", "但", "即", "如", "凡由", "均由", "暂由", "改由", "也由",
    ]

    private func withoutLead(_ span: Range<Int>) -> Range<Int> {
        if opensLikeName(span) { return span }
        var span = span
        // ——市教育局负责…
        while text.opens(span, with: "—") { span = text.trimmed(span.lowerBound + 3..<span.upperBound) }
        for word in Self.leads where text.opens(span, with: word) && span.count > word.utf8CodeUnitCount {
            return text.trimmed(span.lowerBound + word.utf8CodeUnitCount..<span.upperBound)
        }
        return span
    }

    /// 主要 is longer than the 要 that it ends in.
    private func modalLength(_ span: Range<Int>) -> Int? {
        guard let modal = words.modals.closing(span, in: text) else { return words.adverbs.closing(span, in: text) }
        return max(modal, words.adverbs.closing(span, in: text) ?? 0)
    }

    private func withoutModals(_ span: Range<Int>) -> Range<Int> {
        var span = span
        while let length = modalLength(span) {
            // 教育督导 is no adverb where it ends a name; names end in none of these words.
            span = text.trimmed(span.lowerBound..<span.upperBound - length)
            if span.isEmpty { break }
        }
        return span
    }

    private func last(_ word: StaticString, in span: Range<Int>) -> Int? {
        var offset = span.upperBound - word.utf8CodeUnitCount
        while offset >= span.lowerBound {
            if text.has(word, at: offset) { return offset }
            offset -= 1
        }
        return nil
    }

    /// The names that a span opens with, when what follows is an adverbial: 市残联在每年6月底前|会同.
    private func opening(_ span: Range<Int>) -> OrganizationList? {
        guard let found = list(from: span.lowerBound, before: span.upperBound) else { return nil }
        let rest = text.trimmed(found.end..<span.upperBound)
        // 各地要明确由一名负责同志牵头: somebody else does it.
        guard rest.isEmpty || rest.count <= 90 && opensAdverbially(rest),
            !text.contains(anyOf: Self.otherSubjects, in: rest)
        else {
            store.leave(found.list.names.lowerBound)
            return nil
        }
        return found.list
    }

    private static let otherSubjects: [StaticString] = ["由", "明确", "指定", "安排", "确定"]

    private static let adverbials: [StaticString] = [
        "在", "于", "按", "根据", "依", "结合", "每", "定期", "具体", "共同", "统一", "积极", "主动", "及时", "要", "应", "须", "需", "可", "将",
        "依法", "统筹", "全面",
        "作为", "以", "通过", "自", "从", "到", "2", "尽快", "抓紧", "进一步", "切实", "认真", "协调", "分别", "联合", "负责", "主要",
    ]

    private func opensAdverbially(_ span: Range<Int>) -> Bool { text.opens(span, withAnyOf: Self.adverbials) }

    /// The names at the end of a span whose beginning is other text: the leftmost name is looked for.
    private func closing(_ span: Range<Int>) -> OrganizationList? {
        let list = lists.list(in: span)
        guard let first = list.names.first, areActors(list.names.dropFirst()),
            let start = nameStart(in: store.names[first].span)
        else {
            store.leave(list.names.lowerBound)
            return nil
        }
        store.set(first, start..<store.names[first].span.upperBound)
        return list
    }

    /// Where the name begins that a span ends in.
    private func nameStart(in span: Range<Int>) -> Int? {
        // No name is longer than that.
        var offset = max(span.lowerBound, span.upperBound - 3 * OrganizationReader.longestName)
        while offset < span.upperBound, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        var start = max(span.lowerBound, offset - Self.context)
        while start < offset, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        let near = start..<span.upperBound
        let boundaries = self.boundaries(near)
        while offset + 6 <= span.upperBound {
            if isBoundary(offset, near, boundaries) {
                let rest = offset..<span.upperBound
                let sort = reader.sort(of: rest)
                if sort == .known || sort <= .school && reader.hasNamedHead(rest) && sort != .generic { return offset }
                if sort == .generic, text.opens(rest, with: "各") { return offset }
            }
            offset += text.width(at: offset)
        }
        return nil
    }

    /// Bytes before the first place where a name may begin that ICU is shown: its words are short, and its time is not.
    private static let context = 60

    private func boundaries(_ span: Range<Int>) -> [Int32] {
        segmenter.boundaries(in: UnsafeBufferPointer(rebasing: text.bytes[span]))
    }

    /// Whether a word begins at an offset; 省, 市 and 由 begin one wherever ICU's dictionary joins them to what is before.
    private func isBoundary(_ offset: Int, _ span: Range<Int>, _ boundaries: [Int32]) -> Bool {
        boundaries.isEmpty || boundaries.contains(Int32(offset - span.lowerBound))
            || reader.levelWord(at: offset, before: span.upperBound) != nil || text.has("由", at: offset)
    }

    // MARK: - Lists that begin behind a verb

    /// The names that a text begins with, and where they end; 等部门 at their end included.
    func list(from start: Int, before limit: Int) -> (list: OrganizationList, end: Int)? {
        let first = store.names.count
        var list = OrganizationList(names: first..<first)
        var offset = start
        while offset < limit, let end = nameEnd(from: offset, before: limit) {
            _ = lists.list(in: offset..<end)
            offset = end
            if let rest = restEnd(at: offset, before: limit) {
                list.isOpen = true
                offset = rest
            }
            guard let separator = separatorEnd(at: offset, before: limit) else { break }
            guard nameEnd(from: separator, before: limit) != nil else { break }
            offset = separator
        }
        list.names = first..<store.names.count
        guard !list.names.isEmpty else { return sharedHead(from: start, before: limit) }
        // 国务院财政、人力资源社会保障部门: the first name only says whose departments they are.
        let name = store.names[first]
        guard list.names.count == 1, text.equals(name.span, "国务院") else { return (list, offset) }
        store.leave(first)
        if let shared = sharedHead(from: start, before: limit) { return shared }
        store.append(name)
        return (list, offset)
    }

    /// 商务、体育、教育等部门: what they are stands behind the last of them.
    private func sharedHead(from start: Int, before limit: Int) -> (list: OrganizationList, end: Int)? {
        var limit = min(limit, start + 3 * Self.longest)
        if let stop = ["，", "。", "；", "：", ",", ";", "\n"].compactMap({ text.first($0, in: start..<limit) }).min() {
            limit = stop
        }
        guard text.contains("、", in: start..<limit), let head = text.first("部门", in: start..<limit) else { return nil }
        let end = head + 6
        let list = lists.list(in: start..<end)
        guard list.names.count > 1, list.names.allSatisfy({ mayShareHead(store.names[$0].span) }) else {
            store.leave(list.names.lowerBound)
            return nil
        }
        return (list, end)
    }

    private func mayShareHead(_ name: Range<Int>) -> Bool {
        text.characterCount(name) <= 12 && reader.isNounPhrase(name) && mayStandAlone(name)
    }

    private static let longest = 25 * 3

    /// Whether a named body begins at an offset: a known one, or one behind a level or region.
    func opensBody(_ start: Int, before limit: Int) -> Bool {
        guard
            reader.hasNamedHead(start..<limit)
                || reader.catalogue.national.longest(at: start, before: limit, in: text.bytes) != nil
        else { return false }
        return nameEnd(from: start, before: limit) != nil
    }

    /// Where the name ends that begins at an offset: at the first end that no ending lengthens.
    private func nameEnd(from start: Int, before limit: Int) -> Int? {
        let limit = min(limit, start + Self.longest)
        // 海关 is a name, and 海关总署 is another.
        let known = reader.catalogue.national.longest(at: start, before: limit, in: text.bytes)?.end ?? start
        var best: Int?
        var offset = start
        while offset < limit {
            let width = text.width(at: offset)
            guard offset + width <= limit, !isStop(at: offset) else { break }
            offset += width
            guard offset - start >= 6 else { continue }
            if offset == known, let branch = branchEnd(from: start, head: known, before: limit) { return branch }
            if let found = best, found >= known {
                if offset - found > Self.longestExtension || !isExtension(at: found) {
                    return wholeEnd(from: start, head: found, before: limit) ?? found
                }
            }
            if reader.catalogue.mayEndName(start..<offset, in: text),
                isActor(start..<offset, reader.number(of: start..<offset))
            {
                best = offset
            }
        }
        return best
    }

    /// 国家统计局|某市调查队、: where a name goes on up to the end of its item, though no list has how.
    private func wholeEnd(from start: Int, head: Int, before limit: Int) -> Int? {
        var end = head
        while end < limit, end - head <= Self.longestTail, !isStop(at: end), separatorEnd(at: end, before: limit) == nil
        {
            end += text.width(at: end)
        }
        guard end > head, end - head <= Self.longestTail, end == limit || isStop(at: end) || isSeparated(at: end),
            text.isHan(at: head), !text.opens(head..<end, withAnyOf: Self.deeds), mayStandAlone(head..<end)
        else { return nil }
        let sort = reader.sort(of: start..<end)
        return sort == .known || sort == .publicBody && reader.hasNamedHead(start..<end) ? end : nil
    }

    private func isSeparated(at offset: Int) -> Bool { text.has("和", at: offset) || text.has("、", at: offset) }

    /// Bytes of a name behind the part of it that is a name by itself.
    private static let longestTail = 24

    /// What bodies do together, with their object behind it.
    private static let deeds: [StaticString] = [
        "制定", "制订", "研究", "出台", "编制", "印发", "发布", "公布", "审核", "审查", "审批", "核定", "核实", "认定", "评审", "评估", "考核",
        "检查", "督查", "督导", "验收", "拟订", "拟定", "修订", "起草", "提出", "统筹", "开展", "推进", "推动", "加快", "指导", "监督",
        "确定", "下达", "分配", "执行", "处理", "解决", "办理", "定期", "适时", "及时", "进行", "召开", "举办", "通报", "梳理", "汇总", "遴选",
        "筛选", "查处", "打击", "整治", "清理", "排查", "监测", "分析", "研判", "测算", "搭建", "打造", "明确", "共同", "依法", "依托", "探索",
        "争取", "申报", "培育", "引进", "组建", "建设", "优化", "规范", "管理", "承办", "筹备", "筹集",
    ]

    private static let branchEndings: [StaticString] = [
        "分行", "支行", "营业管理部", "监管局", "监管分局", "分局", "分署", "办事处", "专员办", "分公司",
        "调查队", "调查总队",
    ]
    /// Bytes of the region in the name of a branch, 中心 of 中心支行 included.
    private static let longestBranchRegion = 36

    /// 人民银行|青川中心支行: the name of a national body goes on as that of its branch, in a region that no list has.
    private func branchEnd(from start: Int, head: Int, before limit: Int) -> Int? {
        guard reader.catalogue.branchHeads.entry(of: start..<head, in: text.bytes) >= 0 else { return nil }
        var offset = head
        while offset < limit, offset - head <= Self.longestBranchRegion, text.isHan(at: offset), !isStop(at: offset) {
            if offset > head, let ending = Self.branchEndings.first(where: { text.has($0, at: offset) }) {
                let end = offset + ending.utf8CodeUnitCount
                return end <= limit && mayStandAlone(head..<end) ? end : nil
            }
            offset += text.width(at: offset)
        }
        return nil
    }

    /// 教育部|门, 卫生健康委|员会, 市政府|有关部门.
    private static let longestExtension = 15
    private static let extensions: [StaticString] = [
        "门", "员会", "办公", "机关", "各", "有关", "相关", "主管", "行政", "所属", "直属", "分局", "成员", "领导", "党", "管理", "监督", "（", "(",
        "和", "局", "市", "县", "区", "州",
        "人民", "政府", "院", "组", "委", "处", "厅", "中心", "部", "队",
        // 市委|编办, 市人大|常委会, 高新区|管委会
        "编办", "编委", "改革", "政法委", "网信", "农办", "农工", "金融", "台办", "外办", "外事", "侨办", "财经办", "审计办", "国安办", "巡察", "巡视",
        "军民融合", "统战部", "社会工作", "社工", "老干部", "督查", "研究室", "政研", "监委", "监察委", "常委", "管委", "事务", "街道办", "事处", "公室", "镇",
        "业金融",
    ]

    private func isExtension(at offset: Int) -> Bool {
        if text.has("办", at: offset) {
            return !["理", "法", "好", "结", "成", "妥"].contains { text.has($0, at: offset + 3) }
        }
        if text.has("会", at: offset) { return text.has("管委", at: offset - 6) }
        return Self.extensions.contains { text.has($0, at: offset) }
    }

    private func isStop(at offset: Int) -> Bool {
        let byte = text.bytes[offset]
        if byte < 0x80 { return byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x0A || byte == 0x20 }
        switch text.code(at: offset) {
        case "、", "。", "，", "：", "；", "\u{3000}", "等": return true
        default: return false
        }
    }

    /// Where 等 and 部门 behind it end.
    private func restEnd(at offset: Int, before limit: Int) -> Int? {
        guard text.has("等", at: offset) else { return nil }
        let start = offset + 3
        return words.rests.longest(at: start, before: min(limit, start + 60), in: text.bytes)?.end ?? start
    }

    private static let separators: [StaticString] = ["、", "以及", "和", "与", "及"]

    private func separatorEnd(at offset: Int, before limit: Int) -> Int? {
        for word in Self.separators where text.has(word, at: offset) {
            let end = offset + word.utf8CodeUnitCount
            return end < limit ? end : nil
        }
        return nil
    }
}
