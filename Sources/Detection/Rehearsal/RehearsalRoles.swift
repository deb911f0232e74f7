import Vocabulary

/// Which role an account has: by its name, else by a pattern.
public struct RehearsalRoles: Sendable {
    private var names: [String: Role] = [:]
    private var patterns: [(pattern: [UInt8], role: Role)] = []
    static let maximumPatterns = 1_000

    /// Knows no role.
    public init() {}

    /// Reads lines of `account,role`; `*` in an account stands for any text, and of several patterns the first that
    /// fits counts. A first line `account,role` and lines that begin with `#` are passed over. Throws with the line's
    /// number.
    public init(csv: String) throws(RehearsalError) {
        for (line, cells) in try RehearsalTable.rows(csv) {
            if cells == ["account", "role"] { continue }
            guard cells.count == 2, !cells[0].isEmpty else {
                throw RehearsalError(line: line, problem: "not account,role")
            }
            guard let role = Role(rawValue: cells[1]) else {
                let known = Role.allCases.map(\.rawValue).joined(separator: " ")
                throw RehearsalError(line: line, problem: "unknown role; roles are \(known)")
            }
            guard cells[0].contains("*") else {
                names[cells[0]] = role
                continue
            }
            guard patterns.count < Self.maximumPatterns else {
                throw RehearsalError(line: line, problem: "more than \(Self.maximumPatterns) patterns")
            }
            patterns.append((Array(cells[0].utf8), role))
        }
    }

    /// The role; nil when nothing says it.
    public func role(of account: String) -> Role? {
        if let role = names[account] { return role }
        let text = Array(account.utf8)
        return patterns.first { Self.fits(text, $0.pattern) }?.role
    }

    /// Whether a text is like a pattern with `*`; at most length times length steps.
    static func fits(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (at, place) = (0, 0)
        var star: (place: Int, at: Int)?
        while at < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, at)
                place += 1
            } else if place < pattern.count, pattern[place] == text[at] {
                (at, place) = (at + 1, place + 1)
            } else if let last = star {
                star = (last.place, last.at + 1)
                (at, place) = (last.at + 1, last.place + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
