import CTextScan

/// The bytes and tokens of one source while it is parsed; the pointers do not outlive the parse.
struct TokenText {
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeMutableBufferPointer<Token>
    /// Pairs of words with a bit for each of sixty-four tokens: those that are, or were for a while, not
    /// ``TokenRole/text``; and those of them that are, or were, furniture.
    private let others: UnsafeMutablePointer<UInt64>

    var count: Int { tokens.count }

    /// Lets a closure read tokens that are all ``TokenRole/text``, and change their roles.
    static func with<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeMutableBufferPointer<Token>,
        _ body: (TokenText) throws -> Result
    ) rethrows -> Result {
        try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * (tokens.count / 64 + 1)) { others in
            others.initialize(repeating: 0)
            guard let base = others.baseAddress else { preconditionFailure("There is a word at least.") }
            return try body(TokenText(bytes: bytes, tokens: tokens, others: base))
        }
    }

    /// Changes what becomes of a token. There is no other way: ``other(from:to:)`` goes by the bits.
    @inline(__always)
    func setRole(_ index: Int, _ role: TokenRole) {
        tokens[index].role = role
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index & 63)
        others[index &>> 6 &* 2] |= bit
        if !role.isInText { others[index &>> 6 &* 2 &+ 1] |= bit }
    }

    @inline(__always)
    func kind(_ index: Int) -> TokenKind { tokens[index].kind }

    /// Whether a token of content: no white space, no furniture.
    @inline(__always)
    func isInk(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.role == .text else { return false }
        return token.kind != .whitespace && token.kind != .lineEnd
    }

    /// The first token of ink at or behind `index`, or `end`.
    @inline(__always)
    func ink(from index: Int, to end: Int) -> Int {
        var index = index
        while index < end, !isInk(index) { index += 1 }
        return index
    }

    /// The last token of ink before `index` and not before `start`, or -1.
    @inline(__always)
    func ink(before index: Int, from start: Int) -> Int {
        var index = index - 1
        while index >= start {
            if isInk(index) { return index }
            index -= 1
        }
        return -1
    }

    /// The first token at or behind `index` that is not ``TokenRole/text``, or `end`.
    ///
    /// By the bits: nearly all are text, and whole parts are gone through this way.
    @inline(__always)
    func other(from index: Int, to end: Int) -> Int {
        first(inRow: 0, from: index, to: end) { $0 != .text }
    }

    /// The first token at or behind `index` that is furniture, or `end`.
    @inline(__always)
    func furniture(from index: Int, to end: Int) -> Int {
        first(inRow: 1, from: index, to: end) { !$0.isInText }
    }

    @inline(__always)
    private func first(inRow row: Int, from index: Int, to end: Int, _ isWanted: (TokenRole) -> Bool) -> Int {
        guard index < end else { return end }
        var place = index &>> 6
        var word = others[place &* 2 &+ row] & ~0 &<< UInt64(truncatingIfNeeded: index & 63)
        while true {
            while word == 0 {
                place &+= 1
                guard place &<< 6 < end else { return end }
                word = others[place &* 2 &+ row]
            }
            let found = place &<< 6 | word.trailingZeroBitCount
            guard found < end else { return end }
            // Roles are changed for a while to try a reading.
            if isWanted(tokens[found].role) { return found }
            word &= word &- 1
        }
    }

    /// The token that holds a byte of the text, and is not before `first`.
    func token(at offset: Int, from first: Int) -> Int {
        var low = first
        var high = tokens.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if tokens[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Whether the bytes at `offset` begin with `word`.
    @inline(__always)
    func has(_ word: StaticString, at offset: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset >= 0, offset + count <= bytes.count else { return false }
        let pointer = word.utf8Start
        var index = 0
        // Character by character of Han: which byte of one differs cannot be foreseen, and whether one does can.
        while index &+ 3 <= count {
            let place = offset &+ index
            let difference =
                (bytes[place] ^ pointer[index]) | (bytes[place &+ 1] ^ pointer[index &+ 1])
                | (bytes[place &+ 2] ^ pointer[index &+ 2])
            if difference != 0 { return false }
            index &+= 3
        }
        while index < count {
            if bytes[offset &+ index] != pointer[index] { return false }
            index &+= 1
        }
        return true
    }

    func has(_ word: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset + word.count <= bytes.count else { return false }
        for index in word.indices where bytes[offset + index] != word[index] { return false }
        return true
    }

    /// Whether the token is `word` exactly.
    ///
    /// The bytes come first: their answer is nearly always no, and that of the length cannot be foreseen.
    @inline(__always)
    func token(_ index: Int, is word: StaticString) -> Bool {
        has(word, at: tokens[index].start) && tokens[index].byteCount == word.utf8CodeUnitCount
    }

    /// Whether the token begins with `word`.
    @inline(__always)
    func token(_ index: Int, opensWith word: StaticString) -> Bool {
        has(word, at: tokens[index].start) && tokens[index].byteCount >= word.utf8CodeUnitCount
    }

    /// Whether the token ends in `word`.
    func token(_ index: Int, endsIn word: StaticString) -> Bool {
        tokens[index].byteCount >= word.utf8CodeUnitCount
            && has(word, at: tokens[index].end - word.utf8CodeUnitCount)
    }

    /// The columns that a token takes on paper: two for a wide character.
    @inline(__always)
    func width(_ index: Int) -> Int {
        let token = tokens[index]
        switch token.kind {
        case .han, .hanNumeral: return token.byteCount / 3 * 2
        case .whitespace, .lineEnd, .pageBreak, .control: return 0
        default:
            return bytes[token.start] < 0x80 ? token.byteCount : (token.byteCount + 2) / 3 * 2
        }
    }

    /// The value of a run of digits, half or full width, or `nil` above nine digits.
    func number(_ index: Int) -> Int? {
        let token = tokens[index]
        guard token.kind == .digits else { return nil }
        return digits(from: token.start, to: token.end)
    }

    func digits(from start: Int, to end: Int) -> Int? {
        var value = 0
        var position = start
        var count = 0
        while position < end {
            let byte = bytes[position]
            if byte < 0x80 {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
                position += 1
            } else {
                guard position + 2 < end || position + 3 == end, byte == 0xEF else { return nil }
                value = value * 10 + Int(bytes[position + 2]) - 0x90
                position += 3
            }
            count += 1
            if count > 9 { return nil }
        }
        return count == 0 ? nil : value
    }

    /// How many digits a token has.
    func digitCount(_ index: Int) -> Int {
        let token = tokens[index]
        return bytes[token.start] < 0x80 ? token.byteCount : token.byteCount / 3
    }
}

extension TokenText {
    /// How many bytes are copied at once; room for so many is needed behind what is copied.
    static let copyRoom = 16

    /// Copies bytes of the source to a place with ``copyRoom`` more behind it; returns how many.
    ///
    /// Words are a few bytes long: sixteen are copied in two steps, a number that cannot be foreseen in many.
    @inline(__always)
    func copy(_ start: Int, _ end: Int, to target: UnsafeMutablePointer<UInt8>?) -> Int {
        guard start < end, let target, let source = bytes.baseAddress else { return 0 }
        let count = end &- start
        if count <= Self.copyRoom, start &+ Self.copyRoom <= bytes.count {
            let copied = UnsafeRawPointer(source + start).loadUnaligned(as: SIMD2<UInt64>.self)
            UnsafeMutableRawPointer(target).storeBytes(of: copied, as: SIMD2<UInt64>.self)
        } else {
            target.update(from: source + start, count: count)
        }
        return count
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a byte occurs first at or behind a place.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard let baseAddress, start < count else { return nil }
        let place = ctextscan_first(baseAddress + start, count - start, byte)
        return place < 0 ? nil : start + place
    }
}
