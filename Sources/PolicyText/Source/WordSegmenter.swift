import CICUBridge

/// Finds Chinese words with ICU's dictionary.
///
/// Making one costs a microsecond and a text holds thousands of clauses: make one and keep it. It serves one thread at a
/// time, therefore it is not `Sendable`.
public final class WordSegmenter {
    private let handle: OpaquePointer

    /// The one that all are copies of: reading ICU's rules again for each document would cost more than its clauses. It is
    /// only copied, never used and never changed.
    private nonisolated(unsafe) static let model = cicu_segmenter_open()

    /// `nil` when the installed ICU has no data for Chinese words.
    public init?() {
        guard let model = Self.model, let handle = cicu_segmenter_copy(model) else { return nil }
        self.handle = handle
    }

    deinit { cicu_segmenter_close(handle) }

    /// The version of ICU, e.g. `72.1`: word boundaries depend on it.
    public static var icuVersion: String {
        var buffer = [CChar](repeating: 0, count: 32)
        cicu_version(&buffer)
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The boundaries between words, white space and punctuation.
    ///
    /// Byte offsets in ascending order, from 0 to `utf8.count` inclusive, never inside a well-formed character; empty for
    /// no text. Empty also for a text of 2 GiB and more, and when ICU runs out of memory.
    ///
    /// - Complexity: O(bytes), about 20 MB a second: for clauses, not for documents.
    public func boundaries(in utf8: UnsafeBufferPointer<UInt8>) -> [Int32] {
        guard let count = Int32(exactly: utf8.count), count > 0, count < Int32.max else { return [] }
        return [Int32](room: utf8.count + 1) { output, written in
            let result = cicu_segmenter_boundaries(handle, utf8.baseAddress, count, output.baseAddress, count + 1)
            written = Int(max(result, 0))
        }
    }
}
