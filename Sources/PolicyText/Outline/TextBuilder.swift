/// Makes strings of runs of tokens: layout space and furniture left out, with the map back to the source.
struct TextBuilder {
    let text: TokenText

    /// The text of a run, and its pieces when it is not one slice of the source.
    func text(of run: TextRun) -> (String, [SourcePiece]) {
        if run.isPlain { return (slice(run.start, run.stop), []) }
        return withUnsafeTemporaryAllocation(of: SourcePiece.self, capacity: Self.usualPieces) { buffer in
            var pieces = Pieces(first: buffer, start: run.start)
            var index = run.first
            while true {
                index = text.other(from: index, to: run.end)
                guard index < run.end else { break }
                pieces.cut(text.tokens[index])
                index += 1
            }
            if pieces.isWhole { return (slice(run.start, run.stop), []) }
            pieces.end(at: run.stop)
            return (join(pieces), pieces.array)
        }
    }

    /// The pieces of all but long paragraphs, which are gathered on the stack.
    private static let usualPieces = 96

    /// What is left of a run when tokens are taken out, gathered in order.
    private struct Pieces {
        private let first: UnsafeMutableBufferPointer<SourcePiece>
        private var count = 0
        /// Those that `first` has no room for.
        private var rest: [SourcePiece] = []
        /// Where the piece begins that is not ended yet, and the run.
        private var start: Int
        private let runStart: Int
        private(set) var hasJoint = false
        /// The bytes of all pieces.
        private(set) var size = 0

        init(first: UnsafeMutableBufferPointer<SourcePiece>, start: Int) {
            self.first = first
            self.start = start
            runStart = start
        }

        /// Whether nothing was taken out.
        var isWhole: Bool { count == 0 && start == runStart && !hasJoint }

        var array: [SourcePiece] { Array(first[..<count]) + rest }

        /// Takes a token out of the text, or a line end but for the byte that shows as a space.
        @inline(__always)
        mutating func cut(_ token: Token) {
            var position = max(token.start, runStart)
            if token.role == .joint {
                hasJoint = true
                if token.byteCount == 1 { return }
                position = token.start + 1
            }
            end(at: position)
            start = token.end
        }

        /// Ends the piece, if it holds anything; one that touches the last piece lengthens it.
        @inline(__always)
        mutating func end(at end: Int) {
            guard start < end else { return }
            size += end - start
            if count < first.count {
                if count > 0, first[count - 1].end == start {
                    first[count - 1] = SourcePiece(start: first[count - 1].start, end: end)
                } else {
                    first.initializeElement(at: count, to: SourcePiece(start: start, end: end))
                    count += 1
                }
            } else {
                add(start, end)
            }
        }

        private mutating func add(_ start: Int, _ end: Int) {
            let last = rest.last ?? first[count - 1]
            guard last.end == start else { return rest.append(SourcePiece(start: start, end: end)) }
            let longer = SourcePiece(start: last.start, end: end)
            if rest.isEmpty { first[count - 1] = longer } else { rest[rest.count - 1] = longer }
        }

        /// Hands over the pieces, in order.
        func visit(_ body: (SourcePiece) -> Void) {
            for piece in first[..<count] { body(piece) }
            for piece in rest { body(piece) }
        }
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
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity + TokenText.copyRoom) { buffer in
            var count = 0
            for index in first..<end {
                let token = text.tokens[index]
                guard token.role == .text, token.kind != .whitespace, token.kind != .lineEnd, token.start < stop else {
                    continue
                }
                count += text.copy(
                    max(start, token.start), min(stop, token.end), to: buffer.baseAddress.map { $0 + count })
            }
            return string(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private func join(_ pieces: Pieces) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: pieces.size + TokenText.copyRoom) { buffer in
            guard let target = buffer.baseAddress else { return "" }
            var count = 0
            pieces.visit { count += text.copy($0.start, $0.end, to: target + count) }
            if pieces.hasJoint {
                for index in 0..<count where buffer[index] == 0x0A || buffer[index] == 0x0D { buffer[index] = 0x20 }
            }
            return string(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
