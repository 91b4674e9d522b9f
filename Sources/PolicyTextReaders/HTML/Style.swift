import PolicyText

/// The few declarations of a style attribute that matter.
enum Style {
    /// Whether the element is not shown.
    static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        value(of: "display", in: style)?.elementsEqual("none".utf8) == true
            || value(of: "visibility", in: style)?.elementsEqual("hidden".utf8) == true
    }

    static func alignment(_ style: ArraySlice<UInt8>) -> LayoutHints.Alignment? {
        value(of: "text-align", in: style).flatMap { alignment(named: $0) }
    }

    static func alignment(named name: some Sequence<UInt8>) -> LayoutHints.Alignment? {
        switch String(decoding: Array(name.map { $0 | 0x20 }), as: UTF8.self) {
        case "left", "start": .start
        case "center", "middle": .center
        case "right", "end": .end
        case "justify", "both": .justify
        default: nil
        }
    }

    /// The value of a declaration in lower case, up to white space or `!`.
    static func value(of property: StaticString, in style: ArraySlice<UInt8>) -> [UInt8]? {
        style.withUnsafeBufferPointer { bytes in
            let count = property.utf8CodeUnitCount
            guard bytes.count > count else { return nil }
            var at = 0
            while at + count < bytes.count {
                // At the beginning of a declaration.
                while at < bytes.count, bytes[at] == 0x3B || bytes[at] <= 0x20 { at += 1 }
                let isIt =
                    at + count < bytes.count
                    && (0..<count).allSatisfy { bytes[at + $0] | 0x20 == property.utf8Start[$0] | 0x20 }
                if isIt, let value = value(bytes, behind: at + count) { return value }
                while at < bytes.count, bytes[at] != 0x3B { at += 1 }
            }
            return nil
        }
    }

    private static func value(_ bytes: UnsafeBufferPointer<UInt8>, behind name: Int) -> [UInt8]? {
        var at = name
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at < bytes.count, bytes[at] == 0x3A else { return nil }
        at += 1
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        var value: [UInt8] = []
        while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3B, bytes[at] != 0x21 {
            value.append((0x41...0x5A).contains(bytes[at]) ? bytes[at] | 0x20 : bytes[at])
            at += 1
        }
        return value
    }
}
