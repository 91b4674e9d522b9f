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
        // Four numbers of at most ten digits, with 37 bytes of keys, brackets and commas.
        reserve(96)
        putUnchecked(#"{"start":"#)
        putUnchecked(UInt(range.start))
        putUnchecked(#","end":"#)
        putUnchecked(UInt(range.end))
        putUnchecked(#","line":"#)
        putUnchecked(UInt(range.line))
        putUnchecked(#","column":"#)
        putUnchecked(UInt(range.column))
        putUnchecked(UInt8(ascii: "}"))
    }

    /// A piece of source as `[start,end]`.
    mutating func piece(_ piece: SourcePiece) {
        reserve(48)
        putUnchecked(UInt8(ascii: "["))
        putUnchecked(UInt(piece.start))
        putUnchecked(UInt8(ascii: ","))
        putUnchecked(UInt(piece.end))
        putUnchecked(UInt8(ascii: "]"))
    }

    /// Writes a number in decimal, two digits at a time; room for twenty digits must be reserved.
    @inline(__always)
    mutating func putUnchecked(_ value: UInt) {
        var rest = value
        count &+= digitCount(value)
        var end = base + count
        while rest >= 100 {
            let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
            end -= 2
            end.copyMemory(from: digitPairs.utf8Start + 2 * Int(pair), byteCount: 2)
            rest = quotient
        }
        if rest >= 10 {
            (end - 2).copyMemory(from: digitPairs.utf8Start + 2 * Int(rest), byteCount: 2)
        } else {
            (end - 1).storeBytes(of: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest), as: UInt8.self)
        }
    }

    /// The number of decimal digits. Comparisons first, because offsets, lines and columns are short.
    @inline(__always)
    private func digitCount(_ value: UInt) -> Int {
        if value < 10 { return 1 }
        if value < 100 { return 2 }
        if value < 1000 { return 3 }
        if value < 10000 { return 4 }
        if value < 100_000 { return 5 }
        var digits = 6
        var rest = value / 1_000_000
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        return digits
    }

    @inline(__always)
    private var digitPairs: StaticString {
        """
        00010203040506070809101112131415161718192021222324252627282930313233343536373839\
        40414243444546474849505152535455565758596061626364656667686970717273747576777879\
        8081828384858687888990919293949596979899
        """
    }
}
