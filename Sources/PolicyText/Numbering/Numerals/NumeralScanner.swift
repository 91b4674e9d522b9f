/// Finds the numbers in running text.
///
/// Takes the longest numeral at each place, from the left. Words that happen to hold a numeral (统一, 四川, 收拾) are
/// passed over, and so are approximations that are no one number (二三十). Whether 2017 is a year, 3 a marker or 1.5
/// a section is left to the caller.
public struct NumeralScanner: Sendable {
    /// How many digits, units and marks one number may have; longer ones are cut, so that time stays linear.
    public static let maximumSymbols = 64

    /// A number and the bytes that hold it.
    public struct Match: Sendable, Hashable {
        /// UTF-8 byte offsets, from 0.
        public let range: Range<Int>
        /// The number.
        public let numeral: Numeral
    }

    private let reader: NumeralReader

    /// - Parameter joinsSpaces: Whether a number goes on behind white space between its units, as in letter-spaced
    ///   text: 三千 八百, 十 余 万. Arabic digits are never joined.
    public init(joinsSpaces: Bool = false) {
        reader = NumeralReader(joinsSpaces: joinsSpaces, isRunning: true)
    }

    /// All numbers of the bytes, in order.
    ///
    /// - Complexity: O(n) time; allocates the result.
    public func matches(in bytes: Span<UInt8>) -> [Match] {
        var matches: [Match] = []
        var offset = 0
        while let match = next(in: bytes, from: offset) {
            matches.append(match)
            offset = match.range.upperBound
        }
        return matches
    }

    /// All numbers of a string, with offsets into its UTF-8.
    public func matches(in text: String) -> [Match] {
        var text = text
        return text.withUTF8 { matches(in: $0.span) }
    }

    /// The first number that starts at `offset` (in bytes, 0 or above) or behind it.
    ///
    /// - Complexity: O(distance); nothing is allocated.
    public func next(in bytes: Span<UInt8>, from offset: Int) -> Match? {
        var offset = max(offset, 0)
        while offset < bytes.count {
            let (scalar, length) = bytes.numeralScalar(at: offset)
            guard NumeralReader.mayStart(scalar) else {
                offset += length
                continue
            }
            let found = reader.numeral(bytes, at: offset)
            if let numeral = found.numeral, !NumeralWords.holds(bytes, offset..<found.end) {
                return Match(range: offset..<found.end, numeral: numeral)
            }
            offset = max(found.numeral == nil ? found.end : 0, offset + length)
        }
        return nil
    }
}
