import Vocabulary

extension RequestProof.Named {
    /// Without `pat` and `tiers`: the patient of the path, `identity`, `contact` and `medical`, or nothing.
    init(_ object: FlatObject, target: TargetURL) throws(IdentityError) {
        let (texts, words) = (try object.strings("pat"), try object.strings("tiers"))
        guard (texts == nil) == (words == nil) else { throw .claim }
        var (patients, tiers) = (Set(target.patient.map { [$0] } ?? []), Tiers([.identity, .contact, .medical]))
        if let texts, let words {
            patients = try texts.once(atMost: Self.maximumPatients, or: .patients) { PatientID($0) }
            tiers = Tiers(try words.once(atMost: 4, or: .tiers) { Tier(word: $0) }.map { Tiers($0) })
        }
        let terms = try object.strings("terms") ?? []
        self.init(
            patients: patients, tiers: tiers,
            terms: try terms.once(atMost: Self.maximumTerms, or: .terms) { text in
                SearchTerm(text).flatMap { $0.value.utf8.count <= SearchTerm.maximumLength ? $0 : nil }
            },
            isAny: try object.boolean("any") ?? false,
            booking: try object.object("book").map { (members) throws(IdentityError) in
                try RequestProof.Booking(members: members)
            })
    }
}

extension RequestProof.Booking {
    /// Reads exactly `patient`, `professional` and `day`, which is a day that exists, `YYYY-MM-DD`.
    init(members: [String: String]) throws(IdentityError) {
        guard members.count == 3, let patient = members["patient"].flatMap({ PatientID($0) }),
            let professional = members["professional"].flatMap({ MemberID($0) }), let text = members["day"]
        else { throw .booking }
        let numbers = text.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3, numbers.allSatisfy({ (1...9999).contains($0) }) else { throw .booking }
        let day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        guard day.description == text else { throw .booking }
        self.init(patient: patient, professional: professional, day: day)
    }
}

extension [String] {
    /// The values that the strings stand for, each once; throws `code` for one that is read by nobody, one twice, or too many.
    fileprivate func once<Value: Hashable>(
        atMost limit: Int, or code: IdentityError, _ read: (String) -> Value?
    ) throws(IdentityError) -> Set<Value> {
        let values = Set(compactMap(read))
        guard count <= limit, values.count == count else { throw code }
        return values
    }
}
