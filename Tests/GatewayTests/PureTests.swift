import BrokerAPI
import CoreMetrics
import HTTPTypes
import Records
import Testing
import Vocabulary

@testable import Gateway

@Suite struct PureTests {
    private static func route(_ method: HTTPRequest.Method, _ target: String) -> Result<Route, HTTPRefusal> {
        Result { () throws(HTTPRefusal) in
            try Route(method, try RequestTarget(target, limits: GatewayLimits()).segments)
        }
    }

    @Test func routes() throws {
        let cases: [(HTTPRequest.Method, String, Route)] = [
            (.post, "/oauth/token", .token), (.get, "/fhir/metadata", .metadata), (.post, "/fhir", .bundle),
            (.post, "/fhir/", .bundle), (.post, "/fhir/$import", .importGroups),
            (.post, "/fhir/%24import", .importGroups),
            (.get, "/fhir/Patient?name=x", .search), (.post, "/fhir/Patient/_search", .searchForm(type: "Patient")),
            (.get, "/fhir/Observation?patient=a", .typeSearch(type: "Observation")),
            (.patch, "/fhir/Observation/a.1", .patch(type: "Observation", id: "a.1")),
            (.post, "/fhir/Observation/a.1/$validate", .validate(type: "Observation")),
            (.get, "/fhir/AuditEvent", .audit(.auditEvent)),
            (.get, "/fhir/Provenance/a.1", .auditRead(.provenance, id: "a.1")),
            (.get, "/fhir/Appointment", .agenda), (.post, "/fhir/Appointment", .create(type: "Appointment")),
            (.get, "/fhir/Observation/a.1", .read(type: "Observation", id: "a.1")),
            (.get, "/fhir/Observation/a.1/_history/2", .version(type: "Observation", id: "a.1", version: "2")),
            (.get, "/fhir/Patient/a/Observation", .compartment(patient: "a", type: "Observation")),
            (.get, "/fhir/Patient/a/$everything", .everything(patient: "a")),
            (.post, "/fhir/Patient/a/$emergency-opening", .emergency(patient: "a")),
            (.get, "/fhir/Observation/$lastn", .lastN), (.post, "/fhir/Observation/$lastn", .lastNPosted),
            (.post, "/fhir/Patient/$match", .match), (.post, "/fhir/Patient/$merge", .merge),
        ]
        for (method, target, expected) in cases {
            #expect(try PureTests.route(method, target).get() == expected, "\(target)")
            guard method == .get else { continue }
            #expect(try PureTests.route(.head, target).get() == expected, "\(target)")
        }
    }

    @Test func whatIsNoRoute() {
        let cases: [(HTTPRequest.Method, String, Int)] = [
            (.get, "/", 404), (.get, "/fhir", 405), (.get, "/fhir/Nothing", 404), (.get, "/fhir/Resource/a", 404),
            (.post, "/fhir/AuditEvent", 405), (.get, "/fhir/AuditEvent/a/_history", 404),
            (.post, "/fhir/AuditEvent/$validate", 404), (.post, "/fhir/AuditEvent/_search", 405),
            (.get, "/fhir/Observation/a/Patient", 404), (.get, "/fhir/Patient/a/$nothing", 404),
            (.get, "/fhir/Patient/$match", 405), (.get, "/fhir/Patient/$nothing", 404),
            (.get, "fhir", 400), (.get, "/%", 400), (.get, "/%f", 400), (.get, "/fhir/%0a", 400), (.get, "/%ff", 400),
            (.get, "/fhir?a=%ff", 400), (.get, "/" + String(repeating: "a", count: 4_096), 414),
            (.get, "/fhir?" + String(repeating: "a&", count: 33), 400),
        ]
        for (method, target, status) in cases {
            guard case .failure(let refusal) = PureTests.route(method, target) else {
                Issue.record("\(target.prefix(40)) is a route")
                continue
            }
            #expect(refusal.status.code == status, "\(target.prefix(40))")
        }
    }

    @Test func everyRefusalOfTheBrokerHasItsStatus() {
        let expected: [RefusalReason: (Int, String)] = [
            .role: (403, "role"), .unknown: (404, "not-found"), .frozen: (403, "account-frozen"),
            .careOnly: (403, "account-frozen"), .limit: (429, "opening-limit"), .dormantLimit: (429, "opening-limit"),
            .practiceLimit: (429, "opening-limit"), .partnerLimit: (429, "opening-limit"),
            .tripwire: (429, "opening-limit"), .unconfirmed: (429, "opening-limit"),
            .emergencyLimit: (429, "opening-limit"), .tooMany: (422, "keep-typing"),
            .forgedRow: (500, "internal"), .depositOnly: (403, "role"), .unnamed: (403, "proof-does-not-name"),
        ]
        for reason in RefusalReason.allCases {
            let refusal = HTTPRefusal(RecordError.refused(reason, retryAfter: 61))
            #expect(Int(refusal.status.code) == expected[reason]?.0, "\(reason)")
            #expect(refusal.reason == expected[reason]?.1, "\(reason)")
            #expect((refusal.headers[.retryAfter] == "61") == (refusal.status.code == 429), "\(reason)")
        }
        #expect(HTTPRefusal.openingLimit(retryAfter: 0).headers[.retryAfter] == "3600")
    }

    @Test func versionsAreReadInOneFormOnly() throws {
        #expect(try FHIRCall.version(tag: "W/\"3\"") == 3)
        #expect(try FHIRCall.version(tag: "\"3\"") == 3)
        for tag in [
            "3", "W/3", "W/\"\"", "W/\"03\"", "W/\"+3\"", "W/\"-3\"", "*", "W/\"3\", W/\"4\"", "\"99999999999\"", "\"",
        ] {
            #expect(throws: HTTPRefusal.self, "\(tag)") { try FHIRCall.version(tag: tag) }
        }
    }

    @Test func placesHoldNamesAndIndexesOnly() {
        #expect(PlainName.expression(pointer: "/name/0/family") == "name[0].family")
        #expect(PlainName.expression(pointer: "/na me/<b>/\(String(repeating: "a", count: 40))") == "?.?.?")
        #expect(PlainName.of("") == "?" && PlainName.of("_count") == "_count")
    }

    @Test func mediaTypes() {
        for accept in [
            "*/*", "application/fhir+json", "text/html, application/json;q=0.5",
            "application/fhir+json; fhirVersion=4.0",
        ] {
            #expect(MediaTypes.acceptsJSON(accept), "\(accept)")
        }
        for accept in ["", "text/html", "application/fhir+xml", "application/json;q=0", "applicationjson"] {
            #expect(!MediaTypes.acceptsJSON(accept), "\(accept)")
        }
    }

    @Test func aMinuteHasItsRequestsAndTheTableItsSize() throws {
        let rate = SessionRate(limit: 2, capacity: 2)
        let (a, b, c) = (SessionID.random(), SessionID.random(), SessionID.random())
        try rate.count(a, minute: 1)
        try rate.count(a, minute: 1)
        #expect(throws: HTTPRefusal.self) { try rate.count(a, minute: 1) }
        try rate.count(b, minute: 1)
        #expect(throws: HTTPRefusal.self) { try rate.count(c, minute: 1) }
        try rate.count(c, minute: 2)
        #expect(throws: Never.self) { try rate.count(a, minute: 1) }
    }

    @Test func aHolderTakesItsOwnPlacesOnly() throws {
        let gate = HolderGate(limit: 2)
        let (a, b) = (Holder.member(.random()), Holder.client(.random()))
        try gate.enter(a)
        try gate.enter(a)
        #expect(throws: HTTPRefusal.self) { try gate.enter(a) }
        try gate.enter(b)
        gate.leave(a)
        try gate.enter(a)
        #expect(throws: HTTPRefusal.self) { try gate.enter(a) }
    }

    @Test func metricsPrintAsPrometheusReadsThem() {
        let registry = MetricsRegistry()
        Counter(label: "a.b", dimensions: [("route", "x\"\n\\")], factory: registry).increment(by: 3)
        Meter(label: "m", factory: registry).set(Int64(2))
        Timer(label: "t", factory: registry).recordNanoseconds(3_000_000)
        let text = registry.text()
        #expect(text.contains("# TYPE a_b counter\na_b{route=\"x\\\"\\n\\\\\"} 3\n"))
        #expect(text.contains("# TYPE m gauge\nm 2.0\n"))
        #expect(text.contains("t_bucket{le=\"0.0025\"} 0\nt_bucket{le=\"0.005\"} 1\n"))
        #expect(text.contains("t_count 1\n"))
    }

    @Test func theNumberOfSeriesIsBounded() {
        let registry = MetricsRegistry()
        for index in 0..<MetricsRegistry.maximumSeries + 10 {
            Counter(label: "c", dimensions: [("i", "\(index)")], factory: registry).increment()
        }
        #expect(registry.text().split(separator: "\n").count == MetricsRegistry.maximumSeries + 1)
    }

    @Test func addresses() {
        #expect(GatewayConfiguration.Address("127.0.0.1:0") == .init(host: "127.0.0.1", port: 0))
        #expect(GatewayConfiguration.Address("[::1]:8443") == .init(host: "::1", port: 8_443))
        for text in ["", "127.0.0.1", ":80", "a:99999", "a:-1", "a:b"] {
            #expect(GatewayConfiguration.Address(text) == nil, "\(text)")
        }
    }

    @Test func datesAreWrittenAsHTTPWritesThem() {
        #expect(Timestamp(seconds: 784_111_777).httpDate == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(Timestamp(seconds: 951_782_400).httpDate == "Tue, 29 Feb 2000 00:00:00 GMT")
    }
}
