import BrokerAPI
import ClientKeys
import Identity
import Vocabulary

/// A membership or client with its private key.
struct Account: Sendable {
    static let audience = "https://localhost:8443/oauth/token"

    let holder: Holder
    let key: KeyPair

    /// Begins a session: a bearer's, or one that is bound to a key.
    func signIn(
        _ broker: any KeyBroker, audience: String = Account.audience, binding client: KeyPair? = nil
    ) async throws -> SessionGrant {
        let bound = client?.publicKey
        let now = SystemClock().now()
        let assertion: String =
            switch holder {
            case .member(let id): try key.assertion(subject: id, audience: audience, now: now, binding: bound)
            case .client(let id): try key.assertion(subject: id, audience: audience, now: now, binding: bound)
            }
        return try await broker.signIn(SignIn(assertion: assertion, audience: audience, key: bound?.text))
    }

    /// Adds one with a new key; `ask` speaks to the broker's administration.
    static func add(
        _ role: Role, to practice: PracticeID, _ ask: (AdminRequest) async throws -> AdminReply
    ) async throws -> Account {
        let key = KeyPair()
        let name = "\(role.rawValue) \(UInt32.random(in: .min ... .max))"
        guard role.isMembership else {
            let request = AdminRequest.addClient(
                practice: practice, role: role, name: name, key: key.publicKey.text, partner: nil, depositOnly: false)
            return Account(holder: .client(try Account.id(try await ask(request))), key: key)
        }
        let request = AdminRequest.addMember(
            practice: practice, role: role, name: name, key: key.publicKey.text, shares: nil, end: nil)
        return Account(holder: .member(try Account.id(try await ask(request))), key: key)
    }

    /// The id of what was added.
    static func id<Kind>(_ reply: AdminReply) throws -> ID<Kind> {
        guard case .added(let text) = reply, let id = ID<Kind>(text) else {
            throw BenchmarkError.unexpected("administration")
        }
        return id
    }
}
