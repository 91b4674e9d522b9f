extension RunningDuties {
    /// The body whose item the verb opens: 市卫生局：|负责…, 市卫生局。|负责…, or as the heading of the item.
    ///
    /// All of it has to be names, because nothing but its place makes it the subject.
    func itemSubject(_ left: Range<Int>, _ passage: Range<Int>) -> OrganizationList? {
        guard names.isAdverbial(left) else { return nil }
        guard left.lowerBound > passage.lowerBound else { return heading(of: passage).flatMap(names.only) }
        let mark = text.previous(left.lowerBound)
        guard mark > passage.lowerBound else { return nil }
        let isStop = text.code(at: mark) == "。"
        guard isStop || isColon(mark) else { return nil }
        let topic = segment(around: mark, in: passage)
        guard topic.count <= Self.longestTopic, !topic.isEmpty else { return nil }
        guard topic.lowerBound == passage.lowerBound || opensItem(topic.lowerBound, isStop, passage) else { return nil }
        return names.only(withoutMarker(topic))
    }

    /// Bytes of the longest number in brackets before an item.
    private static let longestMarker = 18

    /// （1）市卫生局, 1.市卫生局, ——市卫生局: what is before the name.
    private func withoutMarker(_ span: Range<Int>) -> Range<Int> {
        var start = span.lowerBound
        let code = text.code(at: start)
        if code == "（" || text.bytes[start] == 0x28 {
            let limit = min(span.upperBound, start + Self.longestMarker)
            guard let close = text.first("）", in: start..<limit) ?? text.first(")", in: start..<limit) else {
                return span
            }
            return close + text.width(at: close)..<span.upperBound
        }
        while start < span.upperBound, isMarker(start) { start += text.width(at: start) }
        return start..<span.upperBound
    }

    /// Digits, numbers in circles, and what stands behind numbers or in their place.
    private func isMarker(_ offset: Int) -> Bool {
        switch text.code(at: offset) {
        case "—", "●", "■", "◆", "、", "．", 0xE291A0...0xE291B3: return true
        default: return text.bytes[offset] >= 0x2D && text.bytes[offset] <= 0x39
        }
    }

    /// The heading of the item that a passage begins, or the line above it that ends in ：.
    private func heading(of passage: Range<Int>) -> Range<Int>? {
        let index = reading.passage(at: passage.lowerBound)
        guard index > 0 else { return nil }
        let before = reading.passages[index - 1]
        guard before.part == reading.passages[index].part, before.range.count <= Self.longestTopic else { return nil }
        switch before.kind {
        case .heading: return reading.borderInk(behind: index - 1) == nil ? nil : before.range
        case .paragraph:
            guard before.unit == reading.passages[index].unit, !before.range.isEmpty else { return nil }
            let mark = text.previous(before.range.upperBound)
            return isColon(mark) ? before.range.lowerBound..<mark : nil
        case .table: return nil
        }
    }

    /// Bytes of the names that head an item.
    private static let longestTopic = 300

    /// ： or, in its place, white space as wide as a character.
    private func isColon(_ offset: Int) -> Bool {
        text.bytes[offset] == 0x3A || text.code(at: offset) == "：" || text.code(at: offset) == "\u{3000}"
    }

    /// Whether an item begins behind the mark before an offset.
    ///
    /// - Parameter isStop: Whether 。 closes the names: nothing else says that they are no end of another list.
    private func opensItem(_ start: Int, _ isStop: Bool, _ passage: Range<Int>) -> Bool {
        let mark = text.previous(start)
        guard opensItem(mark) else { return false }
        guard isStop, isColon(mark) else { return true }
        return text.closes(segment(around: mark, in: passage).lowerBound..<mark, withAnyOf: Self.announcements)
    }

    /// What a list of bodies and their tasks is announced by.
    private static let announcements: [StaticString] = ["如下", "职责", "分工", "任务"]

    /// Whether items begin behind a mark.
    private func opensItem(_ offset: Int) -> Bool {
        switch text.code(at: offset) {
        case "。", "；": true
        default: isColon(offset) || text.bytes[offset] == 0x3B
        }
    }
}

extension ReadingText {
    /// Source bytes of the longest border between a heading and its text, white space and all, and of the text's marker.
    private static let longestBorder = 48
    private static let longestMarker = 18

    /// What stands in the source between a heading and the next passage, without white space; `nil` where that is more than
    /// the mark that closes the heading and the passage's own marker.
    func borderInk(behind index: Int) -> [UInt8]? {
        let (first, second) = (passages[index], passages[index + 1])
        let (start, end) = (first.source.upperBound, second.source.lowerBound)
        guard second.unit >= 0 else { return nil }
        let marker = second.unit == first.unit ? end : units[second.unit].source.lowerBound
        guard start <= marker, marker - start <= Self.longestBorder, marker <= end, end - marker <= Self.longestMarker
        else { return nil }
        let mark = ink(start..<marker)
        guard mark.isEmpty || mark == [0x3A] || mark == [0x2E] || mark == Array("：".utf8) || mark == Array("。".utf8)
        else { return nil }
        return mark + ink(marker..<end)
    }

    private func ink(_ range: Range<Int>) -> [UInt8] {
        var ink: [UInt8] = []
        source.utf8.withUnsafeBufferPointer { bytes in
            let text = TextBytes(bytes)
            var offset = range.lowerBound
            while offset < range.upperBound {
                if let space = text.spaceWidth(at: offset, before: range.upperBound) {
                    offset += space
                } else {
                    ink.append(bytes[offset])
                    offset += 1
                }
            }
        }
        return ink
    }
}
