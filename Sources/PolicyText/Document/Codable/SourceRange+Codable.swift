extension SourceRange: Codable {
    enum CodingKeys: String, CodingKey {
        case start, end, line, column
    }

    /// Reads `{"start", "end", "line", "column"}`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` when an offset does not fit 32 bits, the end lies before the start, or
    ///   line or column is less than 1. The initialiser clamps instead; from outside, a silently changed offset would
    ///   point at the wrong text, and an end before the start would make ``offsets`` trap.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func number(_ key: CodingKeys, from least: Int) throws -> Int {
            let value = try container.decode(Int.self, forKey: key)
            guard value >= least, value <= Int(UInt32.max) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "\(value) is not within \(least)...\(UInt32.max)")
            }
            return value
        }
        let start = try number(.start, from: 0)
        self.init(
            start: start, end: try number(.end, from: start), line: try number(.line, from: 1),
            column: try number(.column, from: 1))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encode(line, forKey: .line)
        try container.encode(column, forKey: .column)
    }
}
