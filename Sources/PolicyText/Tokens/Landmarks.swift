/// What the tokenizer sees anyway, noted for the stages that would else go over all tokens to find it.
struct Landmarks {
    /// The lines and what they hold, in order; where no line end closes the text, the rest is one, too.
    var lines: [LineNote] = []
    /// Brackets, title marks and quotation marks, in order.
    var brackets: [Int32] = []
    /// Those of them without a partner, in order.
    var unpaired: [Int32] = []
    /// The tokens 年, in order: what stands before one may be the year of a date.
    var years: [Int32] = []
    /// The tokens that a marker may open with: others have another kind or length, or nothing behind them that fits.
    var openers = TokenBits()
    /// The tokens of white space.
    var spaces = TokenBits()
    /// The kinds of all tokens.
    var kinds = TokenKinds.none
    /// The bytes of Han characters and numerals.
    var hanBytes = 0
}

extension [Int32] {
    /// The place of the first token at or behind another, in a list of tokens in order.
    func place(from token: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle]) < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What a line holds, up to the token that ends it or a page.
struct LineNote {
    /// The token that ends the line or the page; the number of tokens where none does.
    @Narrow var end: Int
    /// The columns of the tokens, as ``TokenText/width(_:)`` has them.
    @Narrow var width: Int
    /// How many of the tokens are white space.
    @Narrow var spaces: Int
    /// The kinds of the tokens.
    var kinds: TokenKinds
}

/// The tokens of a source with their landmarks.
struct TokenScan {
    var tokens: [Token] = []
    var landmarks = Landmarks()
    /// The digest of the source, where it was not known before.
    var sha256: String?
}

/// A bit for each token.
struct TokenBits {
    /// Sixty-four to a word, the first in the lowest bit.
    private var words: [UInt64] = []

    init() {}

    /// - Parameter fill: Sets bits among bytes that are zero, with eight more than the tokens take.
    init(tokenCount: Int, _ fill: (UnsafeMutablePointer<UInt8>?) -> Void) {
        words = [UInt64](of: 0, count: tokenCount / 64 + 2)
        words.withUnsafeMutableBytes { fill($0.baseAddress?.assumingMemoryBound(to: UInt8.self)) }
    }

    /// The first token at or behind `index` and before `end` that has its bit set.
    @inline(__always)
    func first(from index: Int, before end: Int) -> Int? {
        guard index < end, end &>> 6 < words.count else { return nil }
        var place = index &>> 6
        var word = UInt64(littleEndian: words[place]) & ~0 &<< UInt64(truncatingIfNeeded: index & 63)
        while word == 0 {
            place &+= 1
            guard place &<< 6 < end else { return nil }
            word = UInt64(littleEndian: words[place])
        }
        let found = place &<< 6 | word.trailingZeroBitCount
        return found < end ? found : nil
    }

    /// The tokens at or behind `index` and before `end` that have their bits set.
    @inline(__always)
    func tokens(from index: Int, before end: Int) -> Tokens { Tokens(words: words, from: index, before: end) }

    struct Tokens: Sequence, IteratorProtocol {
        private let words: [UInt64]
        private let end: Int
        private var place: Int
        /// The bits of the word at `place` that have not been asked for.
        private var word: UInt64 = 0

        @inline(__always)
        fileprivate init(words: [UInt64], from index: Int, before end: Int) {
            self.words = words
            self.end = end
            place = end &>> 6
            guard index < end, place < words.count else { return }
            place = index &>> 6
            word = UInt64(littleEndian: words[place]) & ~0 &<< UInt64(truncatingIfNeeded: index & 63)
        }

        @inline(__always)
        mutating func next() -> Int? {
            while word == 0 {
                place &+= 1
                guard place &<< 6 < end else { return nil }
                word = UInt64(littleEndian: words[place])
            }
            let found = place &<< 6 | word.trailingZeroBitCount
            word &= word &- 1
            return found < end ? found : nil
        }
    }
}
