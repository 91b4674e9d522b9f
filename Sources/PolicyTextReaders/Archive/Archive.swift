import CReaderBridge

/// The entries of a ZIP archive that a reader asks for, unpacked in memory within limits; no path is ever written.
struct Archive {
    /// Names as the archive has them, without a leading slash.
    private(set) var entries: [String: [UInt8]] = [:]
    private let limits: ReaderLimits
    private var unpacked = 0

    /// Archives below this size may unpack to as much, whatever their ratio.
    private static let smallest = 1 << 20

    /// Reads the entries that `wants` names.
    ///
    /// - Throws: ``ReadingError`` where the archive is encrypted, damaged or beyond the limits.
    init(_ bytes: [UInt8], limits: ReaderLimits, wants: (String) -> Bool) throws(ReadingError) {
        self.limits = limits
        var failure: ReadingError?
        bytes.withUnsafeBufferPointer { buffer in
            do throws(ReadingError) {
                try read(buffer, wants)
            } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ wants: (String) -> Bool) throws(ReadingError) {
        guard let archive = carchive_open(bytes.baseAddress, bytes.count) else { throw .archiveDamaged }
        defer { carchive_close(archive) }
        let most = min(limits.archiveBytes, max(Self.smallest, bytes.count.multipliedOrMax(limits.archiveRatio)))
        var count = 0
        while true {
            var name: UnsafePointer<CChar>?
            switch carchive_next(archive, &name) {
            case carchive_entry: break
            case carchive_end: return
            case carchive_encrypted: throw .archiveEncrypted
            default: throw .archiveDamaged
            }
            count += 1
            guard count <= limits.archiveEntries else {
                throw .archiveLimit("条目超过 \(limits.archiveEntries) 个", "more than \(limits.archiveEntries) entries")
            }
            var path = name.map { String(cString: $0) } ?? ""
            while path.hasPrefix("/") || path.hasPrefix("./") { path.removeFirst(path.hasPrefix("/") ? 1 : 2) }
            guard wants(path), entries[path] == nil else { continue }
            entries[path] = try unpack(archive, most: most)
        }
    }

    private mutating func unpack(_ archive: OpaquePointer, most: Int) throws(ReadingError) -> [UInt8] {
        var data: [UInt8] = []
        let piece = 1 << 16
        while true {
            var length: Int64 = 0
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: piece) { buffer in
                length = carchive_read(archive, buffer.baseAddress, piece)
                if length > 0 { data.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<Int(length)])) }
            }
            switch length {
            case 0: return data
            case -2: throw .archiveEncrypted
            case ..<0: throw .archiveDamaged
            default: break
            }
            unpacked += Int(length)
            guard data.count <= limits.archiveEntryBytes, unpacked <= most else {
                let size = min(limits.archiveEntryBytes, most) >> 20
                throw .archiveLimit("解压后超过 \(size) MiB", "it unpacks to more than \(size) MiB")
            }
        }
    }
}

extension Int {
    fileprivate func multipliedOrMax(_ factor: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}

extension ReadingError {
    static let archiveDamaged = ReadingError(
        .archiveDamaged, "压缩包已损坏或不完整，请重新下载。", "The archive is damaged or incomplete; download it again.")
    static let archiveEncrypted = ReadingError(
        .archiveEncrypted, "文件已加密，请先去掉密码再解析。", "The file is encrypted; remove the password first.")
    static let archiveUnknown = ReadingError(
        .archiveUnknown, "这是压缩包，但不是 DOCX 或 OFD；请先解压，再解析里面的文件。",
        "This is an archive, but neither DOCX nor OFD; unpack it and parse the files in it.")

    static func archiveLimit(_ reason: String, _ english: String) -> ReadingError {
        ReadingError(
            .archiveLimit, "压缩包\(reason)，可能有害，没有解析。", "The archive may be harmful and was not parsed: \(english).")
    }
}
