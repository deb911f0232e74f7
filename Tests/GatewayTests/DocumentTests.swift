import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite("Documents over HTTPS") struct DocumentTests {
    /// A PDF of so many bytes, as far as anyone looks.
    private static func pdf(_ count: Int) -> [UInt8] {
        Array("%PDF-1.7\n".utf8) + (0..<count - 9).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    }

    private static func upload(
        _ caller: Caller, _ bytes: [UInt8], of patient: String, _ type: String = "application/pdf", http1: Bool = true
    ) async throws -> Caller.Reply {
        try await caller.send(
            "POST", "/fhir/Binary", bytes, ["content-type": type, "x-security-context": "Patient/\(patient)"],
            http1: http1)
    }

    @Test func aDocumentComesBackWholeAndInRanges() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let bytes = DocumentTests.pdf(300_001)
            for http1 in [true, false] {
                let created = try await DocumentTests.upload(caller, bytes, of: patient, http1: http1)
                #expect(created.status == 201, "\(created.text)")
                let location = try #require(created.headers["location"].first)
                let path = location.replacing("/_history/1", with: "")
                #expect(path.contains("/fhir/Binary/\(patient)."))
                let whole = try await caller.send("GET", path, nil, ["accept": "application/pdf"], http1: http1)
                #expect(whole.status == 200)
                #expect(whole.body == bytes)
                #expect(whole.headers["content-type"] == ["application/pdf"])
                #expect(whole.headers["content-disposition"] == ["attachment"])
                #expect(whole.headers["content-length"] == ["300001"])
                #expect(whole.headers["content-security-policy"].count == 1)
                for (range, expected) in [
                    ("bytes=0-0", 0..<1), ("bytes=65530-65545", 65_530..<65_546), ("bytes=300000-", 300_000..<300_001),
                    ("bytes=-100", 299_901..<300_001), ("bytes=131072-262143", 131_072..<262_144),
                ] {
                    let part = try await caller.get(path, ["range": range])
                    #expect(part.status == 206, "\(range)")
                    #expect(part.body == Array(bytes[expected]), "\(range)")
                    #expect(
                        part.headers["content-range"]
                            == ["bytes \(expected.lowerBound)-\(expected.upperBound - 1)/300001"])
                }
                #expect(try await caller.get(path, ["range": "bytes=300001-"]).status == 416)
                #expect(try await caller.get(path, ["range": "bytes=5-4"]).body == bytes)
                #expect(try await caller.get(path, ["range": "bytes=0-1,5-6"]).body == bytes)
                #expect(try await caller.get(path, ["range": "bytes=0-1", "if-range": "W/\"1\""]).body == bytes)
            }
        }
    }

    @Test func asAResourceItHasItsData() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let bytes = DocumentTests.pdf(70_000)
            let created = try await DocumentTests.upload(caller, bytes, of: patient)
            let path = try #require(created.headers["location"].first).replacing("/_history/1", with: "")
            let read = try await caller.get(path, ["accept": "application/fhir+json"])
            #expect(read.json?["contentType"]?.string == "application/pdf")
            #expect(read.json?["securityContext"]?["reference"]?.string == "Patient/\(patient)")
            #expect(read.json?["data"]?.string.flatMap { Data(base64Encoded: $0) } == Data(bytes))
            #expect(try await caller.get(path + "?_format=json").json == read.json)
            #expect(try await caller.get(path, ["accept": "image/png"]).status == 406)
            // And the other way round: what was sent as JSON is served as it is.
            let small: JSONValue = [
                "resourceType": "Binary", "contentType": "application/pdf",
                "securityContext": ["reference": .string("Patient/\(patient)")],
                "data": .string(Data(bytes.prefix(99)).base64EncodedString()),
            ]
            let posted = try await caller.post("/fhir/Binary", small)
            #expect(posted.status == 201, "\(posted.text)")
            let raw = try await caller.get("/fhir/Binary/\(try #require(posted.id))")
            #expect(raw.body == Array(bytes.prefix(99)))
            #expect(raw.headers["content-type"] == ["application/pdf"])
        }
    }

    @Test func aNewContentIsANewVersion() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let (first, second) = (DocumentTests.pdf(66_000), DocumentTests.pdf(1_000))
            let created = try await DocumentTests.upload(caller, first, of: patient)
            let path = try #require(created.headers["location"].first).replacing("/_history/1", with: "")
            let type = ["content-type": "application/pdf"]
            #expect(try await caller.send("PUT", path, second, type).status == 428)
            #expect(
                try await caller.send("PUT", path, second, type.merging(["if-match": "W/\"2\""]) { $1 }).status == 412)
            let updated = try await caller.send("PUT", path, second, type.merging(["if-match": "W/\"1\""]) { $1 })
            #expect(updated.status == 200, "\(updated.text)")
            #expect(try await caller.get(path).body == second)
            let patch = Array(#"[{"op":"replace","path":"/contentType","value":"image/png"}]"#.utf8)
            let patched = try await caller.send(
                "PATCH", path, patch, ["content-type": "application/json-patch+json"])
            #expect(patched.code == "content-dropped")
            #expect(try await caller.get(path + "/_history/1").body == first)
            #expect(try await caller.delete(path).status == 204)
            #expect(try await caller.get(path).status == 410)
            #expect(try await caller.get(path + "/_history/2").body == second)
        }
    }

    @Test func whatIsNotADocumentIsRefused() async throws {
        try await Installation.with(limits: DocumentTests.small) { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let html = Array("<html><script>alert(1)</script></html>".utf8)
            #expect(try await DocumentTests.upload(caller, html, of: patient).code == "media-type")
            for type in ["text/html", "image/svg+xml", "application/javascript", "application/x-unknown", ";;"] {
                #expect(try await DocumentTests.upload(caller, html, of: patient, type).status == 415, "\(type)")
            }
            let large = try await DocumentTests.upload(caller, DocumentTests.pdf(100_001), of: patient)
            #expect(large.status == 413)
            let type = ["content-type": "application/pdf"]
            let patched = try await caller.send(
                "PATCH", "/fhir/Binary/\(patient).1", Array(#"[{"op":"remove","path":"/contentType"}]"#.utf8),
                ["content-type": "application/json-patch+json"])
            #expect(patched.status == 404)
            for context in ["", "Patient/", "Observation/\(patient)", patient] {
                let headers = type.merging(["x-security-context": context]) { $1 }
                let reply = try await caller.send("POST", "/fhir/Binary", DocumentTests.pdf(99), headers)
                #expect(reply.status == 400, "\(context)")
            }
            let unknown = try await DocumentTests.upload(
                caller, DocumentTests.pdf(99), of: PatientID.random().description)
            #expect(unknown.status == 422)
        }
    }

    private static var small: GatewayLimits {
        var limits = GatewayLimits()
        limits.maximumDocumentBytes = 100_000
        return limits
    }

    @Test func nobodyElseSeesIt() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let secretary = try await installation.caller(.secretary, in: practice)
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let created = try await DocumentTests.upload(caller, DocumentTests.pdf(70_000), of: patient)
            let path = try #require(created.headers["location"].first).replacing("/_history/1", with: "")
            #expect(try await secretary.get(path).status == 403)
            let theirs = try await stranger.get(path)
            let nobodys = try await stranger.get("/fhir/Binary/\(PatientID.random()).1")
            #expect(theirs.status == 404)
            #expect(theirs.body == nobodys.body)
            #expect(theirs.stableHeaders == nobodys.stableHeaders)
            #expect(try await DocumentTests.upload(stranger, DocumentTests.pdf(99), of: patient).status == 422)
        }
    }

    @Test func nothingOfItLiesInClear() async throws {
        let planted = Array("le patient a confié au médecin ce que personne ne doit lire".utf8)
        try await Installation.with(after: { directory in
            let files = FileManager.default.enumerator(atPath: directory)
            var count = 0
            while let name = files?.nextObject() as? String {
                guard let data = FileManager.default.contents(atPath: directory + "/" + name) else { continue }
                count += 1
                #expect(data.range(of: Data(planted)) == nil, "\(name)")
            }
            #expect(count > 5)
        }) { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let bytes = Array(repeatElement(planted, count: 3_000).joined())
            let created = try await DocumentTests.upload(caller, bytes, of: patient, "text/plain")
            #expect(created.status == 201)
        }
    }
}
