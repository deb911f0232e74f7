import BrokerAPI
import ClientKeys
import Identity
import Testing
import Vocabulary

@testable import Broker

/// Whoever took the gateway over sees tokens, proofs and fresh factors of honest users, and has the broker's socket. Nothing that
/// they did not sign may come of it.
@Suite("A gateway that was taken over")
struct TakenOverGatewayTests {
    private static let origin = "https://localhost:8443"

    /// An honest member's browser: a session bound to its key.
    private struct Browser {
        let house: TestInstallation
        let key = KeyPair()
        var token: SessionToken?

        func session() throws -> SessionToken {
            guard let token else { throw BrokerFailure(.session, "test") }
            return token
        }

        mutating func signIn(_ account: Account) async throws {
            guard case .member(let member) = account.holder else { throw BrokerFailure(.invalid, "test") }
            let text = try account.key.assertion(
                subject: member, audience: TestInstallation.audience, now: house.clock.now(), binding: key.publicKey)
            let request = SignIn(assertion: text, audience: TestInstallation.audience, key: key.publicKey.text)
            token = try await house.broker.signIn(request).token
        }

        /// A passkey's answer to a new challenge for this browser's key.
        func answer(_ passkey: SoftPasskey) async throws -> SignIn {
            let nonce = try await house.broker.challenge(Nothing()).nonce
            let challenge = try SignInChallenge(.signIn, nonce: nonce, key: key.publicKey)
            let made = try passkey.answer(challenge: challenge.bytes)
            let answer = PasskeyAnswer(
                credential: passkey.id, clientData: made.clientData, authenticatorData: made.authenticatorData,
                signature: made.signature)
            return SignIn(
                .passkey(nonce: nonce, answer), audience: TestInstallation.audience, key: key.publicKey.text)
        }

        /// A new passkey by a right to enrol.
        func enrolment(_ passkey: SoftPasskey, by right: Enrolment.Authority) async throws -> Enrolment {
            let nonce = try await house.broker.challenge(Nothing()).nonce
            let challenge = try SignInChallenge(.enrolment, nonce: nonce, key: key.publicKey)
            let made = passkey.registration(challenge: challenge.bytes)
            return Enrolment(
                .passkey(clientData: made.clientData, attestation: made.attestation), by: right, nonce: nonce,
                key: key.publicKey.text, audience: TestInstallation.audience)
        }

        func proof(_ method: String, _ path: String, _ named: RequestProof.Named? = nil) async throws -> [UInt8] {
            let nonce = try await house.broker.challenge(Nothing()).proofNonces.first
            let bytes = unsafe try session().secret.withUnsafeBytes { unsafe Array($0) }
            let proof = try key.proof(
                method: method, url: origin + path, tokenHash: RequestProof.hash(ofToken: Base64URL.text(bytes).utf8),
                nonce: nonce, named: named, now: house.clock.now())
            return Array(proof.utf8)
        }
    }

    private func invited(_ house: TestInstallation, _ practice: PracticeID) async throws -> (
        PersonID, Browser, SoftPasskey
    ) {
        let invite = AdminRequest.invite(
            practice: practice, role: .physician, name: "N", person: nil, shares: nil, end: nil)
        guard case .invited(_, let person, let code?) = await (try house.broker).admin(invite),
            let person = PersonID(person)
        else { throw BrokerFailure(.invalid, "invite") }
        var browser = Browser(house: house)
        let passkey = SoftPasskey(relyingParty: "localhost", origin: TakenOverGatewayTests.origin)
        _ = try await house.broker.enrol(try await browser.enrolment(passkey, by: .invitation(code)))
        browser.token = try await house.broker.signIn(try await browser.answer(passkey)).token
        return (person, browser, passkey)
    }

    @Test("An honest search opens nobody whom its terms do not find", arguments: [Purpose.search, .agenda])
    func madeUpRows(purpose: Purpose) async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let victims = try await house.patients(
            purpose == .search ? 10 : 100, importer, clinical: TestInstallation.start)
        let doctor = try await house.member(practice)
        var browser = Browser(house: house)
        try await browser.signIn(doctor)
        let token = try browser.session()
        let term =
            purpose == .search
            ? SearchTerm(.family, "duponteau") : SearchTerm(.booking, "\(doctor.holder.idText)|2026-09-21")
        let path = purpose == .search ? "/fhir/Patient" : "/fhir/Appointment"
        let proof = try await browser.proof("GET", path, RequestProof.Named(terms: [term]))

        // The taken-over gateway makes the broker write index rows of its victims under the honest search's term…
        let part = NewPart(
            patient: victims[0], type: "Observation", id: "\(victims[0]).900", version: 1, tier: .identity)
        let rows = victims.map { NewRow(patient: $0, ordinal: 0, term: term) }
        let grant = try? await house.broker.deposit(
            DepositRequest(token: token, proof: proof, parts: [part], rows: rows))
        // …and shows them as what the search found.
        let candidates = zip(victims, grant?.rows ?? []).compactMap { victim, row in
            row.map { Candidate(patient: victim, ordinal: 0, macs: [$0.mac]) }
        }
        let request = MatchesRequest(
            token: token, proof: proof, terms: [term], candidates: candidates, purpose: purpose)
        let released = try await house.broker.matches(request).answers.filter(\.isReleased).count
        #expect(released == 0, "identity keys of patients whom nobody searched for")
    }

    @Test("A sign-in that it sees enrols no passkey of its own")
    func enrolsItself() async throws {
        let house = try TestInstallation()
        let (_, browser, passkey) = try await invited(house, try await house.practice())
        let token = try browser.session()
        // Seen: a read's proof, and, after the gateway said that the session had ended, a new sign-in in the same browser.
        let proof = try await browser.proof("GET", "/fhir/Patient/\(PatientID.random())")
        let seen = try await browser.answer(passkey)
        let thief = Browser(house: house)
        let own = SoftPasskey(relyingParty: "localhost", origin: TakenOverGatewayTests.origin)
        let right = Enrolment.Authority.session(token, proof: proof, fresh: seen)
        _ = try? await house.broker.enrol(try await thief.enrolment(own, by: right))
        let session = try? await house.broker.signIn(try await thief.answer(own)).info.sessionClass
        #expect(session == nil, "a session of the thief's own, by the thief's own passkey")
    }

    @Test("What was signed for one practice finds nobody in another of the same person's")
    func otherSession() async throws {
        let house = try TestInstallation()
        let (first, second) = (try await house.practice(), try await house.practice())
        let (person, browser, _) = try await invited(house, first)
        let invite = AdminRequest.invite(
            practice: second, role: .physician, name: "N", person: person, shares: nil, end: nil)
        guard case .invited(let other, _, _) = await (try house.broker).admin(invite), let other = MemberID(other)
        else { throw BrokerFailure(.invalid, "invite") }
        let importer = try await house.signIn(try await house.client(second))
        let term = SearchTerm(.family, "duponteau")
        let victim = try await house.patients(1, importer, clinical: TestInstallation.start)[0]
        let part = NewPart(patient: victim, type: "Patient", id: "\(victim)", version: 2, tier: .identity)
        let rows = try await house.broker.deposit(
            DepositRequest(token: importer, parts: [part], rows: [NewRow(patient: victim, ordinal: 0, term: term)])
        ).rows
        let read = try await browser.proof("GET", "/fhir/Patient/\(PatientID.random())")
        let search = try await browser.proof("GET", "/fhir/Patient", RequestProof.Named(terms: [term]))
        let turned = try? await house.broker.person(
            PersonRequest(token: try browser.session(), proof: read, .turn(to: other))
        ).grant
        #expect(turned == nil, "a session in another practice, by the proof of a read")
        guard let turned, let row = rows.first, let row else { return }
        let found = try? await house.broker.matches(
            MatchesRequest(
                token: turned.token, proof: search, terms: [term],
                candidates: [Candidate(patient: victim, ordinal: 0, macs: [row.mac])], purpose: .search))
        #expect(found?.answers.filter(\.isReleased).count ?? 0 == 0, "a patient of a practice that was not searched")
    }
}
