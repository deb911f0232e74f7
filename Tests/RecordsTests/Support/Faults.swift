import BrokerAPI
import Store
import Synchronization
import Vocabulary

/// Real broker and store, with one call that fails: before it is carried out, or after it was and its answer got lost.
final class Faults: KeyBroker, RecordStore {
    /// A call of the write path.
    enum Step: String, CaseIterable {
        case deposit, stage, stored, publish
    }

    /// A full disk.
    struct Full: Error {}

    struct Plan {
        var step: Step
        var isCarriedOut: Bool
    }

    private let broker: any KeyBroker
    private let store: any RecordStore
    private let plan = Mutex<Plan?>(nil)
    private let calls = Mutex<[String: Int]>([:])

    init(broker: any KeyBroker, store: any RecordStore) {
        self.broker = broker
        self.store = store
    }

    func fail(_ step: Step?, carriedOut: Bool = false) {
        plan.withLock { $0 = step.map { Plan(step: $0, isCarriedOut: carriedOut) } }
    }

    /// What the body asked of broker and store, by name of the call.
    func counting(_ body: () async throws -> Void) async throws -> [String: Int] {
        calls.withLock { $0 = [:] }
        try await body()
        return calls.withLock { $0 }
    }

    private func count(_ call: String) { calls.withLock { $0[call, default: 0] += 1 } }

    private func meet<R>(_ step: Step, _ failure: any Error, _ body: () async throws -> R) async throws -> R {
        count(step.rawValue)
        guard let plan = plan.withLock({ $0 }), plan.step == step else { return try await body() }
        if plan.isCarriedOut { _ = try await body() }
        throw failure
    }

    private static let lost = BrokerFailure(.unavailable, "test")

    func deposit(_ request: DepositRequest) async throws -> DepositGrant {
        try await meet(.deposit, Faults.lost) { try await broker.deposit(request) }
    }
    func stored(_ request: StoredRequest) async throws -> Nothing {
        try await meet(.stored, Faults.lost) { try await broker.stored(request) }
    }
    func stage(_ deposit: StagedDeposit) async throws {
        try await meet(.stage, Full()) { try await store.stage(deposit) }
    }
    func publish(_ deposit: DepositID, in practice: PracticeID) async throws {
        try await meet(.publish, Full()) { try await store.publish(deposit, in: practice) }
    }

    func hello(_ request: Hello) async throws -> Welcome { try await broker.hello(request) }
    func signIn(_ request: SignIn) async throws -> SessionGrant { try await broker.signIn(request) }
    func session(_ token: SessionToken) async throws -> SessionInfo {
        count("session")
        return try await broker.session(token)
    }
    func challenge(_ request: Nothing) async throws -> Challenge { try await broker.challenge(request) }
    func openID(_ request: OpenIDBeginning) async throws -> OpenIDBegun { try await broker.openID(request) }
    func enrol(_ request: Enrolment) async throws -> Enrolled { try await broker.enrol(request) }
    func person(_ request: PersonRequest) async throws -> PersonAnswer { try await broker.person(request) }
    func signOut(_ token: SessionToken) async throws -> Nothing { try await broker.signOut(token) }
    func release(_ request: ReleaseRequest) async throws -> ReleaseAnswers {
        count("release")
        return try await broker.release(request)
    }
    func ownKeys(_ request: OwnKeysRequest) async throws -> ReleaseAnswers {
        count("ownKeys")
        return try await broker.ownKeys(request)
    }
    func tokens(_ request: TokensRequest) async throws -> Tokens {
        count("tokens")
        return try await broker.tokens(request)
    }
    func matches(_ request: MatchesRequest) async throws -> ReleaseAnswers {
        count("matches")
        return try await broker.matches(request)
    }
    func depositStates(_ request: DepositStatesRequest) async throws -> DepositStates {
        count("depositStates")
        return
            try await broker.depositStates(request)
    }
    func emergency(_ request: EmergencyRequest) async throws -> Nothing {
        count("emergency")
        return try await broker.emergency(request)
    }
    func accessHead(_ request: AccessHead) async throws -> Nothing { try await broker.accessHead(request) }
    func history(_ request: HistoryRequest) async throws -> HistoryAnswer {
        count("history")
        return try await broker.history(request)
    }

    func beginDocument(_ document: DocumentID, of patient: PatientID, in practice: PracticeID) async throws {
        try await store.beginDocument(document, of: patient, in: practice)
    }
    func addChunks(
        _ chunks: [[UInt8]], from number: UInt32, to document: DocumentID, in practice: PracticeID
    ) async throws { try await store.addChunks(chunks, from: number, to: document, in: practice) }
    func dropDocument(_ document: DocumentID, in practice: PracticeID) async throws {
        count("dropDocument")
        try await store.dropDocument(document, in: practice)
    }
    func dropUnfinishedDocuments(in practice: PracticeID) async throws {
        try await store.dropUnfinishedDocuments(in: practice)
    }
    func chunks(
        of document: DocumentID, from number: UInt32, count: Int, in practice: PracticeID
    ) async throws -> [[UInt8]] {
        try await store.chunks(of: document, from: number, count: count, in: practice)
    }

    func discard(_ deposit: DepositID, in practice: PracticeID) async throws {
        count("discard")
        return
            try await store.discard(deposit, in: practice)
    }
    func reserveOrdinals(_ counts: [PatientID: UInt32], in practice: PracticeID) async throws -> [PatientID: UInt32] {
        count("reserveOrdinals")
        return
            try await store.reserveOrdinals(counts, in: practice)
    }
    func erase(_ patient: PatientID, in practice: PracticeID) async throws {
        count("erase")
        return
            try await store.erase(patient, in: practice)
    }
    func read(
        _ key: ResourceKey, version: UInt32?, tiers: Tiers, in practice: PracticeID
    ) async throws -> StoredVersion? {
        count("read")
        return try await store.read(key, version: version, tiers: tiers, in: practice)
    }
    func current(_ keys: [ResourceKey], tiers: Tiers, in practice: PracticeID) async throws -> [StoredVersion?] {
        count("current")
        return
            try await store.current(keys, tiers: tiers, in: practice)
    }
    func list(
        _ patient: PatientID, types: [String]?, after: ResourceKey?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion] {
        count("list")
        return
            try await store.list(patient, types: types, after: after, limit: limit, tiers: tiers, in: practice)
    }
    func listOwn(
        types: [String], after: ResourceKey?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion] {
        count("list")
        return try await store.listOwn(types: types, after: after, limit: limit, tiers: tiers, in: practice)
    }
    func history(
        _ key: ResourceKey, before: UInt32?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion] {
        count("history")
        return
            try await store.history(key, before: before, limit: limit, tiers: tiers, in: practice)
    }
    func find(_ tokens: [RowToken], limit: Int, in practice: PracticeID) async throws -> [StoredMatch] {
        count("find")
        return
            try await store.find(tokens, limit: limit, in: practice)
    }
    func firstMatches(_ tokens: [RowToken], in practice: PracticeID) async throws -> [StoredMatch?] {
        count("firstMatches")
        return
            try await store.firstMatches(tokens, in: practice)
    }
    func wrappedKey(of patient: PatientID, in practice: PracticeID) async throws -> [UInt8]? {
        count("wrappedKey")
        return
            try await store.wrappedKey(of: patient, in: practice)
    }
    func patients(after: PatientID?, limit: Int, in practice: PracticeID) async throws -> [PatientID] {
        count("patients")
        return
            try await store.patients(after: after, limit: limit, in: practice)
    }
    func pending(in practice: PracticeID) async throws -> [DepositID] {
        count("pending")
        return try await store.pending(in: practice)
    }
    func practices() async throws -> [PracticeID] {
        count("practices")
        return try await store.practices()
    }
    func forEachVersion(
        in practice: PracticeID, _ body: @Sendable (StoredVersion) async throws -> Void
    ) async throws { try await store.forEachVersion(in: practice, body) }
    func statistics(of practice: PracticeID) async throws -> StoreStatistics {
        try await store.statistics(of: practice)
    }
    func close() async { await store.close() }
}
