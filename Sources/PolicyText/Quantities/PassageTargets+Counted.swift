/// Numbers that describe what another number counts: its size, its attributes, its places.
extension PassageTargets {
    /// Whether the quantity at an index belongs to an attribute that goes on behind it up to 的 and a noun:
    /// 10家年收入超过|10亿元|、具有竞争力的企业.
    func isInAttribute(_ index: Int, before clauseEnd: Int) -> Bool {
        let quantity = quantities[index]
        guard index > 0, quantity.start - quantities[index - 1].end <= Self.sizedReach,
            text.has("、", at: text.skipBlanks(quantity.end)),
            !reader.holds("、", quantities[index - 1].end..<quantity.start)
        else { return false }
        var place = quantity.end
        while place < clauseEnd {
            if text.has("的", at: place) { return clauseEnd - place >= 9 }
            if text.bytes[place] &- 0x30 < 10 { return false }
            place += text.width(at: place)
        }
        return false
    }

    /// 产值超过100亿元|、带动能力强的企业|5家: the first attribute of what the next quantity counts.
    func describesCounted(_ index: Int) -> Bool {
        guard index + 1 < quantities.count, text.has("、", at: text.skipBlanks(quantities[index].end)) else {
            return false
        }
        let count = quantities[index + 1]
        let between = quantities[index].end..<count.start
        guard count.family == .count, between.count <= 2 * Self.sizedReach, reader.holds("的", between),
            let clause = reader.map.clause(at: quantities[index].start),
            count.start < reader.map.clauses[clause].range.upperBound
        else { return false }
        return !reader.objectStart(from: count.end, to: text.count).isObject
            && !reader.binding(before: count.start, from: quantities[index].end).isBound
    }

    static let places: [StaticString] = [
        "镇", "乡", "村", "县", "市", "区", "州", "街道", "社区", "小区", "园区", "行政村", "自然村", "城市", "城区", "学校", "中小学",
    ]

    /// 增补14个市州|学位20000个, 对5个乡镇|12座水库: the number of places that what is counted next stands in.
    func placesCounted(_ index: Int, _ start: Int) -> Bool {
        guard index + 1 < quantities.count, quantities[index].family == .count, quantities[index].bound == .none,
            text.after(any: Self.places, at: start) != nil
        else { return false }
        let next = quantities[index + 1]
        // A bracket behind the number may hold the next one.
        guard start < next.start else { return false }
        let between = start..<next.start
        guard between.count <= 2 * Self.sizedReach, next.bound == .none,
            next.family == .count || next.family == .length || next.family == .area,
            !text.has("的", at: text.skipBlanks(next.end)),
            reader.binding(before: next.start, from: start).start == next.start
        else { return false }
        for sign: StaticString in ["、", "，", "；", "和", "及", "的", "每", "各"] where reader.holds(sign, between) {
            return false
        }
        if !reader.objectStart(from: next.end, to: text.count).isObject { return !holdsDeed(between) }
        // 对5个乡镇|12座水库进行
        return between.count <= 9
    }

    func holdsDeed(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            if reader.words.verbs.at(place, in: text, before: range.upperBound) != nil,
                reader.segmenter.isBoundary(place, in: text)
            {
                return true
            }
            place += text.width(at: place)
        }
        return false
    }

    /// Takes the number of places, and where they tell nothing else the places, out of the noun phrase.
    func leavePlaces(_ index: Int, _ hasObject: Bool, _ region: inout ClauseRegion) {
        let places = quantities[index - 1]
        guard region.noun.lowerBound <= places.start, places.end <= region.noun.upperBound else { return }
        let end = region.noun.upperBound
        region.noun = (hasObject ? end : min(text.skipBlanks(places.end), end))..<end
        if hasObject { region.endsInVerb = region.verb != nil }
    }

    /// Where 及 or 和 joins examples, up to 等 and their number, to what the number before counts.
    func examplesStart(before offset: Int, from start: Int) -> Int? {
        guard text.ends("等", at: text.skipBlanks(backFrom: offset)), offset - start <= Self.longestExamples else {
            return nil
        }
        return text.place(of: "及", in: start..<offset) ?? text.place(of: "和", in: start..<offset)
    }

    /// Bytes from one number to the next over its examples at most.
    static let longestExamples = 120

    /// Bytes between the size of things and their number at most.
    static let sizedReach = 60

    /// 引进10亿元以上|项目5个, 新建日处理5万吨|污水处理厂1座: the size of what the next quantity counts.
    func sizesCounted(_ index: Int, _ start: Int) -> Bool {
        guard index + 1 < quantities.count else { return false }
        switch quantities[index].family {
        case .money, .length, .area, .volume, .mass, .power, .energy, .data: break
        default: return false
        }
        let count = quantities[index + 1]
        guard count.family == .count, count.start > start, count.start - start <= Self.sizedReach,
            !text.has("的", at: text.skipBlanks(count.end)),
            reader.words.verbs.at(start, in: text, before: count.start) == nil
        else { return false }
        let behind = text.skipBlanks(count.end)
        return !reader.objectStart(from: behind, to: min(behind + 6, text.count)).isObject
            && reader.object(from: start, to: count.start) == start..<text.skipBlanks(backFrom: count.start)
            && !reader.binding(before: count.start, from: start).isBound
    }
}
