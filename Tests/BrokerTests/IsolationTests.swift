import BrokerAPI
import Foundation
import Testing
import Vocabulary

@testable import Broker

@Suite("One practice cannot reach another")
struct IsolationTests {
    @Test func patientOfAnotherPracticeIsUnknown() async throws {
        let house = try TestInstallation()
        let (ours, theirs) = (try await house.practice(), try await house.practice())
        let importer = try await house.signIn(try await house.client(theirs))
        let patients = try await house.patients(3, importer, clinical: TestInstallation.start)
        let token = try await house.signIn(try await house.member(ours))
        let request = ReleaseRequest(
            token: token, patients: patients + [.random()], tiers: .identity, purpose: .read)
        let answers = try await house.broker.release(request).answers
        #expect(answers.allSatisfy { $0.reason == .unknown })
    }

    @Test func rowOfAnotherPatientOrTermIsForged() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(2, importer, clinical: TestInstallation.start)
        let term = SearchTerm(.family, "durand")
        let grant = try await house.broker.deposit(
            DepositRequest(
                token: importer,
                parts: [
                    NewPart(patient: patients[0], type: "Patient", id: "\(patients[0])", version: 2, tier: .identity)
                ],
                rows: [NewRow(patient: patients[0], ordinal: 0, term: term)]))
        guard let row = grant.rows[0] else { throw BrokerFailure(.invalid) }
        let token = try await house.signIn(try await house.member(practice))
        func matched(_ patient: PatientID, _ term: SearchTerm) async throws -> RefusalReason? {
            let candidate = Candidate(patient: patient, ordinal: 0, macs: [row.mac])
            let request = MatchesRequest(token: token, terms: [term], candidates: [candidate], purpose: .search)
            return try await house.broker.matches(request).answers.first?.reason
        }
        #expect(try await matched(patients[0], term) == nil)
        #expect(try await matched(patients[1], term) == .forgedRow)
        #expect(try await matched(patients[0], SearchTerm(.family, "martin")) == .forgedRow)
    }

    @Test func moreThanTenMatchesReleaseAndCostNothing() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(11, importer, clinical: TestInstallation.start)
        let term = SearchTerm(.family, "martin")
        let grant = try await house.broker.deposit(
            DepositRequest(
                token: importer,
                parts: patients.map { NewPart(patient: $0, type: "Patient", id: "\($0)", version: 2, tier: .identity) },
                rows: patients.map { NewRow(patient: $0, ordinal: 0, term: term) }))
        let token = try await house.signIn(try await house.member(practice))
        let candidates = zip(patients, grant.rows).compactMap { patient, row in
            row.map { Candidate(patient: patient, ordinal: 0, macs: [$0.mac]) }
        }
        let before = try house.broker.look { state, _ in state.size }
        let all = MatchesRequest(token: token, terms: [term], candidates: candidates, purpose: .search)
        #expect(try await house.broker.matches(all).answers.allSatisfy { $0.reason == .tooMany })
        #expect(try house.broker.look { state, _ in state.size } == before)
        let ten = MatchesRequest(token: token, terms: [term], candidates: Array(candidates[..<10]), purpose: .search)
        #expect(try await house.broker.matches(ten).answers.allSatisfy(\.isReleased))
    }

    @Test func forgedSessionTokensAreRefused() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let token = try await house.signIn(try await house.member(practice))
        let bytes = unsafe token.secret.withUnsafeBytes { unsafe Array($0) }
        for index in bytes.indices {
            var forged = bytes
            forged[index] ^= 1
            guard let token = SessionToken(forged) else { continue }
            await #expect(throws: BrokerFailure.self) { try await house.broker.session(token) }
        }
    }

    @Test func depositOnlyClientOpensNothing() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let token = try await house.signIn(try await house.client(practice, .laboratory))
        let patients = try await house.patients(2, token)
        for tier in Tier.allCases { #expect(try await house.opened(patients, token, tier) == 0) }
    }

    @Test func depositNeverYieldsTheKeyOfAnExistingPart() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let token = try await house.signIn(try await house.client(practice))
        let patient = PatientID.random()
        let part = NewPart(patient: patient, type: "Patient", id: "\(patient)", version: 1, tier: .identity)
        let first = try await house.broker.deposit(
            DepositRequest(token: token, patients: [NewPatient(patient: patient)], parts: [part]))
        let second = try await house.broker.deposit(DepositRequest(token: token, parts: [part]))
        let key = unsafe first.keys[0].key.withUnsafeBytes { unsafe Array($0) }
        #expect(!second.keys[0].key.equals(key))
    }
}
