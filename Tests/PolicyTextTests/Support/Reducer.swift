import PolicyText

/// Makes a source that shows a fault smaller while it shows the same fault, so that the report is an input to work with.
struct Reducer {
    /// How often the source may be parsed.
    var budget = 300
    let check: String

    /// The source with as many stretches left out as the budget allows.
    mutating func reduced(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        var step = max(1, scalars.count / 2)
        while step >= 1, budget > 0 {
            var start = 0
            var hasChanged = false
            while start < scalars.count, budget > 0 {
                var shorter = scalars
                shorter.removeSubrange(start..<min(scalars.count, start + step))
                budget -= 1
                if shows(shorter) {
                    scalars = shorter
                    hasChanged = true
                } else {
                    start += step
                }
            }
            if !hasChanged || step > 1 { step /= 2 }
        }
        return Self.string(scalars)
    }

    private func shows(_ scalars: [Unicode.Scalar]) -> Bool {
        let source = SourceText(decoding: Array(Self.string(scalars).utf8), encoding: .utf8)
        return DocumentChecker(source).faults().contains { $0.check == check }
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
