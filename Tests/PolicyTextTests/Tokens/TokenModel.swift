@testable import PolicyText

/// Tokens and landmarks the plainest way: character by character, with nothing but the table of kinds.
struct TokenModel {
    struct Cut: Equatable {
        var kind: TokenKind
        var start: Int
        var end: Int
    }

    static func tokens(of text: String) -> [Cut] {
        var cuts: [Cut] = []
        var offset = 0
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            let kind = kind(of: scalar)
            if let cut = cuts.last, goesOn(scalar, kind, with: cut.kind, last) {
                cuts[cuts.count - 1].end += length
            } else {
                cuts.append(Cut(kind: kind, start: offset, end: offset + length))
            }
            offset += length
            last = scalar
        }
        return cuts
    }

    private static func kind(of scalar: Unicode.Scalar) -> TokenKind {
        switch scalar.value {
        case ..<0x10000: TokenKind.allCases[Int(CharacterClass.table[Int(scalar.value)])]
        case 0x1F000...0x1FAFF: .symbol
        case 0x20000...0x3FFFF: .han
        default: .privateUse
        }
    }

    private static func goesOn(
        _ scalar: Unicode.Scalar, _ kind: TokenKind, with token: TokenKind, _ last: Unicode.Scalar?
    ) -> Bool {
        if token == .hanNumeral, scalar == "○" { return true }
        if last == "\r", scalar == "\n" { return true }
        guard kind == token else { return false }
        switch kind {
        case .han, .hanNumeral, .latin, .digits, .dash, .whitespace, .control, .privateUse, .replacement, .other:
            return true
        case .markdown: return scalar == last
        default: return false
        }
    }

    private(set) var lines: [String] = []
    private(set) var hanBytes = 0
    private(set) var brackets: [Int] = []
    private(set) var years: [Int] = []

    init(_ tokens: [Token], _ bytes: [UInt8]) {
        var width = 0
        var spaces = 0
        for (index, token) in tokens.enumerated() {
            if token.kind == .han || token.kind == .hanNumeral { hanBytes += token.byteCount }
            if bytes[token.start..<token.end].elementsEqual("年".utf8) { years.append(index) }
            switch token.kind {
            case .lineEnd, .pageBreak:
                lines.append("\(index) \(width) \(spaces)")
                (width, spaces) = (0, 0)
                continue
            case .whitespace: spaces += 1
            case .control: break
            case .han, .hanNumeral: width += token.byteCount / 3 * 2
            case .openBracket, .closeBracket, .openTitle, .closeTitle, .openQuote, .closeQuote:
                brackets.append(index)
                width += Self.width(token, bytes)
            default: width += Self.width(token, bytes)
            }
        }
        if tokens.last.map({ $0.kind != .lineEnd && $0.kind != .pageBreak }) ?? false {
            lines.append("\(tokens.count) \(width) \(spaces)")
        }
    }

    private static func width(_ token: Token, _ bytes: [UInt8]) -> Int {
        bytes[token.start] < 0x80 ? token.byteCount : (token.byteCount + 2) / 3 * 2
    }
}
