/// Standard output with a buffer; large chunks go past it.
///
/// A reader that closes the pipe ends the tool as it ends `cat`: quietly, by SIGPIPE, or with the same status of 141
/// where the signal is ignored.
final class OutputStream {
    private var buffer: [UInt8] = []
    private static let capacity = 64 << 10

    init() { buffer.reserveCapacity(Self.capacity) }

    /// Writes bytes, such as a chunk of the JSON writer.
    func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        if buffer.count + bytes.count > Self.capacity { try flush() }
        if bytes.count >= Self.capacity { return try send(bytes) }
        buffer.append(contentsOf: bytes)
    }

    func write(_ text: String) throws(Failure) {
        if buffer.count + text.utf8.count > Self.capacity { try flush() }
        buffer.append(contentsOf: text.utf8)
    }

    /// Writes the line that names one of several files, as head and tail do it; none for a single file.
    func writeHeader(_ label: String, _ index: Int, of count: Int) throws(Failure) {
        guard count > 1 else { return }
        try write("\(index > 0 ? "\n" : "")==> \(VisibleText.withoutControls(label)) <==\n")
    }

    /// Sends what is buffered. Must be the last call.
    func flush() throws(Failure) {
        guard !buffer.isEmpty else { return }
        var failure: Failure?
        buffer.withUnsafeBytes { bytes in
            do throws(Failure) { try send(bytes) } catch { failure = error }
        }
        buffer.removeAll(keepingCapacity: true)
        if let failure { throw failure }
    }

    private func send(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        do throws(System.ErrorNumber) {
            try System.write(bytes, to: System.standardOutput)
        } catch {
            // 128 + SIGPIPE, as shells report the signal.
            if error == .brokenPipe { System.exit(141) }
            throw .unwritable(error)
        }
    }
}
