/// Brings numbers back to the dots that they were torn from.
///
/// Where a font has no Unicode for its numbered dot, the extraction of a PDF leaves U+FFFD for the dot and puts the
/// number on a line of its own, above or below: `１` and `� 做大做强…`.
struct DisplacedNumbers {
    let text: TokenText

    /// Ties each dot to its number (as its partner) and takes the number's line out of the text.
    func bind(_ lines: Lines) {
        for index in lines.indices where lines[index].opening == .replacement && lines[index].isInk {
            let first = lines[index].first
            guard text.tokens[first].byteCount == 3 else { continue }
            guard let line = neighbour(of: index, -1, lines) ?? neighbour(of: index, 1, lines) else { continue }
            text.tokens[first].partnerIndex = Int32(lines[line].first)
            for token in lines[line].tokenStart..<lines[line].tokenEnd { text.setRole(token, .layoutSpace) }
            // Furniture, until a marker claims it: a number must not get lost when its dot is no marker in the end.
            text.setRole(lines[line].first, .decoration)
            lines[line].isFurniture = true
        }
    }

    /// The next line of ink in a direction, when it is a number and nothing else.
    private func neighbour(of index: Int, _ step: Int, _ lines: Lines) -> Int? {
        var line = index + step
        while lines.indices.contains(line), !lines[line].isInk { line += step }
        guard lines.indices.contains(line), lines[line].end - lines[line].first == 1 else { return nil }
        let token = lines[line].first
        guard text.kind(token) == .digits, text.digitCount(token) <= MarkerScanner.digitLimit,
            text.number(token) ?? 0 >= 1
        else { return nil }
        return line
    }
}
