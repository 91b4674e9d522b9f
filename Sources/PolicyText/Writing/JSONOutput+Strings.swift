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
    mutating func escaped(_ text: String) {
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
            reserve(128)
            // As if there were nothing but bytes to escape.
            let piece = min(end - rest, (capacity - count - 32) / 6)
            count += ctextscan_put_escaped(rest, piece, (base + count).assumingMemoryBound(to: UInt8.self))
            rest += piece
        }
    }
}
