import Ledger

/// The witnesses that remember this ledger's checkpoints elsewhere; when they cosign, they say what time it is.
public actor Witnesses {
    /// What one round of asking gave.
    struct Round: Sendable {
        /// The cosignatures; of witnesses that did not answer there is none.
        var cosigned: [Cosigned] = []
        /// The first witness that has seen another history than the checkpoint's, and how: `witnessAhead` or `forked`.
        var contradiction: (witness: String, error: LedgerError)?
    }

    private var clients: [(name: String, client: WitnessClient)]
    /// Most witnesses of one installation.
    public static let maximum = 8

    /// Takes clients, each with its witness's name; more than ``maximum`` are left out.
    public init(_ clients: [(name: String, client: WitnessClient)]) {
        self.clients = Array(clients.prefix(Witnesses.maximum))
    }

    /// Asks all of them at once to cosign a checkpoint. How long one may take is the client's transport's matter.
    func cosign(_ checkpoint: SignedCheckpoint, prover: @escaping WitnessClient.Prover) async -> Round {
        let asked = clients
        let answers = await withTaskGroup(of: (Int, WitnessClient, Result<Cosigned, any Error>).self) { group in
            for (place, witness) in asked.enumerated() {
                group.addTask {
                    var client = witness.client
                    do { return (place, client, .success(try await client.cosign(checkpoint, prover: prover))) } catch {
                        return (place, client, .failure(error))
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var round = Round()
        for (place, client, answer) in answers.sorted(by: { $0.0 < $1.0 }) {
            clients[place].client = client
            note(answer, of: clients[place].name, in: &round)
        }
        return round
    }

    private func note(_ answer: Result<Cosigned, any Error>, of witness: String, in round: inout Round) {
        switch answer {
        case .success(let cosigned): round.cosigned.append(cosigned)
        case .failure(let error as LedgerError) where [.witnessAhead, .forked].contains(error.code):
            round.contradiction = round.contradiction ?? (witness, error)
        case .failure: break
        }
    }
}
