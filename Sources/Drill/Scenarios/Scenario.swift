/// One attack, or a family of attacks on one copy.
protocol Scenario: Sendable {
    /// What is being played, for whoever waits.
    var title: String { get }

    /// Plays it on copies of `base`, which does not run, and says what became of it.
    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome]
}
