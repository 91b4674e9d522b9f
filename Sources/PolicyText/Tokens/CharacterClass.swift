import CTextScan

/// The token kind of every character of the Basic Multilingual Plane; `CTextScan` knows those of the planes above.
enum CharacterClass {
    /// One ``TokenKind`` raw value for every code point below U+10000.
    static let table: [UInt8] = makeTable()

    /// The table as the tokenizer looks kinds up in it.
    private static let kinds: [UInt8] = {
        let byteCount = MemoryLayout<ctextscan_kinds>.size
        return [UInt8](unsafeUninitializedCapacity: byteCount) { storage, count in
            storage.initialize(repeating: 0)
            table.withUnsafeBytes { UnsafeMutableRawBufferPointer(storage).copyMemory(from: $0) }
            storage.baseAddress?.withMemoryRebound(to: ctextscan_kinds.self, capacity: 1) { ctextscan_make_kinds($0) }
            count = byteCount
        }
    }()

    static func withKinds<Result>(_ body: (UnsafePointer<ctextscan_kinds>?) -> Result) -> Result {
        kinds.withUnsafeBytes { body($0.baseAddress?.assumingMemoryBound(to: ctextscan_kinds.self)) }
    }

    private static func makeTable() -> [UInt8] {
        var table = [UInt8](repeating: TokenKind.other.rawValue, count: 0x10000)
        for (kind, ranges) in ranges {
            for range in ranges {
                for codePoint in range { table[Int(codePoint)] = kind.rawValue }
            }
        }
        for (kind, characters) in characters {
            for scalar in characters.unicodeScalars where scalar.value < 0x10000 {
                table[Int(scalar.value)] = kind.rawValue
            }
        }
        return table
    }

    // Later rows win over earlier ones, and `characters` over `ranges`.
    private static let ranges: [(TokenKind, [ClosedRange<UInt32>])] = [
        (.control, [0x00...0x1F, 0x7F...0x9F]),
        (.symbol, [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA1...0xBF, 0xD7...0xD7, 0xF7...0xF7]),
        (.symbol, [0x2010...0x205E, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3030]),
        (.symbol, [0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65]),
        (.symbol, [0xFFE0...0xFFE6, 0xFFFC...0xFFFC, 0x3200...0x33FF]),
        (.latin, [0x41...0x5A, 0x61...0x7A, 0xAA...0xAA, 0xB5...0xB5, 0xBA...0xBA, 0xC0...0xD6, 0xD8...0xF6]),
        (.latin, [0xF8...0x24F, 0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1FFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A]),
        (.digits, [0x30...0x39, 0xFF10...0xFF19]),
        (.han, [0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3400...0x4DBF]),
        (.han, [0x4E00...0x9FFF, 0xF900...0xFAFF]),
        (.enclosedNumber, [0x2160...0x217F, 0x2460...0x249B, 0x24EA...0x24FF, 0x2776...0x2793]),
        (.enclosedNumber, [0x3220...0x3229, 0x3280...0x3289, 0x3251...0x325F, 0x32B1...0x32BF]),
        (.whitespace, [0x20...0x20, 0x09...0x09, 0xA0...0xA0, 0x00AD...0x00AD, 0x1680...0x1680, 0x180E...0x180E]),
        (.whitespace, [0x2000...0x200F, 0x202A...0x202F, 0x205F...0x2064, 0x3000...0x3000, 0xFEFF...0xFEFF]),
        (.whitespace, [0x3164...0x3164, 0xFFA0...0xFFA0, 0x2800...0x2800, 0xFE00...0xFE0F]),
        (.lineEnd, [0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029]),
        (.pageBreak, [0x0B...0x0C]),
        (.privateUse, [0xE000...0xF8FF]),
        (.replacement, [0xFFFD...0xFFFD]),
        (.dash, [0x2010...0x2015, 0x2500...0x2501]),
    ]

    private static let characters: [(TokenKind, String)] = [
        (.hanNumeral, "〇零一二三四五六七八九十百千万亿两廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸"),
        (.openBracket, "([{（［｛〔【〖﹙﹝"),
        (.closeBracket, ")]}）］｝〕】〗﹚﹞"),
        (.openTitle, "《〈«‹"),
        (.closeTitle, "》〉»›"),
        (.openQuote, "“‘「『"),
        (.closeQuote, "”’」』"),
        (.straightQuote, "\"'＂＇"),
        (.sentenceEnd, "。｡！？!?"),
        (.dot, ".．﹒"),
        (.comma, "，,﹐"),
        (.enumerationComma, "、､﹑"),
        (.semicolon, "；;﹔"),
        (.colon, "：:﹕"),
        (.dash, "-－−"),
        (.tilde, "~～〜∼"),
        (.ellipsis, "…⋯"),
        (.percent, "%％‰"),
        (.slash, "/／"),
        (.markdown, "*_`#|\\"),
        (.bullet, "•●○◎◆◇■□▲△▶►★☆※▪▫◦‣⁃"),
    ]
}
