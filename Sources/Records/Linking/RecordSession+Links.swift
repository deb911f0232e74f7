import FHIR
import Store
import Vocabulary

extension RecordSession {
    /// New links of one Patient at most: each costs an opening.
    static let maximumLinks = 16
    /// New links of all that is written at once, to different resources.
    static let maximumLinked = 200

    /// Throws `invalid` unless the patients to whom written Patients have links are held by the practice. That it answers so
    /// depends on them: each costs an identity opening, but for those that are written along. A link that stood there before
    /// is not asked about again: no answer depends on it.
    ///
    /// One of another practice, one that never was and one whom the scopes leave out are answered alike. Imports open nothing
    /// and ask nothing.
    func requireLinked(_ plans: some Collection<Plan>) async throws(RecordError) {
        let written = Set(plans.filter { $0.key.type == "Patient" && !$0.deletes }.compactMap(\.key.patient))
        var asked: Set<String> = []
        for plan in plans where plan.key.type == "Patient" {
            let links = plan.resource.map(RelatedPatients.links) ?? []
            guard !links.isEmpty else { continue }
            let known = try await references(before: plan)
            let new = links.filter { !known.contains($0.reference) }
            guard new.count <= RecordSession.maximumLinks else { throw RecordSession.tooManyLinks }
            for link in new { try await require(link, of: plan.key, written, &asked) }
        }
    }

    /// The references of the links of the version that is replaced, as far as the identity tier shows them. That tier was paid
    /// for when the update was decided.
    private func references(before plan: Plan) async throws(RecordError) -> Set<String> {
        guard plan.replacing > 0, info.readable.contains(.identity),
            let version = try await current([plan.key]).first.flatMap(\.self), !version.manifest.deleted
        else { return [] }
        var needs = KeyNeeds(.identity)
        needs.add(.identity, version.manifest.part(of: .identity)?.epoch ?? 1)
        let keys = try await keys(of: plan.key.patient, needs, for: .condition)
        let opened = try Opener(practice: practice, keys: keys).open(version)
        return Set(opened?.record.resource.map(RelatedPatients.links)?.map(\.reference) ?? [])
    }

    private static let tooManyLinks = RecordError.invalid([RecordIssue("too-many-links", "Patient.link")])

    /// - Parameter asked: what was asked about before.
    private func require(
        _ link: RelatedPatients.Link, of key: ResourceKey, _ written: Set<PatientID>, _ asked: inout Set<String>
    ) async throws(RecordError) {
        let place = "Patient.link[\(link.index)].other"
        guard let local = RelatedPatients.local(link.reference),
            let other = ResourceKey(type: local.type, id: local.id), let patient = other.patient
        else { throw .invalid([RecordIssue(RecordIssue.unknownPatient.code, place)]) }
        guard other != key else { throw .invalid([RecordIssue("link-to-itself", place)]) }
        guard other.type != "Patient" || !written.contains(patient) else { return }
        guard asked.insert("\(other)").inserted else { return }
        guard asked.count <= RecordSession.maximumLinked else { throw RecordSession.tooManyLinks }
        do throws(RecordError) {
            _ = try await visible(other.type, other.id)
            try await condition(on: patient)
        } catch {
            guard error == .notFound || error == .gone else { throw error }
            throw .invalid([RecordIssue(RecordIssue.unknownPatient.code, place)])
        }
    }
}
