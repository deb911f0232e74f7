import JSONTree
import Vocabulary

/// A membership or client of the demonstration, with its private key: what the attackers stole.
public struct DrillAccount: Sendable {
    /// The practice.
    public let practice: PracticeID
    /// The id of the membership or client.
    public let id: String
    /// What it does.
    public let role: Role
    /// The path of the private key (PEM).
    public let key: String

    /// Makes an account of its parts.
    public init(practice: PracticeID, id: String, role: Role, key: String) {
        self.practice = practice
        self.id = id
        self.role = role
        self.key = key
    }

    /// Reads an element of `clients` of `demo.json`.
    init?(_ json: JSONValue, practice: PracticeID) {
        guard let id = json["id"]?.string, let role = json["role"]?.string.flatMap(Role.init(rawValue:)),
            let key = json["key"]?.string
        else { return nil }
        self.init(practice: practice, id: id, role: role, key: key)
    }
}
