import CTextScan

/// The places of a text at which a duty may be said: brackets, labels' colons, three verbs, and labels before 为.
///
/// Found in one pass over the whole text, because they are rare: everything else looks at them alone.
struct DutyAnchors {
    /// In the order of `ctextscan.h`.
    enum Kind: UInt8 { case open, close, colon, lead, with, responsible, stated }

    struct Anchor {
        /// As `ctextscan_anchors` writes it.
        fileprivate let packed: UInt64

        var offset: Int { Int(packed >> 8) }
        var kind: Kind {
            switch UInt8(truncatingIfNeeded: packed) {
            case 0: .open
            case 1: .close
            case 2: .colon
            case 3: .lead
            case 4: .with
            case 5: .responsible
            default: .stated
            }
        }
    }

    private(set) var anchors: [Anchor] = []

    private static let chunk = 1_024

    /// - Complexity: O(bytes), 64 bytes a step.
    init(_ text: TextBytes) {
        anchors.reserveCapacity(text.count / 128 + 16)
        withUnsafeTemporaryAllocation(of: Anchor.self, capacity: Self.chunk) { found in
            var offset = 0
            while offset < text.count, let base = found.baseAddress {
                let count = base.withMemoryRebound(to: UInt64.self, capacity: Self.chunk) {
                    ctextscan_anchors(text.bytes.baseAddress, &offset, text.count, $0, Self.chunk)
                }
                anchors.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
            }
        }
    }
}
