import BrokerAPI
import Vocabulary

/// An operator: a key file and an authenticator program.
struct DrillOperator: Sendable {
    let person: PersonID
    /// The path of the private key (PEM).
    let key: String
    /// The authenticator's `otpauth` URI.
    let codes: String

    /// Adds one to an installation that is not live yet.
    static func added(_ arena: Arena, _ name: String) async throws -> DrillOperator {
        let key = try arena.installation.drawKey()
        guard
            case .enrolled(let person, let codes) = try await arena.admin.admin(
                .addOperator(name: name, key: key.publicKey))
        else { throw DrillError("operator") }
        return DrillOperator(person: person, key: key.path, codes: codes)
    }
}
