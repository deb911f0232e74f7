import JSONTree
import Response
import Vocabulary

/// Asks a running `serve` for the people of a sample, one after the other, until all that were drawn are asked or a limit ends it.
struct ClaimRun {
    private let query: ScopeQuery
    private var asker: Asker
    /// What is known of patients already asked for: two people of a sample may be one.
    private var known: [PatientID: ClaimedPatient] = [:]
    private(set) var stop: ClaimReport.Stop?

    init(_ query: ScopeQuery, _ asker: Asker) { (self.query, self.asker) = (query, asker) }

    /// What becomes of each person, in their order.
    mutating func answers(_ people: [SamplePerson], drawn: [Int]) async throws -> [ClaimReport.Answer] {
        var outcomes = people.map { ClaimOutcome.unknown($0.search == nil ? .noSearch : .notDrawn) }
        for place in drawn {
            outcomes[place] = stop == nil ? try await outcome(people[place]) : .unknown(.limit)
        }
        return zip(people, outcomes).map { ClaimReport.Answer($0, $1) }
    }

    private mutating func outcome(_ person: SamplePerson) async throws -> ClaimOutcome {
        guard let search = person.search else { return .unknown(.noSearch) }
        let answer = try await asker.get("/fhir/Patient?\(search.query)")
        switch answer.status {
        case 200: break
        case 400: return .unknown(.refused)
        default:
            stop = ClaimReport.Stop(row: person.number, code: Asker.code(answer))
            return .unknown(.limit)
        }
        guard let bundle = answer.json else { throw Failure.broken("serve answered with no JSON") }
        let ids: [PatientID]
        do throws(UnknownReason) { ids = try ClaimMatch.patients(bundle, for: person) } catch { return .unknown(error) }
        var patients: [ClaimedPatient] = []
        for id in ids { patients.append(try await patient(id, person)) }
        return patients.isEmpty ? .notOurs : .ours(patients)
    }

    private mutating func patient(_ id: PatientID, _ person: SamplePerson) async throws -> ClaimedPatient {
        if let patient = known[id] { return patient }
        let patient = ClaimedPatient(id: id, releases: try await releases(of: id, person))
        known[id] = patient
        return patient
    }

    private mutating func releases(
        of id: PatientID, _ person: SamplePerson
    ) async throws -> Result<ClaimReleases, UnknownReason> {
        guard stop == nil else { return .failure(.limit) }
        guard let from = query.from, let through = query.through else { return .failure(.refused) }
        var found = ClaimReleases()
        let query = query
        do {
            try await asker.events(of: id, from: from, through: through) { found.add($0, query) }
            return .success(found)
        } catch let refusal as Asker.AuditRefusal {
            // A role that may not see the history may still search; every other refusal is of what comes after, too.
            if refusal.status == 403, refusal.code == "role" { return .failure(.notShown) }
            stop = ClaimReport.Stop(row: person.number, code: refusal.code)
            return .failure(.limit)
        }
    }
}
