import Logging
import ServiceLifecycle

/// Runs a server beside what is measured.
enum Serving {
    /// Runs `service`, then `body`, and shuts the service down whatever happens. `body` waits until it is ready.
    static func with<R: Sendable>(
        _ service: any Service, logger: Logger, _ body: @escaping @Sendable () async throws -> R
    ) async throws -> R {
        let group = ServiceGroup(configuration: .init(services: [service], logger: logger))
        return try await withThrowingTaskGroup(of: R?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask {
                do {
                    let result = try await body()
                    await group.triggerGracefulShutdown()
                    return result
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
            }
            var result: R?
            while let next = try await tasks.next() { result = next ?? result }
            guard let result else { throw BenchmarkError.unexpected("the server ended") }
            return result
        }
    }
}
