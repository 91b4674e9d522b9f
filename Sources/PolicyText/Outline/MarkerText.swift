extension TextBuilder {
    /// A marker as the contract writes it: full-width brackets, half-width digits, no white space, repairs applied.
    func markerText(_ candidate: MarkerCandidate) -> String {
        let start = candidate.displaced?.lowerBound ?? candidate.start
        if candidate.displaced == nil, isNormal(start, candidate.end) { return slice(start, candidate.end) }
        guard (candidate.displaced?.upperBound ?? candidate.end) - start <= Self.shortMarker else {
            var bytes: [UInt8] = []
            writeMarker(candidate) { bytes.append($0) }
            return String(decoding: bytes, as: UTF8.self)
        }
        // Every section has one: on the stack.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.shortMarker * Self.growth + 1) { buffer in
            var count = 0
            writeMarker(candidate) {
                buffer[count] = $0
                count += 1
            }
            return string(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Whether the bytes are as the contract wants them: Han, half-width digits, （）、， and a dot.
    private func isNormal(_ start: Int, _ end: Int) -> Bool {
        var position = start
        while position < end {
            switch text.bytes[position] {
            case 0x30...0x39, 0x2E: position += 1
            case 0xE4...0xE9: position += 3
            case 0xE3 where text.has("、", at: position): position += 3
            case 0xEF where text.has("（", at: position) || text.has("）", at: position) || text.has("，", at: position):
                position += 3
            default: return false
            }
        }
        return position == end
    }

    /// The bytes of all markers but odd ones.
    private static var shortMarker: Int { 24 }
    /// How many bytes one byte may become: a letter stands for a number of up to twenty digits.
    private static var growth: Int { 20 }

    @inline(__always)
    private func writeMarker(_ candidate: MarkerCandidate, _ put: (UInt8) -> Void) {
        if let displaced = candidate.displaced {
            write(displaced.lowerBound, displaced.upperBound, put)
            put(0x2E)
            return
        }
        var index = candidate.token
        while index < text.count, text.tokens[index].start < candidate.end {
            let token = text.tokens[index]
            index += 1
            guard token.role == .text, token.kind != .whitespace, token.kind != .lineEnd else { continue }
            switch token.kind {
            case .openBracket: write("（", put)
            case .closeBracket: write("）", put)
            case .dot, .replacement, .privateUse: put(0x2E)
            case .comma: write("，", put)
            case .enumerationComma: write("、", put)
            case .latin where candidate.isRepaired:
                for byte in String(candidate.ordinal).utf8 { put(byte) }
            default: write(max(token.start, candidate.start), min(token.end, candidate.end), put)
            }
        }
    }

    @inline(__always)
    private func write(_ sign: StaticString, _ put: (UInt8) -> Void) {
        for place in 0..<sign.utf8CodeUnitCount { put(sign.utf8Start[place]) }
    }

    /// Full-width letters and digits become half-width.
    private func write(_ start: Int, _ end: Int, _ put: (UInt8) -> Void) {
        var position = start
        while position < end {
            let byte = text.bytes[position]
            if byte == 0xEF, position + 2 < end, text.bytes[position + 1] == 0xBC,
                (0x90...0xBF).contains(text.bytes[position + 2])
            {
                put(text.bytes[position + 2] - 0x60)
                position += 3
            } else if byte == 0xEF, position + 2 < end, text.bytes[position + 1] == 0xBD,
                (0x81...0x9A).contains(text.bytes[position + 2])
            {
                put(text.bytes[position + 2] - 0x20)
                position += 3
            } else {
                put(byte)
                position += 1
            }
        }
    }
}
