import CICUBridge

@testable import PolicyText

/// Byte tables of the source tests, written as hexadecimal so that no decoder under test makes its own fixtures.
enum SourceFixture {
    static func bytes(_ hex: String) -> [UInt8] {
        hex.split(whereSeparator: \.isWhitespace).map { UInt8($0, radix: 16)! }
    }

    static let simplified = "各市、县人民政府：\n现将《工作方案》印发给你们，请认真贯彻执行。"
    static let simplifiedGB18030 = bytes(
        """
        B8 F7 CA D0 A1 A2 CF D8 C8 CB C3 F1 D5 FE B8 AE A3 BA 0A CF D6 BD AB A1 B6 B9 A4 D7 F7 B7 BD B0 B8 A1 B7
        D3 A1 B7 A2 B8 F8 C4 E3 C3 C7 A3 AC C7 EB C8 CF D5 E6 B9 E1 B3 B9 D6 B4 D0 D0 A1 A3
        """)

    static let traditional = "行政院關於加強公共服務的通知，請各機關遵照辦理。"
    static let traditionalBig5 = bytes(
        """
        A6 E6 AC 46 B0 7C C3 F6 A9 F3 A5 5B B1 6A A4 BD A6 40 AA 41 B0 C8 AA BA B3 71 AA BE A1 41 BD D0 A6 55 BE F7
        C3 F6 BF ED B7 D3 BF EC B2 7A A1 43
        """)

    static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            bigEndian
                ? [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }

    /// Bytes of an ICU encoder; `nil` where a character has no code.
    static func encode(_ text: String, converter: String) -> [UInt8]? {
        let utf8 = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: utf8.count * 4 + 16)
        let count = cicu_encode(converter, utf8, Int32(utf8.count), &output, Int32(output.count))
        return count < 0 ? nil : Array(output[..<Int(count)])
    }
}

extension SourceText {
    var text: String { String(decoding: utf8, as: UTF8.self) }
    var rules: [Diagnostic.Rule] { diagnostics.map(\.rule) }
    func diagnostic(_ rule: Diagnostic.Rule) -> Diagnostic? { diagnostics.first { $0.rule == rule } }
}

/// SplitMix64: the same numbers on every run.
struct SourceRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
