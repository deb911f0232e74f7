import BrokerAPI
import Foundation
import JSONTree
import Vocabulary

/// A practice's store rolled back, mixed up and taken away: the comparison with the ledger reports each.
struct TamperedRecords: Scenario {
    let title = "tampered records"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        let copy = try await base.copy()
        do {
            let outcome = try await play(world, copy, older: base.path)
            await copy.remove()
            return [outcome]
        } catch {
            await copy.remove()
            throw error
        }
    }

    private func play(_ world: World, _ copy: any DrillInstallation, older: String) async throws -> ScenarioOutcome {
        let practice = world.practices[1]
        try await copy.start()
        try await Arena.run(on: copy, world) { arena in try await write(arena, practice) }
        await copy.stop()
        let untouched = try await copy.recordProblems().count
        let file = "/records/\(practice.id).sqlite"
        let good = try Files.read(copy.path + file)
        func problems(with bytes: [UInt8]?) async throws -> Int {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: copy.path + file + suffix)
            }
            if let bytes { try Files.write(bytes, copy.path + file) }
            return try await copy.recordProblems().count
        }
        let rolledBack = try await problems(with: try Files.read(older + file))
        let removed = try await problems(with: nil)
        _ = try await problems(with: good)
        let mixed = try TamperedRecords.swapped(good, try await copy.sealedParts(of: practice.id))
        let swapped = try await problems(with: mixed)
        return ScenarioOutcome(
            "records rolled back, swapped and removed",
            had:
                "a practice's store file. Untouched: \(untouched) problems; an earlier copy: \(rolledBack); two sealed parts swapped: "
                + "\(swapped); the file removed: \(removed)",
            and: untouched == 0 && rolledBack > 0 && swapped > 0 && removed > 0)
    }

    private func write(_ arena: Arena, _ practice: DrillPractice) async throws {
        let token = try await arena.honestToken(try practice.account(.partner))
        let condition: JSONValue = [
            "resourceType": "Condition", "subject": ["reference": .string("Patient/\(practice.crowd[0].patient)")],
            "code": ["coding": [["system": "http://hl7.org/fhir/sid/icd-10", "code": "E11"]]],
        ]
        let answer = try await arena.installation.send(
            DrillRequest("POST", "/fhir/Condition", token: token, body: condition.bytes))
        guard answer.status == 201 else { throw DrillError("a write: \(answer.status)") }
    }

    /// The file with two parts of the same length in each other's place.
    private static func swapped(_ file: [UInt8], _ parts: [[UInt8]]) throws -> [UInt8] {
        var data = Data(file)
        for (_, alike) in Dictionary(grouping: parts.filter { $0.count <= 1_000 }, by: \.count).sorted(by: {
            $0.key < $1.key
        })
        where alike.count > 1 {
            guard let one = data.range(of: Data(alike[0])), let other = data.range(of: Data(alike[1])) else { continue }
            data.replaceSubrange(one, with: alike[1])
            data.replaceSubrange(other, with: alike[0])
            return Array(data)
        }
        throw DrillError("no two parts of the same length")
    }
}
