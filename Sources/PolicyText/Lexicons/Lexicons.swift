import CLexicons

/// The word lists that the stages use, ready for matching.
///
/// A class, because the readers that hold it are copied for every question, and a copy of this many arrays is not free.
final class Lexicons: Sendable {
    let siteChrome: SiteChromeWords
    /// Genres by their ends, and the genre that each counts as.
    let genres: WordIndex
    let genreValues: [[UInt8]]
    let organizationEndings: WordIndex
    let stockHeadings: WordIndex
    /// Words that stock headings end in.
    let headingEndings: WordIndex
    let tableHeaders: WordIndex
    let units: UnitTable
    let targets: TargetWords
    let catalogue: OrganizationCatalogue
    let dutyWords: DutyWords

    convenience init(_ options: ParserOptions) {
        self.init(
            chrome: Lexicon(lexicon_site_chrome(), adding: options.siteChromeWords),
            genres: Lexicon(lexicon_genres(), adding: options.genres),
            organizations: Lexicon(
                lexicon_organization_endings(), adding: options.organizationEndings),
            headings: Lexicon(lexicon_stock_headings()),
            tables: Lexicon(lexicon_table_headers()),
            catalogue: OrganizationCatalogue(
                organizations: Lexicon.text(lexicon_organizations()),
                regions: Lexicon.text(lexicon_regions()),
                classes: Lexicon(lexicon_organization_classes()), names: options.organizations),
            duties: DutyWords(Lexicon(lexicon_duty_words())),
            units: Self.units(options), targets: TargetWords(Lexicon(lexicon_target_words())))
    }

    static func units(_ options: ParserOptions) -> UnitTable {
        UnitTable(Lexicon(lexicon_units(), adding: options.units))
    }

    /// The built-in lists alone: never changed, and made when first asked for.
    static let standard = Lexicons(ParserOptions())

    /// No words at all, for readers that need none.
    static let none: Lexicons = {
        let empty = Lexicon.empty
        return Lexicons(
            chrome: empty, genres: empty, organizations: empty, headings: empty, tables: empty,
            catalogue: OrganizationCatalogue(
                organizations: Lexicon.Text(start: nil, count: 0), regions: Lexicon.Text(start: nil, count: 0),
                classes: empty),
            duties: DutyWords(empty), units: UnitTable(empty), targets: TargetWords(empty))
    }()

    private init(
        chrome: Lexicon, genres: Lexicon, organizations: Lexicon, headings: Lexicon, tables: Lexicon,
        catalogue: OrganizationCatalogue, duties: DutyWords, units: UnitTable,
        targets: TargetWords
    ) {
        self.catalogue = catalogue
        dutyWords = duties
        self.units = units
        self.targets = targets
        siteChrome = SiteChromeWords(chrome)
        var genreIndex = WordIndex(by: .last)
        var genreValues: [[UInt8]] = []
        genres.forEachEntry { word, value in
            genreIndex.insert(word)
            genreValues.append(Array(value))
        }
        self.genres = genreIndex
        self.genreValues = genreValues
        organizationEndings = Self.index(organizations, by: .last)
        var stockHeadings = WordIndex(by: .first)
        var headingEndings = WordIndex(by: .first)
        headings.forEachEntry { word, _ in
            if word[0] == 0x2A {
                headingEndings.insert(UnsafeBufferPointer(rebasing: word.dropFirst()))
            } else {
                stockHeadings.insert(word)
            }
        }
        self.stockHeadings = stockHeadings
        self.headingEndings = headingEndings
        tableHeaders = Self.index(tables, by: .first)
    }

    private static func index(_ lexicon: Lexicon, by end: WordIndex.End) -> WordIndex {
        var index = WordIndex(by: end)
        lexicon.forEachEntry { word, _ in index.insert(word) }
        return index
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
    /// Further organisations, and further names of known ones.
    public var organizations: [OrganizationAlias]
    /// Further units: the word, and behind a tab its ``UnitFamily``, `count` without one.
    public var units: [String]
    /// What is looked for over the structure.
    public var findings: Findings

    /// Creates options; without arguments, those of the built-in word lists alone and everything that can be found.
    public init(
        siteChromeWords: [String] = [], genres: [String] = [], organizationEndings: [String] = [],
        organizations: [OrganizationAlias] = [], units: [String] = [], findings: Findings = .all
    ) {
        self.organizations = organizations
        self.siteChromeWords = siteChromeWords
        self.genres = genres
        self.organizationEndings = organizationEndings
        self.units = units
        self.findings = findings
    }
}

/// The words of page frames, sorted by the way they match.
struct SiteChromeWords: Sendable {
    private var whole = WordIndex(by: .first)
    private var opening = WordIndex(by: .first)
    private var anywhere = WordIndex(by: .first)

    init(_ lexicon: Lexicon) {
        var (whole, opening, anywhere) = (whole, opening, anywhere)
        lexicon.forEachEntry { word, _ in
            switch word[0] {
            case 0x3D: whole.insert(UnsafeBufferPointer(rebasing: word.dropFirst()))
            case 0x5E:
                let word = word.dropFirst().filter { $0 != 0x20 }
                word.withUnsafeBufferPointer { opening.insert($0) }
                // 来源: for 来源：
                if word.suffix(3) == [0xEF, 0xBC, 0x9A] {
                    (word.dropLast(3) + [0x3A]).withUnsafeBufferPointer { opening.insert($0) }
                }
            default: anywhere.insert(word)
            }
        }
        (self.whole, self.opening, self.anywhere) = (whole, opening, anywhere)
    }

    /// Whether a line, white space taken out, belongs to the page's frame.
    func matches(_ line: UnsafeBufferPointer<UInt8>) -> Bool { frames(line) || occurs(in: line) }

    /// Whether a line is a word for whole lines or begins with one for beginnings.
    func frames(_ line: UnsafeBufferPointer<UInt8>) -> Bool { isWhole(line) || opens(line) }

    /// Whether a word for any place stands in a line.
    func occurs(in line: UnsafeBufferPointer<UInt8>) -> Bool { anywhere.occurs(in: line) }

    /// A quick look at the first three bytes of a line: whether it may be a word for whole lines.
    func mayBeWhole(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        whole.mayOpen(at: offset, in: bytes)
    }

    func isWhole(_ line: [UInt8]) -> Bool { line.withUnsafeBufferPointer { isWhole($0) } }

    private func isWhole(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let index = whole.longest(at: 0, in: line, before: line.count) else { return false }
        return whole.byteCount(index) == line.count
    }

    func opens(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        opening.longest(at: 0, in: line, before: line.count) != nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes hold `word`.
    func holds(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard length > 0 else { return true }
        // The last byte tells more than the first, which most Han characters share.
        let last = word.utf8Start[length - 1]
        var place = length - 1
        while place < count {
            if self[place] == last, has(word, at: place - length + 1) { return true }
            place += 1
        }
        return false
    }

    /// Whether the bytes end in `word`.
    func ends(in word: StaticString) -> Bool { has(word, at: count - word.utf8CodeUnitCount) }

    /// Whether `word` stands at an offset.
    @inline(__always)
    func has(_ word: StaticString, at start: Int) -> Bool {
        guard start >= 0, start + word.utf8CodeUnitCount <= count else { return false }
        for place in 0..<word.utf8CodeUnitCount where self[start + place] != word.utf8Start[place] { return false }
        return true
    }
}

extension [UInt8] {
    /// Whether the bytes hold `word`; as ``contains(_:)``, without an array for the word.
    func holds(_ word: StaticString) -> Bool { withUnsafeBufferPointer { $0.holds(word) } }

    /// Whether the bytes end in `word`.
    func ends(in word: StaticString) -> Bool { withUnsafeBufferPointer { $0.ends(in: word) } }

    /// Whether the bytes hold `word`.
    func contains(_ word: [UInt8]) -> Bool {
        guard let first = word.first, word.count <= count else { return false }
        for start in 0...(count - word.count) where self[start] == first && self[start...].starts(with: word) {
            return true
        }
        return false
    }

    func hasSuffix(_ word: [UInt8]) -> Bool { count >= word.count && suffix(word.count).elementsEqual(word) }
}

extension ArraySlice<UInt8> {
    func hasSuffix(_ word: [UInt8]) -> Bool { count >= word.count && suffix(word.count).elementsEqual(word) }
}
