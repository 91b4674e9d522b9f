import Foundation
import Testing

@testable import PolicyText

/// What the parser makes of the notices against what a careful reader takes from them.
struct GoldTests {
    /// How many entries differ today, and why. Improvements must be entered here just as regressions must be explained.
    struct Shortfall {
        var metadata = 0
        var parts = 0
        var outline = 0
        var duties = 0
        var targets = 0
        var reason: String

        subscript(measure: GoldComparison.Measure) -> Int {
            switch measure {
            case .metadata: metadata
            case .parts: parts
            case .outline: outline
            case .duties: duties
            case .targets: targets
            }
        }
    }

    /// Notices that are not in the table have no difference at all.
    static let shortfalls: [String: Shortfall] = [
        "combined-damage": Shortfall(
            metadata: 5, outline: 2, duties: 4, targets: 5,
            reason: """
                number, dates and attachment list run on in torn lines; 1. and 2. of half-width merged text, and with them \
                the place of two duties
                """),
        "encoding-big5": Shortfall(
            metadata: 3, targets: 1,
            reason: "verbs in traditional characters; 號 numbers and the closing line with 於 in the manner of Macao"),
        "browser-print-pdf": Shortfall(targets: 1, reason: "各1小时体育活动时间 has no verb before it"),
        "clean-paragraphs-two-attachments": Shortfall(targets: 2, reason: "探访 with its patient"),
        "joint-issue": Shortfall(targets: 2, reason: "what is reported (审查意见) stands in another sentence"),
        "messy-whitespace": Shortfall(targets: 2, reason: "不少于2次 of what the clause before says"),
        "not-markers": Shortfall(targets: 2, reason: "a page break tears the clauses"),
        "one-line-spaces": Shortfall(targets: 2, reason: "期限 of what the clause before says"),
        "running-numbers-and-faults": Shortfall(targets: 2, reason: "“青屏讲坛” before its 讲座"),
        "table-of-contents": Shortfall(targets: 1, reason: "救助 of whom"),
        "d01.txt": Shortfall(targets: 2, reason: "更新 of what the clause before says"),
        "d06.txt": Shortfall(targets: 1, reason: "a rule in quotation marks"),
        "d08.txt": Shortfall(targets: 1, reason: "an insurance for each person"),
        "d11.txt": Shortfall(targets: 2, reason: "what is to be released in time"),
        "s003.txt": Shortfall(targets: 2, reason: "a noun phrase that goes on behind a comma"),
    ]

    @Test(arguments: Notice.fixtures)
    func fixturesAreReadAsByACarefulReader(notice: Notice) throws { try compare(notice) }

    @Test(
        .enabled(if: Notice.hasCorpus, Notice.corpusReason),
        arguments: Notice.corpus.filter { $0.truth != nil })
    func corpusIsReadAsByACarefulReader(notice: Notice) throws { try compare(notice) }

    /// A line for each notice, for the log: how good each measure is.
    @Test func printsTheMeasures() throws {
        for (what, notices) in [("fixtures", Notice.fixtures), ("corpus", Notice.corpus)] {
            var total: [GoldComparison.Measure: GoldComparison.Tally] = [:]
            for notice in notices {
                guard let comparison = try comparison(notice) else { continue }
                for measure in GoldComparison.Measure.allCases {
                    total[measure, default: .init()] += comparison[measure]
                }
            }
            guard !total.isEmpty else { continue }
            let row = GoldComparison.Measure.allCases.map { measure in
                "\(measure) \(((total[measure]?.f1 ?? 0) * 1000).rounded() / 1000)"
            }
            print("F1 \(what): \(row.joined(separator: ", "))")
        }
    }

    private func compare(_ notice: Notice) throws {
        let comparison = try #require(try comparison(notice))
        let shortfall = Self.shortfalls[notice.name]
        for measure in GoldComparison.Measure.allCases {
            let known = shortfall?[measure] ?? 0
            let differing = comparison[measure].differing
            guard differing != known else { continue }
            let verdict = differing > known ? "got worse" : "got better: update the table"
            let list = comparison.differences.filter { $0.hasPrefix(measure.rawValue) }.joined(separator: "\n")
            Issue.record(
                "\(notice.name) \(measure.rawValue): \(differing) entries differ, not \(known): it \(verdict)\n\(list)")
        }
    }

    private func comparison(_ notice: Notice) throws -> GoldComparison? {
        guard let truth = notice.truth else { return nil }
        return try GoldComparison(Parser().parse(notice.source), JSONValue(parsing: Data(contentsOf: truth)))
    }
}
