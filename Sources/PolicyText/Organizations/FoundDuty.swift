/// A duty as it was found: spans of the reading text, before names and ranges are made.
struct FoundDuty {
    var form: Responsibility.Form
    /// The bracket, label run or clause; it may cross passages.
    var span: Range<Int>
    var clause: DutyClause
    /// The unit that owns it; `nil` for the owner of ``span``.
    var unit: Int?
    /// The cell texts of a row of a table, in place of spans.
    var row: TableRow?

    /// Names that stand in cells of a table; a class, because few duties have one and all would be larger by it.
    final class TableRow {
        var text = ""
        var range: SourceRange
        var deadline: String?
        var assignments: [Assignment] = []

        init(range: SourceRange) { self.range = range }
    }
}
