import Records
import ServiceLifecycle

/// What time asks for: old keys dropped and the access log written every ten seconds, its heads entered hourly and at
/// the end. It starts before the listeners and ends after them.
struct Keeper: Service {
    let records: RecordService
    let listening: Listening

    func run() async throws {
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown { await tend() }
        } onGracefulShutdown: {
            listening.stop()
        }
        await records.close()
    }

    private func tend() async {
        var rounds = 0
        while (try? await Task.sleep(for: .seconds(10))) != nil {
            await records.tend()
            rounds += 1
            if rounds.isMultiple(of: 360) { await records.enterAccessHeads() }
        }
    }
}
