import FHIR
import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import Records

/// The official examples, each in a record of its own, the patients that it refers to created first.
@Suite("Official examples") struct OfficialExampleTests {
    /// What became of them.
    private struct Tally {
        var accepted = 0
        var patientless = 0
        var severalPatients: [String] = []
        var withoutPatient: [String] = []
        var ours: [String] = []
        var refused: [String: String] = [:]
    }

    /// Examples that R4 itself does not allow: each was looked up in the definitions.
    private static let defective = [
        "DeviceMetric-example": "wrongTarget", "Observation-clinical-gender": "wrongTarget",
        "Questionnaire-qs1": "missingElement",
    ]

    @Test(.enabled(if: SharedExamples.areThere, "the shared examples are not there"))
    func inEqualsOut() async throws {
        let house = try House()
        let practice = try await house.practice(size: 20)
        _ = await house.broker.admin(.setMode(practice: practice, mode: "observe"))
        let session = try await house.session(try await house.client(practice))
        let reader = try await house.session(practice)
        var tally = Tally()
        for (name, resource) in SharedExamples.all {
            try await OfficialExampleTests.take(name, resource, session, reader, &tally)
        }
        let others = tally.accepted + tally.refused.count
        print(
            "official examples: \(tally.accepted) accepted (\(tally.patientless) about no patient),",
            "\(tally.refused.count) refused \(tally.refused.sorted { $0.key < $1.key }.map { "\($0): \($1)" });",
            "apart: \(tally.severalPatients.count) of several patients, \(tally.withoutPatient.count) of none,",
            "\(tally.ours.count) that are made of our logs")
        for (name, code) in tally.refused { #expect(OfficialExampleTests.defective[name] == code, "\(name)") }
        #expect(others > 200)
        #expect(tally.accepted * 100 >= others * 97)
    }

    private static func take(
        _ name: String, _ resource: JSONValue, _ session: RecordSession, _ reader: RecordSession,
        _ tally: inout Tally
    ) async throws {
        let references = Set(References.all(in: resource).filter { $0.hasPrefix("Patient/") })
        var group = references.filter { $0 != "Patient/\(resource["id"]?.string ?? "")" }.sorted().map { reference in
            ImportEntry(
                fullURL: nil,
                resource: ["resourceType": "Patient", "id": .string(String(reference.dropFirst(8))), "active": true])
        }
        group.append(ImportEntry(fullURL: nil, resource: resource))
        let outcome = try await session.importGroups([group])[0][group.count - 1]
        switch outcome {
        case .refused(let issue):
            switch issue.code {
            case "several-patients": tally.severalPatients.append(name)
            case "no-patient", "unknown-patient": tally.withoutPatient.append(name)
            case "read-only-type": tally.ours.append(name)
            default: tally.refused[name] = issue.code
            }
        case .stored(let reference, _), .unchanged(let reference):
            tally.accepted += 1
            let halves = reference.split(separator: "/").map(String.init)
            if !references.isEmpty || resource["resourceType"]?.string == "Patient" {} else { tally.patientless += 1 }
            let read = try await reader.read(halves[0], halves[1])
            // The id map: the patients, and what speaks of itself.
            let itself = "\(halves[0])/\(resource["id"]?.string ?? "")"
            let sent = References.rewrite(resource) { old in
                old == itself ? reference : references.contains(old) ? "Patient/" : nil
            }
            let back = read.resource.map { value in
                References.rewrite(SharedExamples.bare(value)) {
                    $0.hasPrefix("Patient/") && $0 != reference ? "Patient/" : nil
                }
            }
            #expect(back == SharedExamples.bare(sent), "\(name)")
        }
    }
}

/// The examples of the shared folder.
private enum SharedExamples {
    static let folder: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "shared/data/r4-examples")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()
    static var areThere: Bool { folder != nil }

    static var all: [(name: String, resource: JSONValue)] {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            return []
        }
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            guard let data = try? Data(contentsOf: folder.appending(path: name)),
                let value = try? JSONValue(parsing: Array(data))
            else { return nil }
            return (String(name.dropLast(5)), value)
        }
    }

    /// Without what the server gives.
    static func bare(_ resource: JSONValue) -> JSONValue {
        guard var object = resource.object else { return resource }
        object["id"] = nil
        if var meta = object["meta"]?.object {
            meta["versionId"] = nil
            meta["lastUpdated"] = nil
            object["meta"] = meta.members.isEmpty ? nil : .object(meta)
        }
        return .object(object)
    }
}
