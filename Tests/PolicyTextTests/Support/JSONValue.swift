/// A JSON text as it stands: members in order, numbers as written. Tests need both, and Foundation keeps neither.
enum JSONValue: Equatable, Sendable {
    struct Member: Equatable, Sendable {
        var key: String
        var value: JSONValue
    }

    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// Reads strictly after RFC 8259; a repeated key is an error too.
    init(parsing bytes: some Sequence<UInt8>) throws(JSONSyntaxError) {
        var parser = JSONParser(bytes: Array(bytes))
        self = try parser.document()
    }

    init(_ text: String) throws(JSONSyntaxError) { try self.init(parsing: text.utf8) }

    /// Compact text, for changed documents that go to another reader.
    var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.key)):\($0.value.text)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            let code = String(scalar.value, radix: 16)
            return scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
                ? "\\u" + String(repeating: "0", count: 4 - code.count) + code : String(scalar)
        }
        return "\"" + escaped.joined() + "\""
    }

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var strings: [String]? {
        guard case .array(let elements) = self else { return nil }
        return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    /// A copy in which the value at a path such as `parts.0.title` is replaced, added, or, with `nil`, removed.
    func setting(_ path: String, to value: JSONValue?) -> JSONValue {
        setting(path.split(separator: ".")[...], to: value) ?? .null
    }

    private func setting(_ path: ArraySlice<Substring>, to value: JSONValue?) -> JSONValue? {
        guard let step = path.first else { return value }
        switch self {
        case .object(var members):
            let key = String(step)
            let at = members.firstIndex { $0.key == key }
            let old = at.map { members[$0].value } ?? .null
            let new = old.setting(path.dropFirst(), to: value)
            if let at { members.remove(at: at) }
            if let new { members.insert(Member(key: key, value: new), at: at ?? members.endIndex) }
            return .object(members)
        case .array(var elements):
            guard let at = Int(step), elements.indices.contains(at) else { preconditionFailure("no element \(step)") }
            let new = elements[at].setting(path.dropFirst(), to: value)
            elements.remove(at: at)
            if let new { elements.insert(new, at: at) }
            return .array(elements)
        default:
            preconditionFailure("no member \(step)")
        }
    }
}

struct JSONSyntaxError: Error, Equatable {
    var message: String
    /// In bytes, from 0.
    var offset: Int
}
