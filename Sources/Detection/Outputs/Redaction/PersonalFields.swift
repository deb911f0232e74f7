/// Which fields hold what names a person, by their names: compared in lower case, by the last part of a dotted name and
/// by the whole, without `_` and `-`.
struct PersonalFields: Sendable {
    private let also: Set<String>

    init(also: Set<String> = []) { self.also = Set(also.map { $0.lowercased() }) }

    /// Whether a field is to be dropped.
    func contains(_ field: String) -> Bool {
        let field = field.lowercased()
        if also.contains(field) { return true }
        let parts = field.split(separator: ".").map { String($0.filter { $0 != "_" && $0 != "-" }) }
        guard let last = parts.last else { return false }
        if Self.names.contains(last) { return true }
        guard Self.ambiguous.contains(last) else { return false }
        return parts.count == 1 || Self.people.contains(parts[parts.count - 2])
    }

    /// Whether a field names who acts.
    static func isAccount(_ field: String) -> Bool {
        let field = field.lowercased()
        return field == Taxonomy.account || accounts.contains(field)
    }

    private static let accounts: Set<String> = ["user", "user.id", "user.name", "username", "login", "actor.user.uid"]

    private static let names: Set<String> = [
        "family", "given", "firstname", "lastname", "surname", "givenname", "familyname", "middlename", "maidenname",
        "fullname", "displayname", "patientname", "birthname", "nom", "prenom", "prénom", "prenoms", "prénoms",
        "nomnaissance", "nomdenaissance", "nomusage", "nomfamille", "email", "emailaddress", "mail", "courriel",
        "adressemail", "phone", "phonenumber", "telephone", "téléphone", "tel", "mobile", "mobilephone", "portable",
        "birthdate", "birthday", "dob", "dateofbirth", "datenaissance", "datedenaissance", "naissance", "birthplace",
        "lieunaissance", "nir", "ins", "insc", "ssn", "numsecu", "numerosecu", "securitesociale", "postaladdress",
        "street", "streetaddress", "homeaddress", "adresse", "adressepostale", "deceaseddate", "mothersmaidenname",
    ]
    /// Of a person where nothing stands before them, or a word for a person.
    private static let ambiguous: Set<String> = [
        "name", "address", "telecom", "text", "contact", "line", "city", "value",
    ]
    private static let people: Set<String> = [
        "patient", "person", "practitioner", "contact", "relatedperson", "subject", "beneficiary", "assure", "name",
        "telecom", "address",
    ]
}
