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
        .target(name: "CTextScan"),
        .target(
            name: "CLexicons",
            exclude: [
                "duty-words.txt",
                "genres.txt",
                "organization-classes.txt",
                "organization-endings.txt",
                "organizations.txt",
                "regions.txt",
                "site-chrome.txt",
                "stock-headings.txt",
                "table-headers.txt",
                "target-words.txt",
                "units.txt",
            ]),
        .target(
            name: "PolicyText", dependencies: ["CICUBridge", "CDigest", "CLexicons", "CTextScan"],
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
