import FHIR

/// The national number by which a practice is known, whatever it is called.
public enum StructureNumber: Hashable, Sendable, CustomStringConvertible {
    /// Nine characters of the register of health structures.
    case finess(String)
    /// Fourteen digits of the register of enterprises.
    case siret(String)

    /// `FINESS 750712184`.
    public var description: String {
        switch self {
        case .finess(let number): "FINESS \(number)"
        case .siret(let number): "SIRET \(number)"
        }
    }

    /// What a practice of this number is called in the installation: two cabinets of one name are told apart, and a second run finds what is there.
    public func label(_ name: String) -> String { "\(name) (\(self))" }

    /// The number that ``label(_:)`` wrote behind a name; nil where there is none.
    public init?(label: String) {
        guard label.hasSuffix(")"), let open = label.lastIndex(of: "(") else { return nil }
        let words = label[label.index(after: open)...].dropLast().split(
            separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2 else { return nil }
        let number = String(words[1])
        switch words[0] {
        case "FINESS" where FrenchIdentifiers.isFINESS(number): self = .finess(number)
        case "SIRET" where FrenchIdentifiers.isSIRET(number): self = .siret(number)
        default: return nil
        }
    }
}
