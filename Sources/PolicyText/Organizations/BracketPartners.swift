/// For each opening bracket of a passage the one that closes it; widths and shapes may differ.
struct BracketPartners {
    private let anchors: [DutyAnchors.Anchor]
    private var partners: [Int32]
    private var open: [Int] = []

    init(_ anchors: [DutyAnchors.Anchor]) {
        self.anchors = anchors
        partners = [Int32](repeating: -1, count: anchors.count)
    }

    /// Finds the partners of the brackets of a passage.
    mutating func find(in own: Range<Int>) {
        open.removeAll(keepingCapacity: true)
        for index in own {
            if anchors[index].kind == .open { open.append(index) }
            if anchors[index].kind == .close, let last = open.popLast() { partners[last] = Int32(index) }
        }
    }

    /// The anchor that closes the bracket of an anchor.
    func partner(of index: Int) -> Int? { partners[index] >= 0 ? Int(partners[index]) : nil }
}
