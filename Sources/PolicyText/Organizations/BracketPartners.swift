/// For each opening bracket of a passage the one that closes it; widths and shapes may differ.
struct BracketPartners: ~Copyable {
    private let anchors: [DutyAnchors.Anchor]
    private var partners: Scratch<Int32>
    private var open = Scratch<Int32>(capacity: 32)

    init(_ anchors: [DutyAnchors.Anchor]) {
        self.anchors = anchors
        partners = Scratch(capacity: anchors.count)
        partners.append(repeating: -1, count: anchors.count)
    }

    /// Finds the partners of the brackets of a passage.
    mutating func find(in own: Range<Int>) {
        open.leave(0)
        for index in own {
            if anchors[index].kind == .open { open.append(Int32(truncatingIfNeeded: index)) }
            guard anchors[index].kind == .close, open.count > 0 else { continue }
            partners[Int(open[open.count - 1])] = Int32(truncatingIfNeeded: index)
            open.leave(open.count - 1)
        }
    }

    /// The anchor that closes the bracket of an anchor.
    func partner(of index: Int) -> Int? { partners[index] >= 0 ? Int(partners[index]) : nil }
}
