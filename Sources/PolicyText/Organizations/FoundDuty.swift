/// A duty as it was found: spans of the reading text and ranges of the ``DutyStore``, before names and ranges are made.
struct FoundDuty {
    var form: Responsibility.Form
    /// The bracket, label run or clause; it may cross passages.
    var span: Range<Int>
    var clause: DutyClause
    /// The unit that owns it; `nil` for the owner of ``span``.
    var unit: Int?
    /// The row of a table, in place of spans, by its number among all; -1 for none.
    var row = -1

    /// Names that stand in cells of a table.
    struct TableRow {
        var text = ""
        var range: SourceRange
        var deadline: String?
        var assignments: [Assignment] = []
    }
}
