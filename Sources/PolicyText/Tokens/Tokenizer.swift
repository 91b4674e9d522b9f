import CTextScan

/// Cuts a source into tokens.
public enum Tokenizer {
    /// The tokens of a source, in order; their ranges, joined, are ``SourceText/utf8``.
    ///
    /// - Complexity: O(*n*) in the number of bytes, two passes, plus one pass over the brackets.
    public static func tokens(of source: SourceText) -> [Token] { scan(source).tokens }

    /// The tokens of a source, with what the pass over the bytes sees anyway.
    static func scan(_ source: SourceText) -> TokenScan {
        var result = TokenScan()
        result.landmarks.lines.reserveCapacity(source.lineIndex.lineCount + 1)
        result.landmarks.brackets.reserveCapacity(source.utf8.count / 64)
        result.landmarks.openers.reserveCapacity(source.utf8.count / 96)
        source.utf8.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ctextscan_mask_words(bytes.count)) { starts in
                let count = CharacterClass.hanRows.withUnsafeBufferPointer {
                    ctextscan_starts(bytes.baseAddress, bytes.count, $0.baseAddress, starts.baseAddress)
                }
                result.tokens = [Token](unsafeUninitializedCapacity: count) { tokens, filled in
                    filled = fill(tokens, bytes, UnsafeBufferPointer(starts), &result.landmarks)
                }
            }
            BracketPairing.pair(&result.tokens, result.landmarks.brackets, bytes)
        }
        for index in result.landmarks.brackets where result.tokens[Int(index)].partnerIndex < 0 {
            result.landmarks.unpaired.append(index)
        }
        return result
    }

    /// Makes the tokens between starts, and notes landmarks; returns how many tokens there are.
    private static func fill(
        _ tokens: UnsafeMutableBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>,
        _ starts: UnsafeBufferPointer<UInt64>, _ landmarks: inout Landmarks
    ) -> Int {
        guard let base = tokens.baseAddress, !bytes.isEmpty else { return 0 }
        let batch = Int(CTEXTSCAN_TOKENS)
        return base.withMemoryRebound(to: ctextscan_token.self, capacity: tokens.count) { tokens in
            withUnsafeTemporaryAllocation(of: ctextscan_line.self, capacity: batch) { lines in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * batch) { places in
                    CharacterClass.withKinds { kinds in
                        var state = ctextscan_tokenizer()
                        state.bytes = bytes.baseAddress
                        state.count = bytes.count
                        state.starts = starts.baseAddress
                        state.kind_table = kinds
                        state.tokens = tokens
                        state.lines = lines.baseAddress
                        state.brackets = places.baseAddress
                        state.years = places.baseAddress.map { $0 + batch }
                        state.openers = places.baseAddress.map { $0 + 2 * batch }
                        var isMore = true
                        while isMore {
                            isMore = ctextscan_tokens(&state)
                            take(state, into: &landmarks)
                        }
                        close(state, into: &landmarks)
                        return state.token_count
                    }
                }
            }
        }
    }

    /// What was found with the last tokens.
    private static func take(_ state: ctextscan_tokenizer, into landmarks: inout Landmarks) {
        for line in UnsafeBufferPointer(start: state.lines, count: state.line_count) {
            append(LineNote(line), to: &landmarks)
        }
        landmarks.brackets.append(
            contentsOf: UnsafeBufferPointer(start: state.brackets, count: state.bracket_count))
        landmarks.years.append(contentsOf: UnsafeBufferPointer(start: state.years, count: state.year_count))
        landmarks.openers.append(contentsOf: UnsafeBufferPointer(start: state.openers, count: state.opener_count))
    }

    /// The rest of a text that no line end closes.
    private static func close(_ state: ctextscan_tokenizer, into landmarks: inout Landmarks) {
        landmarks.hanBytes = state.han_bytes
        guard Int(landmarks.lines.last?.end ?? -1) + 1 < state.token_count else { return }
        append(
            LineNote(
                end: state.token_count, width: Int((state.sum - state.line_start) / 3), spaces: state.spaces,
                kinds: TokenKinds(bits: state.kinds)),
            to: &landmarks)
    }

    private static func append(_ line: LineNote, to landmarks: inout Landmarks) {
        landmarks.kinds.formUnion(line.kinds)
        landmarks.lines.append(line)
    }
}

extension LineNote {
    fileprivate init(_ line: ctextscan_line) {
        self.init(
            end: Int(line.end), width: Int(line.width), spaces: Int(line.spaces), kinds: TokenKinds(bits: line.kinds))
    }
}
