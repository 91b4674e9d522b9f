/// Fills what is found over the structure of a document: the bodies of its front matter, duties and targets.
///
/// It reads the finished parts, so that tokens, lines and paragraphs are gone from memory before it begins.
struct FindingsAssembler {
    let source: SourceText
    let lexicons: Lexicons
    let findings: Findings

    func complete(_ document: inout Document) {
        let metadata = document.metadata
        let resolver = OrganizationResolver(
            catalogue: lexicons.catalogue,
            issuers: metadata.issuers.map(\.name) + [metadata.title ?? "", document.parts.first?.title ?? ""],
            year: metadata.issuedOn.flatMap { Int($0.prefix(4)) } ?? metadata.documentNumber?.year)
        resolver.settle(&document.metadata.issuers)
        resolver.settle(&document.metadata.recipients)
        guard !findings.isEmpty else { return }
        let reading = ReadingText(document.parts, source: source)
        if findings.contains(.duties) {
            document.responsibilities = responsibilities(reading, resolver)
        }
        guard findings.contains(.targets) else { return }
        var targets = TargetFinder(reading, lexicons: lexicons, metadata: document.metadata)
        targets.find()
        document.targets = targets.targets
        document.quantities = targets.quantities
    }

    private func responsibilities(_ reading: ReadingText, _ resolver: OrganizationResolver) -> [Responsibility] {
        reading.bytes.withUnsafeBufferPointer { bytes in
            ResponsibilityFinder(reading, TextBytes(bytes), lexicons: lexicons, resolver: resolver).responsibilities()
        }
    }
}
