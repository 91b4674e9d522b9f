/// Finds dates and periods in running text: 2025年底前, 2021年6月, “十四五”期间, 2023—2025年.
public struct PeriodScanner: Sendable {
    private let reference: CivilDate?

    /// A date or period and the bytes that hold it.
    public struct Match: Sendable, Hashable {
        /// UTF-8 byte offsets, from 0, with 前, 起 or 期间 behind the date.
        public let range: Range<Int>
        /// The first day, ISO 8601.
        public let first: String
        /// The last day, ISO 8601.
        public let last: String
        /// The time as a limit: to the day for 底 and 末, otherwise as exact as the text: `2025-12-31`, `2021-09`, `2025`.
        public let deadline: String
    }

    /// - Parameter reference: The day of issue as `2021-08-15`; dates without a year are left out without it.
    public init(reference: String? = nil) { self.reference = reference.flatMap(CivilDate.init(iso:)) }

    /// All dates and periods of a text, in order.
    ///
    /// - Complexity: O(bytes).
    public func matches(in string: String) -> [Match] {
        withByteText(string) { text in
            let scan = QuantityScan(text, units: .empty, reference: reference)
            return scan.times.map {
                Match(range: $0.start..<$0.end, first: $0.first.iso, last: $0.last.iso, deadline: $0.deadline)
            }
        }
    }
}
