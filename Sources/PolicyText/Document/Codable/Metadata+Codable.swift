// Decoding is synthesised where values are stored as they are. Encoding is written out because synthesis leaves out what is `nil`, and the contract shows
// `null`: a reader sees that the library looked for the value and the page does not have it.

extension Metadata {
    enum CodingKeys: String, CodingKey {
        case title, titleRange, genre, documentNumber, issuers, recipients
        case issuedOn, publishedOn, attachments, citations
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encode(titleRange, forKey: .titleRange)
        try container.encode(genre, forKey: .genre)
        try container.encode(documentNumber, forKey: .documentNumber)
        try container.encode(issuers, forKey: .issuers)
        try container.encode(recipients, forKey: .recipients)
        try container.encode(issuedOn, forKey: .issuedOn)
        try container.encode(publishedOn, forKey: .publishedOn)
        try container.encode(attachments, forKey: .attachments)
        try container.encode(citations, forKey: .citations)
    }
}

extension DocumentNumber {
    enum CodingKeys: String, CodingKey {
        case text, normalized, agencyCode, year, serial, range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(normalized, forKey: .normalized)
        try container.encode(agencyCode, forKey: .agencyCode)
        try container.encode(year, forKey: .year)
        try container.encode(serial, forKey: .serial)
        try container.encode(range, forKey: .range)
    }
}

extension Citation {
    enum CodingKeys: String, CodingKey {
        case title, documentNumber, range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encode(documentNumber, forKey: .documentNumber)
        try container.encode(range, forKey: .range)
    }
}

extension OrganizationName: Codable {
    enum CodingKeys: String, CodingKey {
        case name, level, region, canonicalName, range
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            level: try container.decode(Level.self, forKey: .level),
            region: try container.decodeIfPresent(String.self, forKey: .region),
            canonicalName: try container.decodeIfPresent(String.self, forKey: .canonicalName),
            range: try container.decode(SourceRange.self, forKey: .range))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(level, forKey: .level)
        try container.encode(region, forKey: .region)
        try container.encode(canonicalName, forKey: .canonicalName)
        try container.encode(range, forKey: .range)
    }
}
