/// Cuts a source into tokens.
public enum Tokenizer {
    /// The tokens of a source, in order; their ranges, joined, are ``SourceText/utf8``.
    ///
    /// - Complexity: O(*n*) in the number of bytes, one pass, plus one pass over the brackets.
    public static func tokens(of source: SourceText) -> [Token] { scan(source).tokens }

    /// The tokens of a source, with what the pass over the bytes sees anyway.
    static func scan(_ source: SourceText) -> TokenScan {
        var result = TokenScan()
        // Measured: one token per 9 to 13 bytes of Chinese text.
        result.tokens.reserveCapacity(source.utf8.count / 9 + 16)
        result.landmarks.breaks.reserveCapacity(source.lineIndex.lineCount + 1)
        result.landmarks.lineCount = source.lineIndex.lineCount
        source.utf8.withUnsafeBufferPointer { bytes in
            var brackets: [Int32] = []
            brackets.reserveCapacity(bytes.count / 64)
            CharacterClass.table.withUnsafeBufferPointer { table in
                CharacterClass.hanRows.withUnsafeBufferPointer { hanRows in
                    scan(bytes, table, hanRows, into: &result, &brackets)
                }
            }
            BracketPairing.pair(&result.tokens, brackets, bytes)
            for index in brackets where result.tokens[Int(index)].partnerIndex < 0 {
                result.landmarks.unpaired.append(index)
            }
        }
        return result
    }

    /// Tokens go to the arrays in batches: a check for room and ownership at each token costs as much as the token.
    private static let batch = 256

    /// What is found between two visits to the arrays.
    private struct Batch {
        let tokens: UnsafeMutableBufferPointer<Token>
        /// Indices of brackets, breaks and 年, with room for one a token.
        let brackets: UnsafeMutableBufferPointer<Int32>
        let breaks: UnsafeMutableBufferPointer<Int32>
        let years: UnsafeMutableBufferPointer<Int32>
        var count = 0
        var bracketCount = 0
        var breakCount = 0
        var yearCount = 0
        var hanBytes = 0
        var kinds = TokenKinds.none
    }

    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>,
        _ hanRows: UnsafeBufferPointer<UInt64>,
        into result: inout TokenScan, _ brackets: inout [Int32]
    ) {
        withUnsafeTemporaryAllocation(of: Token.self, capacity: batch) { tokens in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * batch) { places in
                var found = Batch(
                    tokens: tokens, brackets: UnsafeMutableBufferPointer(rebasing: places[..<batch]),
                    breaks: UnsafeMutableBufferPointer(rebasing: places[batch..<2 * batch]),
                    years: UnsafeMutableBufferPointer(rebasing: places[(2 * batch)...]))
                var index = 0
                while index < bytes.count {
                    fill(
                        &found, first: Int32(truncatingIfNeeded: result.tokens.count), from: &index, bytes, table,
                        hanRows)
                    makeRoom(&result.tokens, share: index, of: bytes.count)
                    result.tokens.append(contentsOf: UnsafeBufferPointer(rebasing: tokens[..<found.count]))
                    brackets.append(contentsOf: found.brackets[..<found.bracketCount])
                    result.landmarks.breaks.append(contentsOf: found.breaks[..<found.breakCount])
                    result.landmarks.years.append(contentsOf: found.years[..<found.yearCount])
                }
                result.landmarks.kinds = found.kinds
                result.landmarks.hanBytes = found.hanBytes
            }
        }
    }

    /// Where the estimate was too low, the tokens so far make the next, since doubling would move and clear too much
    /// memory; by half at least, which keeps it linear for any text.
    private static func makeRoom(_ tokens: inout [Token], share index: Int, of byteCount: Int) {
        guard tokens.capacity - tokens.count < batch, index < byteCount else { return }
        let count = tokens.count + batch
        let rest = count * (byteCount - index) / index
        tokens.reserveCapacity(count + max(rest + rest / 16 + batch, count / 2))
    }

    /// The kinds that are one character each, as bits: no other character of their kind joins them.
    private static let singleKinds = bits(
        .enclosedNumber, .bullet, .openBracket, .closeBracket, .openTitle, .closeTitle, .openQuote, .closeQuote,
        .straightQuote,
        .sentenceEnd, .dot, .comma, .enumerationComma, .semicolon, .colon, .tilde, .ellipsis, .percent, .slash, .symbol,
        .pageBreak)
    private static let bracketKinds = bits(
        .openBracket, .closeBracket, .openTitle, .closeTitle, .openQuote, .closeQuote)
    private static let breakKinds = bits(.pageBreak, .symbol)

    @inline(__always)
    private static func bits(_ kinds: TokenKind...) -> UInt64 { kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

    @inline(__always)
    private static func isOne(of kinds: UInt64, _ kind: TokenKind) -> Bool { kinds & 1 << UInt64(kind.rawValue) != 0 }

    /// Fills the batch with the next tokens.
    ///
    /// - Parameter first: The index that the first of them will have.
    private static func fill(
        _ batch: inout Batch, first firstIndex: Int32, from position: inout Int, _ bytes: UnsafeBufferPointer<UInt8>,
        _ table: UnsafeBufferPointer<UInt8>, _ hanRows: UnsafeBufferPointer<UInt64>
    ) {
        let (singleKinds, bracketKinds, breakKinds) = (singleKinds, bracketKinds, breakKinds)
        let (tokens, brackets, breaks, years) = (batch.tokens, batch.brackets, batch.breaks, batch.years)
        var (hanBytes, kinds) = (batch.hanBytes, batch.kinds)
        var bracketCount = 0
        var breakCount = 0
        var yearCount = 0
        var index = position
        var filled = 0
        while index < bytes.count, filled < tokens.count {
            let start = index
            let first = bytes[index]
            let kind = kind(at: &index, bytes, table)
            // Words and signs take turns in a notice: two tests that are foreseen, not a jump that is not.
            if kind == .han {
                index = hanEnd(index, bytes, table, hanRows)
                hanBytes &+= index &- start
                if isYear(bytes, start, index) {
                    years[yearCount] = firstIndex &+ Int32(truncatingIfNeeded: filled)
                    yearCount &+= 1
                }
            } else if isOne(of: singleKinds, kind) {
                // Written down always, kept where it counts: which signs do cannot be foreseen.
                let token = firstIndex &+ Int32(truncatingIfNeeded: filled)
                brackets[bracketCount] = token
                bracketCount &+= isOne(of: bracketKinds, kind) ? 1 : 0
                breaks[breakCount] = token
                breakCount &+= isOne(of: breakKinds, kind) ? 1 : 0
            } else {
                switch kind {
                case .hanNumeral:
                    index = numeralEnd(index, bytes, table)
                    hanBytes &+= index &- start
                case .markdown:
                    while index < bytes.count, bytes[index] == first { index += 1 }
                case .lineEnd:
                    if first == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
                    breaks[breakCount] = firstIndex &+ Int32(truncatingIfNeeded: filled)
                    breakCount &+= 1
                default: extend(&index, while: kind, bytes, table)
                }
            }
            kinds.insert(kind)
            tokens.initializeElement(at: filled, to: Token(start: start, end: index, kind: kind))
            filled &+= 1
        }
        position = index
        (batch.count, batch.bracketCount, batch.breakCount) = (filled, bracketCount, breakCount)
        (batch.yearCount, batch.hanBytes, batch.kinds) = (yearCount, hanBytes, kinds)
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

    /// Where a word of Han ends. Most bytes of a notice pass here.
    ///
    /// A row has a bit for each last byte of a three-byte character: the rows of all Han fit the nearest cache, which the
    /// table of kinds does not. A character a step: several at once, without jumps, take as long, since the processor then
    /// waits for where the word ends instead of guessing it.
    @inline(__always)
    private static func hanEnd(
        _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>,
        _ hanRows: UnsafeBufferPointer<UInt64>
    ) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let last = bytes.count &- 3
        var index = start
        while index < last {
            let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
            guard word & 0xF0 == 0xE0 else { break }
            let row = hanRows[Int((word & 0x0F) << 6 | (word >> 8) & 0x3F)]
            guard (row &>> UInt64(word >> 16 & 0x3F)) & 1 != 0 else { return index }
            index &+= 3
        }
        // ASCII is no Han; extension planes and the end of the text are rare.
        return index < last && bytes[index] < 0x80 ? index : end(index, of: .han, bytes, table)
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

    /// Where a run of a kind ends, the slow way.
    @inline(never)
    private static func end(
        _ start: Int, of kind: TokenKind, _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var index = start
        extend(&index, while: kind, bytes, table)
        return index
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
