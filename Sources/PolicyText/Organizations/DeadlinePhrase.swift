/// Recognises time limits inside brackets and labels: 2021年6月底前完成, 持续推进.
struct DeadlinePhrase {
    let text: TextBytes

    private static let lasting: [StaticString] = [
        "长期坚持", "持续推进", "持续实施", "持续落实", "持续开展", "常态化", "立即", "长期", "年内", "年底前", "每年", "近期", "远期", "全年", "贯穿全年", "持续",
        "即时",
        "月底前", "本年度", "今年",
    ]
    private static let ends: [StaticString] = [
        "前", "底", "末", "完成", "年", "月", "日", "内", "止", "实施", "落实", "到位", "推进", "启动", "季度", "见效", "起",
    ]

    private static let units: [StaticString] = ["年", "月", "日", "季度", "小时", "周"]
    private static let beginnings: [StaticString] = ["到", "于", "在", "截至", "力争", "自"]
    private static let numerals: [StaticString] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "“十"]

    /// Whether a span is a time limit and nothing else.
    func matches(_ span: Range<Int>) -> Bool {
        guard span.count >= 6, span.count <= 120, mayMatch(span.lowerBound) else { return false }
        if Self.lasting.contains(where: { text.opens(span, with: $0) }) { return text.characterCount(span) <= 16 }
        guard opensWithNumber(span) else { return false }
        guard text.contains(anyOf: Self.units, in: span) else { return false }
        return Self.ends.contains { text.closes(span, with: $0) } || isBefore(span)
    }

    private static let befores: [StaticString] = ["年前", "月前", "日前", "底前", "末前", "初前", "旬前"]
    /// Bytes of the date before what is to be done by it.
    private static let longestDate = 48

    /// 2026年6月底前完成方案编制
    private func isBefore(_ span: Range<Int>) -> Bool {
        text.contains(
            anyOf: Self.befores, in: span.lowerBound..<min(span.upperBound, span.lowerBound + Self.longestDate))
    }

    /// Whether a time limit may begin with the character at an offset: names rarely do, and most spans are names.
    func mayMatch(_ offset: Int) -> Bool {
        if text.bytes[offset] < 0x80 { return text.bytes[offset] >= 0x30 && text.bytes[offset] <= 0x39 }
        switch text.code(at: offset) {
        case "长", "持", "常", "立", "年", "每", "近", "远", "全", "贯", "即", "月", "本", "今": return true
        case "到", "于", "在", "截", "力", "自": return true
        case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "“": return true
        case 0xEFBC90...0xEFBC99: return true  // ０…９
        default: return false
        }
    }

    private func opensWithNumber(_ span: Range<Int>) -> Bool {
        var start = span.lowerBound
        for word in Self.beginnings where text.opens(span, with: word) {
            start += word.utf8CodeUnitCount
            break
        }
        guard start < span.upperBound else { return false }
        let byte = text.bytes[start]
        if byte >= 0x30 && byte <= 0x39 { return true }
        let code = text.code(at: start)
        // Full-width digits, 二〇二五, “十四五”.
        return (0xEFBC90...0xEFBC99).contains(code)
            || text.has(anyOf: Self.numerals, at: start)
    }

    /// The time limit without 完成 at its end.
    func trimmed(_ span: Range<Int>) -> Range<Int> {
        let span = text.trimmed(span)
        for word: StaticString in ["完成", "前落实"] where text.closes(span, with: word) && span.count > 12 {
            return span.lowerBound..<span.upperBound - 6
        }
        return span
    }
}
