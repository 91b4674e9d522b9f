import Foundation
import Testing

/// The schema of the output contract, as it stands in `Docs`.
enum Schema {
    static let document: Result<JSONValue, any Error> = Result {
        try JSONValue(parsing: Data(contentsOf: repository.appending(path: path)))
    }

    static let path = "Docs/schema/policytext-document-1.schema.json"

    /// The root of the repository, from where this file stands in it.
    static let repository = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
}

/// Expects JSON that keeps to the schema of the output contract, with keys in its order; records every fault by its path.
func expectValid(_ json: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    do {
        var validator = try SchemaValidator(Schema.document.get())
        validator.checksOrder = true
        let faults = try validator.faults(in: JSONValue(parsing: json))
        #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))", sourceLocation: sourceLocation)
    } catch {
        Issue.record("\(error)", sourceLocation: sourceLocation)
    }
}
