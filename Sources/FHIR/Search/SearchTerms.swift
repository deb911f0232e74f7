import JSONTree
import Vocabulary

/// What a Patient or an Appointment is found by. Values go as recorded: ``SearchTerm`` alone folds.
public enum SearchTerms {
    /// Terms of one resource at most.
    public static let maximumTerms = 200

    /// The terms of a resource, each once; none for other types than Patient and Appointment.
    ///
    /// - Parameter member: the member that a practitioner reference of an appointment (`Practitioner/…`) means.
    public static func of(_ resource: JSONValue, member: (String) -> MemberID? = { _ in nil }) -> [IndexTerm] {
        let terms: [IndexTerm]
        switch resource["resourceType"]?.string {
        case "Patient": terms = patient(resource)
        case "Appointment": terms = bookings(resource, member)
        default: terms = []
        }
        var seen: Set<IndexTerm> = []
        let raised = (try? TierSplit.base(of: resource)) == .restricted
        let usable = terms.filter { $0.term.folded != nil && seen.insert($0).inserted }
        return usable.prefix(maximumTerms).map { raised ? IndexTerm($0.term, .restricted) : $0 }
    }

    private static func patient(_ patient: JSONValue) -> [IndexTerm] {
        let birthdate = patient["birthDate"]?.string.flatMap { SearchTerm(.birthdate, $0).folded == nil ? nil : $0 }
        var terms = items(patient["name"]).compactMap { $0["family"]?.string }.flatMap { family in
            SearchTerm.terms(family: family, birthdate: birthdate).map { IndexTerm($0, .identity) }
        }
        if let birthdate { terms.append(IndexTerm(SearchTerm(.birthdate, birthdate), .identity)) }
        terms += items(patient["identifier"]).flatMap(identifier)
        terms += items(patient["telecom"]).compactMap(telecom)
        // Last: where there are too many terms, an identifier matters more.
        terms += SearchTerm.sounds(of: names(of: patient)).map { IndexTerm($0, .identity) }
        return terms
    }

    /// Family names, then given names, of all names recorded.
    static func names(of patient: JSONValue) -> [String] {
        let names = items(patient["name"])
        return names.compactMap { $0["family"]?.string }
            + names.flatMap { items($0["given"]).compactMap(\.string) }
    }

    /// `system|value` and `|value`, and for a national identifier its number.
    private static func identifier(_ identifier: JSONValue) -> [IndexTerm] {
        guard case .object(let object) = identifier, let value = object["value"]?.string, !value.isEmpty else {
            return []
        }
        let system = object["system"]?.string ?? ""
        let isNational = NationalIdentifier.matches(object)
        let tier: Tier = isNational ? .contact : .identity
        var terms = [IndexTerm(SearchTerm(.identifier, "|\(value)"), tier)]
        if !system.isEmpty { terms.append(IndexTerm(SearchTerm(.identifier, "\(system)|\(value)"), tier)) }
        if isNational { terms.append(IndexTerm(SearchTerm(.nir, value), tier)) }
        return terms
    }

    private static func telecom(_ point: JSONValue) -> IndexTerm? {
        guard let value = point["value"]?.string else { return nil }
        switch point["system"]?.string {
        case "phone", "sms": return IndexTerm(SearchTerm(.phone, value), .contact)
        case "email": return IndexTerm(SearchTerm(.email, value), .contact)
        default: return nil
        }
    }

    /// One booking a professional who takes part, on the day on which it starts where it takes place.
    private static func bookings(_ appointment: JSONValue, _ member: (String) -> MemberID?) -> [IndexTerm] {
        booking(of: appointment).flatMap { booking in
            booking.practitioners.compactMap(member).map {
                IndexTerm(SearchTerm(.booking, "\($0)|\(booking.day)"), .identity)
            }
        } ?? []
    }

    /// Who is booked for when: the practitioner references as written, and the day `YYYY-MM-DD`; nil for an
    /// appointment without a start, or cancelled, not attended or entered in error.
    public static func booking(of appointment: JSONValue) -> (practitioners: [String], day: String)? {
        let ended: Set = ["cancelled", "noshow", "entered-in-error"]
        guard let start = appointment["start"]?.string, !ended.contains(appointment["status"]?.string ?? "") else {
            return nil
        }
        let practitioners = items(appointment["participant"]).compactMap { participant -> String? in
            guard participant["status"]?.string != "declined" else { return nil }
            guard let reference = participant["actor"]?["reference"]?.string else { return nil }
            let type = References.targetType(of: reference)
            return type == "Practitioner" || type == "PractitionerRole" ? reference : nil
        }
        return (practitioners, String(start.prefix(10)))
    }

    private static func items(_ value: JSONValue?) -> [JSONValue] { value?.array ?? [] }
}
