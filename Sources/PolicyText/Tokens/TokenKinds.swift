/// A set of token kinds: what a line or a paragraph may hold, so that whole passes over its tokens can be left out.
struct TokenKinds: Sendable {
    private var bits: UInt64

    static let none = TokenKinds(bits: 0)
    /// For tokens that nobody looked at yet.
    static let any = TokenKinds(bits: .max)

    /// A bit for each kind, by its raw value.
    init(bits: UInt64) { self.bits = bits }

    @inline(__always)
    init(_ first: TokenKind, _ second: TokenKind) {
        self = .none
        insert(first)
        insert(second)
    }

    @inline(__always)
    init(_ first: TokenKind, _ second: TokenKind, _ third: TokenKind, _ fourth: TokenKind) {
        self.init(first, second)
        insert(third)
        insert(fourth)
    }

    @inline(__always)
    func mayHold(_ kind: TokenKind) -> Bool { bits & 1 &<< UInt64(kind.rawValue) != 0 }

    @inline(__always)
    func holdsAny(of other: TokenKinds) -> Bool { bits & other.bits != 0 }

    @inline(__always)
    mutating func insert(_ kind: TokenKind) { bits |= 1 &<< UInt64(kind.rawValue) }

    @inline(__always)
    mutating func remove(_ kind: TokenKind) { bits &= ~(1 &<< UInt64(kind.rawValue)) }

    /// Whether there is no kind but those of the other set.
    @inline(__always)
    func holdsOnly(_ other: TokenKinds) -> Bool { bits & ~other.bits == 0 }

    @inline(__always)
    func union(_ other: TokenKinds) -> TokenKinds { TokenKinds(bits: bits | other.bits) }

    @inline(__always)
    mutating func formUnion(_ other: TokenKinds) { bits |= other.bits }
}
