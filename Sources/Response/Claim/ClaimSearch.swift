import Vocabulary

/// How a row of a sample is looked for: by the best that it has of NIR, e-mail, telephone, family name with birth date.
///
/// Its values go into a search's parameters, escaped, and are never printed.
public struct ClaimSearch: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// By what. The raw value is what reports say.
    public enum Key: String, Hashable, Sendable, CaseIterable {
        /// The NIR or INS matricule, which is one person's alone.
        case nir
        /// The e-mail address, with the family name where the row has one.
        case email
        /// The telephone number, with the family name where the row has one.
        case phone
        /// Family name and birth date.
        case familyBirthdate = "family-birthdate"
    }

    /// A search parameter of `GET /fhir/Patient`.
    struct Parameter: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// By what the row is looked for.
    public let key: Key
    let parameters: [Parameter]

    /// The system of the INS matricule (ANS, "Référentiel Identifiant National de Santé").
    private static let ins = "urn:oid:1.2.250.1.213.1.4.8"

    /// The best search of a row; nil when nobody can be found by what it has.
    public init?(_ row: SampleRow) {
        // The search of a server takes three letters and more of a name.
        let family = row.family.flatMap { name in
            SearchTerm.typed(family: name).map { _ in Parameter(name: "family", value: name) }
        }
        if let nir = row.nir {
            (key, parameters) = (.nir, [Parameter(name: "identifier", value: "\(ClaimSearch.ins)|\(nir)")])
        } else if let email = row.email {
            (key, parameters) = (.email, [Parameter(name: "email", value: email)] + family)
        } else if let phone = row.phone {
            (key, parameters) = (.phone, [Parameter(name: "phone", value: phone)] + family)
        } else if let family, let birthdate = row.birthdate {
            (key, parameters) = (.familyBirthdate, [family, Parameter(name: "birthdate", value: birthdate)])
        } else {
            return nil
        }
    }

    /// The query of `GET /fhir/Patient`: `,`, `\`, `$` and, but for an identifier's own, `|` escaped (R4, search,
    /// "Escaping Search Parameters"), then percent-encoded.
    public var query: String {
        parameters.map { parameter in
            let value = parameter.name == "identifier" ? parameter.value : ClaimSearch.escaped(parameter.value)
            return "\(parameter.name)=\(PercentEncoding.encoded(value))"
        }.joined(separator: "&")
    }

    /// By what, and no value.
    public var description: String { "search by \(key.rawValue)" }

    /// The same.
    public var debugDescription: String { description }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, character in
            if "\\,$|".contains(character) { out += "\\" }
            out.append(character)
        }
    }
}

extension [ClaimSearch.Parameter] {
    fileprivate static func + (parameters: Self, further: Element?) -> Self {
        parameters + (further.map { [$0] } ?? [])
    }
}
