import BrokerAPI
import Detection
import JSONTree
import Vocabulary

/// The attacks of DESIGN §4, played from outside on copies of a simulated installation.
public struct Drill {
    private let base: any DrillInstallation
    private var world: World
    private let progress: (String) -> Void

    /// Prepares a drill.
    /// - Parameters:
    ///   - base: A copy of a simulated installation; the drill changes it.
    ///   - demo: What its `demo.json` says.
    ///   - rules: What a watchtower beside it looks for in the ledger; nil leaves it out.
    ///   - progress: Told what is being played.
    /// - Throws: ``DrillError`` when `demo` is not a demonstration's.
    public init(
        base: any DrillInstallation, demo: JSONValue, rules: RuleSet?, progress: @escaping (String) -> Void
    ) throws {
        self.base = base
        self.progress = progress
        world = try World(demo, rules: rules)
    }

    /// Plays every scenario, each on a copy of its own. Throws when one could not be played; that is no result.
    /// - Parameter only: Plays no others than those whose title holds this text.
    public mutating func run(only: String = "") async throws -> DrillReport {
        progress("preparing the crowd")
        try await prepare()
        var report = DrillReport()
        let scenarios: [any Scenario] = [
            StolenPartner(), OtherPractices(), StolenSession(), StolenPhysicianKey(), SingleInsider(),
            MaliciousSupport(), HelpdeskReset(), ResetDetours(), SingleOperator(), RequestFlood(), Canaries(),
            PhishedPassword(), RelayedSignIn(), EverySession(),
            ManySessions(), TripwireAbuse(), HostileGateway(),
            SearchProofs(), GatewayTakeover(), StolenStorage(), TamperedLedger(), RolledBackBroker(),
            TamperedRecords(),
        ]
        for scenario in scenarios where only.isEmpty || scenario.title.contains(only) {
            progress(scenario.title)
            report.outcomes += try await scenario.play(world, on: base)
        }
        return report
    }

    /// Adds patients to the base, so that limits and not scarcity stop the attackers, and reads the printed bounds.
    private mutating func prepare() async throws {
        for index in world.practices.indices {
            world.practices[index].residents = try await base.patients(of: world.practices[index].id)
        }
        try await base.start()
        world = try await Arena.run(on: base, world) { arena in
            var world = arena.world
            for index in world.practices.indices {
                let crowd = Crowd(arena: arena, practice: world.practices[index])
                world.practices[index].crowd = try await crowd.recent(index == 0 ? 2_400 : 300)
                world.practices[index].dormant = try await crowd.dormant(index == 0 ? 100 : 20)
            }
            world.bounds = try await arena.bounds()
            return world
        }
        await base.stop()
    }
}
