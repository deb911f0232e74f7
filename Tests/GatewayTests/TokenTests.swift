import ClientKeys
import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite struct TokenTests {
    @Test func signingInAnswersABearerTokenThatIsNotCached() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let reply = try await caller.form("/oauth/token", Caller.tokenForm(try caller.assertion()))
            #expect(reply.status == 200)
            #expect(reply.json?["token_type"]?.string == "Bearer")
            #expect(reply.json?["access_token"]?.string?.count == 64)
            #expect(reply.json?["expires_in"]?.number?.int64 ?? 0 > 0)
            #expect(reply.json?["scope"]?.string == "user/*.cruds")
            #expect(reply.headers["cache-control"] == ["no-store"])
        }
    }

    @Test func everyWrongAssertionGetsTheSameAnswer() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let used = try caller.assertion()
            let first = try await caller.form("/oauth/token", Caller.tokenForm(used))
            #expect(first.status == 200)
            let stranger = Caller(addresses: caller.addresses, key: KeyPair(), subject: .random())
            let thief = Caller(addresses: caller.addresses, key: KeyPair(), subject: caller.subject)
            let late = try caller.key.assertion(
                subject: caller.subject, audience: caller.addresses.url + "/oauth/token",
                now: SystemClock().now().adding(seconds: -3_600))
            let wrong = [
                "replayed": used, "unknown subject": try stranger.assertion(), "another's key": try thief.assertion(),
                "another audience": try caller.assertion(audience: "https://localhost:1/oauth/token"), "late": late,
                "garbage": "a.b.c", "empty": "", "long": String(repeating: "a", count: 5_000),
            ]
            var answers: Set<[String]> = []
            for (name, assertion) in wrong {
                let reply = try await caller.form("/oauth/token", Caller.tokenForm(assertion))
                #expect(reply.status == 401, "\(name)")
                answers.insert([reply.text] + reply.stableHeaders)
            }
            #expect(answers.count == 1)
            #expect(answers.first?.first == "{\"error\":\"invalid_client\"}")
        }
    }

    @Test func wrongRequestsAreNamedAsTheStandardNamesThem() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let form = Caller.tokenForm(try caller.assertion())
            let cases: [(String, String)] = [
                ("", "invalid_request"),
                ("grant_type=client_credentials&grant_type=client_credentials", "invalid_request"),
                (form + "&evil=1", "invalid_request"), ("grant_type=%ZZ", "invalid_request"),
                ("grant_type=password&username=a&password=b", "invalid_request"),
                ("grant_type=authorization_code", "unsupported_grant_type"),
            ]
            for (body, error) in cases {
                let reply = try await caller.form("/oauth/token", body)
                #expect(reply.status == 400, "\(body.prefix(40))")
                #expect(reply.json?["error"]?.string == error, "\(body.prefix(40))")
            }
            let json = try await caller.post("/oauth/token", ["grant_type": "client_credentials"])
            #expect(json.status == 400)
            let get = try await caller.get("/oauth/token")
            #expect(get.status == 405)
            #expect(get.headers["allow"] == ["POST"])
        }
    }

    @Test func smartConfigurationNamesTheTokenEndpoint() async throws {
        try await Installation.with { installation in
            let caller = Caller(addresses: installation.addresses, key: KeyPair(), subject: .random())
            for path in ["/.well-known/smart-configuration", "/fhir/.well-known/smart-configuration"] {
                let reply = try await caller.get(path)
                #expect(reply.status == 200)
                #expect(reply.json?["token_endpoint"]?.string == installation.addresses.url + "/oauth/token")
            }
            let metadata = try await caller.get("/fhir/metadata")
            #expect(metadata.status == 200)
            #expect(metadata.json?["resourceType"]?.string == "CapabilityStatement")
        }
    }

    @Test func withoutALiveSessionEveryRouteIs401() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let patient = PatientID.random()
            let paths = [
                "/fhir/Patient?name=martin", "/fhir/Patient/\(patient)", "/fhir/Patient/\(patient)/Observation",
                "/fhir/Patient/\(patient)/$everything", "/fhir/Observation/\(patient).1/_history",
                "/fhir/Appointment?practitioner=\(caller.subject)&date=2026-11-23",
            ]
            let forged = String(caller.token.dropLast(4)) + "AAAA"
            for token in ["", forged, String(caller.token.dropLast()), "x", String(repeating: "=", count: 64)] {
                var other = caller
                other.token = token
                for path in paths {
                    let reply = try await other.get(path)
                    #expect(reply.status == 401, "\(path)")
                    #expect(reply.headers["www-authenticate"].first?.hasPrefix("Bearer") == true)
                }
            }
        }
    }

    @Test func aFreezeEndsTheSessionAtOnceAndIsToldToTheHolderOfTheKeyAlone() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let created = try await caller.post("/fhir/Patient", Samples.patient())
            let path = "/fhir/Patient/\(try #require(created.id))"
            #expect(try await caller.get(path).status == 200)
            _ = await installation.broker.admin(
                .freeze(scope: .member, practice: practice, holder: .member(caller.subject), reason: "theft"))
            let reply = try await caller.get(path)
            #expect(reply.status == 401 || reply.status == 403)
            let signIn = try await caller.form("/oauth/token", Caller.tokenForm(try caller.assertion()))
            #expect(signIn.status == 403)
            #expect(signIn.json?["error_description"]?.string == "account-frozen")
            let thief = Caller(addresses: caller.addresses, key: KeyPair(), subject: caller.subject)
            #expect(try await thief.form("/oauth/token", Caller.tokenForm(try thief.assertion())).status == 401)
        }
    }
}
