/// A covering notice, the document that it issues, or an attachment.
public struct Part: Sendable, Hashable, Codable {
    /// What a part is to the notice. Raw values are those of the output.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// The covering notice, or the only text of the page.
        case main
        /// The document that the notice issues (印发, 转发, 批转).
        case enclosure
        /// Every further 附件.
        case attachment
    }

    /// What the part is to the notice.
    public var role: Role
    /// The title without white space, `nil` when the page shows none.
    public var title: String?
    /// From the first to the last line of the title, or `nil`.
    public var titleRange: SourceRange?
    /// From the first byte of the title or text to the last; parts do not overlap.
    public var range: SourceRange
    /// Sections, paragraphs and tables in reading order, without the title.
    public var content: [Block]

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(role: Role, title: String?, titleRange: SourceRange?, range: SourceRange, content: [Block]) {
        self.role = role
        self.title = title
        self.titleRange = titleRange
        self.range = range
        self.content = content
    }
}

/// Source text that is no text of the notice: kept, so that nothing is lost.
public struct Furniture: Sendable, Hashable, Codable {
    /// What the text is. Raw values are those of the output.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Navigation, share buttons, related links, footers of the web page.
        case siteChrome
        /// A header or footer that repeats from page to page.
        case pageHeader
        /// A page number, such as — 1 —, 第1页 or 1/3.
        case pageNumber
        /// A form feed or other page break.
        case pageBreak
        /// A table of contents (目录) with its entries.
        case tableOfContents
        /// White space and line ends outside the parts.
        case blank
        /// The imprint (版记, GB/T 9704-2012 7.4): copies, printing body and date.
        case imprint
        /// Rules, Markdown signs and other decoration.
        case decoration
        /// What the page says about the notice for machines: its meta elements.
        case pageMetadata
        /// A footnote or endnote, behind the paragraph that refers to it.
        case footnote
    }

    /// What the text is.
    public var kind: Kind
    /// Where it stands, perhaps inside the range of a part; furniture does not overlap furniture.
    public var range: SourceRange

    /// Creates a value from its parts; for readers of other formats and for tests.
    public init(kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}
