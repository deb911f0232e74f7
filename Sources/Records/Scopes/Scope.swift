import FHIR

/// One SMART scope (App Launch 2.2, "Scopes for requesting FHIR Resources"): `user/Observation.rs?category=laboratory`.
public struct Scope: Hashable, Sendable {
    /// Whose records it speaks of.
    public enum Context: String, Sendable {
        /// One patient's: the one that the token names.
        case patient
        /// Those that the user may see.
        case user
        /// Those that the client may see.
        case system
    }

    /// What may be done, in the order in which a scope names it.
    public enum Permission: Character, CaseIterable, Sendable {
        case create = "c", read = "r", update = "u", delete = "d", search = "s"
    }

    /// The context.
    public let context: Context
    /// The resource type; nil for all.
    public let type: ResourceType?
    /// The permissions.
    public let permissions: Set<Permission>
    /// The search parameters that a resource must match, as in a query.
    public let constraint: String?

    /// Takes a scope apart. Scopes of version 1 (`.read`, `.write`, `.*`) mean `rs`, `cud` and all. Nil for another text.
    public init?(_ text: String) {
        guard text.utf8.count <= 512, let slash = text.firstIndex(of: "/"),
            let context = Context(rawValue: String(text[..<slash]))
        else { return nil }
        let rest = text[text.index(after: slash)...]
        let mark = rest.firstIndex(of: "?")
        let halves = rest[..<(mark ?? rest.endIndex)].split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, let permissions = Scope.permissions(halves[1]) else { return nil }
        type = halves[0] == "*" ? nil : ResourceType(String(halves[0]))
        guard halves[0] == "*" || type != nil else { return nil }
        constraint = mark.map { String(rest[rest.index(after: $0)...]) }
        guard constraint?.isEmpty != true else { return nil }
        self.context = context
        self.permissions = permissions
    }

    init(context: Context, type: ResourceType?, permissions: Set<Permission>, constraint: String?) {
        self.context = context
        self.type = type
        self.permissions = permissions
        self.constraint = constraint
    }

    /// The letters stand in the order of `cruds`, each once (App Launch 2.2).
    private static func permissions(_ text: Substring) -> Set<Permission>? {
        switch text {
        case "read": return [.read, .search]
        case "write": return [.create, .update, .delete]
        case "*": return Set(Permission.allCases)
        default:
            let order = text.compactMap { letter in Permission.allCases.firstIndex { $0.rawValue == letter } }
            guard !order.isEmpty, order.count == text.count, zip(order, order.dropFirst()).allSatisfy({ $0 < $1 })
            else {
                return nil
            }
            return Set(order.map { Permission.allCases[$0] })
        }
    }

    /// The scope as text, in the form of version 2.
    public var text: String {
        let letters = Permission.allCases.filter(permissions.contains).map { String($0.rawValue) }.joined()
        return "\(context.rawValue)/\(type?.name ?? "*").\(letters)" + (constraint.map { "?" + $0 } ?? "")
    }
}
