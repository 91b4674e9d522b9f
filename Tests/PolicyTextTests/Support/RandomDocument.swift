import PolicyText

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every platform.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Makes documents that keep to the contract but make little sense; the same seed makes the same document.
struct RandomDocument {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func document() -> Document {
        Document(
            source: SourceDescription(
                name: optional { $0.text() }, format: "text", reader: optional { "r" + $0.text() },
                bodyRule: optional { "b" + $0.text() }, encoding: pick(["UTF-8", "GB18030"]),
                byteOrderMark: coin(), byteCount: integer(0...Int.max),
                sha256: String((0..<64).map { _ in pick(Array("0123456789abcdef")) })),
            metadata: metadata(),
            parts: (1..<integer(1...4)).map { part(number: $0) },
            responsibilities: list { $0.responsibility() },
            targets: list { $0.target() },
            quantities: list { $0.quantity() },
            diagnostics: list { $0.diagnostic() },
            furniture: list { Furniture(kind: $0.pick(Furniture.Kind.allCases), range: $0.range()) },
            coverage: pick([0, 1, 0.5, Double.random(in: 0...1, using: &random)]),
            layout: list {
                LayoutBlock(
                    kind: $0.pick(LayoutBlock.Kind.allCases), alignment: $0.optional { $0.pick([.center, .end]) },
                    path: $0.optional { $0.text() }, range: $0.range())
            })
    }

    /// Text with what writers and readers of JSON stumble over.
    mutating func text() -> String {
        (0..<integer(0...pick([0, 1, 3, 40]))).map { _ in pick(Self.oddities) }.joined()
    }

    static let oddities = [
        "知识产权", "。", "a", " ", "\"", "\\", "\\\"", "/", "\n", "\r\n", "\t", "\u{8}", "\u{C}", "\u{0}", "\u{1}",
        "\u{1F}",
        "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{3000}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}",
        "\u{10FFFF}",
        "\u{E000}", "\u{F900}", "豈", "\u{301}", "e\u{301}", "é", "👨‍👩‍👧‍👦", "🇨🇳", "𠮷", "</script>", "\\u0041",
        "0123456789abcdef",
        "到2017年底，全省有效发明专利量超过16万件，其中每万人口发明专利拥有量达到15件",
    ]

    // MARK: Choices

    mutating func integer(_ bounds: ClosedRange<Int>) -> Int { Int.random(in: bounds, using: &random) }
    mutating func coin() -> Bool { Bool.random(using: &random) }
    mutating func pick<Element>(_ choices: [Element]) -> Element { choices.randomElement(using: &random)! }

    mutating func optional<Value>(_ make: (inout Self) -> Value) -> Value? { coin() ? make(&self) : nil }

    mutating func list<Element>(_ make: (inout Self) -> Element) -> [Element] {
        (0..<pick([0, 1, 2, 5])).map { _ in make(&self) }
    }

    mutating func finite() -> Double {
        let value = Double(bitPattern: random.next())
        return value.isFinite ? value : 0
    }

    mutating func range() -> SourceRange {
        let most = pick([9, 99, 1000, 100_000, Int(UInt32.max)])
        let start = integer(0...most)
        return SourceRange(
            start: start, end: integer(start...most), line: integer(1...most), column: integer(1...most))
    }

    mutating func date() -> String { pick(["2015-09-24", "2021-09", "2025"]) }
}
