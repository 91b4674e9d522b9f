/// An encoding that sources come in. Raw values are IANA names.
public enum TextEncoding: String, Sendable, Hashable, Codable, CaseIterable {
    /// The encoding that all offsets count in.
    case utf8 = "UTF-8"
    /// UTF-16, the low byte first.
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16, the high byte first.
    case utf16BigEndian = "UTF-16BE"
    /// Also read for GBK, GB 2312 and code page 936, which it contains.
    case gb18030 = "GB18030"
    /// With the Hong Kong supplement (Big5-HKSCS).
    case big5 = "Big5"

    /// The encoding that a label means, as it stands in an HTTP header, an HTML page or a command line.
    ///
    /// Upper and lower case, `-`, `_` and spaces make no difference. Labels without a byte order (`UTF-16`) mean little
    /// endian, as in the WHATWG Encoding Standard. `nil` for a label of no encoding that this library reads.
    public init?(label: String) {
        let key = String(
            decoding: label.utf8.lazy.filter { $0 > 0x20 && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
                .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        guard let found = TextEncoding.allCases.first(where: { $0.labels.contains(key) }) else { return nil }
        self = found
    }

    /// Lower-case labels without separators: WHATWG's, IANA's, Windows' and Python's names.
    private var labels: [String] {
        switch self {
        case .utf8: ["utf8", "utf8sig", "utf8bom", "unicode11utf8", "xunicode20utf8", "cp65001", "65001"]
        case .utf16LittleEndian:
            [
                "utf16le", "utf16", "ucs2", "ucs2le", "unicode", "unicodefeff", "iso10646ucs2", "csunicode", "cp1200",
                "1200",
            ]
        case .utf16BigEndian: ["utf16be", "ucs2be", "unicodefffe", "cp1201", "1201"]
        case .gb18030:
            [
                "gb18030", "gb180302000", "gb180302005", "gb180302022", "gbk", "xgbk", "gb2312", "gb231280", "csgb2312",
                "csgb231280", "csiso58gb231280", "isoir58", "chinese", "euccn", "cp936", "ms936", "windows936", "936",
                "cp54936", "windows54936", "54936",
            ]
        case .big5:
            [
                "big5", "big5hkscs", "big5eten", "cnbig5", "csbig5", "xxbig5", "xbig5", "cp950", "ms950", "windows950",
                "950",
            ]
        }
    }

    /// ICU's converters, best first; empty for UTF-8, which never passes through ICU.
    ///
    /// Big5 has two readings that agree on everything but vendor rows: the one that decodes more of a text is taken.
    var converters: [String] {
        switch self {
        case .utf8: []
        case .utf16LittleEndian: ["UTF-16LE"]
        case .utf16BigEndian: ["UTF-16BE"]
        case .gb18030: ["gb18030"]
        case .big5: ["Big5-HKSCS", "windows-950-2000"]
        }
    }
}
