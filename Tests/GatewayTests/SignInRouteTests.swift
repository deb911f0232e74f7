import BrokerAPI
import ClientKeys
import Identity
import JSONTree
import Testing
import Vocabulary

/// People sign in over HTTPS, and each of their requests is held to its proof.
@Suite struct SignInRouteTests {
    /// A browser whose person has a passkey, and ids of patients of the practice.
    private func enrolled(_ installation: Installation, patients count: Int = 0) async throws -> (Browser, [String]) {
        let practice = try await installation.practice()
        let reply = await installation.broker.admin(
            .invite(practice: practice, role: .physician, name: "N", person: nil, shares: nil, end: nil))
        guard case .invited(_, _, let code?) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        let browser = Browser(installation)
        let enrolled = try await browser.enrol(code)
        #expect(enrolled.status == 200 && enrolled.json?["recovery_codes"]?.array?.count == 10, "\(enrolled.text)")
        let again = try await Browser(installation).enrol(code)
        #expect(again.status == 401 && again.json?["error"]?.string == "sign_in_refused")
        guard count > 0 else { return (browser, []) }
        let owner = try await installation.caller(.nurse, in: practice)
        let entries = (0..<count).map { Samples.entry("POST", "Patient", Samples.patient(family: "Durand\($0)")) }
        let made = try await owner.post("/fhir", Samples.bundle("transaction", entries))
        return (browser, made.entries.compactMap { $0["resource"]?["id"]?.string })
    }

    @Test func aPasskeySignsInAndEachRequestIsSigned() async throws {
        try await Installation.with { installation in
            var (browser, ids) = try await enrolled(installation, patients: 3)
            let session = try await browser.signIn()
            #expect(session.json?["token_type"]?.string == "DPoP" && session.json?["class"]?.string == "passkey")
            #expect(session.headers.first(name: "dpop-nonce") != nil)
            let read = try await browser.send("GET", "/fhir/Patient/\(ids[0])")
            #expect(read.status == 200 && read.id == ids[0], "\(read.text.prefix(200))")
            let named = RequestProof.Named(patients: [try #require(PatientID(ids[1]))], tiers: .all)
            #expect(try await browser.send("GET", "/fhir/Patient/\(ids[1])", naming: named).status == 200)
            let other = try await browser.send("GET", "/fhir/Patient/\(ids[2])", naming: named)
            #expect(other.status == 403 && other.code == "proof-does-not-name", "\(other.text.prefix(200))")
            let search = SearchTerm.typed(family: "Durand0").map { RequestProof.Named(terms: [$0]) }
            let found = try await browser.send("GET", "/fhir/Patient?family=Durand0", naming: search)
            #expect(found.status == 200 && found.entries.count == 1, "\(found.text.prefix(200))")
            let unnamed = try await browser.send("GET", "/fhir/Patient?family=Durand1", naming: search)
            #expect(unnamed.status == 403 && unnamed.code == "proof-does-not-name")
        }
    }

    @Test func whatIsNotSignedRightlyIsRefused() async throws {
        try await Installation.with { installation in
            var (browser, ids) = try await enrolled(installation, patients: 1)
            _ = try await browser.signIn()
            let path = "/fhir/Patient/\(ids[0])"
            let drawn = try await installation.client.challenge(Nothing())
            func proof(_ url: String, _ hash: [UInt8], _ nonce: String?, _ now: Timestamp) throws -> String {
                try browser.key.proof(method: "GET", url: url, tokenHash: hash, nonce: nonce, now: now)
            }
            let (url, hash) = (installation.addresses.url + path, RequestProof.hash(ofToken: browser.token.utf8))
            let used = try proof(url, hash, drawn.proofNonces[0], drawn.time)
            #expect(try await browser.send("GET", path, proof: used).status == 200)
            let wrong: [(String, String)] = [
                ("used", used), ("empty", ""), ("no proof", "a.b.c"),
                (
                    "another URL",
                    try proof(installation.addresses.url + "/fhir", hash, drawn.proofNonces[0], drawn.time)
                ),
                (
                    "another token",
                    try proof(url, RequestProof.hash(ofToken: "x".utf8), drawn.proofNonces[0], drawn.time)
                ),
                ("old", try proof(url, hash, drawn.proofNonces[0], drawn.time.adding(seconds: -120))),
                ("of the future", try proof(url, hash, drawn.proofNonces[0], drawn.time.adding(seconds: 120))),
                (
                    "another key",
                    try KeyPair().proof(
                        method: "GET", url: url, tokenHash: hash, nonce: drawn.proofNonces[0], now: drawn.time)
                ),
            ]
            for (what, text) in wrong {
                let reply = try await browser.send("GET", path, proof: text)
                #expect(reply.status == 401 && reply.code == "invalid_dpop_proof", "\(what): \(reply.text.prefix(120))")
                #expect(reply.headers.first(name: "www-authenticate")?.hasPrefix("DPoP") == true, "\(what)")
            }
            for nonce in [nil, "AAAAAAAAAAAAAAAAAAAAAA"] as [String?] {
                let reply = try await browser.send("GET", path, proof: try proof(url, hash, nonce, drawn.time))
                #expect(reply.status == 401 && reply.code == "use_dpop_nonce")
                #expect(reply.headers.first(name: "dpop-nonce") == drawn.proofNonces[0])
            }
            // The token as a bearer's, and a bearer's token with a proof.
            let caller = Caller(
                addresses: installation.addresses, key: browser.key, subject: .random(), token: browser.token)
            #expect(try await caller.get(path).code == "invalid_dpop_proof")
        }
    }

    @Test func sessionsEndWhereTheyAreToldTo() async throws {
        try await Installation.with { installation in
            var (browser, _) = try await enrolled(installation)
            _ = try await browser.signIn()
            let factors = try await browser.send("GET", "/signin/factors")
            #expect(factors.json?["factors"]?.array?.count == 11 && factors.json?["memberships"]?.array?.count == 1)
            #expect(try await browser.post("/signin/out", ["everywhere": true]).status == 204)
            #expect(try await browser.send("GET", "/signin/factors").status == 401)
            _ = try await browser.signIn()
            #expect(try await browser.post("/signin/out", [:]).status == 204)
            #expect(try await browser.send("GET", "/signin/factors").status == 401)
        }
    }

    @Test func anEmergencyTakesAPasskeyForThatPatient() async throws {
        try await Installation.with { installation in
            var (browser, ids) = try await enrolled(installation, patients: 2)
            _ = try await browser.signIn()
            func declare(_ id: String, act: String) async throws -> Caller.Reply {
                let fresh = String(
                    decoding: JSONValue.object(try await browser.evidence("fresh", act: act)).bytes, as: UTF8.self)
                let body: JSONValue = [
                    "resourceType": "Parameters",
                    "parameter": [
                        ["name": "reason", "valueCode": "coma"], ["name": "fresh", "valueString": .string(fresh)],
                    ],
                ]
                return try await browser.send("POST", "/fhir/Patient/\(id)/$emergency-opening", body: body.bytes)
            }
            #expect(try await declare(ids[0], act: "emergency:\(ids[1]):coma").status == 403)
            let declared = try await declare(ids[0], act: "emergency:\(ids[0]):coma")
            #expect(declared.status == 200, "\(declared.text)")
        }
    }

    @Test func badBodiesAreRefusedAndNothingIsTold() async throws {
        try await Installation.with { installation in
            let browser = Browser(installation)
            let bodies: [(String, JSONValue)] = [
                ("/signin/challenge", [:]), ("/signin/challenge", ["key": browser.jwk, "purpose": "other"]),
                ("/signin/challenge", ["key": browser.jwk, "purpose": "sign-in", "x": 1]),
                ("/signin/challenge", ["key": ["kty": "EC"], "purpose": "sign-in"]),
                ("/signin/challenge", ["key": browser.jwk, "purpose": "sign-in", "act": "a"]),
                ("/signin/challenge", ["key": browser.jwk, "purpose": "fresh"]),
                ("/signin/session", ["key": browser.jwk, "nonce": "AAAA"]), ("/signin/session", []),
                ("/signin/enrol", ["key": browser.jwk, "nonce": "AAAA", "invitation": "x"]),
                ("/signin/enrol", ["key": browser.jwk, "nonce": "AAAA", "invitation": "x", "fresh": [:]]),
            ]
            for (path, body) in bodies {
                let reply = try await browser.post(path, body)
                #expect(reply.status == 400 && reply.json?["error"]?.string == "invalid_request", "\(path) \(body)")
            }
            let unknown: JSONValue = [
                "key": browser.jwk, "nonce": "AAAA", "password": ["login": "dr.x", "password": "p", "code": "0"],
            ]
            let refused = try await browser.post("/signin/session", unknown)
            #expect(refused.status == 401 && refused.json == ["error": "sign_in_refused"])
            #expect(try await browser.post("/signin/openid", ["key": browser.jwk]).status == 404)
            for path in ["/signin", "/signin/other", "/signin/session/x"] {
                #expect(try await browser.post(path, [:]).status == 404)
            }
        }
    }
}
