/// Makes the model's tables.
struct TableAssembler {
    let source: SourceText
    let text: TokenText
    let builder: TextBuilder

    func table(_ flat: FlatTable, in span: ParagraphSpan) -> Table {
        let title = flat.title.isEmpty ? nil : builder.squashed(flat.title.lowerBound, flat.title.upperBound)
        let rows = flat.rows.map { row in row.map { cell($0) } }
        return Table(title: title, rows: rows, headerRows: flat.headerRows, range: source.range(span.start..<span.stop))
    }

    private func cell(_ cell: FlatTable.Cell) -> TableCell {
        guard cell.first < cell.end else {
            let offset = cell.first < text.count ? text.tokens[cell.first].start : text.bytes.count
            return TableCell(
                text: "", rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, range: source.range(offset..<offset))
        }
        let start = text.tokens[cell.first].start
        let stop = text.tokens[cell.end - 1].end
        return TableCell(
            text: builder.squashed(cell.first, cell.end), rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
            range: source.range(start..<stop))
    }
}
