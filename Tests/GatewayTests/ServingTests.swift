import Foundation
import JSONTree
import NIOHTTP1
import Testing
import Vocabulary

@testable import Gateway

@Suite struct ServingTests {
    @Test func bothVersionsOfHTTPAreServedWithTheSameHeaders() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let one = try await caller.get("/fhir/metadata")
            let two = try await caller.send("GET", "/fhir/metadata", nil, http1: false)
            #expect(one.version == .http1_1)
            #expect(two.version == .http2)
            #expect(one.body == two.body)
            for reply in [one, two, try await caller.get("/fhir/Patient/x"), try await caller.get("/nothing")] {
                #expect(reply.headers["cache-control"] == ["no-store"])
                #expect(reply.headers["x-content-type-options"] == ["nosniff"])
                #expect(reply.headers["strict-transport-security"] == ["max-age=31536000"])
                #expect(reply.headers["access-control-allow-origin"].isEmpty)
                #expect(reply.headers["server"].isEmpty)
                #expect(reply.headers["x-request-id"].count == 1)
            }
            let made = try await caller.send(
                "POST", "/fhir/Patient", Samples.patient().bytes, ["content-type": "application/fhir+json"],
                http1: false)
            #expect(made.status == 201)
        }
    }

    @Test func theAdminListenerTellsHealthAndFigures() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let id = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            _ = try await caller.get("/fhir/Patient/\(id)")
            let admin = installation.addresses.admin
            #expect(admin.hasPrefix("http://127.0.0.1:"))
            #expect(try await caller.get(admin + "/healthz").status == 200)
            #expect(try await caller.get(admin + "/readyz").status == 200)
            #expect(try await caller.get(admin + "/fhir/metadata").status == 404)
            #expect(try await caller.post(admin + "/healthz", [:]).status == 405)
            let metrics = try await caller.get(admin + "/metrics").text
            #expect(metrics.contains("colloque_requests_total{route=\"GET /fhir/{type}/{id}\",status=\"200\"} 1"))
            #expect(metrics.contains("colloque_request_seconds_bucket{route=\"POST /fhir/{type}\",le=\"+Inf\"} 1"))
            #expect(metrics.contains("colloque_openings_total{outcome=\"released\"}"))
            #expect(metrics.contains("colloque_sign_ins_total{outcome=\"accepted\"} 1"))
            #expect(try await caller.get("/metrics").status == 404)
        }
    }

    @Test func aSessionThatAsksTooOftenWaits() async throws {
        var limits = GatewayLimits()
        limits.maximumRequestsPerMinute = 5
        try await Installation.with(limits: limits) { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let other = try await installation.caller(.physician, in: practice)
            var statuses: [Int] = []
            for _ in 0..<12 { statuses.append(try await caller.get("/fhir/Patient/x").status) }
            #expect(statuses.filter { $0 == 404 }.count >= 5)
            #expect(statuses.contains(429))
            let refused = try await caller.get("/fhir/Patient/x")
            #expect(refused.status == 429 && refused.code == "request-rate" || refused.status == 404)
            #expect(try await other.get("/fhir/Patient/x").status == 404)
        }
    }

    @Test func aBusyServerSaysSo() async throws {
        var limits = GatewayLimits()
        limits.maximumRequestsInFlight = 0
        try await Installation.with(limits: limits) { installation in
            let caller = Caller(addresses: installation.addresses, key: .init(), subject: .random())
            let reply = try await caller.get("/fhir/metadata")
            #expect(reply.status == 503)
            #expect(reply.code == "busy")
            #expect(reply.headers["retry-after"] == ["1"])
        }
    }

    @Test func aBrokerThatIsGoneIs503AndNotReady() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let id = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            await installation.loseBroker()
            let reply = try await caller.get("/fhir/Patient/\(id)")
            #expect(reply.status == 503, "\(reply.text)")
            #expect(reply.headers["retry-after"].count == 1)
            #expect(try await caller.get(installation.addresses.admin + "/readyz").status == 503)
            #expect(try await caller.form("/oauth/token", Caller.tokenForm(try caller.assertion())).status == 503)
        }
    }

    @Test func requestsUnderWayEndWhenTheGatewayStops() async throws {
        // On a machine that does much else a transaction may take longer than a gateway in service waits.
        var limits = GatewayLimits()
        limits.drainSeconds = 120
        try await Installation.with(limits: limits) { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let entries = (0..<40).map { Samples.entry("POST", "Patient", Samples.patient(given: "N\($0)")) }
            async let reply = caller.post("/fhir", Samples.bundle("transaction", entries))
            while !installation.metrics.text().contains("colloque_requests_in_flight 1") { await Task.yield() }
            await installation.stop()
            #expect(try await reply.status == 200)
        }
    }
}
