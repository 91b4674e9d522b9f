import PolicyText
import Testing

/// The validator must find faults: documents that are wrong in one place, and the place that it must name.
struct SchemaValidatorTests {
    struct Mutation: CustomTestStringConvertible {
        /// Where the sample is changed.
        var path: String
        /// JSON, or `nil` to remove the value.
        var value: String?
        var fault: String
        var keyword: String
        var testDescription: String { "\(path) = \(value ?? "none")" }

        init(_ path: String, _ value: String?, _ fault: String, _ keyword: String) {
            self.path = path
            self.value = value
            self.fault = fault
            self.keyword = keyword
        }
    }

    static let mutations = [
        Mutation("coverage", nil, "$", "required"),
        Mutation("coverage", "1.5", "$.coverage", "maximum"),
        Mutation("coverage", "-0.1", "$.coverage", "minimum"),
        Mutation("coverage", "null", "$.coverage", "type"),
        Mutation("covarage", "1", "$", "additionalProperties"),
        Mutation("schema", #""policytext-document/2""#, "$.schema", "const"),
        Mutation("parts", "{}", "$.parts", "type"),
        Mutation("parts.0", "1", "$.parts[0]", "type"),
        Mutation("parts.0.role", #""annex""#, "$.parts[0].role", "enum"),
        Mutation("parts.0.title", "1", "$.parts[0].title", "type"),
        Mutation("parts.0.titleRange", nil, "$.parts[0]", "required"),
        Mutation("parts.0.titleRange", #""0-1""#, "$.parts[0].titleRange", "oneOf"),
        Mutation("parts.0.titleRange.start", "-1", "$.parts[0].titleRange.start", "minimum"),
        Mutation("parts.0.range", "null", "$.parts[0].range", "type"),
        Mutation("parts.0.range.start", "-1", "$.parts[0].range.start", "minimum"),
        Mutation("parts.0.range.start", "1.5", "$.parts[0].range.start", "type"),
        Mutation("parts.0.range.start", "true", "$.parts[0].range.start", "type"),
        Mutation("parts.0.range.end", "4294967296", "$.parts[0].range.end", "maximum"),
        Mutation("parts.0.range.line", "0", "$.parts[0].range.line", "minimum"),
        Mutation("parts.0.range.length", "1", "$.parts[0].range", "additionalProperties"),
        Mutation("parts.0.content.1.kind", #""chapter""#, "$.parts[0].content[1].kind", "enum"),
        Mutation("parts.0.content.1.kind", #""table""#, "$.parts[0].content[1]", "required"),
        Mutation("parts.0.content.1.kind", nil, "$.parts[0].content[1]", "required"),
        Mutation("parts.0.content.1", "null", "$.parts[0].content[1]", "type"),
        Mutation("parts.0.content.1.id", #""1.1""#, "$.parts[0].content[1].id", "pattern"),
        Mutation("parts.0.content.1.id", #""p1.1\n""#, "$.parts[0].content[1].id", "pattern"),
        Mutation("parts.0.content.1.level", "0", "$.parts[0].content[1].level", "minimum"),
        Mutation("parts.0.content.1.inline", "false", "$.parts[0].content[1].inline", "const"),
        Mutation("parts.0.content.1.marker.scheme", #""Han""#, "$.parts[0].content[1].marker.scheme", "enum"),
        Mutation("parts.0.content.1.marker.text", #""""#, "$.parts[0].content[1].marker.text", "minLength"),
        Mutation("parts.0.content.1.marker.suffix", "[]", "$.parts[0].content[1].marker.suffix", "minItems"),
        Mutation(
            "parts.0.content.1.content.0.pieces.1.0", "-1", "$.parts[0].content[1].content[0].pieces[1][0]",
            "minimum"),
        Mutation("parts.0.content.1.content.0.content", "[]", "$.parts[0].content[1].content[0].content", "minItems"),
        Mutation("parts.0.content.25.rows.0.0.rowSpan", "0", "$.parts[0].content[25].rows[0][0].rowSpan", "minimum"),
        Mutation("parts.0.content.25.rows.0", "{}", "$.parts[0].content[25].rows[0]", "type"),
        Mutation("metadata.issuedOn", #""2015-9-24""#, "$.metadata.issuedOn", "pattern"),
        Mutation("metadata.issuedOn", #""2015-09-24T00:00""#, "$.metadata.issuedOn", "pattern"),
        Mutation("metadata.issuedOn", "20150924", "$.metadata.issuedOn", "type"),
        Mutation("metadata.publishedOn", nil, "$.metadata", "required"),
        Mutation("metadata.documentNumber.year", #""2015""#, "$.metadata.documentNumber.year", "type"),
        Mutation("metadata.issuers.0.range", nil, "$.metadata.issuers[0]", "required"),
        Mutation("source.sha256", #""E3B0""#, "$.source.sha256", "pattern"),
        Mutation("source.byteCount", "-1", "$.source.byteCount", "minimum"),
        Mutation("source.encoding", #""""#, "$.source.encoding", "minLength"),
        Mutation("targets.0.value", "[1]", "$.targets[0].value", "minItems"),
        Mutation("targets.0.value", "[1, 2, 3]", "$.targets[0].value", "maxItems"),
        Mutation("targets.0.value", #"[1, "2"]"#, "$.targets[0].value[1]", "type"),
        Mutation("targets.0.value", #""160000""#, "$.targets[0].value", "oneOf"),
        Mutation("targets.0.deadline.date", #""2017年""#, "$.targets[0].deadline.date", "pattern"),
        Mutation("targets.0.section", #""""#, "$.targets[0].section", "pattern"),
        Mutation(
            "responsibilities.0.assignments.0.role", #""main""#, "$.responsibilities[0].assignments[0].role", "enum"),
        Mutation("responsibilities.0.assignments.0.open", "0", "$.responsibilities[0].assignments[0].open", "type"),
        Mutation("diagnostics.0.rule", #""numbering-gaps""#, "$.diagnostics[0].rule", "enum"),
        Mutation("diagnostics.0.message", #""""#, "$.diagnostics[0].message", "minLength"),
        Mutation("diagnostics.0.origin", nil, "$.diagnostics[0]", "required"),
        Mutation("furniture.0.kind", #""chrome""#, "$.furniture[0].kind", "enum"),
    ]

    /// Read once: most of the time would go into this.
    static let sample = Result { try JSONValue(SampleDocument.full.json()) }

    @Test(arguments: mutations)
    func findsTheFault(mutation: Mutation) throws {
        let changed = try Self.sample.get().setting(mutation.path, to: mutation.value.map { try JSONValue($0) })
        let faults = try SchemaValidator(Schema.document.get()).faults(in: changed)
        #expect(
            faults.contains { $0.path == mutation.fault && $0.keyword == mutation.keyword },
            "\(faults.map(\.description).joined(separator: "\n"))")
    }

    @Test func findsKeysOutOfOrder() throws {
        let sample = try JSONValue(SampleDocument.full.json())
        let schema = sample["schema"]
        let changed = sample.setting("schema", to: nil).setting("schema", to: schema)
        var validator = try SchemaValidator(Schema.document.get())
        #expect(validator.faults(in: changed).isEmpty)
        validator.checksOrder = true
        #expect(validator.faults(in: changed).map(\.keyword) == ["order"])
    }

    @Test(arguments: [
        #"{"maxLength": 3}"#, #"{"properties": {"a": {"format": "date"}}}"#, #"{"additionalProperties": {}}"#,
        ##"{"$ref": "#/$defs/none"}"##, #"{"items": true}"#, #"{"oneOf": [{"not": {}}]}"#,
        #"{"$defs": {"a": {"else": {}}}}"#,
    ])
    func refusesASchemaBeyondIt(schema: String) throws {
        let schema = try JSONValue(schema)
        #expect(throws: SchemaValidator.SchemaError.self) { try SchemaValidator(schema) }
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "1.", "+1", "nul", "\"\u{1}\"", "\"\\x\"", "\"a",
        "1 2",
        "{\"a\" 1}", "NaN", "\"\\ud800\"",
    ])
    func refusesTextThatIsNoJSON(text: String) {
        #expect(throws: JSONSyntaxError.self) { try JSONValue(text) }
    }
}
