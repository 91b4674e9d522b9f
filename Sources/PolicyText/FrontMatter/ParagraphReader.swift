/// Questions about single paragraphs that the front matter and the parts ask.
struct ParagraphReader {
    let text: TokenText
    let lexicons: Lexicons
    let dates: DateReader
    let scanner: MarkerScanner
    /// Longer paragraphs, in bytes, are text, whatever they look like.
    static let shortBytes = 900

    init(text: TokenText, lexicons: Lexicons) {
        self.text = text
        self.lexicons = lexicons
        dates = DateReader(text: text)
        scanner = MarkerScanner(text: text)
    }

    /// The bytes of ink, white space and furniture left out.
    func squash(_ paragraph: ParagraphSpan) -> [UInt8] {
        squash(paragraph.first, paragraph.end, from: paragraph.start, to: paragraph.stop)
    }

    func squash(_ first: Int, _ end: Int, from start: Int = 0, to stop: Int = .max) -> [UInt8] {
        guard first < end else { return [] }
        let capacity = max(0, min(stop, text.tokens[end - 1].end) - max(start, text.tokens[first].start))
        return [UInt8](room: capacity + TokenText.copyRoom) { [text] buffer, count in
            for index in first..<end where text.isInk(index) {
                let token = text.tokens[index]
                count += text.copy(
                    max(start, token.start), min(stop, token.end), to: buffer.baseAddress.map { $0 + count })
            }
        }
    }

    /// How many bytes of ink tokens hold.
    func inkBytes(_ first: Int, _ end: Int) -> Int {
        var count = 0
        for index in first..<end where text.isInk(index) { count += text.tokens[index].byteCount }
        return count
    }

    /// Lets a closure read the bytes of ``squash(_:)`` where they stand; mostly nothing has to be left out.
    @inline(__always)
    func withInk<Result>(_ paragraph: ParagraphSpan, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let bytes = slice(paragraph) { return body(bytes) }
        return squash(paragraph).withUnsafeBufferPointer(body)
    }

    /// The same for tokens: the few at the end of a line, most often, between which nothing has to be left out either.
    @inline(__always)
    func withInk<Result>(
        _ first: Int, _ end: Int, to stop: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        var index = first
        while index < end, text.isInk(index) { index += 1 }
        guard index == end, first < end else { return squash(first, end, to: stop).withUnsafeBufferPointer(body) }
        let start = text.tokens[first].start
        let last = max(start, min(stop, text.tokens[end - 1].end))
        return body(UnsafeBufferPointer(rebasing: text.bytes[start..<last]))
    }

    /// Whether the ink begins with a word; as with ``squash(_:)``, without making a copy.
    func opens(_ paragraph: ParagraphSpan, with word: StaticString) -> Bool {
        var matched = 0
        for index in paragraph.first..<paragraph.end where text.isInk(index) {
            var position = max(paragraph.start, text.tokens[index].start)
            let end = min(paragraph.stop, text.tokens[index].end)
            while position < end {
                if matched == word.utf8CodeUnitCount { return true }
                guard text.bytes[position] == word.utf8Start[matched] else { return false }
                matched += 1
                position += 1
            }
        }
        return matched == word.utf8CodeUnitCount
    }

    /// Whether the ink ends in a word.
    func closes(_ paragraph: ParagraphSpan, with word: StaticString) -> Bool {
        var left = word.utf8CodeUnitCount
        for index in (paragraph.first..<paragraph.end).reversed() where text.isInk(index) {
            let start = max(paragraph.start, text.tokens[index].start)
            var position = min(paragraph.stop, text.tokens[index].end)
            while position > start {
                if left == 0 { return true }
                position -= 1
                left -= 1
                guard text.bytes[position] == word.utf8Start[left] else { return false }
            }
        }
        return left == 0
    }

    /// Letters, Han and digits only, for comparing titles that differ in brackets and quotation marks.
    func skeleton(_ first: Int, _ end: Int, from start: Int = 0, to stop: Int = .max) -> [UInt8] {
        var bytes: [UInt8] = []
        guard first < end else { return bytes }
        bytes.reserveCapacity(max(0, min(stop, text.tokens[end - 1].end) - max(start, text.tokens[first].start)))
        for index in first..<end where text.isInk(index) {
            switch text.kind(index) {
            case .han, .hanNumeral, .latin, .digits:
                let token = text.tokens[index]
                bytes.append(contentsOf: text.bytes[max(start, token.start)..<min(stop, token.end)])
            default: break
            }
        }
        return bytes
    }

    func skeleton(_ paragraph: ParagraphSpan) -> [UInt8] {
        skeleton(paragraph.first, paragraph.end, from: paragraph.start, to: paragraph.stop)
    }

    func lastInk(_ paragraph: ParagraphSpan) -> Int { text.ink(before: paragraph.end, from: paragraph.first) }

    /// Whether a sentence ends in the paragraph.
    func hasSentence(_ paragraph: ParagraphSpan) -> Bool {
        if paragraph.kinds.mayHold(.sentenceEnd) {
            for index in paragraph.first..<paragraph.end where text.kind(index) == .sentenceEnd { return true }
        }
        guard paragraph.kinds.mayHold(.dot) else { return false }
        // In text with half-width punctuation a dot between Han characters ends a sentence.
        return (paragraph.first + 1..<max(paragraph.first + 1, paragraph.end)).contains {
            isFullStop($0, paragraph.end)
        }
    }

    func isFullStop(_ index: Int, _ end: Int) -> Bool {
        guard text.kind(index) == .dot else { return false }
        let before = text.kind(index - 1)
        let after = index + 1 < end ? text.kind(index + 1) : .lineEnd
        return (before == .han || before == .closeBracket || before == .closeQuote || before == .closeTitle)
            && after != .latin && after != .dot
    }

    /// The marker that opens the paragraph, unless it is in doubt.
    func marker(_ paragraph: ParagraphSpan) -> MarkerCandidate? {
        guard scanner.mayOpen(paragraph.first), let found = scanner.marker(at: paragraph.first, end: paragraph.end),
            !found.isDoubtful
        else { return nil }
        return found
    }

    /// The date that the paragraph is, brackets around it and a time of day behind it allowed.
    @inline(__always)
    func wholeDate(_ paragraph: ParagraphSpan) -> DateReader.Found? {
        // Asked for every paragraph of a notice, of which nearly all open with something else.
        switch text.kind(paragraph.first) {
        case .digits, .hanNumeral, .openBracket: readWholeDate(paragraph)
        default: nil
        }
    }

    @inline(never)
    private func readWholeDate(_ paragraph: ParagraphSpan) -> DateReader.Found? {
        guard paragraph.byteCount < 120 else { return nil }
        var first = paragraph.first
        if text.kind(first) == .openBracket { first = text.ink(from: first + 1, to: paragraph.end) }
        guard first < paragraph.end, let date = dates.date(at: first, end: paragraph.end) else { return nil }
        for index in date.endToken..<max(date.endToken, paragraph.end) where text.isInk(index) {
            switch text.kind(index) {
            case .digits where !date.isWritten: continue
            case .colon where !date.isWritten: continue
            case .closeBracket: continue
            default: return nil
            }
        }
        guard min(text.tokens[date.endToken - 1].end, paragraph.stop) == date.end else { return nil }
        return date
    }

    /// Whether the paragraph is a bracket and nothing else: （此件公开发布）.
    func isNote(_ paragraph: ParagraphSpan) -> Bool {
        guard paragraph.byteCount < 200, text.kind(paragraph.first) == .openBracket,
            let partner = text.tokens[paragraph.first].partner
        else { return false }
        return partner == lastInk(paragraph)
    }

    /// Whether a line belongs to the frame of a web page.
    func isSiteChrome(_ paragraph: ParagraphSpan) -> Bool {
        guard paragraph.byteCount < Self.shortBytes else { return false }
        // Asked for most paragraphs of a notice: where they stand, or on the stack, not in an array.
        if let line = slice(paragraph) { return isSiteChrome(line, paragraph.byteCount) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.shortBytes + TokenText.copyRoom) {
            [text] buffer in
            var count = 0
            for index in paragraph.first..<paragraph.end where text.isInk(index) {
                let token = text.tokens[index]
                count += text.copy(
                    max(paragraph.start, token.start), min(paragraph.stop, token.end),
                    to: buffer.baseAddress.map { $0 + count })
            }
            return isSiteChrome(UnsafeBufferPointer(rebasing: buffer[..<count]), paragraph.byteCount)
        }
    }

    /// The bytes of a paragraph that is ink throughout, or `nil`.
    private func slice(_ paragraph: ParagraphSpan) -> UnsafeBufferPointer<UInt8>? {
        guard paragraph.first < paragraph.end, text.other(from: paragraph.first, to: paragraph.end) == paragraph.end
        else { return nil }
        if paragraph.kinds.holdsAny(of: TokenKinds(.whitespace, .lineEnd)) {
            for index in paragraph.first..<paragraph.end where !text.isInk(index) { return nil }
        }
        let start = max(paragraph.start, text.tokens[paragraph.first].start)
        let stop = min(paragraph.stop, text.tokens[paragraph.end - 1].end)
        return start < stop ? UnsafeBufferPointer(rebasing: text.bytes[start..<stop]) : nil
    }

    private func isSiteChrome(_ line: UnsafeBufferPointer<UInt8>, _ byteCount: Int) -> Bool {
        lexicons.siteChrome.frames(line) || byteCount < 300 && lexicons.siteChrome.occurs(in: line)
    }

    // MARK: - Titles

    /// Where a title-like paragraph ends when words of the page's frame stand behind it, and its genre.
    func titleEnd(_ paragraph: ParagraphSpan) -> (end: Int, genre: [UInt8])? {
        guard paragraph.byteCount < Self.shortBytes, paragraph.byteCount >= 6, !hasSentence(paragraph) else {
            return nil
        }
        if let genre = genre(paragraph.first, paragraph.end, to: paragraph.stop) ?? unknownGenre(paragraph) {
            return (paragraph.end, genre)
        }
        guard paragraph.kinds.mayHold(.whitespace) else { return nil }
        // 某某行动计划（2025—2027年） 政策咨询
        for index in paragraph.first..<paragraph.end where text.kind(index) == .whitespace {
            let rest = text.ink(from: index, to: paragraph.end)
            guard rest < paragraph.end, mayBeChrome(rest), lexicons.siteChrome.isWhole(squash(rest, paragraph.end)),
                let genre = genre(paragraph.first, index)
            else { continue }
            return (index, genre)
        }
        return nil
    }

    /// A look at one word, before the rest of a line is put together.
    private func mayBeChrome(_ index: Int) -> Bool {
        text.tokens[index].byteCount < 3
            || lexicons.siteChrome.mayBeWhole(at: text.tokens[index].start, in: text.bytes)
    }

    /// 关于某事的公示: two to four characters behind 的 name the genre, whether a list has it or not.
    private func unknownGenre(_ paragraph: ParagraphSpan) -> [UInt8]? {
        guard paragraph.byteCount > 36 else { return nil }
        return withInk(paragraph) { bytes in
            guard bytes.count > 36 else { return nil }
            var length = 6
            while !bytes.has("的", at: bytes.count - length - 3) {
                length += 3
                if length > 12 { return nil }
            }
            guard bytes.holds("关于") else { return nil }
            let word = UnsafeBufferPointer(rebasing: bytes.suffix(length))
            return word.allSatisfy { $0 >= 0x80 } && !word.holds("的") ? Array(word) : nil
        }
    }

    /// The genre that the tokens end in; brackets such as （试行） and （2021—2023年） behind it do not count.
    func genre(_ first: Int, _ end: Int, to stop: Int = .max) -> [UInt8]? {
        var last = text.ink(before: end, from: first)
        while last > first, text.kind(last) == .closeBracket, let partner = text.tokens[last].partner, partner > first {
            last = text.ink(before: partner, from: first)
        }
        while last > first, text.kind(last) == .closeTitle || text.kind(last) == .closeQuote {
            last = text.ink(before: last, from: first)
        }
        guard last >= first, text.kind(last) == .han || text.kind(last) == .hanNumeral,
            mayEnd(last, in: lexicons.genres, to: stop)
        else { return nil }
        let genre = withInk(max(first, last - 4), last + 1, to: stop) { lexicons.genres.longestEnding($0) }
        return genre.map { lexicons.genreValues[$0] }
    }

    /// A look at the last character, which tells most tokens from those where a word ends.
    private func mayEnd(_ token: Int, in words: WordIndex, to stop: Int) -> Bool {
        let end = min(stop, text.tokens[token].end)
        return end - text.tokens[token].start < 3 || words.mayOpen(at: end - 3, in: text.bytes)
    }

    // MARK: - Organisations

    /// Whether the tokens are names of organisations and nothing else.
    func isOrganizations(_ paragraph: ParagraphSpan) -> Bool {
        guard paragraph.byteCount < Self.shortBytes, paragraph.byteCount >= 6 else { return false }
        var index = paragraph.first
        var pieces = 0
        var start = index
        while index < paragraph.end {
            switch text.kind(index) {
            case .han, .hanNumeral, .openBracket, .closeBracket, .openQuote, .closeQuote, .enumerationComma: break
            case .whitespace:
                if !endsInOrganization(start, index) { return false }
                pieces += 1
                start = text.ink(from: index, to: paragraph.end)
            case .lineEnd: break
            case .control: break
            default: return false
            }
            index += 1
        }
        return endsInOrganization(start, paragraph.end, to: paragraph.stop) && pieces < 40
    }

    /// Whether the tokens end in what organisation names end in.
    func endsInOrganization(_ first: Int, _ end: Int, to stop: Int = .max) -> Bool {
        var last = text.ink(before: end, from: first)
        guard last >= first else { return false }
        if text.kind(last) == .closeBracket, let partner = text.tokens[last].partner, partner > first {
            if endsInOrganization(partner + 1, last) { return true }
            last = text.ink(before: partner, from: first)
        }
        guard last >= first, text.kind(last) == .han || text.kind(last) == .hanNumeral,
            mayEnd(last, in: lexicons.organizationEndings, to: stop)
        else { return false }
        return withInk(max(first, last - 2), last + 1, to: stop) { lexicons.organizationEndings.longestEnding($0) }
            != nil
    }

    func endsInOrganization(bytes: ArraySlice<UInt8>) -> Bool { endsInOrganization(bytes: Array(bytes)) }

    func endsInOrganization(bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { lexicons.organizationEndings.longestEnding($0) } != nil
    }
}
