import PolicyText

/// Finds what the lines around a notice say about it: labels with values, in one line or in two.
struct PageFieldReader {
    let bytes: [UInt8]
    let lines: [PageText.PageLine]
    private let labels = PageLexicons.shared.fields
    /// Longer lines are text.
    static let lineBytes = 900
    /// How far above the text a bare date belongs to it, in lines.
    static let nearLines = 12

    init(bytes: [UInt8], lines: [PageText.PageLine]) {
        self.bytes = bytes
        self.lines = lines
    }

    /// The candidates, in the order of the page; bare dates near the text come last.
    func candidates() -> [LayoutHints.Candidate] {
        var found: [LayoutHints.Candidate] = []
        var open: FieldLabels.Field?
        for line in lines {
            guard line.range.count <= Self.lineBytes else {
                open = nil
                continue
            }
            let text = bytes[line.range]
            if let field = labels.whole(text) {
                open = field
                continue
            }
            let fields = fields(in: text)
            if fields.isEmpty, case .known(let known)? = open {
                found.append(LayoutHints.Candidate(known, line.range))
            }
            open = nil
            for (position, field) in fields.enumerated() {
                guard case .known(let known) = field.field else { continue }
                let end = position + 1 < fields.count ? fields[position + 1].start : line.range.upperBound
                if field.value < end {
                    if hasInk(field.value..<end) {
                        found.append(LayoutHints.Candidate(known, field.value..<end))
                    }
                }
            }
            // 发布日期： and its value in the next element.
            if let last = fields.last, !hasInk(last.value..<line.range.upperBound) { open = last.field }
        }
        // 2023-05-01 10:00 来源：… below the headline.
        for line in lines.filter(\.isBefore).suffix(Self.nearLines) {
            let word = firstWord(of: line.range)
            if isBareDate(bytes[word]) { found.append(LayoutHints.Candidate(.publishedOn, word)) }
        }
        return found
    }

    private func firstWord(of range: Range<Int>) -> Range<Int> {
        let end = range.first { PageBytes.spaceLength(bytes[range], $0) > 0 } ?? range.upperBound
        return range.lowerBound..<end
    }

    private func hasInk(_ range: Range<Int>) -> Bool { !PageBytes.squashed(bytes[range]).isEmpty }

    private struct Found {
        var field: FieldLabels.Field
        var start: Int
        var value: Int
    }

    /// The labels of a line: at its beginning, and behind white space, rules and brackets.
    private func fields(in text: ArraySlice<UInt8>) -> [Found] {
        var found: [Found] = []
        var at = text.startIndex
        var mayOpen = true
        while at < text.endIndex {
            let space = PageBytes.spaceLength(text, at)
            if space > 0 {
                at += space
                mayOpen = true
                continue
            }
            if mayOpen, let label = labels.label(in: text, at: at) {
                found.append(Found(field: label.field, start: at, value: label.end))
                at = label.end
                continue
            }
            let length = PageBytes.scalarLength(text[at])
            mayOpen = isOpening(text[at..<min(text.endIndex, at + length)])
            at += length
        }
        return found
    }

    /// | [ 【 （ ( ｜
    private func isOpening(_ scalar: ArraySlice<UInt8>) -> Bool {
        switch scalar.count {
        case 1: scalar.first == 0x7C || scalar.first == 0x5B || scalar.first == 0x28
        case 3:
            scalar.elementsEqual([0xE3, 0x80, 0x90]) || scalar.elementsEqual([0xEF, 0xBC, 0x88])
                || scalar.elementsEqual([0xEF, 0xBD, 0x9C])
        default: false
        }
    }

    /// 2020-01-01, perhaps with a time of day; or 2020年1月1日.
    private func isBareDate(_ text: ArraySlice<UInt8>) -> Bool {
        let word = PageBytes.squashed(text)
        guard word.count >= 8, word.count <= 40, word.prefix(2).allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        var rest = word[...]
        while let byte = rest.first {
            switch byte {
            case 0x2D...0x3A: rest = rest.dropFirst()
            // 年 月 日 时 分 秒 and the colon, as bytes.
            case 0xE5...0xE7, 0xEF: rest = rest.dropFirst(3)
            default: return false
            }
        }
        return word.filter { (0x30...0x39).contains($0) }.count >= 6
    }
}
