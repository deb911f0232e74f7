import BrokerAPI
import Crypto
import Foundation
import Ledger
import Sealing
import Vocabulary

extension Broker {
    /// Makes a new installation in an empty directory: key database, secrets, and a ledger whose first entry says what it is.
    public static func create(_ configuration: BrokerConfiguration, root: RootKey, simulated: Bool) throws {
        let vault = try KeyVault(path: configuration.database, root: root, create: true)
        try BrokerSecrets.make(in: vault, origin: "colloque.invalid/" + UUID().uuidString.lowercased())
        let secrets = try BrokerSecrets(from: vault)
        try Data((secrets.verificationKey + "\n").utf8).write(
            to: URL(fileURLWithPath: configuration.verificationKeyFile))
        let writer = try LedgerWriter.open(
            directory: configuration.ledger, signer: secrets.signer, options: LedgerOptions())
        let now = configuration.clock.now()
        for policy in [
            Policy(name: .begin, value: simulated ? "simulated" : "real"),
            Policy(name: .limits, value: Limits.standard.text),
        ] {
            let entry = LedgerEntry(time: now, link: nil, event: .policy(policy))
            _ = try writer.append([entry.bytes]).waitBlocking()
        }
        writer.close()
    }

    /// Opens an installation: the ledger is recovered and verified, the state folded from the newest snapshot on, erasures applied again.
    public static func open(
        _ configuration: BrokerConfiguration, root: RootKey, options: LedgerOptions = LedgerOptions()
    ) throws -> Broker {
        let vault = try KeyVault(path: configuration.database, root: root, create: false)
        let secrets = try BrokerSecrets(from: vault)
        let snapshot = try vault.snapshot()
        var options = options
        if let snapshot, let root = Hash(snapshot.root), let size = UInt64(exactly: snapshot.size) {
            options.known.append(Checkpoint(origin: secrets.signer.key.name, size: size, root: root))
        }
        let writer = try LedgerWriter.open(directory: configuration.ledger, signer: secrets.signer, options: options)
        do {
            let state = try fold(configuration, secrets, snapshot)
            try vault.retain { practice, subject in state.practices[practice]?.patients[subject] != nil }
            try vault.removeFactors(
                vault.factorIDs().filter { state.people[$0.person]?.factors.contains($0.id.text) != true }.map(\.id))
            let time = BrokerTime(base: try start(configuration, state), monotonic: configuration.monotonic)
            return Broker(
                state: state, vault: vault, ledger: writer, time: time, configuration: configuration, secrets: secrets,
                canaries: try vault.canaries())
        } catch {
            writer.close()
            throw error
        }
    }

    /// Where time begins: never before the ledger's last entry. Without a witness, at the system's clock, unless that is so far
    /// ahead that it is more likely wrong than right: a time that was once entered never goes back.
    private static func start(_ configuration: BrokerConfiguration, _ state: BrokerState) throws -> Timestamp {
        guard !configuration.isWitnessed else { return state.time }
        let clock = configuration.clock.now()
        let isFarAhead = clock > state.time.adding(days: 31) && !state.practices.isEmpty && !state.isSimulated
        guard !isFarAhead || configuration.acceptsClock else {
            throw BrokerFailure(.unavailable, "the system's clock is over 31 days ahead of the ledger: --accept-clock")
        }
        return max(state.time, clock)
    }

    /// The state at the ledger's end, begun at the snapshot where there is a genuine one.
    private static func fold(
        _ configuration: BrokerConfiguration, _ secrets: BrokerSecrets, _ snapshot: KeyVault.Snapshot?
    ) throws -> BrokerState {
        var state = snapshot.flatMap { Broker.state(of: $0, secrets.snapshotKey) } ?? BrokerState()
        let verifier = try NoteVerifier(vkey: secrets.verificationKey)
        var reader = try LedgerReader(directory: configuration.ledger, verifier: verifier)
        let size = reader.size
        guard UInt64(state.size) <= size else { throw FoldError(state.size, "ledger is shorter than the snapshot") }
        try reader.forEach(from: UInt64(state.size), to: size) { _, bytes in
            let bytes = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
            try state.apply(try LedgerEntry(bytes), leaf: TreeHash.leaf(bytes).bytes)
        }
        return state
    }

    /// The state in a snapshot, if its MAC is ours; nil means that the ledger is folded from its beginning.
    private static func state(of snapshot: KeyVault.Snapshot, _ key: SymmetricKey) -> BrokerState? {
        guard
            HMAC<SHA256>.isValidAuthenticationCode(
                snapshot.mac, authenticating: snapshot.root + snapshot.state, using: key),
            let state = try? PropertyListDecoder().decode(BrokerState.self, from: Data(snapshot.state)),
            state.size == snapshot.size
        else { return nil }
        return state
    }

    /// Enters the merged refusals of minutes that are over; to be called every few seconds.
    public func flush() async throws {
        try await enter { entering in
            try entering.flushRefusals(all: false)
            try entering.flushFailures()
        }
    }

    /// Keeps a snapshot of the state at a durable checkpoint, so that the next start folds less.
    public func saveSnapshot() async throws {
        let state = try await enter { entering in
            try entering.flushRefusals(all: false)
            return entering.live.state
        }
        var reader = try LedgerReader(
            directory: configuration.ledger, verifier: try NoteVerifier(vkey: verificationKey))
        guard state.size > 0, UInt64(state.size) <= reader.size else { return }
        let encoder = PropertyListEncoder()
        encoder.outputFormat = .binary
        let bytes = Array(try encoder.encode(state))
        let root = try reader.root(at: UInt64(state.size))
        let mac = Array(HMAC<SHA256>.authenticationCode(for: root.bytes + bytes, using: snapshotKey))
        try vault.setSnapshot(KeyVault.Snapshot(size: state.size, root: root.bytes, mac: mac, state: bytes))
    }

    /// Enters what is pending, keeps a snapshot, closes the ledger.
    public func close() async throws {
        _ = try await enter { entering in try entering.flushRefusals(all: true) }
        try await saveSnapshot()
        ledger.close()
    }
}

extension Entering {
    /// Enters the merged refusals of minutes that are over.
    mutating func flushRefusals(all: Bool) throws {
        for merged in live.refusals.flush(now: now, all: all) { try enter(merged) }
    }

    /// Enters that sign-ins failed, merged: how many, and nothing of whom, since it may be nobody.
    mutating func flushFailures() throws {
        let failed = live.failures.take(now: now)
        guard failed > 0 else { return }
        try enter(.alert(Alert(name: .signIn, window: .hour, used: Int64(failed), limit: 0)))
    }
}
