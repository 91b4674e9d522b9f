/// A word segmenter that is opened when the first question comes: most notices have none.
final class SegmenterOnDemand {
    private lazy var segmenter = WordSegmenter()

    /// The word boundaries of a clause; empty where ICU has no data.
    func boundaries(in bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
        segmenter?.boundaries(in: bytes) ?? []
    }
}
