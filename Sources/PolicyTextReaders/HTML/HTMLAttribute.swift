/// An attribute that the reader looks at; its value is a range of the tree's bytes.
struct HTMLAttribute {
    enum Key: UInt8 {
        case id, htmlClass, style, hidden, name, content, align, rowSpan, columnSpan, href, type, start

        /// In any case.
        init?(_ name: UnsafeBufferPointer<UInt8>) {
            func isIt(_ word: StaticString) -> Bool {
                for index in 0..<name.count where name[index] | 0x20 != word.utf8Start[index] { return false }
                return true
            }
            switch name.count {
            case 2 where isIt("id"): self = .id
            case 4 where isIt("name"): self = .name
            case 4 where isIt("href"): self = .href
            case 4 where isIt("type"): self = .type
            case 5 where isIt("style"): self = .style
            case 5 where isIt("class"): self = .htmlClass
            case 5 where isIt("align"): self = .align
            case 5 where isIt("start"): self = .start
            case 6 where isIt("hidden"): self = .hidden
            case 7 where isIt("content"): self = .content
            case 7 where isIt("rowspan"): self = .rowSpan
            case 7 where isIt("colspan"): self = .columnSpan
            default: return nil
            }
        }
    }

    var key: Key
    var value: Range<Int32>
}
