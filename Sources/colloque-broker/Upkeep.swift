import Broker
import Foundation

/// What a running broker does beside answering: merged refusals, cosignatures, snapshots, the hourly index entry; until a signal.
struct Upkeep {
    let broker: Broker
    let rounds: WitnessRounds?

    /// Returns when a signal came, or with the reason when a witness's word forbids to go on.
    func run(until stop: AsyncStream<Void>) async -> WitnessRefusal? {
        await withTaskGroup(of: WitnessRefusal?.self) { group in
            group.addTask { await tend() }
            group.addTask {
                for await _ in stop { break }
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private func tend() async -> WitnessRefusal? {
        var seconds = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(10))
            seconds += 10
            do {
                try await broker.flush()
                try await rounds?.round()
                if seconds % 600 == 0 { try await broker.saveSnapshot() }
                if seconds % 3_600 == 0 { _ = await broker.admin(.index) }
            } catch let refusal as WitnessRefusal {
                return refusal
            } catch {
                FileHandle.standardError.write(Data("colloque-broker: upkeep: \(error)\n".utf8))
            }
        }
        return nil
    }
}
