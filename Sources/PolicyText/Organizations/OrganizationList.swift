/// The names of a list: 省财政厅、省科技厅等部门，各市、县人民政府.
struct OrganizationList {
    /// The names, in order, as spans of the text.
    var names: [Range<Int>] = []
    /// Whether the list ends in 等 or 等部门.
    var isOpen = false
    /// How many of the names stand before the first comma, or -1 without a comma.
    var beforeComma = -1
}

/// Splits lists of organisations into names.
///
/// Names are divided by 、 ， ； and white space outside brackets, and by 和, 与, 及, 以及 between two names. A list that 各
/// opens and that shares its head noun stays one name (各市、州、县人民政府).
final class OrganizationListReader {
    let text: TextBytes
    let reader: OrganizationReader
    let words: DutyWords

    init(text: TextBytes, reader: OrganizationReader, words: DutyWords) {
        self.text = text
        self.reader = reader
        self.words = words
    }

    /// More names than any list has; what is behind them is left out.
    private static let maximumCount = 400

    func list(in span: Range<Int>) -> OrganizationList {
        var list = OrganizationList()
        var names: [Range<Int>] = []
        var start = span.lowerBound
        // What stands before the piece.
        var before = Separator.none
        var depth = 0
        var offset = span.lowerBound
        func close(at end: Int) {
            let piece = text.trimmed(start..<end)
            guard !piece.isEmpty, names.count < Self.maximumCount else { return }
            if names.isEmpty { names.reserveCapacity(4) }
            if before == .comma, list.beforeComma < 0, !names.isEmpty { list.beforeComma = names.count }
            add(piece, joined: before == .enumerationComma, to: &names, &list)
        }
        while offset < span.upperBound {
            let byte = text.bytes[offset]
            if byte >= 0xE4, byte <= 0xE9 {
                offset += 3
                continue
            }
            let width = text.width(at: offset)
            let separator = separator(at: offset, before: span.upperBound)
            switch separator {
            case .none: break
            case .open: depth += 1
            case .close: depth = max(0, depth - 1)
            case .space:
                // 各　市: white space divides names only.
                guard depth == 0, offset + width < span.upperBound, reader.sort(of: start..<offset) < .market else {
                    break
                }
                close(at: offset)
                start = offset + width
                before = .space
            case .enumerationComma, .comma:
                guard depth == 0 else { break }
                close(at: offset)
                start = offset + width
                before = separator
            }
            offset += width
        }
        close(at: span.upperBound)
        list.names = names
        return list
    }

    private enum Separator { case none, open, close, space, comma, enumerationComma }

    private func separator(at offset: Int, before end: Int) -> Separator {
        switch text.bytes[offset] {
        case 0x28: return .open
        case 0x29: return .close
        case 0x2C, 0x3B: return .comma
        case 0x2F: return .enumerationComma
        case 0xE3, 0xEF:
            switch text.code(at: offset) {
            case 0xE38081, 0xEFBDA4: return .enumerationComma
            case 0xEFBC8C, 0xEFBC9B: return .comma
            case 0xEFBC88, 0xE38094: return .open
            case 0xEFBC89, 0xE38095: return .close
            default: break
            }
        default: break
        }
        return text.spaceWidth(at: offset, before: end) == nil ? .none : .space
    }

    // MARK: - Pieces

    private static let leads: [StaticString] = ["以及", "由", "和", "及", "与", "请"]

    private func add(_ span: Range<Int>, joined: Bool, to names: inout [Range<Int>], _ list: inout OrganizationList) {
        if joined, let last = names.last {
            let heads = SharedHeads(text: text, reader: reader)
            // 各州、市人民政府和省财政厅: what is shared ends before 和.
            if let (left, right) = conjuncts(span), heads.join(last, left) {
                names[names.count - 1] = last.lowerBound..<left.upperBound
                return addConjuncts(right, to: &names, &list)
            }
            if heads.join(last, span) {
                names[names.count - 1] = last.lowerBound..<span.upperBound
                return
            }
        }
        // Most names are in the catalogue, or were looked at before: nothing is to be cut off them.
        if reader.sort(of: span) == .known { return names.append(span) }
        var span = span
        for word in Self.leads where text.opens(span, with: word) && span.count > word.utf8CodeUnitCount + 3 {
            span = span.lowerBound + word.utf8CodeUnitCount..<span.upperBound
            break
        }
        addConjuncts(span, to: &names, &list)
    }

    /// Cuts 等, 等部门 and the like off the end of a name.
    private func withoutRest(_ span: Range<Int>, _ list: inout OrganizationList) -> Range<Int> {
        guard let mark = lastRestMark(span) else { return span }
        list.isOpen = true
        return text.trimmed(span.lowerBound..<mark)
    }

    /// 平等, 高等, 中等, 同等: no list.
    private static let grades: [StaticString] = ["平", "高", "中", "初", "同", "优"]

    /// Bytes of 等 and what may stand behind it: 等国务院相关部门.
    private static let longestRest = 90

    private func lastRestMark(_ span: Range<Int>) -> Int? {
        var offset = span.upperBound
        let limit = max(span.lowerBound, span.upperBound - Self.longestRest)
        while offset > limit {
            offset = text.previous(offset)
            guard text.has("等", at: offset) else { continue }
            if offset > span.lowerBound, text.has(anyOf: Self.grades, at: offset - 3), reader.sort(of: span) < .market {
                return nil
            }
            let rest = offset + 3..<span.upperBound
            if rest.isEmpty || isRest(rest) { return offset }
        }
        return nil
    }

    private static let restEnds: [StaticString] = ["部门", "单位", "机构", "机关", "地区", "企业", "部委"]

    /// 部门, 9个部门, 国务院相关部门, 省级有关单位.
    private func isRest(_ span: Range<Int>) -> Bool {
        if words.rests.value(of: span, in: text.bytes) != nil { return true }
        return span.count <= 60 && text.closes(span, withAnyOf: Self.restEnds) && reader.isNounPhrase(span)
    }

    // MARK: - Conjunctions

    /// 国务院相关部门及各地区: both sides have to be names.
    private func addConjuncts(_ span: Range<Int>, to names: inout [Range<Int>], _ list: inout OrganizationList) {
        var rest = span
        while let (left, right) = conjuncts(rest) {
            let name = withoutRest(left, &list)
            if !name.isEmpty { names.append(name) }
            rest = right
        }
        let name = withoutRest(rest, &list)
        if !name.isEmpty { names.append(name) }
    }

    /// The first conjunction with a name on either side.
    private func conjuncts(_ span: Range<Int>) -> (Range<Int>, Range<Int>)? {
        var offset = span.lowerBound + 6
        var depth = 0
        // The left side has to be one name.
        let limit = min(span.upperBound, span.lowerBound + 3 * OrganizationReader.longestName)
        while offset + 3 < limit {
            let width = text.width(at: offset)
            switch separator(at: offset, before: span.upperBound) {
            case .open: depth += 1
            case .close: depth -= 1
            default: break
            }
            if depth == 0, let length = conjunction(at: offset), reader.sort(of: span) != .known {
                let left = text.trimmed(span.lowerBound..<offset)
                let right = text.trimmed(offset + length..<span.upperBound)
                if isName(left), isName(right, startsWithoutHead: true) { return (left, right) }
            }
            offset += width
        }
        return nil
    }

    @inline(__always)
    private func conjunction(at offset: Int) -> Int? {
        switch text.code(at: offset) {
        case 0xE5928C, 0xE4B88E, 0xE58F8A, 0xE69AA8: 3  // 和, 与, 及, 暨
        case 0xE4BBA5: text.has("以及", at: offset) ? 6 : nil
        default: nil
        }
    }

    /// Whether one side of 和 is a name by itself; 等部门 at its end does not matter.
    private func isName(_ span: Range<Int>, startsWithoutHead: Bool = false) -> Bool {
        var list = OrganizationList()
        let name = withoutRest(span, &list)
        // 相关部门和单位: the attribute is that of both.
        if startsWithoutHead, text.equals(name, "单位") || text.equals(name, "部门") || text.equals(name, "个人") {
            return false
        }
        if reader.sort(of: name) < .market { return true }
        // What follows may hold further conjunctions; whether the rest parts as well is asked when its turn comes.
        return startsWithoutHead && opensWithConjunct(name)
    }

    /// Whether a name and a conjunction open a span.
    private func opensWithConjunct(_ span: Range<Int>) -> Bool {
        var offset = span.lowerBound
        while offset < min(span.upperBound, span.lowerBound + 3 * OrganizationReader.longestName) {
            if offset > span.lowerBound, conjunction(at: offset) != nil, isName(text.trimmed(span.lowerBound..<offset))
            {
                return true
            }
            offset += text.width(at: offset)
        }
        return false
    }
}
