// What a name looks like, whatever the catalogue has.

extension OrganizationReader {
    /// Whether a span begins with a level, a region or 国家: an unknown name that does is one all the same.
    func hasNamedHead(_ span: Range<Int>) -> Bool {
        if levelWord(at: span.lowerBound, before: span.upperBound) != nil { return true }
        if opensNationally(span) { return true }
        return catalogue.regions.longest(at: span.lowerBound, before: span.upperBound, in: text) != nil
    }

    /// 国家, 国务院, 国网, 中央, 中国, 中共, 中铁, 全国, 最高, 县级, 市级, 省级, 区级
    private func opensNationally(_ span: Range<Int>) -> Bool {
        guard span.count >= 6 else { return false }
        let second = text.code(at: span.lowerBound + 3)
        switch text.code(at: span.lowerBound) {
        case "国": return second == "家" || second == "网" || text.opens(span, with: "国务院")
        case "中": return second == "央" || second == "国" || second == "共" || second == "铁"
        case "全": return second == "国"
        case "最": return second == "高"
        case "县", "市", "省", "区": return second == "级"
        default: return false
        }
    }

    /// Han, letters, digits, and brackets and quotation marks in pairs; none of the words that no name has.
    func isNounPhrase(_ span: Range<Int>) -> Bool {
        var offset = span.lowerBound
        var depth = 0
        while offset < span.upperBound {
            let byte = text.bytes[offset]
            if byte >= 0xE4, byte <= 0xE9 {
                guard offset + 3 <= span.upperBound, depth > 0 || depth == 0 && !isForeign(at: offset) else {
                    return false
                }
                offset += 3
                continue
            }
            if byte < 0x80 {
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x20: break
                case 0x28: depth += 1
                case 0x29: depth -= 1
                default: return false
                }
                offset += 1
                continue
            }
            guard offset + text.width(at: offset) <= span.upperBound, mayStand(at: offset, in: span, &depth) else {
                return false
            }
            offset += text.width(at: offset)
        }
        return depth == 0
    }

    /// Whether a character that is neither narrow nor Han of the basic block may stand in a name.
    private func mayStand(at offset: Int, in span: Range<Int>, _ depth: inout Int) -> Bool {
        if !text.isHan(at: offset) {
            switch text.code(at: offset) {
            case "（", "〔": depth += 1
            case "）", "〕": depth -= 1
            case "“", "”", "…", "—": break
            case "\u{3000}": break
            case "、" where depth > 0 || endsInDivision(offset, span): break
            case 0xEFBC90...0xEFBC99, 0xEFBCA1...0xEFBCBA, 0xEFBD81...0xEFBD9A: break  // ０…９, Ａ…Ｚ, ａ…ｚ
            default: if !text.has("·", at: offset) { return false }
            }
        }
        return depth >= 0
    }

    /// Whether a division stands before 、: 各市、县人民政府 is one name.
    private func endsInDivision(_ offset: Int, _ span: Range<Int>) -> Bool {
        guard offset > span.lowerBound else { return false }
        let last = text.previous(offset)
        switch text.code(at: last) {
        case "市", "州", "县", "区", "省", "乡", "镇", "旗", "盟", "道", "）", "〕", "师": return true
        default: return text.bytes[last] == 0x29
        }
    }

    /// Characters that stand in no name: 的, 或, 了, 着, 把, 被, 让, 该, and 由 save in 自由.
    @inline(__always)
    private func isForeign(at offset: Int) -> Bool {
        switch text.code(at: offset) {
        case "的", "或", "了", "着", "把", "被", "让", "该": true
        case "由": text.code(at: offset - 3) != "自"
        default: false
        }
    }

    /// The span before a closing bracket at its end; `nil` without one.
    func withoutClosingBracket(_ span: Range<Int>) -> Range<Int>? {
        guard let last = text.bytes[span].last, last == 0x29 || last == 0x89 || last == 0x95,
            closes(span.upperBound, span)
        else { return nil }
        var depth = 0
        var offset = span.upperBound
        while offset > span.lowerBound {
            offset = text.previous(offset)
            switch text.code(at: offset) {
            case "）", "〕": depth += 1
            case "（", "〔":
                depth -= 1
                if depth == 0 { return span.lowerBound..<offset }
            default:
                if text.bytes[offset] == 0x29 { depth += 1 }
                guard text.bytes[offset] == 0x28 else { continue }
                depth -= 1
                if depth == 0 { return span.lowerBound..<offset }
            }
        }
        return nil
    }

    /// Whether a bracket closes before an offset.
    private func closes(_ end: Int, _ span: Range<Int>) -> Bool {
        if text.bytes[end - 1] == 0x29 { return true }
        guard span.count >= 3 else { return false }
        let code = text.code(at: end - 3)
        return code == "）" || code == "〕"
    }
}
