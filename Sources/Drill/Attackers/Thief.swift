import BrokerAPI
import Vocabulary

/// Empties a practice over HTTPS with a stolen session or key, as fast as the limits let through and never so loudly that it is
/// frozen: it stops at the first refusals of an hour.
struct Thief {
    /// Patients asked for at once; few enough that three refused handfuls in ten minutes freeze nobody.
    private static let handful = 5
    let arena: Arena
    let account: DrillAccount
    /// What was stolen.
    let theft: Theft
    private(set) var token: String?
    /// Patients of whom something was read, per tier.
    private(set) var seen: [Tier: Set<PatientID>] = [:]
    /// When it was first refused.
    private(set) var refusedAt: Timestamp?
    /// Where it goes on, per kind of loot.
    private var next: [Loot: Int] = [:]

    /// Begins with a session that was signed in when it was stolen.
    init(_ arena: Arena, _ account: DrillAccount, _ theft: Theft) async throws {
        self.arena = arena
        self.account = account
        self.theft = theft
        token = try await arena.honestToken(account, bound: theft.isBound)
    }

    /// Begins with a session that it got by itself.
    init(_ arena: Arena, _ account: DrillAccount, _ theft: Theft, token: String) {
        self.arena = arena
        self.account = account
        self.theft = theft
        self.token = token
    }

    /// Keeps a session from ending of rest.
    func stir() async throws { if let token { _ = try await arena.get("/fhir/Organization", token) } }

    /// Takes what can be had now, up to the first refusals of each kind; says whether anything could.
    mutating func sweep(_ victims: [Victim]) async throws -> Bool {
        var isFruitful = false
        var floor = 0
        for loot in Loot.allCases {
            var place = max(next[loot] ?? 0, floor)
            while place < victims.count {
                let handful = Array(victims[place..<min(victims.count, place + Thief.handful)])
                guard try await take(handful, loot) else { break }
                isFruitful = true
                place += handful.count
            }
            next[loot] = place
            floor = place
        }
        return isFruitful
    }

    /// Asks for several victims at once; false when any of it was refused.
    mutating func take(_ victims: [Victim], _ loot: Loot) async throws -> Bool {
        var found = try await fetch(victims, loot)
        if found.contains(where: \.needsSession), try await signIn() { found = try await fetch(victims, loot) }
        let wanted = loot.tiers(account.role)
        for (victim, seenTiers) in found.map({ ($0.victim, $0.tiers) }) {
            for tier in seenTiers.tiers { seen[tier, default: []].insert(victim.patient) }
        }
        let isComplete = found.count == victims.count && found.allSatisfy { $0.tiers.isSuperset(of: wanted) }
        if !isComplete, refusedAt == nil { refusedAt = try await arena.now() }
        return isComplete
    }

    /// Signs in again, if it can.
    mutating func signIn() async throws -> Bool {
        guard theft == .key else {
            token = nil
            return false
        }
        token = try await arena.token(account)
        return token != nil
    }

    private struct Found: Sendable {
        let victim: Victim
        var tiers: Tiers = []
        var needsSession = false
    }

    private func fetch(_ victims: [Victim], _ loot: Loot) async throws -> [Found] {
        guard let token else { return victims.map { Found(victim: $0, needsSession: true) } }
        return try await withThrowingTaskGroup(of: Found.self) { group in
            for victim in victims {
                group.addTask { [arena] in
                    var found = Found(victim: victim)
                    for path in loot.paths(victim) {
                        let answer = try await arena.get(path, token)
                        found.tiers.formUnion(Loot.tiers(in: answer))
                        if answer.status == 401 || answer.code == "request-rate" { found.needsSession = true }
                    }
                    return found
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
