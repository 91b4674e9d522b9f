import Foundation
import Testing

@Suite struct TokensCommandTests {
    @Test(arguments: Fixture.utf8) func tokensJoinToTheSource(_ fixture: Fixture) throws {
        let result = try Tool.run("tokens", "--json", fixture.path)
        #expect(result.status == 0)
        let tokens = try result.documents()
        let joined = tokens.compactMap { $0["text"] as? String }.joined()
        let mark = Data([0xEF, 0xBB, 0xBF])
        let data = try fixture.data
        #expect(Data(joined.utf8) == (data.starts(with: mark) ? data.dropFirst(3) : data))
        var end = 0
        for token in tokens {
            #expect(token["start"] as? Int == end)
            end = token["end"] as? Int ?? 0
        }
    }

    @Test func columnsAreOffsetsKindTextAndPartner() throws {
        let result = try Tool.run("tokens", "-", input: Data("《办\\法》\u{3000}\"\n".utf8))
        #expect(
            result.text == """
                0\t3\topenTitle\t"《"\t10
                3\t6\than\t"办"
                6\t7\tmarkdown\t"\\\\"
                7\t10\than\t"法"
                10\t13\tcloseTitle\t"》"\t0
                13\t16\twhitespace\t"\\u{3000}"
                16\t17\tstraightQuote\t"\\""
                17\t18\tlineEnd\t"\\n"

                """)
    }

    @Test func bothFormsSayTheSame() throws {
        let path = try Fixture.named("articles").path
        let columns = try Tool.run("tokens", path).lines.map { $0.split(separator: "\t") }
        let objects = try Tool.run("tokens", "--json", path).documents()
        #expect(columns.count == objects.count)
        for (column, object) in zip(columns, objects) {
            #expect(Int(column[0]) == object["start"] as? Int)
            #expect(String(column[2]) == object["kind"] as? String)
            #expect((column.count == 5 ? Int(column[4]) : nil) == object["partner"] as? Int)
        }
    }
}
