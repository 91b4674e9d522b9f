import Foundation
import Testing

/// Files of other formats on the command line.
@Suite struct ReaderCommandTests {
    private func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Fixtures/readers/\(name)").path
    }

    @Test(arguments: ["html", "docx", "ofd", "pdf"])
    func readsTheFormat(format: String) throws {
        let result = try Tool.run("parse", path("same-notice/notice.\(format)"))
        #expect(result.status == 0)
        #expect(result.errors == "")
        let document = try result.document()
        #expect(document[path: "source.format"] as? String == format)
        #expect((document[path: "source.reader"] as? String)?.hasPrefix("policytext-\(format)/") == true)
        #expect(document[path: "metadata.documentNumber.normalized"] as? String == "禾政发〔2024〕16号")
        let outline = try Tool.run("outline", path("same-notice/notice.\(format)"))
        #expect(outline.text.contains("（二）强化资金保障"))
        #expect(try Tool.run("tokens", path("same-notice/notice.\(format)")).status == 0)
    }

    /// The commands that list findings take the same files as `parse`, and find the same in them.
    @Test(arguments: ["html", "docx", "ofd", "pdf"], ["duties", "targets"])
    func findingsAreThoseOfTheDocument(format: String, command: String) throws {
        let file = path("same-notice/notice.\(format)")
        let result = try Tool.run(command, "--format", "json", file)
        #expect(result.status == 0)
        let found = try #require(try JSONSerialization.jsonObject(with: result.output) as? NSArray)
        let document = try Tool.run("parse", "--compact", file).document()
        #expect(found == document[command == "duties" ? "responsibilities" : "targets"] as? NSArray)
        #expect(found.count > 0)
    }

    @Test(
        arguments: [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "ole-unsupported", "另存为 DOCX"),
            (Array("{\\rtf1".utf8), "rtf-unsupported", "另存为 DOCX"),
            (Array("PK\u{3}\u{4}".utf8), "archive-damaged", "重新下载"), (Array("%PDF-1.4".utf8), "pdf-damaged", "重新下载"),
        ] as [([UInt8], String, String)])
    func saysWhatToDo(_ bytes: [UInt8], _ rule: String, _ advice: String) throws {
        let scratch = try Scratch()
        // The name says nothing.
        let file = try scratch.file("notice.txt", Data(bytes)).path
        let result = try Tool.run("parse", file, path("same-notice/notice.html"))
        #expect(result.status == 2)
        #expect(try result.documents().count == 1)
        #expect(result.errorLines.count == 1)
        #expect(result.errors.hasSuffix(" [\(rule)]\n"))
        #expect(result.errors.contains(advice))
        let english = try Tool.run("parse", "--language", "en", file)
        #expect(english.errors.contains("cannot parse"))
    }

    /// Without the tool in PATH there is a message that names the package.
    @Test func aMissingToolIsNamed() throws {
        let result = try Tool.shell("PATH=/nowhere \"$0\" parse \"$1\"", [path("same-notice/notice.pdf")])
        #expect(result.status == 2)
        #expect(result.errors.contains("apt-get install poppler-utils"))
        #expect(result.errors.hasSuffix(" [pdf-tool-missing]\n"))
    }

    @Test func attachmentPagesAreSaid() throws {
        let result = try Tool.run("parse", "--diagnostics", path("attachment-only/input.html"))
        #expect(result.status == 0)
        #expect(result.errors.contains("/files/P020240115.pdf"))
        #expect(result.errors.contains("[attachment-only]"))
    }
}
