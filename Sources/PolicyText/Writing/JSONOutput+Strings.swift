import CTextScan

extension JSONOutput {
    /// Writes a string with its quotes. Only what JSON demands is escaped; all else stays UTF-8 as it is, also U+2028,
    /// U+2029 and DEL.
    mutating func string(_ text: String) {
        guard var stretch = stretch(text.utf8.count) else { return escaped(text) }
        stretch.literal("\"")
        stretch.put(text)
        stretch.literal("\"")
        if !take(stretch) { escaped(text) }
    }

    /// The same of a text that has something to escape, or that no chunk has room for.
    @inline(never)
    private mutating func escaped(_ text: String) {
        reserve(1)
        putUnchecked(UInt8(ascii: "\""))
        let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { escape(UnsafeRawBufferPointer($0)) }
        if isContiguous == nil {
            var copy = text
            copy.withUTF8 { escape(UnsafeRawBufferPointer($0)) }
        }
        reserve(1)
        putUnchecked(UInt8(ascii: "\""))
    }

    private mutating func escape(_ text: UnsafeRawBufferPointer) {
        guard var rest = text.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        let end = rest + text.count
        while rest < end {
            reserve(64)
            let room = min(end - rest, capacity - count)
            // Reading and copying in one pass: nobody knows beforehand how far the plain bytes go.
            let plain = ctextscan_copy_plain(rest, (base + count).assumingMemoryBound(to: UInt8.self), room)
            count += plain
            rest += plain
            if plain < room {
                putEscape(rest.pointee)
                rest += 1
            }
        }
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
