import Testing

@testable import PolicyText

/// Damaged notices: whatever is done to a source, every invariant holds.
struct MutationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var notice: Notice
        var mutation: Mutation
        var testDescription: String { "\(notice.name), \(mutation)" }

        static func all(_ notices: [Notice]) -> [Case] {
            notices.flatMap { notice in Mutation.allCases.map { Case(notice: notice, mutation: $0) } }
        }
    }

    @Test(arguments: Case.all(Notice.fixtures))
    func fixturesWithstand(damage: Case) { expectInvariants(of: damage, sample: 24) }

    @Test(.enabled(if: Notice.hasCorpus, Notice.corpusReason), arguments: Case.all(Notice.corpus))
    func corpusWithstands(damage: Case) { expectInvariants(of: damage, sample: 4) }

    @Test(arguments: Notice.fixtures)
    func fixturesWithstandFlippedBytes(notice: Notice) {
        var random = SplitMix64(seed: Self.seed(notice.name))
        var report = FaultReport()
        for every in [40, 200, 1000, 5000] {
            for encoding in [nil, TextEncoding.utf8] {
                let bytes = Mutation.flipped(notice.bytes, every: every, random: &random)
                report.add(SourceText(decoding: bytes, encoding: encoding))
            }
        }
        report.expectNone()
    }

    /// Neighbours in the list, one behind the other, with a line end between them and without.
    @Test(arguments: Notice.fixtures.indices)
    func concatenationsWithstand(index: Int) {
        let texts = [Notice.fixtures[index].text, Notice.fixtures[(index + 1) % Notice.fixtures.count].text]
        var report = FaultReport()
        for separator in ["", "\n", "\u{C}"] { report.add(texts.joined(separator: separator)) }
        report.expectNone()
    }

    /// A sample of damaged sources must also give sound output.
    @Test(arguments: Notice.fixtures)
    func damagedOutputIsSound(notice: Notice) throws {
        var random = SplitMix64(seed: Self.seed(notice.name))
        let mutation = Mutation.allCases[Int(random.next() % UInt64(Mutation.allCases.count))]
        for text in mutation.texts(of: notice.text, sample: 1, random: &random).prefix(1) {
            try expectSoundOutput(SourceText(decoding: Array(text.utf8), encoding: .utf8))
        }
        let flipped = Mutation.flipped(notice.bytes, every: 100, random: &random)
        try expectSoundOutput(SourceText(decoding: flipped))
    }

    private func expectInvariants(of damage: Case, sample: Int) {
        var random = SplitMix64(seed: Self.seed(damage.testDescription))
        var report = FaultReport()
        for text in damage.mutation.texts(of: damage.notice.text, sample: sample, random: &random) { report.add(text) }
        report.expectNone()
    }

    /// A seed from a name, the same on every run (FNV-1a).
    static func seed(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// The first source that shows each kind of fault, made small.
struct FaultReport {
    private var found: [(fault: DocumentChecker.Fault, source: SourceText)] = []

    mutating func add(_ text: String) { add(SourceText(decoding: Array(text.utf8), encoding: .utf8)) }

    mutating func add(_ source: SourceText) {
        for fault in DocumentChecker(source).faults() where !found.contains(where: { $0.fault.check == fault.check }) {
            found.append((fault, source))
        }
    }

    func expectNone(sourceLocation: SourceLocation = #_sourceLocation) {
        for (fault, source) in found {
            var reducer = Reducer(check: fault.check)
            let small = reducer.reduced(String(decoding: source.utf8, as: UTF8.self))
            Issue.record("\(fault)\nshown by: \(small.debugDescription)", sourceLocation: sourceLocation)
        }
    }
}
