/// Reads document numbers (发文字号, GB/T 9704-2012 7.2.5) in all their spellings.
struct DocumentNumberReader {
    let reader: ParagraphReader
    private var text: TokenText { reader.text }
    /// The longest agency code in characters: 国办发明电, 京公开办发, 沪府办规.
    static let codeCharacters = 14

    struct Found {
        var firstToken: Int
        /// Behind the last token.
        var endToken: Int
        var start: Int
        var end: Int
        var code: [UInt8]
        var year: Int?
        var serial: Int?

        /// Made for the numbers that are reported: far more paragraphs are only asked whether they are one.
        var normalized: String {
            let name = String(decoding: code, as: UTF8.self)
            let number = serial.map { "\($0)" } ?? ""
            guard let year else { return "\(name)第\(number)号" }
            return code.isEmpty ? "\(year)年第\(number)号" : "\(name)〔\(year)〕\(number)号"
        }
    }

    /// The number that stands in a paragraph, or `nil`.
    func number(in paragraph: ParagraphSpan) -> Found? {
        guard paragraph.first < paragraph.end else { return nil }
        for index in paragraph.first..<paragraph.end {
            if let found = number(bracket: index, in: paragraph) { return found }
        }
        return nil
    }

    /// All numbers of a paragraph, in order.
    func numbers(in paragraph: ParagraphSpan) -> [Found] {
        var found: [Found] = []
        for index in paragraph.first..<paragraph.end {
            if let number = number(bracket: index, in: paragraph), number.start >= found.last?.end ?? 0 {
                found.append(number)
            }
        }
        return found
    }

    /// The number whose year bracket (or year, or 第) stands at a token.
    func number(bracket index: Int, in paragraph: ParagraphSpan) -> Found? {
        switch text.kind(index) {
        case .openBracket, .openTitle: bracketed(index, paragraph)
        case .digits: yearly(index, paragraph)
        case .han: ordinal(index, paragraph)
        default: nil
        }
    }

    /// 国办发〔2020〕24号
    private func bracketed(_ index: Int, _ paragraph: ParagraphSpan) -> Found? {
        let end = paragraph.end
        let yearIndex = text.ink(from: index + 1, to: end)
        guard yearIndex < end, text.kind(yearIndex) == .digits, text.digitCount(yearIndex) == 4,
            let year = text.number(yearIndex), (1949...2199).contains(year)
        else { return nil }
        var close = text.ink(from: yearIndex + 1, to: end)
        if close < end, text.token(close, is: "年") { close = text.ink(from: close + 1, to: end) }
        guard close < end, text.kind(close) == .closeBracket || text.kind(close) == .closeTitle else { return nil }
        var serialIndex = text.ink(from: close + 1, to: end)
        if serialIndex < end, text.token(serialIndex, is: "第") {
            serialIndex = text.ink(from: serialIndex + 1, to: end)
        }
        guard let (serial, last) = serial(serialIndex, end), let (first, start) = code(before: index, paragraph) else {
            return nil
        }
        let code = reader.squash(first, index, from: start)
        return Found(
            firstToken: first, endToken: last + 1, start: start, end: text.tokens[last].start + 3, code: code,
            year: year, serial: serial)
    }

    /// 商服贸函2026年第322号, and 2026年第322号 without a code.
    private func yearly(_ index: Int, _ paragraph: ParagraphSpan) -> Found? {
        let end = paragraph.end
        guard text.digitCount(index) == 4, let year = text.number(index), (1949...2199).contains(year) else {
            return nil
        }
        let word = text.ink(from: index + 1, to: end)
        guard word < end, text.token(word, is: "年第"),
            let (serial, last) = serial(text.ink(from: word + 1, to: end), end)
        else { return nil }
        if let (first, start) = code(before: index, paragraph) {
            let code = reader.squash(first, index, from: start)
            return Found(
                firstToken: first, endToken: last + 1, start: start, end: text.tokens[last].start + 3, code: code,
                year: year, serial: serial)
        }
        return Found(
            firstToken: index, endToken: last + 1, start: text.tokens[index].start, end: text.tokens[last].start + 3,
            code: [], year: year, serial: serial)
    }

    /// 国务院令第737号, 第737号: orders keep their 第.
    private func ordinal(_ index: Int, _ paragraph: ParagraphSpan) -> Found? {
        guard text.token(index, endsIn: "第") else { return nil }
        let end = paragraph.end
        guard let (serial, last) = serial(text.ink(from: index + 1, to: end), end), paragraph.byteCount < 120,
            text.tokens[last].byteCount == 3
        else { return nil }
        let code = Array(reader.squash(paragraph.first, index + 1).dropLast(3))
        guard code.isEmpty || code.ends(in: "令") || code.ends(in: "公告") else { return nil }
        return Found(
            firstToken: paragraph.first, endToken: last + 1, start: paragraph.start, end: text.tokens[last].start + 3,
            code: code, year: nil, serial: serial)
    }

    private func serial(_ index: Int, _ end: Int) -> (Int, Int)? {
        guard index < end else { return nil }
        let value: Int?
        if text.kind(index) == .hanNumeral {
            let token = text.tokens[index]
            value =
                HanNumeral.parse(
                    UnsafeBufferPointer(rebasing: text.bytes[token.start..<token.end]).span, reading: .strict)?.value
        } else {
            value = text.number(index)
        }
        let word = text.ink(from: index + 1, to: end)
        guard let value, word < end, text.token(word, opensWith: "号") else { return nil }
        return (value, word)
    }

    /// Where the agency code begins that stands before the year.
    private func code(before index: Int, _ paragraph: ParagraphSpan) -> (token: Int, start: Int)? {
        var first = index
        var characters = 0
        while first > paragraph.first {
            let before = text.ink(before: first, from: paragraph.first)
            guard before >= 0, text.kind(before) == .han || text.kind(before) == .hanNumeral,
                before == first - 1 || isGap(before + 1, first)
            else { break }
            if text.token(before, is: "号") { break }
            first = before
            characters += text.tokens[before].byteCount / 3
            if characters > 60 { break }
        }
        guard first < index else { return nil }
        return trimmed(first, index, paragraph, characters)
    }

    /// Letter spacing inside the code is white space that the layout put there, or a single space before the bracket.
    private func isGap(_ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy { text.tokens[$0].role == .layoutSpace || text.tokens[$0].byteCount == 1 }
    }

    /// The code behind a title that runs into it: …的实施意见|国办发.
    private func trimmed(_ first: Int, _ index: Int, _ paragraph: ParagraphSpan, _ characters: Int) -> (
        token: Int, start: Int
    )? {
        let start = max(text.tokens[first].start, paragraph.start)
        guard characters > Self.codeCharacters else {
            // A code of normal length may still have a genre in front.
            return afterGenre(first, index) ?? (first, start)
        }
        return afterGenre(first, index)
    }

    private func afterGenre(_ first: Int, _ index: Int) -> (token: Int, start: Int)? {
        let last = index - 1
        guard text.kind(last) == .han else { return nil }
        let token = text.tokens[last]
        var best = -1
        var position = token.start
        while position < token.end - 6 {
            position += 3
            // A genre of two characters or more that ends here.
            let before = UnsafeBufferPointer(rebasing: text.bytes[token.start..<position])
            if let genre = reader.lexicons.genres.longestEnding(before), reader.lexicons.genres.byteCount(genre) >= 6 {
                best = max(best, position)
            }
        }
        guard best > token.start, best < token.end, token.end - best <= Self.codeCharacters * 3 else { return nil }
        return (last, best)
    }
}
