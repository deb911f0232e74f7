// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error), .strictMemorySafety(), .swiftLanguageMode(.v6)]

let crypto: [Target.Dependency] = [
    .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
]
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
]
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let client: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.target(name: name)] + dependencies, resources: resources,
        swiftSettings: settings)
}

let package = Package(
    name: "colloque",
    products: [
        .executable(name: "colloque", targets: ["colloque"]),
        .executable(name: "colloque-broker", targets: ["colloque-broker"]),
        .executable(name: "colloque-bench", targets: ["colloque-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CFIDO2", pkgConfig: "libfido2", providers: [.apt(["libfido2-dev"])]),
        .systemLibrary(name: "CHyperscan", pkgConfig: "libhs", providers: [.apt(["libvectorscan-dev"])]),
        .systemLibrary(name: "CCompression", providers: [.apt(["libbz2-dev", "zlib1g-dev"])]),
        .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
        room("Vocabulary"),
        room("JSONTree", ["CSimdjson"]),
        room("Sealing", ["Vocabulary"] + crypto),
        room("SealedParts", ["Vocabulary", "Sealing"] + crypto),
        room("Ledger", crypto),
        room("LedgerMap", ["Ledger"] + crypto),
        room("LedgerCheck", ["Ledger", "LedgerMap"] + crypto),
        room("Identity", ["Vocabulary", "CArgon2", "CFIDO2"] + crypto),
        room("ClientKeys", ["Vocabulary", "Identity"] + crypto),
        room("BrokerAPI", ["Vocabulary"] + nio),
        room("BrokerQueues", ["Vocabulary", "BrokerAPI"]),
        room("LedgerHistory", ["Vocabulary", "Ledger", "BrokerAPI"]),
        room(
            "Broker",
            [
                "Vocabulary", "Sealing", "Ledger", "LedgerMap", "LedgerHistory", "Identity", "BrokerAPI",
                "BrokerQueues",
                grdb,
            ] + crypto + nio),
        room("FHIR", ["Vocabulary", "JSONTree"]),
        room("Store", ["Vocabulary", grdb, sqlite]),
        room(
            "Records",
            ["Vocabulary", "JSONTree", "FHIR", "Store", "Sealing", "SealedParts", "Identity", "BrokerAPI"] + crypto),
        room(
            "Gateway",
            [
                "Vocabulary", "JSONTree", "FHIR", "Store", "Records", "Identity", "BrokerAPI", logging,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "X509", package: "swift-certificates"),
            ] + crypto + nio),
        room(
            "Detection",
            [
                "Vocabulary", "JSONTree", "CSimdjson", "CHyperscan", "CCompression",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "Yams", package: "Yams"),
            ]),
        room(
            "Response",
            [
                "Vocabulary", "Ledger", "LedgerMap", "LedgerCheck", "JSONTree", "CCompression",
                .product(name: "Mustache", package: "swift-mustache"),
            ] + crypto,
            resources: [.copy("Documents/Templates"), .copy("Documents/Printer/print-worker.py")]),
        room("Synthetic", ["Vocabulary"]),
        room("Onboarding", ["Vocabulary", "JSONTree", "FHIR", "BrokerAPI"] + crypto),
        room("Drill", ["Vocabulary", "BrokerAPI", "Detection", "Ledger", "LedgerCheck", "Synthetic", "JSONTree"]),
        .executableTarget(
            name: "colloque-broker",
            dependencies: [
                "Broker", "BrokerAPI", "Identity", "Ledger", "Sealing", "Vocabulary", arguments, client,
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "colloque",
            dependencies: [
                "Vocabulary", "JSONTree", "Sealing", "SealedParts", "Ledger", "LedgerCheck", "LedgerMap", "Identity",
                "ClientKeys",
                "BrokerAPI", "FHIR", "Store", "Records", "Gateway", "Detection", "Response", "Synthetic", "Drill",
                "Onboarding",
                logging, arguments,
                client,
                .product(name: "Yams", package: "Yams"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ] + crypto + nio,
            swiftSettings: settings),
        .executableTarget(
            name: "colloque-bench",
            dependencies: [
                "Vocabulary", "JSONTree", "Sealing", "SealedParts", "Ledger", "LedgerCheck", "LedgerMap", "Identity",
                "ClientKeys",
                "BrokerAPI", "Broker", "Detection", "FHIR", "Store", "Records", "Gateway", "Response", "Synthetic",
                logging,
                arguments,
                grdb,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ] + crypto + nio,
            path: "Benchmarks", swiftSettings: settings),
        tests("Vocabulary", []),
        tests("JSONTree", ["Vocabulary"]),
        tests("Sealing", ["SealedParts", "Vocabulary"] + crypto),
        tests("Ledger", ["LedgerCheck", "LedgerMap"] + crypto),
        tests("LedgerCheck", ["Ledger", "LedgerMap", "LedgerTests"] + crypto),
        tests("Identity", ["ClientKeys", "Vocabulary"] + crypto, resources: [.copy("Vectors")]),
        tests(
            "Broker",
            [
                "BrokerAPI", "BrokerQueues", "ClientKeys", "Identity", "Ledger", "LedgerCheck", "LedgerHistory",
                "LedgerMap", "SealedParts", "Sealing", "Synthetic", "Vocabulary", grdb,
            ] + crypto),
        tests("FHIR", ["JSONTree", "Synthetic", "Vocabulary"]),
        tests("Store", ["Vocabulary", grdb]),
        tests("Records", ["Broker", "ClientKeys", "Identity", "Vocabulary"]),
        tests("Gateway", ["Broker", "ClientKeys", "Identity", "Records", "Store", "Vocabulary", client, logging]),
        tests("Detection", ["JSONTree", "Vocabulary"]),
        tests("Response", ["JSONTree", "Ledger", "LedgerCheck", "LedgerMap", "Vocabulary"] + crypto),
        tests("Synthetic", ["Vocabulary"]),
        tests(
            "Onboarding",
            ["Broker", "BrokerAPI", "BrokerTests", "ClientKeys", "FHIR", "Identity", "Synthetic", "Vocabulary"] + crypto
        ),
        .testTarget(name: "TidyTests", swiftSettings: settings),
    ],
    cxxLanguageStandard: .cxx17
)
