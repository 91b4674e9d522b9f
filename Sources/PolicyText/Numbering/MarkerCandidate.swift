/// A place where a marker could stand, with its evidence.
struct MarkerCandidate {
    /// Where a candidate stands; the raw value is its weight as evidence.
    enum Position: Int8 {
        /// A paragraph begins with it.
        case paragraphStart = 10
        /// A line begins with it that the layout joined to the one before.
        case lineStart = 5
        /// Behind a wide gap of white space.
        case afterGap = 6
        /// Behind 。 ！ ？ or a bracket that closes a sentence.
        case afterSentence = 4
        /// Behind a single space.
        case afterSpace = 3
        case afterColon = 2
        case afterSemicolon = 1
        case afterComma = 0
        /// Behind a Han character or anything else.
        case inText = -1
    }

    /// The first token.
    @Narrow var token: Int
    /// The token that holds the first byte behind the marker; that byte may lie inside it (一是…).
    @Narrow var bodyToken: Int
    /// The bytes of the marker, its punctuation included.
    @Narrow var start: Int
    @Narrow var end: Int
    @Narrow var ordinal: Int
    var scheme: NumberingScheme
    /// Further numbers: 之一, 1.2.3.
    var suffix = Suffix()
    var position: Position = .paragraphStart
    /// Reads like a marker but may be text: a reference, a decimal, a list of grades.
    var isDoubtful = false
    /// The source has it damaged or mixed.
    var isRepaired = false
    /// What the marker is when taken for what it looks like: l. and I. as letters.
    var lookAlike: Reading?
    /// The paragraph that it stands in; whoever has the paragraphs says so.
    @Narrow var paragraph = -1
    /// Whether the paragraph may hold several that run together, so that it may open a section wherever it stands.
    var isMerged = false

    /// Up to four numbers of up to four digits. No array: candidates and what is made of them are copied a lot, and
    /// without references a copy is a move of bytes.
    struct Suffix {
        private var numbers = SIMD4<Int16>.zero
        @Narrow private(set) var count = 0

        static let capacity = 4

        var isEmpty: Bool { count == 0 }
        var last: Int? { count == 0 ? nil : Int(numbers[count - 1]) }
        var array: [Int] { (0..<count).map { Int(numbers[$0]) } }

        /// Adds a number; beyond the capacity there is nothing to add.
        mutating func append(_ number: Int) {
            guard count < Self.capacity else { return }
            numbers[count] = Int16(clamping: number)
            count += 1
        }
    }

    struct Reading {
        var scheme: NumberingScheme
        @Narrow var ordinal: Int
    }

    /// Where the number stands when the layout tore it from its dot; `start..<end` is then the dot.
    var displaced: Range<Int>? {
        get { displacedStart < 0 ? nil : displacedStart..<displacedEnd }
        set { (displacedStart, displacedEnd) = (newValue?.lowerBound ?? -1, newValue?.upperBound ?? -1) }
    }
    @Narrow private var displacedStart = -1
    @Narrow private var displacedEnd = -1

    /// Candidates come in thousands and are copied a lot: no optional range, whose 24 bytes would be a third of it.
    init(token: Int, bodyToken: Int, start: Int, end: Int, scheme: NumberingScheme, ordinal: Int) {
        self.token = token
        self.bodyToken = bodyToken
        self.start = start
        self.end = end
        self.scheme = scheme
        self.ordinal = ordinal
    }
}

extension MarkerCandidate {
    /// The usual rank of the scheme; a bare 2 stands above the 2.1 below it.
    var usualRank: Int { scheme == .decimal && suffix.isEmpty ? 4 : scheme.usualRank }
}

extension NumberingScheme {
    /// The usual order of the schemes in notices (GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）); it breaks ties only.
    var usualRank: Int {
        switch self {
        case .volume: 0
        case .chapter: 1
        case .articleSection: 2
        case .article: 3
        case .clause: 4
        case .item: 5
        case .annexTable, .attachment: 0
        case .box, .table: 5
        case .han: 3
        case .parenthesizedHan: 5
        case .stem: 6
        case .arabicDot, .arabicComma: 6
        case .decimal: 7
        case .parenthesizedArabic, .arabicParenthesis: 8
        case .roman: 6
        case .upperLetter: 7
        case .circled: 9
        case .lowerLetter: 9
        case .hanIs, .ordinalWord, .sequenceWord: 10
        }
    }

    /// Whether the first of a new list may close open lists of lower rank. A box stands inside whatever unit it belongs to.
    var closesLowerLists: Bool { self != .box }

    /// Whether a marker of the scheme may stand right behind another: 第七条　（一）, not 2．第二项任务.
    var followsMarkers: Bool {
        switch self {
        case .han, .parenthesizedHan, .arabicDot, .arabicComma, .parenthesizedArabic, .arabicParenthesis, .circled: true
        default: false
        }
    }

    /// Whether articles stand below units of the scheme.
    var holdsArticles: Bool { self == .chapter || self == .articleSection }

    /// Enumerations in words, which live inside sentences.
    var isWord: Bool { self == .hanIs || self == .ordinalWord || self == .sequenceWord }
}
