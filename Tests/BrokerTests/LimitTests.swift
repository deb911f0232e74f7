import BrokerAPI
import Foundation
import Testing
import Vocabulary

@testable import Broker

@Suite("Limits, as a stolen session meets them")
struct LimitTests {
    /// Patients that no one of the practice opened for a year are the first to end; others until the limit of each window.
    @Test func sessionOpensItsHourlyLimitAndNoMore() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let recent = try await house.patients(400, importer, clinical: TestInstallation.start)
        let token = try await house.signIn(try await house.member(practice))
        #expect(try await house.opened(Array(recent[..<170]), token) == 150)
    }

    @Test func dormantPatientsEndFirst() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let dormant = try await house.patients(100, importer)
        let token = try await house.signIn(try await house.member(practice))
        let limit = Limits.standard[.physician].dormant
        #expect(try await house.opened(Array(dormant[..<(limit.hour + 10)]), token) == limit.hour)
        house.advance(seconds: 3_601)
        #expect(try await house.opened(Array(dormant[50..<80]), token) == min(limit.hour, limit.day - limit.hour))
    }

    /// A name that a search shows is one of many and mostly not the one sought: it costs an identity opening and no dormant one.
    @Test func namesThatASearchShowsAreNotDormantOpenings() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let dormant = try await house.patients(20, importer)
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        #expect(try await house.opened(Array(dormant[..<12]), token) == Limits.standard[.physician].dormant.hour)
        let subject = try #require(try house.broker.vault.patient(dormant[15], in: practice)?.subject)
        let decisions = try house.broker.look { state, now in
            [Purpose.read, .search].map { purpose in
                state.decide(
                    OpeningRequest(
                        practice: practice, holder: account.holder, sessionClass: .passkey, subject: subject,
                        tier: .identity, purpose: purpose, now: now, today: now, isConfirmed: true))
            }
        }
        guard case .refuse(.dormantLimit, _) = decisions[0] else { throw BrokerFailure(.invalid, "\(decisions)") }
        #expect(decisions[1] == .release(opening: true, dormant: true, expected: false))
    }

    @Test func windowsSlideToTheMillisecond() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 10)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(320, importer, clinical: TestInstallation.start)
        let token = try await house.signIn(try await house.member(practice))
        #expect(try await house.opened(Array(patients[..<150]), token) == 150)
        house.monotonic.withLock { $0 += 3_599_999 }
        #expect(try await house.opened([patients[150]], token) == 0)
        house.monotonic.withLock { $0 += 1 }
        #expect(try await house.opened([patients[150]], token) == 1)
    }

    @Test func repeatedOpeningsOfADayCountOnce() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(10, importer, clinical: TestInstallation.start)
        let token = try await house.signIn(try await house.member(practice))
        for _ in 0..<40 { #expect(try await house.opened(patients, token) == 10) }
        let used = try house.broker.look { state, now in
            state.practices[practice]?.people[.identity].count(.day, at: now)
        }
        #expect(used == 10)
    }

    @Test func automaticFreezeLeavesTheCareFloor() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(300, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        #expect(try await house.opened(Array(patients[..<150]), token) == 150)
        await #expect(throws: BrokerFailure.self) {
            _ = try await house.opened(Array(patients[150..<200]), token)
            _ = try await house.opened([patients[0]], token)
        }
        let fresh = try await house.signIn(account)
        #expect(try await house.opened([patients[0]], fresh) == 1, "own patient of the last 30 days")
        #expect(try await house.opened([patients[250]], fresh) == 0, "a stranger")
    }

    @Test func freezeByAPersonLeavesNothing() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(2, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        #expect(try await house.opened(patients, token) == 2)
        let reply = await (try house.broker).admin(
            .freeze(scope: .member, practice: practice, holder: account.holder, reason: "stolen"))
        guard case .done = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        await #expect(throws: BrokerFailure.self) { try await house.opened(patients, token) }
        await #expect(throws: BrokerFailure.self) { try await house.signIn(account) }
        _ = await (try house.broker).admin(
            .thaw(scope: .member, practice: practice, holder: account.holder, reason: "done"))
        #expect(try await house.opened(patients, try await house.signIn(account)) == 2)
    }

    @Test func addingAccountsRaisesNothing() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 1)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(1_200, importer, clinical: TestInstallation.start)
        var opened = 0
        for index in 0..<6 {
            let token = try await house.signIn(try await house.member(practice))
            opened += (try? await house.opened(Array(patients[index * 140..<index * 140 + 140]), token)) ?? 0
        }
        let cap = try house.broker.look { state, _ in state.limits.people(size: 1, tier: .identity).hour }
        #expect(opened <= cap)
        #expect(opened >= 280)
    }

    @Test func roleMayNotSeeTier() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(1, importer, clinical: TestInstallation.start)
        for role in Role.allCases where role.isMembership && role != .support {
            let token = try await house.signIn(try await house.member(practice, role))
            for tier in Tier.allCases {
                let expected = Access.readable(role).contains(tier) ? 1 : 0
                #expect(try await house.opened(patients, token, tier) == expected, "\(role) \(tier)")
            }
        }
    }

    @Test func emergencyOpensBeyondTheLimitTenTimesADay() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(200, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        #expect(try await house.opened(Array(patients[..<150]), token) == 150)
        var opened = 0
        for patient in patients[150..<162] {
            let request = EmergencyRequest(
                token: token, assertion: try house.assertion(account), patient: patient, reason: "unconscious")
            guard (try? await house.broker.emergency(request)) != nil else { continue }
            opened += try await house.opened([patient], token, purpose: .emergency)
        }
        #expect(opened == 10)
    }

    @Test func expectedPatientsPassWhenTheLimitIsUsed() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(200, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        guard case .member(let professional) = account.holder else { return }
        let secretary = try await house.signIn(try await house.member(practice, .secretary))
        let day = TestInstallation.start.day
        _ = try await house.broker.deposit(
            DepositRequest(
                token: secretary,
                parts: [
                    NewPart(
                        patient: patients[199], type: "Appointment", id: "\(patients[199]).1", version: 1,
                        tier: .identity)
                ],
                bookings: [NewBooking(patient: patients[199], professional: professional, day: day)]))
        let token = try await house.signIn(account)
        #expect(try await house.opened(Array(patients[..<150]), token) == 150)
        #expect(try await house.opened([patients[198]], token) == 0)
        #expect(try await house.opened([patients[199]], token) == 1)
    }

    @Test func bookingForOneselfExpectsNobody() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(200, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        guard case .member(let professional) = account.holder else { return }
        let token = try await house.signIn(account)
        _ = try await house.broker.deposit(
            DepositRequest(
                token: token,
                parts: [
                    NewPart(
                        patient: patients[199], type: "Appointment", id: "\(patients[199]).1", version: 1,
                        tier: .identity)
                ],
                bookings: [
                    NewBooking(patient: patients[199], professional: professional, day: TestInstallation.start.day)
                ]))
        #expect(try await house.opened(Array(patients[..<150]), token) == 150)
        #expect(try await house.opened([patients[199]], token) == 0)
    }
}
