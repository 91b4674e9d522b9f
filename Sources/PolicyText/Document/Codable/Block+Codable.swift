/// A block is one object: `kind` says which payload, and the payload's keys stand beside it.
extension Block: Codable {
    enum Kind: String, Codable, CaseIterable {
        case section, paragraph, table
    }

    enum CodingKeys: String, CodingKey {
        case kind
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self =
            switch try container.decode(Kind.self, forKey: .kind) {
            case .section: .section(try Section(from: decoder))
            case .paragraph: .paragraph(try Paragraph(from: decoder))
            case .table: .table(try Table(from: decoder))
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .section(let section):
            try container.encode(Kind.section, forKey: .kind)
            try section.encode(to: encoder)
        case .paragraph(let paragraph):
            try container.encode(Kind.paragraph, forKey: .kind)
            try paragraph.encode(to: encoder)
        case .table(let table):
            try container.encode(Kind.table, forKey: .kind)
            try table.encode(to: encoder)
        }
    }
}

// Synthesised encoding leaves out `nil` and writes `false` and `[]`; the contract wants `null` for a heading that a
// section lacks, and no key at all for what only a few blocks have.

extension Section {
    enum CodingKeys: String, CodingKey {
        case id, level, heading, headingRange, inline, marker, range, content
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            level: try container.decode(Int.self, forKey: .level),
            marker: try container.decode(Marker.self, forKey: .marker),
            heading: try container.decodeIfPresent(String.self, forKey: .heading),
            headingRange: try container.decodeIfPresent(SourceRange.self, forKey: .headingRange),
            inline: try container.decodeIfPresent(Bool.self, forKey: .inline) ?? false,
            range: try container.decode(SourceRange.self, forKey: .range),
            content: try container.decode([Block].self, forKey: .content))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(level, forKey: .level)
        try container.encode(heading, forKey: .heading)
        try container.encode(headingRange, forKey: .headingRange)
        if inline { try container.encode(true, forKey: .inline) }
        try container.encode(marker, forKey: .marker)
        try container.encode(range, forKey: .range)
        try container.encode(content, forKey: .content)
    }
}

extension Marker {
    enum CodingKeys: String, CodingKey {
        case text, scheme, ordinal, suffix, range
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            text: try container.decode(String.self, forKey: .text),
            scheme: try container.decode(NumberingScheme.self, forKey: .scheme),
            ordinal: try container.decode(Int.self, forKey: .ordinal),
            suffix: try container.decodeIfPresent([Int].self, forKey: .suffix) ?? [],
            range: try container.decode(SourceRange.self, forKey: .range))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(scheme, forKey: .scheme)
        try container.encode(ordinal, forKey: .ordinal)
        if !suffix.isEmpty { try container.encode(suffix, forKey: .suffix) }
        try container.encode(range, forKey: .range)
    }
}

extension Paragraph {
    enum CodingKeys: String, CodingKey {
        case text, range, pieces, content
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            text: try container.decode(String.self, forKey: .text),
            range: try container.decode(SourceRange.self, forKey: .range),
            pieces: try container.decodeIfPresent([SourcePiece].self, forKey: .pieces) ?? [],
            content: try container.decodeIfPresent([Block].self, forKey: .content) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(range, forKey: .range)
        if !pieces.isEmpty { try container.encode(pieces, forKey: .pieces) }
        if !content.isEmpty { try container.encode(content, forKey: .content) }
    }
}

extension Table {
    enum CodingKeys: String, CodingKey {
        case title, rows, headerRows, range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encode(rows, forKey: .rows)
        try container.encode(headerRows, forKey: .headerRows)
        try container.encode(range, forKey: .range)
    }
}

extension SourcePiece: Codable {
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        self.init(start: Int(try container.decode(UInt32.self)), end: Int(try container.decode(UInt32.self)))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(start)
        try container.encode(end)
    }
}
