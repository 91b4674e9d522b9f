import Foundation

@testable import PolicyText

/// Compares a document with what a careful reader takes from it (`expected.json`): metadata, parts, outline and
/// duties and targets.
///
/// Text is compared folded: NFKC, without white space and without punctuation at either end. Inline units are optional.
struct GoldComparison {
    /// How many entries are right, were found, and are expected.
    struct Tally: Equatable {
        var right = 0
        var found = 0
        var expected = 0
        /// Entries that are missing or too many.
        var differing: Int { found + expected - 2 * right }
        var f1: Double { found + expected == 0 ? 1 : 2 * Double(right) / Double(found + expected) }

        static func += (a: inout Tally, b: Tally) {
            a.right += b.right
            a.found += b.found
            a.expected += b.expected
        }
    }

    enum Measure: String, CaseIterable, Sendable { case metadata, parts, outline, duties, targets }

    private(set) var tallies: [Measure: Tally] = [:]
    /// What differs: `-` is missing, `+` is too many.
    private(set) var differences: [String] = []

    subscript(measure: Measure) -> Tally { tallies[measure] ?? Tally() }

    init(_ document: Document, _ truth: JSONValue) {
        compare(.metadata, Self.metadata(document.metadata), Self.metadata(truth["meta"] ?? .null))
        compare(
            .parts, document.parts.map { "\($0.role.rawValue) \(Self.fold($0.title))" },
            (truth["parts"]?.elements ?? []).map { "\($0["role"]?.string ?? "") \(Self.fold($0["title"]?.string))" })
        compareOutline(document, truth["outline"]?.elements ?? [])
        compare(.duties, Self.duties(document), Self.duties(truth["responsibilities"]?.elements ?? []))
        compareTargets(document.targets, truth["targets"]?.elements ?? [])
    }

    mutating func record(_ measure: Measure, _ tally: Tally, _ differing: [String]) {
        tallies[measure] = tally
        differences += differing
    }

    // MARK: Bags of entries

    private mutating func compare(_ measure: Measure, _ found: [String], _ expected: [String]) {
        var left = expected
        var extra: [String] = []
        for entry in found {
            if let index = left.firstIndex(of: entry) { left.remove(at: index) } else { extra.append(entry) }
        }
        tallies[measure] = Tally(right: found.count - extra.count, found: found.count, expected: expected.count)
        differences += left.map { "\(measure.rawValue) - \($0)" } + extra.map { "\(measure.rawValue) + \($0)" }
    }

    private static func metadata(_ metadata: Metadata) -> [String] {
        let single = [
            ("title", metadata.title), ("genre", metadata.genre), ("issuedOn", metadata.issuedOn),
            ("publishedOn", metadata.publishedOn), ("documentNumber", metadata.documentNumber?.normalized),
        ]
        return points(
            single, metadata.issuers.map(\.name), metadata.recipients.map(\.name), metadata.attachments.map(\.title))
    }

    private static func metadata(_ truth: JSONValue) -> [String] {
        let keys = ["title", "genre", "issuedOn", "publishedOn", "documentNumber"]
        func list(_ key: String) -> [String] { truth[key]?.strings ?? [] }
        return points(keys.map { ($0, truth[$0]?.string) }, list("issuers"), list("recipients"), list("attachments"))
    }

    private static func points(
        _ single: [(String, String?)], _ issuers: [String], _ recipients: [String], _ attachments: [String]
    ) -> [String] {
        single.compactMap { key, value in value.map { "\(key) \(fold($0))" } } + issuers.map { "issuer \(fold($0))" }
            + recipients.map { "recipient \(fold($0))" } + attachments.map { "attachment \(fold($0))" }
    }

    // MARK: Duties

    /// Where, in which form, who, in which role, whether the list is open, and by when.
    private static func duties(_ document: Document) -> [String] {
        // Outer sections come first.
        var places: [String: [String]] = [:]
        for place in DocumentChecker.places(in: document) {
            places[place.section.id] = (places[place.parent] ?? []) + [place.section.marker.text]
        }
        return document.responsibilities.flatMap { duty in
            let path = duty.section.flatMap { places[$0] } ?? []
            return duty.assignments.flatMap { assignment in
                assignment.departments.map { department in
                    self.duty(
                        path, duty.form.rawValue, duty.deadline, assignment.role.rawValue, assignment.open,
                        department.name)
                }
            }
        }
    }

    private static func duties(_ truth: [JSONValue]) -> [String] {
        truth.flatMap { duty in
            (duty["assignments"]?.elements ?? []).flatMap { assignment in
                (assignment["departments"]?.strings ?? []).map { name in
                    self.duty(
                        duty["at"]?.strings ?? [], duty["form"]?.string ?? "", duty["deadline"]?.string,
                        assignment["role"]?.string ?? "", assignment["open"] == .boolean(true), name)
                }
            }
        }
    }

    private static func duty(
        _ path: [String], _ form: String, _ deadline: String?, _ role: String, _ isOpen: Bool, _ name: String
    ) -> String {
        let place = path.map { fold($0, strips: false) }.joined()
        return "\(place) \(form) \(role)\(isOpen ? "+" : "") \(fold(name)) \(fold(deadline))"
    }

    // MARK: Outline

    private struct Unit: Equatable {
        var marker: String
        var level: Int
        var heading: String
        var text: String { String(repeating: "  ", count: level) + marker + " " + heading }
    }

    /// In reading order. A unit too many whose marker is expected as inline costs nothing.
    private mutating func compareOutline(_ document: Document, _ truth: [JSONValue]) {
        let found = DocumentChecker.places(in: document).map(\.section).filter { !$0.inline }
            .map {
                Unit(marker: Self.fold($0.marker.text, strips: false), level: $0.level, heading: Self.fold($0.heading))
            }
        let expected = truth.filter { $0["inline"] != .boolean(true) }.map(Self.unit)
        var optional = truth.filter { $0["inline"] == .boolean(true) }.map { Self.unit($0).marker }
        let right = Self.aligned(found, expected)
        let isRight = Set(right.map(\.0))
        var forgiven = 0
        for (index, unit) in found.enumerated() where !isRight.contains(index) {
            if let at = optional.firstIndex(of: unit.marker), !expected.contains(where: { $0.marker == unit.marker }) {
                optional.remove(at: at)
                forgiven += 1
            } else {
                differences.append("outline + \(unit.text)")
            }
        }
        let isMet = Set(right.map(\.1))
        differences += expected.indices.filter { !isMet.contains($0) }.map { "outline - \(expected[$0].text)" }
        tallies[.outline] = Tally(right: right.count, found: found.count - forgiven, expected: expected.count)
    }

    private static func unit(_ truth: JSONValue) -> Unit {
        var level = 0
        if case .number(let text)? = truth["level"] { level = Int(text) ?? 0 }
        return Unit(
            marker: fold(truth["marker"]?.string, strips: false), level: level, heading: fold(truth["heading"]?.string))
    }

    /// The longest common subsequence, as pairs of indices.
    private static func aligned(_ a: [Unit], _ b: [Unit]) -> [(Int, Int)] {
        var length = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                pairs.append((i, j))
                (i, j) = (i + 1, j + 1)
            } else if length[i + 1][j] >= length[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    // MARK: Folding

    static func fold(_ text: String?, strips: Bool = true) -> String {
        let folded = DocumentChecker.squash(
            DocumentChecker.squash(text ?? "").precomposedStringWithCompatibilityMapping)
        return strips ? folded.trimmingCharacters(in: CharacterSet(charactersIn: "，。；：、,.;:")) : folded
    }
}

extension JSONValue {
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }
}
