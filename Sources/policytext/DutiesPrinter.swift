import PolicyText

/// Prints who does what.
struct DutiesPrinter: FindingsPrinter {
    let output: OutputStream
    let language: Language

    // MARK: - Table

    func printTable(_ document: Document) throws(Failure) {
        guard !document.responsibilities.isEmpty else {
            return try output.write(language.choose("没有找到责任分工。\n", "No duties found.\n"))
        }
        let paths = SectionPaths(document)
        var table = TextTable(
            headers: [
                language.choose("行", "line"), language.choose("章节", "section"), language.choose("牵头", "lead"),
                language.choose("配合", "cooperate"), language.choose("负责", "responsible"),
                language.choose("指导", "guide"), language.choose("时限", "deadline"),
            ],
            limits: [8, 36, 28, 36, 36, 28, 24])
        for duty in document.responsibilities {
            let place = paths.place(of: duty.section)
            table.add(
                [
                    String(duty.range.line),
                    place.markers + place.heading,
                    names(duty, .lead), names(duty, .cooperate), names(duty, .responsible), names(duty, .guide),
                    duty.deadline ?? "",
                ])
        }
        try table.print(to: output)
    }

    private func names(_ duty: Responsibility, _ role: Assignment.Role) -> String {
        let assignments = duty.assignments.filter { $0.role == role }
        let names = assignments.flatMap(\.departments).map(\.name).joined(separator: "、")
        return assignments.contains(where: \.open) ? names + language.choose("等", " …") : names
    }

    // MARK: - CSV

    func printCSVHeader() throws(Failure) {
        try CSVWriter(output: output).write(
            [
                "file", "line", "section", "markers", "heading", "form", "role", "department", "level", "region",
                "canonicalName", "open", "deadline", "text",
            ])
    }

    /// One row a department.
    func printCSV(_ document: Document, file: String) throws(Failure) {
        let paths = SectionPaths(document)
        let writer = CSVWriter(output: output)
        for duty in document.responsibilities {
            let place = paths.place(of: duty.section)
            for assignment in duty.assignments {
                for department in assignment.departments {
                    try writer.write(
                        [
                            file, String(department.range.line), duty.section ?? "", place.markers, place.heading,
                            duty.form.rawValue, assignment.role.rawValue, department.name, department.level.rawValue,
                            department.region ?? "", department.canonicalName ?? "", String(assignment.open),
                            duty.deadline ?? "", duty.text,
                        ])
                }
            }
        }
    }

    // MARK: - JSON

    /// The document's `responsibilities`, one array a line.
    func printJSON(_ document: Document) throws(Failure) {
        try JSONWriter().write(document.responsibilities) { (chunk) throws(Failure) in try output.write(chunk) }
        try output.write("\n")
    }
}
