import Foundation
import PolicyText
import Testing

@testable import PolicyTextReaders

@Suite struct FixtureTests {
    /// How many entries differ today, and why.
    static let shortfalls: [String: (measure: GoldComparison.Measure, count: Int, reason: String)] = [
        "hanweb-joint-issue": (.outline, 2, "the last item of a list with text behind it is taken for a heading"),
        "docx-features": (.outline, 2, "the last item of a list with a table behind it is taken for a heading"),
        "unknown-system": (.targets, 1, "an age limit is taken for a target"),
    ]

    @Test func findsTheFixtures() { #expect(ReaderFixture.all.count >= 7) }

    @Test(arguments: ReaderFixture.all)
    func isReadAsByACarefulReader(fixture: ReaderFixture) throws {
        let comparison = GoldComparison(Parser().parse(try fixture.source()), try fixture.truth())
        for measure in GoldComparison.Measure.allCases {
            let shortfall = Self.shortfalls[fixture.name].map { $0.measure == measure ? $0.count : 0 } ?? 0
            #expect(
                comparison[measure].differing == shortfall,
                "\(measure)\n\(comparison.differences.joined(separator: "\n"))")
        }
    }

    @Test(arguments: ReaderFixture.all)
    func keepsAllInvariants(fixture: ReaderFixture) throws { expectSound(try fixture.source()) }

    /// The whole output, byte for byte; `POLICYTEXT_REWRITE_GOLDEN=1` writes it anew.
    @Test(arguments: ReaderFixture.all)
    func outputIsTheGoldenFile(fixture: ReaderFixture) throws {
        let file = fixture.folder.appending(path: "document.json")
        let json = JSONWriter(pretty: true).data(Parser().parse(try fixture.source())) + [0x0A]
        if ProcessInfo.processInfo.environment["POLICYTEXT_REWRITE_GOLDEN"] == "1" {
            try Data(json).write(to: file)
            return
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        let now = String(decoding: json, as: UTF8.self).split(separator: "\n")
        let line = zip(golden, now).enumerated().first { $1.0 != $1.1 }
        #expect(line == nil, "line \(line.map { "\($0.offset + 1): \($0.element)" } ?? "")")
        #expect(golden.count == now.count)
    }

    /// What a second parser (html5lib) takes for the visible text of the page, white space out, in `visible-text.txt`.
    @Test(
        arguments: ReaderFixture.all.filter {
            FileManager.default.fileExists(atPath: $0.folder.appending(path: "visible-text.txt").path)
        })
    func visibleTextIsThatOfASecondParser(fixture: ReaderFixture) throws {
        let expected = try String(contentsOf: fixture.folder.appending(path: "visible-text.txt"), encoding: .utf8)
        let source = try fixture.source()
        var text = ""
        for block in source.hints?.blocks ?? [] where block.kind != .furniture(.pageMetadata) {
            text += String(decoding: PageBytes.squashed(source.utf8[block.range]), as: UTF8.self)
        }
        #expect(text == expected.filter { !$0.isWhitespace })
    }
}

/// One notice in five formats.
@Suite struct SameNoticeTests {
    static let formats = ["html", "docx", "pdf", "ofd"]

    private func document(_ format: String) throws -> Document {
        Parser().parse(try DocumentReader().read(ReaderFixture.file("same-notice/notice.\(format)")))
    }

    private func fold(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    private func outline(_ document: Document) -> [String] {
        DocumentChecker.places(in: document).map { place in
            let section = place.section
            return "\(section.id) \(section.level) \(section.marker.text) \(fold(section.heading ?? "-"))"
        }
    }

    private func duties(_ document: Document) -> [String] {
        document.responsibilities.map { duty in
            let assignments = duty.assignments.map { "\($0.role) \($0.departments.map(\.name))" }
            return "\(duty.section ?? "-") \(fold(duty.text)) \(assignments)"
        }
    }

    private func targets(_ document: Document) -> [String] {
        document.targets.map { target in
            "\(target.section ?? "-") \(fold(target.indicator)) \(target.value) \(target.unit) \(target.deadline?.date ?? "-")"
        }
    }

    @Test(arguments: formats)
    func givesTheSame(format: String) throws {
        let text = try document("txt")
        let other = try document(format)
        #expect(other.source.format == format)
        #expect(outline(other) == outline(text))
        #expect(outline(text).count == 10)
        #expect(duties(other) == duties(text))
        #expect(targets(other) == targets(text))
        #expect(other.metadata.title == text.metadata.title)
        #expect(other.metadata.documentNumber?.normalized == text.metadata.documentNumber?.normalized)
        #expect(other.metadata.issuers.map(\.name) == text.metadata.issuers.map(\.name))
        #expect(other.metadata.recipients.map(\.name) == text.metadata.recipients.map(\.name))
        #expect(other.metadata.issuedOn == text.metadata.issuedOn)
        #expect(other.parts.map(\.title) == text.parts.map(\.title))
        #expect(tables(other) == tables(text))
    }

    private func tables(_ document: Document) -> [[[String]]] {
        var tables: [[[String]]] = []
        func add(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .table(let table): tables.append(table.rows.map { $0.map { fold($0.text) } })
                case .section(let section): add(section.content)
                case .paragraph: break
                }
            }
        }
        for part in document.parts { add(part.content) }
        return tables
    }

    @Test(arguments: formats)
    func keepsAllInvariants(format: String) throws {
        expectSound(try DocumentReader().read(ReaderFixture.file("same-notice/notice.\(format)")))
    }
}
