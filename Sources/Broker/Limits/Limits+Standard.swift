import Vocabulary

extension Limits {
    /// What a new installation begins with. Numbers are hour, day, 30 days; the honest month in the drill checks them.
    public static let standard = Limits(
        profiles: [
            .physician: profile([150, 300, 2_000], [60, 120, 1_200], [60, 120, 900], [60, 120, 900], [10, 15, 60], 30),
            .nurse: profile([100, 200, 1_500], [60, 120, 1_000], [60, 120, 1_000], [30, 60, 400], [10, 15, 60], 40),
            .pharmacist: profile([120, 350, 4_000], [60, 200, 2_000], [60, 250, 3_000], [10, 20, 100], [15, 40, 400], 0),
            .secretary: profile([150, 400, 3_000], [80, 250, 2_000], none, none, [20, 40, 300], 0),
            .remoteSecretariat: profile([60, 200, 1_500], [40, 120, 900], none, none, [10, 25, 150], 0),
            .onCall: profile([40, 120, 900], [30, 80, 600], [40, 100, 700], [20, 60, 400], [20, 50, 300], 0),
            .laboratory: profile(none, none, none, none, none, 0),
            .booking: profile([20, 60, 400], none, none, none, [5, 10, 30], 0),
            .partner: profile([100, 300, 2_000], [50, 150, 1_000], [50, 150, 1_000], [10, 30, 200], [5, 10, 40], 0),
            .support: profile([10, 20, 60], [5, 10, 30], none, none, [2, 4, 10], 0),
        ],
        emergencies: 10, refusalsToFreeze: 20, peoplePercent: 100, clientsPercent: 150, partnerPercent: 1_000,
        tripwireHour: 25, tripwireDay: 100)

    private static let none = [0, 0, 0]

    private static func profile(
        _ identity: [Int], _ contact: [Int], _ medical: [Int], _ restricted: [Int], _ dormant: [Int], _ usualDay: Int
    ) -> Profile {
        func limit(_ numbers: [Int]) -> Limit { Limit(numbers[0], numbers[1], numbers[2]) }
        let tiers = [identity, contact, medical, restricted].map(limit)
        return Profile(tiers: tiers, dormant: limit(dormant), usualDay: usualDay)
    }
}
