/// A heading, a paragraph or a table of the finished document, in reading order.
struct Passage {
    enum Kind { case heading, paragraph, table }

    let kind: Kind
    /// The place of its bytes in ``ReadingText/bytes``; empty for a table.
    let range: Range<Int>
    /// The unit that holds it, as an index of ``ReadingText/units``, or -1 outside every section.
    let unit: Int
    /// The part that holds it, from 0.
    let part: Int
    /// The units inside its running text.
    var inlineUnits: Range<Int> = 0..<0
    /// The index in ``ReadingText/tables``, or -1.
    var table = -1
    /// Where it stands in the decoded source.
    let source: Range<Int>
    /// The index of its pieces in ``ReadingText/pieces``; -1 where the source has it as it stands, or for a heading.
    var pieces = -1
}

/// A section of the finished document, without its content.
struct PassageUnit {
    let id: String
    /// The unit around it, or -1.
    let parent: Int
    let part: Int
    let level: Int
    let scheme: NumberingScheme
    let ordinal: Int
    let isInline: Bool
    /// Where it stands in the decoded source.
    let source: Range<Int>
    /// Its own passages and those of the units below it.
    var passages: Range<Int>
}
