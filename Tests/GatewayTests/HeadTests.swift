import JSONTree
import Testing
import Vocabulary

@testable import Gateway

/// RFC 9110 §9.3.2: HEAD is answered as GET is, without the body.
@Suite("HEAD") struct HeadTests {
    /// An answer as it stood on the wire.
    private struct Wire {
        let status: String
        /// Without those that differ from one answer to the next.
        let headers: [String]
        let length: Int
        let body: Substring.UTF8View

        /// Takes the next answer off the front; with its body unless it is the answer to HEAD.
        init?(_ rest: inout Substring.UTF8View, isHead: Bool) {
            guard let end = Substring(rest).firstRange(of: "\r\n\r\n") else { return nil }
            let lines = Substring(rest[..<end.lowerBound]).split(separator: "\r\n")
            rest = rest[end.upperBound...]
            guard let first = lines.first, first.hasPrefix("HTTP/1.1 ") else { return nil }
            status = String(first.dropFirst(9).prefix(3))
            let fields = lines.dropFirst().map { String($0) }
            headers = fields.filter {
                !$0.lowercased().hasPrefix("date:") && !$0.lowercased().hasPrefix("x-request-id:")
            }
            .sorted()
            let announced = fields.first { $0.lowercased().hasPrefix("content-length:") }
            guard let length = announced.flatMap({ Int($0.dropFirst(15).drop { $0 == " " }) }) else { return nil }
            self.length = length
            body = rest.prefix(isHead ? 0 : length)
            rest = rest.dropFirst(body.count)
        }
    }

    private static func record(_ caller: Caller) async throws -> (patient: String, document: String) {
        let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient(given: "Zoe")).id)
        #expect(try await caller.post("/fhir/Observation", Samples.observation(of: patient)).status == 201)
        let text = Array(String(repeating: "Compte rendu. ", count: 6_000).utf8)
        let made = try await caller.send(
            "POST", "/fhir/Binary", text,
            ["content-type": "text/plain", "x-security-context": "Patient/\(patient)"])
        let location = try #require(made.headers["location"].first)
        return (patient, "/fhir/Binary/" + String(try #require(location.split(separator: "/").dropLast(2).last)))
    }

    @Test func everyReadOnOneConnectionStaysInStep() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let (patient, document) = try await HeadTests.record(caller)
            let paths = [
                "/fhir/metadata", "/.well-known/smart-configuration", "/fhir/Patient/\(patient)",
                "/fhir/Patient/\(patient)/_history", "/fhir/Patient/\(patient)/_history/1",
                "/fhir/Observation/\(patient).1",
                "/fhir/Patient?family=martin", "/fhir/Patient?phonetic=martain", "/fhir/Observation?patient=\(patient)",
                "/fhir/Patient/\(patient)/Observation", "/fhir/Patient/\(patient)/$everything",
                "/fhir/Observation/$lastn?patient=\(patient)", document, document + "?_format=json",
                "/fhir/Patient/\(PatientID.random())", "/fhir/Patient?phonetic=z", "/fhir/Nothing", "/oauth/token",
                "/fhir",
            ]
            func request(_ method: String, _ path: String, _ more: String = "") -> String {
                "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(caller.token)\r\n\(more)\r\n"
            }
            var pieces = paths.flatMap { [request("HEAD", $0), request("GET", $0)] }
            pieces.append(request("HEAD", document, "Range: bytes=5-99\r\nConnection: close\r\n"))
            let text = try #require(try await RawConnection.exchange(pieces, to: installation.addresses))
            var rest = text[...].utf8
            for path in paths {
                let head = try #require(Wire(&rest, isHead: true), "\(path)")
                let get = try #require(Wire(&rest, isHead: false), "\(path)")
                #expect(head.status == get.status && head.headers == get.headers, "\(path)")
                #expect(head.length > 0 && get.body.count == get.length, "\(path)")
                #expect(Substring(get.body).first != "H", "\(path)")
            }
            let last = try #require(Wire(&rest, isHead: true))
            // A range is one of GET only (RFC 9110 §14.2).
            #expect(last.status == "200" && last.length == 84_000)
            #expect(rest.isEmpty)
        }
    }

    @Test func overHTTP2AndOnTheAdminListener() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let (patient, document) = try await HeadTests.record(caller)
            for path in ["/fhir/Patient/\(patient)", document, "/fhir/metadata", "/fhir/Patient/17"] {
                let head = try await caller.send("HEAD", path, nil, http1: false)
                let get = try await caller.send("GET", path, nil, http1: false)
                #expect(head.version == .http2 && head.status == get.status, "\(path)")
                #expect(head.body.isEmpty && head.stableHeaders == get.stableHeaders, "\(path)")
                #expect(head.headers["content-length"] == ["\(get.body.count)"], "\(path)")
            }
            for (path, status) in [("/healthz", 200), ("/readyz", 200), ("/metrics", 200), ("/nothing", 404)] {
                let head = try await caller.send("HEAD", installation.addresses.admin + path, nil)
                #expect(head.status == status && head.body.isEmpty, "\(path)")
            }
        }
    }

    @Test func itIsChargedAndLoggedAsTheGET() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let owner = try await installation.caller(.physician, in: practice)
            let reader = try await installation.caller(.physician, in: practice)
            let patient = try #require(try await owner.post("/fhir/Patient", Samples.patient()).id)
            func released() -> Substring? {
                installation.metrics.text().split(separator: "\n").first { $0.contains("outcome=\"released\"} ") }
            }
            let path = "/fhir/Patient/\(patient)"
            let before = released()
            #expect(try await reader.send("HEAD", path, nil).status == 200)
            let after = released()
            #expect(after != nil && after != before)
            let day = SystemClock().now().instant.prefix(10)
            let history = try await owner.get("/fhir/AuditEvent?patient=\(patient)&date=ge\(day)&date=le\(day)")
            #expect(history.status == 200 && history.text.contains("\(reader.subject)"))
            let counted = released()
            #expect(try await reader.get(path).status == 200)
            #expect(released() == counted)
            #expect(installation.metrics.text().contains("{route=\"GET /fhir/{type}/{id}\",status=\"200\"} 2"))
            #expect(try await owner.post("/fhir/Observation", Samples.observation(of: patient)).status == 201)
            let secretary = try await installation.caller(.secretary, in: practice)
            let observation = "/fhir/Observation/\(patient).1"
            #expect(try await owner.send("HEAD", observation, nil).status == 200)
            #expect(try await secretary.send("HEAD", observation, nil).status == 403)
            var nobody = owner
            nobody.token = ""
            #expect(try await nobody.send("HEAD", path, nil).status == 401)
        }
    }
}
