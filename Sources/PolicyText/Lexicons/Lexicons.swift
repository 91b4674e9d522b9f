/// The word lists that the stages use, ready for matching.
struct Lexicons: Sendable {
    var siteChrome: SiteChromeWords
    var genres: Lexicon
    var organizationEndings: Lexicon
    var stockHeadings: Lexicon
    var tableHeaders: Lexicon

    init(_ options: ParserOptions) {
        siteChrome = SiteChromeWords(Lexicon(text: PackageResources.site_chrome_txt, adding: options.siteChromeWords))
        genres = Lexicon(text: PackageResources.genres_txt, adding: options.genres)
        // The longest ending first, so that 管理委员会 is found before 委员会.
        organizationEndings = Lexicon(
            text: PackageResources.organization_endings_txt, adding: options.organizationEndings)
        stockHeadings = Lexicon(text: PackageResources.stock_headings_txt)
        tableHeaders = Lexicon(text: PackageResources.table_headers_txt)
    }

    /// No words at all, for readers that need none.
    static let none = Lexicons()

    private init() {
        let empty = Lexicon(text: [])
        siteChrome = SiteChromeWords(empty)
        genres = empty
        organizationEndings = empty
        stockHeadings = empty
        tableHeaders = empty
    }
}

/// What a caller can add to the parser's word lists.
public struct ParserOptions: Sendable, Hashable {
    /// Words of a site's page frame: `=word` matches a whole line, `^word` its beginning, `word` any place in a short line.
    public var siteChromeWords: [String]
    /// Further genres (文种).
    public var genres: [String]
    /// Further endings of organisation names.
    public var organizationEndings: [String]

    public init(siteChromeWords: [String] = [], genres: [String] = [], organizationEndings: [String] = []) {
        self.siteChromeWords = siteChromeWords
        self.genres = genres
        self.organizationEndings = organizationEndings
    }
}

/// The words of page frames, sorted by the way they match.
struct SiteChromeWords: Sendable {
    private var whole: Set<[UInt8]> = []
    private var opening: [[UInt8]] = []
    private var anywhere: [[UInt8]] = []

    init(_ lexicon: Lexicon) {
        for entry in lexicon.entries {
            switch entry.word.first {
            case 0x3D: whole.insert(Array(entry.word.dropFirst()))
            case 0x5E: opening.append(entry.word.dropFirst().filter { $0 != 0x20 })
            default: anywhere.append(entry.word)
            }
        }
    }

    /// Whether a line, white space taken out, belongs to the page's frame.
    func matches(_ line: [UInt8]) -> Bool {
        whole.contains(line) || opens(line) || anywhere.contains { line.contains($0) }
    }

    func isWhole(_ line: [UInt8]) -> Bool { whole.contains(line) }

    func opens(_ line: [UInt8]) -> Bool {
        opening.contains { word in
            line.starts(with: word)
                || startsFoldingColon(line, word)
        }
    }

    /// `来源:` for `来源：`.
    private func startsFoldingColon(_ line: [UInt8], _ word: [UInt8]) -> Bool {
        guard word.suffix(3) == [0xEF, 0xBC, 0x9A] else { return false }
        return line.starts(with: word.dropLast(3) + [0x3A])
    }
}

extension [UInt8] {
    /// Whether the bytes hold `word`.
    func contains(_ word: [UInt8]) -> Bool {
        guard let first = word.first, word.count <= count else { return false }
        for start in 0...(count - word.count) where self[start] == first && self[start...].starts(with: word) { return true }
        return false
    }

    func hasSuffix(_ word: [UInt8]) -> Bool { count >= word.count && suffix(word.count).elementsEqual(word) }
}
