/// Cuts a source into tokens.
public enum Tokenizer {
    /// The tokens of a source, in order; their ranges, joined, are ``SourceText/utf8``.
    ///
    /// - Complexity: O(*n*) in the number of bytes, one pass, plus one pass over the brackets.
    public static func tokens(of source: SourceText) -> [Token] { scan(source).tokens }

    /// The tokens of a source, with what the pass over the bytes sees anyway.
    static func scan(_ source: SourceText) -> TokenScan {
        var result = TokenScan()
        var brackets: [Int32] = []
        // Measured: one token per 9 to 13 bytes of Chinese text. Growing twice costs more than the spare room.
        result.tokens.reserveCapacity(source.utf8.count / 9 + 16)
        result.landmarks.breaks.reserveCapacity(source.lineIndex.lineCount + 1)
        result.landmarks.lineCount = source.lineIndex.lineCount
        brackets.reserveCapacity(source.utf8.count / 64)
        source.utf8.withUnsafeBufferPointer { bytes in
            CharacterClass.table.withUnsafeBufferPointer { table in
                CharacterClass.hanRows.withUnsafeBufferPointer { hanRows in
                    scan(bytes, table, hanRows, into: &result, &brackets)
                }
            }
            BracketPairing.pair(&result.tokens, brackets, bytes)
            result.landmarks.unpaired = brackets.filter { result.tokens[Int($0)].partnerIndex < 0 }
        }
        return result
    }

    /// Tokens go to the array in batches: a check for room and ownership at each token costs as much as the token.
    private static let batch = 256

    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>,
        _ hanRows: UnsafeBufferPointer<UInt64>,
        into result: inout TokenScan, _ brackets: inout [Int32]
    ) {
        withUnsafeTemporaryAllocation(of: Token.self, capacity: batch) { buffer in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * batch) { places in
                var index = 0
                while index < bytes.count {
                    let count = fill(buffer, from: &index, bytes, table, hanRows)
                    let tokens = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
                    note(tokens, places, &result, &brackets)
                    result.tokens.append(contentsOf: UnsafeBufferPointer(tokens))
                }
            }
        }
    }

    /// Notes what later stages look for. Every token is written down and the place moves on where it counts: which tokens do
    /// cannot be foreseen, and a jump would be a wrong guess for most of them.
    private static func note(
        _ tokens: UnsafeMutableBufferPointer<Token>, _ places: UnsafeMutableBufferPointer<Int32>,
        _ result: inout TokenScan, _ brackets: inout [Int32]
    ) {
        let first = Int32(truncatingIfNeeded: result.tokens.count)
        let (bracketKinds, breakKinds, hanKinds) = (bracketKinds, breakKinds, hanKinds)
        var bracketCount = 0
        var breakCount = batch
        var kinds = result.landmarks.kinds
        var hanBytes: UInt32 = 0
        for place in 0..<tokens.count {
            let kind = tokens[place].kind
            kinds.insert(kind)
            places[bracketCount] = first &+ Int32(truncatingIfNeeded: place)
            bracketCount &+= isOne(of: bracketKinds, kind) ? 1 : 0
            places[breakCount] = first &+ Int32(truncatingIfNeeded: place)
            breakCount &+= isOne(of: breakKinds, kind) ? 1 : 0
            hanBytes &+= isOne(of: hanKinds, kind) ? tokens[place].endOffset &- tokens[place].startOffset : 0
        }
        result.landmarks.kinds = kinds
        result.landmarks.hanBytes += Int(hanBytes)
        brackets.append(contentsOf: places[..<bracketCount])
        result.landmarks.breaks.append(contentsOf: places[batch..<breakCount])
    }

    /// The kinds that are one character each, as bits: no other character of their kind joins them.
    private static let singleKinds = bits(
        .enclosedNumber, .bullet, .openBracket, .closeBracket, .openTitle, .closeTitle, .openQuote, .closeQuote,
        .straightQuote,
        .sentenceEnd, .dot, .comma, .enumerationComma, .semicolon, .colon, .tilde, .ellipsis, .percent, .slash, .symbol,
        .pageBreak)
    private static let bracketKinds = bits(
        .openBracket, .closeBracket, .openTitle, .closeTitle, .openQuote, .closeQuote)
    private static let breakKinds = bits(.lineEnd, .pageBreak, .symbol)
    private static let hanKinds = bits(.han, .hanNumeral)

    @inline(__always)
    private static func bits(_ kinds: TokenKind...) -> UInt64 { kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

    @inline(__always)
    private static func isOne(of kinds: UInt64, _ kind: TokenKind) -> Bool { kinds & 1 << UInt64(kind.rawValue) != 0 }

    /// Fills the buffer with the next tokens; returns how many there are.
    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<Token>, from position: inout Int, _ bytes: UnsafeBufferPointer<UInt8>,
        _ table: UnsafeBufferPointer<UInt8>, _ hanRows: UnsafeBufferPointer<UInt64>
    ) -> Int {
        let count = bytes.count
        let singleKinds = singleKinds
        var index = position
        var filled = 0
        while index < count, filled < buffer.count {
            let start = index
            let first = bytes[index]
            let kind = kind(at: &index, bytes, table)
            // Words and signs take turns in a notice: two tests that are foreseen, not a jump that is not.
            if kind == .han {
                extendHan(&index, bytes, table, hanRows)
            } else if !isOne(of: singleKinds, kind) {
                switch kind {
                case .hanNumeral: extendNumeral(&index, bytes, table)
                case .markdown:
                    while index < count, bytes[index] == first { index += 1 }
                case .lineEnd:
                    if first == 0x0D, index < count, bytes[index] == 0x0A { index += 1 }
                default: extend(&index, while: kind, bytes, table)
                }
            }
            buffer.initializeElement(at: filled, to: Token(start: start, end: index, kind: kind))
            filled += 1
        }
        position = index
        return filled
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
        let left = bytes.count - index
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

    /// Most bytes of a notice pass here. A row has a bit for each last byte of a three-byte character: the rows of all
    /// Han fit the nearest cache, which the table of kinds does not.
    @inline(__always)
    private static func extendHan(
        _ index: inout Int, _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>,
        _ hanRows: UnsafeBufferPointer<UInt64>
    ) {
        let raw = UnsafeRawBufferPointer(bytes)
        let last = bytes.count - 3
        while index < last {
            let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
            guard word & 0xF0 == 0xE0 else { break }
            let row = hanRows[Int((word & 0x0F) << 6 | (word >> 8) & 0x3F)]
            guard (row &>> UInt64(word >> 16 & 0x3F)) & 1 != 0 else { return }
            index += 3
        }
        // Extension planes and the end of the text are rare: the slow way.
        extend(&index, while: .han, bytes, table)
    }

    /// Numerals take in ○ (U+25CB), which many use for 〇, but only inside a run.
    private static func extendNumeral(
        _ index: inout Int, _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>
    ) {
        while true {
            extend(&index, while: .hanNumeral, bytes, table)
            guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x97, bytes[index + 2] == 0x8B
            else { return }
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
