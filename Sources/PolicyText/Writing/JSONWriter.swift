/// Writes documents as JSON, in the key order of the output contract, straight into bytes.
///
/// The same document gives the same bytes on every run. The content equals that of encoding the document through
/// `Codable`; the writer is there because `JSONEncoder` is far slower, keeps no key order and needs Foundation.
///
/// - Complexity: Every method takes time linear in its output, and memory for one chunk besides what it returns.
///   Blocks are written by recursion, so the stack grows with their nesting, which the parser bounds.
public struct JSONWriter: Sendable, Hashable {
    /// Whether lines are broken and indented by two spaces. Ranges stay on one line.
    public var pretty: Bool

    /// The most bytes that a sink gets at once; at least ``minimumChunkByteCount``.
    public var chunkByteCount: Int

    /// A chunk must hold the longest run of output that is not split: a range, with its keys.
    public static let minimumChunkByteCount = 256

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - pretty: Whether lines are broken and indented.
    ///   - chunkByteCount: The most bytes that a sink gets at once; less than ``minimumChunkByteCount`` counts as that.
    public init(pretty: Bool = false, chunkByteCount: Int = 16 << 10) {
        self.pretty = pretty
        self.chunkByteCount = chunkByteCount
    }

    /// Writes one document without a line end behind it.
    ///
    /// - Parameter sink: Takes the UTF-8 bytes, in chunks that may end inside a character. The buffer is valid during
    ///   the call only.
    /// - Throws: The first error that the sink throws; it is not called again afterwards.
    public func write<Failure>(
        _ document: Document, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try withOutput(pretty: pretty, to: sink) { output, _ in output.write(document) }
    }

    /// Writes duties as an array, each as it stands in its document.
    ///
    /// - Parameter sink: As in ``write(_:to:)-(Document,_)``.
    /// - Throws: The first error that the sink throws; it is not called again afterwards.
    public func write<Failure>(
        _ responsibilities: [Responsibility], to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try withOutput(pretty: pretty, to: sink) { output, _ in output.array(responsibilities) { $0.write($1.value) } }
    }

    /// Writes targets as an array, each as it stands in its document.
    ///
    /// - Parameter sink: As in ``write(_:to:)-(Document,_)``.
    /// - Throws: The first error that the sink throws; it is not called again afterwards.
    public func write<Failure>(
        _ targets: [Target], to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try withOutput(pretty: pretty, to: sink) { output, _ in output.array(targets) { $0.write($1.value) } }
    }

    /// Writes documents as NDJSON (also called JSON Lines): each compact, on a line of its own that ends in LF.
    ///
    /// The sequence is read as the writing goes on, so that it may make its documents on demand; reading stops when the
    /// sink fails. ``pretty`` has no effect here.
    ///
    /// - Parameter sink: As in ``write(_:to:)-(Document,_)``. Lines are not aligned to chunks.
    /// - Throws: The first error that the sink throws; it is not called again afterwards.
    public func writeLines<Failure>(
        _ documents: some Sequence<Document>, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try withOutput(pretty: false, to: sink) { output, hasFailed in
            for document in documents {
                output.write(document)
                output.endLine()
                if hasFailed() { return }
            }
        }
    }

    /// The UTF-8 bytes of one document, without a line end behind it.
    public func data(_ document: Document) -> [UInt8] {
        var bytes: [UInt8] = []
        write(document) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Runs `body` with an output whose chunks go to `sink`.
    ///
    /// The output is written by code that does not throw, which keeps the hot path free of error checks: a failure is
    /// kept, the chunks behind it are dropped, and it is thrown at the end.
    private func withOutput<Failure>(
        pretty: Bool, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void,
        _ body: (inout JSONOutput, _ hasFailed: () -> Bool) -> Void
    ) throws(Failure) {
        var failure: Failure?
        func forward(_ chunk: UnsafeRawBufferPointer) {
            guard failure == nil else { return }
            do throws(Failure) { try sink(chunk) } catch { failure = error }
        }
        withoutActuallyEscaping(forward) { forward in
            var output = JSONOutput(
                pretty: pretty, capacity: max(chunkByteCount, Self.minimumChunkByteCount), sink: forward)
            body(&output) { failure != nil }
            output.flush()
        }
        if let failure { throw failure }
    }
}

extension Document {
    /// The document as JSON text.
    ///
    /// - Parameter pretty: Whether lines are broken and indented by two spaces.
    /// - Complexity: Linear in the output.
    public func json(pretty: Bool = false) -> String {
        String(decoding: JSONWriter(pretty: pretty).data(self), as: UTF8.self)
    }

    /// Writes documents as NDJSON; see ``JSONWriter/writeLines(_:to:)``.
    public static func writeLines<Failure>(
        _ documents: some Sequence<Document>, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try JSONWriter().writeLines(documents, to: sink)
    }
}
