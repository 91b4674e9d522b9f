/// Makes strings of runs of tokens: layout space and furniture left out, with the map back to the source.
struct TextBuilder {
    let text: TokenText

    /// The text of a run, and its pieces when it is not one slice of the source.
    func text(of run: TextRun) -> (String, [SourcePiece]) {
        var pieces: [SourcePiece] = []
        var size = 0
        var start = run.start
        var position = run.start
        var hasJoint = false
        for index in run.first..<run.end {
            let token = text.tokens[index]
            switch token.role {
            case .text: continue
            case .joint:
                // One byte of the line end shows as a space.
                hasJoint = true
                if token.byteCount == 1 { continue }
                position = token.start + 1
            default: position = max(token.start, run.start)
            }
            if position > start {
                pieces.append(SourcePiece(start: start, end: position))
                size += position - start
            }
            start = token.end
        }
        if pieces.isEmpty, start == run.start, !hasJoint {
            return (slice(run.start, run.stop), [])
        }
        if start < run.stop {
            pieces.append(SourcePiece(start: start, end: run.stop))
            size += run.stop - start
        }
        return (join(merge(pieces), size, hasJoint), merge(pieces))
    }

    /// The bytes of a range as they stand.
    func slice(_ start: Int, _ stop: Int) -> String {
        guard start < stop else { return "" }
        return String(decoding: UnsafeBufferPointer(rebasing: text.bytes[start..<stop]), as: UTF8.self)
    }

    /// Text without any white space: titles, names, numbers.
    func squashed(_ first: Int, _ end: Int, from start: Int = 0, to stop: Int = .max) -> String {
        var bytes: [UInt8] = []
        for index in first..<end {
            let token = text.tokens[index]
            guard token.role == .text, token.kind != .whitespace, token.kind != .lineEnd else { continue }
            bytes.append(contentsOf: text.bytes[max(start, token.start)..<min(stop, token.end)])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func merge(_ pieces: [SourcePiece]) -> [SourcePiece] {
        var merged: [SourcePiece] = []
        merged.reserveCapacity(pieces.count)
        for piece in pieces {
            if let last = merged.last, last.end == piece.start {
                merged[merged.count - 1] = SourcePiece(start: last.start, end: piece.end)
            } else {
                merged.append(piece)
            }
        }
        return merged
    }

    private func join(_ pieces: [SourcePiece], _ size: Int, _ hasJoint: Bool) -> String {
        String(unsafeUninitializedCapacity: size) { buffer in
            var count = 0
            for piece in pieces {
                for offset in piece.start..<piece.end {
                    let byte = text.bytes[offset]
                    buffer[count] = hasJoint && (byte == 0x0A || byte == 0x0D) ? 0x20 : byte
                    count += 1
                }
            }
            return count
        }
    }
}
