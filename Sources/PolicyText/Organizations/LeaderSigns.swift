/// Signs beside a name, which a notice marks the leader of a list with: 市教育局★、市财政局.
struct LeaderSigns {
    let text: TextBytes

    /// The length of a sign at an offset, or 0.
    @inline(__always)
    func length(at offset: Int) -> Int {
        switch text.bytes[offset] {
        case 0x2A: return 1
        case 0xE2, 0xEF: break
        default: return 0
        }
        switch text.code(at: offset) {
        case "★", "☆", "▲", "△", "●", "◆", "※", "＊": return 3
        default: return 0
        }
    }

    /// Whether a sign opens or closes a span, which is not empty.
    @inline(__always)
    func isBeside(_ span: Range<Int>) -> Bool {
        length(at: span.lowerBound) > 0 || length(at: text.previous(span.upperBound)) > 0
    }

    /// A span without the signs at its ends.
    func without(_ span: Range<Int>) -> Range<Int> {
        var span = span
        while !span.isEmpty, case let length = length(at: span.lowerBound), length > 0 {
            span = span.lowerBound + length..<max(span.upperBound, span.lowerBound + length)
        }
        while !span.isEmpty, case let last = text.previous(span.upperBound), length(at: last) > 0 {
            span = span.lowerBound..<max(span.lowerBound, last)
        }
        return text.trimmed(span)
    }

    /// Whether a sign stands directly before or behind a name.
    func marks(_ name: Range<Int>) -> Bool {
        if name.upperBound < text.count, length(at: name.upperBound) > 0 { return true }
        return name.lowerBound > 0 && length(at: text.previous(name.lowerBound)) > 0
    }

    // MARK: - Statements

    /// Bytes between a sign and 牵头 in 加★的单位为牵头单位.
    private static let reach = 36

    /// Whether a span says of what bears a sign that it leads: 加★为牵头单位, 标“★”的部门为牵头部门.
    func areStated(in span: Range<Int>, before lead: Int) -> Bool {
        var offset = lead
        while offset > max(span.lowerBound, lead - Self.reach) {
            offset = text.previous(offset)
            guard offset >= span.lowerBound, length(at: offset) > 0 else { continue }
            return offset == span.lowerBound && text.bytes[offset] != 0x2A || isSaid(before: offset)
        }
        return false
    }

    private func isSaid(before offset: Int) -> Bool {
        let last = text.previous(offset)
        guard last >= 0 else { return false }
        switch text.code(at: last) {
        case "加", "带", "标", "有", "注", "打", "画", "以", "用", "“", "：": return true
        default: return text.bytes[last] == 0x22 || text.bytes[last] == 0x3A
        }
    }
}
