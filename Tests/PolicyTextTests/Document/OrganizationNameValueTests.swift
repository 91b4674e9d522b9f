import PolicyText
import Testing

/// Names share what is settled about them; nobody who uses them sees it.
struct OrganizationNameValueTests {
    private static let range = SourceRange(start: 3, end: 15, line: 1, column: 2)
    private static let name = OrganizationName(
        name: "省财政厅", level: .province, region: "广东省", canonicalName: "广东省财政厅", range: range)

    @Test func aChangedCopyLeavesTheOtherAsItWas() {
        var copy = Self.name
        copy.name = "市财政局"
        copy.level = .city
        copy.region = nil
        copy.canonicalName = "深圳市财政局"
        copy.range = SourceRange(start: 30, end: 42, line: 2, column: 1)
        #expect(Self.name.name == "省财政厅")
        #expect(Self.name.level == .province)
        #expect(Self.name.region == "广东省")
        #expect(Self.name.canonicalName == "广东省财政厅")
        #expect(Self.name.range == Self.range)
        #expect((copy.name, copy.level, copy.region) == ("市财政局", .city, nil))
        #expect((copy.canonicalName, copy.range.start) == ("深圳市财政局", 30))
    }

    @Test func equalValuesAreEqualWhereverTheyWereMade() {
        let other = OrganizationName(
            name: "省财政厅", level: .province, region: "广东省", canonicalName: "广东省财政厅", range: Self.range)
        #expect(other == Self.name)
        #expect(Set([other, Self.name]).count == 1)
        var elsewhere = Self.name
        elsewhere.range = SourceRange(start: 4, end: 16, line: 1, column: 3)
        var unsettled = Self.name
        unsettled.canonicalName = nil
        #expect(Set([Self.name, elsewhere, unsettled]).count == 3)
    }

    @Test func theMirrorShowsThePublicProperties() {
        let labels = Mirror(reflecting: Self.name).children.compactMap(\.label)
        #expect(labels == ["name", "level", "region", "canonicalName", "range"])
    }
}
