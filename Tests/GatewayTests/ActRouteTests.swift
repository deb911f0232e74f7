import BrokerAPI
import ClientKeys
import Crypto
import Identity
import JSONTree
import Testing
import Vocabulary

/// What a practice's physicians ask for over HTTPS, and what they are told.
@Suite struct ActRouteTests {
    /// A browser that is signed in.
    private func signedIn(
        _ installation: Installation, _ practice: PracticeID, _ role: Role = .physician
    ) async throws -> (browser: Browser, member: MemberID) {
        let reply = await installation.broker.admin(
            .invite(practice: practice, role: role, name: "N", person: nil, shares: nil, end: nil))
        guard case .invited(let member, _, let code?) = reply, let id = MemberID(member) else {
            throw BrokerFailure(.invalid, "\(reply)")
        }
        var browser = Browser(installation)
        #expect(try await browser.enrol(code).status == 200)
        _ = try await browser.signIn()
        return (browser, id)
    }

    private func support(_ installation: Installation, _ practice: PracticeID) async throws -> MemberID {
        let reply = await installation.broker.admin(
            .addMember(
                practice: practice, role: .support, name: "S", key: KeyPair().publicKey.text, shares: nil, end: nil))
        guard case .added(let id) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        return try #require(MemberID(id))
    }

    /// Asks with a fresh factor for the act that it names.
    private func ask(
        _ browser: Browser, _ content: String, word: String, for other: String? = nil
    ) async throws -> Caller.Reply {
        let digest = Base64URL.text(SHA256.hash(data: Array((other ?? content).utf8)))
        var fresh = try await browser.evidence("fresh", act: "\(word):\(digest)")
        fresh["key"] = nil
        return try await browser.post(
            "/signin/acts", ["key": browser.jwk, "act": .string(content), "fresh": .object(fresh)])
    }

    @Test func aPhysicianGrantsEndsItAndIsTold() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let member = try await support(installation, practice)
            let (browser, _) = try await signedIn(installation, practice)
            // As docs/formats/sign-in.md writes it: a client makes the text by itself.
            func grant(_ hours: Int) -> String {
                #"{"grant":{"hours":\#(hours),"member":"\#(member)","practice":"\#(practice)","tiers":3}}"#
            }
            let other = try await ask(browser, grant(72), word: "grant", for: grant(1))
            #expect(other.status == 401 && other.json?["error"]?.string == "sign_in_refused", "\(other.text)")
            #expect(try await ask(browser, grant(1), word: "thaw").status == 401)
            let done = try await ask(browser, grant(2), word: "grant")
            #expect(done.status == 204, "\(done.text)")
            let state = await installation.broker.admin(.holders(practice: practice))
            guard case .list(let holders) = state else { throw BrokerFailure(.invalid) }
            #expect(holders.contains { $0.id == member.description })
            #expect(try await ask(browser, grant(0), word: "grant").status == 204)
            #expect(try await ask(browser, grant(0), word: "grant").status == 404, "nothing to end")

            try await installation.restartBroker(.orderly)
            let told = try await browser.send("GET", "/signin/notices")
            #expect(told.status == 200 && told.json?["next"] == nil, "\(told.text)")
            let kinds = (told.json?["entries"]?.array ?? []).map { $0["kind"]?.string ?? "" }
            #expect(kinds.filter { $0 == "grant" }.count == 2 && kinds.contains("member"), "\(kinds)")
            let later = try await browser.send("GET", "/signin/notices?since=99999999999999")
            #expect(later.status == 200 && later.json?["entries"]?.array?.isEmpty == true)
            for query in ["?since=x", "?since=-1", "?since="] {
                let bad = try await browser.send("GET", "/signin/notices" + query)
                #expect(bad.status == 400 && bad.json?["error"]?.string == "invalid_request", "\(query)")
            }
            #expect(try await browser.send("GET", "/signin/notices?other=1").status == 400)
        }
    }

    @Test func anAccountIsThawedAndAResetWaitsForOperators() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let (browser, _) = try await signedIn(installation, practice)
            let (nurse, member) = try await signedIn(installation, practice, .nurse)
            let frozen = await installation.broker.admin(
                .freeze(scope: .member, practice: practice, holder: .member(member), reason: "lost"))
            guard case .done = frozen else { throw BrokerFailure(.invalid, "\(frozen)") }
            #expect(try await nurse.send("GET", "/signin/factors").status == 401)
            let thaw =
                #"{"thaw":{"holder":{"member":{"_0":"\#(member)"}},"practice":"\#(practice)","reason":"found","scope":"member"}}"#
            #expect(try await ask(browser, thaw, word: "thaw").status == 204)
            var again = nurse
            #expect(try await again.signIn().status == 200)

            let reset = #"{"resetFactors":{"member":"\#(member)","practice":"\#(practice)"}}"#
            #expect(try await ask(browser, reset, word: "factor-reset").status == 409, "not live")
            guard case .done = await installation.broker.admin(.live) else { throw BrokerFailure(.invalid) }
            let asked = try await ask(browser, reset, word: "factor-reset")
            #expect(asked.status == 202, "\(asked.text)")
            let id = try #require(asked.json?["request"]?.string)
            guard case .acts(let acts) = await installation.broker.admin(.acts) else { throw BrokerFailure(.invalid) }
            #expect(acts.map(\.id.description) == [id] && acts.first?.content == reset)
        }
    }

    @Test func othersAskForNothing() async throws {
        try await Installation.with { installation in
            let (practice, elsewhere) = (try await installation.practice(), try await installation.practice())
            let member = try await support(installation, practice)
            let grant = #"{"grant":{"hours":2,"member":"\#(member)","practice":"\#(practice)","tiers":1}}"#
            let (physician, _) = try await signedIn(installation, practice)
            let bearer = try await installation.caller(.physician, in: practice)
            for (place, role) in [(practice, Role.nurse), (elsewhere, .physician)] {
                let (browser, _) = try await signedIn(installation, place, role)
                let refused = try await ask(browser, grant, word: "grant")
                #expect(refused.status == 403 && refused.json?["error"]?.string == "role", "\(refused.text)")
                if role == .nurse { #expect(try await browser.send("GET", "/signin/notices").status == 403) }
            }
            guard case .done = await installation.broker.admin(.live) else { throw BrokerFailure(.invalid) }
            // What is no physician's to ask, what asks for nothing, and another text of the same.
            let wrong = [
                (#"{"practices":{}}"#, "practices", 400), (#"{"live":{}}"#, "live", 400), ("{}", "grant", 400),
                (" " + grant, "grant", 400),
                (#"{"setMode":{"mode":"observe","practice":"\#(practice)"}}"#, "mode", 403),
                (String(repeating: "x", count: 16_385), "grant", 413),
            ]
            for (content, word, status) in wrong {
                let reply = try await ask(physician, content, word: word)
                #expect(reply.status == status, "\(content.prefix(40)): \(reply.text)")
            }
            let bodies: [JSONValue] = [
                [:], ["key": physician.jwk, "act": .string(grant)], ["key": physician.jwk, "act": 1, "fresh": [:]],
                ["key": physician.jwk, "act": .string(grant), "fresh": ["nonce": "AAAA"]],
                ["key": physician.jwk, "act": .string(grant), "fresh": ["nonce": "AAAA"], "more": 1],
            ]
            for body in bodies {
                let reply = try await physician.post("/signin/acts", body)
                #expect(reply.status == 400 && reply.json?["error"]?.string == "invalid_request", "\(body)")
            }
            #expect(try await Browser(installation).post("/signin/acts", [:]).status == 401)
            #expect(try await physician.send("PUT", "/signin/acts", body: [], type: "application/json").status == 405)
            #expect(try await physician.send("GET", "/signin/acts").status == 405)
            #expect(try await bearer.get("/signin/notices").status == 403)
        }
    }
}
