// Responsibilities, targets and diagnostics. As in the metadata, optionals become `null` instead of going missing.

extension Responsibility {
    enum CodingKeys: String, CodingKey {
        case section, form, text, deadline, range, assignments
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(section, forKey: .section)
        try container.encode(form, forKey: .form)
        try container.encode(text, forKey: .text)
        try container.encode(deadline, forKey: .deadline)
        try container.encode(range, forKey: .range)
        try container.encode(assignments, forKey: .assignments)
    }
}

extension Target {
    enum CodingKeys: String, CodingKey {
        case section, form, text, indicator, scope, measure, relation, value, unit, per, deadline, baseline, range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(section, forKey: .section)
        try container.encode(form, forKey: .form)
        try container.encode(text, forKey: .text)
        try container.encode(indicator, forKey: .indicator)
        try container.encode(scope, forKey: .scope)
        try container.encode(measure, forKey: .measure)
        try container.encode(relation, forKey: .relation)
        try container.encode(value, forKey: .value)
        try container.encode(unit, forKey: .unit)
        try container.encode(per, forKey: .per)
        try container.encode(deadline, forKey: .deadline)
        try container.encode(baseline, forKey: .baseline)
        try container.encode(range, forKey: .range)
    }
}

extension Quantity {
    enum CodingKeys: String, CodingKey {
        case section, role, text, value, unit, range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(section, forKey: .section)
        try container.encode(role, forKey: .role)
        try container.encode(text, forKey: .text)
        try container.encode(value, forKey: .value)
        try container.encode(unit, forKey: .unit)
        try container.encode(range, forKey: .range)
    }
}

extension Deadline {
    enum CodingKeys: String, CodingKey {
        case text, date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(date, forKey: .date)
    }
}

/// A number, or an array of the lower and the upper bound.
extension TargetValue: Codable {
    public init(from decoder: any Decoder) throws {
        guard var bounds = try? decoder.unkeyedContainer() else {
            self = .number(try decoder.singleValueContainer().decode(Double.self))
            return
        }
        self = .between(try bounds.decode(Double.self), try bounds.decode(Double.self))
        guard bounds.isAtEnd else {
            throw DecodingError.dataCorruptedError(in: bounds, debugDescription: "A range has two bounds, not more")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .number(let value):
            var container = encoder.singleValueContainer()
            try container.encode(value.finite)
        case .between(let low, let high):
            var container = encoder.unkeyedContainer()
            try container.encode(low.finite)
            try container.encode(high.finite)
        }
    }
}

extension Diagnostic: Codable {
    enum CodingKeys: String, CodingKey {
        case rule, severity, origin, message, messageEnglish, range
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            rule: try container.decode(Rule.self, forKey: .rule),
            severity: try container.decode(Severity.self, forKey: .severity),
            origin: try container.decode(Origin.self, forKey: .origin),
            message: try container.decode(String.self, forKey: .message),
            messageEnglish: try container.decode(String.self, forKey: .messageEnglish),
            range: try container.decode(SourceRange.self, forKey: .range))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(severity, forKey: .severity)
        try container.encode(origin, forKey: .origin)
        try container.encode(message, forKey: .message)
        try container.encode(messageEnglish, forKey: .messageEnglish)
        try container.encode(range, forKey: .range)
    }
}

extension Double {
    /// `nil` for what JSON cannot say, so that encoding writes `null` instead of failing.
    var finite: Double? { isFinite ? self : nil }
}
