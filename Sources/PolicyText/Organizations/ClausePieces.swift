/// Divides the inside of a bracket, or a list, at its punctuation: into sentences, and these into segments.
///
/// Pieces come one by one: an array for each sentence was dearer than reading it.
struct ClausePieces {
    let text: TextBytes
    let marks: ClauseMarks

    /// A sentence or segment without white space at its ends, and what was seen on the way.
    struct Piece {
        var span: Range<Int>
        var hasColon = false
        /// Whether 牵 occurs.
        var hasLead = false
    }

    /// The next piece that 。 or ； ends outside brackets, or `nil`; the offset moves behind it.
    @inline(__always)
    func sentence(from offset: inout Int, before end: Int) -> Piece? {
        piece(from: &offset, before: end) { kinds, _ in !kinds.isDisjoint(with: [.stop, .semicolon]) }
    }

    /// The next piece that ， ends outside brackets, or white space where the caller says so, or `nil`.
    @inline(__always)
    func segment(from offset: inout Int, before end: Int, dividesAtSpace: (Int) -> Bool) -> Piece? {
        piece(from: &offset, before: end) { kinds, place in
            kinds.contains(.comma) || kinds.contains(.space) && dividesAtSpace(place)
        }
    }

    @inline(__always)
    private func piece(
        from offset: inout Int, before end: Int, _ isBorder: (ClauseMarks.Kinds, Int) -> Bool
    ) -> Piece? {
        var mark = marks.first(from: offset)
        while offset < end {
            var piece = Piece(span: offset..<offset)
            let start = offset
            var depth = 0
            var stop = end
            offset = end
            while mark < marks.count, marks[mark].place < end {
                let (kinds, place) = (marks[mark].kinds, marks[mark].place)
                mark += 1
                if !kinds.isDisjoint(with: .brackets) {
                    depth = kinds.contains(.open) ? depth + 1 : max(0, depth - 1)
                } else if kinds.contains(.colon) {
                    piece.hasColon = true
                } else if kinds.contains(.lead) {
                    piece.hasLead = true
                } else if depth == 0, isBorder(kinds, place) {
                    stop = place
                    offset = place + text.width(at: place)
                    break
                }
            }
            piece.span = text.trimmed(start..<stop)
            if !piece.span.isEmpty { return piece }
        }
        return nil
    }
}
