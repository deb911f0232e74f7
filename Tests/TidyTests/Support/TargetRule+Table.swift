extension TargetRule {
    /// The table of the house: data flows one way, so that a promise can be checked by reading a few targets.
    static let all: [TargetRule] = [
        TargetRule("Vocabulary", [], "the words; they stand on nothing"),
        TargetRule("CSimdjson", [], "a C shim"),
        TargetRule("JSONTree", ["CSimdjson"], "one JSON reader; knows nothing of health or keys"),
        TargetRule("Sealing", ["Vocabulary"], outside: ["Crypto", "CryptoExtras"], "pure cryptography"),
        TargetRule(
            "SealedParts", ["Sealing"], outside: ["Crypto"],
            "seals and opens what gateways and recipients hold keys of and derives none: the broker never links it"),
        TargetRule("Ledger", [], outside: ["Crypto"], "knows bytes and no entry's meaning"),
        TargetRule(
            "LedgerMap", ["Ledger"], outside: ["Crypto"],
            "puts the heads of practices' chains in a map that whoever verifies counts again; releases nothing"),
        TargetRule(
            "LedgerCheck", ["Ledger", "LedgerMap"], outside: ["Crypto"],
            "checks ledgers that others wrote and releases nothing: the broker never links it"),
        TargetRule(
            "Identity", ["Vocabulary"], outside: ["CArgon2", "CFIDO2", "Crypto", "CryptoExtras"],
            "verifies and stores nothing"),
        TargetRule(
            "ClientKeys", ["Identity"], outside: ["Crypto"],
            "signs for members and clients: neither the broker nor the gateway holds such a key"),
        TargetRule(
            "BrokerAPI", ["Vocabulary"], outside: ["NIOCore", "NIOPosix"],
            "wire types and client; both sides of the socket link it, so it holds nothing else"),
        TargetRule(
            "BrokerQueues", ["Vocabulary", "BrokerAPI"],
            "who waits for a thread, and who is told of sessions that ended; it sees no key and no answer"),
        TargetRule(
            "LedgerHistory", ["Vocabulary", "Ledger", "BrokerAPI"],
            "reads one patient's entries out of the ledger for whom the broker lets; knows no key"),
        TargetRule(
            "Broker",
            ["Vocabulary", "Sealing", "Ledger", "LedgerMap", "LedgerHistory", "Identity", "BrokerAPI", "BrokerQueues"],
            outside: ["Crypto", "GRDB", "NIOCore", "NIOPosix"],
            "holds the keys: it reads no JSON of records and links no web server"),
        TargetRule("FHIR", ["Vocabulary", "JSONTree"], "structure and tiers; never a key, never a store"),
        TargetRule(
            "Store", ["Vocabulary"], outside: ["GRDB", "GRDBSQLite"], "sees sealed bytes and index tokens only"),
        TargetRule(
            "Records", ["Vocabulary", "FHIR", "Store", "SealedParts", "Identity", "BrokerAPI"], outside: ["Crypto"],
            "asks the broker as any gateway does"),
        TargetRule(
            "Detection", ["Vocabulary", "JSONTree", "CSimdjson"],
            outside: ["CCompression", "CHyperscan", "Crypto", "Yams"],
            "usable alone: it reads logs and rules, and knows neither keys nor stores"),
        TargetRule(
            "Response", ["Vocabulary", "LedgerCheck", "JSONTree"], outside: ["CCompression", "Crypto", "Mustache"],
            "reads a ledger, or a copy of one, and writes what follows from it; knows neither keys nor stores"),
        TargetRule("Governance", ["Vocabulary", "JSONTree"], "documents and evidence"),
        TargetRule(
            "Gateway", ["Records", "BrokerAPI", "Detection", "Response", "Governance"],
            outside: [
                "Crypto", "Hummingbird", "HummingbirdCore", "HummingbirdHTTP2", "HummingbirdTLS", "HTTPTypes",
                "NIOCore",
                "NIOPosix", "NIOHTTP1", "NIOHTTPTypes", "NIOSSL", "NIOTLS", "Logging", "CoreMetrics", "Metrics",
                "ServiceLifecycle", "X509", "SwiftASN1",
            ], "the only web server; holds no practice key"),
        TargetRule("Synthetic", ["Vocabulary", "JSONTree"], "makes people up out of a seed"),
        TargetRule(
            "Onboarding", ["Vocabulary", "JSONTree", "FHIR", "BrokerAPI"], outside: ["Crypto"],
            "a file of practices, checked and carried out over the broker's administration"),
        TargetRule(
            "Drill", ["BrokerAPI", "LedgerCheck", "Detection", "Synthetic", "JSONTree"], "attacks from outside"),
        TargetRule(
            "colloque-broker", ["Broker"], outside: ["ArgumentParser", "AsyncHTTPClient", "NIOCore", "Yams"],
            "the process that holds the keys: command line, limits.yaml, requests to witnesses and to a provider of identities, nothing else"
        ),
        TargetRule(
            "colloque",
            [
                "Vocabulary", "JSONTree", "SealedParts", "LedgerCheck", "ClientKeys", "BrokerAPI", "FHIR", "Store",
                "Records", "Detection", "Response", "Governance", "Gateway", "Synthetic", "Drill", "Onboarding",
            ],
            outside: [
                "ArgumentParser", "AsyncHTTPClient", "Crypto", "Hummingbird", "Logging", "NIOCore",
                "NIOFoundationCompat", "NIOPosix", "NIOSSL", "NIOTLS", "ServiceLifecycle", "Yams",
            ],
            "the command line never links Broker: practice keys stay in another process"),
    ]
}
