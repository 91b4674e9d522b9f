import Foundation
import Testing

@Suite struct ParseCommandTests {
    @Test func fixturesAreThere() { #expect(Fixture.all.count >= 20) }

    @Test func severalFilesGiveOneLineEachInOrder() throws {
        let result = try Tool.run(["parse"] + Fixture.all.map(\.path))
        #expect(result.status == 0)
        #expect(result.errors == "")
        let documents = try result.documents()
        #expect(documents.map { $0[path: "source.name"] as? String } == Fixture.all.map(\.name))
        let counts = try Fixture.all.map { try $0.data.count }
        #expect(documents.map { $0[path: "source.byteCount"] as? Int } == counts)
    }

    @Test(arguments: Fixture.all) func prettyAndCompactSayTheSame(_ fixture: Fixture) throws {
        let pretty = try Tool.run("parse", "--pretty", fixture.path)
        let compact = try Tool.run("parse", "--compact", fixture.path)
        #expect(pretty.status == 0)
        #expect(compact.lines.count == 1)
        #expect(pretty.lines.count > 10)
        #expect(try pretty.document() == compact.document())
    }

    @Test func aFileThatCannotBeReadStopsNoOther() throws {
        let paths = try [Fixture.named("order").path, "no-such-file.txt", Fixture.named("articles").path]
        let result = try Tool.run(["parse"] + paths)
        #expect(result.status == 2)
        #expect(try result.documents().count == 2)
        #expect(result.errors == "policytext: 无法读取 no-such-file.txt：没有这个文件 [file-not-found]\n")
    }

    @Test func foldersAreNoFiles() throws {
        let scratch = try Scratch()
        let result = try Tool.run("parse", "--language", "en", scratch.url.path)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(
            result.errors == "policytext: cannot read \(scratch.url.path): it is a folder, not a file [is-directory]\n")
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything")) func permissionIsNeeded() throws {
        let scratch = try Scratch()
        let path = try scratch.path("secret.txt", "通知")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let result = try Tool.run("parse", path)
        #expect(result.status == 2)
        #expect(result.errors.hasSuffix("没有读写权限 [permission-denied]\n"))
    }

    @Test func tooLargeFilesAreNotCut() throws {
        let scratch = try Scratch()
        let file = try scratch.file("large.txt", Data())
        // A hole: takes no room on the disk.
        try FileHandle(forWritingTo: file).truncate(atOffset: 1 << 30 + 1)
        let result = try Tool.run("parse", file.path)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasSuffix("[file-too-large]\n"))
    }

    @Test(arguments: [
        ("", "empty-source"), (" \n\u{3000}\n", "blank-source"), ("\u{7F}ELF\0\0\0\0\0\0", "binary-source"),
    ])
    func sourcesWithoutText(_ content: String, _ rule: String) throws {
        let scratch = try Scratch()
        let path = try scratch.path("notice.txt", content)
        let result = try Tool.run("parse", path)
        #expect(result.status == 2)
        #expect(result.errorLines.count == 1)
        #expect(result.errors.hasPrefix("\(path):1:1: error: "))
        #expect(result.errors.hasSuffix(" [\(rule)]\n"))
        #expect(try result.document()[path: "source.name"] as? String == "notice.txt")
        let quiet = try Tool.run("parse", "--quiet", path)
        #expect(quiet.status == 2)
        #expect(quiet.errors == "")
        #expect(quiet.output == result.output)
    }

    @Test func standardInputHasNoName() throws {
        let fixture = try Fixture.named("order")
        let result = try Tool.run("parse", "-", input: fixture.data)
        #expect(result.status == 0)
        let document = try result.document()
        #expect(document[path: "source.name"] is NSNull)
        let named = try Tool.run("parse", fixture.path).document()
        #expect(document["parts"] as? NSArray == named["parts"] as? NSArray)
    }

    @Test func pipesAreReadToTheEnd() throws {
        let text = String(repeating: "第一条　为了规范管理，制定本办法。\n", count: 20_000)
        let scratch = try Scratch()
        let path = try scratch.path("long.txt", text)
        let piped = try Tool.shell(#"cat "$1" | "$0" parse -"#, [path]).document()
        #expect(piped[path: "source.byteCount"] as? Int == text.utf8.count)
        let filed = try Tool.run("parse", path).document()
        #expect(
            piped[path: "source.sha256"] as? String == filed[path: "source.sha256"] as? String)
    }

    @Test func encodingsByName() throws {
        let fixture = try Fixture.named("encoding-gb18030")
        for label in ["gbk", "GB18030", "gb2312"] {
            let result = try Tool.run("parse", "--encoding", label, fixture.path)
            #expect(result.status == 0)
            let document = try result.document()
            #expect(document[path: "source.encoding"] as? String == "GB18030")
            #expect(document[path: "metadata.title"] as? String == "临河县气象局关于做好汛期气象服务工作的通知")
        }
    }

    @Test func diagnosticsOnDemand() throws {
        let fixture = try Fixture.named("running-numbers-and-faults")
        let result = try Tool.run("parse", "--diagnostics", fixture.path)
        #expect(result.status == 0)
        let found = try #require(try result.document()["diagnostics"] as? [NSDictionary])
        let expected = found.map { diagnostic in
            let range = diagnostic["range"] as? NSDictionary
            return "\(fixture.path):\(range?["line"] ?? 0):\(range?["column"] ?? 0): \(diagnostic["severity"] ?? "")"
        }
        #expect(!found.isEmpty)
        #expect(result.errorLines.count == expected.count)
        for (line, start) in zip(result.errorLines, expected) { #expect(line.hasPrefix(start)) }
    }
}
