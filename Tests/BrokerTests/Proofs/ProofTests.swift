import BrokerAPI
import ClientKeys
import Identity
import Testing
import Vocabulary

@testable import Broker

/// A gateway that was taken over, against sessions that are bound to their clients' keys.
@Suite struct ProofTests {
    /// Somebody signed in, and patients of the practice.
    private struct Scene {
        let somebody: Somebody
        let token: SessionToken
        let patients: [PatientID]
        let broker: Broker
        /// A client's session before the installation is live, which may say by what patients are found.
        let importer: SessionToken

        init(_ count: Int = 12) async throws {
            let house = try TestInstallation()
            let practice = try await house.practice(size: 50)
            importer = try await house.signIn(try await house.client(practice))
            patients = try await house.patients(count, importer, clinical: TestInstallation.start)
            somebody = try await Somebody(house, practice)
            try await somebody.enrol()
            token = try await somebody.signIn().token
            broker = try house.broker
        }

        func release(
            _ patients: [PatientID], _ tiers: Tiers, _ proof: [UInt8], gateway: GatewayID? = nil
        ) async throws -> [ReleaseAnswer] {
            try await broker.release(
                ReleaseRequest(token: token, proof: proof, patients: patients, tiers: tiers, purpose: .read),
                gateway: gateway
            ).answers
        }
    }

    private func refuses(_ what: Comment, _ detail: String? = nil, _ body: () async throws -> Void) async {
        await #expect(throws: BrokerFailure.self, what) {
            do { try await body() } catch let failure as BrokerFailure {
                #expect(failure.code == .proof && (detail == nil || failure.detail == detail), "\(what): \(failure)")
                throw failure
            }
        }
    }

    @Test func aTokenAloneDoesNothing() async throws {
        let scene = try await Scene()
        let (broker, token, patient) = (scene.broker, scene.token, scene.patients[0])
        let part = NewPart(patient: patient, type: "Patient", id: patient.description, version: 2, tier: .identity)
        let fresh = try await scene.somebody.evidence()
        let size = broker.look { state, _ in state.size }
        for proof in [[], Array("x.y.z".utf8)] {
            await refuses("release") { _ = try await scene.release([patient], .all, proof) }
            await refuses("own keys") {
                _ = try await broker.ownKeys(OwnKeysRequest(token: token, proof: proof, tiers: .all))
            }
            await refuses("tokens") {
                _ = try await broker.tokens(
                    TokensRequest(token: token, proof: proof, terms: [SearchTerm(.family, "durand")]))
            }
            await refuses("matches") {
                _ = try await broker.matches(
                    MatchesRequest(
                        token: token, proof: proof, terms: [SearchTerm(.family, "durand")], candidates: [],
                        purpose: .search))
            }
            await refuses("deposit") {
                _ = try await broker.deposit(DepositRequest(token: token, proof: proof, parts: [part]))
            }
            await refuses("history") {
                _ = try await broker.history(
                    HistoryRequest(
                        token: token, proof: proof, patient: patient, from: TestInstallation.start,
                        through: TestInstallation.start, limit: 1))
            }
            await refuses("emergency") {
                _ = try await broker.emergency(
                    EmergencyRequest(token: token, proof: proof, assertion: fresh, patient: patient, reason: "coma"))
            }
            await refuses("person") { _ = try await broker.person(PersonRequest(token: token, proof: proof, .signOut)) }
        }
        #expect(broker.look { state, _ in state.size } == size, "and leaves no entry")
    }

    @Test func onlyWhatAProofNamesIsReleased() async throws {
        let scene = try await Scene()
        let proof = try await scene.somebody.proof(
            RequestProof.Named(patients: [scene.patients[0], scene.patients[1]], tiers: [.identity, .medical]),
            of: scene.token)
        var released: [String: Int] = [:]
        for answer in try await scene.release(scene.patients, .all, proof) {
            let isNamed = scene.patients[..<2].contains(answer.patient ?? .random())
            let isWanted = isNamed && (answer.tier == .identity || answer.tier == .medical)
            #expect(answer.isReleased == isWanted && (isWanted || answer.reason == .unnamed))
            released[answer.isReleased ? "released" : "refused", default: 0] += 1
        }
        #expect(released == ["released": 4, "refused": 44])
        let history = try await scene.broker.history(
            HistoryRequest(
                token: scene.token, proof: proof, patient: scene.patients[5], from: TestInstallation.start,
                through: TestInstallation.start, limit: 1))
        guard case .refused(.unnamed, _) = history else {
            Issue.record("\(history)")
            return
        }
        await refuses("an emergency of another patient", "patient") {
            _ = try await scene.broker.emergency(
                EmergencyRequest(
                    token: scene.token, proof: proof,
                    assertion: try await scene.somebody.evidence(act: "emergency:\(scene.patients[6]):coma"),
                    patient: scene.patients[6], reason: "coma"))
        }
        func declare(_ patient: PatientID, act: String) async throws {
            _ = try await scene.broker.emergency(
                EmergencyRequest(
                    token: scene.token, proof: proof, assertion: try await scene.somebody.evidence(act: act),
                    patient: patient, reason: "coma"))
        }
        await #expect(throws: BrokerFailure(.signIn), "what was shown for another patient") {
            try await declare(scene.patients[0], act: "emergency:\(scene.patients[1]):coma")
        }
        try await declare(scene.patients[0], act: "emergency:\(scene.patients[0]):coma")
    }

    @Test func aProofIsOfOneKeyOneSessionOneGatewayAndOneMoment() async throws {
        let scene = try await Scene()
        let named = RequestProof.Named(patients: [scene.patients[0]], tiers: .identity)
        let (here, there) = (GatewayID.random(), GatewayID.random())
        let proof = try await scene.somebody.proof(named, of: scene.token)
        for _ in 0..<3 {
            #expect(
                try await scene.release([scene.patients[0]], .identity, proof, gateway: here).allSatisfy(\.isReleased))
        }
        await refuses("through another gateway", "replayed") {
            _ = try await scene.release([scene.patients[0]], .identity, proof, gateway: there)
        }
        let second = try await scene.somebody.signIn().token
        await refuses("in another session of the same key") {
            _ = try await scene.broker.release(
                ReleaseRequest(
                    token: second, proof: proof, patients: [scene.patients[0]], tiers: .identity, purpose: .read),
                gateway: here)
        }
        let foreign = try await scene.somebody.proof(named, of: scene.token, key: KeyPair())
        await refuses("of another key") { _ = try await scene.release([scene.patients[0]], .identity, foreign) }
        var changed = try await scene.somebody.proof(named, of: scene.token)
        changed[changed.count - 5] ^= 1
        await refuses("changed") { _ = try await scene.release([scene.patients[0]], .identity, changed) }
        let late = try await scene.somebody.proof(named, of: scene.token)
        scene.somebody.house.advance(seconds: 91)
        await refuses("too late") { _ = try await scene.release([scene.patients[0]], .identity, late) }
        await refuses("too late, and shown before", "replayed") {
            _ = try await scene.release([scene.patients[0]], .identity, proof, gateway: here)
        }
        let kept = try await scene.somebody.proof(named, of: scene.token)
        try scene.somebody.house.restart()
        await refuses("with a nonce of before a restart", "nonce") {
            _ = try await (try scene.somebody.house.broker).release(
                ReleaseRequest(
                    token: scene.token, proof: kept, patients: [scene.patients[0]], tiers: .identity, purpose: .read))
        }
    }

    @Test func oneProofIsOneSearchByItsTermsAndOfTenPatients() async throws {
        let scene = try await Scene(30)
        let (broker, token) = (scene.broker, scene.token)
        let (name, day) = (SearchTerm(.familyPrefix, "dur"), SearchTerm(.birthdate, "1970-01-01"))
        let part = { (patient: PatientID) in
            NewPart(patient: patient, type: "Patient", id: patient.description, version: 2, tier: .identity)
        }
        let terms = [name, day]
        let grant = try await broker.deposit(
            DepositRequest(
                token: scene.importer, parts: scene.patients.map(part),
                rows: scene.patients.flatMap { patient in
                    terms.map { NewRow(patient: patient, ordinal: 0, term: $0) }
                }))
        let macs = grant.rows.compactMap { $0?.mac }
        #expect(macs.count == 60)
        func matches(_ terms: [SearchTerm], _ range: Range<Int>, _ proof: [UInt8]) async throws -> Int {
            let candidates = range.map { index in
                Candidate(
                    patient: scene.patients[index], ordinal: 0,
                    macs: terms.map { macs[index * 2 + ($0 == name ? 0 : 1)] })
            }
            return try await broker.matches(
                MatchesRequest(token: token, proof: proof, terms: terms, candidates: candidates, purpose: .search)
            ).answers.count(where: \.isReleased)
        }
        let both = try await scene.somebody.proof(RequestProof.Named(terms: [name, day]), of: token)
        #expect(try await matches(terms, 0..<10, both) == 10)
        #expect(try await matches(terms, 0..<10, both) == 10, "the same ones again")
        await refuses("ten others", "terms") { _ = try await matches(terms, 10..<20, both) }
        await refuses("by one term alone", "terms") { _ = try await matches([name], 0..<3, both) }
        await refuses("by one more", "terms") {
            _ = try await broker.tokens(
                TokensRequest(token: token, proof: both, terms: terms + [SearchTerm(.phone, "0612345678")]))
        }
        let any = try await scene.somebody.proof(RequestProof.Named(terms: [name, day], isAny: true), of: token)
        #expect(try await matches([name], 0..<10, any) == 10)
        #expect(try await matches([day], 10..<20, any) == 10)
        await refuses("more than a proof may name", "terms") { _ = try await matches(terms, 20..<21, any) }
        let condition = try await broker.release(
            ReleaseRequest(
                token: token, proof: both, patients: Array(scene.patients[..<20]), tiers: .identity, purpose: .condition
            )
        ).answers
        #expect(condition.count(where: \.isReleased) == 10, "whom the search found, and nobody else")
        let more = try await broker.release(
            ReleaseRequest(
                token: token, proof: both, patients: Array(scene.patients[..<10]), tiers: .medical, purpose: .read)
        ).answers
        #expect(more.allSatisfy { $0.reason == .unnamed }, "identity only")
    }

    @Test func nobodyIsFoundWhomNoProofNamed() async throws {
        let scene = try await Scene()
        let (name, named) = (
            SearchTerm(.familyPrefix, "dur"), RequestProof.Named(patients: [scene.patients[0]], tiers: .all)
        )
        func index(_ patient: PatientID, _ term: SearchTerm, _ proof: [UInt8], _ token: SessionToken) async throws {
            let part = NewPart(patient: patient, type: "Patient", id: patient.description, version: 3, tier: .identity)
            _ = try await scene.broker.deposit(
                DepositRequest(
                    token: token, proof: proof, parts: [part], rows: [NewRow(patient: patient, ordinal: 0, term: term)])
            )
        }
        let proof = try await scene.somebody.proof(named, of: scene.token)
        try await index(scene.patients[0], name, proof, scene.token)
        await refuses("another's row", "rows") { try await index(scene.patients[1], name, proof, scene.token) }
        await refuses("a row of an agenda", "rows") {
            try await index(
                scene.patients[1], SearchTerm(.booking, "\(scene.somebody.member)|2026-09-21"), proof, scene.token)
        }
        try await index(scene.patients[1], name, [], scene.importer)
        _ = await scene.broker.admin(.live)
        await refuses("a bearer's row of whom it never opened", "rows") {
            try await index(scene.patients[1], name, [], scene.importer)
        }
        let release = ReleaseRequest(
            token: scene.importer, patients: [scene.patients[2]], tiers: .identity, purpose: .read)
        #expect(try await scene.broker.release(release).answers.allSatisfy(\.isReleased))
        try await index(scene.patients[2], name, [], scene.importer)
    }

    @Test func aProofOfAReadIsNoneOfAnAct() async throws {
        let scene = try await Scene()
        let read = try await scene.somebody.proof(RequestProof.Named(), of: scene.token)
        for action in [PersonRequest.Action.signOut, .turn(to: scene.somebody.member)] {
            await refuses("an act by a read's proof", "path") {
                _ = try await scene.broker.person(PersonRequest(token: scene.token, proof: read, action))
            }
        }
        let out = try await scene.somebody.proof(RequestProof.Named(), of: scene.token, path: "/signin/out")
        _ = try await scene.broker.person(PersonRequest(token: scene.token, proof: out, .signOut))
    }

    @Test func nobodyIsExpectedWhomNoProofBooked() async throws {
        let scene = try await Scene()
        let day = scene.broker.moment().seconds / 86_400
        let booked = NewBooking(patient: scene.patients[0], professional: scene.somebody.member, day: day)
        let part = NewPart(patient: scene.patients[0], type: "Appointment", id: "a", version: 1, tier: .identity)
        func deposit(_ booking: NewBooking, _ proof: [UInt8]) async throws {
            _ = try await scene.broker.deposit(
                DepositRequest(token: scene.token, proof: proof, parts: [part], bookings: [booking]))
        }
        let named = RequestProof.Named(
            booking: .init(
                patient: scene.patients[0], professional: scene.somebody.member, day: CivilDate(days: Int(day))))
        let proof = try await scene.somebody.proof(named, of: scene.token)
        try await deposit(booked, proof)
        for other in [
            NewBooking(patient: scene.patients[1], professional: scene.somebody.member, day: day),
            NewBooking(patient: scene.patients[0], professional: .random(), day: day),
            NewBooking(patient: scene.patients[0], professional: scene.somebody.member, day: day + 1),
            NewBooking(patient: scene.patients[0], professional: scene.somebody.member, day: .max),
        ] {
            await refuses("another booking", "book") { try await deposit(other, proof) }
        }
        await refuses("an unnamed booking", "book") {
            try await deposit(booked, try await scene.somebody.proof(RequestProof.Named(), of: scene.token))
        }
    }
}
