/// A strict reader of JSON for tests: a check of the writer that shares no code with it, nor with Foundation.
struct JSONParser {
    let bytes: [UInt8]
    private var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let value = try value()
        skipSpace()
        guard at == bytes.count else { throw error("text behind the value") }
        return value
    }

    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        default: return try number()
        }
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONValue {
        var members: [JSONValue.Member] = []
        var keys: Set<String> = []
        at += 1
        skipSpace()
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            let key = try string()
            guard keys.insert(key).inserted else { throw error("repeated key \(key)") }
            skipSpace()
            guard take(":") else { throw error("expected :") }
            members.append(JSONValue.Member(key: key, value: try value()))
            skipSpace()
        } while take(",")
        guard take("}") else { throw error("expected , or }") }
        return .object(members)
    }

    private mutating func array() throws(JSONSyntaxError) -> JSONValue {
        var elements: [JSONValue] = []
        at += 1
        skipSpace()
        if take("]") { return .array([]) }
        repeat {
            elements.append(try value())
            skipSpace()
        } while take(",")
        guard take("]") else { throw error("expected , or ]") }
        return .array(elements)
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        guard take("\"") else { throw error("expected a string") }
        var content: [UInt8] = []
        while let byte = peek {
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else { throw error("malformed UTF-8") }
                return text
            case UInt8(ascii: "\\"): content.append(contentsOf: String(try escape()).utf8)
            case ..<0x20: throw error("unescaped control character")
            default: content.append(byte)
            }
        }
        throw error("unfinished string")
    }

    /// Surrogates are refused: the writer has no cause to write them.
    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let simple: [Character: Unicode.Scalar] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        ]
        guard let byte = peek else { throw error("unfinished escape") }
        at += 1
        if let scalar = simple[Character(Unicode.Scalar(byte))] { return scalar }
        let digits = String(decoding: bytes[at...].prefix(4), as: UTF8.self)
        guard byte == UInt8(ascii: "u"), digits.utf8.count == 4, let code = UInt32(digits, radix: 16),
            let scalar = Unicode.Scalar(code)
        else { throw error("unknown escape") }
        at += 4
        return scalar
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = at
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            try digits()
        }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = at
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        guard at > start else { throw error("expected a digit") }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        guard bytes[at...].starts(with: word.utf8) else { throw error("expected a value") }
        at += word.utf8.count
        return value
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D { at += 1 }
    }

    private func error(_ message: String) -> JSONSyntaxError { JSONSyntaxError(message: message, offset: at) }
}
