extension JSONOutput {
    /// Writes a string with its quotes. Only what JSON demands is escaped; all else stays UTF-8 as it is, also U+2028,
    /// U+2029 and DEL.
    mutating func string(_ text: borrowing String) {
        let byteCount = text.utf8.count
        reserve(min(byteCount, Self.longestShort) + 2)
        putUnchecked(UInt8(ascii: "\""))
        if byteCount <= Self.longestShort, putShort(text) {
            putUnchecked(UInt8(ascii: "\""))
            return
        }
        let text = copy text
        let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { escape(UnsafeRawBufferPointer($0)) }
        if isContiguous == nil {
            var copy = text
            copy.withUTF8 { escape(UnsafeRawBufferPointer($0)) }
        }
        reserve(1)
        putUnchecked(UInt8(ascii: "\""))
    }

    /// Bytes of strings that are looked at as a whole: names, ids, roles.
    private static let longestShort = 96

    /// Writes a short string for which there is room, unless something in it needs an escape; false then.
    @inline(__always)
    private mutating func putShort(_ text: borrowing String) -> Bool {
        let target = base + count
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            Self.copyShort(UnsafeRawBufferPointer(bytes), to: target)
        }
        guard isPlain == true else { return false }
        count &+= text.utf8.count
        return true
    }

    /// Copies bytes; false when one of them needs an escape.
    @inline(__always)
    private static func copyShort(_ bytes: UnsafeRawBufferPointer, to target: UnsafeMutableRawPointer) -> Bool {
        guard let source = bytes.baseAddress else { return true }
        var found: UInt64 = 0
        guard bytes.count >= 8 else {
            for offset in 0..<bytes.count {
                let byte = bytes[offset]
                found |= byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0
                target.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
            }
            return found == 0
        }
        // The last word overlaps the one before it. Of nothing but Han no byte needs an escape: the dear question is rare.
        let last = bytes.count &- 8
        var offset = 0
        var all = copyWord(source + last, to: target + last)
        while offset < last {
            all &= copyWord(source + offset, to: target + offset)
            offset &+= 8
        }
        let high: UInt64 = 0x8080_8080_8080_8080
        return all & high == high || isPlain(bytes)
    }

    @inline(__always)
    private static func copyWord(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) -> UInt64 {
        let word = source.loadUnaligned(as: UInt64.self)
        target.storeBytes(of: word, as: UInt64.self)
        return word
    }

    /// Whether none of eight bytes or more needs an escape.
    private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let last = bytes.count &- 8
        var offset = 0
        var found = bytesToEscape(bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self))
        while offset < last {
            found |= bytesToEscape(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset &+= 8
        }
        return found == 0
    }

    private mutating func escape(_ text: UnsafeRawBufferPointer) {
        guard var rest = text.baseAddress else { return }
        let end = rest + text.count
        while rest < end {
            reserve(64)
            let room = min(end - rest, capacity - count)
            let plain = copyPlainBytes(from: rest, to: base + count, atMost: room)
            count += plain
            rest += plain
            if plain < room {
                putEscape(rest.load(as: UInt8.self))
                rest += 1
            }
        }
    }

    /// Copies bytes up to the first that needs an escape; returns how many. Reading and copying in one pass, by words,
    /// reaches the speed of memory without knowing beforehand how far the plain bytes go.
    @inline(__always)
    private func copyPlainBytes(
        from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, atMost byteCount: Int
    ) -> Int {
        var done = 0
        while byteCount - done >= 32 {
            let words = (source + done).loadUnaligned(as: SIMD4<UInt64>.self)
            let found =
                Self.bytesToEscape(words[0]) | Self.bytesToEscape(words[1]) | Self.bytesToEscape(words[2])
                | Self.bytesToEscape(words[3])
            if found != 0 { break }
            (target + done).storeBytes(of: words, as: SIMD4<UInt64>.self)
            done += 32
        }
        while byteCount - done >= 8 {
            let word = UInt64(littleEndian: (source + done).loadUnaligned(as: UInt64.self))
            // Stored before it is looked at: bytes behind the first to escape are overwritten, and the room is there.
            (target + done).storeBytes(of: word.littleEndian, as: UInt64.self)
            let found = Self.bytesToEscape(word)
            if found != 0 { return done + found.trailingZeroBitCount / 8 }
            done += 8
        }
        while done < byteCount {
            let byte = (source + done).load(as: UInt8.self)
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return done }
            (target + done).storeBytes(of: byte, as: UInt8.self)
            done += 1
        }
        return done
    }

    /// Sets the high bit of every byte below 0x20 and of every `"` and `\`.
    ///
    /// A borrow may set the bit of a byte above such a byte as well, never below: zero means that there is none, and the
    /// lowest bit set is the first.
    @inline(__always)
    private static func bytesToEscape(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let control = (word &- ones &* 0x20) & ~word
        return (control | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes) & (ones &* 0x80)
    }

    @inline(never)
    private mutating func putEscape(_ byte: UInt8) {
        reserve(6)
        switch byte {
        case UInt8(ascii: "\""): putUnchecked(#"\""#)
        case UInt8(ascii: "\\"): putUnchecked(#"\\"#)
        case 0x08: putUnchecked(#"\b"#)
        case 0x09: putUnchecked(#"\t"#)
        case 0x0A: putUnchecked(#"\n"#)
        case 0x0C: putUnchecked(#"\f"#)
        case 0x0D: putUnchecked(#"\r"#)
        default:
            putUnchecked(byte < 0x10 ? #"\u000"# : #"\u001"#)
            let digit = byte & 0xF
            putUnchecked(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
