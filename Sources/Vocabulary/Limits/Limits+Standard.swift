extension Limits {
    /// What a new installation begins with. Numbers are hour, day, 30 days, of identity, contact, medical, restricted and dormant, then the
    /// usual day; docs/decisions/0010-limits-from-honest-days.md says where they come from.
    public static let standard = Limits(
        profiles: [
            .physician: profile(
                [150, 300, 2_000], [60, 120, 1_200], [80, 140, 900], [60, 120, 900], [10, 22, 105], 30),
            .nurse: profile([115, 225, 880], [20, 80, 400], [30, 220, 840], none, [25, 40, 140], 40),
            .pharmacist: profile([105, 215, 1_900], [20, 105, 1_020], [30, 215, 1_900], none, [25, 40, 280], 0),
            .secretary: profile([270, 630, 5_400], [55, 345, 3_700], none, none, [42, 75, 740], 0),
            .remoteSecretariat: profile([45, 315, 3_000], [40, 205, 2_050], none, none, [12, 40, 285], 0),
            .onCall: profile([20, 120, 420], [20, 80, 270], [20, 120, 410], [20, 60, 255], [12, 35, 150], 0),
            .laboratory: profile(none, none, none, none, none, 0),
            .booking: profile([20, 60, 400], none, none, none, [5, 10, 30], 0),
            .partner: profile([100, 300, 2_000], [50, 150, 1_000], [50, 150, 1_000], none, [5, 10, 40], 0),
            .support: profile([10, 20, 60], [10, 20, 60], [10, 20, 60], none, [2, 4, 10], 0),
        ],
        emergencies: 10, refusalsToFreeze: 20, peoplePercent: 100, clientsPercent: 150, partnerPercent: 1_000,
        tripwireHour: 25, tripwireDay: 125)

    private static let none = [0, 0, 0]

    private static func profile(
        _ identity: [Int], _ contact: [Int], _ medical: [Int], _ restricted: [Int], _ dormant: [Int], _ usualDay: Int
    ) -> Profile {
        func limit(_ numbers: [Int]) -> Limit { Limit(numbers[0], numbers[1], numbers[2]) }
        let tiers = [identity, contact, medical, restricted].map(limit)
        return Profile(tiers: tiers, dormant: limit(dormant), usualDay: usualDay)
    }
}
