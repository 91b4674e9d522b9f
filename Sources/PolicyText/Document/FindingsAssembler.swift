/// Fills what is found over the structure of a document: the bodies of its front matter, duties and targets.
///
/// It reads the finished parts, so that tokens, lines and paragraphs are gone from memory before it begins.
struct FindingsAssembler {
    let source: SourceText
    let lexicons: Lexicons
    let findings: Findings

    func complete(_ document: inout Document) {
        let resolver = resolver(document)
        resolver.settle(&document.metadata.issuers)
        resolver.settle(&document.metadata.recipients)
        guard !findings.isEmpty else { return }
        let reading = ReadingText(document.parts, source: source)
        if findings.contains(.duties) {
            document.responsibilities = responsibilities(reading, resolver)
        }
        guard findings.contains(.targets) else { return }
        var targets = TargetFinder(reading, lexicons: lexicons, metadata: document.metadata)
        (document.targets, document.quantities) = targets.find()
    }

    private func resolver(_ document: Document) -> OrganizationResolver {
        var issuers: [String] = []
        issuers.reserveCapacity(document.metadata.issuers.count + 2)
        for issuer in document.metadata.issuers { issuers.append(issuer.name) }
        issuers.append(document.metadata.title ?? "")
        issuers.append(document.parts.first?.title ?? "")
        let year = document.metadata.issuedOn.flatMap { Int($0.prefix(4)) }
        return OrganizationResolver(
            catalogue: lexicons.catalogue, issuers: issuers, year: year ?? document.metadata.documentNumber?.year)
    }

    private func responsibilities(_ reading: ReadingText, _ resolver: OrganizationResolver) -> [Responsibility] {
        reading.bytes.withUnsafeBufferPointer { bytes in
            var finder = ResponsibilityFinder(reading, TextBytes(bytes), lexicons: lexicons, resolver: resolver)
            return finder.responsibilities()
        }
    }
}
