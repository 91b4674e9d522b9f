import PolicyText

extension RandomDocument {
    mutating func metadata() -> Metadata {
        Metadata(
            title: optional { $0.text() }, titleRange: optional { $0.range() }, genre: optional { $0.text() },
            documentNumber: optional {
                DocumentNumber(
                    text: "粤府函" + $0.text(), normalized: "粤府函" + $0.text(), agencyCode: $0.optional { $0.text() },
                    year: $0.optional { $0.integer(0...3000) }, serial: $0.optional { $0.integer(0...Int.max) },
                    range: $0.range())
            },
            issuers: list { $0.organization() }, recipients: list { $0.organization() },
            issuedOn: optional { $0.date() }, publishedOn: optional { $0.date() },
            attachments: list { AttachmentTitle(title: $0.text(), range: $0.range()) },
            citations: list {
                Citation(title: $0.text(), documentNumber: $0.optional { $0.text() }, range: $0.range())
            })
    }

    mutating func part(number: Int) -> Part {
        Part(
            role: pick(Part.Role.allCases), title: optional { $0.text() }, titleRange: optional { $0.range() },
            range: range(), content: blocks(in: "p\(number)", level: 1))
    }

    mutating func blocks(in parent: String, level: Int) -> [Block] {
        guard level <= 5 else { return [] }
        return (1..<integer(1...4)).map { number in
            switch integer(0...3) {
            case 0: .paragraph(paragraph(in: parent, level: level))
            case 1: .table(table())
            default: .section(section(id: "\(parent).\(number)", level: level))
            }
        }
    }

    mutating func section(id: String, level: Int) -> Section {
        Section(
            id: id, level: level,
            marker: Marker(
                text: "（一）" + text(), scheme: pick(NumberingScheme.allCases), ordinal: integer(1...1000),
                suffix: list { $0.integer(0...99) }, range: range()),
            heading: optional { $0.text() }, headingRange: optional { $0.range() }, inline: coin(), range: range(),
            content: blocks(in: id, level: level + 1))
    }

    mutating func paragraph(in parent: String, level: Int) -> Paragraph {
        Paragraph(
            text: text(), range: range(),
            pieces: list {
                let range = $0.range()
                return SourcePiece(start: range.start, end: range.end)
            },
            content: coin() ? [] : blocks(in: parent, level: level + 1))
    }

    mutating func table() -> Table {
        Table(
            title: optional { $0.text() },
            rows: list {
                $0.list {
                    TableCell(
                        text: $0.text(), rowSpan: $0.integer(1...9), columnSpan: $0.integer(1...9), range: $0.range())
                }
            },
            headerRows: integer(0...3), range: range())
    }

    mutating func organization() -> OrganizationName {
        OrganizationName(
            name: text(), level: pick(OrganizationName.Level.allCases), region: optional { $0.text() },
            canonicalName: optional { $0.text() }, range: range())
    }

    mutating func responsibility() -> Responsibility {
        Responsibility(
            section: optional { "p1.\($0.integer(1...99))" }, form: pick(Responsibility.Form.allCases), text: text(),
            deadline: optional { $0.text() }, range: range(),
            assignments: list {
                Assignment(
                    role: $0.pick(Assignment.Role.allCases), open: $0.coin(),
                    departments: $0.list { $0.organization() })
            })
    }

    mutating func target() -> Target {
        Target(
            section: optional { "p2.\($0.integer(1...99)).1" }, form: pick(Target.Form.allCases), text: text(),
            indicator: text(), scope: optional { $0.text() }, measure: pick(Target.Measure.allCases),
            relation: pick(Target.Relation.allCases),
            value: coin() ? .number(finite()) : .between(finite(), Double(integer(-1000...1_000_000_000))),
            unit: text(), per: optional { $0.text() },
            deadline: optional { Deadline(text: $0.text(), date: $0.optional { $0.date() }) },
            baseline: optional { $0.text() }, range: range())
    }

    mutating func quantity() -> Quantity {
        Quantity(
            section: optional { "p2.\($0.integer(1...99)).1" }, role: pick(Quantity.Role.allCases), text: text(),
            value: coin() ? .number(finite()) : .between(finite(), Double(integer(-1000...1_000_000_000))),
            unit: text(), range: range())
    }

    mutating func diagnostic() -> Diagnostic {
        Diagnostic(
            rule: pick(Diagnostic.Rule.allCases), severity: pick(Diagnostic.Severity.allCases),
            origin: pick(Diagnostic.Origin.allCases), message: "缺号" + text(), messageEnglish: "gap" + text(),
            range: range())
    }
}
