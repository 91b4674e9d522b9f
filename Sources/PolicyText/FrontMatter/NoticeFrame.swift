/// Where the notice begins and ends on its page, its parts, and the paragraphs that carry its front matter.
struct NoticeFrame {
    struct PartFrame {
        var role: Part.Role
        /// The paragraphs of the title, inside `paragraphs`; empty when the page shows none.
        var title: Range<Int>
        /// All paragraphs of the part.
        var paragraphs: Range<Int>
    }

    var parts: [PartFrame] = []
    /// The token behind the title, where words of the page's frame follow it in the same paragraph.
    var titleEnd: Int?
    var genre: [UInt8]?
    var number: DocumentNumberReader.Found?
    /// Token ranges.
    var issuers: [Range<Int>] = []
    /// Bytes at the end of the last issuer that are no name: the 文件 of a letterhead.
    var issuerEnding = 0
    var recipients: [Range<Int>] = []
    /// Where the first addressee begins, inside a token perhaps.
    var recipientStart = 0
    var issuedOn: String?
    var publishedOn: String?
    var attachments: [Range<Int>] = []
    /// A title that stands only in the name of the page's own copy of the notice.
    var linkedTitle: Range<Int>?
}
