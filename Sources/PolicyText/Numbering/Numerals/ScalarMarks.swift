/// A quick look at characters: a bit for each of a set by its lower twelve bits, which few others share. A switch over as many
/// is a search whose turns no processor can foresee.
///
/// For sets that live as long as the program: their memory is never given back.
struct ScalarMarks: @unchecked Sendable {
    /// A word for the upper six of the bits. Never changed after `init`.
    private let words: UnsafeMutablePointer<UInt64>

    init(_ scalars: String) {
        words = .allocate(capacity: 64)
        words.initialize(repeating: 0, count: 64)
        for scalar in scalars.unicodeScalars { words[Int(scalar.value >> 6 & 63)] |= 1 << UInt64(scalar.value & 63) }
    }

    /// Whether a character is one of the set, or of those that share their bits.
    @inline(__always)
    func mayHold(_ scalar: Unicode.Scalar) -> Bool {
        words[Int(scalar.value &>> 6 & 63)] &>> UInt64(scalar.value & 63) & 1 == 1
    }
}
