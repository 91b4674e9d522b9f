/// Says what is wrong with the numbers of an outline.
struct NumberingFindings {
    let source: SourceText
    let builder: TextBuilder

    /// How many faults of numbering are reported: a text that repeats one marker without end is an attack.
    static let limit = 2_000

    func report(_ outline: Outline, to diagnostics: inout [Diagnostic]) {
        var count = 0
        for (node, choice) in zip(outline.nodes, outline.choices) {
            if count < Self.limit, let finding = finding(node, choice) {
                diagnostics.append(finding)
                count += 1
            }
            if node.candidate.isRepaired { diagnostics.append(repair(node)) }
        }
    }

    private func finding(_ node: OutlineNode, _ choice: SequenceSearch.Choice) -> Diagnostic? {
        switch choice.link {
        case .next, .first, .runsOn: return nil
        case .gap, .repeated, .disorder, .lateStart: break
        }
        let marker = builder.markerText(node.candidate)
        let expected = choice.expected
        switch choice.link {
        case .next, .first, .runsOn: return nil
        case .gap:
            return diagnostic(
                .numberingGap, node, "“\(marker)”之前缺少序号，按顺序应为\(expected)",
                "A number is missing before \(marker): \(expected) was expected")
        case .repeated:
            return diagnostic(.numberingRepeat, node, "序号“\(marker)”重复", "The number \(marker) occurs twice")
        case .disorder:
            return diagnostic(
                .numberingDisorder, node, "序号“\(marker)”倒退，按顺序应为\(expected)",
                "The number \(marker) goes back: \(expected) was expected")
        case .lateStart:
            return diagnostic(
                .numberingStart, node, "一组序号从“\(marker)”开始，而不是从一开始", "A sequence opens with \(marker), not with one")
        }
    }

    private func diagnostic(
        _ rule: Diagnostic.Rule, _ node: OutlineNode, _ message: String, _ english: String
    ) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: .warning, origin: .drafter, message: message, messageEnglish: english,
            range: source.range(node.candidate.displaced ?? node.candidate.start..<node.candidate.end))
    }

    private func repair(_ node: OutlineNode) -> Diagnostic {
        let marker = builder.markerText(node.candidate)
        return Diagnostic(
            rule: .numberingRepair, severity: .hint, origin: .input, message: "序号写法不规范或已损坏，读作“\(marker)”",
            messageEnglish: "A damaged or mixed marker was read as \(marker)",
            range: source.range(node.candidate.displaced ?? node.candidate.start..<node.candidate.end))
    }
}
