import CTextScan

/// Cuts a source into tokens.
public enum Tokenizer {
    /// The tokens of a source, in order; their ranges, joined, are ``SourceText/utf8``.
    ///
    /// - Complexity: O(*n*) in the number of bytes, one pass, plus one pass over the brackets.
    public static func tokens(of source: SourceText) -> [Token] { scan(source).tokens }

    /// The tokens of a source, with what the pass over the bytes sees anyway.
    static func scan(_ source: SourceText) -> TokenScan {
        var result = TokenScan()
        result.landmarks.lines.reserveCapacity(source.lineIndex.lineCount + 1)
        result.landmarks.brackets.reserveCapacity(source.utf8.count / 64)
        source.utf8.withUnsafeBufferPointer { bytes in
            let words = ctextscan_mask_words(bytes.count)
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { masks in
                CharacterClass.hanRows.withUnsafeBufferPointer {
                    ctextscan_han(bytes.baseAddress, bytes.count, $0.baseAddress, masks.baseAddress)
                }
                CharacterClass.table.withUnsafeBufferPointer { table in
                    scan(bytes, table, UnsafeBufferPointer(masks), into: &result)
                }
            }
            BracketPairing.pair(&result.tokens, result.landmarks.brackets, bytes)
        }
        for index in result.landmarks.brackets where result.tokens[Int(index)].partnerIndex < 0 {
            result.landmarks.unpaired.append(index)
        }
        return result
    }

    /// Tokens go to the arrays in batches: a check for room and ownership at each token costs as much as the token.
    private static let batch = 256

    /// What is found between two visits to the arrays.
    private struct Batch {
        let tokens: UnsafeMutableBufferPointer<Token>
        let lines: UnsafeMutableBufferPointer<LineNote>
        /// Indices of brackets and 年, with room for one a token.
        let brackets: UnsafeMutableBufferPointer<Int32>
        let years: UnsafeMutableBufferPointer<Int32>
        var count = 0
        var lineCount = 0
        var bracketCount = 0
        var yearCount = 0
        var hanBytes = 0
        /// Of the line that is being read.
        var line = LineNote(end: 0, width: 0, spaces: 0, kinds: .none)
    }

    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>,
        _ masks: UnsafeBufferPointer<UInt64>, into result: inout TokenScan
    ) {
        withUnsafeTemporaryAllocation(of: Token.self, capacity: batch) { tokens in
            withUnsafeTemporaryAllocation(of: LineNote.self, capacity: batch) { lines in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * batch) { places in
                    var found = Batch(
                        tokens: tokens, lines: lines,
                        brackets: UnsafeMutableBufferPointer(rebasing: places[..<batch]),
                        years: UnsafeMutableBufferPointer(rebasing: places[batch...]))
                    scan(bytes, table, masks, &found, into: &result)
                }
            }
        }
    }

    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>,
        _ masks: UnsafeBufferPointer<UInt64>, _ found: inout Batch, into result: inout TokenScan
    ) {
        var index = 0
        while index < bytes.count {
            let first = Int32(truncatingIfNeeded: result.tokens.count)
            fill(&found, first: first, from: &index, bytes, table, masks)
            makeRoom(&result.tokens, share: index, of: bytes.count)
            result.tokens.append(contentsOf: UnsafeBufferPointer(rebasing: found.tokens[..<found.count]))
            for line in found.lines[..<found.lineCount] { result.landmarks.kinds.formUnion(line.kinds) }
            result.landmarks.lines.append(contentsOf: found.lines[..<found.lineCount])
            result.landmarks.brackets.append(contentsOf: found.brackets[..<found.bracketCount])
            result.landmarks.years.append(contentsOf: found.years[..<found.yearCount])
        }
        result.landmarks.hanBytes = found.hanBytes
        if Int(result.landmarks.lines.last?.end ?? -1) + 1 < result.tokens.count {
            found.line.end = result.tokens.count
            result.landmarks.kinds.formUnion(found.line.kinds)
            result.landmarks.lines.append(found.line)
        }
    }

    /// Where the estimate was too low, the tokens so far make the next, since doubling would move and clear too much
    /// memory; by half at least, which keeps it linear for any text.
    private static func makeRoom(_ tokens: inout [Token], share index: Int, of byteCount: Int) {
        guard tokens.capacity - tokens.count < batch, index < byteCount else { return }
        let count = tokens.count + batch
        let rest = count * (byteCount - index) / index
        // Measured: one token per 8 to 13 bytes of Chinese text, and twice as many in markup, as its first batch shows.
        let least = tokens.isEmpty ? byteCount / 8 : count / 2
        tokens.reserveCapacity(count + max(rest + rest / 16 + batch, least))
    }

    /// The kinds that are one character each, as bits: no other character of their kind joins them.
    private static let singleKinds = bits(
        .enclosedNumber, .bullet, .openBracket, .closeBracket, .openTitle, .closeTitle, .openQuote, .closeQuote,
        .straightQuote,
        .sentenceEnd, .dot, .comma, .enumerationComma, .semicolon, .colon, .tilde, .ellipsis, .percent, .slash, .symbol)
    private static let bracketKinds = bits(
        .openBracket, .closeBracket, .openTitle, .closeTitle, .openQuote, .closeQuote)

    @inline(__always)
    private static func bits(_ kinds: TokenKind...) -> UInt64 { kinds.reduce(0) { $0 | 1 &<< UInt64($1.rawValue) } }

    @inline(__always)
    private static func isOne(of kinds: UInt64, _ kind: TokenKind) -> Bool { kinds & 1 &<< UInt64(kind.rawValue) != 0 }

    /// Fills the batch with the next tokens.
    ///
    /// - Parameters:
    ///   - first: The index that the first of them will have.
    ///   - masks: A bit for every byte of a character of Han.
    private static func fill(
        _ batch: inout Batch, first firstIndex: Int32, from position: inout Int, _ bytes: UnsafeBufferPointer<UInt8>,
        _ table: UnsafeBufferPointer<UInt8>, _ masks: UnsafeBufferPointer<UInt64>
    ) {
        let (singleKinds, bracketKinds) = (singleKinds, bracketKinds)
        let (tokens, brackets, lines, years) = (batch.tokens, batch.brackets, batch.lines, batch.years)
        var (hanBytes, kinds) = (batch.hanBytes, batch.line.kinds)
        var (width, spaces) = (batch.line.width, batch.line.spaces)
        var bracketCount = 0
        var lineCount = 0
        var yearCount = 0
        var index = position
        var filled = 0
        while index < bytes.count, filled < tokens.count {
            let start = index
            let mask = masks[index &>> 6] &>> UInt64(truncatingIfNeeded: index)
            // Words and signs take turns in a notice: two tests that are foreseen, not a jump that is not.
            if mask & 1 != 0 {
                index = hanEnd(index, mask, masks)
                hanBytes &+= index &- start
                width &+= hanWidth(index &- start)
                if isYear(bytes, start, index) {
                    years[yearCount] = firstIndex &+ Int32(truncatingIfNeeded: filled)
                    yearCount &+= 1
                }
                kinds.insert(.han)
                tokens.initializeElement(at: filled, to: Token(start: start, end: index, kind: .han))
                filled &+= 1
                continue
            }
            let first = bytes[index]
            let kind = kind(at: &index, bytes, table)
            if isOne(of: singleKinds, kind) {
                // Written down always, kept where it counts: which signs do cannot be foreseen.
                brackets[bracketCount] = firstIndex &+ Int32(truncatingIfNeeded: filled)
                bracketCount &+= isOne(of: bracketKinds, kind) ? 1 : 0
                width &+= signWidth(index &- start, first)
            } else {
                switch kind {
                case .hanNumeral:
                    index = numeralEnd(index, bytes, table)
                    hanBytes &+= index &- start
                    width &+= hanWidth(index &- start)
                case .markdown:
                    while index < bytes.count, bytes[index] == first { index += 1 }
                    width &+= signWidth(index &- start, first)
                case .whitespace:
                    extend(&index, while: kind, bytes, table)
                    spaces &+= 1
                case .lineEnd, .pageBreak:
                    if first == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
                    lines.initializeElement(
                        at: lineCount,
                        to: LineNote(end: Int(firstIndex) &+ filled, width: width, spaces: spaces, kinds: kinds))
                    lineCount &+= 1
                    (width, spaces, kinds) = (0, 0, .none)
                    tokens.initializeElement(at: filled, to: Token(start: start, end: index, kind: kind))
                    filled &+= 1
                    continue
                default:
                    extend(&index, while: kind, bytes, table)
                    width &+= kind == .control ? 0 : signWidth(index &- start, first)
                }
            }
            kinds.insert(kind)
            tokens.initializeElement(at: filled, to: Token(start: start, end: index, kind: kind))
            filled &+= 1
        }
        position = index
        (batch.count, batch.bracketCount, batch.lineCount) = (filled, bracketCount, lineCount)
        (batch.yearCount, batch.hanBytes) = (yearCount, hanBytes)
        batch.line = LineNote(end: 0, width: width, spaces: spaces, kinds: kinds)
    }

    /// As ``TokenText/width(_:)``.
    @inline(__always)
    private static func hanWidth(_ byteCount: Int) -> Int {
        Int(UInt32(truncatingIfNeeded: byteCount) / 3 &* 2)
    }

    @inline(__always)
    private static func signWidth(_ byteCount: Int, _ first: UInt8) -> Int {
        first < 0x80 ? byteCount : Int((UInt32(truncatingIfNeeded: byteCount) &+ 2) / 3 &* 2)
    }

    /// Whether a word of Han is 年; asked in one comparison, which is foreseen.
    @inline(__always)
    private static func isYear(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let character = Int(bytes[start]) << 16 | Int(bytes[start &+ 1]) << 8 | Int(bytes[start &+ 2])
        return (character ^ 0xE5B9B4) | (end &- start &- 3) == 0
    }

    /// The kind of the character at `index`, which moves behind it. The bytes are valid UTF-8; a stray byte is `other`.
    @inline(__always)
    private static func kind(
        at index: inout Int, _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>
    ) -> TokenKind {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            return kind(table[Int(lead)])
        }
        let left = bytes.count &- index
        if lead >= 0xE0, lead < 0xF0, left >= 3 {
            let codePoint =
                (Int(lead) & 0x0F) << 12 | (Int(bytes[index + 1]) & 0x3F) << 6 | (Int(bytes[index + 2]) & 0x3F)
            index += 3
            return kind(table[codePoint])
        }
        if lead >= 0xC0, lead < 0xE0, left >= 2 {
            let codePoint = (Int(lead) & 0x1F) << 6 | (Int(bytes[index + 1]) & 0x3F)
            index += 2
            return kind(table[codePoint])
        }
        if lead >= 0xF0, left >= 4 {
            let high = (UInt32(lead) & 0x07) << 18 | (UInt32(bytes[index + 1]) & 0x3F) << 12
            let low = (UInt32(bytes[index + 2]) & 0x3F) << 6 | (UInt32(bytes[index + 3]) & 0x3F)
            index += 4
            return CharacterClass.kind(aboveBasicPlane: high | low)
        }
        index += 1
        return .other
    }

    /// A kind from the table, which holds raw values only; the checked initializer is a call.
    @inline(__always)
    private static func kind(_ rawValue: UInt8) -> TokenKind { unsafeBitCast(rawValue, to: TokenKind.self) }

    /// Where a word of Han ends. Most bytes of a notice are passed over here, dozens at a time.
    ///
    /// - Parameter mask: The bits from `start` on, up to the end of their word.
    @inline(__always)
    private static func hanEnd(_ start: Int, _ mask: UInt64, _ masks: UnsafeBufferPointer<UInt64>) -> Int {
        var index = start &+ (~mask).trailingZeroBitCount
        // It may go on in the next word; behind the last one is one of zeros.
        while index & 63 == 0 {
            let length = (~masks[index &>> 6]).trailingZeroBitCount
            index &+= length
            if length < 64 { break }
        }
        return index
    }

    /// Numerals take in ○ (U+25CB), which many use for 〇, but only inside a run.
    @inline(never)
    private static func numeralEnd(
        _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var index = start
        while true {
            extend(&index, while: .hanNumeral, bytes, table)
            guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x97, bytes[index + 2] == 0x8B
            else { return index }
            index += 3
        }
    }

    @inline(__always)
    private static func extend(
        _ index: inout Int, while kind: TokenKind, _ bytes: UnsafeBufferPointer<UInt8>,
        _ table: UnsafeBufferPointer<UInt8>
    ) {
        while index < bytes.count {
            var next = index
            guard self.kind(at: &next, bytes, table) == kind else { return }
            index = next
        }
    }
}
