import BrokerAPI
import Ledger
import LedgerCheck
import Vocabulary

/// A throw-away copy of a simulated installation, and what the drill may not import itself: HTTPS, private keys, the stores.
///
/// The command line implements it. Nothing of it is a way around the gateway or the broker: what an attacker does goes over
/// ``send(_:)``, over the broker's socket, or over the files in ``path``.
public protocol DrillInstallation: Sendable {
    /// The copy's data directory.
    var path: String { get }
    /// Where gateways connect to the broker.
    var brokerSocket: String { get }
    /// Where the command line connects to the broker.
    var adminSocket: String { get }
    /// Reads the practices' chains out of the ledger's entries.
    var linker: EntryLinker { get }
    /// Copies the directory once more; the copy is not started. Not to be called while this one runs.
    func copy() async throws -> any DrillInstallation
    /// Starts `serve` on the copy and waits until it accepts connections.
    func start() async throws
    /// Ends `serve` and its broker, if they run.
    func stop() async
    /// Starts a witness for the copy, which remembers its ledger from now on. To be called while the copy does not run.
    func startWitness() async throws
    /// Ends the witness; the copy still expects it.
    func stopWitness() async
    /// Stops, and removes the copy.
    func remove() async
    /// What all runs of `serve` and its broker wrote to their standard output and error.
    func log() -> [UInt8]
    /// Sends one HTTPS request to the running `serve`.
    func send(_ request: DrillRequest) async throws -> DrillAnswer
    /// Signs in over HTTPS with the account's key; nil when it is refused. A bound session gets a new client key, which stays here and
    /// signs what ``send(_:)`` sends in its name.
    func token(of account: DrillAccount, bound: Bool, now: Timestamp) async throws -> String?
    /// Makes the proof of a request that bears `token`, by the key to which the session of `signer` is bound; nil where that is bound
    /// to none.
    func proof(
        _ naming: DrillNaming?, _ method: String, _ path: String, token: String, signer: String, nonce: String?,
        now: Timestamp
    ) throws -> String?
    /// Draws a client key to which a session is to be bound: its point as the broker takes it (base64url).
    func drawClientKey() -> String
    /// Notes that the session of a token is bound to a client key that was drawn here.
    func note(token: String, key: String)
    /// Makes a passkey in software for this installation's own pages.
    func drawPasskey() throws -> any DrillPasskey
    /// What an authenticator program shows for an `otpauth` URI.
    func code(of uri: String, at now: Timestamp) throws -> String
    /// Draws a key for a new account: the path of the private key (PEM), and the public one as the broker takes it.
    func drawKey() throws -> (path: String, publicKey: String)
    /// A fresh assertion of the account for the token endpoint, which binds a session to a new client key or to none.
    func assertion(of account: DrillAccount, bound: Bool, now: Timestamp) throws -> SignIn
    /// What the key at a path signs for one step of an act, as an operator or a membership: its audience names step and content.
    func assertion(_ step: ActStep, _ content: String, of id: String, key: String, now: Timestamp) throws -> String
    /// The ids of a practice's patients, as an attacker could have gathered them. Not to be called while it runs.
    func patients(of practice: PracticeID) async throws -> [PatientID]
    /// The sealed parts of a practice as they lie in its store. Not to be called while it runs.
    func sealedParts(of practice: PracticeID) async throws -> [[UInt8]]
    /// What comparing the stores with the ledger finds. Not to be called while it runs.
    func recordProblems() async throws -> [String]
}
