import PolicyText

/// Prints what is promised, and by when.
struct TargetsPrinter: FindingsPrinter {
    let output: OutputStream
    let language: Language

    // MARK: - Table

    func printTable(_ document: Document) throws(Failure) {
        guard !document.targets.isEmpty else {
            return try output.write(language.choose("没有找到指标。\n", "No targets found.\n"))
        }
        let paths = SectionPaths(document)
        var table = TextTable(
            headers: [
                language.choose("行", "line"), language.choose("章节", "section"), language.choose("范围", "scope"),
                language.choose("指标", "indicator"), language.choose("要求", "value"), language.choose("单位", "unit"),
                language.choose("周期", "per"), language.choose("期限", "deadline"), language.choose("基期", "baseline"),
            ],
            limits: [8, 32, 12, 44, 26, 14, 10, 16, 20])
        for target in document.targets {
            let place = paths.place(of: target.section)
            table.add(
                [
                    String(target.range.line), place.markers + place.heading, target.scope ?? "", target.indicator,
                    requirement(target), target.unit, target.per.map(period) ?? "",
                    target.deadline?.date ?? target.deadline?.text ?? "", target.baseline ?? "",
                ])
        }
        try table.print(to: output)
    }

    /// Relation and value as people write them: ≥ 95, + 10, 5–10.
    private func requirement(_ target: Target) -> String {
        let value = number(target.value, grouped: true)
        let sign =
            switch target.relation {
            case .reach, .range: ""
            case .exceed: "> "
            case .atLeast: "≥ "
            case .atMost: "≤ "
            case .approx: "≈ "
            }
        return switch target.measure {
        case .level: sign + value
        case .increase: language.choose("增 ", "+ ") + sign + value
        case .decrease: language.choose("减 ", "- ") + sign + value
        }
    }

    private func period(_ name: String) -> String {
        guard language == .chinese else { return name }
        return switch name {
        case "year": "每年"
        case "half-year": "每半年"
        case "quarter": "每季度"
        case "month": "每月"
        case "week": "每周"
        case "day": "每日"
        case "term": "每学期"
        default: name.hasSuffix("-year") ? "每\(name.dropLast(5))年" : name
        }
    }

    private func number(_ value: TargetValue, grouped: Bool) -> String {
        switch value {
        case .number(let number): text(number, grouped)
        case .between(let low, let high): "\(text(low, grouped))–\(text(high, grouped))"
        }
    }

    /// Without a decimal point where there are no decimals, and with four of them at most.
    private func text(_ number: Double, _ isGrouped: Bool) -> String {
        guard number.magnitude < 1e15, number.isFinite else { return "\(number)" }
        let scaled = (number * 10_000).rounded()
        let whole = Int(scaled.magnitude) / 10_000
        var decimals = String(Int(scaled.magnitude) % 10_000 + 10_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        let digits = Array(String(whole))
        var result = number < 0 && scaled != 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if isGrouped, index > 0, (digits.count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return decimals.isEmpty ? result : result + "." + decimals
    }

    // MARK: - CSV

    func printCSVHeader() throws(Failure) {
        try CSVWriter(output: output).write(
            [
                "file", "line", "section", "markers", "heading", "form", "scope", "indicator", "measure", "relation",
                "value",
                "upperValue", "unit", "per", "deadline", "deadlineText", "baseline", "text",
            ])
    }

    /// One row a target.
    func printCSV(_ document: Document, file: String) throws(Failure) {
        let paths = SectionPaths(document)
        let writer = CSVWriter(output: output)
        for target in document.targets {
            let place = paths.place(of: target.section)
            let (low, high) =
                switch target.value {
                case .number(let number): (text(number, false), "")
                case .between(let low, let high): (text(low, false), text(high, false))
                }
            try writer.write(
                [
                    file, String(target.range.line), target.section ?? "", place.markers, place.heading,
                    target.form.rawValue, target.scope ?? "", target.indicator, target.measure.rawValue,
                    target.relation.rawValue, low, high, target.unit, target.per ?? "", target.deadline?.date ?? "",
                    target.deadline?.text ?? "", target.baseline ?? "", target.text,
                ])
        }
    }

    // MARK: - JSON

    /// The document's `targets`, one array a line.
    func printJSON(_ document: Document) throws(Failure) {
        try JSONWriter().write(document.targets) { (chunk) throws(Failure) in try output.write(chunk) }
        try output.write("\n")
    }
}
