/// What the head and foot of a notice say about it. What the page does not show is `nil` or empty, never invented.
public struct Metadata: Sendable, Hashable, Codable {
    /// The notice's own full title (标题, GB/T 9704-2012 7.3.1), without white space that the layout put in.
    public var title: String?
    /// From the first to the last line of the title, or `nil`.
    public var titleRange: SourceRange?
    /// The genre (文种) that the title ends in: 通知, 意见, 办法 …
    public var genre: String?
    /// The document number (发文字号, GB/T 9704-2012 7.2.5).
    public var documentNumber: DocumentNumber?
    /// The issuing bodies (发文机关), in the order of the document.
    public var issuers: [OrganizationName]
    /// The addressees (主送机关, GB/T 9704-2012 7.3.2).
    public var recipients: [OrganizationName]
    /// The date of issue (成文日期), ISO 8601.
    public var issuedOn: String?
    /// The date on which the page was published (发布日期), ISO 8601.
    public var publishedOn: String?
    /// The titles listed under 附件： (附件说明, GB/T 9704-2012 7.3.4).
    public var attachments: [AttachmentTitle]
    /// Other documents that the text names in 《》, with their numbers where these follow.
    public var citations: [Citation]

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(
        title: String? = nil, titleRange: SourceRange? = nil, genre: String? = nil,
        documentNumber: DocumentNumber? = nil, issuers: [OrganizationName] = [],
        recipients: [OrganizationName] = [], issuedOn: String? = nil, publishedOn: String? = nil,
        attachments: [AttachmentTitle] = [], citations: [Citation] = []
    ) {
        self.title = title
        self.titleRange = titleRange
        self.genre = genre
        self.documentNumber = documentNumber
        self.issuers = issuers
        self.recipients = recipients
        self.issuedOn = issuedOn
        self.publishedOn = publishedOn
        self.attachments = attachments
        self.citations = citations
    }
}

/// A document number such as 国办发〔2018〕117号.
public struct DocumentNumber: Sendable, Hashable, Codable {
    /// As the source has it, without white space.
    public var text: String
    /// Six-corner brackets, half-width digits, no 第; orders keep theirs (`国务院令第737号`).
    public var normalized: String
    /// The issuing body's code (机关代字); joint numbers keep the first.
    public var agencyCode: String?
    /// The year in brackets, or `nil`.
    public var year: Int?
    /// The number before 号, or `nil`.
    public var serial: Int?
    /// Where it stands in the decoded source.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(
        text: String, normalized: String, agencyCode: String?, year: Int?, serial: Int?, range: SourceRange
    ) {
        self.text = text
        self.normalized = normalized
        self.agencyCode = agencyCode
        self.year = year
        self.serial = serial
        self.range = range
    }
}

/// A title listed under 附件：, without number and final punctuation.
public struct AttachmentTitle: Sendable, Hashable, Codable {
    /// The title without white space.
    public var title: String
    /// Where it stands in the decoded source.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(title: String, range: SourceRange) {
        self.title = title
        self.range = range
    }
}

/// Another document that the text names.
public struct Citation: Sendable, Hashable, Codable {
    /// The title without 《》 and white space.
    public var title: String
    /// The number that follows in brackets, normalised, or `nil`.
    public var documentNumber: String?
    /// The title with its 《》 in the decoded source.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(title: String, documentNumber: String?, range: SourceRange) {
        self.title = title
        self.documentNumber = documentNumber
        self.range = range
    }
}
