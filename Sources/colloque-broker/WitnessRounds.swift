import Broker
import Foundation

/// Has the witnesses cosign, round after round, and says on standard error when what they say changes.
actor WitnessRounds {
    private let broker: Broker
    private let witnesses: Witnesses
    private var last = Broker.Witnessed.confirmed

    init(broker: Broker, witnesses: Witnesses) {
        self.broker = broker
        self.witnesses = witnesses
    }

    /// The first round. Throws when a witness has seen another history: the ledger or its copy was rolled back or forked.
    func begin() async throws { try await round() }

    /// One more round; throws as ``begin()`` does, as long as no witness ever confirmed this start.
    func round() async throws {
        let said = try await broker.consult(witnesses)
        if case .refused(let reason) = said { throw WitnessRefusal(reason: reason) }
        if said != last { FileHandle.standardError.write(Data("colloque-broker: witnesses: \(said)\n".utf8)) }
        last = said
    }
}

/// Why the broker does not go on: which witness has seen what.
struct WitnessRefusal: Error, CustomStringConvertible {
    let reason: String

    var description: String { "a witness has seen another history of this ledger: \(reason)" }
}
