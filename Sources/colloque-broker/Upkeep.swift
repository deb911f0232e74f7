import Broker
import Foundation

/// What a running broker does beside answering: merged refusals, snapshots, the hourly index entry; until a signal.
struct Upkeep {
    let broker: Broker

    /// Returns on SIGTERM or SIGINT.
    func runUntilSignal() async {
        let (signals, continuation) = AsyncStream<Void>.makeStream()
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in signals { return } }
            group.addTask { await tend() }
            await group.next()
            group.cancelAll()
        }
        for source in sources { source.cancel() }
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
