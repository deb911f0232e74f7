/// All limits of an installation: data, entered whole into the ledger by one `policy` entry.
public struct Limits: Hashable, Sendable, Codable {
    /// The limits of each role.
    public var profiles: [Role: Profile]
    /// Emergency openings of one membership in a sliding day.
    public var emergencies: Int
    /// Refusals of distinct patients within ten minutes that freeze a holder.
    public var refusalsToFreeze: Int
    /// What a practice's people may open together, in hundredths of one physician's limit for each professional.
    public var peoplePercent: Int
    /// What a practice's clients may open together, in hundredths of one partner client's limit.
    public var clientsPercent: Int
    /// What a partner's clients may open together, in hundredths of one partner client's limit.
    public var partnerPercent: Int
    /// Dormant or unexpected openings in an hour, for each professional of the installation, that close the tripwire.
    public var tripwireHour: Int
    /// The same in a day.
    public var tripwireDay: Int

    /// What a session of a password and a one-time code may use of its holder's limits, in hundredths.
    public var passwordPercent = 50
    /// What a bearer's session, which proves no request, may use of its holder's limits, in hundredths.
    public var bearerPercent = 50

    /// Makes limits of their parts.
    public init(
        profiles: [Role: Profile], emergencies: Int, refusalsToFreeze: Int, peoplePercent: Int, clientsPercent: Int,
        partnerPercent: Int, tripwireHour: Int, tripwireDay: Int, passwordPercent: Int = 50, bearerPercent: Int = 50
    ) {
        self.profiles = profiles
        self.emergencies = emergencies
        self.refusalsToFreeze = refusalsToFreeze
        self.peoplePercent = peoplePercent
        self.clientsPercent = clientsPercent
        self.partnerPercent = partnerPercent
        self.tripwireHour = tripwireHour
        self.tripwireDay = tripwireDay
        self.passwordPercent = passwordPercent
        self.bearerPercent = bearerPercent
    }

    /// What a session of a class may use of its holder's limits, in hundredths.
    public func percent(of sessionClass: SessionClass) -> Int {
        switch sessionClass {
        case .passkey, .client: 100
        case .password: passwordPercent
        case .bearer: bearerPercent
        }
    }

    /// The limits of a profile; a role without one opens nothing.
    public subscript(role: Role) -> Profile {
        profiles[role]
            ?? Profile(tiers: Array(repeating: Limit(0, 0, 0), count: 4), dormant: Limit(0, 0, 0), usualDay: 0)
    }

    /// What a practice's people may open together in one tier.
    public func people(size: Int, tier: Tier) -> Limit {
        self[.physician][tier].scaled(by: (size + 1) * peoplePercent, over: 100)
    }

    /// What a practice's clients may open together in one tier.
    public func clients(tier: Tier) -> Limit { self[.partner][tier].scaled(by: clientsPercent, over: 100) }

    /// What all clients of one partner may open together in one tier.
    public func partner(tier: Tier) -> Limit { self[.partner][tier].scaled(by: partnerPercent, over: 100) }
}
