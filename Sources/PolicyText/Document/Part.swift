/// A covering notice, the document that it issues, or an attachment.
public struct Part: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// The covering notice, or the only text of the page.
        case main
        /// The document that the notice issues (印发, 转发, 批转).
        case enclosure
        /// Every further 附件.
        case attachment
    }

    public var role: Role
    /// `nil` when the page shows none.
    public var title: String?
    public var titleRange: SourceRange?
    public var range: SourceRange
    public var content: [Block]

    public init(role: Role, title: String?, titleRange: SourceRange?, range: SourceRange, content: [Block]) {
        self.role = role
        self.title = title
        self.titleRange = titleRange
        self.range = range
        self.content = content
    }
}

/// Source text that belongs to no part: kept, so that nothing is lost.
public struct Furniture: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Navigation, share buttons, related links, footers of the web page.
        case siteChrome
        /// A header or footer that repeats from page to page.
        case pageHeader
        case pageNumber
        /// A form feed or other page break.
        case pageBreak
        case tableOfContents
        /// White space and line ends between blocks.
        case blank
        /// The imprint (版记, GB/T 9704-2012 7.4): copies, printing body and date.
        case imprint
        /// Rules, Markdown signs and other decoration.
        case decoration
    }

    public var kind: Kind
    public var range: SourceRange

    public init(kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}
