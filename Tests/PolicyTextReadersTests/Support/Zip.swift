/// Writes small ZIP archives (APPNOTE.TXT 6.3.9): stored entries, and one kind of deflated ones.
struct Zip {
    private struct Entry {
        var name: String
        var data: [UInt8]
        var size: Int
        var sum: UInt32
        var isDeflated: Bool
    }

    private var entries: [Entry] = []
    /// Sets the flag of encrypted entries; their data is not.
    var isEncrypted = false

    init(_ files: [String: [UInt8]]) {
        for (name, data) in files.sorted(by: { $0.key < $1.key }) {
            entries.append(Entry(name: name, data: data, size: data.count, sum: Self.sum(data), isDeflated: false))
        }
    }

    /// An entry of zeros, each 258 of them in 13 bits.
    static func bomb(_ name: String, megabytes: Int) -> Zip {
        var bits = Bits()
        // One block, fixed codes; a zero, then copies of 258 bytes at distance 1.
        bits.add(0b011, 3)
        bits.addCode(0x30, 8)
        let copies = megabytes << 20 / 258
        for _ in 0..<copies {
            bits.addCode(0b1100_0101, 8)
            bits.addCode(0, 5)
        }
        bits.addCode(0, 7)
        var zip = Zip([:])
        let size = 1 + copies * 258
        zip.entries = [
            Entry(
                name: name, data: bits.bytes, size: size, sum: Self.sum(repeatElement(0, count: size)), isDeflated: true
            )
        ]
        return zip
    }

    mutating func append(_ other: Zip) { entries += other.entries }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = bytes.count
            let fields =
                number(20, 2) + number(isEncrypted ? 1 : 0, 2) + number(entry.isDeflated ? 8 : 0, 2) + number(0, 4)
                + number(Int(entry.sum), 4) + number(entry.data.count, 4) + number(entry.size, 4)
                + number(entry.name.utf8.count, 2) + number(0, 2)
            bytes += number(0x0403_4B50, 4) + fields + entry.name.utf8 + entry.data
            directory +=
                number(0x0201_4B50, 4) + number(20, 2) + fields + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 4) + number(offset, 4) + entry.name.utf8
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
            + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
        return bytes + directory + end
    }

    private func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// CRC-32 (ISO 3309).
    private static func sum(_ data: some Sequence<UInt8>) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in data {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private struct Bits {
        private(set) var bytes: [UInt8] = []
        private var count = 0

        mutating func add(_ value: Int, _ length: Int) {
            for place in 0..<length {
                if count % 8 == 0 { bytes.append(0) }
                bytes[bytes.count - 1] |= UInt8(value >> place & 1) << UInt8(count % 8)
                count += 1
            }
        }

        /// Huffman codes begin with their highest bit.
        mutating func addCode(_ value: Int, _ length: Int) {
            for place in (0..<length).reversed() { add(value >> place & 1, 1) }
        }
    }
}
