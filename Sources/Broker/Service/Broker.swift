import BrokerAPI
import BrokerQueues
import Crypto
import Foundation
import Identity
import Ledger
import Sealing
import Synchronization
import Vocabulary

/// The key broker: the only code that ever holds a practice key.
///
/// Every call that releases a key goes the same way: under one lock it decides from the folded state, enters what it decided
/// into the ledger and applies it; outside the lock it waits until the entry is durable and covered by a signed
/// checkpoint; only then the key leaves.
public final class Broker: KeyBroker {
    let live: Mutex<Live>
    let vault: KeyVault
    let ledger: LedgerWriter
    let time: BrokerTime
    let configuration: BrokerConfiguration
    /// The keyed hash of session tokens; each code starts from a copy.
    let tokenCodes: HMAC<SHA256>
    let snapshotKey: SymmetricKey
    let factorKey: SymmetricKey
    let nonces = Nonces()
    let hashing = HashingThreads()
    let revocations = Revocations()
    let desk = HistoryDesk()
    /// The verification key of the ledger's checkpoints.
    public let verificationKey: String

    init(
        state: BrokerState, vault: KeyVault, ledger: LedgerWriter, time: BrokerTime, configuration: BrokerConfiguration,
        secrets: BrokerSecrets, canaries: Set<SubjectID> = []
    ) {
        let uses = state.assertions.map {
            ReplayWindow.Use(subject: $0.subject, jti: $0.jti, expires: $0.at.adding(seconds: 700))
        }
        let replay = ReplayWindow(capacity: 500_000, perSubject: 120, uses: uses)
        live = Mutex(Live(state: state, replay: replay, isWitnessed: configuration.isWitnessed, canaries: canaries))
        self.vault = vault
        self.ledger = ledger
        self.time = time
        self.configuration = configuration
        tokenCodes = HMAC(key: secrets.tokenKey)
        snapshotKey = secrets.snapshotKey
        factorKey = secrets.factorKey
        verificationKey = secrets.verificationKey
    }

    /// Runs `body` under the lock, then waits until all that it entered, and all that it decided on, is durable and covered.
    ///
    /// What `body` returns may leave the broker only after this returns. Sessions that it ended are told to the gateways, also
    /// when it threw after that. With a `moment` that is ahead, time goes on from there, and nothing is entered in between.
    func enter<R: Sendable>(
        at moment: Timestamp? = nil, _ body: (inout Entering) throws -> R
    ) async throws -> R {
        let outcome = try live.withLock { live in
            guard !live.isBroken else { throw BrokerFailure(.unavailable, "ledger and state differ") }
            if let moment { _ = time.advance(to: moment) }
            let now = max(time.now(), live.state.time)
            var entering = Entering(live: live, ledger: ledger, now: now, today: today(now, live))
            let result: Result<R, any Error>
            do { result = .success(try body(&entering)) } catch { result = .failure(error) }
            return (result: result, receipt: live.receipt, ended: entering.ended)
        }
        try await settle(outcome.receipt, outcome.ended)
        return try outcome.result.get()
    }

    /// The moment whose calendar day it is, and by which assertions are judged: the broker's time, or, as long as no witness
    /// confirmed that, the system's clock where it is ahead. No window follows it.
    func today(_ now: Timestamp, _ live: Live) -> Timestamp {
        live.isConfirmed ? now : max(now, configuration.clock.now())
    }

    private func settle(_ receipt: Receipt?, _ ended: [SessionID]) async throws {
        revocations.send(ended)
        guard let receipt else { return }
        do { _ = try await receipt.wait() } catch { throw BrokerFailure(.unavailable, "ledger") }
    }

    /// The limits in force.
    public var limits: Limits { look { state, _ in state.limits } }

    /// Reads from the state, without entering anything.
    func look<R: Sendable>(_ body: (BrokerState, Timestamp) throws -> R) rethrows -> R {
        try live.withLock { live in try body(live.state, max(time.now(), live.state.time)) }
    }
}
