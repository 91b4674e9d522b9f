import CTextScan

extension JSONOutput {
    mutating func integer(_ value: Int) {
        reserve(20)
        if value < 0 { putUnchecked(UInt8(ascii: "-")) }
        putUnchecked(value.magnitude)
    }

    /// Writes the shortest text that reads back as the same value; whole numbers have no fraction (160000).
    ///
    /// JSON has no text for NaN and the infinities; they become `null`.
    mutating func number(_ value: Double) {
        guard value.isFinite else { return literal("null") }
        // Beyond 2^53 not every integer is a Double, and the shortest text may be another integer's.
        if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return integer(whole) }
        let text = value.description
        let shown = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
        reserve(shown.utf8.count)
        for byte in shown.utf8 { putUnchecked(byte) }
    }

    /// Writes a range, on one line in either layout: it is small and documents hold thousands.
    mutating func range(_ range: SourceRange) {
        // Four numbers of at most ten digits, with 35 bytes of keys, brackets and commas.
        reserve(96)
        count &+= ctextscan_put_range(
            UInt32(truncatingIfNeeded: range.start), UInt32(truncatingIfNeeded: range.end),
            UInt32(truncatingIfNeeded: range.line), UInt32(truncatingIfNeeded: range.column),
            (base + count).assumingMemoryBound(to: UInt8.self))
    }

    /// A piece of source as `[start,end]`.
    mutating func piece(_ piece: SourcePiece) {
        literal("[")
        integer(piece.start)
        literal(",")
        integer(piece.end)
        literal("]")
    }

    /// Writes a number in decimal; room for twenty digits must be reserved.
    @inline(__always)
    mutating func putUnchecked(_ value: UInt) {
        if value < 10_000 {
            count &+= ctextscan_put_short_decimal(
                UInt32(truncatingIfNeeded: value), (base + count).assumingMemoryBound(to: UInt8.self))
        } else if value < 100_000_000 {
            count &+= ctextscan_put_decimal(
                UInt32(truncatingIfNeeded: value), (base + count).assumingMemoryBound(to: UInt8.self))
        } else {
            putLong(value)
        }
    }

    @inline(never)
    private mutating func putLong(_ value: UInt) {
        putUnchecked(value / 100_000_000)
        var unit: UInt = 10_000_000
        while unit > 0 {
            putUnchecked(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / unit % 10))
            unit /= 10
        }
    }
}
