import PolicyText

/// A table for people: columns aligned by display width, long cells broken into several lines.
struct TextTable {
    private let headers: [String]
    private let limits: [Int]
    private var rows: [[[String]]] = []

    /// - Parameters:
    ///   - headers: The words above the columns.
    ///   - limits: The widest that each column may be, in display columns; the last one may be wider.
    init(headers: [String], limits: [Int]) {
        self.headers = headers
        self.limits = limits
    }

    /// Adds a row; cells are broken at 、 and between characters.
    mutating func add(_ cells: [String]) {
        rows.append(zip(cells, limits).map { broken(VisibleText.withoutControls($0), $1) })
    }

    var isEmpty: Bool { rows.isEmpty }

    func print(to output: OutputStream) throws(Failure) {
        let widths = self.widths
        try print(headers, widths, to: output)
        for row in rows {
            for line in 0..<(row.map(\.count).max() ?? 0) {
                try print(row.map { line < $0.count ? $0[line] : "" }, widths, to: output)
            }
        }
    }

    private func print(_ cells: [String], _ widths: [Int], to output: OutputStream) throws(Failure) {
        var line = ""
        for (index, cell) in cells.enumerated() where widths[index] > 0 {
            line += cell
            line += String(repeating: " ", count: widths[index] - DisplayWidth.columns(of: cell) + 2)
        }
        while line.last == " " { line.removeLast() }
        try output.write(line + "\n")
    }

    /// A column without any text has none.
    private var widths: [Int] {
        headers.indices.map { column in
            let cells = rows.flatMap { $0[column] }
            guard cells.contains(where: { !$0.isEmpty }) else { return 0 }
            return cells.reduce(DisplayWidth.columns(of: headers[column])) { max($0, DisplayWidth.columns(of: $1)) }
        }
    }

    /// Lines of at most `limit` columns, broken behind 、 ， ； where that leaves no line too short.
    private func broken(_ text: String, _ limit: Int) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var width = 0
        // Where the line can be broken: behind the last separator, with the width up to there.
        var pause: (count: Int, width: Int)?
        for scalar in text.unicodeScalars {
            let own = DisplayWidth.columns(of: scalar)
            if width + own > limit, !line.isEmpty {
                let count = pause.map { $0.width * 2 >= limit ? $0.count : line.count } ?? line.count
                lines.append(String(String.UnicodeScalarView(line.prefix(count))))
                line = String.UnicodeScalarView(line.dropFirst(count))
                width = DisplayWidth.columns(of: String(line))
                pause = nil
            }
            line.append(scalar)
            width += own
            if ["、", "，", "；"].contains(scalar) { pause = (line.count, width) }
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }
}
