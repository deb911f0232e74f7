import Vocabulary

/// Holds the keys and hands them out within limits, after writing each release down.
///
/// Gateways speak to it through ``BrokerClient``; the broker itself implements it. All methods throw ``BrokerFailure``.
public protocol KeyBroker: Sendable {
    /// Introduces a gateway.
    func hello(_ request: Hello) async throws -> Welcome
    /// Draws a nonce to sign in with, and says those that request proofs may bear.
    func challenge(_ request: Nothing) async throws -> Challenge
    /// Begins a sign-in at the OpenID provider.
    func openID(_ request: OpenIDBeginning) async throws -> OpenIDBegun
    /// Adds a factor to a person.
    func enrol(_ request: Enrolment) async throws -> Enrolled
    /// Carries out what the person behind a session asks about themself.
    func person(_ request: PersonRequest) async throws -> PersonAnswer
    /// Begins a session of a verified factor.
    func signIn(_ request: SignIn) async throws -> SessionGrant
    /// Says what a session is, if it lives.
    func session(_ token: SessionToken) async throws -> SessionInfo
    /// Ends a session.
    func signOut(_ token: SessionToken) async throws -> Nothing
    /// Releases tier keys of named patients.
    func release(_ request: ReleaseRequest) async throws -> ReleaseAnswers
    /// Releases the keys of the practice's own resources.
    func ownKeys(_ request: OwnKeysRequest) async throws -> ReleaseAnswers
    /// Computes the tokens of search terms.
    func tokens(_ request: TokensRequest) async throws -> Tokens
    /// Releases identity keys of the matches of a search or an agenda.
    func matches(_ request: MatchesRequest) async throws -> ReleaseAnswers
    /// Releases part keys for new parts.
    func deposit(_ request: DepositRequest) async throws -> DepositGrant
    /// Enters that a deposit is in the store.
    func stored(_ request: StoredRequest) async throws -> Nothing
    /// Says which deposits have a `stored` entry.
    func depositStates(_ request: DepositStatesRequest) async throws -> DepositStates
    /// Declares an emergency opening.
    func emergency(_ request: EmergencyRequest) async throws -> Nothing
    /// Enters the head of an access log.
    func accessHead(_ request: AccessHead) async throws -> Nothing
    /// Says what the ledger holds of one patient.
    func history(_ request: HistoryRequest) async throws -> HistoryAnswer
}
