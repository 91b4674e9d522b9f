import Foundation

/// Checks values against a JSON Schema (2020-12) that uses a small set of keywords, and refuses a schema that uses more:
/// a keyword that is passed over would be a check that never fails.
struct SchemaValidator {
    struct Fault: Equatable, CustomStringConvertible {
        /// Such as `$.parts[0].title`.
        var path: String
        /// The keyword of the schema that does not hold; `order` for keys out of the schema's order.
        var keyword: String
        var message: String
        var description: String { "\(path): \(keyword): \(message)" }
    }

    struct SchemaError: Error, Equatable {
        var message: String
    }

    private let root: JSONValue
    private var patterns: [String: NSRegularExpression] = [:]
    /// Whether keys must also come in the order of `properties`, on which JSON Schema itself has no say.
    var checksOrder = false

    init(_ schema: JSONValue) throws {
        root = schema
        try inspect(schema, at: "#")
    }

    /// The faults of a value, in the order of the text; empty when it is valid.
    func faults(in value: JSONValue) -> [Fault] { faults(of: value, against: root, at: "$") }

    /// The faults of a value against one of the schema's definitions.
    func faults(in value: JSONValue, against definition: String) -> [Fault] {
        faults(of: value, against: resolve("#/$defs/\(definition)") ?? .null, at: "$")
    }

    // MARK: The schema itself

    private mutating func inspect(_ schema: JSONValue, at place: String) throws {
        guard case .object(let keywords) = schema else { throw SchemaError(message: "\(place) is no object") }
        for keyword in keywords {
            let inner = "\(place)/\(keyword.key)"
            switch (keyword.key, keyword.value) {
            case ("$schema", .string), ("$id", .string), ("title", .string), ("description", .string), ("const", _),
                ("examples", .array), ("enum", .array), ("required", .array), ("type", .string), ("type", .array),
                ("additionalProperties", .boolean(false)), ("minimum", .number), ("maximum", .number),
                ("minItems", .number), ("maxItems", .number), ("minLength", .number):
                break
            case ("properties", .object(let members)), ("$defs", .object(let members)):
                for member in members { try inspect(member.value, at: "\(inner)/\(member.key)") }
            case ("items", _), ("if", _), ("then", _):
                try inspect(keyword.value, at: inner)
            case ("oneOf", .array(let branches)), ("allOf", .array(let branches)):
                for (index, branch) in branches.enumerated() { try inspect(branch, at: "\(inner)/\(index)") }
            case ("$ref", .string(let target)):
                guard resolve(target) != nil else { throw SchemaError(message: "\(inner): no \(target)") }
            case ("pattern", .string(let pattern)):
                // ECMA's $ is the end, NSRegularExpression's also stands before a last line end.
                let exact = pattern.hasSuffix("$") ? pattern.dropLast() + "\\z" : pattern[...]
                patterns[pattern] = try NSRegularExpression(pattern: String(exact))
            default:
                throw SchemaError(message: "\(inner): not supported")
            }
        }
    }

    private func resolve(_ reference: String) -> JSONValue? {
        let steps = reference.split(separator: "/")
        guard steps.first == "#" else { return nil }
        return steps.dropFirst().reduce(root) { $0?[String($1)] }
    }

    // MARK: Values

    private func faults(of value: JSONValue, against schema: JSONValue, at path: String) -> [Fault] {
        guard case .object(let keywords) = schema else { return [] }
        return keywords.flatMap { faults(of: value, against: $0, in: schema, at: path) }
    }

    private func faults(
        of value: JSONValue, against keyword: JSONValue.Member, in schema: JSONValue, at path: String
    ) -> [Fault] {
        func expect(_ condition: Bool, _ message: @autoclosure () -> String) -> [Fault] {
            condition ? [] : [Fault(path: path, keyword: keyword.key, message: message())]
        }
        switch (keyword.key, keyword.value, value) {
        case ("$ref", .string(let target), _):
            return faults(of: value, against: resolve(target) ?? .null, at: path)
        case ("type", .string(let type), _):
            return expect(value.has(type: type), "expected \(type)")
        case ("type", .array, _):
            let types = keyword.value.strings ?? []
            return expect(types.contains { value.has(type: $0) }, "expected \(types)")
        case ("const", let constant, _):
            return expect(value == constant, "expected \(constant)")
        case ("enum", .array(let values), _):
            return expect(values.contains(value), "\(value) is not listed")
        case ("minimum", .number(let least), .number(let number)):
            return expect(Double(number)! >= Double(least)!, "\(number) is less than \(least)")
        case ("maximum", .number(let most), .number(let number)):
            return expect(Double(number)! <= Double(most)!, "\(number) is more than \(most)")
        case ("minItems", .number(let least), .array(let elements)):
            return expect(elements.count >= Int(least)!, "\(elements.count) elements")
        case ("maxItems", .number(let most), .array(let elements)):
            return expect(elements.count <= Int(most)!, "\(elements.count) elements")
        case ("minLength", .number(let least), .string(let text)):
            return expect(text.unicodeScalars.count >= Int(least)!, "\(text) is too short")
        case ("pattern", .string(let pattern), .string(let text)):
            let whole = NSRange(text.startIndex..., in: text)
            return expect(patterns[pattern]?.firstMatch(in: text, range: whole) != nil, "\(text) against \(pattern)")
        case ("required", .array, .object):
            let missing = (keyword.value.strings ?? []).filter { value[$0] == nil }
            return expect(missing.isEmpty, "missing \(missing)")
        case ("properties", .object(let properties), .object(let members)):
            let known = members.compactMap { member in properties.firstIndex { $0.key == member.key } }
            let order = Fault(path: path, keyword: "order", message: "\(members.map(\.key))")
            return members.flatMap { member in
                properties.first { $0.key == member.key }
                    .map { faults(of: member.value, against: $0.value, at: "\(path).\(member.key)") } ?? []
            } + (checksOrder && known != known.sorted() ? [order] : [])
        case ("additionalProperties", .boolean(false), .object(let members)):
            let unknown = members.map(\.key).filter { schema["properties"]?[$0] == nil }
            return expect(unknown.isEmpty, "unknown \(unknown)")
        case ("items", let items, .array(let elements)):
            return elements.enumerated().flatMap { faults(of: $1, against: items, at: "\(path)[\($0)]") }
        case ("oneOf", .array(let branches), _):
            return oneOf(branches, value, at: path)
        case ("allOf", .array(let branches), _):
            return branches.flatMap { faults(of: value, against: $0, at: path) }
        case ("if", let condition, _):
            guard let then = schema["then"], faults(of: value, against: condition, at: path).isEmpty else { return [] }
            return faults(of: value, against: then, at: path)
        default:
            return []
        }
    }

    /// A branch of another type cannot hold; when one is left, its faults say what is wrong inside.
    private func oneOf(_ branches: [JSONValue], _ value: JSONValue, at path: String) -> [Fault] {
        let meant = branches.filter { branch in
            var schema = branch
            while case .string(let target) = schema["$ref"], let next = resolve(target) { schema = next }
            guard case .string(let type) = schema["type"] else { return true }
            return value.has(type: type)
        }
        if meant.count == 1 { return faults(of: value, against: meant[0], at: path) }
        let count = meant.count { faults(of: value, against: $0, at: path).isEmpty }
        return count == 1 ? [] : [Fault(path: path, keyword: "oneOf", message: "\(count) branches hold")]
    }
}

extension JSONValue {
    fileprivate func has(type: String) -> Bool {
        switch (type, self) {
        case ("null", .null), ("boolean", .boolean), ("string", .string), ("array", .array), ("object", .object),
            ("number", .number):
            true
        case ("integer", .number(let text)): Double(text).map { $0 == $0.rounded() } ?? false
        default: false
        }
    }
}
