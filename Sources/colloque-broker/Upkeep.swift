import Broker
import Foundation

/// What a running broker does beside answering: merged refusals, snapshots, the hourly index entry; until a signal.
struct Upkeep {
    let broker: Broker

    /// Returns when a signal came.
    func run(until signal: StopSignal) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await tend() }
            await signal.wait()
            group.cancelAll()
        }
    }

    private func tend() async {
        var seconds = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(10))
            seconds += 10
            do {
                try await broker.flush()
                if seconds % 600 == 0 { try await broker.saveSnapshot() }
                if seconds % 3_600 == 0 { _ = await broker.admin(.index) }
            } catch {
                FileHandle.standardError.write(Data("colloque-broker: upkeep: \(error)\n".utf8))
            }
        }
    }
}
