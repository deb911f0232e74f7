import Vocabulary

/// What a column of a leaked sample holds, as far as somebody can be found by it. The raw value is what `--columns` and
/// reports say.
public enum SampleColumn: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The family name.
    case family
    /// The given name or names.
    case given
    /// The birth date.
    case birthdate
    /// NIR, INS matricule, social security number.
    case nir
    /// A telephone number.
    case phone
    /// An e-mail address.
    case email

    /// Orders by the words.
    public static func < (a: SampleColumn, b: SampleColumn) -> Bool { a.rawValue < b.rawValue }

    /// A column's name without case, accents and everything but letters and digits: `Date_de naissance` →
    /// `datedenaissance`.
    static func folded(_ name: String) -> String {
        String(name.withoutCaseAndAccents.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }

    /// Names under which programs export it, in French and English, folded.
    var names: Set<String> {
        switch self {
        case .family:
            [
                "nom", "nomfamille", "nomdefamille", "nomusage", "nomdusage", "nomnaissance", "nomdenaissance",
                "nompatient", "patientnom", "family", "familyname", "lastname", "surname",
            ]
        case .given:
            [
                "prenom", "prenoms", "premierprenom", "prenompatient", "patientprenom", "given", "givenname",
                "givennames", "firstname", "forename",
            ]
        case .birthdate:
            [
                "datenaissance", "datedenaissance", "naissance", "ddn", "neele", "birthdate", "dateofbirth", "dob",
                "birthday",
            ]
        case .nir:
            [
                "nir", "ins", "insnir", "matriculeins", "nss", "numss", "numsecu", "numerosecu",
                "numerosecuritesociale",
                "numerodesecuritesociale", "securitesociale", "ssn", "socialsecuritynumber", "nationalid",
            ]
        case .phone:
            [
                "telephone", "tel", "telfixe", "telmobile", "telephonefixe", "telephonemobile", "telephoneportable",
                "numerotelephone", "numerodetelephone", "portable", "mobile", "phone", "phonenumber", "mobilephone",
                "cellphone",
            ]
        case .email:
            [
                "email", "mail", "courriel", "emailaddress", "adressemail", "adresseemail", "adressecourriel",
                "adresseelectronique",
            ]
        }
    }
}
