import ArgumentParser
import Crypto
import Foundation
import JSONTree
import Ledger
import Response
import Synchronization
import Vocabulary

/// `scope`: a breach's scope out of a ledger of many practices, against the planted truth.
struct ScopeBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scope",
        abstract: "Computes scopes of attacks planted in a large ledger and compares with the truth.")

    @Option(help: "How many entries.")
    var entries = 10_000_000
    @Option(help: "How many practices.")
    var practices = 1_500
    @Option(help: "How many stolen sessions.")
    var thieves = 120
    @Option(help: "The same seed makes the same ledger.")
    var seed: UInt64 = 1
    @Option(help: "Ask this question only: gateway, grant, partner, practice or sessions.")
    var only: String?
    @Option(help: "Keep ledger, key, questions and truth in this directory, for another implementation to judge.")
    var keep: String?

    func run() async throws {
        guard let keep else { return try await TemporaryDirectory.with { try measure($0) } }
        try FileManager.default.createDirectory(atPath: keep, withIntermediateDirectories: true)
        try measure(keep)
    }

    private func measure(_ directory: String) throws {
        var numbers = SeededNumbers(seed: seed)
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: numbers.bytes(32))
        let signer = try NoteSigner(name: "example.com/ledger", privateKey: key)
        let verifier = try NoteVerifier(key: signer.key)
        let ledger = directory + "/ledger"
        var planted = PlantedLedger(
            directory: ledger, entries: entries, practices: practices, thieves: thieves, seed: numbers.next())
        let writing = try ContinuousClock().measure { try planted.write(signer) }
        Report.row(["entries written", "\(entries)", Report.number(writing.inSeconds) + " s"])
        try Data((signer.key.vkey + "\n").utf8).write(to: URL(fileURLWithPath: directory + "/ledger.vkey"))
        Report.row(["question", "seconds", "people·tiers", "precision", "recall"])
        var rate = 0.0
        for (name, query) in planted.truth.queries.sorted(by: { $0.key < $1.key })
        where only == nil || only == name {
            let clock = ContinuousClock()
            let start = clock.now
            let result = try Scope.read(directory: ledger, verifier: verifier, query: query)
            let seconds = (clock.now - start).inSeconds
            try judge(name, result, planted.truth.answers[name] ?? [], seconds, directory)
            rate = max(rate, Double(result.size) / seconds)
            if name == "sessions" { try certify(result, ledger, verifier, directory) }
        }
        // Tessera's fsck verifies 200,000 entries in 0.27 s.
        Outcome(name: "scope", value: rate, unit: "entries/s", reference: 200_000 / 0.27).print()
    }

    private func judge(
        _ name: String, _ result: ScopeResult, _ truth: Set<PlantedTruth.Key>, _ seconds: Double, _ directory: String
    ) throws {
        guard result.isWhole else { throw BenchmarkError.unexpected("\(name): the ledger does not verify") }
        var found: Set<PlantedTruth.Key> = []
        for practice in result.practices {
            for (subject, tiers) in result.subjects(of: practice.practice) {
                for tier in Tier.allCases where tiers.contains(Tiers(tier)) {
                    found.insert(.init(practice: practice.practice, subject: subject, tier: tier))
                }
            }
        }
        let both = Double(found.intersection(truth).count)
        let (precision, recall) = (both / Double(max(1, found.count)), both / Double(max(1, truth.count)))
        Report.row([
            name, Report.number(seconds), "\(found.count)", String(format: "%.6f", precision),
            String(format: "%.6f", recall),
        ])
        guard keep != nil else { return }
        try Data(ScopeBenchmark.bytes(result.query.json)).write(
            to: URL(fileURLWithPath: "\(directory)/\(name).query.json"))
        try Data(ScopeBenchmark.bytes(result.json)).write(to: URL(fileURLWithPath: "\(directory)/\(name).result.json"))
        let lines = truth.map { "\($0.practice) \($0.subject) \($0.tier.word)\n" }.sorted().joined()
        try Data(lines.utf8).write(to: URL(fileURLWithPath: "\(directory)/\(name).truth"))
    }

    /// Makes and verifies the certificate of every practice in a result.
    private func certify(
        _ result: ScopeResult, _ ledger: String, _ verifier: NoteVerifier, _ directory: String
    ) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let maker = try CertificateMaker(result, directory: ledger, verifier: verifier)
        let sizes = Mutex<[Int]>([])
        let folder = keep.map { _ in directory + "/certificates" }
        if let folder { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        let failures = try maker.make(result.practices.map(\.practice)) { certificate, verdict in
            let bytes = try certificate.encoded(verdict)
            sizes.withLock { $0.append(bytes.count) }
            if let folder {
                try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(certificate.practice).json"))
            }
        }
        guard failures.isEmpty else { throw BenchmarkError.unexpected("\(failures.count) certificates failed") }
        let all = sizes.withLock { $0.sorted() }
        Report.row([
            "certificates", Report.number((clock.now - start).inSeconds) + " s", "\(all.count)",
            "\(all.isEmpty ? 0 : all[all.count / 2]) B", "\(all.last ?? 0) B",
        ])
    }

    private static func bytes(_ value: JSONValue) -> [UInt8] {
        var out: [UInt8] = []
        value.write(into: &out)
        return out
    }
}

extension Duration {
    /// As seconds.
    fileprivate var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
