extension Document: Codable {
    enum CodingKeys: String, CodingKey {
        case schema, source, metadata, parts, responsibilities, targets, quantities, diagnostics, furniture, coverage,
            layout
    }

    /// Reads a document that this library, or another that keeps to its contract, has written.
    ///
    /// - Throws: `DecodingError`; among others when `schema` is not ``schema``, because the same keys may mean
    ///   something else in another version.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let schema = try container.decode(String.self, forKey: .schema)
        guard schema == Self.schema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema, in: container, debugDescription: "Expected \(Self.schema), found \(schema)")
        }
        self.init(
            source: try container.decode(SourceDescription.self, forKey: .source),
            metadata: try container.decode(Metadata.self, forKey: .metadata),
            parts: try container.decode([Part].self, forKey: .parts),
            responsibilities: try container.decode([Responsibility].self, forKey: .responsibilities),
            targets: try container.decode([Target].self, forKey: .targets),
            quantities: try container.decode([Quantity].self, forKey: .quantities),
            diagnostics: try container.decode([Diagnostic].self, forKey: .diagnostics),
            furniture: try container.decode([Furniture].self, forKey: .furniture),
            coverage: try container.decode(Double.self, forKey: .coverage),
            layout: try container.decodeIfPresent([LayoutBlock].self, forKey: .layout) ?? [])
    }

    /// Writes the same content as ``JSONWriter``, through any encoder; far slower with `JSONEncoder`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.schema, forKey: .schema)
        try container.encode(source, forKey: .source)
        try container.encode(metadata, forKey: .metadata)
        try container.encode(parts, forKey: .parts)
        try container.encode(responsibilities, forKey: .responsibilities)
        try container.encode(targets, forKey: .targets)
        try container.encode(quantities, forKey: .quantities)
        try container.encode(diagnostics, forKey: .diagnostics)
        try container.encode(furniture, forKey: .furniture)
        try container.encode(coverage.finite, forKey: .coverage)
        if !layout.isEmpty { try container.encode(layout, forKey: .layout) }
    }
}

extension SourceDescription {
    enum CodingKeys: String, CodingKey {
        case name, format, reader, bodyRule, encoding, byteOrderMark, byteCount, sha256
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(format, forKey: .format)
        try container.encodeIfPresent(reader, forKey: .reader)
        try container.encodeIfPresent(bodyRule, forKey: .bodyRule)
        try container.encode(encoding, forKey: .encoding)
        try container.encode(byteOrderMark, forKey: .byteOrderMark)
        try container.encode(byteCount, forKey: .byteCount)
        try container.encode(sha256, forKey: .sha256)
    }
}

extension Part {
    enum CodingKeys: String, CodingKey {
        case role, title, titleRange, range, content
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(role, forKey: .role)
        try container.encode(title, forKey: .title)
        try container.encode(titleRange, forKey: .titleRange)
        try container.encode(range, forKey: .range)
        try container.encode(content, forKey: .content)
    }
}
