import Foundation
import Testing
import Vocabulary

@testable import Broker

@Suite("Honest people are not hindered")
struct HonestMonthTests {
    /// The full simulation takes minutes: `COLLOQUE_FULL=1` asks for it.
    static let isFull = ProcessInfo.processInfo.environment["COLLOQUE_FULL"] == "1"

    @Test func nobodyIsRefusedAPatientInFront() throws {
        let month = try HonestMonth(.oneOfEach(days: 7, seed: 11))
        let tally = month.tally
        #expect(tally.events.count == HonestTown.months.count)
        #expect(tally.events.values.allSatisfy { $0 > 100 })
        #expect(tally.refusals(isInFront: true) == 0, "\(tally.refused)")
        #expect(tally.freezes == 0)
        #expect(tally.alerts[.tripwire] == nil)
        for (profile, events) in tally.events { #expect(tally.otherRefusals(profile) * 1_000 < events, "\(profile)") }
        // A doctor is asked for a factor about once a day.
        print(month.signIns.table)
        #expect(month.signIns.promptsPerDay(.physician) <= 1_250, "\(month.signIns.table)")
    }

    /// Stolen accounts at work beside the honest, whom they belong to: nobody is kept from a patient in front.
    @Test(arguments: HonestSiege.Manner.allCases)
    func besideThieves(manner: HonestSiege.Manner) throws {
        // Few enough, where they are patient, that each may take some beside the others.
        let month = try HonestMonth(
            .oneOfEach(days: 10, seed: 11),
            siege: HonestSiege.Plan(manner: manner, sessions: manner == .greedy ? 60 : 12))
        let siege = try #require(month.siege)
        #expect(month.tally.promisesBroken == 0)
        #expect((siege.tripped != nil) == (manner == .greedy))
        #expect(siege.opened[.hour]?[.identity]?.isEmpty == false)
        print("\(siege.hands.count) stolen accounts, \(manner): \(siege.table); \(month.tally.besideThieves(siege))")
    }

    /// Who is thawed works on: fewer are refused than when nobody thaws.
    @Test func thawsGiveWorkBack() throws {
        func besides(thawAfter: Int64?) throws -> HonestMonth {
            let plan = HonestSiege.Plan(manner: .greedy, sessions: 60, thawAfter: thawAfter)
            return try HonestMonth(.oneOfEach(days: 10, seed: 11), siege: plan)
        }
        let (never, soon) = (try besides(thawAfter: nil), try besides(thawAfter: 1_800))
        #expect(never.siege?.thawed == 0)
        #expect((soon.siege?.thawed ?? 0) > 0)
        #expect(soon.tally.promisesBroken == 0)
        #expect(soon.tally.refusals(isInFront: true) < never.tally.refusals(isInFront: true))
        print("never thawed: \(never.tally.refusals(isInFront: true)), soon: \(soon.tally.refusals(isInFront: true))")
    }

    /// What 1,500 thieves among a simulated country get, and what it costs the honest: `make siege`.
    @Test(.enabled(if: isFull, "set COLLOQUE_FULL=1"), arguments: sieges.indices)
    func fifteenHundredThieves(number: Int) throws {
        let plan = HonestMonthTests.sieges[number]
        let month = try HonestMonth(.primaryCare(600, days: 37, seed: 2), siege: plan)
        let siege = try #require(month.siege)
        print("\(plan): \(siege.hands.count) stolen accounts: \(siege.table); \(month.tally.besideThieves(siege))")
        print(month.signIns.table)
        #expect(month.tally.promisesBroken == 0)
        #expect((siege.tripped != nil) == (plan.manner == .greedy && plan.isNoticed))
    }

    static let sieges = [
        HonestSiege.Plan(manner: .greedy, sessions: 1_500),
        HonestSiege.Plan(manner: .greedy, sessions: 1_500, thawAfter: 14_400),
        HonestSiege.Plan(manner: .greedy, sessions: 1_500, thawAfter: 1_800),
        HonestSiege.Plan(manner: .greedy, sessions: 1_500, isNoticed: false),
        HonestSiege.Plan(manner: .patient, sessions: 1_500),
    ]

    @Test func limitsOfAQuarterWouldHinder() throws {
        var limits = Limits.standard
        limits.profiles = limits.profiles.mapValues { profile in
            Profile(
                tiers: profile.tiers.map { $0.scaled(by: 1, over: 4) }, dormant: profile.dormant.scaled(by: 1, over: 4),
                usualDay: profile.usualDay)
        }
        let month = try HonestMonth(.oneOfEach(days: 3, seed: 11), limits: limits)
        #expect(month.tally.refusals(isInFront: true) > 0)
    }

    @Test(.enabled(if: isFull, "set COLLOQUE_FULL=1"))
    func aMonthOfTwoHundredPractices() throws {
        let month = try HonestMonth(.primaryCare(200, days: 30, seed: 1))
        let tally = month.tally
        print(tally.table(.standard))
        print(month.signIns.table)
        #expect(tally.refusals(isInFront: true) == 0, "\(tally.refused)")
        #expect(tally.freezes == 0)
        #expect(tally.alerts[.tripwire] == nil)
        for (profile, events) in tally.events { #expect(tally.otherRefusals(profile) * 1_000 < events, "\(profile)") }
    }

    /// Two rules cost more than any number: docs/decisions/0010 quotes these tables.
    @Test(.enabled(if: isFull, "set COLLOQUE_FULL=1"))
    func whatNewcomersAndNamesakesCost() throws {
        let newcomers = try HonestMonth(.oneOfEach(days: 7, seed: 1), isLive: true).tally
        let namesakes = try HonestMonth(.primaryCare(40, days: 30, seed: 1), namesakes: 2).tally
        for tally in [newcomers, namesakes] { print(tally.table(.standard)) }
        #expect(newcomers.refusals(isInFront: true) * 4 < newcomers.events.values.reduce(0, +))
        #expect(namesakes.refusals(isInFront: true) * 20 < namesakes.events.values.reduce(0, +))
    }
}
