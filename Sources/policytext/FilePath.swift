/// Paths as strings that lose nothing.
///
/// File names from old Windows archives are often GBK, not UTF-8. Swift's `CommandLine.arguments` turns their bytes into
/// U+FFFD, and the file is not found. Here a byte that is not UTF-8 becomes a character of plane 16 for private use,
/// which no path has, and the byte again when the file is opened.
enum FilePath {
    private static let escapeBase: UInt32 = 0x10_FF00

    /// The arguments of the process, without its name.
    static func arguments() -> [String] {
        let vector = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        return vector.dropFirst().compactMap { argument in argument.map { escaped(UnsafePointer($0)) } }
    }

    /// The bytes to open, ending in NUL.
    static func bytes(_ path: String) -> [CChar] {
        var result: [CChar] = []
        for scalar in path.unicodeScalars {
            if let byte = byte(scalar) {
                result.append(CChar(bitPattern: byte))
            } else {
                result.append(contentsOf: UTF8.encode(scalar)!.lazy.map { CChar(bitPattern: $0) })
            }
        }
        return result + [0]
    }

    /// The path for messages and documents, with U+FFFD for what cannot be shown.
    static func forDisplay(_ path: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in path.unicodeScalars { result.append(byte(scalar) == nil ? scalar : "\u{FFFD}") }
        return String(result)
    }

    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        scalar.value & 0xFFFF00 == escapeBase && scalar.value & 0xFF >= 0x80 ? UInt8(scalar.value & 0xFF) : nil
    }

    private static func escaped(_ argument: UnsafePointer<CChar>) -> String {
        if let text = String(validatingCString: argument) { return text }
        var rest = UnsafeBufferPointer(start: argument, count: length(argument))[...].map { UInt8(bitPattern: $0) }[...]
        var result = String.UnicodeScalarView()
        while let first = rest.first {
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            if let text = String(validating: rest.prefix(length), as: UTF8.self), text.unicodeScalars.count == 1 {
                result.append(contentsOf: text.unicodeScalars)
                rest.removeFirst(length)
            } else {
                result.append(Unicode.Scalar(escapeBase | UInt32(first))!)
                rest.removeFirst()
            }
        }
        return String(result)
    }

    private static func length(_ text: UnsafePointer<CChar>) -> Int {
        var length = 0
        while text[length] != 0 { length += 1 }
        return length
    }
}
