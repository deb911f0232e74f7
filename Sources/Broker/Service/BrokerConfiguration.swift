import Identity
import Vocabulary

/// What a broker needs to know beside its data directory.
public struct BrokerConfiguration: Sendable {
    /// `D/broker`: the key database, the ledger, the sockets.
    public var directory: String
    /// Token endpoint URLs that an assertion may name; any `https://localhost:…` or `https://127.0.0.1:…` when empty.
    public var audiences: Set<String>
    /// Whether witnesses vouch for the time: then it begins at the ledger's last entry, and moves on when one has cosigned.
    public var isWitnessed: Bool
    /// Whether to believe a system clock that is more than 31 days ahead of the ledger's last entry.
    public var acceptsClock = false
    /// The system's clock: where no witness vouches, time begins there.
    public var clock: any WallClock
    /// Milliseconds of a clock that only runs forward.
    public var monotonic: @Sendable () -> Int64
    /// Patients' keys are LRU-cached; sessions of members last this many seconds.
    public var memberSessionSeconds: Int64 = 14 * 3_600
    /// Sessions of clients last this many seconds.
    public var clientSessionSeconds: Int64 = 3_600

    /// Origins of pages on which passkeys are used, beside the servers' own.
    public var webOrigins: Set<String> = []
    /// The OpenID provider at which professionals may sign in, and how it is asked; nil for none.
    public var openID: (provider: OpenIDProvider, client: any OpenIDClient)?
    /// Takes the rule by which somebody was refused, a word for the log; nothing of whom.
    public var refused: @Sendable (String) -> Void = { _ in }
    /// Seconds without a request after which a session ends, by its class; none for programs, whose sessions are short.
    public var idleSeconds: [SessionClass: Int64] = [.passkey: 8 * 3_600, .password: 3_600]

    /// Makes a configuration; clocks default to the system's.
    public init(
        directory: String, audiences: Set<String> = [], isWitnessed: Bool = false,
        clock: any WallClock = SystemClock(), monotonic: (@Sendable () -> Int64)? = nil
    ) {
        self.directory = directory
        self.audiences = audiences
        self.isWitnessed = isWitnessed
        self.clock = clock
        self.monotonic = monotonic ?? SystemClock.monotonic
    }

    var database: String { directory + "/keys.sqlite" }
    var ledger: String { directory + "/ledger" }
    /// The verification key of the ledger, for readers; public.
    var verificationKeyFile: String { directory + "/ledger.vkey" }
    /// The practice map of the newest `index` entry, for proofs; public, and recomputed from the ledger where it is missing.
    var mapFile: String { directory + "/ledger.map" }
    /// The newest checkpoint that witnesses cosigned, for verifiers; public.
    var cosignedFile: String { directory + "/ledger.cosigned" }
    /// Where gateways connect.
    public var socket: String { directory + "/broker.sock" }
    /// Where the command line connects.
    public var adminSocket: String { directory + "/admin.sock" }

    /// Whether an assertion may name this audience.
    func accepts(audience: String) -> Bool {
        guard audiences.isEmpty else { return audiences.contains(audience) }
        let hosts = ["https://localhost:", "https://127.0.0.1:"]
        guard let host = hosts.first(where: { audience.hasPrefix($0) }) else { return false }
        let rest = audience.dropFirst(host.count).split(separator: "/", maxSplits: 1)
        return rest.count == 2 && UInt16(rest[0]) != nil && rest[1] == "oauth/token"
    }
}
