import Testing

@testable import PolicyText

/// A small complete notice of an invented province around a text that gives duties, or gives none.
///
/// The text stands behind the heading of 一、（一）. Where it opens with a bracket, a sentence is put before it that the bracket
/// closes. All duties of the notice come from the text: nothing else in it gives one.
struct DutyNotice {
    var text: String
    var title = "云岭省人民政府办公厅关于推进蜂业高质量发展的通知"
    var recipients = "各市（州）人民政府，省政府各部门："
    var signature = "云岭省人民政府办公厅"
    var year = "2026"

    /// A text that stands in the provincial notice.
    init(_ text: String) { self.text = text }

    var source: String {
        let opensWithBracket = text.first.map { "（(〔【[".contains($0) } ?? false
        return """
            \(title)

            \(recipients)

            为推进蜂业高质量发展，现就有关事项通知如下。

            一、重点任务

            （一）健全服务体系。\(opensWithBracket ? "建设追溯平台，扩大检测范围" : "")\(text)

            （二）加强宣传引导。讲好蜂业故事，营造良好氛围。

            二、保障措施

            （三）强化要素支撑。优化审批流程，提高服务效率。

            \(signature)

            \(year)年5月6日

            """
    }

    var document: Document { Parser().parse(source) }
}

/// The duties of a document, in the short form of the tables.
///
/// `@（一） bracket lead 省农业农村厅 ; cooperate+ 省财政厅 省商务厅 ; by 2027年底`: the last marker of the section (left out where it
/// is （一）, `@-` outside every section), the form, the roles in the order of the text with their names, `+` behind a role
/// whose list is open, the deadline. Duties are divided by ` & `.
enum DutySummary {
    static func of(_ document: Document) -> String {
        var markers: [String: String] = [:]
        for place in DocumentChecker.places(in: document) { markers[place.section.id] = place.section.marker.text }
        return document.responsibilities.map { duty in
            let marker = duty.section.map { markers[$0] ?? "?" } ?? "-"
            var words = marker == "（一）" ? [] : ["@" + marker]
            words.append(duty.form.rawValue)
            var clauses = roles(of: duty)
            if let deadline = duty.deadline { clauses.append("by " + deadline) }
            words.append(clauses.joined(separator: " ; "))
            return words.joined(separator: " ")
        }.joined(separator: " & ")
    }

    /// Roles in the order of the text; a role that comes twice is written once.
    private static func roles(of duty: Responsibility) -> [String] {
        var order: [Assignment.Role] = []
        var names: [Assignment.Role: [String]] = [:]
        var open: Set<Assignment.Role> = []
        for assignment in duty.assignments {
            if names[assignment.role] == nil { order.append(assignment.role) }
            names[assignment.role, default: []] += assignment.departments.map(\.name)
            if assignment.open { open.insert(assignment.role) }
        }
        return order.map { role in
            ([role.rawValue + (open.contains(role) ? "+" : "")] + (names[role] ?? [])).joined(separator: " ")
        }
    }
}

/// Expects that a text (first cell) gives the duties of the second cell, and that their ranges slice to what they claim.
///
/// `¦` stands for the bar of a table.
func expectDuties(_ row: ClerkRow, sourceLocation: SourceLocation = #_sourceLocation) {
    let notice = DutyNotice(row[0].replacing("¦", with: "|"))
    let source = SourceText(decoding: Array(notice.source.utf8), encoding: .utf8)
    let document = Parser().parse(source)
    let found = DutySummary.of(document)
    #expect(found == row[1], sourceLocation: sourceLocation)
    let faults = DocumentChecker(source, document).dutyFaults()
    #expect(faults.isEmpty, "\(faults)", sourceLocation: sourceLocation)
}
