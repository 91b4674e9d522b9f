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
        .executableTarget(
            name: "policytext-benchmark",
            dependencies: [
                .product(name: "PolicyText", package: "PolicyText"),
                .product(name: "PolicyTextReaders", package: "PolicyText"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
    ]
)
