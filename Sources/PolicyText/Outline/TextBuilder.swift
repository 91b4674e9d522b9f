/// Makes strings of runs of tokens: layout space and furniture left out, with the map back to the source.
struct TextBuilder {
    let text: TokenText

    /// The text of a run, and its pieces when it is not one slice of the source.
    func text(of run: TextRun) -> (String, [SourcePiece]) {
        if run.isPlain { return (slice(run.start, run.stop), []) }
        var pieces: [SourcePiece] = []
        var size = 0
        var start = run.start
        var position = run.start
        var hasJoint = false
        var index = run.first
        while true {
            index = text.other(from: index, to: run.end)
            guard index < run.end else { break }
            let token = text.tokens[index]
            index += 1
            switch token.role {
            case .joint:
                // One byte of the line end shows as a space.
                hasJoint = true
                if token.byteCount == 1 { continue }
                position = token.start + 1
            default: position = max(token.start, run.start)
            }
            if position > start {
                add(start, position, to: &pieces)
                size += position - start
            }
            start = token.end
        }
        if pieces.isEmpty, start == run.start, !hasJoint {
            return (slice(run.start, run.stop), [])
        }
        if start < run.stop {
            add(start, run.stop, to: &pieces)
            size += run.stop - start
        }
        return (join(pieces, size, hasJoint), pieces)
    }

    /// The bytes of a range as they stand.
    func slice(_ start: Int, _ stop: Int) -> String {
        guard start < stop else { return "" }
        return string(UnsafeBufferPointer(rebasing: text.bytes[start..<stop]))
    }

    /// A string of bytes that were cut out of the source at the borders of characters.
    ///
    /// The source is well-formed, so that only the first byte needs a look: validation costs more than the copy.
    func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard let first = bytes.first, first & 0xC0 != 0x80, endsWhole(bytes) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(copying: UTF8Span(unchecked: bytes.span))
    }

    /// Whether the last character has all its bytes.
    private func endsWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = bytes.count - 1
        while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        let length =
            switch bytes[index] {
            case ..<0x80: 1
            case ..<0xE0: 2
            case ..<0xF0: 3
            default: 4
            }
        return index + length == bytes.count
    }

    /// Text without any white space: titles, names, numbers.
    func squashed(_ first: Int, _ end: Int, from start: Int = 0, to stop: Int = .max) -> String {
        guard first < end else { return "" }
        let capacity = max(0, min(stop, text.tokens[end - 1].end) - max(start, text.tokens[first].start))
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
            var count = 0
            for index in first..<end {
                let token = text.tokens[index]
                guard token.role == .text, token.kind != .whitespace, token.kind != .lineEnd, token.start < stop else {
                    continue
                }
                count = copy(max(start, token.start)..<min(stop, token.end), to: buffer, at: count)
            }
            return string(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Copies bytes of the source; returns the position behind them.
    private func copy(_ range: Range<Int>, to buffer: UnsafeMutableBufferPointer<UInt8>, at position: Int) -> Int {
        UnsafeMutableBufferPointer(rebasing: buffer[position...])
            .update(fromContentsOf: UnsafeBufferPointer(rebasing: text.bytes[range])) + position
    }

    /// Adds a piece, or lengthens the last one when it touches it.
    @inline(__always)
    private func add(_ start: Int, _ end: Int, to pieces: inout [SourcePiece]) {
        if let last = pieces.last, last.end == start {
            pieces[pieces.count - 1] = SourcePiece(start: last.start, end: end)
        } else {
            if pieces.isEmpty { pieces.reserveCapacity(4) }
            pieces.append(SourcePiece(start: start, end: end))
        }
    }

    private func join(_ pieces: [SourcePiece], _ size: Int, _ hasJoint: Bool) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { buffer in
            var count = 0
            for piece in pieces { count = copy(piece.start..<piece.end, to: buffer, at: count) }
            if hasJoint {
                for index in buffer.indices where buffer[index] == 0x0A || buffer[index] == 0x0D {
                    buffer[index] = 0x20
                }
            }
            return string(UnsafeBufferPointer(buffer))
        }
    }
}
