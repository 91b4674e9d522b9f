extension SourceRange: Codable {
    public init(from decoder: any Decoder) throws { fatalError() }
    public func encode(to encoder: any Encoder) throws {}
}
extension Block: Codable {}
extension Diagnostic: Codable {}
extension TargetValue: Codable {}
extension Document: Codable {}
