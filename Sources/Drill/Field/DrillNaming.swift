import Foundation
import Vocabulary

/// What a request proof names: patients with tiers, the terms of a search, a booking. docs/formats/request-proof.md
public struct DrillNaming: Sendable, Hashable {
    /// Who is to be expected by whom.
    public struct Booking: Sendable, Hashable {
        /// The patient.
        public let patient: PatientID
        /// The professional's membership.
        public let professional: MemberID
        /// Days since 1970-01-01.
        public let day: Int64
    }

    /// The patients.
    public var patients: Set<PatientID> = []
    /// The tiers, of each of them.
    public var tiers: Tiers = []
    /// As typed.
    public var terms: Set<SearchTerm> = []
    /// At most one.
    public var booking: Booking?

    init(
        _ patients: some Sequence<PatientID> = [], _ tiers: Tiers = [], terms: some Sequence<SearchTerm> = [],
        booking: Booking? = nil
    ) { (self.patients, self.tiers, self.terms, self.booking) = (Set(patients), tiers, Set(terms), booking) }

    /// What an honest client names for a request that it reads by: every tier of the patient in the path, or the terms of a search;
    /// nil where the path says all.
    public init?(path: String) {
        let (place, query) = DrillNaming.parts(path)
        let segments = place.split(separator: "/")
        guard segments.count >= 2, segments[0] == "fhir" else { return nil }
        if segments.count >= 3, let patient = DrillNaming.patient(segments[1], segments[2]) {
            self.init([patient], .all)
            return
        }
        var terms: [SearchTerm] = []
        if segments[1] == "Patient" {
            if let family = query["family"], let term = SearchTerm.typed(family: family) { terms.append(term) }
            if let day = query["birthdate"] { terms.append(SearchTerm(.birthdate, day)) }
        } else if segments[1] == "Appointment", let member = query["practitioner"], let day = query["date"] {
            terms.append(SearchTerm(.booking, "\(member)|\(day)"))
        }
        guard !terms.isEmpty else { return nil }
        self.init(terms: terms)
    }

    private static func patient(_ type: Substring, _ id: Substring) -> PatientID? {
        if type == "Patient" { return PatientID(id) }
        return id.dropFirst(36).first == "." ? PatientID(id.prefix(36)) : nil
    }

    private static func parts(_ path: String) -> (place: Substring, query: [String: String]) {
        let halves = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var query: [String: String] = [:]
        for pair in halves.dropFirst().first?.split(separator: "&") ?? [] {
            let sides = pair.split(separator: "=", maxSplits: 1)
            if sides.count == 2 { query[String(sides[0])] = String(sides[1]).removingPercentEncoding }
        }
        return (halves[0], query)
    }
}
