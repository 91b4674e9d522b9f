/// A run of text of one paragraph, between markers.
struct TextRun {
    /// The paragraph that it is cut from.
    @Narrow var paragraph: Int
    @Narrow var first: Int
    @Narrow var end: Int
    @Narrow var start: Int
    @Narrow var stop: Int
    /// Whether all of its tokens are certain to be text.
    var isPlain = false

    var isEmpty: Bool { start >= stop }
}

/// A numbered unit in the flat outline of a part: depth, not children.
struct OutlineNode {
    var candidate: MarkerCandidate
    @Narrow var depth: Int
    /// The text behind the marker, up to the next marker or the end of the paragraph.
    var own: TextRun
    /// The index of the unit around it, or -1.
    @Narrow var parent: Int
    /// Whether text or units follow below.
    var hasFollowing = false
    /// The bytes of the heading and where the text behind it begins; `nil` without a heading.
    var heading: Heading?

    struct Heading {
        @Narrow var start: Int
        @Narrow var stop: Int
        /// The first token and byte of the text behind the closing mark.
        @Narrow var rest: Int
        @Narrow var restStart: Int
    }
}

/// The flat outline of one part.
struct Outline {
    /// What a part is made of, in reading order.
    enum Element {
        case unit(Int)
        case text(TextRun)
        case table(Int)
        /// The units end here: a signature is no part of the last of them.
        case end
    }

    var nodes: [OutlineNode] = []
    var elements: [Element] = []
    var choices: [SequenceSearch.Choice] = []
    /// Candidates that were left as text, in order: inline enumerations are looked for among them.
    var leftovers: [MarkerCandidate] = []

    /// The leftovers of one paragraph.
    func leftovers(of paragraph: Int) -> ArraySlice<MarkerCandidate> {
        guard !leftovers.isEmpty else { return [] }
        var low = 0
        var high = leftovers.count
        while low < high {
            let middle = (low + high) / 2
            if leftovers[middle].paragraph < paragraph { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < leftovers.count, leftovers[end].paragraph == paragraph { end += 1 }
        return leftovers[low..<end]
    }
}
