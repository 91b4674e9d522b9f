#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The calls of the operating system that the tool needs, so that only this file imports them.
enum System {
    static let standardInput: Int32 = 0
    static let standardOutput: Int32 = 1
    static let standardError: Int32 = 2

    /// What `fstat` says of an open file.
    struct Status {
        let isDirectory: Bool
        let isRegular: Bool
        let byteCount: Int
    }

    /// An error number with its meaning for messages.
    struct ErrorNumber: Error, Equatable {
        let value: Int32

        static let noEntry = ErrorNumber(value: ENOENT)
        static let notDirectory = ErrorNumber(value: ENOTDIR)
        static let access = ErrorNumber(value: EACCES)
        static let permission = ErrorNumber(value: EPERM)
        static let isDirectory = ErrorNumber(value: EISDIR)
        static let nameTooLong = ErrorNumber(value: ENAMETOOLONG)
        static let loop = ErrorNumber(value: ELOOP)
        static let noSpace = ErrorNumber(value: ENOSPC)
        static let quota = ErrorNumber(value: EDQUOT)
        static let fileTooBig = ErrorNumber(value: EFBIG)
        static let inputOutput = ErrorNumber(value: EIO)
        static let badDescriptor = ErrorNumber(value: EBADF)
        static let brokenPipe = ErrorNumber(value: EPIPE)

        /// The C library's words for it.
        var text: String { strerror(value).map { String(cString: $0) } ?? "errno \(value)" }
    }

    static func exit(_ code: Int32) -> Never { exitProcess(code) }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    static func open(_ path: [CChar]) throws(ErrorNumber) -> Int32 {
        try retrying { path.withUnsafeBufferPointer { openFile($0.baseAddress!, O_RDONLY | O_CLOEXEC) } }
    }

    static func close(_ descriptor: Int32) { _ = closeFile(descriptor) }

    static func status(_ descriptor: Int32) throws(ErrorNumber) -> Status {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw ErrorNumber(value: errno) }
        let kind = status.st_mode & S_IFMT
        return Status(isDirectory: kind == S_IFDIR, isRegular: kind == S_IFREG, byteCount: Int(status.st_size))
    }

    /// Reads once; 0 at the end of the file.
    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(ErrorNumber) -> Int {
        try retrying { readFile(descriptor, buffer.baseAddress, buffer.count) }
    }

    /// Writes all bytes.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(ErrorNumber) {
        var rest = bytes
        while !rest.isEmpty {
            let count = try retrying { writeFile(descriptor, rest.baseAddress, rest.count) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Calls again while a signal interrupts the call.
    private static func retrying<Value: SignedInteger>(_ call: () -> Value) throws(ErrorNumber) -> Value {
        while true {
            let value = call()
            if value >= 0 { return value }
            if errno != EINTR { throw ErrorNumber(value: errno) }
        }
    }
}

// The C functions under names that the members of `System` do not hide.
private func exitProcess(_ code: Int32) -> Never { exit(code) }
private func openFile(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { open(path, flags) }
private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func readFile(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
private func writeFile(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
