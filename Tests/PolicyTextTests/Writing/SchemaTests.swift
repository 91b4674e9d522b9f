import Testing

@testable import PolicyText

/// The schema and the code say the same.
struct SchemaTests {
    static let enumerations: [(definition: String, values: [String])] = [
        ("numberingScheme", NumberingScheme.allCases.map(\.rawValue)),
        ("blockKind", Block.Kind.allCases.map(\.rawValue)),
        ("partRole", Part.Role.allCases.map(\.rawValue)),
        ("furnitureKind", Furniture.Kind.allCases.map(\.rawValue)),
        ("responsibilityForm", Responsibility.Form.allCases.map(\.rawValue)),
        ("assignmentRole", Assignment.Role.allCases.map(\.rawValue)),
        ("targetForm", Target.Form.allCases.map(\.rawValue)),
        ("measure", Target.Measure.allCases.map(\.rawValue)),
        ("relation", Target.Relation.allCases.map(\.rawValue)),
        ("quantityRole", Quantity.Role.allCases.map(\.rawValue)),
        ("rule", Diagnostic.Rule.allCases.map(\.rawValue)),
        ("severity", Diagnostic.Severity.allCases.map(\.rawValue)),
        ("origin", Diagnostic.Origin.allCases.map(\.rawValue)),
        ("layoutKind", LayoutBlock.Kind.allCases.map(\.rawValue)),
        ("alignment", LayoutHints.Alignment.allCases.map(\.rawValue)),
    ]

    @Test(arguments: enumerations)
    func listsEveryCase(definition: String, values: [String]) throws {
        #expect(try Schema.document.get()["$defs"]?[definition]?["enum"]?.strings == values)
    }

    /// An enumeration in the schema that no case list above stands against could drift.
    @Test func hasNoOtherEnumeration() throws {
        let names = try definitions().filter { $0.value["enum"] != nil }.map(\.key)
        #expect(Set(names) == Set(Self.enumerations.map(\.definition)))
    }

    @Test func hasTheNameOfTheContract() throws {
        let schema = try Schema.document.get()
        #expect(schema["properties"]?["schema"]?["const"] == .string(Document.schema))
        #expect(schema["$id"] == .string("urn:policytext:schema:policytext-document-1"))
    }

    @Test func acceptsItsOwnExamples() throws {
        let validator = try SchemaValidator(Schema.document.get())
        var count = 0
        for definition in try definitions() {
            guard case .array(let examples) = definition.value["examples"] else { continue }
            for example in examples {
                #expect(validator.faults(in: example, against: definition.key) == [], "\(definition.key)")
                count += 1
            }
        }
        #expect(count > 10)
    }

    /// The sample shows every key that the schema knows, so that a key which only one of them has is found.
    @Test func hasNoKeyThatTheSampleLacks() throws {
        let shown = try keys(of: JSONValue(SampleDocument.full.json()))
        for definition in try definitions() + [JSONValue.Member(key: "document", value: Schema.document.get())] {
            guard case .object(let properties) = definition.value["properties"] else { continue }
            let missing = Set(properties.map(\.key)).subtracting(shown)
            #expect(missing.isEmpty, "\(definition.key): \(missing)")
        }
    }

    private func definitions() throws -> [JSONValue.Member] {
        guard case .object(let members) = try Schema.document.get()["$defs"] else { return [] }
        return members
    }

    private func keys(of value: JSONValue) -> Set<String> {
        switch value {
        case .object(let members): members.reduce(into: []) { $0.formUnion(keys(of: $1.value).union([$1.key])) }
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(keys(of: $1)) }
        default: []
        }
    }
}
