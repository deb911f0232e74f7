import BrokerAPI
import Vocabulary

/// Passes every call on and counts what the broker released and refused, by reason, and sign-ins by outcome.
struct CountingBroker: KeyBroker {
    let base: any KeyBroker
    let metrics: GatewayMetrics

    private func counted(_ answers: ReleaseAnswers) -> ReleaseAnswers {
        var outcomes: [String: Int] = [:]
        for answer in answers.answers where answer.patient != nil {
            switch answer.outcome {
            case .released: outcomes["released", default: 0] += 1
            case .refused(let reason, _): outcomes[reason.rawValue, default: 0] += 1
            }
        }
        for (outcome, count) in outcomes { metrics.openings(outcome, count) }
        return answers
    }

    func signIn(_ request: SignIn) async throws -> SessionGrant {
        do {
            let grant = try await base.signIn(request)
            metrics.signIn("accepted")
            return grant
        } catch {
            metrics.signIn("refused")
            throw error
        }
    }

    func release(_ request: ReleaseRequest) async throws -> ReleaseAnswers { counted(try await base.release(request)) }
    func matches(_ request: MatchesRequest) async throws -> ReleaseAnswers { counted(try await base.matches(request)) }
    func ownKeys(_ request: OwnKeysRequest) async throws -> ReleaseAnswers { try await base.ownKeys(request) }
    func challenge(_ request: Nothing) async throws -> Challenge { try await base.challenge(request) }
    func openID(_ request: OpenIDBeginning) async throws -> OpenIDBegun { try await base.openID(request) }
    func enrol(_ request: Enrolment) async throws -> Enrolled { try await base.enrol(request) }
    func person(_ request: PersonRequest) async throws -> PersonAnswer { try await base.person(request) }
    func hello(_ request: Hello) async throws -> Welcome { try await base.hello(request) }
    func session(_ token: SessionToken) async throws -> SessionInfo { try await base.session(token) }
    func signOut(_ token: SessionToken) async throws -> Nothing { try await base.signOut(token) }
    func tokens(_ request: TokensRequest) async throws -> Tokens { try await base.tokens(request) }
    func deposit(_ request: DepositRequest) async throws -> DepositGrant { try await base.deposit(request) }
    func stored(_ request: StoredRequest) async throws -> Nothing { try await base.stored(request) }
    func depositStates(_ request: DepositStatesRequest) async throws -> DepositStates {
        try await base.depositStates(request)
    }
    func emergency(_ request: EmergencyRequest) async throws -> Nothing { try await base.emergency(request) }
    func history(_ request: HistoryRequest) async throws -> HistoryAnswer { try await base.history(request) }
    func accessHead(_ request: AccessHead) async throws -> Nothing { try await base.accessHead(request) }
}
