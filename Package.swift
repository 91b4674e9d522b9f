// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "PolicyText",
    products: [
        .library(name: "PolicyText", targets: ["PolicyText"]),
        .executable(name: "policytext", targets: ["policytext"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        .systemLibrary(
            name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .target(name: "CICUBridge", dependencies: ["CICU"]),
        .target(name: "CDigest"),
        .target(
            name: "PolicyText", dependencies: ["CICUBridge", "CDigest"],
            resources: [
                .embedInCode("Lexicons/site-chrome.txt"),
                .embedInCode("Lexicons/genres.txt"),
                .embedInCode("Lexicons/organization-endings.txt"),
                .embedInCode("Lexicons/stock-headings.txt"),
                .embedInCode("Lexicons/table-headers.txt"),
                .embedInCode("Lexicons/units.txt"),
                .embedInCode("Lexicons/target-words.txt"),
            ],
            swiftSettings: strict,
            // round and its like, for importers that bring in nothing which links libm.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        .executableTarget(
            name: "policytext",
            dependencies: [
                "PolicyText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PolicyTextTests", dependencies: ["PolicyText", "CICUBridge", "CDigest"], swiftSettings: strict),
        // Runs the built tool; the dependency is there to have it built.
        .testTarget(name: "policytextTests", dependencies: ["policytext"], swiftSettings: strict),
    ],
    cLanguageStandard: .c11
)
