/// Divides the inside of a bracket, or a list, at its punctuation: into sentences, and these into segments.
///
/// Pieces come one by one: an array for each sentence was dearer than reading it.
struct ClausePieces {
    let text: TextBytes

    /// A sentence or segment without white space at its ends, and what was seen on the way.
    struct Piece {
        var span: Range<Int>
        var hasColon = false
        /// Whether 牵 occurs.
        var hasLead = false
    }

    private enum Mark { case none, open, close, colon, comma, stop, space }

    /// The next piece that 。 or ； ends outside brackets, or `nil`; the offset moves behind it.
    func sentence(from offset: inout Int, before end: Int) -> Piece? {
        piece(from: &offset, before: end) { mark, _ in mark == .stop }
    }

    /// The next piece that ， ends outside brackets, or white space where the caller says so, or `nil`.
    func segment(from offset: inout Int, before end: Int, dividesAtSpace: (Int) -> Bool) -> Piece? {
        piece(from: &offset, before: end) { mark, place in mark == .comma || mark == .space && dividesAtSpace(place) }
    }

    @inline(__always)
    private func piece(from offset: inout Int, before end: Int, _ isBorder: (Mark, Int) -> Bool) -> Piece? {
        while offset < end {
            var piece = Piece(span: offset..<offset)
            let start = offset
            let stop = border(from: &offset, before: end, &piece, isBorder)
            piece.span = text.trimmed(start..<stop)
            if !piece.span.isEmpty { return piece }
        }
        return nil
    }

    /// Where the piece ends; the offset moves behind the border.
    @inline(__always)
    private func border(
        from offset: inout Int, before end: Int, _ piece: inout Piece, _ isBorder: (Mark, Int) -> Bool
    ) -> Int {
        var depth = 0
        while offset < end {
            let place = offset
            let byte = text.bytes[place]
            if byte >= 0xE4, byte <= 0xE9 {
                if byte == 0xE7, text.code(at: place) == 0xE789B5 { piece.hasLead = true }
                offset += 3
                continue
            }
            offset += text.width(at: place)
            let mark = mark(at: place, before: end)
            switch mark {
            case .none: continue
            case .open: depth += 1
            case .close: depth = max(0, depth - 1)
            case .colon: piece.hasColon = true
            case .comma, .stop, .space: if depth == 0, isBorder(mark, place) { return place }
            }
        }
        return end
    }

    @inline(__always)
    private func mark(at offset: Int, before end: Int) -> Mark {
        switch text.bytes[offset] {
        case 0x28: return .open
        case 0x29: return .close
        case 0x2C: return .comma
        case 0x3A: return .colon
        case 0x3B: return .stop
        case 0xE3, 0xEF:
            switch text.code(at: offset) {
            case 0xEFBC88, 0xE38094: return .open
            case 0xEFBC89, 0xE38095: return .close
            case 0xEFBC8C: return .comma
            case 0xEFBC9A: return .colon
            case 0xE38082, 0xEFBC9B: return .stop
            case 0xE38080: return .space
            default: return .none
            }
        default: return text.spaceWidth(at: offset, before: end) == nil ? .none : .space
        }
    }
}
