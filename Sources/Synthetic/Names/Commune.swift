/// A commune: its name, its postal code and its INSEE code (five characters, Corsican ones with a letter).
struct Commune: Sendable {
    /// As written in an address.
    let name: String
    /// Five digits.
    let postalCode: String
    /// Code officiel géographique, five characters.
    let insee: String

    /// The department: two characters, three overseas.
    let department: String

    /// Whether its codes are digits alone; those of Corsica are not.
    var isNumeric: Bool { insee.utf8.allSatisfy { (48...57).contains($0) } }

    /// Reads `name;postal code;INSEE code`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ";")
        guard parts.count == 3, parts[1].utf8.count == 5, parts[2].utf8.count == 5 else { return nil }
        (name, postalCode, insee) = (String(parts[0]), String(parts[1]), String(parts[2]))
        department = String(insee.prefix(insee.hasPrefix("97") ? 3 : 2))
    }
}
