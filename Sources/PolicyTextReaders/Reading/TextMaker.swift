import PolicyText

/// Collects the text that a reader makes, and the hints to it: a line for each paragraph, cell or piece of furniture.
struct TextMaker {
    private(set) var bytes: [UInt8] = []
    var hints = LayoutHints()
    /// Where the open line begins.
    private(set) var lineStart = 0
    /// White space that is written only when text follows it.
    private var pending = Gap.none

    private enum Gap { case none, space, lineEnd }

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    var isLineEmpty: Bool { bytes.count == lineStart }

    /// Adds text in which a run of white space is one space; a line end beside a Chinese character is none.
    mutating func addCollapsed(_ text: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < text.count {
            if text[at] <= 0x20 {
                repeat {
                    if text[at] == 0x0A || text[at] == 0x0D {
                        pending = .lineEnd
                    } else if pending == .none {
                        pending = .space
                    }
                    at += 1
                } while at < text.count && text[at] <= 0x20
                continue
            }
            let start = at
            while at < text.count, text[at] > 0x20 { at += 1 }
            append(UnsafeBufferPointer(rebasing: text[start..<at]))
        }
    }

    /// A space, when text follows on the line.
    mutating func addGap() { if pending == .none { pending = .space } }

    private mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
        if pending != .none {
            if !isLineEmpty {
                let isWide = bytes[bytes.count - 1] >= 0x80 || word[0] >= 0x80
                if pending == .space || !isWide { bytes.append(0x20) }
            }
            pending = .none
        }
        bytes.append(contentsOf: word)
    }

    /// Adds text as it stands; it has no line ends.
    mutating func add(_ text: some Sequence<UInt8>) {
        if pending != .none, !isLineEmpty { bytes.append(0x20) }
        pending = .none
        bytes.append(contentsOf: text)
    }

    /// Ends the line; returns its range, or `nil` when it has nothing to read.
    mutating func endLine() -> Range<Int>? {
        pending = .none
        var end = bytes.count
        while end > lineStart, bytes[end - 1] == 0x20 { end -= 1 }
        guard hasInk(lineStart..<end) else {
            bytes.removeSubrange(lineStart...)
            return nil
        }
        bytes.removeSubrange(end...)
        let range = lineStart..<end
        bytes.append(0x0A)
        lineStart = bytes.count
        return range
    }

    private func hasInk(_ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            let space = PageBytes.spaceLength(bytes[range], at)
            if space == 0 { return true }
            at += space
        }
        return false
    }

    /// Adds a block; furniture of one kind that follows furniture goes with it.
    mutating func addBlock(
        _ kind: LayoutHints.Kind, _ range: Range<Int>, alignment: LayoutHints.Alignment? = nil, path: String? = nil
    ) {
        if case .furniture = kind, let last = hints.blocks.last, last.kind == kind {
            hints.blocks[hints.blocks.count - 1].range = last.range.lowerBound..<range.upperBound
            return
        }
        hints.blocks.append(LayoutHints.Block(kind, range, alignment: alignment, path: path))
    }
}
