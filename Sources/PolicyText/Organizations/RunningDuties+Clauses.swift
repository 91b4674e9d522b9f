// 市教育局要加强统筹，负责技术指导: the subject of the verb opens the sentence, and other clauses stand between them.

extension RunningDuties {
    /// Bytes between the start of the sentence and the verb.
    private static let longestSentence = 450

    /// The one named body that opens the sentence, where everything up to the verb is what it does itself.
    ///
    /// - Parameter left: What stands between the comma before the verb and the verb.
    func clauseSubject(_ left: Range<Int>, _ anchor: DutyAnchors.Anchor, _ passage: Range<Int>) -> OrganizationList? {
        guard anchor.kind != .with, left.lowerBound > passage.lowerBound, left.count <= Self.longestAdverb,
            isAnd(left) || names.isAdverbial(left)
        else { return nil }
        let comma = text.previous(left.lowerBound)
        guard isComma(comma), let start = sentenceStart(before: comma, in: passage) else { return nil }
        let first = start..<segmentEnd(start, start..<comma)
        guard let found = names.list(from: start, before: first.upperBound) else { return nil }
        let predicate = found.end..<first.upperBound
        guard found.list.names.count == 1, !found.list.isOpen, isNamed(found.list.names.lowerBound),
            text.opens(predicate, withAnyOf: Self.predicates), !hasOtherActor(found.end..<comma)
        else {
            reader.store.leave(found.list.names.lowerBound)
            return nil
        }
        return found.list
    }

    /// Bytes of 具体, 并具体 and the like.
    private static let longestAdverb = 15

    private func isAnd(_ left: Range<Int>) -> Bool {
        text.opens(left, with: "并") && names.isAdverbial(left.lowerBound + 3..<left.upperBound)
    }

    private static let predicates: [StaticString] = [
        "要", "应", "须", "必须", "需", "加强", "强化", "认真", "切实", "充分", "严格", "积极", "主动", "进一步", "结合", "根据", "按照", "做好", "抓好",
        "健全",
        "完善", "履行", "发挥",
    ]

    private func isNamed(_ name: Int) -> Bool {
        let sort = reader.lists.reader.sort(ofNumber: reader.store.number(name))
        return sort == .known || sort == .publicBody && reader.lists.reader.hasNamedHead(reader.store.names[name].span)
    }

    /// Where the sentence begins that goes on up to an offset: behind 。 ； or ：, or where the passage does. Brackets end it.
    private func sentenceStart(before end: Int, in passage: Range<Int>) -> Int? {
        var start = end
        while start > passage.lowerBound {
            guard end - start <= Self.longestSentence else { return nil }
            let previous = text.previous(start)
            switch text.bytes[previous] {
            case 0x0A, 0x3A, 0x3B: return start
            case 0x28, 0x29: return nil
            default: break
            }
            switch text.code(at: previous) {
            case "。", "；", "：", "！", "？": return start
            case "（", "）", "〔", "〕": return nil
            default: start = previous
            }
        }
        return start
    }

    /// Words that somebody else comes in with, who may be the one to do it.
    private static let actors: [StaticString] = [
        "由", "会同", "牵头", "负责", "部门", "单位", "机构", "小组", "专班", "专人", "人员", "办公室", "指挥部", "企业", "学校", "各", "明确", "指定",
        "安排", "确定",
        "成立", "组建", "设立", "建立健全", "抽调", "选派", "选聘", "配备", "委托", "聘请", "督促", "指导", "要求", "队伍", "专家", "领导班子", "同志", "干部",
    ]

    private func hasOtherActor(_ span: Range<Int>) -> Bool {
        if text.contains(anyOf: Self.actors, in: span) { return true }
        var offset = span.lowerBound
        while offset < span.upperBound {
            if text.isHan(at: offset), names.opensBody(offset, before: span.upperBound) { return true }
            offset += text.width(at: offset)
        }
        return false
    }
}
