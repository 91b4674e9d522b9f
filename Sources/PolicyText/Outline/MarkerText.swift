extension TextBuilder {
    /// A marker as the contract writes it: full-width brackets, half-width digits, no white space, repairs applied.
    func markerText(_ candidate: MarkerCandidate) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(candidate.end - candidate.start + 8)
        if let displaced = candidate.displaced {
            append(displaced.lowerBound, displaced.upperBound, to: &bytes)
            bytes.append(0x2E)
            return String(decoding: bytes, as: UTF8.self)
        }
        var index = candidate.token
        while index < text.count, text.tokens[index].start < candidate.end {
            let token = text.tokens[index]
            index += 1
            guard token.role == .text, token.kind != .whitespace, token.kind != .lineEnd else { continue }
            switch token.kind {
            case .openBracket: append(0xEF, 0xBC, 0x88, to: &bytes)
            case .closeBracket: append(0xEF, 0xBC, 0x89, to: &bytes)
            case .dot, .replacement, .privateUse: bytes.append(0x2E)
            case .comma: append(0xEF, 0xBC, 0x8C, to: &bytes)
            case .enumerationComma: append(0xE3, 0x80, 0x81, to: &bytes)
            case .latin where candidate.isRepaired: bytes.append(contentsOf: String(candidate.ordinal).utf8)
            default: append(token.start, min(token.end, candidate.end), to: &bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(_ first: UInt8, _ second: UInt8, _ third: UInt8, to bytes: inout [UInt8]) {
        bytes.append(first)
        bytes.append(second)
        bytes.append(third)
    }

    /// Full-width letters and digits become half-width.
    private func append(_ start: Int, _ end: Int, to bytes: inout [UInt8]) {
        var position = start
        while position < end {
            let byte = text.bytes[position]
            if byte == 0xEF, position + 2 < end, text.bytes[position + 1] == 0xBC,
                (0x90...0xBF).contains(text.bytes[position + 2])
            {
                bytes.append(text.bytes[position + 2] - 0x60)
                position += 3
            } else if byte == 0xEF, position + 2 < end, text.bytes[position + 1] == 0xBD,
                (0x81...0x9A).contains(text.bytes[position + 2])
            {
                bytes.append(text.bytes[position + 2] - 0x20)
                position += 3
            } else {
                bytes.append(byte)
                position += 1
            }
        }
    }
}
