import PolicyText
import PolicyTextReaders

/// A file named on the command line, or standard input.
struct InputFile {
    /// The argument as given; `-` for standard input.
    let path: String

    private var isStandardInput: Bool { path == "-" }

    /// What messages call it.
    var label: String { isStandardInput ? "<stdin>" : FilePath.forDisplay(path) }

    /// The last component of the path; `nil` for standard input.
    ///
    /// Cut at scalars: a slash and a combining mark behind it are one `Character`.
    var name: String? {
        guard !isStandardInput else { return nil }
        return FilePath.forDisplay(path).unicodeScalars.split(separator: "/").last.map { String($0) }
    }

    /// The whole file.
    ///
    /// A regular file is read straight into an array of its size; a pipe, or a file that grows, piece by piece.
    func bytes() throws(Failure) -> [UInt8] {
        do throws(System.ErrorNumber) {
            if isStandardInput { return try read(System.standardInput) }
            let descriptor = try System.open(FilePath.bytes(path))
            defer { System.close(descriptor) }
            return try read(descriptor)
        } catch {
            throw error == .fileTooBig ? .tooLarge(label) : .unreadable(label, error)
        }
    }

    /// The file as a source, whatever its format.
    func source(_ encoding: TextEncoding?) throws(Failure) -> SourceText {
        let bytes = try bytes()
        do throws(ReadingError) {
            return try DocumentReader().read(bytes, name: name, encoding: encoding)
        } catch {
            throw .undocumented(label, error)
        }
    }

    private func read(_ descriptor: Int32) throws(System.ErrorNumber) -> [UInt8] {
        let status = try System.status(descriptor)
        if status.isDirectory { throw .isDirectory }
        let expected = status.isRegular ? status.byteCount : 0
        if expected > SourceText.maximumByteCount { throw .fileTooBig }
        var bytes = try readStart(descriptor, expected)
        guard bytes.count == expected else { return bytes }
        try readRest(descriptor, after: &bytes)
        return bytes
    }

    /// Up to `byteCount` bytes; fewer only at the end of the file.
    private func readStart(_ descriptor: Int32, _ byteCount: Int) throws(System.ErrorNumber) -> [UInt8] {
        var failure: System.ErrorNumber?
        let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            do throws(System.ErrorNumber) {
                while count < byteCount {
                    let step = try System.read(
                        descriptor, into: UnsafeMutableRawBufferPointer(rebasing: raw[count..<byteCount]))
                    if step == 0 { break }
                    count += step
                }
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    private func readRest(_ descriptor: Int32, after bytes: inout [UInt8]) throws(System.ErrorNumber) {
        var failure: System.ErrorNumber?
        withUnsafeTemporaryAllocation(byteCount: Self.pieceByteCount, alignment: 16) { piece in
            do throws(System.ErrorNumber) {
                while true {
                    let step = try System.read(descriptor, into: piece)
                    if step == 0 { return }
                    guard bytes.count + step <= SourceText.maximumByteCount else { throw .fileTooBig }
                    bytes.append(contentsOf: piece[..<step])
                }
            } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// As much as a pipe of Linux holds.
    private static let pieceByteCount = 64 << 10
}
