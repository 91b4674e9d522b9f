// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that those who import the library neither build nor see the benchmark.
let package = Package(
    name: "PolicyTextBenchmarks",
    dependencies: [
        .package(name: "PolicyText", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    ],
    targets: [
        // The tool's own (a link to its folder), under another name: a name stands for one target in all packages.
        .target(name: "CBenchmarkAllocator", path: "Sources/CAllocator"),
        .executableTarget(
            name: "policytext-benchmark",
            dependencies: [
                "CBenchmarkAllocator",
                .product(name: "PolicyText", package: "PolicyText"),
                .product(name: "PolicyTextReaders", package: "PolicyText"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    ]
)
