/// Ways to damage a notice. Each gives the damaged texts of one source; the same seed gives the same texts.
enum Mutation: String, CaseIterable, Sendable {
    case lineRemoved, lineDoubled, lineCut, lineEndsRemoved, lineEndsChanged, widthChanged, truncated, spaceDoubled
    case bracketsRemoved, linesReversed

    /// Damaged texts: of changes that concern one line, at most `sample`.
    func texts(of text: String, sample: Int, random: inout SplitMix64) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        switch self {
        case .lineRemoved: return changes(lines, sample, &random) { _ in [] }
        case .lineDoubled: return changes(lines, sample, &random) { [$0, $0] }
        case .lineCut:
            return changes(lines, sample, &random) { line in
                let scalars = Array(line.unicodeScalars)
                let half = scalars.count / 2
                return [Self.string(scalars[..<half]), Self.string(scalars[half...])]
            }
        case .lineEndsRemoved: return [lines.joined(), lines.joined(separator: " ")]
        case .lineEndsChanged: return ["\r\n", "\r", "\u{2028}", "\u{C}", "\n\n"].map { lines.joined(separator: $0) }
        case .widthChanged: return [map(text, Self.halfWidth), map(text, Self.fullWidth)]
        case .truncated: return truncations(text, sample, &random)
        case .spaceDoubled:
            return [Self.string(text.unicodeScalars.flatMap { $0.properties.isWhitespace ? [$0, $0] : [$0] })]
        case .bracketsRemoved:
            return (0..<4).map { _ in
                Self.string(
                    text.unicodeScalars.filter { !"（）()《》“”〔〕".unicodeScalars.contains($0) || random.next() % 2 == 0 })
            }
        case .linesReversed: return [lines.reversed().joined(separator: "\n")]
        }
    }

    private func changes(
        _ lines: [String], _ sample: Int, _ random: inout SplitMix64, _ change: (String) -> [String]
    ) -> [String] {
        let all = lines.indices.filter { !lines[$0].isEmpty }
        let chosen = all.count <= sample ? all : Array(all.shuffled(using: &random).prefix(sample))
        return chosen.sorted().map { index in
            (lines[..<index] + change(lines[index]) + lines[(index + 1)...]).joined(separator: "\n")
        }
    }

    /// Cut off at every 97th byte, or at a sample of these; cuts inside a character are made good by the decoder.
    private func truncations(_ text: String, _ sample: Int, _ random: inout SplitMix64) -> [String] {
        let bytes = Array(text.utf8)
        let all = Array(stride(from: 97, to: bytes.count, by: 97))
        let chosen = all.count <= sample ? all : Array(all.shuffled(using: &random).prefix(sample))
        return chosen.map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }

    /// Bytes changed at random, about one in `every`.
    static func flipped(_ bytes: [UInt8], every: Int, random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<max(1, bytes.count / every) where !bytes.isEmpty {
            bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
        }
        return bytes
    }

    // MARK: Width

    private static let pairs: [(Unicode.Scalar, Unicode.Scalar)] =
        Array(zip("（），：；．！？％０１２３４５６７８９".unicodeScalars, "(),:;.!?%0123456789".unicodeScalars))
    private static let halfWidth = Dictionary(uniqueKeysWithValues: pairs)
    private static let fullWidth = Dictionary(uniqueKeysWithValues: pairs.map { ($1, $0) })

    private func map(_ text: String, _ table: [Unicode.Scalar: Unicode.Scalar]) -> String {
        Self.string(text.unicodeScalars.map { table[$0] ?? $0 })
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
