import Vocabulary

/// The limits that a rehearsal tries: patients in an hour, a day and 30 days, by role.
public struct RehearsalLimits: Sendable, Hashable {
    /// By role; a role without one is tried with the physician's.
    public var roles: [Role: Limit]

    /// Makes them of their numbers.
    public init(roles: [Role: Limit]) { self.roles = roles }

    /// What a new installation begins with, in the identity tier: whoever opens anything of a patient opens that.
    public static let standard = RehearsalLimits(
        roles: Limits.standard.profiles.mapValues { $0[.identity] })

    /// The limit of a role.
    public subscript(role: Role) -> Limit { roles[role] ?? roles[.physician] ?? Limit(0, 0, 0) }

    /// Reads lines of `role,hour,day,30 days`, which replace the standard ones; `#` begins a comment. Throws with the
    /// line's number.
    public init(csv: String) throws(RehearsalError) {
        self = .standard
        for (line, cells) in try RehearsalTable.rows(csv) {
            let numbers = cells.dropFirst().compactMap { Int($0) }.filter { (0...10_000_000).contains($0) }
            guard cells.count == 4, numbers.count == 3, let role = Role(rawValue: cells[0]) else {
                throw RehearsalError(line: line, problem: "not role,hour,day,month")
            }
            roles[role] = Limit(numbers[0], numbers[1], numbers[2])
        }
    }
}
