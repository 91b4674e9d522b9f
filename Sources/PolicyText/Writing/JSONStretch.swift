import CTextScan

/// A stretch of compact JSON that is written without asking for room, and without noting each step.
///
/// It becomes part of the output by ``JSONOutput/take(_:)`` alone: where a text has something to escape, it is dropped and
/// written once more by those who look at every byte.
struct JSONStretch {
    fileprivate var at: UnsafeMutablePointer<UInt8>
    /// Whether all of it could be written as it is.
    private(set) var isPlain = true

    /// Room for the keys and numbers of an object with one range, and for what is written beyond the last byte.
    static let room = 256

    fileprivate init(at: UnsafeMutablePointer<UInt8>) { self.at = at }

    @inline(__always)
    mutating func literal(_ literal: StaticString) {
        UnsafeMutableRawPointer(at).copyMemory(from: literal.utf8Start, byteCount: literal.utf8CodeUnitCount)
        at += literal.utf8CodeUnitCount
    }

    /// Puts a text without quotation marks, which the literals around it have.
    @inline(__always)
    mutating func put(_ text: String) {
        let count = Self.copy(text, to: at)
        isPlain = isPlain && count >= 0
        at += max(count, 0)
    }

    /// Puts a text with quotation marks, or `null`.
    @inline(__always)
    mutating func put(_ text: String?) {
        switch text {
        case .some(let text):
            literal("\"")
            put(text)
            literal("\"")
        case .none: literal("null")
        }
    }

    @inline(__always)
    mutating func put(_ range: SourceRange) {
        at += ctextscan_put_range(
            UInt32(truncatingIfNeeded: range.start), UInt32(truncatingIfNeeded: range.end),
            UInt32(truncatingIfNeeded: range.line), UInt32(truncatingIfNeeded: range.column), at)
    }

    /// Puts a number of the usual size.
    @inline(__always)
    mutating func put(_ number: Int) {
        isPlain = isPlain && number >= 0 && number < 10_000
        at += ctextscan_put_short_decimal(UInt32(truncatingIfNeeded: number) % 10_000, at)
    }

    /// Puts a value that is whole, as most are; others have many ways to be written.
    @inline(__always)
    mutating func put(_ value: TargetValue) {
        switch value {
        case .number(let number): put(number)
        case .between(let low, let high):
            literal("[")
            put(low)
            literal(",")
            put(high)
            literal("]")
        }
    }

    @inline(__always)
    private mutating func put(_ number: Double) {
        guard number >= 0, number < 100_000_000 else {
            isPlain = false
            return
        }
        let whole = UInt32(number)
        isPlain = isPlain && Double(whole) == number
        at +=
            whole < 10_000 ? ctextscan_put_short_decimal(whole, at) : ctextscan_put_decimal(whole, at)
    }

    /// Bytes of the longest piece, and of the comma behind it.
    static let pieceRoom = 24

    /// Puts pieces with commas between them.
    @inline(__always)
    mutating func put(_ pieces: [SourcePiece]) {
        pieces.withUnsafeBufferPointer { pieces in
            guard let first = pieces.baseAddress else { return }
            at += first.withMemoryRebound(to: ctextscan_piece.self, capacity: pieces.count) {
                ctextscan_put_pieces($0, pieces.count, at)
            }
        }
    }

    @inline(__always)
    mutating func put(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        UnsafeMutableRawPointer(at).copyMemory(from: source, byteCount: bytes.count)
        at += bytes.count
    }

    /// Copies a text; returns its bytes, or -1 where some of them are escaped.
    @inline(never)
    fileprivate static func copy(_ text: String, to target: UnsafeMutablePointer<UInt8>) -> Int {
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { ctextscan_put_plain($0, bytes.count, target) } ?? true
        }
        return isPlain == true ? text.utf8.count : -1
    }
}

extension JSONOutput {
    /// A stretch with room for ``JSONStretch/room`` bytes and so many more, those of its texts; `nil` for what is better
    /// split between two chunks.
    @inline(__always)
    mutating func stretch(_ byteCount: Int) -> JSONStretch? {
        let room = byteCount &+ JSONStretch.room
        guard capacity - count >= room || begins(chunkOf: room) else { return nil }
        return JSONStretch(at: (base + count).assumingMemoryBound(to: UInt8.self))
    }

    /// Begins a chunk, if that leaves no more than an eighth of the last one empty.
    @inline(never)
    private mutating func begins(chunkOf room: Int) -> Bool {
        guard room <= capacity / 8 else { return false }
        flush()
        return true
    }

    /// Notes what a stretch holds, which ends an object or array or stands in one; false where it has to be written anew.
    @inline(__always)
    mutating func take(_ stretch: JSONStretch) -> Bool {
        guard stretch.isPlain else { return false }
        count = UnsafeRawPointer(stretch.at) - UnsafeRawPointer(base)
        isEmpty = false
        return true
    }
}
