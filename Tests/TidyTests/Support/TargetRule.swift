/// What one target may import: our own targets to its right, and modules from outside.
struct TargetRule {
    let name: String
    let own: Set<String>
    let outside: Set<String>
    let reason: String

    init(_ name: String, _ own: Set<String>, outside: Set<String> = [], _ reason: String) {
        self.name = name
        self.own = own
        self.outside = outside
        self.reason = reason
    }

    /// Modules that come with the language and the system.
    static let system: Set = ["Swift", "Synchronization", "Dispatch", "Foundation", "Glibc", "Musl", "Darwin"]

    /// The rules by target.
    static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    /// What may be imported: the targets named, and what those may import.
    var reachable: Set<String> {
        var found: Set<String> = []
        var waiting = Array(own)
        while let next = waiting.popLast() {
            guard found.insert(next).inserted else { continue }
            waiting += TargetRule.byName[next]?.own ?? []
        }
        return found
    }
}
