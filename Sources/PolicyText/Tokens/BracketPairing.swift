/// Finds the partner of every bracket, title mark and quotation mark.
enum BracketPairing {
    /// A bracket that is not closed within so many bytes is taken for unpaired, so that one stray （ cannot swallow the rest.
    static let reach = 6_000
    /// Open brackets that are kept in mind at once; deeper nesting is an attack, not a notice.
    static let depth = 64
    /// How many open brackets a closing one may skip: `“…（…”` is a slip, not a structure.
    private static let skip = 6

    private struct Open {
        var token: Int32
        var family: UInt8
    }

    /// The brackets that are open, the innermost last.
    private struct Stack {
        let open: UnsafeMutableBufferPointer<Open>
        var count = 0

        /// Of brackets deeper than there is room for, the outermost are forgotten.
        mutating func push(_ bracket: Open) {
            if count == open.count {
                for place in 1..<count { open[place - 1] = open[place] }
                count -= 1
            }
            open.initializeElement(at: count, to: bracket)
            count += 1
        }
    }

    /// - Parameter brackets: The tokens that open or close something, in order.
    static func pair(_ tokens: inout [Token], _ brackets: [Int32], _ bytes: UnsafeBufferPointer<UInt8>) {
        tokens.withUnsafeMutableBufferPointer { tokens in
            withUnsafeTemporaryAllocation(of: Open.self, capacity: depth) { open in
                var stack = Stack(open: open)
                for index in brackets {
                    let token = tokens[Int(index)]
                    switch token.kind {
                    case .openBracket, .openTitle, .openQuote:
                        stack.push(Open(token: index, family: family(of: token, bytes)))
                    case .closeBracket, .closeTitle, .closeQuote:
                        close(index, tokens, family(of: token, bytes), &stack)
                    default:
                        continue
                    }
                }
            }
        }
    }

    private static func close(
        _ index: Int32, _ tokens: UnsafeMutableBufferPointer<Token>, _ family: UInt8, _ stack: inout Stack
    ) {
        var position = stack.count - 1
        let lowest = max(0, stack.count - skip)
        while position >= lowest {
            let open = stack.open[position]
            if tokens[Int(index)].start - tokens[Int(open.token)].start > reach { break }
            if open.family == family {
                tokens[Int(open.token)].partnerIndex = index
                tokens[Int(index)].partnerIndex = open.token
                stack.count = position
                return
            }
            position -= 1
        }
    }

    /// Full and half width of a bracket are one family: `（…)` is common in pasted text.
    private static func family(of token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let start = token.start
        switch token.kind {
        case .openTitle, .closeTitle:
            // 《》 and « » are one family, 〈〉 and ‹ › the other.
            guard token.byteCount == 3, bytes[start] == 0xE3 else { return token.byteCount == 2 ? 1 : 2 }
            return bytes[start + 2] >= 0x8A ? 1 : 2
        case .openQuote, .closeQuote:
            if bytes[start] == 0xE2 { return bytes[start + 2] >= 0x9C ? 3 : 4 }
            return bytes[start + 2] <= 0x8D ? 5 : 6
        default:
            break
        }
        switch (token.byteCount, bytes[start]) {
        case (1, 0x28), (1, 0x29): return 10
        case (1, 0x5B), (1, 0x5D): return 11
        case (1, _): return 12
        case (_, 0xEF):
            switch (bytes[start + 1], bytes[start + 2]) {
            case (0xBC, 0x88), (0xBC, 0x89), (0xB9, 0x99), (0xB9, 0x9A): return 10
            case (0xBC, 0xBB), (0xBC, 0xBD): return 11
            case (0xB9, _): return 13
            default: return 12
            }
        default:
            // 〔〕 【】 〖〗
            switch bytes[start + 2] {
            case 0x94, 0x95: return 13
            case 0x90, 0x91: return 14
            default: return 15
            }
        }
    }
}
