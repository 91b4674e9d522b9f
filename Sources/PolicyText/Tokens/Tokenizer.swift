import CDigest
import CTextScan

/// Cuts a source into tokens.
public enum Tokenizer {
    /// The tokens of a source, in order; their ranges, joined, are ``SourceText/utf8``.
    ///
    /// - Complexity: O(*n*) in the number of bytes, two passes, plus one pass over the brackets.
    public static func tokens(of source: SourceText) -> [Token] { scan(source, digests: false).tokens }

    /// The tokens of a source, with what the pass over the bytes sees anyway.
    ///
    /// - Parameter digests: Whether to make the digest of the source in passing, if nobody has yet.
    static func scan(_ source: SourceText, digests: Bool = true) -> TokenScan {
        var result = TokenScan()
        result.landmarks.lines.reserveCapacity(source.lineIndex.lineCount + 1)
        result.landmarks.brackets.reserveCapacity(source.utf8.count / 64)
        source.utf8.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ctextscan_mask_words(bytes.count)) { starts in
                CharacterClass.withKinds { kinds in
                    let count = ctextscan_starts(bytes.baseAddress, bytes.count, kinds, starts.baseAddress)
                    var state = ctextscan_tokenizer()
                    state.bytes = bytes.baseAddress
                    state.count = bytes.count
                    state.starts = UnsafePointer(starts.baseAddress)
                    state.kind_table = kinds
                    if digests, source.digest == nil {
                        result.sha256 = digest(of: bytes, along: &state) { fill(&result, from: &$0, count) }
                    } else {
                        fill(&result, from: &state, count)
                    }
                }
            }
            BracketPairing.pair(&result.tokens, result.landmarks.brackets, bytes)
        }
        for index in result.landmarks.brackets where result.tokens[Int(index)].partnerIndex < 0 {
            result.landmarks.unpaired.append(index)
        }
        return result
    }

    /// Makes the digest of bytes that are gone through: each round of it waits for the one before, and tokens can be made meanwhile.
    private static func digest(
        of bytes: UnsafeBufferPointer<UInt8>, along state: inout ctextscan_tokenizer,
        _ body: (inout ctextscan_tokenizer) -> Void
    ) -> String {
        var digest = cdigest_sha256_state()
        cdigest_sha256_begin(&digest, bytes.baseAddress, bytes.count, Digest.hasInstructions)
        withUnsafeMutablePointer(to: &digest) {
            state.digest = Digest.hasInstructions ? $0 : nil
            body(&state)
            state.digest = nil
        }
        return Digest.finish(&digest)
    }

    /// Makes the tokens between starts, of which there are at most so many, and notes landmarks.
    private static func fill(_ result: inout TokenScan, from state: inout ctextscan_tokenizer, _ most: Int) {
        guard state.count > 0 else { return }
        let openers = TokenBits(tokenCount: most) { openers in
            state.openers = openers
            let spaces = TokenBits(tokenCount: most) { spaces in
                state.white = spaces
                result.tokens = [Token](room: most) { tokens, filled in
                    tokens.baseAddress?.withMemoryRebound(to: ctextscan_token.self, capacity: most) { tokens in
                        state.tokens = tokens
                        run(&state, into: &result.landmarks)
                    }
                    filled = state.token_count
                }
            }
            result.landmarks.spaces = spaces
        }
        result.landmarks.openers = openers
    }

    private static func run(_ state: inout ctextscan_tokenizer, into landmarks: inout Landmarks) {
        let batch = Int(CTEXTSCAN_TOKENS)
        withUnsafeTemporaryAllocation(of: ctextscan_line.self, capacity: batch) { lines in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * batch) { places in
                state.lines = lines.baseAddress
                state.brackets = places.baseAddress
                state.years = places.baseAddress.map { $0 + batch }
                var isMore = true
                while isMore {
                    isMore = ctextscan_tokens(&state)
                    take(state, into: &landmarks)
                }
            }
        }
        close(state, into: &landmarks)
    }

    /// What was found with the last tokens.
    private static func take(_ state: ctextscan_tokenizer, into landmarks: inout Landmarks) {
        state.lines.withMemoryRebound(to: LineNote.self, capacity: state.line_count) { lines in
            landmarks.lines.append(contentsOf: UnsafeBufferPointer(start: lines, count: state.line_count))
        }
        landmarks.brackets.append(
            contentsOf: UnsafeBufferPointer(start: state.brackets, count: state.bracket_count))
        landmarks.years.append(contentsOf: UnsafeBufferPointer(start: state.years, count: state.year_count))
    }

    /// The rest of a text that no line end closes.
    private static func close(_ state: ctextscan_tokenizer, into landmarks: inout Landmarks) {
        landmarks.hanBytes = state.han_bytes
        landmarks.kinds = TokenKinds(bits: state.all_kinds | state.kinds)
        guard Int(landmarks.lines.last?.end ?? -1) + 1 < state.token_count else { return }
        landmarks.lines.append(
            LineNote(
                end: state.token_count, width: Int((state.sum - state.line_start) / 3), spaces: state.spaces,
                kinds: TokenKinds(bits: state.kinds)))
    }
}
