/// A day of the calendar.
///
/// In four bytes, since readings of time are copied often; what is no day at all is kept as one that is not valid.
struct CivilDate: Sendable, Hashable, Comparable {
    /// Year, month and day by their weight, so that days compare as they follow one another.
    private let packed: Int32

    var year: Int { Int(packed >> 16) }
    var month: Int { Int(packed >> 8 & 0xFF) }
    var day: Int { Int(packed & 0xFF) }

    /// The number of days of a month, 1...12.
    static func dayCount(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && year % 100 != 0 || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    var isValid: Bool {
        (1...9999).contains(year) && (1...12).contains(month) && (1...Self.dayCount(year, month)).contains(day)
    }

    /// ISO 8601.
    var iso: String { CivilDate.text(year, month, day) }

    /// Reads ISO 8601; `nil` for months and years alone.
    init?(iso: String) {
        let fields = withByteText(iso) { text -> (Int, Int, Int)? in
            guard text.count == 10, text.bytes[4] == 0x2D, text.bytes[7] == 0x2D else { return nil }
            var values = (0, 0, 0)
            for (offset, byte) in text.bytes.enumerated() where offset != 4 && offset != 7 {
                guard byte &- 0x30 < 10 else { return nil }
                let digit = Int(byte &- 0x30)
                switch offset {
                case ..<4: values.0 = values.0 * 10 + digit
                case ..<7: values.1 = values.1 * 10 + digit
                default: values.2 = values.2 * 10 + digit
                }
            }
            return values
        }
        guard let fields else { return nil }
        self.init(year: fields.0, month: fields.1, day: fields.2)
        if !isValid { return nil }
    }

    init(year: Int, month: Int, day: Int) {
        packed = Int32(Int16(clamping: year)) << 16 | Int32(UInt8(clamping: month)) << 8 | Int32(UInt8(clamping: day))
    }

    static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.packed < right.packed
    }

    /// `2025`, `2025-09`, `2025-09-01`: a year of four digits, and months and days of two.
    static func text(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            var count = 0
            func put(_ number: Int, _ divisor: Int) {
                var divisor = divisor
                while divisor > 0 {
                    bytes[count] = UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10)
                    count += 1
                    divisor /= 10
                }
            }
            put(year, 1000)
            for part in [month, day] {
                guard let part else { break }
                bytes[count] = 0x2D
                count += 1
                put(part, 10)
            }
            return count
        }
    }
}

/// A point or stretch of time in text, with its first and last day.
struct TimeReading: Sendable {
    /// How exactly the text gives the time.
    enum Precision: Sendable { case day, month, quarter, half, year, plan, decade, century }

    private var startOffset: Int32
    private var endOffset: Int32
    var first: CivilDate
    var last: CivilDate
    var precision: Precision
    /// Whether 底 or 末 names the end of it.
    var isEnd = false
    /// Whether 前, 之前 or 以前 stands behind it.
    var isBefore = false
    /// Whether 起, 以来 or 后 stands behind it: it is no limit.
    var isSince = false
    /// Whether the text gives no year.
    var lacksYear = false
    /// Whether it goes from one time to another.
    var isRange = false

    var start: Int {
        get { Int(startOffset) }
        set { startOffset = Int32(truncatingIfNeeded: newValue) }
    }
    var end: Int {
        get { Int(endOffset) }
        set { endOffset = Int32(truncatingIfNeeded: newValue) }
    }

    init(start: Int, end: Int, first: CivilDate, last: CivilDate, precision: Precision) {
        startOffset = Int32(truncatingIfNeeded: start)
        endOffset = Int32(truncatingIfNeeded: end)
        self.first = first
        self.last = last
        self.precision = precision
    }

    /// Whether it says more than a year as a limit.
    var isExact: Bool {
        if isEnd { return true }
        return switch precision {
        case .day, .quarter, .half, .month: true
        case .year, .plan, .decade, .century: false
        }
    }

    /// The time as a limit: `2017-12-31`, `2021-09`, `2025`.
    var deadline: String {
        if isEnd { return last.iso }
        return switch precision {
        case .day, .quarter, .half: last.iso
        case .month: CivilDate.text(last.year, last.month)
        case .year, .plan, .decade, .century: CivilDate.text(last.year)
        }
    }
}
