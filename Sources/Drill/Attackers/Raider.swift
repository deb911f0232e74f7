import BrokerAPI
import Vocabulary

/// A holder's key in the hands of a hostile gateway: it speaks to the broker alone, and asks for keys as fast as the limits let through.
struct Raider {
    /// Patients asked for at once; few enough that the refusals of an hour freeze nobody.
    private static let handful = 6
    let arena: Arena
    let account: DrillAccount
    let victims: [PatientID]
    private var token: SessionToken?
    private var next: [Tiers: Int] = [:]
    /// Why it was refused last.
    private(set) var reason: RefusalReason?
    /// Whether a sign-in was refused.
    private(set) var isLockedOut = false

    init(_ arena: Arena, _ account: DrillAccount, _ victims: [PatientID]) {
        self.arena = arena
        self.account = account
        self.victims = victims
    }

    /// What the role may see, widest first.
    private var wishes: [Tiers] {
        switch account.role {
        case .physician, .onCall: [.all, [.identity, .contact], .identity]
        case .nurse, .pharmacist, .partner: [[.identity, .contact, .medical], [.identity, .contact], .identity]
        case .secretary, .remoteSecretariat: [[.identity, .contact], .identity]
        case .booking, .support: [.identity]
        case .laboratory: [.all]
        }
    }

    /// Takes what can be had now; `limit` patients at most.
    mutating func sweep(limit: Int = .max) async throws -> Int {
        var taken = 0
        var floor = 0
        for tiers in wishes {
            var place = max(next[tiers] ?? 0, floor)
            while place < victims.count, taken < limit {
                let handful = Array(victims[place..<min(victims.count, place + Raider.handful)])
                guard try await take(handful, tiers) else { break }
                taken += handful.count
                place += handful.count
            }
            next[tiers] = place
            floor = place
        }
        return taken
    }

    /// Asks for some patients; false when any of it was refused.
    mutating func take(_ patients: [PatientID], _ tiers: Tiers) async throws -> Bool {
        for _ in 0..<2 {
            if token == nil { token = try await arena.session(account) }
            guard let token else {
                isLockedOut = true
                return false
            }
            do {
                let answers = try await arena.release(token, patients, tiers)
                let refused = answers.compactMap {
                    if case .refused(let reason, _) = $0.outcome { reason } else { nil }
                }
                reason = refused.last ?? reason
                return refused.isEmpty
            } catch let failure as BrokerFailure where failure.code == .session || failure.code == .frozen {
                self.token = nil
            }
        }
        return false
    }
}
