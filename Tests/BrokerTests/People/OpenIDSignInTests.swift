import BrokerAPI
import ClientKeys
import Identity
import Synchronization
import Testing
import Vocabulary

@testable import Broker

/// Sign-in at an OpenID provider through the broker. What a token must say is `IDTokenTests`' business; here it is who may use it.
@Suite struct OpenIDSignInTests {
    private static let rpps = "10001234567"

    private func finish(
        _ house: TestInstallation, _ nonce: [UInt8], _ code: String, _ key: PublicKey
    ) async throws -> SessionGrant {
        try await house.broker.signIn(
            SignIn(.openID(nonce: nonce, code: code), audience: TestInstallation.audience, key: key.text))
    }

    @Test func aProfessionalIsKnownByNumberForOneClientAndOnce() async throws {
        let (house, provider) = (try TestInstallation(), TestProvider())
        let refused = Mutex<[String]>([])
        try house.restart { configuration in
            configuration.openID = (try provider.settings, provider)
            configuration.refused = { rule in refused.withLock { $0.append(rule) } }
        }
        let practice = try await house.practice()
        let reply = await (try house.broker).admin(
            .invite(
                practice: practice, role: .physician, name: "N", person: nil, shares: nil, end: nil,
                rpps: OpenIDSignInTests.rpps))
        guard case .invited(let member, _, _) = reply else {
            Issue.record("\(reply)")
            return
        }
        let key = KeyPair().publicKey
        func begin(_ key: PublicKey) async throws -> OpenIDBegun {
            try await house.broker.openID(OpenIDBeginning(key: key.text))
        }
        func now() throws -> Timestamp { try house.broker.moment() }
        let begun = try await begin(key)
        let code = try provider.approve(begun.url, rpps: OpenIDSignInTests.rpps, now: try now())
        let grant = try await finish(house, begun.nonce, code, key)
        #expect(grant.info.holder == .member(try #require(MemberID(member))) && grant.info.key == key.thumbprint)
        #expect(grant.info.sessionClass == .password, "whoever begins can have another approve")

        func refuses(_ what: Comment, _ body: () async throws -> Void) async {
            await #expect(throws: BrokerFailure(.signIn), what) { try await body() }
        }
        await refuses("the code again") { _ = try await finish(house, begun.nonce, code, key) }
        await refuses("the nonce again") {
            _ = try await finish(
                house, begun.nonce, try provider.approve(begun.url, rpps: OpenIDSignInTests.rpps, now: try now()), key)
        }
        await refuses("another client's key") {
            let begun = try await begin(key)
            let code = try provider.approve(begun.url, rpps: OpenIDSignInTests.rpps, now: try now())
            _ = try await finish(house, begun.nonce, code, KeyPair().publicKey)
        }
        await refuses("a token for another beginning") {
            let (first, second) = (try await begin(key), try await begin(key))
            let code = try provider.approve(first.url, rpps: OpenIDSignInTests.rpps, now: try now())
            _ = try await finish(house, second.nonce, code, key)
        }
        await refuses("a number that nobody has") {
            let begun = try await begin(key)
            _ = try await finish(
                house, begun.nonce, try provider.approve(begun.url, rpps: "10009999999", now: try now()), key)
        }
        await refuses("too late") {
            let begun = try await begin(key)
            house.advance(seconds: Nonces.length)
            _ = try await finish(
                house, begun.nonce, try provider.approve(begun.url, rpps: OpenIDSignInTests.rpps, now: try now()), key)
        }
        #expect(
            refused.withLock { $0 } == ["openid: claim", "openid: nonce", "openid: nonce", "openid: unknown person"])
        let second = await (try house.broker).admin(
            .invite(
                practice: practice, role: .nurse, name: "N", person: nil, shares: nil, end: nil,
                rpps: OpenIDSignInTests.rpps))
        guard case .refused = second else {
            Issue.record("one number, two people")
            return
        }
    }

    @Test func withoutAProviderThereIsNoSuchSignIn() async throws {
        let house = try TestInstallation()
        await #expect(throws: BrokerFailure.self) {
            try await house.broker.openID(OpenIDBeginning(key: KeyPair().publicKey.text))
        }
    }
}
