import Foundation
import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        ["parse"], ["parse", "--no-such-option", "a.txt"], ["no-such-command"], ["tokens", "a.txt", "b.txt"],
        ["parse", "--pretty", "--compact", "a.txt"], ["parse", "--language", "fr", "a.txt"],
        ["parse", "--quiet", "--diagnostics", "a.txt"], ["outline", "--encoding"],
    ])
    func wrongUsageEndsWithTwo(_ arguments: [String]) throws {
        let result = try Tool.run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(try #require(result.errorLines.first).hasSuffix(" [wrong-usage]"))
    }

    @Test func unknownEncodingListsTheKnown() throws {
        for language in ["zh", "en"] {
            let result = try Tool.run("parse", "--language", language, "--encoding", "klingon", "a.txt")
            #expect(result.status == 2)
            #expect(result.errorLines.count == 1)
            for name in ["klingon", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "Big5", "[unknown-encoding]"] {
                #expect(result.errors.contains(name))
            }
        }
    }

    @Test func helpShowsExamples() throws {
        for command in ["parse", "outline", "tokens"] {
            let chinese = try Tool.run(command, "--help")
            #expect(chinese.status == 0)
            #expect(chinese.errors == "")
            #expect(chinese.text.contains("例：\n  policytext \(command) 通知.txt"))
            let english = try Tool.run(command, "--help", "--language", "en")
            #expect(english.status == 0)
            #expect(english.text.contains("Examples:\n  policytext \(command) notice.txt"))
        }
        #expect(try Tool.run("--help").text.contains("policytext parse"))
    }

    @Test func version() throws {
        let result = try Tool.run("--version")
        #expect(result.status == 0)
        #expect(result.text == "0.1.0\n")
    }
}

@Suite struct StreamTests {
    @Test func aClosedPipeEndsQuietly() throws {
        // More than a pipe holds.
        let paths = Array(repeating: Fixture.all.map(\.path), count: 3).flatMap { $0 }
        let line = #""$0" parse "$@" | head -c 10; echo " ${PIPESTATUS[0]}""#
        let result = try Tool.shell(line, paths)
        #expect(result.text == "{\"schema\": 141\n")
        #expect(result.errors == "")
        // The same where the signal is ignored, as below some job runners.
        let ignoring = try Tool.shell("trap '' PIPE; " + line, paths)
        #expect(ignoring.text == "{\"schema\": 141\n")
        #expect(ignoring.errors == "")
    }

    #if os(Linux)
        @Test func aFullDiskIsAnError() throws {
            let result = try Tool.shell(#""$0" parse "$1" > /dev/full"#, [Fixture.named("order").path])
            #expect(result.status == 2)
            #expect(result.errors == "policytext: 无法写入输出：磁盘已满 [write-failed]\n")
        }

        @Test func pathsThatAreNotUTF8() throws {
            let scratch = try Scratch()
            let path = try scratch.path("notice.txt", "通知")
            // 公告.txt in GBK.
            let line = #"cd "$1" && mv notice.txt $'\xb9\xab\xb8\xe6.txt' && "$0" parse *.txt"#
            let result = try Tool.shell(line, [URL(fileURLWithPath: path).deletingLastPathComponent().path])
            #expect(result.status == 0)
            #expect(
                try result.document()[path: "source.name"] as? String
                    == String(repeating: "\u{FFFD}", count: 4) + ".txt")
        }
    #endif
}
