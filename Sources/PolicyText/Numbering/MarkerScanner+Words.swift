/// Markers that open with a word: 第一章, 首先，, 附件1, 甲、.
extension MarkerScanner {
    // MARK: - 第一章 第一条 第一， 附件1 专栏1 首先， 甲、

    func han(_ index: Int, _ end: Int) -> MarkerCandidate? {
        let length = text.tokens[index].byteCount
        switch length {
        case 3:
            if text.token(index, is: "第") { return ordinalPrefix(index, end) }
            return stem(index, end)
        case 6:
            return mayBeWord(index) ? sequenceWord(index, end) ?? named(index, end) : nil
        default:
            return nil
        }
    }

    private func ordinalPrefix(_ index: Int, _ end: Int) -> MarkerCandidate? {
        let number = text.ink(from: index + 1, to: end)
        guard number < end, let ordinal = ordinalOfEitherKind(number) else { return nil }
        let next = text.ink(from: number + 1, to: end)
        guard next < end else { return nil }
        switch text.kind(next) {
        case .comma, .enumerationComma:
            guard text.kind(number) == .hanNumeral else { return nil }
            return candidate(index, through: next, .ordinalWord, ordinal)
        case .han:
            return unit(index, number, next, end, ordinal)
        default:
            return nil
        }
    }

    /// The article whose 第 ends a token: 程序第|九|条认定.
    func article(endingIn index: Int, _ end: Int) -> MarkerCandidate? {
        guard text.token(index, endsIn: "第"), var found = ordinalPrefix(index, end), found.scheme == .article else {
            return nil
        }
        found.start = text.tokens[index].end - 3
        return found
    }

    private static let units: [(StaticString, NumberingScheme)] = [
        ("编", .volume), ("部分", .volume), ("篇", .volume), ("章", .chapter), ("节", .articleSection), ("条", .article),
        ("款", .clause), ("项", .item),
    ]

    private func unit(_ index: Int, _ number: Int, _ next: Int, _ end: Int, _ ordinal: Int) -> MarkerCandidate? {
        for (word, scheme) in Self.units where text.token(next, opensWith: word) {
            var found = candidate(index, through: number, scheme, ordinal)
            found.end = text.tokens[next].start + word.utf8CodeUnitCount
            found.bodyToken = found.end == text.tokens[next].end ? next + 1 : next
            if scheme == .article { addSuffix(&found, next, end) }
            found.isDoubtful = isReferenceToUnit(found, end)
            return found
        }
        return nil
    }

    /// 第二条之一
    private func addSuffix(_ found: inout MarkerCandidate, _ next: Int, _ end: Int) {
        guard text.token(next, is: "条之"), next + 1 < end, text.kind(next + 1) == .hanNumeral,
            let value = ordinal(next + 1)
        else { return }
        found.suffix.append(value)
        found.end = text.tokens[next + 1].end
        found.bodyToken = next + 2
    }

    /// 第三条规定的, 第二章和第三章: a reference, if nothing but the word itself follows.
    private func isReferenceToUnit(_ found: MarkerCandidate, _ end: Int) -> Bool {
        guard found.bodyToken < end else { return false }
        switch text.kind(found.bodyToken) {
        case .han:
            let words: [StaticString] = [
                "规定", "所列", "所称", "的", "中", "至", "和", "或", "及", "与", "第", "以上", "款", "项", "之",
            ]
            let start = max(found.end, text.tokens[found.bodyToken].start)
            return words.contains { text.has($0, at: start) }
        case .comma, .enumerationComma, .closeBracket, .closeQuote, .closeTitle, .sentenceEnd, .semicolon:
            return true
        default:
            return false
        }
    }

    private static let sequenceWords: [(StaticString, Int)] = [
        ("首先", 1), ("其次", 2), ("再次", 3), ("最后", lastOfSequence),
    ]
    private static let names: [(StaticString, NumberingScheme)] = [
        ("附件", .attachment), ("附表", .annexTable), ("专栏", .box),
    ]
    /// The last bytes of the words' first characters, as bits.
    private static let lastBytes = (sequenceWords.map(\.0) + names.map(\.0)).reduce(0 as UInt64) {
        $0 | 1 << UInt64($1.utf8Start[2] & 0x3F)
    }

    /// A look that tells most tokens of two characters from the words that open a marker.
    @inline(__always)
    func mayBeWord(_ index: Int) -> Bool {
        Self.lastBytes &>> UInt64(text.bytes[text.tokens[index].start + 2] & 0x3F) & 1 != 0
    }

    private func sequenceWord(_ index: Int, _ end: Int) -> MarkerCandidate? {
        guard index + 1 < end, text.kind(index + 1) == .comma else { return nil }
        for (word, ordinal) in Self.sequenceWords where text.token(index, is: word) {
            return candidate(index, through: index + 1, .sequenceWord, ordinal)
        }
        return nil
    }

    /// The ordinal that stands for 最后 until the sequence tells which it is.
    static let lastOfSequence = 999

    private func named(_ index: Int, _ end: Int) -> MarkerCandidate? {
        for (word, scheme) in Self.names where text.token(index, is: word) {
            let number = text.ink(from: index + 1, to: end)
            guard number < end, let ordinal = ordinalOfEitherKind(number) else { return nil }
            return label(index, number, scheme, ordinal, end)
        }
        return nil
    }

    /// 专栏1, with a colon or without.
    private func label(
        _ index: Int, _ number: Int, _ scheme: NumberingScheme, _ ordinal: Int, _ end: Int
    ) -> MarkerCandidate? {
        var found = candidate(index, through: number, scheme, ordinal)
        guard number + 1 < end else { return found }
        switch text.kind(number + 1) {
        case .whitespace, .lineEnd, .han, .openQuote, .openTitle, .latin: break
        case .colon:
            found.bodyToken = number + 2
        case .dot, .dash, .comma, .enumerationComma, .sentenceEnd, .closeBracket:
            found.isDoubtful = true
        default:
            break
        }
        return found
    }

    private func stem(_ index: Int, _ end: Int) -> MarkerCandidate? {
        let next = text.ink(from: index + 1, to: end)
        guard next < end else { return nil }
        if text.kind(next) == .enumerationComma {
            let stems: [StaticString] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
            for (offset, word) in stems.enumerated() where text.token(index, is: word) {
                return candidate(index, through: next, .stem, offset + 1)
            }
        }
        if text.token(index, is: "表"), let ordinal = ordinalOfEitherKind(next) {
            return label(index, next, .table, ordinal, end)
        }
        return nil
    }
}
