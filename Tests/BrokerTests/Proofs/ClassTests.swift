import BrokerAPI
import Testing
import Vocabulary

@testable import Broker

/// What weaker classes of sessions may open.
@Suite struct ClassTests {
    @Test(arguments: [SessionClass.bearer, .password])
    func aWeakerClassHasHalfTheLimitsAndNoFloorButEmergencies(_ weaker: SessionClass) async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 50)
        let patients = try await house.patients(
            200, try await house.signIn(try await house.client(practice)), clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let token: SessionToken
        if weaker == .bearer {
            let grant = try await house.broker.signIn(try house.assertion(account))
            #expect(grant.info.sessionClass == .bearer && grant.info.key == nil)
            token = grant.token
        } else {
            token = try await house.broker.begin(weaker, try house.assertion(account))
        }
        // Ten refusals at a time: twenty would freeze the account.
        #expect(try await house.opened(Array(patients[..<80]), token) == 75, "half of 150 in an hour")
        let strong = try await house.signIn(account)
        #expect(try await house.opened(Array(patients[75..<155]), strong) == 75, "the stronger session has the rest")
        #expect(try await house.opened(Array(patients[..<10]), token) == 10, "what was opened within the day")
        house.advance(seconds: 2 * 86_400)
        let again = try await house.broker.begin(weaker, try house.assertion(account))
        #expect(try await house.opened(Array(patients[..<76]), again) == 75, "without a floor")
        let last = patients[199]
        _ = try await house.broker.emergency(
            EmergencyRequest(token: again, assertion: try house.assertion(account), patient: last, reason: "coma"))
        #expect(try await house.opened([last], again) == 1, "an emergency passes")
    }
}

extension Broker {
    /// A session of a class, bound to nothing.
    fileprivate func begin(_ sessionClass: SessionClass, _ request: SignIn) async throws -> SessionToken {
        let shown = try await shown(request)
        let info = try await enter { entering in
            let holder = try entering.holder(of: shown, nil)
            let (practice, state) = try entering.mayBegin(holder)
            try entering.use(shown, of: holder)
            let session = SessionState(
                practice: practice, holder: holder, sessionClass: sessionClass, gateway: GatewayID(high: 0, low: 0),
                end: entering.now.adding(seconds: 3_600), key: nil)
            return try entering.begin(session, state, jti: shown.jti)
        }
        return try token(of: info.session)
    }
}
