/// An attribute that the reader looks at; its value is a range of the tree's bytes.
struct HTMLAttribute {
    enum Key: UInt8 {
        case id, htmlClass, style, hidden, name, content, align, rowSpan, columnSpan, href, type, start, httpEquiv

        /// In any case.
        init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
            guard name.count <= 10, name.count >= 2 else { return nil }
            var key: UInt64 = 0
            for byte in name.suffix(8) { key = key << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
            guard let found = Self.keys[key], name.count == found.length else { return nil }
            self = found.key
        }

        private static let keys: [UInt64: (key: Key, length: Int)] = {
            let names: [(Key, String)] = [
                (.id, "id"), (.htmlClass, "class"), (.style, "style"), (.hidden, "hidden"), (.name, "name"),
                (.content, "content"), (.align, "align"), (.rowSpan, "rowspan"), (.columnSpan, "colspan"),
                (.href, "href"), (.type, "type"), (.start, "start"), (.httpEquiv, "http-equiv"),
            ]
            var keys: [UInt64: (key: Key, length: Int)] = [:]
            for (key, name) in names {
                keys[name.utf8.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }] = (key, name.utf8.count)
            }
            return keys
        }()
    }

    var key: Key
    var value: Range<Int32>
}
