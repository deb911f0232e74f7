import Foundation
import JSONTree
import Synchronization
import Testing
import Vocabulary

@testable import Gateway

@Suite struct HostileTests {
    @Test func bodiesThatAreNotJSONAre400WithThePlace() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
            let cases: [(String, [UInt8], String)] = [
                ("empty", [], "empty"), ("not JSON", Array("hello".utf8), ""),
                ("cut short", Array("{\"resourceType\":\"Patient\"".utf8), ""),
                ("65 deep", Array("{\"resourceType\":\"Patient\",\"name\":\(deep)}".utf8), "tooDeep"),
                (
                    "a key twice",
                    Array("{\"resourceType\":\"Patient\",\"gender\":\"male\",\"gender\":\"female\"}".utf8),
                    "duplicateKey"
                ),
                (
                    "not UTF-8",
                    Array("{\"resourceType\":\"Patient\",\"gender\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8),
                    "invalidUTF8"
                ),
                ("byte order mark", [0xEF, 0xBB, 0xBF] + Array("{}".utf8), "byteOrderMark"),
                (
                    "a number of 300 digits",
                    Array("{\"resourceType\":\"Patient\",\"x\":\(String(repeating: "9", count: 300))}".utf8),
                    "numberTooLong"
                ),
                ("two values", Array("{} {}".utf8), "trailingContent"),
                ("a lone surrogate", Array("{\"a\":\"\\ud800\"}".utf8), "loneSurrogate"),
            ]
            for (name, body, code) in cases {
                let reply = try await caller.send(
                    "POST", "/fhir/Patient", body, ["content-type": "application/fhir+json"])
                #expect(reply.status == 400, "\(name)")
                #expect(reply.code == "invalid-json", "\(name)")
                let diagnostics = reply.issue?["diagnostics"]?.string ?? ""
                #expect(diagnostics.hasPrefix(code) && diagnostics.contains(" at byte "), "\(name): \(diagnostics)")
            }
        }
    }

    @Test func resourcesThatAreNotR4Are422WithEveryElement() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let wrong: JSONValue = [
                "resourceType": "Patient", "birthDate": "Zanzibar", "gender": ["Zanzibar"], "name": "Zanzibar",
                "active": "true", "zanzibar": 1,
            ]
            let reply = try await caller.post("/fhir/Patient", wrong)
            #expect(reply.status == 422)
            for element in ["birthDate", "gender", "name", "active"] {
                #expect(reply.expressions.contains { $0.contains(element) }, "\(element): \(reply.text)")
            }
            #expect(!reply.text.contains("Zanzibar"))
            #expect(try await caller.post("/fhir/Patient", ["resourceType": "Observation"]).status == 422)
            #expect(try await caller.post("/fhir/Patient", [1]).status == 422)
            #expect(try await caller.post("/fhir/Patient", "x").status == 422)
            let huge = Array("{\"resourceType\":\"Patient\",\"multipleBirthInteger\":1e400}".utf8)
            #expect(
                try await caller.send("POST", "/fhir/Patient", huge, ["content-type": "application/json"]).status == 422
            )
        }
    }

    @Test func bodiesOverTheirLimitAre413() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let five = [UInt8](repeating: 0x20, count: 5 << 20)
            let json = ["content-type": "application/fhir+json"]
            #expect(try await caller.send("POST", "/fhir/Patient", five, json).status == 413)
            #expect(try await caller.send("POST", "/fhir/Patient", five, json, http1: false).status == 413)
            let seventeen = [UInt8](repeating: 0x20, count: 17 << 20)
            let lines = ["content-type": "application/x-ndjson"]
            #expect(try await caller.send("POST", "/fhir/$import", seventeen, lines).status == 413)
            #expect(try await caller.send("GET", "/fhir/metadata", [0x20]).status == 413)
        }
    }

    @Test func mediaTypesMethodsAndPathsAreRefusedExactly() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let body = Samples.patient().bytes
            for type in [
                "text/plain", "application/xml", "application/json; charset=iso-8859-1", "multipart/form-data",
            ] {
                #expect(
                    try await caller.send("POST", "/fhir/Patient", body, ["content-type": type]).status == 415,
                    "\(type)")
            }
            #expect(try await caller.send("POST", "/fhir/Patient", body).status == 415)
            #expect(try await caller.get("/fhir/metadata", ["accept": "text/html"]).status == 406)
            #expect(try await caller.get("/fhir/metadata", ["accept": "text/html, application/*;q=0.8"]).status == 200)
            #expect(try await caller.get("/fhir/metadata?_format=xml").status == 406)
            let post = try await caller.post("/fhir/Patient/\(PatientID.random())", Samples.patient())
            #expect(post.status == 405)
            #expect(post.headers["allow"] == ["GET, HEAD, PUT, PATCH, DELETE"])
            for path in ["/", "/fhir/Patent", "/fhir/patient", "/admin", "/metrics", "/fhir/Patient/a/b/c/d"] {
                #expect(try await caller.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test func hostileTargetsAndHeadersNeverFailTheServer() async throws {
        try await Installation.with { installation in
            let long = String(repeating: "a", count: 5_000)
            let heads = [
                "GET /fhir/Patient/%zz HTTP/1.1", "GET /fhir/Patient/%00 HTTP/1.1", "GET /fhir/%C3%28 HTTP/1.1",
                "GET /fhir/..%2f..%2fetc/passwd HTTP/1.1", "GET //fhir HTTP/1.1", "GET \(long) HTTP/1.1",
                "GET /\(long) HTTP/1.1", "GET /fhir/Patient?%zz=1 HTTP/1.1", "GET * HTTP/1.1", "OPTIONS * HTTP/1.1",
                "GET http://evil.example/fhir HTTP/1.1", "CONNECT localhost:443 HTTP/1.1", "FROB /fhir HTTP/1.1",
                "GET /fhir HTTP/9.9", "nonsense", "GET /fhir/metadata HTTP/1.1\r\nX-Long: \(long)\(long)\(long)\(long)",
                "GET /fhir/metadata HTTP/1.1\r\n" + (0..<100).map { "X-\($0): 1" }.joined(separator: "\r\n"),
                "POST /fhir/Patient HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6",
                "POST /fhir/Patient HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
                "POST /fhir/Patient HTTP/1.1\r\nContent-Length: -1",
            ]
            for head in heads {
                let text = try await RawConnection.exchange(
                    ["\(head)\r\nHost: localhost\r\nConnection: close\r\n\r\n"], halfClose: true,
                    to: installation.addresses)
                let status = Int((text ?? "HTTP/1.1 599").dropFirst(9).prefix(3)) ?? 400
                #expect((400..<500).contains(status), "\(head.prefix(60)): \(text?.prefix(80) ?? "late")")
            }
            let caller = Caller(addresses: installation.addresses, key: .init(), subject: .random())
            #expect(try await caller.get("/fhir/metadata").status == 200)
            #expect(!installation.log.lines.contains { $0.contains("unforeseen") })
        }
    }

    @Test func slowAndBrokenBodiesEnd() async throws {
        var limits = GatewayLimits()
        limits.bodySeconds = 1
        limits.handshakeSeconds = 1
        try await Installation.with(limits: limits) { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let head =
                "POST /fhir/Patient HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(caller.token)\r\n"
                + "Content-Type: application/fhir+json\r\n"
            let slow = try await RawConnection.exchange(
                [head + "Content-Length: 1000\r\n\r\n", "{"] + Array(repeating: " ", count: 12),
                pause: .milliseconds(250), to: installation.addresses)
            #expect(slow?.hasPrefix("HTTP/1.1 408") == true, "\(slow?.prefix(60) ?? "late")")
            let truncated = try await RawConnection.exchange(
                [head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"res"], halfClose: true, to: installation.addresses)
            #expect(truncated?.contains("HTTP/1.1 20") == false)
            let short = try await RawConnection.exchange(
                [head + "Content-Length: 1000\r\n\r\n\(String(decoding: Samples.patient().bytes, as: UTF8.self))"],
                halfClose: true, to: installation.addresses)
            #expect(short?.contains("HTTP/1.1 20") == false)
            #expect(try await RawConnection.silence(within: 10, to: installation.addresses))
            #expect(try await caller.get("/fhir/Patient?family=martin").json?["total"]?.number?.int64 == 0)
        }
    }

    @Test func bodiesThatNeverComeTakeNoPlaceFromOthers() async throws {
        var limits = GatewayLimits()
        limits.maximumRequestsInFlight = 2
        limits.bodySeconds = 2
        try await Installation.with(limits: limits) { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let head =
                "POST /oauth/token HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Host: localhost\r\nContent-Length: 900\r\n\r\n"
            let waiting = Waiting()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        defer { waiting.count.subtract(1, ordering: .relaxed) }
                        let reply = try await RawConnection.exchange([head], to: installation.addresses)
                        #expect(reply?.hasPrefix("HTTP/1.1 408") == true, "\(reply?.prefix(60) ?? "late")")
                    }
                }
                group.addTask {
                    while waiting.count.load(ordering: .relaxed) > 0 {
                        let status = try await caller.get("/fhir/Patient?family=martin").status
                        #expect(status == 200)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Connections whose body is still waited for.
    private final class Waiting: Sendable {
        let count = Atomic(12)
    }
}
