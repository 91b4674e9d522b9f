#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Rewrites a page, in one pass, into one that libxml2 takes in linear time and without loss.
///
/// - Scripts, styles and comments go; so do `</body>` and `</html>`, behind which libxml2 would stop.
/// - Of the attributes, those that the reader looks at stay: libxml2 compares each with all others.
/// - Elements below a depth are left out, their text is not: libxml2 searches the open ones at each end tag.
/// - A `<` that opens no tag becomes `&lt;`.
struct HTMLGuard {
    /// What was cut.
    struct Report {
        var isDeep = false
        var hasManyAttributes = false
        var hasLongTag = false
    }

    private(set) var output: [UInt8] = []
    private(set) var report = Report()
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: ReaderLimits
    private var depth = 0
    private var dropped = 0
    /// Where the next `>` stands, looked for once.
    private var nextClose = -1
    private var nextDouble = -1
    private var hasNull = false
    private var nextSingle = -1
    /// Names of raw elements, and comments, that have no end in the rest of the page.
    private var endless: Set<UInt64> = []
    private var name: [UInt8] = []

    /// No text node that libxml2 sees is longer.
    private static let textPiece = 1 << 20

    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReaderLimits) {
        self.bytes = bytes
        self.limits = limits
        output.reserveCapacity(bytes.count + bytes.count / 16 + 64)
        name.reserveCapacity(32)
        run()
    }

    private mutating func run() {
        hasNull = find(0, from: 0) < bytes.count
        // Behind the end of the outermost element libxml2 takes no text: this one never ends.
        put("<html>")
        var at = 0
        while at < bytes.count {
            let open = find(0x3C, from: at)
            copyText(at..<open)
            guard open < bytes.count else { return }
            at = markup(at: open)
        }
    }

    private func find(_ byte: UInt8, from start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return bytes.count }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    }

    private mutating func copyText(_ range: Range<Int>) {
        // NUL ends a text for libxml2.
        if hasNull {
            output.append(contentsOf: bytes[range].lazy.filter { $0 != 0 })
            return
        }
        var start = range.lowerBound
        while range.upperBound - start > Self.textPiece {
            var end = start + Self.textPiece
            // Neither inside a character nor inside a reference.
            while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
            if let reference = (max(start, end - 12)..<end).last(where: { bytes[$0] == 0x26 }), reference > start {
                end = reference
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
            put("<!---->")
            start = end
        }
        if start < range.upperBound {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound]))
        }
    }

    private mutating func put(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Handles what begins with `<`; returns where to go on.
    private mutating func markup(at open: Int) -> Int {
        guard open + 1 < bytes.count else {
            put("&lt;")
            return open + 1
        }
        switch bytes[open + 1] {
        case 0x41...0x5A, 0x61...0x7A: return startTag(at: open)
        case 0x2F where open + 2 < bytes.count && isLetter(bytes[open + 2]): return endTag(at: open)
        case 0x21: return declaration(at: open)
        case 0x3F, 0x2F:
            // <?xml … > and </ > are comments to a browser.
            guard let close = close(from: open) else { break }
            return close + 1
        default: break
        }
        put("&lt;")
        return open + 1
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The next `>`.
    private mutating func close(from open: Int) -> Int? {
        if nextClose < open { nextClose = find(0x3E, from: open) }
        return nextClose < bytes.count ? nextClose : nil
    }

    // MARK: - Comments

    private mutating func declaration(at open: Int) -> Int {
        guard open + 3 < bytes.count, bytes[open + 2] == 0x2D, bytes[open + 3] == 0x2D else {
            guard let close = close(from: open) else {
                put("&lt;")
                return open + 1
            }
            return close + 1
        }
        // <!--> and <!---> are whole comments.
        if open + 4 < bytes.count, bytes[open + 4] == 0x3E { return open + 5 }
        if let end = commentEnd(from: open + 4) {
            copyComment(open + 4..<end)
            return end + 3
        }
        // A comment without an end would swallow the page.
        return open + 4
    }

    private mutating func commentEnd(from start: Int) -> Int? {
        guard !endless.contains(0) else { return nil }
        var at = start
        while true {
            let close = find(0x3E, from: at)
            guard close < bytes.count else { break }
            if close >= start + 2, bytes[close - 1] == 0x2D, bytes[close - 2] == 0x2D { return close - 2 }
            at = close + 1
        }
        endless.insert(0)
        return nil
    }

    /// Some sites mark the text with comments: ContentStart, ContentEnd.
    private mutating func copyComment(_ range: Range<Int>) {
        guard range.count <= 64 else { return }
        let isPlain = range.allSatisfy {
            isLetter(bytes[$0]) || isSpace(bytes[$0]) || (0x30...0x39).contains(bytes[$0])
        }
        guard isPlain else { return }
        put("<!--")
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        put("-->")
    }

    // MARK: - Tags

    /// Reads a name in lower case; returns the position behind it.
    private mutating func readName(from start: Int) -> Int {
        name.removeAll(keepingCapacity: true)
        var at = start
        while at < bytes.count, name.count < 64 {
            let byte = bytes[at]
            guard !isSpace(byte), byte != 0x2F, byte != 0x3E, byte != 0x3C, byte != 0 else { break }
            name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            at += 1
        }
        return at
    }

    private var tag: HTMLTag { name.withUnsafeBufferPointer { HTMLTag($0) } }

    private func nameIs(_ word: StaticString) -> Bool {
        name.count == word.utf8CodeUnitCount
            && name.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private mutating func endTag(at open: Int) -> Int {
        _ = readName(from: open + 2)
        guard let close = close(from: open) else {
            put("&lt;")
            return open + 1
        }
        let tag = tag
        if tag == .body || tag.isVoid && tag != .br || tag == .hidden { return close + 1 }
        if tag == .br {
            put("<br>")
            return close + 1
        }
        if !tag.closesItself {
            if dropped > 0 {
                dropped -= 1
                if tag.isBlock { put("<br>") }
                return close + 1
            }
            depth = max(0, depth - 1)
        }
        put("</")
        output.append(contentsOf: name)
        put(">")
        return close + 1
    }

    private mutating func startTag(at open: Int) -> Int {
        let nameEnd = readName(from: open + 1)
        // x<y则… is text.
        guard close(from: open) != nil, name.allSatisfy({ $0 < 0x80 }) else {
            put("&lt;")
            return open + 1
        }
        let tag = tag
        let mark = output.count
        put("<")
        output.append(contentsOf: name)
        let (end, isClosed) = attributes(from: nameEnd)
        // The rest of an office document's namespaces: <o:p/>, <v:shape …/>.
        if isClosed, tag == .inline, name.contains(0x3A) {
            output.removeSubrange(mark...)
            return end
        }
        if tag == .hidden || tag == .title || nameIs("noscript") {
            output.removeSubrange(mark...)
            return rawElement(tag, from: end)
        }
        if !tag.closesItself {
            if depth >= limits.htmlDepth {
                report.isDeep = true
                dropped += 1
                output.removeSubrange(mark...)
                if tag.isBlock { put("<br>") }
                return end
            }
            depth += 1
        }
        put(">")
        return end
    }

    /// Script and style go with all they hold; a title keeps its text.
    private mutating func rawElement(_ tag: HTMLTag, from start: Int) -> Int {
        let key = name.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard !endless.contains(key) else { return start }
        var at = start
        while true {
            let open = find(0x3C, from: at)
            guard open + 2 + name.count <= bytes.count else { break }
            at = open + 1
            guard bytes[open + 1] == 0x2F, isName(at: open + 2) else { continue }
            if tag == .title {
                put("<title>")
                for byte in bytes[start..<open] { if byte == 0x3C { put("&lt;") } else { output.append(byte) } }
                put("</title>")
            }
            let close = find(0x3E, from: open)
            return min(close + 1, bytes.count)
        }
        // Without its end it would swallow the page.
        endless.insert(key)
        return start
    }

    private func isName(at start: Int) -> Bool {
        guard start + name.count <= bytes.count else { return false }
        for (offset, byte) in name.enumerated() {
            let other = bytes[start + offset]
            guard ((0x41...0x5A).contains(other) ? other | 0x20 : other) == byte else { return false }
        }
        // </script" is a string of the script's.
        guard start + name.count < bytes.count else { return true }
        let next = bytes[start + name.count]
        return isSpace(next) || next == 0x2F || next == 0x3E
    }

    // MARK: - Attributes

    /// Copies the attributes that the reader looks at; returns the position behind the tag.
    private mutating func attributes(from start: Int) -> (end: Int, isClosed: Bool) {
        var at = start
        var count = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x3E { return (at + 1, at > start && bytes[at - 1] == 0x2F) }
            // A tag that was not closed: what follows is another.
            if byte == 0x3C, at > start { return (at, false) }
            if isSpace(byte) || byte == 0x2F {
                at += 1
                continue
            }
            let key = at
            at += 1
            while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3D, bytes[at] != 0x3E, bytes[at] != 0x2F {
                at += 1
            }
            let keyEnd = at
            while at < bytes.count, isSpace(bytes[at]) { at += 1 }
            var value = at..<at
            if at < bytes.count, bytes[at] == 0x3D {
                at += 1
                while at < bytes.count, isSpace(bytes[at]) { at += 1 }
                guard let found = self.value(from: at) else { break }
                value = found.value
                at = found.end
            }
            count += 1
            guard count <= limits.htmlAttributes else {
                report.hasManyAttributes = true
                continue
            }
            guard HTMLAttribute.Key(UnsafeBufferPointer(rebasing: bytes[key..<keyEnd])) != nil else { continue }
            if value.upperBound - start > limits.htmlTagBytes {
                report.hasLongTag = true
            } else {
                copy(key..<keyEnd, value)
            }
        }
        // A quotation mark without a partner: the tag ends at the next `>`, whatever stands around it.
        return (min(find(0x3E, from: start) + 1, bytes.count), false)
    }

    private mutating func value(from start: Int) -> (value: Range<Int>, end: Int)? {
        guard start < bytes.count else { return nil }
        let quote = bytes[start]
        var at = start
        if quote == 0x22 || quote == 0x27 {
            let end = nextQuote(quote, from: start + 1)
            guard end < bytes.count else { return nil }
            // A picture in a long value is one; tags in a long value say that its end was forgotten.
            if end - start > limits.htmlTagBytes, find(0x3C, from: start) < end {
                report.hasLongTag = true
                return nil
            }
            return (start + 1..<end, end + 1)
        }
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3E { at += 1 }
        return (start..<at, at)
    }

    /// Where the next quotation mark stands, looked for once.
    private mutating func nextQuote(_ quote: UInt8, from start: Int) -> Int {
        if quote == 0x22 {
            if nextDouble < start { nextDouble = find(quote, from: start) }
            return nextDouble
        }
        if nextSingle < start { nextSingle = find(quote, from: start) }
        return nextSingle
    }

    private mutating func copy(_ key: Range<Int>, _ value: Range<Int>) {
        output.append(0x20)
        for byte in bytes[key] { output.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        put("=\"")
        for byte in bytes[value] { if byte == 0x22 { put("&quot;") } else { output.append(byte) } }
        put("\"")
    }
}
