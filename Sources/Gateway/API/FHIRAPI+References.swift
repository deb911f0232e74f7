import FHIR
import HTTPTypes
import JSONTree
import Records
import Store
import Vocabulary

/// Conditional references (R4, http, "Conditional References"): each stands for the one resource that it finds.
extension FHIRAPI {
    /// What the entries' references are called here: those that are conditions, each asked once, and the `fullUrl` of what is
    /// there already. Throws 412 or 422, naming the entry, for a condition that does not find exactly one resource, or one of
    /// another patient than the entry's: no match leads from one record into another.
    ///
    /// - Parameters:
    ///   - first: the place of the first entry in its Bundle.
    ///   - asked: how many conditions the request's entries had before; counted on, and at most ``GatewayLimits/maximumBatchEntries``.
    func resolved(
        _ entries: [PreparedEntry], first: Int = 0, asked: inout Int, _ call: FHIRCall, _ session: RecordSession
    ) async throws -> (entries: [PreparedEntry], known: [String: String]) {
        var known = FHIRAPI.names(entries)
        let claims = FHIRAPI.claims(entries)
        let leaving = Set(entries.compactMap(\.leaving))
        let people = Set(
            entries.filter { $0.resource?["resourceType"]?.string == "Patient" }.compactMap(\.fullURL))
        for (index, entry) in entries.enumerated() {
            guard let resource = entry.resource, !entry.isPatched else { continue }
            let place = FHIRAPI.place(first + index) + ".resource"
            var matched: [String] = []
            for reference in References.all(in: resource) where reference.utf8.contains(UInt8(ascii: "?")) {
                try await FHIRAPI.at(place) {
                    guard let condition = try EntryCondition(reference: reference, limits) else { return }
                    matched.append(reference)
                    guard known[reference] == nil else { return }
                    asked += 1
                    guard asked <= limits.maximumBatchEntries else { throw HTTPRefusal.tooManyEntries }
                    known[reference] = try await target(condition, claims, leaving, call, session)
                }
            }
            let names = known
            try await FHIRAPI.at(place) {
                try FHIRAPI.requireOwn(matched, resource, names)
                try entry.place?.require(FHIRAPI.owner(of: resource, names, people))
            }
        }
        return (entries, known)
    }

    /// The reference that a condition stands for: what it finds, or an entry with the same condition.
    private func target(
        _ condition: EntryCondition, _ claims: [[String]: String], _ leaving: Set<String>, _ call: FHIRCall,
        _ session: RecordSession
    ) async throws -> String {
        if let entry = claims[condition.claim] { return entry }
        guard let found = try await one(condition, leaving: leaving, call, session) else { throw HTTPRefusal.noMatch }
        return found.reference
    }

    /// What entries are called that are there already.
    private static func names(_ entries: [PreparedEntry]) -> [String: String] {
        var known: [String: String] = [:]
        for entry in entries {
            guard let fullURL = entry.fullURL, let reference = entry.reference else { continue }
            known[fullURL] = reference
            guard case .found = entry.step else { continue }
            let type = reference.prefix { $0 != "/" }
            for name in BundleAction.names(of: ["resourceType": .string(String(type))], fullURL: fullURL) {
                known[name] = reference
            }
        }
        return known
    }

    /// What entries that are made or found on a condition are called, by it.
    private static func claims(_ entries: [PreparedEntry]) -> [[String]: String] {
        var claims: [[String]: String] = [:]
        for entry in entries {
            guard let claim = entry.claim, let name = entry.reference ?? entry.fullURL else { continue }
            claims[claim] = name
        }
        return claims
    }

    /// Throws 422 when a match is another patient, or of one, than the resource. A Patient may be linked with another.
    private static func requireOwn(
        _ matched: [String], _ resource: JSONValue, _ known: [String: String]
    ) throws(HTTPRefusal) {
        guard !matched.isEmpty else { return }
        let owner = owner(of: resource, known)
        for reference in matched {
            guard let target = known[reference], !target.hasPrefix("urn:") else { continue }
            let segments = target.split(separator: "/")
            guard segments.count == 2, segments[0] != "Patient" || resource["resourceType"]?.string != "Patient",
                ResourceKey(type: String(segments[0]), id: String(segments[1]))?.patient != nil
            else { continue }
            guard "Patient/\(segments[1].prefix { $0 != "." })" == owner else {
                throw HTTPRefusal(
                    .unprocessableContent, "business-rule", "other-patient",
                    "A conditional reference finds what belongs to another patient.")
            }
        }
    }

    /// The Patient whom a resource is about, as it is called here.
    ///
    /// - Parameter people: what Patients are called that are about to be made.
    static func owner(
        of resource: JSONValue, _ known: [String: String] = [:], _ people: Set<String> = []
    ) -> String? {
        let isPatient = { (name: String) -> Bool? in
            people.contains(name) ? true : known[name].map { $0.hasPrefix("Patient/") }
        }
        return switch PatientLink.find(in: resource, isPatient: isPatient) {
        case .one(let reference, _): known[reference] ?? reference
        case .itself: resource["id"]?.string.map { "Patient/\($0)" }
        case .none, .several: nil
        }
    }
}

extension HTTPRefusal {
    /// A condition that finds more than one resource.
    static let multipleMatches = HTTPRefusal(.preconditionFailed, "multiple-matches", "multiple-matches")
    /// A conditional reference that finds nothing.
    static let noMatch = HTTPRefusal(
        .unprocessableContent, "not-found", "no-match", "A conditional reference finds nothing.")
}
