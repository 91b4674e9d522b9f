import PolicyText

/// Documents made by hand.
enum SampleDocument {
    static let range = SourceRange(start: 1204, end: 1310, line: 17, column: 1)

    /// Nothing but what must be there.
    static let empty = Document(
        source: SourceDescription(
            name: nil, format: "text", encoding: "UTF-8", byteOrderMark: false, byteCount: 0,
            sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))

    /// Every field with a value, and every case of every enumeration.
    static let full = Document(
        source: SourceDescription(
            name: "s001.html", format: "html", reader: "policytext-html/1", bodyRule: "#zoom", encoding: "GB18030",
            byteOrderMark: true, byteCount: 13267,
            sha256: String(repeating: "0123456789abcdef", count: 4)),
        metadata: metadata,
        parts: Part.Role.allCases.map {
            Part(role: $0, title: "工作方案", titleRange: range, range: range, content: content)
        },
        responsibilities: Responsibility.Form.allCases.map {
            Responsibility(
                section: "p2.2.1", form: $0, text: "（省知识产权局牵头）", deadline: "2017年底前", range: range,
                assignments: Assignment.Role.allCases.map {
                    Assignment(role: $0, open: true, departments: organizations)
                })
        },
        targets: targets,
        quantities: quantities,
        diagnostics: diagnostics,
        furniture: Furniture.Kind.allCases.map { Furniture(kind: $0, range: range) },
        coverage: 0.93,
        layout: LayoutBlock.Kind.allCases.flatMap { kind in
            LayoutHints.Alignment.allCases.map {
                LayoutBlock(kind: kind, alignment: $0, path: "//*[@id=\"zoom\"]/p[3]", range: range)
            }
        })

    static let organizations = OrganizationName.Level.allCases.map {
        OrganizationName(name: "省法院", level: $0, region: "广东省", canonicalName: "广东省高级人民法院", range: range)
    }

    static let metadata = Metadata(
        title: "广东省人民政府关于新形势下加快知识产权强省建设的通知", titleRange: range, genre: "通知",
        documentNumber: DocumentNumber(
            text: "粤府函〔2015〕266号", normalized: "粤府函〔2015〕266号", agencyCode: "粤府函", year: 2015, serial: 266,
            range: range),
        issuers: [OrganizationName(name: "广东省人民政府", range: range)],
        recipients: [OrganizationName(name: "各地级以上市人民政府", range: range)],
        issuedOn: "2015-09-24", publishedOn: "2015-10",
        attachments: [AttachmentTitle(title: "重点任务分工表", range: range)],
        citations: [
            Citation(title: "决定", documentNumber: "粤发〔2014〕12号", range: range),
            Citation(title: "纲要", documentNumber: nil, range: range),
        ])

    static let content: [Block] =
        NumberingScheme.allCases.enumerated().map { index, scheme in
            .section(section(number: index + 1, scheme: scheme))
        } + [
            .table(
                Table(
                    title: "分工表",
                    rows: [[TableCell(text: "序号", rowSpan: 2, columnSpan: 3, range: range)], []],
                    headerRows: 1, range: range))
        ]

    static func section(number: Int, scheme: NumberingScheme) -> Section {
        let item = Section(
            id: "p1.\(number).1", level: 2,
            marker: Marker(text: "1.2.3", scheme: .decimal, ordinal: 1, suffix: [2, 3], range: range), heading: nil,
            headingRange: nil, inline: true, range: range, content: [])
        let paragraph = Paragraph(
            text: "完善\u{2028}“机制”\"\\\u{0}", range: range,
            pieces: [SourcePiece(start: 3, end: 9), SourcePiece(start: 12, end: 40)], content: [.section(item)])
        return Section(
            id: "p1.\(number)", level: 1, marker: Marker(text: "（一）", scheme: scheme, ordinal: number, range: range),
            heading: "实行严格的知识产权保护", headingRange: range, inline: false, range: range,
            content: [.paragraph(paragraph)])
    }

    static let targets: [Target] = Target.Form.allCases.flatMap { form in
        Target.Measure.allCases.flatMap { measure in
            Target.Relation.allCases.map { relation in
                Target(
                    section: "p2.2.2", form: form, text: "全省有效发明专利量超过 16 万件", indicator: "有效发明专利量", scope: "全省",
                    measure: measure, relation: relation,
                    value: relation == .range ? .between(3.5, 4) : .number(160000), unit: "件", per: "年",
                    deadline: Deadline(text: "到 2017 年底", date: "2017-12-31"), baseline: "比2015年", range: range)
            }
        }
    }

    static let quantities: [Quantity] = Quantity.Role.allCases.flatMap { role in
        [TargetValue.number(160000), .between(3.5, 4)].map { value in
            Quantity(section: "p2.2.2", role: role, text: "16 万件", value: value, unit: "件", range: range)
        }
    }

    static let diagnostics: [Diagnostic] = Diagnostic.Rule.allCases.flatMap { rule in
        Diagnostic.Severity.allCases.flatMap { severity in
            Diagnostic.Origin.allCases.map { origin in
                Diagnostic(
                    rule: rule, severity: severity, origin: origin, message: "缺少（二）", messageEnglish: "（二） is missing",
                    range: range)
            }
        }
    }
}
