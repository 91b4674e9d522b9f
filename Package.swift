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
        .library(name: "PolicyTextReaders", targets: ["PolicyTextReaders"]),
        .executable(name: "policytext", targets: ["policytext"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        .systemLibrary(
            name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .target(name: "CICUBridge", dependencies: ["CICU"]),
        .target(name: "CDigest"),
        .target(name: "CTextScan", dependencies: ["CDigest"]),
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
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "CReaderBridge", dependencies: ["CLibXML2", "CLibArchive"]),
        .target(
            name: "PolicyTextReaders", dependencies: ["PolicyText", "CReaderBridge"],
            resources: [
                .embedInCode("Lexicons/body-containers.txt"),
                .embedInCode("Lexicons/page-fields.txt"),
                .embedInCode("Lexicons/page-metas.txt"),
            ],
            swiftSettings: strict),
        .target(name: "CAllocator"),
        .executableTarget(
            name: "policytext",
            dependencies: [
                "CAllocator", "PolicyText", "PolicyTextReaders",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PolicyTextTests", dependencies: ["PolicyText", "CICUBridge", "CDigest"], swiftSettings: strict),
        .testTarget(
            name: "PolicyTextReadersTests", dependencies: ["PolicyTextReaders", "PolicyText", "CReaderBridge"],
            swiftSettings: strict),
        // Runs the built tool; the dependency is there to have it built.
        .testTarget(name: "policytextTests", dependencies: ["policytext"], swiftSettings: strict),
    ],
    cLanguageStandard: .c11
)
