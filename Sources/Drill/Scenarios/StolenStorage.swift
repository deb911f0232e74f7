import BrokerAPI
import JSONTree
import Synthetic
import Vocabulary

/// The disk, without the root key: nothing that stands in a record may stand in any file or in the log.
struct StolenStorage: Scenario {
    let title = "stolen storage"
    private static let patientsOfEach = 60

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        let copy = try await base.copy()
        do {
            let outcome = try await search(world, copy)
            await copy.remove()
            return [outcome]
        } catch {
            await copy.remove()
            throw error
        }
    }

    private func search(_ world: World, _ copy: any DrillInstallation) async throws -> ScenarioOutcome {
        try await copy.start()
        try await Arena.run(on: copy, world) { arena in try await use(arena) }
        let running = try scan(copy, world)
        await copy.stop()
        let stopped = try scan(copy, world)
        let search = stopped.search
        let log = copy.log()
        let logged = search.hits(in: log.span)
        let hits = running.hits + stopped.hits + logged
        return ScenarioOutcome(
            "stolen storage",
            had:
                "every file of the data directory while running and after (\(stopped.files) files, \(stopped.bytes >> 10) KiB) and the log "
                + "(\(log.count) bytes); \(search.count) planted values searched, \(hits) found",
            and: hits == 0 && search.count >= 1_000 && !log.isEmpty)
    }

    private struct Scan {
        let search: PatternSearch
        var hits = 0
        var files = 0
        var bytes = 0
    }

    private func scan(_ copy: any DrillInstallation, _ world: World) throws -> Scan {
        var scan = Scan(search: PatternSearch(StolenStorage.planted(world)))
        for file in Files.all(in: copy.path) {
            guard let bytes = try? Files.read(copy.path + "/" + file) else { continue }
            scan.files += 1
            scan.bytes += bytes.count
            scan.hits += scan.search.hits(in: bytes.span)
        }
        return scan
    }

    /// Searches, reads and mistakes with values in URL, form and body: what a careless log would keep.
    private func use(_ arena: Arena) async throws {
        let practice = arena.world.practices[0]
        let token = try await arena.honestToken(try practice.account(.physician))
        for victim in practice.crowd.prefix(10) {
            for loot in Loot.allCases {
                for path in loot.paths(victim) { _ = try await arena.get(path, token) }
            }
            let family = Loot.escaped(victim.family)
            _ = try await arena.get("/fhir/Patient?\(family)=\(family)", token)
            _ = try await arena.get("/fhir/Patient/\(family)", token)
            _ = try await arena.get("/\(family)", "token-of-\(family)")
            let wrong: JSONValue = [
                "resourceType": "Patient", "name": .string(victim.family), "birthDate": .string(victim.family),
            ]
            for body in [wrong.bytes, Array("{\"resourceType\":\"\(victim.family)".utf8)] {
                _ = try await arena.installation.send(DrillRequest("POST", "/fhir/Patient", token: token, body: body))
            }
            _ = try await arena.installation.send(
                DrillRequest(
                    "POST", "/fhir/Patient/_search", token: token, body: Array("family=\(family)&given=\(family)".utf8),
                    type: "application/x-www-form-urlencoded"))
        }
    }

    /// Names, numbers, addresses, sentences and documents, as written and as a careless program might fold them.
    private static func planted(_ world: World) -> [[UInt8]] {
        var texts: [String] = []
        for practice in world.practices {
            let drawn = world.demo.practice(practice.index)
            for index in 0..<min(patientsOfEach, drawn.patientCount) {
                let values = world.demo.country.plantedValues(of: index, in: drawn)
                texts += values.names + values.names.flatMap { [$0.uppercased(), $0.lowercased()] }
                texts +=
                    [values.nir, values.email].compactMap { $0 } + values.addressLines + values.sentences
                    + values.documents
                texts += values.phones + values.phones.map { $0.filter(\.isNumber) }
            }
            texts += practice.crowd.map(\.family)
        }
        return texts.map { Array($0.utf8) }
    }
}
