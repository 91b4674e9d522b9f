@testable import PolicyText

/// Checks what a document says of its source against the source itself, without the library's own accounting.
///
/// Every check is a function that returns the faults it found; ``faults()`` runs them all.
struct DocumentChecker {
    struct Fault: Equatable, CustomStringConvertible {
        /// The invariant that does not hold.
        var check: String
        var message: String
        var description: String { "\(check): \(message)" }
    }

    let source: SourceText
    let document: Document
    let tokens: [Token]
    var bytes: [UInt8] { source.utf8 }
    /// For each byte: whether it is white space or another invisible character, or a number torn from its dot.
    let white: [Bool]
    /// For each byte: whether it lies in a furniture range.
    let furniture: [Bool]
    /// For each offset, the number of bytes before it that are neither white nor furniture.
    let ink: [Int32]
    /// For each offset, the number of characters that begin before it.
    let scalars: [Int32]
    /// The offsets at which lines begin.
    let lineStarts: [Int]
    /// Where a repair of the numbering is reported.
    let repaired: Set<Int>

    init(_ source: SourceText, _ document: Document) {
        self.source = source
        self.document = document
        let utf8 = source.utf8
        tokens = Tokenizer.tokens(of: source)
        var furniture = [Bool](repeating: false, count: utf8.count)
        for item in document.furniture {
            for offset in item.range.offsets.clamped(to: 0..<utf8.count) { furniture[offset] = true }
        }
        let repaired = Set(document.diagnostics.filter { $0.rule == .numberingRepair }.map(\.range.start))
        var white = Self.whiteBytes(utf8)
        for offset in Self.displacedNumbers(document, repaired, utf8).joined() { white[offset] = true }
        var ink: [Int32] = [0]
        var scalars: [Int32] = [0]
        var lineStarts = [0]
        ink.reserveCapacity(utf8.count + 1)
        scalars.reserveCapacity(utf8.count + 1)
        for (offset, byte) in utf8.enumerated() {
            ink.append(ink[offset] + (white[offset] || furniture[offset] ? 0 : 1))
            scalars.append(scalars[offset] + (byte & 0xC0 == 0x80 ? 0 : 1))
            let isCRLF = byte == 0x0D && offset + 1 < utf8.count && utf8[offset + 1] == 0x0A
            if byte == 0x0A || byte == 0x0D && !isCRLF { lineStarts.append(offset + 1) }
        }
        self.furniture = furniture
        self.white = white
        self.ink = ink
        self.scalars = scalars
        self.lineStarts = lineStarts
        self.repaired = repaired
    }

    init(_ source: SourceText) { self.init(source, Parser().parse(source)) }

    /// The faults of all invariants; at most a dozen of each.
    func faults() -> [Fault] {
        let checks = [
            tokenFaults, rangeFaults, furnitureFaults, partFaults, blockFaults, accountFaults, sectionFaults,
            markerFaults, headingFaults, paragraphFaults, tableFaults, metadataFaults, identifierFaults,
            coverageFaults, dutyFaults,
        ]
        var faults: [Fault] = rangeFaults()
        // Ranges beyond the text would trap the checks that slice.
        if faults.contains(where: { $0.check == "bounds" }) { return faults }
        faults = []
        for check in checks { faults += check().prefix(12) }
        return faults
    }

    // MARK: Bytes

    private static func whiteBytes(_ utf8: [UInt8]) -> [Bool] {
        var white: [Bool] = []
        white.reserveCapacity(utf8.count)
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            let isWhite = isWhite(scalar)
            for _ in 0..<UTF8.width(scalar) { white.append(isWhite) }
        }
        return white
    }

    /// Numbers that the layout tore from their dots: in no text, but each is the marker of a section.
    private static func displacedNumbers(_ document: Document, _ repaired: Set<Int>, _ utf8: [UInt8]) -> [Range<Int>] {
        places(in: document).map(\.section.marker.range.offsets).filter { range in
            guard repaired.contains(range.lowerBound), range.upperBound <= utf8.count else { return false }
            return String(decoding: utf8[range], as: UTF8.self).allSatisfy(\.isNumber)
        }
    }

    /// White space, control and invisible characters.
    static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x3001...0x3163, 0x3165...0x9FFF, 0xFF01...0xFF9F: return false
        case 0x2800: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Text without white space and invisible characters.
    static func squash(_ text: String) -> String {
        var squashed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isWhite(scalar) { squashed.append(scalar) }
        return String(squashed)
    }

    /// The bytes of a range that are neither white nor furniture.
    func inkSlice(_ range: Range<Int>) -> String {
        String(decoding: range.filter { !white[$0] && !furniture[$0] }.map { bytes[$0] }, as: UTF8.self)
    }

    func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func inkCount(_ range: Range<Int>) -> Int {
        range.isEmpty ? 0 : Int(ink[range.upperBound] - ink[range.lowerBound])
    }

    /// For messages.
    func excerpt(_ range: Range<Int>) -> String {
        "\(range) “\(slice(range.lowerBound..<min(range.upperBound, range.lowerBound + 240)))”"
    }
}

extension DocumentChecker {
    /// Every section of the document with its surroundings, in reading order.
    struct Place {
        var section: Section
        var part: Int
        /// The sections around it, from 1.
        var depth: Int
        var parent: String
        var isInParagraph: Bool
    }

    func places() -> [Place] { Self.places(in: document) }

    static func places(in document: Document) -> [Place] {
        var places: [Place] = []
        func walk(_ blocks: [Block], _ part: Int, _ depth: Int, _ parent: String, _ isInParagraph: Bool) {
            for block in blocks {
                switch block {
                case .section(let section):
                    places.append(
                        Place(section: section, part: part, depth: depth, parent: parent, isInParagraph: isInParagraph))
                    walk(section.content, part, depth + 1, section.id, isInParagraph)
                case .paragraph(let paragraph): walk(paragraph.content, part, depth, parent, true)
                case .table: break
                }
            }
        }
        for (index, part) in document.parts.enumerated() { walk(part.content, index, 1, "p\(index + 1)", false) }
        return places
    }

    func paragraphs() -> [Paragraph] { document.parts.flatMap { Self.paragraphs(in: $0.content) } }

    private static func paragraphs(in blocks: [Block]) -> [Paragraph] {
        blocks.flatMap { block -> [Paragraph] in
            switch block {
            case .section(let section): paragraphs(in: section.content)
            case .paragraph(let paragraph): [paragraph] + paragraphs(in: paragraph.content)
            case .table: []
            }
        }
    }
}

extension Block {
    var range: SourceRange {
        switch self {
        case .section(let section): section.range
        case .paragraph(let paragraph): paragraph.range
        case .table(let table): table.range
        }
    }
}
