/// Cuts a source into tokens.
public enum Tokenizer {
    /// The tokens of a source, in order; their ranges, joined, are ``SourceText/utf8``.
    ///
    /// - Complexity: O(*n*) in the number of bytes, one pass, plus one pass over the brackets.
    public static func tokens(of source: SourceText) -> [Token] {
        var tokens: [Token] = []
        // Measured: one token per 9 to 13 bytes of Chinese text. Growing twice costs more than the spare room.
        tokens.reserveCapacity(source.utf8.count / 9 + 16)
        source.utf8.withUnsafeBufferPointer { bytes in
            CharacterClass.table.withUnsafeBufferPointer { table in
                scan(bytes, table, into: &tokens)
            }
            BracketPairing.pair(&tokens, bytes)
        }
        return tokens
    }

    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>, into tokens: inout [Token]
    ) {
        let count = bytes.count
        var index = 0
        while index < count {
            let start = index
            let first = bytes[index]
            let kind = kind(at: &index, bytes, table)
            switch kind {
            case .han:
                extendHan(&index, bytes, table)
            case .hanNumeral:
                extendNumeral(&index, bytes, table)
            case .latin, .digits, .whitespace, .dash, .control, .privateUse, .other, .replacement:
                extend(&index, while: kind, bytes, table)
            case .markdown:
                while index < count, bytes[index] == first { index += 1 }
            case .lineEnd:
                if first == 0x0D, index < count, bytes[index] == 0x0A { index += 1 }
            default:
                break
            }
            tokens.append(Token(start: start, end: index, kind: kind))
        }
    }

    /// The kind of the character at `index`, which moves behind it. The bytes are valid UTF-8; a stray byte is `other`.
    @inline(__always)
    private static func kind(
        at index: inout Int, _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>
    ) -> TokenKind {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            return TokenKind(rawValue: table[Int(lead)]).unsafelyUnwrapped
        }
        let left = bytes.count - index
        if lead >= 0xE0, lead < 0xF0, left >= 3 {
            let codePoint =
                (Int(lead) & 0x0F) << 12 | (Int(bytes[index + 1]) & 0x3F) << 6 | (Int(bytes[index + 2]) & 0x3F)
            index += 3
            return TokenKind(rawValue: table[codePoint]).unsafelyUnwrapped
        }
        if lead >= 0xC0, lead < 0xE0, left >= 2 {
            let codePoint = (Int(lead) & 0x1F) << 6 | (Int(bytes[index + 1]) & 0x3F)
            index += 2
            return TokenKind(rawValue: table[codePoint]).unsafelyUnwrapped
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

    @inline(__always)
    private static func extendHan(
        _ index: inout Int, _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>
    ) {
        let last = bytes.count - 2
        while index < last {
            let lead = bytes[index]
            guard lead &- 0xE3 < 7 else { break }
            let codePoint =
                (Int(lead) & 0x0F) << 12 | (Int(bytes[index + 1]) & 0x3F) << 6 | (Int(bytes[index + 2]) & 0x3F)
            guard table[codePoint] == TokenKind.han.rawValue else { return }
            index += 3
        }
        // Extension planes and compatibility ideographs are rare: the slow way.
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
